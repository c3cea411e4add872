"""Whether a clock tells links apart that lead nowhere, and how fast Help now comes.

The first is about 2,000 requests of each kind, one after the other in a changing order, without the
network. `p` is that of Mann-Whitney. One in a hundred runs is under 0.01 by chance, for each kind.
"""

import statistics
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

from bench.figures import Figure
from bench.machine import Plan
from bench.servers import granian, python, settings
from tests.processes import free_port

MOST_APART = 5_000  # microseconds between medians
LEAST_P = 0.01
SLOWEST = 50  # milliseconds, for 95 of 100 requests
NOW = ["/now/", "/now/GB/", "/now/US/", "/now/?choose=1"]


def measure(folder: Path, plan: Plan) -> Iterator[Figure]:
    count = 300 if plan.quick else 2_000
    env = settings(folder / "timing")
    said = python("bench.inside.tell_apart", str(count), core=plan.mine, **env)
    for line in said.splitlines():
        kind, median, unknown, p = line.split()
        apart = abs(float(median) - float(unknown))
        name = f"a link that is {kind}, against an unknown one"
        yield Figure(name, apart, "µs apart", at_most=MOST_APART)
        yield Figure(name, float(p), "p", at_least=LEAST_P)
    read = python("bench.inside.read_help_now", str(count // 2), *NOW, core=plan.mine, **env)
    for line in read.splitlines():
        path, worked = line.split()
        yield Figure(f"{path}, processor, 95 of 100", float(worked), "ms", at_most=SLOWEST)
    port = free_port()
    with granian("halved.wsgi:application", port, plan.mine, **env):
        for path in NOW:
            taken = _p95(port, path, count // 2)
            yield Figure(f"{path}, to the end, 95 of 100", taken, "ms", at_most=SLOWEST)


def _p95(port: int, path: str, count: int) -> float:
    """Milliseconds until the whole page has come, on a connection that is kept."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    taken = []
    for _ in range(count):
        begun = time.perf_counter()
        connection.request("GET", path, headers={"Accept-Language": "en-GB"})
        answer = connection.getresponse()
        answer.read()
        taken.append((time.perf_counter() - begun) * 1000)
        assert answer.status == 200, answer.status
    connection.close()
    return statistics.quantiles(taken[20:], n=20)[-1]
