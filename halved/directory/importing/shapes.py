"""Items of JSON, with others inside them, taken apart into rows of tables. Pure."""

import json
from collections.abc import Callable, Iterator
from hashlib import blake2b
from typing import Any

from halved.directory.importing.dialects import LISTS, field_of, squeeze, table_of
from halved.directory.importing.hsds import POINTED_AT, TABLES

Row = dict[str, str]
Item = dict[str, Any]
_KEYS = {"taxonomy_detail": "taxonomy", "other_attributes": "attribute", "parent": None}
_OLD = {
    "link_taxonomies", "service_taxonomys", "service_taxonomies", "physical_addresses",
    "regular_schedules", "accessibility_for_disabilities", "eligibilitys", "costs",
}  # fmt: skip
_LISTS_OF: dict[str, list[str]] = {}
for _table, _name in LISTS:
    _LISTS_OF.setdefault(_table, []).append(_name)
_REMEMBERED = 100_000  # entities that stand inside others, again and again


def table_for(item: Item, hint: str | None) -> str:
    """What an item is: as its place says, or by its fields."""
    keys = {squeeze(key) for key in item}
    if hint and hint != "service":
        return hint
    if {"service", "location"} <= keys or {"service_id", "location_id"} <= keys:
        return "service_at_location"
    if "services" in keys or (
        keys & {"legal_status", "organization_identifiers", "tax_status", "website"}
        and not keys & {"organization", "organization_id", "status"}
    ):
        return "organization"
    if keys & {"location_type", "latitude"} and not keys & {"organization", "status"}:
        return "location"
    return "service"


def version_of(item: Item) -> str:
    """The first digit of the version whose names an item uses."""
    return "2" if _OLD & {squeeze(key) for key in item} else "3"


class Flattener:
    """`rows(table, item)`: the row of the item, and the rows of what stands inside it. A key that
    no table knows is told to `unknown`."""

    def __init__(self, unknown: Callable[[str, str], None]) -> None:
        self.unknown = unknown
        self.seen: set[bytes] = set()

    def rows(self, table: str, item: Item, link: Row | None = None) -> Iterator[tuple[str, Row]]:
        row: Row = dict(link or {})
        own = _id(item) if table in POINTED_AT or _has_children(item) else ""
        inside: list[tuple[str, Item, Row]] = []
        for key, value in item.items():
            child = _child(key)
            if isinstance(value, dict) and child:
                row[_reference(table, child, key)] = _id(value)
                inside.append((child, value, {}))
            elif isinstance(value, list) and child and any(isinstance(v, dict) for v in value):
                inside += [
                    (child, each, _link(table, own, child))
                    for each in value
                    if isinstance(each, dict)
                ]
            else:
                self._put(table, row, key, value)
        if own:
            row["id"] = own
        yield table, {name: value for name, value in row.items() if value}
        for child, each, to in inside:
            if not to and self._known(child, each):
                continue
            yield from self.rows(child, each, to)
            if child == "taxonomy_term" and table != "attribute":
                yield (
                    "attribute",
                    {"link_id": own, "link_entity": table, "taxonomy_term_id": _id(each)},
                )

    def _put(self, table: str, row: Row, key: str, value: Any) -> None:
        text = _text(value)
        field = field_of(table, key)
        if field and text:
            row.setdefault(field, text)
        elif text or (isinstance(value, dict) and value):
            self.unknown(table, key)

    def _known(self, table: str, item: Item) -> bool:
        """Whether the same stood inside another item before."""
        mark = _digest([table, item])
        if mark in self.seen:
            return True
        if len(self.seen) >= _REMEMBERED:
            self.seen.clear()
        self.seen.add(mark)
        return False


def expand(table: str, row: Row) -> Iterator[tuple[str, Row]]:
    """The row, and a row for each value of a field that holds a list of them."""
    texts = {name: row.pop(name) for name in _LISTS_OF.get(table, ()) if name in row}
    if table == "attribute":
        _say_what_it_is_of(row)
    yield table, row
    for name, text in texts.items():
        other, field = LISTS[table, name]
        whole = other == "language"  # which takes its names apart itself
        for value in [text] if whole else text.replace(";", ",").split(","):
            if value.strip():
                link = _link(table, row.get("id", ""), other)
                yield other, {**link, field: value.strip()}


def _say_what_it_is_of(row: Row) -> None:
    """Older versions have a column for each kind of thing."""
    if row.get("link_type") in TABLES and not row.get("link_entity"):
        row["link_entity"] = row["link_type"]
    for entity in ("service", "location", "organization", "service_at_location"):
        if not row.get("link_id") and row.get(f"{entity}_id"):
            row["link_id"], row["link_entity"] = row[f"{entity}_id"], entity


def _child(key: str) -> str | None:
    name = squeeze(key)
    return _KEYS[name] if name in _KEYS else table_of(key)


def _reference(table: str, child: str, key: str) -> str:
    own = f"{squeeze(key)}_id"
    return own if own in TABLES[table] else f"{child}_id"


def _link(table: str, own: str, child: str) -> Row:
    if child == "attribute":
        return {"link_id": own, "link_entity": table}
    if child == "metadata":
        return {"resource_id": own, "resource_type": table}
    name = f"{table}_id"
    return {name: own} if name in TABLES[child] or (child, name) in LISTS else {}


def _has_children(item: Item) -> bool:
    return any(isinstance(value, list | dict) for value in item.values())


def _id(item: Item) -> str:
    """Its own id, or one made of all it says."""
    own = item.get("id")
    return own if isinstance(own, str) and own.strip() else f"~{_digest(item).hex()}"


def _digest(value: Any) -> bytes:
    return blake2b(json.dumps(value, sort_keys=True).encode(), digest_size=12).digest()


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(each for each in value if isinstance(each, str))
    return value if isinstance(value, str) else ""
