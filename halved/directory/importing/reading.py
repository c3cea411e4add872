"""A dataset as rows in the names of HSDS 3: whatever form, version or dialect it comes in."""

import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from halved.directory.importing import jsons, tables
from halved.directory.importing.cleaning import Row, clean_row, is_uuid
from halved.directory.importing.dialects import address_type, heading, squeeze, table_of
from halved.directory.importing.hsds import UNUSED
from halved.directory.importing.report import Oddity, Report, Where
from halved.directory.importing.shapes import Flattener, expand, table_for, version_of
from halved.directory.importing.sources import CannotImport, Part

LARGEST_PACKAGE = 5_000_000  # bytes of datapackage.json
_NEW = {"addresses", "schedules", "service_at_location", "attributes", "taxonomy_terms"}
_OLD = {
    "physical_addresses", "postal_addresses", "mail_addresses", "regular_schedules", "taxonomy",
    "services_at_location", "service_taxonomy", "accessibility_for_disabilities",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A row, clean, and whether anything in it was odd."""

    table: str
    where: Where
    row: Row
    odd: bool


@dataclass
class Package:
    """What datapackage.json says, where there is one."""

    version: str = ""
    title: str = ""
    licence: str = ""
    tables: dict[str, str] = field(default_factory=dict)  # name of a file: its table


class Reader:
    """`for found in Reader(parts, report)`."""

    def __init__(self, parts: Sequence[Part], report: Report) -> None:
        self.report = report
        self.package = _package(parts)
        self.parts = [
            replace(part, open=partial(self._open, part))
            for part in parts
            if _stem(part.name) != "datapackage"
        ]
        self.passed = 0  # bytes of the parts that were opened before this one
        self.opened: tuple[Part, io.BufferedReader] | None = None
        self.version = self.package.version or _version({_stem(part.name) for part in self.parts})
        self.known = 0  # files that hold a table

    def __iter__(self) -> Iterator[Found]:
        for part in self.parts:
            reading = self._items(part) if _is_json(part) else self._rows(part)
            yield from reading

    def share(self) -> float:
        """How much of it is read, from 0 to 1."""
        whole = sum(part.size for part in self.parts)
        if not self.opened or not whole:
            return 0
        part, stream = self.opened
        return (self.passed + (part.size if stream.closed else stream.tell())) / whole

    def _open(self, part: Part) -> io.BufferedReader:
        if self.opened:
            self.passed += self.opened[0].size
        self.opened = (part, part.open())
        return self.opened[1]

    # --- CSV ----------------------------------------------------------------------------------

    def _rows(self, part: Part) -> Iterator[Found]:
        table = self.package.tables.get(part.name.lower()) or table_of(part.name)
        rows = tables.read(part, self.report)
        _, columns = next(rows, (1, []))
        if len(columns) > tables.MOST_COLUMNS:
            raise CannotImport(tables.TOO_WIDE.format(name=part.name))
        if table == "taxonomy" and {"parent_id", "vocabulary", "parent_name"} & {
            squeeze(column) for column in columns[:50]
        }:
            table = "taxonomy_term"
        fields = heading(table, columns) if table else []
        if not table or not any(fields):
            self.report.note_once(part.name, Oddity("file_unknown", ""))
            return
        self._look_at(part, table, columns, fields)
        kind = address_type(part.name)
        for number, cells in rows:
            where = Where(part.name, number)
            row, torn = self._cells(where, cells, columns, fields)
            if kind and table == "address":
                row.setdefault("address_type", kind)
            yield from self._clean(table, where, row, torn, self.version)

    def _look_at(
        self, part: Part, table: str, columns: list[str], fields: list[str | None]
    ) -> None:
        self.known += 1
        known = [name for name in fields if name]
        for name in {name for name in known if known.count(name) > 1}:
            self.report.note_once(part.name, Oddity("column_twice", name))
        for column, of in zip(columns, fields, strict=True):
            if not of and column.strip():
                self.report.note_once(part.name, Oddity("column_unknown", column))

    def _cells(
        self, where: Where, cells: list[str], columns: list[str], fields: list[str | None]
    ) -> tuple[Row, bool]:
        row: Row = {}
        for name, cell in zip(fields, cells, strict=False):
            if name and cell and not row.get(name):
                row[name] = cell
        if len(cells) == len(columns):
            return row, False
        surplus = [cell for cell in cells[len(columns) :] if cell.strip()]
        if surplus:
            self.report.note(where, Oddity("row_long", ", ".join(surplus)))
        elif len(cells) < len(columns):
            self.report.note(where, Oddity("row_short", f"{len(cells)} of {len(columns)}"))
        return row, bool(surplus) or len(cells) < len(columns)

    # --- JSON ---------------------------------------------------------------------------------

    def _items(self, part: Part) -> Iterator[Found]:
        flattener = Flattener(
            lambda table, key: self.report.note_once(
                part.name, Oddity("column_unknown", f"{table}.{key}")
            )
        )
        hint = table_of(part.name)
        for number, (said, item) in enumerate(jsons.Reading(part), 1):
            where = Where(part.name, number)
            if not item:
                self.report.note(where, Oddity("row_odd", ""))
                continue
            self.known += 1
            of = table_for(item, said or hint)
            version = version_of(item)
            for inner, row in flattener.rows(of, item):
                yield from self._clean(inner, where, row, False, version)

    # --- both ---------------------------------------------------------------------------------

    def _clean(
        self, table: str, where: Where, row: Row, torn: bool, version: str
    ) -> Iterator[Found]:
        for each, raw in expand(table, row):
            if each in UNUSED:
                self.report.note_once(where.file, Oddity("file_unused", each))
            clean, odd = clean_row(each, raw, version if each == table else "")
            for oddity in odd:
                self.report.note(where, oddity)
            own = clean.get("id", "")
            if version == "3" and own and own[0] != "~" and not is_uuid(own):
                self.report.note_once(where.file, Oddity("not_uuid", each))
            if clean and each not in UNUSED:
                yield Found(each, where, clean, torn or any(o.code != "required" for o in odd))


def _package(parts: Sequence[Part]) -> Package:
    """Nothing, where it cannot be read: the tables speak for themselves."""
    for part in parts:
        if _stem(part.name) != "datapackage" or part.size > LARGEST_PACKAGE:
            continue
        try:
            with part.open() as file:
                said = json.loads(file.read(LARGEST_PACKAGE))
        except (ValueError, RecursionError):
            continue
        if isinstance(said, dict):
            return _said_in(said)
    return Package()


def _said_in(said: dict[str, object]) -> Package:
    package = Package(title=_short(said.get("title")))
    version = _short(said.get("version")) or _short(said.get("profile_version"))
    package.version = version[:1] if version[:1] in ("1", "2", "3") else ""
    licences = said.get("licenses") or said.get("license")
    first = licences[0] if isinstance(licences, list) and licences else licences
    if isinstance(first, dict):
        package.licence = _short(first.get("title") or first.get("name") or first.get("type"))
    resources = said.get("resources")
    for resource in resources if isinstance(resources, list) else []:
        if isinstance(resource, dict) and (table := table_of(_short(resource.get("name")))):
            package.tables[_short(resource.get("path")).rpartition("/")[2].lower()] = table
    return package


def _short(value: object) -> str:
    return value[:200] if isinstance(value, str) else ""


def _stem(name: str) -> str:
    return squeeze(name.replace("\\", "/").rpartition("/")[2].partition(".")[0])


def _version(names: set[str]) -> str:
    return "3" if names & _NEW and not names & _OLD else "2"


def _is_json(part: Part) -> bool:
    ending = part.name.lower().rpartition(".")[2]
    if ending in ("json", "jsonl", "ndjson"):
        return True
    if ending in ("csv", "tsv"):
        return False
    with part.open() as file:
        return file.read(1_000).lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")
