"""How an ask stands, in sentences. Reads rows, changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import quote
from zoneinfo import ZoneInfo

from django.db.models import F, Q, QuerySet
from django.template.defaultfilters import date as date_format

from halved.accounts.models import Member
from halved.asks import rules
from halved.asks.models import Ask, Invitation
from halved.asks.moves import link_url, recall_written
from halved.asks.remarks import may_remark
from halved.asks.rules import Answer, AskState, InvitationState, MoveKind, Way
from halved.delivery.models import Message
from halved.delivery.rules import LEASE, RETRIES
from halved.prepared import Find, Given

ANSWERS = {
    Answer.YES: "said yes",
    Answer.PART: "said yes, but less",
    Answer.LATER: "said not now, but later",
    Answer.NO: "can’t this time",
}
HOW = {
    Way.IN_PERSON: "face to face",
    Way.CALL: "by phone",
    Way.MESSAGE: "by a message of your own",
    Way.LINK: "with a link you pass on",
    Way.EMAIL: "by e-mail from Halved",
}
TROUBLED = {
    Message.Kind.REMINDER: "The reminder",
    Message.Kind.THANKS: "Your thanks",
    Message.Kind.REMARK: "Word of what you wrote",
    Message.Kind.TAKEN_CARE: "Word that it is taken care of",
}
LATE = timedelta(minutes=5)  # after this, somebody should have sent it
_ASKING = (Message.Kind.ASK, Message.Kind.REMINDER)
KIND_FOR_OTHERS = {
    "instrumental": "{name} can’t do this alone.",
    "informational": "{name} doesn’t know how, and would like to be shown.",
    "emotional": "{name} would like company. Nothing needs fixing.",
}


def kinds_for_others(kinds: Sequence[str], name: str) -> list[str]:
    """What the person asked is told about the kind of help."""
    return [KIND_FOR_OTHERS[kind].format(name=name) for kind in kinds if kind in KIND_FOR_OTHERS]


def when(at: datetime, member: Member) -> str:
    """A moment as the member would say it, in the member's time zone."""
    return date_format(at.astimezone(ZoneInfo(member.timezone)), "l j F, H:i")


@dataclass(frozen=True)
class Reach:
    """Links that open the member's own phone or mail with the words in it. Empty where there is
    no number or address."""

    call: str
    sms: str
    mail: str


def reach(row: Invitation) -> Reach:
    contact, words = row.contact, quote(row.words or "")
    phone = (contact.phone if contact else None) or ""
    number = "".join(sign for sign in phone if sign.isdigit() or sign == "+")
    address = quote((contact.email if contact else None) or "")
    return Reach(
        call=f"tel:{number}" if number else "",
        sms=f"sms:{number}?&body={words}",
        mail=f"mailto:{address}?body={words}",
    )


@dataclass(frozen=True)
class Told:
    """One person's place in an ask, for the page."""

    row: Invitation
    sentence: str
    then: str
    trouble: str
    is_turn: bool
    may_note: bool
    may_withdraw: bool
    url: str
    reach: Reach
    later: date | None
    may_remark: bool
    may_accept: bool
    said_back: str  # what the member prepared for this answer


def of_ask(ask: Ask) -> str:
    """The state of an ask in one sentence."""
    people = list(ask.invitations.all())
    for row in people:
        row.member = ask.member
    if ask.state == AskState.DRAFT:
        return f"A draft, for {people[0].name}" if people else "A draft, for nobody yet"
    said = [row for row in people if row.answer in rules.HELP]
    if ask.state == AskState.CLOSED:
        return f"Closed. {_said(said)}" if said else "Closed"
    if ask.state == AskState.EXHAUSTED:
        return "Nobody is left on your list"
    if said:
        return _said(said)
    waiting = [row.name for row in people if row.state in rules.WAITING]
    if waiting:
        return f"Waiting for {_and(waiting)}"
    turn = rules.whose_turn(ask, people)
    return f"Next is {turn[0].name}" if turn else "Asked"


def _said(rows: Sequence[Invitation]) -> str:
    best = min(rows, key=lambda row: list(Answer).index(Answer(row.answer)))
    return f"{best.name} {ANSWERS[Answer(best.answer)]}"


def _and(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def of_people(ask: Ask, people: Sequence[Invitation], now: datetime) -> list[Told]:
    """Each person's place, in order. One query for the messages of all of them."""
    recall_written(ask, people, now)
    messages = in_trouble(now).filter(about__in=[row.pk for row in people])
    troubles = {message.about: message for message in messages}
    return [_tell(ask, people, row, troubles.get(row.pk), now) for row in people]


def in_trouble(now: datetime) -> QuerySet[Message]:
    """Messages that were given up, that are tried again, or that nobody has sent in time. The
    latest of each invitation comes last."""
    return _in_trouble(now - LATE, now + LEASE)


def in_trouble_of(member: Member, now: datetime) -> list[Message]:
    """All of a member's."""
    return _of_member.all(member=member.pk, late=now - LATE, lease=now + LEASE)


_of_member = Find(lambda: _in_trouble(Given("late"), Given("lease")).filter(member=Given("member")))


def _in_trouble(late: datetime | Given, lease: datetime | Given) -> QuerySet[Message]:
    waits_long = Q(due_at__lt=late) | Q(due_at__gt=lease, kind__in=_ASKING)
    waiting = Q(state=Message.State.WAITING) & (Q(failures__gt=0) | waits_long)
    found = Message.objects.filter(waiting | Q(state=Message.State.FAILED), about__isnull=False)
    return found.order_by(F("ended_at").asc(nulls_last=True))


def _tell(
    ask: Ask, people: Sequence[Invitation], row: Invitation, message: Message | None, now: datetime
) -> Told:
    own_voice = row.way not in rules.BY_LINK
    is_open = ask.state != AskState.CLOSED
    silent = row.state in (*rules.WAITING, InvitationState.PASSED_ON)
    return Told(
        row=row,
        sentence=_sentence(ask, people, row, now),
        then=_then(ask, people, row, now) if is_open else "",
        trouble=" ".join(filter(None, trouble(row, message, now))) if message else "",
        is_turn=is_open and _is_hers(ask, people, row) and not _has_run_out(row, now),
        may_note=is_open and (silent or (own_voice and row.state == InvitationState.ANSWERED)),
        may_withdraw=is_open and (silent or row.state == InvitationState.PLANNED),
        url=_url(row, now),
        reach=reach(row),
        later=_later_day(row),
        may_remark=may_remark(row, now),
        may_accept=is_open and row.answer == Answer.PART and not row.accepted_at and bool(row.link),
        said_back=(ask.said_back or {}).get(row.answer, ""),
    )


def _url(row: Invitation, now: datetime) -> str:
    """The link, while the person can still answer behind it."""
    alive = row.token and rules.link_leads_somewhere(row, now) and rules.may_answer(row, now)
    return link_url(row.token) if alive else ""


def _later_day(row: Invitation) -> date | None:
    """The day that goes with the answer "later"."""
    day = row.reply["date"] if row.answer == Answer.LATER and row.reply else None
    return date.fromisoformat(day) if day else None


def _is_hers(ask: Ask, people: Sequence[Invitation], row: Invitation) -> bool:
    """Whether it is the member's turn to ask this person."""
    handed_over = row.turn_at is not None and row.way != Way.EMAIL
    return handed_over and row in rules.whose_turn(ask, people)


def _has_run_out(row: Invitation, now: datetime) -> bool:
    return row.way == Way.LINK and not rules.link_leads_somewhere(row, now)


def _sentence(ask: Ask, people: Sequence[Invitation], row: Invitation, now: datetime) -> str:
    name, member = row.name, ask.member
    if row.state == InvitationState.ANSWERED and row.answered_at:
        said = f"{name} {ANSWERS[Answer(row.answer)]}, on {when(row.answered_at, member)}."
        return f"{said} That day has come." if row.came_back_at else said
    if row.state in rules.WAITING and row.asked_at:
        asked = f"Asked on {when(row.asked_at, member)}, {HOW[Way(row.way)]}."
        reminded = row.state == InvitationState.REMINDED and row.way == Way.EMAIL
        return f"{asked} Reminded once." if reminded else asked
    if row.state == InvitationState.PASSED_ON:
        return _silence(row, now)
    if row.state == InvitationState.WITHDRAWN:
        return "No longer asked."
    if rules.stops(people):
        return "Not asked, and there is no need to."
    if _is_hers(ask, people, row):
        if _has_run_out(row, now):
            return (
                f"The link for {name} ended before it was passed on. Leave {name} out, or close"
                " this and ask again."
            )
        return f"It is {name}’s turn. You wanted to ask {HOW[Way(row.way)]}."
    due = rules.due_at(ask, people, row, now)
    if due and due[0] == MoveKind.ASK and due[1] > now:
        return f"The e-mail goes out on {when(due[1], member)}."
    return "Not asked yet."


def _silence(row: Invitation, now: datetime) -> str:
    if row.undelivered_at:
        return "It never reached them."
    ended = row.way in rules.BY_LINK and not rules.link_leads_somewhere(row, now)
    return "No answer. The link has ended." if ended else "No answer. They can still give one."


def _then(ask: Ask, people: Sequence[Invitation], row: Invitation, now: datetime) -> str:
    """What happens by itself, and when, if nobody does anything."""
    due = rules.due_at(ask, people, row, now)
    if due is None or due[1] <= now or row.state not in rules.WAITING:
        return ""
    kind, at = due
    by_mail = row.way == Way.EMAIL
    if kind == MoveKind.REMIND:
        who = f"Halved reminds {row.name} once" if by_mail else "Halved reminds you"
        return f"If there is no answer, {who} on {when(at, ask.member)}."
    if kind == MoveKind.PASS_ON:
        said = "If there is no answer" if by_mail else "If you note no answer"
        return f"{said} by {when(at, ask.member)}, {_after(ask, people, row)}"
    return ""


def _after(ask: Ask, people: Sequence[Invitation], row: Invitation) -> str:
    """Whose turn comes when this person is no longer waited for."""
    before = rules.whose_turn(ask, people)
    after = rules.whose_turn(ask, [other for other in people if other is not row])
    follows = [other for other in after if other not in before]
    if not follows:
        return "Halved stops waiting."
    if follows[0].way == Way.EMAIL:
        return f"Halved asks {follows[0].name} by e-mail."
    return f"it is {follows[0].name}’s turn, and Halved tells you."


def trouble(row: Invitation, message: Message, now: datetime) -> tuple[str, str]:
    """What did not go out, and what Halved does about it."""
    what = TROUBLED.get(Message.Kind(message.kind), "The e-mail")
    if message.state == Message.State.FAILED:
        return f"{what} to {row.name} did not go out.", f"Halved tried {len(RETRIES) + 1} times."
    late = f"{what} to {row.name} has not gone out yet."
    if message.due_at is None or message.due_at <= now:
        return late, ""
    again = "Halved tries again" if message.failures else "It goes out"
    return late, f"{again} on {when(message.due_at, row.member)}."


def who_may_be_next(ask: Ask, people: Sequence[Invitation]) -> Invitation | None:
    """Whom the member may ask now, without waiting longer. Nobody while somebody's turn has
    come: then that comes first."""
    if ask.state == AskState.CLOSED or rules.stops(people) or rules.whose_turn(ask, people):
        return None
    return next((row for row in people if row.state == InvitationState.PLANNED), None)
