"""Lists that lie beside the store: what was promised must hold after a backup came back, and a
backup of the store must not bring back a list that does not know yet.

Each line is a keyed hash and the day. It names nobody.
"""

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path


def keep(path: Path, hashes: Iterable[bytes], day: date) -> None:
    """Adds lines, and comes back when they are on the disk. Raises OSError."""
    lines = "".join(f"{hashed.hex()} {day.isoformat()}\n" for hashed in hashes)
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(descriptor, lines.encode())
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def kept(path: Path) -> set[bytes]:
    """The hashes of all lines. A line that was cut off by a full disk is left out."""
    if not path.exists():
        return set()
    return {hashed for line in path.read_text().splitlines() if (hashed := _read(line))}


def _read(line: str) -> bytes | None:
    try:
        return bytes.fromhex(line.split()[0])
    except (ValueError, IndexError):
        return None
