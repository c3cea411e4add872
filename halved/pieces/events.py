"""Pieces as events of a calendar. Reads rows, changes nothing."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models import F, Prefetch, Q

from halved.asks.rules import AskState
from halved.pieces import rules
from halved.pieces.calendars import Event
from halved.pieces.models import Claim, Feed, Piece
from halved.pieces.rules import State
from halved.pieces.shown import Shown
from halved.pieces.subscribing import BACK

AHEAD = timedelta(days=365)
MOST = 500


def of_piece(piece: Piece, key: bytes) -> Event:
    """With its words, for the member. `key`: that of the pieces of its ask."""
    what, where = piece.open_words(key)["what"], piece.open_location(key)
    return _event(piece, what, where, "")


def of_helper(shown: Shown) -> Event:
    """What somebody sees of a piece that they took."""
    note = f"Please not: {shown.leave_out}" if shown.leave_out else ""
    return _event(shown.piece, shown.what, shown.where, note)


def in_feed(feed: Feed, token: str, now: datetime) -> list[Event]:
    """What a feed shows: from BACK before now to AHEAD of it, the first MOST, and for BACK also
    what was called off. Four queries at most."""
    since = now - BACK
    called_off = Q(cancelled_at__lt=since) | Q(
        ask__state=AskState.CLOSED,
        ask__closed_at__lt=since,
        starts_at__gt=F("ask__closed_at"),
    )
    pieces = Piece.objects.filter(
        ~called_off, member=feed.member_id, ends_at__gt=since, starts_at__lt=now + AHEAD
    )
    if not feed.with_words:
        return [_event(piece, "", "", "") for piece in pieces.select_related("ask")[:MOST]]
    keys = {row.ask_id: row.open(token) for row in feed.keys.all()}
    claims = Prefetch("claims", Claim.objects.that_hold())
    rows = pieces.select_related("ask__rota").prefetch_related(claims)[:MOST]
    return [_told(piece, keys.get(piece.ask_id), now) for piece in rows]


def _told(piece: Piece, key: bytes | None, now: datetime) -> Event:
    if key is None:  # the feed was changed or ended in this very moment
        return _event(piece, "", "", "")
    what, where = piece.open_words(key)["what"], piece.open_location(key)
    note = "" if _is_called_off(piece) else _how_it_stands(piece, key, now)
    return _event(piece, what, where, note)


def _event(piece: Piece, what: str, where: str, note: str) -> Event:
    return Event(
        uid=piece.pk,
        starts_at=piece.starts_at,
        ends_at=piece.ends_at,
        revision=piece.revision,
        called_off=_is_called_off(piece),
        what=what,
        where=where,
        note=note,
    )


def _is_called_off(piece: Piece) -> bool:
    """What had begun when the ask was taken care of did take place."""
    closed_at = piece.ask.closed_at if rules.is_over(piece.ask.state) else None
    return piece.cancelled_at is not None or (closed_at is not None and piece.starts_at > closed_at)


def _how_it_stands(piece: Piece, key: bytes, now: datetime) -> str:
    """Whether somebody takes it. A calendar may lie with others, so helpers are named only as they
    chose to be called, and only where the member shows names to helpers."""
    claims, rota = list(piece.claims.all()), piece.ask.rota
    called = [claim.open_name(key) for claim in claims] if rota.shows_names else []
    paused = rota.paused_at is not None
    state = rules.state(piece, len(claims), piece.ask.state, paused, now)
    said = [_taken(claims, [name for name in called if name])]
    if claims and state in (State.OPEN, State.PAUSED):
        said.append("Somebody more is needed.")
    if any(claim.changed_at for claim in claims):
        said.append("Not everybody has agreed to the new time yet.")
    return " ".join(said)


def _taken(claims: Sequence[Claim], names: Sequence[str]) -> str:
    if not claims:
        return "Nobody has taken it yet."
    if not names:
        return "It is taken."
    others = ["somebody else"] if len(names) < len(claims) else []
    return f"Taken by {' and '.join([*names, *others])}."
