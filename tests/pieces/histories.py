"""Random histories of one ask in pieces, played in a real store on a clock of their own.

A plain model beside the store says whose what should be: a set of names for each piece. Whatever
goes out is written down with its time, so that a test can look for what must never be there.
What is asked after every step is put together once (halved.prepared): ten thousand are played.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import pairwise
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from django.core import mail
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from halved.accounts.models import Member
from halved.asks import actions as asks
from halved.asks.models import Ask, Invitation
from halved.asks.rules import Answer, InvitationState, Order, Reply, Way, link_leads_somewhere
from halved.circle.models import Contact
from halved.pieces import actions, changing, taking
from halved.pieces.following import About
from halved.pieces.models import Claim, Piece, Rota
from halved.pieces.reminding import said
from halved.pieces.series import CannotRepeat, When
from halved.prepared import Find, Given
from halved.vault.fields import unseal_behind_link
from tests.asks.asking import DAY, HOUR, draft_for
from tests.asks.play import is_quiet, most_in_a_week
from tests.pieces import rota
from tests.pieces.rota import at

# Where people are, and nights on which clocks change there.
ZONES = {
    "Ben": "Europe/Berlin",
    "Cleo": "America/New_York",
    "Ida": "Australia/Lord_Howe",  # half an hour
    "Max": "Africa/Casablanca",  # summer time ends for Ramadan
}
HERS = "Pacific/Auckland"
BEGINNINGS = [
    datetime.fromisoformat(f"{day}T09:00:00+00:00")
    for day in ("2027-02-05", "2027-03-12", "2027-03-26", "2027-04-02", "2027-09-24", "2027-10-29")
]
PEOPLE = st.sampled_from(sorted(ZONES))
PIECE = st.integers(0, 7)
HOURS = st.integers(1, 60)
BEGINS = st.integers(2, 96)
PLACES = st.integers(1, 2)
ZONE = st.sampled_from(sorted(ZONES.values()))
SECOND = timedelta(seconds=1)
FOUR_DAYS = "FREQ=DAILY;COUNT=4"
ITEM = re.compile(r"^- (Piece \d+\.)\n  (.+)\n  (.+)$", re.MULTILINE)  # of an e-mail

_claims = Find(
    lambda: (
        Claim.objects.that_hold()
        .filter(piece__ask=Given("ask"))
        .order_by()
        .only("piece", "position", "invitation")
    )
)
_rota = Find(lambda: Rota.objects.filter(ask=Given("ask")).only("told_at", "due_at"))
_person = Find(
    lambda: Invitation.objects.filter(ask=Given("ask"), contact=Given("contact")).order_by()
)


@dataclass
class Known:
    """What must be true of one piece."""

    row: Piece
    what: str
    places: int
    owners: set[str] = field(default_factory=set)
    offered: set[str] = field(default_factory=set)
    closed: bool = False
    off: bool = False
    reminders: dict[str, int] = field(default_factory=dict)  # of who holds it now


class Histories(RuleBasedStateMachine):
    """`nia`, her contacts and a draft for all of them are there for every history; what one does
    is undone after it."""

    nia: Member
    contacts: dict[str, Contact]
    draft: Ask

    @classmethod
    def of(cls, nia: Member, contacts: dict[str, Contact]) -> type["Histories"]:
        people = [(contacts[name], Way.EMAIL) for name in ZONES]
        draft = draft_for(nia, *people, order=Order.TOGETHER)
        return type("Hers", (cls,), {"nia": nia, "contacts": contacts, "draft": draft})

    @initialize(beginning=st.sampled_from(BEGINNINGS), takers=st.lists(PEOPLE, max_size=3))
    def begin(self, beginning: datetime, takers: list[str]) -> None:
        self.history = transaction.savepoint()
        mail.outbox.clear()
        self.now = beginning
        self.sent: dict[str, list[datetime]] = {name: [] for name in ZONES}
        self.told: list[datetime] = []
        self.known: list[Known] = []
        self.paused = self.closed = False
        self.ask = Ask.objects.get(pk=self.draft.pk)
        self.ask.member = self.nia
        self.names = {self.person(name).pk: name for name in ZONES}
        self.add_for_four_days(72, "UTC")
        asks.open_ask(ask=self.ask, now=self.now)
        self.wait(24)  # until it is day everywhere once, and everybody was asked
        for number, name in enumerate(takers):
            self.take(number, name)
            self.take(number + 1, name)

    def teardown(self) -> None:
        """In the end nobody looks any more, and no address is left."""
        try:
            for _ in range(16):
                self.work(self.now + DAY)
            assert _rota.first(ask=self.ask.pk).due_at is None
            assert not Claim.objects.filter(route__isnull=False).exists()
        finally:
            transaction.savepoint_rollback(self.history)

    # --- helpers --------------------------------------------------------------------------------

    @rule(number=PIECE, name=PEOPLE)
    def take(self, number: int, name: str) -> None:
        piece, row = self.piece(number), self.person(name)
        if not self.leads_somewhere(row):
            return
        mine = name in piece.owners
        may = self.is_ahead(piece) and not piece.closed and not self.paused
        may = may and len(piece.owners) < piece.places

        done = taking.take(
            row=row, piece_id=piece.row.pk, letter=self.letter(row), name="", now=self.now
        )

        assert bool(done) == (may or mine)
        if done and not mine:
            self.gets(piece, name)

    @rule(number=PIECE, name=PEOPLE)
    def give_back(self, number: int, name: str) -> None:
        piece = self.piece(number)
        done = taking.give_back(row=self.person(name), piece_id=piece.row.pk, now=self.now)

        assert done == (name in piece.owners and self.is_ahead(piece))
        if done:
            self.loses(piece, name)

    @rule(number=PIECE, name=PEOPLE, on=st.booleans())
    def offer(self, number: int, name: str, on: bool) -> None:
        piece = self.piece(number)
        for each in sorted({*piece.owners, name}):
            row = self.person(each)
            if taking.offer(row=row, piece_id=piece.row.pk, on=on, now=self.now):
                assert each in piece.owners
                (piece.offered.add if on else piece.offered.discard)(each)

    @rule(number=PIECE, name=PEOPLE)
    def take_over(self, number: int, name: str) -> None:
        """Offers it first, so that there often is something to take over."""
        piece, row = self.piece(number), self.person(name)
        self.offer(number, name, True)
        claim = (
            Claim.objects.that_hold()
            .filter(piece=piece.row, offered_at__isnull=False)
            .order_by("position")
            .first()
        )
        if claim is None or not self.leads_somewhere(row):
            return
        giver = self.names[claim.invitation_id]

        done = taking.take_over(
            row=row, claim_id=claim.pk, letter=self.letter(row), name="", now=self.now
        )

        assert bool(done) == (self.is_ahead(piece) and name not in piece.owners)
        if done:
            assert giver in piece.offered
            self.loses(piece, giver)
            self.gets(piece, name)

    @rule(number=PIECE, name=PEOPLE)
    def agree(self, number: int, name: str) -> None:
        piece = self.piece(number)
        done = taking.agree(row=self.person(name), piece_id=piece.row.pk, now=self.now)

        assert name in piece.owners or not done

    @rule(name=PEOPLE, code=st.sampled_from([Answer.NO, Answer.NO, Answer.PART]))
    def answer(self, name: str, code: Answer) -> None:
        self.now += SECOND  # after what was taken
        if asks.answer(row=self.person(name), reply=Reply(code), now=self.now):
            for piece in self.known if code == Answer.NO else []:
                self.loses(piece, name)

    @rule(name=PEOPLE)
    def take_all(self, name: str) -> None:
        for number in range(len(self.known)):
            self.take(number, name)

    # --- the member -----------------------------------------------------------------------------

    @precondition(lambda self: len(self.known) < 8)
    @rule(begins=BEGINS, lasts=st.integers(1, 12), places=PLACES, zone=ZONE)
    def add(self, begins: int, lasts: int, places: int, zone: str) -> None:
        self.add_at(self.when(begins, lasts, zone), places)

    @precondition(lambda self: len(self.known) < 5)
    @rule(begins=BEGINS, zone=ZONE)
    def add_for_four_days(self, begins: int, zone: str) -> None:
        self.add_at(replace(self.when(begins, 2, zone), rule=FOUR_DAYS), 1)

    def add_at(self, when: When, places: int) -> None:
        about = About(f"Piece {len(self.known)}.", places=places)
        made = actions.add(ask=self.ask, series=uuid4(), when=when, about=about, now=self.now)

        assert len(made) == (0 if self.closed else 4 if when.rule else 1)
        self.known += [Known(row, about.what, places) for row in made]
        self.refresh()

    @rule(number=PIECE, begins=st.integers(2, 24 * 5), places=PLACES)
    def change(self, number: int, begins: int, places: int) -> None:
        piece = self.piece(number)
        about, when = About(piece.what, places=places), self.when(begins, 2, piece.row.zone)

        done = changing.change(ask=self.ask, piece=piece.row, when=when, about=about, now=self.now)

        assert done == (self.is_ahead(piece) and len(piece.owners) <= places)
        if done:
            piece.places = places
            self.refresh()

    @rule(number=PIECE, begins=st.integers(2, 24 * 5), places=PLACES)
    def change_following(self, number: int, begins: int, places: int) -> None:
        piece = self.piece(number)
        about, when = About(piece.what, places=places), self.when(begins, 2, piece.row.zone)
        may = self.is_ahead(piece) and len(piece.owners) <= places
        follow = [each for each in self.known if each is piece or self.comes_after(each, piece)]
        others = [(each.row, each) for each in self.known if each not in follow]

        try:
            done = changing.change_following(
                ask=self.ask, piece=piece.row, when=when, about=about, now=self.now
            )
        except CannotRepeat:
            assert may and len(follow) > 1
            return

        assert done == may
        self.refresh()
        assert not [1 for before, each in others if each.row.revision != before.revision]
        for each in follow if done else []:
            each.places = each.row.places

    @rule(number=PIECE)
    def call_off(self, number: int) -> None:
        piece = self.piece(number)
        may = not piece.off and self.now < piece.row.starts_at

        done = actions.call_off(ask=self.ask, pieces=[piece.row.pk], now=self.now)

        assert bool(done) == may
        piece.off = piece.off or may

    @rule(on=st.booleans())
    def pause(self, on: bool) -> None:
        does = actions.pause if on else actions.resume

        assert does(ask=self.ask, now=self.now) == (on is not self.paused)
        self.paused = on

    @precondition(lambda self: len(self.known) > 5)
    @rule()
    def enough(self) -> None:
        actions.enough(ask=self.ask, now=self.now)
        for piece in self.known:
            piece.closed = piece.closed or (not piece.off and self.now < piece.row.starts_at)

    @precondition(lambda self: len(self.known) > 5)
    @rule(close=st.sampled_from([actions.close, asks.close_ask]))
    def take_care_of_it(self, close) -> None:
        assert close(ask=self.ask, now=self.now) == (not self.closed)
        if not self.closed and close is actions.close:
            for piece in self.known:
                piece.off = piece.off or self.now < piece.row.starts_at
        self.closed = True

    # --- time -----------------------------------------------------------------------------------

    @rule(hours=HOURS)
    def wait(self, hours: int) -> None:
        """Time passes, and a worker runs all the time."""
        until = self.now + hours * HOUR
        moment: datetime | None = self.now
        while moment:
            self.work(moment)
            moment = rota.next_due(moment, until)
        self.work(until)

    @rule(hours=HOURS)
    def sleep(self, hours: int) -> None:
        """No worker runs for a while, and then there is one, be it in the middle of the night."""
        self.work(self.now + hours * HOUR)

    def work(self, now: datetime) -> None:
        self.now = now
        rota.work(now)
        for message in mail.outbox:
            self.look_at(message.to[0], message.body)
        mail.outbox.clear()
        told_at = _rota.first(ask=self.ask.pk).told_at
        if told_at and told_at not in self.told:
            self.told.append(told_at)

    # --- what must never be ---------------------------------------------------------------------

    def look_at(self, to: str, text: str) -> None:
        """One message that goes out now."""
        if to == "nia@example.org":
            assert "Piece" not in text
            return
        name = to.partition("@")[0].title()
        assert not is_quiet(self.now, ZONES[name]), "at night"
        self.sent[name].append(self.now)
        assert most_in_a_week(self.sent[name]) <= 3, "a fourth message in seven days"
        for what, when, news in ITEM.findall(text):
            if "You are free" not in news:  # true also when a worker that slept says it late
                self.look_at_item(name, (what, when), news)

    def look_at_item(self, name: str, which: tuple[str, str], news: str) -> None:
        """Those of a series may say the same; at least one of them must be as it is told."""
        told = [piece for piece in self.known if (piece.what, said(piece.row)) == which]
        ahead = [piece for piece in told if self.now < piece.row.starts_at]
        assert ahead, "about what has begun, or at no such time"
        so = [piece for piece in ahead if ("not needed" in news) == (not self.is_ahead(piece))]
        assert so, "it is not so"
        if "comes soon" in news:
            theirs = [piece for piece in so if name in piece.owners]
            assert theirs, "a reminder of what is not theirs"
            first = [piece for piece in theirs if not piece.reminders[name]]
            assert first, "a second reminder"
            first[0].reminders[name] += 1

    @invariant(check_during_init=False)
    def everything_is_whose_it_should_be(self) -> None:
        places: dict[UUID, dict[int, str]] = defaultdict(dict)
        for claim in _claims.all(ask=self.ask.pk):
            assert claim.position not in places[claim.piece_id]
            places[claim.piece_id][claim.position] = self.names[claim.invitation_id]
        for piece in self.known:
            held = places[piece.row.pk]
            assert set(held.values()) == piece.owners
            assert len(held) == len(piece.owners) <= piece.places
            assert set(held) <= set(range(piece.places))

    @invariant(check_during_init=False)
    def the_member_is_told_by_day_and_once_a_day(self) -> None:
        assert not [moment for moment in self.told if is_quiet(moment, HERS)]
        assert not [1 for earlier, later in pairwise(self.told) if later - earlier < DAY]

    # --- small questions ------------------------------------------------------------------------

    def piece(self, number: int) -> Known:
        return self.known[number % len(self.known)]

    def gets(self, piece: Known, name: str) -> None:
        piece.owners.add(name)
        piece.reminders[name] = 0

    def loses(self, piece: Known, name: str) -> None:
        piece.owners.discard(name)
        piece.offered.discard(name)

    def is_ahead(self, piece: Known) -> bool:
        return not piece.off and not self.closed and self.now < piece.row.starts_at

    def comes_after(self, other: Known, piece: Known) -> bool:
        """Whether it is changed with the series of this one."""
        later = other.row.starts_at > piece.row.starts_at
        same = other.row.series == piece.row.series
        return same and later and not other.off and other.row.recurrence_at is None

    def person(self, name: str) -> Invitation:
        row = _person.first(ask=self.ask.pk, contact=self.contacts[name].pk)
        row.member = self.nia
        return row

    def leads_somewhere(self, row: Invitation) -> bool:
        """Whether this person's link does."""
        gone = row.letter is None or row.state == InvitationState.WITHDRAWN
        return not gone and link_leads_somewhere(row, self.now)

    def letter(self, row: Invitation) -> dict[str, object]:
        letter: dict[str, object] = unseal_behind_link(
            row.token, bytes(row.letter), row.letter_place
        )
        return letter

    def when(self, begins: int, lasts: int, zone: str) -> When:
        """From so many hours on, as a clock on the wall in `zone` shows it."""
        local = (self.now + begins * HOUR).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        return at(local, lasts, zone)

    def refresh(self) -> None:
        """The rows as they are now, for a member whose room is open."""
        rows = Piece.objects.in_bulk([piece.row.pk for piece in self.known])
        for piece in self.known:
            piece.row = rows[piece.row.pk]
            piece.row.ask = self.ask
