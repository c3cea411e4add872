"""The private room: what one carries, how heavy it is, and what was noted about it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_POST

from halved.accounts.room import MemberRequest, private
from halved.prepared import Find, Given
from halved.reflection import actions, chart, forms, rules
from halved.reflection.barriers import BARRIERS
from halved.reflection.models import (
    Attempt,
    Barrier,
    CheckIn,
    Concern,
    Cost,
    Entry,
    Intention,
    Weighing,
)

SHOWN = 50  # entries on one page
Row = TypeVar("Row", bound=Entry | CheckIn)

_mine = Find(lambda: Concern.objects.filter(pk=Given("pk"), member=Given("member")))
_history = Find(lambda: CheckIn.objects.filter(concern=Given("concern")))
_weighings = Find(lambda: Weighing.objects.filter(concern=Given("concern")))
_intentions = Find(
    lambda: (
        Intention.objects.filter(concern=Given("concern"))
        .exclude(state=Intention.State.DROPPED)
        .select_related("ask")
    )
)


def _count(kind: type[Attempt | Cost | Barrier]) -> Subquery:
    """How many of a kind a concern has, counted by itself: joined, the kinds would multiply."""
    rows = kind.objects.filter(concern=OuterRef("pk")).order_by().values("concern")
    return Subquery(rows.annotate(count=Count("pk")).values("count"))


_counted = Find(
    lambda: (
        Concern.objects.filter(pk=Given("concern"))
        .only("pk")
        .annotate(tried=_count(Attempt), paid=_count(Cost), barred=_count(Barrier))
        .order_by()
    )
)


def concerns(request: MemberRequest) -> QuerySet[Concern]:
    return request.user.concerns.all()


def find(request: MemberRequest, pk: UUID) -> Concern:
    """One concern of this member, ready to be opened, or 404."""
    row = _mine.first(pk=pk, member=request.user.pk)
    if row is None:
        raise Http404
    row.member = request.user
    return row


def owned(row: Concern, entries: Iterable[Row]) -> list[Row]:
    """What was noted about a concern, ready to be opened."""
    found = list(entries)
    for entry in found:
        entry.member = row.member
        entry.concern = row
    return found


def page_of(request: MemberRequest, rows: Any) -> Page[Any]:
    """The part of a list that is looked at. A page that is not there is the one nearest to it."""
    return Paginator(rows, SHOWN).get_page(request.GET.get("page"))


@private
def concern(request: MemberRequest, pk: UUID) -> HttpResponse:
    """One concern with its picture and what was noted. POST notes how heavy it is today."""
    row, member = find(request, pk), request.user
    form = forms.WeightForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if said := form.noted():
            actions.check_in(concern=row, pk=form.row_id(member), **said)
        return redirect("reflection:concern", pk=row.pk)
    history = owned(row, _history.all(concern=row.pk))
    asks = list(member.asks.filter(concern=row).prefetch_related("invitations"))
    weights = (check.weight for check in reversed(history))
    context = {
        "concern": row,
        "form": form,
        "picture": _picture(member, history, asks),
        "weight": next((weight for weight in weights if weight is not None), None),
        "page": page_of(request, history[::-1]),
        "leafing": "page" in request.GET,
        "weighing": _weighing(row),
        "noted": _noted(row),
        "plans": _plans(row),
        "asks": asks,
    }
    return render(request, "reflection/concern.html", {**context, "here": "carrying"})


def _picture(member: Any, history: list[Any], asks: list[Any]) -> str:
    """Weight over time, with asks and answers, green since somebody else carries it too."""
    marks: list[chart.Mark] = []
    helped: list[datetime] = []
    for person in [person for ask in asks for person in ask.invitations.all()]:
        person.member = member
        if person.asked_at:
            marks.append(chart.Mark(person.asked_at, f"asked {person.name}"))
        if person.answered_at and person.answer != "no":
            marks.append(chart.Mark(person.answered_at, f"{person.name} answered"))
            helped.append(person.answered_at)
    since = min(helped, default=None)
    weights = [(check.at, check.weight) for check in history]
    points = [
        chart.Point(at, weight, since is not None and at >= since)
        for at, weight in weights
        if weight is not None
    ]
    return chart.draw(points, marks)


def _noted(row: Concern) -> dict[str, int | None]:
    """How much was noted of each kind; None for nothing."""
    found: Any = _counted.first(concern=row.pk)
    if found is None:  # deleted a moment ago
        return {}
    return {"tried": found.tried, "costs": found.paid, "barriers": found.barred}


def _plans(row: Concern) -> list[Intention]:
    """Plans that still lead somewhere, those whose moment is here first."""
    plans = [plan for plan in owned(row, _intentions.all(concern=row.pk)) if not plan.is_done]
    return sorted(plans, key=lambda plan: plan.state != Intention.State.COME)


def _weighing(row: Concern) -> dict[str, Any]:
    """The choice that holds, whatever the rule said, and whether it was weighed again since."""
    weighed = owned(row, _weighings.all(concern=row.pk))
    if not weighed:
        return {}
    latest = weighed[-1]
    chosen = next((one for one in reversed(weighed) if one.choice is not None), None)
    why = chosen or latest
    again_on = why.again_day
    return {
        "latest": latest,
        "choice": rules.Outcome(chosen.choice).name if chosen else None,
        "why": why,
        "again_on": again_on,
        "has_come": again_on is not None and again_on <= localdate() and latest == chosen,
    }


@private
def edit(request: MemberRequest, pk: UUID) -> HttpResponse:
    """The words, since when, what would be better, and a date of one's own to stop."""
    row = find(request, pk)
    initial = {name: getattr(row, name) for name in ("words", "since", "better", "stop_on")}
    form = forms.AboutForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        row.words, row.since, row.better = said["words"], said["since"], said["better"]
        row.stop_on = said["stop_on"].isoformat() if said["stop_on"] else None
        row.save(update_fields=["words", "since", "better", "stop_on"])
        return redirect("reflection:concern", pk=row.pk)
    context = {"concern": row, "form": form, "here": "carrying"}
    return render(request, "reflection/edit.html", context)


@private
@require_POST
def put_away(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Puts a concern away, or takes it out again. Nothing about it changes."""
    row = find(request, pk)
    row.put_away_at = None if "take_out" in request.POST else now()
    row.save(update_fields=["put_away_at"])
    return redirect("home") if row.put_away_at else redirect("reflection:concern", pk=row.pk)


@private
def put_away_list(request: MemberRequest) -> HttpResponse:
    rows = list(concerns(request).filter(put_away_at__isnull=False))
    return render(request, "reflection/put_away.html", {"concerns": rows, "here": "carrying"})


@private
@require_POST
def remove(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Deletes a concern and its history. Asks that came from it stay."""
    find(request, pk).delete()
    return redirect("home")


# --- what was tried, what it costs, what gets in the way --------------------------------------


@private
def tried(request: MemberRequest, pk: UUID) -> HttpResponse:
    row = find(request, pk)
    form = forms.AttemptForm(request.POST or None, initial={"on": localdate()})
    if request.method == "POST" and form.is_valid():
        about = {"member": row.member, "concern": row, **form.noted()}
        Attempt.objects.get_or_create(pk=form.row_id(row.member), defaults=about)
        return redirect("reflection:tried", pk=row.pk)
    rows = sorted(owned(row, row.attempts.all()), key=lambda one: one.on, reverse=True)
    context = {
        "concern": row,
        "form": form,
        "page": page_of(request, rows),
        "ways": list(dict.fromkeys(one.what for one in rows))[:SHOWN],
    }
    return render(request, "reflection/tried.html", {**context, "here": "carrying"})


@private
def costs(request: MemberRequest, pk: UUID) -> HttpResponse:
    row = find(request, pk)
    form = forms.CostForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if said := form.noted():
            about = {"member": row.member, "concern": row, **said}
            Cost.objects.get_or_create(pk=form.row_id(row.member), defaults=about)
        return redirect("reflection:costs", pk=row.pk)
    page = page_of(request, row.costs.order_by("-at"))
    rows = [(cost, _named(cost.levels)) for cost in owned(row, page)]
    context = {"concern": row, "form": form, "rows": rows, "page": page}
    return render(request, "reflection/costs.html", {**context, "here": "carrying"})


def _named(levels: dict[str, int]) -> list[tuple[str, str]]:
    return [
        (label, rules.LEVELS[levels[area]]) for area, label in rules.AREAS.items() if area in levels
    ]


@private
def barriers(request: MemberRequest, pk: UUID) -> HttpResponse:
    """What gets in the way, and for each one thing to do."""
    row = find(request, pk)
    picked = owned(row, row.barriers.all())
    own = next((one.words for one in picked if one.kind == "own"), "")
    kinds = [one.kind for one in picked]
    form = forms.BarrierForm(request.POST or None, initial={"kinds": kinds, "own": own})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        actions.pick_barriers(concern=row, kinds=said["kinds"], own=said["own"])
        return redirect(f"{reverse('reflection:barriers', args=[row.pk])}#picked")
    found = [
        {"barrier": barrier, "url": _step(barrier.step.place, row)}
        for kind, barrier in BARRIERS.items()
        if kind in kinds
    ]
    context = {"concern": row, "form": form, "picked": found, "own": own, "here": "carrying"}
    return render(request, "reflection/barriers.html", context)


def _step(place: str, row: Concern) -> str:
    return reverse(place, args=[row.pk] if place.startswith("reflection:") else [])
