"""In which browsers a member is signed in, and ending that from elsewhere."""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth import HASH_SESSION_KEY
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from halved.accounts.models import Member, Session
from halved.accounts.room import MemberRequest, noted_browser, private
from halved.accounts.sessions import place_of
from halved.vault.crypto import CannotOpen


@dataclass(frozen=True, slots=True)
class Browser:
    """`day`: when it was last in use, where the member is; None when that was not noted."""

    id: str
    name: str
    day: date | None
    this: bool


@private
@require_safe
def browsers(request: MemberRequest) -> HttpResponse:
    rows = request.user.sessions.filter(expires_at__gt=timezone.now())
    here = place_of(request.session.session_key)
    found = [browser for row in rows if (browser := _read(row, request.user, here))]
    found.sort(key=lambda browser: (browser.this, browser.day or date.min), reverse=True)
    context = {
        "browsers": found,
        "today": timezone.localdate(),
        "ended": "ended" in request.GET,
        "messages_on": request.user.push_subscriptions.exists(),
    }
    return render(request, "accounts/browsers.html", context)


def _read(row: Session, member: Member, here: str) -> Browser | None:
    """None for one that has ended already, and waits to be tidied away."""
    try:
        content = row.content
    except CannotOpen:
        return None
    if content.get(HASH_SESSION_KEY) != member.get_session_auth_hash():
        return None
    noted = noted_browser(content, member) if "browser" in content else None
    name, day = (noted["browser"], date.fromisoformat(noted["day"])) if noted else ("", None)
    return Browser(row.pk, name or "A browser", day, row.pk == here)


@private
@require_POST
def end(request: MemberRequest) -> HttpResponse:
    """Signs out there, with the next thing that browser asks for. This one is left alone."""
    named = request.POST.get("browser", "").replace("\0", "")  # PostgreSQL takes none in text
    rows = request.user.sessions.filter(pk=named)
    rows.exclude(pk=place_of(request.session.session_key)).delete()
    return redirect(f"{reverse('browsers')}?ended=1")
