"""How an ask went, in one line: `past_ask(nia, ben, Answer.YES, likely=3, weights={...})`."""

from datetime import timedelta

from django.utils import timezone

from halved.accounts.models import Member
from halved.asks.models import Ask
from halved.asks.rules import Answer, Way
from halved.circle.models import Contact
from halved.lookback.models import Forecast
from halved.lookback.rules import Moment
from tests.asks.asking import DAY, HOUR, ask_people, notes


def past_ask(
    nia: Member,
    contact: Contact,
    answer: Answer | None = None,
    *,
    ago: timedelta = DAY,
    likely: int | None = None,
    weights: dict[Moment, int] | None = None,
) -> Ask:
    """An ask of `ago`, answered so that it came to something `ago`, with what Nia noted."""
    at = timezone.now() - ago
    ask = ask_people(nia, (contact, Way.CALL), at=at - HOUR)
    noted = weights or {}
    forecast = Forecast(member=nia, ask=ask)
    forecast.note_before(likely, noted.get(Moment.BEFORE_ASKING))
    if answer:
        notes(ask, contact, answer, at=at)
    for moment in set(noted) - {Moment.BEFORE_ASKING}:
        forecast.note_weight(moment, noted[moment], at)
    return Ask.objects.get(pk=ask.pk)
