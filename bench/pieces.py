"""A full month of help in pieces: 60 pieces, 40 helpers, 400 messages. Time on the server alone,
without the network, and how many queries, for both sides. And 50 helpers who take the last place at
the same moment, on each store."""

from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figure
from bench.machine import Plan
from bench.servers import python, settings
from bench.stores import stores

SLOWEST, MOST_QUERIES = 150, 15
CLIENTS = 50


def measure(folder: Path, plan: Plan) -> Iterator[Figure]:
    said = python("bench.inside.fill_a_month", core=plan.mine, **settings(folder / "pieces"))
    for line in said.splitlines():
        page, milliseconds, queries = line.split()
        yield Figure(page, float(milliseconds), "ms", at_most=SLOWEST)
        yield Figure(page, float(queries), "queries", at_most=MOST_QUERIES)
    yield from _races(folder, plan)


def _races(folder: Path, plan: Plan) -> Iterator[Figure]:
    rounds = 20 if plan.quick else 200
    with stores(folder, plan) as found:
        for (store,) in found:
            said = python("bench.inside.take_the_last", str(CLIENTS), str(rounds), **store.settings)
            wrong, taken, milliseconds = map(float, said.split())
            name = f"{CLIENTS} take the last place, {rounds} times, {store.kind}"
            yield Figure(name, wrong, "went wrong", at_most=0)
            yield Figure("    places that were taken", taken, "places", at_least=rounds / 2)
            yield Figure("    until everybody knew", milliseconds, "ms")
