"""The half disc fills from below, as the weight goes from 0 to 10."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halved.reflection.templatetags.half_disc import half_disc


def filled(weight: int | None) -> float:
    """How high the disc is filled, 0 to 36 units."""
    picture = half_disc(weight)
    if 'circle class="load"' in picture:
        return 36
    found = re.search(r'd="M[\d.-]+ ([\d.-]+)A', picture)
    return 38 - float(found.group(1)) if found else 0


def test_it_is_empty_without_a_weight_and_full_at_ten():
    assert [filled(None), filled(0), filled(10)] == [0, 0, 36]


def test_half_is_half():
    assert filled(5) == 18


@given(st.integers(0, 9))
def test_more_weight_fills_more_of_it(weight):
    assert filled(weight) < filled(weight + 1)


@pytest.mark.parametrize("weight", range(1, 11))
def test_the_colour_says_whether_somebody_carries_it_too(weight):
    assert 'class="load"' in half_disc(weight)
    assert 'class="shared"' in half_disc(weight, True)
    assert 'class="load"' not in half_disc(weight, True)


def test_it_is_a_picture_beside_words_and_says_nothing_by_itself():
    assert 'aria-hidden="true"' in half_disc(7)
