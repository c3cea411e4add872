"""Own-machine mode as people start it: how long until the first page, and how much memory."""

import re
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figure
from bench.machine import Memory, Plan, memory
from bench.servers import running, wait_for
from bench.visitor import Visitor, csrf
from tests.processes import free_port

SECONDS, MEGABYTES = 3, 200
PASSPHRASE = "a river of small stones"


def measure(folder: Path, plan: Plan) -> Iterator[Figure]:
    """Each time with a new data folder, both cores free, and the slowest start counts."""
    first: list[float] = []
    second: list[float] = []
    memories: list[Memory] = []
    for _ in range(1 if plan.quick else 3):
        data_dir = tempfile.mkdtemp(prefix="own-", dir=folder)
        first.append(_start(data_dir, memories, set_up=True))
        second.append(_start(data_dir, memories, set_up=False))
    yield Figure("first start, to the first page", max(first), "seconds", at_most=SECONDS)
    yield Figure("second start, to the first page", max(second), "seconds", at_most=SECONDS)
    share, size, most = (
        max(getattr(each, name) for each in memories) for name in ("share", "size", "most")
    )
    yield Figure("memory of all processes (PSS)", share, "MB", at_most=MEGABYTES)
    yield Figure("shared pages counted for each (RSS)", size, "MB", at_most=MEGABYTES)
    yield Figure("the most it ever was (RSS)", most, "MB", at_most=MEGABYTES)


def _start(data_dir: str, memories: list[Memory], *, set_up: bool) -> float:
    """Seconds from the command to the first page. Then the room is made, or opened: that derives
    a key from a passphrase, which is the most memory Halved ever takes."""
    port = free_port()
    begun = time.perf_counter()
    with running("halved", "--no-browser", "--port", str(port), HALVED_DATA_DIR=data_dir) as halved:
        assert halved.stdout
        said = re.search(r"http://127\.0\.0\.1:\d+(\S+)", halved.stdout.readline())
        assert said
        wait_for(port, said[1])
        taken = time.perf_counter() - begun
        nia = Visitor(port)
        token = csrf(page := nia.get(said[1]))
        secrets = {"passphrase": PASSPHRASE} | ({"again": PASSPHRASE} if set_up else {})
        nia.post(page.path, csrfmiddlewaretoken=token, **secrets)
        nia.get("/")
        memories.append(memory(halved.pid))
    return taken
