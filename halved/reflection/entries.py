"""Changing one thing that was noted, or taking it out."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from halved.accounts.room import MemberRequest, private
from halved.reflection import actions, forms
from halved.reflection.models import Attempt, CheckIn, Cost

# What can be changed: its rows, its form, and the page it stands on.
KINDS: dict[str, tuple[Any, Any, str]] = {
    "weight": (CheckIn, forms.WeightForm, "reflection:concern"),
    "tried": (Attempt, forms.AttemptForm, "reflection:tried"),
    "cost": (Cost, forms.CostForm, "reflection:costs"),
}


@private
def entry(request: MemberRequest, kind: str, pk: UUID) -> HttpResponse:
    if kind not in KINDS:
        raise Http404
    model, made, place = KINDS[kind]
    row = get_object_or_404(model, pk=pk, member=request.user)
    row.member = request.user
    back = reverse(place, args=[row.concern_id]) if row.concern_id else reverse("home")
    if "remove" in request.POST:
        row.delete()
        return redirect(back)
    form = made(request.POST or None, initial=_initial(row))
    if request.method == "POST" and form.is_valid():
        actions.change(entry=row, said=form.noted())
        return redirect(back)
    context = {"form": form, "kind": kind, "row": row, "back": back, "here": "carrying"}
    return render(request, "reflection/entry.html", context)


def _initial(row: Any) -> dict[str, Any]:
    if isinstance(row, Cost):
        return row.levels or {}
    names = ("weight", "line", "wish") if isinstance(row, CheckIn) else ("what", "on", "moved")
    return {name: getattr(row, name) for name in names}
