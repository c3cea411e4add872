"""Plays one ask in memory: time passes, people answer, the member changes her mind.

It does with tiny rows what the actions do in the store. Whatever happens is written down, so that
a test can look for what must never be there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from halved.asks import rules
from halved.asks.rules import (
    ASK_MOVES,
    INVITATION_MOVES,
    Answer,
    AskState,
    InvitationState,
    Move,
    MoveKind,
    Order,
    Way,
)
from tests.asks.rows import AskRow, Person

TURN_KINDS = (MoveKind.ASK, MoveKind.HAND_OVER)


@dataclass
class Play:
    ask: AskRow
    people: list[Person]
    now: datetime
    changes: set[tuple[str, str]] = field(default_factory=set)
    reminders: dict[int, int] = field(default_factory=dict)

    # --- what may happen ----------------------------------------------------------------------

    def open(self) -> None:
        self._become(AskState.OPEN)
        self.settle()

    def wait(self, until: datetime) -> None:
        """Time passes; whatever falls due on the way is done when it is due."""
        while (due := self.next_timer()) and due <= until:
            self.now = max(self.now, due)
            self.settle()
        self.now = until
        self.settle()

    def answer(self, row: Person, code: Answer) -> None:
        if rules.link_leads_somewhere(row, self.now) and rules.may_answer(row, self.now):
            self._record(row, code)

    def note(self, row: Person, code: Answer) -> None:
        by_themselves = row.state == InvitationState.ANSWERED and row.way in rules.BY_LINK
        if row.state == InvitationState.WITHDRAWN or by_themselves:
            return
        if self.ask.state == AskState.CLOSED:
            return
        for other in self.people:
            if other.state in (InvitationState.PLANNED, InvitationState.ASKED):
                other.reachable = True
        self._record(row, code)

    def mark_asked(self, row: Person) -> None:
        link_ended = row.way == Way.LINK and row.expires_at is None
        if row.state != InvitationState.PLANNED or not row.turn_at or link_ended:
            return
        if row.way != Way.EMAIL:
            self._enter(row, InvitationState.ASKED)
            row.asked_at = self.now
            row.expires_at = self.now + rules.LINK_LIFE if row.way == Way.LINK else None
            self.settle()

    def ask_next(self) -> None:
        left = [row for row in self.people if row.state == InvitationState.PLANNED]
        left = [row for row in left if not row.turn_at]
        if left and self.ask.state != AskState.CLOSED and not rules.stops(self.people):
            left[0].turn_at = self.now
            left[0].expires_at = self.now + rules.LINK_LIFE if left[0].way == Way.LINK else None
            self.settle()

    def withdraw(self, row: Person) -> None:
        if self._take_back(row):
            self.settle()

    def undelivered(self, row: Person) -> None:
        """The e-mail that asked was given up."""
        if row.way == Way.EMAIL and row.state == InvitationState.ASKED:
            row.undelivered_at = self.now
            self.settle()

    def close(self) -> None:
        if self.ask.state not in (AskState.DRAFT, AskState.CLOSED):
            self._become(AskState.CLOSED)
            for row in self.people:
                self._take_back(row)
            self.settle()

    # --- what follows -------------------------------------------------------------------------

    def settle(self) -> None:
        """Makes what is due, one move at a time, as asks.moves does."""
        for _ in range(4 * len(self.people) + 1):
            moves = rules.decide(self.ask, self.people, self.now)
            if not moves:
                break
            self._make(moves[0])
        self._become(rules.ask_state(self.ask, self.people))
        for row in self.people:
            if row.way == Way.EMAIL:
                needed = rules.needs_route(self.ask, self.people, row, self.now)
                row.reachable = row.reachable and needed

    def next_timer(self) -> datetime | None:
        due = [rules.due_at(self.ask, self.people, row, self.now) for row in self.people]
        return min((at for _, at in filter(None, due)), default=None)

    def _make(self, move: Move) -> None:
        row = next(row for row in self.people if row.id == move.invitation)
        assert row.state == move.seen
        self._check(move, row)
        if move.kind == MoveKind.ASK:
            self._enter(row, InvitationState.ASKED)
            row.asked_at, row.expires_at = self.now, self.now + rules.LINK_LIFE
        elif move.kind == MoveKind.HAND_OVER:
            row.turn_at = self.now
            row.expires_at = self.now + rules.LINK_LIFE if row.way == Way.LINK else None
        elif move.kind == MoveKind.REMIND:
            self._enter(row, InvitationState.REMINDED)
            row.reminded_at = self.now
            self.reminders[row.position] = self.reminders.get(row.position, 0) + 1
        elif move.kind == MoveKind.PASS_ON:
            self._enter(row, InvitationState.PASSED_ON)
        elif move.kind == MoveKind.EXPIRE:
            row.expires_at = None
        if row.way == Way.EMAIL and move.kind in (MoveKind.ASK, MoveKind.REMIND):
            assert row.reachable, "Halved writes to someone whose address it has forgotten"
            row.written_at = [*row.written_at, self.now]

    def _check(self, move: Move, row: Person) -> None:
        """What must never be decided."""
        if move.kind in (*TURN_KINDS, MoveKind.REMIND):
            assert not any(other.answer == Answer.YES for other in self.people)
        if move.kind in TURN_KINDS and not row.turn_at:
            assert not any(other.answer in rules.HELP for other in self.people)
            if self.ask.order == Order.IN_TURN:
                assert not [other for other in self.people if is_waited_for(other)]

    def _take_back(self, row: Person) -> bool:
        may = InvitationState.WITHDRAWN in INVITATION_MOVES[InvitationState(row.state)]
        if may:
            self._enter(row, InvitationState.WITHDRAWN)
            row.expires_at = None
        return may

    def _record(self, row: Person, code: Answer) -> None:
        self._enter(row, InvitationState.ANSWERED)
        row.answer = code
        row.answered_at = row.answered_at or self.now
        self.settle()

    def _enter(self, row: Person, state: InvitationState) -> None:
        assert state in INVITATION_MOVES[InvitationState(row.state)], f"{row.state} → {state}"
        self.changes.add((row.state, state))
        row.state = state

    def _become(self, state: AskState) -> None:
        if state != self.ask.state:
            assert state in ASK_MOVES[AskState(self.ask.state)], f"{self.ask.state} → {state}"
            self.changes.add((self.ask.state, state))
            self.ask.state = state


def is_waited_for(row: Person) -> bool:
    """Whether the person asked, or the member whose turn it is to ask, has something to do."""
    at_turn = row.state == InvitationState.PLANNED and row.turn_at is not None
    return row.state in rules.WAITING or at_turn


def is_quiet(at: datetime, zone: str) -> bool:
    """Said anew and plainly, so that it does not share a mistake with the rule."""
    return not 8 <= at.astimezone(ZoneInfo(zone)).hour < 21


def most_in_a_week(times: Sequence[datetime]) -> int:
    """The largest number of times in any span shorter than seven days."""
    week = timedelta(days=7)
    return max((sum(at <= other < at + week for other in times) for at in times), default=0)
