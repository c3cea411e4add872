"""An archive as it comes in: small enough, really one of ours, and taken apart into plain values.

Nothing is unpacked onto a disk, and no name inside it is followed: one file is read, in memory.
"""

import io
import json
import zipfile
import zlib
from typing import Any

from halved.archive.version import FORMAT, VERSION

MOST_BYTES = 20_000_000  # of the archive, and of data.json
MOST_FILES = 1_000
MOST_VALUES = 2_000_000
DATA = "data.json"

TOO_LARGE = "This archive is larger than can be read here: more than 20 MB."
NO_ARCHIVE = "This is no archive of Halved. Choose the file that you downloaded; it ends in “.zip”."
BROKEN = "This archive is damaged, or was changed. Nothing was brought in."
TOO_NEW = "This archive comes from a newer Halved. Bring this one up to date first."


class CannotRead(ValueError):
    """The file cannot be brought in. The text says why."""


def read(data: bytes) -> dict[str, Any]:
    """What stands in data.json. Raises CannotRead."""
    if len(data) > MOST_BYTES:
        raise CannotRead(TOO_LARGE)
    if not data.startswith(b"PK") or data.count(b"PK\x01\x02") > MOST_FILES:
        raise CannotRead(NO_ARCHIVE)
    text = _unpack(data)
    if sum(text.count(sign) for sign in b"[{,") > MOST_VALUES:
        raise CannotRead(TOO_LARGE)
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CannotRead(BROKEN) from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise CannotRead(NO_ARCHIVE)
    if not isinstance(content.get("version"), int):
        raise CannotRead(BROKEN)
    if content["version"] > VERSION:
        raise CannotRead(TOO_NEW)
    return content


def _unpack(data: bytes) -> bytes:
    """No more than MOST_BYTES are ever unpacked, whatever the archive says of itself."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            about = archive.getinfo(DATA)
            if about.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise CannotRead(NO_ARCHIVE)
            with archive.open(about) as file:
                text = file.read(MOST_BYTES + 1)
    except KeyError as error:
        raise CannotRead(NO_ARCHIVE) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
        raise CannotRead(BROKEN) from error
    if len(text) > MOST_BYTES:
        raise CannotRead(TOO_LARGE)
    return text
