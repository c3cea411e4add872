"""Where one is signed in: two browsers, and signing out the one from the other."""

from __future__ import annotations

import pytest

from tests.conftest import PASSPHRASE
from tests.journeys.conftest import World, sign_up
from tests.journeys.visitors import ChromiumVisitor, Visitor

pytestmark = pytest.mark.browser
IN_THE_ROOM = "What are you carrying?"


@pytest.fixture(params=[True, False], ids=["with script", "without"])
def world(request, house, browse) -> World:
    return World(house.url, browse, javascript=request.param)


def signed_in(world: World, name: str) -> ChromiumVisitor:
    visitor = world.visitor()
    visitor.open("/sign-in/")
    visitor.send({"login": name, "password": PASSPHRASE})
    assert IN_THE_ROOM in visitor.text
    assert isinstance(visitor, ChromiumVisitor)
    return visitor


@pytest.fixture
def two(world) -> tuple[Visitor, Visitor]:
    """The browser at hand, and one elsewhere."""
    name = World.new_name()
    sign_up(world.visitor(), name)
    return signed_in(world, name), signed_in(world, name)


def test_signing_out_there_ends_it_with_the_next_thing_it_asks_for(two):
    here, there = two
    here.open("/room/")
    here.follow("Where you are signed in")
    assert "Chrome on Linux This one." in here.text
    assert here.text.count("Sign out there") == 2, "The browser that signed up is in as well."

    while "Sign out there" in here.text:
        here.send(to="/room/browsers/end/")
        assert "That browser is signed out." in here.text

    there.open("/circle/")
    assert there.path == "/sign-in/?next=/circle/"
    here.open("/")
    assert IN_THE_ROOM in here.text


def test_signing_out_everywhere_from_there_ends_this_one_too(two):
    here, there = two
    here.open("/room/browsers/")

    here.send({"everywhere": "1"})

    for visitor in (here, there):
        visitor.open("/circle/")
        assert visitor.path == "/sign-in/?next=/circle/"
