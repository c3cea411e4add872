"""What Halved is, who runs it, and how to make it stop: for people who only got a message."""

from datetime import timedelta
from functools import partial

import pytest
from django.test import Client
from django.utils import timezone

from halved.asks.rules import Way
from halved.delivery import actions as delivery
from halved.delivery import stopping
from halved.delivery.models import Message, OptOut, StopRequest
from halved.operators import retention
from tests.asks.asking import NOON, ask_people, place_of
from tests.asks.test_at_the_same_moment import at_once
from tests.delivery.letters import run_worker
from tests.journeys.visitors import ClientVisitor

ADDRESS = "ben@example.org"


def page_with(client: Client, settings, **about: object) -> str:
    for name, value in about.items():
        setattr(settings, name, value)
    response = client.get("/about/")
    assert response.status_code == 200
    return response.content.decode()


def test_it_says_who_runs_the_server(db, client, settings):
    page = page_with(client, settings, OPERATOR_NAME="Student support", OPERATOR_CONTACT="Room 5")

    assert "Student support" in page and "Room 5" in page


def test_it_says_when_nobody_put_a_name_there(db, client):
    assert "has not put their name here" in client.get("/about/").content.decode()


def test_on_somebodys_own_machine_it_is_they(db, client, settings):
    page = page_with(client, settings, OWN_MACHINE=True, OPERATOR_NAME="Student support")

    assert "One person runs this, on their own machine" in page
    assert "Student support" not in page


def test_it_needs_neither_store_nor_cookie_and_leads_nowhere_else(client, settings):
    page = page_with(client, settings, OPERATOR_CONTACT="https://elsewhere.example")

    assert not client.cookies
    assert 'href="http' not in page and 'src="http' not in page


@pytest.mark.parametrize("place", ["", "stop/", "report/", "done/"])
def test_every_page_behind_a_link_leads_to_it(nia, ben, client, place):
    token = place_of(ask_people(nia, (ben, Way.EMAIL), at=timezone.now()), ben).token

    assert 'href="/about/"' in client.get(f"/a/{token}/{place}").content.decode()


def test_a_link_that_leads_nowhere_leads_to_it_too(db, client):
    assert 'href="/about/"' in client.get("/a/nothing/").content.decode()


# --- a stop link for whoever has none ---------------------------------------------------------


def test_who_has_no_link_gets_one_and_presses_the_button(db, smtp, settings):
    visitor = ClientVisitor()
    visitor.open("/about/")
    visitor.send({"address": ADDRESS})
    run_worker(timezone.now())
    [letter] = smtp.messages
    link = next(word for word in letter.get_content().split() if "/stop/" in word)

    visitor.open(link.removeprefix("http://127.0.0.1:8000"))
    assert not OptOut.objects.exists()
    visitor.send()

    assert letter["To"] == ADDRESS
    assert bytes(OptOut.objects.get().address_hash) == stopping.address_hash(ADDRESS)


def test_typing_somebody_elses_address_stops_nothing(db, client):
    client.post("/about/stop/", {"address": ADDRESS})

    assert not OptOut.objects.exists()


def test_the_answer_is_the_same_for_every_address(nia, ben, client):
    delivery.opt_out(["gone@example.org"], timezone.now())
    ask_people(nia, (ben, Way.EMAIL), at=timezone.now())
    pages = {}
    for name in ("ben", "gone", "new"):
        response = client.post("/about/stop/", {"address": f"{name}@example.org"})
        pages[name] = response.status_code, response.content.decode().replace(name, "")

    assert pages["ben"] == pages["gone"] == pages["new"]


def test_the_same_address_gets_one_a_day(db, client):
    for _ in range(3):
        assert client.post("/about/stop/", {"address": ADDRESS}).status_code == 200
    assert Message.objects.count() == 1

    StopRequest.objects.update(at=timezone.now() - timedelta(days=1))
    client.post("/about/stop/", {"address": ADDRESS.upper()})

    assert Message.objects.count() == 2


@pytest.mark.store
@pytest.mark.django_db(transaction=True)
def test_fifty_at_once_get_one(shared_store):
    asked = at_once(*[partial(stopping.may_ask_to_stop, ADDRESS, NOON)] * 50)

    assert asked.count(True) == 1


def test_one_visitor_asks_for_ten_an_hour(db, client):
    codes = [
        client.post("/about/stop/", {"address": f"{n}@example.org"}).status_code for n in range(11)
    ]

    assert codes == [200] * 10 + [429]
    assert Message.objects.count() == 10


def test_who_opted_out_gets_no_mail_for_asking_again(db, client, smtp):
    delivery.opt_out([ADDRESS], timezone.now())

    client.post("/about/stop/", {"address": ADDRESS})
    run_worker(timezone.now())

    assert smtp.messages == []


@pytest.mark.parametrize("address", ["", "ben", "ben@", "b" * 250 + "@example.org"])
def test_what_is_no_address_is_said(db, client, address):
    response = client.post("/about/stop/", {"address": address})

    assert response.status_code == 422
    assert b'class="wrong"' in response.content


def test_without_mail_there_is_no_such_form(db, client, settings):
    page = page_with(client, settings, CAN_MAIL=False, OPERATOR_CONTACT="Room 5")

    assert "<form" not in page
    assert client.post("/about/stop/", {"address": ADDRESS}).status_code == 404


def test_a_day_later_nothing_is_left_of_it(db):
    stopping.may_ask_to_stop(ADDRESS, NOON)

    retention.prune(NOON + timedelta(days=1))

    assert not StopRequest.objects.exists()
