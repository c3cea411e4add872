"""The disk is full: nothing that was kept before is lost, and nothing is kept by half."""

import errno
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest

from halved.vault import keys, lists
from tests import processes
from tests.delivery.test_worker import zone_where_it_is_noon
from tests.delivery.workers import wait_until
from tests.faults.small_disk import BLOCK, SmallDisk, can_mount
from tests.journeys.conftest import World, ask
from tests.smtp import MailServer

pytestmark = pytest.mark.skipif(not can_mount(), reason="Needs a Linux that lets us mount.")

TODAY = date(2027, 3, 2)
ONE, TWO, THREE = (bytes([number]) * 32 for number in (1, 2, 3))


@pytest.fixture
def mail() -> Iterator[MailServer]:
    with MailServer() as server:
        yield server


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    found = SmallDisk(tmp_path, megabytes=1)
    yield found
    found.end()


# --- files beside the store -------------------------------------------------------------------


@pytest.fixture
def almost_full(disk: SmallDisk) -> Path:
    """A list with one line, in whose last block half a line has room. Nothing else has."""
    path = disk.seen / "opt-outs.list"
    path.write_text("\n" * (BLOCK - 120))
    lists.put_down(path, [ONE], TODAY)
    disk.fill()
    return path


def test_a_line_that_does_not_fit_is_told(almost_full):
    with pytest.raises(OSError) as told:
        lists.put_down(almost_full, [TWO], TODAY)

    assert told.value.errno == errno.ENOSPC
    assert almost_full.stat().st_size == BLOCK, "a part of it did fit"
    assert lists.put_down_before(almost_full) == {ONE: TODAY}


def test_half_a_line_does_not_swallow_the_next(almost_full, disk):
    with pytest.raises(OSError):
        lists.put_down(almost_full, [TWO], TODAY)
    disk.make_room()

    lists.put_down(almost_full, [THREE], TODAY)

    assert lists.put_down_before(almost_full) == {ONE: TODAY, THREE: TODAY}


def test_a_key_that_does_not_fit_leaves_nothing_behind(disk):
    disk.fill()

    with pytest.raises(OSError):
        keys.read_or_make_secret(disk.seen / "secret.key")

    assert [path.name for path in disk.seen.iterdir()] == ["filler"]
    disk.make_room()
    assert len(keys.read_or_make_secret(disk.seen / "secret.key")) > 40


def test_a_key_that_can_not_be_renewed_stays_as_it_was(disk):
    path = disk.seen / "house.key"
    before = keys.make_secret_once(path, keys.HouseKey.new().write())
    disk.fill()

    with pytest.raises(OSError):
        keys.write_secret(path, keys.HouseKey.new().write())

    assert path.read_text() == before


# --- the store --------------------------------------------------------------------------------

HEAVY = "Something heavy, and a line nobody types twice."
REPLY = "I’ll be there at four, and stay."


class House:
    """`halved serve` and `halved work` with their store on a small disk. Nia has asked Ben, who has
    opened his link, and Cleo, whose mail waits."""

    def __init__(self, disk: SmallDisk, mail: MailServer, log: Path, cleanup: ExitStack) -> None:
        self.disk, self.log, self.cleanup = disk, log, cleanup
        port = processes.free_port()
        url = f"http://127.0.0.1:{port}"
        self.settings = {"HALVED_PUBLIC_URL": url, "HALVED_SMTP_URL": mail.url}
        self.settings |= {"HALVED_PROXIES": "1", "HALVED_SIGN_UP": "open"}
        processes.wait_until_it_answers(self._start("serve", "--port", str(port)), port)
        self.nia, _ = World(url).nia()
        self.nia.open("/circle/")
        self.nia.follow("Cleo")
        self.nia.send({"email": "cleo@example.org", "timezone": zone_where_it_is_noon()})
        ask(self.nia, "Cleo", way="email")
        asked = ask(self.nia, "Ben")
        self.asked = asked.path
        self.ben = World(url).visitor()
        self.ben.open(asked.links[0])
        self.ben.send()

    def work(self) -> None:
        self._start("work")

    def said(self) -> str:
        return self.log.read_text(errors="replace")

    def _start(self, *arguments: str) -> processes.Running:
        running = self.disk.start(*arguments, log=self.log, **self.settings)
        self.cleanup.callback(running.kill)
        return running


@pytest.fixture
def house(tmp_path: Path, mail: MailServer, cleanup: ExitStack) -> House:
    disk = SmallDisk(tmp_path, megabytes=32)
    cleanup.callback(disk.end)
    data = disk.seen / "data"
    data.mkdir(mode=0o700)
    processes.copy_prepared(data, store=True)
    return House(disk, mail, tmp_path.parent / f"{tmp_path.name}.log", cleanup)


def test_on_a_full_disk_nothing_is_lost_and_then_all_goes_on(house, mail):
    house.disk.fill()

    house.nia.open("/")
    house.nia.send({"words": HEAVY})
    house.ben.send({"answer": "part", "words": REPLY})
    house.work()
    wait_until(lambda: house.said().count("its disk is full: make room") > 3, "it is said")

    assert_told(house)
    assert not mail.messages
    house.disk.make_room()
    assert_all_goes_on(house, mail)


def assert_told(house: House) -> None:
    assert (house.nia.status, house.ben.status) == (503, 503)
    assert "It is not your doing" in house.nia.text
    assert HEAVY in house.nia.text
    assert REPLY in house.ben.text
    house.nia.open(house.asked)
    assert house.nia.status == 200, "what is kept can be read"
    assert not [word for word in ("heavy", "at four", "cleo@") if word in house.said()]


def assert_all_goes_on(house: House, mail: MailServer) -> None:
    house.nia.open("/")
    house.nia.send({"words": HEAVY})
    house.ben.send()
    assert HEAVY in house.nia.text
    house.nia.open(house.asked)
    assert REPLY in house.nia.text
    assert [message["To"] for message in mail.wait_for(1)] == ["cleo@example.org"]
