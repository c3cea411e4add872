"""What goes wrong, for long: the power, links that nobody made, crowds, workers that are killed.

`make test` tries a little of each: tests/faults and tests/delivery/test_killed.py.
"""

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.figures import Figure
from bench.machine import Plan
from tests import processes
from tests.delivery.test_killed import Story
from tests.delivery.workers import Workers
from tests.faults import crowds
from tests.faults.power import harm_of_cuts, record_story
from tests.journeys.conftest import World, ask, sign_up
from tests.journeys.visitors import WireVisitor
from tests.smtp import MailServer

MEGABYTE = 1024 * 1024
ANSWERED = 20  # wrong links, before their network is told to wait
Part = Callable[[Path, bool], Iterator[Figure]]


def measure(folder: Path, plan: Plan) -> Iterator[Figure]:
    parts: tuple[Part, ...] = (_power, _wrong_links, _sign_ins, _slow_clients, _killed)
    for part in parts:
        begun = time.monotonic()
        yield from part(Path(tempfile.mkdtemp(dir=folder)), plan.quick)
        yield Figure("    all that took", time.monotonic() - begun, "s")


def _power(folder: Path, quick: bool) -> Iterator[Figure]:
    rounds, cuts = (40, 50) if quick else (200, 1_000)
    record = record_story(folder, rounds)
    harm = harm_of_cuts(record, cuts, folder / "after", seed=2027)
    yield Figure("writes and waits of SQLite", len(record.events), "recorded")
    yield Figure("power cuts", cuts, "", at_least=50 if quick else 200)
    yield Figure("    that damaged or lost anything", len(harm), "of them", at_most=0)


@contextmanager
def _house(folder: Path) -> Iterator[processes.Server]:
    """`halved serve` on SQLite with its four threads, at the real cost of a passphrase."""
    server = processes.start_server(folder, HALVED_PROXIES="1")
    try:
        yield server
    finally:
        server.kill()


def _wrong_links(folder: Path, quick: bool) -> Iterator[Figure]:
    count = 500 if quick else 10_000
    with _house(folder) as server:
        nia, _ = World(server.url).nia()
        link = ask(nia, "Ben").links[0].split("/a/")[1].rstrip("/")
        crowds.open_link(server)
        before = crowds.memory(server.process.pid)
        told = [crowds.open_link(server)[0] for _ in range(count)]
        grown = (crowds.memory(server.process.pid) - before) / MEGABYTE
        here = crowds.open_link(server, link)[0]
        there = crowds.open_link(server, link, address="192.0.2.8")[0]
    yield Figure("wrong links from one address", count)
    yield Figure("    that got an answer", told.count(404), "", at_most=ANSWERED)
    yield Figure("    that were told to wait", told.count(429), "", at_least=count - ANSWERED)
    yield Figure("    memory grown", grown, "MB", at_most=8)
    right = (here == 200) + (there == 200)
    yield Figure("    a right link, there and elsewhere", right, "work", at_least=2)


def _sign_ins(folder: Path, quick: bool) -> Iterator[Figure]:
    count = 40 if quick else 200
    with _house(folder) as server:
        names = [World.new_name() for _ in range(count // crowds.IN_EACH_ROOM)]
        for name in names:
            sign_up(WireVisitor(server.url), name)
        begun = time.monotonic()
        pages = crowds.sign_in_at_once(server, names, count, patience=300)
        took = time.monotonic() - begun
        most = crowds.memory(server.process.pid, "VmHWM") / MEGABYTE
    yield Figure("sign-ins at once, from one network", count)
    yield Figure("    that are in", pages["200 /"], "", at_least=count)
    yield Figure("    until the last is in", took, "s")
    yield Figure("    the most memory (RSS)", most, "MB", at_most=512)


def _slow_clients(folder: Path, quick: bool) -> Iterator[Figure]:
    few, many = (3, 200) if quick else (3, 800)
    kinds = {"half a head": (crowds.HEAD, many), "half a body": (crowds.BODY, few)}
    kinds["read no answer"] = (crowds.READER, many // 5)
    with _house(folder) as server:
        for name, (sent, count) in kinds.items():
            with crowds.slow_clients(server, count, sent):
                slowest = crowds.slowest_of(server, 20)
            yield Figure(f"{count} clients: {name}; Help now", slowest, "s", at_most=5)


def _killed(folder: Path, quick: bool) -> Iterator[Figure]:
    sends, kills = (100, 20) if quick else (2_000, 500)
    with MailServer() as mail:
        settings = {"HALVED_PUBLIC_URL": "http://127.0.0.1:8000", "HALVED_SMTP_URL": mail.url}
        workers = Workers(folder, **settings)
        try:
            story = Story(workers, mail, sends, kills)
            while workers.left() and story.kills < kills:
                story.live_and_be_killed()
            story.finish()
            wrong = story.wrong()
        finally:
            workers.end()
    yield Figure("messages, while workers are killed", sends)
    yield Figure("    workers killed (-9)", story.kills, "", at_least=kills * 0.8)
    yield Figure("    sent again, under the same Message-ID", story.again)
    yield Figure("    lost, or sent though taken back", len(wrong), "", at_most=0)
