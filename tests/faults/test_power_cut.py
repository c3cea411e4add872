"""The power fails, and the disk holds what it was waited for and any part of the rest.

`python -m bench faults` lets it fail more often. This does not show what a disk does that says
"kept" before it is.
"""

from pathlib import Path

import pytest

from tests.faults.power import harm_of_cuts, record_story
from tests.faults.recorder import Record

ROUNDS = 30
CUTS = 50


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    return record_story(tmp_path_factory.mktemp("full"), ROUNDS)


def test_after_a_power_cut_the_store_is_whole_and_all_that_was_acknowledged_is_there(
    record: Record, tmp_path: Path
):
    harm = harm_of_cuts(record, CUTS, tmp_path / "after", seed=2027)

    assert harm == {}


def test_the_story_has_what_can_go_wrong(record: Record):
    kinds = [(event[0], Path(event[1]).name) for event in record.events]

    assert kinds.count(("sync", "halved.sqlite3-wal")) > ROUNDS
    assert ("write", "halved.sqlite3") in kinds, "what was in the log is moved into the store"
    assert ("truncate", "halved.sqlite3-wal") in kinds, "and the log is emptied"
    assert sum(kind == "acknowledged" for kind, _ in kinds) > ROUNDS / 2


@pytest.mark.parametrize(("synchronous", "told"), [("NORMAL", "lost"), ("OFF", "damaged")])
def test_a_store_that_does_not_wait_for_the_disk_is_found_out(
    tmp_path: Path, synchronous: str, told: str
):
    careless = record_story(tmp_path, ROUNDS, synchronous)

    harm = harm_of_cuts(careless, CUTS, tmp_path / "after", seed=2027)

    assert any(wrong.startswith(told) for cut in harm.values() for wrong in cut)
