"""What operators look after, what is kept, and who did what."""

from datetime import timedelta

from django.conf import settings
from django.db.transaction import atomic
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from halved.accounts.models import Member, SignUpInvite
from halved.accounts.operators import for_hosts, for_operators
from halved.accounts.room import MemberRequest
from halved.delivery import stopping
from halved.delivery.models import address_hash
from halved.limits.models import take
from halved.limits.rules import Limit
from halved.operators import counting, reading, suspending
from halved.operators.forms import NameForm, StopForm, TakeBackForm
from halved.operators.models import Act
from halved.operators.retention import KEPT
from halved.reflection.views import page_of

NAMES = Limit("operators-names", 20, timedelta(hours=1))
OFTEN = "That was a lot for one hour. Wait a little, then go on."
NOBODY = "Nobody here signs in with this name. Look at it once more."
IS_SUSPENDED = "They are suspended already."
IS_NOT = "They are not suspended."


@for_operators
@require_safe
def home(request: MemberRequest) -> HttpResponse:
    own = settings.OWN_MACHINE
    context = {
        "own_machine": own,
        "counts": [] if own else counting.told(),
        "waits": not own and reading.waiting(request.user).exists(),
    }
    return render(request, "operators/home.html", context)


@for_operators
@require_safe
def kept(request: MemberRequest) -> HttpResponse:
    """What is kept, and for how long."""
    return render(request, "operators/kept.html", {"kept": KEPT, "days": settings.BACKUP_DAYS})


@for_hosts
@require_safe
def record(request: MemberRequest) -> HttpResponse:
    """What operators did, the latest first."""
    rows = Act.objects.select_related("operator")
    return render(request, "operators/record.html", {"page": page_of(request, rows)})


# --- members ----------------------------------------------------------------------------------


@for_hosts
@require_safe
def members(request: MemberRequest) -> HttpResponse:
    return _members(request, NameForm())


@for_hosts
@require_POST
def suspend(request: MemberRequest) -> HttpResponse:
    form, now = NameForm(request.POST), timezone.now()
    member = _named(request, form)
    if member and (refused := suspending.refusal(request.user, member)):
        form.add_error("name", refused)
    elif member and not suspending.suspend(member.pk, now, by=request.user):
        form.add_error("name", IS_SUSPENDED)
    if form.errors:
        return _members(request, form, "suspend")
    return redirect(f"{reverse('operators:members')}?done=suspended")


@for_hosts
@require_POST
def let_back(request: MemberRequest) -> HttpResponse:
    form, now = NameForm(request.POST), timezone.now()
    member = _named(request, form)
    if member and not suspending.let_back(member.pk, now, by=request.user):
        form.add_error("name", IS_NOT)
    if form.errors:
        return _members(request, form, "let_back")
    return redirect(f"{reverse('operators:members')}?done=back")


def _named(request: MemberRequest, form: NameForm) -> Member | None:
    """Not often: nobody should find out here who has a room."""
    if not form.is_valid():
        return None
    if not take(NAMES, str(request.user.pk), timezone.now()):
        form.add_error("name", OFTEN)
        return None
    member = form.found()
    if member is None:
        form.add_error("name", NOBODY)
    return member


def _members(request: MemberRequest, form: NameForm, which: str = "") -> HttpResponse:
    context = {
        "suspending": form if which != "let_back" else NameForm(),
        "letting_back": form if which == "let_back" else NameForm(auto_id="back_%s"),
        "form": form,
        "done": request.GET.get("done"),
        "days": suspending.PATIENCE.days,
        "counts": counting.told("suspended"),
    }
    return render(request, "operators/members.html", context, status=422 if form.errors else 200)


# --- invitations ------------------------------------------------------------------------------


@for_hosts
@require_safe
def invitations(request: MemberRequest) -> HttpResponse:
    return _invitations(request)


@for_hosts
@require_POST
def invite(request: MemberRequest) -> HttpResponse:
    """The link stands on the answer and nowhere else."""
    if not settings.PUBLIC_URL or settings.SIGN_UP == "closed":
        return redirect("operators:invitations")
    with atomic():
        token = SignUpInvite.make()
        Act.note(request.user, Act.Kind.INVITED, timezone.now())
    url = f"{settings.PUBLIC_URL}{reverse('account_signup')}?invite={token}"
    return _invitations(request, url)


def _invitations(request: MemberRequest, url: str = "") -> HttpResponse:
    context = {
        "url": url,
        "sign_up": settings.SIGN_UP,
        "public": settings.PUBLIC_URL,
        "done": "done" in request.GET,
        "counts": counting.told("invitations"),
    }
    return render(request, "operators/invitations.html", context)


@for_hosts
@require_http_methods(["GET", "HEAD", "POST"])
def revoke(request: MemberRequest) -> HttpResponse:
    """All that are open: which of them went to whom is not known here."""
    if request.method != "POST":
        return render(request, "operators/revoke.html")
    with atomic():
        SignUpInvite.objects.filter(used_at=None).delete()
        Act.note(request.user, Act.Kind.REVOKED, timezone.now())
    return redirect(f"{reverse('operators:invitations')}?done=1")


# --- addresses that want no messages ----------------------------------------------------------


@for_operators
@require_safe
def stopped(request: MemberRequest) -> HttpResponse:
    return _stopped(request, StopForm())


@for_operators
@require_POST
def stop(request: MemberRequest) -> HttpResponse:
    """Somebody asked for it by letter or phone."""
    form, now = StopForm(request.POST), timezone.now()
    if not form.is_valid():
        return _stopped(request, form)
    with atomic():
        stopping.opt_out([address_hash(form.cleaned_data["address"])], now)
        Act.note(request.user, Act.Kind.STOPPED, now)
    return redirect(f"{reverse('operators:stopped')}?done=on")


@for_operators
@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: MemberRequest) -> HttpResponse:
    """Says nothing of whether the address was on the list: that is nobody's business."""
    form, now = TakeBackForm(request.POST if request.method == "POST" else None), timezone.now()
    if form.is_bound and form.is_valid():
        if take(NAMES, str(request.user.pk), now):
            with atomic():
                stopping.take_back(form.cleaned_data["address"], now)
                Act.note(request.user, Act.Kind.UNSTOPPED, now)
            return redirect(f"{reverse('operators:stopped')}?done=off")
        form.add_error("address", OFTEN)
    status = 422 if form.errors else 200
    return render(request, "operators/take_back.html", {"form": form}, status=status)


def _stopped(request: MemberRequest, form: StopForm) -> HttpResponse:
    context = {
        "form": form,
        "done": request.GET.get("done"),
        "counts": [] if settings.OWN_MACHINE else counting.told("stopped"),
    }
    return render(request, "operators/stopped.html", context, status=422 if form.errors else 200)
