"""The worker: what a look for due work costs when very many wait, and how many moves it makes."""

import statistics
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from subprocess import Popen

from bench.figures import Figure
from bench.machine import Plan
from bench.servers import python, running
from bench.stores import stores

FEW = 1_000
WITHIN = 0.2
MOVES = 1_000  # a second
ROUNDS = 9


def measure(folder: Path, plan: Plan) -> Iterator[Figure]:
    many, moves = (50_000, 1_000) if plan.quick else (1_000_000, 2_000)
    with ExitStack() as stack:
        for few, lots, empty in stack.enter_context(stores(folder, plan, count=3)):
            workers = [
                stack.enter_context(
                    running("bench.inside.wait_long", str(count), core=plan.mine, **store.settings)
                )
                for store, count in ((few, FEW), (lots, many))
            ]
            cost = _looks(workers)
            name = f"a look with {many:,} waiting, {lots.kind}"
            yield Figure(f"a look with {FEW:,} waiting, {few.kind}", cost[0], "µs")
            yield Figure(name, cost[1], "µs")
            yield Figure("    compared, look by look", cost[2], "times", 1 - WITHIN, 1 + WITHIN)
            rate = float(
                python("bench.inside.move_many", str(moves), core=plan.mine, **empty.settings)
            )
            yield Figure(f"due moves, {empty.kind}", rate, "a second", at_least=MOVES)


def _looks(workers: list[Popen[str]]) -> tuple[float, float, float]:
    """Microseconds with few and with many, and how many times as much: medians over rounds in
    which both take turns."""
    for worker in workers:
        assert worker.stdout
        assert worker.stdout.readline() == "ready\n"
    rounds = [[_look(worker) for worker in workers] for _ in range(ROUNDS + 1)][1:]
    few, many = zip(*rounds, strict=True)
    shares = [more / less for less, more in rounds]
    return statistics.median(few), statistics.median(many), statistics.median(shares)


def _look(worker: Popen[str]) -> float:
    assert worker.stdin
    assert worker.stdout
    worker.stdin.write("look\n")
    worker.stdin.flush()
    return float(worker.stdout.readline())
