"""Opening times: rows of schedules in, hours that are certain and notes for the rest out. Pure.

Read wrongly, opening times send people to a shut door. So only what can be read in one way becomes
hours; whatever else was said is kept in its words.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from halved.directory.details import Hours, Timetable
from halved.directory.importing.clocks import clock, span_in_words
from halved.directory.importing.dates import in_words
from halved.directory.importing.report import Oddity
from halved.directory.importing.weekdays import NAMES, days_of, in_month, spoken_hours

LASTS = timedelta(days=300)  # a timetable that ends later than this is no season
_RARE = ("bymonthday", "byyearday", "byweekno", "count")
_ALL_DAY = ("00:00", "24:00")
_CLOSED = re.compile(r"(?i)\s*(closed|shut|none|not open|n/?a|-)\s*\.?\s*")

Row = Mapping[str, str]


class Made:
    """What is made of the rows of one timetable."""

    def __init__(self) -> None:
        self.hours: list[Hours] = []
        self.notes: list[str] = []
        self.odd: list[Oddity] = []

    def add(self, days: Iterable[int], opens: str, closes: str) -> None:
        for day in days:
            hours = Hours(weekday=day, opens=opens, closes=closes)
            if hours not in self.hours:
                self.hours.append(hours)

    def note(self, text: str, code: str = "") -> None:
        text = " ".join(text.split()).strip(" ;,")[:500]
        if text and text not in self.notes:
            self.notes.append(text)
        if code:
            self.odd.append(Oddity(code, text))

    def timetable(self) -> Timetable:
        made: Timetable = {}
        if self.hours:
            self.hours.sort(key=lambda hours: (hours["weekday"], hours["opens"]))
            made["hours"] = self.hours
        if self.notes:
            made["notes"] = self.notes
        return made


def read(row: Row, today: date, made: Made) -> None:
    """One row of a schedule, of any version."""
    season, over = _season(row, today)
    if over:
        made.odd.append(Oddity("past", season))
        return
    times = _times(row, made)
    days, in_words = _days(row)
    rare = _how_often(row)
    if isinstance(times, str) or season or rare or in_words or (times and not days):
        _put_in_words(row, times, (days, in_words), (season, rare), made)
    elif times:
        made.add(days, *times)
    _texts(row, made)


def holiday(row: Row, today: date, made: Made) -> None:
    """One row of a holiday schedule: a note, unless it is over."""
    start, end = row.get("start_date", ""), row.get("end_date", "") or row.get("start_date", "")
    when = " to ".join(in_words(iso) for iso in dict.fromkeys((start, end)) if iso)
    if end and end < today.isoformat():
        made.odd.append(Oddity("past", when))
    elif row.get("closed", "").lower() in ("true", "yes", "y", "1", "t", "closed"):
        made.note(f"Closed {when}. {row.get('description', '')}")
    else:
        times = _times(row, made)
        made.note(f"{when}: {_said(times)} {row.get('description', '')}")


# --- days and times ---------------------------------------------------------------------------


def _times(row: Row, made: Made) -> tuple[str, str] | str | None:
    """Opening and closing as HH:MM; in words where they can be read in two ways; None without."""
    given = row.get("opens_at", ""), row.get("closes_at", "")
    if not any(given) or all(_CLOSED.fullmatch(text or "closed") for text in given):
        return None
    if not all(given):
        if span := span_in_words(" ".join(given)):  # "9am-5pm" in one of the two
            made.odd.append(Oddity("time_form", " ".join(given).strip()))
            return span
        return f"from {given[0]}" if given[0] else f"until {given[1]}"
    (opens, odd), (closes, odd_too) = clock(given[0]), clock(given[1])
    if not opens or not closes:
        return "–".join(given)
    if odd or odd_too:
        made.odd.append(Oddity("time_form", "–".join(given)))
    if opens == closes == "00:00":
        return _ALL_DAY
    closes = "24:00" if closes == "00:00" else closes
    return (opens, closes) if _one_way(opens, closes) else "–".join(given)


def _one_way(opens: str, closes: str) -> bool:
    """A night is certain when it starts after noon and ends by ten in the morning. Else “10:00 to
    4:00” may well be four in the afternoon."""
    return opens < closes or (opens >= "12:00" and "00:00" <= closes <= "10:00" and opens != closes)


def _days(row: Row) -> tuple[list[int], str]:
    """The weekdays, and what of them is no plain weekday (“second Monday”)."""
    given = row.get("byday", "") or row.get("weekday", "")
    if not given:
        given = _day_beside_time(row)
    if not given:
        return [], ""
    days = days_of(given)
    return (days, "") if days else ([], in_month(given) or given)


def _day_beside_time(row: Row) -> str:
    """`Monday 10:00am` in the column of the time."""
    found = re.match(r"\s*([A-Za-z]{2,9})\.?\s+\d", row.get("opens_at", ""))
    return found[1] if found and days_of(found[1]) else ""


def _how_often(row: Row) -> str:
    """In words, what is not every week."""
    freq, interval = row.get("freq", "").upper(), row.get("interval", "")
    said = [f"{name} {row[name]}" for name in _RARE if row.get(name)]
    if freq and freq != "WEEKLY" and not (freq == "DAILY" and not row.get("byday")):
        return ", ".join([_FREQUENCIES.get(freq, freq.lower()), *said])
    if interval not in ("", "1", "1.0", "0"):
        said.insert(0, f"every {interval} weeks")
    return ", ".join(said)


_FREQUENCIES = {"MONTHLY": "every month", "YEARLY": "every year", "DAILY": "on some days"}


def _season(row: Row, today: date) -> tuple[str, bool]:
    """From when to when in words, where that is not all the year; and whether it is over."""
    start, end = row.get("valid_from", ""), row.get("valid_to", "") or row.get("until", "")
    if end and end < today.isoformat():
        return f"until {in_words(end)}", True
    ahead = start > today.isoformat()
    if not ahead and (not end or end > (today + LASTS).isoformat()):
        return "", False
    said = [f"from {in_words(start)}"] if ahead else []
    return " ".join([*said, f"until {in_words(end)}"] if end else said), False


# --- what becomes of them ---------------------------------------------------------------------


def _put_in_words(
    row: Row,
    times: tuple[str, str] | str | None,
    days: tuple[list[int], str],
    when: tuple[str, str],
    made: Made,
) -> None:
    season, rare = when
    named = days[1] or ", ".join(NAMES[day - 1] for day in days[0])
    said = " ".join(part for part in (named, _said(times)) if part)
    before = ", ".join(part for part in (season, rare) if part)
    if said or before:
        code = "season" if season else "hours_unclear"
        text = f"{before}: {said}" if before and said else before or said
        made.note(text[:1].upper() + text[1:], code)


def _said(times: tuple[str, str] | str | None) -> str:
    return times if isinstance(times, str) else "–".join(times) if times else ""


def _texts(row: Row, made: Made) -> None:
    """Words about when it is open. What they say for certain becomes hours as well, unless there
    are some already."""
    for name in ("description", "notes"):
        text = row.get(name, "")
        if not text:
            continue
        spoken = spoken_hours(text) if name == "description" and not made.hours else []
        for days, opens, closes in spoken:
            made.add(days, opens, closes)
        made.note(text, "hours_text" if name == "description" else "")
    if row.get("attending_type"):
        made.note(row["attending_type"])
