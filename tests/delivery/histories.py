"""Random histories of one member and the people she asks, over many asks at once, played in a real
store on a clock of their own. Whatever goes out is written down with its time.
"""

from collections import defaultdict
from datetime import datetime
from uuid import uuid4

from django.core import mail
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from halved.accounts.models import Member
from halved.asks import actions, remarks
from halved.asks.models import Ask, Invitation, Remark
from halved.asks.moves import TooManyNew
from halved.asks.rules import Answer, InvitationState, Order, Pace, Reply, Way
from halved.circle.models import Contact
from halved.delivery import actions as delivery
from halved.delivery.models import Message, OptOut, Recipient, who_hash
from halved.prepared import Find
from tests.asks.asking import DAY, HOUR, draft_for, places
from tests.asks.play import is_quiet, most_in_a_week
from tests.pieces import rota

# Where people are, and nights on which clocks change there.
ZONES = {
    "Ben": "Europe/London",
    "Cleo": "America/Los_Angeles",
    "Ida": "Australia/Lord_Howe",  # half an hour
    "Max": "Asia/Kathmandu",  # never, and three quarters of an hour off
    "Zoe": "Pacific/Apia",  # a day ahead
}
BEGINNINGS = [
    datetime.fromisoformat(f"{day}T12:00:00+00:00")
    for day in ("2027-03-12", "2027-03-26", "2027-04-02", "2027-10-01", "2027-10-29", "2027-11-05")
]
PEOPLE = st.lists(st.sampled_from(sorted(ZONES)), min_size=1, max_size=4, unique=True)
ASK, PERSON = st.integers(0, 5), st.integers(0, 3)
HOURS = st.integers(1, 80)
# What is looked at after every step.
_reminders = Find(lambda: Message.objects.filter(kind=Message.Kind.REMINDER).only("about"))
_opted_out = Find(lambda: OptOut.objects.only("pk"))
_recipients = Find(lambda: Recipient.objects.only("since", "who"))


class Histories(RuleBasedStateMachine):
    """`nia` and her circle are there for all histories; what one does is undone after it."""

    nia: Member

    @initialize(beginning=st.sampled_from(BEGINNINGS))
    def begin(self, beginning: datetime) -> None:
        self.history = transaction.savepoint()
        mail.outbox.clear()
        self.now, self.moves = beginning, 0
        self.contacts: dict[str, Contact] = {}
        for contact in Contact.objects.all():
            contact.member = self.nia
            self.contacts[contact.name] = contact
        self.asks: list[Ask] = []
        self.sent: dict[str, list[datetime]] = defaultdict(list)
        self.gone: dict[str, datetime] = {}  # who opted out, and when

    def teardown(self) -> None:
        self.wait(24 * 20)
        self.nobody_is_written_to_too_often()
        transaction.savepoint_rollback(self.history)

    # --- what may happen ------------------------------------------------------------------------

    @rule(
        names=PEOPLE, order=st.sampled_from(Order), pace=st.sampled_from(Pace), pieces=st.booleans()
    )
    @precondition(lambda self: len(self.asks) < 6)
    def ask(self, names: list[str], order: Order, pace: Pace, pieces: bool) -> None:
        people = [(self.contacts[name], Way.EMAIL) for name in names]
        ask = draft_for(self.nia, *people, order=order, pace=pace)
        if pieces:
            local = self.now.replace(tzinfo=None) + 3 * DAY
            rota.add(ask, rota.at(local))
        try:
            actions.open_ask(ask=ask, now=self.now)
        except TooManyNew:
            assert Recipient.objects.count() + len(names) > 10
        else:
            self.asks.append(ask)
        self.work()

    @rule(number=ASK, place=PERSON, code=st.sampled_from(Answer))
    def someone_answers(self, number: int, place: int, code: Answer) -> None:
        if row := self.person(number, place):
            actions.answer(row=row, reply=Reply(code), now=self.now)
            self.work()

    @rule(number=ASK, place=PERSON)
    def someone_takes_a_piece(self, number: int, place: int) -> None:
        row = self.person(number, place)
        out = (InvitationState.PLANNED, InvitationState.WITHDRAWN)
        if row and row.link and row.ask.pieces_key and row.state not in out:
            ask = self.asks[number % len(self.asks)]
            rota.takes(ask.pieces.get(), row.contact, self.now)
            self.work()

    @rule(number=ASK, place=PERSON)
    def she_gives_thanks(self, number: int, place: int) -> None:
        if row := self.person(number, place):
            actions.thank(row=row, words=f"Thank you, {self.now}", now=self.now)
            self.work()

    @rule(number=ASK, place=PERSON)
    def she_writes_a_few_words(self, number: int, place: int) -> None:
        if row := self.person(number, place):
            author = Remark.Author.MEMBER
            remarks.remark(row=row, author=author, words="Then", pk=uuid4(), now=self.now)
            self.work()

    @rule(number=ASK)
    def she_asks_the_next(self, number: int) -> None:
        if self.asks:
            actions.ask_next(ask=self.asks[number % len(self.asks)], now=self.now)
            self.work()

    @rule(number=ASK)
    def it_is_taken_care_of(self, number: int) -> None:
        if self.asks:
            actions.close_ask(ask=self.asks[number % len(self.asks)], now=self.now)
            self.work()

    @rule(name=st.sampled_from(sorted(ZONES)))
    def an_address_changes(self, name: str) -> None:
        self.moves += 1
        contact = self.contacts[name]
        contact.email = f"{name.lower()}.{self.moves}@example.org"
        contact.save()

    @rule(name=st.sampled_from(sorted(ZONES)))
    def someone_opts_out(self, name: str) -> None:
        address = self.contacts[name].email
        delivery.opt_out([address], self.now)
        self.gone.setdefault(address, self.now)

    @rule(hours=HOURS)
    def wait(self, hours: int) -> None:
        """A worker runs all the time."""
        until = self.now + hours * HOUR
        while due := rota.next_due(self.now, until):
            self.now = due
            self.work()
        self.now = until
        self.work()

    @rule(hours=HOURS)
    def no_worker_runs_for_a_while(self, hours: int) -> None:
        self.now += hours * HOUR

    # --- what is always so ----------------------------------------------------------------------

    @invariant()
    def nobody_is_written_to_too_often(self) -> None:
        for times in self.sent.values():
            assert most_in_a_week(times) <= 3

    @invariant()
    def nobody_is_written_to_at_night(self) -> None:
        for address, times in self.sent.items():
            zone = ZONES[address.partition("@")[0].partition(".")[0].title()]
            assert not [at for at in times if is_quiet(at, zone)]

    @invariant()
    def nobody_is_reminded_twice_of_one_ask(self) -> None:
        reminded = [message.about for message in _reminders.all()]
        assert len(reminded) == len(set(reminded))

    @invariant()
    def who_opted_out_is_left_alone(self) -> None:
        for address, since in self.gone.items():
            assert not [at for at in self.sent[address] if at > since]
        assert len(_opted_out.all()) == len(self.gone)

    @invariant()
    def at_most_ten_new_people_within_a_day(self) -> None:
        recipients = _recipients.all()
        since = sorted(row.since for row in recipients)
        assert all(later - first >= DAY for first, later in zip(since, since[10:], strict=False))
        known = {bytes(row.who) for row in recipients}
        assert known >= {
            who_hash(self.nia.pk, address) for address in self.sent if self.sent[address]
        }

    # --- helpers --------------------------------------------------------------------------------

    def person(self, number: int, place: int) -> Invitation | None:
        """Somebody in an ask, as Nia sees them."""
        if not self.asks:
            return None
        rows = places(self.asks[number % len(self.asks)])
        row = rows[place % len(rows)]
        row.ask.member = self.nia
        return row

    def work(self) -> None:
        rota.work(self.now)
        for message in mail.outbox:
            self.sent[message.to[0]].append(self.now)
        mail.outbox.clear()
