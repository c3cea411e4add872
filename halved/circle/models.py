"""The people a member may ask. They have no account."""

import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.db.transaction import atomic
from django.utils.timezone import now

from halved.circle import rules
from halved.circle.following_up import Try, noted, propose
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
    service = SealedField()  # key of the one among the places to turn to; None for others
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


class Enquiry(models.Model):
    """A practice or service on the member's list, and every try to reach it. All of it is sealed,
    the day to follow up as well: nothing has to happen while the room is locked."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="enquiries"
    )
    contact = models.OneToOneField(Contact, on_delete=models.CASCADE, related_name="enquiry")
    tries = SealedField()  # following_up.Try as it is kept, the latest last
    follow_up_on = SealedField()  # ISO date
    words = SealedField()  # for a first call or mail
    notes = SealedField()
    created_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["created_at"]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def name(self) -> str:
        name: str = self.contact.name
        return name

    @property
    def history(self) -> list[Try]:
        """Every try, the earliest first."""
        return [Try.from_kept(kept) for kept in self.tries or []]

    @property
    def last(self) -> Try | None:
        return self.history[-1] if self.tries else None

    @property
    def noted(self) -> str:
        """What goes when this goes; empty when nothing was noted."""
        return noted(len(self.tries or []), bool(self.words), bool(self.notes))

    @property
    def follow_up_day(self) -> date | None:
        return date.fromisoformat(self.follow_up_on) if self.follow_up_on else None

    @atomic
    def note(self, done: Try, today: date) -> None:
        """Keeps a try in the place of the one of that id, or as one more. If another try is the
        latest now, or came to something else, the day to follow up is proposed anew."""
        row = Enquiry.objects.select_for_update().get(pk=self.pk)
        row.member = self.member
        others = [one for one in row.history if one.id != done.id]
        history = sorted([*others, done], key=lambda one: one.on)
        if history[-1] != row.last:
            day = propose(history[-1], today)
            row.follow_up_on = day.isoformat() if day else None
        row.tries = [one.as_kept() for one in history]
        row.save(update_fields=["tries", "follow_up_on"])
