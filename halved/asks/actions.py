"""Everything that changes an ask. Each function is one transaction; each move is claimed by a
conditional UPDATE on the state it was decided on, so that a worker and a person, or two workers,
never undo each other."""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.db.models import Case, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, Greatest
from django.db.transaction import atomic

from halved.asks import rules
from halved.asks.models import Ask, Invitation
from halved.asks.moves import (
    NO_LINK,
    claim,
    end_kindly,
    hold,
    make_due,
    make_links,
    may_write_at,
    route_to,
    write_to,
)
from halved.asks.rules import Answer, AskState, InvitationState, Reply, Way
from halved.circle.models import Contact
from halved.delivery import actions as delivery
from halved.delivery.models import Message
from halved.group_commit import grouped
from halved.prepared import Change, Given
from halved.vault.fields import seal_behind_link, seal_for

log = logging.getLogger(__name__)
BATCH = 100
LATER = timedelta(minutes=5)
_NOT_OUT = (AskState.DRAFT, AskState.CLOSED)
SAME = ("concern_id", "order", "pace", "kinds", "words", "silenced", "said_back")


# --- the member asks --------------------------------------------------------------------------


@atomic
def plan(*, ask: Ask, people: Sequence[tuple[Contact, str]]) -> bool:
    """Sets who is asked, in which order and how. Who was there before keeps their words and
    their id, so that a page which is still open fits. False when the ask is no draft any more."""
    if not claim(ask, AskState.DRAFT, order=ask.order, pace=ask.pace):
        return False
    written = {}
    for row in ask.invitations.all():
        row.member = ask.member
        written[row.contact_id] = row.pk, row.words
    ask.invitations.all().delete()
    for position, (contact, way) in enumerate(people):
        row = Invitation(member=ask.member, ask=ask, contact=contact, position=position, way=way)
        row.name = contact.name
        row.pk, row.words = written.get(contact.pk, (row.pk, None))
        row.save()
    return True


@atomic
def write(*, ask: Ask, words: dict[UUID | None, str]) -> bool:
    """Keeps the words of a draft: one text for each person, by invitation; None is nobody yet.
    False when the ask is no longer a draft."""
    if not Ask.objects.select_for_update().filter(pk=ask.pk, state=AskState.DRAFT).exists():
        return False
    for row in ask.invitations.filter(pk__in=[pk for pk in words if pk]):
        row.member = ask.member
        row.words = words[row.pk]
        row.save(update_fields=["words"])
    for text in list(words.values())[:1]:
        ask.words = text
        ask.save(update_fields=["words"])
    return True


@atomic
def again(*, ask: Ask, pk: UUID | None = None) -> Ask:
    """A new draft with the same words, kinds and concern, what the member could say back to each
    answer, and which notes stay quiet. The old ask stays as it is. The same `pk` twice makes
    one."""
    same = {name: getattr(ask, name) for name in SAME}
    draft, _ = ask.member.asks.get_or_create(pk=pk or uuid4(), defaults=same)
    return draft


@atomic
def discard(*, ask: Ask) -> bool:
    """Throws a draft away. False when it has gone out: then it can only be closed."""
    if not Ask.objects.select_for_update().filter(pk=ask.pk, state=AskState.DRAFT).exists():
        return False
    ask.delete()
    return True


@atomic
def open_ask(*, ask: Ask, now: datetime) -> bool:
    """Asks. The room must be open: addresses and links are made ready for the whole order, since
    the member may be away when the next person's turn comes. False if it was open already; raises
    TooManyNew when it would be the eleventh new person by e-mail within a day."""
    if not claim(ask, AskState.DRAFT, state=AskState.OPEN, opened_at=now):
        return False
    hold(ask.pk)
    make_links(ask, now)
    make_due(ask, now)
    return True


@atomic
def mark_asked(*, row: Invitation, now: datetime) -> bool:
    """The member has asked this person in their own way. A link lives from here on; one that
    has ended cannot be passed on."""
    ask = hold(row.ask_id)
    turn = Invitation.objects.filter(
        pk=row.pk, state=InvitationState.PLANNED, turn_at__isnull=False
    ).exclude(Q(way=Way.EMAIL) | Q(way=Way.LINK, link=None))
    ends = rules.link_ends(now, ask.links_until) if row.way == Way.LINK else None
    if not turn.update(state=InvitationState.ASKED, asked_at=now, expires_at=ends):
        return False
    make_due(ask, now)
    return True


@atomic
def ask_next(*, ask: Ask, now: datetime, person: str | None = None) -> bool:
    """The member wants the next person asked now, for the rest or because waiting is too long.
    `person` is whom the page named: a form that is sent twice must not call two."""
    ask = hold(ask.pk)
    rows = list(ask.invitations.all())
    if ask.state in _NOT_OUT or rules.stops(rows):
        return False
    left = [row for row in rows if row.state == InvitationState.PLANNED and not row.turn_at]
    if not left or person not in (None, str(left[0].pk)):
        return False
    row = left[0]
    ends = rules.link_ends(now, ask.links_until) if row.way == Way.LINK else None
    Invitation.objects.filter(pk=row.pk, state=InvitationState.PLANNED).update(
        turn_at=now, expires_at=ends
    )
    make_due(ask, now)
    return True


@atomic
def withdraw(*, row: Invitation, now: datetime) -> bool:
    """Takes one person out of an ask. Their link ends at once; nothing more goes to them."""
    ask = hold(row.ask_id)
    live = Invitation.objects.filter(pk=row.pk, state__in=CAN_WITHDRAW)
    if ask.state == AskState.DRAFT or not live.update(
        state=InvitationState.WITHDRAWN, route=None, due_at=None, **NO_LINK
    ):
        return False
    delivery.cancel([row.pk])
    make_due(ask, now)
    return True


CAN_WITHDRAW = [
    state for state, moves in rules.INVITATION_MOVES.items() if InvitationState.WITHDRAWN in moves
]


@atomic
def close_ask(*, ask: Ask, now: datetime) -> bool:
    """ "It's taken care of." Whoever has not answered is no longer asked, and learns it kindly.
    Those who answered keep their link until it runs out: they may need to read it again. Who took
    a piece of help is told by pieces.actions.close, which is what pages call."""
    member, ask = ask.member, hold(ask.pk)
    if ask.state in _NOT_OUT:
        return False
    claim(ask, ask.state, state=AskState.CLOSED, closed_at=now)
    rows = ask.invitations.exclude(state=InvitationState.ANSWERED).select_related("contact")
    for row in rows.filter(state__in=CAN_WITHDRAW):
        row.member = member
        end_kindly(row, member, now)
    ask.invitations.update(later_at=None)
    make_due(ask, now)
    return True


# --- an answer --------------------------------------------------------------------------------


@grouped
def answer(*, row: Invitation, reply: Reply, now: datetime) -> bool:
    """Records what the person asked said, sealed to the member; `row.said` is kept for the person
    behind the link. False when the link has ended or the answer can no longer be changed."""
    ask = hold(row.ask_id)
    row.member = ask.member
    if not _record(_take_answer, row, reply, now):
        return False
    make_due(ask, now)
    delivery.notify(ask.member, now)
    return True


@atomic
def note_answer(*, row: Invitation, reply: Reply, now: datetime) -> bool:
    """Records what the person said to the member, as the member notes it. What somebody answered
    behind their own link is never overwritten."""
    ask = hold(row.ask_id)
    if ask.state in _NOT_OUT or not _record(_note_answer, row, reply, now):
        return False
    Invitation.objects.filter(pk=row.pk).update(seen_at=now)
    ask.member = row.member
    _find_ways_again(ask, now)
    make_due(ask, now)
    return True


def _find_ways_again(ask: Ask, now: datetime) -> None:
    """Once a yes had stood for a day, the server forgot how to reach those who would have come
    next. The room is open: it can be told again. Without an address, the member asks."""
    lost = ask.invitations.filter(
        way=Way.EMAIL, route=None, token__isnull=False,
        state__in=(InvitationState.PLANNED, InvitationState.ASKED),
    ).select_related("contact")  # fmt: skip
    for row in lost:
        row.member = ask.member
        row.route = route_to(row, ask.member, now)
        if row.route is None and row.state == InvitationState.PLANNED:
            row.way = Way.MESSAGE
        row.save(update_fields=["route", "way"])


def _may_answer() -> QuerySet[Invitation]:
    """rules.may_answer, as the condition of an UPDATE."""
    waiting = [*rules.WAITING, InvitationState.PASSED_ON]
    fresh = Q(answered_at__gt=Given("yesterday")) | Q(came_back_at__isnull=False)
    may_change = Q(state=InvitationState.ANSWERED) & fresh
    return Invitation.objects.filter(
        Q(state__in=waiting) | Q(state=InvitationState.PLANNED, turn_at__isnull=False) | may_change,
        pk=Given("pk"),
        expires_at__gt=Given("now"),
    )


def _may_note() -> QuerySet[Invitation]:
    answered = Q(state=InvitationState.ANSWERED)
    return Invitation.objects.filter(pk=Given("pk")).exclude(
        Q(state=InvitationState.WITHDRAWN) | answered & Q(way__in=rules.BY_LINK)
    )


_ANSWERED: dict[str, Any] = {
    "state": InvitationState.ANSWERED,
    "answer": Given("code"),
    # Within 24 hours it is the same answer, changed. When a "later" has come back, it is a new one.
    "answered_at": Case(
        When(came_back_at__isnull=True, then=Coalesce("answered_at", Given("now"))),
        default=Given("now"),
    ),
    "reply": Given("reply"),
    "said": Given("said"),
    "seen_at": None,
    "later_at": Given("later_at"),
    "came_back_at": None,
    "accepted_at": None,
    "said_no_at": Coalesce(Given("said_no_at"), "said_no_at"),
}
_take_answer = Change(_may_answer, **_ANSWERED)
_note_answer = Change(_may_note, **_ANSWERED)


def _record(take: Change, row: Invitation, reply: Reply, now: datetime) -> bool:
    """Writes the answer, if it may still be given. A "later" keeps its link until it can have come
    back and been answered again."""
    on = reply.on if reply.code == Answer.LATER else None
    later_at = rules.comes_back(on, row.member.timezone) if on else None
    box = {"words": reply.words, "date": on and on.isoformat(), "someone": reply.someone}
    done = take(
        pk=row.pk,
        code=reply.code,
        reply=seal_for(row, "reply", box),
        said=row.said,
        later_at=later_at,
        said_no_at=now if reply.code == Answer.NO else None,
        now=now,
        yesterday=now - rules.CHANGE_WINDOW,
    )
    if done and later_at:
        until = Greatest("expires_at", Value(later_at + rules.LINK_LIFE))
        Invitation.objects.filter(pk=row.pk, link__isnull=False).update(expires_at=until)
    if done:
        delivery.cancel([row.pk])
    return bool(done)


@atomic
def note_seen(*, ask: Ask, now: datetime) -> None:
    """The member has read the answers of this ask."""
    hold(ask.pk)
    ask.invitations.filter(answered_at__isnull=False, seen_at=None).update(seen_at=now)


@atomic
def thank(*, row: Invitation, words: str, now: datetime) -> bool:
    """Keeps the member's thanks, lays it behind the link if that is still there, and lets
    somebody who was asked by e-mail know that there are words for them. The link lives on until
    they have had time to read. False when there is no answer to give thanks for."""
    hold(row.ask_id)
    answered = Invitation.objects.filter(pk=row.pk, state=InvitationState.ANSWERED)
    if not answered.update(thanks=seal_for(row, "thanks", words)):
        return False
    route = route_to(row, row.member, now) if row.way == Way.EMAIL and settings.CAN_MAIL else None
    at = may_write_at(row, route, now) if route else now
    laid = row.token and answered.filter(link__isnull=False, expires_at__gt=now).update(
        thanks_letter=seal_behind_link(row.token, words, row.thanks_place),
        expires_at=Greatest("expires_at", Value(at + rules.LINK_LIFE)),
    )
    # Words that were changed before the e-mail went out need no second one.
    if laid and route and not delivery.on_its_way(row.pk):
        write_to(Message.Kind.THANKS, row, route, at)
    return True


# --- time passes ------------------------------------------------------------------------------


def advance_due(now: datetime) -> int:
    """Makes every move that is due, for at most BATCH invitations. Returns how many it looked at.

    An ask that cannot be moved is looked at again later, so that it does not hold up the others.
    """
    due = Invitation.objects.filter(due_at__lte=now).order_by("due_at")
    asks = list(due.values_list("ask_id", flat=True)[:BATCH])
    for ask_id in dict.fromkeys(asks):
        _try_to_advance(ask_id, now)
    return len(asks)


def _try_to_advance(ask_id: UUID, now: datetime) -> None:
    try:
        advance(ask_id=ask_id, now=now)
    except (InterfaceError, OperationalError):  # the store is away: nothing is wrong with it
        raise
    except Exception:
        log.exception("ask %s could not be moved", ask_id)
        due = Invitation.objects.filter(ask_id=ask_id, due_at__lte=now)
        due.update(due_at=now + LATER)


@atomic
def advance(*, ask_id: UUID, now: datetime) -> None:
    """Looks at one ask and makes the moves that are due."""
    ask = hold(ask_id)
    if make_due(ask, now):
        delivery.notify(ask.member, now)


def note_failures(now: datetime) -> int:
    """Lets asks know of messages that were given up. Returns how many."""
    failed = Message.objects.filter(state=Message.State.FAILED, noted_at=None).order_by("ended_at")
    messages = list(failed[:BATCH])
    for message in messages:
        row = Invitation.objects.filter(pk=message.about).first() if message.about else None
        if _note_failure(message, row, now) and row:
            _try_to_advance(row.ask_id, now)
    return len(messages)


@atomic
def _note_failure(message: Message, row: Invitation | None, now: datetime) -> bool:
    """Someone who was never asked is passed over at once, and the member is told."""
    ask = hold(row.ask_id) if row else None
    if not Message.objects.filter(pk=message.pk, noted_at=None).update(noted_at=now):
        return False
    if row and message.kind == Message.Kind.ASK:
        asked = Invitation.objects.filter(pk=row.pk, state__in=rules.WAITING)
        asked.update(undelivered_at=now, due_at=now)
    if ask:
        delivery.notify(ask.member, now)
    return True
