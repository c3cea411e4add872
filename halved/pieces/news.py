"""What soon is still open, and whom the member has to tell something, for the first page."""

from datetime import datetime

from django.db.models import Exists, Q
from django.urls import reverse

from halved.accounts.models import Member
from halved.asks.news import News
from halved.asks.rules import Way
from halved.pieces import telling
from halved.pieces.rules import SOON, State
from halved.pieces.telling import Told

MOST = 3


def of(member: Member, now: datetime) -> list[News]:
    """The first few of each, in three queries at most: who was asked by e-mail, took a piece that
    changed, and could not be written to in time; and what begins within two days and somebody
    could still take."""
    claims = telling.untold_claims().filter(invitation__way=Way.EMAIL)
    soon = Q(pk__in=telling.coming(member, now), starts_at__lte=now + SOON)
    pieces = member.pieces.filter(soon | Q(Exists(claims)), starts_at__gt=now)
    told = telling.tell(member, pieces, now)
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
