"""What it costs."""

from __future__ import annotations

from uuid import uuid4

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.store
def test_a_cost_that_is_sent_twice_is_noted_once(room, nia, place):
    said = {"sleep": "2", "money": "0", "once": str(uuid4())}

    for _ in range(2):
        room.post(f"{place}costs/", said)

    assert nia.costs.get().levels == {"sleep": 2, "money": 0}


def test_nothing_chosen_notes_nothing(room, nia, place):
    response = room.post(f"{place}costs/", {"once": str(uuid4())})

    assert response.status_code == 302
    assert not nia.costs.exists()


def test_only_what_was_said_is_shown(room, place):
    room.post(f"{place}costs/", {"work": "1"})

    page = room.get(f"{place}costs/").content.decode()

    assert "Work or study: some" in page
    assert "Sleep:" not in page


def test_a_level_that_does_not_exist_keeps_the_others(room, nia, place):
    page = room.post(f"{place}costs/", {"sleep": "9", "money": "1"}).content.decode()

    assert "Something needs another look." in page
    assert page.count("checked") == 1
    assert not nia.costs.exists()
