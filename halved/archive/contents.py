"""All that a member has, as plain values: which rows and fields there are, and what cannot go
elsewhere and why. The archive, its pages and bringing it in all go by these lists."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models

from halved.accounts.models import Member
from halved.pieces.models import Claim, Piece
from halved.vault.fields import SealedField

Values = dict[str, Any]

# Whose rows come along, and how each leads to its member; in the order in which they can be made.
WHOSE = {
    "reflection.Concern": "member",
    "reflection.CheckIn": "member",
    "reflection.Attempt": "member",
    "reflection.Cost": "member",
    "reflection.Barrier": "member",
    "reflection.Weighing": "member",
    "circle.Contact": "member",
    "circle.Enquiry": "member",
    "safety.SafetyPlan": "member",
    "asks.Ask": "member",
    "asks.Invitation": "member",
    "asks.Remark": "member",
    "reflection.Intention": "member",
    "pieces.Rota": "ask__member",
    "pieces.Piece": "member",
    "pieces.Claim": "piece__member",
    "lookback.Forecast": "member",
    "lookback.Given": "member",
    "accounts.HeldForm": "member",
}
OF_THE_MEMBER = ["signs_as", "timezone", "notice_address", "silenced", "leaving", "look"]

LINK = "belongs to a link, and links lead to the server they were made on"
SERVER = "is for the server, to send by itself; nothing is sent from a room that was brought in"
KEY = "is a key, or opens one; the room that it comes into has its own"
EMPTY = "belongs to the library for signing in, and is never filled here"
STAYS = {
    "asks.KeptLink": LINK,
    "pieces.Feed": LINK,
    "pieces.FeedKey": LINK,
    "delivery.Message": SERVER,
    "delivery.Recipient": SERVER,
    "delivery.PushSubscription": "belongs to one browser on one device, and is switched on there",
    "accounts.Passkey": "lies on a device, and signs in on this server only",
    "accounts.Session": "is one browser that is signed in here",
    "operators.Suspension": "is a matter of the server",
    **dict.fromkeys(["account.EmailAddress", "account.EmailConfirmation"], EMPTY),
    "asks.Ask.links_until": LINK,
    **{f"asks.Invitation.{name}": LINK for name in ("token", "link", "letter", "thanks_letter")},
    **{f"asks.Invitation.{name}": LINK for name in ("said", "expires_at")},
    "asks.Remark.behind": LINK,
    **{f"{name}.route": SERVER for name in ("asks.Invitation", "pieces.Claim")},
    **{f"{name}.due_at": SERVER for name in ("asks.Invitation", "pieces.Rota")},
    **{f"accounts.Member.{name}": KEY for name in ("password", "recovery", "pending_code")},
    **{f"accounts.Member.{name}": KEY for name in ("public_key", "private_box", "session_salt")},
    "accounts.Member.id": KEY,
    "accounts.Member.username": "is how one signs in; the room that it comes into has its own",
    "accounts.Member.is_active": "is a matter of the server",
    "accounts.Member.is_operator": "is a matter of the server",
    "accounts.Member.created_at": "is when the room was made",
}


def fields_of(label: str) -> list["models.Field[Any, Any]"]:
    """The fields of a model that come along."""
    fields = apps.get_model(label)._meta.concrete_fields
    return [f for f in fields if f.name != "member" and f"{label}.{f.name}" not in STAYS]


def of_member(member: Member) -> Values:
    """What was set for the room as a whole."""
    return {name: getattr(member, name) for name in OF_THE_MEMBER}


def everything(member: Member) -> Iterator[tuple[str, Iterator[Values]]]:
    """Each model and its rows, opened. Raises Locked while the room is closed."""
    keys = {
        ask.pk: bytes.fromhex(ask.pieces_key) for ask in _rows("asks.Ask", member) if ask.pieces_key
    }
    for label in WHOSE:
        yield label, (_values(row, label, keys) for row in _rows(label, member))


def _rows(label: str, member: Member) -> Iterator[Any]:
    rows = apps.get_model(label)._default_manager.filter(**{WHOSE[label]: member}).order_by("pk")
    # No cursor of the store: behind a pooler the next rows would be asked of another connection.
    for row in rows.select_related("piece" if label == "pieces.Claim" else None):
        if WHOSE[label] == "member":
            row.member = member
        yield row


def _values(row: Any, label: str, keys: dict[UUID, bytes]) -> Values:
    values = {field.attname: _value(row, field) for field in fields_of(label)}
    if isinstance(row, Piece):
        key = keys[row.ask_id]
        values |= {"words": row.open_words(key), "location": row.open_location(key)}
    if isinstance(row, Claim):
        values["name"] = row.open_name(keys[row.piece.ask_id])
    return values


def _value(row: Any, field: "models.Field[Any, Any]") -> Any:
    """As it stands in JSON: moments in UTC, days and ids as text."""
    value = getattr(row, field.attname)
    if isinstance(field, SealedField):
        return value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return str(value) if isinstance(value, UUID | date) else value
