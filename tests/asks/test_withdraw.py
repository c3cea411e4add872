"""The member takes one person out of an ask, or closes all of it."""

import pytest

from halved.asks import actions
from halved.asks.models import Invitation
from halved.asks.rules import Answer, AskState, InvitationState, Reply, Way
from halved.vault.keys import link_hash
from tests.asks.asking import (
    DAY,
    HOUR,
    NOON,
    answers,
    ask_people,
    draft_for,
    messages,
    notes,
    pass_time,
    place_of,
    state_of,
    states,
    work,
)

pytestmark = pytest.mark.store
PLANNED, ASKED, WITHDRAWN, ANSWERED = (
    InvitationState.PLANNED,
    InvitationState.ASKED,
    InvitationState.WITHDRAWN,
    InvitationState.ANSWERED,
)


def test_who_is_withdrawn_while_reading_finds_the_link_ended(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    reading = Invitation.objects.get(ask=ask)

    assert actions.withdraw(row=place_of(ask, ben), now=NOON + HOUR)

    late = actions.answer(row=reading, reply=Reply(Answer.YES), now=NOON + HOUR)
    assert not late
    assert place_of(ask, ben).answer == ""
    assert state_of(ask) == AskState.EXHAUSTED


def test_nothing_of_a_withdrawn_link_is_left(nia, ben):
    ask = ask_people(nia, (ben, Way.EMAIL))
    token = place_of(ask, ben).token

    actions.withdraw(row=place_of(ask, ben), now=NOON + HOUR)

    row = place_of(ask, ben)
    left = (row.link, row.letter, row.token, row.route, row.expires_at, row.due_at)
    assert left == (None,) * 6
    assert not Invitation.objects.filter(link=link_hash(token)).exists()


def test_a_message_in_the_queue_goes_with_it(nia, ben, mailoutbox):
    ask = ask_people(nia, (ben, Way.EMAIL))
    assert messages(ask, ben) == ["ask"]

    actions.withdraw(row=place_of(ask, ben), now=NOON)
    pass_time(NOON + 9 * DAY, step=DAY)

    assert messages(ask, ben) == []
    assert mailoutbox == []


def test_withdrawing_the_one_who_is_waited_for_asks_the_next_at_once(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL))

    actions.withdraw(row=place_of(ask, ben), now=NOON + HOUR)

    assert states(ask) == [WITHDRAWN, ASKED]


def test_somebody_may_be_withdrawn_before_their_turn(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.EMAIL))

    actions.withdraw(row=place_of(ask, cleo), now=NOON)
    answers(ask, ben, Answer.NO)

    assert states(ask) == [ANSWERED, WITHDRAWN]
    assert state_of(ask) == AskState.EXHAUSTED
    assert messages(ask, cleo) == []


def test_who_was_passed_over_can_be_withdrawn(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.LINK))
    work(NOON + 2 * DAY)
    work(NOON + 3 * DAY)
    assert states(ask) == [InvitationState.PASSED_ON, PLANNED]

    assert actions.withdraw(row=place_of(ask, ben), now=NOON + 3 * DAY)

    assert not answers(ask, ben, Answer.YES, at=NOON + 3 * DAY)


def test_an_answer_cannot_be_withdrawn(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    answers(ask, ben, Answer.YES)

    assert not actions.withdraw(row=place_of(ask, ben), now=NOON + 2 * HOUR)

    assert states(ask) == [ANSWERED]


def test_withdrawing_twice_is_withdrawing_once(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.EMAIL))
    row = place_of(ask, ben)

    done = [actions.withdraw(row=row, now=NOON + HOUR) for _ in range(2)]

    assert done == [True, False]
    assert messages(ask, cleo) == ["ask"]


# --- it is taken care of ----------------------------------------------------------------------


@pytest.mark.parametrize("way", Way)
def test_closing_ends_all_that_is_unanswered(nia, ben, cleo, way, mailoutbox):
    ask = ask_people(nia, (ben, way), (cleo, way))

    assert actions.close_ask(ask=ask, now=NOON + HOUR)
    pass_time(NOON + 15 * DAY, step=DAY)

    assert state_of(ask) == AskState.CLOSED
    assert states(ask) == [WITHDRAWN, WITHDRAWN]
    assert mailoutbox == []
    assert not Invitation.objects.exclude(due_at=None, link=None, letter=None).exists()


def test_closing_keeps_the_link_of_who_answered_until_it_ends(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.LINK))
    answers(ask, ben, Answer.YES)

    actions.close_ask(ask=ask, now=NOON + 2 * HOUR)

    first, second = place_of(ask, ben), place_of(ask, cleo)
    assert first.link and first.expires_at == NOON + 14 * DAY
    assert second.link is None
    work(NOON + 14 * DAY)
    assert place_of(ask, ben).link is None


def test_a_no_after_closing_asks_nobody(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.EMAIL))
    answers(ask, ben, Answer.YES)
    actions.close_ask(ask=ask, now=NOON + 2 * HOUR)

    answers(ask, ben, Answer.NO, at=NOON + 3 * HOUR)
    pass_time(NOON + 9 * DAY, step=DAY)

    assert messages(ask, cleo) == []
    assert state_of(ask) == AskState.CLOSED


@pytest.mark.parametrize("state", [AskState.OPEN, AskState.ANSWERED, AskState.EXHAUSTED])
def test_an_ask_may_be_closed_whenever_it_is_out(nia, ben, state):
    ask = ask_people(nia, (ben, Way.LINK))
    code = {AskState.ANSWERED: Answer.YES, AskState.EXHAUSTED: Answer.NO}.get(state)
    if code:
        notes(ask, ben, code)
    assert state_of(ask) == state

    done = [actions.close_ask(ask=ask, now=NOON + 2 * HOUR) for _ in range(2)]

    assert done == [True, False]
    assert state_of(ask) == AskState.CLOSED


def test_a_draft_cannot_be_closed(nia, ben):
    ask = draft_for(nia, (ben, Way.LINK))

    assert not actions.close_ask(ask=ask, now=NOON)

    assert state_of(ask) == AskState.DRAFT
