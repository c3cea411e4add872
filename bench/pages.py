"""The asked person's pages: how many a second, against a Django view that does nothing.

Everything runs on one server at a time: granian, WSGI, one worker process with the
threads `halved serve` gives it, on one core. The limits are held against the view without any
middleware. Each round asks everything once, in turn, and each page is compared with the bare view
of its own round: whatever else the machine does then slows both.
"""

import statistics
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from bench import load
from bench.figures import Figure
from bench.load import Load, Requests
from bench.machine import Plan, memory
from bench.servers import THREADS, granian, python
from bench.stores import Store, stores
from tests.processes import free_port

TO_READ = 2_000  # invitations that nobody answers
MOST_PER_SECOND = 2_000  # no machine we know takes more answers
SAID = "answer=yes&words=Of+course.+I%27ll+be+there+at+four."


@dataclass
class Page:
    """One page, and how its rounds went. The first one warms up and does not count."""

    name: str
    port: int
    requests: Requests
    at_least: float | None = None
    once: bool = False  # each line may be sent once only
    loads: list[Load] = field(default_factory=list)

    def run(self, core: int) -> None:
        done = load.run(self.port, self.requests, core)
        if self.once:
            rest = self.requests.count - done.sent
            if rest < 0:
                raise SystemExit(f"bench: {self.name} needs more than {self.requests.count} lines")
            first = self.requests.first + done.sent
            self.requests = replace(self.requests, first=first, count=rest)
        self.loads.append(done)

    def median(self, name: str) -> float:
        return statistics.median(getattr(done, name) for done in self.loads[1:])

    def share_of(self, other: "Page") -> float:
        """Its speed in parts of the other's: the median over the rounds."""
        pairs = zip(self.loads[1:], other.loads[1:], strict=True)
        return statistics.median(mine.rate / theirs.rate for mine, theirs in pairs)


def measure(folder: Path, plan: Plan) -> Iterator[Figure]:
    load.wrk()
    rounds = 3 if plan.quick else 7
    with ExitStack() as stack:
        found = [store for [store] in stack.enter_context(stores(folder, plan))]

        def serve(app: str, **env: str) -> tuple[int, int]:
            port = free_port()
            return port, stack.enter_context(granian(app, port, plan.mine, **env)).pid

        nothing = _file(folder / "nothing", ["GET /"])
        empty = Page("empty view", serve("bench.empty:application")[0], nothing)
        bare = Page("empty view, no middleware", serve("bench.bare:application")[0], nothing)
        pages = [empty, bare]
        servers = {}
        for store in found:
            _fill(store, rounds)
            port, servers[store.kind] = serve("halved.wsgi:application", **store.settings)
            pages += _pages(store, port)
        for _ in range(rounds + 1):
            for page in pages:
                page.run(plan.other)
        _tell(pages, rounds)
        for page in pages[2:]:
            share = page.share_of(bare)
            name = f"{page.name}: 1/{1 / share:.1f}"
            yield Figure(name, share, "of the bare view", page.at_least)
        for store in found:
            yield Figure(
                f"memory of the server, {store.kind}", memory(servers[store.kind]).share, "MB (PSS)"
            )
            yield _kept(store, [page for page in pages if page.once and store.kind in page.name])


def _fill(store: Store, rounds: int) -> None:
    """Asks to read, and asks to answer, of which no two rounds get the same."""
    count = TO_READ + 2 * (rounds + 1) * MOST_PER_SECOND
    python("bench.inside.ask_many", str(count), str(_links(store)), **store.settings)


def _pages(store: Store, port: int) -> list[Page]:
    """Cover and reading go to asks that stay unanswered; each answer goes to another ask."""
    links = [line.split() for line in _links(store).read_text().splitlines()]
    half = len(links) // 2
    kinds = {
        ("cover", 1 / 3): [f"GET /a/{token}/" for token, _ in links[:TO_READ]],
        ("reading", 1 / 5): [f"POST /a/{token}/" for token, _ in links[:TO_READ]],
        ("answering", 1 / 8): _answers(links[TO_READ:half]),
        ("answering, with a notice", None): _answers(links[half:]),
    }
    pages = []
    for (name, at_least), lines in kinds.items():
        requests = _file(_links(store).with_name(name), lines)
        once = name.startswith("answering")
        if once:
            requests = replace(requests, status=303, count=len(lines))
        pages.append(Page(f"{name}, {store.kind}", port, requests, at_least, once))
    return pages


def _answers(links: list[list[str]]) -> list[str]:
    return [f"POST /a/{token}/answer/ key={key}&{SAID}" for token, key in links]


def _links(store: Store) -> Path:
    return Path(store.settings["HALVED_DATA_DIR"]) / "links"


def _file(path: Path, lines: list[str]) -> Requests:
    path.write_text("\n".join(lines) + "\n")
    return Requests(path, status=200)


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
