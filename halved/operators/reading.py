"""Reports, as operators read and settle them. What they show is what whoever reports it ticked."""

from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.db.transaction import atomic
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from halved.accounts.models import Member
from halved.accounts.operators import for_hosts
from halved.accounts.room import MemberRequest
from halved.delivery import reports
from halved.delivery.models import Report
from halved.operators import suspending
from halved.operators.models import Act

SHOWN = 10


def waiting(operator: Member) -> QuerySet[Report]:
    """What waits, the oldest first. What came from a link of the operator's own is left to others:
    who asked is not told, and an operator may be who asked."""
    own = operator.invitations.values_list("pk", flat=True)
    return reports.open_but_from(own)


@dataclass(frozen=True, slots=True)
class Shown:
    """A report on the page. `account`: "" when it was not ticked, else what can be done with the
    account of who asks: "active", "suspended", or "gone". Its name is not shown."""

    row: Report
    facts: list[tuple[str, str]]
    account: str


def _account_of(row: Report) -> str:
    """The id of the member, if whoever reported it ticked that."""
    return str((row.shown or {}).get("account", ""))


def _shown(rows: list[Report]) -> list[Shown]:
    """Two queries, however many there are."""
    ids = [account for row in rows if (account := _account_of(row))]
    states = {
        str(pk): "active" if active else "suspended"
        for pk, active in Member.objects.filter(pk__in=ids).values_list("pk", "is_active")
    }
    return [
        Shown(row, _facts(row), account and states.get(account, "gone"))
        for row in rows
        for account in [_account_of(row)]
    ]


def _facts(row: Report) -> list[tuple[str, str]]:
    """Without the number of the account: it would tell which reports are about the same one."""
    return [fact for fact in reports.shown_by(row) if fact[0] != reports.TICKED["account"]]


@for_hosts
@require_safe
def listed(request: MemberRequest) -> HttpResponse:
    return _listed(request)


def _listed(request: MemberRequest, refused: str = "") -> HttpResponse:
    page = Paginator(waiting(request.user), SHOWN).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "reports": _shown(list(page)),
        "refused": refused,
        "done": request.GET.get("done"),
    }
    return render(request, "operators/reports.html", context, status=422 if refused else 200)


@for_hosts
@require_http_methods(["GET", "HEAD", "POST"])
def settle(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Asks once more, because what it shows is wiped."""
    row, now = get_object_or_404(waiting(request.user), pk=pk), timezone.now()
    if request.method != "POST":
        return render(request, "operators/settle.html", {"report": _shown([row])[0]})
    with atomic():
        if reports.settle(row, now):
            Act.note(request.user, Act.Kind.SETTLED, now)
    return redirect(f"{reverse('operators:reports')}?done=settled")


@for_hosts
@require_POST
def suspend(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Suspends who asked, where whoever reported it ticked their account."""
    member, now = _member(request, pk), timezone.now()
    if refused := suspending.refusal(request.user, member):
        return _listed(request, refused)
    suspending.suspend(member.pk, now, by=request.user)
    return redirect(f"{reverse('operators:reports')}?done=suspended")


@for_hosts
@require_POST
def let_back(request: MemberRequest, pk: UUID) -> HttpResponse:
    member, now = _member(request, pk), timezone.now()
    suspending.let_back(member.pk, now, by=request.user)
    return redirect(f"{reverse('operators:reports')}?done=back")


def _member(request: MemberRequest, pk: UUID) -> Member:
    row = get_object_or_404(waiting(request.user), pk=pk)
    account = _account_of(row)
    return get_object_or_404(Member, pk=account or None)
