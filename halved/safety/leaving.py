"""Leave now: another page takes the place of this one, and the room is locked.

What a member chose about it is sealed; which name and sign the tab carries is not, so that the
locked page carries it too.
"""

from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve, reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from halved.accounts.looks import LOOKS
from halved.accounts.room import MemberRequest, enter, hold, lock_room, private

EVERYWHERE, SENSITIVE = "everywhere", "sensitive"
PLACES = {
    EVERYWHERE: "On every page of my room",
    SENSITIVE: "Only on Help now and my safety plan",
}
HIDDEN = {
    "": "Not before it has been idle for a while",
    "0": "At once",
    "1": "After one minute",
    "5": "After five minutes",
}


@dataclass(frozen=True, slots=True)
class Leaving:
    """How it works for one member."""

    to: str = ""  # "" is where this server leads
    shows: str = EVERYWHERE
    hidden: str = ""  # minutes out of sight until the room locks, "" for never

    @classmethod
    def of(cls, member: Any) -> "Leaving":
        """The usual while the room is locked: then nothing sealed can be read."""
        if getattr(member, "key", None) is None:
            return cls()
        return cls(**(member.leaving or {}))

    @property
    def address(self) -> str:
        return self.to or settings.LEAVE_TO


class LeavingForm(forms.Form):
    to = forms.URLField(
        label="Where does “Leave now” lead?",
        help_text="A page you might have open anyway, such as the weather. Not one you sign in to.",
        required=False,
        assume_scheme="https",
        max_length=200,
        widget=forms.URLInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"invalid": "Write it as https://www.example.org."},
    )
    shows = forms.ChoiceField(
        label="Where is the button?",
        choices=[*PLACES.items()],
        widget=forms.RadioSelect,
    )
    hidden = forms.ChoiceField(
        label="When another tab or app covers this page, the room locks",
        choices=[*HIDDEN.items()],
        required=False,
        widget=forms.RadioSelect,
    )
    look = forms.ChoiceField(
        label="What the tab says",
        help_text="And who a message to you seems to come from.",
        choices=[(code, look.name) for code, look in LOOKS.items()],
        widget=forms.RadioSelect,
    )

    def clean_to(self) -> str:
        to: str = self.cleaned_data["to"]
        if to and urlsplit(to).scheme != "https":
            raise forms.ValidationError("Write it as https://www.example.org.")
        return to


# A form with a key would refuse a page that is old, and a person who wants to leave must not meet
# a refusal. Another site that sends this locks nobody's room: the cookies stay behind (SameSite).
@csrf_exempt
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Locks the room, and leads away even when the store is down."""
    to = settings.LEAVE_TO
    page = HttpResponse()
    try:
        if request.user.is_authenticated:
            to = _lock_and_keep(request)
        lock_room(request, page)
    except DatabaseError:  # without its cookie this browser opens nothing either
        page.delete_cookie(settings.ROOM_COOKIE_NAME, samesite="Lax")
    page.content = render_to_string("safety/left.html", {"to": to})
    page["Refresh"] = f"0; url={to}"
    page["Cache-Control"] = "no-store"
    page["Referrer-Policy"] = "no-referrer"
    page["Clear-Site-Data"] = '"cache"'
    return page


def _lock_and_keep(request: Any) -> str:
    """Where to. What was being typed is sealed, to be shown again when the room is open."""
    to = Leaving.of(request.user).address if enter(request) else settings.LEAVE_TO
    path = request.POST.get("unsent", "")
    if path and _is_ours(request, path):
        hold(request, path)
    return to


def _is_ours(request: HttpRequest, path: str) -> bool:
    """Sent by a page of this server, for a page of this server."""
    if urlsplit(request.headers.get("Origin", "")).netloc != request.get_host():
        return False
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


@require_safe
def leaving(request: HttpRequest) -> HttpResponse:
    """What the button does and does not do. Before somebody needs it."""
    member = request.user if request.user.is_authenticated else None
    to = settings.LEAVE_TO
    if member and enter(request):
        to = Leaving.of(member).address
    context = {"member": member, "host": urlsplit(to).netloc, "relock": settings.RELOCK_MINUTES}
    response = render(request, "safety/leaving.html", context)
    response["Cache-Control"] = "no-store"
    return response


@private
def choose(request: MemberRequest) -> HttpResponse:
    """Where the button is and leads, what the tab says, when the room locks."""
    member = request.user
    now = asdict(Leaving.of(member)) | {"look": member.look}
    form = LeavingForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        chosen = dict(form.cleaned_data)
        member.look = chosen.pop("look")
        member.leaving = chosen
        member.save(update_fields=["leaving", "look"])
        return redirect(f"{reverse('leaving_choose')}?kept=1")
    return render(
        request, "safety/leaving_choose.html", {"form": form, "kept": "kept" in request.GET}
    )
