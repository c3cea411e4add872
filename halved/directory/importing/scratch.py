"""A throw-away store in which the rows of a dataset find each other, however many there are."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import groupby, islice
from pathlib import Path
from typing import Any, NamedTuple, Self

from halved.directory.importing.cleaning import Row
from halved.directory.importing.hsds import POINTED_AT
from halved.directory.importing.reading import Found
from halved.directory.importing.report import Where

AT_ONCE = 5_000
# What a row belongs to: the first of these columns that is filled, then the next.
_LINKS = {
    "phone": (
        "contact_id", "service_at_location_id", "service_id", "location_id", "organization_id",
    ),
    "contact": ("service_at_location_id", "service_id", "location_id", "organization_id"),
    "schedule": ("service_at_location_id", "service_id", "location_id"),
    "holiday_schedule": ("service_at_location_id", "service_id", "location_id"),
    "language": ("service_id", "location_id", "phone_id"),
    "accessibility": ("location_id",),
    "address": ("location_id", "organization_id"),
    "location": ("organization_id",),
    "service_at_location": ("service_id",),
    "service_area": ("service_id", "service_at_location_id"),
    "cost_option": ("service_id",),
    "required_document": ("service_id",),
    "eligibility": ("service_id",),
    "payment_accepted": ("service_id",),
    "url": ("service_id", "organization_id"),
}  # fmt: skip
_LETTERS = {
    "service": "s", "location": "l", "organization": "o", "service_at_location": "x",
    "contact": "c", "phone": "p",
}  # fmt: skip
_TABLES = """
CREATE TABLE row (seq INTEGER PRIMARY KEY, tab TEXT, id TEXT, parent TEXT, other TEXT,
                  file INTEGER, line INTEGER, odd INTEGER, fields TEXT);
CREATE TABLE built (kind TEXT, id TEXT, document TEXT, odd INTEGER, file INTEGER, line INTEGER,
                    used INTEGER DEFAULT 0, PRIMARY KEY (kind, id)) WITHOUT ROWID;
CREATE TABLE done (uid TEXT PRIMARY KEY, digest TEXT, document TEXT, square INTEGER) WITHOUT ROWID;
CREATE INDEX done_by_square ON done (square);
CREATE TABLE before (uid TEXT PRIMARY KEY, digest TEXT, pk INTEGER) WITHOUT ROWID;
"""


class Kept(NamedTuple):
    """A row of the dataset, as it lies here."""

    table: str
    id: str
    where: Where
    odd: bool
    row: Row


class Scratch:
    """`with Scratch(folder) as scratch:`; whoever made the folder takes it away."""

    def __init__(self, folder: Path) -> None:
        self.db = sqlite3.connect(folder / "rows.sqlite3", isolation_level=None)
        self.db.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536;"
            f"PRAGMA temp_store=FILE; BEGIN; {_TABLES}"
        )
        self.files: dict[str, int] = {}
        self.names: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.db.close()

    # --- filling ------------------------------------------------------------------------------

    def add(self, rows: Iterable[Found]) -> None:
        made = map(self._as_stored, rows)
        while some := list(islice(made, AT_ONCE)):
            self.db.executemany("INSERT INTO row VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)", some)

    def _as_stored(self, found: Found) -> tuple[object, ...]:
        row, text = found.row, _text(found.row)
        own = row.get("id", "")
        if not own and found.table in POINTED_AT:
            own = f"~{blake2b(text.encode(), digest_size=12).hexdigest()}"
        parent, other = parents(found.table, row)
        file = self._file(found.where.file)
        return found.table, own, parent, other, file, found.where.row, found.odd, text

    def _file(self, name: str) -> int:
        if name not in self.files:
            self.files[name] = len(self.names)
            self.names.append(name)
        return self.files[name]

    def order(self) -> None:
        """After the last row: who belongs to whom. What points at something that is not there goes
        to the next that it names."""
        self.db.execute("CREATE INDEX row_id ON row (tab, id)")
        for table in ("contact", "service_at_location", "phone"):
            letter = _LETTERS[table]
            self.db.execute(
                "UPDATE row SET parent = other, other = NULL"
                " WHERE other IS NOT NULL AND substr(parent, 1, 2) = ? AND NOT EXISTS"
                " (SELECT 1 FROM row AS r WHERE r.tab = ? AND r.id = substr(row.parent, 3))",
                (f"{letter}:", table),
            )
        self.db.execute("CREATE INDEX row_parent ON row (parent)")

    # --- asking -------------------------------------------------------------------------------

    def entities(self, table: str) -> Iterator[tuple[str, list[Kept]]]:
        """The rows of a table, those with the same id together, in the order of the ids."""
        rows = self.db.execute(
            "SELECT tab, id, file, line, odd, fields FROM row WHERE tab = ? AND id != ''"
            " ORDER BY id, seq",
            (table,),
        )
        for own, same in groupby(map(self._kept, rows), key=lambda kept: kept.id):
            yield own, list(islice(same, 1_000))

    def children(self, parent: str) -> dict[str, list[Kept]]:
        """What belongs to it, by table. What stands there twice stands here once."""
        rows = self.db.execute(
            "SELECT tab, id, file, line, odd, fields FROM row WHERE parent = ? ORDER BY seq"
            " LIMIT 20000",
            (parent,),
        )
        found: dict[str, dict[tuple[str, str], Kept]] = {}
        for row in rows:
            found.setdefault(row[0], {}).setdefault((row[1], row[5]), self._kept(row))
        return {table: [*kept.values()] for table, kept in found.items()}

    def _kept(self, row: tuple[str, str, int, int, int, str]) -> Kept:
        table, own, file, line, odd, fields = row
        return Kept(table, own, Where(self.names[file], line), bool(odd), json.loads(fields))

    def first(self, table: str, own: str) -> Row | None:
        found = self.db.execute(
            "SELECT fields FROM row WHERE tab = ? AND id = ? LIMIT 1", (table, own)
        ).fetchone()
        return json.loads(found[0]) if found else None

    def has(self, letter: str) -> bool:
        """Whether anything belongs to things of that kind, so that nobody asks in vain."""
        after = chr(ord(":") + 1)
        sql = "SELECT 1 FROM row WHERE parent > ? AND parent < ? LIMIT 1"
        return bool(self.db.execute(sql, (f"{letter}:", f"{letter}{after}")).fetchone())

    def count(self, table: str) -> int:
        found = self.db.execute("SELECT count(DISTINCT id) FROM row WHERE tab = ?", (table,))
        return int(found.fetchone()[0])

    def nowhere(self) -> Iterator[tuple[str, Where, bool]]:
        """Rows whose owner is not there, or not told: table, where, and whether it is told."""
        for table, letter in _LETTERS.items():
            yield from (
                (tab, Where(self.names[file], line), True)
                for tab, file, line in self.db.execute(
                    "SELECT tab, file, line FROM row WHERE parent > ? AND parent < ? AND NOT EXISTS"
                    " (SELECT 1 FROM row AS r WHERE r.tab = ? AND r.id = substr(row.parent, 3))"
                    " AND tab != 'location' ORDER BY seq",
                    (f"{letter}:", f"{letter};", table),
                )
            )
        told = tuple(table for table in _LINKS if table != "location")
        marks = ", ".join("?" * len(told))
        sql = f"SELECT tab, file, line FROM row WHERE parent IS NULL AND tab IN ({marks})"  # noqa: S608
        for tab, file, line in self.db.execute(sql, told):
            yield tab, Where(self.names[file], line), False

    # --- what was made ------------------------------------------------------------------------

    def build(self, kind: str, own: str, document: object, odd: bool, where: Where) -> None:
        self.db.execute(
            "INSERT OR IGNORE INTO built VALUES (?, ?, ?, ?, ?, ?, 0)",
            (kind, own, _text(document), odd, self._file(where.file), where.row),
        )

    def built(self, kind: str, own: str) -> tuple[Any, bool] | None:
        found = self.db.execute(
            "SELECT document, odd FROM built WHERE kind = ? AND id = ?", (kind, own)
        ).fetchone()
        return (json.loads(found[0]), bool(found[1])) if found else None

    def use(self, kind: str, own: str) -> None:
        self.db.execute("UPDATE built SET used = 1 WHERE kind = ? AND id = ?", (kind, own))

    def used(self, kind: str) -> int:
        sql = "SELECT count(*) FROM built WHERE kind = ? AND used"
        return int(self.db.execute(sql, (kind,)).fetchone()[0])

    def unused(self, kind: str) -> Iterator[Where]:
        sql = "SELECT file, line FROM built WHERE kind = ? AND NOT used ORDER BY file, line"
        for file, line in self.db.execute(sql, (kind,)):
            yield Where(self.names[file], line)

    def finish(self, uid: str, digest: str, document: str, square: int) -> None:
        self.db.execute("INSERT INTO done VALUES (?, ?, ?, ?)", (uid, digest, document, square))

    def made(self) -> int:
        return int(self.db.execute("SELECT count(*) FROM done").fetchone()[0])

    # --- compared with what was there ---------------------------------------------------------

    def remember(self, services: Iterable[tuple[str, str, int]]) -> None:
        self.db.execute("DELETE FROM before")
        self.db.executemany("INSERT INTO before VALUES (?, ?, ?)", services)

    def gone(self) -> Iterator[int]:
        sql = "SELECT pk FROM before WHERE uid NOT IN (SELECT uid FROM done)"
        return (pk for (pk,) in self.db.execute(sql))

    def changed(self) -> Iterator[tuple[int, str, str]]:
        """Primary key, digest, document."""
        return self.db.execute(
            "SELECT pk, done.digest, document FROM done JOIN before USING (uid)"
            " WHERE done.digest != before.digest ORDER BY uid"
        )

    def new(self) -> Iterator[tuple[str, str, str]]:
        """Id, digest, document; square by square."""
        return self.db.execute(
            "SELECT uid, digest, document FROM done INDEXED BY done_by_square WHERE NOT EXISTS"
            " (SELECT 1 FROM before WHERE before.uid = done.uid) ORDER BY square, uid"
        )


def parents(table: str, row: Row) -> tuple[str | None, str | None]:
    """What a row belongs to, and what else if that is not there: `s:12` is service 12, `a:12|7` is
    service 12 at location 7."""
    if table == "attribute":
        letter = _LETTERS.get(row.get("link_entity", "service").lower(), "s")
        return (f"{letter}:{row['link_id']}", None) if row.get("link_id") else (None, None)
    if table == "metadata":
        is_service = row.get("resource_type", "").lower() == "service"
        return (f"s:{row.get('resource_id', '')}", None) if is_service else (None, None)
    links = [name for name in _LINKS.get(table, ()) if row.get(name)]
    found = [f"{_LETTERS[name.removesuffix('_id')]}:{row[name]}" for name in links]
    if table in ("phone", "schedule", "holiday_schedule") and {"service_id", "location_id"} <= {
        *links
    }:
        at = f"a:{row['service_id']}|{row['location_id']}"
        found.insert(links.index("service_id"), at)
    return (found[0], found[1] if len(found) > 1 else None) if found else (None, None)


_text = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
