"""From putting something down to a small ask: the whole way through the private room."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from playwright.sync_api import Page as Tab

from tests.browser import Browse
from tests.conftest import BEN
from tests.journeys.conftest import WORDS, World, boxes
from tests.journeys.visitors import ChromiumVisitor, Visitor
from tests.processes import Server

CARRIED = "Mum’s care, and the money"
IN_A_MONTH = date.today() + timedelta(days=30)  # noqa: DTZ011 (any near day will do)


def put_down(nia: Visitor) -> str:
    """Nia puts something down. Returns where it is."""
    nia.open("/")
    nia.send({"words": CARRIED})
    return nia.path


class Stories:
    def test_the_whole_way_to_an_ask_that_was_planned(self, world: World) -> None:
        nia, _ = world.nia()
        concern = put_down(nia)
        nia.send({"weight": "7", "line": "No sleep again", "wish": "2"})

        nia.follow("Open what you tried")
        nia.send({"what": "Rang the office", "moved": "no"})
        nia.follow(CARRIED)
        nia.follow("Open what gets in the way")
        nia.send({"kinds": ["shame"], "own": "They said no last year"})
        assert "A small step:" in nia.text
        assert "They said no last year" in nia.text

        nia.open(concern)
        nia.follow("Weigh it")
        nia.send({"yes": ["hiding"]})
        assert "ask now" in nia.text
        assert "I have been hiding it." in nia.text
        assert "Nobody has tested this rule." in nia.text

        nia.send({"choice": "1"})
        nia.send({"kind": "event", "words": "The letter comes"})
        nia.send({"kinds": ["emotional"]})
        nia.send({"people-0-contact": BEN, "people-0-way": "in_person"})
        nia.send({boxes(nia)[0]: WORDS})
        nia.send({"likely": "3"})
        nia.follow("Keep it for the plan")
        assert "this happens: The letter comes" in nia.text
        nia.send(to="/come/")
        assert "The moment is here" in nia.text
        nia.open("/")
        nia.follow("Look at your plan")
        nia.follow("Go to the ask")
        nia.send()

        assert f"Waiting for {BEN}" in nia.text
        nia.open("/")
        assert "The moment you planned for" not in nia.text

    def test_what_she_sees_differently_stands_beside_it(self, world: World) -> None:
        nia, _ = world.nia()
        put_down(nia)
        nia.follow("Weigh it")
        nia.send({"yes": ["deadline"]})
        assert "ask now" in nia.text

        nia.send({"otherwise": "The date was moved to spring"})
        assert "The date was moved to spring" in nia.text
        nia.send({"choice": "0"})

        assert "You are carrying on" in nia.text
        assert "The date was moved to spring" in nia.text
        nia.open("/")
        assert "You are carrying on" in nia.text


class TestByPlainHTTP(Stories):
    @pytest.fixture
    def world(self, house: Server) -> World:
        return World(house.url)

    def test_carrying_on_is_shown_until_the_day(self, world: World) -> None:
        nia, _ = world.nia()
        concern = put_down(nia)
        nia.follow("Weigh it")
        nia.send({"yes": ["next_step", "learning"]})
        assert "carry on" in nia.text

        nia.send({"choice": "0", "again_on": IN_A_MONTH.isoformat()})

        day = f"{IN_A_MONTH.day} {IN_A_MONTH:%B}"
        assert nia.path == concern
        assert f"look again on {day}" in nia.text
        nia.open("/")
        assert f"You are carrying on, and look again on {day}." in nia.text

    def test_danger_leads_to_help_now_first(self, world: World) -> None:
        nia, _ = world.nia()
        put_down(nia)
        nia.follow("Weigh it")

        nia.send({"yes": ["safety"]})

        page = nia.text
        assert page.index("This comes first.") < page.index("A rule of thumb says")
        assert 'class="btn" href="/now/"' in nia.source

    def test_something_small_can_be_asked_first(self, world: World) -> None:
        nia, _ = world.nia()
        put_down(nia)
        nia.follow("Weigh it")
        nia.send()
        nia.follow("First ask for something small")

        nia.send(to="/asks/new/")

        assert nia.path.endswith("/kind/")
        nia.follow("First ask for something small")
        assert nia.path == "/asks/small/"


@pytest.mark.browser
class TestInChromium(Stories):
    @pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
    def world(self, house: Server, browse: Browse, request: pytest.FixtureRequest) -> World:
        return World(house.url, browse, javascript=request.param)


# --- by keyboard alone ------------------------------------------------------------------------


def tab_to(tab: Tab, selector: str) -> None:
    """Presses Tab until the focus is there, as somebody without a mouse does."""
    for _ in range(60):
        tab.keyboard.press("Tab")
        if tab.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never comes to {selector}")


@pytest.mark.browser
@pytest.mark.parametrize("javascript", [True, False], ids=["JavaScript", "no JavaScript"])
def test_weighing_and_choosing_need_only_a_keyboard(house, browse, javascript):
    nia, _ = World(house.url, browse, javascript=javascript).nia()
    assert isinstance(nia, ChromiumVisitor)
    put_down(nia)
    nia.follow("Weigh it")
    tab = nia.tab

    tab_to(tab, "[value=hiding]")
    tab.keyboard.press("Space")
    tab_to(tab, "[name=weight]")
    tab.keyboard.press("Space")
    tab.keyboard.press("ArrowRight")
    tab_to(tab, "main button")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/weighed/**")
    assert "set a line" in nia.text
    tab_to(tab, "button[value='0']")
    tab.keyboard.press("Enter")

    tab.wait_for_url("**/carrying/*/")
    assert "You are carrying on" in nia.text
