"""Tiny rows that fit the Protocols of the rules."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID

from halved.asks import rules
from halved.asks.rules import AskState, InvitationState, Order, Pace, Way

NOON = datetime(2027, 3, 10, 12, tzinfo=UTC)  # a Wednesday


@dataclass
class AskRow:
    state: str = AskState.OPEN
    order: str = Order.IN_TURN
    pace: str = Pace.DAYS


@dataclass
class Person:
    position: int = 0
    way: str = Way.EMAIL
    state: str = InvitationState.PLANNED
    answer: str = ""
    asked_at: datetime | None = None
    reminded_at: datetime | None = None
    answered_at: datetime | None = None
    turn_at: datetime | None = None
    expires_at: datetime | None = None
    undelivered_at: datetime | None = None
    later_at: datetime | None = None
    came_back_at: datetime | None = None
    timezone: str = "UTC"
    reachable: bool = True
    written_at: Sequence[datetime] = field(default_factory=list)

    @property
    def id(self) -> UUID:
        return UUID(int=self.position)


def asked(position: int = 0, at: datetime = NOON, **about: object) -> Person:
    """Somebody who was asked at `at` and has not answered."""
    fields: dict[str, object] = {
        "position": position,
        "state": InvitationState.ASKED,
        "asked_at": at,
        "expires_at": at + rules.LINK_LIFE,
    }
    return Person(**(fields | about))  # type: ignore[arg-type]


def reminded(position: int = 0, at: datetime = NOON, **about: object) -> Person:
    """Somebody who was reminded at `at`, two days after being asked."""
    fields: dict[str, object] = {"state": InvitationState.REMINDED, "reminded_at": at}
    return asked(position, at - timedelta(days=2), **(fields | about))


def answered(answer: str, position: int = 0, at: datetime = NOON, **about: object) -> Person:
    """Somebody who answered at `at`, an hour after being asked."""
    fields: dict[str, object] = {
        "state": InvitationState.ANSWERED,
        "answer": answer,
        "answered_at": at,
    }
    return asked(position, at - timedelta(hours=1), **(fields | about))


def in_state(state: str, position: int = 0) -> Person:
    """Somebody in this state, with the times that belong to it. Who answered said no."""
    if state == InvitationState.ANSWERED:
        return answered(rules.Answer.NO, position)
    if state in (InvitationState.PLANNED, InvitationState.WITHDRAWN):
        return Person(position, state=state)
    return reminded(position, state=state)
