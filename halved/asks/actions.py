"""Everything that changes an ask. Each function is one transaction; each move is claimed by a
conditional UPDATE on the state it was decided on, so that a worker and a person, or two workers,
never undo each other."""

import logging
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.db.transaction import atomic

from halved.asks import rules
from halved.asks.models import Ask, Invitation
from halved.asks.rules import Answer, AskState, InvitationState, Move, MoveKind, Way
from halved.circle.models import Contact
from halved.delivery import actions as delivery
from halved.delivery.models import Message
from halved.delivery.rules import earliest_write
from halved.vault.crypto import new_token
from halved.vault.fields import seal_behind_link, seal_for
from halved.vault.keys import link_hash

log = logging.getLogger(__name__)
BATCH = 100
LATER = timedelta(minutes=5)
# What a link needs; gone when the link ends.
NO_LINK: dict[str, Any] = {
    "link": None, "letter": None, "thanks_letter": None, "token": None, "expires_at": None,
}  # fmt: skip


def link_url(token: str) -> str:
    return f"{settings.PUBLIC_URL}/a/{token}/"


# --- the member asks --------------------------------------------------------------------------


@atomic
def plan(*, ask: Ask, people: Sequence[tuple[Contact, str]]) -> bool:
    """Sets who is asked, in order, and how. Words already written for someone stay with them.
    False when the ask is no longer a draft."""
    if not Ask.objects.select_for_update().filter(pk=ask.pk, state=AskState.DRAFT).exists():
        return False
    written = {}
    for row in ask.invitations.all():
        row.member = ask.member
        written[row.contact_id] = row.words
    ask.invitations.all().delete()
    for position, (contact, way) in enumerate(people):
        row = Invitation(member=ask.member, ask=ask, contact=contact, position=position, way=way)
        row.name = contact.name
        row.words = written.get(contact.pk)
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
def again(*, ask: Ask) -> Ask:
    """A new draft with the same words, kinds and concern. The old ask stays as it is."""
    draft = Ask(member=ask.member, concern_id=ask.concern_id, order=ask.order, pace=ask.pace)
    draft.kinds, draft.words = ask.kinds, ask.words
    draft.save()
    return draft


@atomic
def open_ask(*, ask: Ask, now: datetime) -> bool:
    """Asks. The room must be open: addresses and links are made ready for the whole order, since
    the member may be away when the next person's turn comes. False if it was open already."""
    if not _claim_ask(ask, AskState.DRAFT, state=AskState.OPEN, opened_at=now):
        return False
    for row in ask.invitations.select_related("contact"):
        row.member = ask.member
        if row.way in rules.BY_LINK:
            _make_link(row, ask)
    _advance(ask, now)
    return True


def _make_link(row: Invitation, ask: Ask) -> None:
    """Seals what the person will read under a fresh link. Only e-mail that Halved sends by
    itself leaves the server a way to read it, until it has gone out and needs no reminder."""
    member, contact = ask.member, row.contact
    token = new_token()
    if contact:
        contact.member = member
    reach = [way for way in (contact.email, contact.phone) if way] if contact else []
    letter = {"from": member.signs_as, "words": row.words, "kinds": ask.kinds or [], "reach": reach}
    row.token = token
    row.link = link_hash(token)
    row.letter = seal_behind_link(token, letter, row.letter_place)
    if row.way == Way.EMAIL:
        assert contact is not None
        row.route = {
            "to": contact.email,
            "name": member.signs_as,
            "token": token,
            "timezone": contact.timezone or member.timezone,
        }
    row.save(update_fields=["token", "link", "letter", "route"])


@atomic
def mark_asked(*, row: Invitation, now: datetime) -> bool:
    """The member has asked this person in their own way."""
    ask = _hold(row.ask_id)
    done = Invitation.objects.filter(
        pk=row.pk, state=InvitationState.PLANNED, turn_at__isnull=False
    ).exclude(way=Way.EMAIL)
    if not done.update(state=InvitationState.ASKED, asked_at=now):
        return False
    _advance(ask, now)
    return True


@atomic
def ask_next(*, ask: Ask, now: datetime) -> bool:
    """The member wants the next person asked now, for the rest or because waiting is too long."""
    ask = _hold(ask.pk)
    if ask.state == AskState.CLOSED:
        return False
    row = ask.invitations.filter(state=InvitationState.PLANNED, turn_at=None).first()
    if row is None:
        return False
    ends = now + rules.LINK_LIFE if row.way == Way.LINK else None
    Invitation.objects.filter(pk=row.pk, state=InvitationState.PLANNED).update(
        turn_at=now, expires_at=ends
    )
    _advance(ask, now)
    return True


@atomic
def withdraw(*, row: Invitation, now: datetime) -> bool:
    """Takes one person out of an ask. Their link ends at once; nothing more goes to them."""
    ask = _hold(row.ask_id)
    live = Invitation.objects.filter(pk=row.pk, state__in=_CAN_WITHDRAW)
    if not live.update(state=InvitationState.WITHDRAWN, route=None, due_at=None, **NO_LINK):
        return False
    delivery.cancel([row.pk])
    _advance(ask, now)
    return True


_CAN_WITHDRAW = [
    state for state, moves in rules.INVITATION_MOVES.items() if InvitationState.WITHDRAWN in moves
]


@atomic
def close_ask(*, ask: Ask, now: datetime) -> bool:
    """ "It's taken care of." Whoever has not answered is no longer asked, and their link ends.
    Those who answered keep theirs until it runs out: they may need to read it again."""
    ask = _hold(ask.pk)
    if ask.state in (AskState.DRAFT, AskState.CLOSED):
        return False
    _claim_ask(ask, ask.state, state=AskState.CLOSED, closed_at=now)
    rows = list(
        ask.invitations.exclude(state=InvitationState.ANSWERED).values_list("pk", flat=True)
    )
    Invitation.objects.filter(pk__in=rows, state__in=_CAN_WITHDRAW).update(
        state=InvitationState.WITHDRAWN, route=None, due_at=None, **NO_LINK
    )
    delivery.cancel(rows)
    _advance(ask, now)
    return True


# --- an answer --------------------------------------------------------------------------------


@atomic
def answer(*, row: Invitation, code: Answer, words: str, on: date | None, now: datetime) -> bool:
    """Records what the person asked said, sealed to the member. False when the link has ended or
    the answer can no longer be changed. `row.member` needs no more than its public key."""
    ask = _hold(row.ask_id)
    live = Invitation.objects.filter(_may_answer(now), pk=row.pk, expires_at__gt=now)
    return _record(ask, live, row, (code, words, on), now)


@atomic
def note_answer(*, row: Invitation, code: Answer, now: datetime) -> bool:
    """Records what the person said to the member, as the member notes it."""
    ask = _hold(row.ask_id)
    known = Invitation.objects.filter(pk=row.pk).exclude(state=InvitationState.WITHDRAWN)
    if ask.state == AskState.CLOSED:
        return False
    done = _record(ask, known, row, (code, "", None), now)
    Invitation.objects.filter(pk=row.pk).update(seen_at=now)
    return done


def _may_answer(now: datetime) -> Q:
    """rules.may_answer, as the condition of an UPDATE."""
    waiting = [*rules.WAITING, InvitationState.PASSED_ON]
    return (
        Q(state__in=waiting)
        | Q(state=InvitationState.PLANNED, turn_at__isnull=False)
        | Q(state=InvitationState.ANSWERED, answered_at__gt=now - rules.CHANGE_WINDOW)
    )


def _record(
    ask: Ask, live: Any, row: Invitation, said: tuple[Answer, str, date | None], now: datetime
) -> bool:
    code, words, on = said
    reply = {"words": words, "date": on.isoformat() if on else None}
    done = live.update(
        state=InvitationState.ANSWERED,
        answer=code,
        answered_at=Coalesce("answered_at", now),
        reply=seal_for(row, "reply", reply),
        seen_at=None,
    )
    if not done:
        return False
    delivery.cancel([row.pk])
    _advance(ask, now)
    delivery.notify(ask.member, now)
    return True


@atomic
def thank(*, row: Invitation, words: str, now: datetime) -> None:
    """Keeps the member's thanks, lays it behind the link if that is still there, and lets
    somebody who was asked by e-mail know that there are words for them."""
    row.thanks = words
    fields = ["thanks"]
    if row.token and row.link:
        row.thanks_letter = seal_behind_link(row.token, words, row.thanks_place)
        fields.append("thanks_letter")
    row.save(update_fields=fields)
    contact = row.contact
    if row.way != Way.EMAIL or not row.token or contact is None:
        return
    contact.member = row.member
    if contact.email and settings.CAN_MAIL:
        delivery.cancel([row.pk])
        before = delivery.written_at(row.member_id, contact.email, now)
        zone = contact.timezone or row.member.timezone
        _write(
            Message.Kind.THANKS,
            row,
            {"to": contact.email, "name": row.member.signs_as, "token": row.token},
            earliest_write(now, before, zone),
        )


# --- time passes ------------------------------------------------------------------------------


def advance_due(now: datetime) -> int:
    """Makes every move that is due, for at most BATCH invitations. Returns how many it looked at.

    An ask that cannot be moved is looked at again later, so that it does not hold up the others.
    """
    due = Invitation.objects.filter(due_at__lte=now).order_by("due_at")
    asks = list(due.values_list("ask_id", flat=True)[:BATCH])
    for ask_id in dict.fromkeys(asks):
        try:
            advance(ask_id=ask_id, now=now)
        except Exception as error:
            log.error("ask %s could not be moved: %s", ask_id, type(error).__name__)
            due.filter(ask_id=ask_id).update(due_at=now + LATER)
    return len(asks)


@atomic
def advance(*, ask_id: UUID, now: datetime) -> None:
    """Looks at one ask and makes the moves that are due."""
    _advance(_hold(ask_id), now)


def note_failures(now: datetime) -> int:
    """Lets asks know of messages that were given up. Returns how many."""
    failed = Message.objects.filter(state=Message.State.FAILED, noted_at=None).order_by("ended_at")
    messages = list(failed[:BATCH])
    for message in messages:
        _note_failure(message, now)
    return len(messages)


@atomic
def _note_failure(message: Message, now: datetime) -> None:
    """Someone who was never asked is passed over at once, and the member is told."""
    if not Message.objects.filter(pk=message.pk, noted_at=None).update(noted_at=now):
        return
    row = Invitation.objects.filter(pk=message.about).first() if message.about else None
    if row is None:
        return
    ask = _hold(row.ask_id)
    if message.kind == Message.Kind.ASK:
        Invitation.objects.filter(pk=row.pk, state__in=rules.WAITING).update(undelivered_at=now)
        _advance(ask, now)
    delivery.notify(ask.member, now)


def _advance(ask: Ask, now: datetime) -> None:
    """Moves until nothing is due, then writes the state and the timers that follow from it."""
    rows = _rows(ask, now)
    for _ in range(3 * len(rows) + 1):
        moves = rules.decide(ask, rows, now)
        if not moves:
            break
        for move in moves:
            row = next(row for row in rows if row.pk == move.invitation)
            _make(move, ask, row, now)
        rows = _rows(ask, now)
    state = rules.ask_state(ask, rows)
    moved = state != ask.state and _claim_ask(ask, ask.state, state=state)
    if moved and state == AskState.EXHAUSTED:
        delivery.notify(ask.member, now)
    _set_timers(ask, rows, now)


def _rows(ask: Ask, now: datetime) -> list[Invitation]:
    rows = list(ask.invitations.all())
    for row in rows:
        row.member = ask.member
        if row.route and row.state in (InvitationState.PLANNED, InvitationState.ASKED):
            row.written_at = delivery.written_at(row.member_id, row.route["to"], now)
    return rows


def _make(move: Move, ask: Ask, row: Invitation, now: datetime) -> None:
    """Makes one move, if the row is still in the state the move was decided on."""
    by_mail = row.way == Way.EMAIL
    ends = now + rules.LINK_LIFE
    changes: dict[MoveKind, dict[str, Any]] = {
        MoveKind.ASK: {"state": InvitationState.ASKED, "asked_at": now, "expires_at": ends},
        MoveKind.HAND_OVER: {
            "turn_at": now,
            "expires_at": ends if row.way == Way.LINK else None,
        },
        MoveKind.REMIND: {"state": InvitationState.REMINDED, "reminded_at": now},
        MoveKind.PASS_ON: {"state": InvitationState.PASSED_ON},
        MoveKind.EXPIRE: {"route": None, **NO_LINK},
        MoveKind.LOOK: {},
    }
    change = changes[move.kind]
    if not change or not Invitation.objects.filter(pk=row.pk, state=move.seen).update(**change):
        return
    if by_mail and move.kind in (MoveKind.ASK, MoveKind.REMIND):
        kind = Message.Kind.ASK if move.kind == MoveKind.ASK else Message.Kind.REMINDER
        _write(kind, row, row.route, now)
    elif move.kind in (MoveKind.HAND_OVER, MoveKind.REMIND):
        delivery.notify(ask.member, now)


def _write(kind: Message.Kind, row: Invitation, route: dict[str, Any], at: datetime) -> None:
    letter = {"to": route["to"], "name": route["name"], "url": link_url(route["token"])}
    delivery.enqueue(kind, member_id=row.member_id, letter=letter, about=row.pk, at=at)
    delivery.note_written(row.member_id, route["to"], at)


def _set_timers(ask: Ask, rows: Sequence[Invitation], now: datetime) -> None:
    for row in rows:
        due = rules.due_at(ask, rows, row, now)
        change: dict[str, Any] = {}
        if (due[1] if due else None) != row.due_at:
            change["due_at"] = due[1] if due else None
        if row.route and not rules.needs_route(ask, rows, row, now):
            change["route"] = None
        if change:
            Invitation.objects.filter(pk=row.pk, state=row.state).update(**change)


def _hold(ask_id: UUID) -> Ask:
    """The ask, held against everyone else until the transaction ends."""
    return Ask.objects.select_for_update(of=("self",)).select_related("member").get(pk=ask_id)


def _claim_ask(ask: Ask, seen: str, **change: Any) -> bool:
    done = Ask.objects.filter(pk=ask.pk, state=seen).update(**change)
    for name, value in change.items():
        if done:
            setattr(ask, name, value)
    return bool(done)
