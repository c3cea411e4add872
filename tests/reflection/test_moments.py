"""Moments on the clock of the person who plans: nights on which clocks change, any zone."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halved.reflection.moments import moment, morning_after

BERLIN = "Europe/Berlin"
ZONES = [BERLIN, "UTC", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kolkata"]


@pytest.mark.parametrize(
    ("day", "hour", "expected"),
    [
        (date(2027, 1, 31), time(9), "2027-01-31T08:00"),
        (date(2027, 7, 31), time(9), "2027-07-31T07:00"),
        (date(2027, 7, 31), None, "2027-07-31T07:00"),
        (date(2027, 3, 28), time(2, 30), "2027-03-28T01:30"),  # left out: 03:30 there
        (date(2027, 10, 31), time(2, 30), "2027-10-31T00:30"),  # comes twice: the first
        (date(2027, 10, 31), time(3), "2027-10-31T02:00"),
    ],
)
def test_a_moment_is_read_on_the_clock_there(day, hour, expected):
    assert moment(day, hour, BERLIN) == datetime.fromisoformat(expected).replace(tzinfo=UTC)


def test_a_day_that_a_country_left_out_becomes_the_one_after_it():
    there = moment(date(2011, 12, 30), time(9), "Pacific/Apia").astimezone(ZoneInfo("Pacific/Apia"))

    assert there.date() == date(2011, 12, 31)


@given(
    now=st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    days=st.sampled_from([1, 7]),
    zone=st.sampled_from(ZONES),
)
def test_put_off_is_always_to_nine_in_the_morning_there(now, days, zone):
    there = morning_after(now, days, zone).astimezone(ZoneInfo(zone))

    assert there.time() == time(9)
    assert (there.date() - now.astimezone(ZoneInfo(zone)).date()).days == days
    assert there > now
