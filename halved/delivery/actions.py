"""Putting messages in the queue, and sending what is due."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import Error as DatabaseIsAway
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from halved import metrics
from halved.delivery import browsers, stopping
from halved.delivery.channels import email
from halved.delivery.models import (
    Message,
    OptOut,
    PushSubscription,
    Written,
    address_hash,
    who_hash,
)
from halved.delivery.rules import LEASE, WEEK, after_quiet_hours, retry_at
from halved.prepared import Find, Given, Remove, insert

log = logging.getLogger(__name__)
BATCH = 50
AT_ONCE = 8  # addresses in one query; no more people stand in one ask
_written = Find(
    lambda: (
        Written.objects.filter(
            who__in=[Given(f"who{n}") for n in range(AT_ONCE)], at__gt=Given("after")
        )
        .only("who", "at")
        .order_by("at")
    )
)
_notice = Find(
    lambda: Message.objects.filter(
        member=Given("member"), kind=Message.Kind.NOTICE, state=Message.State.WAITING
    ).only("pk")
)
_browsers = Find(
    lambda: PushSubscription.objects.filter(member=Given("member")).order_by("since").only("pk")
)
_waiting = Find(
    lambda: (
        Message.objects.filter(about=Given("about"), state=Message.State.WAITING)
        .exclude(kind=Message.Kind.PIECES)
        .only("pk")
    )
)
_forget_failed = Remove(
    lambda: Message.objects.filter(
        about=Given("about"), kind=Given("kind"), state=Message.State.FAILED
    )
)
_cancel = Remove(
    lambda: Message.objects.filter(about=Given("about"), state=Message.State.WAITING).filter(
        kind__in=[Message.Kind.ASK, Message.Kind.REMINDER]
    )
)


def enqueue(
    kind: Message.Kind,
    *,
    member_id: UUID | None,
    letter: dict[str, Any],
    about: UUID | None,
    at: datetime,
) -> None:
    """Queues one message. `letter` holds the address as "to" and is sealed until it is sent. A
    notice goes to the address that the member has by then.

    Inside the transaction of the move that wants it, so that neither happens alone.
    """
    if about:  # what was given up before is now tried again
        _forget_failed(about=about, kind=kind)
    message = Message(kind=kind, member_id=member_id, about=about, due_at=at)
    message.letter = {**letter, "at": at.isoformat()}
    insert(message)


def note_written(member_id: UUID, address: str, now: datetime) -> None:
    """Counts one message from this member to this address."""
    insert(Written(who=who_hash(member_id, address), at=now))


def written_at(
    member_id: UUID, addresses: Sequence[str], now: datetime
) -> dict[str, list[datetime]]:
    """When this member wrote to each of these addresses, over the last seven days, oldest first."""
    who = {address: who_hash(member_id, address) for address in addresses}
    found: dict[bytes, list[datetime]] = {key: [] for key in who.values()}
    keys = list(found)
    for start in range(0, len(keys), AT_ONCE):
        some = [*keys[start : start + AT_ONCE], *[b""] * AT_ONCE]
        given = {f"who{n}": some[n] for n in range(AT_ONCE)}
        for row in _written.all(after=now - WEEK, **given):
            found[bytes(row.who)].append(row.at)
    return {address: found[key] for address, key in who.items()}


def notify(member: Any, now: datetime) -> None:
    """Tells a member by e-mail and in their browsers that something is waiting, where they want
    that. It says no more.

    One such message at a time: more would say how much is going on. None while the member is
    suspended: they cannot come in.
    """
    if not member.is_active:
        return
    address = member.notice_address if settings.CAN_MAIL else None
    if address and _notice.first(member=member.pk) is None:
        letter = {"url": f"{settings.PUBLIC_URL}/"}
        enqueue(Message.Kind.NOTICE, member_id=member.pk, letter=letter, about=None, at=now)
    for row in _browsers.all(member=member.pk) if settings.CAN_PUSH else ():
        if not on_its_way(row.pk):
            enqueue(Message.Kind.PUSH, member_id=member.pk, letter={}, about=row.pk, at=now)


def on_its_way(about: UUID) -> bool:
    """Whether something about this invitation has not gone out yet. What it says of pieces of
    help stands for itself and does not count."""
    return _waiting.first(about=about) is not None


def cancel(about: list[UUID]) -> None:
    """Nothing more is asked of these people. What asks nothing and is on its way still goes."""
    for pk in about:
        _cancel(about=pk)


def opt_out(addresses: list[str], now: datetime) -> None:
    """Halved never writes to these addresses again, whoever asks."""
    stopping.opt_out([address_hash(address) for address in addresses], now)


def may_go() -> QuerySet[Message]:
    """All but those of members who are suspended, which wait as they are.

    A value that is looked up for each row, and no join: PostgreSQL would read all members for one,
    and would not check the rest of a claim once more when another worker came first.
    """
    member = get_user_model().objects.filter(pk=OuterRef("member_id"))
    active = Coalesce(Subquery(member.values("is_active")), True)  # the house itself is no member
    return Message.objects.filter(active)


def deliver_due(clock: Callable[[], datetime], stopping: Callable[[], bool] = lambda: False) -> int:
    """Sends what is due, oldest first. Returns how many messages it claimed, at most BATCH.

    A claim is a conditional UPDATE that moves the due time past a lease: two workers never send
    the same message, and one that dies leaves it to be sent again, under the same Message-ID.
    What is claimed goes out, also when its member is suspended in that moment.
    The first that does not go out ends the round: a mail server that makes us wait must not keep
    asks from moving on, nor a worker from stopping.
    """
    due = may_go().filter(due_at__lte=clock()).order_by("due_at")
    claimed = 0
    for pk, seen in list(due.values_list("pk", "due_at")[:BATCH]):
        if stopping():
            break
        lease = clock() + LEASE
        if may_go().filter(pk=pk, due_at=seen).update(due_at=lease):
            claimed += 1
            if not _deliver(Message.objects.filter(pk=pk, due_at=lease), clock):
                break
    return claimed


def _deliver(claim: Any, clock: Callable[[], datetime]) -> bool:
    """Sends one claimed message, or lets it wait for the morning. False when it did not go out.

    Whatever is wrong with it, it is put off and at last given up: then the member is told.
    """
    message = claim.first()
    if message is None:
        return True
    now, zone, wait = clock(), None, timedelta()
    try:
        letter = message.letter
        zone = letter.get("timezone")
        if _after_quiet_hours(now, zone) > now:
            claim.update(due_at=_after_quiet_hours(now, zone))
            return True
        if message.kind == Message.Kind.PUSH:
            browsers.wake(message.about, now)
        else:
            _send(message, letter)
    except DatabaseIsAway:
        raise
    except email.NotSent as error:
        wait = error.wait
        log.warning("message %s did not go out: %s", message.pk, error)
    except Exception:
        log.exception("message %s can not be sent", message.pk)
    else:
        claim.update(state=Message.State.SENT, letter=None, due_at=None, ended_at=clock())
        if zone and message.member_id:
            _count_from(clock(), message.member_id, letter)
        metrics.SENT.inc()
        return True
    metrics.FAILED.inc()
    _put_off(claim, message.failures + 1, zone, clock(), wait)
    return False


def _send(message: Message, letter: dict[str, Any]) -> None:
    """Raises NotSent, and other things when the letter is broken."""
    if message.kind == Message.Kind.NOTICE:
        member = message.member
        if member is None or member.notice_address is None:  # it is no longer wanted
            return
        letter = {**letter, "to": member.notice_address, "sender": member.shown_name}
    # To the member who asked, someone who opted out looks like someone who is silent, also while
    # the mail server is away.
    if OptOut.objects.filter(address_hash=address_hash(letter["to"])).exists():
        email.knock()
    else:
        email.send(message.kind, letter, message.pk)


def _count_from(now: datetime, member_id: UUID, letter: dict[str, Any]) -> None:
    """What went out late counts from now on, or a fourth could follow within seven days of it."""
    who = who_hash(member_id, letter["to"])
    Written.objects.filter(who=who, at=datetime.fromisoformat(letter["at"])).update(at=now)


def _after_quiet_hours(at: datetime, zone: str | None) -> datetime:
    """Only people who are asked have quiet hours: a notice to the member names no time zone."""
    return after_quiet_hours(at, zone) if zone else at


def _put_off(claim: Any, failures: int, zone: str | None, now: datetime, wait: timedelta) -> None:
    again = retry_at(failures, now)
    if again:
        again = max(again, now + wait)
        claim.update(failures=failures, due_at=_after_quiet_hours(again, zone))
    else:
        claim.update(
            failures=failures, state=Message.State.FAILED, letter=None, due_at=None, ended_at=now
        )
