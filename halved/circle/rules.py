"""Whom to ask: who comes to mind for this, and why, in words.

Rows and the member's own day go in, at most three people with their reasons come out. Nobody is
scored: the order is a list of plain questions, asked one after the other (see `_order`).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Generic, Protocol, TypeVar

GOOD_AT = {
    "instrumental": "doing something together",
    "informational": "knowing how",
    "emotional": "being there",
}
MOST = 3  # people who are suggested at once
OFTEN = 4  # times asked in LATELY, before it is said and somebody else is suggested
LATELY = timedelta(days=30)
_LONG_AGO = timedelta(days=60)  # "not this year" would be odd for an ask of last December
_TIMES = ["never", "once", "twice", "three times", "four times", "five times", "six times"]


class Person(Protocol):
    """What must be known of somebody; a row of the circle has it. All but the name may be None.
    Sealed columns have no type of their own, hence Any."""

    @property
    def name(self) -> Any: ...  # text
    @property
    def kinds(self) -> Any: ...  # codes of GOOD_AT
    @property
    def inner(self) -> Any: ...  # whether they are one of the people closest to the member
    @property
    def not_about(self) -> Any: ...  # ids of concerns
    @property
    def profession(self) -> Any: ...  # text; only professionals and services have one
    @property
    def rest_day(self) -> date | None: ...  # not to be asked before


AnyPerson = TypeVar("AnyPerson", bound=Person)


@dataclass(frozen=True)
class Past:
    """How it went to ask one person so far. Days are the member's own."""

    last_on: date | None = None
    lately: int = 0  # times asked in LATELY
    lately_since: date | None = None  # the first of those times
    yes: int = 0  # answers that were a yes, or a yes to less
    waiting: bool = False  # an ask is with them, and they have not answered


@dataclass(frozen=True)
class Need:
    """What is asked for: kinds of help, the id of what it is about ("" for nothing noted), and
    the member's day."""

    kinds: Collection[str]
    concern: str
    today: date


@dataclass(frozen=True)
class Suggestion(Generic[AnyPerson]):
    person: AnyPerson
    reasons: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """ "Cleo: good at being there; you haven’t asked them yet." """
        return f"{self.person.name}: {'; '.join(self.reasons)}."


def suggest(people: Iterable[tuple[AnyPerson, Past]], need: Need) -> list[Suggestion[AnyPerson]]:
    """At most MOST people for this, the first one first. None when nothing speaks for anybody."""
    fitting = [(person, past) for person, past in people if _fits(person, past, need)]
    fitting.sort(key=lambda row: _order(row[0], row[1], need))
    return [
        Suggestion(person, tuple(_reasons(person, past, need))) for person, past in fitting[:MOST]
    ]


def cautions(person: Person, past: Past, need: Need) -> list[str]:
    """What speaks against asking this person now. It forbids nothing."""
    said = []
    if need.concern and need.concern in (person.not_about or ()):
        said.append(f"You noted that {person.name} is not for this.")
    if person.rest_day and need.today < person.rest_day:
        said.append(f"You noted not to ask {person.name} before {in_words(person.rest_day)}.")
    if past.lately >= OFTEN:
        said.append(f"You have asked {person.name} {times(past.lately)} {_span(past, need)}.")
    return said


def good_at(kinds: Collection[str]) -> str:
    """The kinds of help in words, in their usual order: "knowing how and being there"."""
    words = [label for kind, label in GOOD_AT.items() if kind in kinds]
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def times(count: int) -> str:
    return _TIMES[count] if count < len(_TIMES) else f"{count} times"


def in_words(day: date) -> str:
    """3 May 2027"""
    return f"{day.day} {day:%B %Y}"


def _shared(person: Person, need: Need) -> set[str]:
    return set(person.kinds or ()) & set(need.kinds)


def _fits(person: Person, past: Past, need: Need) -> bool:
    """Whether something speaks for them, and nothing against. A professional is there for what
    they are noted to be good at, and for nothing else."""
    if past.waiting or cautions(person, past, need):
        return False
    if need.kinds and (person.kinds or person.profession):
        return bool(_shared(person, need))
    return not person.profession and bool(person.kinds or person.inner or past.yes)


def _order(person: Person, past: Past, need: Need) -> tuple[object, ...]:
    """Who is good at it comes first. Then whoever was asked less often lately, to spread the load:
    only among equals does it count how close they are, and what they said before."""
    shared = len(_shared(person, need))
    return (
        not shared,
        bool(person.profession),
        past.lately,
        -shared,
        not person.inner,
        -past.yes,
        past.last_on or date.min,
        person.name.casefold(),
    )


def _reasons(person: Person, past: Past, need: Need) -> Iterable[str]:
    if person.profession:
        yield person.profession
    kinds = _shared(person, need) if need.kinds else set(person.kinds or ())
    if kinds:
        yield f"good at {good_at(kinds)}"
    if person.inner:
        yield "one of the people closest to you"
    yield _last_asked(past, need)
    if past.yes:
        yield f"they said yes {times(past.yes)}"


def _last_asked(past: Past, need: Need) -> str:
    if past.last_on is None:
        return "you haven’t asked them yet"
    if past.lately:
        return f"you asked them {times(past.lately)} {_span(past, need)}"
    if past.last_on.year < need.today.year and need.today - past.last_on >= _LONG_AGO:
        return "you haven’t asked them this year"
    return f"you last asked them in {past.last_on:%B}"


def _span(past: Past, need: Need) -> str:
    """In words what LATELY is; "this month" only where every one of the asks lies in it."""
    first = past.lately_since or need.today
    this_month = (first.year, first.month) == (need.today.year, need.today.month)
    return "this month" if this_month else "in the last 30 days"
