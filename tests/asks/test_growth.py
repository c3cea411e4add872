"""What an answer or a move costs does not grow with what else is in the store."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from halved.asks import actions, news, telling
from halved.asks.models import Invitation
from halved.asks.rules import Answer, Reply, Way
from tests.asks.asking import DAY, NOON, ask_people, notes, places
from tests.conftest import contact

pytestmark = pytest.mark.store
MANY = 8  # and Ben and Cleo: ten new people a day


def count(does, *arguments, **named) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        does(*arguments, **named)
    return len(queries)


@pytest.fixture
def crowd(nia):
    """Fills the store with other asks of Nia's."""

    def fill() -> None:
        for number in range(MANY):
            person = contact(nia, f"Person {number}", email=f"p{number}@example.org")
            ask_people(nia, (person, Way.EMAIL))

    return fill


def test_an_answer_costs_the_same_with_many_other_asks(nia, ben, cleo, crowd):
    ask, other = (ask_people(nia, (ben, Way.LINK), (cleo, Way.LINK)) for _ in range(2))
    rows = [Invitation.objects.get(ask=one, contact=ben) for one in (ask, other)]

    alone = count(actions.answer, row=rows[0], reply=Reply(Answer.NO), now=NOON)
    crowd()
    among_many = count(actions.answer, row=rows[1], reply=Reply(Answer.NO), now=NOON)

    assert alone == among_many


def test_a_move_costs_the_same_with_many_other_asks(nia, ben, cleo, crowd):
    ask, other = (ask_people(nia, (ben, Way.EMAIL)) for _ in range(2))

    alone = count(actions.advance, ask_id=ask.pk, now=NOON + 2 * DAY)
    crowd()
    among_many = count(actions.advance, ask_id=other.pk, now=NOON + 2 * DAY)

    assert alone == among_many


def test_a_pass_over_asks_that_are_not_due_is_one_query(nia, ben, crowd):
    crowd()

    assert count(actions.advance_due, NOON + DAY) == 1
    assert count(actions.note_failures, NOON + DAY) == 1


def test_the_page_of_an_ask_costs_the_same_for_one_person_and_for_eight(nia):
    people = [(contact(nia, f"P{n}", email=f"p{n}@example.org"), Way.EMAIL) for n in range(8)]
    asks = [ask_people(nia, people[0]), ask_people(nia, *people)]

    costs = [count(telling.of_people, ask, places(ask), NOON) for ask in asks]

    assert costs[0] == costs[1]


def test_the_home_page_costs_the_same_for_one_answer_and_for_many(nia, ben, crowd):
    notes(ask_people(nia, (ben, Way.LINK)), ben, Answer.YES)
    Invitation.objects.update(seen_at=None)

    few = count(news.of, nia, NOON + DAY)
    crowd()
    for row in Invitation.objects.filter(way=Way.EMAIL):
        actions.answer(row=row, reply=Reply(Answer.YES), now=NOON)
    many = count(news.of, nia, NOON + DAY)

    assert few == many
