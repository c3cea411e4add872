"""What a member carries, and how heavy it is."""

import uuid
from typing import Any, cast
from uuid import UUID

from django.conf import settings
from django.db import models
from django.utils.timezone import now

from halved.vault.fields import SealedField


class Concern(models.Model):
    """Something one carries. Nobody else reads it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="concerns"
    )
    words = SealedField()
    created_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["member", "-created_at"])]

    def __str__(self) -> str:
        return str(self.pk)

    @classmethod
    def put_down(cls, member: Any, words: str, pk: UUID | None = None) -> "Concern":
        """Saves something the member carries. The same `pk` twice makes one."""
        row, _ = member.concerns.get_or_create(pk=pk or uuid.uuid4(), defaults={"words": words})
        return cast("Concern", row)

    @property
    def first_line(self) -> str:
        """The beginning of the words, for lists."""
        line: str = self.words.strip().split("\n")[0]
        return line if len(line) <= 80 else line[:79].rsplit(" ", 1)[0] + "…"


class CheckIn(models.Model):
    """How heavy it was at a moment, 0 to 10."""

    class Moment(models.TextChoices):
        TODAY = "today"
        BEFORE_ASKING = "before_asking", "before asking"
        AFTER_ASKING = "after_asking", "after asking"
        AFTER_HELP = "after_help", "after help"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="check_ins"
    )
    concern = models.ForeignKey(
        Concern, on_delete=models.CASCADE, null=True, related_name="check_ins"
    )
    moment = models.CharField(max_length=20, choices=Moment.choices, default=Moment.TODAY)
    weight = SealedField()
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["at"]
        indexes = [models.Index(fields=["concern", "at"])]

    def __str__(self) -> str:
        return str(self.pk)

    @classmethod
    def note(
        cls,
        member: Any,
        concern: Concern | None,
        weight: int,
        *,
        moment: str = Moment.TODAY,
        pk: UUID | None = None,
    ) -> "CheckIn":
        """Notes how heavy it is, 0 to 10. The same `pk` twice makes one."""
        about = {"concern": concern, "moment": moment, "weight": weight}
        row, _ = member.check_ins.get_or_create(pk=pk or uuid.uuid4(), defaults=about)
        return cast("CheckIn", row)
