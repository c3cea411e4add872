"""Help in pieces: what is needed when, and who took it."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models

from halved.asks.models import Ask, Invitation
from halved.asks.rules import InvitationState
from halved.vault.fields import (
    HouseField,
    SealedField,
    seal_behind_link,
    seal_under,
    unseal_behind_link,
    unseal_under,
)


class Rota(models.Model):
    """The pieces of one ask together: whether they may be taken, who sees whose name, and when to
    look at them again."""

    ask = models.OneToOneField(Ask, primary_key=True, on_delete=models.CASCADE, related_name="rota")
    shows_names = models.BooleanField(default=False)  # names of helpers, to other helpers
    paused_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)  # when the member last heard that something is open
    due_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at"], name="rota_due", condition=models.Q(due_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Piece(models.Model):
    """A bit of help with a time and places. Its words are sealed under the key of all pieces of
    its ask, which the member and everybody invited hold."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="pieces"
    )
    ask = models.ForeignKey(Ask, on_delete=models.CASCADE, related_name="pieces")
    series = models.UUIDField()  # shared by those that were made together
    # When its series has it, once it was changed on its own: RFC 5545 calls it RECURRENCE-ID.
    recurrence_at = models.DateTimeField(null=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    zone = models.CharField(max_length=60)  # whose clock it goes by, an IANA name
    places = models.PositiveSmallIntegerField(default=1)
    words = models.BinaryField()  # {"what": …, "leave_out": …}, for everybody invited
    location = models.BinaryField()  # where, for who took it and the member
    closed_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    revision = models.PositiveSmallIntegerField(default=0)  # how often it was changed

    class Meta:
        ordering = ["starts_at", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(places__gte=1), name="at_least_one_place"),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="begins_before_it_ends"
            ),
        ]
        indexes = [
            models.Index(fields=["ask", "starts_at"]),
            models.Index(fields=["member", "starts_at"]),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def seal(self, key: bytes, words: dict[str, str], location: str) -> None:
        """Sets what it says. `key`: that of the pieces of its ask."""
        self.words = seal_under(key, words, self._place("words"))
        self.location = seal_under(key, location, self._place("location"))

    def open_words(self, key: bytes) -> dict[str, str]:
        """{"what": …, "leave_out": …}. Raises CannotOpen."""
        words: dict[str, str] = unseal_under(key, bytes(self.words), self._place("words"))
        return words

    def open_location(self, key: bytes) -> str:
        """Only for the member and for who took it. Raises CannotOpen."""
        location: str = unseal_under(key, bytes(self.location), self._place("location"))
        return location

    def _place(self, field: str) -> str:
        return f"pieces.Piece.{field}:{self.pk}"


_GONE = models.Q(invitation__state=InvitationState.WITHDRAWN) | models.Q(
    invitation__said_no_at__gt=models.F("taken_at")
)


class ClaimQuerySet(models.QuerySet["Claim"]):
    def that_hold(self) -> "ClaimQuerySet":
        """rules.holds, as a condition."""
        return self.exclude(_GONE)

    def that_fell(self) -> "ClaimQuerySet":
        """The others: their places are free, and whoever finds them deletes them."""
        return self.filter(_GONE)


class Claim(models.Model):
    """One place of a piece, and the person it belongs to. When they give it back, it is deleted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    piece = models.ForeignKey(Piece, on_delete=models.CASCADE, related_name="claims")
    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="claims")
    position = models.PositiveSmallIntegerField()  # 0 to piece.places - 1
    name = models.BinaryField(null=True)  # what they want to be called, under the pieces' key
    taken_at = models.DateTimeField()
    offered_at = models.DateTimeField(null=True)  # another helper may take it over
    changed_at = models.DateTimeField(null=True)  # its time changed; they have not agreed yet
    untold = models.BooleanField(default=False)  # a change that no message has told them of
    reminded_at = models.DateTimeField(null=True)
    # {"to": …, "name": …, "timezone": …, "what": …}, while a message may still have to go to them
    route = HouseField()

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["taken_at"]
        constraints = [
            models.UniqueConstraint(fields=["piece", "position"], name="each_place_once"),
            models.UniqueConstraint(fields=["piece", "invitation"], name="one_place_a_person"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def seal_name(self, key: bytes, name: str) -> None:
        self.name = seal_under(key, name, self._place("name")) if name else None

    def open_name(self, key: bytes) -> str:
        """What they want to be called, or "". Raises CannotOpen."""
        found: Any = self.name and unseal_under(key, bytes(self.name), self._place("name"))
        return found or ""

    def _place(self, field: str) -> str:
        return f"pieces.Claim.{field}:{self.pk}"


class Feed(models.Model):
    """A secret address at which calendar programs read a member's pieces while the member is away.
    The store holds nothing that opens them without the address."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="feed"
    )
    token = SealedField()  # the member's own copy of the secret part of the address
    link = models.BinaryField(unique=True)  # keyed hash of the token
    with_words = models.BooleanField(default=False)  # or only that there is something

    def __str__(self) -> str:
        return str(self.pk)


class FeedKey(models.Model):
    """The key of the pieces of one ask, for a feed with words: sealed under the feed's token."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    feed = models.ForeignKey(Feed, on_delete=models.CASCADE, related_name="keys")
    ask = models.ForeignKey(Ask, on_delete=models.CASCADE, related_name="+")
    key = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["feed", "ask"], name="one_key_an_ask"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def seal(self, token: str, key: bytes) -> None:
        self.key = seal_behind_link(token, key.hex(), self._place())

    def open(self, token: str) -> bytes:
        """Raises CannotOpen."""
        return bytes.fromhex(unseal_behind_link(token, bytes(self.key), self._place()))

    def _place(self) -> str:
        return f"pieces.FeedKey.key:{self.pk}"
