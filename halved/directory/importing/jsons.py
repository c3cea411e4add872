"""JSON of any size and shape, item by item: lists, pages, tables, lines, or one entity.

A hostile file is refused before it fills the memory: nesting, values of one item and the length of
a string have a limit.
"""

import io
import re
from collections.abc import Iterator
from typing import IO, Any

import ijson

from halved.directory.importing.dialects import squeeze, table_of
from halved.directory.importing.sources import CannotImport, Part
from halved.directory.importing.tables import as_windows, encoding_of

DEEPEST = 40
MOST_VALUES = 500_000  # of one item
LONGEST_STRING = 2_000_000  # bytes
CHUNK = 65_536
CONTAINERS = {"contents", "content", "items", "data", "results", "result", "records", "response",
              "embedded", "value", "objects"}  # fmt: skip

BROKEN = "{name} is no JSON that can be read: it breaks off, or has a fault, {where}."
TOO_DEEP = "{name} is nested deeper than any directory. It was not read to its end."
TOO_LARGE = "{name} has an item with more values than any directory. It was not read to its end."
TOO_LONG = "{name} has a text of more than two million characters. It was not read to its end."

Events = Iterator[tuple[str, Any]]
Item = dict[str, Any]


class Reading:
    """`for table, item in Reading(part)`: items with what their place says of their table, if it
    does; all single values as text. `about` holds what stands beside the list, as total_pages."""

    def __init__(self, part: Part) -> None:
        self.part, self.items, self.left = part, 0, 0
        self.about: dict[str, str] = {}

    def __iter__(self) -> Iterator[tuple[str | None, Item]]:
        with self.part.open() as raw:
            events = ijson.basic_parse(_Watched(raw, self.part.name), multiple_values=True)
            try:
                for event, _ in events:
                    if event == "start_array":
                        yield from self._list(events, None)
                    elif event == "start_map":
                        yield from self._top(events, 1)
            except (ijson.JSONError, ValueError) as error:
                where = f"after item {self.items}" if self.items else "at its beginning"
                why = BROKEN.format(name=self.part.name, where=where)
                raise CannotImport(why) from error

    def _list(self, events: Events, table: str | None) -> Iterator[tuple[str | None, Item]]:
        for event, value in events:
            if event == "end_array":
                return
            self.left = MOST_VALUES
            found = self._value(event, value, events, 2)
            self.items += 1
            if isinstance(found, dict):
                yield table, found
            elif found is not None:
                yield table, {}

    def _top(self, events: Events, depth: int) -> Iterator[tuple[str | None, Item]]:
        """An object that is an entity, or that holds lists of them."""
        entity: Item = {}
        self.left = MOST_VALUES
        for event, key in events:
            if event == "end_map":
                break
            name = squeeze(key)
            event, value = next(events)
            is_entity = bool({"id", "name"} & entity.keys())
            if event == "start_array" and not is_entity and (name in CONTAINERS or table_of(key)):
                yield from self._list(events, None if name in CONTAINERS else table_of(key))
            elif event == "start_map" and not is_entity and name in CONTAINERS and depth < 5:
                yield from self._top(events, depth + 1)
            else:
                entity[key] = self._value(event, value, events, depth)
        if "id" in entity or "name" in entity:
            self.items += 1
            yield None, entity
        self.about |= {squeeze(key): value for key, value in entity.items() if _single(value)}

    def _value(self, event: str, value: Any, events: Events, depth: int) -> Any:
        """A single value as text, or the object or list that begins here."""
        self.left -= 1
        if depth > DEEPEST:
            raise CannotImport(TOO_DEEP.format(name=self.part.name))
        if self.left < 0:
            raise CannotImport(TOO_LARGE.format(name=self.part.name))
        if event == "start_map":
            return self._object(events, depth)
        if event == "start_array":
            return self._array(events, depth)
        if event == "boolean":
            return "true" if value else "false"
        return "" if value is None else str(value)

    def _object(self, events: Events, depth: int) -> Item:
        found: Item = {}
        for event, key in events:
            if event == "end_map":
                return found
            event, value = next(events)
            found[key[:200]] = self._value(event, value, events, depth + 1)
        raise ValueError("the object does not end")

    def _array(self, events: Events, depth: int) -> list[Any]:
        found: list[Any] = []
        for event, value in events:
            if event == "end_array":
                return found
            found.append(self._value(event, value, events, depth + 1))
        raise ValueError("the list does not end")


def _single(value: Any) -> bool:
    return isinstance(value, str)


class _Watched:
    """The bytes as UTF-8. A string that does not end is seen before it is held in memory."""

    def __init__(self, raw: IO[bytes], name: str) -> None:
        start = raw.read(CHUNK)
        self.raw, self.name, self.start = raw, name, start
        encoding = encoding_of(start[:4_096])
        self.text = None
        if encoding.startswith("utf-16"):
            whole = io.BufferedReader(_Joined(start, raw))
            self.text = io.TextIOWrapper(whole, encoding, errors="replace")
        elif start.startswith(b"\xef\xbb\xbf"):
            self.start = start[3:]
        self.since_quote, self.torn, self.escaped = 0, b"", False

    def read(self, size: int = CHUNK) -> bytes:
        if size == 0:
            return b""
        data = self.text.read(CHUNK // 2).encode() if self.text else self._plain()
        self._watch(data)
        return data

    def _plain(self) -> bytes:
        """Whole characters only: what is torn at the end waits for the rest."""
        data = self.start or self.raw.read(CHUNK)
        self.start = b""
        whole = self.torn + data
        self.torn = b""
        if whole.isascii() or not data:
            return whole if whole.isascii() else _mended(whole)
        if tail := re.search(rb"[\xc2-\xf4][\x80-\xbf]{0,2}$", whole):
            self.torn, whole = whole[tail.start() :], whole[: tail.start()]
        return _mended(whole) or self._plain()

    def _watch(self, data: bytes) -> None:
        seen = data[1:] if self.escaped else data
        self.escaped = (len(seen) - len(seen.rstrip(b"\\"))) % 2 == 1
        bare = seen.replace(b"\\\\", b"").replace(b'\\"', b"")
        first, last = bare.find(b'"'), bare.rfind(b'"')
        if first < 0:
            self.since_quote += len(data)
        else:
            self.since_quote = len(bare) - last
        if self.since_quote > LONGEST_STRING:
            raise CannotImport(TOO_LONG.format(name=self.name))


def _mended(data: bytes) -> bytes:
    return as_windows(data.decode("utf-8", "surrogateescape")).encode()


class _Joined(io.RawIOBase):
    """What was read already, then the rest."""

    def __init__(self, start: bytes, rest: IO[bytes]) -> None:
        self.first, self.rest = io.BytesIO(start), rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self.first.read(len(buffer)) or self.rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
