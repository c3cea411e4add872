"""When a message may leave: quiet hours, the limit of a week, and when to try again."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halved.delivery.rules import RETRIES, after_quiet_hours, earliest_write, retry_at

DAY = timedelta(days=1)
SIX_ZONES = [
    "UTC",
    "Europe/London",
    "America/Los_Angeles",
    "Asia/Kolkata",  # half an hour off
    "Asia/Kathmandu",  # three quarters of an hour off
    "Australia/Lord_Howe",  # half an hour off, and its summer time is half an hour too
]
NOON = datetime(2027, 3, 10, 12, tzinfo=UTC)
moments = st.integers(0, 3 * 365 * 24 * 60 * 60).map(
    lambda seconds: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)
zones = st.sampled_from(SIX_ZONES)


def local(zone: str, *when: int) -> datetime:
    return datetime(*when, tzinfo=ZoneInfo(zone))  # type: ignore[arg-type,misc]


# --- quiet hours ------------------------------------------------------------------------------


@pytest.mark.parametrize("zone", SIX_ZONES)
@pytest.mark.parametrize(
    ("hour", "minute", "day_after", "hour_after", "minute_after"),
    [
        (8, 0, 10, 8, 0),
        (12, 0, 10, 12, 0),
        (20, 59, 10, 20, 59),
        (21, 0, 11, 8, 0),
        (23, 59, 11, 8, 0),
        (0, 0, 10, 8, 0),
        (7, 59, 10, 8, 0),
    ],
)
def test_nothing_leaves_between_nine_at_night_and_eight(
    zone, hour, minute, day_after, hour_after, minute_after
):
    at = local(zone, 2027, 3, 10, hour, minute).astimezone(UTC)

    assert after_quiet_hours(at, zone) == local(zone, 2027, 3, day_after, hour_after, minute_after)


def test_a_second_before_nine_is_not_night_and_a_second_before_eight_is():
    evening = datetime(2027, 3, 10, 20, 59, 59, 999999, tzinfo=UTC)
    morning = datetime(2027, 3, 10, 7, 59, 59, 999999, tzinfo=UTC)

    assert after_quiet_hours(evening, "UTC") == evening
    assert after_quiet_hours(morning, "UTC") == datetime(2027, 3, 10, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "evening", "hours_to_wait"),
    [
        ("Europe/London", (2027, 3, 27, 21), 10),  # clocks go forward at 1:00
        ("Europe/London", (2027, 10, 30, 21), 12),  # clocks go back at 2:00
        ("America/Los_Angeles", (2027, 3, 13, 21), 10),
        ("America/Los_Angeles", (2027, 11, 6, 21), 12),
        ("Australia/Lord_Howe", (2027, 4, 3, 21), 11.5),
        ("Australia/Lord_Howe", (2027, 10, 2, 21), 10.5),
    ],
)
def test_morning_comes_at_eight_on_the_nights_on_which_clocks_change(zone, evening, hours_to_wait):
    at = local(zone, *evening).astimezone(UTC)

    morning = after_quiet_hours(at, zone)

    assert morning - at == timedelta(hours=hours_to_wait)
    assert morning.astimezone(ZoneInfo(zone)).time() == time(8)


def test_the_hour_that_comes_twice_is_night_both_times():
    first = datetime(2027, 10, 31, 0, 30, tzinfo=UTC)  # 1:30 in London, summer time
    again = datetime(2027, 10, 31, 1, 30, tzinfo=UTC)  # 1:30 in London once more

    morning = local("Europe/London", 2027, 10, 31, 8)
    assert after_quiet_hours(first, "Europe/London") == morning
    assert after_quiet_hours(again, "Europe/London") == morning


def test_the_answer_is_in_the_zone_of_the_question():
    at = datetime(2027, 3, 10, 18, tzinfo=UTC)  # 23:30 in Kolkata

    assert after_quiet_hours(at, "Asia/Kolkata").tzinfo is UTC


@given(at=moments, zone=zones)
def test_whatever_the_moment_it_becomes_day_within_twelve_hours(at, zone):
    later = after_quiet_hours(at, zone)

    assert 8 <= later.astimezone(ZoneInfo(zone)).hour < 21
    assert timedelta() <= later - at <= timedelta(hours=12)
    assert after_quiet_hours(later, zone) == later


# --- the limit of a week ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "earliest"),
    [
        ([], NOON),
        ([NOON], NOON),
        ([NOON - 6 * DAY, NOON], NOON),
        ([NOON - 2 * DAY, NOON - DAY, NOON], NOON + 5 * DAY),
        ([NOON, NOON - DAY, NOON - 2 * DAY], NOON + 5 * DAY),
        ([NOON - 7 * DAY, NOON - DAY, NOON], NOON),
        ([NOON - 6 * DAY, NOON - 3 * DAY, NOON - 2 * DAY, NOON - DAY], NOON + 4 * DAY),
        ([NOON - DAY, NOON, NOON + 2 * DAY], NOON + 6 * DAY),
    ],
)
def test_a_fourth_message_waits_until_the_week_is_over(written, earliest):
    assert earliest_write(NOON, written, "UTC") == earliest


def test_the_end_of_the_week_may_fall_into_the_night():
    night = datetime(2027, 3, 4, 22, tzinfo=UTC)
    written = [night, NOON - DAY, NOON]

    assert earliest_write(NOON, written, "UTC") == datetime(2027, 3, 12, 8, tzinfo=UTC)


@given(gaps=st.lists(st.integers(0, 60 * 60), min_size=1, max_size=25), start=moments, zone=zones)
def test_whoever_keeps_to_it_never_writes_four_times_in_a_week(gaps, start, zone):
    written: list[datetime] = []
    now = start

    for minutes in gaps:
        now = earliest_write(now + timedelta(minutes=minutes), written, zone)
        written.append(now)

    assert all(later - first >= 7 * DAY for first, later in zip(written, written[3:], strict=False))
    assert all(8 <= at.astimezone(ZoneInfo(zone)).hour < 21 for at in written)


# --- trying again -----------------------------------------------------------------------------


@pytest.mark.parametrize(("failures", "minutes"), [(1, 1), (2, 5), (3, 25), (4, 120)])
def test_it_is_tried_again_after(failures, minutes):
    assert retry_at(failures, NOON) == NOON + timedelta(minutes=minutes)


@pytest.mark.parametrize("failures", [5, 6, 100])
def test_it_is_given_up_after_five_failures(failures):
    assert retry_at(failures, NOON) is None


def test_it_is_given_up_within_an_afternoon():
    assert sum(RETRIES, timedelta()) == timedelta(hours=2, minutes=31)
