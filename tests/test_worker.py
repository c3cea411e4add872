"""The worker's house-keeping."""

import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils.timezone import now

from halved import worker
from halved.delivery import actions as delivery
from halved.delivery.models import Written
from tests.journeys.conftest import sign_up
from tests.journeys.visitors import WireVisitor


@pytest.mark.store
@pytest.mark.django_db(transaction=True)
def test_tidying_forgets_who_was_written_to_after_seven_days(nia):
    delivery.note_written(nia.pk, "ben@example.org", now() - timedelta(days=8))
    delivery.note_written(nia.pk, "cleo@example.org", now() - timedelta(days=6))

    worker.tidy(now())

    assert Written.objects.count() == 1


def test_a_working_worker_empties_the_write_ahead_log(start_server, start_worker):
    server = start_server()
    sign_up(WireVisitor(server.url), "nia")
    log = Path(server.data_dir) / "halved.sqlite3-wal"
    before = log.stat().st_size

    start_worker(server.env)

    assert before > 0
    assert _soon(lambda: log.stat().st_size == 0)


def _soon(true: Callable[[], bool]) -> bool:
    end = time.monotonic() + 15
    while not true() and time.monotonic() < end:
        time.sleep(0.05)
    return true()
