"""Looking for a place: what was understood, what was found, and no trace of it anywhere."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from halved.directory.models import Dataset
from tests.directory.desks import bring_made_up, dataset
from tests.journeys.visitors import ClientVisitor

DEBT = {"text": "someone to talk to about debt", "near": "Ashmere"}
DARK = "I want to kill myself"


@pytest.fixture
def towns(db: None) -> Dataset:
    return bring_made_up()


@pytest.fixture
def visitor(towns: Dataset) -> ClientVisitor:
    """Somebody who is signed in nowhere, in front of the form."""
    visitor = ClientVisitor(Client(enforce_csrf_checks=True))
    visitor.open("/places/")
    return visitor


def look(visitor: ClientVisitor, **fields: str) -> None:
    visitor.open("/places/")
    visitor.send(fields)


def test_a_person_is_told_what_was_understood_and_what_fits(visitor):
    look(visitor, **DEBT)

    assert visitor.status == 200
    assert "We looked under" in visitor.text
    assert "money and debt" in visitor.text
    assert "near Ashmere" in visitor.text
    assert "Money and debt advice" in visitor.text
    assert "less than 1 km" in visitor.text


def test_one_thing_to_do_stands_beside_each(visitor):
    look(visitor, text="nurse")

    assert "They are open day and night." in visitor.text
    assert 'href="tel:01632960105"' in visitor.source


def test_the_form_keeps_everything_that_was_typed(visitor):
    look(visitor, text="debt", near="Ashmere", within_km="50", language="pl", free="on")

    form = visitor.page.form({"text": "x"}, "")
    assert {"text": "debt", "near": "Ashmere", "within_km": "50", "language": "pl"}.items() <= dict(
        form.values
    ).items()
    assert ("free", "on") in form.values


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Write a word first"),
        ({"near": "Ashmere"}, "Write a word first"),
        ({"text": "x" * 201}, "Use at most 200 signs"),
        ({"text": "debt", "near": "x" * 81}, "A town is enough"),
    ],
)
def test_what_cannot_be_looked_for_is_said_and_kept(db, fields, said):
    dataset()
    visitor = ClientVisitor()

    look(visitor, **fields)

    assert visitor.status == 422
    assert said in visitor.text
    assert all(value in visitor.source for value in fields.values())


def test_what_no_form_would_send_is_refused_kindly(db, client):
    for field in ("within_km", "way", "language", "whom", "page"):
        response = client.post("/places/", {"text": "debt", field: "'; DROP"})

        assert response.status_code == 422, field


def test_odd_signs_break_nothing(towns, client):
    for sign in ("\0", "\u202e", "%", "\ud800".encode("utf-8", "surrogatepass").decode("latin1")):
        response = client.post("/places/", {"text": f"debt{sign}", "near": f"Ash{sign}"})

        assert response.status_code in (200, 422), repr(sign)


def test_what_is_opened_leads_back_to_what_was_found(visitor):
    look(visitor, **DEBT)
    found = visitor.text

    visitor.send({"open": opens(visitor)[0]})
    assert visitor.path == "/places/", "the history does not tell which one"
    assert "Letters about what you owe" in visitor.text
    visitor.send({})

    assert visitor.text == found


def opens(visitor: ClientVisitor) -> list[str]:
    return re.findall(r'name="open" value="([^"]+)"', visitor.source)


def test_a_button_that_nobody_pressed_opens_nothing(towns, client):
    for key in ("", "nothing", "0 0", "x" * 300, f"{'0' * 32} 0"):
        response = client.post("/places/", {"text": "debt", "open": key})

        assert response.status_code == 200
        assert b"We looked under" in response.content, key


def test_the_next_ones_are_on_the_next_page_and_the_way_back_too(visitor):
    look(visitor, free="on", near="Ashmere", within_km="50")
    first = opens(visitor)
    assert len(first) == 10, visitor.text

    visitor.send({"page": "2"})
    second = opens(visitor)
    assert second and not set(first) & set(second)
    visitor.send({"page": "1"})

    assert opens(visitor) == first


def test_nothing_found_leads_on(visitor):
    look(visitor, text="help")

    assert "Nothing was found for this" in visitor.text
    for way in ("Help now", "Professionals and services", "Who could it be?"):
        assert visitor.page.link(way)


def test_words_that_no_service_says_are_named(visitor):
    look(visitor, text="zyxxyzzy", near="Ashmere")

    assert "No service here uses “zyxxyzzy”." in visitor.text
    assert "Nothing says these words." in visitor.text


def test_looking_further_is_one_button(visitor):
    look(visitor, text="debt", near="Ashmere", within_km="5")
    assert "Debt desk" not in visitor.text

    assert "Look for the same anywhere" in visitor.text
    visitor._visit("POST", "/places/", "text=debt")

    assert "Debt desk" in visitor.text


# --- danger -----------------------------------------------------------------------------------


def test_words_that_may_mean_danger_bring_the_quiet_line_with_help_now_first(visitor):
    look(visitor, text=DARK)

    ways = re.search(r'<p class="ways">(.*?)</p>', visitor.source, re.DOTALL)
    assert "Are you thinking of suicide?" in visitor.text
    assert ways and ways[1].count("<a ") == 1, "signed out, the room is no way on"
    assert "Help now" in ways[1]
    assert "Don’t show this again" not in visitor.text


def test_a_member_can_switch_the_line_off_here_too(towns, nia, sign_in):
    visitor = ClientVisitor(sign_in(nia))
    look(visitor, text=DARK)
    assert "Your safety plan" in visitor.text

    visitor.send({"off": "1"})
    look(visitor, text=DARK)

    assert "thinking of suicide" not in visitor.text


def test_a_member_whose_room_is_locked_gets_the_line_as_everybody_does(towns, nia, sign_in):
    client = sign_in(nia)
    del client.cookies["room"]
    visitor = ClientVisitor(client)

    look(visitor, text=DARK)

    assert visitor.status == 200
    assert "Are you thinking of suicide?" in visitor.text


# --- no trace ---------------------------------------------------------------------------------


def test_no_cookie_no_cache_and_no_address_holds_what_was_looked_for(towns, client):
    response = client.post("/places/", DEBT)

    assert response["Cache-Control"] == "no-store"
    assert not response.cookies
    links = re.findall(r'(?:href|action)="([^"]*)"', response.content.decode())
    assert not [link for link in links if "debt" in link and not link.startswith("mailto:")]
    title = re.search(r"<title>(.*?)</title>", response.content.decode())
    assert title and title[1] == "Halved"


def test_a_search_works_from_a_page_that_is_old(towns):
    client = Client(enforce_csrf_checks=True)

    assert client.post("/places/", DEBT).status_code == 200


def test_no_browser_fills_in_what_was_looked_for_before(visitor):
    form = re.search(r'<form[^>]*id="search"[^>]*>', visitor.source)

    assert form and 'autocomplete="off"' in form[0]


def test_without_a_list_the_page_says_so_and_leads_on(db, client):
    page = client.get("/places/").content.decode()

    assert "No list of services is here yet." in page
    assert "Help now" in page
    assert 'name="text"' not in page


def test_a_page_of_ten_takes_few_queries(towns, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        response = client.post("/places/", {"free": "on", "near": "Ashmere", "within_km": "50"})

    assert response.content.count(b'name="open"') == 10
