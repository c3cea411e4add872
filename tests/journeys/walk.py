"""A walk from page to page in Chromium, with open eyes: sizes, colours, large text, axe-core."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any
from urllib.parse import urljoin, urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from django.urls import Resolver404, resolve
from playwright.sync_api import ConsoleMessage, Request
from playwright.sync_api import Page as Tab

STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Width in pixels, colours, and the rules for it. Between the three nothing but size and colours
# differs; docs/papers/accessibility.md says when all rules were tried on all six.
LOOKS = (
    (1280, "light", []),
    (768, "dark", ["color-contrast", "link-in-text-block"]),
    (360, "light", STANDARD),
)
AXE = """(rules) => axe.run(document, {runOnly: rules, preload: false, resultTypes: ["violations"]})
  .then(({ violations }) => violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id} (${impact}): ${html} ${failureSummary}`)))"""
# What stands out of the screen to the right.
TOO_WIDE = """() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth <= clientWidth ? [] : [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
    .map((element) => "wider than the screen: " + element.outerHTML.slice(0, 200));
}"""
# Words that their box cuts off.
CUT_OFF = """() => [...document.querySelectorAll("body *")].filter((element) => {
  const { overflowX, overflowY } = getComputedStyle(element);
  const cuts = (overflow) => overflow === "hidden" || overflow === "clip";
  return element.innerText && !element.closest(".hidden, svg") &&
    (cuts(overflowX) && element.scrollWidth > element.clientWidth + 1 ||
     cuts(overflowY) && element.scrollHeight > element.clientHeight + 1);
}).map((element) => "cut off: " + element.outerHTML.slice(0, 200))"""
SIZE = "() => parseFloat(getComputedStyle(document.documentElement).fontSize)"
# What a page must not have: [what is wrong, …]
FAULTS = """() => {
  const faults = [];
  const named = (box) => box.labels?.length || box.getAttribute("aria-label");
  if (document.querySelectorAll("h1").length !== 1) faults.push("not one h1");
  if (!document.documentElement.lang) faults.push("no language");
  if (!["Halved", "No connection"].includes(document.title))
    faults.push("a title that tells: " + document.title);
  for (const box of document.querySelectorAll("input:not([type=hidden]), select, textarea"))
    if (!named(box)) faults.push("no label: " + box.outerHTML);
  for (const button of document.querySelectorAll("button, a"))
    if (!(button.textContent.trim() || button.getAttribute("aria-label")))
      faults.push("no words: " + button.outerHTML);
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push("twice: " + id);
  for (const element of document.querySelectorAll("[style], style, script:not([src])"))
    faults.push("not in a file: " + element.outerHTML.slice(0, 200));
  return faults;
}"""


class Walk:
    """A tab that goes from page to page and notes what is wrong on each, by kind: "broken",
    "named", "fits", "axe", "large". `seen` has the name of each page in the URL configuration."""

    def __init__(self, tab: Tab, url: str) -> None:
        self.tab, self.url = tab, url
        self.faults: defaultdict[str, list[str]] = defaultdict(list)
        self.seen: set[str] = set()
        tab.on("console", self._said)
        tab.on("pageerror", lambda error: self._note("broken", [str(error)]))
        tab.on("requestfailed", self._failed)

    def _note(self, kind: str, faults: Iterable[str]) -> None:
        self.faults[kind] += [f"{self.tab.url}: {fault}" for fault in faults]

    def _said(self, message: ConsoleMessage) -> None:
        # The browser itself notes that a page was not found, or a form not taken.
        if message.type == "error" and "responded with a status of 4" not in message.text:
            self._note("broken", [message.text])

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # given up because the walk went on
            self._note("broken", [f"{request.failure}: {request.url}"])

    def open(self, path: str) -> None:
        self.tab.goto(urljoin(self.url, path))
        if self.tab.url != urljoin(self.url, path):
            self._note("broken", [f"came here instead of {path}"])
        self.look()

    def look(self) -> None:
        """Notes the page as it is, with everything unfolded, at each size and in both colours."""
        with suppress(Resolver404):
            self.seen.add(resolve(urlsplit(self.tab.url).path).view_name)
        self._note("named", faults_on(self.tab))
        self.tab.evaluate(f"{AXE_SCRIPT}; 0")
        for width, colours, rules in LOOKS:
            self._resize(width, colours)
            self._note("fits", self.tab.evaluate(TOO_WIDE))
            if rules:
                self._note("axe", self.tab.evaluate(AXE, rules))
        with_large_text(self.tab, self._read_large)

    def _resize(self, width: int, colours: Any) -> None:
        self.tab.set_viewport_size({"width": width, "height": 800})
        self.tab.emulate_media(color_scheme=colours)

    def _read_large(self) -> None:
        self._note("large", self.tab.evaluate(TOO_WIDE) + self.tab.evaluate(CUT_OFF))


def faults_on(tab: Tab) -> list[str]:
    """What is wrong on this page at its present size. What is folded away is opened first."""
    tab.evaluate("document.querySelectorAll('details').forEach((fold) => (fold.open = true))")
    found: list[str] = tab.evaluate(FAULTS) + tab.evaluate(TOO_WIDE)
    return found


def with_large_text(tab: Tab, look: Callable[[], None]) -> None:
    """Text twice as large (WCAG 1.4.4), as somebody sets it in the browser: 32 for 16 pixels."""
    session = tab.context.new_cdp_session(tab)
    before: float = tab.evaluate(SIZE)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 32}})
    assert tab.evaluate(SIZE) == 2 * before
    look()
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 16}})
    session.detach()
