"""A draft, until it goes out: whom, which words, and that it goes out once."""

import pytest

from halved.asks import actions
from halved.asks.models import Ask
from halved.asks.rules import Answer, AskState, InvitationState, Order, Pace, Reply, Way
from tests.asks.asking import (
    DAY,
    NOON,
    WORDS,
    ask_people,
    draft_for,
    messages,
    place_of,
    places,
    state_of,
    states,
)

pytestmark = pytest.mark.store


def test_asking_twice_asks_once(nia, ben):
    ask = draft_for(nia, (ben, Way.EMAIL))
    stale = Ask.objects.get(pk=ask.pk)
    stale.member = nia

    done = [actions.open_ask(ask=row, now=NOON) for row in (ask, stale)]

    assert done == [True, False]
    assert messages(ask, ben) == ["ask"]


def test_a_draft_asks_nobody(nia, ben):
    ask = draft_for(nia, (ben, Way.EMAIL))

    actions.advance(ask_id=ask.pk, now=NOON + 30 * DAY)

    assert (state_of(ask), messages(ask, ben)) == (AskState.DRAFT, [])


def test_people_keep_their_words_when_the_list_changes(nia, ben, cleo):
    ask = draft_for(nia, (ben, Way.EMAIL), (cleo, Way.LINK))
    before = place_of(ask, cleo)

    actions.plan(ask=ask, people=[(cleo, Way.CALL), (ben, Way.EMAIL)])

    first, second = places(ask)
    assert (first.name, first.words, first.way) == ("Cleo", WORDS, Way.CALL)
    assert (second.name, second.words) == ("Ben", WORDS)
    assert first.pk == before.pk


def test_each_may_have_words_of_their_own(nia, ben, cleo):
    ask = draft_for(nia, (ben, Way.LINK), (cleo, Way.LINK))
    first, second = places(ask)

    actions.write(ask=ask, words={first.pk: "Hi Ben", second.pk: "Hi Cleo"})

    assert [row.words for row in places(ask)] == ["Hi Ben", "Hi Cleo"]


def test_the_order_and_the_pace_are_kept_with_the_people(nia, ben):
    ask = draft_for(nia, (ben, Way.LINK))
    ask.order, ask.pace = Order.TOGETHER, Pace.WEEK

    actions.plan(ask=ask, people=[(ben, Way.LINK)])

    again = Ask.objects.get(pk=ask.pk)
    assert (again.order, again.pace) == (Order.TOGETHER, Pace.WEEK)


def test_what_went_out_is_no_draft_any_more(nia, ben, cleo):
    ask = draft_for(nia, (ben, Way.LINK))
    stale = Ask.objects.get(pk=ask.pk)
    stale.member, stale.order = nia, Order.TOGETHER
    actions.open_ask(ask=ask, now=NOON)

    done = [
        actions.plan(ask=stale, people=[(cleo, Way.EMAIL)]),
        actions.write(ask=stale, words={place_of(ask, ben).pk: "Something else"}),
        actions.discard(ask=stale),
    ]

    assert done == [False, False, False]
    row = place_of(ask, ben)
    assert (row.name, row.words) == ("Ben", WORDS)
    assert Ask.objects.get(pk=ask.pk).order == Order.IN_TURN


def test_in_a_draft_nobody_is_called_taken_back_or_noted(nia, ben, cleo):
    ask = draft_for(nia, (ben, Way.CALL), (cleo, Way.EMAIL))

    done = [
        actions.ask_next(ask=ask, now=NOON),
        actions.withdraw(row=place_of(ask, ben), now=NOON),
        actions.note_answer(row=place_of(ask, ben), reply=Reply(Answer.YES), now=NOON),
        actions.mark_asked(row=place_of(ask, ben), now=NOON),
    ]

    assert done == [False] * 4
    assert states(ask) == [InvitationState.PLANNED] * 2


def test_a_draft_can_be_thrown_away(nia, ben):
    ask = draft_for(nia, (ben, Way.LINK))

    done = [actions.discard(ask=row) for row in (Ask.objects.get(), Ask(pk=ask.pk))]

    assert done == [True, False]
    assert not Ask.objects.exists()


def test_asking_again_begins_a_draft_with_the_same_words(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK), order=Order.TOGETHER, pace=Pace.WEEK)
    before = states(ask)

    draft = actions.again(ask=ask)

    assert (draft.state, draft.words, draft.kinds) == (AskState.DRAFT, ask.words, ["emotional"])
    assert (draft.order, draft.pace) == (Order.TOGETHER, Pace.WEEK)
    assert states(ask) == before


def test_what_the_asked_person_reads_is_ready_for_the_whole_order(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL))

    rows = places(ask)

    assert all(row.letter and row.link and row.token for row in rows)
    assert [row.route["to"] for row in rows] == [ben.email, cleo.email]
    assert rows[0].token != rows[1].token
