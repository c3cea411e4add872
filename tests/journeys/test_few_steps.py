"""How far it is from the first page to an ask that is on its way: presses, boxes, words to read.

A press is a link or a button that leads on. The pauses on the way stay: the kind of help, the
words, the guess before asking, and the last look. Each can be left as it is.
"""

import pytest
from playwright.sync_api import Page as Tab

from tests.browser import Browse
from tests.conftest import BEN, CLEO
from tests.journeys.conftest import WORDS, World, ask
from tests.journeys.test_in_chromium import daytime
from tests.journeys.visitors import ChromiumVisitor

pytestmark = pytest.mark.browser
AT_MOST = 6  # issue 5
SECONDS = 60  # issue 5
PACE = 238 / 60  # words a second, read in silence: Brysbaert 2019, doi:10.1016/j.jml.2019.104047

# What stands on a page up to the button and on it: without what is folded away, lists of what one
# could choose, the steps, and one's own words.
READ = """
button => {
  const out = '.hidden, nav, .letter, select, .scale label, details:not([open]) > :not(summary)'
  const walk = document.createTreeWalker(button.closest('main'), NodeFilter.SHOW_TEXT)
  let read = ''
  while (walk.nextNode()) {
    const text = walk.currentNode, before = text.compareDocumentPosition(button)
    const until = before & Node.DOCUMENT_POSITION_FOLLOWING || button.contains(text)
    if (until && !text.parentElement.closest(out)) read += ' ' + text.data
  }
  return read
}
"""


class Counting:
    """Somebody at the screen. Whatever is pressed and filled in is counted."""

    def __init__(self, tab: Tab) -> None:
        self.tab, self.presses, self.boxes, self.words = tab, 0, 0, 0

    def press(self, name: str) -> None:
        """A button or a link of this name, on the page as it is shown."""
        button = self.tab.get_by_role("button", name=name, exact=True)
        link = self.tab.get_by_role("link", name=name, exact=True)
        this = button.or_(link).first
        self.words += len(this.evaluate(READ).split())
        with self.tab.expect_navigation():
            this.click()
        self.presses += 1

    def choose(self, label: str, option: str) -> None:
        self.tab.get_by_label(label, exact=True).first.select_option(label=option)
        self.boxes += 1

    def write(self, label: str, words: str) -> None:
        self.tab.get_by_label(label, exact=True).fill(words)
        self.boxes += 1


@pytest.fixture
def nia(smtp, start_server, browse: Browse) -> ChromiumVisitor:
    """She has asked before, so her name is known, and Cleo has an address."""
    world = World(start_server(HALVED_SMTP_URL=smtp.url).url, browse)
    seen, plain = world.nia()
    plain.open("/circle/")
    plain.follow(CLEO)
    plain.send({"email": "cleo@example.org", "timezone": daytime()})
    ask(plain, BEN)
    assert isinstance(seen, ChromiumVisitor)
    seen.open("/")
    return seen


def go_on(nia: Counting) -> None:
    """From the words to the ask on its way."""
    nia.write("Your words", WORDS)
    nia.press("Keep the words and go on")
    nia.press("See what they will see")
    nia.press(f"Send it to {CLEO}")


def test_from_the_first_page_an_ask_by_mail_is_six_presses(nia):
    here = Counting(nia.tab)

    here.press("Ask someone")
    here.press("Go on to whom")
    here.choose("Whom?", CLEO)
    here.choose("How?", "by e-mail that Halved sends")
    here.press("Go on to your words")
    go_on(here)

    assert "Waiting for Cleo" in nia.text
    assert here.presses <= AT_MOST
    assert here.boxes == 3  # whom, how, and her own words
    assert 0 < here.words / PACE <= SECONDS


def test_beginning_with_a_person_is_as_short_but_for_finding_them(nia):
    here = Counting(nia.tab)
    nia.open("/circle/")
    nia.follow(CLEO)

    here.press(f"Ask {CLEO}")
    here.choose("How?", "by e-mail that Halved sends")
    here.press("Go on to your words")
    go_on(here)

    assert "Waiting for Cleo" in nia.text
    assert here.presses == 5
    assert here.boxes == 2
