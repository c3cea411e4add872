"""Brings a dataset in: all of it, or nothing. Everything is prepared in a throw-away store, so that
the one transaction only writes what is new, changed or gone."""

import json
import tempfile
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from django.db import connection, transaction

from halved.directory.importing.assembling import Assembler
from halved.directory.importing.reading import Reader
from halved.directory.importing.report import Counts, Oddity, Report
from halved.directory.importing.scratch import Scratch
from halved.directory.importing.sources import CannotImport, Part, parts_of
from halved.directory.models import Dataset, Service
from halved.directory.searching import index, terms

T = TypeVar("T")
KEYS = uuid.UUID("3a5a2f0c-5a38-4d8e-9d51-6a3d1b0c9f21")
AT_ONCE = 1_000
ADD = """INSERT INTO directory_service (key, dataset_id, uid, digest, document)
    VALUES (%s, %s, %s, %s, %s)"""
CHANGE = "UPDATE directory_service SET digest = %s, document = %s WHERE id = %s"
NOTHING = "No service was found in {name}. Is it a directory in the form of HSDS (Open Referral)?"

_document = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
# What is being done, how many of them are done, and the share of all from 0 to 1 (0: not known).
Progress = Callable[[str, int, float], None]


@dataclass(frozen=True, slots=True)
class About:
    """What the operator says of a dataset. What is left empty stays as it was."""

    slug: str
    name: str = ""
    publisher: str = ""
    licence: str = ""
    licence_url: str = ""
    source: str = ""
    timezone: str = ""
    refresh_days: int | None = None


def bring(
    path: Path,
    about: About,
    now: datetime,
    report: Report | None = None,
    progress: Progress = lambda *_: None,
) -> Counts:
    """From a file, a folder or a zip. Raises CannotImport; the dataset is then as it was."""
    report = report or Report()
    with parts_of(path, report) as parts:
        return bring_parts(parts, about, now, report, progress)


def bring_parts(
    parts: list[Part], about: About, now: datetime, report: Report, progress: Progress
) -> Counts:
    with (
        tempfile.TemporaryDirectory(prefix="halved-directory-") as folder,
        Scratch(Path(folder)) as scratch,
    ):
        reader = Reader(parts, report)
        scratch.add(_watched(reader, "rows read", progress, reader.share))
        scratch.order()
        flagged, newest = _assemble(scratch, report, now.date(), progress)
        if not scratch.made():
            raise CannotImport(NOTHING.format(name=parts[0].name if parts else "it"))
        defaults = {"name": reader.package.title, "licence": reader.package.licence}
        written = _write(scratch, about, defaults, now, progress)
        dataset = Dataset.objects.get(slug=about.slug)
        dataset.dated_on = newest
        return _note(dataset, scratch, written, flagged, report)


def remove(dataset: Dataset) -> None:
    """The dataset with all its services."""
    with transaction.atomic():
        for some in _some(dataset.all_services.values_list("pk", flat=True).iterator()):
            index.drop(some)
            Service.objects.filter(pk__in=some).delete()
        dataset.delete()


# --- preparing --------------------------------------------------------------------------------


def _assemble(
    scratch: Scratch, report: Report, today: date, progress: Progress
) -> tuple[int, date | None]:
    """How many services were flagged, and when the newest of them was looked at."""
    assembler = Assembler(scratch, report, today)
    for table, making in (
        ("organization", assembler.organizations()), ("location", assembler.locations()),
    ):  # fmt: skip
        whole = scratch.count(table)
        for _ in _watched(making, f"{table}s put together", progress, whole):
            pass
    flagged, newest, whole = 0, "", scratch.count("service")
    for uid, details, odd in _watched(
        assembler.services(), "services put together", progress, whole
    ):
        flagged += odd
        if newest < (checked := details.get("checked_on", "")) <= today.isoformat():
            newest = checked
        text = _document(details)
        entries = terms.entries(details)
        scratch.finish(uid, _digest(text), text, _document([_plain(entry) for entry in entries]))
        scratch.say(frozenset().union(*(entry.words for entry in entries)))
    for table, where, told in scratch.nowhere():
        report.note(where, Oddity("nowhere" if told else "alone", table))
    for kind in ("o", "l"):
        for where in scratch.unused(kind):
            report.note(where, Oddity("unused", ""))
    return flagged, date.fromisoformat(newest) if newest else None


def _digest(text: str) -> str:
    return blake2b(f"{terms.VERSION} {text}".encode(), digest_size=16).hexdigest()


def _plain(entry: terms.EntryText) -> list[Any]:
    return [entry.place, entry.latitude, entry.longitude, entry.terms]


def _watched(
    rows: Iterable[T], what: str, progress: Progress, whole: int | Callable[[], float]
) -> Iterator[T]:
    """`whole`: how many there will be, or what tells the share that is done."""
    for number, row in enumerate(rows, 1):
        if number % 500 == 0:
            share = number / max(whole, number) if isinstance(whole, int) else whole()
            progress(what, number, share)
        yield row


# --- writing ----------------------------------------------------------------------------------


@transaction.atomic
def _write(
    scratch: Scratch, about: About, defaults: dict[str, str], now: datetime, progress: Progress
) -> tuple[int, int, int]:
    """New, changed and gone. Whoever imports the same dataset meanwhile waits at its row."""
    dataset = _dataset(about, defaults, now)
    before = dataset.all_services.values_list("uid", "digest", "pk").iterator(chunk_size=AT_ONCE)
    scratch.remember(before)
    gone = _drop(scratch.gone())
    changed = _change(scratch, progress)
    new = _add(dataset, scratch, progress)
    if new or changed or gone:
        Dataset.objects.filter(pk=dataset.pk).update(services=0)  # until the words are counted
    return new, changed, gone


def _dataset(about: About, defaults: dict[str, str], now: datetime) -> Dataset:
    """Its row, locked."""
    Dataset.objects.get_or_create(slug=about.slug, defaults={"timezone": "UTC"})
    dataset = Dataset.objects.select_for_update().get(slug=about.slug)
    for name in ("name", "publisher", "licence", "licence_url", "source", "timezone"):
        found = getattr(about, name) or getattr(dataset, name) or defaults.get(name, "")
        setattr(dataset, name, found)
    dataset.name = dataset.name or about.slug
    if about.refresh_days is not None:
        dataset.refresh_days = about.refresh_days or None
    days = dataset.refresh_days if dataset.source else None
    dataset.refresh_at = now + timedelta(days=days) if days else None
    dataset.imported_at, dataset.failed = now, ""
    dataset.save()
    return dataset


def _drop(pks: Iterator[int]) -> int:
    count = 0
    for some in _some(pks):
        index.drop(some)
        Service.objects.filter(pk__in=some).delete()
        count += len(some)
    return count


def _change(scratch: Scratch, progress: Progress) -> int:
    count = 0
    for some in _some(scratch.changed()):
        with connection.cursor() as cursor:
            cursor.executemany(CHANGE, [(digest, text, pk) for pk, digest, text, _ in some])
        index.drop([pk for pk, _, _, _ in some])
        index.add((pk, _entries(entries)) for pk, _, _, entries in some)
        count += len(some)
        progress("services changed", count, 0)
    return count


def _add(dataset: Dataset, scratch: Scratch, progress: Progress) -> int:
    count, of, whole = 0, dataset.pk.hex, scratch.made()  # counting takes long
    for some in _some(scratch.new()):
        rows = [
            (uuid.uuid5(KEYS, f"{dataset.slug}/{uid}").hex, of, uid, digest, text)
            for uid, digest, text, _ in some
        ]
        with connection.cursor() as cursor:
            cursor.executemany(ADD, rows)
        made = Service.objects.filter(dataset=dataset, uid__in=[row[2] for row in rows])
        pk_of = dict(made.values_list("uid", "pk"))
        index.add((pk_of[uid], _entries(entries)) for uid, _, _, entries in some)
        count += len(some)
        progress("services written", count, count / whole)
    return count


def _entries(text: str) -> list[terms.EntryText]:
    return [terms.EntryText(*values) for values in json.loads(text)]


def _note(
    dataset: Dataset, scratch: Scratch, written: tuple[int, int, int], flagged: int, report: Report
) -> Counts:
    """What it came to, beside the dataset. Words are counted outside of the transaction."""
    new, changed, gone = written
    if not dataset.services:
        index.count_words(dataset, scratch.said())
    counts = Counts(
        scratch.made(), scratch.used("o"), scratch.used("l"), flagged, new, changed, gone
    )
    Dataset.objects.filter(pk=dataset.pk).update(
        services=counts.services,
        organizations=counts.organizations,
        locations=counts.locations,
        flagged=flagged,
        oddities=dict(report.counts),
        dated_on=dataset.dated_on,
    )
    return counts


def _some(rows: Iterable[T]) -> Iterator[list[T]]:
    found = iter(rows)
    while some := list(islice(found, AT_ONCE)):
        yield some
