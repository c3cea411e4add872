"""Several writes of one process in one commit.

SQLite lets one write at a time, and each commit waits for the disk. Threads that come meanwhile put
their work down here, and the next of them does all of it, so that they wait for the disk once.
PostgreSQL does as much by itself.
"""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock
from typing import Any, TypeVar

from django.db import connection
from django.db.transaction import atomic

Value = TypeVar("Value")

_waiting: deque[tuple[Callable[[], Any], "Future[Any]"]] = deque()
_turn = Lock()


def write(work: Callable[[], Value]) -> Value:
    """Does the work, which is one transaction, and returns what it returns, or raises what it
    raises. By then it is on the disk, unless the caller has begun a transaction of their own.

    Another thread may do it, and do it twice: when something fails in a commit that several
    share, nothing of it was written, and each is done once more in a commit of its own.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return work()
    mine: Future[Value] = Future()
    _waiting.append((work, mine))
    with _turn:
        if not mine.done():
            _write_all([_waiting.popleft() for _ in range(len(_waiting))])
    return mine.result()


def _write_all(some: list[tuple[Callable[[], Any], "Future[Any]"]]) -> None:
    if len(some) > 1 and _together(some):
        return
    for work, told in some:
        try:
            told.set_result(work())
        except BaseException as error:
            told.set_exception(error)


def _together(some: list[tuple[Callable[[], Any], "Future[Any]"]]) -> bool:
    try:
        with atomic():
            values = [work() for work, _ in some]
    except Exception:  # whose it is, each finds out alone
        return False
    for (_, told), value in zip(some, values, strict=True):
        told.set_result(value)
    return True
