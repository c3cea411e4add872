"""What a member carries, and how heavy it is."""

import uuid
from datetime import date, datetime, time
from typing import Any, cast
from uuid import UUID

from django.conf import settings
from django.db import models
from django.utils.timezone import now

from halved.reflection import moments
from halved.vault.fields import SealedField


class Concern(models.Model):
    """Something one carries. Nobody else reads it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="concerns"
    )
    words = SealedField()
    since = SealedField()
    better = SealedField()  # what would count as better
    stop_on = SealedField()  # a date of one's own, ISO
    put_away_at = models.DateTimeField(null=True)
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
    def stop_day(self) -> date | None:
        return _day(self.stop_on)

    @property
    def first_line(self) -> str:
        """The beginning of the words, for lists."""
        line: str = self.words.strip().split("\n")[0]
        return line if len(line) <= 80 else line[:79].rsplit(" ", 1)[0] + "…"


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


class CheckIn(models.Model):
    """How heavy it was at a moment, 0 to 10, and a line. Either may be left out."""

    class Moment(models.TextChoices):
        TODAY = "today"
        BEFORE_ASKING = "before_asking", "before asking"
        AFTER_ASKING = "after_asking", "after asking"
        AFTER_HELP = "after_help", "after help"
        THREE_DAYS_LATER = "three_days_later", "three days later"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="check_ins"
    )
    concern = models.ForeignKey(
        Concern, on_delete=models.CASCADE, null=True, related_name="check_ins"
    )
    moment = models.CharField(max_length=20, choices=Moment.choices, default=Moment.TODAY)
    weight = SealedField()
    line = SealedField()
    wish = SealedField()  # how much one feels like asking, 0 to 10
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
        weight: int | None,
        *,
        moment: str = Moment.TODAY,
        pk: UUID | None = None,
        **more: Any,
    ) -> "CheckIn":
        """Notes how heavy it is, 0 to 10. `more` may hold a line, and the wish to ask, 0 to 10.
        The same `pk` twice makes one."""
        about = {"concern": concern, "moment": moment, "weight": weight, **more}
        rows = member.check_ins
        row = rows.get_or_create(pk=pk, defaults=about)[0] if pk else rows.create(**about)
        return cast("CheckIn", row)


class Entry(models.Model):
    """Something noted about a concern. Sealed, editable, and gone with the concern."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="%(class)ss"
    )
    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="%(class)ss")
    at = models.DateTimeField(default=now)

    class Meta:
        abstract = True
        ordering = ["at"]
        indexes = [models.Index(fields=["concern", "at"])]

    def __str__(self) -> str:
        return str(self.pk)


class Attempt(Entry):
    """What was tried, when, and whether it moved anything."""

    what = SealedField()
    on = SealedField()  # ISO date
    moved = SealedField()  # rules.Moved

    @property
    def day(self) -> date:
        return date.fromisoformat(self.on)


class Cost(Entry):
    """What it cost at a time: {"sleep": 0 none, 1 some, 2 a lot, …}."""

    levels = SealedField()


class Barrier(Entry):
    """What gets in the way of asking: one of those we know, or one's own words."""

    kind = SealedField()
    words = SealedField()


class Weighing(Entry):
    """What the rule of thumb said, and what the person made of it."""

    yes = SealedField()  # the questions answered with yes
    outcome = SealedField()  # rules.Outcome
    signs = SealedField()  # as they were shown: [{"id", "colour", "sentence", "because"}, …]
    look_on = SealedField()  # when the rule would look again, ISO date
    choice = SealedField()  # what the person chose, rules.Outcome; it holds, whatever was said
    again_on = SealedField()  # when the person wants to look again, ISO date
    otherwise = SealedField()  # "I see it differently", in their own words

    @property
    def again_day(self) -> date | None:
        return _day(self.again_on)


class Intention(Entry):
    """If this, then I ask. The draft it leads to is finished beforehand.

    `due_at` is the moment that was chosen, or to which the plan was put off.
    """

    class State(models.TextChoices):
        SET = "set"
        COME = "come"
        DROPPED = "dropped"

    trigger = SealedField()  # {"kind", and what it waits for: "day", "hour", "weight" or "words"}
    ask = models.ForeignKey("asks.Ask", on_delete=models.SET_NULL, null=True, related_name="plans")
    state = models.CharField(max_length=8, choices=State.choices, default=State.SET)
    due_at = models.DateTimeField(null=True)

    class Meta(Entry.Meta):
        abstract = False
        indexes = [
            models.Index(fields=["concern", "at"]),
            models.Index(
                fields=["due_at"], name="intention_due", condition=models.Q(due_at__isnull=False)
            ),
        ]

    @property
    def when(self) -> datetime | None:
        """The moment that was chosen, if it is one of day and hour."""
        if "day" not in self.trigger:
            return None
        day, hour = self.trigger["day"], self.trigger["hour"]
        zone = self.member.timezone
        return moments.moment(date.fromisoformat(day), time.fromisoformat(hour), zone)

    @property
    def put_off_until(self) -> datetime | None:
        return self.due_at if self.due_at != self.when else None

    @property
    def is_done(self) -> bool:
        """Whether the ask it leads to has gone out. Then nothing needs to remind of it."""
        return self.ask is not None and self.ask.state != "draft"
