"""Makes the moves that rules.decide finds due, inside the transaction of an action.

Each move is claimed by a conditional UPDATE on the state it was decided on.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.conf import settings

from halved.accounts.models import Member
from halved.asks import rules
from halved.asks.models import Ask, Invitation
from halved.asks.rules import NIGHT, AskState, InvitationState, Move, MoveKind, Way
from halved.delivery import actions as delivery
from halved.delivery import recipients
from halved.delivery.models import Message
from halved.delivery.rules import earliest_write
from halved.prepared import Change, Find, Given
from halved.vault.crypto import new_token
from halved.vault.fields import seal_behind_link, unseal_behind_link
from halved.vault.keys import link_hash

# What a link needs; gone when the link ends.
NO_LINK: dict[str, Any] = {
    "link": None, "letter": None, "thanks_letter": None, "said": None, "token": None,
    "expires_at": None,
}  # fmt: skip


LINKED = (Message.Kind.ASK, Message.Kind.REMINDER)


class TooManyNew(Exception):
    """More new people by e-mail than a member may ask within a day. Nothing has gone out."""


def link_url(token: str) -> str:
    return f"{settings.PUBLIC_URL}/a/{token}/"


_ask = Find(
    lambda: (
        Ask.objects.select_for_update(of=("self", "member"), no_key=True)
        .select_related("member")
        .only(
            "state",
            "order",
            "pace",
            "links_until",
            "member__is_active",
            "member__public_key",
            "member__notice_address",
            "member__timezone",
        )
        .filter(pk=Given("pk"))
        .order_by()
    )
)
_places = Find(
    lambda: Invitation.objects.filter(ask=Given("ask")).only(
        "position", "way", "state", "answer", "route", "turn_at", "asked_at", "reminded_at",
        "answered_at", "undelivered_at", "expires_at", "due_at", "later_at", "came_back_at",
    )
)  # fmt: skip


def hold(ask_id: UUID) -> Ask:
    """The ask, held against everyone else until the transaction ends. Its member is held too:
    what one member writes to one person is counted across all asks."""
    ask = _ask.first(pk=ask_id)
    if ask is None:
        raise Ask.DoesNotExist
    return ask


def claim(row: Ask | Invitation, seen: str, **change: Any) -> bool:
    """Changes the row if it is still in the state that was seen."""
    done = _claim(type(row), *change)(pk=row.pk, seen=seen, **change)
    for name, value in change.items():
        if done:
            setattr(row, name, value)
    return bool(done)


@cache
def _claim(model: type[Ask] | type[Invitation], *names: str) -> Change:
    return Change(
        lambda: model.objects.filter(pk=Given("pk"), state=Given("seen")),
        **{name: Given(name) for name in names},
    )


def make_due(ask: Ask, now: datetime) -> bool:
    """Moves until nothing is due, then writes the state and the timers that follow from it.
    True when there is something new for the member to see or to do. While the member is suspended,
    time stands still."""
    if not ask.member.is_active:
        ask.invitations.filter(due_at__isnull=False).update(due_at=None)
        return False
    news = False
    rows = _rows(ask, now)
    # Decided anew after each move: a message that was just written counts for the next one.
    for _ in range(4 * len(rows)):
        moves = rules.decide(ask, rows, now)
        if not moves:
            break
        row = next(row for row in rows if row.pk == moves[0].invitation)
        news |= _make(moves[0], row, now)
        rows = _rows(ask, now)
    state = rules.ask_state(ask, rows)
    if state != ask.state and claim(ask, ask.state, state=state):
        news |= state == AskState.EXHAUSTED
    _set_timers(ask, rows, now)
    return news


def recall_written(ask: Ask, rows: Sequence[Invitation], now: datetime) -> None:
    """Fills in when those whom Halved would write to were written to. One query at most."""
    routes = [(row, row.route) for row in rows if rules.may_be_written_to(ask, rows, row)]
    to = [(row, route["to"]) for row, route in routes if route]
    if to:
        written = delivery.written_at(rows[0].member_id, [address for _, address in to], now)
        for row, address in to:
            row.written_at = written[address]


def write_to(kind: Message.Kind, row: Invitation, route: dict[str, Any], at: datetime) -> None:
    """Queues one message to the person asked, and counts it."""
    letter = {"to": route["to"], "name": route["name"], "timezone": route["timezone"]}
    if kind in LINKED:  # else they have it; the server must not read it again
        letter["url"] = link_url(route["token"])
    delivery.enqueue(kind, member_id=row.member_id, letter=letter, about=row.pk, at=at)
    delivery.note_written(row.member_id, route["to"], at)


def make_links(ask: Ask, now: datetime) -> None:
    """Seals what each person will read under a fresh link. Raises TooManyNew."""
    rows = [row for row in ask.invitations.select_related("contact") if row.way in rules.BY_LINK]
    for row in rows:
        row.member = ask.member
        if row.contact:
            row.contact.member = ask.member
    by_mail = [row.contact.email for row in rows if row.way == Way.EMAIL and row.contact]
    if not recipients.admit(ask.member.pk, by_mail, now):
        raise TooManyNew
    for row in rows:
        _make_link(row, ask)


def _make_link(row: Invitation, ask: Ask) -> None:
    """Only e-mail that Halved sends by itself leaves the server a way to read what is behind the
    link, until it has gone out and needs no reminder."""
    member, contact = ask.member, row.contact
    token = new_token()
    reach = [way for way in (contact.email, contact.phone) if way] if contact else []
    letter = {"from": member.signs_as, "words": row.words, "kinds": ask.kinds or [], "reach": reach}
    if ask.pieces_key:
        letter |= {"pieces_key": ask.pieces_key, "timezone": zone_of(row, member)}
    row.token = token
    row.link = link_hash(token)
    row.letter = seal_behind_link(token, letter, row.letter_place)
    if row.way == Way.EMAIL:
        row.route = _route(row, member)
    row.save(update_fields=["token", "link", "letter", "route"])


def route_to(row: Invitation, member: Member, now: datetime) -> dict[str, Any] | None:
    """What the server needs to write to this person by itself; None where there is no address, or
    where it has become that of an eleventh new person within a day. The member must be held."""
    route = _route(row, member)
    return route if route and recipients.admit(member.pk, [route["to"]], now) else None


def _route(row: Invitation, member: Member) -> dict[str, Any] | None:
    contact = row.contact
    if contact:
        contact.member = member
    if contact is None or not contact.email:
        return None
    return {
        "to": contact.email,
        "name": member.signs_as,
        "token": row.token,
        "timezone": zone_of(row, member),
    }


def zone_of(row: Invitation, member: Member) -> str:
    """Where the person asked is, as far as the member knows."""
    zone: str = (row.contact and row.contact.timezone) or member.timezone
    return zone


def may_write_at(row: Invitation, route: dict[str, Any], now: datetime) -> datetime:
    """The first moment at which the member may write to this person again; see earliest_write."""
    written = delivery.written_at(row.member_id, [route["to"]], now)[route["to"]]
    return earliest_write(now, written, route["timezone"])


def end_kindly(row: Invitation, member: Member, now: datetime) -> None:
    """Takes a person out of an ask that is taken care of. What they were asked is wiped; behind
    their link stands only that nothing is needed any more. Who was asked by e-mail gets one."""
    asked = row.state != InvitationState.PLANNED
    has_mail = asked and row.way == Way.EMAIL and not row.undelivered_at
    has_mail = has_mail and not delivery.on_its_way(row.pk)
    change: dict[str, Any] = {"state": InvitationState.WITHDRAWN, "route": None, **NO_LINK}
    if asked and row.token and row.letter:
        letter = unseal_behind_link(row.token, bytes(row.letter), row.letter_place)
        left = {"from": letter["from"], "reach": letter["reach"], "taken_care": True}
        change["letter"] = seal_behind_link(row.token, left, row.letter_place)
        del change["link"], change["expires_at"]
    delivery.cancel([row.pk])
    if claim(row, row.state, **change) and has_mail and (route := route_to(row, member, now)):
        at = may_write_at(row, route, now)
        if at <= now + NIGHT:  # later, they have long read it behind the link
            write_to(Message.Kind.TAKEN_CARE, row, route, at)


def _rows(ask: Ask, now: datetime) -> list[Invitation]:
    rows = _places.all(ask=ask.pk)
    for row in rows:
        row.ask, row.member = ask, ask.member
    recall_written(ask, rows, now)
    return rows


def _make(move: Move, row: Invitation, now: datetime) -> bool:
    """Makes one move, if the row is still in the state the move was decided on. True when the
    member has something to do."""
    by_mail = row.way == Way.EMAIL
    change = _change(move, row, now)
    if not change or not claim(row, move.seen, **change):
        return False
    if by_mail and "state" in change and move.kind in (MoveKind.ASK, MoveKind.REMIND):
        kind = Message.Kind.ASK if move.kind == MoveKind.ASK else Message.Kind.REMINDER
        write_to(kind, row, row.route, now)
    hers = not by_mail and move.kind in (MoveKind.HAND_OVER, MoveKind.REMIND)
    return hers or move.kind == MoveKind.COME_BACK


def _change(move: Move, row: Invitation, now: datetime) -> dict[str, Any]:
    ends = rules.link_ends(now, row.ask.links_until)
    if move.kind in (MoveKind.REMIND, MoveKind.PASS_ON) and _has_not_gone_out(row):
        return {"asked_at": now, "expires_at": ends}
    changes: dict[MoveKind, dict[str, Any]] = {
        MoveKind.ASK: {"state": InvitationState.ASKED, "asked_at": now, "expires_at": ends},
        MoveKind.HAND_OVER: {
            "turn_at": now,
            "expires_at": ends if row.way == Way.LINK else None,
        },
        MoveKind.REMIND: {"state": InvitationState.REMINDED, "reminded_at": now},
        MoveKind.PASS_ON: {"state": InvitationState.PASSED_ON},
        MoveKind.EXPIRE: {"route": None, **NO_LINK},
        MoveKind.COME_BACK: {"later_at": None, "came_back_at": now, "seen_at": None},
        MoveKind.LOOK: {},
    }
    return changes[move.kind]


def _has_not_gone_out(row: Invitation) -> bool:
    """Whether the e-mail that asks is still in the queue, because no worker ran for a while. Then
    the silence has not begun."""
    in_queue = row.way == Way.EMAIL and row.state == InvitationState.ASKED
    return in_queue and not row.undelivered_at and delivery.on_its_way(row.pk)


def _set_timers(ask: Ask, rows: Sequence[Invitation], now: datetime) -> None:
    for row in rows:
        due = rules.due_at(ask, rows, row, now)
        change: dict[str, Any] = {}
        if (due[1] if due else None) != row.due_at:
            change["due_at"] = due[1] if due else None
        if row.reachable and not rules.needs_route(ask, rows, row, now):
            change["route"] = None
        if change:
            claim(row, row.state, **change)
