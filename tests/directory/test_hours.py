"""When a place is open: weeks, midnights, and the nights when the clocks change."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halved.directory.details import Hours, Timetable
from halved.directory.rules import closes_at, is_open, next_opening

LONDON = ZoneInfo("Europe/London")


def table(*hours: tuple[int, str, str]) -> Timetable:
    return {"hours": [Hours(weekday=day, opens=opens, closes=end) for day, opens, end in hours]}


def at(text: str, zone: ZoneInfo = LONDON, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold)


OFFICE = table(*((day, "09:00", "17:00") for day in range(1, 6)))
BAR = table((5, "22:00", "02:00"))
ALWAYS = table(*((day, "00:00", "24:00") for day in range(1, 8)))


@pytest.mark.parametrize(
    ("hours", "moment", "expected"),
    [
        (OFFICE, "2026-11-23 09:00", True),  # a Monday
        (OFFICE, "2026-11-23 16:59:59", True),
        (OFFICE, "2026-11-23 17:00", False),
        (OFFICE, "2026-11-22 12:00", False),
        (BAR, "2026-11-27 23:00", True),  # a Friday
        (BAR, "2026-11-28 01:59", True),
        (BAR, "2026-11-28 02:00", False),
        (ALWAYS, "2026-11-28 00:00", True),
        (table((1, "00:00", "00:00")), "2026-11-23 23:59", True),
        (table(), "2026-11-23 12:00", None),
        ({}, "2026-11-23 12:00", None),
    ],
)
def test_it_is_open(hours, moment, expected):
    assert is_open(hours, at(moment)) is expected


def test_it_closes_at_the_end_of_hours_that_touch():
    hours = table((1, "09:00", "12:00"), (1, "12:00", "15:00"), (1, "16:00", "18:00"))

    assert closes_at(hours, at("2026-11-23 10:00")) == at("2026-11-23 15:00")
    assert closes_at(hours, at("2026-11-23 15:30")) is None


def test_day_and_night_has_no_end():
    assert closes_at(ALWAYS, at("2026-11-23 10:00")) is None
    assert next_opening(ALWAYS, at("2026-11-23 10:00")) is None


def test_it_opens_again_after_the_weekend():
    assert next_opening(OFFICE, at("2026-11-27 17:00")) == at("2026-11-30 09:00")
    assert next_opening(BAR, at("2026-11-28 03:00")) == at("2026-12-04 22:00")


def test_the_night_when_the_clocks_go_back_is_an_hour_longer():
    night = table((6, "23:00", "03:00"))  # Saturday, 24 October 2026, into winter time
    opens = at("2026-10-24 23:00")

    closes = closes_at(night, opens)

    assert closes is not None
    assert closes.timestamp() - opens.timestamp() == 5 * 3600
    assert is_open(night, at("2026-10-25 01:30", fold=0))
    assert is_open(night, at("2026-10-25 01:30", fold=1))


def test_hours_within_the_hour_that_is_left_out_do_not_open():
    hours = table((7, "01:15", "01:45"))  # Sunday, 29 March 2026: 01:00 is 02:00

    before = at("2026-03-29 00:59")

    assert not is_open(hours, at("2026-03-29 02:05"))
    assert closes_at(hours, before) is None


clocks = st.integers(0, 24 * 4 - 1).map(lambda quarter: f"{quarter // 4:02}:{quarter % 4 * 15:02}")
tables = st.lists(
    st.builds(Hours, weekday=st.integers(1, 7), opens=clocks, closes=clocks), max_size=6
).map(lambda hours: Timetable(hours=hours))
moments = st.builds(
    lambda start, minutes, zone: (start + timedelta(minutes=minutes)).replace(tzinfo=zone),
    st.just(datetime(2026, 1, 1)),  # noqa: DTZ001
    st.integers(0, 370 * 24 * 60),
    st.sampled_from([LONDON, ZoneInfo("America/Chicago"), ZoneInfo("Asia/Kathmandu")]),
)


@settings(max_examples=150, deadline=None)
@given(tables, moments)
def test_open_closed_and_the_next_opening_agree(hours, moment):
    closes, opens = closes_at(hours, moment), next_opening(hours, moment)

    if is_open(hours, moment) is None:
        assert (closes, opens) == (None, None)
    elif is_open(hours, moment):
        assert closes is None or (closes > moment and not is_open(hours, closes))
    else:
        assert closes is None
        assert opens is None or is_open(hours, opens)
    if opens is not None:
        assert timedelta(0) < opens - moment.astimezone(opens.tzinfo) <= timedelta(days=7, hours=1)
