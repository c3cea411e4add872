"""The text somebody wrote, read once: its sentences, its words, where it asks, and for whom."""

import re
from collections.abc import Callable
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

_SENTENCE = re.compile(r"[^.!?…\n]+(?:[.!?…]+[\"”’')\]]*|\n|$)")
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
        return self.text.translate(_STRAIGHT).lower()

    @cached_property
    def own(self) -> str:
        """What they say themselves: `lower` with blanks where they quote."""
        return _QUOTED.sub(lambda quoted: " " * len(quoted[0]), self.lower)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Where each sentence stands, without the space around it."""
        return tuple(trimmed(self.text, *found.span()) for found in _SENTENCE.finditer(self.text))

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


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without the white space at its ends."""
    piece = text[start:end]
    return (
        Span(end - len(piece.lstrip()), start + len(piece.rstrip()))
        if piece.strip()
        else Span(start, start)
    )
