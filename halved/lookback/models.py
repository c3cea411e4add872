"""What was feared, and what happened."""

import uuid

from django.conf import settings
from django.db import models
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

    def note_before(self, likely: int | None, weight: int | None) -> None:
        """Keeps the guess, 0 to 10, and how heavy it is before asking. None leaves one out."""
        self.likely = likely
        self.before = self._weigh(self.before, weight, CheckIn.Moment.BEFORE_ASKING)
        self.save()

    def note_after(self, weight: int) -> None:
        """Keeps how heavy it is after an answer, 0 to 10."""
        self.after = self._weigh(self.after, weight, CheckIn.Moment.AFTER_HELP)
        self.save()

    def _weigh(self, there: CheckIn | None, weight: int | None, moment: str) -> CheckIn | None:
        if there:
            there.delete()
        if weight is None:
            return None
        return CheckIn.note(self.member, self.ask.concern, weight, moment=moment)
