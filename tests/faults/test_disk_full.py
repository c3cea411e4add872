"""The disk is full: nothing that was kept before is lost, and nothing is kept by half."""

import errno
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from halved.vault import keys, lists
from tests.faults.small_disk import BLOCK, SmallDisk, can_mount

pytestmark = pytest.mark.skipif(not can_mount(), reason="Needs a Linux that lets us mount.")

TODAY = date(2027, 3, 2)
ONE, TWO, THREE = (bytes([number]) * 32 for number in (1, 2, 3))


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
