"""The private room: what one carries, and how heavy it is."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from halved.accounts.room import MemberRequest, private
from halved.reflection.forms import ConcernForm, WeightForm
from halved.reflection.models import CheckIn, Concern


def _concerns(request: MemberRequest) -> QuerySet[Concern]:
    return request.user.concerns.all()


@private
def concern(request: MemberRequest, pk: UUID) -> HttpResponse:
    """One concern with its history, newest first. POST notes how heavy it is today."""
    row = get_object_or_404(_concerns(request), pk=pk)
    form = WeightForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["weight"] is not None:
            CheckIn.note(
                request.user, row, form.cleaned_data["weight"], pk=form.row_id(request.user)
            )
        return redirect("reflection:concern", pk=row.pk)
    member = request.user
    history = list(member.check_ins.filter(concern=row).order_by("-at"))
    asks = list(member.asks.filter(concern=row))
    context = {"concern": row, "form": form, "history": history, "asks": asks, "here": "carrying"}
    return render(request, "reflection/concern.html", context)


@private
def edit(request: MemberRequest, pk: UUID) -> HttpResponse:
    row = get_object_or_404(_concerns(request), pk=pk)
    form = ConcernForm(request.POST or None, initial={"words": row.words})
    if request.method == "POST" and form.is_valid():
        row.words = form.cleaned_data["words"]
        row.save(update_fields=["words"])
        return redirect("reflection:concern", pk=row.pk)
    context = {"concern": row, "form": form, "here": "carrying"}
    return render(request, "reflection/edit.html", context)


@private
@require_POST
def remove(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Deletes a concern and its history. Asks that came from it stay."""
    get_object_or_404(_concerns(request), pk=pk).delete()
    return redirect("home")
