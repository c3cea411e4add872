"""Languages as directories name them: text in, codes of BCP 47 and left-over words out. Pure."""

import re

from halved.directory.importing.texts import Codes, is_nothing
from halved.directory.languages import NAMES

_MORE = {
    "español": "es", "espanol": "es", "castilian": "es", "spanish (castilian)": "es",
    "chinese (mandarin)": "zh", "mandarin": "zh", "mandarin chinese": "zh",
    "chinese (cantonese)": "yue", "cantonese chinese": "yue", "chinese (simplified)": "zh-Hans",
    "chinese (traditional)": "zh-Hant", "simplified chinese": "zh-Hans",
    "traditional chinese": "zh-Hant", "français": "fr", "francais": "fr", "deutsch": "de",
    "polski": "pl", "português": "pt", "portugues": "pt", "brazilian portuguese": "pt-BR",
    "farsi": "fa", "farsi (persian)": "fa", "persian (farsi)": "fa", "dari": "prs",
    "bangla": "bn", "sylheti": "syl", "panjabi": "pa", "pushto": "ps", "pashtu": "ps",
    "kurdish sorani": "ckb", "sorani": "ckb", "kurmanji": "kmr", "creole": "ht",
    "haitian": "ht", "filipino (tagalog)": "fil", "tagalog (filipino)": "fil", "flemish": "nl",
    "modern greek": "el", "gaelic": "gd", "cymraeg": "cy", "gaeilge": "ga", "kiswahili": "sw",
    "bsl": "bfi", "asl": "ase", "dgs": "gsg", "sign language (bsl)": "bfi",
    "sign language (asl)": "ase", "american sign language (asl)": "ase",
    "british sign language (bsl)": "bfi", "ukranian": "uk", "cambodian": "km", "laotian": "lo",
    "hebrew (modern)": "he", "romany": "rom", "romani": "rom", "lingala": "ln", "twi": "tw",
    "wolof": "wo", "shona": "sn", "maltese": "mt", "marshallese": "mh", "samoan": "sm",
    "tongan": "to", "chuukese": "chk", "navajo": "nv", "karen": "kar", "rohingya": "rhg",
}  # fmt: skip
_BY_NAME = {name.lower(): code for code, name in NAMES.items()} | _MORE
_THREE = {
    "eng": "en", "spa": "es", "fre": "fr", "fra": "fr", "ger": "de", "deu": "de", "pol": "pl",
    "por": "pt", "rus": "ru", "chi": "zh", "zho": "zh", "cmn": "zh", "ara": "ar", "urd": "ur",
    "hin": "hi", "ben": "bn", "pan": "pa", "guj": "gu", "som": "so", "tur": "tr", "vie": "vi",
    "kor": "ko", "jpn": "ja", "ita": "it", "gre": "el", "ell": "el", "dut": "nl", "nld": "nl",
    "wel": "cy", "cym": "cy", "per": "fa", "fas": "fa", "ukr": "uk", "rum": "ro", "ron": "ro",
    "tgl": "tl", "hat": "ht", "swa": "sw", "tam": "ta", "heb": "he", "hun": "hu", "lit": "lt",
    "cze": "cs", "ces": "cs", "slo": "sk", "slk": "sk", "alb": "sq", "sqi": "sq", "bul": "bg",
}  # fmt: skip
_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?")
_BETWEEN = re.compile(r"[,;|\n/•·]+|\band\b|&|\+")
_WITH = re.compile(r"(?i)^(.*?)[\s(]+(by appointment|on request|speaking|spoken|language|only)\)?$")


def languages(text: str) -> tuple[list[str], list[str], Codes]:
    """The codes, what no code is known for as it is written, and what was odd."""
    if is_nothing(text):
        return [], [], ()
    text = text.strip()[:1_000]
    whole = _code_of(text)
    parts = [text] if whole else [part.strip(" .:-") for part in _BETWEEN.split(text)]
    codes: dict[str, None] = {}
    words: dict[str, None] = {}
    unknown = False
    for part in parts:
        if not is_nothing(part):
            unknown |= not _place(part, codes, words)
    odd = ["language_list"] if len([part for part in parts if part]) > 1 else []
    odd += ["language_unknown"] if unknown else []
    return [*codes], [*words], tuple(odd)


def _place(part: str, codes: dict[str, None], words: dict[str, None]) -> bool:
    """Whether a code was found. What goes beyond the name of a language (“by appointment”) is kept
    beside its code."""
    code = _code_of(part)
    if not code and (found := _WITH.match(part)):
        code = _code_of(found[1])
        if found[2].lower() not in ("language", "spoken", "speaking"):
            words[part] = None
    if code:
        codes[code] = None
    else:
        words[part] = None
    return bool(code)


def code(text: str) -> str:
    """The code that is meant by a code, as `EN_gb` or `spa`; "" for what is none."""
    found = _CODE.fullmatch(text.strip())
    if not found:
        return ""
    base = found[1].lower()
    base = _THREE.get(base, base)
    if base not in NAMES and base not in _MORE.values() and len(base) != 3:
        return ""
    parts = [base, (found[2] or "").title(), (found[3] or "").upper()]
    return "-".join(part for part in parts if part)


def _code_of(text: str) -> str:
    name = " ".join(text.lower().split())
    if found := _BY_NAME.get(name):
        return found
    return code(text) if len(text) != 3 or text.lower() in _THREE or text in NAMES else ""
