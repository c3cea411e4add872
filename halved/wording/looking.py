"""How rules look for words, in small letters and with straight apostrophes.

In a phrase a space stands for any white space, and an apostrophe may be left out by the writer. No
part of a phrase repeats without a bound, so that a search takes time linear in the text.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from halved.wording.text import Span, Text

Look = Callable[[Text], Iterable[Span]]


_BEFORE = 40  # characters in which a word before a phrase can change its meaning


def phrase(*alternatives: str) -> re.Pattern[str]:
    """Whole words, written as in a regular expression, but without lookbehinds."""
    return re.compile(rf"\b(?:{_loose(alternatives)})(?!\w)")


def finds(*alternatives: str, not_after: str = "") -> Look:
    """Each place where one of the phrases stands in what they say themselves, unless right after
    `not_after`."""
    return _finds(lambda text: text.own, phrase(*alternatives), not_after)


def finds_even_quoted(*alternatives: str, not_after: str = "") -> Look:
    """The same, also in what is quoted."""
    return _finds(lambda text: text.lower, phrase(*alternatives), not_after)


def _loose(alternatives: Iterable[str]) -> str:
    written = "|".join(alternatives).replace("'", "'?")
    return written.replace(" ?", r"\s{0,3}").replace(" ", r"\s{1,3}")


def _finds(read: Callable[[Text], str], pattern: re.Pattern[str], not_after: str) -> Look:
    before = re.compile(rf"\b(?:{_loose([not_after])})\s{{0,3}}$") if not_after else None

    def look(text: Text) -> Iterator[Span]:
        words = read(text)
        for found in pattern.finditer(words):
            start = found.start()
            if not (before and before.search(words, max(0, start - _BEFORE), start)):
                yield Span(*found.span())

    return look


def finds_without(wanted: Look, excuse: re.Pattern[str]) -> Look:
    """What `wanted` finds, unless the excuse stands anywhere in the text."""

    def look(text: Text) -> Iterator[Span]:
        return iter(()) if excuse.search(text.own) else iter(wanted(text))

    return look


def finds_again(wanted: Look) -> Look:
    """What `wanted` finds after the first time."""

    def look(text: Text) -> Iterator[Span]:
        return islice(wanted(text), 1, None)

    return look


def finds_in_ask(wanted: Look) -> Look:
    """What `wanted` finds inside the question itself."""

    def look(text: Text) -> Iterator[Span]:
        ask = text.ask
        if ask:
            yield from (s for s in wanted(text) if ask.start <= s.start and s.end <= ask.end)

    return look


def finds_any(*looks: Look) -> Look:
    """What any of them finds, the first one's places first."""

    def look(text: Text) -> Iterator[Span]:
        for one in looks:
            yield from one(text)

    return look


def finds_ask_if(lacking: Callable[[Text], bool]) -> Look:
    """The question itself, where it lacks something. Nothing where nothing is asked."""

    def look(text: Text) -> Iterator[Span]:
        if text.ask and lacking(text):
            yield text.ask

    return look


def sentence_of_ask(text: Text) -> Span:
    """Where the sentence or sentences stand in which it asks; empty where nothing is asked."""
    ask = text.ask or Span(0, 0)
    found = [s for s in text.sentences if s.start < ask.end and ask.start < s.end] or [ask]
    return Span(found[0].start, found[-1].end)
