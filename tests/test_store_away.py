"""The store goes away for a moment, in the middle of a move: nothing is put off for that."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError, connection

from halved.asks import actions
from halved.asks.models import Invitation
from halved.asks.rules import Way
from halved.pieces import reminding
from halved.pieces.models import Rota
from halved.reflection import actions as reflection
from halved.reflection.models import Concern, Intention
from tests.asks.asking import DAY, NOON, ask_people, place_of
from tests.pieces.rota import ask_for

pytestmark = [pytest.mark.store, pytest.mark.django_db(transaction=True)]


class Away:
    """Breaks the first change that is asked of the store, as a lost connection does."""

    def __init__(self) -> None:
        self.broke = False

    def __call__(self, execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if sql.startswith("UPDATE") and not self.broke:
            self.broke = True
            raise OperationalError("server closed the connection unexpectedly")
        return execute(sql, *rest)


def test_a_move_that_broke_off_is_made_as_soon_as_the_store_is_back(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    due_at = place_of(ask, ben).due_at
    now = NOON + 3 * DAY

    with connection.execute_wrapper(Away()), pytest.raises(OperationalError):
        actions.advance_due(now)

    assert Invitation.objects.get(ask=ask).due_at == due_at
    assert actions.advance_due(now) == 1
    assert Invitation.objects.get(ask=ask).due_at != due_at


def test_pieces_are_looked_at_as_soon_as_the_store_is_back(nia, ben):
    ask_for(nia, (ben, Way.LINK))
    due_at = Rota.objects.get().due_at

    with connection.execute_wrapper(Away()), pytest.raises(OperationalError):
        reminding.advance_due(due_at)

    assert Rota.objects.get().due_at == due_at
    assert reminding.advance_due(due_at) == 1
    assert Rota.objects.get().due_at != due_at


def test_a_plan_comes_as_soon_as_the_store_is_back(nia):
    concern = Concern.put_down(nia, "The rent")
    plan = Intention(member=nia, concern=concern, due_at=NOON)
    plan.trigger = {"kind": "time"}
    plan.save()

    with connection.execute_wrapper(Away()), pytest.raises(OperationalError):
        reflection.come_due(NOON)

    assert Intention.objects.get().due_at == NOON
    assert reflection.come_due(NOON) == 1
    assert Intention.objects.get().state == Intention.State.COME
