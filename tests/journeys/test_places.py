"""Nia knows nobody for this. She looks for a place, and puts it on her list."""

from __future__ import annotations

import pytest

from tests.browser import Browse
from tests.directory.desks import bring_made_up_to
from tests.journeys.conftest import World
from tests.journeys.visitors import Visitor
from tests.processes import Server

DEBT = "someone to talk to about debt"


@pytest.fixture(scope="module", autouse=True)
def towns(house: Server) -> None:
    bring_made_up_to(house)


def opened(visitor: Visitor) -> str:
    """Presses the button of the first that was found. Returns its name."""
    found = visitor.source.partition('name="open"')[2]
    value, name = found.split('value="')[1].split('"')[0], found.split(">")[1].split("<")[0]
    visitor.send({"open": value})
    return name


class Stories:
    def test_from_nobody_to_a_place_on_her_list(self, world: World) -> None:
        nia, _ = world.nia()
        nia.open("/circle/who/")
        nia.follow("Look for a place to turn to")
        nia.send({"text": DEBT, "near": "Ashmere"})
        assert "We looked under" in nia.text
        assert "near Ashmere" in nia.text

        name = opened(nia)
        assert name == "Money and debt advice"
        assert nia.path == "/places/"
        assert "Monday to Friday 9:00–17:00" in nia.text
        assert "Letters about what you owe" in nia.text

        nia.follow("Put them on my list")
        nia.send()
        assert nia.path.startswith("/circle/professionals/")
        assert "To bring: Letters about what you owe" in nia.source
        nia.send({"words": "I have not opened my post since spring. Could I come?"})
        nia.follow("I have contacted them")
        nia.send({"way": "call", "outcome": "message"})
        assert "You left a message." in nia.text

    def test_signed_out_she_finds_her_way_back_and_says_what_was_wrong(self, world: World) -> None:
        visitor = world.visitor()
        visitor.open("/places/")
        visitor.send({"text": DEBT, "near": "Tollbridge"})
        name = opened(visitor)

        visitor.send()
        assert name in visitor.text
        assert "near Tollbridge" in visitor.text

        opened(visitor)
        visitor.follow("This was wrong")
        visitor.send({"kind": "hours", "words": "They open at ten."})
        assert "It is passed on" in visitor.text


class TestByPlainHTTP(Stories):
    @pytest.fixture
    def world(self, house: Server) -> World:
        return World(house.url)


@pytest.mark.browser
@pytest.mark.parametrize("javascript", [True, False], ids=["JavaScript", "no JavaScript"])
class TestInChromium(Stories):
    @pytest.fixture
    def world(self, house: Server, browse: Browse, javascript: bool) -> World:
        return World(house.url, browse, javascript)
