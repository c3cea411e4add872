"""Helpers, the member and workers at the same moment, on threads with connections of their own.
`python -m bench pieces` does the first of these with 50 helpers, 200 times, on both stores."""

from dataclasses import replace
from functools import partial

import pytest

from halved.asks import actions as asks
from halved.asks.rules import Answer, Way
from halved.pieces import actions, reminding, taking
from tests.asks.asking import HOUR, NOON, answers, place_of
from tests.asks.test_at_the_same_moment import at_once
from tests.conftest import contact
from tests.pieces.rota import (
    ON_SATURDAY,
    SUPPER,
    THE_DAY_BEFORE,
    add,
    ask_for,
    letter_of,
    letters,
    offers,
    pass_time,
    takes,
    who_took,
    work,
)

pytestmark = [pytest.mark.store, pytest.mark.django_db(transaction=True)]
TIMES = 3  # each race is run so often


def take(piece, person):
    """Taking, with everything fetched before the race begins."""
    row, letter = place_of(piece.ask, person), letter_of(piece.ask, person)
    return partial(taking.take, row=row, piece_id=piece.pk, letter=letter, name="", now=NOON + HOUR)


@pytest.fixture
def crowd(nia):
    return [contact(nia, f"P{n}", email=f"p{n}@example.org") for n in range(12)]


def test_twelve_helpers_take_the_last_two_places(shared_store, nia, crowd):
    ask, first = ask_for(nia, *((person, Way.LINK) for person in crowd))
    about = replace(SUPPER, places=2)
    for piece in [first, *(add(ask, ON_SATURDAY, about)[0] for _ in range(TIMES))]:
        taken = at_once(*[take(piece, person) for person in crowd])

        owners = who_took(piece)
        assert len(owners) == len(set(owners)) == piece.places
        assert sum(1 for claim in taken if claim) == piece.places


def test_a_helper_takes_it_twice_at_once(shared_store, nia, ben):
    ask, _ = ask_for(nia, (ben, Way.LINK))
    for _ in range(TIMES):
        [piece] = add(ask, ON_SATURDAY, replace(SUPPER, places=3))

        one, other = at_once(*[take(piece, ben)] * 2)

        assert one == other
        assert who_took(piece) == [ben.pk]


@pytest.mark.parametrize("close", [actions.close, asks.close_ask, actions.enough, actions.pause])
def test_a_helper_takes_it_while_the_member_closes_it(shared_store, nia, ben, cleo, close):
    for _ in range(TIMES):
        ask, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK))
        answers(ask, ben, Answer.YES)
        afterwards = take(piece, cleo)

        taken, _ = at_once(take(piece, ben), partial(close, ask=ask, now=NOON + HOUR))

        assert bool(taken) == bool(who_took(piece))
        assert afterwards() is None


def test_it_is_closed_while_workers_remind(shared_store, crowd):
    """Each of them learns once that it is off, whoever was first."""
    for helpers in (crowd[:3], crowd[3:6], crowd[6:9]):
        asked = [(helper, Way.EMAIL) for helper in helpers]
        ask, piece = ask_for(helpers[0].member, *asked, about=replace(SUPPER, places=3))
        for helper in helpers:
            takes(piece, helper)
        work(NOON + HOUR)

        closing = partial(actions.close, ask=ask, now=THE_DAY_BEFORE)
        at_once(closing, *[partial(reminding.advance_due, THE_DAY_BEFORE)] * 2)
        pass_time(piece.ends_at, since=THE_DAY_BEFORE)

        off = [to for to, text in letters() if "not needed any more" in text]
        assert sorted(off) == sorted(helper.email for helper in helpers)


def test_two_helpers_take_over_one_place(shared_store, nia, ben, crowd):
    first, second, *_ = crowd
    for _ in range(TIMES):
        ask, piece = ask_for(nia, *((person, Way.LINK) for person in (ben, first, second)))
        claim = takes(piece, ben)
        offers(piece, ben)
        taking_over = [
            partial(
                taking.take_over, row=place_of(ask, person), claim_id=claim.pk,
                letter=letter_of(ask, person), name="", now=NOON + HOUR,
            )
            for person in (first, second)
        ]  # fmt: skip

        done = at_once(*taking_over)

        assert sorted(map(bool, done)) == [False, True]
        assert who_took(piece) == [first.pk if done[0] else second.pk]


def test_it_is_given_back_and_taken_over_at_once(shared_store, nia, ben, cleo):
    for _ in range(TIMES):
        ask, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK))
        claim = takes(piece, ben)
        offers(piece, ben)
        row, letter = place_of(ask, cleo), letter_of(ask, cleo)
        over = {"row": row, "claim_id": claim.pk, "letter": letter, "name": "", "now": NOON}
        back = {"row": place_of(ask, ben), "piece_id": piece.pk, "now": NOON}

        taken, given_back = at_once(
            partial(taking.take_over, **over), partial(taking.give_back, **back)
        )

        assert bool(taken) is not given_back
        assert who_took(piece) == ([cleo.pk] if taken else [])


def test_two_forms_make_the_pieces_key_once(shared_store, nia, ben):
    for _ in range(TIMES):
        ask, _ = ask_for(nia, (ben, Way.LINK))
        ask.pieces_key = None
        ask.save(update_fields=["pieces_key"])
        tabs = [type(ask).objects.get(pk=ask.pk) for _ in range(2)]
        for tab in tabs:
            tab.member = nia

        (one,), (other,) = at_once(*[partial(add, tab) for tab in tabs])

        keys = {actions.pieces_key(tab) for tab in tabs}
        assert len(keys) == 1
        assert [piece.open_words(*keys)["what"] for piece in (one, other)] == [SUPPER.what] * 2


def test_three_workers_remind_once(shared_store, crowd):
    for person in crowd[:TIMES]:
        _, piece = ask_for(person.member, (person, Way.EMAIL))
        takes(piece, person)
        work(NOON + HOUR)

        at_once(*[partial(reminding.advance_due, THE_DAY_BEFORE)] * 3)
        work(THE_DAY_BEFORE)

        assert [to for to, _ in letters()] == [person.email]
