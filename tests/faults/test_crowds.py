"""Very many at once, and some who never finish: all get a page, and the others are served.

`python -m bench faults` sends more of them.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from halved.asks.tries import MOST
from tests import processes
from tests.faults import crowds
from tests.journeys.conftest import World, ask, sign_up
from tests.journeys.visitors import WireVisitor
from tests.processes import Server

WRONG_LINKS, SIGN_INS, SLOW = 300, 60, 200
MEGABYTE = 1024 * 1024


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """`halved serve` with its four threads, behind what it takes for a proxy."""
    with processes.prepared_database() as store:
        settings = {"HALVED_DATABASE_URL": store, "HALVED_PROXIES": "1"}
        folder = tmp_path_factory.mktemp("crowds")
        server = processes.start_server(folder, program="tests.quick", **settings)
        yield server
        server.kill()


# --- links that lead nowhere ------------------------------------------------------------------


@pytest.fixture(scope="module")
def link(house: Server) -> str:
    """What stands behind /a/ in a right link."""
    nia, _ = World(house.url).nia()
    return ask(nia, "Ben").links[0].split("/a/")[1].rstrip("/")


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Memory is read from /proc.")
def test_who_tries_very_many_links_is_told_and_costs_no_memory(house, link):
    for _ in range(MOST):
        assert crowds.open_link(house)[0] == 404
    before = crowds.memory(house.process.pid)

    pages = [crowds.open_link(house) for _ in range(WRONG_LINKS)]

    assert {status for status, _ in pages} == {429}
    assert all("lead nowhere were opened from your network" in page for _, page in pages)
    assert crowds.memory(house.process.pid) - before < 4 * MEGABYTE


@pytest.mark.parametrize("address", [crowds.FLAT, "192.0.2.8"])
def test_a_right_link_works_there_and_elsewhere(house, link, address):
    status, page = crowds.open_link(house, link, address)

    assert status == 200
    assert "Nia" in page


# --- signing in -------------------------------------------------------------------------------


def test_all_who_sign_in_at_once_from_one_network_get_in(house):
    names = [World.new_name() for _ in range(SIGN_INS // crowds.IN_EACH_ROOM)]
    for name in names:
        sign_up(WireVisitor(house.url), name)

    pages = crowds.sign_in_at_once(house, names, SIGN_INS, patience=30)

    assert pages == {"200 /": SIGN_INS}


# --- slow clients -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent", "count"),
    [(crowds.HEAD, SLOW), (crowds.BODY, 3), (crowds.READER, SLOW // 5)],
    ids=["half a head", "half a body, on all threads but one", "nobody reads the answer"],
)
def test_who_never_finishes_keeps_nobody_else_waiting(house, sent, count):
    with crowds.slow_clients(house, count, sent):
        slowest = crowds.slowest_of(house, 10)

    assert slowest < 5
