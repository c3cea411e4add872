"""Brings a dataset in: all of it, or nothing. Everything is prepared in a throw-away store, so that
only what is new, changed or gone is written."""

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

from halved.directory.importing import versions
from halved.directory.importing.assembling import Assembler
from halved.directory.importing.reading import Reader
from halved.directory.importing.report import Counts, Oddity, Report
from halved.directory.importing.scratch import Scratch
from halved.directory.importing.sources import CannotImport, Part, parts_of
from halved.directory.importing.turns import turn_of
from halved.directory.importing.versions import Progress
from halved.directory.models import Dataset
from halved.directory.searching import terms

T = TypeVar("T")
NOTHING = "No service was found in {name}. Is it a directory in the form of HSDS (Open Referral)?"

_document = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


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


@dataclass(frozen=True, slots=True)
class Made:
    """What was made of the data, beside its services."""

    about: About
    defaults: dict[str, str]  # what the data says of itself
    now: datetime
    dated_on: date | None
    counts: Counts
    oddities: dict[str, int]


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
        made = Made(
            about,
            {"name": reader.package.title, "licence": reader.package.licence},
            now,
            newest,
            Counts(scratch.made(), scratch.used("o"), scratch.used("l"), flagged),
            dict(report.counts),
        )
        new, changed, gone = _write(scratch, made, progress)
        return replace(made.counts, new=new, changed=changed, gone=gone)


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
        scratch.finish(uid, _digest(text), text, terms.square(details))
    for table, where, told in scratch.nowhere():
        report.note(where, Oddity("nowhere" if told else "alone", table))
    for kind in ("o", "l"):
        for where in scratch.unused(kind):
            report.note(where, Oddity("unused", ""))
    return flagged, date.fromisoformat(newest) if newest else None


def _digest(text: str) -> str:
    return blake2b(f"{terms.VERSION} {text}".encode(), digest_size=16).hexdigest()


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


def _write(scratch: Scratch, made: Made, progress: Progress) -> tuple[int, int, int]:
    """New, changed and gone. Whoever imports the same dataset meanwhile waits."""
    with turn_of(made.about.slug) as turn:
        versions.settle(turn)
        try:
            written = versions.put_down(turn, scratch, progress)
            dataset = Dataset.objects.get(pk=turn.dataset)
            versions.switch(turn, _told(dataset, made), differs=any(written))
        except BaseException:
            versions.drop(turn)
            raise
        if any(written):
            versions.show(turn, progress)
    return written


def _told(dataset: Dataset, made: Made) -> dict[str, Any]:
    """What the new version says of itself. What is left empty stays as it was."""
    about, counts = made.about, made.counts
    told: dict[str, Any] = {
        name: getattr(about, name) or getattr(dataset, name) or made.defaults.get(name, "")
        for name in ("name", "publisher", "licence", "licence_url", "source", "timezone")
    }
    told["name"] = told["name"] or about.slug
    days = dataset.refresh_days if about.refresh_days is None else about.refresh_days or None
    again = made.now + timedelta(days=days) if days and told["source"] else None
    return told | {
        "refresh_days": days,
        "refresh_at": again,
        "imported_at": made.now,
        "failed": "",
        "dated_on": made.dated_on,
        "services": counts.services,
        "organizations": counts.organizations,
        "locations": counts.locations,
        "flagged": counts.flagged,
        "oddities": made.oddities,
    }
