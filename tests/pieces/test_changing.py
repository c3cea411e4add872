"""What the member does with the pieces of an ask: add, change, call off, enough, pause, close."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError

from halved.asks import actions as asks
from halved.asks.models import Ask
from halved.asks.rules import LINK_LIFE, Way
from halved.pieces import actions, changing
from halved.pieces.models import Piece, Rota
from halved.pieces.series import CannotRepeat
from tests.asks.asking import DAY, HOUR, NOON, answers, ask_people, draft_for, place_of
from tests.pieces.rota import (
    ON_SATURDAY,
    SATURDAY,
    SUPPER,
    add,
    agrees,
    ask_for,
    at,
    gives_back,
    letter_of,
    offers,
    sees,
    takes,
    takes_over,
    who_took,
)

LATER_ON = at(SATURDAY + timedelta(hours=1))
FOR_TWO = replace(SUPPER, places=2)


def change(ask: Ask, piece: Piece, when=ON_SATURDAY, about=SUPPER, now=NOON + HOUR) -> bool:
    return changing.change(ask=ask, piece=piece, when=when, about=about, now=now)


def call_off(ask: Ask, *pieces: Piece, now: datetime = NOON + HOUR) -> int:
    return actions.call_off(ask=ask, pieces=[piece.pk for piece in pieces], now=now)


# --- adding -----------------------------------------------------------------------------------


def test_every_time_of_a_rule_is_a_piece(nia):
    ask = draft_for(nia)

    made = add(ask, at(SATURDAY, rule="FREQ=WEEKLY;COUNT=3", zone="Europe/Berlin"))

    starts = [piece.starts_at for piece in Piece.objects.filter(ask=ask)]
    assert starts == [
        datetime(2027, 3, 13, 17, tzinfo=UTC),
        datetime(2027, 3, 20, 17, tzinfo=UTC),
        datetime(2027, 3, 27, 17, tzinfo=UTC),
    ]
    assert len({piece.series for piece in made}) == 1


def test_the_same_form_twice_adds_it_once(nia):
    ask, form = draft_for(nia), uuid4()

    for _ in range(2):
        actions.add(ask=ask, series=form, when=ON_SATURDAY, about=SUPPER, now=NOON)

    assert Piece.objects.filter(ask=ask).count() == 1


def test_sixty_pieces_fit_in_an_ask_and_no_more(nia):
    ask = draft_for(nia)
    sixty = add(ask, at(SATURDAY, rule="FREQ=DAILY;COUNT=60"))

    with pytest.raises(CannotRepeat, match="60"):
        add(ask)

    assert len(sixty) == Piece.objects.filter(ask=ask).count() == 60


def test_a_time_that_is_over_is_refused(nia):
    ask = draft_for(nia)

    with pytest.raises(CannotRepeat, match="over"):
        add(ask, at(datetime(2027, 3, 10, 11)))  # noqa: DTZ001

    assert not Piece.objects.exists()
    assert not Rota.objects.exists()


def test_nothing_is_added_to_what_is_taken_care_of(nia, ben):
    ask, _ = ask_for(nia, (ben, Way.LINK))
    asks.close_ask(ask=ask, now=NOON)

    assert add(ask) == []


@pytest.mark.store
@pytest.mark.parametrize("wrong", [{"places": 0}, {"ends_at": NOON}])
def test_the_store_refuses_a_piece_that_makes_no_sense(nia, ben, wrong):
    _, piece = ask_for(nia, (ben, Way.LINK))

    with pytest.raises(IntegrityError):
        Piece.objects.filter(pk=piece.pk).update(**wrong)


def test_pieces_of_an_ask_that_is_out_are_behind_the_links_too(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.EMAIL))
    assert "pieces_key" not in letter_of(ask, ben)

    [piece] = add(ask)

    assert sees(piece, ben).what == "Supper for three"
    assert takes(piece, ben)
    # Cleo’s turn has not come: her link lies ready, and leads somewhere by then.
    assert letter_of(ask, cleo)["pieces_key"] == letter_of(ask, ben)["pieces_key"]


def test_links_live_as_long_as_there_are_pieces(nia, ben):
    ask, _ = ask_for(nia, (ben, Way.LINK))
    last = add(ask, at(SATURDAY, rule="FREQ=WEEKLY;COUNT=9"))[-1]

    asks.advance(ask_id=ask.pk, now=NOON + 30 * DAY)

    assert place_of(ask, ben).expires_at == last.ends_at + LINK_LIFE
    assert takes(last, ben, now=NOON + 50 * DAY)


def test_the_link_of_who_is_asked_later_lives_as_long(nia, ben, cleo):
    ask = draft_for(nia, (ben, Way.LINK), (cleo, Way.LINK))
    last = add(ask, at(SATURDAY, rule="FREQ=WEEKLY;COUNT=9"))[-1]
    asks.open_ask(ask=ask, now=NOON)

    asks.mark_asked(row=place_of(ask, ben), now=NOON)
    asks.ask_next(ask=ask, now=NOON + DAY)

    assert place_of(ask, ben).expires_at == last.ends_at + LINK_LIFE
    assert place_of(ask, cleo).expires_at == last.ends_at + LINK_LIFE


# --- changing ---------------------------------------------------------------------------------


def test_a_new_time_asks_who_took_it_to_look_again(nia, ben):
    ask, piece = ask_for(nia, (ben, Way.LINK))
    takes(piece, ben)

    assert change(ask, piece, LATER_ON)

    assert sees(piece, ben).mine.changed_at == NOON + HOUR
    assert sees(piece, ben).piece.starts_at == piece.starts_at + HOUR
    assert who_took(piece) == [ben.pk]


def test_who_agrees_to_the_new_time_keeps_it(nia, ben):
    ask, piece = ask_for(nia, (ben, Way.LINK))
    takes(piece, ben)
    change(ask, piece, LATER_ON)

    done = [agrees(piece, ben), agrees(piece, ben)]

    assert done == [True, False]
    assert sees(piece, ben).mine.changed_at is None


def test_who_does_not_agree_gives_it_back(nia, ben, cleo):
    ask, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK))
    takes(piece, ben)
    change(ask, piece, LATER_ON)

    assert gives_back(piece, ben)

    assert takes(piece, cleo).changed_at is None


def test_new_words_alone_ask_nobody_to_look_again(nia, ben):
    ask, piece = ask_for(nia, (ben, Way.LINK))
    takes(piece, ben)

    change(ask, piece, about=replace(SUPPER, what="Soup", where="At the back door"))

    seen = sees(piece, ben)
    assert (seen.what, seen.where, seen.mine.changed_at) == ("Soup", "At the back door", None)


def test_fewer_places_than_were_taken_are_refused(nia, ben, cleo):
    ask, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK), about=FOR_TWO)
    takes(piece, ben)
    takes(piece, cleo)

    assert not change(ask, piece, about=SUPPER)
    assert Piece.objects.get(pk=piece.pk).places == 2


def test_with_fewer_places_who_took_one_moves_up(nia, ben, cleo):
    ask, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK), about=FOR_TWO)
    takes(piece, ben)
    takes(piece, cleo)
    gives_back(piece, ben)

    assert change(ask, piece, about=SUPPER)

    assert [claim.position for claim in piece.claims.all()] == [0]
    assert takes(piece, ben) is None


@pytest.mark.parametrize("when", [at(SATURDAY - timedelta(days=7)), at(SATURDAY, hours=0)])
def test_a_time_that_cannot_be_is_refused(nia, ben, when):
    ask, piece = ask_for(nia, (ben, Way.LINK))

    try:
        changed = change(ask, piece, when)
    except CannotRepeat:
        changed = False

    assert not changed
    assert Piece.objects.get(pk=piece.pk).starts_at == piece.starts_at


def test_what_has_begun_stays_as_it_is(nia, ben):
    ask, piece = ask_for(nia, (ben, Way.LINK))

    assert not change(ask, piece, LATER_ON, now=piece.starts_at)
    assert not call_off(ask, piece, now=piece.starts_at)


# --- calling off ------------------------------------------------------------------------------


def test_what_is_called_off_is_seen_only_by_who_took_it(nia, ben, cleo):
    ask, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK))
    takes(piece, ben)

    done = [call_off(ask, piece), call_off(ask, piece)]

    assert done == [1, 0]
    assert sees(piece, ben).state == "off"
    assert sees(piece, cleo) is None
    assert not takes(piece, cleo)


def test_a_whole_series_is_called_off_from_now_on(nia, ben):
    ask = draft_for(nia, (ben, Way.LINK))
    pieces = add(ask, at(SATURDAY, rule="FREQ=WEEKLY;COUNT=4"))
    asks.open_ask(ask=ask, now=NOON)

    assert call_off(ask, *pieces, now=pieces[0].starts_at) == 3

    assert Piece.objects.filter(ask=ask, cancelled_at=None).get().pk == pieces[0].pk


def test_a_piece_of_a_draft_is_gone(nia):
    ask = draft_for(nia)
    [piece] = add(ask)

    call_off(ask, piece)

    assert not Piece.objects.exists()


# --- enough, pause, taken care of -------------------------------------------------------------


def test_enough_now_closes_what_is_open_and_keeps_what_was_taken(nia, ben, cleo):
    ask, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK), about=FOR_TWO)
    takes(piece, ben)

    assert actions.enough(ask=ask, now=NOON + HOUR) == 1

    assert takes(piece, cleo) is None
    assert who_took(piece) == [ben.pk]
    assert (sees(piece, cleo).state, sees(piece, cleo).free) == ("enough", 0)


def test_what_is_given_back_after_enough_stays_closed(nia, ben, cleo):
    ask, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK))
    takes(piece, ben)
    actions.enough(ask=ask, now=NOON + HOUR)

    gives_back(piece, ben)

    assert takes(piece, cleo) is None


def test_enough_of_one_leaves_the_others_open(nia, ben):
    ask, supper = ask_for(nia, (ben, Way.LINK))
    [other] = add(ask)

    actions.enough(ask=ask, now=NOON + HOUR, piece=supper)

    assert [bool(takes(piece, ben)) for piece in (supper, other)] == [False, True]


def test_what_is_needed_anew_after_enough_is_open(nia, ben):
    ask, _ = ask_for(nia, (ben, Way.LINK))
    actions.enough(ask=ask, now=NOON)

    [new] = add(ask)

    assert takes(new, ben)


def test_after_enough_a_place_can_still_be_handed_on(nia, ben, cleo):
    ask, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK))
    claim = takes(piece, ben)
    offers(piece, ben)
    actions.enough(ask=ask, now=NOON + HOUR)

    assert takes_over(piece, claim, cleo)


def test_during_a_pause_nothing_is_taken(nia, ben, cleo):
    ask, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK), about=FOR_TWO)
    takes(piece, ben)

    paused = actions.pause(ask=ask, now=NOON + HOUR)
    meanwhile = takes(piece, cleo)
    resumed = actions.resume(ask=ask, now=NOON + 2 * HOUR)

    assert (paused, meanwhile, resumed) == (True, None, True)
    assert takes(piece, cleo)


def test_a_pause_twice_is_one_pause(nia, ben):
    ask, _ = ask_for(nia, (ben, Way.LINK))

    done = [actions.pause(ask=ask, now=NOON), actions.pause(ask=ask, now=NOON)]

    assert done == [True, False]
    assert not [actions.resume(ask=ask, now=NOON) for _ in range(2)][1]


@pytest.mark.parametrize("close", [asks.close_ask, actions.close])
def test_once_it_is_taken_care_of_nothing_ahead_is_needed(nia, ben, cleo, close):
    ask, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK), about=FOR_TWO)
    takes(piece, ben)
    answers(ask, cleo, "yes")

    assert close(ask=ask, now=NOON + HOUR)

    assert sees(piece, ben).state == "off"
    assert takes(piece, cleo) is None
    assert not gives_back(piece, ben)


def test_a_draft_is_not_closed(nia):
    ask = draft_for(nia)
    add(ask)

    assert not actions.close(ask=ask, now=NOON)
    assert Piece.objects.get().cancelled_at is None
