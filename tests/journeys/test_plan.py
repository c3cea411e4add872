"""A safety plan through the front door: written with and without JavaScript, printed, taken along,
thrown away."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from halved.safety.parts import FULL, FULL_DENSER, FULL_DENSEST, PARTS
from tests.browser import Browse
from tests.conftest import BEN
from tests.journeys.conftest import World
from tests.journeys.visitors import ChromiumVisitor, WireVisitor
from tests.processes import Server

LINE = "Walk round the block with the dog, twice if need be"


@pytest.fixture
def nia(house: Server) -> WireVisitor:
    return World(house.url).nia()[1]


def write(nia: WireVisitor, lines: int = 6) -> None:
    """A plan of so many lines, with numbers beside it."""
    each, more = divmod(lines, len(PARTS))
    nia.open("/safety/plan/change/")
    words = {
        part.name: "\n".join([LINE[: 1_190 // (each + 1)]] * (each + (place < more)))
        for place, part in enumerate(PARTS)
    }
    nia.send(words | {"country": "GB"})


def test_a_plan_is_made_found_again_and_thrown_away(nia):
    nia.open("/")
    nia.follow("Your safety plan")
    nia.follow("Start the plan")

    nia.send({"alone": LINE})
    nia.follow("Write a name")
    nia.send({"put_in": button(nia, BEN)})
    nia.open("/room/")
    nia.follow("Your safety plan")
    assert LINE in nia.text and BEN in nia.text
    nia.send(to="/remove/")

    assert "Start the plan" in nia.text


def button(nia: WireVisitor, name: str) -> str:
    """What the button beside this person sends."""
    before = nia.source.split(f'Put in<span class="hidden"> {name}')[0]
    return before.rsplit('value="', 1)[1].split('"')[0]


def test_who_takes_a_copy_is_told_first_who_can_read_it(nia):
    write(nia)
    nia.open("/safety/plan/")

    nia.follow("Take a copy along")
    assert "Anyone who can open the file can read it" in nia.text
    nia.follow("Download the copy")

    assert LINE in nia.text
    assert "116 123" in nia.text


# --- in Chromium ------------------------------------------------------------------------------


@pytest.fixture
def tab(house: Server, browse: Browse) -> Tab:
    seen, _ = World(house.url, browse).nia()
    assert isinstance(seen, ChromiumVisitor)
    seen.open("/safety/plan/change/")
    return seen.tab


def type_in(tab: Tab, part: str, text: str) -> None:
    with tab.expect_response(lambda answer: answer.request.method == "POST"):
        tab.locator(f"[name={part}]").press_sequentially(text)


@pytest.mark.browser
def test_a_pause_in_typing_keeps_the_words(tab, house):
    type_in(tab, "signs", "I lie awake")
    expect(tab.locator("#kept")).to_contain_text("Kept at")

    tab.goto(f"{house.url}/safety/plan/")

    assert "I lie awake" in tab.inner_text("main")


@pytest.mark.browser
def test_words_that_were_typed_and_taken_back_are_not_kept(tab, house):
    type_in(tab, "signs", "I lie awake")
    expect(tab.locator("[name=initial-signs]")).to_have_value("I lie awake")

    with tab.expect_response(lambda answer: answer.request.method == "POST"):
        tab.locator("[name=signs]").fill("")
    tab.goto(f"{house.url}/safety/plan/")

    assert "I lie awake" not in tab.inner_text("main")


@pytest.mark.browser
@pytest.mark.parametrize("lines", [6, FULL, FULL_DENSER, FULL_DENSEST])
def test_the_plan_and_its_copy_are_printed_on_one_page(house, browse, lines):
    seen, plain = World(house.url, browse).nia()
    assert isinstance(seen, ChromiumVisitor)
    write(plain, lines)
    seen.open("/safety/plan/")

    printed = [seen.tab.pdf(format="A4")]
    shown = seen.tab.inner_text("main")
    plain.open("/safety/plan/copy/plan.html")
    alone = browse()
    alone.set_content(plain.source)
    printed.append(alone.pdf(format="A4"))

    assert LINE[:40] in shown
    assert "takes more than one page" not in shown
    assert [count_pages(file) for file in printed] == [1, 1]


def count_pages(pdf: bytes) -> int:
    return pdf.count(b"/Type /Page\n")


@pytest.mark.browser
def test_nothing_but_the_plan_is_printed(house, browse):
    seen, plain = World(house.url, browse).nia()
    assert isinstance(seen, ChromiumVisitor)
    write(plain)
    seen.open("/safety/plan/")

    seen.tab.emulate_media(media="print")

    for words in ("Change the plan", "Throw the plan away", "Carrying", "Lock"):
        assert seen.tab.get_by_text(words, exact=True).first.is_hidden()
    assert seen.tab.get_by_text(LINE).first.is_visible()
