"""Somebody who was asked becomes a member in two steps, and finds there what was asked of them."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from halved.accounts.models import HeldForm, Member, Session
from halved.asks import actions
from halved.asks.models import Ask, KeptLink
from halved.asks.rules import Answer, Way
from tests.asks.asking import answers, ask_people, place_of
from tests.conftest import PASSPHRASE
from tests.journeys.visitors import ClientVisitor

NEW = {"username": "ben", "password1": PASSPHRASE, "password2": PASSPHRASE}


@pytest.fixture
def ask(nia, ben) -> Ask:
    return ask_people(nia, (ben, Way.LINK), at=timezone.now())


@pytest.fixture
def token(ask, ben) -> str:
    found: str = place_of(ask, ben).token
    return found


@pytest.fixture
def visitor(token) -> ClientVisitor:
    """Ben, who has just said yes."""
    visitor = ClientVisitor()
    visitor.open(f"/a/{token}/")
    visitor.send()
    visitor.send({"answer": "yes"})
    return visitor


def confirm(visitor: ClientVisitor) -> None:
    code = re.search(r"([A-Z2-9]{5}-){5}[A-Z2-9]{5}", visitor.text)
    assert code, visitor.text
    visitor.send({"last": code[0][-5:]})


# --- two steps --------------------------------------------------------------------------------


def test_two_steps_lead_from_the_answer_to_what_was_asked(visitor, token):
    visitor.send(to="/keep/")
    visitor.send(NEW)
    confirm(visitor)

    visitor.follow("Asks")
    assert "Asked of you Nia" in visitor.text
    visitor.follow("Open")
    assert visitor.path == f"/a/{token}/"
    visitor.send()
    assert "You answered: yes." in visitor.text


def test_the_link_is_in_no_address_and_no_session(visitor, token):
    visitor.send(to="/keep/")
    first = visitor.path
    visitor.send(NEW)

    assert (first, visitor.path) == ("/keep/", "/room/code/")
    for session in Session.objects.all():
        assert token not in str(session.content)


def test_a_mistake_in_the_form_loses_neither_what_was_typed_nor_the_link(visitor, token):
    visitor.send(to="/keep/")
    visitor.send(NEW | {"password2": "something else"})

    assert 'value="ben"' in visitor.source
    assert f'name="link" value="{token}"' in visitor.source
    visitor.send(NEW)
    assert Member.objects.get(username="ben").kept_links.count() == 1


def test_a_name_that_is_taken_does_not_lose_the_link(visitor, token):
    visitor.send(to="/keep/")
    visitor.send(NEW | {"username": "nia"})

    assert f'name="link" value="{token}"' in visitor.source


def test_a_link_that_has_ended_meanwhile_stands_in_nobodys_way(visitor, ask):
    visitor.send(to="/keep/")
    ask.invitations.update(expires_at=timezone.now())
    visitor.send(NEW)

    assert visitor.path == "/room/code/"
    assert not KeptLink.objects.exists()


def test_signing_up_without_a_link_is_as_before(db):
    visitor = ClientVisitor()
    visitor.open("/sign-up/")
    visitor.send(NEW)

    assert visitor.path == "/room/code/"
    assert not KeptLink.objects.exists()


# --- where and for whom -----------------------------------------------------------------------


@pytest.mark.parametrize("change", [{"SIGN_UP": "invited"}, {"SIGN_UP": "closed"}])
def test_where_sign_up_is_not_open_it_is_not_offered(token, ask, ben, client, settings, change):
    answers(ask, ben, Answer.YES, at=timezone.now())
    for name, value in change.items():
        setattr(settings, name, value)

    assert b"/keep/" not in client.get(f"/a/{token}/done/").content
    assert client.post("/keep/", {"link": token}).status_code == 404


def test_before_an_answer_it_is_not_offered(token, client):
    assert b"/keep/" not in client.get(f"/a/{token}/done/").content


def test_a_member_with_an_open_room_keeps_it_with_one_tap(visitor, olu, sign_in):
    visitor.client, done = sign_in(olu), visitor.path
    for _ in range(2):
        visitor.open(done)
        visitor.send(to="/keep/")

    assert "Asked of you" in visitor.text
    assert olu.kept_links.count() == 1


def test_with_a_locked_room_it_is_held_until_it_is_open(token, olu):
    client = Client()
    client.post("/sign-in/", {"login": "olu", "password": PASSPHRASE})
    del client.cookies["room"]

    response = client.post("/keep/", {"link": token})

    assert response["Location"].startswith("/unlock/")
    assert HeldForm.objects.get().member == olu
    client.post("/unlock/", {"passphrase": PASSPHRASE})
    client.post("/keep/", {"link": token})
    assert olu.kept_links.count() == 1


@pytest.mark.parametrize("link", ["", "nothing", "A" * 22, "x" * 5000])
def test_a_link_that_leads_nowhere_is_not_kept(db, client, link):
    response = client.post("/keep/", {"link": link})

    assert response.status_code == 404
    assert b"leads nowhere" in response.content


# --- what is kept -----------------------------------------------------------------------------


@pytest.fixture
def room(visitor) -> ClientVisitor:
    """Ben's new room."""
    visitor.send(to="/keep/")
    visitor.send(NEW)
    confirm(visitor)
    visitor.open("/asks/")
    return visitor


def test_what_is_kept_is_sealed_and_does_not_show_whose_ask_it_is(room, token, ask, nia):
    row = KeptLink.objects.values_list().get()

    kept = b"".join(bytes(value) for value in row if isinstance(value, bytes | memoryview))
    assert token.encode() not in kept and b"Nia" not in kept
    assert not {str(ask.pk), str(nia.pk), str(ask.invitations.get().pk)} & set(map(str, row))


def test_what_was_taken_back_says_so_and_can_be_taken_off(room, ask, ben):
    ask.invitations.update(state="asked", answer="", answered_at=None)
    actions.withdraw(row=place_of(ask, ben), now=timezone.now())

    room.open("/asks/")
    assert "This link has ended." in room.text
    room.send(to="/forget/")

    assert "Asked of you" not in room.text
    assert not KeptLink.objects.exists()


def test_nobody_elses_list_shows_it(room, olu, sign_in):
    client = sign_in(olu)

    assert b"Asked of you" not in client.get("/asks/").content
    assert client.post(f"/asks/kept/{KeptLink.objects.get().pk}/forget/").status_code == 404


def test_who_asked_is_not_told_of_the_new_room(room, ask, nia, sign_in):
    page = sign_in(nia).get(f"/asks/{ask.pk}/").content.decode()

    assert "room" not in re.sub(r"<footer.*", "", page, flags=re.DOTALL)
