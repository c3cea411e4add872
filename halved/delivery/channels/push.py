"""Web push: wakes a browser, and says nothing (RFC 8030, RFC 8292).

The message is empty, so nothing needs sealing and nothing can leak: the service worker shows the
same words each time. The address comes from a browser and is not trusted: it must be at a known
push service, and the name of that must lead to the open internet.
"""

import http.client
import json
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime as parse_date

from django.conf import settings

from halved.delivery.channels.email import NotSent
from halved.outgoing import Connection
from halved.vault.signing import base64url, signing_key

SERVICES = (
    "fcm.googleapis.com",  # Chrome and its relatives
    "updates.push.services.mozilla.com",  # Firefox
    "*.push.apple.com",  # Safari
    "*.notify.windows.com",  # Edge
)
LONGEST = 1_000  # characters of an address
WAITS = timedelta(days=1)  # how long the service keeps it for a browser that is switched off
SIGNED_FOR = timedelta(hours=12)
GONE = (404, 410)
_ADDRESS = re.compile(
    r"https://((?:[a-z0-9-]{1,63}\.)+[a-z0-9-]{1,63})(:[0-9]{1,5})?(/[\w.~!$&'()*+,;=:@%/?-]*)",
    re.ASCII,
)


class NotAllowed(Exception):
    """Not the address of a browser at a push service that this server knows."""


class Gone(Exception):
    """The browser does not want to hear any more."""


@dataclass(frozen=True, slots=True)
class Place:
    host: str
    port: int
    path: str

    @classmethod
    def of(cls, address: str) -> "Place":
        """Read strictly, so that nobody who reads it after us finds another host in it. Raises
        NotAllowed."""
        found = _ADDRESS.fullmatch(address) if len(address) <= LONGEST else None
        if not found:
            raise NotAllowed
        host, port, path = found.groups()
        place = cls(host, int((port or ":443")[1:]), path)
        if not any(place.is_at(service) for service in (*SERVICES, *settings.PUSH_HOSTS)):
            raise NotAllowed
        return place

    def is_at(self, service: str) -> bool:
        """`service` is host, *.domain, or either with :port."""
        name, _, port = service.partition(":")
        if self.port != int(port or 443):
            return False
        return self.host.endswith(name[1:]) if name.startswith("*.") else self.host == name

    @property
    def origin(self) -> str:
        return f"https://{self.host}" + ("" if self.port == 443 else f":{self.port}")


def wake(address: str, now: datetime) -> None:
    """Asks the push service to wake this browser. Raises NotSent, and Gone when there is no such
    browser any more."""
    try:
        place = Place.of(address)
    except NotAllowed as error:  # the operator has taken its service off the list
        raise Gone from error
    try:
        status, later = _post(place, _headers(place, now))
    except (OSError, http.client.HTTPException) as error:
        raise NotSent(type(error).__name__) from error
    if status in GONE:
        raise Gone
    if not 200 <= status < 300:
        raise NotSent(f"the push service said {status}", _wait(later, now))


def _wait(later: str, now: datetime) -> timedelta:
    """What Retry-After asks for, in seconds or by a date (RFC 9110); a day at most."""
    try:
        wait = timedelta(seconds=int(later)) if later.isdigit() else parse_date(later) - now
    except (ValueError, OverflowError, TypeError):  # no date, or one without a zone
        return timedelta()
    return min(max(wait, timedelta()), WAITS)


def _headers(place: Place, now: datetime) -> dict[str, str]:
    """One message replaces the one before it, if that still waits."""
    return {
        "TTL": str(int(WAITS.total_seconds())),
        "Urgency": "normal",
        "Topic": "one",
        "Content-Length": "0",
        "Authorization": f"vapid t={_token(place, now)}, k={signing_key().public}",
    }


def _token(place: Place, now: datetime) -> str:
    """Says whose server this is, to that one push service, for some hours (RFC 7519)."""
    whom_to_ask = settings.OPERATOR_EMAIL or settings.MAIL_FROM
    claims = {
        "aud": place.origin,
        "exp": int((now + SIGNED_FOR).timestamp()),
        "sub": f"mailto:{whom_to_ask}",
    }
    parts = ({"typ": "JWT", "alg": "ES256"}, claims)
    signed = ".".join(base64url(json.dumps(part).encode()) for part in parts)
    return f"{signed}.{base64url(signing_key().sign(signed.encode()))}"


def _post(place: Place, headers: dict[str, str]) -> tuple[int, str]:
    """The status of the answer, and its Retry-After or "". No redirect is followed, and what the
    answer says is not read."""
    connection = Connection(place.host, place.port)
    try:
        connection.request("POST", place.path, headers=headers)
        response = connection.getresponse()
        return response.status, response.getheader("Retry-After", "")
    finally:
        connection.close()
