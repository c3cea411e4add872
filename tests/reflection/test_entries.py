"""Changing what was noted, or taking it out."""

from __future__ import annotations

from uuid import uuid4

import pytest

from halved.reflection.models import CheckIn, Intention

pytestmark = pytest.mark.django_db


@pytest.fixture
def noted(room, nia, place, concern):
    """One of each kind, and the address at which it is changed."""
    room.post(place, {"weight": "7", "line": "No sleep again"})
    room.post(f"{place}tried/", {"what": "Rang the office", "moved": "no"})
    room.post(f"{place}costs/", {"sleep": "1"})
    rows = {"weight": nia.check_ins.get(), "tried": nia.attempts.get(), "cost": nia.costs.get()}
    return {kind: (row, f"/carrying/entry/{kind}/{row.pk}/") for kind, row in rows.items()}


CHANGES = [
    ("weight", {"weight": "4", "line": "Better"}, {"weight": 4, "line": "Better", "wish": None}),
    (
        "tried",
        {"what": "Went there", "on": "2026-03-01", "moved": "yes"},
        {"what": "Went there", "on": "2026-03-01", "moved": "yes"},
    ),
    ("cost", {"sleep": "0", "body": "2"}, {"levels": {"sleep": 0, "body": 2}}),
]


@pytest.mark.store
@pytest.mark.parametrize(("kind", "said", "expected"), CHANGES)
def test_each_kind_can_be_changed(room, nia, noted, kind, said, expected):
    row, address = noted[kind]

    response = room.post(address, said)

    assert response.status_code == 302
    fresh = type(row).objects.get(pk=row.pk)
    fresh.member = nia
    assert {name: getattr(fresh, name) for name in expected} == expected


@pytest.mark.parametrize("kind", ["weight", "tried", "cost"])
def test_each_kind_is_shown_as_it_was_and_can_be_taken_out(room, noted, kind):
    row, address = noted[kind]

    page = room.get(address).content.decode()
    room.post(address, {"remove": "1"})

    assert "checked" in page
    assert not type(row).objects.exists()
    assert room.get(address).status_code == 404


def test_a_wrong_change_keeps_what_was_typed(room, nia, noted):
    _, address = noted["tried"]

    page = room.post(address, {"what": "Went there", "on": "2026-02-30", "moved": "no"})

    assert "There is no such day." in page.content.decode()
    assert "Went there" in page.content.decode()
    assert nia.attempts.get().what == "Rang the office"


def test_what_has_nothing_left_in_it_is_gone(room, nia, place):
    room.post(place, {"line": "No sleep again"})
    row = nia.check_ins.get()

    room.post(f"/carrying/entry/weight/{row.pk}/", {"line": ""})

    assert not nia.check_ins.exists()


@pytest.mark.parametrize("kind", ["weight", "tried", "cost", "barrier", "weighing"])
def test_what_is_not_there_is_not_found(room, noted, kind):
    row, _ = noted["weight"]
    there = kind == "weight"

    assert room.get(f"/carrying/entry/{kind}/{uuid4()}/").status_code == 404
    assert room.get(f"/carrying/entry/{kind}/{row.pk}/").status_code == (200 if there else 404)


def test_what_somebody_else_noted_is_not_found(room, olu):
    hers = CheckIn.note(olu, None, 3)

    response = room.post(f"/carrying/entry/weight/{hers.pk}/", {"remove": "1"})

    assert response.status_code == 404
    assert CheckIn.objects.filter(pk=hers.pk).exists()


def test_a_latest_weight_that_is_corrected_upwards_brings_the_plan(room, nia, noted, concern):
    plan = Intention(member=nia, concern=concern)
    plan.trigger = {"kind": "weight", "weight": 8}
    plan.save()

    room.post(noted["weight"][1], {"weight": "9"})

    plan.refresh_from_db(fields=["state"])
    assert plan.state == Intention.State.COME
