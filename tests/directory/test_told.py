"""What a service’s page tells, and what it admits not to know."""

from __future__ import annotations

from datetime import date

import pytest

from halved.directory import told
from halved.directory.details import Details

TODAY = date(2027, 3, 5)
FULL: Details = {
    "description": "They go through your letters with you. Nobody is sent away.",
    "fees": "Free for everyone who lives here.",
    "free": True,
    "eligibility": "For people in Ashmere.",
    "minimum_age": 16.0,
    "maximum_age": 25.0,
    "documents": ["Letters about what you owe"],
    "languages": ["en-GB", "pl", "xx"],
    "language_names": ["Romani"],
    "timetable": {
        "hours": [{"weekday": 1, "opens": "09:00", "closes": "12:00"}],
        "notes": ["By appointment"],
    },
    "locations": [
        {
            "lines": ["1 High Street"],
            "city": "Ashmere",
            "postal_code": "ZZ1 1AA",
            "transport": "Bus 4 stops in front of it.",
            "wheelchair": True,
        }
    ],
}


def test_everything_the_data_has_stands_under_a_plain_title():
    found = dict(told.facts(FULL, 0))

    assert found["When"] == ["Monday 9:00–12:00", "Tuesday to Sunday closed", "By appointment"]
    assert found["Where"] == [
        "1 High Street",
        "Ashmere ZZ1 1AA",
        "Bus 4 stops in front of it.",
        "Wheelchairs can get in.",
    ]
    assert found["What it costs"] == ["Free for everyone who lives here."]
    assert found["For whom"] == ["For people in Ashmere.", "From 16 to 25 years."]
    assert found["What to bring"] == ["Letters about what you owe"]
    assert found["Languages"] == ["English, Polish, xx and Romani"]


def test_what_the_data_leaves_open_is_said_in_one_sentence():
    nothing: Details = {"locations": [{"lines": ["1 High Street"]}]}

    assert told.unknown(FULL, 0) == ""
    assert told.unknown(nothing, 0) == (
        "The data does not say when they are open, what it costs, who may come or whether a"
        " wheelchair gets in."
    )
    assert told.unknown({**FULL, "timetable": {}}, 0) == (
        "The data does not say when they are open."
    )


def test_nobody_is_told_how_to_get_to_a_place_that_is_none():
    at: Details = {"locations": [{"virtual": True, "lines": ["a server"], "city": "Ashmere"}]}

    assert told.facts(at, 0) == [("Where", ["There is no place to go to. They help from afar."])]
    assert "wheelchair" not in told.unknown(at, 0)


@pytest.mark.parametrize(
    ("iso", "said", "old"),
    [
        ("2027-03-05", "Last checked on 5 March 2027, today.", False),
        ("2027-03-04", "Last checked on 4 March 2027, 1 day ago.", False),
        ("2027-01-05", "Last checked on 5 January 2027, 1 month ago.", False),
        ("2026-03-05", "Last checked on 5 March 2026, 1 year ago.", False),
        ("2026-03-04", "Last checked on 4 March 2026, 1 year ago. Call before you go.", True),
        ("2020-03-04", "Last checked on 4 March 2020, 7 years ago. Call before you go.", True),
        ("2028-03-04", "Last checked on 4 March 2028, today.", False),
        ("", "We do not know when this was last checked. Call before you go.", True),
    ],
)
def test_how_old_it_is_is_said_and_when_to_call_first(iso, said, old):
    assert told.checked(iso, TODAY, can_call=True) == (said, old)


def test_nobody_is_told_to_call_where_there_is_no_number():
    said, _ = told.checked("", TODAY, can_call=False)

    assert said == "We do not know when this was last checked. It may have changed."


@pytest.mark.parametrize(
    ("kilometres", "said"),
    [
        (0.2, "less than 1 km"),
        (2.6, "about 3 km"),
        (19.4, "about 19 km"),
        (33, "about 35 km"),
        (148, "about 150 km"),
    ],
)
def test_a_distance_is_never_exact(kilometres, said):
    assert told.distance(kilometres) == said


def test_the_one_line_is_the_first_sentence_and_never_a_page():
    long: Details = {"description": "A word and another word, " * 40}

    assert told.in_short(FULL) == "They go through your letters with you."
    assert len(told.in_short(long)) <= told.SHORT
    assert told.in_short(long).endswith("…")
    assert told.in_short({}) == ""
