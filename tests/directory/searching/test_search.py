"""What a person sees of a search: near and far, wishes, slips, and what is not known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from halved.directory.models import Dataset, Service
from halved.directory.searching.search import PAGE, Query, Results, search
from tests.directory.searching import towns

pytestmark = [pytest.mark.store, pytest.mark.django_db]
MONDAY_NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
SUNDAY_NIGHT = datetime(2026, 11, 22, 3, tzinfo=UTC)


@pytest.fixture(scope="module", autouse=True)
def _filled(django_db_setup: None, django_db_blocker) -> Iterator[None]:  # type: ignore[no-untyped-def]
    with django_db_blocker.unblock():
        dataset = towns.fill()
        yield
        dataset.delete()


def look(text: str, near: str = "", now: datetime = MONDAY_NOON, **more: object) -> Results:
    return search(Query(text=text, near=near, **more), now)  # type: ignore[arg-type]


def found(results: Results) -> list[str]:
    return [hit.service.uid for hit in results.hits]


# --- near -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "near",
    ["Fennick", "fennick", " FENNICK, Northshire ", "FE4 7QT", "fe47qt", "FE4", "52.28, -1.2"],
)
def test_near_may_be_a_town_a_postcode_or_degrees(near):
    results = look("food bank", near)

    assert results.place
    assert found(results)[0] in ("food-fennick", "meals")
    assert results.hits[0].kilometres is not None
    assert results.hits[0].kilometres < 3


def test_a_town_with_a_slip_is_found():
    results = look("dentist", "Fenick")

    assert results.place
    assert results.place.label.startswith("Fennick")


def test_a_place_nobody_knows_is_told_and_the_search_goes_on():
    results = look("dentist", "Atlantis")

    assert results.near_unknown
    assert results.place is None
    assert found(results) == ["dentist"]


def test_of_two_villages_of_one_name_one_can_be_chosen():
    results = look("library", "Newbridge")

    assert len(results.places) == 1
    other = look("library", results.places[0].typed)
    assert {found(results)[0], found(other)[0]} == {"library-n", "library-s"}


def test_a_place_at_the_end_of_the_words_is_understood():
    results = look("food bank in Fennick")

    assert results.place
    assert results.place.label.startswith("Fennick")
    assert found(results)[0] in ("food-fennick", "meals")


def test_it_looks_farther_when_nothing_is_there():
    results = look("dentist", "Alderbrook")

    assert results.within_km == 50
    assert found(results)[0] == "dentist"
    assert results.hits[0].kilometres == pytest.approx(28, abs=2)


def test_it_does_not_look_farther_than_it_must():
    assert look("dentist", "Fennick").within_km == 10


def test_when_nothing_lies_within_reach_the_nearest_is_told():
    results = look("dentist", "57.0, -1.2")

    assert found(results) == ["dentist"]
    assert results.within_km == 600
    assert results.hits[0].kilometres == pytest.approx(525, abs=5)


def test_help_by_phone_is_kept_in_with_a_place():
    assert "heating" in found(look("heating bill", "Alderbrook"))


# --- wishes -----------------------------------------------------------------------------------


def test_free_comes_before_unknown_and_what_costs_is_counted():
    results = look("counselling", "Fennick", free=True, within_km=50)

    assert found(results)[0] == "young-minds"
    assert "counsel-fennick" in found(results)[1:]
    assert "counsel-alder" not in found(results)
    assert results.refused >= 1


def test_steps_are_left_out_and_counted():
    results = look("forms court", "Fennick", wheelchair=True)

    assert "court-desk" not in found(results)
    assert results.refused == 1


@pytest.mark.parametrize(
    ("wish", "first"),
    [
        ({"language": "pl"}, "workers"),
        ({"way": "text"}, "chat"),
        ({"whom": "women"}, "refuge"),
        ({"whom": "veterans"}, "veterans"),
        ({"language": "bfi"}, "deaf"),
    ],
)
def test_a_wish_alone_is_a_search(wish, first):
    assert first in found(look("", "", **wish))


def test_who_says_yes_comes_first_and_nobody_is_hidden():
    results = look("legal advice", "Fennick", language="es", within_km=50)

    unsure = [hit.unsure for hit in results.hits]
    assert unsure[0] == 0
    assert max(unsure) == 1


def test_open_now_is_before_unknown_and_without_the_closed():
    by_day = look("debt advice", "Alderbrook", open_now=True)
    by_night = look("debt advice", "Alderbrook", now=SUNDAY_NIGHT, open_now=True)

    assert found(by_day)[0] == "debt-desk"
    assert by_day.hits[0].is_open
    assert "debt-desk" not in found(by_night)
    assert by_night.refused > by_day.refused


def test_what_has_closed_for_good_comes_last():
    assert found(look("debt", "Alderbrook"))[-1] == "old-clinic"


# --- slips ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "meant", "first"),
    [
        ("evicton", "eviction", "tenants"),
        ("counseling", None, "counsel-alder"),
        ("counslling", "counselling", "counsel-alder"),
        ("fodo bank", "food bank", "food-alder"),
        ("xebt advice", "debt or ebt advice", "debt-desk"),
        ("bereavment", "bereavement", "grief"),
        ("memorycafe", "memory cafe", "dementia"),
    ],
)
def test_a_slip_is_mended_and_told(typed, meant, first):
    results = look(typed, "Alderbrook")

    assert results.corrected == meant
    assert found(results)[0] == first


def test_a_word_that_somebody_uses_is_never_changed():
    assert look("nappies", "Fennick").corrected is None


def test_words_that_nobody_knows_are_told():
    results = look("zzqxyw debt", "Alderbrook")

    assert results.unknown == ("zzqxyw",)
    assert found(results)[0] == "debt-desk"


# --- pages and data ---------------------------------------------------------------------------


def test_pages_follow_each_other_without_repeats():
    first, second = (look("", "Alderbrook", page=page) for page in (1, 2))

    assert first.more
    assert len(first.hits) == PAGE
    assert not set(found(first)) & set(found(second))


def test_what_goes_from_the_store_goes_from_the_search():
    service = Service.objects.get(uid="dentist")

    service.delete()

    assert "dentist" not in found(look("dentist", "Fennick"))


def test_two_datasets_are_searched_together():
    other = towns.fill("other")

    results = look("dentist", "Fennick")

    assert [hit.service.dataset.slug for hit in results.hits[:2]] == ["northshire", "other"]
    other.delete()
    assert Dataset.objects.count() == 1


def test_a_search_costs_few_questions(django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        look("someone to talk to about debt", "Alderbrook")


def test_nothing_to_look_for_finds_nothing():
    assert found(look("")) == []
