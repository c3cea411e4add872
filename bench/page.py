"""Pages that are asked for again and again, and how that went."""

import statistics
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from bench import load
from bench.load import Load, Requests
from bench.machine import cpu_time
from bench.servers import python
from bench.stores import Store

TO_READ = 2_000  # invitations that nobody answers
MOST_PER_SECOND = 2_000  # no machine we know takes more answers
SAID = "answer=yes&words=Of+course.+I%27ll+be+there+at+four."


class Server(NamedTuple):
    port: int
    pid: int


@dataclass
class Page:
    """One page, and how its rounds went. The first one warms up and does not count."""

    name: str
    requests: Requests
    at_least: float | None = None
    once: bool = False  # each line may be sent once only
    loads: list[Load] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)  # µs of processor time for each answer

    def run(self, server: Server, core: int) -> None:
        """One round: a second long."""
        before = cpu_time(server.pid)
        done = load.run(server.port, self.requests, core)
        self.costs.append((cpu_time(server.pid) - before) / done.answered * 1e6)
        if self.once:
            rest = self.requests.count - done.sent
            if rest < 0:
                raise SystemExit(f"bench: {self.name} needs more than {self.requests.count} lines")
            first = self.requests.first + done.sent
            self.requests = replace(self.requests, first=first, count=rest)
        self.loads.append(done)

    def start_over(self) -> None:
        """What was measured is forgotten; what was sent is not."""
        self.loads, self.costs = [], []

    def median(self, name: str) -> float:
        return statistics.median(getattr(done, name) for done in self.loads[1:])

    @property
    def cost(self) -> float:
        return statistics.median(self.costs[1:])

    def share_of(self, other: "Page") -> float:
        """Its speed in parts of the other's: the median over the rounds."""
        pairs = zip(self.loads[1:], other.loads[1:], strict=True)
        return statistics.median(mine.rate / theirs.rate for mine, theirs in pairs)


def nothing(folder: Path, name: str) -> Page:
    """The page of a view that says two letters."""
    return Page(name, lines(folder / "nothing", ["GET /"]))


def fill(store: Store, rounds: int) -> list[list[str]]:
    """Asks to read, and asks to answer, of which no two rounds get the same. Returns the token of
    each link, and the key of its form."""
    count = TO_READ + 2 * rounds * MOST_PER_SECOND
    python("bench.inside.ask_many", str(count), str(place(store, "links")), **store.settings)
    return [line.split() for line in place(store, "links").read_text().splitlines()]


def answers(links: list[list[str]]) -> list[str]:
    return [f"POST /a/{token}/answer/ key={key}&{SAID}" for token, key in links]


def place(store: Store, name: str) -> Path:
    return Path(store.settings["HALVED_DATA_DIR"]) / name


def lines(path: Path, each: list[str]) -> Requests:
    """Requests that are sent in turn, each of which must get 200."""
    path.write_text("\n".join(each) + "\n")
    return Requests(path, status=200)
