"""What a screen reader finds on a page, in order: from the accessibility tree of Chromium."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from tests.browser import Browse
from tests.conftest import BEN
from tests.journeys.conftest import Asked, World, ask, carry_cookies
from tests.journeys.visitors import ChromiumVisitor, WireVisitor
from tests.processes import Server

pytestmark = pytest.mark.browser

ASKED = "Could you come on Thursday at four? No is fine too."
HOME = """
- link "Skip to the content"
- button "Leave now"
- status
- banner:
  - link "Halved, start"
  - navigation "Pages":
    - link "Carrying"
    - link "Asks"
    - link "Circle"
    - link "Help now"
- main:
  - region "Waiting for you":
    - list:
      - listitem:
        - link /It is Ben’s turn/
  - heading "What are you carrying?" [level=1]
  - paragraph: Only you can read what you write here.
  - textbox "What are you carrying?"
  - button "Put it down"
  - heading "Put down so far" [level=2]
  - list:
    - listitem:
      - link /The letters from the bank/
- contentinfo:
  - link "Your room"
  - 'link "Leave now: what it does"'
  - button "Lock"
"""
OUT = """
- main:
  - heading "Next is Ben" [level=1]
  - region "Ben":
    - heading "Ben" [level=2]
    - paragraph: /Pass this link on to Ben/
    - button "Copy the link"
    - button "I have passed it on"
    - button "Don’t ask Ben"
  - heading "What now?" [level=2]
  - button "It’s taken care of"
"""
LETTER = """
- link "Skip to the content"
- main:
  - heading "Nia asks you" [level=1]
  - text: Could you come on Thursday at four? No is fine too.
  - button "Yes One tap, and Nia knows."
  - group: /Yes, but less/
  - group: /Not now, later/
  - button /I can’t/
  - paragraph:
    - link "help now"
    - link "Please don’t contact me through Halved again"
    - link "Something is wrong with this"
- contentinfo:
  - link "What is Halved, and who runs this?"
"""
NOW = """
- main:
  - heading "Help now" [level=1]
  - paragraph:
    - link "Another country"
  - heading "In danger right now" [level=2]
  - paragraph:
    - link "Call 999 Any emergency"
  - heading "Lines for everyone" [level=2]
  - list:
    - listitem:
      - text: Samaritans
      - paragraph:
        - link "Call 116 123"
  - group: /For children and young people/
  - heading "If nobody answers" [level=2]
  - heading "Good to know" [level=2]
"""
MISTAKEN = """
- main:
  - heading "Add someone" [level=1]
  - alert:
    - paragraph: Something needs another look. Nothing you typed is lost.
    - list:
      - listitem:
        - link "What do you call them?"
      - listitem:
        - link "E-mail"
  - paragraph: This field is required.
  - textbox "What do you call them?" [invalid]
  - group:
    - textbox "E-mail" [invalid]
  - button "Add them"
"""


@pytest.fixture(scope="module")
def plain(house: Server) -> WireVisitor:
    """Nia by plain HTTP, with something that she carries."""
    plain = World(house.url).nia()[1]
    plain.open("/")
    plain.send({"words": "The letters from the bank"})
    return plain


@pytest.fixture(scope="module")
def asked(plain: WireVisitor) -> Asked:
    return ask(plain, BEN, words=ASKED)


@pytest.fixture
def nia(house: Server, browse: Browse, plain: WireVisitor) -> ChromiumVisitor:
    nia = ChromiumVisitor(browse(), house.url)
    carry_cookies(plain, nia)
    return nia


def expect_order(tab: Tab, tree: str) -> None:
    """These stand in the tree in this order. What is not named may stand between them."""
    expect(tab.locator("body")).to_match_aria_snapshot(tree)


def test_the_first_page_says_what_waits_then_asks_then_lists(nia, asked):
    nia.open("/")

    expect_order(nia.tab, HOME)


def test_an_ask_that_is_out_names_the_person_before_what_can_be_done(nia, asked):
    nia.open(asked.path)

    expect_order(nia.tab, OUT)


def test_who_is_asked_hears_the_words_before_the_answers(house, browse, asked):
    ben = ChromiumVisitor(browse(), house.url)
    ben.open(asked.links[0])

    ben.send()

    expect_order(ben.tab, LETTER)


def test_help_now_comes_to_the_number_to_call_first(nia):
    nia.open("/now/GB/")

    expect_order(nia.tab, NOW)


def test_a_mistake_is_told_first_and_leads_to_its_box(nia):
    tab = nia.tab
    nia.open("/circle/new/")
    tab.evaluate("document.forms[1].noValidate = true")

    nia.send({"email": "ben@"})

    expect_order(tab, MISTAKEN)
    expect(tab.get_by_role("alert")).to_be_focused()
    told = tab.get_by_label("E-mail").get_attribute("aria-describedby")
    expect(tab.locator(f"#{told}")).to_have_text(re.compile("name@example.org"))
    tab.get_by_role("alert").get_by_role("link", name="E-mail").press("Enter")
    expect(tab.get_by_label("E-mail")).to_be_focused()
