"""When a piece of help is, and when it comes again: RFC 5545 rules on the clock on the wall there.

Clocks change, and dinner stays at six: a rule is expanded in local time, and each time is placed in
its zone afterwards, as RFC 5545 says (section 3.3.5). A time that the clocks skip comes as much
later as they skip; one that comes twice is the first.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

MOST = 60  # pieces in one ask
AHEAD = timedelta(days=366)  # how far from the first one the last may lie
LONGEST = timedelta(days=7)  # one piece

_NUMBER = r"[1-9][0-9]?"
_DAY = "(?:MO|TU|WE|TH|FR|SA|SU)"
# Which parts a rule may have. Rules that need more are written as two. What is not here could keep
# the library looking for a day that never comes.
_PARTS = {
    "FREQ": "DAILY|WEEKLY|MONTHLY",
    "INTERVAL": _NUMBER,
    "COUNT": _NUMBER,
    "UNTIL": r"[0-9]{8}(?:T[0-9]{6}Z)?",
    "WKST": _DAY,
    "BYDAY": rf"(?:-?[1-5])?{_DAY}(?:,(?:-?[1-5])?{_DAY})*",
    "BYMONTHDAY": r"-?(?:[1-9]|[12][0-9]|3[01])(?:,-?(?:[1-9]|[12][0-9]|3[01]))*",
}


class CannotRepeat(ValueError):
    """The rule is none we follow. The message is for people, and says what to do."""


@dataclass(frozen=True)
class When:
    """From when to when on the clock on the wall in `zone` (an IANA name), and how it comes again:
    an RFC 5545 recurrence rule, or "" for once."""

    starts: datetime  # without a zone of its own
    ends: datetime
    zone: str
    rule: str = ""


@dataclass(frozen=True)
class Span:
    """One stretch of time, in UTC."""

    starts_at: datetime
    ends_at: datetime


def expand(when: When) -> list[Span]:
    """Every time it is, the first one first: at least one, at most MOST, the last one no more than
    AHEAD after the first. A rule counts from `when.starts`, whether or not that day fits the rule.

    Each ends at the same time of day as the others do, also when the clocks change in between.
    Raises CannotRepeat.
    """
    if not timedelta() < when.ends - when.starts <= LONGEST:
        raise CannotRepeat("It ends before it begins, or takes longer than a week.")
    starts = list(_starts(when)) if when.rule else [when.starts]
    if not starts:
        raise CannotRepeat("It never takes place like this. Choose other days.")
    return [_span(start, start + (when.ends - when.starts), when.zone) for start in starts]


def span(when: When) -> Span:
    """The first time it is, whatever its rule says. Raises CannotRepeat."""
    return expand(replace(when, rule=""))[0]


def _span(starts: datetime, ends: datetime, zone: str) -> Span:
    starts_at = _place(starts, zone)
    ends_at = _place(ends, zone)
    # At night, when the clocks skip an hour, what ends in that hour would end before it begins.
    return Span(starts_at, ends_at if ends_at > starts_at else starts_at + (ends - starts))


def _place(local: datetime, zone: str) -> datetime:
    return local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def _starts(when: When) -> Iterator[datetime]:
    parts = _parts(when.rule)
    until = _until(parts.pop("UNTIL", ""), when)
    plain = ";".join(f"{name}={value}" for name, value in parts.items())
    last = when.starts + AHEAD
    found = takewhile(
        lambda start: until is None or start <= until, rrulestr(plain, dtstart=when.starts)
    )
    for number, start in enumerate(found):
        if number == MOST:
            raise CannotRepeat(f"That is more than {MOST} times. Choose an earlier end.")
        if start > last:
            raise CannotRepeat("That is more than a year ahead. Choose an earlier end.")
        yield start


def _parts(rule: str) -> dict[str, str]:
    """The parts of a rule, if it has all it needs and nothing that we do not follow."""
    parts: dict[str, str] = {}
    for part in rule.upper().removeprefix("RRULE:").split(";"):
        name, _, value = part.partition("=")
        if name in parts or name not in _PARTS or not re.fullmatch(_PARTS[name], value):
            raise CannotRepeat("This way of coming again is not known here. Choose another.")
        parts[name] = value
    if "FREQ" not in parts or _clash(parts):
        raise CannotRepeat("This way of coming again is not known here. Choose another.")
    if ("COUNT" in parts) == ("UNTIL" in parts):
        raise CannotRepeat("Say how many times, or until which day.")
    return parts


def _clash(parts: dict[str, str]) -> bool:
    """Whether these parts do not go together. "The second Monday" needs months to count in."""
    monthly = parts["FREQ"] == "MONTHLY"
    days, numbers = parts.get("BYDAY", ""), "BYMONTHDAY" in parts
    return (
        (numbers and (not monthly or bool(days)))
        or (bool(days) and parts["FREQ"] == "DAILY")
        or (bool(re.search("[0-9]", days)) and not monthly)
    )


def _until(text: str, when: When) -> datetime | None:
    """The last moment the rule may reach, on the clock there: a day counts to its end."""
    try:
        if not text:
            return None
        if len(text) == len("YYYYMMDD"):
            day = datetime.strptime(text, "%Y%m%d")  # noqa: DTZ007
            return datetime.combine(day, time.max)
        moment = datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        return moment.astimezone(ZoneInfo(when.zone)).replace(tzinfo=None)
    except (ValueError, OverflowError) as error:
        raise CannotRepeat("Until which day? Write a day that there is.") from error
