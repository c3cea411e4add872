"""How a way of saying something is written down.

Every line of `ways` is one way, in the one spelling that `spelling` gives, and matches whole words:

    (die|be dead)    one of these; `(be )?` may be left out
    ..  and  ...     up to four words; up to eight, and a pause
    WANT             a word in capitals stands for a list in `vocabulary`
    die<of|from>     "die", unless one of these comes next
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from halved.safety.gentle.needed import needed
from halved.safety.gentle.vocabulary import VOCABULARY

_LIST = re.compile("|".join(sorted(VOCABULARY, key=len, reverse=True)))
_UNLESS = re.compile(r"<([^<>]+)>")
_GROUP = re.compile(r"\((?!\?)")


class About(StrEnum):
    """Whose words or plight it is, and so what the line asks; the first goes before the others."""

    SELF = "self"  # not wanting to live, or a plan to die
    HARM = "harm"  # hurting oneself
    OTHER = "other"  # somebody else may be in danger


@dataclass(frozen=True)
class Meaning:
    """One thing that people say in many ways.

    `negatable`: a "not" before it says the opposite. `impersonal`: it is the writer's, whoever is
    named. `sayable_of_others`: said of a friend it means the friend. `excuses` names the guards
    that apply beside those that apply to all.
    """

    name: str
    ways: str
    about: About = About.SELF
    negatable: bool = False
    impersonal: bool = False
    sayable_of_others: bool = False
    excuses: tuple[str, ...] = ()


@dataclass(frozen=True)
class Way:
    """One way of saying what is meant."""

    meaning: Meaning
    written: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return phrase(self.written)

    @property
    def needed(self) -> frozenset[str]:
        """Words of which one must stand in a sentence."""
        return needed(spelled_out(self.written))


def ways_of(meaning: Meaning) -> Iterator[Way]:
    return (Way(meaning, line) for line in lines(meaning.ways))


def lines(text: str) -> list[str]:
    """The lines of a block. One that goes on ends in a backslash: between two words, a space."""
    whole = re.sub(r"(?<=[a-z])\\\n\s*(?=[a-z])", " ", text)
    whole = re.sub(r"\\\n\s*", "", whole)
    return [line.strip() for line in whole.splitlines() if line.strip()]


def spelled_out(way: str) -> str:
    """A way with the lists of the vocabulary in it, as a regular expression."""
    while _LIST.search(way):  # a list may name another
        way = _LIST.sub(lambda name: VOCABULARY[name[0]], way)
    way = _UNLESS.sub(r"(?! (\1)((?!\\S)|(?<= )))", way)
    way = _GROUP.sub("(?:", way)
    return way.replace("... ", r"(?:[\w*',]+ ){0,8}").replace(".. ", r"(?:[\w*']+ ){0,4}")


def phrase(*ways: str) -> re.Pattern[str]:
    """Whole words, written as above. No part repeats without a bound, so that a search is linear in
    the text."""
    return re.compile(rf"(?<!\S)(?:{spelled_out('|'.join(ways))})(?!\S)")
