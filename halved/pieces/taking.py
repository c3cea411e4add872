"""What helpers do: take a place, give it back, offer it to the others, agree to a new time. The ask
is held, and there can be only one row for a place: nobody gets the same one twice."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.transaction import atomic

from halved.asks import actions as asks
from halved.asks.models import Ask, Invitation
from halved.asks.moves import hold, make_due
from halved.asks.rules import HELP, Answer, InvitationState, Reply, link_leads_somewhere
from halved.delivery import actions as delivery
from halved.group_commit import grouped
from halved.pieces import rules
from halved.pieces.models import Claim, Piece, Rota
from halved.pieces.reminding import look_now, route_from_letter, route_from_room, write
from halved.vault.fields import seal_for

Letter = dict[str, Any]  # what is behind the link of whoever takes it


# --- taking -----------------------------------------------------------------------------------


@grouped
def take(
    *, row: Invitation, piece_id: UUID, letter: Letter, name: str, now: datetime
) -> Claim | None:
    """Takes a place for the person asked. `name` is what other helpers may call them, or "". Who
    had not answered, or had said no, has answered now: yes, but less.

    None when there is no place for them. Taking it twice is taking it once.
    """
    ask = hold(row.ask_id)
    piece = Piece.objects.filter(pk=piece_id, ask=ask.pk).first()
    if piece is None:
        return None
    if mine := piece.claims.that_hold().filter(invitation=row.pk).first():
        return mine
    claim = _free(ask, piece, now)
    if claim is None or not _says_yes(ask, row, now):
        return None
    key = bytes.fromhex(letter["pieces_key"])
    claim.invitation = row
    claim.seal_name(key, name)
    claim.route = route_from_letter(row, letter, piece.open_words(key)["what"])
    claim.save(force_insert=True)
    look_now(ask.pk, now)
    return claim


@atomic
def note_taken(*, row: Invitation, piece_id: UUID, now: datetime) -> Claim | None:
    """The person told the member that they take it, and the member notes it. None when no place
    is open, or when they answered behind their own link and can take it there."""
    ask = hold(row.ask_id)
    piece = Piece.objects.filter(pk=piece_id, ask=ask.pk).first()
    claim = piece and _free(ask, piece, now)
    if not piece or not claim or piece.claims.filter(invitation=row.pk).exists():
        return None
    part = Reply(Answer.PART)
    if row.answer not in HELP and not asks.note_answer(row=row, reply=part, now=now):
        return None
    key = bytes.fromhex(row.ask.pieces_key)
    claim.invitation = row
    claim.route = route_from_room(row, piece.open_words(key)["what"], now)
    claim.save(force_insert=True)
    look_now(ask.pk, now)
    return claim


def _free(ask: Ask, piece: Piece, now: datetime) -> Claim | None:
    """A place that is open, not yet anybody's."""
    piece.claims.that_fell().delete()
    taken = list(piece.claims.values_list("position", flat=True))
    paused = Rota.objects.filter(ask=ask.pk, paused_at__isnull=False).exists()
    position = rules.free_place(piece.places, taken)
    state = rules.state(piece, len(taken), ask.state, paused, now)
    if position is None or state != rules.State.OPEN:
        return None
    return Claim(piece=piece, position=position, taken_at=now)


def _says_yes(ask: Ask, row: Invitation, now: datetime) -> bool:
    """Lets the answer be one that helps. False when the link has ended."""
    fresh = Invitation.objects.get(pk=row.pk)
    fresh.member = ask.member
    if fresh.state == InvitationState.WITHDRAWN or not link_leads_somewhere(fresh, now):
        return False
    if fresh.answer in HELP or asks.answer(row=fresh, reply=Reply(Answer.PART), now=now):
        return True
    # A no has stood for a day and cannot be changed any more, except by what they do.
    Invitation.objects.filter(pk=row.pk, answer=Answer.NO).update(
        answer=Answer.PART, reply=seal_for(fresh, "reply", {"words": ""}), said=None, seen_at=None
    )
    make_due(ask, now)
    delivery.notify(ask.member, now)
    return True


# --- giving back ------------------------------------------------------------------------------


@grouped
def give_back(*, row: Invitation, piece_id: UUID, now: datetime) -> bool:
    """Their place is open again, and the member is told that something is new. False when they
    have none, or when the piece has begun or is off."""
    ask = hold(row.ask_id)
    if not _mine(ask, row, piece_id, now).delete()[0]:
        return False
    delivery.notify(ask.member, now)
    look_now(ask.pk, now)
    return True


@atomic
def release(*, row: Invitation, piece_id: UUID, now: datetime) -> bool:
    """The person told the member that they cannot, and the member notes it."""
    ask = hold(row.ask_id)
    released, _ = _mine(ask, row, piece_id, now).delete()
    look_now(ask.pk, now)
    return bool(released)


@grouped
def agree(*, row: Invitation, piece_id: UUID, now: datetime) -> bool:
    """The new time suits them. False when nothing was to be agreed to."""
    ask = hold(row.ask_id)
    changed = _mine(ask, row, piece_id, now).filter(changed_at__isnull=False)
    return bool(changed.update(changed_at=None, untold=False))


@atomic
def note_told(*, row: Invitation, piece_id: UUID) -> bool:
    """The member told this person that it is off, or that its time is another and suits them.
    False when there was nothing to tell."""
    ask = hold(row.ask_id)
    theirs = Claim.objects.that_hold().filter(piece=piece_id, piece__ask=ask.pk, invitation=row.pk)
    news = Q(untold=True) | Q(changed_at__isnull=False)
    return bool(theirs.filter(news).update(untold=False, changed_at=None))


def _mine(ask: Ask, row: Invitation, piece_id: UUID, now: datetime) -> QuerySet[Claim]:
    """What this person took of a piece that lies ahead: one claim, or none."""
    if rules.is_over(ask.state):
        return Claim.objects.none()
    return Claim.objects.that_hold().filter(
        piece=piece_id, piece__ask=ask.pk, invitation=row.pk,
        piece__cancelled_at=None, piece__starts_at__gt=now,
    )  # fmt: skip


# --- handing on -------------------------------------------------------------------------------


@grouped
def offer(*, row: Invitation, piece_id: UUID, on: bool, now: datetime) -> bool:
    """Offers their place to the other helpers, or no longer. It stays theirs until somebody takes
    it over. False when that was so before, or there is nothing to offer."""
    ask = hold(row.ask_id)
    mine = _mine(ask, row, piece_id, now).filter(offered_at__isnull=on)
    return bool(mine.update(offered_at=now if on else None))


@grouped
def take_over(
    *, row: Invitation, claim_id: UUID, letter: Letter, name: str, now: datetime
) -> Claim | None:
    """Takes over a place that somebody offers: one write, so that it is always one person's. Who
    offered it is told, if the server still knows where to write. None when it is not offered any
    more, or they take part in this piece already."""
    ask = hold(row.ask_id)
    offered = Claim.objects.that_hold().filter(pk=claim_id, piece__ask=ask.pk)
    claim = offered.filter(offered_at__isnull=False).select_related("piece", "invitation").first()
    if claim is None or not rules.lies_ahead(claim.piece, ask.state, now):
        return None
    piece = claim.piece
    piece.claims.that_fell().delete()
    if piece.claims.filter(invitation=row.pk).exists() or not _says_yes(ask, row, now):
        return None
    key = bytes.fromhex(letter["pieces_key"])
    _tell_who_offered(claim, now)
    claim.seal_name(key, name)
    route = route_from_letter(row, letter, piece.open_words(key)["what"])
    Claim.objects.filter(pk=claim.pk, invitation=claim.invitation, offered_at__isnull=False).update(
        invitation=row, name=claim.name, route=seal_for(claim, "route", route), taken_at=now,
        offered_at=None, changed_at=None, untold=False, reminded_at=None,
    )  # fmt: skip
    look_now(ask.pk, now)
    return Claim.objects.get(pk=claim.pk)


def _tell_who_offered(claim: Claim, now: datetime) -> None:
    route = claim.route
    if route:
        written = delivery.written_at(claim.piece.member_id, [route["to"]], now)[route["to"]]
        zone, last = route["timezone"], claim.piece.starts_at
        if at := rules.may_write_at(now, last, written, zone, now):
            write(claim.invitation, [("handed_on", claim)], route, at)
