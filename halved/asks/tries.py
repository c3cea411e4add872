"""Links that lead nowhere, counted for each network that opens them."""

import ipaddress

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import HttpRequest

from halved.vault.keys import house

MOST, IN_SECONDS = 20, 3600


def too_many(request: HttpRequest) -> bool:
    """Counts one more. In memory only, and under a keyed hash; each process counts for itself.

    Only for a link that was looked up and leads nowhere. So a right link works however many wrong
    ones its network tried, and nobody can lock others out of theirs.
    """
    key = f"wrong-link:{house().hash(_network(request), 'halved.tries').hex()}"
    if cache.add(key, 1, IN_SECONDS):
        return False
    try:
        return cache.incr(key) > MOST
    except ValueError:  # the time ran out in this very moment
        return False


def _network(request: HttpRequest) -> str:
    """An IPv4 address, or the /64 network of an IPv6 address: one household has all of it."""
    try:
        address = ipaddress.ip_address(get_adapter(request).get_client_ip(request))
    except (PermissionDenied, ImproperlyConfigured, ValueError):
        return "unknown"
    if address.version == 6:
        address = ipaddress.ip_network(f"{address}/64", strict=False).network_address
    return str(address)
