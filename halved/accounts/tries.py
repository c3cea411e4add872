"""How often a passphrase or a code may be tried. Counted in the store, for all processes together.

A count is kept for one name from one network, or in one session: nobody can shut a member out by
trying their name from somewhere else.
"""

from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone

from halved.limits.models import fill, give_back, take
from halved.limits.rules import Limit
from halved.limits.visitors import network

TOO_OFTEN = "That was tried often. Wait five minutes, then try again."
ONE_NAME = Limit("tries", 5, timedelta(minutes=5))
ONE_NETWORK = Limit("tries-network", 60, timedelta(minutes=5))  # a whole school may share it


def may_try(request: HttpRequest, name: str) -> bool:
    """Counts a try at this name, or at the member with this id."""
    now = timezone.now()
    return take(ONE_NETWORK, network(request), now) and take(ONE_NAME, _place(request, name), now)


def was_right(request: HttpRequest, name: str) -> None:
    """What was tried opens the room: it was no guess."""
    give_back(ONE_NETWORK, network(request))
    fill(ONE_NAME, _place(request, name))


def _place(request: HttpRequest, name: str) -> str:
    """The session counts only for the member whose it is: whoever signs in as somebody else gets
    no fresh tries at this one."""
    own = request.user.is_authenticated and name == str(request.user.pk)
    return f"{name.casefold()} {request.session.session_key if own else network(request)}"
