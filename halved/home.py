"""The first page: what is waiting, what one carries."""

from typing import Any

from django.conf import settings
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views import defaults

from halved.accounts.models import HeldForm, Member
from halved.accounts.room import MemberRequest, private
from halved.asks import news
from halved.asks.forms import NewAskForm
from halved.asks.models import Ask
from halved.asks.rules import AskState
from halved.circle import enquiries
from halved.lookback import past
from halved.pieces import news as soon_open
from halved.prepared import Find, Given
from halved.reflection.forms import ConcernForm
from halved.reflection.models import CheckIn, Concern, Intention, Weighing
from halved.reflection.rules import Outcome
from halved.reflection.views import page_of

CHUNK, MOST_CHUNKS = 65_536, 320  # 20 MB of what was too much


def _with_latest() -> QuerySet[Concern]:
    mine = {"member": Given("member"), "concern": OuterRef("pk")}
    asks = Ask.objects.filter(**mine).exclude(state=AskState.DRAFT)
    weights = CheckIn.objects.filter(concern=OuterRef("pk"), weight__isnull=False)
    weighings = Weighing.objects.filter(concern=OuterRef("pk")).order_by("-at")
    return Concern.objects.filter(member=Given("member")).annotate(
        first=Subquery(weights.order_by("at").values("pk")[:1]),
        latest=Subquery(weights.order_by("-at").values("pk")[:1]),
        weighed=Subquery(weighings.values("pk")[:1]),
        chosen=Subquery(weighings.filter(choice__isnull=False).values("pk")[:1]),
        ask=Subquery(asks.order_by("-opened_at").values("state")[:1]),
    )


_carried = Find(_with_latest)
_come = Find(
    lambda: Intention.objects.filter(member=Given("member"), state=Intention.State.COME).only("pk")
)
_held = Find(lambda: HeldForm.objects.filter(member=Given("member")).only("pk"))


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
    rows, now = _concerns(member), timezone.now()
    page = page_of(request, [row for row in rows if not row.put_away_at])
    context = {
        "form": form,
        "news": news.of(member, now) + soon_open.of(member, now),
        "follow_up": enquiries.due(member, localdate()),
        "three_days_later": past.waits(member, now),
        "concerns": _told(member, list(page)),
        "page": page,
        "plans": _plans(member),
        "new": NewAskForm(),
        "put_away": any(row.put_away_at for row in rows),
        "held": [row.pk for row in _held.all(member=member.pk)],
        "here": "carrying",
    }
    return render(request, "home.html", context)


def _plans(member: Member) -> list[Intention]:
    """Plans whose moment is here, and whose ask has not gone out."""
    come = [row.pk for row in _come.all(member=member.pk)]
    if not come:
        return []
    found = member.intentions.filter(pk__in=come).select_related("concern", "ask")
    rows = [row for row in found if not row.is_done]
    for row in rows:
        row.concern.member = member
    return rows


def _chosen(weighing: Weighing | None, weighed_since: bool) -> dict[str, Any]:
    """What the member chose last, whatever the rule of thumb said, and whether the day to look
    again has come. Who has looked since is not told again."""
    if weighing is None:
        return {}
    again_on = weighing.again_day
    has_come = again_on is not None and again_on <= localdate() and not weighed_since
    return {"name": Outcome(weighing.choice).name, "again_on": again_on, "has_come": has_come}


def _concerns(member: Member) -> list[Any]:
    """Each concern with where to find its first and latest weight and what was chosen, and how its
    latest ask stands."""
    rows = _carried.all(member=member.pk)
    for row in rows:
        row.member = member
    return rows


def _told(member: Member, rows: list[Any]) -> list[dict[str, Any]]:
    """Each concern with its first and latest weight, its latest ask, and what the member chose, in
    two queries."""
    wanted = {pk for row in rows for pk in (row.first, row.latest) if pk}
    weight = {row.pk: row.weight for row in member.check_ins.filter(pk__in=wanted)}
    chosen = {row.pk: row for row in member.weighings.filter(pk__in=[row.chosen for row in rows])}
    return [
        {
            "row": row,
            "line": row.first_line,
            "first": weight.get(row.first),
            "latest": weight.get(row.latest),
            "ask": row.ask,
            "chosen": _chosen(chosen.get(row.chosen), weighed_since=row.weighed != row.chosen),
            "shared": row.ask == AskState.ANSWERED,
        }
        for row in rows
    ]


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Too much was sent, or something no browser sends. The rest is read first, up to a bound:
    a browser shows no answer that comes while it is still sending."""
    for _ in range(MOST_CHUNKS):
        if not request.read(CHUNK):
            break
    return defaults.bad_request(request, exception)
