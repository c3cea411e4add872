"""What is kept, and for how long. The worker drops by this table, and the page and
docs/running-it.md say what it says."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from halved.accounts.models import Session, SignUpInvite
from halved.delivery.models import Message, Recipient, Report, StopRequest, Written
from halved.delivery.rules import DAY, KNOWN_FOR, WEEK
from halved.directory.models import Correction
from halved.limits.models import Bucket, milliseconds
from halved.operators import suspending
from halved.operators.models import Act

BATCH, BATCHES = 500, 40  # rows in one DELETE, and DELETEs of one kind in one round
HALF_A_YEAR = timedelta(days=180)
MONTH = timedelta(days=30)
YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Kept:
    """`over`: the rows whose time is over. None where something else ends it, as `until` says."""

    what: str
    until: str
    over: Callable[[datetime], QuerySet[Any]] | None = None


def _reports(now: datetime) -> QuerySet[Report]:
    done = Q(done_at__lte=now - MONTH)
    return Report.objects.filter(done | Q(done_at=None, reported_at__lte=now - HALF_A_YEAR))


KEPT = (
    Kept("an ask on its way, and the address", "it has gone out and can need no reminder"),
    Kept(
        "what is behind a link",
        "14 days after it was asked, or when it is taken back or closed",
    ),
    Kept(
        "what is on its way for a member who is suspended",
        "they are let back, 14 days at most",
    ),
    Kept(
        "that a message went out, without its words or address",
        "a day",
        lambda now: Message.objects.filter(state=Message.State.SENT, ended_at__lte=now - DAY),
    ),
    Kept(
        "that a message did not go out, without its words or address",
        "half a year",
        lambda now: Message.objects.filter(
            state=Message.State.FAILED, ended_at__lte=now - HALF_A_YEAR
        ),
    ),
    Kept(
        "that a member wrote to an address, as a keyed hash",
        "seven days",
        lambda now: Written.objects.filter(at__lte=now - WEEK),
    ),
    Kept(
        "that an address is not new to a member, as a keyed hash",
        "half a year",
        lambda now: Recipient.objects.filter(since__lte=now - KNOWN_FOR),
    ),
    Kept(
        "where a browser is reached that shows messages, sealed",
        "it is switched off, or its push service says that it is gone",
    ),
    Kept("“Don’t contact me again”, as a keyed hash", "for good, or until its owner asks you"),
    Kept(
        "that a stop link was mailed to an address, as a keyed hash",
        "a day",
        lambda now: StopRequest.objects.filter(at__lte=now - DAY),
    ),
    Kept("what was reported, sealed", "you are done with it, half a year at most"),
    Kept("that there was a report", "30 days after you were done with it", _reports),
    Kept(
        "what somebody says is wrong about a place, sealed",
        "you are done with it, half a year at most",
        lambda now: Correction.objects.filter(sent_at__lte=now - HALF_A_YEAR),
    ),
    Kept(
        "an invitation to sign up, as a keyed hash",
        "it is used, or 14 days",
        lambda now: SignUpInvite.objects.filter(Q(used_at__isnull=False) | Q(expires_at__lte=now)),
    ),
    Kept(
        "what is left of a limit on tries, as a keyed hash",
        "the limit is full again, a day at most",
        lambda now: Bucket.objects.filter(full_at__lte=milliseconds(now)),
    ),
    Kept(
        "sessions, sealed",
        "two to three weeks after the last visit, at the end of a week",
        lambda now: Session.objects.filter(expires_at__lte=now),
    ),
    Kept(
        "what an operator did, with their name and nobody else’s",
        "a year",
        lambda now: Act.objects.filter(at__lte=now - YEAR),
    ),
    Kept("rooms, asks and answers, sealed", "the member deletes them"),
)


def prune(now: datetime) -> None:
    """Drops what has run out, some thousands of each kind at most: the rest comes in the next
    hour. Each batch is a transaction of its own, so that nobody waits long for the store."""
    suspending.end_long(now)
    for kept in KEPT:
        if kept.over:
            _drop(kept.over(now))


def _drop(rows: QuerySet[Any]) -> None:
    for _ in range(BATCHES):
        some = list(rows.order_by().values_list("pk", flat=True)[:BATCH])
        rows.filter(pk__in=some).delete()  # unless one came into use again meanwhile
        if len(some) < BATCH:
            return
