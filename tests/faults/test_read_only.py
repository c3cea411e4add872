"""The store takes no changes: reading goes on, and nobody loses what they typed."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from halved import worker
from halved.accounts import room as rooms
from halved.asks.models import Invitation
from halved.asks.rules import Way
from halved.reflection.models import Concern
from tests.asks.asking import NOON, ask_people, place_of
from tests.journeys.furnished import Room, address, furnish
from tests.journeys.test_wrong_input import SENT_BY_HAND, good, still_there

pytestmark = [pytest.mark.store, pytest.mark.django_db(transaction=True)]

SWITCH = {
    "sqlite": ("PRAGMA query_only=ON", "PRAGMA query_only=OFF"),
    "postgresql": (
        "SET default_transaction_read_only = on",
        "SET default_transaction_read_only = off",
    ),
}
WORDS = {
    "home": "words", "reflection:edit": "words", "circle:new": "name", "circle:person": "name",
    "asks:thanks": "words", "asks:send": "signs_as", "pieces:new": "what", "answer": "words",
    "lookback:giving": "words", "circle:enquiry": "words", "stop": "address",
}  # fmt: skip
WRITE_NOTHING = {"change_passphrase", "passkey"}  # with what is not right, as here
TYPED = "a line nobody types twice"


@contextmanager
def read_only() -> Iterator[None]:
    """As when the disk was mounted so, or the address leads to a replica."""
    on, off = SWITCH[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(on)
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(off)


@pytest.fixture
def room(nia) -> Room:
    return furnish(nia)


@pytest.fixture
def visitor(room: Room, sign_in: Callable[..., Client]) -> Client:
    client = sign_in(room.nia)
    client.raise_request_exception = False
    return client


def test_each_form_says_so_and_gives_the_words_back(visitor, room, caplog):
    before = list(Invitation.objects.order_by("pk").values_list())

    with read_only():
        for name in set(SENT_BY_HAND) - WRITE_NOTHING:
            box = WORDS.get(name)
            typed = {box: "ben@example.net" if box == "address" else TYPED} if box else {}
            response = visitor.post(address(name, room), good(name, room) | typed)

            assert response.status_code == 503, name
            assert "It is not your doing" in response.content.decode(), name
            assert all(still_there(response, words) for words in typed.values()), name
            assert response["Cache-Control"] == "no-store"

    assert list(Invitation.objects.order_by("pk").values_list()) == before
    assert "it takes no changes: make its file" in caplog.text
    assert TYPED not in caplog.text


def test_what_is_given_back_can_be_sent_again(visitor, room):
    with read_only():
        visitor.post("/", {"words": TYPED})

    response = visitor.post("/", {"words": TYPED}, follow=True)

    assert still_there(response, TYPED)


@pytest.fixture
def a_minute_later(visitor, monkeypatch) -> None:
    """A visit that has to be noted, so that the room stays open."""
    later = SimpleNamespace(time=lambda: time.time() + 60)
    monkeypatch.setattr(rooms, "time", later)


READ = ["home", "reflection:concern", "asks:asks", "asks:ask", "circle:people", "plan:plan"]


def test_a_room_can_still_be_read(visitor, room, a_minute_later, caplog):
    with read_only():
        for name in READ:
            assert visitor.get(address(name, room)).status_code == 200, name

    assert "a visit was not noted: the store can not be used: it takes no changes" in caplog.text


def test_leave_now_still_leads_away(visitor, a_minute_later):
    with read_only():
        response = visitor.post(reverse("leave"))

    assert response.status_code == 200
    assert response["Refresh"].startswith("0; url=")
    assert visitor.cookies["room"].value == ""


def test_who_signs_in_is_told(nia):
    visitor = Client(raise_request_exception=False)

    with read_only():
        response = visitor.post(
            "/sign-in/", {"login": "nia", "password": "a river of small stones"}
        )

    assert response.status_code == 503
    assert "a river" not in response.content.decode()


def test_a_link_shows_what_is_behind_it(room):
    with read_only():
        response = Client().get(f"/a/{room.token}/")

    assert response.status_code == 200
    assert Concern.objects.exists()


def test_a_worker_waits_says_what_to_do_and_goes_on(nia, ben, smtp, caplog):
    ask = ask_people(nia, (ben, Way.EMAIL))
    asked = iter(range(20))
    has_failed = SimpleNamespace(
        is_set=lambda: bool(caplog.records) or next(asked) == 19, wait=lambda pause: None
    )

    with read_only():
        worker.run(has_failed, lambda: NOON)
        assert not smtp.messages
    worker.one_pass(lambda: NOON)

    assert "its file, folder and disk writable" in caplog.text
    assert [message["To"] for message in smtp.messages] == ["ben@example.org"]
    assert "ben@example.org" not in caplog.text
    assert place_of(ask, ben).state == "asked"
