"""Setting up a room, opening it, locking it, and what was typed while it was locked."""

from typing import Any
from uuid import UUID

from allauth.account.adapter import get_adapter
from allauth.account.views import LoginView
from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, login, logout
from django.core.cache import cache
from django.db.transaction import atomic
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from halved.accounts import forms, tries
from halved.accounts.again import Again
from halved.accounts.models import Member
from halved.accounts.operators import is_operator
from halved.accounts.room import (
    MemberRequest,
    lock_room,
    open_room,
    passphrase_given,
    passphrase_lately,
    private,
    words_given_back,
    words_in,
)
from halved.accounts.tries import TOO_OFTEN
from halved.wording import RULES

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
OWNER = "me"
DEMO_PASSPHRASE = "three small stones"


def next_page(request: HttpRequest) -> str:
    """Where to go on to: a page of this server, or home."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    return wanted if wanted and get_adapter(request).is_safe_url(wanted) else reverse("home")


def to_go_on(request: HttpRequest, member: Member) -> str:
    """Where to, once the room is open: what was sent while it was locked comes first."""
    held = member.held_forms.last()
    return reverse("held", args=[held.pk]) if held else next_page(request)


def may_use_passkey(member: Member) -> bool:
    """Whether a passkey may open this room."""
    return bool(settings.PASSKEY_HOST) and member.passkeys.exclude(room=None).exists()


def into_the_room(
    request: HttpRequest, member: Member, to: str, *, by_passkey: bool = False
) -> HttpResponse:
    """Signs in with the key that was just found, and opens the room."""
    key = member.key
    as_before = member.get_session_auth_hash() == request.session.get(HASH_SESSION_KEY)
    if request.user != member or not as_before:  # a new passphrase ends sessions, also this one
        login(request, member, backend=BACKEND)
    member.key = key
    response = redirect(to)
    open_room(request, response, member, by_passkey=by_passkey)
    return response


class SignIn(LoginView):  # type: ignore[misc]
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        by_passkey = bool(settings.PASSKEY_HOST)
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"by_passkey": by_passkey, "next": next_page(self.request)}


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def setup(request: HttpRequest, token: str) -> HttpResponse:
    """The first start on one's own machine: a passphrase makes the room."""
    known = settings.SETUP_TOKEN
    if not (settings.OWN_MACHINE and known and constant_time_compare(token, known)):
        raise Http404
    if Member.objects.exists():
        return redirect("home")
    form = forms.SetupForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with atomic():
            if Member.objects.exists():
                return redirect("home")
            member = Member.objects.create_member(OWNER, form.cleaned_data["passphrase"])
            if form.cleaned_data["timezone"]:
                member.timezone = form.cleaned_data["timezone"]
                member.save(update_fields=["timezone"])
        return into_the_room(request, member, reverse("recovery_code"))
    return render(request, "accounts/setup.html", {"form": form})


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def unlock(request: HttpRequest) -> HttpResponse:
    """Opens the room with the passphrase. On one's own machine this is also the sign-in."""
    member: Member | None = request.user if request.user.is_authenticated else None
    if member is None and settings.OWN_MACHINE:
        member = Member.objects.filter(username=OWNER).first()
    if member is None:
        return redirect("home" if settings.OWN_MACHINE else "account_login")
    form = forms.Unlock(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not tries.may_try(request, str(member.pk)):
            form.add_error("passphrase", TOO_OFTEN)
        elif member.check_password(form.cleaned_data["passphrase"]):
            tries.was_right(request, str(member.pk))
            return into_the_room(request, member, to_go_on(request, member))
        else:
            form.add_error("passphrase", "This passphrase does not open the room. Try again.")
    context = {"form": form, "next": next_page(request), "by_passkey": may_use_passkey(member)}
    return render(request, "accounts/unlock.html", context)


@require_POST
def lock(request: HttpRequest) -> HttpResponse:
    response = redirect("unlock" if request.user.is_authenticated else "home")
    lock_room(request, response)
    return response


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends this session; with `everywhere`, every session of this member."""
    if request.user.is_authenticated and request.POST.get("everywhere"):
        request.user.sign_out_everywhere()
    response = redirect("home")
    lock_room(request, response)
    logout(request)
    return response


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def lost(request: HttpRequest) -> HttpResponse:
    """A new passphrase by way of the recovery code. What is sealed stays as it is. Who is suspended
    gets one as well, for what stays theirs, and does not come in."""
    form = forms.LostPassphrase(request.POST or None)
    if settings.OWN_MACHINE:
        del form.fields["username"]
    if request.method == "POST" and form.is_valid():
        name = form.cleaned_data.get("username", OWNER)
        if not tries.may_try(request, name):
            form.add_error(None, TOO_OFTEN)
            return render(request, "accounts/lost.html", {"form": form})
        member = Member.objects.filter(username__iexact=name).first()
        if member and member.open_with_code(form.cleaned_data["code"]):
            tries.was_right(request, name)
            member.set_password(form.cleaned_data["passphrase"])
            member.save(update_fields=["password"])
            member.sessions.all().delete()
            if not member.is_active:
                return redirect("account_inactive")
            to = f"{reverse('passkeys')}?kept=1" if member.passkeys.exists() else reverse("home")
            return into_the_room(request, member, to)
        form.add_error("code", "Name and code do not fit together. Look at both once more.")
    return render(request, "accounts/lost.html", {"form": form})


@private
def recovery_code(request: MemberRequest) -> HttpResponse:
    """Shows the code until the member has typed the end of it; afterwards it is shown to nobody."""
    member = request.user
    code = member.pending_code
    if code is None:
        return redirect("room")
    form = forms.ConfirmCode(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = "".join(sign for sign in form.cleaned_data["last"].upper() if sign.isalnum())
        if typed and code.replace("-", "").endswith(typed) and len(typed) >= 5:
            member.pending_code = None
            member.save(update_fields=["pending_code"])
            return redirect("home")
        form.add_error("last", "These are not the last five letters of the code above.")
    return render(request, "accounts/recovery_code.html", {"form": form, "code": code})


@private
@require_POST
@sensitive_post_parameters()
def new_code(request: MemberRequest) -> HttpResponse:
    """Whoever has the code can choose a new passphrase, so this one has to be given lately."""
    member = request.user
    if not passphrase_lately(request):
        form = Again(request.POST if "passphrase" in request.POST else None)
        if not (form.is_bound and form.is_right(request, member)):
            return render(request, "accounts/new_code.html", {"form": form})
        passphrase_given(request)
    member.new_recovery_code()
    member.save(update_fields=["recovery", "pending_code"])
    return redirect("recovery_code")


@private
def room(request: MemberRequest) -> HttpResponse:
    """The member's own settings."""
    member = request.user
    now = {name: getattr(member, name) for name in ("signs_as", "timezone", "notice_address")}
    form = forms.RoomForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        member.signs_as = form.cleaned_data["signs_as"].strip() or None
        member.timezone = form.cleaned_data["timezone"]
        member.notice_address = form.cleaned_data["notice_address"] or None
        member.save(update_fields=["signs_as", "timezone", "notice_address"])
        return redirect(f"{reverse('room')}?kept=1")
    context = {
        "form": form,
        "kept": "kept" in request.GET,
        "can_mail": settings.CAN_MAIL,
        "silenced": [RULES[rule] for rule in member.silenced or [] if rule in RULES],
        "is_operator": is_operator(member),
        "can_passkey": bool(settings.PASSKEY_HOST),
    }
    return render(request, "accounts/room.html", context)


@private
@require_POST
def hear_again(request: MemberRequest) -> HttpResponse:
    """A note on words that was silenced for good is shown again."""
    request.user.hear_again(request.POST.get("rule", ""))
    return redirect("room")


@private
@sensitive_post_parameters()
def change_passphrase(request: MemberRequest) -> HttpResponse:
    """Wraps the same key by another passphrase: nothing in the room is sealed anew."""
    member = request.user
    form = forms.ChangePassphrase(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not tries.may_try(request, str(member.pk)):
            form.add_error("now", TOO_OFTEN)
        elif member.check_password(form.cleaned_data["now"]):
            tries.was_right(request, str(member.pk))
            member.set_password(form.cleaned_data["passphrase"])
            member.save(update_fields=["password"])
            member.sessions.all().delete()
            to = f"{reverse('passkeys')}?kept=1" if member.passkeys.exists() else reverse("room")
            return into_the_room(request, member, to)
        else:
            form.add_error("now", "This is not your passphrase. Nothing was changed.")
    return render(request, "accounts/change_passphrase.html", {"form": form})


@private
def held(request: MemberRequest, pk: UUID) -> HttpResponse:
    """What was sent while the room was locked, ready to be sent again."""
    member = request.user
    form = member.held_forms.filter(pk=pk).first()
    if form is None:
        return redirect("home")
    if request.method == "POST":
        form.delete()
        return redirect("home")
    content = form.form
    words = words_in(content["fields"])
    context = {"path": content["path"], "fields": content["fields"], "words": words, "held": form}
    return render(request, "accounts/held.html", context)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form from before a sign-in, or from elsewhere. What was typed is given back."""
    return words_given_back(request)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def demo(request: HttpRequest, token: str) -> HttpResponse:
    """The one-time door of `halved demo`: signs in and unlocks, once, by a button."""
    known = settings.DEMO_TOKEN
    if not (known and constant_time_compare(token, known)):
        raise Http404
    member = Member.objects.filter(username="nia").first()
    if member is None or cache.get("demo-door-used"):
        raise Http404
    if request.method == "POST" and member.check_password(DEMO_PASSPHRASE):
        if not cache.add("demo-door-used", True, None):
            raise Http404
        return into_the_room(request, member, reverse("home"))
    return render(request, "accounts/demo.html", {"passphrase": DEMO_PASSPHRASE})
