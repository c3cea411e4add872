"""The journeys in which time passes: silence, a reminder, the next one's turn, a late answer.

By Django's test client only: the clock of a server that is really there can not be moved. The
worker runs as it does there, and mail goes out to a real mail server.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from email.message import EmailMessage

import pytest
from django.utils import timezone

from halved import worker
from halved.accounts.models import Member
from halved.circle.models import Contact
from tests.asks.asking import DAY, HOUR, NOON
from tests.journeys.conftest import WORDS, ask, links_on
from tests.journeys.visitors import ClientVisitor

pytestmark = pytest.mark.store


class Time:
    """Moves the clock of every page, and lets the worker do what is due by then."""

    def __init__(self) -> None:
        self.at = NOON

    def now(self) -> datetime:
        return self.at

    def passes(self, by: timedelta = timedelta()) -> None:
        self.at += by
        while worker.one_pass(self.now):
            pass


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    time = Time()
    monkeypatch.setattr(timezone, "now", time.now)
    return time


@pytest.fixture
def visitor(time: Time, nia: Member, ben: Contact, cleo: Contact, sign_in) -> ClientVisitor:
    """Nia, with Ben and Cleo in her circle, and her room open."""
    return ClientVisitor(sign_in(nia))


def to(message: EmailMessage) -> str:
    return str(message["To"])


def link_in(message: EmailMessage) -> str:
    found = set(re.findall(r"http\S+?(/a/[\w-]+/)", message.get_content()))
    assert len(found) == 1, message.get_content()
    return str(found.pop())


def home(visitor: ClientVisitor) -> str:
    visitor.open("/")
    return visitor.text


def test_silence_reminds_once_passes_on_and_then_he_answers_after_all(visitor, time, smtp):
    asked = ask(visitor, "Ben", "Cleo", way="email")

    time.passes()
    assert [to(message) for message in smtp.wait_for(1)] == ["ben@example.org"]
    time.passes(2 * DAY)
    assert [to(message) for message in smtp.wait_for(2)] == ["ben@example.org"] * 2
    time.passes(DAY)
    assert to(smtp.wait_for(3)[2]) == "cleo@example.org"
    visitor.open(asked.path)
    assert "Waiting for Cleo" in visitor.text

    ben = ClientVisitor()
    ben.open(link_in(smtp.messages[0]))
    ben.send()
    assert WORDS in ben.text
    ben.send({"answer": "yes"})

    assert "Ben said yes." in home(visitor)
    time.passes(9 * DAY)
    assert len(smtp.messages) == 3, "Cleo is not reminded of what is taken care of"


def test_mail_that_goes_out_carries_no_words_and_always_the_same_link(visitor, time, smtp):
    ask(visitor, "Ben", way="email")

    time.passes()
    time.passes(2 * DAY)

    first, reminder = smtp.wait_for(2)
    assert link_in(first) == link_in(reminder)
    for message in (first, reminder):
        assert "Mum" not in message.as_string()
        assert "ask" not in message["Subject"].lower()


def test_a_no_by_mail_passes_on_at_once(visitor, time, smtp):
    ask(visitor, "Ben", "Cleo", way="email")
    time.passes()
    ben = ClientVisitor()
    ben.open(link_in(smtp.wait_for(1)[0]))
    ben.send()

    ben.send({"answer": "no"})
    time.passes()

    assert to(smtp.wait_for(2)[1]) == "cleo@example.org"
    assert "Ben can’t this time." in home(visitor)


def test_silence_of_everyone_is_said_plainly(visitor, time, smtp):
    ask(visitor, "Ben", way="email")

    time.passes()
    time.passes(2 * DAY)
    time.passes(DAY)

    assert "Nobody is left on your list." in home(visitor)


def test_when_she_asks_by_her_own_voice_halved_reminds_her(visitor, time):
    asked = ask(visitor, "Ben", "Cleo", way="call")

    time.passes(2 * DAY)
    assert "Has Ben answered?" in home(visitor)
    time.passes(DAY)
    visitor.open("/")
    visitor.follow("Cleo’s turn")
    visitor.send(to="/asked/")
    assert "Waiting for Cleo" in visitor.text
    time.passes(HOUR)

    visitor.send({"answer": "yes"}, to="/note/")

    visitor.open(asked.path)
    assert "Ben said yes" in visitor.text
    assert "Waiting" not in home(visitor)


def test_a_link_that_she_passed_on_ends_after_14_days(visitor, time):
    asked = ask(visitor, "Ben")
    visitor.send(to="/asked/")
    ben = ClientVisitor()
    ben.open(asked.links[0])
    assert ben.status == 200

    time.passes(14 * DAY)
    ben.open(asked.links[0])

    assert ben.status == 404
    visitor.open(asked.path)
    assert "Ben" in visitor.text
    assert links_on(visitor) == []


def test_who_is_taken_off_the_list_before_the_mail_leaves_gets_none(visitor, time, smtp):
    asked = ask(visitor, "Ben", way="email")

    visitor.open(asked.path)
    visitor.send(to="/withdraw/")
    time.passes()
    time.passes(4 * DAY)

    assert smtp.messages == []


def test_a_mail_tells_her_that_something_waits_and_not_what(visitor, time, smtp):
    visitor.open("/room/")
    visitor.send({"notice_address": "nia@example.org"})
    asked = ask(visitor, "Ben")
    ben = ClientVisitor()
    ben.open(asked.links[0])
    ben.send()
    ben.send({"answer": "part", "words": "Half an hour."})

    time.passes()

    message = smtp.wait_for(1)[0]
    assert to(message) == "nia@example.org"
    for word in ("Ben", "Half", "Mum", "yes", "/a/"):
        assert word not in message.get_content()
