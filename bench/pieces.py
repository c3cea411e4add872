"""A full month of help in pieces: 60 pieces, 40 helpers, 400 messages. Time on the server alone,
without the network, and how many queries, for both sides."""

from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figure
from bench.machine import Plan
from bench.servers import python, settings

SLOWEST, MOST_QUERIES = 150, 15


def measure(folder: Path, plan: Plan) -> Iterator[Figure]:
    said = python("bench.inside.fill_a_month", core=plan.mine, **settings(folder / "pieces"))
    for line in said.splitlines():
        page, milliseconds, queries = line.split()
        yield Figure(page, float(milliseconds), "ms", at_most=SLOWEST)
        yield Figure(page, float(queries), "queries", at_most=MOST_QUERIES)
