"""Which of the found comes first."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halved.directory.rules import Asked, Candidate, Concept, Point, Ranked, kilometres, mixed, rank
from halved.directory.searching.gazetteer import Gazetteer

HERE = Point(52.0, -1.0)
DEBT = Concept(words=(("debt",),), kinds=("debt",))
HEADING = "d_0 debt f_anywhere h_debt k_debt x_debt"


def entry(service: int, terms: str, latitude: float | None = None, place: int = 0) -> Candidate:
    longitude = None if latitude is None else -1.0
    return Candidate(service, service, place, latitude, longitude, terms)


def order(*candidates: Candidate, **asked: object) -> list[int]:
    asked = {"concepts": (DEBT,)} | asked
    ranked, _ = rank(candidates, Asked(**asked))  # type: ignore[arg-type]
    return [each.candidate.service for each in ranked]


def test_a_heading_before_a_kind_before_a_word_in_the_text():
    text, kind = entry(1, "debt k_debt"), entry(2, "k_debt x_debt")

    assert order(text, kind, entry(3, HEADING)) == [3, 2, 1]


def test_of_equals_the_nearest_comes_first():
    assert order(entry(1, HEADING, 52.08), entry(2, HEADING, 52.01), point=HERE) == [2, 1]


def test_a_better_match_may_be_a_little_farther_away():
    near, better = entry(1, "debt k_debt", 52.01), entry(2, HEADING, 52.02)

    assert order(near, better, point=HERE) == [2, 1]


def test_all_that_is_asked_comes_before_half_of_it():
    food = Concept(kinds=("food",))
    half, whole = entry(1, HEADING), entry(2, "debt k_food")

    assert order(half, whole, concepts=(DEBT, food)) == [2, 1]


def test_yes_comes_before_unknown_and_no_is_left_out():
    silent, yes, no = entry(1, HEADING), entry(2, f"{HEADING} f_free"), entry(3, "debt f_paid")

    ranked, refused = rank(
        [silent, yes, no], Asked((DEBT,), wanted=("f_free",), refused=("f_paid",))
    )

    assert [(each.candidate.service, each.unsure) for each in ranked] == [(2, 0), (1, 1)]
    assert refused == 1


def test_a_service_is_shown_once_at_its_nearest_place():
    ranked, _ = rank(
        [entry(1, HEADING, 52.08, place=0), entry(1, HEADING, 52.01, place=1)],
        Asked((DEBT,), point=HERE),
    )

    assert [each.candidate.place for each in ranked] == [1]


def test_a_food_bank_for_pets_is_about_pets():
    food = Concept(words=(("food", "bank"),), kinds=("food",))
    pets = entry(1, "bank food h_bank h_food h_pet k_pets x_pets")
    pantry = entry(2, "h_pantr k_food pantr x_food")

    assert order(pets, pantry, concepts=(food,)) == [2, 1]


def numbers(*readings: list[Ranked]) -> list[int]:
    return [each.candidate.service for each in mixed(readings)]


def fitting(*services: int, missing: int = 0) -> list[Ranked]:
    return [Ranked((0, missing, 0, place), entry(n, HEADING), None, 0)
            for place, n in enumerate(services)]  # fmt: skip


def test_two_of_the_likeliest_reading_stand_before_each_of_the_others():
    found = numbers(fitting(1, 2, 3, 4, 5), fitting(11, 12), fitting(21, 22))

    assert found == [1, 2, 11, 3, 4, 21, 5, 12, 22]


def test_what_fits_whole_comes_first_in_whatever_reading():
    assert numbers(fitting(1, missing=2), fitting(11, 12)) == [11, 12, 1]


def test_a_service_of_two_readings_is_shown_once():
    assert numbers(fitting(1, 2), fitting(2, 3)) == [1, 2, 3]


@settings(max_examples=60, deadline=None)
@given(st.permutations([entry(n, HEADING, 52 + n / 100) for n in range(6)]), st.booleans())
def test_the_order_does_not_depend_on_the_order_in_which_they_were_found(found, with_point):
    expected = list(range(6))

    assert order(*found, point=HERE if with_point else None) == expected


@pytest.mark.parametrize(
    ("there", "expected"),
    [(HERE, 0), (Point(53.0, -1.0), 111.2), (Point(-52.0, 179.0), 20_015)],
)
def test_kilometres(there, expected):
    assert kilometres(HERE, there) == pytest.approx(expected, rel=0.001)


# --- places by their names --------------------------------------------------------------------


def spots(*rows: tuple[str, float | None, float | None]) -> list[tuple[str, int]]:
    gazetteer = Gazetteer()
    for row in rows:
        gazetteer.add(*row)
    return sorted((spot.label, spot.count) for spot in gazetteer.spots())


def test_towns_of_one_name_in_two_regions_are_two():
    found = spots(("r_il t_springfield", 39.8, -89.6), ("r_mo t_springfield", 37.2, -93.3))

    assert found == [("Springfield, IL", 1), ("Springfield, MO", 1)]


def test_towns_of_one_name_far_apart_are_two():
    assert len(spots(("t_newport", 51.6, -3.0), ("t_newport", 50.7, -1.3))) == 2


def test_one_slip_in_the_data_makes_no_town():
    right = [("t_fennick", 52.28, -1.2)] * 20

    assert spots(*right, ("t_fennick", -52.28, 1.2)) == [("Fennick", 20)]


def test_a_town_without_a_point_is_known_by_name():
    assert spots(("t_fennick", None, None)) == [("Fennick", 1)]
