"""Lists of keyed hashes that lie beside the store: what must hold although a backup of the store,
made before, is put back. A backup must not bring back a list that does not know yet."""

import os
from datetime import date
from pathlib import Path


def put_down(path: Path, hashes: list[bytes], day: date) -> None:
    """One line for each: the hash and the day. It is on the disk afterwards. Raises OSError."""
    lines = "".join(f"{hashed.hex()} {day.isoformat()}\n" for hashed in hashes)
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(descriptor, lines.encode())
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def put_down_before(path: Path) -> dict[bytes, date]:
    """Every hash of the list, with its day. A line that was cut off by a full disk is left out."""
    lines = path.read_text().split("\n")[:-1] if path.exists() else []
    found = {}
    for line in lines:
        hashed, _, day = line.partition(" ")
        try:
            found[bytes.fromhex(hashed)] = date.fromisoformat(day)
        except ValueError:
            continue
    return found
