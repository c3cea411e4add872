"""Time passes: who took a piece is reminded the day before, and told when it changed; the member is
told when something soon is still open."""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.db.models import Count, F, Q
from django.db.transaction import atomic

from halved.asks.models import Ask, Invitation
from halved.asks.moves import hold, route_to
from halved.asks.rules import AskState, Way
from halved.delivery import actions as delivery
from halved.delivery.models import Message
from halved.pieces import rules
from halved.pieces.models import Claim, Piece, Rota

log = logging.getLogger(__name__)
BATCH = 100
OUT = (AskState.OPEN, AskState.ANSWERED, AskState.EXHAUSTED)
LATER = timedelta(minutes=5)
Route = dict[str, Any]


def look_now(ask_id: UUID, now: datetime) -> None:
    """What changed may want a message: a worker looks and sets the time to look again."""
    Rota.objects.filter(Q(due_at=None) | Q(due_at__gt=now), ask=ask_id).update(due_at=now)


# --- where to write ---------------------------------------------------------------------------


def route_from_room(row: Invitation, what: str, now: datetime) -> Route | None:
    """Where to write to this person about a piece, as the member knows it; None for somebody who
    was not asked by e-mail. The room must be open."""
    if row.way != Way.EMAIL or not settings.CAN_MAIL:
        return None
    known = route_to(row, row.member, now)
    return known and {name: known[name] for name in ("to", "name", "timezone")} | {"what": what}


def route_from_letter(row: Invitation, letter: dict[str, Any], what: str) -> Route | None:
    """The same from what is behind the link, while the person asked has it open."""
    to = next((way for way in letter["reach"] if "@" in way), None)
    if row.way != Way.EMAIL or to is None or not settings.CAN_MAIL:
        return None
    return {"to": to, "name": letter["from"], "timezone": letter["timezone"], "what": what}


def write(row: Invitation, items: Sequence[tuple[str, Claim]], route: Route, at: datetime) -> None:
    """Queues one message about some claims of one person, and counts it. What is said of each:
    "ahead", "moved", "off" or "handed_on"."""
    letter = {name: route[name] for name in ("to", "name", "timezone")}
    letter["items"] = [
        {"news": news, "what": rules.in_mail(claim.route["what"]), "when": said(claim.piece)}
        for news, claim in items
    ]
    kind = Message.Kind.PIECES
    delivery.enqueue(kind, member_id=row.member_id, letter=letter, about=row.pk, at=at)
    delivery.note_written(row.member_id, route["to"], at)


def said(piece: Piece) -> str:
    """When it is, on the clock there: "Thursday 11 March, 18:00 to 20:00 (London)"."""
    zone = ZoneInfo(piece.zone)
    starts, ends = piece.starts_at.astimezone(zone), piece.ends_at.astimezone(zone)
    day = f"{starts:%A} {starts.day} {starts:%B}, {starts:%H:%M}"
    later = "" if ends.date() == starts.date() else f"{ends:%A} "
    place = piece.zone.rpartition("/")[2].replace("_", " ")
    return f"{day} to {later}{ends:%H:%M} ({place})"


# --- looking ----------------------------------------------------------------------------------


def advance_due(now: datetime) -> int:
    """Looks at the pieces of every ask that are due, for at most BATCH asks. Returns how many.

    Those that cannot be looked at are put off, so that they do not hold up the others.
    """
    due = Rota.objects.filter(due_at__lte=now).order_by("due_at")
    asks = list(due.values_list("ask_id", flat=True)[:BATCH])
    for ask_id in asks:
        try:
            advance(ask_id=ask_id, now=now)
        except (InterfaceError, OperationalError):  # the store is away: nothing is wrong with it
            raise
        except Exception:
            log.exception("the pieces of ask %s could not be looked at", ask_id)
            Rota.objects.filter(ask=ask_id, due_at__lte=now).update(due_at=now + LATER)
    return len(asks)


@atomic
def advance(*, ask_id: UUID, now: datetime) -> None:
    """Sends what is due about the pieces of one ask, forgets addresses that are not needed any
    more, and sets the time to look again: within a day, as long as something lies ahead."""
    ask = hold(ask_id)
    if not ask.member.is_active:  # time stands still until they are let back
        Rota.objects.filter(ask=ask_id).update(due_at=None)
        return
    rota = Rota.objects.get(ask=ask_id)
    Claim.objects.that_fell().filter(piece__ask=ask_id).delete()
    claims = Claim.objects.filter(piece__ask=ask_id, route__isnull=False)
    ordered = sorted(claims.select_related("piece", "invitation"), key=_whom)
    ahead = Piece.objects.filter(ask=ask_id, starts_at__gt=now)
    moments = [now + rules.EVERY] if ahead.exists() else []
    for _, some in groupby(ordered, key=_whom):
        moments += _tell_helper(ask, list(some), now)
    moments += _tell_member(ask, rota, now)
    Rota.objects.filter(ask=ask_id).update(told_at=rota.told_at, due_at=min(moments, default=None))


def _whom(claim: Claim) -> tuple[UUID, str]:
    return claim.invitation_id, claim.route["to"]


def _tell_helper(ask: Ask, claims: list[Claim], now: datetime) -> list[datetime]:
    """Writes to one person about all that is due, in one message. Returns when there is more to
    tell them."""
    route = claims[0].route
    written = delivery.written_at(ask.member.pk, [route["to"]], now)[route["to"]]
    ready = [claim for claim in claims if _write_at(claim, ask, written, now) == now]
    if ready:
        news = [(_news(claim, ask), claim) for claim in ready]
        write(claims[0].invitation, news, route, now)
        written = [*written, now]
    for claim in ready:
        _note_told(claim, ask, now)
    moments = {claim.pk: _write_at(claim, ask, written, now) for claim in claims if claim.route}
    needless = [claim.pk for claim in claims if moments.get(claim.pk) is None]
    Claim.objects.filter(pk__in=needless).update(route=None)
    if any(claim.untold for claim in claims if claim.pk in needless):
        delivery.notify(ask.member, now)  # they have to tell them
    return [at for at in moments.values() if at]


def _write_at(
    claim: Claim, ask: Ask, written: Sequence[datetime], now: datetime
) -> datetime | None:
    zone, piece = claim.route["timezone"], claim.piece
    due = rules.write_at(piece, claim, ask.state, zone, now)
    return due and rules.may_write_at(due, piece.starts_at, written, zone, now)


def _news(claim: Claim, ask: Ask) -> str:
    if rules.is_off(claim.piece, ask.state):
        return "off"
    return "moved" if claim.changed_at else "ahead"


def _note_told(claim: Claim, ask: Ask, now: datetime) -> None:
    """Every message says when it is now, so it tells of a change as well."""
    zone = claim.route["timezone"]
    claim.untold = False
    if rules.is_off(claim.piece, ask.state):
        claim.route = None
    elif rules.remind_at(claim.piece.starts_at, zone) <= now:
        claim.reminded_at = claim.reminded_at or now
    Claim.objects.filter(pk=claim.pk).update(untold=False, reminded_at=claim.reminded_at)


def _tell_member(ask: Ask, rota: Rota, now: datetime) -> list[datetime]:
    """Tells the member, once a day at most, that something soon is open. Returns when to look."""
    if ask.state not in OUT or rota.paused_at:
        return []
    open_ones = Piece.objects.filter(
        ask=ask.pk, starts_at__gt=now, closed_at=None, cancelled_at=None
    ).annotate(taken=Count("claims"))
    starts = list(open_ones.filter(taken__lt=F("places")).values_list("starts_at", flat=True))
    zone = ask.member.timezone
    at = rules.tell_of_open_at(starts, rota.told_at, zone, now)
    if at == now:
        delivery.notify(ask.member, now)
        rota.told_at = now
        at = rules.tell_of_open_at(starts, now, zone, now)
    return [at] if at else []
