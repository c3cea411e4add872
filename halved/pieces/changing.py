"""What the member changes of a piece that is there: this one, or this one and those after it in its
series. Each function is one transaction that holds the ask, as in actions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.db.transaction import atomic

from halved.asks.models import Ask
from halved.asks.moves import hold
from halved.pieces import rules
from halved.pieces.actions import find_ways_again, keep_links, pieces_key, say
from halved.pieces.following import About, Look, follow
from halved.pieces.models import Claim, Piece
from halved.pieces.reminding import look_now
from halved.pieces.series import CannotRepeat, Span, When, span

WRITTEN = [
    *("starts_at", "ends_at", "zone", "places", "words", "location"),
    *("revision", "recurrence_at"),
]
TOO_EARLY = "One of the later ones would be over by then. Choose a later day, or change this alone."


@dataclass(frozen=True)
class Change:
    """How a piece is to be, and whether that is new."""

    piece: Piece
    span: Span
    about: About
    is_new: bool

    @property
    def moves(self) -> bool:
        return _span(self.piece) != self.span


@atomic
def change(*, ask: Ask, piece: Piece, when: When, about: About, now: datetime) -> bool:
    """Changes one piece: `when.rule` counts for nothing here. Who took it keeps it. If its time is
    another, they are asked to look again, and told by e-mail if they were asked by one. What is
    changed for its series later leaves it as it is.

    False when it has begun or is called off, would be in the past, or needs fewer people than took
    it. Raises CannotRepeat when it would end before it begins.
    """
    this = _change_of(ask, piece, (when, about), now)
    if this is None:
        return False
    if this.is_new:
        this.piece.recurrence_at = this.piece.recurrence_at or this.piece.starts_at
    _make(ask, [this], now)
    return True


@atomic
def change_following(*, ask: Ask, piece: Piece, when: When, about: About, now: datetime) -> bool:
    """Changes this piece as `change` does, and in the same way those that `later_ones` finds: by as
    many days, to the same time of day, and in the words, the place and the number that changed.
    Each needs at least as many people as took it.

    False as for `change`. Raises CannotRepeat also when one of them would begin in the past.
    """
    this = _change_of(ask, piece, (when, about), now)
    if this is None:
        return False
    key, later = pieces_key(ask), list(later_ones(this.piece).filter(recurrence_at=None))
    # Who was changed alone looks like nobody else: the series is as the next of it is.
    first = later[0] if later and this.piece.recurrence_at else this.piece
    days = (when.starts.date() - _day(this.piece)).days
    before, after = _look(first, key), Look(when.starts, when.ends, about)
    those = []
    for row in later:
        own = _look(row, key)
        those.append(_following(row, own, follow(own, before, after, days), key))
    if any(each.span.starts_at <= now for each in those):
        raise CannotRepeat(TOO_EARLY)
    this.piece.recurrence_at = None
    _make(ask, [this, *those], now)
    return True


def later_ones(piece: Piece) -> QuerySet[Piece]:
    """Those of its series that come after this one and are not called off."""
    made = Piece.objects.filter(ask=piece.ask_id, series=piece.series, cancelled_at=None)
    return made.filter(starts_at__gt=piece.starts_at)


def _change_of(ask: Ask, piece: Piece, to: tuple[When, About], now: datetime) -> Change | None:
    """What the member wants of the piece that the page showed; None when that cannot be."""
    held, (when, about), key = hold(ask.pk), to, pieces_key(ask)
    fresh, new = Piece.objects.get(pk=piece.pk, ask=ask.pk), span(when)
    if not rules.lies_ahead(fresh, held.state, now) or new.starts_at <= now:
        return None
    if not _close_ranks(fresh, about.places):
        return None
    fresh.zone = when.zone
    return _to(fresh, new, about, key)


def _following(piece: Piece, own: Look, look: Look, key: bytes) -> Change:
    """Nobody loses a place: it needs no fewer people than took it."""
    taken = piece.claims.that_hold().count()
    about = replace(look.about, places=max(look.about.places, taken))
    _close_ranks(piece, about.places)
    stays = (look.starts, look.ends) == (own.starts, own.ends)
    new = _span(piece) if stays else span(When(look.starts, look.ends, piece.zone))
    return _to(piece, new, about, key)


def _to(piece: Piece, new: Span, about: About, key: bytes) -> Change:
    return Change(piece, new, about, is_new=(_span(piece), _about(piece, key)) != (new, about))


# --- how it is now ----------------------------------------------------------------------------


def _span(piece: Piece) -> Span:
    return Span(piece.starts_at, piece.ends_at)


def _look(piece: Piece, key: bytes) -> Look:
    there = ZoneInfo(piece.zone)
    starts, ends = (
        at.astimezone(there).replace(tzinfo=None) for at in (piece.starts_at, piece.ends_at)
    )
    return Look(starts, ends, _about(piece, key))


def _about(piece: Piece, key: bytes) -> About:
    where = piece.open_location(key)
    return About(**piece.open_words(key), where=where, places=piece.places)


def _day(piece: Piece) -> date:
    """The day on which its series has it, on the clock there."""
    planned = piece.recurrence_at or piece.starts_at
    return planned.astimezone(ZoneInfo(piece.zone)).date()


# --- how it is to be --------------------------------------------------------------------------


def _make(ask: Ask, changes: Sequence[Change], now: datetime) -> None:
    """Writes what is new. Who took one whose time is another is asked to look again."""
    new, key = [each for each in changes if each.is_new], pieces_key(ask)
    moved = [each.piece.pk for each in new if each.moves]
    for each in new:
        each.piece.starts_at, each.piece.ends_at = each.span.starts_at, each.span.ends_at
        each.piece.revision += 1
        say(each.piece, key, each.about)
    Piece.objects.bulk_update([each.piece for each in changes], WRITTEN)
    Claim.objects.filter(piece__in=moved).update(changed_at=now, untold=True)
    if new:
        keep_links(ask, max(each.span.ends_at for each in new))
        find_ways_again(ask, [each.piece for each in new], now)
        look_now(ask.pk, now)


def _close_ranks(piece: Piece, places: int) -> bool:
    """Moves who took it to the first `places` places. False when there are more of them."""
    piece.claims.that_fell().delete()
    claims = list(piece.claims.all())
    if len(claims) > places:
        return False
    for claim in claims:
        if claim.position >= places:
            taken = [other.position for other in claims]
            position = rules.free_place(places, (each for each in taken if each < places))
            assert position is not None
            claim.position = position
            claim.save(update_fields=["position"])
    return True
