"""A bucket as one moment does what a bucket of tokens does."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halved.limits.rules import Limit, full_at_after, wait

FIVE = Limit("five", 5, timedelta(minutes=5))
MINUTE = 60_000


def taken(limit: Limit, moments: list[int]) -> list[bool]:
    """Whether there was a token at each of these moments, of a bucket that is full at first."""
    full_at, came = 0, []
    for now in moments:
        after = full_at_after(limit, full_at, now)
        came.append(after is not None)
        full_at = full_at if after is None else after
    return came


@pytest.mark.parametrize(
    ("minutes", "came"),
    [
        ([0, 0, 0, 0, 0], [True] * 5),
        ([0, 0, 0, 0, 0, 0], [True] * 5 + [False]),
        ([0, 0, 0, 0, 0, 0.9], [True] * 5 + [False]),
        ([0, 0, 0, 0, 0, 1], [True] * 6),
        ([0, 0, 0, 0, 0, 1, 1], [True] * 6 + [False]),
        ([0, 0, 0, 0, 0, 5, 5, 5, 5, 5, 5], [True] * 10 + [False]),
        ([0, 60, 60, 60, 60, 60, 60], [True] * 6 + [False]),
    ],
)
def test_as_many_as_there_are_and_then_one_for_each_step(minutes, came):
    start = 1_000 * MINUTE

    assert taken(FIVE, [start + int(minute * MINUTE) for minute in minutes]) == came


@given(
    most=st.integers(1, 20),
    seconds=st.integers(1, 3600),
    gaps=st.lists(st.integers(0, 100_000), min_size=1, max_size=60),
)
def test_in_no_stretch_of_a_period_more_than_twice_as_many(most, seconds, gaps):
    limit = Limit("any", most, timedelta(seconds=seconds))
    moments = [1_000_000_000 + sum(gaps[: place + 1]) for place in range(len(gaps))]

    when = [now for now, came in zip(moments, taken(limit, moments), strict=True) if came]

    for first in when:
        assert sum(first <= now < first + seconds * 1000 for now in when) <= 2 * most


@given(most=st.integers(1, 20), seconds=st.integers(1, 3600), used=st.integers(0, 25))
def test_who_waits_as_long_as_told_gets_one(most, seconds, used):
    limit, now, full_at = Limit("any", most, timedelta(seconds=seconds)), 10**12, 0
    for _ in range(used):
        full_at = full_at_after(limit, full_at, now) or full_at

    later = now + wait(limit, full_at, now) // timedelta(milliseconds=1)

    assert full_at_after(limit, full_at, later) is not None
    assert later == now or full_at_after(limit, full_at, later - 1) is None


@pytest.mark.parametrize("most", [1, 5])
def test_who_looked_at_the_clock_before_another_and_comes_after_gets_none_more(most):
    limit, now = Limit("any", most, timedelta(minutes=5)), 1_000 * MINUTE

    came = taken(limit, [now + 50 - late for late in range(50)])

    assert 1 <= came.count(True) <= most


def test_a_clock_that_was_a_day_ahead_shuts_nobody_out():
    tomorrow = 10**12
    full_at = full_at_after(FIVE, 0, tomorrow)

    today = tomorrow - 24 * 60 * MINUTE

    assert wait(FIVE, full_at, today) == timedelta()
    assert full_at_after(FIVE, full_at, today) == today + FIVE.step
