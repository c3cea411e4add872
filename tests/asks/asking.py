"""How Nia asks, in one line: `ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.LINK))`."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from halved.accounts.models import Member
from halved.asks import actions
from halved.asks.models import Ask, Invitation
from halved.asks.rules import Answer, Order, Pace, Reply, Way
from halved.circle.models import Contact
from halved.delivery import actions as delivery
from halved.delivery.models import Message

NOON = datetime(2027, 3, 10, 12, tzinfo=UTC)  # a Wednesday
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
WORDS = "Can you come on Thursday?"

Asked = tuple[Contact, Way]


def draft_for(member: Member, *people: Asked, **about: str) -> Ask:
    """A draft with words for everybody."""
    ask = Ask(member=member, **about)
    ask.kinds = ["emotional"]
    ask.save()
    actions.plan(ask=ask, people=people)
    actions.write(ask=ask, words={row.pk: WORDS for row in ask.invitations.all()})
    return ask


def ask_people(
    member: Member,
    *people: Asked,
    at: datetime = NOON,
    order: Order = Order.IN_TURN,
    pace: Pace = Pace.DAYS,
) -> Ask:
    """An ask that went out at `at`. Whom the member asks herself, she has asked if at turn."""
    ask = draft_for(member, *people, order=order, pace=pace)
    actions.open_ask(ask=ask, now=at)
    for row in places(ask):
        actions.mark_asked(row=row, now=at)
    return ask


def places(ask: Ask) -> list[Invitation]:
    """The people of an ask as the store has them now, in order, for the member to open."""
    rows = list(Invitation.objects.filter(ask=ask).select_related("contact"))
    for row in rows:
        row.member = ask.member
        if row.contact:
            row.contact.member = ask.member
    return rows


def place_of(ask: Ask, contact: Contact) -> Invitation:
    return next(row for row in places(ask) if row.contact_id == contact.pk)


def states(ask: Ask) -> list[str]:
    return [row.state for row in places(ask)]


def state_of(ask: Ask) -> str:
    return Ask.objects.get(pk=ask.pk).state


def answers(
    ask: Ask, contact: Contact, code: Answer, at: datetime = NOON + HOUR, words: str = ""
) -> bool:
    """The person answers behind the link; the member's room is closed."""
    row = Invitation.objects.get(ask=ask, contact=contact)
    return actions.answer(row=row, reply=Reply(code, words), now=at)


def notes(ask: Ask, contact: Contact, code: Answer, at: datetime = NOON + HOUR) -> bool:
    """The member notes what the person said."""
    return actions.note_answer(row=place_of(ask, contact), reply=Reply(code), now=at)


def work(at: datetime) -> None:
    """What a worker does at `at`, until there is nothing left. Mail goes where settings say."""
    for _ in range(50):
        moved = actions.advance_due(at)
        if not moved + delivery.deliver_due(clock(at)) + actions.note_failures(at):
            return
    raise AssertionError("The worker finds no rest.")


def pass_time(until: datetime, since: datetime = NOON, step: timedelta = HOUR) -> None:
    """A worker runs every hour."""
    at = since
    while at < until:
        at = min(at + step, until)
        work(at)


def clock(at: datetime) -> Callable[[], datetime]:
    return lambda: at


def messages(ask: Ask, contact: Contact | None = None) -> list[str]:
    """The kinds of messages to this person, sent or not; without a contact, the member's own."""
    if contact is None:
        found = Message.objects.filter(member=ask.member, about=None)
    else:
        found = Message.objects.filter(about=place_of(ask, contact).pk)
    return sorted(message.kind for message in found)
