"""Web push: wakes a browser, and says nothing (RFC 8030, RFC 8292).

The message is empty, so nothing needs sealing and nothing can leak: the service worker shows the
same words each time. The address comes from a browser and is not trusted: it must be at a known
push service, and the name of that must lead to the open internet.
"""

import http.client
import ipaddress
import json
import re
import socket
import ssl
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from halved.delivery.channels.email import NotSent
from halved.vault.signing import base64url, signing_key

SERVICES = (
    "fcm.googleapis.com",  # Chrome and its relatives
    "updates.push.services.mozilla.com",  # Firefox
    "*.push.apple.com",  # Safari
    "*.notify.windows.com",  # Edge
)
LONGEST = 1_000  # characters of an address
TIMEOUT = 10  # seconds for each step
WAITS = timedelta(days=1)  # how long the service keeps it for a browser that is switched off
SIGNED_FOR = timedelta(hours=12)
GONE = (404, 410)
_ADDRESS = re.compile(
    r"https://((?:[a-z0-9-]{1,63}\.)+[a-z0-9-]{1,63})(:[0-9]{1,5})?(/[\w.~!$&'()*+,;=:@%/?-]*)",
    re.ASCII,
)
_GLOBAL_6 = ipaddress.ip_network("2000::/3")
_WRAPS_4 = ipaddress.ip_network("2002::/16")  # 6to4


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
        status = _post(place, _headers(place, now))
    except (OSError, http.client.HTTPException) as error:
        raise NotSent(type(error).__name__) from error
    if status in GONE:
        raise Gone
    if not 200 <= status < 300:
        raise NotSent(f"the push service said {status}")


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


def _post(place: Place, headers: dict[str, str]) -> int:
    """The status of the answer. No redirect is followed, and what the answer says is not read."""
    connection = _Connection(place)
    try:
        connection.request("POST", place.path, headers=headers)
        return connection.getresponse().status
    finally:
        connection.close()


class _Connection(http.client.HTTPSConnection):
    """To an address that was looked at: the name is not looked up a second time."""

    def __init__(self, place: Place) -> None:
        self.tls = ssl.create_default_context()
        super().__init__(place.host, place.port, timeout=TIMEOUT, context=self.tls)

    def connect(self) -> None:
        plain = _dial(_addresses(self.host, self.port), self.port)
        try:
            self.sock = self.tls.wrap_socket(plain, server_hostname=self.host)
        except BaseException:
            plain.close()
            raise


def _addresses(host: str, port: int) -> list[str]:
    """Where the name leads; a name of which one address is not public leads nowhere."""
    found = [str(each[4][0]) for each in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not found or not all(is_public(address) for address in found):
        raise NotSent("its name does not lead to the open internet")
    return list(dict.fromkeys(found))


def _dial(addresses: list[str], port: int) -> socket.socket:
    """To the first of them that answers."""
    for address in addresses[:-1]:
        try:
            return socket.create_connection((address, port), TIMEOUT)
        except OSError:
            continue
    return socket.create_connection((addresses[-1], port), TIMEOUT)


def is_public(address: str) -> bool:
    """Whether it belongs to the open internet, as seen from everywhere."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    if found.is_multicast or found.is_reserved or not found.is_global:
        return False
    return found.version == 4 or (found in _GLOBAL_6 and found not in _WRAPS_4)
