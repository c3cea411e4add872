"""Passkeys: they sign in beside the passphrase, and open the room only if the member lets them."""

import json

import pytest
from django.test import Client
from django.utils import timezone

from halved.accounts.models import Member, Passkey
from halved.accounts.passkeys import MOST
from halved.limits.models import Bucket
from halved.vault.fields import Locked
from tests.accounts.authenticator import HOST, ORIGIN, Authenticator, add, let_open, sign_in
from tests.accounts.conftest import NEW, enter, is_open, is_signed_in, unlock
from tests.conftest import PASSPHRASE

pytestmark = pytest.mark.django_db
SECRET = b"s" * 32


@pytest.fixture(autouse=True)
def at_home(settings) -> None:
    settings.PASSKEY_HOST, settings.PUBLIC_URL = HOST, ORIGIN


@pytest.fixture
def client(nia: Member) -> Client:
    """Nia's room is open here."""
    return enter()


@pytest.fixture
def phone(client: Client) -> Authenticator:
    """It has a passkey of hers, and the secret that a passkey may give."""
    phone = Authenticator(secret=SECRET)
    assert add(client, phone).status_code == 302
    return phone


def opens(client: Client, phone: Authenticator) -> None:
    let_open(client, phone, Passkey.objects.get().pk)


# --- signing in -------------------------------------------------------------------------------


def test_a_passkey_signs_in_and_leaves_the_room_locked(phone):
    browser = sign_in(phone)

    assert is_signed_in(browser)
    assert not is_open(browser)
    unlock(browser)
    assert is_open(browser)


def test_a_passkey_that_may_opens_the_room_as_well(client, phone):
    opens(client, phone)

    assert is_open(sign_in(phone))


def test_it_opens_a_room_that_has_locked_itself(client, phone):
    opens(client, phone)
    client.post("/lock/")
    assert b"Open with a passkey" in client.get("/unlock/").content

    sign_in(phone, client)

    assert is_open(client)


def test_what_was_sent_while_locked_comes_first(client, phone):
    opens(client, phone)
    client.post("/lock/")
    client.post("/", {"words": "a river"})
    options = client.post("/sign-in/passkey/challenge/").json()

    response = client.post("/sign-in/passkey/", {"credential": phone.show(options)})

    assert response["Location"].startswith("/held/")


def test_it_leads_on_to_where_one_wanted_to_go_and_to_no_other_server(phone):
    for wanted, place in [("/circle/", "/circle/"), ("https://evil.example/", "/")]:
        browser = Client()
        options = browser.post("/sign-in/passkey/challenge/").json()

        form = {"credential": phone.show(options), "next": wanted}
        response = browser.post("/sign-in/passkey/", form)

        assert response["Location"] == f"/unlock/?next={place}"


def test_after_it_may_no_longer_open_it_still_signs_in(client, phone):
    opens(client, phone)
    client.post(f"/room/passkeys/{Passkey.objects.get().pk}/close/")

    browser = sign_in(phone)

    assert is_signed_in(browser)
    assert not is_open(browser)
    assert Passkey.objects.get().room is None


def test_a_passkey_without_a_secret_opens_nothing_and_that_is_said(client, nia):
    plain = Authenticator()
    add(client, plain)

    response = let_open(client, plain, nia.passkeys.get().pk)

    assert b"cannot open a room" in client.get(response["Location"]).content
    assert not is_open(sign_in(plain))


def test_another_secret_of_the_same_passkey_opens_nothing(client, phone):
    opens(client, phone)
    phone.secret = b"t" * 32

    browser = sign_in(phone)

    assert is_signed_in(browser)
    assert not is_open(browser)


def test_a_wrap_that_is_moved_to_another_passkey_does_not_open(client, phone, nia):
    opens(client, phone)
    other = Authenticator(secret=SECRET)
    add(client, other)

    nia.passkeys.filter(room=None).update(room=nia.passkeys.exclude(room=None).get().room)

    assert is_open(sign_in(phone))
    assert not is_open(sign_in(other))


def test_no_passkey_may_open_a_room_that_is_locked(nia, phone):
    row = Passkey.objects.get()

    with pytest.raises(Locked):
        row.let_open(SECRET)


# --- who stays outside ------------------------------------------------------------------------


def test_the_passphrase_works_as_before(phone):
    assert is_open(enter())


def test_a_member_who_is_suspended_is_told_so_and_stays_outside(nia, phone):
    Member.objects.filter(pk=nia.pk).update(is_active=False)
    browser = Client()
    options = browser.post("/sign-in/passkey/challenge/").json()

    response = browser.post("/sign-in/passkey/", {"credential": phone.show(options)})

    assert response["Location"] == "/sign-in/closed/"
    assert not is_signed_in(browser)


def test_a_passkey_of_a_member_who_is_gone_signs_in_nowhere(nia, phone):
    Member.objects.filter(pk=nia.pk).delete()

    assert not is_signed_in(sign_in(phone))


def test_who_deletes_everything_is_told_that_devices_still_list_them(client, phone, olu):
    assert b"in the list on each device" in client.get("/room/delete/").content
    assert b"in the list on each device" not in enter("olu").get("/room/delete/").content


def test_a_passkey_that_was_removed_signs_in_nowhere(client, phone):
    client.post(f"/room/passkeys/{Passkey.objects.get().pk}/remove/")

    assert not is_signed_in(sign_in(phone))


def test_after_five_wrong_tries_one_must_wait(phone, later):
    right, phone.key = phone.key, Authenticator().key
    for _ in range(5):
        assert not is_signed_in(sign_in(phone))
    phone.key = right

    assert not is_signed_in(sign_in(phone))
    later(minutes=5.1)
    assert is_signed_in(sign_in(phone))


def test_signing_in_again_and_again_is_never_too_often(phone):
    assert all(is_signed_in(sign_in(phone)) for _ in range(12))


def test_trying_many_passkeys_is_slowed_down_like_trying_many_names(phone, monkeypatch):
    moment = timezone.now()
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)
    for _ in range(60):
        sign_in(Authenticator(handle=b"x"))

    assert not is_signed_in(sign_in(phone))


def test_asking_for_challenges_writes_nothing(db):
    browser = Client()

    for _ in range(5):
        assert browser.post("/sign-in/passkey/challenge/").status_code == 200

    assert not Bucket.objects.exists()
    assert "session" not in browser.cookies


def test_where_there_is_no_name_to_bind_them_to_nothing_is_offered(client, settings):
    settings.PASSKEY_HOST = ""

    assert Client().post("/sign-in/passkey/challenge/").status_code == 404
    assert client.get("/room/passkeys/").status_code == 404
    assert b"passkey" not in Client().get("/sign-in/").content
    assert b"Passkey" not in client.get("/room/").content


# --- looking after them -----------------------------------------------------------------------


def test_the_list_names_each_and_says_what_it_does(client, phone):
    opens(client, phone)
    add(client, Authenticator(), "Key ring")

    page = client.get("/room/passkeys/").content.decode()

    assert page.index("Key ring") < page.index("The red one")
    assert "Signs you in and opens your room." in page
    assert "Then your passphrase opens your room." in page


def test_a_passkey_can_be_called_something_else(client, phone):
    page = f"/room/passkeys/{Passkey.objects.get().pk}/"

    client.post(page, {"name": "Old phone"})

    assert b"Old phone" in client.get("/room/passkeys/").content


def test_a_name_stays_words_on_every_page(client):
    name = "<script>alert(1)</script>"
    page = add(client, Authenticator(), name)["Location"]

    for path in (page, "/room/passkeys/"):
        shown = client.get(path).content.decode()
        assert name not in shown
        assert "&lt;script&gt;alert(1)" in shown


@pytest.mark.parametrize("name", ["", " ", "x" * 61])
def test_a_passkey_needs_a_name_that_fits(client, phone, name):
    response = client.post(f"/room/passkeys/{Passkey.objects.get().pk}/", {"name": name})

    assert response.status_code == 200
    assert b"Something needs another look" in response.content


def test_after_five_minutes_the_passphrase_is_needed_to_add_or_remove(client, phone, later):
    row = Passkey.objects.get()
    later(minutes=5.1)

    assert client.post("/room/passkeys/new/").status_code == 403
    assert client.post(f"/room/passkeys/{row.pk}/challenge/").status_code == 403
    response = client.post(f"/room/passkeys/{row.pk}/remove/")
    assert b"Type your passphrase first" in client.get(response["Location"]).content
    assert Passkey.objects.exists()
    client.post("/room/passkeys/again/", {"passphrase": PASSPHRASE})
    client.post(f"/room/passkeys/{row.pk}/remove/")
    assert not Passkey.objects.exists()


def test_who_opened_the_room_by_a_passkey_needs_the_passphrase_to_change_keys(client, phone):
    opens(client, phone)
    browser = sign_in(phone)

    assert is_open(browser)
    assert browser.post("/room/passkeys/new/").status_code == 403
    assert b"Your passphrase once more" in browser.post("/room/code/new/").content


def test_a_wrong_passphrase_changes_nothing_and_can_not_be_tried_out(client, phone, later):
    later(minutes=5.1)

    for _ in range(5):
        page = client.post("/room/passkeys/again/", {"passphrase": NEW}).content
        assert b"Nothing was done" in page

    page = client.post("/room/passkeys/again/", {"passphrase": PASSPHRASE}).content
    assert b"tried often" in page
    assert client.post("/room/passkeys/new/").status_code == 403


def test_there_is_an_end_to_how_many_one_has(client, nia, phone):
    [kept] = Passkey.objects.values()
    rows = [{**kept, "id": None, "id_hash": bytes([number])} for number in range(MOST - 1)]
    for row in rows:
        Passkey.objects.create(**{name: value for name, value in row.items() if name != "id"})

    assert client.post("/room/passkeys/new/").status_code == 403


def test_nobody_looks_after_somebody_elses(phone, olu):
    other = enter("olu")
    row = Passkey.objects.get()

    for place in ("", "challenge/", "open/", "close/", "remove/"):
        assert other.post(f"/room/passkeys/{row.pk}/{place}", {"name": "x"}).status_code == 404
    assert b"The red one" not in other.get("/room/passkeys/").content


# --- what lies in the store -------------------------------------------------------------------


@pytest.mark.store
def test_the_store_shows_that_there_is_a_passkey_and_no_more(client, phone, nia):
    opens(client, phone)

    [row] = Passkey.objects.values()

    assert {*row} == {"id", "member_id", "id_hash", "credential", "name", "room"}
    shown = b"".join(bytes(row[name]) for name in ("id_hash", "credential", "name", "room"))
    hidden = [phone.id, phone.handle, SECRET, nia.key, b"red", bytes(phone.attested())[-64:]]
    assert not [part for part in hidden if part in shown]


def test_whose_device_it_is_and_who_made_it_is_kept_nowhere(client, phone):
    kept = json.dumps(Passkey.objects.get().credential)

    assert b"phone-of-a-maker".hex() not in kept


def test_a_new_passphrase_leaves_passkeys_as_they_are_and_says_so(client, phone):
    opens(client, phone)
    form = {"now": PASSPHRASE, "passphrase": NEW, "again": NEW}

    page = client.post("/room/passphrase/", form, follow=True).content.decode()

    assert "Look whether each of them is yours" in page
    assert is_open(sign_in(phone))


def test_the_recovery_code_leaves_them_too_and_ends_every_other_session(client, nia, phone):
    opens(client, phone)
    code = nia.new_recovery_code()
    nia.save()
    form = {"username": "nia", "code": code, "passphrase": NEW, "again": NEW}

    browser = Client()
    page = browser.post("/lost/", form, follow=True).content.decode()

    assert "Look whether each of them is yours" in page
    assert not is_signed_in(client)
    assert nia.sessions.count() == 1
    assert is_open(browser)
    assert is_open(sign_in(phone))
