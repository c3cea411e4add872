"""What waits to be done with datasets, done beside the worker, which reminds people meanwhile: what
an import began and did not end, lists that are taken away, files that somebody brought."""

import logging
import threading
from datetime import datetime

from django.db import connection
from django.utils import timezone

from halved.directory.importing import uploads, versions

log = logging.getLogger(__name__)
_running = threading.Lock()


def start_due(now: datetime) -> None:
    """One after the other, in one thread of a process."""
    waits = versions.unfinished(now).exists() or uploads.free(now).exists()
    if waits and _running.acquire(blocking=False):
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
    if dataset := versions.unfinished(now).first():
        versions.finish(dataset, now)
        return True
    return uploads.read_next(now)
