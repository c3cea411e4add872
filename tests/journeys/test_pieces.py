"""An ask in pieces, through the front door: by plain HTTP, and in Chromium with JavaScript and
without."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from tests.browser import Browse
from tests.conftest import BEN, CLEO
from tests.journeys.conftest import Asked, World, ask
from tests.journeys.visitors import Visitor
from tests.processes import Server

IN_TEN_DAYS = date.today() + timedelta(days=10)  # noqa: DTZ011
RIDE = {
    "what": "A ride to the clinic",
    "day": IN_TEN_DAYS.isoformat(),
    "starts": "09:00",
    "ends": "11:30",
    "where": "Mill Lane 4",
    "leave_out": "No advice today",
}
NOT_FOR_ALL = ("Mill Lane 4", "No advice today")


def split(world: World, **more: str) -> tuple[Visitor, Asked]:
    """Nia asks both at once, by plain HTTP to save time, and splits it into pieces."""
    nia, plain = world.nia()
    asked = ask(plain, BEN, CLEO, order="together")
    nia.open(asked.path)
    nia.follow("Split it into pieces")
    nia.follow("Add a piece")
    nia.send(RIDE | more)
    assert "A ride to the clinic" in nia.text, nia.text
    return nia, asked


def helper(world: World, link: str) -> Visitor:
    """Somebody who was asked, and looks at what is needed."""
    visitor = world.visitor()
    visitor.open(link)
    visitor.send()
    visitor.send(to="/pieces/")
    return visitor


def tap(visitor: Visitor, button: str) -> None:
    """Presses the first button of this name."""
    found = re.search(rf'name="{button}" value="([^"]+)"', visitor.source)
    assert found, visitor.text
    visitor.send({button: found[1]})


def shown(visitor: Visitor) -> list[str]:
    return [words for words in NOT_FOR_ALL if words in visitor.text]


class Stories:
    """What everybody who visits can do."""

    def test_what_ben_takes_is_his_and_cleo_comes_a_moment_late(self, world: World) -> None:
        nia, asked = split(world)
        ben, cleo = (helper(world, link) for link in asked.links)
        assert not shown(ben) + shown(cleo)

        tap(ben, "take")
        tap(cleo, "take")

        assert "It is yours. Nia sees it." in ben.text
        assert shown(ben) == list(NOT_FOR_ALL)
        assert "It was just taken by somebody else." in cleo.text
        assert not shown(cleo)
        nia.open(asked.path)
        assert "Ben said yes, but less" in nia.text
        nia.open("/pieces/")
        assert "Ben takes it." in nia.text
        assert "Everything in the coming weeks is taken" in nia.text

    def test_a_slip_in_a_series_loses_nothing(self, world: World) -> None:
        nia, asked = split(world)
        nia.open(asked.path)
        nia.follow("piece by piece")
        nia.follow("Add a piece")

        nia.send(RIDE | {"what": "Supper", "again": "WEEKLY", "days": ["MO", "TH"]})
        assert "Choose one of the two" in nia.text
        nia.send({"times": "4"})

        assert nia.text.count("Nobody has taken it yet.") == 1 + 4


@pytest.mark.store
class TestByPlainHttp(Stories):
    @pytest.fixture
    def world(self, house: Server) -> World:
        return World(house.url)

    def test_what_does_not_suit_any_more_is_handed_on_or_given_back(self, world: World) -> None:
        nia, asked = split(world)
        ben, cleo = (helper(world, link) for link in asked.links)

        tap(ben, "take")
        tap(ben, "offer")
        cleo = helper(world, asked.links[1])
        tap(cleo, "take_over")
        assert shown(cleo) == list(NOT_FOR_ALL)
        ben = helper(world, asked.links[0])
        assert not shown(ben)
        tap(cleo, "give_back")

        nia.open("/pieces/")
        assert "Nobody has taken it yet." in nia.text

    def test_a_new_time_is_agreed_to_and_enough_is_enough(self, world: World) -> None:
        nia, asked = split(world, places="2")
        ben = helper(world, asked.links[0])
        tap(ben, "take")

        nia.open("/pieces/")
        nia.follow("A ride to the clinic")
        nia.send({"starts": "10:00", "ends": "12:00"})
        ben = helper(world, asked.links[0])
        assert "the time changed" in ben.text
        tap(ben, "agree")
        nia.open("/pieces/")
        assert "has not said yet" not in nia.text
        nia.follow("A ride to the clinic")
        nia.follow("Piece by piece")
        nia.send(to="/enough/")

        assert "Ben takes it. Nobody else can take it." in nia.text
        assert "Nia has enough help for now." in helper(world, asked.links[1]).text

    def test_taken_care_of_ends_all_of_it(self, world: World) -> None:
        nia, asked = split(world)
        ben = helper(world, asked.links[0])
        tap(ben, "take")

        nia.open(asked.path)
        nia.send(to="/close/")

        assert "Nothing of this is needed any more." in helper(world, asked.links[0]).text
        nia.open("/pieces/")
        assert "Nothing is planned." in nia.text


@pytest.mark.browser
class TestInChromium(Stories):
    @pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
    def world(self, house: Server, browse: Browse, request: pytest.FixtureRequest) -> World:
        return World(house.url, browse, javascript=request.param)
