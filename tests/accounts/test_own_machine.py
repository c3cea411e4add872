"""One person on their own machine: a room is set up once, and a passphrase opens it."""

import pytest
from django.http import HttpResponse
from django.test import Client

from halved.accounts.models import Member
from tests.accounts.conftest import NEW, is_open, unlock
from tests.conftest import PASSPHRASE

pytestmark = pytest.mark.django_db

TOKEN = "a-token-of-this-start"


@pytest.fixture(autouse=True)
def own_machine(settings) -> None:
    settings.OWN_MACHINE = True
    settings.SETUP_TOKEN = TOKEN


def set_up(client: Client, token: str = TOKEN, new: str = PASSPHRASE, **more: str) -> HttpResponse:
    return client.post(f"/setup/{token}/", {"passphrase": new, "again": new} | more)


# --- the first start --------------------------------------------------------------------------


def test_setting_up_makes_the_room_opens_it_and_shows_the_code(client):
    assert b"passphrase" in client.get(f"/setup/{TOKEN}/").content

    response = set_up(client, timezone="Europe/London")

    assert (response.status_code, response["Location"]) == (302, "/room/code/")
    member = Member.objects.get()
    assert member.timezone == "Europe/London"
    assert member.check_password(PASSPHRASE)
    assert member.pending_code in client.get("/room/code/").content.decode()
    assert is_open(client)


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc/passwd", "x" * 1000])
def test_a_time_zone_that_is_none_is_left_out(client, settings, zone):
    set_up(client, timezone=zone)

    assert Member.objects.get().timezone == settings.TIME_ZONE


@pytest.mark.parametrize("token", ["x", TOKEN[:-1], TOKEN + "x", "ü", "A" * 5000])
def test_only_who_has_the_token_can_set_up(client, token):
    assert client.get(f"/setup/{token}/").status_code == 404
    assert set_up(client, token).status_code == 404
    assert not Member.objects.exists()


@pytest.mark.parametrize("change", [{"SETUP_TOKEN": ""}, {"OWN_MACHINE": False}])
def test_where_there_is_no_first_start_there_is_no_door(client, settings, change):
    for name, value in change.items():
        setattr(settings, name, value)

    assert set_up(client).status_code == 404
    assert not Member.objects.exists()


def test_before_the_first_start_every_page_says_so(client):
    assert client.get("/").status_code == 200
    assert client.get("/unlock/")["Location"] == "/"
    assert client.get("/circle/")["Location"].startswith("/unlock/")


def test_a_mistake_makes_no_room(client):
    response = set_up(client, again=NEW)

    assert response.status_code == 200
    assert b"stones" not in response.content
    assert not Member.objects.exists()


def test_a_room_is_set_up_once(client):
    set_up(Client())

    response = set_up(client, new=NEW)

    assert (response.status_code, response["Location"]) == (302, "/")
    assert not is_open(client)
    assert Member.objects.get().check_password(PASSPHRASE)
    assert client.get(f"/setup/{TOKEN}/")["Location"] == "/"


# --- later starts -----------------------------------------------------------------------------


@pytest.fixture
def room(db) -> None:
    set_up(Client())


def test_unlocking_signs_in(client, room):
    assert client.get("/")["Location"] == "/unlock/"
    assert client.get("/asks/")["Location"] == "/unlock/?next=/asks/"

    response = unlock(client, next="/asks/")

    assert (response.status_code, response["Location"]) == (302, "/asks/")
    assert is_open(client)


def test_a_wrong_passphrase_opens_nothing(client, room):
    assert unlock(client, NEW).status_code == 200
    assert not is_open(client)


def test_after_signing_out_the_passphrase_opens_it_again(client, room):
    unlock(client)

    client.post("/sign-out/")

    assert client.get("/")["Location"] == "/unlock/"
    unlock(client)
    assert is_open(client)


def test_the_recovery_code_needs_no_name(client, room):
    member = Member.objects.get()
    member.check_password(PASSPHRASE)
    form = {"code": member.pending_code, "passphrase": NEW, "again": NEW}

    response = client.post("/lost/", form)

    assert response.status_code == 302
    assert is_open(client)
    client.post("/lock/")
    assert unlock(client, NEW).status_code == 302
