"""What soon is still open, and whom the member has to tell something, for the first page."""

from datetime import datetime

from django.db.models import Exists, Q, QuerySet
from django.urls import reverse

from halved.accounts.models import Member
from halved.asks.news import News
from halved.asks.rules import AskState, Way
from halved.pieces import telling
from halved.pieces.models import Piece
from halved.pieces.rules import SOON, State
from halved.pieces.telling import Told
from halved.prepared import Find, Given

MOST = 3


def _soon_or_untold() -> QuerySet[Piece]:
    needed = ~Q(ask__state=AskState.CLOSED) & Q(cancelled_at=None, starts_at__lte=Given("soon"))
    untold = Exists(telling.untold_claims().filter(invitation__way=Way.EMAIL))
    ahead = Piece.objects.filter(member=Given("member"), starts_at__gt=Given("now"))
    return ahead.filter(needed | Q(untold)).only("pk")


_soon = Find(_soon_or_untold)


def of(member: Member, now: datetime) -> list[News]:
    """The first few of each, in four queries at most: who was asked by e-mail, took a piece that
    changed, and could not be written to in time; and what begins within two days and somebody
    could still take."""
    found = [row.pk for row in _soon.all(member=member.pk, now=now, soon=now + SOON)]
    told = telling.tell(member, member.pieces.filter(pk__in=found), now) if found else []
    return [*_to_tell(told, now)[:MOST], *_still_open(told, now)[:MOST]]


def _to_tell(told: list[Told], now: datetime) -> list[News]:
    return [
        _news(
            f"Halved could not write to {helper.name}",
            f"{row.what}: {_when(row, now)}. Tell them yourself.",
            row,
        )
        for row in told
        for helper in row.helpers
        if helper.untold and helper.by_mail
    ]


def _still_open(told: list[Told], now: datetime) -> list[News]:
    found = [row for row in told if row.state == State.OPEN and row.piece.starts_at <= now + SOON]
    return [_news(f"Still open: {row.what}", f"{_when(row, now)}.", row) for row in found]


def _news(sentence: str, detail: str, row: Told) -> News:
    return News(sentence, detail, reverse("pieces:piece", args=[row.piece.pk]), "Look")


def _when(row: Told, now: datetime) -> str:
    return f"{telling.said_day(row.day, now)}, {row.hours}"
