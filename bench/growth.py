"""Growth: the same visits in stores of ten thousand, a hundred thousand and a million members. Each
of them has asked ten people. It needs about 60 GB of disk, and most of an hour."""

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figure
from bench.machine import Plan
from bench.picture import Curve, draw
from bench.servers import python
from bench.stores import Store, stores

SIZES, FEW = (10_000, 100_000, 1_000_000), (1_000, 10_000)
SAME = 1.2  # times what it took in the smallest store
GROWS = ("backup", "tidying up")  # with all there is


def measure(folder: Path, plan: Plan) -> Iterator[Figure]:
    curves: list[Curve] = []
    with stores(folder, plan) as found:
        for [store] in found:
            points: dict[str, list[tuple[float, float]]] = {}
            yield from _grow(store, plan, points)
            for name, each in points.items():
                curves.append(Curve(f"{name}, {store.kind}", each))
                if name not in GROWS:
                    (few, least), *_, (many, most) = each
                    said = f"{name}, {many:,} against {few:,} members, {store.kind}"
                    yield Figure(said, most / least, "times", at_most=SAME)
            shutil.rmtree(store.settings["HALVED_DATA_DIR"])
    if plan.picture:
        plan.picture.write_text(draw(curves))


def _grow(
    store: Store, plan: Plan, points: dict[str, list[tuple[float, float]]]
) -> Iterator[Figure]:
    """Adds to `points` what each visit took at each size, in milliseconds."""
    sealing = before = 0.0
    for size in FEW if plan.quick else SIZES:
        begun = time.monotonic()
        told = python("bench.inside.grow", f"{before:.0f}", str(size), **store.settings)
        sealing, before = sealing or float(told), size
        minutes = (time.monotonic() - begun) / 60
        yield Figure(f"{size:,} members, {store.kind}: filled in", minutes, "minutes")
        yield Figure("    to seal all of it for real", sealing * size / 3.6e6, "hours (CPU)")
        visits = json.loads(python("bench.inside.visit_many", core=plan.mine, **store.settings))
        visits["backup"], megabytes = _back_up(store)
        for name, taken in visits.items():
            points.setdefault(name, []).append((size, taken))
            yield Figure(f"    {name}", taken, "ms")
        yield Figure("    of which the copy weighs", megabytes, "MB")


def _back_up(store: Store) -> tuple[float, float]:
    """Milliseconds and megabytes of a copy."""
    copy = Path(store.settings["HALVED_DATA_DIR"]) / "copy"
    begun = time.monotonic()
    python("halved", "backup", str(copy), **store.settings)
    taken, weight = (time.monotonic() - begun) * 1e3, copy.stat().st_size / 1e6
    copy.unlink()
    return taken, weight
