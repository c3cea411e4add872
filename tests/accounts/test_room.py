"""The private room: two halves of a key open it, a lock or a quarter of an hour shuts it."""

import base64

import pytest
from django.test import Client

from halved.accounts.models import Member, Session
from halved.reflection.models import Concern
from halved.vault import crypto
from tests.accounts.conftest import NEW, enter, is_open, is_signed_in, unlock

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(nia) -> Client:
    """Nia's browser, room open."""
    return enter()


# --- two halves -------------------------------------------------------------------------------


def test_the_session_alone_does_not_open_the_room(client):
    del client.cookies["room"]

    assert is_signed_in(client)
    assert not is_open(client)


def test_the_room_cookie_alone_does_not_open_anything(client):
    del client.cookies["session"]

    assert not is_signed_in(client)
    assert client.get("/").status_code == 200
    assert b"What are you carrying?" not in client.get("/").content


@pytest.mark.parametrize(
    "cookie", ["", "x", "ü", "A" * 44, base64.b64encode(b"k" * 31).decode(), "A" * 4000]
)
def test_a_room_cookie_that_is_none_opens_nothing(client, cookie):
    client.cookies["room"] = cookie

    assert not is_open(client)


def test_a_changed_room_cookie_opens_nothing(client):
    secret = bytearray(base64.b64decode(client.cookies["room"].value))
    secret[0] ^= 1

    client.cookies["room"] = base64.b64encode(bytes(secret)).decode()

    assert not is_open(client)


def test_somebody_elses_room_cookie_opens_nothing(client, olu):
    client.cookies["room"] = enter("olu").cookies["room"].value

    assert not is_open(client)


def test_the_half_in_the_store_does_not_open_under_another_name(client, olu):
    other = enter("olu")
    session = other.session
    session["room"] = client.session["room"]
    session.save()

    other.cookies["room"] = client.cookies["room"].value

    assert is_open(client)
    assert not is_open(other)


def test_neither_half_shows_the_key(client, nia):
    secret = base64.b64decode(client.cookies["room"].value)
    box = base64.b64decode(client.session["room"])

    assert crypto.unseal(secret, box, f"room:{nia.pk}") == nia.key
    assert nia.key not in secret
    assert nia.key not in box


def test_every_unlocking_makes_a_new_half(client):
    before = client.cookies["room"].value

    unlock(client)

    assert client.cookies["room"].value != before
    assert is_open(client)


# --- lock and unlock --------------------------------------------------------------------------


def test_a_lock_shuts_the_room_and_forgets_the_key(client):
    kept = client.cookies["room"].value

    response = client.post("/lock/")

    assert (response.status_code, response["Location"]) == (302, "/unlock/")
    assert response.cookies["room"]["max-age"] == 0
    assert "room" not in client.session
    client.cookies["room"] = kept
    assert not is_open(client), "The half in the store is gone."


def test_a_locked_room_asks_for_the_passphrase_and_leads_back(client):
    client.post("/lock/")

    response = client.get("/circle/new/?next=/asks/")
    assert response["Location"] == "/unlock/?next=/circle/new/%3Fnext%3D/asks/"
    assert b"passphrase" in client.get(response["Location"]).content
    response = unlock(client, next="/circle/new/?next=/asks/")

    assert (response.status_code, response["Location"]) == (302, "/circle/new/?next=/asks/")
    assert is_open(client)


def test_a_wrong_passphrase_leaves_the_room_locked(client):
    client.post("/lock/")

    response = unlock(client, NEW)

    assert response.status_code == 200
    assert NEW.encode() not in response.content
    assert not is_open(client)


def test_somebody_elses_passphrase_does_not_unlock(client, olu):
    olu.set_password(NEW)
    olu.save()
    client.post("/lock/")

    unlock(client, NEW)

    assert not is_open(client)


def test_after_five_wrong_tries_unlocking_must_wait(client, later):
    client.post("/lock/")
    for _ in range(5):
        unlock(client, NEW)

    assert b"tried often" in unlock(client).content
    assert not is_open(client)
    later(minutes=5.1)
    unlock(client)
    assert is_open(client)


def test_wrong_tries_at_the_door_leave_an_open_session_alone(client):
    client.post("/lock/")
    for _ in range(6):
        enter(passphrase=NEW)

    unlock(client)

    assert is_open(client)


def test_unlocking_again_and_again_is_never_too_often(client):
    for _ in range(12):
        client.post("/lock/")
        assert unlock(client).status_code == 302

    assert is_open(client)


def test_who_is_signed_out_is_asked_to_sign_in_first(db):
    response = Client().get("/unlock/")

    assert (response.status_code, response["Location"]) == (302, "/sign-in/")


@pytest.mark.parametrize("path", ["/lock/", "/sign-out/"])
def test_a_link_neither_locks_nor_signs_out(client, path):
    assert client.get(path).status_code == 405
    assert is_open(client)


# --- idle -------------------------------------------------------------------------------------


def test_the_room_locks_itself_after_fifteen_idle_minutes(client, later):
    later(minutes=14.9)
    assert is_open(client)

    later(minutes=15)

    assert not is_open(client)
    assert is_signed_in(client)


def test_every_page_keeps_the_room_open(client, later):
    for _ in range(10):
        later(minutes=10)
        assert is_open(client)


def test_a_host_may_choose_how_long(client, later, settings):
    settings.RELOCK_MINUTES = 5

    later(minutes=5)

    assert not is_open(client)


def test_a_room_that_locked_itself_stays_locked(client, later):
    later(minutes=15)
    client.get("/")

    later(minutes=-15)

    assert "room" not in client.session, "The key is forgotten, not only out of date."
    assert not is_open(client)


def test_a_clock_that_is_set_back_locks(client, later):
    later(minutes=-60)

    assert not is_open(client)


def test_what_was_in_the_room_is_there_after_unlocking(client, nia, later):
    Concern.put_down(nia, "Mum’s care, and the money")
    later(minutes=20)
    assert "Mum’s care" not in client.get("/", follow=True).content.decode()

    unlock(client)

    assert "Mum’s care" in client.get("/").content.decode()


def test_who_is_signed_in_can_sign_out_of_a_room_that_is_locked(client):
    client.post("/lock/")

    assert b"Sign out on this device" in client.get("/unlock/").content


# --- sign out ---------------------------------------------------------------------------------


def test_signing_out_ends_the_session_and_forgets_the_key(client):
    cookies = {name: morsel.value for name, morsel in client.cookies.items()}

    response = client.post("/sign-out/")

    assert (response.status_code, response["Location"]) == (302, "/")
    assert response.cookies["room"]["max-age"] == 0
    assert not Session.objects.exists()
    thief = Client()
    thief.cookies.load(cookies)
    assert not is_signed_in(thief)


def test_signing_out_here_leaves_the_other_device_as_it_is(client):
    phone = enter()

    client.post("/sign-out/")

    assert is_open(phone)


@pytest.mark.store
def test_signing_out_everywhere_ends_every_session(client, olu):
    phone, stranger = enter(), enter("olu")

    client.post("/sign-out/", {"everywhere": "1"})

    assert not is_signed_in(client)
    assert not is_signed_in(phone)
    assert is_open(stranger)
    assert is_open(enter()), "The passphrase is the same."


def test_signing_out_twice_is_no_mistake(client):
    client.post("/sign-out/")

    assert client.post("/sign-out/", {"everywhere": "1"}).status_code == 302


# --- her own settings -------------------------------------------------------------------------

SETTINGS = {"signs_as": "Nia", "timezone": "Europe/London", "notice_address": "nia@example.org"}


def settings_of(nia: Member) -> dict[str, str | None]:
    row = Member.objects.get()
    row.key = nia.key
    return {name: getattr(row, name) for name in SETTINGS}


@pytest.mark.store
def test_her_settings_are_kept_and_shown(client, nia):
    response = client.post("/room/", SETTINGS)

    assert response.status_code == 302
    assert settings_of(nia) == SETTINGS
    assert b"nia@example.org" in client.get("/room/").content


def test_what_is_emptied_is_nothing_in_the_store(client, nia):
    client.post("/room/", SETTINGS)

    client.post("/room/", SETTINGS | {"signs_as": " ", "notice_address": ""})

    assert settings_of(nia) == SETTINGS | {"signs_as": None, "notice_address": None}
    assert Member.objects.filter(signs_as=None, notice_address=None).exists()


@pytest.mark.parametrize("wrong", [{"timezone": "Mars/Olympus"}, {"notice_address": "no address"}])
def test_a_mistake_in_her_settings_changes_none_of_them(client, nia, wrong):
    client.post("/room/", SETTINGS)

    response = client.post("/room/", SETTINGS | {"signs_as": "N."} | wrong)

    assert response.status_code == 200
    assert b'value="N."' in response.content
    assert settings_of(nia) == SETTINGS
