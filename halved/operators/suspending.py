"""Suspending a member, and letting them back. Time stands still for them meanwhile.

They cannot come in; what they asked leads nowhere; nothing more goes out for them. Whom they asked
is told nothing. After two weeks what is on its way ends for good, as a link would.
"""

import uuid
from contextlib import suppress
from datetime import datetime, timedelta

from django.db.models import F, QuerySet
from django.db.transaction import atomic

from halved.accounts.models import Member
from halved.asks.actions import CAN_WITHDRAW
from halved.asks.models import Invitation
from halved.asks.moves import NO_LINK
from halved.asks.rules import LINK_LIFE, WAITING, AskState, InvitationState
from halved.delivery.models import Message
from halved.operators.models import Act, Suspension
from halved.pieces.models import Claim, Rota

PATIENCE = LINK_LIFE
BATCH = 100


def member_called(name: str) -> Member | None:
    """By the name they sign in with, or by the account as `halved reports` shows it."""
    member = Member.objects.filter(username__iexact=name).first()
    with suppress(ValueError):
        member = member or Member.objects.filter(pk=uuid.UUID(name)).first()
    return member


def refusal(operator: Member, member: Member) -> str:
    """Why this operator may not suspend this member; "" when they may. From a page, operators
    cannot shut each other out."""
    if member == operator:
        return "This is you. Another operator has to do it."
    if member.is_operator:
        return "They look after this server too. First end that by `halved operator --off`."
    return ""


@atomic
def suspend(member_id: uuid.UUID, now: datetime, *, by: Member | None = None) -> bool:
    """False when they are suspended, or gone. `by`: the operator; None for a command. What a worker
    has begun to send still goes out; a move that is being made is waited for (asks.moves.hold)."""
    active = Member.objects.filter(pk=member_id, is_active=True)
    if not active.update(is_active=False, session_salt=uuid.uuid4()):
        return False
    Suspension.objects.create(member_id=member_id, since=now)
    for member in Member.objects.filter(pk=member_id):
        member.sessions.all().delete()
    _timers_of(member_id).filter(due_at__isnull=False).update(due_at=None)
    Rota.objects.filter(ask__member=member_id).update(due_at=None)
    Act.note(by, Act.Kind.SUSPENDED, now)
    return True


@atomic
def let_back(member_id: uuid.UUID, now: datetime, *, by: Member | None = None) -> bool:
    """All is where it was: the time between does not count. False when they are not suspended."""
    held = Suspension.objects.select_for_update().filter(pk=member_id).first()
    if held is None:
        return False
    held.delete()
    Member.objects.filter(pk=member_id).update(is_active=True)
    if not held.ended_at:
        _put_off(member_id, max(timedelta(), now - held.since))
    _timers_of(member_id).update(due_at=now)
    Rota.objects.filter(ask__member=member_id).update(due_at=now)
    Act.note(by, Act.Kind.LET_BACK, now)
    return True


def _timers_of(member_id: uuid.UUID) -> QuerySet[Invitation]:
    """A worker looks at each of these asks anew, when its time is due."""
    return Invitation.objects.filter(member=member_id).exclude(ask__state=AskState.DRAFT)


def _put_off(member_id: uuid.UUID, length: timedelta) -> None:
    """Silence has lasted no longer, and links live as long as they would have."""
    theirs = Invitation.objects.filter(member=member_id)
    theirs.filter(state__in=WAITING).update(
        asked_at=F("asked_at") + length, reminded_at=F("reminded_at") + length
    )
    theirs.filter(expires_at__isnull=False).update(expires_at=F("expires_at") + length)


def end_long(now: datetime) -> int:
    """Wipes what was on its way for members who have been suspended for two weeks: nobody keeps
    addresses and links for a return that may never come. Returns for how many."""
    long = Suspension.objects.filter(since__lte=now - PATIENCE, ended_at=None)
    members = list(long.values_list("pk", flat=True)[:BATCH])
    for member_id in members:
        _end(member_id, now)
    return len(members)


@atomic
def _end(member_id: uuid.UUID, now: datetime) -> None:
    if not Suspension.objects.filter(pk=member_id, ended_at=None).update(ended_at=now):
        return
    theirs = Invitation.objects.filter(member=member_id).exclude(ask__state=AskState.DRAFT)
    theirs.filter(state__in=CAN_WITHDRAW).update(state=InvitationState.WITHDRAWN)
    theirs.update(route=None, **NO_LINK)
    Claim.objects.filter(piece__member=member_id, route__isnull=False).update(route=None)
    Message.objects.filter(member=member_id, state=Message.State.WAITING).delete()
