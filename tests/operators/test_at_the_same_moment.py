"""An operator suspends a member while workers send and people answer, on threads with connections
of their own."""

from functools import partial

import pytest

from halved.accounts.models import Member
from halved.asks import actions
from halved.asks.models import Invitation
from halved.asks.rules import Answer, InvitationState, Order, Way
from halved.delivery import actions as delivery
from halved.delivery.models import Message
from halved.operators import suspending
from halved.operators.models import Suspension
from tests.asks.asking import NOON, answers, ask_people, clock
from tests.asks.test_at_the_same_moment import at_once, forget_messages

pytestmark = [pytest.mark.store, pytest.mark.django_db(transaction=True)]
TIMES = 6


def back(nia: Member) -> None:
    suspending.let_back(nia.pk, NOON)
    forget_messages()


def test_what_no_worker_had_claimed_by_then_never_goes_out(shared_store, nia, ben, cleo, smtp):
    for _ in range(TIMES):
        ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL), order=Order.TOGETHER)
        smtp.messages.clear()

        suspended, claimed = at_once(
            partial(suspending.suspend, nia.pk, NOON),
            partial(delivery.deliver_due, clock(NOON)),
        )

        sent, waits = Message.objects.filter(state="sent"), Message.objects.filter(state="waiting")
        assert suspended and sent.count() + waits.count() == 2
        assert len(smtp.messages) == sent.count() == claimed
        assert delivery.deliver_due(clock(NOON)) == 0, "nothing more, once it is done"
        back(nia)


def test_two_workers_never_send_the_same_message_while_somebody_comes_back(
    shared_store, nia, ben, smtp
):
    for _ in range(TIMES):
        ask_people(nia, (ben, Way.EMAIL))
        suspending.suspend(nia.pk, NOON)
        smtp.messages.clear()

        at_once(
            partial(suspending.let_back, nia.pk, NOON),
            partial(delivery.deliver_due, clock(NOON)),
            partial(delivery.deliver_due, clock(NOON)),
        )
        delivery.deliver_due(clock(NOON))

        assert len(smtp.messages) == 1
        forget_messages()


def test_a_move_that_is_being_made_ends_before_or_is_not_made(shared_store, nia, ben, cleo):
    for _ in range(TIMES):
        ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.EMAIL))

        suspended, _ = at_once(
            partial(suspending.suspend, nia.pk, NOON),
            partial(answers, ask, ben, Answer.NO),
        )

        place = Invitation.objects.get(ask=ask, contact=cleo)
        asked = place.state == InvitationState.ASKED
        assert suspended
        assert Message.objects.filter(about=place.pk).count() == asked
        assert not Invitation.objects.filter(due_at__isnull=False).exists()
        actions.advance_due(NOON)
        assert Invitation.objects.get(pk=place.pk).state == place.state
        back(nia)


def test_of_two_operators_one_suspends(shared_store, nia):
    for _ in range(TIMES):
        done = at_once(*[partial(suspending.suspend, nia.pk, NOON)] * 2)

        assert sorted(map(bool, done)) == [False, True]
        assert Suspension.objects.count() == 1
        back(nia)
