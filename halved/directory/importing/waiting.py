"""What is left to be done with datasets: what an import began and did not end, and lists that are
taken away. It is done beside the worker, which has people to remind meanwhile."""

import logging
import threading
from datetime import datetime

from django.db import connection
from django.utils import timezone

from halved.directory.importing import versions

log = logging.getLogger(__name__)
_running = threading.Lock()


def start_due(now: datetime) -> None:
    """One after the other, in one thread of a process."""
    if versions.unfinished(now).exists() and _running.acquire(blocking=False):
        threading.Thread(target=_do_all, daemon=True, name="datasets").start()


def _do_all() -> None:
    try:
        while do_next(timezone.now()):
            pass
    except Exception:
        log.exception("a dataset could not be written to the end")
    finally:
        connection.close()
        _running.release()


def do_next(now: datetime) -> bool:
    """False when nothing is left."""
    dataset = versions.unfinished(now).first()
    if dataset:
        versions.finish(dataset, now)
    return dataset is not None
