"""Nobody is pestered: at most three messages in seven days from one member, and none at night.

A month is played with a real mail server that is away now and then, in a place where the clocks
change.
"""

import random
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from halved.accounts.models import Member
from halved.asks import actions
from halved.asks.models import Ask, Invitation
from halved.asks.rules import Answer, InvitationState, Pace, Reply, Way
from halved.circle.models import Contact
from halved.delivery.models import Message
from tests.asks.asking import ask_people, place_of, places
from tests.conftest import contact
from tests.delivery.letters import DAY, HOUR, MINUTE, MORNING, run_worker
from tests.smtp import MailServer

NEW_YORK = ZoneInfo("America/New_York")  # clocks change on 14 March 2027
MARCH = datetime(2027, 3, 1, 17, 0, tzinfo=UTC)


@dataclass
class Month:
    """What happens to Nia's friends while she asks a lot."""

    nia: Member
    smtp: MailServer
    dice: random.Random
    friends: list[Contact]
    asks: list[Ask] = field(default_factory=list)
    received: dict[str, list[datetime]] = field(default_factory=lambda: defaultdict(list))

    def play(self, until: datetime) -> None:
        at = MARCH
        while at < until:
            self.do_something(at)
            run_worker(at)
            for message in self.smtp.messages:
                self.received[str(message["To"])].append(at)
            self.smtp.messages.clear()
            at += timedelta(minutes=self.dice.choice([13, 29, 61, 97]))

    def do_something(self, at: datetime) -> None:
        chance = self.dice.random()
        if chance < 0.02:
            people = self.dice.sample(self.friends, self.dice.randint(1, len(self.friends)))
            pace = self.dice.choice(list(Pace))
            self.asks.append(
                ask_people(self.nia, *[(friend, Way.EMAIL) for friend in people], at=at, pace=pace)
            )
        elif chance < 0.03 and self.asks:
            self.answer(self.dice.choice(places(self.dice.choice(self.asks))), at)
        elif chance < 0.05:
            self.smtp.mode = self.dice.choice(["accept", "accept", "refuse"])

    def answer(self, row: Invitation, at: datetime) -> None:
        code = self.dice.choice([Answer.NO, Answer.LATER])
        if actions.answer(row=row, reply=Reply(code), now=at):
            row.member = self.nia
            actions.thank(row=row, words="Thank you", now=at)


@pytest.fixture(params=[1, 2])
def month(request, nia, smtp) -> Month:
    friends = [
        contact(nia, name, email=f"{name}@example.org", timezone=str(NEW_YORK))
        for name in ("ben", "cleo", "dee")
    ]
    month = Month(nia, smtp, random.Random(request.param), friends)
    month.play(MARCH + 30 * DAY)
    return month


def test_a_busy_month_pesters_nobody(month):
    most = []
    for address, times in month.received.items():
        weeks = [[at for at in times if first <= at < first + 7 * DAY] for first in times]
        most.append(max(map(len, weeks)))
        nights = [at for at in times if not 8 <= at.astimezone(NEW_YORK).hour < 21]
        assert not nights, address
    assert max(most) == 3


# --- one by one -------------------------------------------------------------------------------


def test_a_fourth_ask_in_a_week_waits(nia, ben, smtp):
    for hours in range(4):
        ask_people(nia, (ben, Way.EMAIL), at=MORNING + hours * HOUR)
        run_worker(MORNING + hours * HOUR)
    assert len(smtp.messages) == 3

    run_worker(MORNING + 7 * DAY - MINUTE)
    assert len(smtp.messages) == 3

    run_worker(MORNING + 7 * DAY)
    assert len(smtp.messages) == 4


def test_another_member_s_messages_are_not_counted(nia, olu, smtp):
    olu.signs_as = "Olu"
    for member in (nia, olu):
        ben = contact(member, "Ben", email="ben@example.org")
        for hours in range(3):
            ask_people(member, (ben, Way.EMAIL), at=MORNING + hours * HOUR)
    run_worker(MORNING + 3 * HOUR)

    assert len(smtp.messages) == 6


def test_thanks_count_as_well(nia, ben, smtp):
    for hours in range(3):
        ask = ask_people(nia, (ben, Way.EMAIL), at=MORNING + hours * HOUR)
        run_worker(MORNING + hours * HOUR)
    row = place_of(ask, ben)
    actions.answer(row=row, reply=Reply(Answer.YES), now=MORNING + 3 * HOUR)

    actions.thank(row=place_of(ask, ben), words="Thank you", now=MORNING + 3 * HOUR)

    assert Message.objects.get(kind=Message.Kind.THANKS).due_at == MORNING + 7 * DAY


def test_a_message_that_went_out_late_counts_from_then(nia, ben, smtp):
    smtp.mode = "refuse"
    for hours in range(3):
        ask_people(nia, (ben, Way.EMAIL), at=MORNING + hours * MINUTE)
        run_worker(MORNING + hours * MINUTE)
    smtp.mode = "accept"
    run_worker(MORNING + 2 * HOUR)

    ask = ask_people(nia, (ben, Way.EMAIL), at=MORNING + 7 * DAY)

    assert len(smtp.messages) == 3
    assert place_of(ask, ben).due_at == MORNING + 7 * DAY + 2 * HOUR


def test_an_ask_at_night_goes_out_in_the_morning_there(nia, ben, smtp):
    ben.timezone = "Asia/Tokyo"  # 19:00 there
    ben.save()
    ask = ask_people(nia, (ben, Way.EMAIL), at=MORNING + 3 * HOUR)

    run_worker(MORNING + 13 * HOUR - MINUTE)
    assert smtp.messages == []
    assert place_of(ask, ben).state == InvitationState.PLANNED

    run_worker(MORNING + 13 * HOUR)
    assert len(smtp.messages) == 1
