"""What a disk may hold after the power failed: what was waited for, and of the rest any part.

A disk writes what it was given in any order. So of the writes after the last wait each sector of
512 bytes is there or is not, a new file that was not waited for may be missing, and a file that was
cut may still be long.
"""

import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests import processes
from tests.faults.recorder import Record

SECTOR = 512
LUCK = (0.0, 0.1, 0.5, 0.9, 1.0)  # how much of what was not waited for came through


def record_story(folder: Path, rounds: int, synchronous: str = "FULL") -> Record:
    """What a process of its own wrote in so many rounds of tests/faults/recorded.py."""
    data_dir, file = folder / "data", folder / "record"
    data_dir.mkdir()
    processes.copy_prepared(data_dir, store=True)
    env = processes.environment(data_dir, HALVED_PUBLIC_URL="http://127.0.0.1:8000")
    command = [sys.executable, "-m", "tests.faults.recorded", file, synchronous, str(rounds)]
    subprocess.run(command, cwd=processes.ROOT, env=env, check=True)
    return Record.load(file)


def harm_of_cuts(record: Record, count: int, folder: Path, seed: int) -> dict[int, list[str]]:
    """Lets the power fail so often, each time at another moment. {moment: what was wrong then}."""
    dice = random.Random(seed)
    moments = dice.sample(range(1, len(record.events) + 1), count)
    folder.mkdir()
    found = {cut.at: harm(cut, folder) for cut in cuts(record, moments, dice)}
    assert len(found) == count
    return {at: wrong for at, wrong in found.items() if wrong}


@dataclass
class _File:
    """`safe` is what was waited for, None before there was anything; `loose` came after it."""

    safe: bytearray | None
    loose: list[tuple[Any, ...]] = field(default_factory=list)

    def wait(self) -> None:
        for event in self.loose:
            self.safe = _with(self.safe or bytearray(), event)
        self.safe = self.safe or bytearray()
        self.loose.clear()

    def after_cut(self, dice: random.Random, luck: float) -> bytes | None:
        if self.safe is None and dice.random() >= luck:
            return None
        found = bytearray(self.safe or b"")
        for event in self.loose:
            for part in _sectors(event):
                if dice.random() < luck:
                    found = _with(found, part)
        return bytes(found)


def _sectors(event: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """A write in parts that come through whole or not at all."""
    if event[0] != "write":
        yield event
        return
    _, path, offset, data = event
    for start in range(0, len(data), SECTOR):
        yield "write", path, offset + start, data[start : start + SECTOR]


def _with(content: bytearray, event: tuple[Any, ...]) -> bytearray:
    if event[0] == "truncate":
        del content[event[2] :]
        return content
    _, _, offset, data = event
    content.extend(bytes(max(0, offset - len(content))))
    content[offset : offset + len(data)] = data
    return content


@dataclass
class Cut:
    """The power failed after so many events; this is on the disk, and this was acknowledged."""

    at: int
    files: dict[str, bytes]
    acknowledged: list[tuple[Any, ...]]


def cuts(record: Record, moments: Iterable[int], dice: random.Random) -> Iterator[Cut]:
    files = {path: _File(bytearray(content)) for path, content in record.before.items()}
    acknowledged: list[tuple[Any, ...]] = []
    wanted = set(moments)
    for number, event in enumerate(record.events, 1):
        if event[0] == "acknowledged":
            acknowledged.append(event[1:])
        elif event[0] == "delete":
            files.pop(event[1], None)
        else:
            file = files.setdefault(event[1], _File(None))
            file.wait() if event[0] == "sync" else file.loose.append(event)
        if number in wanted:
            luck = dice.choice(LUCK)
            left = {path: file.after_cut(dice, luck) for path, file in files.items()}
            there = {path: content for path, content in left.items() if content is not None}
            yield Cut(number, there, list(acknowledged))


def harm(cut: Cut, folder: Path) -> list[str]:
    """What is wrong with the store when the machine is on again; nothing, as it should be."""
    for old in folder.iterdir():
        old.unlink()
    for path, content in cut.files.items():
        (folder / Path(path).name).write_bytes(content)
    with closing(sqlite3.connect(folder / "halved.sqlite3")) as store:
        try:
            return [*_damage(store), *_lost(store, cut.acknowledged)]
        except sqlite3.DatabaseError as error:
            return [f"the store cannot be read: {error}"]


def _damage(store: sqlite3.Connection) -> Iterator[str]:
    said = [row[0] for row in store.execute("PRAGMA integrity_check")]
    if said != ["ok"]:
        yield f"damaged: {said[0]}"
    if store.execute("PRAGMA foreign_key_check").fetchall():
        yield "damaged: a row points nowhere"


def _lost(store: sqlite3.Connection, acknowledged: list[tuple[Any, ...]]) -> Iterator[str]:
    for table, key, columns in acknowledged:
        names = ", ".join(columns)
        found = store.execute(f"SELECT {names} FROM {table} WHERE id = ?", [key]).fetchone()
        if found != tuple(columns.values()):
            yield f"lost: {table} {key}"
