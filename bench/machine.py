"""The machine: cores, disk, memory of processes. Linux only, because others do not tell."""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Plan:
    """Where to measure, and how long."""

    mine: int  # the core of what is measured
    other: int  # the core of whatever makes the load
    quick: bool = False
    picture: Path | None = None  # where a part that draws one puts it


def plan(quick: bool, picture: Path | None = None) -> Plan:
    if not hasattr(os, "sched_getaffinity"):
        sys.exit("bench: this needs Linux, to pin processes to cores and to read their memory.")
    cores = sorted(os.sched_getaffinity(0))
    if len(cores) < 2:
        sys.exit("bench: this needs two cores, one for the server and one for the load.")
    return Plan(cores[0], cores[-1], quick, picture)


def busy(seconds: float = 1) -> float:
    """The share of its time in which the machine works, while we do nothing."""
    before = _worked_and_rested()
    time.sleep(seconds)
    worked, rested = (now - then for now, then in zip(_worked_and_rested(), before, strict=True))
    return worked / (worked + rested)


def _worked_and_rested() -> tuple[int, int]:
    times = [int(each) for each in Path("/proc/stat").read_text().splitlines()[0].split()[1:]]
    rested = times[3] + times[4]
    return sum(times) - rested, rested


@contextmanager
def folder() -> Iterator[Path]:
    """A folder on a disk, which /tmp often is not. It is gone afterwards."""
    disk = "/var/tmp" if Path("/var/tmp").is_dir() else None
    with tempfile.TemporaryDirectory(prefix="halved-bench-", dir=disk) as name:
        path = Path(name)
        path.chmod(0o755)  # PostgreSQL has a user of its own, who must find its data
        tempfile.tempdir = name
        yield path


def sync_time(path: Path) -> float:
    """Microseconds until 4 kB are on the disk. Next to nothing means: this is no disk."""
    taken = []
    with (path / "sync").open("wb") as file:
        for _ in range(50):
            file.write(bytes(4096))
            file.flush()
            begun = time.perf_counter()
            os.fdatasync(file.fileno())
            taken.append(time.perf_counter() - begun)
    return statistics.median(taken) * 1e6


@dataclass(frozen=True)
class Memory:
    """MB of a process and all that came from it."""

    share: float  # PSS: shared pages are counted once
    size: float  # RSS: shared pages are counted for each
    most: float  # the largest RSS each ever had, added up


def memory(pid: int) -> Memory:
    share = size = most = 0
    for each in tree(pid):
        share += _told(each, "smaps_rollup", "Pss:")
        size += _told(each, "status", "VmRSS:")
        most += _told(each, "status", "VmHWM:")
    return Memory(share / 1024, size / 1024, most / 1024)


def cpu_time(pid: int) -> float:
    """Seconds of processor time the process and all that came from it have used."""
    ticks = 0
    for each in tree(pid):
        told = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
        ticks += int(told[11]) + int(told[12])  # utime, stime: see proc(5)
    return ticks / os.sysconf("SC_CLK_TCK")


def _told(pid: int, file: str, name: str) -> int:
    lines = Path(f"/proc/{pid}/{file}").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith(name)))


def tree(pid: int) -> list[int]:
    """The process and everything it started."""
    found = [pid]
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            found += tree(int(child))
    return found
