"""What taking or looking costs does not grow with what else is in the store."""

from dataclasses import replace

import pytest
from django.db import connection

from halved.asks.rules import Way
from halved.pieces import reminding
from halved.pieces.models import Rota
from tests.asks.asking import HOUR, NOON
from tests.asks.test_growth import count
from tests.conftest import contact
from tests.pieces.rota import SUPPER, THE_DAY_BEFORE, ask_for, takes, work

pytestmark = pytest.mark.store
MANY = 8


@pytest.fixture
def crowd(nia):
    """Fills the store with other asks, in which something was taken."""

    def fill() -> None:
        for number in range(MANY):
            person = contact(nia, f"Person {number}", email=f"p{number}@example.org")
            _, piece = ask_for(nia, (person, Way.EMAIL))
            takes(piece, person)
        work(NOON + HOUR)

    return fill


def test_taking_costs_the_same_with_many_other_asks(nia, ben, cleo, crowd):
    _, first = ask_for(nia, (ben, Way.LINK))
    _, second = ask_for(nia, (ben, Way.LINK))

    alone = count(takes, first, ben)
    crowd()
    among_many = count(takes, second, ben)

    assert alone == among_many


def test_a_look_costs_the_same_with_many_other_asks(nia, ben, cleo, crowd):
    asks = []
    for person in (ben, cleo):
        ask, piece = ask_for(nia, (person, Way.EMAIL))
        takes(piece, person)
        asks.append(ask)

    alone = count(reminding.advance, ask_id=asks[0].pk, now=THE_DAY_BEFORE)
    crowd()
    among_many = count(reminding.advance, ask_id=asks[1].pk, now=THE_DAY_BEFORE)

    assert alone == among_many


def test_a_look_costs_the_same_with_one_helper_and_with_eight(nia):
    people = [(contact(nia, f"P{n}", email=f"p{n}@example.org"), Way.EMAIL) for n in range(8)]
    costs = []
    for some in (people[:1], people):
        ask, piece = ask_for(nia, *some, about=replace(SUPPER, places=8))
        for person, _ in some:
            takes(piece, person)
        costs.append(count(reminding.advance, ask_id=ask.pk, now=NOON + HOUR) / len(some))

    assert costs[1] <= costs[0]


def test_a_pass_over_what_is_not_due_is_one_query_that_uses_the_index(nia, crowd):
    crowd()
    due = Rota.objects.filter(due_at__lte=NOON).order_by("due_at").values_list("ask_id")[:100]

    assert count(reminding.advance_due, NOON) == 1
    if connection.vendor == "sqlite":  # PostgreSQL scans so small a table whatever it has
        assert "rota_due" in due.explain()
