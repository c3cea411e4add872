"""The helper's page: what is open, who may see what, and what each button does."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from halved.asks.models import Ask
from halved.asks.rules import Answer, Way
from halved.circle.models import Contact
from halved.pieces import actions, changing
from halved.pieces.helping import AT_ONCE
from halved.pieces.models import Claim, Piece
from halved.vault.crypto import form_key, new_token
from tests.asks.asking import DAY, HOUR, NOON, answers, ask_people, place_of
from tests.conftest import contact
from tests.pieces.rota import (
    SATURDAY,
    SUPPER,
    ask_for,
    at,
    gives_back,
    offers,
    takes,
    who_took,
)

pytestmark = pytest.mark.store
NOBODY = "00000000-0000-4000-8000-000000000000"
PLACE, NOT = "Mill Lane 4", "No flowers, please"
FOR_TWO = replace(SUPPER, places=2)


class Clock:
    at: datetime = NOON + HOUR


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(timezone, "now", lambda: clock.at)
    return clock


@pytest.fixture
def ask(clock, nia, ben, cleo) -> Ask:
    return ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK))[0]


@pytest.fixture
def piece(ask: Ask) -> Piece:
    return ask.pieces.get()


def link(ask: Ask, helper: Contact) -> str:
    return f"/a/{place_of(ask, helper).token}/pieces/"


def press(link: str, **fields: object) -> str:
    """The page after a button was pressed, in a browser that was never here; without one, the
    list."""
    response = Client().post(link, {"key": form_key(link.split("/")[2])} | fields)
    assert response.status_code == 200
    assert not response.cookies
    return response.content.decode()


def buttons(page: str) -> list[str]:
    return re.findall(r'<button class="[^"]+" name="(\w+)"', page)


# --- the door ---------------------------------------------------------------------------------


def test_the_cover_is_the_one_of_the_ask(client, ask, ben):
    covers = [client.get(link(ask, ben)), client.get(link(ask, ben).removesuffix("pieces/"))]

    mine, of_the_ask = (re.sub(r'href="[^"]*"', "", page.content.decode()) for page in covers)

    assert mine == of_the_ask
    assert "Supper" not in mine
    assert covers[0]["Cache-Control"] == covers[1]["Cache-Control"] == "no-store"


def test_the_letter_leads_to_the_pieces_only_if_there_are_some(client, clock, nia, ben, ask):
    without = ask_people(nia, (ben, Way.LINK))

    with_pieces = client.post(link(ask, ben).removesuffix("pieces/")).content.decode()
    plain = client.post(f"/a/{place_of(without, ben).token}/").content.decode()

    assert f'action="{link(ask, ben)}"' in with_pieces
    assert "piece by piece" not in plain


def test_a_link_without_pieces_says_that_nothing_is_planned(clock, nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))

    assert "Nothing is planned right now." in press(link(ask, ben))


def test_every_link_that_leads_nowhere_says_the_same(client, ask, ben, clock):
    real = link(ask, ben)
    nowhere = client.post(f"/a/{new_token()}/pieces/")

    clock.at = NOON + 40 * DAY
    ended = client.post(real)

    assert ended.status_code == nowhere.status_code == 404
    assert ended.content == nowhere.content


@pytest.mark.parametrize("key", ["", "a guess"])
def test_a_button_does_nothing_without_the_key_of_the_page(ask, piece, ben, key):
    page = press(link(ask, ben), key=key, take=piece.pk)

    assert "This page was old." in page
    assert not who_took(piece)


@pytest.mark.parametrize("pk", ["", "x", NOBODY])
def test_a_button_for_nothing_changes_nothing(ask, piece, ben, pk):
    page = press(link(ask, ben), take=pk)

    assert "Nothing changed. This is how it stands now." in page
    assert not who_took(piece)


# --- taking -----------------------------------------------------------------------------------


def test_what_is_open_stands_there_without_its_place(ask, ben):
    page = press(link(ask, ben))

    assert "Supper for three" in page
    assert "Saturday 13 March, 18:00 to 20:00" in page
    assert PLACE not in page
    assert NOT not in page


def test_one_tap_takes_it_and_shows_the_place_and_what_not_to_bring(ask, piece, ben):
    page = press(link(ask, ben), take=piece.pk)

    assert who_took(piece) == [ben.pk]
    assert "It is yours. Nia sees it." in page
    assert PLACE in page
    assert NOT in page
    assert "take" not in buttons(page)


def test_a_second_tap_is_the_first_one(ask, piece, ben):
    press(link(ask, ben), take=piece.pk)

    page = press(link(ask, ben), take=piece.pk)

    assert "It is yours." in page
    assert who_took(piece) == [ben.pk]


def test_who_comes_second_is_told_kindly_and_sees_no_place(ask, piece, ben, cleo):
    press(link(ask, ben), take=piece.pk)

    page = press(link(ask, cleo), take=piece.pk)

    assert "It was just taken by somebody else. Thank you for wanting to." in page
    assert "Everything is taken." in page
    assert PLACE not in page
    assert who_took(piece) == [ben.pk]


def test_the_page_says_that_taking_one_is_an_answer(ask, piece, ben):
    before = press(link(ask, ben))

    press(link(ask, ben), take=piece.pk)

    assert "If you take one, your answer to Nia is “yes, but less”." in before
    assert place_of(ask, ben).answer == Answer.PART


def test_who_said_no_reads_what_taking_one_means(ask, ben):
    answers(ask, ben, Answer.NO)

    assert "You had answered: I can’t." in press(link(ask, ben))


def test_who_answered_already_is_told_of_no_answer(ask, ben):
    answers(ask, ben, Answer.YES)

    assert "your answer" not in press(link(ask, ben))


def test_a_piece_of_another_ask_cannot_be_taken(clock, nia, ask, ben):
    other, hers = ask_for(nia, (contact(nia, "Dee"), Way.LINK))

    press(link(ask, ben), take=hers.pk)

    assert not who_took(hers)
    assert other.pk != ask.pk


# --- names ------------------------------------------------------------------------------------


def test_names_are_asked_for_and_shown_only_if_the_asker_says_so(clock, nia, ben, cleo):
    ask, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK), about=FOR_TWO)
    hidden = press(link(ask, ben), take=piece.pk, called="Benno")
    unnamed = press(link(ask, cleo))

    actions.show_names(ask=ask, on=True)
    named = press(link(ask, cleo))

    assert 'name="called"' not in hidden
    assert "Benno" not in unnamed
    assert 'name="called"' in named
    assert "Taken so far by: Benno" in named


def test_who_gives_no_name_stays_unnamed(ask, piece, ben, cleo):
    actions.show_names(ask=ask, on=True)

    press(link(ask, ben), take=piece.pk, called="")

    assert "Ben" not in press(link(ask, cleo))


def test_a_name_that_is_an_address_takes_nothing_and_is_still_there(ask, piece, ben):
    actions.show_names(ask=ask, on=True)

    page = press(link(ask, ben), take=piece.pk, called="https://example.org")

    assert "Write a name only" in page
    assert 'value="https://example.org"' in page
    assert not who_took(piece)


# --- giving back, handing on ------------------------------------------------------------------


def test_give_it_back_opens_it_again_and_hides_the_place(ask, piece, ben, cleo):
    takes(piece, ben)

    page = press(link(ask, ben), give_back=piece.pk)

    assert "You gave it back. That is fine." in page
    assert PLACE not in page
    assert "take" in buttons(press(link(ask, cleo)))


def test_what_is_offered_can_be_taken_over_and_is_then_theirs(ask, piece, ben, cleo):
    claim = takes(piece, ben)
    offered = press(link(ask, ben), offer=piece.pk)
    seen = press(link(ask, cleo))

    page = press(link(ask, cleo), take_over=claim.pk)

    assert "It stays yours until somebody takes it over." in offered
    assert "Somebody took it and offers it to you." in seen
    assert PLACE not in seen
    assert "It is yours now." in page
    assert PLACE in page
    assert PLACE not in press(link(ask, ben))
    assert who_took(piece) == [cleo.pk]


def test_what_is_kept_after_all_cannot_be_taken_over(ask, piece, ben, cleo):
    claim = takes(piece, ben)
    offers(piece, ben)
    press(link(ask, ben), keep=piece.pk)

    page = press(link(ask, cleo), take_over=claim.pk)

    assert "It was just taken by somebody else." in page
    assert who_took(piece) == [ben.pk]


def test_a_new_time_is_asked_about_until_it_is_agreed(nia, ask, piece, ben):
    takes(piece, ben)
    changing.change(ask=ask, piece=piece, when=at(SATURDAY, 3), about=SUPPER, now=NOON + HOUR)
    before = press(link(ask, ben))

    after = press(link(ask, ben), agree=piece.pk)

    assert "Please look again: the time changed." in before
    assert "agree" in buttons(before)
    assert "The new time is agreed." in after
    assert "agree" not in buttons(after)


def test_a_reload_after_giving_back_says_how_it_stands(ask, piece, ben):
    takes(piece, ben)
    gives_back(piece, ben)

    assert "Nothing changed." in press(link(ask, ben), give_back=piece.pk)


# --- how it all stands ------------------------------------------------------------------------


def test_a_pause_says_so_and_offers_nothing(ask, ben):
    actions.pause(ask=ask, now=NOON)

    page = press(link(ask, ben))

    assert "Nia has paused this." in page
    assert not buttons(page)


def test_enough_says_so_and_who_took_something_keeps_it(clock, nia, ben, cleo):
    ask, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK), about=FOR_TWO)
    takes(piece, ben)
    actions.enough(ask=ask, now=NOON + HOUR)

    bens, cleos = press(link(ask, ben)), press(link(ask, cleo))

    assert "Nia has enough help for now." in cleos
    assert not buttons(cleos)
    assert PLACE in bens
    assert "give_back" in buttons(bens)


def test_what_is_called_off_says_so_to_who_took_it_and_to_nobody_else(ask, piece, ben, cleo):
    takes(piece, ben)
    actions.call_off(ask=ask, pieces=[piece.pk], now=NOON + HOUR)

    assert "This is not needed any more." in press(link(ask, ben))
    assert "Supper" not in press(link(ask, cleo))


def test_what_is_taken_care_of_says_so(ask, piece, ben, cleo):
    takes(piece, ben)
    links = link(ask, ben), link(ask, cleo)
    actions.close(ask=ask, now=NOON + HOUR)

    bens, cleos = map(press, links)

    assert "Nothing of this is needed any more." in bens
    assert "It is taken care of" in cleos
    assert not buttons(bens) + buttons(cleos)


def test_once_it_has_begun_nothing_can_be_given_back(clock, ask, piece, ben):
    takes(piece, ben)
    clock.at = piece.starts_at + HOUR / 2

    page = press(link(ask, ben))

    assert "It has begun." in page
    assert PLACE in page
    assert not buttons(page)


def test_once_it_is_over_nothing_is_planned(clock, ask, piece, ben):
    clock.at = piece.ends_at + HOUR

    assert "Nothing is planned right now." in press(link(ask, ben))


def test_somebody_far_away_reads_both_clocks(clock, nia):
    dee = contact(nia, "Dee", timezone="Asia/Tokyo")
    ask, _ = ask_for(nia, (dee, Way.LINK))

    page = press(link(ask, dee))

    assert "18:00 to 20:00 in UTC. Where you are: Sunday 03:00 to Sunday 05:00" in page


# --- a long list ------------------------------------------------------------------------------


@pytest.fixture
def busy(clock, nia, ben, cleo) -> Ask:
    """Sixty pieces. Cleo takes half of them, and so does Ben of every third."""
    when = at(SATURDAY, rule="FREQ=DAILY;COUNT=60")
    ask, _ = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK), when=when, about=FOR_TWO)
    actions.show_names(ask=ask, on=True)
    for number, piece in enumerate(ask.pieces.all()):
        if number % 2:
            takes(piece, cleo, name="Cleo")
        if not number % 3:
            takes(piece, ben, name="Ben")
    return ask


def test_a_long_list_comes_in_parts_and_nothing_is_left_out(busy, ben):
    address = link(busy, ben)

    pages = [press(address, **{"from": begin}) for begin in range(0, 60, AT_ONCE)]

    found = [re.findall(r'name="(?:take|give_back)" value="([^"]+)"', page) for page in pages]
    assert [len(part) for part in found] == [AT_ONCE] * 4
    assert len({pk for part in found for pk in part}) == 60
    assert ["Show later ones" in page for page in pages] == [True, True, True, False]


@pytest.mark.parametrize("begin", ["-1", "x", "999", "9999999999", "²"])
def test_a_part_that_is_not_there_breaks_nothing(ask, ben, begin):
    assert "What Nia needs" in press(link(ask, ben), **{"from": begin})


def test_a_long_list_is_light_and_costs_few_queries(busy, ben):
    address = link(busy, ben)

    with CaptureQueriesContext(connection) as queries:
        page = press(address)

    assert len(page.encode()) <= 15_000
    assert len(queries) <= 5


def test_a_tap_costs_at_most_fifteen_questions_to_the_store(busy, ben):
    open_one = busy.pieces.exclude(claims__invitation__contact=ben).first()
    address = link(busy, ben)

    with CaptureQueriesContext(connection) as queries:
        press(address, take=open_one.pk)

    assert Claim.objects.filter(piece=open_one, invitation__contact=ben).exists()
    assert len([query for query in queries if "SAVEPOINT" not in query["sql"]]) <= 15


def test_the_page_leads_back_to_the_letter(client, ask, ben):
    page = press(link(ask, ben))

    back = re.search(r'<form method="post" action="([^"]+)"><button class="plainly">Read', page)

    assert back and "asks you" in client.post(back[1]).content.decode()
