"""People of a circle without a store, and how they were asked, for the rule."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from halved.circle.rules import LATELY, Need, Past

TODAY = date(2027, 3, 10)
DAY = timedelta(days=1)
CARE, EXAM = "care", "exam"


@dataclass(frozen=True)
class Person:
    name: str = "Cleo"
    kinds: tuple[str, ...] | None = None
    inner: bool | None = None
    not_about: tuple[str, ...] | None = None
    profession: str | None = None
    rest_day: date | None = None


def need(*kinds: str, concern: str = "", today: date = TODAY) -> Need:
    return Need(kinds, concern, today)


def asked(*days_ago: int, yes: int = 0, waiting: bool = False, today: date = TODAY) -> Past:
    """Somebody who was asked on these days; all of these asks are over."""
    days = [today - DAY * count for count in days_ago]
    lately = [day for day in days if today - day < LATELY]
    return Past(
        last_on=max(days, default=None),
        lately=len(lately),
        lately_since=min(lately, default=None),
        yes=yes,
        waiting=waiting,
    )


def asked_again(past: Past, today: date) -> Past:
    """The same, once asked more, within LATELY of the first."""
    since = past.lately_since or today
    return replace(past, last_on=today, lately=past.lately + 1, lately_since=since)
