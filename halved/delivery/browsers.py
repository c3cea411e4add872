"""In which browsers a member is told that something is waiting."""

import hashlib
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.transaction import atomic

from halved.delivery.channels import push
from halved.delivery.models import PushSubscription, endpoint_hash

MOST = 5  # the one that was switched on longest ago makes room


@atomic
def switch_on(member: Any, endpoint: str, now: datetime) -> None:
    """From now on in this browser too. A browser tells one member only: who switched it on last.
    Raises NotAllowed."""
    push.Place.of(endpoint)
    get_user_model().objects.select_for_update().get(pk=member.pk)
    row = PushSubscription(member=member, endpoint_hash=endpoint_hash(endpoint), since=now)
    PushSubscription.objects.filter(endpoint_hash=row.endpoint_hash).delete()
    kept = member.push_subscriptions.order_by("-since").values_list("pk", flat=True)
    PushSubscription.objects.filter(pk__in=list(kept[MOST - 1 :])).delete()
    row.endpoint = endpoint
    row.save(force_insert=True)


def switch_off(member: Any, endpoint: str = "") -> None:
    """No longer in this browser; without an address, in none."""
    rows = member.push_subscriptions.all()
    if endpoint:
        rows = rows.filter(endpoint_hash=endpoint_hash(endpoint))
    rows.delete()


def marks(member: Any) -> list[str]:
    """By which each of these browsers knows itself again, so that its page can say the truth."""
    rows = member.push_subscriptions.order_by("since")
    return [hashlib.sha256(row.endpoint.encode()).hexdigest() for row in rows]


def wake(pk: UUID | None, now: datetime) -> None:
    """Raises NotSent. One that was switched off by now, there or here, is left alone."""
    row = PushSubscription.objects.filter(pk=pk).first() if pk else None
    if row is None:
        return
    try:
        push.wake(row.endpoint, now)
    except push.Gone:
        row.delete()
