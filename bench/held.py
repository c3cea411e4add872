"""Load held: members write and ask, people answer, ten minutes at 70 % of the peak.

First everybody does as much as they can, which gives the peak. Then each request has its moment,
and how long it took is counted from there: nobody is let off because the one before was slow.
One `halved serve` on one core, one `halved work` beside the load.

A room costs more the more stands in it. So there are enough members that each has a handful of
evenings, and each has as many people to ask as that takes and some more. With sixty members, who
had fifty-seven evenings each, what had been 70 % of the peak was all of it before the end.

A machine that is shared with others may be half as fast for a moment, and everybody waits then,
whatever the server does. So a view that only counts is held as well, before and after.
"""

import json
import os
import random
import statistics
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack
from email.message import EmailMessage
from itertools import count, cycle
from pathlib import Path

from bench.cluster.people import Ben, Ledger, Nia, Person, Stopped, is_ask, token_in
from bench.figures import Figure
from bench.machine import Plan, memory
from bench.servers import granian, python, running, wait_for
from bench.stores import Store, stores
from tests.journeys.visitors import WireVisitor
from tests.processes import free_port
from tests.smtp import MailServer

MEMBERS, QUICK_MEMBERS, CIRCLE = 600, 32, 20
ASKING, ANSWERING = 32, 8  # threads
ARRIVING = 5  # seconds in which those who ask come: in step, they would all open home at once
SHARE = 0.7
SLOWEST = 5  # p99 in p50
WINDOW = 30  # seconds: how many of these kept the limit is told as well
MORE_MEMORY = 1.1  # at the end, of what it was after a fifth of the time


class Pace:
    """Gives each request its moment: so many a second, or at once. Says how long each took, once
    everybody has arrived: before, there is nobody yet to keep many a moment."""

    def __init__(self, rate: float | None) -> None:
        self.every = 1 / rate if rate else 0.0
        self.taken: list[tuple[float, float]] = []  # moment, seconds from there
        self.overslept: list[float] = []  # by threads that were free: not the server's doing
        self._next, self._lock = time.monotonic(), threading.Lock()
        self.starts_at = self._next + ARRIVING

    def wait(self) -> float:
        """Returns the moment, when it has come."""
        if not self.every:
            return time.monotonic()
        with self._lock:
            now = time.monotonic()
            moment = max(self._next, now) if now < self.starts_at else self._next
            self._next = moment + self.every
        if (early := moment - time.monotonic()) > 0:
            time.sleep(early)
            self.overslept.append(time.monotonic() - moment)
        return moment


class Paced(Person):
    pace: Pace

    def _fetch(self, method: str, path: str, body: str) -> tuple[int, dict[str, str], str]:
        if self.stopping.is_set():  # the rest of an evening would come after the time is up
            raise Stopped
        moment = self.pace.wait()
        came = super()._fetch(method, path, body)
        if moment >= self.pace.starts_at:
            self.pace.taken.append((moment, time.monotonic() - moment))
        return came


class PacedNia(Paced, Nia):
    def evening(self, contact: str, address: str) -> None:
        """Puts something down, looks at it, and asks somebody."""
        self.open("/")
        self.send({"words": "Mum comes home on Thursday, and the stairs are steep."})
        self.open("/")
        self.ask(contact, address)


class PacedBen(Paced, Ben):
    pass


def _each(mail: MailServer) -> Iterator[EmailMessage | None]:
    """The messages as they come, and None while there is no new one."""
    for place in count():
        while len(mail.messages) <= place:
            yield None
        yield mail.messages[place]


class Host:
    """`halved serve` and `halved work` on one store, with members and those they ask."""

    def __init__(self, store: Store, plan: Plan, stack: ExitStack) -> None:
        self.mail = stack.enter_context(MailServer())
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        env = store.settings | {
            "HALVED_PUBLIC_URL": self.url,
            "HALVED_SMTP_URL": self.mail.url,
            "HALVED_PROXIES": "1",
        }
        members = QUICK_MEMBERS if plan.quick else MEMBERS
        circles = json.loads(python("bench.cluster.inside.fill", str(members), str(CIRCLE), **env))
        serve = ("halved", "serve", "--port", str(port))
        self.serve = stack.enter_context(running(*serve, core=plan.mine, **env)).pid
        self.work = stack.enter_context(running("halved", "work", core=plan.other, **env)).pid
        wait_for(port, "/health/ready")
        self.ledger, self.stopping = Ledger(), threading.Event()
        self.members = [(self._sign_in(name), iter(circle)) for name, circle in circles.items()]
        self.problems: list[str] = []
        self._mails, self._reading = _each(self.mail), threading.Lock()

    def _sign_in(self, name: str) -> PacedNia:
        nia = PacedNia(self.url, self.ledger, self.stopping)
        nia.pace = Pace(None)
        nia.sign_in(name)
        return nia

    def live(self, seconds: float, rate: float | None) -> Pace:
        """All of them, for so long. Returns what each request took."""
        pace = Pace(rate)
        self.stopping.clear()
        ben = [PacedBen(self.url, self.ledger, self.stopping) for _ in range(ANSWERING)]
        for person in (*ben, *(nia for nia, _ in self.members)):
            person.pace = pace
        share = [self.members[place::ASKING] for place in range(ASKING)]
        threads = [threading.Thread(target=self._ask, args=(some,)) for some in share]
        threads += [threading.Thread(target=self._answer, args=(each,)) for each in ben]
        for thread in threads:
            thread.start()
        time.sleep(ARRIVING + seconds)
        self.stopping.set()
        for thread in threads:
            thread.join(60)
        return pace

    def _ask(self, members: list[tuple[PacedNia, Iterator[list[str]]]]) -> None:
        self.stopping.wait(random.uniform(0, ARRIVING))
        for nia, circle in cycle(members):
            if self.stopping.is_set():
                return
            try:
                nia.evening(*next(circle))
            except Stopped:
                return
            except (AssertionError, StopIteration) as error:
                self.problems.append(f"{type(error).__name__}: {error}"[:300])
                return

    def _answer(self, ben: PacedBen) -> None:
        while not self.stopping.is_set():
            with self._reading:
                message = next(self._mails, None)
            if message is None:
                self.stopping.wait(0.05)
            elif is_ask(message):
                try:
                    ben.answer(token_in(message), "yes", "")
                except Stopped:
                    return
                except AssertionError as error:
                    self.problems.append(f"{type(error).__name__}: {error}"[:300])

    def memory(self) -> float:
        return memory(self.serve).share + memory(self.work).share


def measure(folder: Path, plan: Plan) -> Iterator[Figure]:
    peak_for, held_for = (5, 20) if plan.quick else (60, 600)
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {plan.other})
    try:
        yield from _counting(plan)
        with ExitStack() as stack:
            for [store] in stack.enter_context(stores(folder, plan)):
                with ExitStack() as host:
                    yield from _hold(Host(store, plan, host), store.kind, peak_for, held_for)
        yield from _counting(plan)
    finally:
        os.sched_setaffinity(0, before)


def _counting(plan: Plan) -> Iterator[Figure]:
    """What the machine itself makes of a steady load."""
    peak_for, held_for = (2, 5) if plan.quick else (15, 120)
    port = free_port()
    with granian("bench.counting:application", port, plan.mine):
        peak = len(_count(port, peak_for, None).taken) / peak_for
        pace = _count(port, held_for, SHARE * peak)
    yield Figure("a view that only counts, the most", peak, "requests a second")
    yield from _told(pace, held_for)


def _count(port: int, seconds: float, rate: float | None) -> Pace:
    pace, stopping = Pace(rate), threading.Event()

    def visit() -> None:
        visitor = WireVisitor(f"http://127.0.0.1:{port}")
        while not stopping.is_set():
            moment = pace.wait()
            visitor.open("/")
            if moment >= pace.starts_at:
                pace.taken.append((moment, time.monotonic() - moment))

    threads = [threading.Thread(target=visit) for _ in range(ASKING + ANSWERING)]
    for thread in threads:
        thread.start()
    time.sleep(ARRIVING + seconds)
    stopping.set()
    for thread in threads:
        thread.join(60)
    return pace


def _told(pace: Pace, held_for: int, at_most: float | None = None) -> Iterator[Figure]:
    """p99 of each half minute is held against p50 of all: where everybody waits, p50 does too."""
    windows = defaultdict(list)
    for moment, seconds in pace.taken:
        window = int((moment - pace.starts_at) / WINDOW)
        windows[min(window, max(held_for // WINDOW, 1) - 1)].append(seconds)
    p50, p99 = _middle_and_slowest([seconds for _, seconds in pace.taken])
    shares = [_middle_and_slowest(some)[1] / p50 for some in windows.values()]
    yield Figure("    p50", p50 * 1000, "ms")
    yield Figure("    p99", p99 * 1000, "ms")
    yield Figure("    p99 in p50", p99 / p50, "times", at_most=at_most)
    kept = sum(share <= SLOWEST for share in shares)
    yield Figure(f"    half minutes with at most {SLOWEST}, of {len(shares)}", kept)
    yield Figure("    in the half minute in the middle", statistics.median(shares), "times")
    overslept = sorted(pace.overslept)[int(len(pace.overslept) * 0.99)]
    yield Figure("    the bench itself was late, p99", overslept * 1000, "ms")


def _middle_and_slowest(taken: list[float]) -> tuple[float, float]:
    """p50 and p99."""
    taken = sorted(taken)
    return statistics.median(taken), taken[int(len(taken) * 0.99)]


def _hold(host: Host, kind: str, peak_for: int, held_for: int) -> Iterator[Figure]:
    peak = len(host.live(peak_for, None).taken) / peak_for
    yield Figure(f"the most, {kind}", peak, "requests a second")
    early = threading.Timer(held_for / 5, lambda: sizes.append(host.memory()))
    sizes: list[float] = []
    early.start()
    pace = host.live(held_for, SHARE * peak)
    early.join()
    held = len(pace.taken) / held_for
    yield Figure(f"{held_for} s at 70 % of it, {kind}", held, "requests a second")
    yield from _told(pace, held_for, at_most=SLOWEST)
    yield Figure(
        "    memory at the end, of a fifth in",
        host.memory() / sizes[0],
        "times",
        at_most=MORE_MEMORY,
    )
    yield Figure("    memory of serve and work", host.memory(), "MB (PSS)")
    answered = len(host.ledger.answers)
    yield Figure("    asked and answered", answered, "times")
    yield Figure("    evenings of each member", answered / len(host.members))
    wrong = [*host.problems, *(failure.what for failure in host.ledger.failures)]
    for what in wrong[:5]:
        print(f"  {what}")
    yield Figure("    errors", len(wrong), at_most=0)
