"""How rules look for words, in small letters and with straight apostrophes.

In a phrase a space stands for any white space, and an apostrophe may be left out by the writer. No
part of a phrase repeats without a bound, so that a search takes time linear in the text.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import islice

from halved.wording.text import Span, Text

Look = Callable[[Text], Iterable[Span]]

_BEFORE = 40  # characters in which a word before a phrase can change its meaning
_LAST_WORDS = 100  # characters of a question that count as its end
_A_TEXT = 6  # words; fewer are no more than a greeting or an answer


class Pattern:
    """A regular expression, compiled at the first text it meets: all of them together would hold
    up every start of Halved."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self._compiled.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self._compiled.match(text, start, end)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self._compiled.finditer(text)


def phrase(*alternatives: str) -> Pattern:
    """Whole words, written as in a regular expression, but without lookbehinds."""
    return Pattern(rf"\b(?:{_loose(alternatives)})(?!\w)")


def finds(*alternatives: str, not_after: str = "") -> Look:
    """Each place where one of the phrases stands in what they say themselves, unless right after
    `not_after`."""
    return _finds(lambda text: text.own, alternatives, not_after)


def finds_even_quoted(*alternatives: str, not_after: str = "") -> Look:
    """The same, also in what is quoted."""
    return _finds(lambda text: text.lower, alternatives, not_after)


def _loose(alternatives: Iterable[str]) -> str:
    written = "|".join(alternatives).replace("'", "'?")
    return written.replace(" ?", r"\s{0,3}").replace(" ", r"\s{1,3}")


def _finds(read: Callable[[Text], str], alternatives: Iterable[str], not_after: str) -> Look:
    # A set of characters in front lets the search skip to the next word: half the time of \b.
    pattern = Pattern(rf"[^a-z0-9_ß-ÿ](?:{_loose(alternatives)})(?!\w)")
    before = Pattern(rf"\b(?:{_loose([not_after])})[\s,]{{0,3}}$") if not_after else None

    def look(text: Text) -> Iterator[Span]:
        words = read(text)
        for found in pattern.finditer(" " + words):
            start, end = found.start(), found.end() - 1
            if not (before and before.search(words, max(0, start - _BEFORE), start)):
                yield Span(start, end)

    return look


def finds_without(wanted: Look, excuse: Pattern) -> Look:
    """What `wanted` finds, unless the excuse stands anywhere in the text."""

    def look(text: Text) -> Iterator[Span]:
        found = list(wanted(text))
        return iter(()) if found and excuse.search(text.own) else iter(found)

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


def finds_hint(hint: Pattern) -> Look:
    """The first hint in a text that asks for nothing."""

    def look(text: Text) -> Iterator[Span]:
        if _asks_nothing(text) and (found := hint.search(text.own)):
            yield Span(*found.span())

    return look


def finds_no_ask(hint: Pattern) -> Look:
    """The whole text, where it neither asks nor hints."""

    def look(text: Text) -> Iterator[Span]:
        if _asks_nothing(text) and not hint.search(text.own):
            yield text.whole

    return look


def _asks_nothing(text: Text) -> bool:
    return not text.ask and len(text.words) >= _A_TEXT


def ask_ends_in(text: Text, words: Pattern) -> bool:
    """Whether the question ends in these words. The pattern ends in `$`."""
    start, end = sentence_of_ask(text)
    return bool(words.search(text.own, max(start, end - _LAST_WORDS), end))


def sentence_of_ask(text: Text) -> Span:
    """Where the sentence or sentences stand in which it asks; empty where nothing is asked."""
    ask = text.ask or Span(0, 0)
    found = [s for s in text.sentences if s.start < ask.end and ask.start < s.end] or [ask]
    return Span(found[0].start, found[-1].end)
