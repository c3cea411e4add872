"""Halved as an app: what stays on a device, what is there without a connection, and what is not."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright

from tests.browser import Browse, open_chromium
from tests.conftest import BEN, PASSPHRASE
from tests.delivery.workers import wait_until
from tests.journeys.conftest import WORDS, World, ask
from tests.journeys.visitors import ChromiumVisitor
from tests.processes import Server

pytestmark = pytest.mark.browser

# {path: what it says} of everything in every store of this browser
KEPT = """async () => {
  const found = {};
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const answer = await cache.match(request, { ignoreVary: true });
      found[request.url.replace(location.origin, "")] = await answer.text();
    }
  }
  return found;
}"""
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).length"
ACTIVE = "async () => { await navigator.serviceWorker.ready; }"
STORED = "async () => [Object.keys({ ...localStorage }), Object.keys({ ...sessionStorage })]"
SHELL = {"/now/", "/offline/"}
CHOSEN = "/now/NZ/"
ITS_NUMBER = "Call 111"


@pytest.fixture(scope="module")
def chromium(driver: Playwright) -> Iterator[Browser]:
    """With its windows: without them no app is installed, and no notice shown."""
    with open_chromium(driver, whole=True) as opened:
        yield opened


class Device:
    """A browser in which Nia is signed in, and the service worker at work."""

    def __init__(self, server: Server, browse: Browse) -> None:
        self.server = server
        nia, self.plain = World(server.url, browse).nia()
        assert isinstance(nia, ChromiumVisitor)
        self.nia, self.tab = nia, nia.tab
        self.nia.open("/room/")
        self.tab.evaluate(ACTIVE)

    def kept(self) -> dict[str, str]:
        found: dict[str, str] = self.tab.evaluate(KEPT)
        return found

    def pages(self) -> set[str]:
        """The paths of what is kept, less style and scripts."""
        return {path for path in self.kept() if not path.startswith("/static/")}

    def wait_for(self, *paths: str) -> None:
        wait_until(lambda: self.pages() == SHELL | {*paths}, f"these are kept: {paths}")

    def read(self, path: str) -> str:
        """What one reads there, whoever answers."""
        self.tab.goto(self.server.url + path)
        return self.tab.locator("main").inner_text()


@pytest.fixture
def device(house: Server, browse: Browse) -> Device:
    return Device(house, browse)


def test_without_a_server_help_now_has_its_numbers_and_no_room_answers(server, browse):
    device = Device(server, browse)
    device.read(CHOSEN)
    device.wait_for(CHOSEN)

    os.killpg(server.process.pid, signal.SIGSTOP)  # it takes the question, and says nothing
    assert ITS_NUMBER in device.read(CHOSEN)

    server.kill()
    assert ITS_NUMBER in device.read(CHOSEN)
    assert "Call 911" in device.read("/now/")
    for path in ("/", "/room/", "/asks/", "/safety/plan/", "/now/own/", "/now/?choose=1"):
        assert device.read(path).startswith("No connection"), path
        assert device.tab.title() == "No connection"


def test_after_a_whole_journey_only_what_is_listed_is_kept(device):
    ask(device.nia, BEN)
    for path in ("/", "/circle/", "/lookback/", "/room/", "/room/device/", "/now/FR/", CHOSEN):
        device.read(path)
    device.wait_for(CHOSEN)

    kept = device.kept()

    files = {path.split("/")[-1].split(".")[0] for path in kept if path.startswith("/static/")}
    assert files == {"halved", "mark", "plain", "leave", "now"}
    assert ITS_NUMBER in kept[CHOSEN]
    for secret in (WORDS, BEN, "Nia", "csrfmiddlewaretoken", "/a/"):
        assert not [path for path, text in kept.items() if secret in text], secret
    assert device.tab.evaluate(STORED) == [[], []]


def test_who_locks_or_leaves_the_room_leaves_only_what_everyone_has(device):
    for path in ("/lock/", "/leave/"):
        device.read(CHOSEN)
        device.wait_for(CHOSEN)

        device.tab.evaluate("(path) => fetch(path, { method: 'POST', redirect: 'manual' })", path)

        device.wait_for()


def test_who_signs_out_leaves_nothing(device):
    device.nia.send(to="/sign-out/")

    wait_until(lambda: device.tab.evaluate(WORKERS) == 0, "no service worker is left")
    assert device.kept() == {}


def test_who_deletes_everything_leaves_nothing_here_either(device):
    device.nia.open("/room/delete/")

    device.nia.send({"passphrase": PASSPHRASE})

    assert device.nia.path == "/gone/"
    wait_until(lambda: device.tab.evaluate(WORKERS) == 0, "no service worker is left")
    assert device.kept() == {}


def test_someone_who_is_asked_or_only_looks_at_help_now_keeps_nothing(house, browse):
    _, plain = World(house.url).nia()
    link = ask(plain, BEN).links[0]
    ben = ChromiumVisitor(browse(), house.url)

    for address in (link, f"{house.url}/now/", f"{house.url}/now/GB/", f"{house.url}/about/"):
        ben.open(address)

        assert ben.tab.evaluate(WORKERS) == 0
        assert ben.tab.evaluate(KEPT) == {}


def test_it_can_be_installed_from_its_own_page_and_no_other_page_offers_it(device):
    browser = device.tab.context.new_cdp_session(device.tab)
    offers = device.tab.locator("link[rel=manifest]")
    for path in ("/", "/room/", "/asks/", "/now/"):
        device.nia.open(path)
        assert offers.count() == 0, path

    device.nia.open("/room/device/")
    errors = browser.send("Page.getInstallabilityErrors")["installabilityErrors"]

    assert offers.count() == 1
    assert browser.send("Page.getAppManifest")["errors"] == []
    # Every tab of a test is a private one.
    assert [error["errorId"] for error in errors] == ["in-incognito"]


# --- messages on the screen -------------------------------------------------------------------

# No push service can be reached from here: the browser's side of it is played.
PLAYED = """
let own = null;
const made = (key) => ({
  endpoint: "https://fcm.googleapis.com/fcm/send/played",
  options: { applicationServerKey: key },
  unsubscribe: async () => { own = null; localStorage.removeItem("played"); return true; },
});
if (localStorage.getItem("played")) own = made(localStorage.getItem("played"));
PushManager.prototype.getSubscription = async () => own;
PushManager.prototype.subscribe = async ({ userVisibleOnly, applicationServerKey }) => {
  if (!userVisibleOnly || applicationServerKey.length !== 87) throw new Error();
  localStorage.setItem("played", applicationServerKey);
  return (own = made(applicationServerKey));
};
"""
SHOWN = """async () => {
  const found = await (await navigator.serviceWorker.ready).getNotifications();
  return found.map(({ title, body, silent, data }) => [title, body, silent, data]);
}"""


def test_she_switches_messages_on_and_off_in_this_browser(start_server, browse):
    device = Device(start_server(HALVED_PUSH="1"), browse)
    device.tab.add_init_script(PLAYED)
    device.nia.open("/room/device/")

    device.tab.get_by_role("button", name="Show messages in this browser").click()
    device.tab.get_by_text("This browser shows messages.").wait_for()
    assert "Messages are on in 1 browser." in device.nia.text

    device.tab.get_by_role("button", name="Stop them in this browser").click()
    device.tab.get_by_role("button", name="Show messages in this browser").wait_for()
    assert "Messages are on in" not in device.nia.text


def test_a_push_shows_the_same_words_whatever_comes(device):
    device.tab.context.grant_permissions(["notifications"], origin=device.server.url)
    browser = device.tab.context.new_cdp_session(device.tab)
    seen: list[str] = []
    browser.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda told: seen.extend(each["registrationId"] for each in told["registrations"]),
    )
    browser.send("ServiceWorker.enable")
    wait_until(lambda: device.tab.evaluate("true") and bool(seen), "the worker is registered")

    for data in ("", "Ben said yes"):
        about = {"origin": device.server.url, "registrationId": seen[0], "data": data}
        browser.send("ServiceWorker.deliverPushMessage", about)

    wait_until(lambda: bool(device.tab.evaluate(SHOWN)), "it is shown")
    assert device.tab.evaluate(SHOWN) == [["A message for you", "", True, None]]
