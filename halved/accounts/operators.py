"""Who may look after a server.

An operator is a member like any other. They see nothing of what people write, or whom they ask.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse

from halved.accounts.models import Member
from halved.accounts.room import MemberRequest, private


def is_operator(member: Member) -> bool:
    """On one's own machine, whoever uses it."""
    return settings.OWN_MACHINE or member.is_operator


def appoint(name: str, *, on: bool) -> bool:
    """Makes the member of that name an operator, or no longer. False when there is none."""
    member = Member.objects.filter(username__iexact=name, is_active=True).first()
    if member is None:
        return False
    member.is_operator = on
    member.save(update_fields=["is_operator"])
    return True


def for_operators(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page for operators with an open room. To any other member it is the same as nothing."""

    @private
    @wraps(view)
    def looked_after(request: MemberRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not is_operator(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return looked_after


def for_hosts(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The same where there are many members. On one's own machine it is the same as nothing."""

    @for_operators
    @wraps(view)
    def on_a_host(request: MemberRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if settings.OWN_MACHINE:
            raise Http404
        return view(request, *args, **kwargs)

    return on_a_host
