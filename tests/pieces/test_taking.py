"""Helpers take a place, give it back, hand it on."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from halved.asks import actions as asks
from halved.asks.models import Invitation
from halved.asks.rules import Answer, AskState, Way
from halved.delivery.models import Message
from halved.pieces import taking
from halved.pieces.models import Claim
from tests.asks.asking import DAY, HOUR, NOON, answers, place_of, state_of
from tests.conftest import contact
from tests.pieces.rota import (
    SUPPER,
    ask_for,
    gives_back,
    offers,
    sees,
    takes,
    takes_over,
    who_took,
)

FOR_TWO = replace(SUPPER, places=2)


# --- taking -----------------------------------------------------------------------------------


def test_a_place_belongs_to_who_took_it(nia, ben, cleo):
    _, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK))

    assert takes(piece, ben)

    assert who_took(piece) == [ben.pk]


def test_the_last_place_is_taken_once(nia, ben, cleo):
    _, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK))

    assert takes(piece, ben)
    assert takes(piece, cleo) is None

    assert who_took(piece) == [ben.pk]


def test_two_places_go_to_two_people(nia, ben, cleo):
    olu = contact(nia, "Olu")
    _, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK), (olu, Way.LINK), about=FOR_TWO)

    taken = [takes(piece, person) for person in (ben, cleo, olu)]

    assert [bool(claim) for claim in taken] == [True, True, False]
    assert who_took(piece) == [ben.pk, cleo.pk]


def test_taking_twice_is_taking_once(nia, ben):
    _, piece = ask_for(nia, (ben, Way.LINK), about=FOR_TWO)

    first, second = takes(piece, ben), takes(piece, ben)

    assert first == second
    assert who_took(piece) == [ben.pk]


@pytest.mark.store
@pytest.mark.parametrize("same", ["position", "invitation"])
def test_the_store_itself_refuses_a_place_twice(nia, ben, cleo, same):
    ask, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK), about=FOR_TWO)
    takes(piece, ben)
    other = Claim(piece=piece, taken_at=NOON, position=1, invitation=place_of(ask, cleo))
    if same == "position":
        other.position = 0
    else:
        other.invitation = place_of(ask, ben)

    with pytest.raises(IntegrityError), transaction.atomic():
        other.save(force_insert=True)


def test_a_piece_of_another_ask_is_nobodys(nia, ben):
    _, piece = ask_for(nia, (ben, Way.LINK))
    other, _ = ask_for(nia, (ben, Way.LINK))
    row, letter = place_of(other, ben), {"pieces_key": other.pieces_key, "reach": []}

    stranger = taking.take(row=row, piece_id=piece.pk, letter=letter, name="", now=NOON)
    unknown = taking.take(row=row, piece_id=uuid4(), letter=letter, name="", now=NOON)

    assert (stranger, unknown) == (None, None)


def test_what_has_begun_cannot_be_taken(nia, ben):
    _, piece = ask_for(nia, (ben, Way.LINK))

    assert takes(piece, ben, now=piece.starts_at) is None
    assert takes(piece, ben, now=piece.starts_at - HOUR / 60)


# --- taking is an answer ----------------------------------------------------------------------


def test_who_takes_something_has_answered_yes_but_less(nia, ben, cleo):
    ask, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK))

    takes(piece, ben)

    assert [place_of(ask, person).answer for person in (ben, cleo)] == [Answer.PART, ""]
    assert state_of(ask) == AskState.OPEN


@pytest.mark.parametrize("code", [Answer.YES, Answer.PART, Answer.LATER])
def test_an_answer_that_helps_stays_as_it_is(nia, ben, code):
    ask, piece = ask_for(nia, (ben, Way.LINK))
    answers(ask, ben, code, words="I’ll bring soup.")

    takes(piece, ben)

    assert place_of(ask, ben).answer == code
    assert place_of(ask, ben).reply["words"] == "I’ll bring soup."


@pytest.mark.parametrize("wait", [HOUR, 2 * DAY])
def test_who_said_no_and_takes_something_after_all_says_yes(nia, ben, wait):
    ask, piece = ask_for(nia, (ben, Way.LINK))
    answers(ask, ben, Answer.NO)

    assert takes(piece, ben, now=NOON + wait)

    assert place_of(ask, ben).answer == Answer.PART
    assert state_of(ask) == AskState.ANSWERED
    assert who_took(piece) == [ben.pk]


def test_who_says_no_to_it_all_gives_everything_back(nia, ben, cleo):
    ask, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK))
    takes(piece, ben)
    answers(ask, ben, Answer.NO, at=NOON + 2 * HOUR)

    seen = sees(piece, cleo)

    assert (seen.state, seen.free) == ("open", 1)
    assert takes(piece, cleo)
    assert who_took(piece) == [cleo.pk]


def test_who_was_taken_out_of_the_ask_can_take_nothing(nia, ben, cleo):
    ask, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK))
    row = place_of(ask, ben)
    letter = {"pieces_key": ask.pieces_key, "reach": []}
    asks.withdraw(row=row, now=NOON)

    assert taking.take(row=row, piece_id=piece.pk, letter=letter, name="", now=NOON) is None


def test_who_took_something_cannot_be_taken_out_any_more(nia, ben):
    ask, piece = ask_for(nia, (ben, Way.LINK))
    takes(piece, ben)

    assert not asks.withdraw(row=place_of(ask, ben), now=NOON + 2 * HOUR)


# --- what the member notes --------------------------------------------------------------------


@pytest.mark.parametrize("way", [Way.CALL, Way.IN_PERSON, Way.EMAIL])
def test_the_member_notes_who_took_it(nia, ben, way):
    ask, piece = ask_for(nia, (ben, way))
    row = place_of(ask, ben)
    row.ask.member = nia

    assert taking.note_taken(row=row, piece_id=piece.pk, now=NOON + HOUR)

    assert who_took(piece) == [ben.pk]
    assert place_of(ask, ben).answer == Answer.PART
    assert taking.note_taken(row=row, piece_id=piece.pk, now=NOON + HOUR) is None


def test_the_member_does_not_turn_a_no_into_a_yes(nia, ben):
    ask, piece = ask_for(nia, (ben, Way.LINK))
    answers(ask, ben, Answer.NO)
    row = place_of(ask, ben)
    row.ask.member = nia

    assert taking.note_taken(row=row, piece_id=piece.pk, now=NOON + HOUR) is None
    assert who_took(piece) == []


def test_the_member_frees_a_place_of_somebody_who_said_so(nia, ben, cleo):
    ask, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK))
    takes(piece, ben)

    done = taking.release(row=place_of(ask, ben), piece_id=piece.pk, now=NOON + HOUR)

    assert done
    assert takes(piece, cleo)


# --- giving back ------------------------------------------------------------------------------


def test_what_is_given_back_can_be_taken_by_another(nia, ben, cleo):
    _, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK))
    takes(piece, ben)

    assert gives_back(piece, ben)

    assert takes(piece, cleo)
    assert who_took(piece) == [cleo.pk]


def test_nobody_gives_back_what_is_not_theirs(nia, ben, cleo):
    _, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK))
    takes(piece, ben)

    assert not gives_back(piece, cleo)
    assert not gives_back(piece, ben, now=piece.starts_at)

    assert who_took(piece) == [ben.pk]


def test_the_member_hears_that_something_was_given_back(nia, ben):
    nia.notice_address = "nia@example.org"
    nia.save()
    _, piece = ask_for(nia, (ben, Way.LINK))
    takes(piece, ben)
    notices = Message.objects.filter(kind=Message.Kind.NOTICE)
    notices.delete()

    gives_back(piece, ben)

    assert notices.count() == 1


# --- handing on -------------------------------------------------------------------------------


def test_an_offered_place_stays_theirs_until_another_takes_it_over(nia, ben, cleo):
    _, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK))
    claim = takes(piece, ben)
    offers(piece, ben)

    before = who_took(piece)
    taken_over = takes_over(piece, claim, cleo)

    assert before == [ben.pk]
    assert taken_over == claim
    assert who_took(piece) == [cleo.pk]
    assert taken_over.offered_at is None


def test_nobody_takes_over_what_is_not_offered(nia, ben, cleo):
    _, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK))
    claim = takes(piece, ben)
    offers(piece, ben)
    offers(piece, ben, on=False)

    assert takes_over(piece, claim, cleo) is None
    assert not offers(piece, cleo)
    assert who_took(piece) == [ben.pk]


def test_nobody_takes_over_a_second_place_in_one_piece(nia, ben, cleo):
    _, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK), about=FOR_TWO)
    claim = takes(piece, ben)
    takes(piece, cleo)
    offers(piece, ben)

    assert takes_over(piece, claim, cleo) is None
    assert takes_over(piece, claim, ben) is None
    assert who_took(piece) == [ben.pk, cleo.pk]


def test_who_takes_it_over_has_answered_too(nia, ben, cleo):
    ask, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK))
    claim = takes(piece, ben)
    offers(piece, ben)

    takes_over(piece, claim, cleo)

    assert place_of(ask, cleo).answer == Answer.PART
    assert Invitation.objects.filter(ask=ask, answer=Answer.PART).count() == 2


def test_who_said_no_can_take_over_in_a_piece_they_had_taken(nia, ben, cleo):
    ask, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK), about=FOR_TWO)
    takes(piece, ben)
    claim = takes(piece, cleo)
    offers(piece, cleo)
    answers(ask, ben, Answer.NO, at=NOON + 2 * HOUR)

    assert takes_over(piece, claim, ben, now=NOON + 3 * HOUR)

    assert who_took(piece) == [ben.pk]


def test_a_no_that_is_taken_back_brings_nothing_back(nia, ben):
    ask, piece = ask_for(nia, (ben, Way.LINK))
    takes(piece, ben)
    answers(ask, ben, Answer.NO, at=NOON + 2 * HOUR)
    answers(ask, ben, Answer.YES, at=NOON + 3 * HOUR)

    assert sees(piece, ben).mine is None
    assert takes(piece, ben, now=NOON + 4 * HOUR)
    assert sees(piece, ben).mine


def test_who_said_no_has_nothing_to_give_back(nia, ben):
    ask, piece = ask_for(nia, (ben, Way.LINK))
    takes(piece, ben)
    answers(ask, ben, Answer.NO, at=NOON + 2 * HOUR)

    assert not gives_back(piece, ben)
    assert not offers(piece, ben)
