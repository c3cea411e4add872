"""Phone numbers as they are printed: text in, phones and the codes of what was odd out. Pure."""

import re

from halved.directory.details import Phone
from halved.directory.importing.texts import Codes, is_nothing

LONGEST = 300  # characters of a field that are looked at
KINDS = {
    "": "", "voice": "voice", "phone": "voice", "main": "voice", "office": "voice", "tel": "voice",
    "telephone": "voice", "landline": "voice", "hotline": "voice", "cell": "voice",
    "mobile": "voice", "helpline": "voice", "toll free": "voice", "tollfree": "voice",
    "text": "text", "sms": "text", "whatsapp": "text", "fax": "fax", "tty": "tty", "tdd": "tty",
    "tty/tdd": "tty", "textphone": "tty", "minicom": "tty", "video": "video", "vp": "video",
}  # fmt: skip
_EXTENSION = re.compile(r"(?i)[\s,;(]*(?<![a-z])(?:ext(?:ension|n)?|x)[\s.:]*#?\s*(\d{1,7})\b\)?")
_NUMBER = re.compile(r"(?<![\w-])\+?\(?\d[\d().\s/–-]*\d|\d{3,}")
_VANITY = re.compile(r"\b(?=[\d()\s.-]*\d{3})(?=[^a-z]*[A-Z]{3})[\d(+][\dA-Z().\s-]{5,18}[\dA-Z]\b")
_BETWEEN = re.compile(r"\s*(?:;|\bor\b|\||\n|,(?=\s*[+(\d])|/(?=\s*[+(]?\d{3,}[\s.)-]))\s*")
_NONE = re.compile(r"(?i)no (?:phone|telephone|number)(?: number)?\.?|see (?:web)?site\.?")
_DIGITS = re.compile(r"\D")


def phones(text: str) -> tuple[list[Phone], Codes]:
    """Each number in the text, with its extension and the words beside it."""
    if is_nothing(text) or _NONE.fullmatch(text.strip()):
        return [], ()
    text = text.strip().strip("\"'")[:LONGEST]
    parts = [part for part in _BETWEEN.split(text) if part.strip()]
    if sum(_count(part) >= 5 for part in parts) < 2:  # what looked like two is one
        parts = [text]
    found: list[Phone] = []
    codes: list[str] = ["phones_many"] if len(parts) > 1 else []
    for part in parts:
        phone, odd = _one(part)
        codes += [code for code in odd if code not in codes]
        if phone:
            found.append(phone)
    return found, tuple(codes)


def kind(text: str) -> str | None:
    """voice, text, fax, tty, video or ""; None for words that are none of them."""
    return KINDS.get(text.strip().lower())


def _count(text: str) -> int:
    return len(_DIGITS.sub("", text))


def _one(text: str) -> tuple[Phone | None, Codes]:
    codes: list[str] = []
    rest, extension = text, ""
    if found := _EXTENSION.search(text):
        extension, rest = found[1], text[: found.start()] + " " + text[found.end() :]
        codes.append("extension")
    number = _longest(rest)
    if not number:
        return None, ("phone_none",)
    words = " ".join(rest.replace(number, " ", 1).split()).strip(" ()-–,;:./#")
    if words and words.lower() not in KINDS:
        codes.append("phone_words")
    phone: Phone = {"number": _tidy(number)}
    if extension:
        phone["extension"] = extension
    if words:
        _put_words(phone, words)
    return phone, tuple(codes)


def _longest(text: str) -> str:
    """The number in the text: digits before letters that stand for digits."""
    plain = max(_NUMBER.findall(text), key=_count, default="")
    vanity = max((found[0] for found in _VANITY.finditer(text)), key=len, default="")
    if _count(plain) >= 7 or not vanity:
        return plain.strip() if _count(plain) >= 3 else ""
    return vanity.strip()


def _tidy(number: str) -> str:
    number = re.sub(r"\s*([.\-–/])\s*", r"\1", " ".join(number.split()))
    if number.count("(") > number.count(")"):
        number += ")"
    return number[1:-1] if re.fullmatch(r"\([^()]*\)", number) else number


def _put_words(phone: Phone, words: str) -> None:
    of = KINDS.get(words.lower())
    if of:
        phone["type"] = of
    else:
        phone["description"] = words[:200]
