"""Opening times as a person reads them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halved.directory import opening
from halved.directory.details import Hours

MONDAY_TEN = datetime(2027, 3, 1, 10, tzinfo=UTC)


def on(days: str, opens: str, closes: str) -> list[Hours]:
    """`on("12345", "09:00", "17:00")`: 1 is Monday."""
    return [Hours(weekday=int(day), opens=opens, closes=closes) for day in days]


WEEK = on("12345", "09:00", "17:00")
SENTENCES = [
    ([], ""),
    (on("1234567", "09:00", "17:00"), "Every day 9:00–17:00"),
    (
        [*WEEK, *on("6", "10:00", "12:00")],
        "Monday to Friday 9:00–17:00, Saturday 10:00–12:00, closed on Sunday",
    ),
    (on("1234567", "00:00", "24:00"), "Day and night"),
    (on("67", "00:00", "00:00"), "Saturday and Sunday day and night, closed on Monday to Friday"),
    (on("1234567", "18:00", "24:00"), "Every day 18:00–midnight"),
    (on("1234567", "18:00", "00:00"), "Every day 18:00–midnight"),
    (on("1234567", "20:00", "02:00"), "Every day 20:00–2:00"),
    (
        [*on("12", "09:00", "12:00"), *on("12", "13:30", "17:00"), *on("45", "09:00", "12:00")],
        "Monday and Tuesday 9:00–12:00 and 13:30–17:00, Thursday and Friday 9:00–12:00,"
        " closed on Wednesday, Saturday and Sunday",
    ),
    (on("135", "09:00", "12:00"), "Monday, Wednesday and Friday 9:00–12:00, closed on Tuesday,"
     " Thursday, Saturday and Sunday"),
]  # fmt: skip


@pytest.mark.parametrize(("hours", "sentence"), SENTENCES)
def test_a_timetable_reads_as_people_say_it(hours, sentence):
    assert opening.sentence(hours) == sentence


def test_times_that_touch_or_overlap_or_are_there_twice_are_one():
    hours = [
        *on("1", "12:00", "14:00"),
        *on("1", "09:00", "12:00"),
        *on("1", "13:00", "17:00"),
        *on("1", "09:00", "12:00"),
    ]

    assert opening.rows(hours)[0] == ("Monday", "9:00–17:00")


@pytest.mark.parametrize(
    ("day", "hour", "minute", "said"),
    [
        (1, 17, 0, "until 17:00"),
        (2, 0, 0, "until midnight"),
        (2, 2, 30, "until 2:30 tomorrow"),
        (3, 12, 0, "until 12:00 on Wednesday"),
    ],
)
def test_when_they_close_is_said_from_now(day, hour, minute, said):
    closes = datetime(2027, 3, day, hour, minute, tzinfo=UTC)

    assert opening.until(closes, MONDAY_TEN) == said


@pytest.mark.parametrize(
    ("day", "hour", "said"),
    [
        (1, 14, "today at 14:00"),
        (2, 9, "tomorrow at 9:00"),
        (4, 9, "on Thursday at 9:00"),
        (8, 9, "on Monday at 9:00"),
    ],
)
def test_when_they_open_is_said_from_now(day, hour, said):
    assert opening.opens(datetime(2027, 3, day, hour, tzinfo=UTC), MONDAY_TEN) == said


times = st.integers(0, 24 * 60 - 1).map(lambda minute: f"{minute // 60:02}:{minute % 60:02}")
tables = st.lists(
    st.builds(Hours, weekday=st.integers(1, 7), opens=times, closes=times), max_size=12
)


@settings(max_examples=150, deadline=None)
@given(tables)
def test_every_day_of_a_timetable_is_told_once(hours):
    named = [day for days, _ in opening.rows(hours) for day in _in(days)]

    assert sorted(named) == (list(range(1, 8)) if hours else [])


def _in(days: str) -> list[int]:
    """Which days these words mean."""
    if days == "every day":
        return list(range(1, 8))
    found = []
    for part in days.replace(" and ", ", ").split(", "):
        first, _, last = part.partition(" to ")
        begin = opening.DAYS.index(first) + 1
        found += range(begin, (opening.DAYS.index(last) + 1 if last else begin) + 1)
    return found


@settings(max_examples=100, deadline=None)
@given(tables, st.randoms())
def test_the_order_of_the_rows_does_not_matter(hours, chance):
    other = list(hours)
    chance.shuffle(other)

    assert opening.sentence(other) == opening.sentence(hours)
