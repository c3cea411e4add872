"""Opening times as a person reads them. Rows of a timetable go in, words come out."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from halved.directory.details import Hours

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
DAY = 24 * 60  # minutes
Span = tuple[int, int]  # minutes from the start of the day; the end may lie on the next day


def rows(hours: Iterable[Hours]) -> list[tuple[str, str]]:
    """Which days, and when: ("Monday to Friday", "9:00–17:00"), …, ("Sunday", "closed"). Days that
    are alike stand together, the earliest first. Nothing where no day is known."""
    week = [_spans(hours, weekday) for weekday in range(1, 8)]
    if not any(week):
        return []
    alike: dict[tuple[Span, ...], list[int]] = {}
    for day, spans in enumerate(week):
        alike.setdefault(spans, []).append(day)
    closed = alike.pop((), [])
    told = [(_days(days), _times(spans)) for spans, days in alike.items()]
    return [*told, (_days(closed), "closed")] if closed else told


def sentence(hours: Iterable[Hours]) -> str:
    """The rows in one line: "Monday to Friday 9:00–17:00, closed on Saturday and Sunday"."""
    told = rows(list(hours))
    if told == [("every day", "day and night")]:
        return "Day and night"
    parts = [
        f"closed on {days}" if times == "closed" else f"{days} {times}" for days, times in told
    ]
    line = ", ".join(parts)
    return line[:1].upper() + line[1:]


def until(closes: datetime, at: datetime) -> str:
    """When they close, said at `at`; both in the zone of the timetable: "until 17:00"."""
    if (closes.hour, closes.minute) == (0, 0) and closes - at <= timedelta(days=1):
        return "until midnight"
    days = (closes.date() - at.date()).days
    return f"until {clock(closes.hour * 60 + closes.minute)}{_which_day(closes, days)}"


def opens(opens_at: datetime, at: datetime) -> str:
    """When they open, said at `at`; both in the zone of the timetable: "on Monday at 9:00"."""
    days = (opens_at.date() - at.date()).days
    day = _which_day(opens_at, days) if days else " today"
    return f"{day.strip()} at {clock(opens_at.hour * 60 + opens_at.minute)}"


def clock(minutes: int) -> str:
    """9:00, 17:30, midnight."""
    minutes %= DAY
    return f"{minutes // 60}:{minutes % 60:02}" if minutes else "midnight"


def listed(words: Sequence[str]) -> str:
    """ "a, b and c" """
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _which_day(day: datetime, ahead: int) -> str:
    if ahead == 0:
        return ""
    return " tomorrow" if ahead == 1 else f" on {DAYS[day.weekday()]}"


def _spans(hours: Iterable[Hours], weekday: int) -> tuple[Span, ...]:
    """When they are open on this day, in order; what touches or overlaps is one."""
    found: list[Span] = []
    for start, end in sorted(_span(row) for row in hours if row["weekday"] == weekday):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)


def _span(row: Hours) -> Span:
    start, end = _minutes(row["opens"]), _minutes(row["closes"])
    return start, end if end > start else end + DAY


def _minutes(text: str) -> int:
    hour, minute = text.split(":")
    return int(hour) * 60 + int(minute)


def _times(spans: Sequence[Span]) -> str:
    if spans[0][0] == 0 and spans[0][1] >= DAY:
        return "day and night"
    return listed([f"{clock(start)}–{clock(end)}" for start, end in spans])


def _days(days: Sequence[int]) -> str:
    """Days of the week, 0 is Monday: "Monday to Wednesday and Friday"."""
    if len(days) == 7:
        return "every day"
    runs: list[list[int]] = []
    for day in days:
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    told: list[str] = []
    for run in runs:
        if len(run) > 2:
            told.append(f"{DAYS[run[0]]} to {DAYS[run[-1]]}")
        else:
            told += [DAYS[day] for day in run]
    return listed(told)
