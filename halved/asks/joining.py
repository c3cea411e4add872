"""Somebody who was asked may become a member, and finds there what was asked of them.

Pages behind a link run without cookies, so the link's token comes here in a form and goes on in a
hidden field: never in an address or a session.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID, uuid5

from django import forms
from django.db.transaction import atomic
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from halved.accounts import forms as accounts
from halved.accounts.models import Member
from halved.accounts.room import MemberRequest, private
from halved.asks.answering import can_join, find, nowhere
from halved.asks.models import Invitation, KeptLink
from halved.vault.keys import link_hash


class SignUpForm(accounts.SignUpForm):
    """Takes a link along. One that has ended meanwhile stands in nobody's way."""

    link = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)

    def custom_signup(self, request: HttpRequest, user: Member) -> None:
        """Called by allauth once the member is there, with an open room."""
        keep_link(user, self.cleaned_data["link"], timezone.now())


# The form comes from a page without cookies, which can carry no key of a session. A page elsewhere
# cannot send it in somebody's name: the session's cookie is for our own pages (SameSite=Lax).
@csrf_exempt
@never_cache
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """A member with an open room has it kept at once; others are offered a room of their own."""
    link = request.POST.get("link", "")
    found = find(link, timezone.now())
    if found is None:
        return nowhere(request)
    if request.user.is_authenticated:
        return _keep(request)
    if not can_join():
        raise Http404
    context = {"form": SignUpForm(initial={"link": link}), "action": reverse("account_signup")}
    return render(request, "account/signup.html", context)


@private
def _keep(request: MemberRequest) -> HttpResponse:
    keep_link(request.user, request.POST.get("link", ""), timezone.now())
    return redirect(f"{reverse('asks:asks')}#asked-of-you")


@private
@require_POST
def forget(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Takes it off the list. The link itself lives on."""
    get_object_or_404(request.user.kept_links, pk=pk).delete()
    return redirect(f"{reverse('asks:asks')}#asked-of-you")


@atomic
def keep_link(member: Member, link: str, now: datetime) -> None:
    """The same link is kept once. Its row cannot be found from the link alone, nor the reverse."""
    found = find(link, now)
    if found is None:
        return
    pk = uuid5(member.pk, link)
    if not KeptLink.objects.filter(pk=pk).exists():
        row = KeptLink(pk=pk, member=member, kept_at=now)
        row.token, row.name = link, found[1]["from"]
        row.save(force_insert=True)


@dataclass(frozen=True)
class AskedOf:
    """One thing that was asked of the member. `url` is empty when its link has ended."""

    pk: UUID
    name: str
    kept_at: datetime
    url: str


def asked_of(member: Member, now: datetime) -> list[AskedOf]:
    """The latest first. Two queries at most."""
    rows = list(member.kept_links.all())
    hashes = {row.pk: link_hash(row.token) for row in rows}
    live: Any = ()
    if rows:
        there = Invitation.objects.filter(
            link__in=list(hashes.values()), expires_at__gt=now, member__is_active=True
        )
        live = {bytes(link) for link in there.values_list("link", flat=True) if link}
    return [
        AskedOf(row.pk, row.name, row.kept_at, _url(row) if hashes[row.pk] in live else "")
        for row in rows
    ]


def _url(row: KeptLink) -> str:
    return reverse("asked", args=[cast(str, row.token)])
