"""Where keys live: the house key and the secrets in files, a member's key in a ring of wraps."""

import base64
import os
import secrets
import threading
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from halved.vault import crypto

# One derivation takes 64 MiB. Two at a time keep 16 sign-ins at once far below 512 MB.
_derivations = threading.BoundedSemaphore(2)


class WrongPassphrase(Exception):
    """The passphrase or the recovery code does not open this room."""


class BadHouseKey(Exception):
    """The house key cannot be read. The message says what it must look like."""


# --- files ------------------------------------------------------------------------------------


def write_secret(path: Path, text: str) -> None:
    """Writes a file only its owner can read (0600), whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    keep_names(path.parent)


def make_secret_once(path: Path, text: str) -> str:
    """Keeps `text` in a new file, or returns what another process put there first."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    write_secret(draft, text)
    try:
        os.link(draft, path)
    except FileExistsError:
        return path.read_text()
    finally:
        draft.unlink()
        keep_names(path.parent)
    return text


def keep_names(folder: Path) -> None:
    """Makes sure that a power cut does not undo a new name in a folder: rows may soon be sealed
    under the key in it."""
    if hasattr(os, "O_DIRECTORY"):  # where folders can be opened; Windows does it by itself
        descriptor = os.open(folder, os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def read_or_make_secret(path: Path) -> str:
    """The secret in a file; a new one of 256 bits is made the first time."""
    try:
        return path.read_text()
    except FileNotFoundError:
        return make_secret_once(path, secrets.token_urlsafe(32))


# --- the house key ----------------------------------------------------------------------------


@dataclass(frozen=True, repr=False)
class HouseKey:
    """`lookup` makes keyed hashes and opens nothing. `seals` seal what the server must read later;
    the first one seals, every one opens."""

    lookup: bytes
    seals: tuple[bytes, ...]

    @classmethod
    def parse(cls, text: str) -> "HouseKey":
        """Reads `lookup:BASE64 seal:BASE64 …`, the newest seal first. Raises BadHouseKey."""
        keys: dict[str, list[bytes]] = {"lookup": [], "seal": []}
        try:
            for word in text.split():
                name, _, value = word.partition(":")
                keys[name].append(base64.b64decode(value, validate=True))
        except (KeyError, ValueError) as error:
            raise BadHouseKey("Write it as: lookup:BASE64 seal:BASE64") from error
        sizes = {len(key) for key in keys["lookup"] + keys["seal"]}
        if len(keys["lookup"]) != 1 or not keys["seal"] or sizes != {crypto.KEY_BYTES}:
            raise BadHouseKey("It needs one lookup key and at least one seal key of 32 bytes each.")
        return cls(keys["lookup"][0], tuple(keys["seal"]))

    @classmethod
    def new(cls) -> "HouseKey":
        return cls(crypto.new_key(), (crypto.new_key(),))

    def write(self) -> str:
        lines = [f"lookup:{base64.b64encode(self.lookup).decode()}"]
        lines += [f"seal:{base64.b64encode(key).decode()}" for key in self.seals]
        return "\n".join(lines) + "\n"

    def with_new_seal(self) -> "HouseKey":
        return HouseKey(self.lookup, (crypto.new_key(), *self.seals))

    def mark(self) -> bytes:
        """Four bytes in front of each box that tell which seal made it."""
        return _mark(self.seals[0])

    def seal(self, data: bytes, place: str) -> bytes:
        return self.mark() + crypto.seal(self.seals[0], data, place)

    def unseal(self, box: bytes, place: str) -> bytes:
        """Opens with whichever seal made it. Raises CannotOpen when that one is gone."""
        for key in self.seals:
            if box[:4] == _mark(key):
                return crypto.unseal(key, box[4:], place)
        raise crypto.CannotOpen(place)

    def hash(self, data: str, purpose: str) -> bytes:
        return crypto.keyed_hash(self.lookup, data, purpose)


def _mark(key: bytes) -> bytes:
    return crypto.subkey(key, "halved.mark")[:4]


_read: tuple[object, HouseKey] | None = None


def house() -> HouseKey:
    """The house key, from HALVED_HOUSE_KEY or from the file (made at first use).

    The file is looked at each time, so that a rotation reaches running processes at once.
    """
    global _read
    path: Path = settings.HOUSE_KEY_FILE
    if settings.HOUSE_KEYS:
        version: object = settings.HOUSE_KEYS
    else:
        try:
            found = path.stat()
        except FileNotFoundError:
            make_secret_once(path, HouseKey.new().write())
            found = path.stat()
        version = (path, found.st_mtime_ns, found.st_ino)
    if _read is None or _read[0] != version:
        _read = (version, HouseKey.parse(settings.HOUSE_KEYS or path.read_text()))
    return _read[1]


def link_hash(token: str) -> bytes:
    """What the store knows of a link: a keyed hash, from which the token cannot be found."""
    return house().hash(token, "halved.link")


# --- a member's keys --------------------------------------------------------------------------


def wrap_with_passphrase(member_key: bytes, passphrase: str, place: str) -> str:
    """The member key, wrapped so that only the passphrase gives it back. Text for one column."""
    salt = secrets.token_bytes(crypto.SALT_BYTES)
    with _derivations:
        key = crypto.derive(passphrase, salt)
    box = crypto.seal(key, member_key, place)
    return "argon2id$" + base64.b64encode(salt + box).decode()


def unwrap_with_passphrase(wrapped: str, passphrase: str, place: str) -> bytes:
    """Raises WrongPassphrase. Takes the same time for a right and a wrong one."""
    raw = base64.b64decode(wrapped.removeprefix("argon2id$"))
    salt, box = raw[: crypto.SALT_BYTES], raw[crypto.SALT_BYTES :]
    with _derivations:
        key = crypto.derive(passphrase, salt)
    try:
        return crypto.unseal(key, box, place)
    except crypto.CannotOpen as error:
        raise WrongPassphrase from error


def unwrap_with_code(box: bytes, code: str, place: str) -> bytes:
    """Raises WrongPassphrase when the recovery code is not the one."""
    try:
        return crypto.unseal(crypto.recovery_key(code), box, place)
    except crypto.CannotOpen as error:
        raise WrongPassphrase from error
