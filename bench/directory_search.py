"""Searching: how long it takes among very many services, and how much of that the index takes."""

import json
from collections.abc import Iterator

from bench.figures import Figure
from bench.machine import Plan
from bench.servers import python
from bench.stores import Store

LIMITS = {"SQLite": (10, 40), "PostgreSQL": (5, 20)}  # ms with a place: median, 99 of 100
NOWHERE = 150  # ms without a place: 99 of 100
RATIO = 2
MENDED = 0.9


def search(store: Store, plan: Plan) -> Iterator[Figure]:
    """Figures of a store that holds a directory already."""
    count = "100" if plan.quick else "1000"
    told = json.loads(python("bench.inside.search_many", count, core=plan.mine, **store.settings))
    place, nowhere, slip = told["place"], told["nowhere"], told["slip"]
    median, most = LIMITS[store.kind]
    kind = store.kind
    yield Figure(f"one to three words with a place, {kind}", place["p50"], "ms", at_most=median)
    yield Figure("    99 of 100", place["p99"], "ms", at_most=most)
    yield Figure("    the bare questions to the index", place["bare"], "ms")
    yield Figure("    the same without reading entries", place["numbers"], "ms")
    ratio = None if plan.quick else RATIO  # among few the index answers in next to no time
    yield Figure("    the search compared with them", place["ratio"], "times", at_most=ratio)
    yield Figure("without a place", nowhere["p50"], "ms")
    yield Figure("    99 of 100", nowhere["p99"], "ms", at_most=NOWHERE)
    yield Figure("a word with a slip, with a place", slip["p50"], "ms")
    yield Figure("    99 of 100", slip["p99"], "ms", at_most=most)
    yield Figure("    the right word is searched", slip["meant"], "of all")
    yield Figure(
        "    the same service among the first ten", slip["shown"], "of all", at_least=MENDED
    )
