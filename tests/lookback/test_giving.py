"""Help that was given, noted if one likes."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from halved.lookback.models import Given

pytestmark = pytest.mark.django_db
PATH = "/giving/"
SAID = {"words": "Fed the cat", "whom": "Dee, next door", "on": "2026-03-05"}


@pytest.mark.store
def test_it_is_noted_once_however_often_it_is_sent(room, nia):
    once = {"once": str(uuid4())}

    for _ in range(2):
        room.post(PATH, SAID | once)

    given = nia.given.get()
    assert (given.words, given.whom, given.on) == ("Fed the cat", "Dee, next door", "2026-03-05")


def test_words_are_enough_and_without_a_day_it_was_today(room, nia):
    room.post(PATH, {"words": "Fed the cat"})

    given = nia.given.get()
    assert (given.whom, given.day) == ("", localdate())


@pytest.mark.parametrize(
    ("wrong", "help_with_it"),
    [({"words": " "}, "Write what you did."), ({"on": "soon"}, "There is no such day.")],
)
def test_what_is_wrong_is_said_and_the_rest_is_kept(room, nia, wrong, help_with_it):
    page = room.post(PATH, SAID | wrong).content.decode()

    assert help_with_it in page
    assert "Dee, next door" in page
    assert not nia.given.exists()


def test_the_latest_day_stands_first_and_nothing_is_counted(room):
    for day in ("2026-03-05", "2026-03-09", "2026-03-01"):
        room.post(PATH, SAID | {"on": day})

    page = room.get(PATH).content.decode()

    days = [page.index(f"{day} March 2026") for day in (9, 5, 1)]
    assert days == sorted(days)
    assert "3 " not in page.partition("<h2>Noted</h2>")[2].partition("<ul")[0]


def test_it_can_be_changed(room, nia):
    room.post(PATH, SAID)
    path = reverse("lookback:given", args=[nia.given.get().pk])
    assert 'value="2026-03-05"' in room.get(path).content.decode()

    response = room.post(path, SAID | {"words": "Fed the cats", "whom": ""})

    given = nia.given.get()
    assert response["Location"] == PATH
    assert (given.words, given.whom, given.on) == ("Fed the cats", "", "2026-03-05")


def test_it_can_be_taken_out(room, nia):
    room.post(PATH, SAID)

    room.post(reverse("lookback:remove", args=[nia.given.get().pk]))

    assert not nia.given.exists()


def test_nothing_of_it_can_be_read_in_the_store(room):
    room.post(PATH, SAID)

    [stored] = Given.objects.values("words", "whom", "on")

    assert not [value for value in stored.values() if b"cat" in value or b"2026" in value]


def test_what_is_known_about_giving_stands_beside_it_with_its_limits(room):
    page = room.get(PATH).content.decode()

    assert "feel a little better themselves" in page
    assert "Nobody owes help because of them." in page


@pytest.mark.parametrize("page", ["/", "/lookback/"])
def test_a_quiet_link_leads_there(room: Client, page):
    assert f'href="{PATH}"' in room.get(page).content.decode()
