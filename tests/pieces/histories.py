"""Random histories of one ask in pieces, played in a real store on a clock of their own.

A plain model beside the store says whose what should be: a set of names for each piece. Whatever
goes out is written down with its time, so that a test can look for what must never be there.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import pairwise
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.core import mail
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from halved.accounts.models import Member
from halved.asks import actions as asks
from halved.asks.models import Ask, Invitation
from halved.asks.rules import (
    Answer,
    AskState,
    Order,
    Reply,
    Way,
    link_leads_somewhere,
)
from halved.circle.models import Contact
from halved.pieces import actions
from halved.pieces.models import Claim, Piece, Rota
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
SECOND = timedelta(seconds=1)


@dataclass
class Known:
    """What must be true of one piece."""

    row: Piece
    places: int
    owners: set[str] = field(default_factory=set)
    offered: set[str] = field(default_factory=set)
    closed: bool = False
    off: bool = False
    reminders: dict[str, int] = field(default_factory=dict)  # of who holds it now


class Histories(RuleBasedStateMachine):
    """`nia` and `contacts` are there for all histories; what one does is undone after it."""

    nia: Member
    contacts: dict[str, Contact]

    @initialize(beginning=st.sampled_from(BEGINNINGS), takers=st.lists(PEOPLE, max_size=3))
    def begin(self, beginning: datetime, takers: list[str]) -> None:
        self.history = transaction.savepoint()
        mail.outbox.clear()
        self.now = beginning
        self.sent: dict[str, list[datetime]] = {name: [] for name in ZONES}
        self.told: list[datetime] = []
        self.known: list[Known] = []
        self.paused = False
        people = [(self.contacts[name], Way.EMAIL) for name in ZONES]
        self.ask = draft_for(self.nia, *people, order=Order.TOGETHER)
        self.add_one_for_each_of_four_days(72, "UTC")
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
            assert Rota.objects.get(ask=self.ask).due_at is None
            assert not Claim.objects.filter(route__isnull=False).exists()
        finally:
            transaction.savepoint_rollback(self.history)

    # --- helpers --------------------------------------------------------------------------------

    @rule(number=PIECE, name=PEOPLE)
    def take(self, number: int, name: str) -> None:
        piece = self.piece(number)
        mine = name in piece.owners
        may = self.is_ahead(piece) and not piece.closed and not self.paused
        may = may and len(piece.owners) < piece.places and self.has_link(name)

        done = rota.takes(piece.row, self.contacts[name], self.now) if self.has_link(name) else None

        assert bool(done) == (may or (mine and self.has_link(name)))
        if done and not mine:
            self.gets(piece, name)

    @rule(number=PIECE, name=PEOPLE)
    def give_back(self, number: int, name: str) -> None:
        piece = self.piece(number)
        done = rota.gives_back(piece.row, self.contacts[name], self.now)

        assert done == (name in piece.owners and self.is_ahead(piece))
        if done:
            self.loses(piece, name)

    @rule(number=PIECE, on=st.booleans())
    def offer(self, number: int, on: bool) -> None:
        piece = self.piece(number)
        for name in ZONES:
            if rota.offers(piece.row, self.contacts[name], on, self.now):
                assert name in piece.owners
                (piece.offered.add if on else piece.offered.discard)(name)

    @rule(number=PIECE, name=PEOPLE)
    def take_over(self, number: int, name: str) -> None:
        """Offers it first, so that there often is something to take over."""
        piece = self.piece(number)
        self.offer(number, True)
        claim = (
            Claim.objects.that_hold()
            .filter(piece=piece.row, offered_at__isnull=False)
            .order_by("position")
            .first()
        )
        if claim is None or not self.has_link(name):
            return
        giver = self.name_of(claim.invitation.contact_id)

        done = rota.takes_over(piece.row, claim, self.contacts[name], self.now)

        assert bool(done) == (self.is_ahead(piece) and name not in piece.owners)
        if done:
            assert giver in piece.offered
            self.loses(piece, giver)
            self.gets(piece, name)

    @rule(number=PIECE, name=PEOPLE)
    def agree(self, number: int, name: str) -> None:
        piece = self.piece(number)

        assert name in piece.owners or not rota.agrees(piece.row, self.contacts[name], self.now)

    @rule(name=PEOPLE, code=st.sampled_from([Answer.NO, Answer.NO, Answer.PART]))
    def answer(self, name: str, code: Answer) -> None:
        row = Invitation.objects.get(ask=self.ask, contact=self.contacts[name])
        self.now += SECOND  # after what was taken
        if asks.answer(row=row, reply=Reply(code), now=self.now) and code == Answer.NO:
            for piece in self.known:
                self.loses(piece, name)

    @rule(name=PEOPLE)
    def take_all(self, name: str) -> None:
        for number in range(len(self.known)):
            self.take(number, name)

    # --- the member -----------------------------------------------------------------------------

    @precondition(lambda self: len(self.known) < 8)
    @rule(
        begins=st.integers(2, 96), lasts=st.integers(1, 12), places=st.integers(1, 2),
        zone=st.sampled_from(sorted(ZONES.values())),
    )  # fmt: skip
    def add(self, begins: int, lasts: int, places: int, zone: str) -> None:
        about = actions.About(f"Piece {len(self.known)}.", places=places)
        when = self.when(begins, lasts, zone)
        made = actions.add(ask=self.ask, series=uuid4(), when=when, about=about, now=self.now)

        assert len(made) == (not self.is_closed())
        self.known += [Known(row, places) for row in made]
        self.refresh()

    @precondition(lambda self: len(self.known) < 5)
    @rule(begins=st.integers(2, 96), zone=st.sampled_from(sorted(ZONES.values())))
    def add_one_for_each_of_four_days(self, begins: int, zone: str) -> None:
        for day in range(4):
            self.add(begins + 24 * day, 2, 1, zone)

    @rule(number=PIECE, begins=st.integers(2, 24 * 5), places=st.integers(1, 2))
    def change(self, number: int, begins: int, places: int) -> None:
        piece = self.piece(number)
        about = actions.About(f"Piece {self.known.index(piece)}.", places=places)
        may = self.is_ahead(piece) and len(piece.owners) <= places

        done = actions.change(
            ask=self.ask, piece=piece.row, when=self.when(begins, 2, piece.row.zone), about=about,
            now=self.now,
        )  # fmt: skip

        assert done == may
        if done:
            piece.places = places
            self.refresh()

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
        if close(ask=self.ask, now=self.now) and close is actions.close:
            for piece in self.known:
                piece.off = piece.off or self.now < piece.row.starts_at

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
        told_at = Rota.objects.get(ask=self.ask).told_at
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
        for piece, news in self.mentions(text):
            if "You are free" in news:  # true also when a worker that slept says it late
                continue
            assert self.now < piece.row.starts_at, "about what has begun"
            assert ("not needed" in news) == (not self.is_ahead(piece))
            if "comes soon" in news:
                assert name in piece.owners, "a reminder of what is not theirs"
                piece.reminders[name] += 1
                assert piece.reminders[name] == 1, "a second reminder"

    def mentions(self, text: str) -> Iterator[tuple[Known, str]]:
        for number, piece in enumerate(self.known):
            _, found, after = text.partition(f"- Piece {number}.")
            if found:
                yield piece, after.partition("\n- ")[0]

    @invariant(check_during_init=False)
    def everything_is_whose_it_should_be(self) -> None:
        places: dict[object, dict[int, str]] = defaultdict(dict)
        claims = Claim.objects.that_hold().filter(piece__ask=self.ask)
        for piece_id, position, who in claims.values_list(
            "piece", "position", "invitation__contact"
        ):
            assert position not in places[piece_id]
            places[piece_id][position] = self.name_of(who)
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

    def is_closed(self) -> bool:
        return Ask.objects.get(pk=self.ask.pk).state == AskState.CLOSED

    def is_ahead(self, piece: Known) -> bool:
        return not piece.off and not self.is_closed() and self.now < piece.row.starts_at

    def has_link(self, name: str) -> bool:
        row = Invitation.objects.get(ask=self.ask, contact=self.contacts[name])
        return (
            row.letter is not None
            and link_leads_somewhere(row, self.now)
            and bool(row.state != "withdrawn")
        )

    def name_of(self, contact: object) -> str:
        return next(name for name, each in self.contacts.items() if each.pk == contact)

    def when(self, begins: int, lasts: int, zone: str):
        """From so many hours on, as a clock on the wall in `zone` shows it."""
        local = (self.now + begins * HOUR).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        return replace(at(local, lasts), zone=zone)

    def refresh(self) -> None:
        """The rows as they are now, for a member whose room is open."""
        for piece in self.known:
            piece.row = Piece.objects.get(pk=piece.row.pk)
            piece.row.ask = self.ask
