"""People and workers at the same moment, on threads with connections of their own."""

from collections.abc import Callable
from functools import partial
from threading import Barrier, Thread

import pytest
from django.db import connections

from halved.asks import actions
from halved.asks.models import Ask, Invitation
from halved.asks.rules import Answer, AskState, InvitationState, Order, Way
from halved.delivery import actions as delivery
from halved.delivery.models import Message, Written
from tests.asks.asking import (
    DAY,
    HOUR,
    NOON,
    answers,
    ask_people,
    clock,
    draft_for,
    messages,
    notes,
    place_of,
    state_of,
    states,
)
from tests.conftest import contact

pytestmark = [pytest.mark.store, pytest.mark.django_db(transaction=True)]
ASKED, ANSWERED, WITHDRAWN = (
    InvitationState.ASKED,
    InvitationState.ANSWERED,
    InvitationState.WITHDRAWN,
)
TIMES = 6  # each race is run so often


def at_once(*does: Callable[[], object]) -> list[object]:
    """Runs all of them at the same moment. Returns what they returned; fails if one failed."""
    barrier, results, failed = Barrier(len(does)), [None] * len(does), []

    def run(place: int) -> None:
        try:
            barrier.wait(10)
            results[place] = does[place]()
        except Exception as error:
            failed.append(error)
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(place,)) for place in range(len(does))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert not failed, failed
    return results


def forget_messages() -> None:
    """Nobody was written to in the last seven days."""
    Message.objects.all().delete()
    Written.objects.all().delete()


@pytest.mark.parametrize(
    ("first", "second", "state"),
    [
        (Answer.YES, Answer.YES, AskState.ANSWERED),
        (Answer.YES, Answer.NO, AskState.ANSWERED),
        (Answer.NO, Answer.NO, AskState.EXHAUSTED),
    ],
)
def test_two_people_answer(shared_store, nia, ben, cleo, first, second, state):
    for _ in range(TIMES):
        ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.LINK), order=Order.TOGETHER)

        done = at_once(partial(answers, ask, ben, first), partial(answers, ask, cleo, second))

        assert done == [True, True]
        assert states(ask) == [ANSWERED, ANSWERED]
        assert state_of(ask) == state


def test_one_person_sends_two_answers(shared_store, nia, ben, cleo):
    for _ in range(TIMES):
        ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.CALL))

        at_once(*[partial(answers, ask, ben, Answer.NO)] * 2)

        assert states(ask) == [ANSWERED, InvitationState.PLANNED]
        assert place_of(ask, cleo).turn_at == NOON + HOUR


def test_the_member_takes_back_whom_is_answering(shared_store, nia, ben):
    for _ in range(TIMES):
        ask = ask_people(nia, (ben, Way.LINK))
        row = place_of(ask, ben)

        answered, withdrawn = at_once(
            partial(answers, ask, ben, Answer.YES),
            partial(actions.withdraw, row=row, now=NOON + HOUR),
        )

        assert answered is not withdrawn
        assert states(ask) == [ANSWERED if answered else WITHDRAWN]


def test_the_member_closes_it_while_somebody_answers(shared_store, nia, ben, cleo):
    for _ in range(TIMES):
        ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.EMAIL))

        answered, closed = at_once(
            partial(answers, ask, ben, Answer.NO),
            partial(actions.close_ask, ask=ask, now=NOON + HOUR),
        )

        assert closed
        assert states(ask) == [ANSWERED if answered else WITHDRAWN, WITHDRAWN]
        assert messages(ask, cleo) == []


def test_the_member_notes_an_answer_while_the_person_gives_one(shared_store, nia, ben):
    for _ in range(TIMES):
        ask = ask_people(nia, (ben, Way.LINK))

        theirs, _ = at_once(
            partial(answers, ask, ben, Answer.PART, words="I can bring soup."),
            partial(notes, ask, ben, Answer.YES),
        )

        row = place_of(ask, ben)
        assert theirs
        assert (row.answer, row.reply["words"]) == (Answer.PART, "I can bring soup.")


def test_a_draft_is_sent_twice(shared_store, nia, ben, cleo):
    for _ in range(TIMES):
        ask = draft_for(nia, (ben, Way.CALL), (cleo, Way.LINK))
        tabs = list(Ask.objects.filter(pk=ask.pk)) + list(Ask.objects.filter(pk=ask.pk))
        for tab in tabs:
            tab.member = nia

        done = at_once(*[partial(actions.open_ask, ask=tab, now=NOON) for tab in tabs])

        assert sorted(done) == [False, True]


def test_i_have_asked_them_is_sent_twice(shared_store, nia, ben):
    for _ in range(TIMES):
        ask = draft_for(nia, (ben, Way.CALL))
        actions.open_ask(ask=ask, now=NOON)
        row = place_of(ask, ben)

        done = at_once(*[partial(actions.mark_asked, row=row, now=NOON)] * 2)

        assert sorted(done) == [False, True]


def test_two_workers_and_a_person(shared_store, nia, ben, cleo):
    for _ in range(TIMES):
        forget_messages()
        ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL))
        delivery.deliver_due(clock(NOON))
        due = NOON + 2 * DAY

        *_, answered = at_once(
            partial(actions.advance_due, due),
            partial(actions.advance_due, due),
            partial(answers, ask, ben, Answer.NO, at=due),
        )

        assert answered
        assert states(ask) == [ANSWERED, ASKED]
        assert messages(ask, ben).count("ask") == 1
        assert messages(ask, ben).count("reminder") <= 1
        assert messages(ask, cleo) == ["ask"]


def test_two_workers_pass_many_asks_on_once_each(shared_store, nia, ben):
    people = [contact(nia, f"P{n}", email=f"p{n}@example.org") for n in range(8)]
    asks = [ask_people(nia, (ben, Way.LINK), (person, Way.EMAIL)) for person in people]
    actions.advance_due(NOON + 2 * DAY)

    at_once(*[partial(actions.advance_due, NOON + 3 * DAY)] * 3)

    sent = [messages(ask, person) for ask, person in zip(asks, people, strict=True)]
    assert sent == [["ask"]] * 8


def test_asks_that_go_to_one_person_at_once_keep_to_three_messages_a_week(shared_store, nia, ben):
    drafts = [draft_for(nia, (ben, Way.EMAIL)) for _ in range(5)]

    at_once(*[partial(actions.open_ask, ask=ask, now=NOON) for ask in drafts])

    assert Message.objects.filter(kind="ask").count() == 3
    assert Invitation.objects.filter(due_at=NOON + 7 * DAY, asked_at=None).count() == 2


def test_two_workers_note_one_failure_once(shared_store, nia, ben, cleo):
    for _ in range(TIMES):
        forget_messages()
        ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.CALL))
        about = Message.objects.filter(about=place_of(ask, ben).pk)
        about.update(state="failed", letter=None, due_at=None, ended_at=NOON)

        at_once(
            partial(actions.note_failures, NOON + HOUR),
            partial(actions.note_failures, NOON + HOUR),
            partial(actions.ask_next, ask=ask, now=NOON + HOUR),
        )

        assert place_of(ask, ben).state == InvitationState.PASSED_ON
        assert place_of(ask, cleo).turn_at == NOON + HOUR
