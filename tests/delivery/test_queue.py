"""The queue keeps what it was given until it has gone out or nobody needs it any more."""

from datetime import timedelta

import pytest
from django.db import transaction

from halved.asks import actions
from halved.asks.rules import Answer, InvitationState, Reply, Way
from halved.delivery import actions as delivery
from halved.delivery.models import Message
from halved.delivery.rules import LEASE
from tests.asks.asking import ask_people, place_of
from tests.delivery.letters import DAY, HOUR, MINUTE, MORNING, run_worker

pytestmark = pytest.mark.store
SECOND = timedelta(seconds=1)
NIGHT = MORNING + 13 * HOUR  # 23:00


def kinds() -> list[str]:
    """What waits to be sent."""
    waiting = Message.objects.filter(state=Message.State.WAITING)
    return sorted(waiting.values_list("kind", flat=True))


# --- claims -----------------------------------------------------------------------------------


def test_a_claimed_message_is_left_alone_until_the_lease_is_over(nia, ben, smtp):
    ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    # A worker claimed it and died.
    Message.objects.update(due_at=MORNING + LEASE)

    run_worker(MORNING + LEASE - SECOND)
    assert smtp.messages == []

    run_worker(MORNING + LEASE)
    assert len(smtp.messages) == 1


def test_who_took_too_long_does_not_overwrite_what_came_after(nia, ben, smtp):
    ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    # The mail server is away, and before this worker notes it, another has claimed and sent it.
    moments = [MORNING, MORNING, MORNING]

    def clock():
        if not moments:
            Message.objects.update(state=Message.State.SENT, due_at=None, letter=None)
        return moments.pop() if moments else MORNING

    smtp.mode = "dead"
    delivery.deliver_due(clock)

    message = Message.objects.get()
    assert (message.state, message.failures) == (Message.State.SENT, 0)


def test_a_stop_leaves_what_was_not_begun(nia, ben, cleo, smtp):
    for person in (ben, cleo):
        ask_people(nia, (person, Way.EMAIL), at=MORNING)

    delivery.deliver_due(lambda: MORNING, stopping=lambda: bool(smtp.messages))

    assert len(smtp.messages) == 1
    waiting = Message.objects.get(state=Message.State.WAITING)
    assert (waiting.due_at, waiting.failures) == (MORNING, 0)


def test_a_round_ends_with_the_first_that_does_not_go_out(nia, ben, cleo, smtp):
    for person in (ben, cleo):
        ask_people(nia, (person, Way.EMAIL), at=MORNING)
    smtp.mode = "dead"

    claimed = delivery.deliver_due(lambda: MORNING)

    assert claimed == 1
    assert Message.objects.get(failures=0).due_at == MORNING


# --- what can not be sent ---------------------------------------------------------------------


@pytest.mark.parametrize("letter", [b"not a box", b""])
def test_a_letter_that_can_not_be_opened_holds_nobody_up(nia, ben, cleo, smtp, letter):
    first = ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    Message.objects.update(letter=letter)
    ask_people(nia, (cleo, Way.EMAIL), at=MORNING + SECOND)

    for minutes in (1, 2, 7, 32, 152):
        run_worker(MORNING + minutes * MINUTE)

    assert [message["To"] for message in smtp.messages] == ["cleo@example.org"]
    assert place_of(first, ben).undelivered_at
    assert Message.objects.filter(state=Message.State.FAILED).count() == 1


def test_a_failure_whose_ask_can_not_be_read_holds_nobody_up(nia, ben, cleo, smtp):
    broken = ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    ask = ask_people(nia, (cleo, Way.EMAIL), (ben, Way.EMAIL), at=MORNING)
    broken.invitations.update(route=b"not a box")
    smtp.mode = "refuse"

    for minutes in (0, 1, 6, 31, 151):
        run_worker(MORNING + minutes * MINUTE)
    smtp.mode = "accept"
    run_worker(MORNING + 3 * HOUR)

    assert place_of(ask, cleo).state == InvitationState.PASSED_ON
    assert [message["To"] for message in smtp.messages] == ["ben@example.org"]


# --- taken back, and kept ---------------------------------------------------------------------


def test_a_move_that_fails_queues_nothing(nia, ben):
    with pytest.raises(RuntimeError), transaction.atomic():
        ask_people(nia, (ben, Way.EMAIL), at=MORNING)
        raise RuntimeError

    assert not Message.objects.exists()


@pytest.mark.parametrize("done", ["withdraw", "close", "answer", "note"])
def test_what_is_no_longer_asked_is_not_sent(nia, ben, smtp, done):
    ask = ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    row = place_of(ask, ben)
    assert kinds() == ["ask"]

    if done == "withdraw":
        actions.withdraw(row=row, now=MORNING)
    elif done == "close":
        actions.close_ask(ask=ask, now=MORNING)
    elif done == "answer":
        actions.answer(row=row, reply=Reply(Answer.NO), now=MORNING)
    else:
        actions.note_answer(row=row, reply=Reply(Answer.YES), now=MORNING)
    run_worker(MORNING)

    assert smtp.messages == []
    assert not Message.objects.exclude(letter=None).exists()


def test_thanks_that_wait_for_the_morning_outlive_a_changed_answer(nia, ben, smtp):
    ask = ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    run_worker(MORNING)
    actions.answer(row=place_of(ask, ben), reply=Reply(Answer.PART), now=NIGHT)
    actions.thank(row=place_of(ask, ben), words="Thank you", now=NIGHT)

    actions.answer(row=place_of(ask, ben), reply=Reply(Answer.YES), now=NIGHT + HOUR)

    assert kinds() == ["thanks"]
    run_worker(MORNING + DAY)
    assert len(smtp.messages) == 2


def test_thanks_that_are_put_better_are_sent_once(nia, ben, smtp, client):
    ask = ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    run_worker(MORNING)
    actions.answer(row=place_of(ask, ben), reply=Reply(Answer.YES), now=NIGHT)

    for words in ("Thanx", "Thanks", "Thank you"):
        actions.thank(row=place_of(ask, ben), words=words, now=NIGHT)
    run_worker(MORNING + DAY)

    assert len(smtp.messages) == 2
    page = client.post(f"/a/{place_of(ask, ben).token}/").content.decode()
    assert "Thank you" in page
    assert "Thanx" not in page


def test_a_letter_is_wiped_when_it_has_gone_out(nia, ben, smtp):
    ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    assert Message.objects.exclude(letter=None).exists()

    run_worker(MORNING)

    assert not Message.objects.exclude(letter=None).exists()


def test_a_message_is_never_sent_to_one_without_an_address(nia, smtp):
    letter = {"to": "", "name": "Nia", "url": "http://127.0.0.1:8000/"}
    delivery.enqueue(Message.Kind.ASK, member_id=nia.pk, letter=letter, about=None, at=MORNING)

    run_worker(MORNING)

    assert Message.objects.get().failures == 1
