"""Every page in Chromium: it fits the screen, has one heading, and names what can be filled in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import Request

from tests.browser import Browse
from tests.conftest import BEN, CLEO, PASSPHRASE
from tests.directory.desks import bring_made_up_to
from tests.journeys.conftest import World, ask, boxes, carry_cookies
from tests.journeys.visitors import ChromiumVisitor, WireVisitor
from tests.processes import Server

pytestmark = pytest.mark.browser

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunte"  # 60 signs
FITS = "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"
# What a page must not have: [what is wrong, …]
FAULTS = """() => {
  const faults = [];
  const named = (box) => box.labels?.length || box.getAttribute("aria-label");
  if (document.querySelectorAll("h1").length !== 1) faults.push("not one h1");
  if (!document.documentElement.lang) faults.push("no language");
  if (document.title !== "Halved") faults.push("a title that tells: " + document.title);
  for (const box of document.querySelectorAll("input:not([type=hidden]), select, textarea"))
    if (!named(box)) faults.push("no label: " + box.outerHTML);
  for (const button of document.querySelectorAll("button, a"))
    if (!(button.textContent.trim() || button.getAttribute("aria-label")))
      faults.push("no words: " + button.outerHTML);
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push("twice: " + id);
  for (const element of document.querySelectorAll("[style], style, script:not([src])"))
    faults.push("not in a file: " + element.outerHTML);
  return faults;
}"""


class Walk:
    """A tab that goes from page to page and notes what is wrong on each."""

    def __init__(self, tab: Tab, url: str) -> None:
        self.tab, self.url = tab, url
        self.faults: list[str] = []
        tab.on("console", lambda said: self._note(said.text) if said.type == "error" else None)
        tab.on("pageerror", lambda error: self._note(str(error)))
        tab.on("requestfailed", self._failed)

    def _note(self, fault: str) -> None:
        self.faults.append(f"{self.tab.url}: {fault}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # given up because the walk went on
            self._note(f"{request.failure}: {request.url}")

    def open(self, path: str) -> None:
        self.tab.goto(self.url + path)
        if self.tab.url != self.url + path:
            self._note(f"came here instead of {path}")
        self.look()

    def look(self) -> None:
        """Everything that is folded away is opened before looking."""
        self.tab.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))")
        if not self.tab.evaluate(FITS):
            self._note("wider than the screen")
        for fault in self.tab.evaluate(FAULTS):
            self._note(fault)


def signed_out() -> list[str]:
    return [
        "/",
        "/about/",
        "/sign-in/",
        "/sign-up/",
        "/lost/",
        "/now/GB/",
        "/now/?choose=1",
        "/leaving/",
        "/gone/",
        "/nowhere/",
        "/places/",
        "/places/about/",
    ]


def signed_in(nia: WireVisitor) -> Iterator[str]:
    """Makes one of everything, and gives the address of each page."""
    nia.open("/")
    nia.send({"words": f"{LONG} and the money"})
    yield nia.path
    concern = nia.path
    nia.send({"weight": "7", "line": LONG})
    yield from carried(nia, concern)
    nia.open("/circle/new/")
    nia.send({"name": LONG, "relation": LONG, "phone": "020 7946 0018", "kinds": ["emotional"]})
    nia.follow(LONG)
    yield nia.path
    answered = ask(nia, BEN, CLEO, words=f"{LONG}{LONG} could you come?")
    ben = WireVisitor(nia.url)
    ben.open(answered.links[0])
    ben.send()
    ben.send({"answer": "part", "words": LONG + LONG})
    nia.open(answered.path)
    thanks = next(address for address, _ in nia.page.links if "/thanks/" in address)
    yield from [answered.path, thanks, f"{answered.path}after/", f"{concern}edit/"]
    yield ask(nia, LONG, way="message").path
    yield ask(nia, BEN, way="in_person").path
    nia.open("/asks/")
    nia.send(to="/asks/new/")
    draft = nia.path.removesuffix("kind/")
    nia.open(f"{draft}whom/")
    nia.send({"people-0-contact": LONG, "people-0-way": "link", "more": "1"})
    yield from [f"{draft}{step}/" for step in ("kind", "whom", "words", "before", "send")]
    yield from [f"{draft}rehearse/{part}" for part in ("", "seen/", "answers/")]
    yield from practice(nia)
    yield from in_pieces(nia, answered.path)
    yield from safety_plan(nia)
    yield from ["/room/data/", "/room/data/bring/", "/room/delete/"]
    nia.open("/giving/")
    nia.send({"words": f"{LONG} and {LONG}", "whom": LONG})
    yield next(address for address, _ in nia.page.links if "/giving/" in address)
    yield from [
        *("/", "/asks/", "/circle/", "/circle/new/", "/lookback/", "/giving/"),
        *("/room/", "/room/device/", "/room/passphrase/", "/room/leaving/", "/leaving/"),
        *("/now/own/", "/now/GB/", "/unlock/"),
    ]
    nia.open("/room/")
    nia.send(to="/room/code/new/")
    yield nia.path
    yield held(nia, f"{draft}words/")


def safety_plan(nia: WireVisitor) -> Iterator[str]:
    yield from ["/safety/plan/", "/safety/plan/change/"]
    nia.open("/safety/plan/change/")
    nia.send({"alone": f"{LONG} {LONG}", "country": "GB"})
    yield "/safety/plan/copy/"


def in_pieces(nia: WireVisitor, asked: str) -> Iterator[str]:
    """Splits an ask, and gives the address of each page."""
    day = (date.today() + timedelta(days=9)).isoformat()  # noqa: DTZ011
    about = {"what": f"{LONG} {LONG}", "where": LONG, "leave_out": LONG, "places": "3"}
    nia.open(f"{asked}pieces/new/")
    nia.send(
        about | {"day": day, "starts": "18:00", "ends": "20:00", "again": "DAILY", "times": "9"}
    )
    piece = next(address for address, text in nia.page.links if LONG in text)
    yield from [f"{asked}pieces/", f"{asked}pieces/new/", "/pieces/", piece]


def practice(nia: WireVisitor) -> Iterator[str]:
    """Puts one on the list, and gives the address of each page."""
    nia.open("/circle/professionals/")
    about = {"name": LONG, "profession": LONG, "email": "a@example.org", "phone": "020 7946 0018"}
    nia.send(about)
    nia.follow(LONG)
    page = nia.path
    nia.send({"words": LONG, "notes": LONG})
    nia.open(f"{page}note/")
    nia.send({"way": "form", "outcome": "waiting", "place": LONG})
    yield from [page, f"{page}note/", f"{page}note/?latest"]
    yield from ["/circle/professionals/", "/circle/professionals/first-talk/"]


def carried(nia: WireVisitor, concern: str) -> Iterator[str]:
    """Notes one of everything about a concern, and gives the address of each page."""
    noted = {
        "tried": {"what": f"{LONG} and {LONG}", "moved": "no"},
        "costs": {"sleep": "2"},
        "barriers": {"kinds": ["shame", "burden"], "own": LONG},
    }
    for page, said in noted.items():
        nia.open(f"{concern}{page}/")
        nia.send(said)
        yield f"{concern}{page}/"
        if page != "barriers":
            yield next(address for address, _ in nia.page.links if "/entry/" in address)
    nia.open(f"{concern}weigh/")
    nia.send({"yes": ["hiding", "safety", "next_step"]})
    nia.send({"otherwise": LONG})
    yield nia.path.partition("#")[0]
    nia.open(f"{concern}plan/")
    nia.send({"kind": "event", "words": LONG})
    nia.open(concern)
    yield next(address for address, _ in nia.page.links if "/plans/" in address)
    yield from [f"{concern}{page}/" for page in ("weigh", "plan")]
    yield from ["/asks/small/", "/carrying/put-away/", "/carrying/known/"]


def held(nia: WireVisitor, words: str) -> str:
    """Where what was sent to a locked room is kept."""
    nia.open(words)
    page = nia.source
    nia.send(to="/lock/")
    nia.path, nia.source = words, page
    nia.send({boxes(nia)[0]: LONG})
    nia.send({"passphrase": PASSPHRASE})
    return nia.path


def test_every_page_fits_is_named_and_breaks_nothing(house: Server, browse: Browse) -> None:
    nia, plain = World(house.url, browse).nia()
    assert isinstance(nia, ChromiumVisitor)
    pages = list(signed_in(plain))
    assert len(pages) > 20
    carry_cookies(plain, nia)

    faults: list[str] = []
    for width in (360, 1280):
        nia.tab.set_viewport_size({"width": width, "height": 800})
        walk = Walk(nia.tab, house.url)
        for path in pages:
            walk.open(path)
        faults += [f"{width}px {fault}" for fault in walk.faults]

    assert not faults, "\n".join(faults)


def test_every_page_without_a_sign_in_fits_too(house: Server, browse: Browse) -> None:
    walk = Walk(browse(width=320), house.url)

    for path in signed_out():
        walk.open(path)

    # The browser itself notes that a page was not found.
    faults = [fault for fault in walk.faults if "404" not in fault]
    assert not faults, "\n".join(faults)


def test_places_to_turn_to_fit_a_small_phone(house: Server, browse: Browse) -> None:
    bring_made_up_to(house)
    nia, _ = World(house.url, browse).nia()
    assert isinstance(nia, ChromiumVisitor)
    nia.tab.set_viewport_size({"width": 320, "height": 800})
    walk = Walk(nia.tab, house.url)

    walk.open("/places/")
    nia.send({"text": "debt", "near": "Ashmere"})
    walk.look()
    nia.tab.locator("button[name=open]").first.click()
    nia.tab.get_by_text("What to bring").wait_for()
    walk.look()
    nia.follow("This was wrong")
    walk.look()
    nia.send({"kind": "other", "words": LONG + LONG})
    walk.look()
    nia.follow("Back to Money and debt advice")
    nia.follow("Put them on my list")
    walk.look()

    assert not walk.faults, "\n".join(walk.faults)


# --- behind a link ----------------------------------------------------------------------------


@pytest.fixture
def link(house: Server) -> str:
    _, plain = World(house.url).nia()
    return ask(plain, BEN, words=f"{LONG}{LONG} could you come? No is fine.").links[0]


@pytest.mark.parametrize("javascript", [True, False], ids=["JavaScript", "no JavaScript"])
def test_every_page_behind_a_link_fits_a_small_phone(house, browse, link, javascript):
    ben = ChromiumVisitor(browse(javascript=javascript, width=320), house.url)
    walk = Walk(ben.tab, "")

    walk.open(link)
    ben.send()
    walk.look()
    ben.send({"answer": "part", "words": LONG + LONG})
    walk.look()
    walk.open(f"{link}stop/")
    walk.open(f"{link}report/")
    ben.send({"about": "other", "words": LONG + LONG})
    walk.look()
    walk.open(f"{house.url}/a/no-such-link/")

    faults = [fault for fault in walk.faults if "404" not in fault]
    assert not faults, "\n".join(faults)


@pytest.fixture
def pieces(house: Server) -> str:
    """A link with sixty pieces behind it."""
    _, plain = World(house.url).nia()
    asked = ask(plain, BEN)
    list(in_pieces(plain, asked.path))
    plain.open(f"{asked.path}pieces/")
    plain.send({"on": "1"}, to="/names/")
    plain.open(f"{asked.path}pieces/new/")
    day = (date.today() + timedelta(days=20)).isoformat()  # noqa: DTZ011
    supper = {"what": "Supper", "day": day, "starts": "18:00", "ends": "20:00"}
    plain.send(supper | {"again": "DAILY", "times": "51"})
    return asked.links[0]


@pytest.mark.parametrize("javascript", [True, False], ids=["JavaScript", "no JavaScript"])
def test_pieces_behind_a_link_fit_a_small_phone_and_weigh_little(house, browse, pieces, javascript):
    ben = ChromiumVisitor(browse(javascript=javascript, width=320), house.url)
    requests: list[Request] = []
    ben.tab.on("requestfinished", lambda request: requests.append(request))
    walk = Walk(ben.tab, "")

    ben.open(f"{pieces}pieces/")
    ben.send()
    ben.tab.wait_for_load_state("networkidle")
    seen = list(requests)
    walk.look()
    ben.tab.locator("button", has_text="Take it").first.click()
    ben.tab.get_by_text("It is yours.").wait_for()
    walk.look()

    assert not walk.faults, "\n".join(walk.faults)
    assert len(seen) <= 2 * 3, "the cover and the list, with two files each"
    assert sum(weight(request) for request in seen) <= 20_000


def test_the_pages_behind_a_link_take_three_requests_and_few_bytes(house, browse, link):
    ben = ChromiumVisitor(browse(width=320), house.url)
    requests: list[Request] = []
    ben.tab.on("requestfinished", lambda request: requests.append(request))

    ben.open(link)
    ben.tab.wait_for_load_state("networkidle")
    cover = list(requests)
    ben.send()
    ben.tab.wait_for_load_state("networkidle")

    assert [request.resource_type for request in cover].count("document") == 1
    assert len(cover) <= 3, [request.url for request in cover]
    assert not [request.url for request in requests if not request.url.startswith(house.url)]
    assert not [request for request in requests if request.resource_type == "script"]
    assert sum(weight(request) for request in cover) <= 20_000
    assert sum(weight(request) for request in requests) <= 20_000


def weight(request: Request) -> int:
    sizes = request.sizes()
    return sizes["responseBodySize"] + sizes["responseHeadersSize"]


def test_a_signed_in_page_is_light_at_first_and_lighter_after(house, browse):
    nia, _ = World(house.url, browse).nia()
    assert isinstance(nia, ChromiumVisitor)
    requests: list[Request] = []
    nia.tab.on("requestfinished", lambda request: requests.append(request))

    nia.open("/asks/")
    nia.tab.wait_for_load_state("networkidle")
    first = sum(weight(request) for request in requests)
    requests.clear()
    nia.open("/circle/")
    nia.tab.wait_for_load_state("networkidle")

    assert 5_000 < first <= 60_000
    assert sum(weight(request) for request in requests) <= 15_000
    assert not [request.url for request in requests if not request.url.startswith(house.url)]
