"""The member's pages: splitting an ask, who carries what, and a month that is full."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from halved.accounts.models import Member
from halved.asks.models import Ask, Remark
from halved.asks.rules import Answer, AskState, Order, Way
from halved.pieces import actions, changing
from halved.pieces.models import Claim, Piece, Rota
from tests.asks.asking import DAY, HOUR, NOON, draft_for, places, state_of
from tests.conftest import PASSPHRASE, contact
from tests.pieces.rota import (
    SATURDAY,
    About,
    ask_for,
    at,
    offers,
    takes,
    who_took,
)

pytestmark = pytest.mark.store
GOOD = {
    "what": "A ride to the clinic",
    "day": "2027-03-20",
    "starts": "09:00",
    "ends": "11:30",
    "where": "Mill Lane 4",
    "leave_out": "Advice",
    "places": "1",
}
NOBODY = "00000000-0000-4000-8000-000000000000"
EVENINGS = at(SATURDAY, rule="FREQ=WEEKLY;COUNT=3")


class Clock:
    at: datetime = NOON + HOUR


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(timezone, "now", lambda: clock.at)
    return clock


@pytest.fixture
def room(clock: Clock, nia: Member, sign_in: Callable[[Member], Client]) -> Client:
    return sign_in(nia)


@pytest.fixture
def ask(clock: Clock, nia, ben, cleo) -> Ask:
    return ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK))[0]


@pytest.fixture
def piece(ask: Ask) -> Piece:
    return ask.pieces.get()


def text(response: HttpResponse) -> str:
    assert response.status_code == 200, response
    page = response.content.decode().partition("<main")[2]
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def does(room: Client, path: str, **fields: object) -> None:
    response = room.post(path, fields)
    assert response.status_code == 302, response.content.decode()


# --- splitting an ask -------------------------------------------------------------------------


@pytest.mark.parametrize("state", ["draft", "open"])
def test_an_ask_leads_to_its_pieces(room, nia, ben, state):
    draft = draft_for(nia, (ben, Way.LINK))
    ask = draft if state == "draft" else ask_for(nia, (ben, Way.LINK))[0]
    page = room.get(f"/asks/{ask.pk}/" + ("words/" if state == "draft" else "")).content.decode()

    assert f'href="/asks/{ask.pk}/pieces/"' in page
    assert "Piece by piece" in text(room.get(f"/asks/{ask.pk}/pieces/"))


def test_a_piece_is_added_once_however_often_it_is_sent(room, nia, ben):
    draft = draft_for(nia, (ben, Way.LINK))
    form = GOOD | {"once": uuid4()}

    does(room, f"/asks/{draft.pk}/pieces/new/", **form)
    does(room, f"/asks/{draft.pk}/pieces/new/", **form)

    page = text(room.get(f"/asks/{draft.pk}/pieces/"))
    assert Piece.objects.count() == 1
    assert "Saturday 20 March 09:00 to 11:30 A ride to the clinic Nobody has taken it yet." in page
    assert "Nothing has gone out yet." in page


def test_a_piece_can_come_again(room, ask):
    again = {"again": "WEEKLY", "days": ["TU", "TH"], "times": "4"}

    does(room, f"/asks/{ask.pk}/pieces/new/", **GOOD, **again)

    starts = Piece.objects.exclude(series=ask.pieces.first().series).values_list(
        "starts_at", flat=True
    )
    assert [f"{start:%a %d}" for start in starts] == ["Tue 23", "Thu 25", "Tue 30", "Thu 01"]


def test_a_slip_keeps_everything_that_was_typed(room, ask):
    slip = GOOD | {"ends": "08:00", "again": "DAILY", "until": "2027-04-01", "day": "2027-03-21"}

    response = room.post(f"/asks/{ask.pk}/pieces/new/", slip)

    page = response.content.decode()
    assert "Nothing you typed is lost." in page
    assert "It ends before it begins." in page
    for typed in [*GOOD.values(), "2027-04-01", 'value="DAILY" id="id_again_1" checked']:
        assert typed in page or typed in ("2027-03-20", "11:30")


def test_more_than_an_ask_can_hold_is_named(room, ask):
    daily = {"again": "DAILY", "times": "60"}

    page = text(room.post(f"/asks/{ask.pk}/pieces/new/", GOOD | daily))

    assert "One ask can hold 60 pieces. Choose fewer." in page
    assert Piece.objects.count() == 1


def test_what_is_added_to_a_closed_ask_is_given_back(room, ask):
    actions.close(ask=ask, now=NOON + HOUR)

    response = room.post(f"/asks/{ask.pk}/pieces/new/", GOOD)

    assert response.status_code == 404
    assert "A ride to the clinic" in response.content.decode()


def test_the_form_says_by_whose_clock_it_goes(clock, nia, ben, sign_in):
    nia.timezone = "Europe/Lisbon"
    nia.save()
    draft = draft_for(nia, (ben, Way.LINK))

    page = text(sign_in(nia).get(f"/asks/{draft.pk}/pieces/new/"))

    assert "By the clock in Lisbon." in page
    assert "Only who takes it sees this." in page


def test_a_draft_that_asks_one_after_the_other_is_told_of_the_other_way(room, nia, ben, cleo):
    in_turn = draft_for(nia, (ben, Way.LINK), (cleo, Way.LINK))
    together = draft_for(nia, (ben, Way.LINK), (cleo, Way.LINK), order=Order.TOGETHER)

    assert "ask everyone at once" in text(room.get(f"/asks/{in_turn.pk}/pieces/"))
    assert "ask everyone at once" not in text(room.get(f"/asks/{together.pk}/pieces/"))


# --- one piece --------------------------------------------------------------------------------


def test_a_piece_is_changed_and_who_took_it_has_to_look_again(room, ask, piece, ben):
    takes(piece, ben)
    typed = {"what": "Supper", "day": "2027-03-13", "starts": "19:00", "ends": "21:00"}

    does(room, f"/pieces/{piece.pk}/", **typed, places=1)

    page = text(room.get(f"/pieces/{piece.pk}/"))
    assert "Saturday 13 March, 19:00 to 21:00. Ben takes it." in page
    assert "Ben has not said yet whether the new time suits." in page


def test_the_form_holds_what_the_piece_says(room, piece):
    page = room.get(f"/pieces/{piece.pk}/").content.decode()

    for value in ("Supper for three", "2027-03-13", "18:00", "20:00", "Mill Lane 4", "No flowers"):
        assert f'value="{value}' in page


def test_a_piece_cannot_need_fewer_than_took_it(room, nia, ben, cleo):
    _, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK), about=About("Supper", places=2))
    takes(piece, ben)
    takes(piece, cleo)

    page = text(room.post(f"/pieces/{piece.pk}/", GOOD))

    assert "2 have taken it. It cannot need fewer." in page


def test_what_has_begun_is_not_changed_and_the_words_come_back(room, clock, piece):
    clock.at = piece.starts_at + HOUR / 2

    page = text(room.get(f"/pieces/{piece.pk}/"))
    response = room.post(f"/pieces/{piece.pk}/", GOOD)

    assert "Nobody took it." in page
    assert "Change it" not in page
    assert response.status_code == 404
    assert "A ride to the clinic" in response.content.decode()


@pytest.mark.parametrize(("fields", "left"), [({}, 2), ({"later": "1"}, 0)])
def test_one_is_called_off_or_the_later_ones_too(room, nia, ben, fields, left):
    ask, first = ask_for(nia, (ben, Way.LINK), when=EVENINGS)

    does(room, f"/pieces/{first.pk}/call-off/", **fields)

    assert ask.pieces.filter(cancelled_at=None).count() == left


@pytest.mark.parametrize(
    ("button", "begin"),
    [({}, ["20 09", "20 18", "27 18"]), ({"later": "1"}, ["20 09", "27 09", "03 09"])],
)
def test_one_is_changed_or_those_after_it_too(room, nia, ben, button, begin):
    ask, first = ask_for(nia, (ben, Way.LINK), when=EVENINGS)
    page = text(room.get(f"/pieces/{first.pk}/"))

    does(room, f"/pieces/{first.pk}/", **GOOD, **button)

    starts = ask.pieces.values_list("starts_at", flat=True)
    assert "You can change this one alone, or those after it as well." in page
    assert [f"{at:%d %H}" for at in starts] == begin


def test_the_page_says_what_becomes_of_those_that_were_changed_alone(room, nia, ben):
    _, first = ask_for(nia, (ben, Way.LINK), when=EVENINGS)
    second, third = changing.later_ones(first)

    does(room, f"/pieces/{second.pk}/", **GOOD | {"day": "2027-03-21"})
    before_it, alone = (text(room.get(f"/pieces/{each.pk}/")) for each in (first, second))
    does(room, f"/pieces/{third.pk}/", **GOOD | {"day": "2027-03-28"})
    nothing_left = text(room.get(f"/pieces/{first.pk}/"))

    assert "1 of them was changed alone before, and stays as it is." in before_it
    assert "those after it then become like it" in alone
    assert "Those after it were changed alone" in nothing_left


def test_what_somebody_said_is_noted_and_taken_back(room, nia, piece):
    ask, piece = ask_for(nia, (contact(nia, "Dee"), Way.CALL))
    page = room.get(f"/pieces/{piece.pk}/").content.decode()
    [dee] = re.findall(r'name="person" value="([^"]+)">Dee takes it', page)

    does(room, f"/pieces/{piece.pk}/taken/", person=dee)
    taken = text(room.get(f"/pieces/{piece.pk}/"))
    does(room, f"/pieces/{piece.pk}/released/", person=dee)

    assert "20:00. Dee takes it." in taken
    assert "Has somebody told you? Dee can’t after all" in taken
    assert places(ask)[0].answer == Answer.PART
    assert not who_took(piece)


@pytest.mark.parametrize("person", ["", "x", NOBODY])
def test_somebody_who_was_not_asked_is_not_noted(room, piece, person):
    response = room.post(f"/pieces/{piece.pk}/taken/", {"person": person})

    assert response.status_code == 404
    assert not Claim.objects.exists()


# --- who may take it --------------------------------------------------------------------------


def test_a_pause_lasts_until_it_is_ended(room, ask):
    page = f"/asks/{ask.pk}/pieces/"

    does(room, f"{page}pause/")
    paused = text(room.get(page))
    does(room, f"{page}resume/")

    assert "Paused. Nobody can take anything until you let it go on." in paused
    assert "Paused" not in text(room.get(page))


def test_enough_now_closes_what_is_open(room, ask, piece, ben):
    does(room, f"/asks/{ask.pk}/pieces/enough/")

    assert takes(piece, ben) is None
    assert "Nobody else can take it." in text(room.get(f"/asks/{ask.pk}/pieces/"))


def test_one_piece_can_be_closed_alone(room, nia, ben):
    ask, first = ask_for(nia, (ben, Way.LINK), when=EVENINGS)

    does(room, f"/pieces/{first.pk}/enough/")

    assert list(ask.pieces.filter(closed_at__isnull=False)) == [first]


def test_names_are_shown_and_hidden_with_a_sentence_about_it(room, ask):
    page = f"/asks/{ask.pk}/pieces/"
    hidden = text(room.get(page))

    does(room, f"{page}names/", on="1")
    shown = text(room.get(page))
    does(room, f"{page}names/", on="0")

    assert "They do not see each other’s names." in hidden
    assert "Helpers can say what the others may call them." in shown
    assert not Rota.objects.get(ask=ask).shows_names


def test_taken_care_of_calls_off_what_lies_ahead(room, ask, piece, ben):
    takes(piece, ben)
    page = room.get(f"/asks/{ask.pk}/").content.decode()
    assert f'action="/asks/{ask.pk}/close/"' in page

    does(room, f"/asks/{ask.pk}/close/")

    piece.refresh_from_db()
    assert state_of(ask) == AskState.CLOSED
    assert piece.cancelled_at


# --- who carries what -------------------------------------------------------------------------


def test_all_asks_stand_on_one_page_what_is_open_first(room, nia, ben, cleo):
    people = (ben, Way.LINK), (cleo, Way.LINK)
    _, supper = ask_for(nia, *people)
    ask_for(nia, *people, when=EVENINGS, about=About("Sit with Mum", places=2))
    takes(supper, ben)

    page = text(room.get("/pieces/"))

    still_open, _, weeks = page.partition("The coming weeks")
    assert "Sit with Mum 13, 20 and 27 March" in still_open
    assert "Supper for three" not in still_open
    assert "Saturday 13 March 18:00 to 20:00 Supper for three Ben takes it." in weeks
    assert "It needs two people." in weeks


def test_what_is_offered_is_said_where_it_stands(room, piece, ben):
    takes(piece, ben)
    offers(piece, ben)

    assert "Ben offers it to the others, and keeps it until" in text(room.get("/pieces/"))


def test_the_picture_says_in_words_which_days_are_open(room, nia, ben):
    _, first = ask_for(nia, (ben, Way.LINK), when=EVENINGS)
    takes(first, ben)

    page = room.get("/pieces/").content.decode()

    assert 'aria-label="Somebody is still needed on: 20 March, 27 March.' in page
    assert page.count('class="disc load"') == 2
    assert page.count('class="disc shared"') == 1


def test_what_is_later_than_six_weeks_leads_to_its_ask(room, nia, ben):
    later = at(SATURDAY + timedelta(weeks=9))
    ask, _ = ask_for(nia, (ben, Way.LINK), when=later)

    page = room.get("/pieces/").content.decode()

    assert "Supper" not in page
    assert f'href="/asks/{ask.pk}/pieces/"' in page


def test_what_is_over_off_or_closed_is_gone_from_the_page(room, clock, nia, ben):
    for ending in ("over", "off", "closed"):
        ask, piece = ask_for(nia, (ben, Way.LINK), about=About(f"This is {ending}"))
        if ending == "off":
            actions.call_off(ask=ask, pieces=[piece.pk], now=NOON)
        if ending == "closed":
            actions.close(ask=ask, now=NOON)
    clock.at = NOON + 4 * DAY

    page = text(room.get("/pieces/"))

    assert "This is" not in page
    assert "Nothing is planned." in page


def test_what_is_over_can_be_read_on_the_page_of_its_ask(room, clock, ask, piece, ben):
    takes(piece, ben)
    clock.at = piece.ends_at + DAY

    assert "What is over" in text(room.get(f"/asks/{ask.pk}/pieces/"))


def test_home_says_what_is_open_within_two_days(room, clock, piece, ben):
    early = text(room.get("/"))
    clock.at = piece.starts_at - DAY
    soon = text(room.get("/"))
    takes(piece, ben, clock.at)

    assert "Still open" not in early
    assert "Still open: Supper for three Saturday 13 March, 18:00 to 20:00." in soon
    assert "Still open" not in text(room.get("/"))


# --- a full month -----------------------------------------------------------------------------


def a_month(nia: Member, pieces: int, helpers: int, words: int) -> tuple[Ask, Piece]:
    """So many pieces on as many days, each taken by a helper, and words to and fro."""
    people = [contact(nia, f"Person {number}") for number in range(helpers)]
    rule = f"FREQ=DAILY;COUNT={pieces}"
    about = About("Supper", "Mill Lane 4", places=2)
    asked = [(person, Way.LINK) for person in people]
    ask, piece = ask_for(nia, *asked, when=at(SATURDAY, rule=rule), about=about)
    actions.show_names(ask=ask, on=True)
    for number, each in enumerate(ask.pieces.all()):
        takes(each, people[number % helpers], name="A name")
    rows = places(ask)
    for number in range(words):
        row = rows[number % helpers]
        Remark.objects.create(member=nia, invitation=row, author="asked", behind=b"", said_at=NOON)
    return ask, piece


def costs(member: Member, ask: Ask, piece: Piece) -> dict[str, int]:
    """How many queries each page takes in which pieces, helpers or their words stand."""
    room = Client()
    room.post("/sign-in/", {"login": member.username, "password": PASSPHRASE})
    pages = {
        "home": "/",
        "together": "/pieces/",
        "ask": f"/asks/{ask.pk}/",
        "pieces": f"/asks/{ask.pk}/pieces/",
        "new": f"/asks/{ask.pk}/pieces/new/",
        "piece": f"/pieces/{piece.pk}/",
        "remarks": f"/asks/people/{places(ask)[0].pk}/remark/",
    }
    found = {}
    for name, page in pages.items():
        with CaptureQueriesContext(connection) as queries:
            assert room.get(page).status_code == 200
        found[name] = len(queries)
    return found


def test_a_full_month_costs_no_more_queries_than_one_piece(clock, nia, olu):
    one = costs(olu, *a_month(olu, 1, 1, 1))

    full = costs(nia, *a_month(nia, 60, 40, 400))

    assert full == one
    assert max(full.values()) <= 15, full


def test_a_full_month_is_all_there(room, nia):
    ask, _ = a_month(nia, 60, 40, 0)

    page = text(room.get(f"/asks/{ask.pk}/pieces/"))

    assert page.count("takes it. One more is needed.") == 60
    assert "Person 39 takes it." in page
    assert "13, 14, 15, 16, 17, 18 March and later" in page


def test_nobody_else_sees_or_changes_a_piece(clock, ask, piece, olu, sign_in):
    stranger = sign_in(olu)
    before = list(Piece.objects.values())

    for path in ("", "call-off/", "enough/", "taken/", "released/"):
        assert stranger.post(f"/pieces/{piece.pk}/{path}", GOOD).status_code == 404

    assert list(Piece.objects.values()) == before
