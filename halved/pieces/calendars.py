"""Calendar files: iCalendar (RFC 5545, with RFC 7986) out of plain events. Nothing is kept here.

- Every time is written in UTC. A piece that comes again is one event for each time, already placed
  in its own zone, so no calendar program has to know when clocks change there; and a table of
  zones in the file would say where somebody lives.
- An event has no organizer, no attendees and no alarm: nothing in it writes to anybody.
- An event without words says only that there is something.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from uuid import UUID

from icalendar.parser import Contentline, Contentlines

from halved import __version__

LOOK_AGAIN = timedelta(hours=1)  # so often a program may ask for a feed again
BUSY = "Busy"
CALLED_OFF = "Called off"

# Where some program could see the end of a line, and signs that no text may hold (section 3.1).
_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
# A calendar must hold something (section 3.6). One without events holds the zone of its times.
_NOTHING_ELSE = [
    "BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "TZNAME:UTC", "END:STANDARD", "END:VTIMEZONE",
]  # fmt: skip


@dataclass(frozen=True)
class Event:
    """One stretch of time in a calendar. `uid` stays the same as long as it is the same event;
    `revision` counts from 0 how often it was changed. Without words it is "Busy"."""

    uid: UUID
    starts_at: datetime  # with a zone
    ends_at: datetime
    revision: int = 0
    called_off: bool = False
    what: str = ""
    where: str = ""
    note: str = ""

    def without_words(self) -> "Event":
        return replace(self, what="", where="", note="")


def file(events: Iterable[Event], now: datetime) -> bytes:
    """A calendar file, to be put into a calendar once. `now`: when it is made."""
    return _calendar([], events, now)


def feed(events: Iterable[Event], name: str, now: datetime) -> bytes:
    """A calendar that a program asks for again and again; `name` is what it calls it."""
    about = [
        f"NAME:{escape(name)}",
        f"X-WR-CALNAME:{escape(name)}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{_duration(LOOK_AGAIN)}",
        f"X-PUBLISHED-TTL:{_duration(LOOK_AGAIN)}",
    ]
    return _calendar(about, events, now)


def tag(events: Sequence[Event], name: str) -> str:
    """An entity tag (RFC 9110) that changes when anything in the feed does, except when it was
    made. A weak one, for that reason."""
    told = repr((__version__, name, list(events)))
    return f'W/"{blake2b(told.encode(), digest_size=16).hexdigest()}"'


def escape(text: str) -> str:
    """As section 3.3.11 has it. The library's own way would turn a typed \\N into a new line."""
    return re.sub(r"([\\,;])", r"\\\1", _plain(text)).replace("\n", r"\n")


def _plain(text: str) -> str:
    """With one sign for the end of a line, and without those that no text may hold."""
    return _CONTROL.sub("", _LINE_END.sub("\n", text))


def _calendar(about: Iterable[str], events: Iterable[Event], now: datetime) -> bytes:
    inside = [line for event in events for line in _lines(event, now)] or _NOTHING_ELSE
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Halved//Calendar//EN", "CALSCALE:GREGORIAN",
        *about, *inside, "END:VCALENDAR",
    ]  # fmt: skip
    return bytes(Contentlines([*(Contentline(line) for line in lines), Contentline("")]).to_ical())


def _lines(event: Event, now: datetime) -> list[str]:
    lines = [
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"DTSTAMP:{_utc(now)}",
        f"DTSTART:{_utc(event.starts_at)}",
        f"DTEND:{_utc(event.ends_at)}",
        # An event can be called off without having been changed: that is a change too.
        f"SEQUENCE:{event.revision + event.called_off}",
        f"STATUS:{'CANCELLED' if event.called_off else 'CONFIRMED'}",
        f"TRANSP:{'TRANSPARENT' if event.called_off else 'OPAQUE'}",
        "CLASS:PRIVATE",
        f"SUMMARY:{escape(_title(event))}",
    ]
    if event.where:
        lines.append(f"LOCATION:{escape(event.where)}")
    if event.note:
        lines.append(f"DESCRIPTION:{escape(event.note)}")
    return [*lines, "END:VEVENT"]


def _title(event: Event) -> str:
    """Some programs show what is called off like anything else, so the title says it."""
    what = _plain(event.what).replace("\n", " ")
    if not what.strip():
        return CALLED_OFF if event.called_off else BUSY
    return f"{CALLED_OFF}: {what}" if event.called_off else what


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _duration(span: timedelta) -> str:
    return f"PT{span // timedelta(minutes=1)}M"
