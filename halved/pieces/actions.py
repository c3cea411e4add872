"""What the member does with pieces of help. Each function is one transaction that holds the ask, so
that somebody who takes a place and the member who closes it never pass each other by."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Q, Value
from django.db.models.functions import Greatest
from django.db.transaction import atomic

from halved.asks import actions as asks
from halved.asks.models import Ask, Invitation
from halved.asks.moves import hold, zone_of
from halved.asks.rules import LINK_LIFE, AskState, InvitationState
from halved.pieces.following import About
from halved.pieces.models import Claim, Piece, Rota
from halved.pieces.reminding import look_now, route_from_room
from halved.pieces.series import MOST, CannotRepeat, Span, When, expand
from halved.pieces.subscribing import lay_key
from halved.vault.crypto import new_key
from halved.vault.fields import seal_behind_link, unseal_behind_link


def pieces_key(ask: Ask) -> bytes:
    """The key of the pieces of this ask, if it has any. The room must be open."""
    return bytes.fromhex(ask.pieces_key)


# --- what is needed ---------------------------------------------------------------------------


@atomic
def add(*, ask: Ask, series: UUID, when: When, about: About, now: datetime) -> list[Piece]:
    """Adds what is needed at one time, or at each time of a rule. The same `series` twice adds it
    once. Nothing is added when the ask is closed. Raises CannotRepeat, also when it begins in the
    past and when there would be more than MOST in this ask.

    Everybody invited finds it behind their link, and links live until it is over.
    """
    held = hold(ask.pk)
    before = list(Piece.objects.filter(ask=ask.pk, series=series))
    if before or held.state == AskState.CLOSED:
        return before
    spans = expand(when)
    if spans[0].starts_at <= now:
        raise CannotRepeat("That time is over. Choose a later one.")
    if Piece.objects.filter(ask=ask.pk, cancelled_at=None).count() + len(spans) > MOST:
        raise CannotRepeat(f"One ask can hold {MOST} pieces. Choose fewer.")
    key = _begin(ask)
    made = [_piece(ask, series, each, when.zone) for each in spans]
    for piece in made:
        say(piece, key, about)
    Piece.objects.bulk_create(made)
    keep_links(ask, spans[-1].ends_at)
    look_now(ask.pk, now)
    return made


def _piece(ask: Ask, series: UUID, span: Span, zone: str) -> Piece:
    return Piece(
        member=ask.member, ask=ask, series=series, zone=zone,
        starts_at=span.starts_at, ends_at=span.ends_at,
    )  # fmt: skip


def say(piece: Piece, key: bytes, about: About) -> None:
    piece.places = about.places
    piece.seal(key, {"what": about.what, "leave_out": about.leave_out}, about.where)


def _begin(ask: Ask) -> bytes:
    """The key of this ask's pieces. The first time, it is made, and laid behind the links that are
    already out."""
    Rota.objects.get_or_create(ask=ask)
    fresh = Ask.objects.get(pk=ask.pk)
    fresh.member = ask.member
    if fresh.pieces_key is None:
        fresh.pieces_key = new_key().hex()
        fresh.save(update_fields=["pieces_key"])
        for row in fresh.invitations.filter(link__isnull=False).select_related("contact"):
            row.member = ask.member
            _lay_behind_link(row, fresh.pieces_key)
    ask.pieces_key = fresh.pieces_key
    lay_key(ask)
    return pieces_key(ask)


def _lay_behind_link(row: Invitation, key: str) -> None:
    if row.state == InvitationState.WITHDRAWN or row.letter is None:
        return
    if row.contact:
        row.contact.member = row.member
    letter = unseal_behind_link(row.token, bytes(row.letter), row.letter_place)
    letter |= {"pieces_key": key, "timezone": zone_of(row, row.member)}
    row.letter = seal_behind_link(row.token, letter, row.letter_place)
    row.save(update_fields=["letter"])


def keep_links(ask: Ask, until: datetime) -> None:
    """Links lead somewhere as long as there is a piece, and a while after."""
    Ask.objects.filter(Q(links_until=None) | Q(links_until__lt=until), pk=ask.pk).update(
        links_until=until
    )
    live = Invitation.objects.filter(ask=ask.pk, expires_at__isnull=False)
    live.exclude(state=InvitationState.WITHDRAWN).update(
        expires_at=Greatest("expires_at", Value(until + LINK_LIFE))
    )


@atomic
def call_off(*, ask: Ask, pieces: Sequence[UUID], now: datetime) -> int:
    """These are not needed any more. Who took one sees it behind their link, and is told by e-mail
    if they were asked by one. What was never out is gone. Returns how many had not begun."""
    held = hold(ask.pk)
    ahead = Piece.objects.filter(pk__in=pieces, ask=ask.pk, cancelled_at=None, starts_at__gt=now)
    if held.state == AskState.DRAFT:
        return ahead.delete()[0]
    off = list(ahead)
    ahead.update(cancelled_at=now)
    Claim.objects.filter(piece__in=off).update(untold=True)
    find_ways_again(ask, off, now)
    look_now(ask.pk, now)
    return len(off)


def find_ways_again(ask: Ask, pieces: Sequence[Piece], now: datetime) -> None:
    """What changed may have to be told to people whose address the server has forgotten, or holds
    together with the words from before. The room is open: it can be told again."""
    key = pieces_key(ask)
    claims = Claim.objects.that_hold().filter(piece__in=pieces)
    for claim in claims.select_related("invitation__contact", "piece"):
        claim.invitation.member = ask.member
        what = claim.piece.open_words(key)["what"]
        claim.route = route_from_room(claim.invitation, what, now)
        claim.save(update_fields=["route"])


@atomic
def close(*, ask: Ask, now: datetime) -> bool:
    """ "It's taken care of": the ask is closed, and what lies ahead of it is called off, so that
    who took a piece is told at once. Pages close every ask by this. False when it is not out."""
    if not asks.close_ask(ask=ask, now=now):
        return False
    if ask.pieces_key:
        call_off(ask=ask, pieces=list(ask.pieces.values_list("pk", flat=True)), now=now)
    return True


# --- who may take it --------------------------------------------------------------------------


@atomic
def enough(*, ask: Ask, now: datetime, piece: Piece | None = None) -> int:
    """ "Enough now": closes what is open, or this one, for good. What was taken stays. Returns how
    many pieces it closed."""
    hold(ask.pk)
    open_ones = Piece.objects.filter(
        ask=ask.pk, closed_at=None, cancelled_at=None, starts_at__gt=now
    )
    if piece:
        open_ones = open_ones.filter(pk=piece.pk)
    return open_ones.update(closed_at=now)


@atomic
def pause(*, ask: Ask, now: datetime) -> bool:
    """Nobody can take anything until it goes on. What was taken stays."""
    hold(ask.pk)
    return bool(Rota.objects.filter(ask=ask.pk, paused_at=None).update(paused_at=now))


@atomic
def resume(*, ask: Ask, now: datetime) -> bool:
    hold(ask.pk)
    done = Rota.objects.filter(ask=ask.pk, paused_at__isnull=False).update(paused_at=None)
    look_now(ask.pk, now)
    return bool(done)


@atomic
def show_names(*, ask: Ask, on: bool) -> None:
    """Whether helpers see what other helpers want to be called."""
    hold(ask.pk)
    Rota.objects.filter(ask=ask.pk).update(shows_names=on)
