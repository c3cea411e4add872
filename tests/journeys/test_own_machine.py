"""`halved` and `halved demo`, as somebody starts them on a machine of their own."""

from __future__ import annotations

import os
import re
import signal
import stat
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests import processes
from tests.conftest import PASSPHRASE
from tests.journeys.conftest import code_on
from tests.journeys.visitors import WireVisitor

Start = Callable[..., processes.Running]


@pytest.fixture
def start(tmp_path: Path, cleanup: ExitStack) -> Start:
    """`start("demo", …)`: `halved demo --no-browser --port N`, ready to answer at `.url`."""

    def start(*command: str) -> processes.Running:
        port = processes.free_port()
        env = processes.environment(tmp_path / "data", TMPDIR=str(tmp_path / "tmp"))
        (tmp_path / "tmp").mkdir(exist_ok=True)
        running = processes.start(
            *command, "--no-browser", "--port", str(port), env=env, log=tmp_path / "said.log"
        )
        cleanup.callback(running.kill)
        processes.wait_until_it_answers(running, port)
        return running

    return start


def addresses(running: processes.Running) -> list[str]:
    return re.findall(r"http://\S+", running.said())


def ctrl_c(running: processes.Running) -> int:
    """What a terminal does: every process of the group is told. Returns how it ended."""
    os.killpg(running.process.pid, signal.SIGINT)
    return running.process.wait(8)  # sooner than the server would be ended by force


def visit(address: str) -> WireVisitor:
    visitor = WireVisitor(address)
    visitor.open(address)
    return visitor


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="Needs Linux, which tells.")
def test_only_the_process_that_serves_has_the_store_open(start, tmp_path):
    first = start()

    [served] = (
        Path(f"/proc/{first.process.pid}/task/{first.process.pid}/children").read_text().split()
    )

    store = tmp_path / "data" / "halved.sqlite3"
    assert store in opened(int(served))
    assert store not in opened(first.process.pid)


def opened(pid: int) -> set[Path]:
    return {path.resolve() for path in Path(f"/proc/{pid}/fd").iterdir()}


def test_the_first_start_makes_a_room_and_the_next_one_opens_it(start):
    first = start()
    address = addresses(first)[0]
    assert "/setup/" in address
    assert "no room yet" in visit(address.partition("setup/")[0]).text

    nia = visit(address)
    nia.send({"passphrase": PASSPHRASE, "again": PASSPHRASE})
    nia.send({"last": code_on(nia)[-5:]})
    nia.send({"words": "Something heavy"})
    assert nia.path.startswith("/carrying/")
    assert ctrl_c(first) == 0

    home = addresses(start())[-1]
    assert "/setup/" not in home
    nia = visit(home)
    assert nia.path.startswith("/unlock/")
    nia.send({"passphrase": "not the one at all"})
    assert "does not open the room" in nia.text
    nia.send({"passphrase": PASSPHRASE})
    assert "Something heavy" in nia.text
    nia.open(address)
    assert nia.status == 404


def test_on_ones_own_machine_asks_go_by_ones_own_voice(start):
    nia = visit(addresses(start())[0])
    nia.send({"passphrase": PASSPHRASE, "again": PASSPHRASE})
    nia.open("/circle/new/")
    nia.send({"name": "Ben", "phone": "+44 20 7946 0018", "email": "ben@example.org"})
    nia.open("/asks/")
    nia.send(to="/asks/new/")
    nia.send({"kinds": ["emotional"]})
    assert 'value="link"' not in nia.source
    assert 'value="email"' not in nia.source

    nia.send({"people-0-contact": "Ben", "people-0-way": "message"})
    nia.send({next(name for name in nia.page.form({}, "").names if "words" in name): "Tea?"})
    nia.send()
    assert "sms:+442079460018?&amp;body=Tea%3F" in nia.source
    nia.send()
    nia.send({"answer": "yes"}, to="/note/")

    assert "Ben said yes" in nia.text


def test_without_the_long_word_nobody_gets_in_and_no_file_is_open_to_others(start, tmp_path):
    url = addresses(start())[0].partition("setup/")[0]

    for path in ("sign-up/", "setup/a-guess/", "demo/a-guess/"):
        visitor = visit(url + path)
        assert not visitor.page.forms, path

    data = tmp_path / "data"
    files = [path for path in data.iterdir() if not path.name.startswith("static-")]
    assert {"secret.key", "house.key", "halved.sqlite3"} <= {path.name for path in files}
    for path in [data, *files]:
        assert not stat.S_IMODE(path.stat().st_mode) & 0o077, path


def test_the_demo_shows_both_sides_and_leaves_nothing_behind(start, tmp_path):
    demo = start("demo")

    lines = demo.said().splitlines()
    assert [line.partition(": ")[0] for line in lines] == ["nia", "ben", "cleo", "help now"]
    nia, ben, cleo, help_now = (visit(line.partition(": ")[2]) for line in lines)
    assert (ben.status, cleo.status, help_now.status) == (200, 200, 200)
    assert "Nia" in ben.text
    ben.send()
    ben.send({"answer": "yes"})
    nia.send()
    assert nia.path == "/"
    assert "Ben said yes." in nia.text
    assert "Mum’s care" in nia.text
    assert visit(lines[0].partition(": ")[2]).status == 404, "the door opens once"

    assert ctrl_c(demo) == 0
    assert list((tmp_path / "tmp").iterdir()) == []
    assert "Traceback" not in demo.said()
    assert not (tmp_path / "data").exists()


def test_the_demo_leaves_nothing_behind_when_it_is_told_to_stop(start, tmp_path):
    demo = start("demo")

    demo.stop()

    assert list((tmp_path / "tmp").iterdir()) == []
