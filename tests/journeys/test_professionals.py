"""Nia looks for a practice: several at once, until one has a place for her."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.browser import Browse
from tests.journeys.conftest import World
from tests.journeys.visitors import Visitor
from tests.processes import Server

WORDS = "I hardly sleep. Could I come for a first talk? Mornings are best."
TODAY = date.today()  # noqa: DTZ011 (the server lives in the same time zone)
LONG_AGO = (TODAY - timedelta(days=40)).isoformat()
NEXT_MONTH = (TODAY + timedelta(days=30)).isoformat()


def put_on_list(nia: Visitor, name: str, what: str, **reach: str) -> None:
    nia.send({"name": name, "profession": what, **reach})
    assert name in nia.text


def note(nia: Visitor, **said: str) -> None:
    nia.follow("I have contacted them")
    nia.send(said)


class Stories:
    def test_from_nobody_to_a_first_talk(self, world: World) -> None:
        nia, _ = world.nia()
        nia.open("/circle/who/")
        nia.follow("Turn to a practice or a service")
        put_on_list(nia, "Dr Weber", "therapist", phone="+44 20 7946 0018")
        put_on_list(nia, "Town hall", "advice service", email="hall@example.org")
        put_on_list(nia, "Dr Lang", "doctor")
        assert "Next on your list is Dr Weber." in nia.text

        nia.follow("Open Dr Weber")
        nia.send({"words": WORDS})
        note(nia, way="call", on=LONG_AGO, outcome="waiting", place="about 12")
        assert "You are on their waiting list. Your place on it: about 12." in nia.text
        assert "Asking elsewhere while you wait is fine." in nia.text

        nia.follow("Go on to Town hall")
        assert "You wrote these words for Dr Weber." in nia.text
        assert "Mornings are best." in nia.source
        note(nia, way="mail", outcome="no")
        assert "They can’t, or they are full." in nia.text

        nia.follow("Go on to Dr Lang")
        note(nia, way="form", outcome="talk", talk_on=NEXT_MONTH)
        nia.follow("What to ask in a first talk")
        assert "What do we do if it does not fit?" in nia.text
        nia.follow("Back to your list")
        assert "You have tried everyone on your list." in nia.text


class TestByPlainHTTP(Stories):
    @pytest.fixture
    def world(self, house: Server) -> World:
        return World(house.url)

    def test_the_day_to_follow_up_can_be_today_and_put_off(self, world: World) -> None:
        nia, _ = world.nia()
        nia.open("/circle/professionals/")
        put_on_list(nia, "Dr Weber", "therapist")
        nia.follow("Open Dr Weber")
        note(nia, way="mail", on=LONG_AGO)
        nia.send({"follow_up_on": TODAY.isoformat()})
        nia.open("/")
        assert "Follow up with Dr Weber?" in nia.text

        nia.follow("Look at it")
        nia.follow("I tried once more")
        nia.send({"way": "call", "outcome": "message"})

        assert "You left a message. Follow up on" in nia.text
        assert "Before that You wrote an e-mail" in nia.text
        nia.open("/")
        assert "Follow up with" not in nia.text


@pytest.mark.browser
class TestInChromium(Stories):
    @pytest.fixture
    def world(self, house: Server, browse: Browse) -> World:
        return World(house.url, browse, javascript=False)
