"""Ten things people come for, with a keyboard and nothing else. At each stop one sees where one is,
also in the few colours that somebody forces on every page.

Weighing, the first of them to be tested so, is in test_weighing.py; the notes on words are in
test_words.py.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from tests.browser import Browse
from tests.conftest import BEN, PASSPHRASE
from tests.journeys.conftest import World, ask, carry_cookies
from tests.journeys.visitors import ChromiumVisitor, WireVisitor
from tests.processes import Server

pytestmark = pytest.mark.browser

# What has the focus: [its words, whether one sees that, whether something else covers it].
STOP = """() => {
  const here = document.activeElement;
  if (here === document.body) return ["the page", true, false];
  const label = here.labels?.[0];
  const drawn = getComputedStyle(here).opacity === "0" ? label : here;
  const { outlineStyle, outlineWidth } = getComputedStyle(drawn);
  const { left, top, width, height } = drawn.getClientRects()[0];
  const above = document.elementFromPoint(left + width / 2, top + Math.min(height, 40) / 2);
  const words = here.getAttribute("aria-label") || label?.textContent || here.textContent;
  return [
    words.trim().replace(/\\s+/g, " "),
    outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
    !(above && (drawn.contains(above) || above.contains(drawn))),
  ];
}"""
# Everything Tab should come to, in the order of the page: of a group of radios, one.
STOPS = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
  .filter((each) => each.checkVisibility() && each.type !== "hidden" && each.tabIndex >= 0)
  .filter((each, place, all) => each.type !== "radio" ||
    all.findIndex(({ name }) => name === each.name) === place).length"""


class Keyboard:
    """Somebody without a mouse at an open tab."""

    def __init__(self, tab: Tab) -> None:
        self.tab = tab

    def stop(self) -> str:
        """The next stop. Fails when one cannot see it."""
        self.tab.keyboard.press("Tab")
        words, seen, covered = self.tab.evaluate(STOP)
        assert seen, f"One does not see that {words} has the focus."
        assert not covered, f"Something covers {words}."
        return str(words)

    def to(self, words: str) -> None:
        """Goes on until the focus is on what begins with these words."""
        passed: list[str] = []
        while not (passed and passed[-1].startswith(words)):
            passed.append(self.stop())
            assert len(passed) < 150, f"Tab never comes to {words}, but to {passed}"

    def write(self, words: str, text: str) -> None:
        self.to(words)
        self.tab.keyboard.type(text)

    def press(self, words: str, *keys: str) -> None:
        self.to(words)
        for key in keys or ("Enter",):
            self.tab.keyboard.press(key)

    def go(self, words: str) -> None:
        """Presses what leads to another page."""
        self.to(words)
        with self.tab.expect_navigation():
            self.tab.keyboard.press("Enter")


@pytest.fixture(scope="module")
def plain(house: Server) -> WireVisitor:
    """Nia by plain HTTP. Her room stays open for all tests of this module."""
    return World(house.url).nia()[1]


@pytest.fixture
def tab(house: Server, browse: Browse, plain: WireVisitor) -> Tab:
    """Nia's, at a phone with a keyboard: there, less fits between the bar and the button."""
    nia = ChromiumVisitor(browse(width=360), house.url)
    carry_cookies(plain, nia)
    nia.open("/")
    return nia.tab


@pytest.fixture
def nia(tab: Tab) -> Keyboard:
    return Keyboard(tab)


def test_something_is_put_down_and_weighed_in_the_hand(nia, tab):
    nia.write("What are you carrying", "The letters from the bank")
    nia.go("Put it down")
    nia.press("0", "Space", *["ArrowRight"] * 7)
    nia.go("Note it")

    expect(tab.locator("main")).to_contain_text("The letters from the bank")
    expect(tab.locator("figure")).to_contain_text("Last noted: 7 of 10.")


def test_a_person_is_added_with_what_is_folded_away(nia, tab):
    tab.goto(tab.url + "circle/new/")

    nia.write("What do you call them", "Dee")
    nia.press("How you reach them")
    nia.write("Phone", "020 7946 0018")
    nia.go("Add them")

    expect(tab.get_by_role("link", name="Dee")).to_be_visible()


def test_an_ask_is_made_and_sent(nia, tab):
    nia.go("Asks")
    nia.go("Begin an ask")
    nia.press("I don’t want to be alone", "Space")
    nia.go("Go on to whom")
    nia.write("Whom?", BEN)
    nia.write("How?", "with a private link")
    nia.go("Go on to your words")
    nia.write("Your words", "Could you come on Thursday at four, for an hour? No is fine.")
    nia.go("Keep the words and go on")
    nia.press("0", "Space", *["ArrowRight"] * 3)
    nia.go("See what they will see")
    nia.write("Signed: the name they see", "Nia")
    nia.go("Make the link")

    expect(tab.locator("main")).to_contain_text("/a/")


def test_an_answer_with_less_is_given(house, browse, plain):
    tab = browse(width=320)
    tab.goto(ask(plain, BEN).links[0])
    ben = Keyboard(tab)

    ben.go("Read it")
    ben.press("Yes, but less")
    ben.write("What can you do?", "Half an hour, from five.")
    ben.go("Send this to Nia")

    expect(tab.locator("main")).to_contain_text("yes, but less")


def test_a_piece_of_help_is_taken(house, browse, plain):
    asked = ask(plain, BEN)
    plain.open(f"{asked.path}pieces/new/")
    day = (date.today() + timedelta(days=9)).isoformat()  # noqa: DTZ011
    plain.send({"what": "Supper", "day": day, "starts": "18:00", "ends": "20:00"})
    tab = browse(width=320)
    tab.goto(f"{asked.links[0]}pieces/")
    ben = Keyboard(tab)

    ben.go("Read it")
    ben.go("Take it")

    expect(tab.get_by_text("It is yours.")).to_be_visible()


def test_help_now_is_found_for_another_country(house, nia, tab):
    nia.go("Help now")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Help now")
    tab.goto(f"{house.url}/now/GB/")  # which country is guessed depends on the browser
    nia.go("Another country")
    nia.press("Countries with G")
    nia.go("Germany")

    expect(tab.locator("main")).to_contain_text("Germany")
    nia.to("Call 112")


def test_a_safety_plan_is_written(nia, tab):
    nia.go("Your safety plan")
    nia.go("Start the plan")
    nia.tab.wait_for_load_state()
    nia.write("What I can do", "Round the block with the dog")
    nia.go("Keep the plan")

    expect(tab.locator("main")).to_contain_text("Round the block with the dog")


def test_everything_is_taken_along(nia, tab):
    nia.go("Your room")
    nia.go("Take it along")
    nia.write("Your passphrase", PASSPHRASE)
    nia.to("Download everything")

    with tab.expect_download() as download:
        tab.keyboard.press("Enter")

    assert download.value.suggested_filename.endswith(".zip")


def test_the_page_is_left_and_the_room_opened_again(house, browse):
    seen, _ = World(house.url, browse).nia()
    tab = seen.tab
    nia = Keyboard(tab)
    seen.open("/asks/")
    tab.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="Rain later"))

    nia.press("Leave now")
    tab.wait_for_url("https://www.bbc.co.uk/**")
    tab.goto(house.url + "/room/")
    nia.write("Your passphrase", PASSPHRASE)
    nia.go("Open my room")

    nia.go("Lock")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Your room is locked")


@pytest.mark.parametrize("page", ["", "circle/new/", "room/", "now/GB/"])
def test_tab_comes_to_everything_once_and_out_again(nia, tab, page):
    tab.goto(tab.url + page)
    expected = tab.evaluate(STOPS)

    assert nia.stop() == "Skip to the content"
    stops = [nia.stop() for _ in range(expected - 1)]

    assert nia.stop() in ("the page", "Skip to the content"), stops


def test_the_first_stop_leads_past_the_bar(nia, tab):
    tab.goto(tab.url + "circle/new/")

    nia.press("Skip to the content")

    assert nia.stop().startswith("What do you call them")


# --- with colours of one's own ----------------------------------------------------------------

# What is drawn: [fill, stroke] of each part of the picture, and the colour of the page behind it.
DRAWN = """(parts) => parts.map((part) => {
  const { fill, stroke } = getComputedStyle(document.querySelector(part));
  return [fill, stroke];
})"""


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_focus_and_what_is_chosen_are_seen_in_forced_colours(nia, tab, colours):
    tab.emulate_media(forced_colors="active", color_scheme=colours)
    tab.goto(tab.url + "circle/new/")

    nia.press("being there", "Space")

    chosen = tab.locator(".chips label", has_text="being there")
    assert chosen.evaluate("label => getComputedStyle(label).outlineStyle") == "solid"
    here = tab.get_by_role("link", name="Circle")
    assert "underline" in here.evaluate("link => getComputedStyle(link).textDecoration")


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_half_discs_and_their_words_stand_out_in_forced_colours(house, plain, tab, colours):
    plain.open("/")
    plain.send({"words": "The letters"})
    plain.send({"weight": "7"})
    tab.emulate_media(forced_colors="active", color_scheme=colours)
    tab.goto(house.url + plain.path)
    paper, ink = ("rgb(255, 255, 255)", "rgb(0, 0, 0)")[:: 1 if colours == "light" else -1]

    [load, words] = tab.evaluate(DRAWN, ["figure .load", "figure text"])

    assert words[0] == ink
    assert load[0] not in (paper, ink)
