"""The text somebody wrote, read once: its sentences, its words, where it asks, and for whom."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple


class Kind(StrEnum):
    """Which help is asked for. The same codes as `asks.SupportKind`."""

    INSTRUMENTAL = "instrumental"
    INFORMATIONAL = "informational"
    EMOTIONAL = "emotional"


class Audience(StrEnum):
    FRIEND = "friend"  # or family
    PROFESSIONAL = "professional"  # or a service
    STRANGER = "stranger"  # or a group


class Way(StrEnum):
    SPOKEN = "spoken"
    TEXT = "text"
    MAIL = "mail"


class Span(NamedTuple):
    """A place in the text: from the first character to the one after the last."""

    start: int
    end: int


@dataclass(frozen=True)
class Setting:
    """Who is asked, for what, and how. What is not known is left empty."""

    kinds: frozenset[Kind] = frozenset()
    audience: Audience = Audience.FRIEND
    way: Way = Way.TEXT
    language: str = ""  # told by the text itself when empty
    name: str = ""  # what the person asked is called
    people: int = 1  # how many read this same text


ANYONE = Setting()

# A full stop, question mark or the like ends a sentence only before a blank; so numbers, addresses
# of pages and "7p.m.," stay whole. Brackets, quotation marks and emoji go with it.
_END = re.compile(r"[.!?…]+[\"”“«’')\]️‍☀-➿\U0001F000-\U0001FAFF]*(?=\s|$)|\n\s*")
_BULLET = re.compile(r"[-*•>–]|\d+[.)]\s")
# After the first of these a full stop ends nothing; after the second only before a capital letter.
_TITLE = re.compile(
    r"(?i)(?<![^\W_])(?:mrs?|ms|dr|prof|st|rev|no|vs|e\.g|i\.e|z\.b|d\.h|bzw|ca|nr|approx|dept)$"
    r"|(?<!\w)(?-i:[A-HJ-Z])$"
)
_SHORTENED = re.compile(
    r"(?i)(?<![^\W_])(?:[ap]\.m|[ap]m|etc|apt|ext|tel|inc|ltd|usw|jan|feb|mar|apr|aug|sept?|oct|nov|dec|"
    r"mon|tues?|wed|thurs?|fri|sat|sun|min|mins|hrs?)$"
)
_BEFORE = 12  # characters looked back over for a shortened word
_WRAPPED = range(45, 101)  # how long a line is that a mail program broke

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_QUOTED = re.compile(
    r"""(?m)^>.*$|"[^"\n]*"|[“„][^“”„"\n]*[“”"]|»[^»«\n]*«|«[^»«\n]*»"""
    r"""|(?<!\w)['‘](?!cause|til|em\b|bout)(?=\w)[^\n]{1,200}?['’](?!\w)"""
)
_STRAIGHT = str.maketrans({"’": "'", "ʼ": "'", "İ": "I"})  # İ is two characters in small letters


@dataclass(frozen=True)
class Text:
    """One text to look at. What is found in it is found once, in time linear in its length."""

    text: str
    setting: Setting
    find_ask: Callable[[str], Span | None] = field(repr=False)

    @cached_property
    def lower(self) -> str:
        """In small letters with straight apostrophes, each character at its place in the text."""
        return small(self.text)

    @cached_property
    def own(self) -> str:
        """What they say themselves: `lower` with blanks where they quote."""
        return unquoted(self.lower)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Where each sentence stands, without the space around it."""
        return tuple(sentences_of(self.text))

    @cached_property
    def words(self) -> tuple[Span, ...]:
        return tuple(Span(*found.span()) for found in _WORD.finditer(self.text))

    @cached_property
    def ask(self) -> Span | None:
        """Where it asks for something."""
        return self.find_ask(self.text)

    @cached_property
    def whole(self) -> Span:
        return trimmed(self.text, 0, len(self.text))


def small(text: str) -> str:
    """In small letters with straight apostrophes, each character at its place."""
    return text.translate(_STRAIGHT).lower()


def unquoted(text: str) -> str:
    """With blanks where somebody else is quoted, each character at its place."""
    return _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)


def sentences_of(text: str) -> Iterator[Span]:
    """Where each sentence stands, in order, without the space around it."""
    start = line = 0
    for found in _END.finditer(text):
        breaks = "\n" in found[0]
        ends = not _wrapped(text, line, found) if breaks else _ends(text, start, found)
        if breaks:
            line = found.end()
        if ends:
            if text[start : found.end()].strip():
                yield trimmed(text, start, found.end())
            start = found.end()
    if text[start:].strip():
        yield trimmed(text, start, len(text))


def _wrapped(text: str, line: int, found: re.Match[str]) -> bool:
    """Whether this line break only keeps the lines short: a mail program's, not the writer's."""
    follows = text[found.end() : found.end() + 4]
    return (
        found.start() - line in _WRAPPED
        and found[0].count("\n") == 1
        and (follows[:1].islower() or follows[:2] in ("I ", "I’", "I'"))
        and not _BULLET.match(follows)
    )


def _ends(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether this sign ends the sentence: not one that only shortens a word or trails off."""
    small_follows = text[found.end() : found.end() + 2].strip()[:1].islower()
    if found[0] in ("...", "…"):
        return not small_follows
    if found[0] != ".":
        return True
    before = text[max(start, found.start() - _BEFORE) : found.start()]
    return not (_TITLE.search(before) or (small_follows and _SHORTENED.search(before)))


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without the white space at its ends."""
    piece = text[start:end]
    return (
        Span(end - len(piece.lstrip()), start + len(piece.rstrip()))
        if piece.strip()
        else Span(start, start)
    )
