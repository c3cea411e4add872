"""Words of a directory, made fit to read: value in, value and codes of what was odd out. Pure."""

import html
import re
from html.parser import HTMLParser

Codes = tuple[str, ...]
LONGEST = 20_000
EMPTY = {
    "n/a", "na", "n.a.", "none", "null", "nil", "-", "--", "---", "–", "—", ".", "?", "tbd", "tba",
    "unknown", "not applicable", "not available", "not provided", "no data", "undefined", "nan",
    "[]", "{}", "#n/a", "(none)", "\\n",
}  # fmt: skip
_ODD = re.compile(r"[<&\\*_#`\[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\ufeffâÃÂ�\xa0]|\s\s")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\ufeff]")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>|<!--")
_GARBLED = re.compile(r"â€|Ã[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡-¿]|Â[\xa0-\xbf]|�")
_BREAKS = {"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table"}
_SILENT = {"script", "style", "head", "title", "iframe", "svg", "template"}
_MARKS = (
    (re.compile(r"!?\[([^\]\n]{1,300})\]\((https?://[^\s)]{1,500})\)"), r"\1 (\2)"),
    (re.compile(r"(?m)^#{1,6} +(?=\S)"), ""),
    (re.compile(r"(?<![\w*])\*\*(?=\S)([^*\n]{1,500}?)(?<=\S)\*\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])__(?=\S)([^_\n]{1,500}?)(?<=\S)__(?![\w_])"), r"\1"),
    (re.compile(r"(?m)^ {0,3}\* +(?=\S)"), "- "),
)
# What is put before an answer without a gap by systems that lose line breaks.
_LEAD = re.compile(
    r"\b(Telephone|Phone|Walk-in|Walk in|Online|In person|E-?mail|Fax|By appointment)(?=[A-Z][a-z])"
)
_SEAM = re.compile(r"[a-z.!?][A-Z]")
_FULL_STOP = re.compile(r"(?<![\w@/.-])([A-Za-z]?[a-z]{2,20})([.!?])(?=[A-Z][a-z]+[ ,’'])")


def clean(text: str) -> tuple[str, Codes]:
    """One text, with paragraphs."""
    plain = text.strip()
    codes: list[str] = []
    if len(plain) > LONGEST:
        plain, codes = plain[: LONGEST - 1] + "…", ["long"]
    if _ODD.search(plain):
        for step in (_mojibake, _newlines, _entities, _markup, _controls):
            plain, code = step(plain)
            codes += [code] if code else []
        plain = _gaps(plain)
    if len(plain) < 16 and (not plain or plain.lower() in EMPTY):
        return "", (*codes, "empty_word") if plain else tuple(codes)
    plain, code = _glued(plain)
    return plain, (*codes, code) if code else tuple(codes)


def line(text: str) -> tuple[str, Codes]:
    """One line: a name, a title."""
    plain, codes = clean(text)
    return (" ".join(plain.split()) if "\n" in plain else plain), codes


def is_nothing(text: str) -> bool:
    return text.strip().lower() in EMPTY or not text.strip()


def _mojibake(text: str) -> tuple[str, str]:
    """UTF-8 that was read as Windows-1252. What does not turn back whole stays as it is."""
    if not _GARBLED.search(text):
        return text, ""
    try:
        return text.encode("cp1252").decode("utf-8"), "mojibake"
    except UnicodeError:
        mended = re.sub(r"[^\x00-\x7f]{2,6}", _turn_back, text)
        return mended, "mojibake"


def _turn_back(found: re.Match[str]) -> str:
    try:
        return found[0].encode("cp1252").decode("utf-8")
    except UnicodeError:
        return found[0]


def _newlines(text: str) -> tuple[str, str]:
    """A backslash and an n: not in paths, where a word goes on before it."""
    if "\\" not in text:
        return text, ""
    mended = re.sub(
        r"(?<![\\])(?<![A-Z]:)(?:\\r)?\\n(?![a-z]{2,}\\)|(?<!\\)\\r(?=\\n|$)", "\n", text
    )
    mended = re.sub(r"\\(?=[\"'*_#\[\]().-])", "", mended)
    return mended, "newline" if mended != text else ""


def _markup(text: str) -> tuple[str, str]:
    plain = _strip_tags(text) if _TAG.search(text) else text
    for pattern, instead in _MARKS:
        plain = pattern.sub(instead, plain)
    return plain, "html" if plain != text else ""


def _entities(text: str) -> tuple[str, str]:
    if "&" not in text:
        return text, ""
    plain = html.unescape(html.unescape(text))
    return plain, "entity" if plain != text else ""


def _controls(text: str) -> tuple[str, str]:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = _CONTROL.sub("", text)
    return plain, "control" if plain != text else ""


def _gaps(text: str) -> str:
    """No gap is wider than one, no pause longer than an empty line."""
    rows = [" ".join(row.split()) for row in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(rows)).strip()


def _glued(text: str) -> tuple[str, str]:
    if not _SEAM.search(text):
        return text, ""
    apart = _LEAD.sub(r"\1\n", text)
    apart = _FULL_STOP.sub(r"\1\2 ", apart)
    return apart, "glued" if apart != text else ""


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in _SILENT
        if tag in _BREAKS:
            self.words.append("\n- " if tag == "li" else "\n")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in _SILENT and self.silent > 0
        if tag in _BREAKS and tag not in ("br", "li"):
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words.append(data)


def _strip_tags(text: str) -> str:
    """The words alone. What is no HTML after all (“<5 years”) stays."""
    parser = _Words()
    parser.feed(text)
    parser.close()
    return "".join(parser.words)
