"""Emergency numbers and lines of each country, where they were seen and when. No Django, no clock.

What is known stands in lines.json; halved/safety/book.py reads it.
"""

import calendar
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter
from typing import Any

# Half a year: after that, services have moved, merged or closed often enough to say so.
FRESH = timedelta(days=180)

GROUPS = {
    "silent": "",  # shown beside the emergency numbers
    "everyone": "Lines for everyone",
    "young": "For children and young people",
    "abuse": "If somebody hurts or frightens you",
    "lgbtq": "For LGBTQ+ people",
    "veterans": "For veterans and their families",
    "others": "",  # named after what is in it
}
ROLES = ("ambulance", "police", "fire")
SOURCES = {
    "here": "whoever runs this server",
    "provider": "its own page",
    "government": "a public authority",
    "network": "the child helpline network",
    "organisation": "another group’s page",
    "press": "the press",
    "lists": "public lists",
    "travel": "UK government travel advice",
    "android": "Android’s emergency numbers",
    "numbering": "phone numbering data",
}


def dial(printed: str) -> str:
    """The tel: link of a number as printed: its digits, a leading + and a star, nothing else.

    Built by hand on purpose: number libraries turn 116 123 into +44116123 and refuse 988.
    Raises ValueError if there is no digit, or a character no printed number here has.
    """
    digits = re.sub(r"[ ()./-]", "", printed)
    if not re.fullmatch(r"\+?\*?[0-9]+", digits):
        raise ValueError(f"not a number one can dial: {printed!r}")
    return f"tel:{digits}"


def earliest_day(written: str) -> date:
    """The first day "2025", "2025-09" or "2025-09-03" can mean. Raises ValueError otherwise."""
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", written):
        raise ValueError(f"not a date: {written!r}")
    year, month, day = (*map(int, written.split("-")), 1, 1)[:3]
    return date(year, month, day)


def in_words(written: str) -> str:
    """ "2025-09-03" as "3 September 2025", no more precise than it was written."""
    day = earliest_day(written)
    words = [str(day.day), calendar.month_name[day.month], str(day.year)]
    return " ".join(words[2 - written.count("-") :])


@dataclass(frozen=True, slots=True)
class Seen:
    """Where a fact was seen, and the newest date among those places ("" if none had one)."""

    kinds: tuple[str, ...]
    newest: str
    confirmed: bool  # by at least two independent sources

    @property
    def where(self) -> str:
        """The nearest source to the line itself, and whether there were others."""
        return SOURCES[self.kinds[0]] + (" and others" if len(self.kinds) > 1 else "")

    @property
    def when(self) -> str:
        return in_words(self.newest) if self.newest else ""

    def age(self, today: date) -> str:
        """How long ago that was: in days at first, then in months."""
        if not self.newest:
            return "no date"
        days = (today - earliest_day(self.newest)).days
        if days < 0:
            return "a day to come"
        if days < 2:
            return "yesterday" if days else "today"
        return f"{days} days ago" if days < 60 else f"about {round(days / 30.4)} months ago"

    def is_old(self, today: date) -> bool:
        """No date, older than 180 days, or a date to come, which cannot be right (hazard H2)."""
        if not self.newest:
            return True
        return not timedelta(0) <= today - earliest_day(self.newest) <= FRESH

    def check_first(self, today: date) -> bool:
        """Whether the page must say so beside the number (test figure T49)."""
        return not self.confirmed or self.is_old(today)


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach a line. `how` is call, text, whatsapp, mail, chat or web."""

    how: str
    printed: str
    hint: str = ""

    @property
    def href(self) -> str:
        """ "" for WhatsApp: its links need a country code that was not printed."""
        match self.how:
            case "call":
                return dial(self.printed)
            case "text":
                return dial(self.printed).replace("tel:", "sms:")
            case "mail":
                return f"mailto:{self.printed}"
            case "chat" | "web":
                return self.printed
        return ""

    @property
    def label(self) -> str:
        """What is printed on the page: the number untouched, a site by its name."""
        return re.sub(r"^https?://(www\.)?|/.*", "", self.printed) if self.is_site else self.printed

    @property
    def is_number(self) -> bool:
        return self.how in ("call", "text", "whatsapp")

    @property
    def is_site(self) -> bool:
        return self.how in ("chat", "web")


@dataclass(frozen=True, slots=True)
class CrisisLine:
    name: str  # in its own language
    group: str
    purpose: str
    ways: tuple[Way, ...]
    hours: str
    languages: tuple[str, ...]
    name_language: str  # the code of the name's language if it is not plain ASCII, for the browser
    cost: str
    where: str
    note: str
    seen: Seen

    @property
    def numbers(self) -> tuple[Way, ...]:
        return tuple(way for way in self.ways if way.is_number)

    @property
    def other_ways(self) -> tuple[Way, ...]:
        return tuple(way for way in self.ways if not way.is_number)

    @property
    def facts(self) -> str:
        """What for, when, cost, language, and plainly which of these are not known."""
        known = {"hours": self.hours, "cost": self.cost, "language": ", ".join(self.languages)}
        told = [fact for fact in (self.purpose, *known.values(), self.where) if fact]
        missing = ", ".join(name for name, fact in known.items() if not fact)
        return " · ".join([*told, f"not known: {missing}"] if missing else told)


@dataclass(frozen=True, slots=True)
class EmergencyNumber:
    printed: str
    roles: tuple[str, ...]  # "any", or some of ambulance, police, fire

    @property
    def href(self) -> str:
        return dial(self.printed)

    @property
    def label(self) -> str:
        return "any emergency" if "any" in self.roles else " and ".join(self.roles)


@dataclass(frozen=True, slots=True)
class Emergency:
    numbers: tuple[EmergencyNumber, ...]  # never empty; the one to call first comes first
    also: tuple[EmergencyNumber, ...]  # other numbers that single or older sources give
    seen: Seen
    mobile_112: bool  # 112 is in the country's numbering plan and not already shown

    @property
    def missing(self) -> tuple[str, ...]:
        """The roles for which two sources gave no number."""
        found = {role for number in self.numbers for role in number.roles}
        return () if "any" in found else tuple(role for role in ROLES if role not in found)


@dataclass(frozen=True, slots=True)
class Country:
    code: str
    name: str
    emergency: Emergency
    lines: tuple[CrisisLine, ...]

    @property
    def silent_lines(self) -> tuple[CrisisLine, ...]:
        """Ways to the emergency services for those who cannot speak or hear."""
        return tuple(line for line in self.lines if line.group == "silent")

    @property
    def groups(self) -> tuple[tuple[str, tuple[CrisisLine, ...]], ...]:
        """All other lines in their order, each group under its heading."""
        spoken = [line for line in self.lines if line.group != "silent"]
        grouped = ((key, tuple(lines)) for key, lines in groupby(spoken, key=attrgetter("group")))
        return tuple((GROUPS[key] or _purposes(lines), lines) for key, lines in grouped)


def in_order(lines: Iterable[CrisisLine]) -> tuple[CrisisLine, ...]:
    """The groups in their order; in each the surest and always open first."""
    order = list(GROUPS)
    return tuple(
        sorted(
            lines,
            key=lambda line: (
                order.index(line.group),
                not line.seen.confirmed,
                not line.hours.startswith("day and night"),
            ),
        )
    )


def _purposes(lines: Iterable[CrisisLine]) -> str:
    named = " · ".join(dict.fromkeys(line.purpose for line in lines))
    return f"For {named}"


def read_country(code: str, entry: Any, languages: Mapping[str, str]) -> Country:
    """One entry of lines.json. Raises what a broken entry deserves."""
    emergency = entry["emergency"]
    return Country(
        code=code,
        name=entry["name"],
        emergency=Emergency(
            numbers=_numbers(emergency["numbers"]),
            also=_numbers(emergency.get("also", ())),
            seen=_seen(emergency),
            mobile_112=emergency.get("mobile_112", False),
        ),
        lines=in_order(_line(line, languages) for line in entry.get("lines", ())),
    )


def _numbers(entries: Iterable[list[str]]) -> tuple[EmergencyNumber, ...]:
    return tuple(EmergencyNumber(printed, tuple(roles)) for printed, *roles in entries)


def _line(entry: Any, languages: Mapping[str, str]) -> CrisisLine:
    codes = entry.get("languages", [])
    return CrisisLine(
        name=entry["name"],
        group=entry["group"],
        purpose=entry["for"],
        ways=tuple(Way(*way) for way in entry["ways"]),
        hours=entry.get("hours", ""),
        languages=tuple(languages.get(code, code) for code in codes),
        name_language=codes[0] if codes and not entry["name"].isascii() else "",
        cost=entry.get("cost", ""),
        where=entry.get("where", ""),
        note=entry.get("note", ""),
        seen=_seen(entry),
    )


def _seen(entry: Any) -> Seen:
    return Seen(tuple(entry["sources"]), entry.get("date", ""), entry["confirmed"])
