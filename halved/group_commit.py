"""Several writes of one process in one commit.

SQLite lets one write at a time, and each commit waits for the disk. Threads that come meanwhile put
their work down here, and the next of them does all of it, so that they wait for the disk once.
PostgreSQL does as much by itself.
"""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial, wraps
from threading import Lock
from typing import Any, ParamSpec, TypeVar

from django.db import connection
from django.db.transaction import atomic

Given = ParamSpec("Given")
Value = TypeVar("Value")
Work = tuple[Callable[[], Any], "Future[Any]"]

_waiting: deque[Work] = deque()
_turn = Lock()


def grouped(work: Callable[Given, Value]) -> Callable[Given, Value]:
    """As atomic: one transaction. When it returns, it is on the disk, unless the caller has begun a
    transaction of their own.

    Another thread may do the work, and do it twice: when something fails in a commit that several
    share, nothing of it was written, and each is done once more in a commit of its own.
    """

    @wraps(work)
    def write(*args: Given.args, **named: Given.kwargs) -> Value:
        if connection.vendor != "sqlite" or connection.in_atomic_block:
            return _alone(partial(work, *args, **named))
        mine: Future[Value] = Future()
        _waiting.append((partial(work, *args, **named), mine))
        with _turn:
            if not mine.done():
                _write_all([_waiting.popleft() for _ in range(len(_waiting))])
        return mine.result()

    return write


def _write_all(some: list[Work]) -> None:
    if len(some) > 1 and _together(some):
        return
    for work, told in some:
        try:
            told.set_result(_alone(work))
        except BaseException as error:
            told.set_exception(error)


def _together(some: list[Work]) -> bool:
    try:
        with atomic():
            values = [work() for work, _ in some]
    except Exception:  # whose it is, each finds out alone
        return False
    for (_, told), value in zip(some, values, strict=True):
        told.set_result(value)
    return True


def _alone(work: Callable[[], Value]) -> Value:
    with atomic():
        return work()
