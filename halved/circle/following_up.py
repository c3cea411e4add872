"""Turning to practices and services: when to follow up, and who is next on the list.

Rows and the member's own day go in, days and sentences come out. The days that are proposed are
rules of thumb; the member can change every one. Public holidays are not known here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol, TypeVar


class Way(StrEnum):
    CALL = "call"
    MAIL = "mail"
    FORM = "form"


class Outcome(StrEnum):
    SILENCE = "silence"
    MESSAGE = "message"
    WAITING = "waiting"
    TALK = "talk"
    NO = "no"


class Stage(StrEnum):
    """How it stands with one practice."""

    DUE = "due"  # the day to follow up has come
    UNTRIED = "untried"
    OPEN = "open"  # an answer may still come
    TALK = "talk"
    WAITING = "waiting"  # on a waiting list
    SILENT = "silent"  # no answer, and no day to follow up
    NO = "no"


SILENT = {Outcome.SILENCE, Outcome.MESSAGE}
AFTER_A_MAIL = timedelta(days=7)
AFTER_A_CALL = 3  # working days, Monday to Friday
ON_A_LIST = timedelta(days=28)
DAY = timedelta(days=1)
SATURDAY = 5
NAMED = 3  # practices that are named in one sentence

_CONTACTED = {
    Way.CALL: "You called on {day}.",
    Way.MAIL: "You wrote an e-mail on {day}.",
    Way.FORM: "You filled in their form on {day}.",
}
_CAME = {
    Outcome.SILENCE: "No answer yet.",
    Outcome.MESSAGE: "You left a message.",
    Outcome.NO: "They can’t, or they are full.",
}


@dataclass(frozen=True)
class Try:
    """One call, mail or form, and what came of it. All days are the member's own."""

    id: str
    on: date
    way: Way
    outcome: Outcome = Outcome.SILENCE
    talk_on: date | None = None
    since: date | None = None  # on the waiting list
    until: date | None = None  # about when a place may be free
    place: str = ""  # on the waiting list, as they said it

    def as_kept(self) -> dict[str, str]:
        """Plain text under plain names, less what is empty."""
        return {name: str(value) for name, value in asdict(self).items() if value}

    @classmethod
    def from_kept(cls, kept: Mapping[str, str]) -> "Try":
        return cls(
            id=kept["id"],
            on=date.fromisoformat(kept["on"]),
            way=Way(kept["way"]),
            outcome=Outcome(kept["outcome"]),
            talk_on=_day(kept.get("talk_on")),
            since=_day(kept.get("since")),
            until=_day(kept.get("until")),
            place=kept.get("place", ""),
        )


class Enquired(Protocol):
    """What must be known of a practice on the list."""

    @property
    def name(self) -> str: ...
    @property
    def last(self) -> Try | None: ...
    @property
    def follow_up_day(self) -> date | None: ...


AnyEnquired = TypeVar("AnyEnquired", bound=Enquired)


def propose(last: Try, today: date) -> date | None:
    """The day on which to follow up: a working day, today at the earliest. None when an answer
    is there."""
    if last.outcome in (Outcome.TALK, Outcome.NO):
        return None
    if last.outcome == Outcome.WAITING:
        named = last.until if last.until and last.until > last.on else None
        day = named or max(last.since or last.on, last.on) + ON_A_LIST
    elif last.way == Way.CALL or last.outcome == Outcome.MESSAGE:
        day = _working_days_after(last.on, AFTER_A_CALL)
    else:
        day = last.on + AFTER_A_MAIL
    return _working_day(max(day, today))


def stage(row: Enquired, today: date) -> Stage:
    if row.last is None:
        return Stage.UNTRIED
    if row.follow_up_day and row.follow_up_day <= today:
        return Stage.DUE
    if row.last.outcome in SILENT:
        return Stage.OPEN if row.follow_up_day else Stage.SILENT
    return Stage(row.last.outcome)


def goes_on(row: Enquired, today: date) -> bool:
    """Whether it is time for the next one: they can't, or they are silent for long enough."""
    at = stage(row, today)
    due = at == Stage.DUE and row.last is not None and row.last.outcome in SILENT
    return due or at in (Stage.SILENT, Stage.NO)


def next_one(rows: Iterable[AnyEnquired]) -> AnyEnquired | None:
    """The first on the list who was not tried yet. Others need not have answered before."""
    return next((row for row in rows if row.last is None), None)


# --- in words ---------------------------------------------------------------------------------


def told(last: Try | None, today: date) -> str:
    """What was done, and what came of it."""
    if last is None:
        return "Not contacted yet."
    contacted = _CONTACTED[last.way].format(day=in_words(last.on, today))
    return f"{contacted} {_came(last, today)}"


def when(row: Enquired, today: date) -> str:
    """When to follow up; empty when no day is set."""
    day = row.follow_up_day
    if day is None or row.last is None:
        return ""
    if day <= today:
        return "The day to follow up has come."
    return f"Follow up on {day:%A} {in_words(day, today)}."


def names(rows: Sequence[Enquired]) -> str:
    """At most NAMED of them: "Dr Weber, Dr Lang and others". At least one must be there."""
    first = [row.name for row in rows[:NAMED]]
    if len(rows) > NAMED:
        return f"{', '.join(first)} and others"
    return " and ".join([", ".join(first[:-1]), first[-1]] if len(first) > 1 else first)


def noted(tries: int, words: bool, notes: bool) -> str:
    """What was noted of a practice, and would go with it: "2 tries, your words and your notes"."""
    tried = [f"{tries} {'try' if tries == 1 else 'tries'}"] if tries else []
    found = [*tried, *["your words"] * words, *["your notes"] * notes]
    return " and ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)


def in_words(day: date, today: date) -> str:
    """3 May; with the year, if it is another one."""
    return f"{day.day} {day:%B}" + (f" {day.year}" if day.year != today.year else "")


def _came(last: Try, today: date) -> str:
    if last.outcome == Outcome.TALK:
        if last.talk_on is None:
            return "A first talk is agreed."
        verb = "was" if last.talk_on < today else "is"
        return f"A first talk {verb} set for {last.talk_on:%A} {in_words(last.talk_on, today)}."
    if last.outcome == Outcome.WAITING:
        return _listed(last, today)
    return _CAME[last.outcome]


def _listed(last: Try, today: date) -> str:
    since = f" since {in_words(last.since, today)}" if last.since else ""
    until = f", until about {in_words(last.until, today)}" if last.until else ""
    place = f" Your place on it: {last.place}." if last.place else ""
    return f"You are on their waiting list{since}{until}.{place}"


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _working_day(day: date) -> date:
    """This day, or the Monday after it."""
    return day + DAY * (7 - day.weekday()) if day.weekday() >= SATURDAY else day


def _working_days_after(day: date, count: int) -> date:
    for _ in range(count):
        day = _working_day(day + DAY)
    return day
