"""Pieces in calendar programs: a file of one piece, for the member and for who took it, and a
private feed that programs read while the member is away. Each of them with words or without."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_POST, require_safe

from halved.accounts.room import MemberRequest, private
from halved.asks.answering import PRIVATE, behind_link, page
from halved.asks.models import Invitation
from halved.pieces import calendars, events, subscribing
from halved.pieces.calendars import Event
from halved.pieces.models import Feed
from halved.pieces.shown import to_helper
from halved.vault.keys import link_hash

# Not as an attachment: then a phone offers to put it into its calendar.
FILE = {
    "Content-Type": "text/calendar; charset=utf-8",
    "Content-Disposition": 'inline; filename="calendar.ics"',
}
MOST_READS, IN_SECONDS = 60, 600  # of one feed: all programs of one person, at their liveliest
NAMES = {True: "Halved", False: calendars.BUSY}


# --- a file of one piece ----------------------------------------------------------------------


@private
@require_safe
def file(request: MemberRequest, pk: UUID, with_words: bool) -> HttpResponse:
    """For the member."""
    piece = get_object_or_404(request.user.pieces.select_related("ask"), pk=pk)
    piece.ask.member = request.user
    event = events.of_piece(piece, bytes.fromhex(piece.ask.pieces_key))
    return HttpResponse(_file(event, with_words), headers=FILE)


@require_safe
@behind_link
def asked_file(
    request: HttpRequest, token: str, row: Invitation, letter: dict[str, Any], **which: Any
) -> HttpResponse:
    """For who took it. To anybody else it is the same as nothing. `which`: as for `file`."""
    shown = to_helper(row, letter, timezone.now())
    mine = next((each for each in shown if each.mine and each.piece.pk == which["pk"]), None)
    if mine is None:
        return page("asks/asked/nowhere.html", {}, status=404)
    return HttpResponse(_file(events.of_helper(mine), which["with_words"]), headers=PRIVATE | FILE)


def _file(event: Event, with_words: bool) -> bytes:
    return calendars.file([event if with_words else event.without_words()], timezone.now())


# --- the feed ---------------------------------------------------------------------------------


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponseBase:
    """What calendar programs read, without a cookie, again and again."""
    now = timezone.now()
    found = Feed.objects.filter(link=link_hash(token[:100]), member__is_active=True).first()
    if found is None:
        return HttpResponse("Not found", status=404, content_type="text/plain", headers=PRIVATE)
    if _too_often(found):
        later = PRIVATE | {"Retry-After": str(IN_SECONDS)}
        return HttpResponse("Later, please", status=429, content_type="text/plain", headers=later)
    name, told = NAMES[found.with_words], events.in_feed(found, token, now)
    tag = calendars.tag(told, name)
    # A program may keep it, and is to ask whether it is still the same.
    about = PRIVATE | FILE | {"Cache-Control": "private, no-cache", "ETag": tag}
    response = HttpResponse(headers=about)
    answer = get_conditional_response(request, etag=tag, response=response)
    if answer is response:
        response.content = calendars.feed(told, name, now)
    return answer or response


def _too_often(found: Feed) -> bool:
    """Each process counts for itself."""
    key = f"feed:{found.pk}"
    if cache.add(key, 1, IN_SECONDS):
        return False
    try:
        return cache.incr(key) > MOST_READS
    except ValueError:  # the time ran out in this very moment
        return False


# --- its address ------------------------------------------------------------------------------


@private
@require_safe
def calendar(request: MemberRequest) -> HttpResponse:
    """The address of the feed, what it says and who can read it."""
    found = Feed.objects.filter(member=request.user).first()
    context: dict[str, Any] = {"feed": found, "here": "asks"}
    if found:
        found.member = request.user
        base = settings.PUBLIC_URL or request.build_absolute_uri("/").rstrip("/")
        context |= {
            "address": base + reverse("feed", args=[found.token]),
            "only_here": not settings.PUBLIC_URL,
        }
    return render(request, "pieces/calendar.html", context)


@private
@require_POST
def make(request: MemberRequest) -> HttpResponse:
    subscribing.make(member=request.user, with_words=_wants_words(request), now=timezone.now())
    return redirect("pieces:calendar")


@private
@require_POST
def say(request: MemberRequest) -> HttpResponse:
    """Whether it says the words, or only that there is something."""
    subscribing.say(member=request.user, with_words=_wants_words(request), now=timezone.now())
    return redirect("pieces:calendar")


@private
@require_POST
def renew(request: MemberRequest) -> HttpResponse:
    """Another address; the old one leads nowhere at once."""
    subscribing.renew(member=request.user, now=timezone.now())
    return redirect("pieces:calendar")


@private
@require_POST
def end(request: MemberRequest) -> HttpResponse:
    subscribing.end(member=request.user)
    return redirect("pieces:calendar")


def _wants_words(request: MemberRequest) -> bool:
    """Only if that was pressed."""
    return request.POST.get("with_words") == "1"
