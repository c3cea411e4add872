"""A directory of a million made-up services: bringing it in, its size, and searching it.

`--quick` takes 5,000 services and SQLite alone: its limits of time are not those of the promise.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from bench import directory_search
from bench.directory_data import write_dataset
from bench.figures import Figure
from bench.machine import Plan
from bench.servers import python
from bench.stores import Store, stores

SERVICES, QUICK = 1_000_000, 5_000
MINUTES, MEMORY, INDEX = 20, 500, 2  # for a million services; MB; times the data
LONGEST = 1  # s


def measure(folder: Path, plan: Plan) -> Iterator[Figure]:
    count = QUICK if plan.quick else SERVICES
    data = folder / "directory"
    write_dataset(data, count)
    with stores(folder, plan) as found:
        for [store] in found:
            yield from _bring_in(store, data, count, plan)
            yield from directory_search.search(store, plan)


def _bring_in(store: Store, data: Path, count: int, plan: Plan) -> Iterator[Figure]:
    told = json.loads(python("bench.inside.bring_in", str(data), core=plan.mine, **store.settings))
    again = json.loads(python("bench.inside.bring_in", str(data), core=plan.mine, **store.settings))
    kind = store.kind
    yield Figure(f"bringing in {count:,} services, {kind}", told["minutes"], "min", at_most=MINUTES)
    if kind == "SQLite":  # which lets one write at a time
        yield Figure("    of which others could not write", told["held"], "s")
        yield Figure("    the longest of it at a time", told["longest"], "s", at_most=LONGEST)
    yield Figure("    the most memory", told["memory"], "MB", at_most=MEMORY)
    yield Figure("    services kept", told["kept"], "", at_least=count)
    yield Figure("    the same again", again["minutes"], "min", at_most=MINUTES)
    yield Figure("    rows that changed then", again["changed"], "", at_most=0)
    yield Figure("    services in the store", told["data"], "MB")
    yield Figure("    the index of them", told["index"], "MB")
    yield Figure("    compared", told["index"] / told["data"], "times", at_most=INDEX)
