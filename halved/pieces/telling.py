"""When pieces of help are and how they stand, in words. Reads rows, changes nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.formats import date_format

from halved.accounts.models import Member
from halved.asks.rules import AskState, Way
from halved.pieces import rules
from halved.pieces.models import Claim, ClaimQuerySet, Piece
from halved.pieces.rules import State

MOST_DAYS = 6  # in one sentence
SEVERAL = ["", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"]


# --- when -------------------------------------------------------------------------------------


def day_of(piece: Piece) -> date:
    """The day on which it begins, on the clock there."""
    return piece.starts_at.astimezone(ZoneInfo(piece.zone)).date()


def said_day(day: date, now: datetime) -> str:
    """ "Thursday 11 March", with the year if it is another."""
    return str(date_format(day, "l j F" if day.year == now.year else "l j F Y"))


def hours(piece: Piece, zone: str) -> str:
    """From when to when, for somebody whose clock is that of `zone`."""
    there = _stretch(piece, piece.zone)
    at = piece.starts_at
    if at.astimezone(ZoneInfo(zone)).utcoffset() == at.astimezone(ZoneInfo(piece.zone)).utcoffset():
        return there
    return f"{there} in {city(piece.zone)}. Where you are: {_stretch(piece, zone)}"


def _stretch(piece: Piece, zone: str) -> str:
    there = ZoneInfo(zone)
    starts, ends = piece.starts_at.astimezone(there), piece.ends_at.astimezone(there)
    return f"{_time(starts, day_of(piece))} to {_time(ends, day_of(piece))}"


def _time(at: datetime, day: date) -> str:
    return f"{at:%H:%M}" if at.date() == day else f"{date_format(at.date(), 'l')} {at:%H:%M}"


def city(zone: str) -> str:
    """Where this zone is, in a word: "London"."""
    return zone.rpartition("/")[2].replace("_", " ")


# --- for the member ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Helper:
    """Somebody who took it, and what there is to know about that."""

    person: UUID  # the invitation
    name: str
    note: str
    moved: bool  # they have not agreed to the new time yet
    untold: bool  # something changed, and no message goes to them
    by_mail: bool  # how they were asked


@dataclass(frozen=True)
class Told:
    """One piece, for the member's page."""

    piece: Piece
    what: str
    where: str
    leave_out: str
    day: date
    hours: str
    state: State
    sentence: str
    helpers: list[Helper]

    @property
    def is_open(self) -> bool:
        return self.state in (State.OPEN, State.PAUSED)


def coming(member: Member, now: datetime) -> QuerySet[Piece]:
    """What is needed and not over, soonest first."""
    ahead = member.pieces.filter(ends_at__gt=now, cancelled_at=None)
    return ahead.exclude(ask__state=AskState.CLOSED)


def untold(member: Member, now: datetime) -> QuerySet[Piece]:
    """What is called off and has not begun, and somebody who took it gets no message about it."""
    off = Q(cancelled_at__isnull=False) | Q(ask__state=AskState.CLOSED)
    return member.pieces.filter(off, Exists(untold_claims()), starts_at__gt=now)


def untold_claims() -> ClaimQuerySet:
    """Of a piece in the query around it: those who took it and get no message about a change."""
    theirs = Claim.objects.that_hold().filter(piece=OuterRef("pk"))
    return theirs.filter(untold=True, route__isnull=True)


def tell(member: Member, pieces: QuerySet[Piece], now: datetime) -> list[Told]:
    """How these pieces of a member stand, day by day. Three queries, however many there are."""
    rows = list(
        pieces.select_related("ask__rota").prefetch_related(
            Prefetch("claims", Claim.objects.that_hold())
        )
    )
    people = _people(member, rows)
    keys: dict[UUID, bytes] = {}
    for row in rows:
        if row.ask_id not in keys:
            row.ask.member = member
            keys[row.ask_id] = bytes.fromhex(row.ask.pieces_key)
    told = [_tell(row, keys[row.ask_id], people, (member.timezone, now)) for row in rows]
    return sorted(told, key=lambda each: (each.day, each.piece.starts_at))


def _people(member: Member, pieces: Sequence[Piece]) -> dict[UUID, tuple[str, str]]:
    """What the member calls those who took these pieces, and how they were asked."""
    people = {claim.invitation_id for piece in pieces for claim in piece.claims.all()}
    rows = member.invitations.filter(pk__in=people).only("member", "name", "way")
    return {row.pk: (row.name, row.way) for row in rows}


def _tell(
    piece: Piece,
    key: bytes,
    people: dict[UUID, tuple[str, str]],
    where_and_when: tuple[str, datetime],
) -> Told:
    zone, now = where_and_when
    claims = list(piece.claims.all())
    paused = piece.ask.rota.paused_at is not None
    state = rules.state(piece, len(claims), piece.ask.state, paused, now)
    helpers = [_helper(claim, *people[claim.invitation_id]) for claim in claims]
    return Told(
        piece=piece,
        **piece.open_words(key),
        where=piece.open_location(key),
        day=day_of(piece),
        hours=hours(piece, zone),
        state=state,
        sentence=how_it_stands(state, piece.places, [helper.name for helper in helpers]),
        helpers=helpers,
    )


def _helper(claim: Claim, name: str, way: str) -> Helper:
    untold, by_mail = claim.untold and claim.route is None, way == Way.EMAIL
    notes = []
    if untold:
        cannot = "could not" if by_mail else "does not"
        notes.append(f"Halved {cannot} write to {name}. Tell them yourself.")
    if claim.changed_at:
        notes.append(f"{name} has not said yet whether the new time suits.")
    elif claim.offered_at:
        notes.append(f"{name} offers it to the others, and keeps it until somebody takes it.")
    moved = claim.changed_at is not None
    return Helper(claim.invitation_id, name, " ".join(notes), moved, untold, by_mail)


def how_it_stands(state: State, places: int, names: Sequence[str]) -> str:
    """Who takes it, and whether more people are needed."""
    taken = f"{_and(names)} {'takes' if len(names) == 1 else 'take'} it." if names else ""
    free = places - len(names)
    if state == State.OFF:
        return "Called off."
    if state == State.FULL or not free:
        return taken
    if state == State.BEGUN:
        return taken or "Nobody took it."
    if state == State.ENOUGH:
        return f"{taken} Nobody else can take it.".strip()
    if not names:
        return (
            "Nobody has taken it yet." if free == 1 else f"It needs {_number(free).lower()} people."
        )
    return f"{taken} {_number(free)} more {'is' if free == 1 else 'are'} needed."


def _number(count: int) -> str:
    return SEVERAL[count] if count < len(SEVERAL) else str(count)


def _and(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def by_day(told: Iterable[Told], now: datetime) -> list[tuple[str, list[Told]]]:
    """The pieces of each day, under the day in words."""
    return [
        (said_day(day, now), list(rows)) for day, rows in groupby(told, key=lambda row: row.day)
    ]


@dataclass(frozen=True)
class StillOpen:
    """What is open under one name: the first of them, and the days."""

    first: Piece
    what: str
    days: str


def still_open(told: Iterable[Told]) -> list[StillOpen]:
    """What somebody could still take, each name once, soonest first."""
    found: dict[tuple[UUID, str], list[Told]] = {}
    for row in told:
        if row.is_open:
            found.setdefault((row.piece.ask_id, row.what), []).append(row)
    return [StillOpen(rows[0].piece, what, _days(rows)) for (_, what), rows in found.items()]


def _days(rows: Sequence[Told]) -> str:
    """ "Thursday 3 December", or "3, 10 and 17 December"; at most MOST_DAYS of them."""
    every = list(dict.fromkeys(row.day for row in rows))
    if len(every) == 1:
        return str(date_format(every[0], "l j F"))
    named = every[:MOST_DAYS]
    last = {(day.year, day.month): day for day in named}.values()
    said = [str(date_format(day, "j F" if day in last else "j")) for day in named]
    return _and([*said, "later"] if len(every) > MOST_DAYS else said)


# --- a few weeks ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Day:
    """How much of a day is taken, of ten, and whether somebody is still needed."""

    taken: int
    is_open: bool


def days(told: Iterable[Told]) -> dict[date, Day]:
    """Each day on which something is needed."""
    found = {}
    for day, group in groupby(told, key=lambda row: row.day):
        rows = list(group)
        taken = sum(len(row.helpers) for row in rows)
        free = sum(row.piece.places - len(row.helpers) for row in rows if row.is_open)
        share = 10 * taken // (taken + free) if taken + free else 0
        found[day] = Day(max(share, 2) if taken else 0, bool(free))
    return found


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
