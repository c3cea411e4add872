"""The process that sends: it stops politely, outlives its store being away, and never gives up."""

import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import InterfaceError
from django.utils import timezone

from halved import worker
from halved.accounts.models import Session
from halved.accounts.sessions import SessionStore
from halved.delivery import actions as delivery
from halved.delivery.models import Message, Written
from halved.delivery.rules import LEASE, WEEK
from tests.delivery.workers import Workers, wait_until

MORNING = datetime(2027, 3, 2, 8, 0, tzinfo=UTC)


def zone_where_it_is_noon() -> str:
    """A place where people may be written to now."""
    east = 12 - timezone.now().hour
    return f"Etc/GMT{-east:+d}"


# --- told to stop -----------------------------------------------------------------------------


@pytest.mark.store
def test_a_worker_that_is_told_to_stop_finishes_what_it_has_in_hand(workers, mail, start_worker):
    now = timezone.now()
    people = workers.fill(30, now, zone_where_it_is_noon())
    mail.mode, mail.wait = "slow", 1
    running = start_worker(workers.env)
    mail.wait_for(1)

    running.stop(10)

    assert running.process.returncode == 0
    assert workers.states()["sent"] == len(mail.messages) < 10
    mail.mode = "accept"
    workers.start(now + timedelta(minutes=1))
    wait_until(lambda: workers.left() == 0, "the next worker has sent the rest")
    assert sorted(str(message["To"]) for message in mail.messages) == sorted(people)


# --- the store is away ------------------------------------------------------------------------


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Another process writes to the SQLite file for a long time."""
    with closing(sqlite3.connect(file, isolation_level=None)) as store:
        store.execute("BEGIN EXCLUSIVE")
        yield
        store.execute("ROLLBACK")


@contextmanager
def shut(url: str) -> Iterator[None]:
    """PostgreSQL ends every connection to the database and lets nobody in."""
    import psycopg
    from psycopg import sql

    name = url.split("?")[0].rsplit("/", 1)[1]
    with psycopg.connect(os.environ["HALVED_DATABASE_URL"], autocommit=True) as server:
        allow = sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS {}")
        server.execute(allow.format(sql.Identifier(name), sql.SQL("false")))
        server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name]
        )
        yield
        server.execute(allow.format(sql.Identifier(name), sql.SQL("true")))


def away(workers: Workers) -> AbstractContextManager[None]:
    url = workers.env["HALVED_DATABASE_URL"]
    return shut(url) if url else locked(Path(workers.env["HALVED_DATA_DIR"]) / "halved.sqlite3")


@pytest.mark.store
def test_a_worker_goes_on_when_the_store_comes_back(workers, mail):
    people = workers.fill(60, MORNING)
    mail.mode, mail.wait = "slow", 0.05
    pid = workers.start(MORNING, patience=0.3)
    mail.wait_for(5)

    with away(workers):
        wait_until(lambda: workers.said().count("the store does not answer") > 2, "it is missed")
        came_before = len(mail.messages)
    mail.mode = "accept"
    # What was in hand when the store went away is claimed, and waits for its lease to end.
    wait_until(lambda: workers.left() <= 1, "the rest has gone out")
    workers.kill(pid)
    workers.start(MORNING + LEASE + timedelta(minutes=1))
    wait_until(lambda: workers.left() == 0, "that one too")

    assert came_before < len(people)
    assert {str(message["To"]) for message in mail.messages} == people.keys()
    assert len(mail.messages) <= len(people) + 1


# --- whatever breaks --------------------------------------------------------------------------


def run_until(fulfilled: Callable[[], bool], clock: Callable[[], datetime]) -> None:
    """Runs the worker's loop in this thread until something is true, or for five seconds."""
    end = time.monotonic() + 5

    class Stop(threading.Event):
        def is_set(self) -> bool:
            return fulfilled() or time.monotonic() > end

    worker.run(Stop(), clock)
    assert fulfilled()


@pytest.fixture
def notice(nia) -> Message:
    """A message that is due."""
    nia.notice_address = "nia@example.org"
    nia.save()
    delivery.notify(nia, MORNING)
    return Message.objects.get()


@pytest.mark.django_db(transaction=True)
def test_a_pass_that_breaks_does_not_end_the_worker(notice, smtp, monkeypatch, caplog):
    monkeypatch.setattr(worker, "PAUSE", 0)
    broken = [RuntimeError("a clock that stands still"), InterfaceError("connection is closed")]

    def clock() -> datetime:
        if broken:
            raise broken.pop()
        return MORNING

    run_until(lambda: bool(smtp.messages), clock)

    assert not broken
    assert [record.message for record in caplog.records if record.name == "halved.worker"] == [
        "the store does not answer: InterfaceError",
        "a pass broke off",
    ]


def test_a_worker_without_a_mail_server_does_not_pretend_to_send(notice, settings):
    settings.CAN_MAIL = False
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

    worker.one_pass(lambda: MORNING)

    notice.refresh_from_db()
    assert (notice.state, notice.failures) == (Message.State.WAITING, 1)


@pytest.mark.django_db(transaction=True)
def test_old_sessions_and_counts_are_dropped(nia):
    store = SessionStore()
    store.set_expiry(MORNING - WEEK - timedelta(minutes=1))
    store.save()
    delivery.note_written(nia.pk, "ben@example.org", MORNING - WEEK)
    delivery.note_written(nia.pk, "ben@example.org", MORNING - WEEK + timedelta(minutes=1))

    worker.tidy(MORNING)

    assert not Session.objects.exists()
    assert Written.objects.count() == 1
