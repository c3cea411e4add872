"""Calendar files, read back by two libraries that share no code: icalendar and vobject."""

import os
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from halved.pieces import calendars
from halved.pieces.calendars import Event
from halved.pieces.series import When, expand

NOW = datetime(2027, 3, 10, 12, tzinfo=UTC)
SUPPER = Event(
    UUID("5f0e8f5c-7d0b-4b40-9d3a-1f8a5e0b8c11"),
    datetime(2027, 3, 13, 18, tzinfo=UTC),
    datetime(2027, 3, 13, 20, tzinfo=UTC),
    what="Supper for three",
    where="Mill Lane 4",
    note="Please not: flowers",
)
EXAMPLES = int(os.environ.get("EXAMPLES", "60"))  # docs/security.md has the full number
# What people type, and what could pass for a line of its own.
TYPED = [
    "BEGIN:VEVENT\r\nATTENDEE:mailto:olu@example.org\r\nEND:VEVENT", "one\rtwo\u2028three\x85four",
    r"C:\New folder\, or \n and \\N", "a; b, c: \"d\" ^n %2C", "ארוחת ערב, בשש", "👩🏽‍🚀" * 40,
    "é" * 75, "\\" * 80, "nul \x00 and bell \x07", "\x08", "\r\n ", " leading", "tab\there",
]  # fmt: skip
texts = st.one_of(
    st.sampled_from(TYPED),
    st.text(st.sampled_from('aé👋ש\\,;:"\r\n\tNn \u2028'), max_size=120),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=120),
)


def read(data: bytes) -> dict[str, object]:
    """The one event of a file as icalendar reads it, by the names of its lines."""
    [event] = icalendar.Calendar.from_ical(data).walk("VEVENT")
    return {name: value.dt if hasattr(value, "dt") else str(value) for name, value in event.items()}


def plain(text: str) -> str:
    """What is to arrive: one sign for the end of a line, and no signs that a text may not hold."""
    lines = re.split("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", text)
    return "\n".join(re.sub("[\x00-\x08\x0e-\x1f\x7f-\x9f]", "", line) for line in lines)


# --- what it says -----------------------------------------------------------------------------


def test_an_event_says_what_where_and_when():
    event = read(calendars.file([SUPPER], NOW))

    assert event == {
        "UID": "5f0e8f5c-7d0b-4b40-9d3a-1f8a5e0b8c11",
        "DTSTAMP": NOW,
        "DTSTART": SUPPER.starts_at,
        "DTEND": SUPPER.ends_at,
        "SEQUENCE": "0",
        "STATUS": "CONFIRMED",
        "TRANSP": "OPAQUE",
        "CLASS": "PRIVATE",
        "SUMMARY": "Supper for three",
        "LOCATION": "Mill Lane 4",
        "DESCRIPTION": "Please not: flowers",
    }


def test_without_words_it_says_only_when():
    event = read(calendars.file([SUPPER.without_words()], NOW))

    assert event["SUMMARY"] == "Busy"
    assert (event["DTSTART"], event["DTEND"]) == (SUPPER.starts_at, SUPPER.ends_at)
    assert {"LOCATION", "DESCRIPTION"}.isdisjoint(event)


def test_what_is_called_off_says_so_and_takes_no_time():
    off = replace(SUPPER, called_off=True)

    told, silent = (read(calendars.file([each], NOW)) for each in (off, off.without_words()))

    assert (told["STATUS"], told["TRANSP"]) == ("CANCELLED", "TRANSPARENT")
    assert (told["SUMMARY"], silent["SUMMARY"]) == ("Called off: Supper for three", "Called off")


def test_the_sequence_rises_with_every_change_and_when_it_is_called_off():
    changes = [
        SUPPER, replace(SUPPER, revision=1), replace(SUPPER, revision=2),
        replace(SUPPER, revision=2, called_off=True),
    ]  # fmt: skip

    found = [read(calendars.file([each], NOW)) for each in changes]

    assert [int(str(event["SEQUENCE"])) for event in found] == [0, 1, 2, 3]
    assert len({event["UID"] for event in found}) == 1


def test_a_feed_says_what_it_is_called_and_how_often_to_look():
    data = calendars.feed([SUPPER], "Halved", NOW)

    found = icalendar.Calendar.from_ical(data)

    assert [str(found[name]) for name in ("NAME", "X-WR-CALNAME")] == ["Halved"] * 2
    assert found["REFRESH-INTERVAL"].dt == timedelta(hours=1)
    assert found["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
    assert found["X-PUBLISHED-TTL"] == "PT60M"


def test_a_feed_without_events_is_still_a_calendar():
    data = calendars.feed([], "Halved", NOW)

    [zone] = icalendar.Calendar.from_ical(data).subcomponents
    assert zone.name == "VTIMEZONE"
    assert vobject.readOne(data.decode()).x_wr_calname.value == "Halved"


# --- when -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zone", "night"),
    [
        ("Europe/Berlin", "2027-03-28"),
        ("Europe/Berlin", "2027-10-31"),
        ("America/New_York", "2027-11-07"),
    ],
)
def test_times_are_right_on_nights_when_clocks_change(zone, night):
    starts = datetime.fromisoformat(f"{night}T18:00") - timedelta(days=1)
    spans = expand(When(starts, starts + timedelta(hours=2), zone, "FREQ=DAILY;COUNT=3"))
    events = [Event(UUID(int=n), span.starts_at, span.ends_at) for n, span in enumerate(spans)]

    calendar = vobject.readOne(calendars.file(events, NOW).decode())

    there = [event.dtstart.value.astimezone(ZoneInfo(zone)) for event in calendar.vevent_list]
    assert [at.hour for at in there] == [18, 18, 18]
    assert len({at.utcoffset() for at in there}) == 2, "the clocks do change in between"


@settings(max_examples=EXAMPLES, deadline=None)
@given(
    starts=st.datetimes(datetime(2026, 1, 1), datetime(2037, 1, 1)),  # noqa: DTZ001
    zone=st.sampled_from(["Europe/London", "Australia/Lord_Howe", "Asia/Kathmandu"]),
    minutes=st.integers(1, 7 * 24 * 60),
)
def test_every_moment_comes_back_as_it_was(starts, zone, minutes):
    starts_at = starts.replace(microsecond=0, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    event = Event(UUID(int=1), starts_at, starts_at + timedelta(minutes=minutes))

    data = calendars.file([event], NOW)

    found, other = read(data), vobject.readOne(data.decode()).vevent
    assert (found["DTSTART"], found["DTEND"]) == (event.starts_at, event.ends_at)
    assert (other.dtstart.value, other.dtend.value) == (event.starts_at, event.ends_at)


# --- words ------------------------------------------------------------------------------------


@settings(max_examples=EXAMPLES, deadline=None)
@given(what=texts, where=texts, note=texts)
def test_words_arrive_as_they_were_typed_and_nothing_else_does(what, where, note):
    event = replace(SUPPER, what=what, where=where, note=note)
    title = plain(what).replace("\n", " ")
    expected = {
        "SUMMARY": title if title.strip() else "Busy",
        "LOCATION": plain(where),
        "DESCRIPTION": plain(note),
    }

    data = calendars.file([event], NOW)

    found = read(data)
    other = {line.name: line.value for line in vobject.readOne(data.decode()).vevent.lines()}
    assert {name: found.get(name, "") for name in expected} == expected
    assert {name: other.get(name, "") for name in expected} == expected
    assert found.keys() == other.keys() <= {*read(calendars.file([SUPPER], NOW))}


@settings(max_examples=100, deadline=None)
@given(text=texts)
def test_lines_are_short_whole_and_end_as_they_should(text):
    data = calendars.feed([replace(SUPPER, what=text, note=text)], text, NOW)

    lines = data.split(b"\r\n")

    assert lines.pop() == b"", "the last line ends too"
    assert max(map(len, lines)) <= 75
    assert all(line.decode() for line in lines), "no letter is cut in two"
    assert not re.search(b"[\r\n]", b"".join(lines))


@pytest.mark.parametrize("typed", TYPED)
def test_nobody_is_invited_by_what_is_typed(typed):
    data = calendars.feed([replace(SUPPER, what=typed, where=typed, note=typed)], typed, NOW)

    names = {line.split(b":")[0].split(b";")[0] for line in data.split(b"\r\n")}

    assert names.isdisjoint({b"ATTENDEE", b"ORGANIZER", b"URL", b"ATTACH", b"RRULE"})
    assert data.count(b"\r\nBEGIN:VEVENT\r\n") == 1


# --- the same again ---------------------------------------------------------------------------


def test_the_tag_changes_with_anything_that_is_said_and_not_with_the_hour():
    events = [SUPPER]
    changed = [
        [replace(SUPPER, note="It is taken.")], [replace(SUPPER, revision=1)],
        [replace(SUPPER, called_off=True)], [SUPPER.without_words()], [],
    ]  # fmt: skip

    tags = [calendars.tag(each, "Halved") for each in [events, *changed]]

    assert calendars.tag(list(events), "Halved") == tags[0]
    assert len({*tags, calendars.tag(events, "Busy")}) == 7
