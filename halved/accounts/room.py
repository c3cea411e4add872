"""The private room: open, in use, locked.

The member key is kept in the session, sealed by a secret that only a cookie holds. The store alone
does not open a room, and neither does the cookie.
"""

import base64
import json
import time
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from halved.accounts.models import HeldForm, Member
from halved.accounts.user_agents import browser_of
from halved.vault import crypto

MAX_HELD = 200
LATELY = 5 * 60  # seconds for which the passphrase need not be given once more
SECRETS = {
    "login", "username", "password", "password1", "password2", "passphrase", "again", "now", "code",
    "last", "credential",
}  # fmt: skip
_NOT_WORDS = {"csrfmiddlewaretoken", "held", *SECRETS}


class MemberRequest(HttpRequest):
    """A request inside the room: `user` is a member, and the key is there."""

    user: Member


def open_room(
    request: HttpRequest, response: HttpResponse, member: Member, *, by_passkey: bool = False
) -> None:
    """Keeps the key of a member who has just opened the room for the requests to come."""
    assert member.key is not None
    secret = crypto.new_key()
    request.session["room"] = base64.b64encode(
        crypto.seal(secret, member.key, f"room:{member.pk}")
    ).decode()
    request.session["room_used_at"] = int(time.time())
    request.session.pop("passphrase_at", None)
    if not by_passkey:
        passphrase_given(request)
    note_browser(request, member)
    response.set_cookie(
        settings.ROOM_COOKIE_NAME,
        base64.b64encode(secret).decode(),
        httponly=True,
        secure=settings.HTTPS,
        samesite="Lax",
    )


def lock_room(request: HttpRequest, response: HttpResponse) -> None:
    """Forgets the key. What is sealed in the room needs the passphrase again."""
    request.session.pop("room", None)
    request.session.pop("room_used_at", None)
    request.session.pop("passphrase_at", None)
    response.delete_cookie(settings.ROOM_COOKIE_NAME, samesite="Lax")


def enter(request: HttpRequest) -> bool:
    """Opens the room for this request. False when it is locked, or was idle for too long."""
    box = request.session.get("room")
    used_at = request.session.get("room_used_at", 0)
    now = int(time.time())
    if not box or not 0 <= now - used_at < settings.RELOCK_MINUTES * 60:
        return False
    member = cast(Member, request.user)
    try:
        secret = base64.b64decode(request.COOKIES.get(settings.ROOM_COOKIE_NAME, ""))
        member.key = crypto.unseal(secret, base64.b64decode(box), f"room:{member.pk}")
    except (crypto.CannotOpen, ValueError):
        return False
    if now - used_at >= 30:
        request.session["room_used_at"] = now
        note_browser(request, member)
    return True


def passphrase_lately(request: HttpRequest) -> bool:
    """Whether the passphrase, or the recovery code, was given a moment ago. Keys are changed only
    then: an open room may be in somebody else’s hand, and so may a passkey."""
    at: int = request.session.get("passphrase_at", 0)
    return 0 <= int(time.time()) - at < LATELY


def passphrase_given(request: HttpRequest) -> None:
    request.session["passphrase_at"] = int(time.time())


def note_browser(request: HttpRequest, member: Member) -> None:
    """Which browser this is and on which day it was last in use, for the member’s own list. The
    server can not read it again: it is sealed to the member."""
    about = {
        "browser": browser_of(request.headers.get("User-Agent", "")),
        "day": timezone.localdate(timezone=ZoneInfo(member.timezone)).isoformat(),
    }
    box = crypto.seal_to(bytes(member.public_key), json.dumps(about).encode(), _browser(member))
    request.session["browser"] = base64.b64encode(box).decode()


def noted_browser(content: dict[str, Any], member: Member) -> dict[str, str]:
    """What `note_browser` kept in a session. Raises Locked while the room is closed."""
    box = base64.b64decode(content["browser"])
    about: dict[str, str] = json.loads(
        crypto.unseal_from(member.private_key, box, _browser(member))
    )
    return about


def _browser(member: Member) -> str:
    return f"browser:{member.pk}"


def private(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page of the private room: for the member, unlocked, kept by no cache."""

    @wraps(view)
    def in_the_room(request: MemberRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            response = _signed_out(request)
        elif enter(request):
            with timezone.override(request.user.timezone):
                response = _visit(view, request, *args, **kwargs)
            _let_go(request, response)
        else:
            response = _locked(request)
        response["Cache-Control"] = "no-store"
        return response

    return in_the_room


def _visit(
    view: Callable[..., HttpResponse], request: MemberRequest, *args: Any, **kwargs: Any
) -> HttpResponse:
    """What was typed for something that is no longer there is given back, not swallowed."""
    try:
        return view(request, *args, **kwargs)
    except Http404:
        if words_in(typed_words(request)):
            return words_given_back(request, gone=True)
        raise


def typed_words(request: HttpRequest) -> list[tuple[str, str]]:
    """Every field that was sent, in order, less the secret ones."""
    return [
        (name, value)
        for name, values in request.POST.lists()
        if name not in _NOT_WORDS
        for value in values
        if isinstance(value, str)
    ]


def _signed_out(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return words_given_back(request)
    door = reverse("unlock" if settings.OWN_MACHINE else "account_login")
    return redirect(f"{door}?next={quote(request.get_full_path())}")


def words_in(fields: Iterable[tuple[str, str]]) -> list[str]:
    """What somebody wrote or chose, less what a page filled in: ids, and words from before."""
    return [
        value
        for name, value in fields
        if value.strip() and not _is_uuid(value) and not name.startswith("initial-")
    ]


def words_given_back(request: HttpRequest, *, gone: bool = False) -> HttpResponse:
    """The form could not be taken. What was typed is shown, so that it can be copied."""
    context = {"words": words_in(typed_words(request)), "gone": gone}
    status = 404 if gone else 403
    response = render(request, "accounts/given_back.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response


def _locked(request: MemberRequest) -> HttpResponse:
    """Asks for the passphrase. A key that has been idle for too long is forgotten for good."""
    door = f"{reverse('unlock')}?next={quote(_place_to_return(request))}"
    response: HttpResponse = HttpResponseRedirect(door)
    if request.method == "POST":
        hold(request, request.path)
        if request.headers.get("HX-Request"):
            text = "Locked. What you wrote is kept."
            response = HttpResponse(text, headers={"HX-Redirect": door})
    lock_room(request, response)
    return response


def _place_to_return(request: HttpRequest) -> str:
    return request.get_full_path() if request.method in ("GET", "HEAD") else reverse("home")


def hold(request: MemberRequest, path: str) -> None:
    """Seals what was sent to the member, to be sent to `path` again. What a pause in typing sent
    (htmx) is replaced by what the same page sends next; what was sent by hand is not, since it may
    be something else."""
    form = HeldForm(member=request.user)
    form.form = {"path": path, "fields": typed_words(request)}
    form.save()
    pauses = request.session.get("held", {})
    HeldForm.objects.filter(pk=pauses.pop(path, None)).delete()
    if request.headers.get("HX-Request"):
        pauses[path] = str(form.pk)
    request.session["held"] = pauses
    kept = HeldForm.objects.filter(member=request.user).order_by("-held_at")
    HeldForm.objects.filter(pk__in=list(kept.values_list("pk", flat=True)[MAX_HELD:])).delete()


def _let_go(request: MemberRequest, response: HttpResponse) -> None:
    """A held form that was sent again and taken need not be held any longer. One that came back
    with a mistake in it stays."""
    if request.method == "POST" and response.status_code == 302 and "held" in request.POST:
        held = [pk for pk in request.POST.getlist("held") if _is_uuid(pk)]
        HeldForm.objects.filter(member=request.user, pk__in=held).delete()


def _is_uuid(text: str) -> bool:
    try:
        return bool(UUID(text))
    except ValueError:
        return False
