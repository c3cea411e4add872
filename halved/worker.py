"""The loop that moves what is due. Any number may run: each move and each message is claimed."""

import logging
import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import Error, close_old_connections, connection
from django.utils import timezone

from halved import metrics
from halved.asks import actions as asks
from halved.delivery import actions as delivery
from halved.directory.importing import refreshing, waiting
from halved.logs import why_the_store_refuses
from halved.operators import counting, retention
from halved.pieces import reminding as pieces
from halved.reflection import actions as reflection

log = logging.getLogger(__name__)
PAUSE = 1.0  # seconds between looks when nothing is due
TIDY_EVERY = timedelta(hours=1)


def one_pass(
    clock: Callable[[], datetime] = timezone.now, stopping: Callable[[], bool] = lambda: False
) -> int:
    """Moves and sends what is due. Returns how much there was; 0 means it is time to rest."""
    moved = asks.advance_due(clock()) + reflection.come_due(clock())
    moved += pieces.advance_due(clock())
    metrics.MOVES.inc(moved)
    return moved + delivery.deliver_due(clock, stopping) + asks.note_failures(clock())


def tidy(now: datetime) -> None:
    """Drops what has run out, and on SQLite what was wiped from the store and still stands in its
    write-ahead log. Counts what operators see. Datasets whose time has come are fetched anew beside
    it."""
    retention.prune(now)
    counting.count(now)
    refreshing.start_due(now)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def run(stop: threading.Event, clock: Callable[[], datetime] = timezone.now) -> None:
    """Works until `stop` is set, whatever breaks. A store that is away is waited for."""
    tidied = None
    while not stop.is_set():
        busy = 0
        try:
            close_old_connections()
            busy = one_pass(clock, stop.is_set)
            waiting.start_due(clock())
            if tidied is None or abs(clock() - tidied) > TIDY_EVERY:  # it may be set back
                tidied = clock()
                tidy(tidied)
        except Error as error:
            metrics.ERRORS.inc()
            log.error(why_the_store_refuses(error))
            connection.close()
        except Exception:
            metrics.ERRORS.inc()
            log.exception("a pass broke off")
            connection.close()
        if not busy:
            stop.wait(PAUSE)


def start_inside() -> None:
    """Runs the worker as a thread of this process, for one's own machine."""
    threading.Thread(target=run, args=(threading.Event(),), daemon=True, name="worker").start()
