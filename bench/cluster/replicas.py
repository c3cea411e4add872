"""Would pages that only read be faster from a replica? One server reads from the primary, and one
from a replica, in turn. And what a page costs PostgreSQL, against what it costs Halved."""

import os
import statistics
from collections.abc import Iterator
from pathlib import Path

from bench import load
from bench.cluster.closed_room import Machine
from bench.cluster.database import Database, wait_for
from bench.cluster.front import Version
from bench.cluster.people import Ledger, status_of
from bench.figures import Figure
from bench.load import Requests
from bench.machine import tree

ROUNDS = 7
LINKS = 200


def measure(folder: Path, database: Database, version: Version, ledger: Ledger) -> Iterator[Figure]:
    """Opens letters behind links: one query each, and nothing is written."""
    lines = folder / "letters"
    lines.write_text("".join(f"POST /a/{token}/\n" for token in list(ledger.answers)[:LINKS]))
    letters = Requests(lines, 200)
    primary, replica = database.primary(), database.replica()
    core = max(os.sched_getaffinity(0))
    servers = {
        port: version.start(
            folder / f"read{port}.log", "serve", "--port", str(port), store=database.url(machine)
        )
        for port, machine in ((8003, primary), (8004, replica))
    }
    try:
        for port in servers:
            url = f"http://127.0.0.1:{port}/health/ready"
            wait_for(lambda url=url: status_of(url) == 200, "it reads", 60)  # type: ignore[misc]
        before = _worked(primary), _worked_by(servers[8003].process.pid)
        rounds = [[load.run(port, letters, core) for port in servers] for _ in range(ROUNDS)]
        after = _worked(primary), _worked_by(servers[8003].process.pid)
    finally:
        for server in servers.values():
            server.kill()
    count = sum(here.answered for here, _ in rounds)
    in_store, in_halved = (1e6 * (b - a) / count for a, b in zip(before, after, strict=True))
    gain = statistics.median(there.rate / here.rate for here, there in rounds)
    yield Figure("letters a second, read from the primary", _median(here for here, _ in rounds))
    yield Figure("    read from a replica", _median(there for _, there in rounds))
    yield Figure("    compared", gain, "times")
    yield Figure("a letter takes of PostgreSQL’s processor", in_store, "µs")
    yield Figure("    of Halved’s", in_halved, "µs")
    yield Figure("    cores of Halved that one of PostgreSQL feeds", in_halved / in_store)


def _median(loads: Iterator[load.Load]) -> float:
    return statistics.median(each.rate for each in loads)


def _worked(machine: Machine) -> float:
    """Seconds of processor that PostgreSQL took on this machine."""
    return sum(_seconds(pid) for pid in machine.processes("postgres"))


def _worked_by(pid: int) -> float:
    return sum(map(_seconds, tree(pid)))


def _seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
