"""The way to every page, and what those behind a link and the first ones signed in weigh."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Request

from tests.conftest import BEN, CLEO, PASSPHRASE
from tests.journeys.conftest import World, ask, boxes
from tests.journeys.visitors import ChromiumVisitor, WireVisitor
from tests.journeys.walk import faults_on
from tests.processes import Server

pytestmark = pytest.mark.browser

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunte"  # 60 signs


def signed_out() -> list[str]:
    return [
        "/",
        "/about/",
        "/sign-in/",
        "/sign-up/",
        "/sign-in/closed/",
        "/sign-in/closed/take/",
        "/sign-in/closed/delete/",
        "/lost/",
        "/offline/",
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
    nia.open("/room/")
    nia.send(to="/room/code/new/")  # within five minutes of signing in
    yield nia.path
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
    back = next(address for address, _ in nia.page.links if "/remark/" in address)
    yield from [answered.path, thanks, back, f"{answered.path}after/", f"{concern}edit/"]
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
    yield from around(nia)
    yield held(nia, f"{draft}words/")


def around(nia: WireVisitor) -> Iterator[str]:
    """The pages that are about nobody in particular, and one about help that was given."""
    nia.open("/giving/")
    nia.send({"words": f"{LONG} and {LONG}", "whom": LONG})
    yield next(address for address, _ in nia.page.links if "/giving/" in address)
    yield from [
        *("/room/data/", "/room/data/bring/", "/room/delete/"),
        *("/", "/asks/", "/circle/", "/circle/new/", "/circle/who/", "/circle/file/"),
        *("/lookback/", "/giving/", "/pieces/calendar/"),
        *("/room/", "/room/device/", "/room/passphrase/", "/room/leaving/", "/leaving/"),
        "/room/browsers/",
        *("/now/own/", "/now/GB/", "/unlock/"),
    ]


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


# --- behind a link ----------------------------------------------------------------------------


@pytest.fixture
def link(house: Server) -> str:
    _, plain = World(house.url).nia()
    return ask(plain, BEN, words=f"{LONG}{LONG} could you come? No is fine.").links[0]


def test_every_page_behind_a_link_fits_a_small_phone_without_javascript(house, browse, link):
    ben = ChromiumVisitor(browse(javascript=False, width=320), house.url)

    ben.open(link)
    faults = faults_on(ben.tab)
    ben.send()
    faults += faults_on(ben.tab)
    ben.send({"answer": "part", "words": LONG + LONG})
    faults += faults_on(ben.tab)
    for page in (f"{link}stop/", f"{link}report/", "/a/no-such-link/"):
        ben.open(page)
        faults += faults_on(ben.tab)

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

    ben.open(f"{pieces}pieces/")
    ben.send()
    ben.tab.wait_for_load_state("networkidle")
    seen = list(requests)
    faults = faults_on(ben.tab)
    ben.tab.locator("button", has_text="Take it").first.click()
    ben.tab.get_by_text("It is yours.").wait_for()
    faults += faults_on(ben.tab)

    assert not faults, "\n".join(faults)
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
