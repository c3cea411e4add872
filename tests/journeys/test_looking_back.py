"""The way back, through the front door: how heavy it is before, after asking, after help and three
days later; the guess beside the answer; the file; and help that goes the other way.

By Django's test client only: the clock of a server that is really there can not be moved.
"""

from __future__ import annotations

import csv
import io
from datetime import datetime

import pytest
from django.utils import timezone

from tests.asks.asking import DAY, HOUR, NOON
from tests.conftest import BEN
from tests.journeys.conftest import ask
from tests.journeys.visitors import ClientVisitor

pytestmark = pytest.mark.store
LINE = "How heavy is it now?"


class Clock:
    at: datetime = NOON


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(timezone, "now", lambda: clock.at)
    return clock


@pytest.fixture
def visitor(clock, nia, ben, sign_in) -> ClientVisitor:
    """Nia, with Ben in her circle, and her room open."""
    return ClientVisitor(sign_in(nia))


def answer_yes(link: str) -> None:
    ben = ClientVisitor()
    ben.open(link)
    ben.send()
    ben.send({"answer": "yes"})
    assert ben.path.endswith("/done/")


def home(visitor: ClientVisitor) -> str:
    visitor.open("/")
    return visitor.text


def helped(visitor: ClientVisitor, clock: Clock) -> None:
    """Nia guesses a no and asks; it is 8 before, 9 after asking, Ben says yes, and then it is 4."""
    asked = ask(visitor, BEN)
    visitor.follow("Note how heavy")
    visitor.send({"weight": "9"})
    clock.at += HOUR
    answer_yes(asked.links[0])
    visitor.open(asked.path)
    visitor.send(to="/seen/")
    visitor.send({"weight": "4"})


def test_each_weight_is_noted_at_its_moment_and_stands_beside_the_guess(visitor, clock):
    helped(visitor, clock)

    assert "3 of 10" in visitor.text
    for line in ("Before asking 8 of 10", "After asking 9 of 10", "After help 4 of 10"):
        assert line in visitor.text


def test_three_days_later_a_line_asks_until_it_is_left_out_and_never_again(visitor, clock):
    helped(visitor, clock)
    assert LINE not in home(visitor)

    clock.at += 3 * DAY
    assert f"A few days ago: Ben said yes. {LINE}" in home(visitor)
    visitor.follow("Note it, or leave it out")
    visitor.send({"leave_out": "1"})

    assert visitor.path == "/"
    assert LINE not in visitor.text
    clock.at += DAY
    assert LINE not in home(visitor)


def test_three_days_later_it_may_be_heavier_and_the_record_says_so(visitor, clock):
    helped(visitor, clock)
    clock.at += 3 * DAY

    visitor.open("/")
    visitor.follow("Note it, or leave it out")
    visitor.send({"weight": "10"})

    assert "It is not lighter." in visitor.text
    visitor.open("/lookback/")
    assert "You guessed a no once. It came to a yes." in visitor.text
    assert "What got no lighter" in visitor.text
    assert LINE not in home(visitor)


def test_the_record_leaves_as_a_file(visitor, clock):
    helped(visitor, clock)

    visitor.open("/lookback/")
    visitor.follow("Download it")

    [line] = csv.DictReader(io.StringIO(visitor.source.removeprefix("\ufeff"), newline=""))
    found = [line[name] for name in ("person", "guess", "answer", "after_asking", "after_help")]
    assert found == [BEN, "3", "yes", "9", "4"]


def test_help_that_went_the_other_way_is_noted_changed_and_taken_out(visitor):
    visitor.open("/")
    visitor.follow("Help you gave")
    visitor.send({"words": "Read his application", "whom": BEN})
    assert "Read his application" in visitor.text

    visitor.follow("Change")
    visitor.send({"words": "Read it twice"})
    assert "Read it twice" in visitor.text

    visitor.follow("Change")
    visitor.send(to="/remove/")
    assert visitor.path == "/giving/"
    assert "Read it twice" not in visitor.text


def test_thanks_begin_with_what_it_changed_and_with_no_words_of_ours(visitor, clock):
    helped(visitor, clock)

    visitor.follow("Thank Ben")

    assert "What did Ben do that was of use? What did it change for you?" in visitor.text
    [box] = [form for form in visitor.page.forms if "words" in form.names]
    assert dict(box.values)["words"] == ""
