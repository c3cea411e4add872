"""Help the member gave, noted if they like. No counts, no balance: nobody owes anything."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from halved.accounts.room import MemberRequest, private
from halved.evidence import CLAIMS
from halved.lookback.forms import GivenForm
from halved.lookback.models import Given
from halved.reflection.views import page_of


def _find(request: MemberRequest, pk: UUID) -> Given:
    row = get_object_or_404(Given, pk=pk, member=request.user)
    row.member = request.user
    return row


@private
def giving(request: MemberRequest) -> HttpResponse:
    """What was noted, the latest day first. POST notes something."""
    member = request.user
    form = GivenForm(request.POST or None, initial={"on": localdate()})
    if request.method == "POST" and form.is_valid():
        about = {"member": member, **form.noted()}
        Given.objects.get_or_create(pk=form.row_id(member), defaults=about)
        return redirect("lookback:giving")
    rows = list(member.given.all())
    for row in rows:
        row.member = member
    context = {
        "form": form,
        "page": page_of(request, sorted(rows, key=lambda row: row.on, reverse=True)),
        "claim": CLAIMS["giving-is-good-too"],
        "here": "asks",
    }
    return render(request, "lookback/giving.html", context)


@private
def given(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Changes one thing that was noted."""
    row = _find(request, pk)
    initial = {"words": row.words, "whom": row.whom, "on": row.day}
    form = GivenForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        for name, value in form.noted().items():
            setattr(row, name, value)
        row.save(update_fields=["words", "whom", "on"])
        return redirect("lookback:giving")
    return render(request, "lookback/given.html", {"form": form, "row": row, "here": "asks"})


@private
@require_POST
def remove(request: MemberRequest, pk: UUID) -> HttpResponse:
    _find(request, pk).delete()
    return redirect("lookback:giving")
