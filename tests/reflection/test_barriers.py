"""What gets in the way of asking."""

from __future__ import annotations

from html import unescape

import pytest

from halved.reflection.barriers import BARRIERS

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", BARRIERS)
def test_each_ends_in_something_to_do(room, place, kind):
    room.post(f"{place}barriers/", {"kinds": [kind]})

    page = unescape(room.get(f"{place}barriers/").content.decode())
    step = BARRIERS[kind].step

    assert BARRIERS[kind].thought in page
    assert step.words in page
    link = page[: page.index(f">{step.button}</a>")].rsplit('href="', 1)[1].split('"')[0]
    assert room.get(link).status_code == 200


@pytest.mark.store
def test_picks_replace_one_another_and_twice_is_once(room, nia, place):
    for kinds in (["shame", "burden"], ["shame"], ["shame"]):
        room.post(f"{place}barriers/", {"kinds": kinds, "own": "They said no last year"})

    assert sorted(row.kind for row in nia.barriers.all()) == ["own", "shame"]
    assert "They said no last year" in room.get(f"{place}barriers/").content.decode()


def test_all_can_be_taken_away_again(room, nia, place):
    room.post(f"{place}barriers/", {"kinds": ["shame"], "own": "They said no last year"})

    room.post(f"{place}barriers/", {"own": ""})

    assert not nia.barriers.exists()


def test_the_most_common_stands_first_whatever_was_picked_first(room, place):
    room.post(f"{place}barriers/", {"kinds": ["burden", "self_reliance"]})

    page = room.get(f"{place}barriers/").content.decode()

    headings = [page.index(f"<h2>“{BARRIERS[kind].words}”") for kind in ("self_reliance", "burden")]
    assert headings == sorted(headings)


def test_a_barrier_nobody_knows_keeps_ones_own_words(room, nia, place):
    said = {"kinds": ["made-up"], "own": "They said no last year"}

    page = room.post(f"{place}barriers/", said).content.decode()

    assert "They said no last year" in page
    assert not nia.barriers.exists()
