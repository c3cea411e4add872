"""What was feared, and what happened."""

import uuid

from django.conf import settings
from django.db import models
from django.db.transaction import atomic
from django.utils.timezone import now

from halved.asks.models import Ask
from halved.reflection.models import CheckIn
from halved.vault.fields import SealedField


class Forecast(models.Model):
    """A guess made before asking, and the weights around it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="forecasts"
    )
    ask = models.OneToOneField(Ask, on_delete=models.CASCADE, related_name="forecast")
    likely = SealedField()  # how likely a yes seemed, 0 (surely not) to 10 (surely)
    before = models.ForeignKey(CheckIn, on_delete=models.SET_NULL, null=True, related_name="+")
    after = models.ForeignKey(CheckIn, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return str(self.pk)

    @atomic
    def note_before(self, likely: int | None, weight: int | None) -> None:
        """Keeps the guess, 0 to 10, and how heavy it is before asking. None leaves one out."""
        self._hold()
        self.likely = likely
        self.save(update_fields=["likely"])
        self._weigh("before", weight, CheckIn.Moment.BEFORE_ASKING)

    @atomic
    def note_after(self, weight: int) -> None:
        """Keeps how heavy it is after an answer, 0 to 10."""
        self._hold()
        self._weigh("after", weight, CheckIn.Moment.AFTER_HELP)

    def _hold(self) -> None:
        """Of two that are sent at the same moment, one comes after the other."""
        if self._state.adding:
            self.save()
        Forecast.objects.select_for_update().get(pk=self.pk)

    def _weigh(self, name: str, weight: int | None, moment: str) -> None:
        """Puts a weight in the place of the one that is there by now."""
        there = Forecast.objects.values_list(name, flat=True).get(pk=self.pk)
        row = None
        if weight is not None:
            row = CheckIn.note(self.member, self.ask.concern, weight, moment=moment)
        setattr(self, name, row)
        self.save(update_fields=[name])
        CheckIn.objects.filter(pk=there).delete()
