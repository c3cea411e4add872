"""Writes of several threads in one commit."""

import threading
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.db import connections
from django.db.transaction import on_commit

from halved import group_commit
from halved.delivery.models import OptOut
from tests.asks.asking import NOON

pytestmark = pytest.mark.django_db(transaction=True)


class Writers:
    """Threads that write while one commit is under way."""

    def __init__(self) -> None:
        self.log: list[str] = []
        self.raised: dict[str, str] = {}
        self.may_end = threading.Event()

    def start(self, name: str, work: Callable[[], Any]) -> threading.Thread:
        def run() -> None:
            try:
                group_commit.grouped(work)()
            except Exception as error:
                self.raised[name] = str(error)
            finally:
                connections.close_all()

        thread = threading.Thread(target=run)
        thread.start()
        return thread

    def keep(self, name: str, *, broken: bool = False) -> None:
        self.log.append(name)
        on_commit(lambda: self.log.append(f"{name} is written"))
        OptOut.objects.create(address_hash=name.encode(), created_at=NOON)
        if broken:
            raise RuntimeError(f"{name} broke")

    def hold_up(self) -> None:
        OptOut.objects.create(address_hash=b"first", created_at=NOON)
        self.may_end.wait(10)

    def all_at_once(self, **works: Callable[[], Any]) -> None:
        """Each comes, in this order, while the first one writes."""
        threads = [self.start("first", self.hold_up)]
        _until(group_commit._turn.locked)
        for number, (name, work) in enumerate(works.items(), 1):
            threads.append(self.start(name, work))
            _until(lambda seen=number: len(group_commit._waiting) == seen)
        self.may_end.set()
        for thread in threads:
            thread.join(10)


def _until(true: Callable[[], bool]) -> None:
    pause = threading.Event()
    for _ in range(2_000):
        if true():
            return
        pause.wait(0.005)
    raise AssertionError("it never came")


@pytest.fixture
def writers() -> Writers:
    return Writers()


def names() -> set[bytes]:
    return {bytes(row.address_hash) for row in OptOut.objects.all()}


def test_what_waited_is_written_in_one_commit(writers):
    works = {name: partial(writers.keep, name) for name in ("ben", "cleo", "olu")}

    writers.all_at_once(**works)

    done = ["ben is written", "cleo is written", "olu is written"]
    assert writers.log == ["ben", "cleo", "olu", *done]
    assert names() == {b"first", b"ben", b"cleo", b"olu"}
    assert writers.raised == {}


def test_one_that_fails_takes_nothing_of_the_others_with_it(writers):
    writers.all_at_once(
        ben=partial(writers.keep, "ben"),
        cleo=partial(writers.keep, "cleo", broken=True),
        olu=partial(writers.keep, "olu"),
    )

    assert names() == {b"first", b"ben", b"olu"}
    assert writers.raised == {"cleo": "cleo broke"}


@pytest.mark.store
def test_what_returns_and_what_raises_come_back_to_the_caller():
    @group_commit.grouped
    def divided(number: int, *, by: int) -> float:
        OptOut.objects.create(address_hash=str(by).encode(), created_at=NOON)
        return number / by

    assert divided(14, by=2) == 7
    with pytest.raises(ZeroDivisionError):
        divided(14, by=0)
    assert names() == {b"2"}
