"""The first page: what is waiting, what one carries."""

from typing import Any

from django.conf import settings
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from halved.accounts.models import Member
from halved.accounts.room import MemberRequest, private
from halved.asks import news
from halved.asks.rules import AskState
from halved.reflection.forms import ConcernForm
from halved.reflection.models import CheckIn, Concern


def home(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated or request.method == "POST":
        return _home(request)
    if settings.OWN_MACHINE:
        ready = Member.objects.exists()
        return redirect("unlock") if ready else render(request, "not_set_up.html")
    return render(request, "welcome.html", {"sign_up": settings.SIGN_UP})


@private
def _home(request: MemberRequest) -> HttpResponse:
    """POST puts down something one carries."""
    member = request.user
    form = ConcernForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        concern = Concern.put_down(member, form.cleaned_data["words"], form.row_id(member))
        return redirect("reflection:concern", pk=concern.pk)
    context = {
        "form": form,
        "news": news.of(member, timezone.now()),
        "concerns": _concerns(member),
        "held": member.held_forms.values_list("pk", flat=True),
        "here": "carrying",
    }
    return render(request, "home.html", context)


def _concerns(member: Member) -> list[dict[str, Any]]:
    """Each concern with its first and latest weight and the asks that came from it, in three
    queries."""
    weights = CheckIn.objects.filter(concern=OuterRef("pk"))
    rows = list(
        member.concerns.annotate(
            first=Subquery(weights.order_by("at").values("pk")[:1]),
            latest=Subquery(weights.order_by("-at").values("pk")[:1]),
        )
    )
    wanted = {pk for row in rows for pk in (row.first, row.latest) if pk}
    weight = {row.pk: row.weight for row in member.check_ins.filter(pk__in=wanted)}
    asks = dict(
        member.asks.exclude(state=AskState.DRAFT)
        .filter(concern__in=rows)
        .order_by("opened_at")
        .values_list("concern_id", "state")
    )
    return [
        {
            "row": row,
            "first": weight.get(row.first),
            "latest": weight.get(row.latest),
            "ask": asks.get(row.pk),
            "shared": asks.get(row.pk) == AskState.ANSWERED,
        }
        for row in rows
    ]
