"""Limits that hold for all processes together, because they are counted in the store."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Greatest

from halved.limits.rules import Limit, room, wait
from halved.vault.keys import house


class Bucket(models.Model):
    """Tokens of one limit for one person, address or network. Says of whom only as a keyed hash.
    A bucket that is full has no row, or one that may go."""

    place = models.BinaryField(unique=True)
    full_at = models.BigIntegerField(db_index=True)  # milliseconds since 1970

    def __str__(self) -> str:
        return str(self.pk)


def take(limit: Limit, who: str, now: datetime) -> bool:
    """Takes a token. False when none is left. Exact, however many take at the same moment."""
    place, moment = _place(limit, who), milliseconds(now)
    Bucket.objects.bulk_create([Bucket(place=place, full_at=moment)], ignore_conflicts=True)
    soon, never = room(limit, moment)
    clock_went_back = Q(full_at__gt=never)
    left = Bucket.objects.filter(Q(full_at__lte=soon) | clock_went_back, place=place)
    here = Value(moment, models.BigIntegerField())
    start = Case(When(clock_went_back, then=here), default=Greatest(F("full_at"), here))
    return bool(left.update(full_at=start + Value(limit.step, models.BigIntegerField())))


def left_to_wait(limit: Limit, who: str, now: datetime) -> timedelta:
    """How long until a token is there; takes none."""
    row = Bucket.objects.filter(place=_place(limit, who)).first()
    return wait(limit, row.full_at, milliseconds(now)) if row else timedelta()


def fill(limit: Limit, who: str) -> None:
    """Gives all tokens back, as after the right passphrase. The row stays: whoever takes one in the
    same moment would find none to take from."""
    Bucket.objects.filter(place=_place(limit, who)).update(full_at=0)


def give_back(limit: Limit, who: str) -> None:
    """Gives one token back that was just taken."""
    Bucket.objects.filter(place=_place(limit, who)).update(full_at=F("full_at") - limit.step)


def _place(limit: Limit, who: str) -> bytes:
    return house().hash(f"{limit.name} {who}", "halved.limit")


def milliseconds(moment: datetime) -> int:
    """Since 1970."""
    return int(moment.timestamp() * 1000)
