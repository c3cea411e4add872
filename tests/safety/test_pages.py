import gzip
import re
from datetime import date
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.urls import reverse

from halved.safety.book import make_book

COUNTRIES = list(make_book({}).countries.values())
every_country = pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country.code)
three_addresses = pytest.mark.parametrize("address", ["/now/", "/now/?choose=1", "/now/GB/"])


class Page(HTMLParser):
    """What a browser makes of a page: its links, its text, and the text nobody has to open."""

    def __init__(self, response):
        super().__init__()
        self.links, self.tags, self.title = [], [], ""
        self.text, self.in_sight = "", ""
        self._open = []
        self.feed(response.content.decode())
        self.text, self.in_sight = " ".join(self.text.split()), " ".join(self.in_sight.split())

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        self._open.append(tag)
        if tag == "a":
            self.links.append(dict(attributes)["href"])
        if tag in ("p", "li", "h1", "h2", "span", "br", "b"):
            self.handle_data(" ")

    def handle_endtag(self, tag):
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data):
        if "title" in self._open:
            self.title += data
        elif "main" in self._open or "footer" in self._open:
            self.text += data
            if "details" not in self._open:
                self.in_sight += data


@pytest.fixture(autouse=True)
def today(monkeypatch):
    def set_today(day):
        monkeypatch.setattr("halved.safety.views.timezone.localdate", lambda: day)

    set_today(date(2026, 11, 22))
    return set_today


# --- every country ----------------------------------------------------------------------------


@every_country
def test_each_page_shows_what_to_call_and_what_to_do_when_nobody_answers(client, country):
    response = client.get(f"/now/{country.code}/")
    page = Page(response)

    assert response.status_code == 200
    assert country.name in page.text
    for number in country.emergency.numbers:
        assert number.href in page.links
        assert f"Call {number.printed}" in page.in_sight
    for line in country.lines:
        assert line.name in page.text
        assert {way.href for way in line.ways if way.href} <= set(page.links)
        assert all(way.printed in page.text for way in line.numbers)
    assert "If nobody answers" in page.in_sight
    assert "Nobody rang these numbers" in page.in_sight


@every_country
def test_two_lines_are_in_sight_wherever_two_are_known(client, country):
    page = Page(client.get(f"/now/{country.code}/"))

    lines = [line for line in country.lines if line.group != "silent"]
    in_sight = [line for line in lines if line.name in page.in_sight]

    assert len(in_sight) >= min(2, len(lines))
    assert ("We know of no line" in page.text) is (not country.lines)


@every_country
def test_each_page_is_small_nameless_and_leaves_nothing_behind(client, country):
    response = client.get(f"/now/{country.code}/")

    assert len(response.content) < 12_000
    assert Page(response).title == "Halved"
    assert response["Cache-Control"] == "public, max-age=3600"
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies


@every_country
def test_each_page_draws_on_this_house_only(client, country):
    page = Page(client.get(f"/now/{country.code}/"))

    for tag, attributes in page.tags:
        assert tag not in ("style", "iframe", "img")
        assert not any(name == "style" or name.startswith("on") for name in attributes)
        if tag in ("link", "script"):
            assert attributes.get("href", attributes.get("src")).startswith("/static/")
        if tag == "form":
            assert attributes["action"] == "/leave/"
    schemes = r"(tel:|sms:|mailto:|https?://|/|#|\.\./\?choose)"
    assert all(re.match(schemes, link) for link in page.links)


# --- what a page says -------------------------------------------------------------------------


def test_emergency_comes_before_lines_and_lines_before_what_to_do_next(client):
    text = Page(client.get("/now/GB/")).text

    order = ["Call 999", "Samaritans", "Childline", "Refuge", "If nobody answers", "Good to know"]
    assert sorted(order, key=text.index) == order


def test_a_line_is_told_with_hours_cost_language_source_and_date(client):
    text = Page(client.get("/now/GB/")).text

    assert (
        "Samaritans Call 116 123 jo@samaritans.org · samaritans.org "
        "Somebody to talk to · day and night · free · English. Not shown on bills. "
        "Check first. From its own page and others; latest 18 January 2026." in text
    )


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("GB", "CALM Call 0800 58 58 58"),
        ("GB", "Check first, one source only. From public lists; latest 9 July 2021."),
        ("NZ", "Check first, one source only. From the press; no date."),
        ("US", "Text 741741 write HOME"),
        ("US", "Call 988 then 1"),
        ("CO", "WhatsApp 300 754 8933"),
        ("NL", "Chat: 113.nl"),
        ("FR", "114 emergency by SMS Text 114"),
        ("EC", "telefonoamigo.org"),
        ("CM", "We found no sure number for: ambulance, fire."),
        ("CM", "Other sources also give 112 (ambulance), 119 (ambulance and fire), 118 (fire)."),
        ("UZ", "Check first: no second source gives these numbers."),
        ("TK", "Check first: no second source gives this number."),
        ("AD", "We know of no line in this country."),
        ("AD", "From a mobile, 112 may work too."),
        ("KE", "From a mobile, 112 may work too."),
        ("DK", "Wait a few minutes and call again."),
        ("GB", "Try the next line on this page."),
        ("GB", "Some lines can send the police or an ambulance"),
        ("GB", "Halved stores nothing from this page and reports nothing."),
        ("GB", "Put together on 22 November 2026"),
    ],
)
def test_what_a_person_must_know_is_said(client, code, said):
    assert said in Page(client.get(f"/now/{code}/")).text


def test_check_first_goes_away_when_a_source_is_fresh(client, today):
    check = "Check first. From the press; latest 5 March 2026."
    assert check in Page(client.get("/now/TH/")).text

    today(date(2026, 3, 6))

    text = Page(client.get("/now/TH/")).text
    assert check not in text
    assert "From the press; latest 5 March 2026." in text


def test_old_emergency_numbers_ask_for_a_check_on_a_calm_day(client, today):
    assert "latest 22 April 2026. Check it on a calm day." in Page(client.get("/now/US/")).text

    today(date(2026, 5, 1))

    assert "calm day" not in Page(client.get("/now/US/")).text


@pytest.mark.parametrize("address", ["/now/AD/", "/now/CM/", "/now/UZ/", "/now/?choose=1"])
def test_sentences_are_short_and_quiet(client, address):
    text = re.sub(r"A B C.*Zimbabwe", "", Page(client.get(address)).text)

    assert "!" not in text
    for sentence in re.split(r"[.?:;] ", text):
        assert len(sentence.split()) <= 24, sentence  # headings run into the sentence below them


# --- finding the country ----------------------------------------------------------------------


def test_the_browser_s_language_opens_its_country_and_says_it_is_a_guess(client):
    response = client.get("/now/", headers={"Accept-Language": "de-AT,de;q=0.9"})
    page = Page(response)

    assert "Austria" in page.text
    assert "We guessed it from your browser’s language." in page.text
    assert "?choose=1#countries" in page.links
    assert "AT/" in page.links
    assert response["Vary"] == "Accept-Language"


def test_a_chosen_country_is_not_called_a_guess(client):
    assert "guessed" not in Page(client.get("/now/AT/")).text


@pytest.mark.parametrize("languages", ["", "en", "es-419,es;q=0.9", "en-ZZ"])
def test_without_a_hint_the_page_asks_which_country(client, languages):
    response = client.get("/now/", headers={"Accept-Language": languages})
    page = Page(response)

    assert response.status_code == 200
    assert "Which country are you in?" in page.text
    assert {"tel:112", "tel:911"} <= set(page.links)
    assert "Neither works everywhere." in page.text


def test_the_clock_opens_its_country_and_says_it_is_a_guess(client):
    page = Page(client.get("/now/?zone=Europe/Dublin", headers={"Accept-Language": "en-US"}))

    assert "Ireland" in page.text
    assert "We guessed it from your device’s clock." in page.text


def test_the_question_offers_every_country_in_one_tap(client):
    page = Page(client.get("/now/?choose=1", headers={"Accept-Language": "en-GB"}))

    offered = [link for link in page.links if re.fullmatch("[A-Z]{2}/", link)]
    letters = [link for link in page.links if re.fullmatch("#[A-Z]", link)]
    ids = {attributes.get("id") for _, attributes in page.tags}

    assert offered == [f"{country.code}/" for country in COUNTRIES]
    assert letters == sorted(letters)
    assert {letter[1:] for letter in letters} <= ids


def test_the_question_stays_small(client):
    assert len(gzip.compress(client.get("/now/?choose=1").content)) < 6_000


@pytest.mark.parametrize("typed", ["GB", "gb", " gb "])
def test_choosing_a_country_leads_to_its_page(client, typed):
    response = client.get("/now/", {"country": typed})

    assert response.status_code == 302
    assert response["Location"] == reverse("safety:country", args=["GB"]) == "/now/GB/"


def test_choosing_nothing_asks_again(client):
    response = client.get("/now/", {"country": ""})

    assert response.status_code == 200
    assert "Which country are you in?" in Page(response).text


@pytest.mark.parametrize(
    "address",
    ["/now/ZZ/", "/now/GBR/", "/now/%00/", "/now/?country=ZZ", "/now/?country=//evil.example"],
)
def test_an_unknown_country_says_so_and_offers_the_others(client, address):
    response = client.get(address, headers={"Accept-Language": "en-GB"})
    page = Page(response)

    assert response.status_code == 404
    assert "We don’t have that country. Choose one here." in page.text
    assert "tel:112" in page.links
    assert "evil" not in response.content.decode()


def test_a_small_letter_address_works_as_well(client):
    assert client.get("/now/gb/").content == client.get("/now/GB/").content


# --- whatever else is down --------------------------------------------------------------------


@three_addresses
def test_somebody_signed_in_is_served_without_asking_the_store_who_they_are(client, address):
    client.cookies[settings.SESSION_COOKIE_NAME] = "a-session-the-store-would-have-to-look-up"

    response = client.get(address, headers={"Accept-Language": "en-GB"})

    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert not hasattr(response.wsgi_request, "_cached_user")


@three_addresses
def test_a_page_is_the_same_for_everyone(client, address):
    stranger = client.get(address, headers={"Accept-Language": "en-GB"}).content
    client.cookies[settings.SESSION_COOKIE_NAME] = "nia"

    assert client.get(address, headers={"Accept-Language": "en-GB"}).content == stranger


@three_addresses
def test_a_head_request_gets_the_same_answer_without_the_page(client, address):
    response = client.head(address, headers={"Accept-Language": "en-GB"})

    assert response.status_code == 200
    assert response["Cache-Control"] == "public, max-age=3600"
    assert response.content == b""


@three_addresses
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_sent_to_it(client, address, method):
    assert getattr(client, method)(address).status_code == 405
