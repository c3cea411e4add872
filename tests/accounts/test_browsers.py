"""Where one is signed in: the list, and ending one from another."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from halved.accounts.models import Session
from halved.accounts.room import noted_browser
from halved.accounts.user_agents import browser_of
from halved.vault.fields import Locked
from tests.accounts.conftest import NEW, enter, is_open, is_signed_in
from tests.conftest import PASSPHRASE

pytestmark = pytest.mark.django_db
ANDROID = "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15"
    " (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1"
)
AGENTS = {
    ANDROID: "Firefox on Android",
    IPHONE: "Safari on iPhone",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
    " Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0": "Edge on Windows",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko)"
    " Chrome/143.0.0.0 Safari/537.36": "Chrome on Mac",
    "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko)"
    " SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36": "Samsung Internet on Android",
    "Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
    " CriOS/143.0 Mobile/15E148 Safari/604.1": "Chrome on iPad",
    "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko)"
    " Chrome/143.0.0.0 Safari/537.36": "Chrome on Chromebook",
    "": "A browser",
    "<b>curl</b>": "A browser",
    "something on Linux": "A browser on Linux",
}


def browser(agent: str) -> Client:
    """One in which Nia has signed in."""
    client = Client(headers={"user-agent": agent})
    client.post("/sign-in/", {"login": "nia", "password": PASSPHRASE})
    return client


def listed(client: Client) -> list[tuple[str, str]]:
    """Name and note of each."""
    page = client.get("/room/browsers/").content.decode()
    return re.findall(r'<b>([^<]*)</b><span class="soft">([^<]*)</span>', page)


def others(client: Client) -> list[str]:
    """What the page sends to sign out each of the others."""
    page = client.get("/room/browsers/").content.decode()
    return re.findall(r'name="browser" value="(\w+)"', page)


@pytest.mark.parametrize("agent", AGENTS)
def test_a_browser_has_a_name_that_its_owner_knows(agent):
    assert browser_of(agent) == AGENTS[agent]


def test_each_is_listed_this_one_first(nia):
    phone, here = browser(IPHONE), browser(ANDROID)

    assert listed(here) == [
        ("Firefox on Android", "This one."),
        ("Safari on iPhone", "Used today."),
    ]
    assert listed(phone)[0] == ("Safari on iPhone", "This one.")


def test_the_day_it_was_last_in_use_is_noted_with_its_next_use(nia, monkeypatch):
    here, phone = browser(ANDROID), browser(IPHONE)
    moment = timezone.now() + timedelta(days=2)
    monkeypatch.setattr("time.time", moment.timestamp)
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)
    here.post("/unlock/", {"passphrase": PASSPHRASE})

    before = listed(here)
    phone.post("/unlock/", {"passphrase": PASSPHRASE})

    first = moment - timedelta(days=2)
    assert before[1] == ("Safari on iPhone", f"Last used on {first.day} {first:%B}.")
    assert listed(here)[1] == ("Safari on iPhone", "Used today.")


def test_looking_at_pages_is_a_use(nia, later, monkeypatch):
    here, phone = browser(ANDROID), browser(IPHONE)
    old = phone.session["browser"]
    later(minutes=1)

    phone.get("/circle/")

    assert phone.session["browser"] != old
    assert is_open(here)


@pytest.mark.store
def test_nobody_reads_the_list_but_the_member(nia, olu):
    client = browser(ANDROID)
    content = nia.sessions.get().content
    nia.key = nia._private_key = None

    with pytest.raises(Locked):
        noted_browser(content, nia)
    assert "Firefox" not in str(content)
    assert timezone.localdate().isoformat() not in str(content)
    assert listed(enter("olu")) == [("A browser", "This one.")]
    assert listed(client) == [("Firefox on Android", "This one.")]


def test_one_that_is_signed_out_from_elsewhere_is_out_with_its_next_request(nia):
    here, phone, tablet = browser(ANDROID), browser(IPHONE), browser(IPHONE)
    [first, _] = others(here)

    response = here.post("/room/browsers/end/", {"browser": first})

    assert response["Location"] == "/room/browsers/?ended=1"
    assert [is_signed_in(client) for client in (phone, tablet)].count(False) == 1
    assert is_open(here)
    assert len(listed(here)) == 2


def test_nobody_signs_out_somebody_else(nia, olu):
    phone, other = browser(IPHONE), enter("olu")

    other.post("/room/browsers/end/", {"browser": nia.sessions.get().pk})

    assert is_open(phone)


@pytest.mark.store
@pytest.mark.parametrize("what", ["", "x", "' OR 1", "\0"])
def test_what_is_no_browser_signs_out_nothing(nia, what):
    here, phone = browser(ANDROID), browser(IPHONE)

    here.post("/room/browsers/end/", {"browser": what})

    assert is_open(here)
    assert is_open(phone)


def test_the_one_at_hand_is_not_signed_out_by_mistake(nia):
    here = browser(ANDROID)

    here.post("/room/browsers/end/", {"browser": nia.sessions.get().pk})

    assert is_open(here)


def test_with_a_new_passphrase_the_others_are_gone_from_the_list(nia):
    here, phone = browser(ANDROID), browser(IPHONE)

    here.post("/room/passphrase/", {"now": PASSPHRASE, "passphrase": NEW, "again": NEW})

    assert listed(here) == [("Firefox on Android", "This one.")]
    assert not is_signed_in(phone)
    assert nia.sessions.count() == 1


def test_signing_out_everywhere_leaves_no_session_in_the_store(nia):
    here, phone = browser(ANDROID), browser(IPHONE)

    here.post("/sign-out/", {"everywhere": "1"})

    assert not Session.objects.exists()
    assert not is_signed_in(phone)


def test_one_that_ended_by_itself_is_not_listed(nia):
    here, _ = browser(ANDROID), browser(IPHONE)
    [phone] = others(here)

    Session.objects.filter(pk=phone).update(expires_at=timezone.now())

    assert listed(here) == [("Firefox on Android", "This one.")]


def test_one_in_which_the_room_was_not_opened_is_listed_too(nia):
    here, phone = browser(ANDROID), browser(IPHONE)
    session = phone.session
    del session["browser"]
    session.save()

    assert ("A browser", "The room was not opened there.") in listed(here)
