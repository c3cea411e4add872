"""Who may make a room, and what they get."""

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils.timezone import now

from halved.accounts.models import Member, SignUpInvite
from tests.accounts.conftest import NEW, enter, is_open, unlock
from tests.conftest import PASSPHRASE

pytestmark = pytest.mark.django_db


def sign_up(
    client: Client, name: str = "dora", passphrase: str = PASSPHRASE, invite: str = "", **more: str
) -> HttpResponse:
    form = {"username": name, "password1": passphrase, "password2": passphrase} | more
    return client.post(f"/sign-up/?invite={invite}" if invite else "/sign-up/", form)


# --- trying out names -------------------------------------------------------------------------


def test_after_ten_taken_names_every_name_gets_the_same_answer(client, nia):
    for _ in range(10):
        assert "Someone has this name" in sign_up(client, name="nia").content.decode()

    taken, free = (sign_up(client, name=name).content.decode() for name in ("nia", "dora"))

    assert "Many names that are taken were tried from here" in free
    assert free.count("dora") == taken.count("nia")
    assert "Someone has this name" not in taken
    assert Member.objects.count() == 1


def test_names_that_are_tried_elsewhere_keep_nobody_out(client, nia):
    for _ in range(11):
        sign_up(Client(REMOTE_ADDR="192.0.2.1"), name="nia")

    assert sign_up(client).status_code == 302


# --- open to everyone -------------------------------------------------------------------------


def test_signing_up_makes_a_room_opens_it_and_shows_the_recovery_code(client):
    response = sign_up(client)

    assert (response.status_code, response["Location"]) == (302, "/room/code/")
    member = Member.objects.get()
    assert member.username == "dora"
    assert member.check_password(PASSPHRASE)
    assert member.pending_code in client.get("/room/code/").content.decode()
    assert is_open(client)


def test_a_passphrase_is_never_trimmed(client):
    sign_up(client, passphrase="  a river of stones  ")

    assert not is_open(enter("dora", "a river of stones"))
    assert is_open(enter("dora", "  a river of stones  "))


def test_a_very_long_passphrase_opens_the_room_wherever_it_is_typed(client):
    long = "stone by stone " * 300
    sign_up(client, passphrase=long)

    assert is_open(enter("dora", long))
    client.post("/lock/")
    assert unlock(client, long).status_code == 302
    assert not is_open(enter("dora", long[:1000]))


@pytest.mark.parametrize(
    "form",
    [
        {"password1": "too short", "password2": "too short"},
        {"password1": "1234567890", "password2": "1234567890"},
        {"password2": "a river of small stone"},
        {"password1": "", "password2": ""},
        {"username": ""},
        {"username": "d" * 61},
        {"username": "dora\x00"},
    ],
)
def test_a_form_with_a_mistake_makes_no_room_and_shows_no_passphrase(client, form):
    response = sign_up(client, **form)

    assert response.status_code == 200
    assert b'class="wrong"' in response.content
    assert b"stones" not in response.content
    assert not Member.objects.exists()
    assert not is_open(client)


@pytest.mark.parametrize("name", ["nia", "Nia", "NIA"])
def test_a_name_is_given_once_however_it_is_written(client, nia, name):
    response = sign_up(client, name=name)

    assert response.status_code == 200
    assert Member.objects.get() == nia
    assert not is_open(client)


@pytest.mark.store
def test_a_name_that_was_taken_a_moment_ago_can_be_changed(client, monkeypatch, settings):
    settings.SIGN_UP = "invited"
    invite = SignUpInvite.make()
    new_code = Member.new_recovery_code

    def meanwhile(member: Member) -> str:
        monkeypatch.undo()
        Member.objects.create_member("dora", PASSPHRASE)
        return new_code(member)

    monkeypatch.setattr(Member, "new_recovery_code", meanwhile)

    response = sign_up(client, invite=invite, passphrase=NEW)

    assert response.status_code == 200
    assert b"Someone has this name already" in response.content
    assert Member.objects.get().check_password(PASSPHRASE), "Who came first keeps it."
    assert sign_up(client, "dora-2", invite=invite).status_code == 302, "The invitation is unused."


# --- by invitation ----------------------------------------------------------------------------


@pytest.fixture
def invite(settings) -> str:
    settings.SIGN_UP = "invited"
    return SignUpInvite.make()


def test_an_invitation_lets_one_person_in(client, invite):
    assert b"password1" in client.get(f"/sign-up/?invite={invite}").content

    response = sign_up(client, invite=invite)

    assert response.status_code == 302
    assert is_open(client)
    assert SignUpInvite.objects.get().used_at is not None


@pytest.mark.store
def test_an_invitation_works_once(invite):
    sign_up(Client(), "dora", invite=invite)

    response = sign_up(Client(), "emil", invite=invite)

    assert b"You need an invitation" in response.content
    assert [member.username for member in Member.objects.all()] == ["dora"]
    assert b"You need an invitation" in Client().get(f"/sign-up/?invite={invite}").content


@pytest.mark.store
def test_an_invitation_that_was_used_a_moment_ago_makes_no_second_room(invite, monkeypatch):
    new_code = Member.new_recovery_code

    def meanwhile(member: Member) -> str:
        monkeypatch.undo()
        sign_up(Client(), "emil", invite=invite)
        return new_code(member)

    monkeypatch.setattr(Member, "new_recovery_code", meanwhile)

    response = sign_up(Client(), "dora", invite=invite)

    assert response.status_code == 403
    assert [member.username for member in Member.objects.all()] == ["emil"]


def test_an_invitation_runs_out(client, invite):
    SignUpInvite.objects.update(expires_at=now() - timedelta(seconds=1))

    assert b"You need an invitation" in client.get(f"/sign-up/?invite={invite}").content
    assert b"You need an invitation" in sign_up(client, invite=invite).content
    assert not Member.objects.exists()


def test_an_invitation_is_good_for_14_days(invite):
    row = SignUpInvite.objects.get()

    assert timedelta(days=13, hours=23) < row.expires_at - now() <= timedelta(days=14)


@pytest.mark.parametrize("other", ["", "x", "A" * 22, "ü", "%00", "A" * 5000])
def test_what_is_no_invitation_lets_nobody_in(client, invite, other):
    response = sign_up(client, invite=other)

    assert b"You need an invitation" in response.content
    assert not Member.objects.exists()


def test_a_mistake_in_the_form_does_not_use_an_invitation_up(client, invite):
    sign_up(client, invite=invite, password2="something else")

    assert sign_up(client, invite=invite).status_code == 302


def test_the_store_does_not_hold_the_invitation(invite):
    row = SignUpInvite.objects.get()

    assert invite.encode() not in bytes(row.token_hash)
    assert len(bytes(row.token_hash)) == 32
    assert str(row) == str(row.pk)


# --- closed -----------------------------------------------------------------------------------


@pytest.mark.parametrize("change", [{"SIGN_UP": "closed"}, {"OWN_MACHINE": True}])
def test_where_sign_up_is_closed_no_invitation_helps(client, invite, settings, change):
    for name, value in change.items():
        setattr(settings, name, value)

    assert b"password1" not in client.get(f"/sign-up/?invite={invite}").content
    assert b"You need an invitation" in sign_up(client, invite=invite).content
    assert not Member.objects.exists()
