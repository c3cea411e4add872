"""A file that somebody brings on a page waits in the store until a worker has read it."""

from __future__ import annotations

import threading
from datetime import timedelta
from unittest.mock import Mock

import pytest
from django.utils.timezone import now

from halved.directory.importing import bringing, uploads, waiting
from halved.directory.models import Dataset, Service, Upload, UploadPart
from tests.directory.datasets import NOW, services
from tests.directory.desks import MADE_UP

pytestmark = pytest.mark.django_db
LATER = timedelta(minutes=10)


def bring(content: bytes = b"", name: str = "Two towns", called: str = "towns.json") -> Dataset:
    kept = uploads.keep(content or MADE_UP.read_bytes(), called, name, "Europe/London", NOW)
    assert kept
    return kept


def csv(*numbers: int) -> bytes:
    return services(*numbers)["services.csv"].encode()


def names() -> list[str]:
    return sorted(row.details["name"] for row in Service.objects.shown())


@pytest.mark.store
def test_a_file_is_kept_in_parts_and_gone_when_it_is_read():
    content = MADE_UP.read_bytes() + b" " * uploads.PART
    bring(content)
    parts = [bytes(part.content) for part in UploadPart.objects.order_by("pk")]

    read = [uploads.read_next(NOW), uploads.read_next(NOW)]

    assert b"".join(parts) == content
    assert len(parts) == 2
    assert read == [True, False]
    assert not Upload.objects.exists()
    assert Dataset.objects.get().services == 15


def test_a_newer_file_takes_the_place_of_one_that_waits():
    bring(csv(1), called="services.csv")
    bring(csv(2), called="services.csv")

    waiting.do_next(NOW)

    assert names() == ["Service 2"]
    assert not Upload.objects.exists()


def test_a_newer_file_ends_the_reading_of_the_one_before(monkeypatch):
    """It says every some seconds that it goes on; here with each step."""
    monkeypatch.setattr(uploads, "SAY", -1)
    real = bringing.bring

    def interrupted(path, about, now, progress):
        if path.name == "old.csv":
            bring(csv(2), called="new.csv")
        return real(path, about, now, progress=progress)

    bring(csv(*range(1_000)), called="old.csv")
    monkeypatch.setattr(bringing, "bring", interrupted)

    waiting.do_next(NOW)

    assert names() == []
    assert Dataset.objects.get().failed == ""
    assert Upload.objects.get().called == "new.csv"


def test_of_two_files_at_once_the_one_that_is_whole_last_is_read():
    bring(csv(1), called="services.csv")
    Upload.objects.update(state=Upload.State.COMING)
    bring(csv(2), called="services.csv")

    waiting.do_next(NOW)
    Upload.objects.update(state=Upload.State.WAITING)
    waiting.do_next(NOW)

    assert names() == ["Service 1"]


def test_two_lists_are_read_one_after_the_other():
    bring(csv(1), "Ely", "services.csv")
    bring(csv(2), "March", "services.csv")

    while waiting.do_next(NOW):
        pass

    assert {row.name: row.services for row in Dataset.objects.all()} == {"Ely": 1, "March": 1}


@pytest.mark.django_db(transaction=True)
def test_the_worker_reads_it_in_a_thread_of_its_own():
    bring()

    waiting.start_due(now())
    for thread in threading.enumerate():
        if thread.name == "datasets":
            thread.join()

    assert Dataset.objects.get().services == 15


# --- what goes wrong --------------------------------------------------------------------------


def test_a_file_whose_reader_died_is_taken_up_again():
    bring()
    Upload.objects.update(reading_at=NOW, tries=1)

    soon, later = uploads.read_next(NOW + LATER / 2), uploads.read_next(NOW + LATER)

    assert (soon, later) == (False, True)
    assert Dataset.objects.get().services == 15


@pytest.mark.parametrize(
    ("state", "failed"),
    [(Upload.State.COMING, "The file did not arrive whole."), (Upload.State.DONE, "")],
)
def test_what_is_left_of_a_file_goes_after_a_while(state, failed):
    """Of one that did not arrive whole, or was read by somebody who died as they took it away."""
    bring()
    Upload.objects.update(state=state)

    soon, later = uploads.read_next(NOW + LATER / 2), uploads.read_next(NOW + LATER)

    assert (soon, later) == (False, True)
    assert Dataset.objects.get().failed.startswith(failed)
    assert Dataset.objects.get().imported_at is None
    assert not Upload.objects.exists()


def test_on_ones_own_machine_it_is_taken_up_with_the_next_start(settings):
    settings.OWN_MACHINE = True
    bring()
    Upload.objects.update(reading_at=NOW, tries=1)

    assert uploads.read_next(NOW)
    assert Dataset.objects.get().services == 15


def test_after_three_tries_that_broke_off_it_is_said_to_have_failed():
    bring()
    Upload.objects.update(reading_at=NOW, tries=3)

    uploads.read_next(NOW + LATER)

    assert "broke off three times" in Dataset.objects.get().failed
    assert not Upload.objects.exists()


def test_our_own_mistake_is_said_and_logged(monkeypatch, caplog):
    def stumble(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(bringing, "bring", stumble)
    bring()

    uploads.read_next(NOW)

    assert "our mistake" in Dataset.objects.get().failed
    assert "a list could not be read" in caplog.text
    assert not Upload.objects.exists()


def test_two_workers_read_it_once(monkeypatch):
    """The second has looked before the first took it."""
    bring()
    read: list[str] = []
    monkeypatch.setattr(bringing, "bring", lambda path, *_, **__: read.append(path.name))
    looked = Mock()
    looked.order_by.return_value.first.return_value = Upload.objects.get()
    monkeypatch.setattr(uploads, "free", lambda now: looked)
    Upload.objects.update(reading_at=NOW, tries=1)  # by the first

    uploads.read_next(NOW)

    assert read == []


def test_a_list_that_is_being_taken_away_takes_no_file():
    bring()
    Dataset.objects.update(state=Dataset.State.GOING)

    assert uploads.keep(b"[]", "towns.json", "Two towns", "UTC", NOW) is None


def test_a_failure_is_forgotten_with_the_next_file():
    bring(b"[]")
    uploads.read_next(NOW)
    failed = Dataset.objects.get().failed

    bring()

    assert failed
    assert Dataset.objects.get().failed == ""
