"""Where a dataset comes from: a file, a folder or a zip.

Nothing is unpacked onto a disk, no name in an archive is followed, and no link leads out of the
folder.
"""

import io
import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import cast

from halved.directory.importing.report import Oddity, Report

MOST_FILES = 2_000
MOST_BYTES = 20_000_000_000  # of a dataset, unpacked
PACKED_AT_MOST = 60  # times smaller than what is inside; real tables reach 30
SLACK = 20_000_000  # bytes; below, no ratio is asked
PACKERS = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!")  # gzip, bzip2, xz, 7z, rar
KINDS = {".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson", ".zip", ""}

NOT_THERE = "There is no file or folder {name}."
NOT_READABLE = "{name} cannot be read: {why}."
TOO_MANY = "{name} holds more than 2,000 files. Bring in one dataset at a time."
TOO_LARGE = "{name} is larger than can be brought in here: more than 20 GB."
PACKED_TOO_TIGHT = "{name} would unpack to far more than a directory holds. It was not opened."
DAMAGED = "{name} is damaged: it cannot be unpacked."
LOCKED = "{name} is locked with a password. Unpack it first."
PACKED = "{name} is packed in a way that is not read here. Unpack it, and bring in what comes out."
SPREADSHEET = "{name} is a spreadsheet. Save each of its tables as CSV, and bring in the folder."


class CannotImport(Exception):
    """Nothing was brought in. The text says why, for people."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file of a dataset."""

    name: str  # as the report calls it
    size: int  # bytes
    open: Callable[[], io.BufferedReader]


@contextmanager
def parts_of(path: Path, report: Report) -> Iterator[list[Part]]:
    """The files in the order of their names. Raises CannotImport."""
    archives: list[zipfile.ZipFile] = []
    try:
        found = list(_parts(path, report, archives))
        if sum(part.size for part in found) > MOST_BYTES:
            raise CannotImport(TOO_LARGE.format(name=path.name))
        yield found
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise CannotImport(DAMAGED.format(name=path.name)) from error
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise CannotImport(NOT_READABLE.format(name=path.name, why=why)) from error
    finally:
        for archive in archives:
            archive.close()


def _parts(path: Path, report: Report, archives: list[zipfile.ZipFile]) -> Iterator[Part]:
    if path.is_dir():
        for number, file in enumerate(_files(path, report)):
            if number >= MOST_FILES:
                raise CannotImport(TOO_MANY.format(name=path.name))
            yield from _file(file, str(file.relative_to(path)), report, archives)
    elif path.is_file():
        yield from _file(path, path.name, report, archives)
    else:
        raise CannotImport(NOT_THERE.format(name=path.name))


def _files(folder: Path, report: Report) -> Iterator[Path]:
    """Real files below the folder, and links to files below it."""
    inside = folder.resolve()
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__MACOSX")))
        for name in sorted(names):
            file = Path(root, name)
            if name.startswith(".") or not _is_plain(file):
                continue
            if not file.resolve().is_relative_to(inside):
                report.note_once(name, Oddity("link_outside", ""))
            else:
                yield file


def _is_plain(file: Path) -> bool:
    """A pipe or a device would be read for ever."""
    try:
        return stat.S_ISREG(file.stat().st_mode)
    except OSError:
        return False


def _file(file: Path, name: str, report: Report, archives: list[zipfile.ZipFile]) -> Iterator[Part]:
    with file.open("rb") as opened:
        start = opened.read(6)
    if start.startswith(PACKERS):
        raise CannotImport(PACKED.format(name=name))
    if file.suffix.lower() not in KINDS:
        report.note_once(name, Oddity("file_unknown", ""))
        return
    if start.startswith(b"PK\x03\x04"):
        archive = zipfile.ZipFile(file)
        archives.append(archive)
        yield from _packed(archive, file, report)
    else:
        yield Part(name, file.stat().st_size, lambda: file.open("rb"))


def _packed(archive: zipfile.ZipFile, file: Path, report: Report) -> Iterator[Part]:
    listed = archive.infolist()
    if len(listed) > MOST_FILES:
        raise CannotImport(TOO_MANY.format(name=file.name))
    if any(info.filename == "xl/workbook.xml" for info in listed):
        raise CannotImport(SPREADSHEET.format(name=file.name))
    inside = sum(info.file_size for info in listed)
    if inside > SLACK and inside > PACKED_AT_MOST * file.stat().st_size:
        raise CannotImport(PACKED_TOO_TIGHT.format(name=file.name))
    for info in sorted(listed, key=lambda info: info.filename):
        name = PurePosixPath(info.filename.replace("\\", "/")).name
        if info.is_dir() or name.startswith(".") or info.filename.startswith("__MACOSX"):
            continue
        if stat.S_ISLNK(info.external_attr >> 16):
            report.note_once(name, Oddity("link_outside", ""))
        elif info.flag_bits & 1:
            raise CannotImport(LOCKED.format(name=file.name))
        elif PurePosixPath(name).suffix.lower() not in KINDS - {".zip"}:
            report.note_once(name, Oddity("file_unknown", ""))
        else:
            yield Part(name, info.file_size, partial(_unpack, archive, info))


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> io.BufferedReader:
    return cast(io.BufferedReader, archive.open(info))  # it has all that one has
