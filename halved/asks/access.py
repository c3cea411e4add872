"""An ask, and a person in it, through the member they belong to; or it is not there."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from halved.accounts.room import MemberRequest, private, typed_words, words_given_back
from halved.asks.models import Ask, Invitation
from halved.asks.rules import AskState
from halved.prepared import Find, Given

_asks = Find(
    lambda: (
        Ask.objects.filter(pk=Given("pk"), member=Given("member"))
        .select_related("concern")
        .order_by()
    )
)
_people = Find(lambda: Invitation.objects.filter(ask=Given("ask")).select_related("contact"))


def ask_or_404(request: MemberRequest, pk: UUID) -> Ask:
    """Ready to be opened, and what it is about as well."""
    row = _asks.first(pk=pk, member=request.user.pk)
    if row is None:
        raise Http404
    row.member = request.user
    if row.concern:
        row.concern.member = row.member
    return row


def step(view: Callable[[MemberRequest, Ask], HttpResponse]) -> Callable[..., HttpResponse]:
    """A step of a draft. Once the ask is out, a step that was sent twice, or was still open
    somewhere, leads to the ask; words from there are given back."""

    @private
    @wraps(view)
    def at_step(request: MemberRequest, pk: UUID) -> HttpResponse:
        ask = ask_or_404(request, pk)
        if ask.state == AskState.DRAFT:
            return view(request, ask)
        if any(name.startswith("words") and text.strip() for name, text in typed_words(request)):
            return words_given_back(request, gone=True)
        return redirect("asks:ask", pk=pk)

    return at_step


def people_of(ask: Ask) -> list[Invitation]:
    """The people of an ask, in order, ready to be opened."""
    rows = _people.all(ask=ask.pk)
    for row in rows:
        row.ask, row.member = ask, ask.member
        if row.contact:
            row.contact.member = ask.member
    return rows


def person_or_404(request: MemberRequest, pk: UUID) -> Invitation:
    rows = request.user.invitations.select_related("ask", "contact")
    row = get_object_or_404(rows, pk=pk)
    row.ask.member = row.member
    if row.contact:
        row.contact.member = row.member
    return row
