"""What may be written down about a piece of help, and what the form says when something is off."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halved.pieces.following import About
from halved.pieces.forms import NewPieceForm, PieceForm
from halved.pieces.series import MOST, expand
from tests.asks.asking import NOON

GOOD = {
    "what": "Supper for three",
    "day": "2027-03-13",
    "starts": "18:00",
    "ends": "20:00",
    "where": "Mill Lane 4",
    "leave_out": "Nuts",
    "places": "2",
}
WEEKLY = {"again": "WEEKLY", "times": "4"}


def filled(zone: str = "UTC", **fields: object) -> NewPieceForm:
    return NewPieceForm(GOOD | fields, zone=zone, now=NOON)


def starts(form: NewPieceForm) -> list[str]:
    assert form.is_valid(), form.errors
    return [f"{span.starts_at:%a %d %b %H:%M}" for span in expand(form.when)]


# --- once -------------------------------------------------------------------------------------


def test_a_piece_says_what_where_for_how_many_and_what_not_to_bring():
    form = filled()

    assert starts(form) == ["Sat 13 Mar 18:00"]
    assert form.about == About("Supper for three", "Mill Lane 4", "Nuts", 2)


def test_the_times_are_those_of_the_clock_on_the_wall_there():
    form = filled(zone="Asia/Tokyo")

    assert starts(form) == ["Sat 13 Mar 09:00"]


def test_a_night_ends_on_the_next_day():
    form = filled(starts="21:00", ends="07:00")

    assert form.is_valid()
    assert form.when.ends == datetime(2027, 3, 14, 7)  # noqa: DTZ001


SLIPS = {
    "nothing said": ({"what": ""}, "what", "Write a word or two first."),
    "no day": ({"day": ""}, "day", "Choose a day."),
    "no such day": ({"day": "2027-02-30"}, "day", "There is no such day."),
    "a day that is over": ({"day": "2027-03-09"}, "day", "That day is over."),
    "the first day of all": ({"day": "0001-01-01"}, "day", "That day is over."),
    "the last day of all": ({"day": "9999-12-31"}, "day", "more than a year away"),
    "an hour that is over": (
        {"day": "2027-03-10", "starts": "11:00", "ends": "14:00"},
        "starts",
        "That time is over.",
    ),
    "no such time": ({"starts": "25:00"}, "starts", "Write the time like 18:30."),
    "ends before it begins": ({"ends": "16:00"}, "ends", "It ends before it begins."),
    "takes no time": ({"ends": "18:00"}, "ends", "It ends before it begins."),
    "for nobody": ({"places": "0"}, "places", "Write a number from 1 to 20."),
    "for a crowd": ({"places": "21"}, "places", "Write a number from 1 to 20."),
    "no end": ({"again": "DAILY"}, "until", "Choose one of the two"),
    "two ends": (WEEKLY | {"until": "2027-05-01"}, "until", "Choose one of the two"),
    "too often": ({"again": "DAILY", "times": "61"}, "times", "Write a number from 1 to 60."),
    "for too long": ({"again": "DAILY", "until": "2027-12-31"}, "__all__", "more than 60 times"),
    "for years": ({"again": "MONTHLY", "times": "24"}, "__all__", "more than a year ahead"),
    "before it begins": (WEEKLY | {"times": "", "until": "2027-03-12"}, "until", "a later one."),
    "never": (
        {"again": "WEEKLY", "until": "2027-03-14", "days": ["FR"]},
        "__all__",
        "Choose other days.",
    ),
    "on a 31st": (
        {"again": "MONTHLY", "times": "3", "day": "2027-03-31"},
        "day",
        "Some months have no such day.",
    ),
    "no such weekday": (WEEKLY | {"days": ["XX"]}, "days", "Select a valid choice"),
}


@pytest.mark.parametrize(("fields", "box", "said"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_named_at_its_box(fields, box, said):
    form = filled(**fields)

    assert not form.is_valid()
    assert said in " ".join(form.errors[box])


def test_it_cannot_need_fewer_people_than_took_it():
    form = PieceForm(GOOD, zone="UTC", now=NOON, taken=3)

    assert not form.is_valid()
    assert form.errors["places"] == ["3 have taken it. It cannot need fewer."]


# --- again and again --------------------------------------------------------------------------


RULES = {
    "every day": ({"again": "DAILY", "times": "3"}, ["Sat 13", "Sun 14", "Mon 15"]),
    "until a day": ({"again": "DAILY", "until": "2027-03-14"}, ["Sat 13", "Sun 14"]),
    "every week": ({"again": "WEEKLY", "times": "3"}, ["Sat 13", "Sat 20", "Sat 27"]),
    "on two days": (WEEKLY | {"days": ["TU", "TH"]}, ["Tue 16", "Thu 18", "Tue 23", "Thu 25"]),
    "every month": ({"again": "MONTHLY", "times": "2"}, ["Sat 13", "Tue 13"]),
}


@pytest.mark.parametrize(("fields", "days"), RULES.values(), ids=RULES)
def test_it_comes_again_as_it_says(fields, days):
    found = starts(filled(**fields))

    assert [day[:6] for day in found] == days


def test_it_stays_at_six_when_the_clocks_change():
    form = filled(zone="Europe/London", again="WEEKLY", times="3", day="2027-03-20")

    assert [start[-5:] for start in starts(form)] == ["18:00", "18:00", "17:00"]


def test_once_is_once_whatever_the_other_boxes_hold():
    form = filled(again="", until="2027-06-01", times="9", days=["MO"])

    assert starts(form) == ["Sat 13 Mar 18:00"]


@settings(max_examples=60, deadline=None)
@given(
    st.fixed_dictionaries(
        {
            "day": st.dates(),
            "starts": st.times(),
            "ends": st.times(),
            "again": st.sampled_from(["", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
            "days": st.lists(st.sampled_from(["MO", "WE", "SU", "1MO"]), max_size=3),
            "until": st.one_of(st.just(""), st.dates(), st.text(max_size=9)),
            "times": st.one_of(st.just(""), st.integers(-2, 99)),
            "places": st.one_of(st.integers(-2, 99), st.text(max_size=4)),
        }
    ),
    st.sampled_from(["UTC", "America/New_York", "Pacific/Apia"]),
)
def test_whatever_is_typed_is_taken_as_it_can_be_or_named(fields, zone):
    form = filled(zone, **fields)

    if form.is_valid():
        found = expand(form.when)
        assert 1 <= len(found) <= MOST
        assert all(NOON < span.starts_at < span.ends_at for span in found)
    else:
        assert all(form.errors.values())
