"""What was feared, what happened, and help that went the other way."""

import uuid
from datetime import date, datetime

from django.conf import settings
from django.db import models
from django.db.transaction import atomic
from django.utils.timezone import now

from halved.asks.models import Ask
from halved.lookback.rules import Moment
from halved.reflection.models import CheckIn
from halved.vault.fields import SealedField


def _check_in() -> models.ForeignKey[CheckIn | None]:
    return models.ForeignKey(CheckIn, on_delete=models.SET_NULL, null=True, related_name="+")


class Forecast(models.Model):
    """A guess made before asking, and the weights around the ask, each at its rules.Moment."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="forecasts"
    )
    ask = models.OneToOneField(Ask, on_delete=models.CASCADE, related_name="forecast")
    likely = SealedField()  # how likely a yes seemed, 0 (surely not) to 10 (surely)
    before_asking = _check_in()
    after_asking = _check_in()
    after_help = _check_in()
    three_days_later = _check_in()
    # When the question three days later was answered or left out: it is asked once.
    settled_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def noted(self) -> list[Moment]:
        """The moments at which a weight was noted."""
        return [moment for moment in Moment if getattr(self, f"{moment}_id")]

    def weights(self) -> dict[Moment, int]:
        """The weights that were noted, 0 to 10, each at its moment."""
        found = {}
        for moment in self.noted:
            check_in = getattr(self, moment)
            check_in.member = self.member
            if check_in.weight is not None:
                found[moment] = check_in.weight
        return found

    @atomic
    def note_before(self, likely: int | None, weight: int | None) -> None:
        """Keeps the guess, 0 to 10, and how heavy it is before asking. None leaves one out."""
        self.likely = likely
        self._weigh(Moment.BEFORE_ASKING, weight, "likely")

    @atomic
    def note_weight(self, moment: Moment, weight: int, now: datetime) -> None:
        """Keeps how heavy it is once the ask is out, 0 to 10."""
        self._weigh(moment, weight)
        if moment == Moment.THREE_DAYS_LATER:
            self.settle(now)

    def settle(self, now: datetime) -> None:
        """Three days later is not asked again."""
        Forecast.objects.filter(pk=self.pk, settled_at=None).update(settled_at=now)

    def _weigh(self, moment: Moment, weight: int | None, *changed: str) -> None:
        """Puts a weight in the place of the one that is there by now, and saves what else changed.
        Of two that are sent at the same moment, one comes after the other."""
        if self._state.adding:
            self.save()
        held = Forecast.objects.select_for_update().filter(pk=self.pk)
        there = held.values_list(moment, flat=True).get()
        row = None
        if weight is not None:
            row = CheckIn.note(self.member, self.ask.concern, weight, moment=moment)
        setattr(self, moment, row)
        self.save(update_fields=[moment, *changed])
        if there:
            CheckIn.objects.filter(pk=there).delete()


class Given(models.Model):
    """Help the member gave somebody, noted if they like. Nothing is counted from it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="given"
    )
    words = SealedField()
    whom = SealedField()  # in words; need not be in the circle
    on = SealedField()  # ISO date
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-at"]
        indexes = [models.Index(fields=["member", "-at"])]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def day(self) -> date:
        return date.fromisoformat(self.on)
