"""Every page of the house in Chromium, also with mistakes in its forms and with the room locked:
wide and narrow, light and dark, with large text, and under the rules of axe-core."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from playwright.sync_api import Browser

from halved.delivery.stopping import stop_url
from tests import postgres, processes
from tests.browser import Browse
from tests.conftest import BEN, PASSPHRASE
from tests.directory.desks import bring_made_up_to
from tests.house.test_authorization import TABLE
from tests.journeys.conftest import World, ask, carry_cookies, sign_up
from tests.journeys.test_every_page import LONG, in_pieces, signed_in, signed_out
from tests.journeys.test_operators import appoint, report
from tests.journeys.test_passkeys import plug_in
from tests.journeys.visitors import ChromiumVisitor, Fields, WireVisitor
from tests.journeys.walk import Walk
from tests.processes import Server

pytestmark = pytest.mark.browser

# Files, and what a program reads.
NO_PAGES = {
    *("feed", "piece_file", "piece_busy_file", "pieces:file", "pieces:busy_file", "plan:file"),
    *("live", "ready", "circle:take_out", "lookback:export", "service_worker", "manifest"),
}
PAGES = {name for name, (got, _) in TABLE.items() if 200 in got} | {"setup", "demo"}
COUNTRIES = ("DE", "US")
OPERATOR = ("/lines/", "/lines/GB/", "/lines/GB/new/")


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    """`start(HALVED_MODE="own")`: `halved serve` with a fresh store."""
    with ExitStack() as stack:
        yield Start(tmp_path_factory, stack)


class Start:
    def __init__(self, folders: pytest.TempPathFactory, stack: ExitStack) -> None:
        self.folders, self.stack = folders, stack

    def __call__(self, host: str = "127.0.0.1", **about: str) -> Server:
        store = self.stack.enter_context(postgres.fresh_database())
        about = {"HALVED_DATABASE_URL": store, "HALVED_PROXIES": "1"} | about
        server = processes.start_server(self.folders.mktemp("house"), host=host, **about)
        self.stack.callback(server.kill)
        return server


@pytest.fixture(scope="module")
def walks(start: Start, chromium: Browser) -> Iterator[list[Walk]]:
    """What Nia saw, somebody who is signed out, Ben, an operator, and Nia on a machine of her
    own."""
    stop = urlsplit(stop_url("ben@example.org")).path  # makes the key
    key = settings.HOUSE_KEY_FILE.read_text()
    host = start("localhost", HALVED_HOUSE_KEY=key, HALVED_DEMO_TOKEN="door")
    own = start(HALVED_MODE="own", HALVED_SETUP_TOKEN="door")
    browse = Browse(chromium)
    yield [
        around_her_room(host, browse),
        without_a_sign_in(host, browse, stop),
        behind_a_link(host, browse),
        what_operators_look_after(host, browse),
        on_her_own_machine(own, browse),
    ]
    browse.close()


def mistaken(visitor: ChromiumVisitor, walk: Walk, form: Fields, to: str = "") -> None:
    """Sends a form on this page although the browser would not, and looks at what comes back."""
    before = visitor.text
    visitor.tab.evaluate("for (const form of document.forms) form.noValidate = true")
    visitor.send(form, to=to)
    assert visitor.text != before, f"{visitor.path} says nothing about {form}"
    walk.look()


def around_her_room(house: Server, browse: Browse) -> Walk:
    nia, plain = World(house.url, browse).nia()
    assert isinstance(nia, ChromiumVisitor)
    pages = list(signed_in(plain))
    carry_cookies(plain, nia)
    walk = Walk(nia.tab, house.url)
    her_passkeys(nia, walk)
    for path in pages:
        walk.open(path)
    for path, form in mistakes(pages).items():
        nia.open(path)
        mistaken(nia, walk, form)
    through_places(house, nia, walk)
    nia.send(to="/lock/")
    walk.open("/unlock/")
    mistaken(nia, walk, {"passphrase": "not this one"})
    return walk


def her_passkeys(nia: ChromiumVisitor, walk: Walk) -> None:
    walk.open("/room/passkeys/")
    plug_in(nia.tab)  # it is gone again after a look
    nia.send({"name": LONG[:60]})
    made = nia.path
    nia.send(to="/open/")
    walk.look()
    walk.open(made)
    mistaken(nia, walk, {"name": ""})


def through_places(house: Server, nia: ChromiumVisitor, walk: Walk) -> None:
    bring_made_up_to(house)
    walk.open("/places/")
    mistaken(nia, walk, {"text": ""})
    nia.send({"text": "debt", "near": "Ashmere"})
    walk.look()
    nia.tab.locator("button[name=open]").first.click()
    nia.tab.get_by_text("What to bring").wait_for()
    walk.look()
    nia.follow("Put them on my list")
    walk.look()
    service = nia.path.removesuffix("ask/")
    walk.open(service)
    walk.open(f"{service}wrong/")
    mistaken(nia, walk, {"words": LONG})
    nia.send({"kind": "other", "words": LONG + LONG})
    walk.look()
    walk.open("/places/about/")


def mistakes(pages: list[str]) -> dict[str, Fields]:
    def first(end: str) -> str:
        return next(path for path in pages if path.endswith(end))

    return {
        "/": {"words": ""},
        "/circle/new/": {"name": "", "email": "ben@", "phone": "12"},
        "/circle/professionals/": {"name": ""},
        first("/whom/"): {},
        first("/tried/"): {"what": ""},
        first("/plan/"): {"kind": "event", "words": ""},
        first("/pieces/new/"): {"what": "", "day": "2020-01-01"},
        "/giving/": {"words": ""},
        "/room/passphrase/": {},
        "/room/delete/": {},
    }


def without_a_sign_in(house: Server, browse: Browse, stop: str) -> Walk:
    sign_up(WireVisitor(house.url), "nia")  # whose door the demo opens
    nobody = ChromiumVisitor(browse(), house.url)
    walk = Walk(nobody.tab, house.url)
    for path in [*signed_out(), *(f"/now/{code}/" for code in COUNTRIES), stop, "/demo/door/"]:
        walk.open(path)
    for path in ("/sign-in/", "/sign-up/", "/lost/"):
        nobody.open(path)
        mistaken(nobody, walk, {})
    nobody.open(stop)
    nobody.send()
    walk.look()
    return walk


def behind_a_link(house: Server, browse: Browse) -> Walk:
    _, nia = World(house.url).nia()
    asked = ask(nia, BEN, words=f"{LONG}{LONG} could you come? No is fine.")
    list(in_pieces(nia, asked.path))
    [link] = asked.links
    ben = ChromiumVisitor(browse(), house.url)
    walk = Walk(ben.tab, house.url)
    walk.open(link)
    ben.send()
    walk.look()
    mistaken(ben, walk, {"answer": "part", "words": ""})
    mistaken(ben, walk, {"answer": "part", "words": f"{LONG} {LONG}"})
    walk.open(link)
    walk.open(f"{link}pieces/")
    ben.send()
    walk.look()
    for page in ("report", "stop"):
        walk.open(f"{link}{page}/")
        mistaken(ben, walk, {})
    return walk


def what_operators_look_after(house: Server, browse: Browse) -> Walk:
    plain = WireVisitor(house.url)
    sign_up(plain, "olu")
    appoint(house, "olu")
    report(WireVisitor(house.url), ask(World(house.url).nia()[1], BEN).links[0])
    olu = ChromiumVisitor(browse(), house.url)
    carry_cookies(plain, olu)
    walk = Walk(olu.tab, house.url)
    for page in ("", "members/", "no-messages/take-off/", "invitations/", "invitations/revoke/"):
        walk.open(f"/operator/{page}")
    olu.open("/operator/invitations/")
    olu.send(to="/operator/invitations/make/")
    walk.look()
    olu.open("/operator/members/")
    mistaken(olu, walk, {"name": "nobody"}, to="/operator/members/suspend/")
    olu.open("/operator/no-messages/")
    mistaken(olu, walk, {"address": "ben@"})
    walk.open("/operator/reports/")
    olu.follow("Settle it")
    walk.look()
    for page in ("no-messages/", "kept/", "record/"):
        walk.open(f"/operator/{page}")
    return walk


def on_her_own_machine(own: Server, browse: Browse) -> Walk:
    nia = ChromiumVisitor(browse(), own.url)
    walk = Walk(nia.tab, own.url)
    walk.open("/setup/door/")
    mistaken(nia, walk, {"passphrase": "short", "again": "other"})
    nia.send({"passphrase": PASSPHRASE, "again": PASSPHRASE})
    walk.look()
    for path in OPERATOR:
        walk.open(path)
    nia.open("/lines/GB/")
    line = nia.tab.locator("main a[href^='/lines/GB/']:not([href$='/new/'])").first
    walk.open(line.get_attribute("href") or "")
    nia.open("/lines/GB/new/")
    mistaken(nia, walk, {})
    bring_made_up_to(own)
    walk.open("/places/data/")
    mistaken(nia, walk, {})
    nia.follow("Two towns")
    walk.look()
    return walk


def faults(walks: list[Walk], kind: str) -> str:
    return "\n".join(fault for walk in walks for fault in walk.faults[kind])


def test_every_page_of_the_house_is_looked_at(walks):
    seen = set().union(*(walk.seen for walk in walks))

    assert sorted(PAGES - NO_PAGES - seen) == [], "Go there in one of the walks above."


def test_every_page_fits_is_named_and_breaks_nothing(walks):
    assert not faults(walks, "broken")
    assert not faults(walks, "named")
    assert not faults(walks, "fits")


def test_axe_finds_nothing_on_any_page(walks):
    assert not faults(walks, "axe")


def test_text_twice_as_large_fits_a_phone_and_nothing_is_cut_off(walks):
    assert not faults(walks, "large")


WRONG = """<!doctype html><html lang="en"><title>Halved</title><main><h1>Pale</h1>
<p style="color: #999">too pale</p><p style="width: 1400px">wide</p>
<p style="width: 300px; height: 60px; overflow: hidden">Words that fit
while nobody makes them larger than they are"""


def test_what_is_wrong_with_a_page_would_be_found(browse):
    walk = Walk(browse(), "")
    walk.tab.set_content(WRONG)

    walk.look()

    assert "not in a file" in walk.faults["named"][0]
    assert "wider than the screen" in walk.faults["fits"][0]
    assert "color-contrast (serious)" in walk.faults["axe"][0]
    assert any("cut off: <p style=" in fault for fault in walk.faults["large"])
