"""Before an ask and afterwards, and what many of them say together."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from halved.accounts.room import MemberRequest, private
from halved.asks.access import ask_or_404
from halved.asks.models import Ask
from halved.asks.rules import Answer, AskState
from halved.asks.telling import ANSWERS
from halved.evidence import CLAIMS
from halved.lookback import past, picture, rules, telling
from halved.lookback.export import as_csv
from halved.lookback.forms import AfterForm, BeforeForm
from halved.lookback.models import Forecast
from halved.lookback.past import Past
from halved.lookback.rules import Moment


def _forecast(request: MemberRequest, ask: Ask) -> Forecast:
    """The guess of an ask, or an empty one, ready to be opened."""
    rows = Forecast.objects.select_related(*Moment)
    if request.method == "POST":
        row, _ = rows.get_or_create(ask=ask, defaults={"member": ask.member})
    else:
        row = rows.filter(ask=ask).first() or Forecast(ask=ask)
    row.member, row.ask = ask.member, ask
    return row


@private
def before(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Before asking: a guess, and how heavy it is. Both may be left out."""
    ask = ask_or_404(request, pk)
    if ask.state != AskState.DRAFT:
        return redirect("asks:ask", pk=ask.pk)
    row = _forecast(request, ask)
    initial = {"likely": row.likely, "weight": row.weights().get(Moment.BEFORE_ASKING)}
    form = BeforeForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        row.note_before(form.cleaned_data["likely"], form.cleaned_data["weight"])
        return redirect("asks:send", pk=ask.pk)
    context = {"form": form, "ask": ask, "step": "before", "here": "asks"}
    return render(request, "lookback/before.html", context)


@private
def after(request: MemberRequest, pk: UUID) -> HttpResponse:
    """The guess beside what happened, and how heavy it is now. POST notes that, or leaves out
    the question of three days later for good."""
    ask, now = ask_or_404(request, pk), timezone.now()
    if ask.state == AskState.DRAFT:
        return redirect("asks:ask", pk=ask.pk)
    row = _forecast(request, ask)
    found = past.of(ask, row)
    late = past.is_three_days_later(ask, row, now)
    moment = rules.moment_to_ask(found.people, late)
    if "leave_out" in request.POST:
        row.settle(now)
        return redirect("home")
    form = AfterForm(request.POST or None, asks_about=moment)
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["weight"] is not None:
            row.note_weight(form.cleaned_data["moment"], form.cleaned_data["weight"], now)
        return redirect("lookback:after", pk=ask.pk)
    return render(request, "lookback/after.html", _afterwards(form, found, moment))


def _afterwards(form: AfterForm, found: Past, moment: Moment) -> dict[str, Any]:
    change = found.change
    return {
        "form": form,
        "past": found,
        "ask": found.ask,
        "moment": moment,
        "weights": [(at.replace("_", " "), weight) for at, weight in found.weights.items()],
        "no_lighter": change is not None and change[1] >= change[0],
        "claim": CLAIMS["talking-not-always-lighter"],
        "people": [person for person in found.people if person.answer],
        "here": "asks",
    }


# --- all of them ------------------------------------------------------------------------------


@private
def lookback(request: MemberRequest) -> HttpResponse:
    """Guesses beside answers, what got lighter and what did not, and who said yes to what."""
    rows = past.asks(request.user, most=past.LATEST)
    guessed = past.guessed(rows)
    many = rules.enough_for_a_picture(guessed)
    changed = [(row, row.change) for row in rows if row.change]
    context = {
        "rows": rows,
        "counts": [] if many else telling.counts(guessed),
        "picture": picture.draw(guessed) if many else "",
        "told": telling.of_share(guessed) if many else [],
        "lighter": [row for row, change in changed if change[1] < change[0]],
        "no_lighter": [row for row, change in changed if change[1] >= change[0]],
        "yeses": _yeses(rows),
        "most": past.LATEST if len(rows) == past.LATEST else None,
        "here": "asks",
    }
    return render(request, "lookback/lookback.html", context)


def _yeses(rows: Sequence[Past]) -> dict[str, list[tuple[str, Past]]]:
    """Who said yes, or a part of it, to what. The latest first."""
    found: dict[str, list[tuple[str, Past]]] = {}
    for row in rows:
        for person in row.people:
            if person.answer in rules.CAME:
                found.setdefault(person.name, []).append((ANSWERS[Answer(person.answer)], row))
    return found


@private
def export(request: MemberRequest) -> HttpResponse:
    """Everything that was noted around asks, as a file."""
    response = HttpResponse(
        as_csv(past.asks(request.user, most=None)), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="halved.csv"'
    return response
