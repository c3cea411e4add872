"""An archive brought into an empty room: all of it, or nothing."""

import re
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, models
from django.db.transaction import atomic

from halved.accounts.models import Member
from halved.archive.contents import OF_THE_MEMBER, WHOSE, Values, fields_of
from halved.archive.reading import BROKEN, CannotRead
from halved.archive.shapes import fits
from halved.asks.models import Ask
from halved.asks.rules import AskState
from halved.pieces.models import Claim, Piece
from halved.vault.fields import SealedField

NOT_EMPTY = "There is something in this room already. An archive comes into an empty room only."
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_BATCH = 500
_WRONG = (ValidationError, ValueError, TypeError, KeyError, AttributeError, OverflowError)


def is_empty(member: Member) -> bool:
    return not any(
        apps.get_model(label)._default_manager.filter(**{whose: member}).exists()
        for label, whose in WHOSE.items()
    )


def bring(member: Member, content: Values, now: datetime) -> None:
    """Makes every row of the archive for this member. Raises CannotRead, and then nothing came."""
    try:
        with atomic():
            Member.objects.select_for_update().get(pk=member.pk)
            if not is_empty(member):
                raise CannotRead(NOT_EMPTY)
            _Bringing(member, content, now).all()
    except CannotRead:
        raise
    except (*_WRONG, RecursionError, IntegrityError, DataError) as error:
        raise CannotRead(BROKEN) from error


def _check(name: str, value: Any) -> None:
    """Raises CannotRead for a value that no page could show."""
    if not fits(name, value):
        raise CannotRead(BROKEN)


class _Bringing:
    """Ids are made anew out of the member's and the old ones, so that no row of anybody else can be
    meant; where an old id stands inside what is sealed, the new one takes its place."""

    def __init__(self, member: Member, content: Values, now: datetime) -> None:
        self.member, self.now = member, now
        self.rows: dict[str, list[Values]] = content["rows"]
        self.settings: Values = content["member"]
        self.ids = {row.get("id") for rows in self.rows.values() for row in rows}
        self.keys: dict[UUID, bytes] = {}

    def all(self) -> None:
        known = {name: self.settings[name] for name in OF_THE_MEMBER if name in self.settings}
        for name, value in known.items():
            _check(f"accounts.Member.{name}", value)
            field = next(f for f in Member._meta.concrete_fields if f.name == name)
            sealed = isinstance(field, SealedField)
            setattr(self.member, name, value if sealed else self._plain(field, value))
        self.member.save(update_fields=list(known))
        for label in WHOSE:
            rows = [self._row(label, values) for values in self.rows.get(label, ())]
            apps.get_model(label)._default_manager.bulk_create(rows, batch_size=_BATCH)

    def _row(self, label: str, values: Values) -> Any:
        row: Any = apps.get_model(label)()
        if WHOSE[label] == "member":
            row.member = self.member
        plain = [f for f in fields_of(label) if not isinstance(f, models.BinaryField)]
        sealed = [f for f in fields_of(label) if isinstance(f, SealedField)]
        for field in plain:
            if field.attname in values:
                _check(f"{label}.{field.name}", values[field.attname])
                setattr(row, field.attname, self._plain(field, values[field.attname]))
        for field in sealed:
            _check(f"{label}.{field.name}", values.get(field.attname))
            setattr(row, field.attname, self._renamed(values.get(field.attname)))
        self._finish(row, values)
        return row

    def _plain(self, field: "models.Field[Any, Any]", value: Any) -> Any:
        kind = field.target_field if isinstance(field, models.ForeignKey) else field
        if value is not None and isinstance(kind, models.UUIDField):
            return self._new(str(UUID(value)))
        # What must not be empty, and whether a relation leads somewhere, the store knows.
        return value if value in (None, "") else field.clean(value, None)

    def _finish(self, row: Any, values: Values) -> None:
        """What is no plain value: the pieces' own key, and an ask that is out on another server."""
        if isinstance(row, Ask):
            if row.pieces_key:
                self.keys[row.pk] = bytes.fromhex(row.pieces_key)
            if row.state == AskState.OPEN:
                row.state, row.closed_at = AskState.CLOSED, self.now
        if isinstance(row, Piece):
            _check("pieces.Piece.words", values["words"])
            _check("pieces.Piece.location", values["location"])
            row.seal(self.keys[row.ask_id], values["words"], values["location"])
            self.keys[row.pk] = self.keys[row.ask_id]
        if isinstance(row, Claim):
            _check("pieces.Claim.name", values["name"])
            row.seal_name(self.keys[row.piece_id], values["name"])

    def _new(self, old: str) -> UUID:
        return uuid5(self.member.pk, old)

    def _renamed(self, value: Any) -> Any:
        if isinstance(value, str):
            return _ID.sub(lambda id: str(self._new(id[0])) if id[0] in self.ids else id[0], value)
        if isinstance(value, list):
            return [self._renamed(each) for each in value]
        if isinstance(value, dict):
            return {name: self._renamed(each) for name, each in value.items()}
        return value
