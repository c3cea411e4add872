"""Leaving quickly, in Chromium: what is seen, what is locked, and what Back shows."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from halved.safety.book import make_book
from halved.safety.files import write_pages
from tests import processes
from tests.browser import Browse
from tests.conftest import PASSPHRASE
from tests.journeys.conftest import World, carry_cookies, sign_up
from tests.journeys.visitors import ChromiumVisitor, WireVisitor
from tests.processes import Server

pytestmark = pytest.mark.browser

PRIVATE = "The letters from the bank"
STORED = """async () =>
  [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]"""
# The addresses the browser has kept a copy of.
COPIES = """async () => {
  const found = [];
  for (const name of await caches.keys())
    for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
  return found;
}"""


class Weather(BaseHTTPRequestHandler):
    """Some other site. It notes who it is told somebody came from."""

    referrers: list[str | None] = []

    def do_GET(self) -> None:
        if self.path == "/":
            self.referrers.append(self.headers["Referer"])
        page = b"<title>Weather</title><h1>Rain later</h1>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *about: object) -> None:
        pass


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Weather) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{site.server_port}/"
        site.shutdown()


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, elsewhere: str) -> Iterator[Server]:
    with ExitStack() as stack:
        settings = {
            "HALVED_DATABASE_URL": stack.enter_context(processes.prepared_database()),
            "HALVED_PROXIES": "1",
            "HALVED_LEAVE_TO": elsewhere,
        }
        folder = tmp_path_factory.mktemp("leaving")
        server = processes.start_server(folder, program="tests.quick", **settings)
        stack.callback(server.kill)
        yield server


@pytest.fixture(scope="module")
def plain(house: Server) -> WireVisitor:
    """Nia at work by plain HTTP. Her room was made once, and she wrote something private."""
    visitor = WireVisitor(house.url)
    sign_up(visitor, World.new_name())
    visitor.send({"words": PRIVATE})
    return visitor


@pytest.fixture
def at_home(house: Server, browse: Browse, plain: WireVisitor) -> Callable[..., ChromiumVisitor]:
    """`at_home(javascript=False)`: Nia’s tab, her room open, on a page with private words. Other
    choices than the usual are made with `hidden="1"` and so on."""

    def come(javascript: bool = True, **chosen: str) -> ChromiumVisitor:
        plain.open("/unlock/")
        plain.send({"passphrase": PASSPHRASE})
        plain.open("/room/leaving/")
        plain.send({"look": "halved", "shows": "everywhere", "hidden": ""} | chosen)
        nia = ChromiumVisitor(browse(javascript=javascript), house.url)
        carry_cookies(plain, nia)
        nia.open("/")
        nia.follow("Open")
        assert PRIVATE in nia.text
        return nia

    return come


def press_shift(tab: Tab, times: int) -> None:
    for _ in range(times):
        tab.keyboard.press("Shift")


both = pytest.mark.parametrize("javascript", [True, False], ids=["JavaScript", "no JavaScript"])


@both
def test_the_button_leads_away_locks_the_room_and_back_shows_nothing(
    at_home, elsewhere, javascript
):
    nia = at_home(javascript)

    nia.tab.get_by_role("button", name="Leave now").click()
    nia.tab.wait_for_url(elsewhere)
    for _ in range(3):
        nia.tab.go_back()
        expect(nia.tab.locator("body")).not_to_contain_text(PRIVATE)

    assert PRIVATE not in nia.tab.content()
    nia.tab.goto(nia.url + "/")
    assert urlsplit(nia.tab.url).path == "/unlock/"
    assert set(Weather.referrers) == {None}


def test_the_page_is_emptied_at_once_though_nothing_answers(at_home):
    nia = at_home()
    seen: list[list[object]] = []
    nia.tab.expose_function("report", lambda *about: seen.append(list(about)))
    nia.tab.route("**/leave/", lambda route: None)  # the server never answers
    nia.tab.evaluate("""() => {
      let began;
      addEventListener("click", () => { began = performance.now(); }, true);
      addEventListener("submit", () => report(
        document.body.childElementCount, document.title, performance.now() - began));
    }""")

    nia.tab.get_by_role("button", name="Leave now").click(no_wait_after=True)
    expect(nia.tab.get_by_role("heading")).to_have_text("Rain later")

    [[left, title, milliseconds]] = seen
    assert (left, title) == (0, "")
    assert milliseconds < 100


def test_shift_three_times_leaves_and_says_how_far_it_is(at_home, elsewhere):
    nia = at_home()
    told = nia.tab.get_by_role("status").last

    press_shift(nia.tab, 1)
    expect(told).to_have_text("Press Shift two more times to leave.")
    expect(nia.tab.locator(".presses")).to_have_text("●○○")
    press_shift(nia.tab, 1)
    expect(told).to_have_text("Press Shift once more to leave.")
    press_shift(nia.tab, 1)

    nia.tab.wait_for_url(elsewhere)


def test_capitals_and_a_slow_hand_do_not_leave(at_home):
    nia = at_home()
    nia.tab.clock.install()
    nia.open(nia.path)

    for letter in "ABCD":
        nia.tab.keyboard.press(f"Shift+{letter}")
    press_shift(nia.tab, 2)
    nia.tab.clock.run_for(5_100)
    expect(nia.tab.get_by_role("status").last).to_have_text("Not leaving. Start again with Shift.")
    press_shift(nia.tab, 2)

    assert PRIVATE in nia.text


def test_what_was_being_typed_waits_behind_the_passphrase(at_home, elsewhere):
    nia = at_home()
    nia.open("/")
    nia.tab.locator("textarea").fill("The second letter")

    press_shift(nia.tab, 3)
    nia.tab.wait_for_url(elsewhere)
    nia.open("/unlock/")
    assert "second letter" not in nia.text
    nia.send({"passphrase": PASSPHRASE})

    assert "Nothing is lost" in nia.text
    assert "The second letter" in nia.text


def test_nothing_private_stays_in_the_browser(at_home, elsewhere):
    nia = at_home()
    nia.open("/asks/")
    nia.open("/circle/")

    stored = nia.tab.evaluate(STORED)
    copies = nia.tab.evaluate(COPIES)
    nia.tab.get_by_role("button", name="Leave now").click()
    nia.tab.wait_for_url(elsewhere)
    nia.open("/unlock/")
    history = nia.tab.context.new_cdp_session(nia.tab).send("Page.getNavigationHistory")
    titles = {entry["title"] for entry in history["entries"]}

    assert stored == nia.tab.evaluate(STORED) == [0, 0, 0]
    copies += nia.tab.evaluate(COPIES)
    assert [path for path in copies if not path.startswith(("/static/", "/now/", "/offline"))] == []
    assert titles <= {"", "Halved", "Home", "Weather", "about:blank"}
    assert "room" not in {cookie["name"] for cookie in nia.tab.context.cookies()}


def test_the_tab_says_what_the_member_chose_and_so_does_the_locked_one(at_home):
    nia = at_home()
    nia.open("/room/leaving/")

    nia.send({"look": "notes", "shows": "sensitive"})
    nia.open("/")

    assert nia.tab.title() == "Notes"
    assert "/notes." in nia.tab.locator("link[rel=icon]").get_attribute("href")
    expect(nia.tab.get_by_role("button", name="Leave now")).to_have_count(0)
    nia.open("/leaving/")
    expect(nia.tab.get_by_role("button", name="Leave now")).to_be_visible()
    nia.open("/")
    nia.send(to="/lock/")
    assert nia.tab.title() == "Notes"


def test_a_hidden_button_still_listens_to_the_shift_key(at_home, elsewhere):
    nia = at_home(shows="sensitive")

    press_shift(nia.tab, 3)

    nia.tab.wait_for_url(elsewhere)


def test_the_room_locks_when_nobody_moves(at_home):
    nia = at_home()
    nia.tab.clock.install()
    nia.open(nia.path)

    nia.tab.clock.fast_forward("14:00")
    assert PRIVATE in nia.text
    nia.tab.clock.fast_forward("01:30")

    nia.tab.wait_for_url("**/unlock/**")
    assert PRIVATE not in nia.tab.content()


def test_the_room_locks_when_the_page_was_out_of_sight(at_home):
    nia = at_home(hidden="1")
    private = nia.path
    nia.tab.clock.install()
    nia.open(private)

    nia.tab.evaluate("""() => {
      Object.defineProperty(document, "hidden", { get: () => true });
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    }""")
    nia.tab.clock.fast_forward("01:01")

    nia.tab.wait_for_url("**/unlock/**")
    nia.tab.goto(nia.url + private)
    assert urlsplit(nia.tab.url).path == "/unlock/"


@both
def test_help_now_leads_away_too_and_locks_the_room(at_home, elsewhere, javascript):
    nia = at_home(javascript)
    nia.open("/now/GB/")

    nia.tab.get_by_role("button", name="Leave now").click()
    nia.tab.wait_for_url(elsewhere)

    nia.tab.goto(nia.url + "/")
    assert urlsplit(nia.tab.url).path == "/unlock/"


def test_the_clock_finds_the_country(house, browse):
    browse()  # closes what is opened below
    context = browse.browser.new_context(locale="en-US", timezone_id="Europe/Dublin")
    tab = context.new_page()

    tab.goto(f"{house.url}/now/")

    expect(tab.get_by_text("We guessed it from your device’s clock")).to_be_visible()
    assert "Ireland" in tab.inner_text("main")
    assert context.cookies() == []
    assert tab.evaluate(STORED) == [0, 0, 0]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *about: object) -> None:
        pass


@pytest.fixture
def copies(tmp_path: Path, settings, elsewhere: str) -> Iterator[str]:
    """What a proxy serves while Halved is down."""
    settings.LEAVE_TO = elsewhere
    write_pages(make_book({}), tmp_path, date(2026, 11, 23))
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=tmp_path)) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{site.server_port}/"
        site.shutdown()


def test_pages_in_files_find_the_country_and_lead_away_by_themselves(copies, browse, elsewhere):
    browse()  # closes what is opened below
    tab = browse.browser.new_context(timezone_id="Europe/Dublin").new_page()
    tab.goto(copies)
    tab.wait_for_url(f"{copies}IE/")
    tab.get_by_role("link", name="Another country").click()
    tab.get_by_role("link", name="France", exact=True).click()
    tab.wait_for_url(f"{copies}FR/")
    assert "Call 15" in tab.inner_text("main")

    press_shift(tab, 3)

    tab.wait_for_url(elsewhere)
