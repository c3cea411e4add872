"""What the index knows of a service."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halved.directory.details import Details
from halved.directory.searching.terms import entries, postcodes, square

HERE = {"city": "Alderbrook", "latitude": 52.1, "longitude": -1.5, "postal_code": "AL1 2BB"}


def terms(place: int = 0, **details: object) -> set[str]:
    return set(entries(Details(**details))[place].terms.split(" "))  # type: ignore[typeddict-item]


def test_a_heading_counts_twice_and_says_kinds():
    found = terms(name="Debt advice", description="For tenants")

    assert {"debt", "h_debt", "x_debt", "k_debt", "tenant", "k_housing"} <= found
    assert not {"h_tenant", "x_housing", "advice", "for"} & found


def test_a_place_is_in_three_grids_and_has_its_names():
    found = terms(name="X", locations=[HERE])

    assert {"c_521x-15", "b_52x-2", "s_2605x-75", "t_alderbrook", "z_al1", "z_al12bb"} <= found
    assert "f_anywhere" not in found


@pytest.mark.parametrize(
    "location",
    [
        {"virtual": True, "latitude": 52.1, "longitude": -1.5},
        {"latitude": 0.0, "longitude": 0.0},
        {"latitude": 95.0, "longitude": 10.0},
        {"latitude": 52.1},
        {},
    ],
)
def test_without_a_place_on_the_map_it_is_found_from_anywhere(location):
    [entry] = entries({"name": "X", "locations": [location]})

    assert (entry.latitude, entry.longitude) == (None, None)
    assert "f_anywhere" in entry.terms.split()


def test_one_entry_for_each_location_and_one_for_none():
    two = [HERE, HERE | {"city": "Fennick", "latitude": 52.28}]

    assert [entry.place for entry in entries({"name": "X", "locations": two})] == [0, 1]
    assert [entry.place for entry in entries({"name": "X", "locations": [HERE, HERE]})] == [0]
    assert [entry.place for entry in entries({"name": "X"})] == [0]


def test_a_service_without_a_location_is_where_its_organization_is():
    found = terms(name="X", organization={"name": "Y", "city": "Fennick"})

    assert "t_fennick" in found


@pytest.mark.parametrize(
    ("details", "token"),
    [
        ({"free": True}, "f_free"),
        ({"free": False}, "f_paid"),
        ({"status": "defunct"}, "f_gone"),
        ({"languages": ["es-MX"]}, "l_es"),
        ({"phones": [{"number": "1", "type": "voice"}]}, "w_phone"),
        ({"phones": [{"number": "1", "type": "text"}]}, "w_text"),
        ({"email": "a@example.org"}, "w_online"),
        ({"maximum_age": 11}, "a_children"),
        ({"maximum_age": 21}, "a_young"),
        ({"minimum_age": 60}, "a_older"),
        ({"eligibility": "Women with children"}, "a_women"),
        ({"locations": [{"wheelchair": True}]}, "f_wheelchair"),
        ({"locations": [{"wheelchair": False}]}, "f_steps"),
        ({"timetable": {"hours": [{"weekday": 3, "opens": "09:00", "closes": "10:00"}]}}, "d_3"),
        ({}, "d_0"),
    ],
)
def test_what_can_be_wished_for_is_a_token(details, token):
    assert token in terms(name="X", **details)


@pytest.mark.parametrize("said", ["f_free", "f_paid", "f_wheelchair", "f_steps", "w_phone"])
def test_what_nobody_says_is_no_token(said):
    assert said not in terms(name="X")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("62701", ["62701"]),
        ("62701-1234", ["627011234", "62701"]),
        ("SW1A 1AA", ["sw1a1aa", "sw1a"]),
        ("sw1a1aa", ["sw1a1aa", "sw1a"]),
        ("SW1A", ["sw1a"]),
        ("10115", ["10115"]),
        ("", []),
    ],
)
def test_a_postcode_is_known_whole_and_by_its_first_part(code, expected):
    assert postcodes(code) == expected


TEXTS = st.text(max_size=40)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_whatever_data_says_tokens_are_harmless(name, description, city, region):
    location = {"city": city, "region": region, "postal_code": region, "name": name}
    details = Details(name=name, description=description, locations=[location])  # type: ignore[typeddict-item]

    for entry in entries(details):
        tokens = entry.terms.split(" ")
        assert all(tokens)
        assert len(tokens) == len(set(tokens))
        assert all(len(token) <= 70 for token in tokens)
        assert not set(entry.terms) & set("\"'()*:^&|!\\\0\n\t")


def test_squares_that_touch_have_numbers_side_by_side():
    south, north = ({"latitude": degrees, "longitude": -1.5} for degrees in (51.9, 52.1))
    east = {"latitude": 52.1, "longitude": -0.5}

    of = [square(Details(locations=[at])) for at in (south, north, east)]  # type: ignore[typeddict-item]

    assert (of[1] - of[0], of[2] - of[1]) == (360, 1)


def test_a_service_is_in_the_square_of_the_first_place_that_is_known():
    nowhere, here = Details(locations=[{}]), Details(locations=[{}, HERE])  # type: ignore[typeddict-item]

    assert square(here) == square(Details(locations=[HERE]))  # type: ignore[typeddict-item]
    assert square(nowhere) == square(Details()) > square(here)
