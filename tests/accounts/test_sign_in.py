"""Signing in opens the account and the room at once."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from halved.accounts.models import Session
from halved.accounts.sessions import place_of
from halved.vault import crypto
from tests.accounts.conftest import NEW, enter, is_open, is_signed_in
from tests.conftest import PASSPHRASE

pytestmark = pytest.mark.django_db


def test_signing_in_opens_the_room(nia, sign_in):
    page = sign_in(nia).get("/")

    assert page.status_code == 200
    assert b"What are you carrying?" in page.content


def test_a_name_may_be_written_in_any_case(nia):
    assert is_open(enter(" NIA "))


# --- what does not fit ------------------------------------------------------------------------


def try_to_enter(name: str, passphrase: str) -> HttpResponse:
    return Client().post("/sign-in/", {"login": name, "password": passphrase})


def without_what_was_typed(response: HttpResponse, name: str) -> str:
    page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode())
    return page.replace(name, "")


def test_a_wrong_passphrase_and_an_unknown_name_look_the_same(nia, monkeypatch):
    derivations = []
    derive = crypto.derive
    monkeypatch.setattr(crypto, "derive", lambda *given: derivations.append(1) or derive(*given))

    wrong = try_to_enter("nia", NEW)
    cost_of_wrong = len(derivations)
    unknown = try_to_enter("olu", NEW)

    assert wrong.status_code == unknown.status_code == 200
    assert without_what_was_typed(wrong, "nia") == without_what_was_typed(unknown, "olu")
    assert cost_of_wrong == len(derivations) - cost_of_wrong == 1, "Both take as long."
    assert dict(wrong.headers).keys() == dict(unknown.headers).keys()


@pytest.mark.parametrize("typed", [NEW, PASSPHRASE.upper(), f" {PASSPHRASE}", PASSPHRASE[:-1], ""])
def test_a_wrong_passphrase_opens_nothing_and_is_not_shown(nia, typed):
    client = Client()

    response = client.post("/sign-in/", {"login": "nia", "password": typed})

    assert response.status_code == 200
    assert "room" not in response.cookies
    assert not is_signed_in(client)
    assert not typed or typed.encode() not in response.content


def test_the_name_stays_in_the_form(nia):
    assert b'value="nia"' in try_to_enter("nia", NEW).content


def test_after_five_wrong_tries_one_must_wait(nia, later):
    for _ in range(5):
        try_to_enter("nia", NEW)

    assert b"tried often" in try_to_enter("nia", PASSPHRASE).content
    later(minutes=5.1)
    assert is_open(enter())


def test_wrong_tries_at_one_name_stop_nobody_else(nia, olu):
    for _ in range(5):
        try_to_enter("nia", NEW)

    assert is_open(enter("olu"))


def test_who_tries_her_name_from_elsewhere_shuts_her_out_of_nothing(nia):
    for _ in range(8):
        stranger = Client(REMOTE_ADDR="203.0.113.9").post(
            "/sign-in/", {"login": "Nia", "password": NEW}
        )

    assert b"tried often" in stranger.content
    assert is_open(enter())


def test_who_tries_many_names_must_wait_wherever_the_right_one_is(nia, monkeypatch):
    moment = timezone.now()  # on a busy machine the first try would be forgotten by the last
    monkeypatch.setattr(timezone, "now", lambda: moment)
    for number in range(60):
        try_to_enter(f"nia{number}", NEW)

    assert b"tried often" in try_to_enter("nia", PASSPHRASE).content


def test_signing_in_again_and_again_is_never_too_often(nia):
    assert all(is_open(enter()) for _ in range(70))


def test_an_account_that_was_closed_is_told_so_and_stays_shut(nia):
    nia.is_active = False
    nia.save()
    client = Client()

    response = client.post("/sign-in/", {"login": "nia", "password": PASSPHRASE}, follow=True)

    assert response.status_code == 200
    assert b"This room is closed" in response.content
    assert not is_signed_in(client)


def test_an_account_that_is_closed_ends_its_sessions(nia, sign_in):
    client = sign_in(nia)

    nia.is_active = False
    nia.save()

    assert not is_signed_in(client)


# --- the session ------------------------------------------------------------------------------


def test_a_session_from_before_is_not_carried_into_the_account(nia):
    client = Client()
    client.session.save()
    planted = client.session.session_key
    client.cookies["session"] = planted

    client.post("/sign-in/", {"login": "nia", "password": PASSPHRASE})

    assert client.cookies["session"].value != planted
    assert not Session.objects.filter(pk=place_of(planted)).exists()


def test_who_is_signed_in_is_led_home(nia, sign_in):
    response = sign_in(nia).get("/sign-in/")

    assert (response.status_code, response["Location"]) == (302, "/")
