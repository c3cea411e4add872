"""A start on a full or read-only disk ends with a sentence for the operator, and with nothing that
the next start would take for whole."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import processes
from tests.faults.small_disk import SmallDisk, can_mount

pytestmark = pytest.mark.skipif(not can_mount(), reason="Needs a Linux that lets us mount.")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    found = SmallDisk(tmp_path, megabytes=16)
    data = found.seen / "data"
    data.mkdir(mode=0o700)
    processes.copy_prepared(data, store=True)
    yield found
    found.end()


@pytest.fixture
def said(disk: SmallDisk, tmp_path: Path) -> Callable[..., str]:
    """`said("serve", …)`: what the command writes until it ends, which must be with a 1."""

    def run(*arguments: str) -> str:
        log = tmp_path.parent / f"{tmp_path.name}.log"
        running = disk.start(*arguments, log=log, HALVED_SECRET_KEY="a key", **HOUSE_KEY)
        try:
            assert running.process.wait(60) == 1, running.said()
        except subprocess.TimeoutExpired:
            running.kill()
            raise
        return running.said()

    return run


HOUSE_KEY = {"HALVED_HOUSE_KEY": f"lookup:{'A' * 43}= seal:{'B' * 42}A="}


def test_on_a_read_only_disk_it_says_where_to_look(disk, said):
    disk.make_read_only()

    assert "look at HALVED_DATA_DIR, at whose it is" in said("serve", "--port", "9")
    assert "The copy could not be written: Read-only" in said("backup", f"{disk.folder}/copy")


def test_on_a_full_disk_it_says_so_in_one_line(disk, said):
    disk.fill()

    told = said("migrate")

    assert told.startswith("halved: the store can not be used: its disk ")
    assert told.count("\n") == 1


def test_half_of_the_static_files_are_made_anew(disk, said):
    [static] = (disk.seen / "data").glob("static-*")
    whole = sorted(path.relative_to(static) for path in static.rglob("*"))
    (static / "whole").unlink()
    [css, *_] = static.rglob("halved.*.css.gz")
    css.write_bytes(css.read_bytes()[:100])
    disk.fill()

    told = said("serve", "--port", str(processes.free_port()))

    assert "No space left on device" in told or "its disk" in told
    disk.make_room()
    disk.start("migrate", log=disk.folder.parent / "log", **HOUSE_KEY).process.wait(60)
    assert sorted(path.relative_to(static) for path in static.rglob("*")) == whole
    assert css.stat().st_size > 100
