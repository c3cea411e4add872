"""Model fields that are sealed in the store.

A sealed field reads and takes plain JSON values on the row. It is sealed when the row is saved and
opened when it is read, with a key that comes from the row itself:

- SealedField: the member key, which `row.member` holds only while the room is open;
- InboundField: sealed to `row.member.public_key`, opened with the private key in the room;
- HouseField: the house key, for what the server must read while the member is away.
"""

import json
from typing import Any

from django.db import models

from halved.vault import crypto
from halved.vault.keys import house


class Locked(Exception):
    """The room is locked: the row's member has not given the key."""


class _Box:
    """Reads a column as a plain value, and seals a value when it is given."""

    def __init__(self, field: "SealedField") -> None:
        self.field = field

    def __get__(self, row: models.Model | None, owner: type) -> Any:
        if row is None:
            return self
        value = self.kept(row)
        if isinstance(value, bytes):
            return json.loads(self.field.unseal(row, value))
        return value.value if isinstance(value, _Plain) else None

    def kept(self, row: models.Model) -> Any:
        """The box, or a value that is not sealed yet."""
        name = self.field.attname
        if name not in row.__dict__:
            # Deferred. Fetched as a box: refresh_from_db would open it on a row without the key.
            rows = type(row)._base_manager.using(row._state.db).filter(pk=row.pk)
            setattr(row, name, rows.values_list(name, flat=True).get())
        return row.__dict__[name]

    def __set__(self, row: models.Model, value: Any) -> None:
        if isinstance(value, memoryview):
            value = bytes(value)
        if value is not None and not isinstance(value, bytes):
            value = _Plain(value)
        row.__dict__[self.field.attname] = value


class _Plain:
    """A value that was set and is not sealed yet. Its text form says nothing."""

    def __init__(self, value: Any) -> None:
        self.value = value


class SealedField(models.BinaryField):  # type: ignore[type-arg]
    """Opened by the member only. Raises Locked while `row.member.key` is None."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("null", True)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", None)
        super().__init__(*args, **kwargs)

    def contribute_to_class(
        self, cls: type[models.Model], name: str, private_only: bool = False
    ) -> None:
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, name, _Box(self))

    def place(self, row: models.Model) -> str:
        return f"{row._meta.label}.{self.attname}:{row.pk}"

    def seal(self, row: models.Model, value: Any) -> bytes | None:
        """The box for this row and field; what a conditional UPDATE writes."""
        if value is None:
            return None
        return self._seal(row, json.dumps(value, ensure_ascii=False).encode(), self.place(row))

    def unseal(self, row: models.Model, box: bytes) -> bytes:
        return self._unseal(row, box, self.place(row))

    def _seal(self, row: Any, data: bytes, place: str) -> bytes:
        return crypto.seal(_key(row.member), data, place)

    def _unseal(self, row: Any, box: bytes, place: str) -> bytes:
        return crypto.unseal(_key(row.member), box, place)

    def pre_save(self, row: models.Model, add: bool) -> Any:
        value = row.__dict__.get(self.attname)
        if isinstance(value, _Plain):
            return self.seal(row, value.value)
        return value

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if value is not None and not isinstance(value, bytes):
            raise TypeError(f"{self.name} is sealed: save the row, or seal the value first")
        return super().get_db_prep_value(value, connection, prepared)


class InboundField(SealedField):
    """Sealed to the member while they are away; the server cannot open it again."""

    def _seal(self, row: Any, data: bytes, place: str) -> bytes:
        return crypto.seal_to(bytes(row.member.public_key), data, place)

    def _unseal(self, row: Any, box: bytes, place: str) -> bytes:
        return crypto.unseal_from(row.member.private_key, box, place)


class HouseField(SealedField):
    """Readable by the server until it is wiped."""

    def _seal(self, row: Any, data: bytes, place: str) -> bytes:
        return house().seal(data, place)

    def _unseal(self, row: Any, box: bytes, place: str) -> bytes:
        return house().unseal(box, place)


def _key(member: Any) -> bytes:
    if member.key is None:
        raise Locked
    key: bytes = member.key
    return key


def is_kept(row: models.Model, name: str) -> bool:
    """Whether a sealed field of this row holds anything. It is not opened."""
    box: _Box = getattr(type(row), name)
    return box.kept(row) is not None


def seal_for(row: models.Model, name: str, value: Any) -> bytes | None:
    """The box of `value` for one field of one row, to be written by a conditional UPDATE."""
    field = row._meta.get_field(name)
    assert isinstance(field, SealedField)
    return field.seal(row, value)


def seal_under(key: bytes, value: Any, place: str) -> bytes:
    """Seals a plain JSON value under a 32-byte key that several people share."""
    return crypto.seal(key, json.dumps(value, ensure_ascii=False).encode(), place)


def unseal_under(key: bytes, box: bytes, place: str) -> Any:
    """Opens what `seal_under` made. Raises CannotOpen."""
    return json.loads(crypto.unseal(key, box, place))


def seal_behind_link(token: str, value: Any, place: str) -> bytes:
    """Seals what lies behind a private link. Opened by whoever holds the token, and nobody else."""
    return seal_under(crypto.link_key(token), value, place)


def unseal_behind_link(token: str, box: bytes, place: str) -> Any:
    """Raises CannotOpen."""
    return unseal_under(crypto.link_key(token), box, place)
