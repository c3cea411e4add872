"""The gentle question beside words that may mean danger: whether it is asked, and switched off.

It looks at words that are being shown anyway. It stores nothing but the switch, tells nobody, and
counts nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from halved.accounts.models import Member
from halved.accounts.room import MemberRequest, private
from halved.evidence import CLAIMS, Claim
from halved.safety.gentle import About, look

# Kept, sealed, among the notes on words that the member left out.
SWITCH = "gentle-question"


@dataclass(frozen=True)
class Question:
    about: About
    claim: Claim


def ask(member: Member | None, texts: Iterable[str | None]) -> Question | None:
    """What to ask beside these texts; None where nothing is found, or the member wants no such
    question. None says nothing about how they are. Without a member whose room is open, nobody
    can have switched it off."""
    if member and is_off(member):
        return None
    found = {about for text in texts if text and (about := look(text))}
    return next(
        (Question(about, CLAIMS["asking-about-suicide"]) for about in About if about in found), None
    )


def is_off(member: Member) -> bool:
    return SWITCH in (member.silenced or [])


@private
@require_POST
def switch(request: MemberRequest) -> HttpResponse:
    """Off, or on again, in one tap; then back to where they were."""
    if "on" in request.POST:
        request.user.hear_again(SWITCH)
    elif "off" in request.POST:
        request.user.silence(SWITCH)
    back = request.POST.get("back", "")
    safe = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return redirect(back if safe else "room")
