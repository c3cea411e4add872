"""What was sent while the room was locked is kept, sealed, until she goes on with it."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.db import connection
from django.test import Client

from halved.accounts import room
from halved.accounts.models import HeldForm, Member
from halved.asks import actions
from halved.asks.models import Ask
from halved.asks.rules import Way
from halved.circle.models import Contact
from halved.reflection.models import Concern
from tests.accounts.conftest import enter, unlock
from tests.conftest import PASSPHRASE

pytestmark = pytest.mark.django_db

WORDS = 'Mum’s care,\r\n and the "money" <b>& more</b>'


@pytest.fixture
def client(nia) -> Client:
    """Nia's browser. The room has locked itself."""
    client = enter()
    client.post("/lock/")
    return client


def words_of(concern: Concern, nia: Member) -> str:
    concern.member = nia
    return concern.words


def fields(page: str) -> dict[str, list[str]]:
    """What the button "go on with it" sends: hidden boxes and hidden lines."""
    form = page[page.index("<form", page.index("<main")) :].partition("</form>")[0]
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"', form):
        found.setdefault(name, []).append(unescape(value))
    for name, value in re.findall(r'<textarea name="([\w-]+)"[^>]*>\n(.*?)</textarea>', form, re.S):
        found.setdefault(name, []).append(unescape(value))
    return found


def go_on(client: Client) -> str:
    """Unlocks, looks at what was kept, and sends it on. Returns where that leads."""
    door = unlock(client)["Location"]
    assert door.startswith("/held/")
    page = client.get(door).content.decode()
    path = re.search(r'<main.*?<form method="post" action="([^"]+)"', page, re.S).group(1)
    response = client.post(path, fields(page))
    assert response.status_code == 302, response.content.decode()
    return response["Location"]


def database() -> bytes:
    """Every value in every table, sessions included."""
    found = b""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                found += b"".join(
                    bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
                    for value in row
                )
    return found


# --- kept -------------------------------------------------------------------------------------


@pytest.mark.store
def test_what_was_sent_while_locked_is_kept_and_readable_by_nobody(client):
    response = client.post("/", {"words": WORDS})

    assert (response.status_code, response["Location"]) == (302, "/unlock/?next=/")
    assert HeldForm.objects.count() == 1
    assert not Concern.objects.exists()
    for part in (b"s care", b"money", b'"fields"'):
        assert part not in database()
        assert part not in client.get("/unlock/").content


@pytest.mark.store
def test_unlocking_leads_to_what_was_kept_and_from_there_to_its_page(client, nia):
    client.post("/", {"words": WORDS})

    door = unlock(client)["Location"]

    page = client.get(door).content.decode()
    assert unescape(page).count(WORDS) == 2, "Once to read, once to send."
    response = client.post("/", fields(page))
    concern = Concern.objects.get()
    assert response["Location"] == f"/carrying/{concern.pk}/"
    assert words_of(concern, nia).replace("\r\n", "\n") == WORDS.replace("\r\n", "\n")
    assert not HeldForm.objects.exists(), "It was taken, and is gone."


def test_words_for_an_ask_are_kept_and_go_to_their_ask(client, nia, ben):
    draft = Ask.objects.create(member=nia)
    actions.plan(ask=draft, people=[(ben, Way.CALL)])
    row = draft.invitations.get()

    client.post(f"/asks/{draft.pk}/words/", {f"words_{row.pk}": "Could you come by"})
    go_on(client)

    row = draft.invitations.get()
    row.member = nia
    assert row.words == "Could you come by"


def test_every_field_is_kept_even_several_of_one_name(client, nia):
    client.post("/circle/new/", {"name": "Ben", "kinds": ["emotional", "informational"]})

    go_on(client)

    ben = Contact.objects.get()
    ben.member = nia
    assert (ben.name, ben.kinds) == ("Ben", ["emotional", "informational"])


def test_what_was_kept_is_shown_on_the_home_page_until_it_is_gone(client):
    client.post("/", {"words": WORDS})
    unlock(client)
    [held] = HeldForm.objects.all()
    assert f"/held/{held.pk}/" in client.get("/").content.decode()

    client.post(f"/held/{held.pk}/")

    assert not HeldForm.objects.exists()
    assert f"/held/{held.pk}/" not in client.get("/").content.decode()
    assert client.get(f"/held/{held.pk}/")["Location"] == "/"


def test_what_was_kept_is_still_there_after_signing_in_elsewhere(client):
    client.post("/", {"words": WORDS})

    phone = enter()

    [held] = HeldForm.objects.all()
    assert f"/held/{held.pk}/" in phone.get("/").content.decode()
    assert "care" in phone.get(f"/held/{held.pk}/").content.decode()


def test_what_was_kept_after_the_room_idled_is_the_same(nia, later):
    client = enter()
    later(minutes=16)

    client.post("/", {"words": WORDS})
    go_on(client)

    assert "money" in words_of(Concern.objects.get(), nia)


# --- never lost -------------------------------------------------------------------------------


def test_two_things_sent_from_one_page_are_both_kept(client, nia):
    client.post("/", {"words": "Mum’s care"})
    client.post("/", {"words": "the money"})

    assert go_on(client) != go_on(client)

    assert {words_of(concern, nia) for concern in Concern.objects.all()} == {
        "Mum’s care",
        "the money",
    }


def pause(client: Client, path: str, **words: str) -> object:
    """A pause in typing: htmx sends what is in the boxes so far."""
    return client.post(path, words, headers={"HX-Request": "true"})


def test_of_what_is_still_being_typed_the_latest_is_kept(client):
    for so_far in ("Could", "Could you", "Could you come"):
        response = pause(client, "/circle/new/", name=so_far)
        assert response["HX-Redirect"] == "/unlock/?next=/"
    client.post("/circle/new/", {"name": "Could you come by"})

    unlock(client)

    [held] = HeldForm.objects.all()
    assert "Could you come by" in client.get(f"/held/{held.pk}/").content.decode()


def test_a_pause_on_one_page_replaces_nothing_from_another(client):
    pause(client, "/circle/new/", name="Ben")
    pause(client, "/", words="Mum’s care")

    assert HeldForm.objects.count() == 2


def test_what_comes_back_with_a_mistake_stays_kept(client):
    client.post("/circle/new/", {"name": "Ben", "email": "no address"})
    page = client.get(unlock(client)["Location"]).content.decode()

    response = client.post("/circle/new/", fields(page))

    assert response.status_code == 200
    assert b"no address" in response.content
    assert HeldForm.objects.count() == 1


def test_what_is_locked_away_once_more_is_kept_once_more(client):
    client.post("/", {"words": WORDS})
    page = client.get(unlock(client)["Location"]).content.decode()
    client.post("/lock/")

    client.post("/", fields(page))

    assert HeldForm.objects.count() == 2
    assert "money" in client.get(unlock(client)["Location"]).content.decode()


def test_when_there_are_too_many_the_newest_are_kept(client, monkeypatch):
    monkeypatch.setattr(room, "MAX_HELD", 4)
    for number in range(7):
        client.post("/", {"words": f"number {number}"})

    unlock(client)

    pages = [client.get(f"/held/{held.pk}/").content.decode() for held in HeldForm.objects.all()]
    assert len(pages) == 4
    assert all(f"number {number}<" in page for number, page in enumerate(pages, 3))


# --- what is not kept -------------------------------------------------------------------------


def test_passphrases_and_codes_are_never_kept(client):
    secret = {"now": PASSPHRASE, "passphrase": "another one", "again": "another one"}

    client.post("/room/passphrase/", secret)
    client.post("/room/code/", {"last": "ABCDE"})

    unlock(client)
    for held in HeldForm.objects.all():
        page = client.get(f"/held/{held.pk}/").content.decode()
        assert not [word for word in (PASSPHRASE, "another one", "ABCDE") if word in page]
    assert HeldForm.objects.count() == 2


def test_looking_at_a_page_while_locked_keeps_nothing(client):
    client.get("/circle/")
    client.head("/circle/")

    assert not HeldForm.objects.exists()


@pytest.mark.parametrize("do", [Client.get, Client.post])
def test_somebody_elses_kept_form_is_the_same_as_nothing(client, olu, do: Callable):
    client.post("/", {"words": WORDS})
    [held] = HeldForm.objects.all()

    response = do(enter("olu"), f"/held/{held.pk}/")

    assert (response.status_code, response["Location"]) == (302, "/")
    assert HeldForm.objects.exists()


def test_nobody_else_lets_a_kept_form_go(client, olu):
    client.post("/", {"words": WORDS})
    [held] = HeldForm.objects.all()

    enter("olu").post("/", {"words": "Olu’s own", "held": [held.pk, "no id", ""]})

    assert HeldForm.objects.get() == held


# --- given back -------------------------------------------------------------------------------

TYPED = {"words": "Mum’s care", "login": "nia", "username": "nia", "code": "ABCDE", "last": "FGHJK"}
SECRET = dict.fromkeys(("password", "password1", "passphrase", "again"), "a secret phrase")


def assert_given_back(response: object) -> None:
    page = response.content.decode()
    assert response.status_code == 403
    assert "Mum’s care" in page
    assert "a secret phrase" not in page
    assert not [word for word in ("ABCDE", "FGHJK", PASSPHRASE) if word in page]
    assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/", "/circle/new/", "/room/passphrase/"])
def test_what_is_sent_after_signing_out_is_given_back(client, path):
    client.post("/sign-out/")

    response = client.post(path, TYPED | SECRET)

    assert_given_back(response)
    assert not HeldForm.objects.exists()


@pytest.mark.parametrize("path", ["/", "/circle/new/", "/sign-in/", "/unlock/", "/lost/"])
def test_what_is_sent_with_a_stale_form_is_given_back(nia, path):
    browser = Client(enforce_csrf_checks=True)
    browser.cookies.load({name: cookie.value for name, cookie in enter().cookies.items()})

    response = browser.post(path, TYPED | SECRET | {"csrfmiddlewaretoken": "A" * 64})

    assert_given_back(response)
    assert not Concern.objects.exists()


def test_a_form_from_before_unlocking_can_still_be_sent(nia):
    browser = Client(enforce_csrf_checks=True)
    browser.cookies.load({name: cookie.value for name, cookie in enter().cookies.items()})
    token = csrf(browser, "/")
    browser.post("/lock/", {"csrfmiddlewaretoken": token})
    form = {"passphrase": PASSPHRASE, "csrfmiddlewaretoken": csrf(browser, "/unlock/")}
    assert browser.post("/unlock/", form).status_code == 302

    response = browser.post("/", {"words": "Mum’s care", "csrfmiddlewaretoken": token})

    assert response.status_code == 302
    assert Concern.objects.count() == 1


def csrf(browser: Client, path: str) -> str:
    page = browser.get(path).content.decode()
    return re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page).group(1)
