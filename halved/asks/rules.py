"""What happens to an ask: who is asked when, who is reminded, when the next person's turn comes.

Rows and `now` go in, moves come out. Nothing here reads a clock, a store or a word people wrote.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Protocol, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from halved.delivery.rules import earliest_write


class AskState(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    ANSWERED = "answered"
    EXHAUSTED = "exhausted"
    CLOSED = "closed"


class InvitationState(StrEnum):
    PLANNED = "planned"
    ASKED = "asked"
    REMINDED = "reminded"
    PASSED_ON = "passed_on"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


class Answer(StrEnum):
    YES = "yes"
    PART = "part"
    LATER = "later"
    NO = "no"


@dataclass(frozen=True)
class Reply:
    """What a person asked says."""

    code: Answer
    words: str = ""
    on: date | None = None  # from which day on, of a "later"
    someone: str = ""  # whom they think of instead, of a "no"


class Way(StrEnum):
    IN_PERSON = "in_person"
    CALL = "call"
    MESSAGE = "message"
    LINK = "link"
    EMAIL = "email"


class Order(StrEnum):
    IN_TURN = "in_turn"
    TOGETHER = "together"


class Pace(StrEnum):
    HOURS = "hours"
    DAYS = "days"
    WEEK = "week"


class MoveKind(StrEnum):
    ASK = "ask"  # Halved writes to them
    HAND_OVER = "hand_over"  # it is their turn, and the member asks them
    REMIND = "remind"
    PASS_ON = "pass_on"
    COME_BACK = "come_back"  # the day of a "later" has come
    LOOK = "look"  # nothing to do but to look again: an answer can no longer be changed
    EXPIRE = "expire"  # the link ends


ASK_MOVES: dict[AskState, dict[AskState, str]] = {
    AskState.DRAFT: {AskState.OPEN: "the member asks"},
    AskState.OPEN: {
        AskState.ANSWERED: "yes, less, or later",
        AskState.EXHAUSTED: "nobody is left",
        AskState.CLOSED: "the member closes it",
    },
    AskState.ANSWERED: {
        AskState.OPEN: "an answer changed, or the next is asked for the rest",
        AskState.EXHAUSTED: "an answer changed, and nobody is left",
        AskState.CLOSED: "the member closes it",
    },
    AskState.EXHAUSTED: {
        AskState.ANSWERED: "a late answer, or one that changed",
        AskState.CLOSED: "the member closes it",
    },
    AskState.CLOSED: {},
}
_ANSWER = "an answer"
_TAKEN_BACK = "taken back, or the ask is closed"
INVITATION_MOVES: dict[InvitationState, dict[InvitationState, str]] = {
    InvitationState.PLANNED: {
        InvitationState.ASKED: "their turn",
        InvitationState.ANSWERED: _ANSWER,
        InvitationState.WITHDRAWN: _TAKEN_BACK,
    },
    InvitationState.ASKED: {
        InvitationState.REMINDED: "silence",
        InvitationState.PASSED_ON: "it did not go out, or no reminder may be sent in time",
        InvitationState.ANSWERED: _ANSWER,
        InvitationState.WITHDRAWN: _TAKEN_BACK,
    },
    InvitationState.REMINDED: {
        InvitationState.PASSED_ON: "more silence",
        InvitationState.ANSWERED: _ANSWER,
        InvitationState.WITHDRAWN: _TAKEN_BACK,
    },
    InvitationState.PASSED_ON: {
        InvitationState.ANSWERED: "a late answer",
        InvitationState.WITHDRAWN: _TAKEN_BACK,
    },
    InvitationState.ANSWERED: {
        InvitationState.ANSWERED: "changed within 24 hours, or noted anew",
    },
    InvitationState.WITHDRAWN: {},
}

# (silence before the reminder, silence after it)
WAITS: dict[str, tuple[timedelta, timedelta]] = {
    Pace.HOURS: (timedelta(hours=4), timedelta(hours=2)),
    Pace.DAYS: (timedelta(days=2), timedelta(days=1)),
    Pace.WEEK: (timedelta(days=5), timedelta(days=2)),
}
CHANGE_WINDOW = timedelta(hours=24)
LINK_LIFE = timedelta(days=14)
MORNING = time(8)
NIGHT = timedelta(hours=11)  # quiet hours last from 21:00 to 08:00
WAITING = frozenset({InvitationState.ASKED, InvitationState.REMINDED})
HELP = frozenset({Answer.YES, Answer.PART, Answer.LATER})
# By link or e-mail the person asked answers on a page; otherwise the member notes the answer.
BY_LINK = frozenset({Way.LINK, Way.EMAIL})


class AskRow(Protocol):
    state: str
    order: str
    pace: str


class InvitationRow(Protocol):
    id: UUID
    position: int
    way: str
    state: str
    answer: str
    asked_at: datetime | None
    reminded_at: datetime | None
    answered_at: datetime | None
    turn_at: datetime | None
    expires_at: datetime | None
    undelivered_at: datetime | None
    later_at: datetime | None
    came_back_at: datetime | None

    @property
    def timezone(self) -> str:
        """Where the person asked is, an IANA name."""

    @property
    def reachable(self) -> bool:
        """Whether Halved knows where to write to them by itself."""

    @property
    def written_at(self) -> Sequence[datetime]:
        """When this member's messages to this person went out, over the last seven days."""


Row = TypeVar("Row", bound=InvitationRow)


@dataclass(frozen=True)
class Move:
    """One thing to do now. `seen` is the state it was decided on: a write that finds another
    state does nothing."""

    kind: MoveKind
    invitation: UUID
    seen: str


def stops(invitations: Sequence[InvitationRow]) -> bool:
    """A yes stops the order: nobody else is asked, and nobody is reminded."""
    return any(row.answer == Answer.YES for row in invitations)


def holds(invitations: Sequence[InvitationRow]) -> bool:
    """After help of any size nobody else is asked unless the member says so."""
    return any(row.answer in HELP for row in invitations)


def whose_turn(ask: AskRow, invitations: Sequence[Row]) -> list[Row]:
    """Who is to be asked next: those the member sent for; else, while no help has come, everyone
    at once, or the first in the order once nobody is being waited for."""
    planned = sorted(
        (row for row in invitations if row.state == InvitationState.PLANNED),
        key=lambda row: row.position,
    )
    if stops(invitations):
        return []
    called = [row for row in planned if row.turn_at]
    if holds(invitations):
        return called
    if ask.order == Order.TOGETHER:
        return planned
    waiting = called or any(row.state in WAITING for row in invitations)
    return called if waiting else planned[:1]


def due_at(
    ask: AskRow, invitations: Sequence[Row], row: Row, now: datetime
) -> tuple[MoveKind, datetime] | None:
    """The next move for one invitation and its time, which may lie in the past; None when only
    a person can move it."""
    if ask.state == AskState.DRAFT:
        return None
    if ask.state == AskState.CLOSED or row.state == InvitationState.WITHDRAWN:
        return _end(row, now)
    if row.later_at and not stops(invitations):
        back = (MoveKind.COME_BACK, row.later_at)
        return min([back, _end(row, now) or back], key=lambda move: move[1])
    if row.state == InvitationState.PLANNED:
        turn = _turn(row, now) if row in whose_turn(ask, invitations) else None
        return turn or _end(row, now)
    if row.state in WAITING and not stops(invitations):
        return _silence(row, *WAITS[ask.pace], now)
    return _end(row, now)


def _turn(row: InvitationRow, now: datetime) -> tuple[MoveKind, datetime] | None:
    if row.way == Way.EMAIL:
        return MoveKind.ASK, earliest_write(now, row.written_at, row.timezone)
    return None if row.turn_at else (MoveKind.HAND_OVER, now)


def _silence(
    row: InvitationRow, wait: timedelta, more: timedelta, now: datetime
) -> tuple[MoveKind, datetime]:
    assert row.asked_at is not None
    if row.undelivered_at:
        return MoveKind.PASS_ON, row.undelivered_at
    if row.state == InvitationState.REMINDED:
        return MoveKind.PASS_ON, (row.reminded_at or row.asked_at) + more
    remind = row.asked_at + wait
    if row.way != Way.EMAIL:
        return MoveKind.REMIND, remind
    write = earliest_write(max(remind, now), row.written_at, row.timezone)
    # A fourth message in a week is never sent, and silence is not drawn out to wait for one.
    if write - remind > more + NIGHT or not row.reachable:
        return MoveKind.PASS_ON, remind + more
    return MoveKind.REMIND, write


def _end(row: InvitationRow, now: datetime) -> tuple[MoveKind, datetime] | None:
    """What is left for a link: first the answer stands, then the page ends, or the reverse."""
    left = [(MoveKind.EXPIRE, row.expires_at)] if row.expires_at else []
    if row.answered_at and now < row.answered_at + CHANGE_WINDOW:
        left.append((MoveKind.LOOK, row.answered_at + CHANGE_WINDOW))
    return min(left, key=lambda move: move[1], default=None)


def decide(ask: AskRow, invitations: Sequence[InvitationRow], now: datetime) -> list[Move]:
    """Every move that is due at `now`, in the order of the list. Making them and asking again
    gives an empty list sooner or later: each move leaves its state behind."""
    moves = []
    for row in sorted(invitations, key=lambda row: row.position):
        due = due_at(ask, invitations, row, now)
        if due and due[1] <= now:
            moves.append(Move(due[0], row.id, row.state))
    return moves


def ask_state(ask: AskRow, invitations: Sequence[InvitationRow]) -> AskState:
    """The state of an ask follows from its invitations, once it is open."""
    state = AskState(ask.state)
    if state in (AskState.DRAFT, AskState.CLOSED):
        return state
    if stops(invitations):
        return AskState.ANSWERED
    if any(row.state in WAITING for row in invitations) or whose_turn(ask, invitations):
        return AskState.OPEN
    return AskState.ANSWERED if holds(invitations) else AskState.EXHAUSTED


def link_ends(at: datetime, until: datetime | None) -> datetime:
    """When a link ends whose time begins at `at`: not before what it leads to is over, and time
    to read has passed."""
    return max(at, until or at) + LINK_LIFE


def comes_back(on: date, timezone: str) -> datetime:
    """When a "later" comes back by itself: that day at eight in the morning in this zone."""
    return datetime.combine(on, MORNING, ZoneInfo(timezone)).astimezone(UTC)


def may_answer(row: InvitationRow, now: datetime) -> bool:
    """Whether the person asked may answer, or change the answer: until the link ends, for 24 hours
    after the first answer, and again when the day of a "later" has come."""
    if row.state == InvitationState.ANSWERED:
        fresh = row.answered_at is not None and now < row.answered_at + CHANGE_WINDOW
        return fresh or row.came_back_at is not None
    return row.state in (*WAITING, InvitationState.PASSED_ON) or (
        row.state == InvitationState.PLANNED and row.turn_at is not None
    )


def link_leads_somewhere(row: InvitationRow, now: datetime) -> bool:
    """Whether there is a page behind the link. The page for "no" is one and the same for links
    that are expired, withdrawn, unknown or malformed."""
    if row.expires_at is None or row.expires_at <= now:
        return False
    # Of who was asked when it was taken care of, the link ends too. It says so until it runs out.
    ended = (InvitationState.ANSWERED, InvitationState.WITHDRAWN)
    return row.state in ended or may_answer(row, now)


def may_be_written_to(ask: AskRow, invitations: Sequence[Row], row: Row) -> bool:
    """Whether Halved would write to this person by itself, as things stand. Only then does it
    matter when they were written to before."""
    if row.way != Way.EMAIL:
        return False
    if row.state == InvitationState.PLANNED:
        return row in whose_turn(ask, invitations)
    return row.state == InvitationState.ASKED and not stops(invitations)


def needs_route(
    ask: AskRow, invitations: Sequence[InvitationRow], row: InvitationRow, now: datetime
) -> bool:
    """Whether the server may still have to write to this person by itself. If not, the address
    and the link are wiped, and the server can no longer open the ask."""
    if ask.state == AskState.CLOSED or row.way != Way.EMAIL or row.undelivered_at:
        return False
    stands = any(
        other.answer == Answer.YES
        and other.answered_at is not None
        and other.answered_at + CHANGE_WINDOW <= now
        for other in invitations
    )
    return not stands and row.state in (InvitationState.PLANNED, InvitationState.ASKED)


def names_of_others(words: str, names: Sequence[str], own: str = "") -> list[str]:
    """The names of other people on the list that stand in these words, so that nobody learns by
    a wrong greeting that they were second. Whole words, case does not matter; a first name that
    is also the reader's own says nothing."""
    text = words.casefold()
    first = {name: name.casefold().split()[0] for name in names if name.split()}
    mine = own.casefold().split()[:1]
    others = [name for name in first if [first[name]] != mine]
    return [name for name in others if re.search(rf"(?<!\w){re.escape(first[name])}(?!\w)", text)]
