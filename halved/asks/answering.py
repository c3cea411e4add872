"""The asked person's side: a link, a page, four answers. No account, no cookie, no JavaScript.

GET shows a neutral cover and changes nothing, so that link previews and mail scanners learn
nothing. What is behind the link is opened with the token, which only the link holds.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache, wraps
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from halved.asks import actions, remarks, rules
from halved.asks.forms import AnswerForm, RemarkForm
from halved.asks.models import Invitation, Remark
from halved.asks.rules import Answer, InvitationState, Reply
from halved.asks.telling import kinds_for_others
from halved.asks.tries import IN_SECONDS, too_many
from halved.prepared import Find, Given
from halved.vault.crypto import CannotOpen, form_key
from halved.vault.fields import seal_behind_link, unseal_behind_link
from halved.vault.keys import link_hash

# Cross-site protection by cookie is not needed here: a form can only be sent by someone who knows
# the link, and answers carry a key that only the page gives out.


Found = tuple[Invitation, dict[str, Any]]
View = Callable[[HttpRequest], HttpResponse]
PRIVATE = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}
NOTHING_SAID = dict.fromkeys(("answer", "words", "date", "someone"), "")
SEND_AGAIN = "This page was old. Look at your words, and send them once more."
STILL_THERE = ("stop", "report")  # what can be done when all is taken care of
TOO_LATE_TO_WRITE = "This is closed now, or full. Your words were not passed on."
TOO_LATE = (
    "Your answer could not be changed any more. Tell them yourself, by phone or face to face."
)


def earliest_today(now: datetime) -> date:
    """The day it still is in the last place on earth: nobody's own today is refused."""
    return (now.astimezone(UTC) - timedelta(hours=12)).date()


def without_cookies(get_response: View) -> View:
    """Middleware. For a page behind a link, nothing runs that could read or set a cookie: no
    session, no sign-in. Such a page needs none, and it is the one that is asked for most."""

    def straight(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith("/a/"):
            return get_response(request)
        try:
            match = resolve(request.path_info)
        except Resolver404:
            return get_response(request)
        request.get_host()  # refuses a host name that is not ours
        request.resolver_match = match
        response: HttpResponse = match.func(request, **match.kwargs)
        response.headers["Content-Length"] = str(len(response.content))
        return response

    return straight


def _behind_link() -> QuerySet[Invitation]:
    planned = Invitation.objects.filter(ask=OuterRef("ask"), state=InvitationState.PLANNED)
    others = planned.exclude(pk=OuterRef("pk"))
    return (
        Invitation.objects.filter(
            link=Given("link"), expires_at__gt=Given("now"), member__is_active=True
        )
        .annotate(others=Exists(others))
        .only(
            "state", "answer", "answered_at", "turn_at", "expires_at", "letter", "thanks_letter",
            "said", "ask_id", "member_id", "link", "came_back_at", "accepted_at", "way",
        )
        .order_by()
    )  # fmt: skip


_invitation = Find(_behind_link)


def find(token: str, now: datetime) -> Found | None:
    """The invitation behind a link and what it says, or None for every link that leads nowhere.

    One query, whatever the link: expired, withdrawn, unknown and malformed cost the same.
    """
    row = _invitation.first(link=link_hash(token[:100]), now=now)
    if row is None or row.letter is None or not rules.link_leads_somewhere(row, now):
        return None
    try:
        return row, unseal_behind_link(token, bytes(row.letter), row.letter_place)
    except CannotOpen:
        return None


def behind_link(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page behind a link. One that leads nowhere, or to something that is taken care of, says
    so and gives back what was typed."""

    @wraps(view)
    def opened(request: HttpRequest, token: str, **more: Any) -> HttpResponse:
        found = find(token, timezone.now())
        if found is None:
            return nowhere(request, _typed(request))
        row, letter = found
        if "taken_care" in letter and view.__name__ not in STILL_THERE:
            over = {"name": letter["from"], "words": _typed(request), "base": f"/a/{token}/"}
            return page("asks/asked/taken_care.html", over)
        return view(request, token, row, letter, **more)

    return opened


def nowhere(request: HttpRequest, words: str = "") -> HttpResponse:
    """A link that leads nowhere, whyever. Who opens too many of them is told, and how long."""
    if not too_many(request):
        return page("asks/asked/nowhere.html", {"words": words}, status=404)
    answer = page("asks/asked/nowhere.html", {"words": words, "often": True}, status=429)
    answer.headers["Retry-After"] = str(IN_SECONDS)
    return answer


def cover(row: Invitation, letter: dict[str, Any], base: str = "") -> HttpResponse:
    """What GET shows. Its button opens the same address by POST. `base` leads from there to the
    link itself."""
    context = {"name": letter["from"], "has_thanks": row.thanks_letter, "base": base}
    return page("asks/asked/cover.html", context)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@behind_link
def asked(
    request: HttpRequest, token: str, row: Invitation, letter: dict[str, Any]
) -> HttpResponse:
    """GET: the cover. POST: the ask itself; it reads and changes nothing."""
    if request.method != "POST":
        return cover(row, letter)
    return _letter(request, token, (row, letter))


@csrf_exempt
@require_POST
@behind_link
def answer(
    request: HttpRequest, token: str, row: Invitation, letter: dict[str, Any]
) -> HttpResponse:
    """One of the four answers. One tap saves it."""
    now = timezone.now()
    form = AnswerForm(request.POST, today=earliest_today(now))
    if not knows_key(request, token):
        return _letter(request, token, (row, letter))
    if not form.is_valid():
        return _letter(request, token, (row, letter), errors=form.errors)
    said = form.cleaned_data
    code = Answer(said["answer"])
    on = said["date"] if code == Answer.LATER else None
    reply = Reply(code, said["words"], on, said["someone"] if code == Answer.NO else "")
    kept = {
        "answer": code,
        "words": reply.words,
        "date": on.isoformat() if on else "",
        "someone": reply.someone,
    }
    row.said = seal_behind_link(token, kept, row.said_place)
    if not actions.answer(row=row, reply=reply, now=now):
        return _letter(request, token, (row, letter), errors={"answer": [TOO_LATE]})
    return HttpResponseRedirect(f"/a/{token}/done/", status=303, headers=PRIVATE)


@csrf_exempt
@require_POST
@behind_link
def remark(
    request: HttpRequest, token: str, row: Invitation, letter: dict[str, Any]
) -> HttpResponse:
    """A few words more, to the person who asked."""
    form = RemarkForm(request.POST)
    if not knows_key(request, token):
        return _letter(request, token, (row, letter), errors={"words": [SEND_AGAIN]})
    if not form.is_valid():
        return _letter(request, token, (row, letter), errors=form.errors)
    row.token = token  # whoever holds the link has it
    kept = remarks.remark(
        row=row,
        author=Remark.Author.ASKED,
        words=form.cleaned_data["words"],
        pk=form.row_id(row),
        now=timezone.now(),
    )
    errors = None if kept else {"words": [TOO_LATE_TO_WRITE]}
    return _letter(request, token, (row, letter), errors=errors)


@require_http_methods(["GET", "HEAD"])
@behind_link
def done(request: HttpRequest, token: str, row: Invitation, letter: dict[str, Any]) -> HttpResponse:
    """That the answer arrived, and what one can still do. Shows no words."""
    context = {
        "name": letter["from"],
        "answer": row.answer,
        "kinds": letter["kinds"],
        "said": _said(token, row),
        "key": form_key(token),
        "may_change": rules.may_answer(row, timezone.now()),
        "has_pieces": "pieces_key" in letter,
        "can_join": can_join(),
        "token": token,
    }
    return page("asks/asked/done.html", context)


def can_join() -> bool:
    """Whether anybody may make a room on this server."""
    return settings.SIGN_UP == "open" and not settings.OWN_MACHINE


def knows_key(request: HttpRequest, token: str) -> bool:
    """Whether the form came from a page that was given out behind this link."""
    return constant_time_compare(request.POST.get("key", ""), form_key(token))


def _typed(request: HttpRequest) -> str:
    return request.POST.get("words", "") if request.method == "POST" else ""


def _letter(
    request: HttpRequest, token: str, found: Found, errors: Mapping[str, Any] | None = None
) -> HttpResponse:
    row, letter = found
    thanks = row.thanks_letter and unseal_behind_link(
        token, bytes(row.thanks_letter), row.thanks_place
    )
    said = _said(token, row)
    context = {
        "name": letter["from"],
        "said": said,
        "words": letter["words"],
        "kinds": kinds_for_others(letter["kinds"], letter["from"]),
        "others": row.others,  # type: ignore[attr-defined]
        "answer": row.answer,
        "may_change": rules.may_answer(row, timezone.now()),
        "thanks": thanks,
        "key": form_key(token),
        "accepted": row.accepted_at,
        "remarks": remarks.behind_link(row, token) if row.answer else [],
        "may_remark": remarks.may_remark(row, timezone.now()),
        "once": uuid4(),
        "typed_remark": request.POST.get("words", "") if errors and "once" in request.POST else "",
        "errors": errors,
        "posted": "answer" in request.POST,
        "typed": request.POST if "answer" in request.POST else said,
        "today": earliest_today(timezone.now()).isoformat(),
        "base": f"/a/{token}/",
        "has_pieces": "pieces_key" in letter,
    }
    return page("asks/asked/letter.html", context, status=422 if errors else 200)


def _said(token: str, row: Invitation) -> dict[str, str]:
    """What the person answered, in their own words, or nothing yet."""
    if row.said is None:
        return NOTHING_SAID
    found: dict[str, str] = unseal_behind_link(token, bytes(row.said), row.said_place)
    return found


def page(template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """A page behind a link: what it says in the frame they all share, kept by nobody."""
    before, after = _frame()
    inside = render_to_string(template, context)
    return HttpResponse(before + inside + after, status=status, headers=PRIVATE)


@cache
def _frame() -> tuple[str, str]:
    """What stands before and after every page here. It is always the same, so it is made once."""
    context = {"page": "\0", "leave_to": settings.LEAVE_TO}
    before, after = render_to_string("asks/asked/frame.html", context).split("\0")
    return before, after
