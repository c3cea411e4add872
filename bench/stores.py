"""The stores to measure on: SQLite, and PostgreSQL where a server is there."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.machine import Plan
from bench.servers import python, settings
from tests import postgres


@dataclass(frozen=True)
class Store:
    """One store, and the settings of a host that keeps its rows there."""

    kind: str
    settings: dict[str, str]


@contextmanager
def stores(folder: Path, plan: Plan, count: int = 1) -> Iterator[list[list[Store]]]:
    """For each kind so many stores, empty and ready for use. PostgreSQL runs on the other core, as
    if it had a machine of its own. Both write to the disk before they say that they have."""
    with ExitStack() as stack:
        found = [[_store("SQLite", folder) for _ in range(count)]]
        programs = None if plan.quick else postgres.find_programs()
        if programs:
            urls = [stack.enter_context(_cluster(programs, plan.other)) for _ in range(count)]
            found.append([_store("PostgreSQL", folder, url) for url in urls])
        elif not plan.quick:
            print("  No PostgreSQL server on this machine: SQLite only.")
        yield found


def _store(kind: str, folder: Path, url: str = "") -> Store:
    env = settings(Path(tempfile.mkdtemp(prefix=f"{kind}-", dir=folder)), url)
    python("halved", "migrate", **env)
    return Store(kind, env)


@contextmanager
def _cluster(programs: Path, core: int) -> Iterator[str]:
    """A throw-away PostgreSQL that keeps its promises: fsync is on."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        with postgres.cluster(programs, fsync=True) as url:
            os.sched_setaffinity(0, before)
            yield url
    finally:
        os.sched_setaffinity(0, before)
