"""What was tried."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.utils import timezone

pytestmark = pytest.mark.django_db


@pytest.mark.store
def test_an_attempt_that_is_sent_twice_is_noted_once(room, nia, place):
    said = {"what": "Rang the office", "on": "2026-03-01", "moved": "little", "once": str(uuid4())}

    for _ in range(2):
        room.post(f"{place}tried/", said)

    noted = nia.attempts.get()
    assert (noted.what, noted.on, noted.moved) == ("Rang the office", "2026-03-01", "little")


def test_without_a_day_it_was_today(room, nia, place):
    room.post(f"{place}tried/", {"what": "Rang the office", "on": "", "moved": "no"})

    with timezone.override(nia.timezone):
        assert nia.attempts.get().day == timezone.localdate()


@pytest.mark.parametrize(
    ("wrong", "help_with_it"),
    [
        ({"what": ""}, "Write what you tried."),
        ({"moved": ""}, "Choose one of the three."),
        ({"moved": "perhaps"}, "Choose one of the three."),
        ({"on": "yesterday"}, "There is no such day."),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_is_kept(room, nia, place, wrong, help_with_it):
    said = {"what": "Rang the office", "on": "2026-03-01", "moved": "no"} | wrong

    page = room.post(f"{place}tried/", said).content.decode()

    assert help_with_it in page
    assert said["what"] in page
    assert said["on"] in page
    assert not nia.attempts.exists()


def test_the_newest_day_stands_first_and_ways_are_named_once(room, place):
    for day in ("2026-03-01", "2026-03-09", "2026-03-05"):
        room.post(f"{place}tried/", {"what": "Rang the office", "on": day, "moved": "no"})

    page = room.get(f"{place}tried/").content.decode()

    days = [page.index(f"{day} March 2026") for day in (9, 5, 1)]
    assert days == sorted(days)
    assert "So far: Rang the office</p>" in page
