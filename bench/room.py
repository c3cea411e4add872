"""The private room after a long time: 200 concerns, 1,000 weights on one. Time on the server alone,
without the network, and how many queries."""

from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figure
from bench.machine import Plan
from bench.servers import python, settings

SLOWEST, MOST_QUERIES = 100, 12


def measure(folder: Path, plan: Plan) -> Iterator[Figure]:
    said = python("bench.inside.live_long", core=plan.mine, **settings(folder / "room"))
    for line in said.splitlines():
        page, milliseconds, queries = line.split()
        yield Figure(page, float(milliseconds), "ms", at_most=SLOWEST)
        yield Figure(page, float(queries), "queries", at_most=MOST_QUERIES)
