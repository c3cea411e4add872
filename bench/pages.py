"""The asked person's pages: how many a second, against a Django view that does nothing.

Everything runs on one server at a time: granian, WSGI, one worker process with the threads
`halved serve` gives it, on one core. Each round asks everything once, in turn, and each page is
compared with the empty view of its own round: whatever else the machine does then slows both.

The limits are held on SQLite, against the view in a project as `startproject` makes it. What the
same view does without any middleware, and our pages on PostgreSQL, is told beside that.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from bench import load
from bench.figures import Figure
from bench.machine import Plan, memory
from bench.page import TO_READ, Page, Server, answers, fill, lines, nothing, place
from bench.servers import THREADS, granian, python
from bench.stores import Store, stores
from tests.processes import free_port


def measure(folder: Path, plan: Plan) -> Iterator[Figure]:
    load.wrk()
    rounds = 3 if plan.quick else 7
    with ExitStack() as stack:
        found = [store for [store] in stack.enter_context(stores(folder, plan))]

        def serve(app: str, **env: str) -> Server:
            port = free_port()
            return Server(port, stack.enter_context(granian(app, port, plan.mine, **env)).pid)

        empty, bare = nothing(folder, "empty view"), nothing(folder, "empty view, no middleware")
        pages = {
            empty.name: (empty, serve("bench.empty:application")),
            bare.name: (bare, serve("bench.bare:application")),
        }
        servers = {}
        for store in found:
            links = fill(store, rounds + 1)
            servers[store.kind] = serve("halved.wsgi:application", **store.settings)
            pages |= {page.name: (page, servers[store.kind]) for page in _pages(store, links)}
        for _ in range(rounds + 1):
            for page, server in pages.values():
                page.run(server, plan.other)
        ours = [page for page, _ in pages.values()]
        _tell(ours, rounds)
        for page in ours[2:]:
            share = page.share_of(empty)
            yield Figure(
                f"{page.name}: 1/{1 / share:.1f}", share, "of the empty view", page.at_least
            )
        for store in found:
            share = memory(servers[store.kind].pid).share
            yield Figure(f"memory of the server, {store.kind}", share, "MB (PSS)")
            yield _kept(store, [page for page in ours if page.once and store.kind in page.name])


def _pages(store: Store, links: list[list[str]]) -> list[Page]:
    """Cover and reading go to asks that stay unanswered; each answer goes to another ask."""
    half = len(links) // 2
    kinds = {
        ("cover", 1 / 3): [f"GET /a/{token}/" for token, _ in links[:TO_READ]],
        ("reading", 1 / 5): [f"POST /a/{token}/" for token, _ in links[:TO_READ]],
        ("answering", 1 / 8): answers(links[TO_READ:half]),
        ("answering, with a notice", None): answers(links[half:]),
    }
    pages = []
    for (name, limit), each in kinds.items():
        requests = lines(place(store, name), each)
        at_least = limit if store.kind == "SQLite" else None
        once = name.startswith("answering")
        if once:
            requests = replace(requests, status=303, count=len(each))
        pages.append(Page(f"{name}, {store.kind}", requests, at_least, once))
    return pages


def _kept(store: Store, pages: list[Page]) -> Figure:
    """Every answer that was acknowledged must be in the store. Those that were under way at the
    end of a run may be there as well."""
    there = int(python("bench.inside.count_answers", **store.settings))
    told = sum(done.answered for page in pages for done in page.loads)
    return Figure(f"answers lost, {store.kind}", max(0, told - there), f"of {told:,}", at_most=0)


def _tell(pages: list[Page], rounds: int) -> None:
    print(
        f"  {load.CONNECTIONS} connections, {THREADS} threads, medians of {rounds} rounds\n"
        f"  {'':<38}{'a second':>10}{'p50 ms':>9}{'p99 ms':>9}{'of empty':>10}{'of bare':>10}"
    )
    for page in pages:
        rate, p50, p99 = (page.median(name) for name in ("rate", "p50", "p99"))
        first, second = (f"1/{1 / page.share_of(other):.1f}" for other in pages[:2])
        print(f"  {page.name:<38}{rate:>10,.0f}{p50:>9.1f}{p99:>9.1f}{first:>10}{second:>10}")
