"""The counts that operators see, once a day, and what stands on the page about them."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from halved.accounts.models import Member, SignUpInvite
from halved.asks.models import Ask, Invitation
from halved.asks.rules import AskState
from halved.delivery.models import Message, OptOut
from halved.delivery.rules import DAY, WEEK
from halved.operators.models import Suspension, Tally
from halved.operators.rules import CHANCES, in_words, rounded_down

COUNTED: dict[str, tuple[str, Callable[[datetime], QuerySet[Any]]]] = {
    "members": ("Members", lambda now: Member.objects.filter(is_active=True)),
    "suspended": ("Members who are suspended", lambda now: Suspension.objects.all()),
    "asks": ("Asks that wait for an answer", lambda now: Ask.objects.filter(state=AskState.OPEN)),
    "answers": (
        "Answers within seven days",
        lambda now: Invitation.objects.filter(answered_at__gt=now - WEEK),
    ),
    "waiting": ("Messages that wait", lambda now: Message.objects.filter(due_at__isnull=False)),
    "failed": (
        "Messages that did not go out, within a day",
        lambda now: Message.objects.filter(state=Message.State.FAILED, ended_at__gt=now - DAY),
    ),
    "stopped": ("Addresses that want no messages", lambda now: OptOut.objects.all()),
    "invitations": (
        "Invitations that are open",
        lambda now: SignUpInvite.objects.filter(used_at=None, expires_at__gt=now),
    ),
}


def count(now: datetime) -> None:
    """Counts anew what was counted a day ago or never. Only what may be shown is kept."""
    fresh = set(Tally.objects.filter(counted_at__gt=now - DAY).values_list("name", flat=True))
    rows = [
        Tally(name=name, rounded=_rounded(rows(now)), counted_at=now)
        for name, (_, rows) in COUNTED.items()
        if name not in fresh
    ]
    Tally.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["name"],
        update_fields=["rounded", "counted_at"],
    )


def _rounded(rows: QuerySet[Any]) -> int:
    return rounded_down(rows.count(), secrets.randbelow(CHANCES))


@dataclass(frozen=True, slots=True)
class Told:
    title: str
    words: str


def told(*names: str) -> list[Told]:
    """The latest counts of these names, or of all. What was never counted is left out."""
    rows = {row.name: row.rounded for row in Tally.objects.all()}
    return [
        Told(COUNTED[name][0], in_words(rows[name])) for name in names or COUNTED if name in rows
    ]
