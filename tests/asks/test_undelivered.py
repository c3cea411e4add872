"""An e-mail that does not go out: the next person is asked at once, and the member is told."""

import pytest

from halved.asks import actions
from halved.asks.rules import Answer, AskState, InvitationState, Way
from halved.delivery import actions as delivery
from halved.delivery.models import Message
from tests.asks.asking import (
    DAY,
    HOUR,
    MINUTE,
    NOON,
    answers,
    ask_people,
    clock,
    messages,
    place_of,
    state_of,
    states,
    work,
)

pytestmark = pytest.mark.store
PLANNED, ASKED, REMINDED, PASSED_ON, ANSWERED = (
    InvitationState.PLANNED,
    InvitationState.ASKED,
    InvitationState.REMINDED,
    InvitationState.PASSED_ON,
    InvitationState.ANSWERED,
)
GIVEN_UP = 2 * HOUR + 31 * MINUTE


@pytest.fixture
def refusing(smtp):
    """A mail server that takes nothing."""
    smtp.mode = "refuse"
    return smtp


def try_for_hours() -> None:
    """Sends at noon and after 1, 5, 25 and 120 minutes; nothing is noted yet."""
    for minutes in (0, 1, 6, 31, 151):
        delivery.deliver_due(clock(NOON + minutes * MINUTE))


def test_who_was_never_reached_is_passed_over_at_once(nia, ben, cleo, refusing):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.CALL))

    try_for_hours()
    assert states(ask) == [ASKED, PLANNED]
    actions.note_failures(NOON + GIVEN_UP)

    first, second = place_of(ask, ben), place_of(ask, cleo)
    assert (first.state, first.undelivered_at) == (PASSED_ON, NOON + GIVEN_UP)
    assert second.turn_at == NOON + GIVEN_UP
    assert first.route is None


def test_if_nobody_is_left_the_ask_says_so(nia, ben, refusing):
    ask = ask_people(nia, (ben, Way.EMAIL))

    try_for_hours()
    work(NOON + GIVEN_UP)

    assert state_of(ask) == AskState.EXHAUSTED


def test_it_is_noted_once(nia, ben, cleo, refusing):
    ask_people(nia, (ben, Way.EMAIL), (cleo, Way.CALL))
    try_for_hours()

    noted = [actions.note_failures(NOON + GIVEN_UP) for _ in range(2)]

    assert noted == [1, 0]


def test_a_reminder_that_fails_changes_nothing_but_the_page(nia, ben, cleo, smtp):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.CALL))
    work(NOON)
    smtp.mode = "refuse"
    work(NOON + 2 * DAY)

    Message.objects.filter(kind="reminder").update(state="failed", letter=None, due_at=None)
    work(NOON + 2 * DAY + GIVEN_UP)

    assert states(ask) == [REMINDED, PLANNED]
    assert place_of(ask, ben).undelivered_at is None
    assert not Message.objects.filter(state="failed", noted_at=None).exists()


def test_an_answer_that_came_all_the_same_is_kept(nia, ben, cleo, smtp):
    smtp.mode = "half"  # the message arrives, and the server hangs up before it says so
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL))
    delivery.deliver_due(clock(NOON))

    assert answers(ask, ben, Answer.YES)
    work(NOON + GIVEN_UP)

    assert states(ask) == [ANSWERED, PLANNED]
    assert place_of(ask, ben).undelivered_at is None


def test_who_was_never_reached_may_still_be_told_and_answer(nia, ben, refusing):
    ask = ask_people(nia, (ben, Way.EMAIL))
    try_for_hours()
    work(NOON + GIVEN_UP)

    assert answers(ask, ben, Answer.YES, at=NOON + DAY)

    assert state_of(ask) == AskState.ANSWERED


def test_a_failure_in_a_closed_ask_wakes_nobody(nia, ben, cleo, refusing):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL))
    try_for_hours()
    actions.close_ask(ask=ask, now=NOON + GIVEN_UP)

    work(NOON + GIVEN_UP)

    assert state_of(ask) == AskState.CLOSED
    assert messages(ask, cleo) == []


def test_an_ask_that_cannot_be_moved_does_not_stop_the_noting(nia, ben, cleo, refusing, caplog):
    broken, whole = (
        ask_people(nia, (ben, Way.EMAIL), (cleo, Way.CALL)),
        ask_people(nia, (cleo, Way.EMAIL), (ben, Way.CALL)),
    )
    for _ in range(2):  # the first message that does not go out ends a round
        try_for_hours()
    Message.objects.filter(state="waiting").update(state="failed", letter=None, due_at=None)
    broken.invitations.filter(way=Way.EMAIL).update(route=b"cannot be opened")

    noted = [actions.note_failures(NOON + DAY) for _ in range(2)]

    assert noted == [2, 0]
    assert states(whole) == [PASSED_ON, PLANNED]
    assert place_of(broken, ben).undelivered_at == NOON + DAY
    assert place_of(broken, ben).due_at == NOON + DAY + actions.LATER
    assert str(broken.pk) in caplog.text


def test_the_member_is_told_by_e_mail_when_she_wants_that(nia, ben, refusing):
    nia.notice_address = "nia@example.org"
    nia.save()
    ask = ask_people(nia, (ben, Way.EMAIL))

    try_for_hours()
    actions.note_failures(NOON + GIVEN_UP)

    assert messages(ask) == ["notice"]
