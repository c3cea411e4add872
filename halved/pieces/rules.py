"""Who may take a piece of help, whom it belongs to, and when people are told of it.

Rows and `now` go in, decisions come out. Nothing here reads a clock, a store or what people wrote.

- A place belongs to whoever took it until they give it back, or offer it and another takes it
  over, or say no to the whole ask, or their invitation is withdrawn.
- "Enough now" closes what is open for good; who took something keeps it. A pause does the same for
  as long as it lasts.
- Once the ask is closed ("it's taken care of"), nothing that lies ahead is needed any more: it
  counts as called off.
- Links live until the last piece is over and two weeks more: no place is lost because a link ends.
- Nothing changes any more once a piece has begun.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from halved.asks.rules import AskState, InvitationState
from halved.delivery.rules import after_quiet_hours, earliest_write

MOST_PLACES = 20
REMIND_AT = time(10)  # the day before, on the clock where the helper is: far from quiet hours
SETTLE = timedelta(minutes=15)  # a time that was changed may be changed again: one message for both
SOON = timedelta(days=2)  # what is open so soon, the member is told of
EVERY = timedelta(days=1)  # so often the member is told at most, and each ask is looked at at least


class State(StrEnum):
    """What a piece is to somebody who could take it. The first that is true holds."""

    OFF = "off"  # not needed any more
    BEGUN = "begun"
    FULL = "full"
    ENOUGH = "enough"  # nobody may take the places that are left
    PAUSED = "paused"
    OPEN = "open"


class PieceRow(Protocol):
    starts_at: datetime
    ends_at: datetime
    places: int
    closed_at: datetime | None
    cancelled_at: datetime | None


class ClaimRow(Protocol):
    taken_at: datetime
    offered_at: datetime | None
    changed_at: datetime | None
    reminded_at: datetime | None
    untold: bool


class HelperRow(Protocol):
    state: str
    said_no_at: datetime | None


# --- whose it is ------------------------------------------------------------------------------


def is_off(piece: PieceRow, ask_state: str) -> bool:
    """Whether it is not needed any more: called off, or the whole ask is taken care of."""
    return piece.cancelled_at is not None or is_over(ask_state)


def is_over(ask_state: str) -> bool:
    """Whether the ask is taken care of."""
    return ask_state == AskState.CLOSED


def state(piece: PieceRow, taken: int, ask_state: str, paused: bool, now: datetime) -> State:
    """`taken`: how many of its places belong to somebody."""
    if is_off(piece, ask_state):
        return State.OFF
    if now >= piece.starts_at:
        return State.BEGUN
    if taken >= piece.places:
        return State.FULL
    if piece.closed_at is not None:
        return State.ENOUGH
    return State.PAUSED if paused else State.OPEN


def lies_ahead(piece: PieceRow, ask_state: str, now: datetime) -> bool:
    """Whether it is needed and has not begun: then what was taken can be given back, offered,
    handed on, changed or called off."""
    return not is_off(piece, ask_state) and now < piece.starts_at


def holds(claim: ClaimRow, helper: HelperRow) -> bool:
    """Whether what this person took is still theirs. Who says no afterwards has given it all back,
    and does not get it again by changing that answer."""
    said_no = helper.said_no_at is not None and helper.said_no_at > claim.taken_at
    return helper.state != InvitationState.WITHDRAWN and not said_no


def free_place(places: int, taken: Iterable[int]) -> int | None:
    """The first place, from 0 on, that belongs to nobody; None when all are taken."""
    occupied = set(taken)
    if len(occupied) >= places:
        return None
    return next(number for number in range(places) if number not in occupied)


# --- telling a helper -------------------------------------------------------------------------


def remind_at(starts_at: datetime, zone: str) -> datetime:
    """The day before, at ten in the morning where the helper is."""
    day = starts_at.astimezone(ZoneInfo(zone)).date() - timedelta(days=1)
    return datetime.combine(day, REMIND_AT, ZoneInfo(zone)).astimezone(UTC)


def wants_reminder(piece: PieceRow, claim: ClaimRow, zone: str) -> bool:
    """Once for each claim, and not for who took it the day before or later."""
    taken_on = claim.taken_at.astimezone(ZoneInfo(zone)).date()
    day = remind_at(piece.starts_at, zone).astimezone(ZoneInfo(zone)).date()
    return claim.reminded_at is None and taken_on < day


def write_at(
    piece: PieceRow, claim: ClaimRow, ask_state: str, zone: str, now: datetime
) -> datetime | None:
    """When a helper is to be written to about a claim, which may lie in the past; None when there
    is nothing more to say: then the server forgets where to write.

    That it is off, at once. That its time changed, when that has stood for a while. Else the day
    before it begins.
    """
    if now >= piece.starts_at:
        return None
    if is_off(piece, ask_state):
        return now
    moments = []
    if claim.untold and claim.changed_at is not None:
        moments.append(claim.changed_at + SETTLE)
    if wants_reminder(piece, claim, zone):
        moments.append(remind_at(piece.starts_at, zone))
    return min(moments, default=None)


def may_write_at(
    due: datetime, last: datetime, written_at: Sequence[datetime], zone: str, now: datetime
) -> datetime | None:
    """When a message that is due may go out: not in quiet hours, and no fourth in seven days.
    None when that would be later than `last`, the beginning of what it is about."""
    at = earliest_write(max(due, now), written_at, zone)
    return at if at < last else None


# --- telling the member -----------------------------------------------------------------------


def tell_of_open_at(
    open_from: Iterable[datetime], told_at: datetime | None, zone: str, now: datetime
) -> datetime | None:
    """When the member is to be told that something soon is still open; None when nothing is.
    `open_from`: when the open pieces begin. Never at night, and once a day at most."""
    soonest = max(now, told_at + EVERY) if told_at else now
    moments = (
        (after_quiet_hours(max(starts_at - SOON, soonest), zone), starts_at)
        for starts_at in open_from
    )
    return min((at for at, starts_at in moments if at < starts_at), default=None)


def in_mail(what: str) -> str:
    """What a message says of a piece. Nobody can send links or addresses by way of Halved: words
    that hold one stay behind the link. A time such as "6.30" is none."""
    addressed = re.search(r"://|\w@\w|\bwww\.|\w\.[a-z]{2,}", what, re.IGNORECASE)
    return "What it is stands on the page" if addressed else what
