"""One believable story, for `halved demo`: Nia, Ben and Cleo, and four asks."""

import json
import tempfile
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from halved import directory
from halved.accounts.models import Member
from halved.accounts.views import DEMO_PASSPHRASE
from halved.asks import actions
from halved.asks.models import Ask, Invitation
from halved.asks.moves import link_url
from halved.asks.rules import Answer, Order, Reply, Way
from halved.circle.models import Contact
from halved.directory.importing import bringing
from halved.lookback.models import Forecast
from halved.pieces import actions as pieces
from halved.pieces import taking
from halved.pieces.following import About
from halved.pieces.models import Piece
from halved.pieces.series import When
from halved.reflection.models import CheckIn, Concern

MADE_UP_ON = date(2026, 11, 23)


def tell() -> dict[str, str]:
    """Fills an empty store. Returns the links that Ben and Cleo hold."""
    now = timezone.now()
    nia = Member.objects.create_member("nia", DEMO_PASSPHRASE)
    nia.signs_as, nia.pending_code = "Nia", None
    nia.save()
    ben = _contact(nia, "Ben", "my brother", ["instrumental"], "+44 20 7946 0018")
    cleo = _contact(nia, "Cleo", "friend from school", ["informational", "emotional"], "")

    care = _concern(nia, "Mum’s care, and the money", [7, 7, 8, 8, 9], now)
    _concern(nia, "Not sleeping", [5, 4, 3], now)
    course = _concern(nia, "Statistics, module 3", [8, 9], now - timedelta(days=6))

    stairs = _ask(nia, care, ["instrumental", "emotional"], [(ben, Way.LINK), (cleo, Way.LINK)])
    _words(
        stairs,
        "Hi Ben, Mum comes home from hospital on Thursday and I can’t get her up the stairs by"
        " myself. Could you be there at four, for about an hour? It’s fine to say no.",
        "Hi Cleo, Mum comes home from hospital on Thursday and I can’t get her up the stairs by"
        " myself. Could you be there at four, for about an hour? It’s fine to say no.",
    )
    Forecast(member=nia, ask=stairs).note_before(3, 9)
    _open(stairs, now - timedelta(hours=5))

    study = _ask(nia, course, ["informational"], [(cleo, Way.LINK)])
    _words(
        study,
        "Hi Cleo, I’m stuck on module 3 and the exam is in two weeks. Could you go through one"
        " exercise with me, half an hour, any evening this week? No is fine too.",
    )
    Forecast(member=nia, ask=study).note_before(4, 9)
    _open(study, now - timedelta(days=4))
    row = study.invitations.get()
    row.member = nia
    actions.answer(
        row=row,
        reply=Reply(
            Answer.YES,
            "Of course. Thursday at seven, I’ll bring the book. I nearly failed that one too.",
        ),
        now=now - timedelta(hours=20),
    )
    CheckIn.note(nia, course, 4)

    weeks = _weeks(nia, care, ben, cleo, now)
    later = _ask(nia, None, ["emotional"], [(cleo, Way.CALL)])
    _words(later, "Hi Cleo, it’s been a long week. Could we walk")
    _places(now)
    return {"ben": _link(stairs, nia), "cleo": _link(weeks, nia, cleo)}


def _places(now: datetime) -> None:
    """Two towns and their services. None of it is real; the numbers are kept free for stories. The
    days on which it was checked move along, so that the story does not grow old."""
    rows = json.loads(Path(directory.__file__).with_name("made_up.json").read_text())
    for row in rows:
        checked = date.fromisoformat(row["assured_date"])
        row["assured_date"] = (checked + (now.date() - MADE_UP_ON)).isoformat()
    about = bringing.About(
        slug="made-up",
        name="Ashmere and Tollbridge, made up",
        licence="Apache-2.0",
        timezone=settings.TIME_ZONE,
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "services.json"
        file.write_text(json.dumps(rows))
        bringing.bring(file, about, now)


def _weeks(nia: Member, concern: Concern, ben: Contact, cleo: Contact, now: datetime) -> Ask:
    """The first weeks with Mum at home, piece by piece. Ben drives, Cleo cooks once."""
    ask = _ask(nia, concern, ["instrumental"], [(ben, Way.LINK), (cleo, Way.LINK)])
    ask.order = Order.TOGETHER
    actions.plan(ask=ask, people=[(ben, Way.LINK), (cleo, Way.LINK)])
    _words(
        ask,
        "Hi Ben, the first weeks with Mum at home are full. I wrote down what is needed.",
        "Hi Cleo, the first weeks with Mum at home are full. I wrote down what is needed.",
    )
    supper = _need(ask, now, (3, 18, 19), About("Supper for two", "Mill Lane 4", "Nuts"), 3)
    ride = _need(ask, now, (5, 9, 12), About("A ride to the clinic and back", "Mill Lane 4"))
    _need(ask, now, (6, 14, 17), About("Sit with Mum while I work", "Mill Lane 4"), 3)
    _open(ask, now - timedelta(days=2))
    for contact, piece in ((ben, ride), (cleo, supper)):
        row = ask.invitations.get(contact=contact)
        row.member = row.ask.member = nia
        taking.note_taken(row=row, piece_id=piece.pk, now=now - timedelta(days=1))
    return ask


def _need(
    ask: Ask, now: datetime, when: tuple[int, int, int], about: About, weeks: int = 1
) -> Piece:
    """`when`: how many days ahead, from which hour, until which. Returns the first week's."""
    (days, *hours), zone = when, ask.member.timezone
    day = (now.astimezone(ZoneInfo(zone)) + timedelta(days=days)).date()
    starts, ends = (datetime.combine(day, time(hour)) for hour in hours)
    weekly = When(starts, ends, zone, f"FREQ=WEEKLY;COUNT={weeks}")
    return pieces.add(ask=ask, series=uuid4(), when=weekly, about=about, now=now)[0]


def _contact(nia: Member, name: str, relation: str, kinds: list[str], phone: str) -> Contact:
    row = Contact(member=nia)
    row.name, row.relation, row.kinds, row.phone = name, relation, kinds, phone or None
    row.in_person = True
    row.save()
    return row


def _concern(nia: Member, words: str, weights: list[int], until: datetime) -> Concern:
    row = Concern.put_down(nia, words)
    begun = until - timedelta(days=2 * len(weights))
    Concern.objects.filter(pk=row.pk).update(created_at=begun)
    for number, weight in enumerate(weights):
        check_in = CheckIn.note(nia, row, weight)
        at = begun + timedelta(days=2 * number)
        CheckIn.objects.filter(pk=check_in.pk).update(at=at)
    return row


def _ask(
    nia: Member, concern: Concern | None, kinds: list[str], people: list[tuple[Contact, Way]]
) -> Ask:
    ask = Ask(member=nia, concern=concern)
    ask.kinds = kinds
    ask.save()
    actions.plan(ask=ask, people=people)
    return ask


def _words(ask: Ask, *texts: str) -> None:
    rows = list(ask.invitations.all())
    actions.write(ask=ask, words={row.pk: text for row, text in zip(rows, texts, strict=True)})


def _open(ask: Ask, now: datetime) -> None:
    actions.open_ask(ask=ask, now=now)
    for row in ask.invitations.filter(turn_at__isnull=False):
        actions.mark_asked(row=row, now=now)


def _link(ask: Ask, nia: Member, contact: Contact | None = None) -> str:
    people = ask.invitations.filter(contact=contact) if contact else ask.invitations
    row: Invitation = people.earliest("position")
    row.member = nia
    return link_url(row.token)
