"""What the member and the person asked say to each other after the answer, until the ask is
closed: that a smaller yes is taken, and a few words to and fro, sealed for both."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.transaction import atomic

from halved.asks.models import Invitation, Remark
from halved.asks.moves import hold, may_write_at, route_to, write_to
from halved.asks.rules import Answer, AskState, InvitationState, Way
from halved.delivery import actions as delivery
from halved.delivery.models import Message
from halved.group_commit import grouped
from halved.vault.fields import seal_behind_link, unseal_behind_link

MOST = 30  # on one ask, from each side


@grouped
def remark(*, row: Invitation, author: Remark.Author, words: str, pk: UUID, now: datetime) -> bool:
    """Keeps a few words, readable in the room and behind the link: `row.token` must be there. The
    same `pk` twice is one remark. False when the ask is closed, the link has ended, nobody has
    answered yet, or enough has been said here.

    The member is told as always; the person asked gets an e-mail only if they were asked by one.
    """
    ask = hold(row.ask_id)
    row.member = ask.member if author == Remark.Author.ASKED else row.member
    before = Remark.objects.filter(invitation=row.pk, author=author)
    if before.filter(pk=pk).exists():
        return True
    live = Invitation.objects.filter(
        pk=row.pk, state=InvitationState.ANSWERED, expires_at__gt=now, link__isnull=False
    )
    if ask.state == AskState.CLOSED or before.count() >= MOST or not live.exists():
        return False
    new = Remark(pk=pk, member=row.member, invitation=row, author=author, said_at=now)
    new.words = words
    new.behind = seal_behind_link(row.token, words, new.behind_place)
    new.save(force_insert=True)
    if author == Remark.Author.ASKED:
        Invitation.objects.filter(pk=row.pk).update(seen_at=None)
        delivery.notify(ask.member, now)
    else:
        _tell(row, now)
    return True


def _tell(row: Invitation, now: datetime) -> None:
    """Lets somebody who was asked by e-mail know that there are words for them: once, until that
    e-mail has gone out."""
    route = route_to(row, row.member, now) if row.way == Way.EMAIL and settings.CAN_MAIL else None
    if route and not delivery.on_its_way(row.pk):
        write_to(Message.Kind.REMARK, row, route, may_write_at(row, route, now))


@atomic
def accept(*, row: Invitation, now: datetime) -> bool:
    """The member takes the smaller yes; the person asked sees it behind the link. False when that
    is not what they said, or it was taken before."""
    smaller = Invitation.objects.filter(pk=row.pk, answer=Answer.PART, accepted_at=None)
    return bool(smaller.update(accepted_at=now))


def behind_link(row: Invitation, token: str) -> list[tuple[bool, str, datetime]]:
    """What was said, oldest first, for whoever holds the link: (by themselves, words, when)."""
    return [
        (
            said.author == Remark.Author.ASKED,
            unseal_behind_link(token, bytes(said.behind), said.behind_place),
            said.said_at,
        )
        for said in row.remarks.all()
    ]


def may_remark(row: Invitation, now: datetime) -> bool:
    """Whether there is still a page on which both can write."""
    return bool(
        row.answer and row.link and row.expires_at and row.expires_at > now
        and row.ask.state != AskState.CLOSED
    )  # fmt: skip
