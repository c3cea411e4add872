"""Whom a member may let Halved write to: people it wrote to before, and ten new ones a day."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from halved.delivery.models import Recipient, who_hash
from halved.delivery.rules import DAY, MOST_NEW


def without_room(member_id: UUID, addresses: Sequence[str], now: datetime) -> list[str]:
    """Those of these addresses, in their order, that are new to this member and for which there
    is no room any more within a day."""
    new = _new(member_id, addresses)
    return list(new.values())[_room(member_id, now) :] if new else []


def admit(member_id: UUID, addresses: Sequence[str], now: datetime) -> bool:
    """Counts those who are new. False when there is no room for all of them: then for none.

    Inside a transaction that holds the member, so that nobody else counts at the same moment.
    """
    new = _new(member_id, addresses)
    if len(new) > (_room(member_id, now) if new else 0):
        return False
    Recipient.objects.bulk_create(Recipient(member_id=member_id, who=who, since=now) for who in new)
    return True


def _new(member_id: UUID, addresses: Sequence[str]) -> dict[bytes, str]:
    """Keyed hash and address of each whom this member never let Halved write to."""
    keys: dict[bytes, str] = {}
    for address in addresses:
        keys.setdefault(who_hash(member_id, address), address)
    known = Recipient.objects.filter(who__in=list(keys)).values_list("who", flat=True)
    old = {bytes(who) for who in known}
    return {who: address for who, address in keys.items() if who not in old}


def _room(member_id: UUID, now: datetime) -> int:
    today = Recipient.objects.filter(member=member_id, since__gt=now - DAY).count()
    return max(0, MOST_NEW - today)
