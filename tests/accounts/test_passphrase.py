"""A new passphrase, and the recovery code for the day it is lost."""

import pytest
from django.http import HttpResponse
from django.test import Client

from halved.accounts.models import HeldForm, Member
from halved.circle.models import Contact
from halved.reflection.models import CheckIn, Concern
from tests.accounts.conftest import NEW, boxes, enter, is_open, is_signed_in, unlock
from tests.conftest import PASSPHRASE

pytestmark = pytest.mark.django_db

CARRIED = "Mum’s care, and the money"


@pytest.fixture
def client(nia, ben) -> Client:
    """Nia's browser, room open, with something of each kind in the room."""
    CheckIn.note(nia, Concern.put_down(nia, CARRIED), 7)
    HeldForm.objects.create(member=nia, form={"path": "/", "fields": [["words", CARRIED]]})
    return enter()


def change(client: Client, now: str = PASSPHRASE, new: str = NEW, again: str = NEW) -> HttpResponse:
    form = {"now": now, "passphrase": new, "again": again}
    return client.post("/room/passphrase/", form)


# --- changed ----------------------------------------------------------------------------------


@pytest.mark.store
def test_a_new_passphrase_leaves_every_sealed_box_as_it_is(client, nia):
    nia.signs_as, nia.notice_address = "Nia", "nia@example.org"
    nia.save()
    before = boxes()

    assert change(client).status_code == 302

    assert boxes() == before
    assert len(before) > 10, "There is something to keep."


def test_the_new_passphrase_opens_everything_and_the_old_one_nothing(client):
    change(client)

    assert not is_open(enter(passphrase=PASSPHRASE))
    assert CARRIED in enter(passphrase=NEW).get("/").content.decode()


def test_who_changes_it_stays_inside(client):
    change(client)

    assert is_open(client)
    client.post("/lock/")
    unlock(client, NEW)
    assert is_open(client)


def test_everyone_else_is_signed_out(client):
    phone = enter()

    change(client)

    assert not is_signed_in(phone)


@pytest.mark.parametrize(
    "typed", [{"now": NEW}, {"again": PASSPHRASE}, {"new": "short", "again": "short"}, {"now": ""}]
)
def test_a_mistake_changes_nothing_and_shows_no_passphrase(client, typed):
    before = Member.objects.get().password
    phone = enter()

    response = change(client, **typed)

    assert response.status_code == 200
    assert b'class="wrong"' in response.content
    assert b"stones" not in response.content
    assert Member.objects.get().password == before
    assert is_open(phone)


def test_the_passphrase_cannot_be_tried_out_here_either(client):
    for _ in range(5):
        change(client, now="a guess that is wrong")

    assert b"tried often" in change(client).content
    assert not is_open(enter(passphrase=NEW))


# --- the recovery code ------------------------------------------------------------------------


@pytest.fixture
def code(client) -> str:
    """A new recovery code, shown and not confirmed."""
    response = client.post("/room/code/new/")
    assert response["Location"] == "/room/code/"
    member = Member.objects.get()
    assert member.check_password(PASSPHRASE)
    return member.pending_code


def shown(client: Client, code: str) -> list[str]:
    """The pages on which the code stands."""
    return [
        path
        for path in ("/", "/room/", "/room/code/", "/room/passphrase/", "/circle/")
        if code in client.get(path).content.decode()
    ]


def test_a_code_is_shown_until_it_is_confirmed_and_then_never_again(client, code):
    assert shown(client, code) == ["/room/code/"]

    response = client.post("/room/code/", {"last": code[-5:]})

    assert response.status_code == 302
    assert shown(client, code) == []
    assert client.get("/room/code/")["Location"] == "/room/"
    assert Member.objects.get().pending_code is None


@pytest.mark.parametrize("cut", [-5, -6, -11, 0])
def test_the_end_of_the_code_may_be_typed_as_one_likes(client, code, cut):
    typed = f" {code[cut:].lower().replace('-', ' ')} "

    client.post("/room/code/", {"last": typed})

    assert Member.objects.get().pending_code is None


@pytest.mark.parametrize("part", [slice(-4, None), slice(0, 5), slice(0, 0), slice(-6, -1)])
def test_anything_else_confirms_nothing(client, code, part):
    response = client.post("/room/code/", {"last": code[part]})

    assert response.status_code == 200
    assert code in response.content.decode()
    assert shown(client, code) == ["/room/code/"]


# --- lost -------------------------------------------------------------------------------------


def lost(client: Client, code: str, name: str = "nia", new: str = NEW) -> HttpResponse:
    form = {"username": name, "code": code, "passphrase": new, "again": new}
    return client.post("/lost/", form)


def test_the_code_opens_the_room_and_a_new_passphrase_goes_with_it(nia, code):
    visitor = Client()
    before = boxes()

    response = lost(visitor, code)

    assert (response.status_code, response["Location"]) == (302, "/")
    assert CARRIED in visitor.get("/").content.decode()
    assert boxes() == before
    assert is_open(enter(passphrase=NEW))
    assert not is_open(enter(passphrase=PASSPHRASE))


def test_the_code_ends_every_other_session(client, code):
    lost(Client(), code)

    assert not is_signed_in(client)


def test_the_code_may_be_used_where_the_room_is_locked(client, code):
    client.post("/lock/")

    lost(client, code)

    assert is_open(client)


def test_the_code_may_be_used_where_somebody_else_is_signed_in(code, olu):
    olus = enter("olu")

    lost(olus, code)

    assert CARRIED in olus.get("/").content.decode()


@pytest.mark.parametrize("change", [str.lower, lambda code: code.replace("-", " "), " {} ".format])
def test_the_code_may_be_typed_as_one_likes(code, change):
    assert lost(Client(), change(code), name="NIA").status_code == 302


def test_a_code_that_is_not_confirmed_is_spoken_of_until_it_is(client, code):
    for path, words in (("/", b"is not confirmed yet"), ("/room/", b"Confirm your recovery code")):
        assert words in client.get(path).content

    client.post("/room/code/", {"last": code[-5:]})

    for path, words in (("/", b"is not confirmed yet"), ("/room/", b"Confirm your recovery code")):
        assert words not in client.get(path).content


def test_a_new_code_kills_the_old_one(client, code):
    client.post("/room/code/new/")

    assert lost(Client(), code).status_code == 200
    assert is_open(enter()), "The passphrase is as it was."


def test_after_five_minutes_a_new_code_needs_the_passphrase(client, code, later):
    later(minutes=5.1)

    asked = client.post("/room/code/new/")
    wrong = client.post("/room/code/new/", {"passphrase": NEW})
    assert b"Your passphrase once more" in asked.content
    assert b"Nothing was done" in wrong.content
    assert Member.objects.get().open_with_code(code), "It is as it was."

    client.post("/room/code/new/", {"passphrase": PASSPHRASE})

    assert not Member.objects.get().open_with_code(code)


def test_the_code_outlives_a_new_passphrase(client, code):
    change(client)

    assert lost(Client(), code, new="a third one, just in case").status_code == 302


def test_a_wrong_code_and_an_unknown_name_look_the_same(code):
    other = code[:-1] + ("B" if code[-1] == "A" else "A")
    wrong, unknown = lost(Client(), other), lost(Client(), code, name="olu")

    assert wrong.status_code == unknown.status_code == 200
    for response in (wrong, unknown):
        assert b"Name and code do not fit together" in response.content
        assert NEW.encode() not in response.content
    assert not is_open(enter(passphrase=NEW))


def test_a_code_of_another_member_opens_nothing(code, olu):
    assert lost(Client(), code, name="olu").status_code == 200
    assert is_open(enter("olu"))


def test_codes_cannot_be_tried_out(code):
    for _ in range(5):
        lost(Client(), "AAAAA-" * 6)

    assert b"tried often" in lost(Client(), code).content
    assert not is_open(enter(passphrase=NEW))


def test_signing_in_as_somebody_else_gives_no_fresh_tries(code, olu):
    for _ in range(5):
        lost(enter("olu"), "AAAAA-" * 6)

    assert b"tried often" in lost(enter("olu"), code).content
    assert not is_open(enter(passphrase=NEW))


def test_a_closed_account_is_not_opened_by_its_code(nia, code):
    Member.objects.update(is_active=False)
    visitor = Client()

    lost(visitor, code)

    assert not is_signed_in(visitor)


def test_a_bad_new_passphrase_leaves_the_old_one(code):
    assert lost(Client(), code, new="short").status_code == 200
    assert is_open(enter())


def test_contacts_are_still_there(nia, ben, code):
    visitor = Client()
    lost(visitor, code)

    assert b"Ben" in visitor.get(f"/circle/{ben.pk}/").content
    assert Contact.objects.count() == 1
