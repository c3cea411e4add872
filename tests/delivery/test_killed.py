"""Five hundred messages, and workers that are killed while they send them. Nothing is lost."""

import random
import signal
import smtplib
import time
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from halved.delivery.rules import LEASE
from tests.delivery.workers import Workers, wait_until
from tests.smtp import MailServer

pytestmark = pytest.mark.store

SENDS = 500
KILLS = 25
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
EVENING = datetime(2027, 3, 1, 21, 30, tzinfo=UTC)
MORNING = datetime(2027, 3, 2, 8, 0, tzinfo=UTC)


def arrived(mail: MailServer) -> Counter[str]:
    return Counter(str(message["To"]) for message in mail.messages)


def let_it_settle(mail: MailServer) -> None:
    """Comes back when the server has dealt with what was sent before the kill."""
    with smtplib.SMTP("127.0.0.1", mail.port, local_hostname="localhost") as caller:
        caller.noop()


class Story:
    """One run: who must get a message, who must not, and how often a worker was killed. Each sends
    some messages before, and now and then some are taken back. All `kills` fit into one day: at
    night nothing goes out."""

    def __init__(
        self, workers: Workers, mail: MailServer, sends: int = SENDS, kills: int = KILLS
    ) -> None:
        self.workers, self.mail, self.dice = workers, mail, random.Random(2027)
        self.each = max(4, sends // kills)
        self.share = min(1, 25 / kills)
        self.pause = min(LEASE + MINUTE, 11 * HOUR / kills)
        # The evening before: the worker has to make the moves as well as to send.
        self.people = workers.fill(sends, EVENING)
        self.gone: set[str] = set()  # taken back while no worker ran
        self.late: dict[str, int] = {}  # taken back while one ran: how many mails came before
        self.kills = 0
        self.at = MORNING

    def live_and_be_killed(self) -> None:
        """One worker, killed after some messages or, now and then, soon after its start."""
        pid = self.workers.start(self.at)
        came = len(self.mail.messages)
        if self.dice.random() < 0.8:
            self.mail.wait_for(min(came + self.dice.randint(1, self.each), self._sure()), 60)
        taken_back = self._take_back()
        time.sleep(self.dice.uniform(0, 0.03))
        self.workers.kill(pid)
        self.kills += 1
        let_it_settle(self.mail)
        self.late |= {address: len(self.mail.messages) for address in taken_back}
        self.gone |= set(self._take_back())
        self.at += self.pause

    def finish(self) -> None:
        self.at += LEASE + MINUTE
        pid = self.workers.start(self.at)
        wait_until(lambda: self.workers.left() == 0, "every message has gone out", 300)
        self.workers.kill(pid, signal.SIGTERM)
        let_it_settle(self.mail)

    def wrong(self) -> list[str]:
        """What must not be, at the end."""
        came = arrived(self.mail)
        lost = self.people.keys() - came.keys() - self.gone - self.late.keys()
        after = {
            str(message["To"]): address
            for address, count in self.late.items()
            for message in self.mail.messages[count:]
            if message["To"] == address
        }
        ids = {(str(message["To"]), str(message["Message-ID"])) for message in self.mail.messages}
        states = self.workers.states()
        left = states["waiting"] + states["failed"] + states["letters"]
        return [
            *(f"lost: {address}" for address in lost),
            *(f"sent though taken back: {address}" for address in (self.gone & came.keys())),
            *(f"sent after it was taken back: {address}" for address in after),
            *(["sent again more often than a worker was killed"] * (self.again > self.kills)),
            *(["sent again under another Message-ID"] * (len(ids) != len(came))),
            *([f"left over: {states}"] * bool(left)),
        ]

    @property
    def again(self) -> int:
        """How many messages came once more."""
        came = arrived(self.mail)
        return came.total() - len(came)

    def _sure(self) -> int:
        """So many messages will come in any case, by a worker that waits for no lease to end."""
        leased = LEASE // self.pause
        return len(self.people) - len(self.gone) - len(self.late) - leased

    def _take_back(self) -> list[str]:
        """One person is withdrawn, another opts out."""
        if self.dice.random() > self.share:
            return []
        known = arrived(self.mail).keys() | self.gone | self.late.keys()
        waiting = sorted(self.people.keys() - known)
        if len(waiting) < 2:
            return []
        withdrawn, opted_out = self.dice.sample(waiting, 2)
        self.workers.withdraw([self.people[withdrawn]], self.at)
        self.workers.opt_out([opted_out], self.at)
        return [withdrawn, opted_out]


def test_killing_the_worker_loses_nothing(workers, mail):
    story = Story(workers, mail)

    while workers.left() and story.kills < KILLS:
        story.live_and_be_killed()
    story.finish()

    assert story.kills > KILLS / 2, "It was over before much could go wrong."
    assert story.gone and story.late, "Nobody was taken back."
    assert story.wrong() == []


def test_two_workers_send_nothing_twice(workers, mail):
    people = workers.fill(SENDS, EVENING)

    pids = [workers.start(MORNING) for _ in range(2)]
    wait_until(lambda: workers.left() == 0, "every message has gone out", 90)
    for pid in pids:
        workers.kill(pid, signal.SIGTERM)

    came = arrived(mail)
    assert came.keys() == people.keys()
    assert came.total() == SENDS


def test_a_message_that_takes_long_is_not_taken_up_by_another_worker(workers, mail):
    workers.fill(3, EVENING)
    mail.mode, mail.wait = "slow", 0.5

    pids = [workers.start(MORNING) for _ in range(2)]
    wait_until(lambda: workers.left() == 0, "every message has gone out")
    for pid in pids:
        workers.kill(pid, signal.SIGTERM)

    assert sorted(arrived(mail).values()) == [1, 1, 1]
