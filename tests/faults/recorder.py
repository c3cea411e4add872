"""Writes down what SQLite writes and when it waits for the disk, in order.

The file system under SQLite ("VFS", sqlite.org/vfs.html) is a table of functions. Here some of them
are replaced, in this process, by ones that take a note and then call the real one.
"""

import _sqlite3
import ctypes
import pickle
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

POINTER, INT, LONG = ctypes.c_void_p, ctypes.c_int, ctypes.c_longlong
# Where the functions stand: after three numbers and three pointers in sqlite3_vfs, which fill five
# words; after the version in sqlite3_io_methods, which fills one.
WORD = ctypes.sizeof(POINTER)
OPEN, DELETE = 5, 6
WRITE, TRUNCATE, SYNC = 3, 4, 5
METHODS = 19  # words of sqlite3_io_methods, version 3
# The name goes on as it came: SQLite keeps the place where it stands, not the letters.
Open = ctypes.CFUNCTYPE(INT, POINTER, POINTER, POINTER, INT, POINTER)
Delete = ctypes.CFUNCTYPE(INT, POINTER, ctypes.c_char_p, INT)
Write = ctypes.CFUNCTYPE(INT, POINTER, POINTER, INT, LONG)
Truncate = ctypes.CFUNCTYPE(INT, POINTER, LONG)
Sync = ctypes.CFUNCTYPE(INT, POINTER, INT)


@dataclass
class Record:
    """What was on the disk at first, and what happened then: (what, path, …) in order.

    ("write", path, offset, data), ("truncate", path, size), ("sync", path), ("delete", path), and
    ("acknowledged", table, key, {column: value}) when somebody was told that it is kept.
    """

    before: dict[str, bytes] = field(default_factory=dict)
    events: list[tuple[Any, ...]] = field(default_factory=list)

    def acknowledge(self, table: str, key: str, columns: dict[str, Any]) -> None:
        self.events.append(("acknowledged", table, key, columns))

    def save(self, path: Path) -> None:
        path.write_bytes(pickle.dumps(self))

    @staticmethod
    def load(path: Path) -> "Record":
        found = pickle.loads(path.read_bytes())
        assert isinstance(found, Record)
        return found


class Recorder:
    """Begins when it is made, for every store that this process opens from then on."""

    def __init__(self) -> None:
        self.record = Record()
        self._names: dict[int, str] = {}  # of open files, by where SQLite keeps them
        self._kept: list[Any] = []  # what C points to must not be collected
        self._tables: dict[int, Any] = {}
        library = ctypes.CDLL(_sqlite3.__file__)
        library.sqlite3_vfs_find.restype = POINTER
        vfs = _words(library.sqlite3_vfs_find(None), DELETE + 1)
        self._open = _replace(vfs, OPEN, Open, self._on_open, self._kept)
        self._delete = _replace(vfs, DELETE, Delete, self._on_delete, self._kept)

    def _on_open(self, vfs: int, name: int | None, file: int, flags: int, out: int) -> int:
        path = ctypes.string_at(name).decode() if name else ""
        if path and path not in self.record.before and Path(path).exists():
            self.record.before[path] = Path(path).read_bytes()
        result: int = self._open(vfs, name, file, flags, out)
        methods = _words(file, 1)
        if result == 0 and path and methods[0]:
            self._names[file] = path
            methods[0] = ctypes.addressof(self._listening(methods[0]))
        return result

    def _listening(self, real: int) -> Any:
        """A copy of a file's functions, of which three take notes."""
        if real not in self._tables:
            table = (POINTER * METHODS)(*_words(real, METHODS))
            for place, kind, listen in (
                (WRITE, Write, self._on_write),
                (TRUNCATE, Truncate, self._on_truncate),
                (SYNC, Sync, self._on_sync),
            ):
                _replace(table, place, kind, listen, self._kept, needs_real=True)
            self._tables[real] = table
        return self._tables[real]

    def _on_delete(self, vfs: int, name: bytes, is_final: int) -> int:
        self.record.events.append(("delete", name.decode()))
        result: int = self._delete(vfs, name, is_final)
        return result

    def _on_write(self, real: Any, file: int, data: int, size: int, offset: int) -> int:
        content = ctypes.string_at(data, size)
        self.record.events.append(("write", self._names[file], offset, content))
        result: int = real(file, data, size, offset)
        return result

    def _on_truncate(self, real: Any, file: int, size: int) -> int:
        self.record.events.append(("truncate", self._names[file], size))
        result: int = real(file, size)
        return result

    def _on_sync(self, real: Any, file: int, flags: int) -> int:
        result: int = real(file, flags)
        self.record.events.append(("sync", self._names[file]))
        return result


def _words(address: int | None, count: int) -> Any:
    assert address
    return (POINTER * count).from_address(address)


def _replace(
    table: Any, place: int, kind: Any, listen: Callable[..., int], kept: list[Any], *,
    needs_real: bool = False,
) -> Any:  # fmt: skip
    """Puts `listen` into a table of functions. Returns the real one."""
    real = kind(table[place])
    listening = kind((lambda *given: listen(real, *given)) if needs_real else listen)
    kept += [real, listening]
    table[place] = ctypes.cast(listening, POINTER).value
    return real
