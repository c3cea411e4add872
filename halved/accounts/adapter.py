"""How Halved differs from allauth's defaults: who may sign up, and opening the room at sign-in."""

from datetime import timedelta
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.transaction import atomic
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from halved.accounts import tries
from halved.accounts.models import Member, SignUpInvite
from halved.accounts.room import open_room
from halved.limits.models import left_to_wait, take
from halved.limits.rules import Limit
from halved.limits.visitors import network

NAMES_TAKEN = Limit("names-taken", 10, timedelta(hours=1))


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": "Name and passphrase do not fit together. Try again.",
        "too_many_login_attempts": "That was tried often. Wait five minutes, then try again.",
        "username_taken": "Someone has this name already. Choose another.",
        "username_blacklisted": "This name can not be used. Choose another.",
        "too_many_names": "Many names that are taken were tried from here. Try again in an hour.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Open to all, to those with an unused invitation, or closed."""
        if settings.OWN_MACHINE or settings.SIGN_UP == "closed":
            return False
        return settings.SIGN_UP == "open" or SignUpInvite.is_good(request.GET.get("invite", ""))

    def clean_username(self, username: str, shallow: bool = False) -> str:
        """Says ten times an hour and network that a name is taken. After that, free names and
        taken ones get the same answer."""
        here, now = network(context.request), timezone.now()
        if left_to_wait(NAMES_TAKEN, here, now):
            raise self.validation_error("too_many_names")
        try:
            return str(super().clean_username(username, shallow))
        except ValidationError as error:
            if error.code == "username_taken":
                take(NAMES_TAKEN, here, now)
            raise

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        if not tries.may_try(request, credentials["username"]):
            raise self.validation_error("too_many_login_attempts")

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Member | None:
        member: Member | None = super().authenticate(request, **credentials)
        if member is not None:
            tries.was_right(request, credentials["username"])
        return member

    def save_user(
        self, request: HttpRequest, user: Member, form: Any, commit: bool = True
    ) -> Member:
        """Makes the member, and uses up the invitation, in one transaction."""
        user.username = form.cleaned_data["username"]
        user.set_password(form.cleaned_data["password1"])
        user.new_recovery_code()
        try:
            with atomic():
                if settings.SIGN_UP != "open" and not _claim_invite(request):
                    page = render(request, "account/signup_closed.html", status=403)
                    raise ImmediateHttpResponse(page)
                user.save()
        except IntegrityError:  # somebody else took the name a moment ago
            form.add_error("username", self.error_messages["username_taken"])
            page = render(request, "account/signup.html", {"form": form})
            raise ImmediateHttpResponse(page) from None
        return user

    def is_safe_url(self, url: str) -> bool:
        """Pages of this server only, by their path."""
        return url.startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def post_login(self, request: HttpRequest, user: Member, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **kwargs)
        if user.key is not None:
            open_room(request, response, user)
        return response

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Pages say what happened; there are no passing messages."""


def _claim_invite(request: HttpRequest) -> bool:
    return SignUpInvite.claim(request.GET.get("invite", ""))
