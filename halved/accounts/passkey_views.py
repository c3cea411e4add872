"""Passkeys of a member: signing in by one, and looking after them."""

from collections.abc import Callable
from functools import wraps
from urllib.parse import quote
from uuid import UUID

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from halved.accounts import passkeys as webauthn
from halved.accounts import tries
from halved.accounts.again import Again
from halved.accounts.forms import PasskeyName
from halved.accounts.models import Member, Passkey
from halved.accounts.room import (
    MemberRequest,
    enter,
    note_browser,
    passphrase_given,
    passphrase_lately,
    private,
)
from halved.accounts.views import BACKEND, into_the_room, next_page, to_go_on

View = Callable[..., HttpResponse]


def offered(view: View) -> View:
    """Where passkeys cannot work, there is nothing."""

    @wraps(view)
    def where_offered(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not settings.PASSKEY_HOST:
            raise Http404
        return view(request, *args, **kwargs)

    return where_offered


# --- signing in -------------------------------------------------------------------------------


@offered
@require_POST
@never_cache
def challenge(request: HttpRequest) -> HttpResponse:
    """What a browser needs to show a passkey. The same for everybody; nothing is kept of it."""
    return JsonResponse(webauthn.to_use(request, webauthn.SIGN_IN))


@offered
@require_POST
@never_cache
@sensitive_post_parameters()
def sign_in(request: HttpRequest) -> HttpResponse:
    """Signs in, and opens the room if the passkey may. If not, the passphrase opens it."""
    try:
        brought = request.POST.get("credential", "")
        name = webauthn.id_hash(brought).hex()
        if not tries.may_try(request, name):
            return _not_signed_in(request, "often")
        passkey, secret = webauthn.use(request, webauthn.SIGN_IN, brought)
    except webauthn.NotTaken:
        return _not_signed_in(request, "no")
    tries.was_right(request, name)
    member = passkey.member
    if not member.is_active:
        return redirect("account_inactive")
    if secret and passkey.opens(secret):
        return into_the_room(request, member, to_go_on(request, member), by_passkey=True)
    login(request, member, backend=BACKEND)
    note_browser(request, member)
    return redirect(f"{reverse('unlock')}?next={quote(next_page(request))}")


def _not_signed_in(request: HttpRequest, why: str) -> HttpResponse:
    door = reverse("unlock" if request.user.is_authenticated else "account_login")
    return redirect(f"{door}?passkey={why}&next={quote(next_page(request))}")


# --- looking after them -----------------------------------------------------------------------


@offered
@private
@sensitive_post_parameters()
def passkeys(request: MemberRequest) -> HttpResponse:
    """All of them; and keeping one that the browser has just made."""
    form = PasskeyName(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            brought = request.POST.get("credential", "")
            made = webauthn.add(request, request.user, brought, form.cleaned_data["name"])
        except webauthn.NotTaken:
            return redirect(f"{reverse('passkeys')}?passkey=no")
        return redirect("passkey", made.pk)
    return _list(request, form)


def _list(request: MemberRequest, form: PasskeyName, again: Again | None = None) -> HttpResponse:
    member = request.user
    rows = [of(member, row) for row in member.passkeys.all()]
    context = {
        "passkeys": sorted(rows, key=lambda row: (row.name or "").casefold()),
        "form": form,
        "again": again or Again(),
        "lately": passphrase_lately(request),
        "full": len(rows) >= webauthn.MOST,
    }
    return render(request, "accounts/passkeys.html", context)


def of(member: Member, row: Passkey) -> Passkey:
    """The row with its member, whose room is open."""
    row.member = member
    return row


def _find(request: MemberRequest, pk: UUID) -> Passkey:
    return of(request.user, get_object_or_404(request.user.passkeys, pk=pk))


@offered
@private
@require_POST
@sensitive_post_parameters()
def again(request: MemberRequest) -> HttpResponse:
    """The passphrase, when it was given some time ago."""
    form = Again(request.POST)
    if not form.is_right(request, request.user):
        return _list(request, PasskeyName(), form)
    passphrase_given(request)
    return redirect("passkeys")


def asked_by_script(view: View) -> View:
    """For a script, which can show no page: 403 tells it to load its own anew."""

    @wraps(view)
    def to_script(request: MemberRequest, *args: object, **kwargs: object) -> HttpResponse:
        inside = request.user.is_authenticated and enter(request)
        if not (inside and passphrase_lately(request)):
            return HttpResponse(status=403)
        return view(request, *args, **kwargs)

    return to_script


@offered
@require_POST
@never_cache
@asked_by_script
def new(request: MemberRequest) -> HttpResponse:
    """What a browser needs to make a passkey."""
    if request.user.passkeys.count() >= webauthn.MOST:
        return HttpResponse(status=403)
    return JsonResponse(webauthn.to_add(request, request.user))


@offered
@require_POST
@never_cache
@asked_by_script
def ask_it(request: MemberRequest, pk: UUID) -> HttpResponse:
    """What a browser needs to show this passkey, so that it may open the room from then on."""
    row = _find(request, pk)
    return JsonResponse(webauthn.to_use(request, webauthn.opening(row), row))


@offered
@private
def passkey(request: MemberRequest, pk: UUID) -> HttpResponse:
    """One of them, and its name."""
    row = _find(request, pk)
    form = PasskeyName(request.POST or None, initial={"name": row.name})
    if request.method == "POST" and form.is_valid():
        row.name = form.cleaned_data["name"]
        row.save(update_fields=["name"])
        return redirect("passkeys")
    context = {"passkey": row, "form": form, "lately": passphrase_lately(request)}
    return render(request, "accounts/passkey.html", context)


@offered
@private
@require_POST
@sensitive_post_parameters()
def let_open(request: MemberRequest, pk: UUID) -> HttpResponse:
    """This passkey opens the room as well from now on."""
    row = _find(request, pk)
    page = reverse("passkey", args=[row.pk])
    try:
        brought = request.POST.get("credential", "")
        shown, secret = webauthn.use(request, webauthn.opening(row), brought)
    except webauthn.NotTaken:
        return redirect(f"{page}?passkey=no")
    if shown.pk != row.pk or secret is None:
        return redirect(f"{page}?passkey=cannot")
    row.let_open(secret)
    return redirect("passkeys")


@offered
@private
@require_POST
def let_sign_in(request: MemberRequest, pk: UUID) -> HttpResponse:
    """This passkey signs in, and opens nothing any more."""
    row = _find(request, pk)
    row.room = None
    row.save(update_fields=["room"])
    return redirect("passkeys")


@offered
@private
@require_POST
def remove(request: MemberRequest, pk: UUID) -> HttpResponse:
    """From now on it leads nowhere. It stays on its device until somebody deletes it there."""
    row = _find(request, pk)
    if passphrase_lately(request):
        row.delete()
        return redirect(f"{reverse('passkeys')}?gone=1")
    return redirect(f"{reverse('passkeys')}?passkey=again")
