"""What `Leave now` does on the server. What is seen of it: tests/journeys/test_leaving.py."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client

from halved.accounts.looks import LOOKS
from halved.accounts.models import HeldForm, Member
from tests.conftest import PASSPHRASE, contact
from tests.house.test_words_of_ours import TELLING
from tests.journeys.furnished import address, furnish, patterns

CHOSEN = {"to": "", "shows": "everywhere", "hidden": "", "look": "halved"}


@pytest.fixture
def at_home(sign_in, nia):
    return sign_in(nia)


def is_open(client):
    return client.get("/circle/").status_code == 200


def test_leaving_locks_the_room_and_leads_away(at_home):
    response = at_home.post("/leave/")

    assert response["Refresh"] == "0; url=https://www.bbc.co.uk/weather"
    assert response["Cache-Control"] == "no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["Clear-Site-Data"] == '"cache"'
    assert "bbc.co.uk" in response.content.decode()
    assert not is_open(at_home)
    assert "room" not in at_home.session


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_opening_the_address_locks_nothing(at_home, method):
    assert getattr(at_home, method)("/leave/").status_code == 405
    assert is_open(at_home)


def test_an_old_page_is_not_refused(nia):
    careful = Client(enforce_csrf_checks=True)

    assert careful.post("/leave/").status_code == 200


def test_who_is_not_signed_in_leaves_too_and_gets_no_session(client, db):
    response = client.post("/leave/")

    assert response.status_code == 200
    assert set(response.cookies) == {"room"}


def test_it_leads_where_the_member_chose_and_the_choice_is_sealed(at_home, nia):
    at_home.post("/room/leaving/", CHOSEN | {"to": "https://news.example/today"})

    assert b"news.example" not in bytes(Member.objects.values_list("leaving")[0][0])
    assert 'data-leave="https://news.example/today"' in at_home.get("/").content.decode()
    assert at_home.post("/leave/")["Refresh"] == "0; url=https://news.example/today"
    assert "bbc.co.uk" in at_home.post("/leave/")["Refresh"], "a locked room tells nothing"


@pytest.mark.parametrize(
    "to", ["http://news.example", "javascript:alert(1)", "news", "https://a b.example", "data:,x"]
)
def test_it_leads_to_web_pages_only(at_home, to):
    response = at_home.post("/room/leaving/", CHOSEN | {"to": to})

    assert response.status_code == 200
    assert "Write it as https://www.example.org." in response.content.decode()


# --- words that were being typed --------------------------------------------------------------

TYPED = {"unsent": "/", "words": "The second letter"}


def test_what_was_being_typed_is_sealed_and_given_back(at_home):
    at_home.post("/leave/", TYPED, headers={"Origin": "http://testserver"})

    [held] = HeldForm.objects.all()
    assert b"second letter" not in bytes(HeldForm.objects.values_list("form")[0][0])
    response = at_home.post("/unlock/", {"passphrase": PASSPHRASE}, follow=True)
    assert "The second letter" in response.content.decode()
    assert str(held.pk) in response.request["PATH_INFO"]


@pytest.mark.parametrize(
    ("typed", "origin"),
    [
        (TYPED, "https://elsewhere.example"),
        (TYPED, ""),
        (TYPED, "null"),
        (TYPED | {"unsent": "https://elsewhere.example/"}, "http://testserver"),
        (TYPED | {"unsent": "//elsewhere.example/"}, "http://testserver"),
        (TYPED | {"unsent": "/nowhere/at/all/"}, "http://testserver"),
        ({"words": "x"}, "http://testserver"),
    ],
)
def test_nobody_else_can_put_words_behind_the_passphrase(at_home, typed, origin):
    response = at_home.post("/leave/", typed, headers={"Origin": origin})

    assert response.status_code == 200
    assert not HeldForm.objects.exists()
    assert not is_open(at_home)


# --- what others see --------------------------------------------------------------------------


def test_no_look_tells_what_this_is():
    for look in LOOKS.values():
        assert not [word for word in TELLING if word in look.name.lower()]


@pytest.mark.parametrize("look", LOOKS)
def test_the_tab_of_an_open_and_of_a_locked_room_says_what_was_chosen(at_home, look):
    at_home.post("/room/leaving/", CHOSEN | {"look": look})
    pages = [at_home.get("/").content.decode()]
    at_home.post("/lock/")
    pages.append(at_home.get("/unlock/").content.decode())

    for page in pages:
        assert re.search(r"<title>(.*?)</title>", page)[1] == LOOKS[look].name
        assert f'<link rel="icon" href="/static/halved/{LOOKS[look].icon}"' in page


def test_the_button_is_on_every_page_or_only_where_it_matters_most(at_home):
    button = '<form class="leave" method="post" action="/leave/"'
    everywhere = at_home.get("/").content.decode()
    at_home.post("/room/leaving/", CHOSEN | {"shows": "sensitive"})

    elsewhere, sensitive = (at_home.get(path).content.decode() for path in ("/", "/leaving/"))

    assert button in everywhere
    assert re.search(f"{button}[^>]* hidden>", elsewhere)
    assert button in sensitive
    assert not re.search(f"{button}[^>]* hidden>", sensitive)


def test_the_page_before_explains_to_everybody(client, at_home):
    for visitor in (Client(), at_home):
        page = visitor.get("/leaving/")

        assert page.status_code == 200
        assert "It does not clear your history." in page.content.decode()
        assert "www.bbc.co.uk" in page.content.decode()
        assert page["Cache-Control"] == "no-store"


# --- somebody of one's own --------------------------------------------------------------------


def test_the_closest_people_are_one_tap_away_while_the_room_is_open(at_home, nia):
    contact(nia, "Ben", phone="+44 (0)20 7946-0018", inner=True)
    contact(nia, "Cleo", phone="020 7946 0019")
    contact(nia, "Dee", inner=True)

    page = at_home.get("/now/own/")

    text = page.content.decode()
    assert 'href="tel:+442079460018"' in text
    assert "Call +44 (0)20 7946-0018" in text
    assert "Cleo" not in text
    assert "Dee" not in text
    assert page["Cache-Control"] == "no-store"


def test_without_anybody_it_says_where_to_put_them(at_home):
    assert "In your circle, say who is closest to you" in at_home.get("/now/own/").content.decode()


def test_a_locked_room_and_a_stranger_show_nobody(at_home, nia, client):
    contact(nia, "Ben", phone="020 7946 0018", inner=True)
    at_home.post("/lock/")

    for visitor in (at_home, Client()):
        response = visitor.get("/now/own/")
        assert response.status_code == 302
        assert b"7946" not in response.content


def test_help_now_itself_shows_nobody(at_home, nia):
    contact(nia, "Ben", phone="020 7946 0018", inner=True)

    page = at_home.get("/now/GB/").content.decode()

    assert "7946" not in page
    assert 'href="/now/own/"' in page


# --- what a browser keeps by itself -----------------------------------------------------------


class Boxes(HTMLParser):
    """The boxes for words that a browser would fill in later, for whoever sits before it."""

    def __init__(self, page):
        super().__init__()
        self.found, self._off = [], False
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        about = dict(attributes)
        if tag == "form":
            self._off = about.get("autocomplete") == "off"
        kept = tag == "textarea" or (tag == "input" and about.get("type", "text") in WORDS)
        if kept and not self._off and about.get("autocomplete") not in KNOWN:
            self.found.append(about.get("name"))


WORDS = ("text", "email", "tel", "url", "search", "number", "date", "time")
KNOWN = ("off", "username", "new-password", "current-password", "one-time-code")


def test_no_browser_learns_what_is_typed(at_home, nia):
    room = furnish(nia)

    pages = {name: at_home.get(address(name, room)) for name in patterns()}
    found = {
        name: boxes
        for name, page in pages.items()
        if (boxes := Boxes(page.content.decode(errors="replace")).found)
    }

    assert len(pages) > 80
    assert found == {}
