"""Connections to the open internet, by HTTPS: a name that leads anywhere else is not connected to.

Addresses come from browsers and from operators' lists, and what a name leads to is somebody else's
choice. So it is looked up once, looked at, and connected to by number.
"""

import http.client
import ipaddress
import socket
import ssl

TIMEOUT = 10  # seconds for each step
_GLOBAL_6 = ipaddress.ip_network("2000::/3")
_WRAPS_4 = ipaddress.ip_network("2002::/16")  # 6to4


class NotPublic(OSError):
    """The name does not lead to the open internet."""


class Connection(http.client.HTTPSConnection):
    """To an address that was looked at: the name is not looked up a second time."""

    def __init__(self, host: str, port: int, timeout: float = TIMEOUT) -> None:
        self.tls = ssl.create_default_context()
        super().__init__(host, port, timeout=timeout, context=self.tls)

    def connect(self) -> None:
        plain = _dial(_addresses(self.host, self.port), self.port)
        try:
            plain.settimeout(self.timeout)
            self.sock = self.tls.wrap_socket(plain, server_hostname=self.host)
        except BaseException:
            plain.close()
            raise


def _addresses(host: str, port: int) -> list[str]:
    """Where the name leads; a name of which one address is not public leads nowhere."""
    found = [str(each[4][0]) for each in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not found or not all(is_public(address) for address in found):
        raise NotPublic("its name does not lead to the open internet")
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
