"""The people a member may ask. They have no account."""

import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.utils.timezone import now

from halved.circle import rules
from halved.vault.fields import SealedField


class Contact(models.Model):
    """Somebody one may ask. All that is written about them is sealed to the member."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="contacts"
    )
    name = SealedField()
    relation = SealedField()
    phone = SealedField()
    email = SealedField()
    in_person = SealedField()
    kinds = SealedField()
    timezone = SealedField()
    profession = SealedField()  # what they do as a professional or service; None for others
    inner = SealedField()  # one of the people closest to the member
    rest_until = SealedField()  # not to be asked before this day, ISO
    not_about = SealedField()  # ids of concerns they are not for
    created_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def rest_day(self) -> date | None:
        return date.fromisoformat(self.rest_until) if self.rest_until else None

    @property
    def good_at(self) -> str:
        return rules.good_at(self.kinds or [])
