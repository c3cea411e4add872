"""The cells of the grid cover every circle, and little more."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halved.directory.rules import Point
from halved.directory.searching.finding import DEGREE, _cells, _ring
from halved.directory.searching.places import Where
from halved.directory.searching.terms import cell

POINTS = st.builds(Point, st.floats(-80, 80), st.floats(-179.9, 179.9))


@settings(max_examples=200, deadline=None)
@given(POINTS, st.floats(0, 1), st.floats(0, 2 * math.pi), st.sampled_from([2, 10, 25, 50, 100]))
def test_whatever_lies_in_a_circle_lies_in_one_of_its_cells(point, share, angle, within):
    wide = DEGREE * math.cos(math.radians(point.latitude))
    north = share * within * math.sin(angle) / DEGREE
    east = share * within * math.cos(angle) / wide
    longitude = (point.longitude + east + 180) % 360 - 180
    prefix = "s_" if within == 2 else "c_" if within <= 25 else "b_"

    cells = set(_cells(prefix, point, within))

    assert cell(prefix, point.latitude + north * 0.999, longitude) in cells


def test_a_circle_of_ten_kilometres_needs_few_cells():
    assert len(set(_cells("c_", Point(52.05, -1.05), 10))) <= 15


@pytest.mark.parametrize(
    ("share", "services", "within", "ring"),
    [
        (0.8, 30_000, 10, 1),
        (0.1, 30_000, 10, 2),
        (0.02, 30_000, 10, 4),
        (0.001, 30_000, 10, None),
        (0.8, 200, 10, None),
        (0.8, 30_000, 1, None),
    ],
)
def test_the_more_a_town_has_the_closer_one_looks_first(share, services, within, ring):
    here = Point(52.05, -1.05)
    town = Where("Fennick", "Fennick", point=here, count=services)

    assert _ring(share, town, within) == ((here, ring) if ring else None)


def test_without_a_point_nothing_is_close():
    assert _ring(0.8, Where("Fennick", "Fennick", count=30_000), 10) is None
