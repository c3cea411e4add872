"""Lists that somebody brings in a file, on a page. The file waits in the store until a worker reads
it, because reading takes longer than a page may."""

import logging
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.text import slugify

from halved.directory.importing import bringing
from halved.directory.importing.sources import CannotImport
from halved.directory.models import Dataset, Upload, UploadPart

State = Upload.State
log = logging.getLogger(__name__)
PART = 1_000_000  # bytes
TRIES = 3
STOOD_STILL = timedelta(minutes=10)  # then whoever read it has died, and another may
SAY = 5.0  # seconds between two signs that it goes on

BROKE_OFF = "Reading this file broke off three times. It may be too large for this machine."
NOT_WHOLE = "The file did not arrive whole. Bring it in again."
OUR_MISTAKE = "Halved stumbled over this file. That is our mistake. The log says more."
REPLACED = "A newer file took its place."


def keep(content: bytes, called: str, name: str, zone: str, now: datetime) -> Dataset | None:
    """Puts the file down for the worker, in the place of one that was not read yet. `name` is that
    of the list. None while a list of that name is being taken away."""
    slug = slugify(name)[:50] or "list"
    new = {"name": name, "timezone": zone}
    dataset, _ = Dataset.objects.get_or_create(slug=slug, defaults=new)
    if dataset.state == Dataset.State.GOING:
        return None
    upload = Upload(dataset=dataset, name=name, called=called, timezone=zone, brought_at=now)
    upload.save(force_insert=True)
    for start in range(0, len(content), PART):  # each in a transaction: the store is free between
        UploadPart.objects.create(upload=upload, content=content[start : start + PART])
    before = list(dataset.uploads.filter(state=State.WAITING))
    with transaction.atomic():
        Upload.objects.filter(pk__in=[each.pk for each in before]).update(state=State.DONE)
        Upload.objects.filter(pk=upload.pk).update(state=State.WAITING)
        Dataset.objects.filter(pk=dataset.pk).update(failed="")
    for each in before:
        _remove(each)
    return dataset


def being_read() -> QuerySet[Upload]:
    """Those that wait, too: people need not know the difference."""
    return Upload.objects.exclude(state=State.DONE)


def free(now: datetime) -> QuerySet[Upload]:
    """Those for which something is to be done, and nobody does it. On one’s own machine nobody else
    is there who could read them."""
    before = now - STOOD_STILL
    stood_still = Q(reading_at=None) | Q(reading_at__lte=before)
    to_read = Q(state=State.WAITING) & (Q() if settings.OWN_MACHINE else stood_still)
    return Upload.objects.filter(to_read | ~Q(state=State.WAITING) & Q(brought_at__lte=before))


def read_next(now: datetime) -> bool:
    """Brings in the one that has waited longest. False when none waits."""
    upload = free(now).order_by("brought_at").first()
    if upload is None:
        return False
    mine = Upload.objects.filter(pk=upload.pk, reading_at=upload.reading_at, tries=upload.tries)
    if not mine.update(reading_at=now, tries=F("tries") + 1):
        return True
    if upload.state == State.DONE:
        _remove(upload)
    elif upload.state == State.COMING:
        _end(upload, NOT_WHOLE)
    else:
        _end(upload, BROKE_OFF if upload.tries >= TRIES else _read(upload, now))
    return True


def _read(upload: Upload, now: datetime) -> str:
    """Why it cannot be brought in; "" when it has been."""
    about = bringing.About(slug=upload.dataset.slug, name=upload.name, timezone=upload.timezone)
    try:
        with tempfile.TemporaryDirectory(prefix="halved-upload-") as folder:
            file = Path(folder) / upload.called
            with file.open("wb") as out:
                for part in upload.parts.order_by("pk").values_list("pk", flat=True):
                    out.write(UploadPart.objects.get(pk=part).content)
            bringing.bring(file, about, now, progress=_Signs(upload))
    except CannotImport as error:
        return str(error)
    except Exception:
        log.exception("a list could not be read")
        return OUR_MISTAKE
    return ""


def _end(upload: Upload, why: str) -> None:
    """Its file goes either way; whoever brought it has it. Of one that a newer file replaced,
    nothing is said."""
    with transaction.atomic():
        there = being_read().filter(pk=upload.pk).update(state=State.DONE)
        if there and why:
            Dataset.objects.filter(pk=upload.dataset_id).update(failed=why[:200])
    _remove(upload)


def _remove(upload: Upload) -> None:
    for part in list(upload.parts.values_list("pk", flat=True)):
        UploadPart.objects.filter(pk=part).delete()
    upload.delete()


class _Signs:
    """Says from time to time that it is still being read."""

    def __init__(self, upload: Upload) -> None:
        self.upload, self.next = upload, time.monotonic() + SAY

    def __call__(self, what: str, number: int, share: float) -> None:
        """Raises CannotImport when a newer file is there."""
        if time.monotonic() < self.next:
            return
        self.next = time.monotonic() + SAY
        if not being_read().filter(pk=self.upload.pk).update(reading_at=timezone.now()):
            raise CannotImport(REPLACED)
