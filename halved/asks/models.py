"""Asks, and each person's place in them."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from django.conf import settings
from django.db import models
from django.db.transaction import atomic
from django.utils.timezone import now

from halved.asks import rules
from halved.circle.models import Contact
from halved.reflection.models import Concern
from halved.vault.fields import HouseField, InboundField, SealedField, is_kept


class SupportKind(models.TextChoices):
    INSTRUMENTAL = "instrumental", "I can’t do this alone"
    INFORMATIONAL = "informational", "I don’t know how"
    EMOTIONAL = "emotional", "I don’t want to be alone with it"


def _codes(codes: type[StrEnum]) -> list[tuple[str, str]]:
    return [(code.value, code.value) for code in codes]


class Ask(models.Model):
    """What is asked, once, whoever is asked."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="asks"
    )
    concern = models.ForeignKey(Concern, on_delete=models.SET_NULL, null=True, related_name="asks")
    state = models.CharField(
        max_length=10, choices=_codes(rules.AskState), default=rules.AskState.DRAFT
    )
    order = models.CharField(
        max_length=10, choices=_codes(rules.Order), default=rules.Order.IN_TURN
    )
    pace = models.CharField(max_length=10, choices=_codes(rules.Pace), default=rules.Pace.DAYS)
    kinds = SealedField()
    words = SealedField()
    silenced = SealedField()  # ids of the rules about words that stay quiet for this ask
    said_back = SealedField()  # {answer: words}: what the member could say back, from rehearsing
    pieces_key = SealedField()  # hex; opens the pieces of help that belong to it, if there are any
    links_until = models.DateTimeField(null=True)  # links lead somewhere at least so long
    created_at = models.DateTimeField(default=now)
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["member", "-created_at"])]

    def __str__(self) -> str:
        return str(self.pk)

    @atomic
    def silence(self, rule: str) -> None:
        """This rule about words stays quiet for this ask."""
        for row in Ask.objects.select_for_update().filter(pk=self.pk):
            row.member = self.member
            self.silenced = sorted({*(row.silenced or []), rule})
            self.save(update_fields=["silenced"])


class Invitation(models.Model):
    """One person's place in an ask: the order, the link, the answer."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="invitations"
    )
    ask = models.ForeignKey(Ask, on_delete=models.CASCADE, related_name="invitations")
    contact = models.ForeignKey(
        Contact, on_delete=models.SET_NULL, null=True, related_name="invitations"
    )
    name = SealedField()
    position = models.PositiveSmallIntegerField()
    way = models.CharField(max_length=10, choices=_codes(rules.Way))
    words = SealedField()  # what this person reads
    state = models.CharField(
        max_length=10,
        choices=_codes(rules.InvitationState),
        default=rules.InvitationState.PLANNED,
    )
    answer = models.CharField(max_length=5, choices=_codes(rules.Answer), default="", blank=True)
    reply = InboundField()  # {"words": …, "date": …}
    seen_at = models.DateTimeField(null=True)  # when the member saw the answer

    token = SealedField()  # the member's own copy of the link
    link = models.BinaryField(null=True, unique=True)  # keyed hash of the token
    letter = models.BinaryField(null=True)  # what the link shows, sealed under the token
    thanks = SealedField()  # the member's own copy
    thanks_letter = models.BinaryField(null=True)  # what the link shows of it
    said = models.BinaryField(null=True)  # the reply once more, for who wrote it, behind the link
    # {"to": …, "name": …, "token": …, "timezone": …}: what the server needs to write by itself
    route = HouseField()

    turn_at = models.DateTimeField(null=True)  # since when it is the member's turn to ask them
    asked_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    undelivered_at = models.DateTimeField(null=True)
    later_at = models.DateTimeField(null=True)  # when a "later" comes back by itself
    came_back_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)  # the member took the smaller yes
    said_no_at = models.DateTimeField(null=True)  # the last time, whatever they said since
    expires_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)

    # Filled by actions when a decision needs it; see rules.InvitationRow.
    written_at: Sequence[datetime] = ()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["ask", "position"], name="one_place_each"),
        ]
        indexes = [
            models.Index(
                fields=["due_at"], name="invitation_due", condition=models.Q(due_at__isnull=False)
            ),
            models.Index(fields=["member", "state"]),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def timezone(self) -> str:
        """Where the person asked is, while the server has to know it; else UTC."""
        route = self.route
        return route["timezone"] if route else "UTC"

    @property
    def reachable(self) -> bool:
        """Whether the server still knows how to write to them by itself."""
        return is_kept(self, "route")

    @property
    def letter_place(self) -> str:
        return f"asks.Invitation.letter:{self.pk}"

    @property
    def said_place(self) -> str:
        return f"asks.Invitation.said:{self.pk}"

    @property
    def thanks_place(self) -> str:
        return f"asks.Invitation.thanks:{self.pk}"


class Remark(models.Model):
    """A few words to and fro between the member and one person asked, until the ask is closed."""

    class Author(models.TextChoices):
        MEMBER = "member"
        ASKED = "asked"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="remarks"
    )
    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="remarks")
    author = models.CharField(max_length=6, choices=Author.choices)
    words = InboundField()  # for the member
    behind = models.BinaryField()  # the same for the person asked, sealed behind the link
    said_at = models.DateTimeField()

    class Meta:
        ordering = ["said_at"]
        indexes = [models.Index(fields=["invitation", "said_at"])]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def behind_place(self) -> str:
        return f"asks.Remark.behind:{self.pk}"


class KeptLink(models.Model):
    """The link of something that was asked of this member, so that they find it again."""

    id = models.UUIDField(primary_key=True, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="kept_links"
    )
    token = SealedField()
    name = SealedField()  # of whoever asks
    kept_at = models.DateTimeField()

    class Meta:
        ordering = ["-kept_at"]

    def __str__(self) -> str:
        return str(self.pk)
