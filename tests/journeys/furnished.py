"""Nia's room with one of everything in it, and the address of every page of the house."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4, uuid5

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from halved.accounts.models import HeldForm, Member, Passkey
from halved.asks import actions, joining, remarks
from halved.asks.models import Ask, Invitation, Remark
from halved.asks.rules import Answer, Reply, Way
from halved.circle.following_up import Try
from halved.circle.following_up import Way as Reached
from halved.circle.models import Contact, Enquiry
from halved.delivery import reports
from halved.delivery.models import Report
from halved.delivery.stopping import stop_url
from halved.directory.models import Service
from halved.lookback.models import Forecast, Given
from halved.pieces import actions as pieces
from halved.pieces import subscribing, taking
from halved.pieces.following import About
from halved.pieces.models import Feed, Piece
from halved.pieces.series import When
from halved.reflection.models import Attempt, CheckIn, Concern, Cost, Intention, Weighing
from halved.safety.models import SafetyPlan
from halved.safety.upkeep import key_of
from tests.accounts.authenticator import Authenticator
from tests.conftest import contact
from tests.directory.desks import desk

WORDS = "Mum comes home on Thursday. Could you be there at four?"
REPLY = "Half an hour, from five."
REMARK = "Bring the blue folder."
CARRIED = "Mum’s care, and the money"
BEHIND = ["asked", "answer", "remark", "done", "stop", "report", "pieces"]
STEPS = ["kind", "whom", "words", "send", "discard"]
STEPS += ["rehearse", "rehearse_seen", "rehearse_answers"]
OUT = ["ask", "next", "again", "seen"]
PEOPLE = ["asked", "note", "withdraw", "thanks", "accept", "remark"]
CARRYING = [
    "concern", "edit", "remove", "put_away", "tried", "costs", "barriers", "weigh", "plan_new",
]  # fmt: skip
ROTA = ["pieces", "new", "enough", "pause", "resume", "names", "close"]
PIECE = [
    "piece",
    "call_off",
    "close_one",
    "note_taken",
    "note_told",
    "release",
    "file",
    "busy_file",
]
PLANS = ["plan", "plan_prepare", "plan_put_off", "plan_come", "plan_drop"]
KEYS = [f"passkey{what}" for what in ("", "_ask", "_open", "_close", "_remove")]
LINE = ["line", "checked", "hide", "forget"]
REPORTS = ["settle", "suspend_reported", "let_back_reported"]
LISTS = ["dataset", "refresh", "take_away", "settle"]
ENQUIRIES = ["enquiry", "enquiry_note", "follow_up", "take_off_list"]
TRIED = "Rang the office"
SEEN = "I would rather wait for the summer"
GAVE = "Fed the cat for a week"
NEEDED, PLACE = "Supper for three", "Mill Lane 4, the green door"
PHONE = "The small one by the bed"
HELPS = "Round the block with the dog"
ENQUIRED = "About the nights, and whether there is a place in spring"


@dataclass
class Room:
    """Nia's room: what she carries and noted, whom she knows, a plan, a draft, an ask that is out,
    a kept form, a practice on her list, a piece of help that Ben takes, a calendar feed, and a
    safety plan. Beside it a service that anybody may look at, and a report about somebody else."""

    nia: Member
    concern: Concern
    ben: Contact
    draft: Ask
    asked: Ask
    person: Invitation
    held: HeldForm
    tried: Attempt
    weighing: Weighing
    plan: Intention
    passkey: Passkey
    given: Given
    enquiry: Enquiry
    piece: Piece
    feed: Feed
    desk: Service
    report: Report

    @property
    def token(self) -> str:
        token: str = self.person.token
        return token

    @property
    def kept_link(self) -> UUID:
        return uuid5(self.nia.pk, self.token)


def furnish(nia: Member) -> Room:
    now = timezone.now()
    nia.is_operator = True
    nia.save(update_fields=["is_operator"])
    ben = contact(nia, "Ben", email="ben@example.org", phone="+44 20 7946 0018")
    concern = Concern(member=nia)
    concern.words = CARRIED
    concern.save()
    CheckIn.note(nia, concern, 8)
    draft, asked = drafted(nia, concern, ben), drafted(nia, concern, ben)
    actions.open_ask(ask=asked, now=now)
    person = asked.invitations.get()
    person.member = nia
    actions.mark_asked(row=person, now=now)
    actions.answer(row=person, reply=Reply(Answer.PART, REPLY), now=now)
    person = asked.invitations.get()
    person.member = nia
    remarks.remark(row=person, author=Remark.Author.MEMBER, words=REMARK, pk=uuid4(), now=now)
    held = HeldForm(member=nia)
    held.form = {"path": "/", "fields": [["words", CARRIED]]}
    held.save()
    joining.keep_link(nia, person.token, now)
    noted = note(nia, concern, draft)
    given = Given(member=nia)
    given.words, given.whom, given.on = GAVE, "Dee", "2027-03-01"
    given.save()
    piece = needed(asked, person, now)
    feed = subscribing.make(member=nia, with_words=True, now=now)
    SafetyPlan.write(nia, {"alone": HELPS, "country": "GB"}, now.date())
    kept = [
        *noted,
        passkey_of(nia),
        given,
        enquired(nia),
        piece,
        feed,
        desk_of_anybody(),
        reported(now),
    ]
    return Room(nia, concern, ben, draft, asked, person, held, *kept)


def passkey_of(nia: Member) -> Passkey:
    """It signs her in, and opens her room."""
    phone = Authenticator()
    row = Passkey(member=nia, id_hash=phone.id)
    row.credential = {"key": phone.attested().hex(), "count": 0}
    row.name = PHONE
    row.save()
    row.let_open(b"s" * 32)
    return row


def reported(now: datetime) -> Report:
    """It is nobody’s, and there once. Who asked has deleted everything since."""
    if row := Report.objects.first():
        return row
    shown = {"words": "She writes every day.", "account": str(uuid4())}
    reports.report(place="elsewhere", about="pestering", shown=shown, now=now)
    return Report.objects.get()


def desk_of_anybody() -> Service:
    """It is nobody’s, and there once."""
    return Service.objects.first() or desk(name="Debt desk")


def needed(asked: Ask, person: Invitation, now: datetime) -> Piece:
    """A piece for two people. One of them has told Nia that they take it."""
    starts = now.replace(tzinfo=None) + timedelta(days=1)
    when, about = When(starts, starts + timedelta(hours=2), "UTC"), About(NEEDED, PLACE, places=2)
    [piece] = pieces.add(ask=asked, series=uuid4(), when=when, about=about, now=now)
    person.ask = asked
    taking.note_taken(row=person, piece_id=piece.pk, now=now)
    return piece


def enquired(nia: Member) -> Enquiry:
    """A practice that was called."""
    row = Enquiry(member=nia, contact=contact(nia, "Dr Weber", profession="therapist"))
    row.words, row.notes = ENQUIRED, ENQUIRED
    row.save()
    row.note(Try("1", date(2027, 3, 1), Reached.CALL), date(2027, 3, 1))
    return row


def note(nia: Member, concern: Concern, draft: Ask) -> tuple[Attempt, Weighing, Intention]:
    """One of everything that can be noted about what she carries."""
    about = {"member": nia, "concern": concern}
    tried = Attempt(**about)
    tried.what, tried.on, tried.moved = TRIED, "2027-03-01", "no"
    cost = Cost(**about)
    cost.levels = {"sleep": 2}
    weighing = Weighing(**about)
    weighing.yes, weighing.outcome, weighing.signs = [], 0, []
    weighing.look_on, weighing.choice, weighing.otherwise = "2027-03-08", 0, SEEN
    plan = Intention(ask=draft, **about)
    plan.trigger = {"kind": "weight", "weight": 9}
    for row in (tried, cost, weighing, plan):
        row.save()
    return tried, weighing, plan


def drafted(nia: Member, concern: Concern, *people: Contact) -> Ask:
    """A draft with words for everyone, ready to go out by link."""
    ask = Ask(member=nia, concern=concern)
    ask.kinds = ["emotional"]
    ask.save()
    actions.plan(ask=ask, people=[(person, Way.LINK) for person in people])
    actions.write(ask=ask, words={row.pk: WORDS for row in ask.invitations.all()})
    Forecast(member=nia, ask=ask).note_before(3, 8)
    return ask


# --- every address of the house ---------------------------------------------------------------


def patterns() -> list[str]:
    """The name of every URL pattern, as `reverse` takes it."""
    return sorted(_names(get_resolver().url_patterns, ""))


def _names(found: list[URLPattern | URLResolver], prefix: str) -> Iterator[str]:
    for pattern in found:
        if isinstance(pattern, URLResolver):
            inside = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from _names(pattern.url_patterns, inside)
        else:
            assert pattern.name, f"{pattern} has no name"
            yield f"{prefix}{pattern.name}"


def address(name: str, room: Room, nobodys: UUID | None = None) -> str:
    """The address of one page of this room, or the same page of nobody's."""
    takes: dict[str, object] = {
        **dict.fromkeys(BEHIND, room.token),
        "stop_mail": stop_url("ben@example.org").rstrip("/").rpartition("/")[2],
        **dict.fromkeys(["piece_file", "piece_busy_file"], (room.token, room.piece.pk)),
        "feed": room.feed.token,
        **dict.fromkeys(["setup", "demo"], "a-long-word"),
        "manifest": "halved",
        "safety:country": "GB",
        **dict.fromkeys(["lines:country", "lines:new"], "GB"),
        **dict.fromkeys([f"lines:{name}" for name in LINE], ("GB", key_of("Samaritans"))),
        "held": room.held.pk,
        **dict.fromkeys([f"reflection:{name}" for name in CARRYING], room.concern.pk),
        **dict.fromkeys([f"reflection:{name}" for name in PLANS], room.plan.pk),
        "reflection:entry": room.tried.pk,
        "reflection:weighed": room.weighing.pk,
        **dict.fromkeys(["circle:person", "circle:remove", "circle:put_on_list"], room.ben.pk),
        **dict.fromkeys([f"circle:{name}" for name in ENQUIRIES], room.enquiry.pk),
        **dict.fromkeys([f"asks:{name}" for name in STEPS], room.draft.pk),
        **dict.fromkeys([f"asks:{name}" for name in OUT], room.asked.pk),
        **dict.fromkeys([f"asks:{name}" for name in PEOPLE], room.person.pk),
        **dict.fromkeys([f"pieces:{name}" for name in ROTA], room.asked.pk),
        **dict.fromkeys([f"pieces:{name}" for name in PIECE], room.piece.pk),
        "asks:forget": room.kept_link,
        **dict.fromkeys([f"operators:{name}" for name in REPORTS], room.report.pk),
        **dict.fromkeys(KEYS, room.passkey.pk),
        "lookback:before": room.draft.pk,
        "lookback:after": room.asked.pk,
        **dict.fromkeys(["lookback:given", "lookback:remove"], room.given.pk),
        # As text: these are everybody's, and not taken for somebody's own below.
        **dict.fromkeys(
            [f"directory:{name}" for name in ("service", "wrong", "ask")], str(room.desk.key)
        ),
        **dict.fromkeys([f"directory:{name}" for name in LISTS], str(room.desk.dataset_id)),
    }
    taken = takes.get(name)
    if nobodys and isinstance(taken, UUID):
        taken = nobodys
    if isinstance(taken, tuple):
        return reverse(name, args=taken)
    kind = ["tried"] if name == "reflection:entry" else []
    return reverse(name, args=[*kind, taken] if taken else [])
