"""The store goes away for a moment, in the middle of a move: nothing is put off for that."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError, connection

from halved.asks import actions
from halved.asks.models import Invitation
from halved.asks.rules import Way
from tests.asks.asking import DAY, NOON, ask_people, place_of

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
