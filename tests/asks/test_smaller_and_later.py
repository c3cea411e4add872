"""A smaller yes that is taken, a later that comes back by itself, a no that thinks of someone."""

from datetime import date

import pytest
from django.test import Client

from halved.asks import actions, remarks
from halved.asks.models import Invitation
from halved.asks.news import of
from halved.asks.rules import Answer, Reply, Way
from halved.vault.crypto import form_key
from tests.asks.asking import DAY, HOUR, NOON, answers, ask_people, messages, notes, place_of, work

pytestmark = pytest.mark.store
MONDAY = date(2027, 3, 22)
MONDAY_MORNING = NOON + 12 * DAY - 4 * HOUR


def says_later(ask, ben, on=MONDAY) -> None:
    row = Invitation.objects.get(ask=ask, contact=ben)
    assert actions.answer(row=row, reply=Reply(Answer.LATER, on=on), now=NOON)


def test_a_smaller_yes_is_taken_once_and_they_see_it(nia, ben, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOON + HOUR)
    ask = ask_people(nia, (ben, Way.LINK))
    answers(ask, ben, Answer.PART, words="An hour.")

    taken = [remarks.accept(row=place_of(ask, ben), now=NOON) for _ in range(2)]

    assert taken == [True, False]
    page = Client().post(f"/a/{place_of(ask, ben).token}/").content.decode()
    assert "just as you offered" in page


def test_what_is_no_smaller_yes_can_not_be_taken(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    answers(ask, ben, Answer.NO)

    assert not remarks.accept(row=place_of(ask, ben), now=NOON)


def test_an_answer_that_changes_is_taken_anew(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    answers(ask, ben, Answer.PART)
    remarks.accept(row=place_of(ask, ben), now=NOON)

    answers(ask, ben, Answer.PART, words="Only ten minutes.")

    assert place_of(ask, ben).accepted_at is None


def test_a_later_comes_back_on_its_day_at_eight(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    says_later(ask, ben)
    actions.note_seen(ask=ask, now=NOON)

    work(MONDAY_MORNING - HOUR)
    before = of(nia, MONDAY_MORNING)
    work(MONDAY_MORNING)

    assert before == []
    assert [news.sentence for news in of(nia, MONDAY_MORNING)] == [
        "Ben said: later. That day has come."
    ]


def test_it_comes_back_once(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    says_later(ask, ben)
    work(MONDAY_MORNING)
    actions.note_seen(ask=ask, now=MONDAY_MORNING)

    work(MONDAY_MORNING + DAY)

    assert of(nia, MONDAY_MORNING + DAY) == []


def test_from_that_day_on_they_can_answer_anew(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    says_later(ask, ben)
    work(MONDAY_MORNING)

    assert answers(ask, ben, Answer.YES, at=MONDAY_MORNING + 13 * DAY)

    row = place_of(ask, ben)
    assert (row.answer, row.answered_at) == (Answer.YES, MONDAY_MORNING + 13 * DAY)


def test_in_between_the_answer_stands(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    says_later(ask, ben)

    assert not answers(ask, ben, Answer.NO, at=NOON + 2 * DAY)


def test_a_later_that_became_a_yes_does_not_come_back(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    says_later(ask, ben)
    answers(ask, ben, Answer.YES, at=NOON + HOUR)
    actions.note_seen(ask=ask, now=NOON + HOUR)

    work(MONDAY_MORNING)

    assert of(nia, MONDAY_MORNING) == []


def test_nor_when_someone_else_helps_or_it_is_taken_care_of(nia, ben, cleo):
    helped = ask_people(nia, (ben, Way.LINK), (cleo, Way.CALL))
    closed = ask_people(nia, (ben, Way.LINK))
    for ask in (helped, closed):
        says_later(ask, ben)
        actions.note_seen(ask=ask, now=NOON)
    actions.ask_next(ask=helped, now=NOON)
    notes(helped, cleo, Answer.YES)
    actions.close_ask(ask=closed, now=NOON)

    work(MONDAY_MORNING)

    assert of(nia, MONDAY_MORNING) == []


def test_a_later_that_nia_notes_comes_back_as_well(nia, ben):
    ask = ask_people(nia, (ben, Way.CALL))
    row = place_of(ask, ben)
    actions.note_answer(row=row, reply=Reply(Answer.LATER, on=MONDAY), now=NOON)

    work(MONDAY_MORNING)

    assert [news.link for news in of(nia, MONDAY_MORNING)] == ["Ask again"]


def test_nobody_is_written_to_when_a_later_comes_back(nia, ben):
    ask = ask_people(nia, (ben, Way.EMAIL))
    work(NOON)
    says_later(ask, ben)

    work(MONDAY_MORNING)

    assert messages(ask, ben) == ["ask"]


def test_a_no_may_think_of_someone_else(nia, ben, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOON + HOUR)
    ask = ask_people(nia, (ben, Way.LINK))
    token = place_of(ask, ben).token

    form = {"key": form_key(token), "answer": "no", "someone": "Cleo knows about this"}
    Client().post(f"/a/{token}/answer/", form)

    assert place_of(ask, ben).reply["someone"] == "Cleo knows about this"
