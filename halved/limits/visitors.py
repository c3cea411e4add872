"""What is counted as one visitor, where nobody has signed in: where they come from."""

from ipaddress import IPv6Address, ip_address, ip_network

from allauth.account.adapter import get_adapter
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import HttpRequest


def network(request: HttpRequest) -> str:
    """Where a request comes from; "" where that cannot be told. Never kept but as a keyed hash."""
    try:
        return network_of(get_adapter(request).get_client_ip(request))
    except (PermissionDenied, ImproperlyConfigured, ValueError):
        return ""


def network_of(address: str) -> str:
    """An IPv4 address, or the /64 network of an IPv6 address: one household has all of it. Raises
    ValueError."""
    ip = ip_address(address)
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped:
            return str(ip.ipv4_mapped)
        return str(ip_network((ip, 64), strict=False))
    return str(ip)
