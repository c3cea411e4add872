"""Everyone is asked at once, each with words of their own."""

import pytest

from halved.asks import actions
from halved.asks.rules import Answer, AskState, InvitationState, Order, Way
from tests.asks.asking import (
    DAY,
    HOUR,
    NOON,
    answers,
    ask_people,
    messages,
    pass_time,
    place_of,
    state_of,
    states,
    work,
)
from tests.conftest import contact

pytestmark = pytest.mark.store
PLANNED, ASKED, ANSWERED, PASSED_ON = (
    InvitationState.PLANNED,
    InvitationState.ASKED,
    InvitationState.ANSWERED,
    InvitationState.PASSED_ON,
)


def test_everyone_is_asked_at_once(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL), order=Order.TOGETHER)

    assert states(ask) == [ASKED, ASKED]
    assert messages(ask, ben) == messages(ask, cleo) == ["ask"]


def test_a_no_from_one_leaves_the_others_waited_for(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.LINK), order=Order.TOGETHER)

    answers(ask, ben, Answer.NO)

    assert state_of(ask) == AskState.OPEN
    assert states(ask) == [ANSWERED, ASKED]


def test_a_yes_stops_the_reminders_of_the_others(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL), order=Order.TOGETHER)

    answers(ask, ben, Answer.YES)
    pass_time(NOON + 9 * DAY, step=DAY)

    assert state_of(ask) == AskState.ANSWERED
    assert messages(ask, cleo) == ["ask"]


def test_each_is_reminded_once_and_then_nobody_is_left(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL), order=Order.TOGETHER)

    pass_time(NOON + 9 * DAY, step=DAY)

    assert messages(ask, ben) == messages(ask, cleo) == ["ask", "reminder"]
    assert states(ask) == [PASSED_ON, PASSED_ON]
    assert state_of(ask) == AskState.EXHAUSTED


def test_a_smaller_yes_holds_back_who_still_sleeps(nia, ben):
    far = contact(nia, "Cleo", email="cleo@example.org", timezone="Asia/Kathmandu")
    evening = NOON + 5 * HOUR
    ask = ask_people(nia, (ben, Way.LINK), (far, Way.EMAIL), order=Order.TOGETHER, at=evening)

    answers(ask, ben, Answer.PART, at=evening + HOUR)
    work(evening + 16 * HOUR)

    assert state_of(ask) == AskState.ANSWERED
    assert states(ask) == [ANSWERED, PLANNED]


def test_who_was_held_back_can_be_called_for_the_rest(nia, ben):
    far = contact(nia, "Cleo", email="cleo@example.org", timezone="Asia/Kathmandu")
    evening = NOON + 5 * HOUR
    ask = ask_people(nia, (ben, Way.LINK), (far, Way.EMAIL), order=Order.TOGETHER, at=evening)
    answers(ask, ben, Answer.PART, at=evening + HOUR)

    assert actions.ask_next(ask=ask, now=evening + HOUR)
    work(evening + 16 * HOUR)

    assert place_of(ask, far).state == ASKED


def test_both_may_say_yes(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.LINK), order=Order.TOGETHER)

    done = [answers(ask, person, Answer.YES) for person in (ben, cleo)]

    assert done == [True, True]
    assert states(ask) == [ANSWERED, ANSWERED]
