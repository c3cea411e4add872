"""Several at the same moment, on real servers, at the real cost of a passphrase."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests import processes
from tests.journeys.visitors import WireVisitor

PASSPHRASE = "a river of small stones"
MOST = 512 * 1024 * 1024


@pytest.fixture(scope="module")
def open_to_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[processes.Server]:
    """`halved serve` on which everybody may make a room."""
    with processes.prepared_database() as store:
        folder = tmp_path_factory.mktemp("open")
        server = processes.start_server(folder, HALVED_DATABASE_URL=store)
        yield server
        server.kill()


def sign_up_form(name: str) -> dict[str, str]:
    return {"username": name, "password1": PASSPHRASE, "password2": PASSPHRASE}


def all_send(visitors: list[WireVisitor], forms: list[dict[str, str]]) -> None:
    """All send at the same moment; comes back when everyone has an answer."""
    for visitor, form in zip(visitors, forms, strict=True):
        visitor.send(form, wait=False)
    for visitor in visitors:
        visitor.arrive()


# --- memory -----------------------------------------------------------------------------------


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Memory is read from /proc.")
def test_sixteen_who_sign_in_at_once_all_get_in_on_less_than_512_mb(
    open_to_all: processes.Server,
):
    server = open_to_all
    names = [f"nia-{number}" for number in range(16)]
    members = [visitor_at(server.url, "/sign-up/") for _ in names]
    all_send(members, [sign_up_form(name) for name in names])
    assert {visitor.path for visitor in members} == {"/room/code/"}

    visitors = [visitor_at(server.url, "/sign-in/") for _ in names]
    all_send(visitors, [{"login": name, "password": PASSPHRASE} for name in names])

    inside = [visitor for visitor in visitors if visitor.path == "/"]
    told = [visitor for visitor in visitors if "tried often" in visitor.text]
    assert len(inside) + len(told) == 16
    assert len(inside) >= 10
    assert all("What are you carrying?" in visitor.text for visitor in inside)
    assert 64 * 1024 * 1024 < peak_memory(server.process.pid) < MOST


def visitor_at(url: str, path: str) -> WireVisitor:
    visitor = WireVisitor(url)
    visitor.open(path)
    return visitor


def peak_memory(pid: int) -> int:
    """The most that a process and its children ever held, in bytes."""
    status = Path(f"/proc/{pid}/status").read_text()
    own = int(re.search(r"VmHWM:\s+(\d+) kB", status).group(1)) * 1024
    children = Path(f"/proc/{pid}/task").glob("*/children")
    return own + sum(
        peak_memory(int(child)) for line in children for child in line.read_text().split()
    )


# --- once -------------------------------------------------------------------------------------


@pytest.mark.store
def test_of_four_who_use_an_invitation_at_once_one_gets_in(
    start_server: Callable[..., processes.Server],
):
    server = start_server(HALVED_SIGN_UP="invited")
    invited = subprocess.run(
        [sys.executable, "-m", "halved", "invite"],
        cwd=processes.ROOT,
        env=server.env,
        check=True,
        capture_output=True,
        text=True,
    )
    link = invited.stdout.split()[0]
    visitors = [visitor_at(server.url, link) for _ in range(4)]

    all_send(visitors, [sign_up_form(f"dora-{number}") for number in range(4)])

    assert sorted(visitor.path == "/room/code/" for visitor in visitors) == [False] * 3 + [True]
    outside = [visitor for visitor in visitors if visitor.path != "/room/code/"]
    assert all("You need an invitation" in visitor.text for visitor in outside)


@pytest.mark.store
def test_of_three_who_choose_the_same_name_at_once_one_gets_it(open_to_all: processes.Server):
    visitors = [visitor_at(open_to_all.url, "/sign-up/") for _ in range(3)]

    all_send(visitors, [sign_up_form("dora")] * 3)

    assert sorted(visitor.path == "/room/code/" for visitor in visitors) == [False, False, True]
    outside = [visitor for visitor in visitors if visitor.path != "/room/code/"]
    assert all("Someone has this name already" in visitor.text for visitor in outside)


def test_of_two_who_set_up_a_machine_at_once_one_does(tmp_path: Path, cleanup: ExitStack):
    port = processes.free_port()
    env = processes.environment(tmp_path / "data")
    log = tmp_path / "halved.log"
    machine = processes.start("--no-browser", "--port", str(port), env=env, log=log)
    cleanup.callback(machine.kill)
    processes.wait_until_it_answers(machine, port)
    path = re.search(r"/setup/\S+", machine.said()).group()
    visitors = [visitor_at(f"http://127.0.0.1:{port}", path) for _ in range(2)]

    phrases = ["a river of small stones", "a hill of large stones"]
    all_send(visitors, [{"passphrase": phrase, "again": phrase} for phrase in phrases])

    assert sorted(visitor.path for visitor in visitors) == ["/room/code/", "/unlock/"]
    [second] = [visitor for visitor in visitors if visitor.path == "/unlock/"]
    second.send({"passphrase": phrases[visitors.index(second)]})
    assert second.path == "/unlock/", "Theirs was not taken."
    second.send({"passphrase": phrases[1 - visitors.index(second)]})
    assert "What are you carrying?" in second.text
