"""How rules look for words, in small letters and with straight apostrophes.

In a phrase a space stands for any white space, and an apostrophe may be left out by the writer. No
part of a phrase repeats without a bound, so that a search takes time linear in the text.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from halved.wording.text import Span, Text

Look = Callable[[Text], Iterable[Span]]


def phrase(*alternatives: str) -> re.Pattern[str]:
    """Whole words, as one would write them in a regular expression."""
    written = "|".join(alternatives).replace(" ", r"\s{1,3}").replace("'", "'?")
    return re.compile(rf"\b(?:{written})(?!\w)")


def finds(*alternatives: str) -> Look:
    """Each place where one of the phrases stands in what they say themselves."""
    pattern = phrase(*alternatives)

    def look(text: Text) -> Iterator[Span]:
        return (Span(*found.span()) for found in pattern.finditer(text.own))

    return look


def finds_even_quoted(*alternatives: str) -> Look:
    """Each place where one of the phrases stands, also in what is quoted."""
    pattern = phrase(*alternatives)

    def look(text: Text) -> Iterator[Span]:
        return (Span(*found.span()) for found in pattern.finditer(text.lower))

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
