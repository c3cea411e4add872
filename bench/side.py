"""Side by side: a view that says two letters and three pages of ours, with 1, 2 and 4 workers.

`halved serve` as people start it, beside the empty view of a new Django project on the same server,
each with as many workers of four threads. They share every core but one. That one makes the load
and carries PostgreSQL, as if it were another machine. CPU is what the server itself uses.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from bench import load
from bench.figures import Figure
from bench.machine import Plan, memory
from bench.page import TO_READ, Page, Server, answers, fill, lines, nothing, place
from bench.servers import granian, python
from bench.stores import Store, stores
from tests.processes import free_port

WORKERS = (1, 2, 4)


def measure(folder: Path, plan: Plan) -> Iterator[Figure]:
    load.wrk()
    rounds = 2 if plan.quick else 5
    cores = os.sched_getaffinity(0) - {plan.other}
    with stores(folder, plan) as found:
        empty = nothing(folder, "empty view")
        pages = {store.kind: (store, _pages(store, rounds)) for [store] in found}
        print(f"  {load.CONNECTIONS} connections; the workers share {len(cores)} of the cores")
        for workers in WORKERS:
            with ExitStack() as stack:

                def serve(app: str, **env: str) -> Server:
                    port = free_port()
                    started = granian(app, port, cores, workers=workers, **env)  # noqa: B023
                    return Server(port, stack.enter_context(started).pid)

                asked = [(empty, serve("bench.empty:application"))]
                for store, ours in pages.values():
                    server = serve("halved.wsgi:application", **store.settings)
                    asked += [(page, server) for page in ours]
                yield from _compare(asked, rounds, plan, workers)


def _compare(
    asked: list[tuple[Page, Server]], rounds: int, plan: Plan, workers: int
) -> Iterator[Figure]:
    for _ in range(rounds + 1):
        for page, server in asked:
            page.run(server, plan.other)
    said = "1 worker" if workers == 1 else f"{workers} workers"
    print(f"  {said:<28}{'a second':>10}{'p50 ms':>9}{'p99 ms':>9}{'CPU µs':>9}{'MB (PSS)':>10}")
    for page, server in asked:
        rate, p50, p99 = (page.median(name) for name in ("rate", "p50", "p99"))
        megabytes = memory(server.pid).share
        print(
            f"  {page.name:<28}{rate:>10,.0f}{p50:>9.1f}{p99:>9.1f}"
            f"{page.cost:>9.0f}{megabytes:>10.0f}"
        )
    (empty, _), *ours = asked
    for page, _ in ours:
        share = page.share_of(empty)
        yield Figure(f"{page.name}, {said}: 1/{1 / share:.1f}", share, "of the empty view")
    for page, _ in asked:
        page.start_over()


def _pages(store: Store, rounds: int) -> list[Page]:
    links = fill(store, len(WORKERS) * (rounds + 1))
    cookie = python("bench.inside.open_a_room", **store.settings).strip()
    reading = lines(place(store, "reading"), [f"POST /a/{token}/" for token, _ in links[:TO_READ]])
    answering = lines(place(store, "answering"), answers(links[TO_READ:]))
    answering = replace(answering, status=303, count=len(links) - TO_READ)
    home = replace(lines(place(store, "home"), ["GET /"]), cookie=cookie)
    return [
        Page(f"asked page, {store.kind}", reading),
        Page(f"answer, {store.kind}", answering, once=True),
        Page(f"home, {store.kind}", home),
    ]
