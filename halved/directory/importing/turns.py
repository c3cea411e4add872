"""Whose turn it is to write a dataset.

It is written in many short transactions, so that nobody waits long for the store. Between them
nobody else may write the same dataset: whoever has the turn says so in its row, and looks there
with each transaction.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from halved.directory.importing.sources import CannotImport
from halved.directory.models import Dataset

STOOD_STILL = timedelta(minutes=1)  # then whoever had the turn has died, and another may have it
LOOK = 0.5  # seconds between looks whether it is free

TAKEN_OVER = "This stood still for a minute, and another import of the same list took over."


class Turn:
    """Writes a dataset alone, until it ends."""

    def __init__(self, dataset: UUID) -> None:
        self.dataset, self.token = dataset, uuid4()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction; keep it short. Raises CannotImport if another has taken over.

        SQLite lets one write at a time and gives nobody their turn in order: so a pause follows, as
        long as it was taken, in which others get in.
        """
        with transaction.atomic():
            begun = time.monotonic()
            mine = Dataset.objects.filter(pk=self.dataset, writer=self.token)
            if not mine.update(writing_at=timezone.now()):
                raise CannotImport(TAKEN_OVER)
            yield
        if connection.vendor == "sqlite":
            time.sleep(time.monotonic() - begun)

    def end(self) -> None:
        Dataset.objects.filter(pk=self.dataset, writer=self.token).update(writer=None)


@contextmanager
def turn_of(slug: str) -> Iterator[Turn]:
    """For the dataset of that name, which is made if need be. Waits for whoever has it."""
    while True:
        row, _ = Dataset.objects.get_or_create(slug=slug, defaults={"timezone": "UTC"})
        if turn := claim(row.pk, timezone.now()):
            break
        time.sleep(LOOK)
    try:
        yield turn
    finally:
        turn.end()


def claim(dataset: UUID, now: datetime) -> Turn | None:
    """None while another has it."""
    turn = Turn(dataset)
    mine = Dataset.objects.filter(is_free(now), pk=dataset)
    return turn if mine.update(writer=turn.token, writing_at=now) else None


def is_free(now: datetime) -> Q:
    return Q(writer=None) | Q(writing_at__lte=now - STOOD_STILL)
