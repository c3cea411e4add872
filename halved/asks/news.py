"""What waits for the member: answers, turns, and what did not go out."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q
from django.urls import reverse

from halved.accounts.models import Member
from halved.asks.models import Ask, Invitation
from halved.asks.rules import Answer, AskState, InvitationState, Way
from halved.asks.telling import ANSWERS, HOW, in_trouble_of, trouble
from halved.delivery.models import Message
from halved.prepared import Find, Given

_waiting = Find(
    lambda: (
        Invitation.objects.filter(
            Q(answered_at__isnull=False, seen_at=None)
            | Q(state=InvitationState.PLANNED, turn_at__isnull=False, ask__state=AskState.OPEN)
            | Q(state=InvitationState.REMINDED, ask__state=AskState.OPEN),
            member=Given("member"),
        )
        .exclude(ask__state=AskState.CLOSED)
        .select_related("ask")
        .order_by(F("answered_at").desc(nulls_last=True), F("asked_at").asc(nulls_first=True))
    )
)
_nobody_left = Find(
    lambda: Ask.objects.filter(member=Given("member"), state=AskState.EXHAUSTED).only("pk")
)


@dataclass(frozen=True)
class News:
    """One line on the home page. `bad` marks what went wrong."""

    sentence: str
    detail: str
    url: str
    link: str
    bad: bool = False


def of(member: Member, now: datetime) -> list[News]:
    """What is waiting, what went wrong first. Four queries at most."""
    rows = _waiting.all(member=member.pk)
    for row in rows:
        row.member = member
    return [
        *_troubles(member, now),
        *[news for row in rows if (news := _of_row(row))],
        *[
            News("Nobody is left on your list.", "There is more you can do.", _url(ask.pk), "Look")
            for ask in _nobody_left.all(member=member.pk)
        ],
    ]


def _url(ask_id: object) -> str:
    return reverse("asks:ask", args=[ask_id])


def _of_row(row: Invitation) -> News | None:
    url = _url(row.ask_id)
    if row.came_back_at:
        return News(f"{row.name} said: later. That day has come.", "", url, "Ask again")
    if row.answer:
        return News(f"{row.name} {ANSWERS[Answer(row.answer)]}.", "", url, "Read it")
    if row.way == Way.EMAIL:
        return None
    if row.state == InvitationState.PLANNED:
        how = HOW[Way(row.way)]
        return News(f"It is {row.name}’s turn.", f"You wanted to ask {how}.", url, "Open")
    return News(f"Has {row.name} answered?", "One tap notes it.", url, "Note it")


def _troubles(member: Member, now: datetime) -> list[News]:
    """What did not go out, until the member has dealt with it."""
    messages = {row.about: row for row in in_trouble_of(member, now)}
    if not messages:
        return []
    rows = member.invitations.filter(pk__in=list(messages)).exclude(
        Q(ask__state=AskState.CLOSED) | Q(state=InvitationState.WITHDRAWN)
    )
    found = []
    for row in rows:
        row.member = member
        message = messages[row.pk]
        if row.answer and message.kind != Message.Kind.THANKS:
            continue
        sentence, detail = trouble(row, message, now)
        if message.state == Message.State.FAILED:
            detail = "Ask in another way, or see what you can do."
        found.append(News(sentence, detail, _url(row.ask_id), "Look", True))
    return found
