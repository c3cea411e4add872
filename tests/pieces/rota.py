"""How Nia asks for help in pieces, and how helpers take it."""

from datetime import datetime, timedelta
from uuid import uuid4

from django.core import mail

from halved.accounts.models import Member
from halved.asks import actions as asks
from halved.asks.models import Ask, Invitation
from halved.asks.rules import Order
from halved.circle.models import Contact
from halved.delivery import actions as delivery
from halved.delivery.models import Message
from halved.pieces import actions, reminding, taking
from halved.pieces.following import About
from halved.pieces.models import Claim, Piece, Rota
from halved.pieces.series import When
from halved.pieces.shown import Shown, to_helper
from halved.prepared import Find, Given
from halved.vault.fields import unseal_behind_link
from tests.asks.asking import HOUR, NOON, Asked, clock, draft_for, place_of

# NOON is a Wednesday. Everybody is in UTC unless a test says otherwise.
SATURDAY = datetime(2027, 3, 13, 18)  # noqa: DTZ001
THE_DAY_BEFORE = datetime.fromisoformat("2027-03-12T10:00:00+00:00")
SUPPER = About("Supper for three", "Mill Lane 4", "No flowers, please", 1)


def at(local: datetime, hours: float = 2, zone: str = "UTC", rule: str = "") -> When:
    return When(local, local + timedelta(hours=hours), zone, rule)


ON_SATURDAY = at(SATURDAY)

# What a worker finds, put together once: in a history of weeks it mostly finds nothing.
_QUEUES = (Rota, Invitation, Message)
_DUE = [
    Find(lambda model=model: model.objects.filter(due_at__lte=Given("now")).only("pk")[:1])
    for model in _QUEUES
]
_UNNOTED = Find(
    lambda: Message.objects.filter(state=Message.State.FAILED, noted_at=None).only("pk")[:1]
)
_NEXT = [
    Find(
        lambda model=model: (
            model.objects.filter(due_at__gt=Given("now")).order_by("due_at").only("due_at")[:1]
        )
    )
    for model in _QUEUES
]


def ask_for(
    member: Member, *people: Asked, when: When = ON_SATURDAY, about: About = SUPPER
) -> tuple[Ask, Piece]:
    """An ask with one piece, or a series and its first, that went out to everybody at NOON."""
    ask = draft_for(member, *people, order=Order.TOGETHER)
    piece = add(ask, when, about)[0]
    asks.open_ask(ask=ask, now=NOON)
    for row in ask.invitations.all():
        asks.mark_asked(row=row, now=NOON)
    work(NOON)
    mail.outbox.clear()
    return ask, piece


def add(ask: Ask, when: When = ON_SATURDAY, about: About = SUPPER) -> list[Piece]:
    return actions.add(ask=ask, series=uuid4(), when=when, about=about, now=NOON)


# --- helpers ----------------------------------------------------------------------------------


def letter_of(ask: Ask, contact: Contact) -> dict[str, object]:
    """What is behind this person's link."""
    row = place_of(ask, contact)
    letter: dict[str, object] = unseal_behind_link(row.token, bytes(row.letter), row.letter_place)
    return letter


def takes(
    piece: Piece, contact: Contact, now: datetime = NOON + HOUR, name: str = ""
) -> Claim | None:
    row, letter = place_of(piece.ask, contact), letter_of(piece.ask, contact)
    return taking.take(row=row, piece_id=piece.pk, letter=letter, name=name, now=now)


def takes_over(
    piece: Piece, claim: Claim, contact: Contact, now: datetime = NOON + HOUR, name: str = ""
) -> Claim | None:
    row, letter = place_of(piece.ask, contact), letter_of(piece.ask, contact)
    return taking.take_over(row=row, claim_id=claim.pk, letter=letter, name=name, now=now)


def gives_back(piece: Piece, contact: Contact, now: datetime = NOON + HOUR) -> bool:
    return taking.give_back(row=place_of(piece.ask, contact), piece_id=piece.pk, now=now)


def offers(piece: Piece, contact: Contact, on: bool = True, now: datetime = NOON + HOUR) -> bool:
    return taking.offer(row=place_of(piece.ask, contact), piece_id=piece.pk, on=on, now=now)


def agrees(piece: Piece, contact: Contact, now: datetime = NOON + HOUR) -> bool:
    return taking.agree(row=place_of(piece.ask, contact), piece_id=piece.pk, now=now)


def sees(piece: Piece, contact: Contact, now: datetime = NOON + HOUR) -> Shown | None:
    """How this person sees the piece, if they see it at all."""
    shown = to_helper(place_of(piece.ask, contact), letter_of(piece.ask, contact), now)
    return next((each for each in shown if each.piece.pk == piece.pk), None)


def who_took(piece: Piece) -> list[object]:
    """The contacts it belongs to."""
    claims = Claim.objects.filter(piece=piece.pk).order_by("position")
    return list(claims.values_list("invitation__contact_id", flat=True))


# --- time -------------------------------------------------------------------------------------


def work(now: datetime) -> None:
    """What a worker does at `now`, until there is nothing left to do."""
    for _ in range(50):
        if not _is_due(now):
            return
        asks.advance_due(now)
        reminding.advance_due(now)
        delivery.deliver_due(clock(now))
        asks.note_failures(now)
    raise AssertionError("The worker finds no rest.")


def _is_due(now: datetime) -> bool:
    """Whether a worker would find anything to do."""
    return any(find.first(now=now) for find in (*_DUE, _UNNOTED))


def pass_time(until: datetime, since: datetime = NOON + HOUR) -> None:
    """A worker runs all the time."""
    now: datetime | None = since
    while now:
        work(now)
        now = next_due(now, until)
    work(until)


def next_due(now: datetime, until: datetime) -> datetime | None:
    """When there is something to do next, if that is before `until`."""
    found = [find.first(now=now) for find in _NEXT]
    return min((row.due_at for row in found if row and row.due_at < until), default=None)


def letters() -> list[tuple[str, str]]:
    """What went out about pieces: to whom, and the text."""
    return [
        (message.to[0], message.body) for message in mail.outbox if "how it stands" in message.body
    ]
