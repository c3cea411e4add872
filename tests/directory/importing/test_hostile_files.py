"""T33 for directories: refused, or done, within five seconds and 256 MB; never a traceback.

One process of its own reads all of them, so that its memory can be measured.
"""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.processes import ROOT

MOST_SECONDS, MOST_KILOBYTES = 5, 256_000
READ_ALL = """
import json, sys, tempfile, time
from datetime import date
from pathlib import Path
from halved.directory.importing.assembling import Assembler
from halved.directory.importing.reading import Reader
from halved.directory.importing.report import Report
from halved.directory.importing.scratch import Scratch
from halved.directory.importing.sources import CannotImport, parts_of

for path in sorted(Path(sys.argv[1]).iterdir()):
    begun, report, count = time.process_time(), Report(), 0
    try:
        with parts_of(path, report) as parts, tempfile.TemporaryDirectory() as folder:
            with Scratch(Path(folder)) as scratch:
                scratch.add(Reader(parts, report))
                scratch.order()
                assembler = Assembler(scratch, report, date(2026, 11, 23))
                for _ in (*assembler.organizations(), *assembler.locations()):
                    pass
                count = sum(1 for _ in assembler.services())
        said = f"{count} services"
    except CannotImport as error:
        said = str(error)
    used = int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])
    print(json.dumps([path.name, said, time.process_time() - begun, used]), flush=True)
"""
SERVICE = "id,name\ns1,Debt desk\n"


def zip_of(path: Path, **files: bytes) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("_csv", ".csv"), data)


def lying_zip(path: Path) -> None:
    """It says that it holds 2 GB."""
    zip_of(path, services_csv=SERVICE.encode())
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 2_000_000_000)
    path.write_bytes(data)


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2_000_000_000)


def names_that_lead_out(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../../tmp/services.csv", SERVICE)
        archive.writestr("/etc/passwd", "x")
        archive.writestr("C:\\organizations.csv", "id,name\n")
        link = zipfile.ZipInfo("phones.csv")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")


def links_that_lead_out(path: Path) -> None:
    path.mkdir()
    (path / "services.csv").write_text(SERVICE)
    (path / "phones.csv").symlink_to("/etc/passwd")
    (path / "inside.csv").symlink_to(path / "services.csv")
    (path / "loop").symlink_to(path)
    os.mkfifo(path / "contacts.csv")


def text(data: str) -> Callable[[Path], None]:
    return lambda path: path.write_text(data) and None


MANY = "[" * 1_000_000
FILES: dict[str, tuple[Callable[[Path], None], str]] = {
    "a-bomb.zip": (lambda p: zip_of(p, services_csv=b"id,name\n" * 15_000_000), "far more"),
    "b-lies.zip": (lying_zip, "far more"),
    "c-many.zip": (lambda p: zip_of(p, **{f"f{n}_csv": b"" for n in range(3_000)}), "2,000"),
    "d-names.zip": (names_that_lead_out, "1 services"),
    "e-links": (links_that_lead_out, "1 services"),
    "f-sparse-services.csv": (sparse, "a million characters"),
    "g-sparse.json": (sparse, "no JSON"),
    "h-deep.json": (text(MANY), "deeper"),
    "i-deep.json": (text('{"services": [' + '{"a":' * 100_000), "deeper"),
    "j-string.json": (text('[{"id": "' + "a" * 30_000_000), "two million"),
    "k-quotes.json": (text('[{"id": "' + '\\"' * 10_000_000), "two million"),
    "l-number.json": (text('[{"id": ' + "1" * 10_000_000), ""),
    "m-keys.json": (text("[{" + ",".join(f'"k{n}": 1' for n in range(1_000_000)) + "}]"), "values"),
    "n-columns-services.csv": (text(",".join(f"c{n}" for n in range(1_000_000))), "characters"),
    "o-columns-services.csv": (text("id,name" + "," * 900_000 + "\n"), "1,000 columns"),
    "p-cell-services.csv": (text('id,name\ns1,"' + "a\n" * 3_000_000), "stray quote"),
    "q-line-services.csv": (text("id,name\ns1," + "a" * 30_000_000), "a million characters"),
    "r-empty-services.csv": (text("id,name\n" + "\n" * 20_000_000), "empty rows"),
    "s-nul-services.csv": (text("id,name\ns1,Debt\0desk\n" + "\0" * 500_000), "1 services"),
    "t-circle.json": (
        text(json.dumps({"taxonomy_terms": [{"id": "a", "parent_id": "b", "name": "A"},
                                            {"id": "b", "parent_id": "a", "name": "B"}],
                         "services": [{"id": "s", "name": "Debt", "organization_id": "s"}]})),
        "1 services",
    ),
    "u-regex-services.csv": (
        text("id,name,description\n" + f"s1,Debt,{'<a ' * 6_000}{'â€' * 6_000}\n" * 20),
        "1 services",
    ),
    "v-services.json": (
        text(json.dumps([{"id": "s", "name": "Debt", "phones": [
            {"number": "1 " * 9_000 + "x" * 9_000} for _ in range(200)]}])),
        "1 services",
    ),
    "w-services.json": (
        text(json.dumps([{"id": "s", "name": "Debt", "schedules": [
            {"description": "Mon " * 5_000, "opens_at": "9" * 9_000} for _ in range(200)]}])),
        "1 services",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory) -> dict[str, tuple[str, float, int]]:
    folder = tmp_path_factory.mktemp("hostile")
    for name, (make, _) in FILES.items():
        make(folder / name)
    out = subprocess.run(
        [sys.executable, "-c", READ_ALL, str(folder)],
        cwd=ROOT, env={"PATH": os.environ["PATH"]}, capture_output=True, text=True, timeout=200,
    )  # fmt: skip
    assert not out.stderr, out.stderr[-2_000:]
    rows = [json.loads(line) for line in out.stdout.splitlines()]
    return {name: (said, seconds, used) for name, said, seconds, used in rows}


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_dataset_is_read_or_refused_within_five_seconds(outcomes, name):
    said, seconds, _ = outcomes[name]

    assert FILES[name][1] in said
    assert seconds < MOST_SECONDS


def test_a_hostile_dataset_does_not_fill_the_memory(outcomes):
    assert max(used for _, _, used in outcomes.values()) < MOST_KILOBYTES
