"""The stories by plain HTTP, against a server that is really there."""

import pytest

from tests.journeys.conftest import World, ask
from tests.journeys.stories import Stories
from tests.journeys.visitors import NOTHING, Fields, WireVisitor
from tests.processes import Server

pytestmark = pytest.mark.store


@pytest.fixture
def world(house: Server) -> World:
    return World(house.url)


class TestByPlainHTTP(Stories):
    pass


class Impatient(WireVisitor):
    """Presses every button four times before the page has changed. Goes on with the last answer."""

    def send(self, fields: Fields = NOTHING, *, to: str = "", wait: bool = True) -> None:
        hasty = [WireVisitor(self.url) for _ in range(3)]
        for one in hasty:
            one.path, one.source, one.cookies = self.path, self.source, dict(self.cookies)
            one.send(fields, to=to, wait=False)
        super().send(fields, to=to)
        for one in hasty:
            one.arrive()
        statuses = [self.status, *[one.status for one in hasty]]
        assert set(statuses) == {200}, f"{self.path} {statuses}: {[one.text for one in hasty]}"


def test_a_button_pressed_four_times_at_once_does_it_once(world, house):
    plain = world.nia()[0]
    nia, ben = Impatient(house.url), Impatient(house.url)
    nia.cookies = plain.cookies

    nia.open("/")
    nia.send({"words": "Mum’s care, and the money"})
    nia.send({"weight": "9"})
    assert nia.text.count("9 of 10") == 1
    nia.open("/circle/new/")
    nia.send({"name": "Dina"})
    assert nia.text.count("Dina") == 2  # the name, and "Open Dina"
    asked = ask(nia, "Dina", "Ben")
    ben.open(asked.links[0])
    ben.send()
    ben.send({"answer": "part", "words": "Half an hour."})
    nia.open("/")
    assert nia.text.count("Dina said yes, but less.") == 2  # the sentence, and "Read it: …"
    nia.follow("Dina said yes")
    nia.send(to="/seen/")
    nia.send({"weight": "4"})
    nia.follow("Thank Dina")
    nia.send({"words": "It helped."})
    nia.open(asked.path)
    nia.send(to="/next/")
    nia.send(to="/asked/")
    nia.send(to="/close/")

    nia.open("/asks/")
    assert nia.text.count("Closed") == 2
    nia.open("/")
    assert nia.text.count("Mum’s care") == 2


@pytest.mark.parametrize("path", ["/", "/sign-in/", "/a/no-such-link/answer/"])
def test_far_too_much_at_once_is_told_and_the_server_goes_on(house, path):
    visitor = WireVisitor(house.url)

    status, _, page = visitor._fetch("POST", path, "words=" + "a" * 1_200_000)

    assert status == 400
    assert "Nothing was saved" in page
    visitor.open("/now/")
    assert visitor.status == 200
