"""The asks that went out, as the member noted them. Reads rows, changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from halved.accounts.models import Member
from halved.asks import telling
from halved.asks.models import Ask, Invitation
from halved.asks.rules import AskState
from halved.lookback import rules
from halved.lookback.models import Forecast
from halved.lookback.rules import Guessed, Moment, Outcome
from halved.prepared import Find, Given

LATEST = 100  # asks on the page; the download has all of them


@dataclass(frozen=True)
class Past:
    """One ask that went out. `what` is what it was about, in the member's own words."""

    ask: Ask
    people: Sequence[Invitation]
    sentence: str
    what: str
    likely: int | None
    weights: dict[Moment, int]
    outcome: Outcome | None

    @property
    def change(self) -> tuple[int, int] | None:
        return rules.change(self.weights)


def asks(member: Member, most: int | None) -> list[Past]:
    """The asks that went out, the latest first, at most so many. Two queries."""
    rows = _whole(member.asks.exclude(state=AskState.DRAFT)).order_by("-opened_at")
    return [_past(row, member) for row in rows[:most]]


def _whole(asks: QuerySet[Ask]) -> QuerySet[Ask]:
    """With everything that a Past is made of."""
    noted = [f"forecast__{moment}" for moment in Moment]
    found = asks.select_related("concern", "forecast", *noted)
    return found.prefetch_related("invitations")


def of(ask: Ask, forecast: Forecast) -> Past:
    """One ask with its forecast, both ready to be opened."""
    people = list(ask.invitations.all())
    for person in people:
        person.member = ask.member
    return Past(
        ask=ask,
        people=people,
        sentence=telling.of_ask(ask),
        what=_what(ask),
        likely=forecast.likely,
        weights=forecast.weights(),
        outcome=rules.outcome(ask, people),
    )


def _past(ask: Ask, member: Member) -> Past:
    ask.member = member
    forecast = getattr(ask, "forecast", None) or Forecast(ask=ask)
    forecast.member = member
    return of(ask, forecast)


def _what(ask: Ask) -> str:
    """The beginning of what the member carries, or else of what they wrote."""
    if ask.concern:
        ask.concern.member = ask.member
        return ask.concern.first_line
    lines = (ask.words or "").strip().split("\n")
    return lines[0] if len(lines[0]) <= 80 else lines[0][:79].rsplit(" ", 1)[0] + "…"


def guessed(rows: Sequence[Past]) -> list[Guessed]:
    """Each guess whose ask came to something."""
    return [
        Guessed(row.likely, row.outcome)
        for row in rows
        if row.likely is not None and row.outcome is not None
    ]


def is_three_days_later(ask: Ask, forecast: Forecast, now: datetime) -> bool:
    """Whether to ask now how heavy it is, three days after this ask came to something."""
    ended = rules.ended_at(ask, list(ask.invitations.all()))
    return rules.asks_three_days_later(ended, forecast.noted, bool(forecast.settled_at), now)


def waits(member: Member, now: datetime) -> Past | None:
    """The ask for which the home page asks how heavy it is three days later: one at a time, the
    oldest first. One query, and two more if there may be such an ask."""
    days = {"first": now - rules.LAPSES, "last": now - rules.THREE_DAYS}
    found = [ask.pk for ask in _may_wait.all(member=member.pk, **days)]
    for ask in _whole(member.asks.filter(pk__in=found)).order_by("opened_at") if found else ():
        if is_three_days_later(ask, ask.forecast, now):
            return _past(ask, member)
    return None


def _unsettled() -> QuerySet[Ask]:
    """Asks with an answer, or an end, of the days that the rule looks at."""
    days = Given("first"), Given("last")
    answered = Invitation.objects.filter(ask=OuterRef("pk"), answered_at__range=days)
    asks = Ask.objects.filter(Exists(answered) | Q(closed_at__range=days), member=Given("member"))
    return asks.filter(forecast__isnull=False, forecast__settled_at=None).only("pk")


_may_wait = Find(_unsettled)
