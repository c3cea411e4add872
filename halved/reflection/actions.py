"""Changes of several rows in the private room, and plans whose time has come."""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import InterfaceError, OperationalError
from django.db.transaction import atomic

from halved.delivery import actions as delivery
from halved.reflection.models import Attempt, Barrier, CheckIn, Concern, Cost, Intention

log = logging.getLogger(__name__)
BATCH = 100
LATER = timedelta(minutes=5)
WAITING = (Intention.State.SET, Intention.State.COME)


@atomic
def pick_barriers(*, concern: Concern, kinds: Sequence[str], own: str) -> None:
    """What gets in the way, as it is now: earlier picks that are gone are taken out."""
    Concern.objects.select_for_update().get(pk=concern.pk)
    Barrier.objects.filter(concern=concern).delete()
    for kind in [*kinds, *(["own"] if own else [])]:
        row = Barrier(member=concern.member, concern=concern)
        row.kind, row.words = kind, own if kind == "own" else None
        row.save()


@atomic
def check_in(*, concern: Concern, weight: int | None, pk: UUID, **more: Any) -> CheckIn:
    """Notes how heavy it is, or a line. Plans that wait for a weight like this come with it."""
    row = CheckIn.note(concern.member, concern, weight, pk=pk, **more)
    come_with_weight(concern=concern, weight=weight)
    return row


@atomic
def change(*, entry: CheckIn | Attempt | Cost, said: dict[str, Any]) -> None:
    """Changes what was noted. When nothing is left of it, it is gone."""
    if not said:
        entry.delete()
        return
    for name, value in said.items():
        setattr(entry, name, value)
    entry.save(update_fields=list(said))
    if isinstance(entry, CheckIn) and entry.concern:
        latest = entry.concern.check_ins.filter(weight__isnull=False).last()
        entry.concern.member = entry.member
        if latest == entry:
            come_with_weight(concern=entry.concern, weight=entry.weight)


def come_with_weight(*, concern: Concern, weight: int | None) -> None:
    """Lets plans come that wait until it is this heavy."""
    if weight is None:
        return
    for plan in concern.intentions.filter(state=Intention.State.SET):
        plan.member = concern.member
        if plan.trigger["kind"] == "weight" and weight >= plan.trigger["weight"]:
            come(plan=plan)


def begin_draft(*, concern: Concern, pk: UUID) -> Any:
    """An ask about this, still to be prepared. The same `pk` twice makes one."""
    draft, _ = concern.member.asks.get_or_create(pk=pk, defaults={"concern": concern})
    return draft


def come(*, plan: Intention) -> bool:
    """The plan's moment is here. False when it had come, or was dropped."""
    waiting = Intention.objects.filter(pk=plan.pk, state=Intention.State.SET)
    return bool(waiting.update(state=Intention.State.COME, due_at=None))


def put_off(*, plan: Intention, to: datetime) -> bool:
    """The member wants to be reminded later. False when the plan was dropped."""
    waiting = Intention.objects.filter(pk=plan.pk, state__in=WAITING)
    return bool(waiting.update(state=Intention.State.SET, due_at=to))


def drop(*, plan: Intention) -> None:
    Intention.objects.filter(pk=plan.pk).update(state=Intention.State.DROPPED, due_at=None)


# --- time passes ------------------------------------------------------------------------------


def come_due(now: datetime) -> int:
    """Plans whose time has come: the member is told, if they want that, that something is
    waiting. However long the machine slept, each comes once. Returns how many were looked at.

    A plan that cannot come now is looked at again later, so that it does not hold up the others.
    """
    due = Intention.objects.filter(due_at__lte=now).order_by("due_at")
    plans = list(due.select_related("member", "ask")[:BATCH])
    for plan in plans:
        try:
            _come_due(plan, now)
        except (InterfaceError, OperationalError):  # the store is away: nothing is wrong with it
            raise
        except Exception:
            log.exception("plan %s could not come", plan.pk)
            due.filter(pk=plan.pk).update(due_at=now + LATER)
    return len(plans)


@atomic
def _come_due(plan: Intention, now: datetime) -> None:
    """Claims the moment that was seen: of two workers, one tells the member."""
    seen = Intention.objects.filter(pk=plan.pk, due_at=plan.due_at, state=Intention.State.SET)
    if seen.update(state=Intention.State.COME, due_at=None) and not plan.is_done:
        delivery.notify(plan.member, now)
