"""What a helper gets to see of the pieces of an ask. The place is for who took it, names of other
helpers only if the member says so: nobody else's page ever holds them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Prefetch

from halved.asks.models import Invitation
from halved.pieces import rules
from halved.pieces.models import Claim, Piece, Rota
from halved.pieces.rules import State


@dataclass(frozen=True)
class Shown:
    """One piece as one helper may see it."""

    piece: Piece
    what: str
    leave_out: str
    state: State
    free: int  # how many places nobody has taken
    mine: Claim | None
    where: str  # "" unless it is theirs
    offered: list[UUID]  # claims of others that one may take over
    names: list[str]  # of others who took it; empty unless the member shows names


def to_helper(row: Invitation, letter: dict[str, Any], now: datetime) -> list[Shown]:
    """Every piece of the ask that is not over, as the person behind this link may see it, soonest
    first; what is off only if it was theirs. Three queries."""
    if "pieces_key" not in letter:
        return []
    key = bytes.fromhex(letter["pieces_key"])
    rota = Rota.objects.select_related("ask").only("shows_names", "paused_at", "ask__state")
    together = rota.get(ask=row.ask_id)
    ahead = Piece.objects.filter(ask=row.ask_id, ends_at__gt=now)
    pieces = ahead.prefetch_related(Prefetch("claims", Claim.objects.that_hold()))
    found = [_show(piece, row, together, key, now) for piece in pieces]
    return [each for each in found if each.state != State.OFF or each.mine]


def _show(piece: Piece, row: Invitation, rota: Rota, key: bytes, now: datetime) -> Shown:
    claims = list(piece.claims.all())
    mine = next((claim for claim in claims if claim.invitation_id == row.pk), None)
    others = [claim for claim in claims if claim is not mine]
    paused = rota.paused_at is not None
    state = rules.state(piece, len(claims), rota.ask.state, paused, now)
    ahead = rules.lies_ahead(piece, rota.ask.state, now)
    words = piece.open_words(key)
    names = [claim.open_name(key) for claim in others] if rota.shows_names else []
    return Shown(
        piece=piece,
        what=words["what"],
        leave_out=words["leave_out"],
        state=state,
        free=piece.places - len(claims) if state == State.OPEN else 0,
        mine=mine,
        where=piece.open_location(key) if mine else "",
        offered=[claim.pk for claim in others if claim.offered_at and ahead and not mine],
        names=[name for name in names if name],
    )
