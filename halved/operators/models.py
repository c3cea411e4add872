"""What operators did, and what they may know. No row here says who asks whom, or what."""

import logging
import uuid
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models

log = logging.getLogger(__name__)


class Suspension(models.Model):
    """A member who cannot come in, and for whom nothing goes out, until they are let back."""

    member = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="suspension",
    )
    since = models.DateTimeField(db_index=True)
    ended_at = models.DateTimeField(null=True)  # when what they had on its way was wiped

    def __str__(self) -> str:
        return str(self.pk)


class Tally(models.Model):
    """One count, as operators see it until the next day. What was counted exactly is not kept."""

    name = models.CharField(max_length=20, primary_key=True)
    rounded = models.PositiveIntegerField()
    counted_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class Act(models.Model):
    """That an operator did something, for a year. To whom is not kept."""

    class Kind(models.TextChoices):
        SUSPENDED = "suspended", "A member was suspended"
        LET_BACK = "let_back", "A member was let back"
        SETTLED = "settled", "A report was settled and wiped"
        INVITED = "invited", "An invitation was made"
        REVOKED = "revoked", "All open invitations were revoked"
        STOPPED = "stopped", "An address was put on the list that wants no messages"
        UNSTOPPED = "unstopped", "An address was taken off the list that wants no messages"
        APPOINTED = "appointed", "A member was made an operator"
        DISMISSED = "dismissed", "An operator is one no longer"
        DELETED = "deleted", "A member was deleted who asked for it"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    operator = models.ForeignKey(  # none for a command, and when the operator deleted everything
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="acts"
    )
    by_command = models.BooleanField(default=False)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return str(self.pk)

    @classmethod
    def note(cls, operator: Any, kind: "Act.Kind", now: datetime) -> None:
        """Keeps it, and says it in the log, where no name stands. `operator`: None for a
        command."""
        cls.objects.create(operator=operator, by_command=operator is None, kind=kind, at=now)
        log.info("operators: %s", kind.label.lower())

    @property
    def who(self) -> str:
        if self.by_command:
            return "By command, on the server"
        return self.operator.username if self.operator else "Somebody who left"
