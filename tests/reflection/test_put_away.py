"""Putting away, and taking out again."""

from __future__ import annotations

import pytest

from halved.reflection.models import CheckIn, Concern

pytestmark = pytest.mark.django_db


@pytest.fixture
def exam(nia):
    return Concern.put_down(nia, "The exam")


def test_what_is_put_away_is_not_on_the_first_page(room, place, exam):
    room.post(f"{place}put-away/")

    home = room.get("/").content.decode()
    away = room.get("/carrying/put-away/").content.decode()

    assert "Mum’s care" not in home
    assert "The exam" in home
    assert "What is put away" in home
    assert "Mum’s care" in away
    assert "The exam" not in away


def test_nothing_about_it_changes_and_it_comes_out_again(room, nia, place, concern):
    CheckIn.note(nia, concern, 8)

    room.post(f"{place}put-away/")
    away = room.get(place).content.decode()
    room.post(f"{place}put-away/", {"take_out": "1"})

    assert "This is put away." in away
    assert "Weight 8 of 10" in away
    assert "This is put away." not in room.get(place).content.decode()
    assert "8 of 10" in room.get("/").content.decode()


def test_pressing_twice_leaves_it_put_away(room, place, concern):
    room.post(f"{place}put-away/")
    room.post(f"{place}put-away/")

    concern.refresh_from_db(fields=["put_away_at"])
    assert concern.put_away_at is not None


def test_of_many_things_fifty_stand_on_the_first_page(room, nia):
    for number in range(52):
        Concern.put_down(nia, f"Something heavy {number};")

    home, older = (room.get(path).content.decode() for path in ("/", "/?page=2"))

    assert "heavy 51;" in home
    assert "heavy 1;" not in home
    assert "heavy 1;" in older
