"""What soon is still open, for the member's first page."""

from datetime import datetime

from django.urls import reverse

from halved.accounts.models import Member
from halved.asks.news import News
from halved.pieces import telling
from halved.pieces.rules import SOON, State

MOST = 3


def of(member: Member, now: datetime) -> list[News]:
    """The first few that begin within two days and that somebody could still take. Three queries
    at most."""
    soon = telling.coming(member, now).filter(starts_at__lte=now + SOON, starts_at__gt=now)
    told = telling.tell(member, soon, now)
    found = [row for row in told if row.state == State.OPEN][:MOST]
    return [
        News(
            f"Still open: {row.what}",
            f"{telling.said_day(row.day, now)}, {row.hours}.",
            reverse("pieces:piece", args=[row.piece.pk]),
            "Look",
        )
        for row in found
    ]
