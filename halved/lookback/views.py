"""What was guessed before asking, beside what happened."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from halved.accounts.room import MemberRequest, private
from halved.asks import telling
from halved.asks.models import Ask
from halved.asks.rules import AskState
from halved.lookback.forms import AfterForm, BeforeForm
from halved.lookback.models import Forecast


def _ask(request: MemberRequest, pk: UUID) -> Ask:
    return get_object_or_404(request.user.asks.select_related("concern"), pk=pk)


def _forecast(request: MemberRequest, ask: Ask) -> Forecast:
    """The guess of an ask, or an empty one. Its check-ins are ready to be opened."""
    rows = Forecast.objects.filter(ask=ask).select_related("before", "after")
    row = rows.first()
    if row is None and request.method == "POST":
        row, _ = rows.get_or_create(ask=ask, defaults={"member": ask.member})
    row = row or Forecast(ask=ask)
    row.member = ask.member
    for check_in in (row.before, row.after):
        if check_in:
            check_in.member = ask.member
    return row


@private
def before(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Before asking: a guess, and how heavy it is. Both may be left out."""
    ask = _ask(request, pk)
    if ask.state != AskState.DRAFT:
        return redirect("asks:ask", pk=ask.pk)
    row = _forecast(request, ask)
    initial = {"likely": row.likely, "weight": row.before.weight if row.before else None}
    form = BeforeForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        row.note_before(form.cleaned_data["likely"], form.cleaned_data["weight"])
        return redirect("asks:send", pk=ask.pk)
    context = {"form": form, "ask": ask, "step": "before", "here": "asks"}
    return render(request, "lookback/before.html", context)


@private
def after(request: MemberRequest, pk: UUID) -> HttpResponse:
    """How heavy it is now, and the guess beside what happened."""
    ask = _ask(request, pk)
    if ask.state == AskState.DRAFT:
        return redirect("asks:ask", pk=ask.pk)
    row = _forecast(request, ask)
    form = AfterForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["weight"] is not None:
            row.note_after(form.cleaned_data["weight"])
        return redirect("lookback:after", pk=ask.pk)
    people = list(ask.invitations.all())
    for person in people:
        person.member = ask.member
    context: dict[str, Any] = {
        "form": form,
        "ask": ask,
        "forecast": row,
        "heading": telling.of_ask(ask),
        "people": [person for person in people if person.answer],
        "here": "asks",
    }
    return render(request, "lookback/after.html", context)


@private
def lookback(request: MemberRequest) -> HttpResponse:
    """Every guess beside what happened, newest first."""
    member = request.user
    rows = (
        member.forecasts.exclude(ask__state=AskState.DRAFT)
        .select_related("ask", "before", "after")
        .prefetch_related("ask__invitations")
        .order_by("-ask__opened_at")
    )
    looked = []
    for row in rows:
        row.ask.member = member
        for check_in in (row.before, row.after):
            if check_in:
                check_in.member = member
        looked.append((row, telling.of_ask(row.ask)))
    return render(request, "lookback/lookback.html", {"rows": looked, "here": "asks"})
