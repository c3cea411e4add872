"""What a member wrote down for a bad night."""

import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.transaction import atomic

from halved.safety.parts import PARTS
from halved.vault.fields import SealedField


class SafetyPlan(models.Model):
    """What helps on a bad night, in the member's own words: one for each member."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="safety_plan"
    )
    parts = SealedField()  # {name of a part: words}, and the country whose numbers stand beside
    changed_on = SealedField()  # ISO date

    def __str__(self) -> str:
        return str(self.pk)

    @classmethod
    @atomic
    def write(cls, member: Any, changed: Mapping[str, str], today: date) -> None:
        """Keeps these parts. What else stands in the plan by now, from wherever, stays."""
        found, _ = cls.objects.get_or_create(member=member)
        row = cls.objects.select_for_update().get(pk=found.pk)
        row.member = member
        row.parts = {**(row.parts or {}), **changed}
        row.changed_on = today.isoformat()
        row.save(update_fields=["parts", "changed_on"])

    @property
    def day(self) -> date | None:
        return date.fromisoformat(self.changed_on) if self.changed_on else None

    @property
    def words(self) -> dict[str, str]:
        """The words under the title of each part that has some, in order."""
        kept = self.parts or {}
        return {part.title: kept[part.name] for part in PARTS if kept.get(part.name)}
