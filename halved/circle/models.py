"""The people a member may ask. They have no account."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.timezone import now

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
    created_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return str(self.pk)
