"""From a draft through rehearsing to an ask, and the words she prepared beside the answer."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from tests.browser import Browse
from tests.conftest import BEN, PASSPHRASE
from tests.journeys.conftest import WORDS, World, boxes, links_on
from tests.journeys.visitors import ChromiumVisitor, Visitor
from tests.processes import Server

BACK = "That’s all right. Thanks for telling me."


def draft_for_ben(nia: Visitor) -> str:
    """The address of a draft that is ready to go out."""
    nia.open("/asks/")
    nia.send(to="/asks/new/")
    draft = nia.path.removesuffix("kind/")
    nia.send({"kinds": ["emotional"]})
    nia.send({"people-0-contact": BEN, "people-0-way": "link"})
    nia.send({boxes(nia)[0]: WORDS})
    return draft


class Stories:
    def test_what_she_prepared_stands_beside_his_no(self, world: World) -> None:
        nia, plain = world.nia()
        draft = draft_for_ben(plain)
        nia.open(f"{draft}send/")

        nia.follow("Rehearse first")
        assert WORDS in nia.text
        assert "said slowly" in nia.text
        nia.follow("See it as Ben will")
        assert WORDS in nia.text
        assert "One tap, and Your name knows." in nia.text
        nia.follow("Hear the four answers")
        assert "Say that a no is fine, and mean it." in nia.text
        nia.send({"no": BACK})
        assert nia.path == f"{draft}send/"
        nia.send({"signs_as": "Nia"})
        ben = world.visitor()
        ben.open(links_on(nia)[0])
        ben.send()
        ben.send({"answer": "no"})

        nia.open(draft)
        assert "You wrote down what you could say back" in nia.text
        assert BACK in nia.text


class TestByPlainHTTP(Stories):
    @pytest.fixture
    def world(self, house: Server) -> World:
        return World(house.url)

    def test_first_something_small_and_back_to_the_draft(self, world: World) -> None:
        nia, plain = world.nia()
        draft = draft_for_ben(plain)
        nia.open(f"{draft}rehearse/")

        nia.follow("First ask for something small")
        assert "Your draft stays as it is." in nia.text
        nia.send(to="/asks/new/")
        assert nia.path != f"{draft}kind/"
        nia.open("/asks/")
        nia.follow(f"A draft, for {BEN}")

        assert WORDS in nia.source

    def test_what_she_wrote_while_the_room_locked_is_there_afterwards(self, world: World) -> None:
        nia, plain = world.nia()
        draft = draft_for_ben(plain)
        nia.open(f"{draft}rehearse/answers/")

        plain.open("/")
        plain.send(to="/lock/")
        nia.send({"later": "Sunday, then."})
        nia.send({"passphrase": PASSPHRASE})
        assert "Sunday, then." in nia.text
        nia.send(to="/rehearse/answers/")

        nia.open(f"{draft}rehearse/answers/")
        assert "Sunday, then." in nia.text


@pytest.mark.browser
class TestInChromium(Stories):
    @pytest.fixture
    def world(self, house: Server, browse: Browse) -> World:
        return World(house.url, browse)


# --- with JavaScript --------------------------------------------------------------------------


@pytest.fixture
def at(house: Server, browse: Browse) -> tuple[Tab, str]:
    """A tab of Nia's, and the address of a draft of hers."""
    nia, plain = World(house.url, browse).nia()
    assert isinstance(nia, ChromiumVisitor)
    return nia.tab, house.url + draft_for_ben(plain)


MOVES = "() => document.querySelector('.aloud > span').getAnimations().length"


@pytest.mark.browser
@pytest.mark.parametrize(("motion", "moves"), [("no-preference", 1), ("reduce", 0)])
def test_a_line_fills_while_she_reads_unless_she_wants_it_still(at, motion, moves):
    tab, draft = at
    tab.emulate_media(reduced_motion=motion)
    tab.goto(f"{draft}rehearse/")

    tab.get_by_role("button", name="Begin to read").click()
    assert tab.evaluate(MOVES) == moves
    tab.get_by_role("button", name="I have read it").click()

    expect(tab.locator("#took")).to_have_text("You took about 5 seconds. Slower is fine.")
    expect(tab.get_by_role("button", name="Read it again")).to_be_visible()
    assert tab.evaluate(MOVES) == 0


@pytest.mark.browser
def test_a_pause_in_typing_keeps_what_she_could_say_back(at):
    tab, draft = at
    tab.goto(f"{draft}rehearse/answers/")

    tab.get_by_label("Your words after a no").fill(BACK)
    expect(tab.locator("#kept")).to_contain_text("Kept")

    tab.goto(f"{draft}rehearse/answers/")
    expect(tab.get_by_label("Your words after a no")).to_have_value(BACK)


@pytest.mark.browser
def test_nothing_on_the_phone_can_be_sent(at):
    tab, draft = at
    tab.goto(f"{draft}rehearse/seen/")

    buttons = tab.locator(".phone button").all()

    assert len(buttons) == 5, "the cover’s, and the four answers’"
    assert [button.is_enabled() for button in buttons] == [False] * 5
