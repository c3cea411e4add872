"""Lists of keyed hashes that lie beside the store: what must hold although a backup of the store,
made before, is put back. A backup must not bring back a list that does not know yet."""

import os
from datetime import date
from pathlib import Path

from halved.vault.keys import keep_names


def put_down(path: Path, hashes: list[bytes], day: date) -> None:
    """One line for each: the hash and the day. All of it is on the disk afterwards. Raises OSError,
    also when only a part fits."""
    is_new = not path.exists()
    lines = "".join(f"{hashed.hex()} {day.isoformat()}\n" for hashed in hashes).encode()
    descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        rest = b"\n" + lines if _was_cut_off(descriptor) else lines
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    if is_new:
        keep_names(path.parent)


def _was_cut_off(descriptor: int) -> bool:
    """Whether the disk was full in the middle of the last line: it must not swallow the next."""
    if os.lseek(descriptor, 0, os.SEEK_END) == 0:
        return False
    os.lseek(descriptor, -1, os.SEEK_END)
    return os.read(descriptor, 1) != b"\n"


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
