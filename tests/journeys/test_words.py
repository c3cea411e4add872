"""The words of an ask, through the front door: by plain HTTP, and in Chromium with JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import Request, expect

from tests.browser import Browse
from tests.conftest import BEN, CLEO
from tests.journeys.conftest import World, boxes
from tests.journeys.visitors import ChromiumVisitor, Visitor, WireVisitor
from tests.processes import Server

DEBT = "You owe me. Could you come on Friday for an hour?"
FINE = "Hi Ben, could you drive Mum home on Friday at four? I’m at work. No is fine. Thank you."
STRONG = "Please look at this"


def draft(nia: Visitor, *names: str) -> str:
    """Begins an ask for these people. Returns the address of the words step."""
    nia.open("/asks/")
    nia.send(to="/asks/new/")
    nia.send({"kinds": ["instrumental"]})
    for place, name in enumerate(names):
        nia.send({f"people-{place}-contact": name, f"people-{place}-way": "link", "more": "1"})
    nia.send()
    return nia.path


# --- without JavaScript -----------------------------------------------------------------------


@pytest.fixture
def nia(house: Server) -> WireVisitor:
    return World(house.url).nia()[1]


def test_without_javascript_the_notes_come_once_with_the_next_step(nia):
    words = draft(nia, BEN)

    nia.send({boxes(nia)[0]: DEBT})
    assert nia.path == f"{words}?notes=1"
    assert STRONG in nia.text
    assert "What Ben will read as your question" in nia.text
    nia.send()

    assert nia.path.endswith("/before/")


def test_words_that_have_no_strong_note_meet_no_stop(nia):
    draft(nia, BEN)

    nia.send({boxes(nia)[0]: FINE})

    assert nia.path.endswith("/before/")


def test_a_note_is_silenced_for_good_and_found_again_in_the_room(nia):
    draft(nia, BEN)
    nia.send({boxes(nia)[0]: DEBT})

    nia.send({"never_again": "guilt-or-debt"})
    assert STRONG not in nia.text
    assert DEBT in nia.source
    nia.open("/room/")
    nia.send(to="/room/notes/")

    assert "Show again" not in nia.text
    draft(nia, BEN)
    nia.send({boxes(nia)[0]: DEBT})
    assert STRONG in nia.text


def test_one_sentence_is_taken_and_the_other_person_reads_no_more_than_that(nia, house):
    nia.open("/")
    nia.send({"words": "Mum fell on the stairs. I owe two months of rent."})
    nia.send(to="/asks/new/")
    nia.send()
    nia.send({"people-0-contact": BEN, "people-0-way": "link"})
    box = boxes(nia)[0]

    nia.send({box: "Hi Ben.", f"take_{box}": "Mum fell on the stairs."})
    assert "Hi Ben. Mum fell on the stairs." in nia.source
    nia.send({box: f"Hi Ben. Mum fell on the stairs. {FINE}"})
    nia.send()
    assert "rent" not in nia.text
    nia.send({"signs_as": "Nia"})
    ben = WireVisitor(house.url)
    ben.open(next(word for word in nia.text.split() if "/a/" in word))
    ben.send()

    assert "Mum fell on the stairs." in ben.text
    assert "rent" not in ben.source


# --- in Chromium ------------------------------------------------------------------------------


class Writing:
    """Nia at the words step in a tab, and every request that a pause in typing sends."""

    def __init__(self, house: Server, browse: Browse, *names: str, width: int = 1280) -> None:
        nia, plain = World(house.url, browse).nia()
        assert isinstance(nia, ChromiumVisitor)
        self.tab: Tab = nia.tab
        self.tab.set_viewport_size({"width": width, "height": 800})
        nia.open(draft(plain, *names))
        self.box = self.tab.locator("textarea").first
        self.notes = self.tab.locator("[id^=notes_]").first
        self.told = self.tab.locator("[id^=told_]").first
        self.pauses: list[Request] = []
        self.tab.on("request", self._note)

    def _note(self, request: Request) -> None:
        if "hx-request" in request.headers:
            self.pauses.append(request)

    def type(self, text: str) -> None:
        with self.tab.expect_response(lambda answer: answer.request.method == "POST"):
            self.box.press_sequentially(text)

    def top(self, css: str) -> float:
        box = self.tab.locator(css).last.bounding_box()
        assert box
        return box["y"]


@pytest.fixture
def writing(house: Server, browse: Browse) -> Writing:
    return Writing(house, browse, BEN)


@pytest.mark.browser
def test_notes_come_with_the_one_request_that_keeps_the_words(writing):
    writing.type(DEBT)

    expect(writing.notes).to_contain_text(STRONG)
    expect(writing.tab.locator("#kept")).to_contain_text("Kept")
    expect(writing.tab.locator("mark")).to_have_text("Could you come on Friday for an hour?")
    assert len(writing.pauses) == 1


@pytest.mark.browser
def test_typing_on_is_not_disturbed_by_what_is_noted(writing):
    writing.box.focus()
    before = writing.top("textarea")
    writing.type(DEBT)
    expect(writing.notes).to_contain_text(STRONG)

    writing.type(" And")

    assert writing.top("textarea") == before
    assert writing.box.input_value() == f"{DEBT} And"
    assert writing.box.evaluate("box => box.selectionStart === box.value.length")
    assert writing.box.evaluate("box => box === document.activeElement")


@pytest.mark.browser
def test_into_an_unfinished_sentence_nothing_is_said_until_one_leaves(writing):
    writing.type("Could you come on Friday? You owe me")
    expect(writing.tab.locator("#kept")).to_contain_text("Kept")
    expect(writing.notes).not_to_contain_text(STRONG)

    writing.box.blur()

    expect(writing.notes).to_contain_text(STRONG)


@pytest.mark.browser
def test_what_has_not_changed_is_announced_once_and_what_was_opened_stays_open(writing):
    assert writing.told.get_attribute("role") == "status"
    writing.type(DEBT)
    expect(writing.told).to_contain_text("notes on the words for Ben")
    writing.notes.locator("summary").first.click()
    watch = """element => { window.changes = 0;
      new MutationObserver(() => window.changes++).observe(element, {childList: true}); }"""
    writing.told.evaluate(watch)

    writing.box.focus()
    writing.box.press("End")
    writing.type(" It is about the garden.")

    expect(writing.notes).to_contain_text(STRONG)
    assert writing.tab.evaluate("window.changes") == 0
    assert writing.notes.locator("details").first.get_attribute("open") is not None


@pytest.mark.browser
def test_a_note_one_does_not_want_goes_and_the_place_is_kept(writing):
    writing.type(DEBT)
    writing.notes.get_by_text("Not this").first.click()

    writing.notes.get_by_role("button", name="Leave it out for this ask").click()

    expect(writing.notes).not_to_contain_text(STRONG)
    assert writing.tab.evaluate("document.activeElement.id").startswith("notes_")
    assert writing.box.input_value() == DEBT


@pytest.mark.browser
def test_what_was_seen_while_typing_does_not_stop_one_again(writing):
    writing.type(DEBT)
    expect(writing.notes).to_contain_text(STRONG)

    writing.tab.get_by_role("button", name="Keep the words and go on").click()

    writing.tab.wait_for_url("**/before/")


@pytest.mark.browser
def test_notes_on_the_first_box_never_move_the_second_one_while_it_is_written(house, browse):
    writing = Writing(house, browse, BEN, CLEO, width=360)
    # As in browsers that do not hold the page in place by themselves.
    writing.tab.evaluate("document.documentElement.style.overflowAnchor = 'none'")
    second = writing.tab.locator("textarea").nth(1)
    writing.type("Could you come on Friday? You owe me")
    second.focus()
    before = writing.top("textarea")

    second.press_sequentially("Hi Cleo, I wanted to")
    expect(writing.notes).to_contain_text(STRONG)

    assert abs(writing.top("textarea") - before) < 1
    assert second.input_value() == "Hi Cleo, I wanted to"


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_words_step_and_the_last_look_fit(house, browse, width):
    writing = Writing(house, browse, BEN, CLEO, width=width)
    writing.type(f"{'Donaudampfschifffahrt' * 3}. {DEBT} Never mind.")
    expect(writing.notes).to_contain_text(STRONG)
    fits = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"

    writing.tab.evaluate("document.querySelectorAll('details').forEach(d => (d.open = true))")
    words_fit = writing.tab.evaluate(fits)
    writing.tab.goto(writing.tab.url.replace("/words/", "/send/"))

    assert words_fit
    assert writing.tab.evaluate(fits)
    leaves, stays = writing.top("#leaves"), writing.top("#stays")
    assert (leaves == stays) == (width == 1280)


@pytest.mark.browser
def test_notes_are_reached_and_silenced_by_keyboard_alone(writing):
    writing.type(DEBT)
    expect(writing.notes).to_contain_text(STRONG)

    for key in ("Tab", "Tab", "Enter", "Tab", "Enter"):
        writing.tab.keyboard.press(key)

    expect(writing.notes).not_to_contain_text(STRONG)
