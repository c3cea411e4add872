"""The page of one thing that somebody carries."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from halved.reflection.models import CheckIn, Concern

pytestmark = pytest.mark.django_db


@pytest.mark.store
def test_a_weight_that_is_sent_twice_is_noted_once(room, nia, place):
    once = str(uuid4())

    for _ in range(2):
        room.post(place, {"weight": "7", "line": "No sleep again", "wish": "2", "once": once})

    noted = nia.check_ins.get()
    assert (noted.weight, noted.line, noted.wish) == (7, "No sleep again", 2)


def test_a_line_without_a_weight_is_kept_too(room, nia, place):
    room.post(place, {"line": "No sleep again"})

    noted = nia.check_ins.get()
    assert (noted.weight, noted.line) == (None, "No sleep again")
    page = room.get(place).content.decode()
    assert "No sleep again" in page
    assert "<td></td><td>No sleep again</td>" in page


def test_nothing_said_notes_nothing(room, nia, place):
    response = room.post(place, {"line": " "})

    assert response.status_code == 302
    assert not nia.check_ins.exists()


def test_a_wrong_weight_keeps_the_line(room, nia, place):
    page = room.post(place, {"weight": "11", "line": "No sleep again"}).content.decode()

    assert "Choose a number from 0 to 10, or none." in page
    assert 'value="No sleep again"' in page
    assert not nia.check_ins.exists()


def test_everything_about_it_can_be_changed_and_taken_away(room, nia, place, concern):
    about = {"words": "Mum", "since": "the summer", "better": "Sleep", "stop_on": "2031-01-31"}

    room.post(f"{place}edit/", about)
    page = room.get(place).content.decode()
    room.post(f"{place}edit/", {"words": "Mum"})

    for words in ("Since the summer.", "Better would be: Sleep.", "on 31 January 2031"):
        assert words in page
        assert words not in room.get(place).content.decode()


def test_a_day_that_does_not_exist_keeps_what_was_typed(room, place):
    about = {"words": "Mum", "better": "Sleep", "stop_on": "2031-02-30"}

    page = room.post(f"{place}edit/", about).content.decode()

    assert "There is no such day." in page
    assert 'value="Sleep"' in page
    assert 'value="2031-02-30"' in page


@pytest.mark.store
def test_deleting_takes_the_history_and_leaves_the_asks(room, nia, place, concern):
    CheckIn.note(nia, concern, 8)
    room.post(f"{place}tried/", {"what": "Rang the office", "moved": "no"})
    room.post(f"{place}weigh/", {"yes": ["hiding"]})
    ask = nia.asks.create(concern=concern)

    room.post(f"{place}remove/")

    assert not Concern.objects.exists()
    assert not nia.check_ins.exists()
    assert not nia.attempts.exists()
    assert not nia.weighings.exists()
    ask.refresh_from_db(fields=["concern"])
    assert ask.concern_id is None


def test_of_many_weights_fifty_are_shown_and_the_others_are_a_page_on(room, nia, place, concern):
    begun = timezone.now() - timedelta(days=60)
    for number in range(55):
        row = CheckIn.note(nia, concern, 5, line=f"line {number};")
        CheckIn.objects.filter(pk=row.pk).update(at=begun + timedelta(days=number))

    page, older = (room.get(place + query).content.decode() for query in ("", "?page=2"))

    assert "noted 55 times" in page
    assert "line 54;" in page
    assert "line 4;" not in page
    assert "line 4;" in older
    assert "line 54;" not in older


@pytest.mark.parametrize("number", ["0", "-1", "99", "two", ""])
def test_a_page_that_is_not_there_is_the_nearest(room, nia, place, concern, number):
    CheckIn.note(nia, concern, 5, line="No sleep again")

    response = room.get(f"{place}?page={number}")

    assert response.status_code == 200
    assert "No sleep again" in response.content.decode()


def test_several_concerns_keep_to_themselves(room, nia, place, concern):
    other = Concern.put_down(nia, "The exam")
    CheckIn.note(nia, other, 3, line="Only about the exam")
    room.post(f"/carrying/{other.pk}/tried/", {"what": "Read chapter one", "moved": "yes"})

    page = room.get(place).content.decode()
    tried = room.get(f"{place}tried/").content.decode()

    assert "Only about the exam" not in page
    assert "Read chapter one" not in tried


@pytest.mark.store
def test_a_concern_tells_how_much_was_noted_of_each_kind(room, nia, place):
    concern = nia.concerns.get()
    for count, rows in enumerate((concern.barriers, concern.attempts, concern.costs), start=1):
        for _ in range(count + 1):
            rows.create(member=nia)

    page = room.get(place).content.decode()

    assert re.findall(r"(\d+) (noted|picked)", page) == [
        ("3", "noted"), ("4", "noted"), ("2", "picked"),
    ]  # fmt: skip


def test_of_what_nobody_noted_no_number_is_told(room, place):
    assert not re.findall(r"\w+ (?:noted|picked)</span>", room.get(place).content.decode())
