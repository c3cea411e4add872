"""`halved directory`: brings datasets in, lists them, and takes them away."""

import re
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from django.conf import settings

from halved.directory.importing import bringing, fetching
from halved.directory.importing.report import Counts, Report
from halved.directory.importing.sources import CannotImport
from halved.directory.importing.turns import turn_of
from halved.directory.importing.versions import Progress, take_away
from halved.directory.models import Dataset

SHOWN = 40  # lines of a report on a terminal
WIDTH = 30  # characters of the bar


def run_directory(args: Namespace, now: datetime) -> int:
    """Does what was asked, prints what came of it, and returns the exit code."""
    does: dict[str, Callable[[], int]] = {
        "import": lambda: _import(args, now),
        "remove": lambda: _remove(args.slug),
    }
    try:
        return does.get(args.do or "list", _list)()
    except CannotImport as error:
        sys.stderr.write(f"halved directory: {error} Nothing was changed.\n")
        return 2


def _list() -> int:
    rows = Dataset.objects.order_by("slug")
    if not rows:
        sys.stdout.write("There is no dataset. Bring one in: halved directory import\n")
    for row in rows:
        brought = f"{row.imported_at:%Y-%m-%d}" if row.imported_at else "never"
        sys.stdout.write(f"{row.slug}: {row.name}, {row.services} services, brought in {brought}\n")
        about = [row.publisher, row.licence, row.source]
        sys.stdout.write("".join(f"  {fact}\n" for fact in about if fact))
        if row.refresh_at:
            sys.stdout.write(f"  fetched anew from {row.refresh_at:%Y-%m-%d %H:%M} UTC\n")
        if row.failed:
            sys.stdout.write(f"  the last try brought nothing: {row.failed}\n")
    return 0


def _remove(slug: str) -> int:
    found = Dataset.objects.filter(slug=slug).first()
    if not found:
        sys.stderr.write(f"halved directory: there is no dataset {slug}.\n")
        return 2
    with turn_of(slug) as turn:
        take_away(turn)
    sys.stdout.write(f"{slug} is gone, with its {found.services} services.\n")
    return 0


def _import(args: Namespace, now: datetime) -> int:
    about = _about(args)
    with _reporting(args.report) as (report, lines), _bar() as progress:
        if fetching.is_url(args.source):
            counts = fetching.bring(args.source, about, now, report, progress)
        else:
            counts = bringing.bring(Path(args.source), about, now, report, progress)
        lines(counts)
    return 0


def _about(args: Namespace) -> bringing.About:
    is_url = fetching.is_url(args.source)
    slug = args.slug or _slug_of(args.name or fetching.host_of(args.source) or args.source)
    is_new = not Dataset.objects.filter(slug=slug).exists()
    return bringing.About(
        slug=slug,
        name=args.name or ("" if not is_new else fetching.host_of(args.source)),
        publisher=args.publisher,
        licence=args.licence,
        licence_url=args.licence_url,
        source=args.source if is_url else "",
        timezone=args.timezone or (settings.TIME_ZONE if is_new else ""),
        refresh_days=args.refresh_days,
    )


def _slug_of(text: str) -> str:
    name = re.sub(r"\.(zip|json|csv)$", "", text.rstrip("/").rpartition("/")[2] or text)
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:50] or "directory"


@contextmanager
def _reporting(file: Path | None) -> Iterator[tuple[Report, Callable[[Counts], None]]]:
    """A report whose lines go to the file, or the first to the terminal; and what ends it."""
    out = file.open("w", encoding="utf-8") if file else None
    shown = 0

    def line(text: str) -> None:
        nonlocal shown
        shown += 1
        if out:
            out.write(f"{text}\n")
        elif shown <= SHOWN:
            sys.stdout.write(f"{text}\n")

    report = Report(line)

    def end(counts: Counts) -> None:
        left = shown - SHOWN
        if not out and left > 0:
            sys.stdout.write(f"… and {left} more: see all of it with --report FILE\n")
        for code, number in report.counts.most_common():
            sys.stdout.write(f"{number:>9}  {code}\n")
        if out:
            out.write(f"{counts}\n")
        sys.stdout.write(f"{counts}\n")

    try:
        yield report, end
    finally:
        if out:
            out.close()


@contextmanager
def _bar() -> Iterator[Progress]:
    """What is being done, on one line of a terminal."""
    is_terminal = sys.stderr.isatty()

    def show(what: str, number: int, share: float) -> None:
        if is_terminal:
            done = round(share * WIDTH)
            bar = f"[{'#' * done}{' ' * (WIDTH - done)}] " if share else ""
            sys.stderr.write(f"\r\x1b[K{bar}{number:,} {what}")
            sys.stderr.flush()

    try:
        yield show
    finally:
        if is_terminal:
            sys.stderr.write("\r\x1b[K")
