"""Who looks at a page of the directory: anybody, and what they look for is kept nowhere."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from halved.accounts.models import Member
from halved.accounts.operators import is_operator
from halved.accounts.room import enter


def page(
    request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """A page for everybody, kept by no cache. A member sees their own bar; nothing of the room."""
    about = {
        "member": request.user.is_authenticated,
        "anybody": whose_room_is_open(request) is None,
    }
    context = {**about, "own_machine": settings.OWN_MACHINE, **context}
    response = render(request, f"directory/{template}", context, status=status)
    response["Cache-Control"] = "no-store"
    return response


def whose_room_is_open(request: HttpRequest) -> Member | None:
    member = request.user
    return member if isinstance(member, Member) and enter(request) else None


def may_run_directory(request: HttpRequest) -> bool:
    """Whether they look after the data: on their own machine whoever has the room there, on a host
    an operator."""
    return isinstance(request.user, Member) and is_operator(request.user)


def for_whoever_runs_it(request: HttpRequest) -> None:
    """Raises Http404 for everybody else."""
    if not may_run_directory(request):
        raise Http404
