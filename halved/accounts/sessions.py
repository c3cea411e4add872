"""Where Django keeps sessions: each is a row of its member, sealed under the house key.

The row is found by a keyed hash of what the cookie holds. So a copy of the store signs nobody in,
and says of nobody when they were here, but in which week.
"""

import logging
from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase, UpdateError
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import InterfaceError, InternalError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from halved.accounts.models import Session
from halved.logs import why_the_store_refuses
from halved.prepared import Find, Given
from halved.vault import crypto, keys
from halved.vault.fields import seal_for

log = logging.getLogger(__name__)
_kept = Find(lambda: Session.objects.filter(pk=Given("place"), expires_at__gt=Given("now")))


class Sessions(SessionMiddleware):
    """Middleware. When the disk is full, what is kept can still be read, and “Leave now” leads
    away: that a visit can not be noted is no reason to show nothing. Whoever signs in needs it, and
    is told before."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        try:
            return super().process_response(request, response)
        except (OperationalError, InterfaceError, InternalError) as error:
            log.error("a visit was not noted: %s", why_the_store_refuses(error))
            return response


class SessionStore(SessionBase):
    """Named as Django looks for it (SESSION_ENGINE)."""

    def load(self) -> dict[str, Any]:
        row = _kept.first(place=place_of(self.session_key), now=timezone.now())
        try:
            if row is not None:
                content: dict[str, Any] = row.content
                return content
        except crypto.CannotOpen:
            pass  # sealed under a house key that is gone
        self._session_key = None
        return {}

    def exists(self, session_key: str) -> bool:
        return Session.objects.filter(pk=place_of(session_key)).exists()

    def create(self) -> None:
        self._session_key = self._get_new_session_key()  # type: ignore[attr-defined]
        self.save(must_create=True)
        self.modified = True

    def save(self, must_create: bool = False) -> None:
        """Raises UpdateError when it was ended since it was read: it does not come back."""
        if self.session_key is None:
            self.create()
            return
        data = self._get_session(no_load=must_create)  # type: ignore[attr-defined]
        row = Session(pk=place_of(self.session_key))
        values = {
            "member_id": data.get(SESSION_KEY),
            "content": seal_for(row, "content", dict(data)),
            "expires_at": end_of_week(self.get_expiry_date()),
        }
        if must_create:
            Session.objects.create(pk=row.pk, **values)
        elif not Session.objects.filter(pk=row.pk).update(**values):
            raise UpdateError

    def delete(self, session_key: str | None = None) -> None:
        Session.objects.filter(pk=place_of(session_key or self.session_key)).delete()

    @classmethod
    def clear_expired(cls) -> None:
        Session.objects.filter(expires_at__lt=timezone.now()).delete()


def place_of(session_key: str | None) -> str:
    """What the store knows of a session key: a keyed hash, from which it cannot be found."""
    return keys.house().hash(session_key or "", "halved.session").hex()


def end_of_week(moment: datetime) -> datetime:
    """The Monday after it, at midnight UTC."""
    day = moment.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return day + timedelta(days=7 - day.weekday())
