"""Very many at once, and some who never finish, at a real server."""

import http.client
import re
import secrets
import socket
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.conftest import PASSPHRASE
from tests.journeys.visitors import WireVisitor
from tests.processes import Server

FLAT = "192.0.2.7"
QUICK = 0.3  # seconds; a page of a server with nothing else to do takes a tenth of it
IN_EACH_ROOM = 10  # devices that sign in to one room
HEAD = b"GET /now/ HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "
BODY = (
    b"POST /sign-in/ HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nlogin="
)
READER = b"GET /now/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" * 4


# --- links that lead nowhere ------------------------------------------------------------------


def open_link(server: Server, token: str = "", address: str = FLAT) -> tuple[int, str]:
    """Status and page; a made-up link without a token."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    try:
        headers = {"X-Forwarded-For": address}
        connection.request("GET", f"/a/{token or secrets.token_urlsafe(16)}/", headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


# --- signing in -------------------------------------------------------------------------------


def sign_in_at_once(server: Server, names: list[str], count: int, patience: float) -> Counter[str]:
    """So many, in one network, with the right passphrase. How often each page came in the end."""
    visitors = [WireVisitor(server.url) for _ in range(count)]
    for visitor in visitors:
        visitor.patience, visitor.address = patience, FLAT
        visitor.open("/sign-in/")
    for number, visitor in enumerate(visitors):
        form = {"login": names[number % len(names)], "password": PASSPHRASE}
        visitor.send(form, wait=False)
    for visitor in visitors:
        visitor.arrive()
    return Counter(f"{visitor.status} {visitor.path}" for visitor in visitors)


def memory(pid: int, what: str = "VmRSS") -> int:
    """Bytes that a process and its children hold; with "VmHWM", the most that each ever did."""
    status = Path(f"/proc/{pid}/status").read_text()
    found = re.search(rf"{what}:\s+(\d+) kB", status)
    assert found
    children = Path(f"/proc/{pid}/task").glob("*/children")
    return int(found[1]) * 1024 + sum(
        memory(int(child), what) for line in children for child in line.read_text().split()
    )


# --- slow clients -----------------------------------------------------------------------------


@contextmanager
def slow_clients(server: Server, count: int, sent: bytes) -> Iterator[list[socket.socket]]:
    """So many connections that send this and then neither send nor read any more."""
    found = []
    for _ in range(count):
        caller = socket.socket()
        caller.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        caller.connect(("127.0.0.1", server.port))
        caller.sendall(sent)
        found.append(caller)
    try:
        yield found
    finally:
        for caller in found:
            caller.close()


def slowest_of(server: Server, count: int) -> float:
    """Seconds that the slowest of so many visits to Help now takes, one after the other. What was
    asked for before them is work, and is waited for."""
    end = time.monotonic() + 60
    while _visit(server) > QUICK and time.monotonic() < end:
        pass
    return max(_visit(server) for _ in range(count))


def _visit(server: Server) -> float:
    """How long Help now takes; a minute when nothing comes."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    begun = time.perf_counter()
    try:
        with suppress(TimeoutError):
            connection.request("GET", "/now/GB/")
            assert connection.getresponse().status == 200
    finally:
        connection.close()
    return time.perf_counter() - begun
