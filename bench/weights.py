"""What pages weigh: bytes over the wire with headers, as Halved itself sends them to a browser that
takes gzip. Only what whoever asks is shown counts; nothing comes from anywhere else."""

import re
from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figure
from bench.machine import Plan
from bench.servers import running, wait_for
from bench.visitor import Visit, Visitor, csrf
from tests.processes import free_port

ASKED, FIRST, AFTER = 20_000, 60_000, 15_000
MOST_REQUESTS = 3


def measure(folder: Path, plan: Plan) -> Iterator[Figure]:
    port = free_port()
    with running("halved", "demo", "--no-browser", "--port", str(port)) as demo:
        assert demo.stdout
        doors = dict(demo.stdout.readline().strip().split(": ", 1) for _ in range(4))
        wait_for(port, "/now/")
        for name, visit in _asked(port, _path(doors["ben"])):
            yield Figure(f"asked: {name}", visit.size, "bytes", at_most=ASKED)
            yield Figure(f"asked: {name}", visit.requests, "requests", at_most=MOST_REQUESTS)
        yield from _signed_in(port, _path(doors["nia"]))


def _asked(port: int, link: str) -> Iterator[tuple[str, Visit]]:
    """The three pages of somebody who was asked; the first two as if they were the first ever."""
    ben = Visitor(port)
    yield "cover", ben.get(link)
    ben.forget_pages()
    letter = ben.post(link)
    yield "letter", letter
    key = re.search(r'name="key" value="([^"]+)"', letter.text)
    assert key
    yield (
        "answer, and the page after it",
        ben.post(f"{link}answer/", key=key[1], answer="yes", words=""),
    )


def _signed_in(port: int, door: str) -> Iterator[Figure]:
    """Home, an ask and its words, with an empty browser and once more."""
    nia = Visitor(port)
    nia.post(door, csrfmiddlewaretoken=csrf(nia.get(door)))
    asks = nia.get("/asks/").text
    ids = list(dict.fromkeys(re.findall(r"/asks/([0-9a-f-]{36})/", asks)))
    draft = next(pk for pk in ids if "/words/" in nia.get(f"/asks/{pk}/").path)
    sent = next(pk for pk in ids if pk != draft)
    pages = {
        "home": "/",
        "an ask": f"/asks/{sent}/",
        "the words of an ask": f"/asks/{draft}/words/",
    }
    for name, path in pages.items():
        nia.forget_pages()
        yield Figure(f"{name}, first visit", nia.get(path).size, "bytes", at_most=FIRST)
        yield Figure(f"{name}, after that", nia.get(path).size, "bytes", at_most=AFTER)


def _path(address: str) -> str:
    return "/" + address.split("/", 3)[3]
