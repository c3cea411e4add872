"""Only what can be read in one way becomes hours; the rest stays in its words."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halved.directory.importing.clocks import clock, span_in_words
from halved.directory.importing.timetables import Made, holiday, read
from halved.directory.importing.weekdays import days_of, in_month, spoken_hours

TODAY = date(2026, 11, 23)
WEEK = [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("9:00", "09:00"), ("09:00:00", "09:00"), ("9am", "09:00"), ("4:00 PM", "16:00"),
        ("Monday 10:00am", "10:00"), ("10.30", "10:30"), ("0900", "09:00"), ("noon", "12:00"),
        ("12am", "00:00"), ("12 pm", "12:00"), ("24:00", "24:00"), ("09:00-05:00", "09:00"),
        ("9.00 a.m.", "09:00"), ("9", ""), ("25:00", ""), ("9:75", ""), ("half nine", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_time_is_read_as_people_write_it(text, time):
    assert clock(text)[0] == time


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Monday", [1]), ("mon-fri", WEEK), ("M-F", WEEK), ("Mo,Tu", [1, 2]), ("SU,MO", [1, 7]),
        ("Sat-Mon", [1, 6, 7]), ("Monday to Friday", WEEK), ("Mondays and Wednesdays", [1, 3]),
        ("7", [7]), ("weekdays", WEEK), ("2MO", []), ("first Tuesday", []), ("8", []), ("", []),
    ],
)  # fmt: skip
def test_weekdays_are_read_as_people_write_them(text, days):
    assert days_of(text) == days


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("9am-5pm", ("09:00", "17:00")),
        ("9-5", ("09:00", "17:00")),
        ("10-2pm", ("10:00", "14:00")),
        ("2-5pm", ("14:00", "17:00")),
        ("9:00 - 17:00", ("09:00", "17:00")),
        ("6pm to midnight", ("18:00", "24:00")),
        ("5-9", None),
        ("9-12", None),
        ("after lunch", None),
    ],
)
def test_a_span_in_words_is_taken_where_it_is_certain(text, span):
    assert span_in_words(text) == span


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("9-5 M-F", [(WEEK, "09:00", "17:00")]),
        ("Monday to Friday, 9am to 5pm", [(WEEK, "09:00", "17:00")]),
        (
            "Mon-Fri 9am-5pm; Sat 10am-2pm",
            [(WEEK, "09:00", "17:00"), ([6], "10:00", "14:00")],
        ),
        ("24/7", [([1, 2, 3, 4, 5, 6, 7], "00:00", "24:00")]),
        ("Mon-Fri 9am-5pm, but not in August", []),
        ("By appointment", []),
        ("Tues 9-12", []),
    ],
)
def test_words_become_hours_only_when_every_word_is_understood(text, hours):
    assert spoken_hours(text) == hours


def timetable(*rows: dict[str, str]) -> tuple[list[tuple[int, str, str]], list[str], list[str]]:
    """Hours, notes and codes."""
    made = Made()
    for row in rows:
        read(row, TODAY, made)
    hours = [(each["weekday"], each["opens"], each["closes"]) for each in made.hours]
    return hours, made.notes, [oddity.code for oddity in made.odd]


def day(opens: str, closes: str, **more: str) -> dict[str, str]:
    return {"weekday": "Monday", "opens_at": opens, "closes_at": closes, **more}


@pytest.mark.parametrize(
    ("row", "hours"),
    [
        (day("9:00", "17:00"), [(1, "09:00", "17:00")]),
        (day("18:00", "02:00"), [(1, "18:00", "02:00")]),
        (day("20:00", "00:00"), [(1, "20:00", "24:00")]),
        (day("00:00", "00:00"), [(1, "00:00", "24:00")]),
        (day("00:00", "24:00"), [(1, "00:00", "24:00")]),
        (day("9am-5pm", ""), [(1, "09:00", "17:00")]),
        ({"byday": "TH,FR", "opens_at": "10:00", "closes_at": "12:00", "freq": "WEEKLY"},
         [(4, "10:00", "12:00"), (5, "10:00", "12:00")]),
        ({"opens_at": "Monday 10:00am", "closes_at": "Monday 5:00pm"}, [(1, "10:00", "17:00")]),
        (day("9:00", "17:00", valid_from="2020-01-01", valid_to="2099-12-31"),
         [(1, "09:00", "17:00")]),
    ],
)  # fmt: skip
def test_a_row_that_is_clear_becomes_hours(row, hours):
    assert timetable(row)[:2] == (hours, [])


@pytest.mark.parametrize(
    ("row", "note"),
    [
        (day("10:00", "4:00"), "Monday 10:00–4:00"),
        (day("21:00", "17:00"), "Monday 21:00–17:00"),
        (day("9:00", ""), "Monday from 9:00"),
        (day("9:00", "late"), "Monday 9:00–late"),
        ({"opens_at": "9:00", "closes_at": "17:00"}, "09:00–17:00"),
        ({"byday": "2MO", "freq": "MONTHLY", "opens_at": "10:00", "closes_at": "12:00"},
         "Every month: second Monday 10:00–12:00"),
        (day("9:00", "17:00", interval="2"), "Every 2 weeks: Monday 09:00–17:00"),
        (day("9:00", "17:00", valid_to="2026-12-20"), "Until 20 December 2026: Monday 09:00–17:00"),
        (day("9:00", "17:00", valid_from="2027-01-04"), "From 4 January 2027: Monday 09:00–17:00"),
    ],
)  # fmt: skip
def test_a_row_that_is_not_stays_in_words(row, note):
    hours, notes, codes = timetable(row)

    assert (hours, notes) == ([], [note])
    assert codes


def test_a_day_without_times_is_a_day_on_which_it_is_shut():
    assert timetable({"weekday": "Sunday"}, day("closed", "closed")) == ([], [], [])


def test_what_is_over_is_left_out_and_said():
    assert timetable(day("9:00", "17:00", valid_to="2005-01-01")) == ([], [], ["past"])


def test_words_that_became_hours_are_still_there_to_read():
    hours, notes, codes = timetable({"description": "9-5 M-F"})

    assert len(hours) == 5
    assert (notes, codes) == (["9-5 M-F"], ["hours_text"])


def test_a_holiday_is_a_note_until_it_is_over():
    made = Made()

    holiday({"closed": "true", "start_date": "2026-12-25", "end_date": "2026-12-26"}, TODAY, made)
    holiday({"closed": "true", "start_date": "2020-12-25", "end_date": "2020-12-26"}, TODAY, made)

    assert made.notes == ["Closed 25 December 2026 to 26 December 2026."]
    assert [oddity.code for oddity in made.odd] == ["past"]


def test_days_of_a_month_are_said_in_words():
    assert in_month("1TU,-1FR") == "first Tuesday, last Friday"
    assert in_month("9MO") == ""


NAMES = ["weekday", "byday", "opens_at", "closes_at", "description", "freq", "interval", "notes"]
BITS = st.sampled_from(
    ["9", ":", "00", " ", "-", "Mon", "MO", ",", "am", "pm", "to", "24/7", "²", "é"]
)


@given(st.dictionaries(st.sampled_from(NAMES), st.lists(BITS, max_size=8).map("".join)))
@settings(max_examples=300, deadline=None)
def test_no_row_breaks_a_timetable(row):
    hours, notes, _ = timetable(row)

    assert all(1 <= weekday <= 7 and opens < "24:00" for weekday, opens, _ in hours)
    assert all(notes)
