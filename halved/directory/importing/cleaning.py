"""One row of a table, held against what the schemas ask of it, each field made fit to use. Pure."""

import re
from collections.abc import Callable
from functools import cache
from hashlib import blake2b

from halved.directory.importing import dates, links, texts
from halved.directory.importing.hsds import POINTED_AT, TABLES, required
from halved.directory.importing.report import Oddity
from halved.directory.importing.texts import Codes

Row = dict[str, str]
LONGEST_ID = 200
_UUID = re.compile(r"[0-9a-fA-F]{8}-?(?:[0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}")
_NUMBER = re.compile(r"[£$€]? ?(-?\d{1,12}(?:\.\d{1,6})?)")
_LINES = {"name", "alternate_name", "title", "department", "city", "region", "state_province"}


def clean_row(table: str, row: Row, version: str) -> tuple[Row, list[Oddity]]:
    """The row with what is left of each field, and what was odd in it."""
    odd: list[Oddity] = []
    clean: Row = {}
    fields = TABLES[table]
    for name, value in row.items():
        field = fields[name]
        made, codes = _CLEAN[field.kind](value)
        if "\n" in made and name in _LINES:
            made = " ".join(made.split())
        if made:
            clean[name] = made
            if field.values and made.lower() not in _lower(field.values):
                odd += _not_listed(table, name, made)
        if codes:
            odd += [Oddity(code, f"{name}: {value}") for code in codes]
    odd += _missing(table, clean, version)
    return clean, odd


def _missing(table: str, row: Row, version: str) -> list[Oddity]:
    """Ids matter where other rows point at them; a status has a word of its own."""
    odd = []
    for name in required(table, version):
        if row.get(name):
            continue
        if name == "id":
            odd += [Oddity("id_missing", table)] if table in POINTED_AT - {"phone"} else []
        elif name == "status":
            odd.append(Oddity("status_empty", ""))
        elif (table, name) == ("service", "name"):
            odd.append(Oddity("no_name", row.get("id", "")))
        elif not name.endswith("_id"):
            odd.append(Oddity("required", f"{table}.{name}"))
    return odd


@cache
def _lower(values: tuple[str, ...]) -> frozenset[str]:
    return frozenset(value.lower() for value in values)


def _not_listed(table: str, name: str, value: str) -> list[Oddity]:
    """Kinds of phones and status are looked at where they are used."""
    if (table, name) in (("service", "status"), ("phone", "type"), ("schedule", "freq")):
        return []
    return [Oddity("not_listed", f"{name}: {value}")]


def is_uuid(text: str) -> bool:
    return bool(_UUID.fullmatch(text))


def _id(text: str) -> tuple[str, Codes]:
    plain = text.strip()
    if not plain.isprintable():
        plain = "".join(c for c in plain if c.isprintable())
    if len(plain) > LONGEST_ID:
        return shortened(plain), ("id_long",)
    return plain, ()


def shortened(text: str) -> str:
    """Still another one for another text."""
    return f"{text[:80]}~{blake2b(text.encode(), digest_size=12).hexdigest()}"


def _number(text: str) -> tuple[str, Codes]:
    if texts.is_nothing(text):
        return "", ()
    found = _NUMBER.fullmatch(text.strip())
    return (found[1], ()) if found else ("", ("not_a_number",))


def _plain(text: str) -> tuple[str, Codes]:
    return ("", ()) if texts.is_nothing(text) else (text.strip(), ())


_CLEAN: dict[str, Callable[[str], tuple[str, Codes]]] = {
    "text": texts.clean,
    "listed": _plain,
    "code": _plain,
    "uuid": _id,
    "uri": links.url,
    "email": links.email,
    "number": _number,
    "date": dates.day,
}


def status(text: str) -> tuple[str, Codes]:
    """One of the four that the standard knows."""
    said = " ".join(re.sub(r"[_-]", " ", text.lower()).split())
    if not said:
        return "active", ()
    if said in ("active", "inactive", "defunct", "temporarily closed"):
        return said, ()
    return _STATUS.get(said, "active"), ("status_unknown",)


_STATUS = {
    "closed": "inactive", "deactivated": "inactive", "archived": "inactive", "deleted": "defunct",
    "permanently closed": "defunct", "suspended": "temporarily closed", "false": "inactive",
    "temporarily suspended": "temporarily closed", "paused": "temporarily closed",
    "discontinued": "defunct", "no": "inactive", "0": "inactive",
}  # fmt: skip


def yes(text: str) -> bool:
    return text.strip().lower() in ("true", "yes", "y", "1", "t", "on")
