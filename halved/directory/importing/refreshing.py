"""Fetches datasets anew whose time has come. What fails is noted; their services stay."""

import logging
import threading
from datetime import datetime, timedelta

from django.db import connection
from django.utils import timezone

from halved.directory.importing import bringing, fetching
from halved.directory.importing.report import Report
from halved.directory.importing.sources import CannotImport
from halved.directory.models import Dataset

log = logging.getLogger(__name__)
AGAIN = timedelta(hours=6)  # after a failure; a worker that dies holds it no longer
_running = threading.Lock()


def start_due(now: datetime) -> None:
    """Beside the worker, which has people to remind meanwhile. One at a time in a process."""
    if Dataset.objects.filter(refresh_at__lte=now).exists() and _running.acquire(blocking=False):
        threading.Thread(target=_refresh_all, daemon=True, name="refresh").start()


def _refresh_all() -> None:
    try:
        while refresh_due(timezone.now()):
            pass
    finally:
        connection.close()
        _running.release()


def refresh_due(now: datetime) -> bool:
    """Fetches the one that has waited longest, if any. Whoever claims it first does it."""
    found = Dataset.objects.filter(refresh_at__lte=now).exclude(source="")
    dataset = found.order_by("refresh_at").first()
    if dataset is None:
        return False
    mine = Dataset.objects.filter(pk=dataset.pk, refresh_at=dataset.refresh_at)
    if mine.update(refresh_at=now + AGAIN):
        _refresh(dataset, now)
    return True


def _refresh(dataset: Dataset, now: datetime) -> None:
    about = bringing.About(slug=dataset.slug, source=dataset.source)
    try:
        fetching.check_listed(dataset.source)
        fetching.bring(dataset.source, about, now, Report(), lambda *_: None)
    except CannotImport as error:
        why = str(error)
    except Exception as error:
        log.exception("a dataset could not be fetched anew")
        why = type(error).__name__
    else:
        return
    Dataset.objects.filter(pk=dataset.pk).update(failed=why[:200])
