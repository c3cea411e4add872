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

    def run(*arguments: str, **settings: str) -> str:
        log = tmp_path.parent / f"{tmp_path.name}.log"
        running = disk.start(*arguments, log=log, **KEYS, **settings)
        try:
            assert running.process.wait(60) == 1, running.said()
        except subprocess.TimeoutExpired:
            running.kill()
            raise
        return running.said()

    return run


KEYS = {
    "HALVED_HOUSE_KEY": f"lookup:{'A' * 43}= seal:{'B' * 42}A=",
    "HALVED_SECRET_KEY": "a key",
}


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
    disk.start("migrate", log=disk.folder.parent / "log", **KEYS).process.wait(60)
    assert sorted(path.relative_to(static) for path in static.rglob("*")) == whole
    assert css.stat().st_size > 100


# --- copies -----------------------------------------------------------------------------------


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Another store, where there is room."""
    folder = tmp_path.parent / f"{tmp_path.name}-roomy"
    folder.mkdir()
    processes.copy_prepared(folder, store=True)
    return folder / "halved.sqlite3"


def test_a_copy_that_does_not_fit_is_told_and_leaves_nothing(disk, said, store):
    disk.fill()

    told = said("backup", f"{disk.folder}/copy", HALVED_DATABASE_URL=f"sqlite:///{store}")

    assert told == "halved: The copy could not be written: database or disk is full.\n"
    assert {path.name for path in disk.seen.iterdir()} == {"data", "filler"}


def test_a_copy_that_can_not_be_put_back_is_told_and_can_be_put_back_later(disk, said, store):
    (disk.seen / "data" / "halved.sqlite3").unlink()
    disk.fill(leave=400_000)

    told = said("restore", str(store))
    disk.make_room()
    again = disk.start("restore", str(store), log=store.parent / "log", **KEYS)

    assert told == "halved: The store could not be filled: database or disk is full.\n"
    assert again.process.wait(60) == 0, again.said()
