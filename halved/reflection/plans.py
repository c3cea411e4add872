"""If this, then I ask: plans that hold, with the draft finished beforehand."""

from typing import Any
from uuid import UUID, uuid5

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from halved.accounts.room import MemberRequest, private
from halved.reflection import actions, forms, moments
from halved.reflection.models import CheckIn, Intention
from halved.reflection.rules import Moved
from halved.reflection.views import find, owned

PUT_OFF = {"1": "Tomorrow at nine", "7": "In a week"}  # days


def _plan(request: MemberRequest, pk: UUID) -> Intention:
    plans: QuerySet[Intention] = request.user.intentions.select_related("concern", "ask")
    row = get_object_or_404(plans, pk=pk)
    row.member = row.concern.member = request.user
    return row


@private
def new(request: MemberRequest, pk: UUID) -> HttpResponse:
    """A plan for one concern. It leads to a draft: one that is there, or one begun now."""
    concern = find(request, pk)
    drafts = request.user.asks.filter(state="draft", concern=concern).order_by("-created_at")
    named = [(draft, _names(request, draft)) for draft in drafts.prefetch_related("invitations")]
    form = forms.PlanForm(request.POST or None, member=request.user, now=timezone.now())
    if request.method == "POST" and form.is_valid():
        row_id = form.row_id(request.user)
        ready = [draft for draft, _ in named if str(draft.pk) == request.POST.get("ask")]
        draft = ready[0] if ready else actions.begin_draft(concern=concern, pk=row_id)
        about = {"trigger": form.trigger(), "due_at": form.due_at(), "ask": draft}
        plan, _ = Intention.objects.get_or_create(
            pk=row_id, defaults={"member": request.user, "concern": concern, **about}
        )
        if draft.invitations.exists():
            return redirect("reflection:plan", pk=plan.pk)
        return redirect("asks:ask", pk=draft.pk)
    picked = request.POST.get("ask", request.GET.get("ask", ""))
    context = {"concern": concern, "form": form, "drafts": named, "picked": picked}
    return render(request, "reflection/plan_new.html", {**context, "here": "carrying"})


def _names(request: MemberRequest, draft: Any) -> str:
    """Whom a draft asks; empty while nobody is chosen."""
    people = list(draft.invitations.all())
    for person in people:
        person.member = request.user
    return ", ".join(person.name for person in people)


@private
def plan(request: MemberRequest, pk: UUID) -> HttpResponse:
    """One plan. POST changes when it comes."""
    row = _plan(request, pk)
    form = forms.PlanForm(
        request.POST or None, member=request.user, now=timezone.now(), initial=row.trigger
    )
    if request.method == "POST" and form.is_valid():
        row.trigger, row.due_at, row.state = form.trigger(), form.due_at(), Intention.State.SET
        row.save(update_fields=["trigger", "due_at", "state"])
        return redirect("reflection:plan", pk=row.pk)
    come = row.state == Intention.State.COME
    context = {
        "plan": row,
        "concern": row.concern,
        "form": form,
        "people": _names(request, row.ask) if row.ask else "",
        "put_off": PUT_OFF.items(),
        "moved": come and row.trigger["kind"] == "standstill" and _has_moved(row),
    }
    return render(request, "reflection/plan.html", {**context, "here": "carrying"})


def _has_moved(row: Intention) -> bool:
    """Whether something has moved since the plan was made: an attempt, or the weight."""
    made_on = timezone.localdate(row.at)
    tried = owned(row.concern, row.concern.attempts.all())
    if any(one.moved != Moved.NO and one.day >= made_on for one in tried):
        return True
    weights = row.member.check_ins.filter(concern=row.concern, weight__isnull=False)
    before: CheckIn | None = weights.filter(at__lte=row.at).last() or weights.first()
    latest: CheckIn | None = weights.last()
    return bool(before and latest and latest.weight < before.weight)


@private
@require_POST
def prepare(request: MemberRequest, pk: UUID) -> HttpResponse:
    """A new draft for a plan whose draft is gone."""
    row = _plan(request, pk)
    if row.ask is None:
        row.ask = actions.begin_draft(concern=row.concern, pk=uuid5(row.pk, "draft"))
        row.save(update_fields=["ask"])
    return redirect("asks:ask", pk=row.ask.pk)


@private
@require_POST
def put_off(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Tomorrow, or in a week."""
    row, days = _plan(request, pk), request.POST.get("days", "1")
    if days not in PUT_OFF:
        raise Http404
    to = moments.morning_after(timezone.now(), int(days), request.user.timezone)
    actions.put_off(plan=row, to=to)
    return redirect("reflection:plan", pk=row.pk)


@private
@require_POST
def come(request: MemberRequest, pk: UUID) -> HttpResponse:
    """ "It has happened": the moment one named is here."""
    row = _plan(request, pk)
    actions.come(plan=row)
    return redirect("reflection:plan", pk=row.pk)


@private
@require_POST
def drop(request: MemberRequest, pk: UUID) -> HttpResponse:
    row = _plan(request, pk)
    actions.drop(plan=row)
    return redirect("reflection:concern", pk=row.concern_id)
