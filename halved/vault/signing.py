"""The key by which push services know this server (VAPID, RFC 8292): ECDSA on the curve P-256.

It seals nothing. A thief of it and of the addresses of browsers could wake those browsers, and
could not make them say anything. PyNaCl does not know this curve, so a second library signs.
"""

import base64
from functools import cache

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings

from halved.vault.keys import make_secret_once

KEY_BYTES = 32


class BadSigningKey(Exception):
    """The key cannot be read. The message says what it must look like."""


class SigningKey:
    """A private key of 32 bytes, written in base64url without padding, as others write it too."""

    def __init__(self, text: str) -> None:
        """Raises BadSigningKey."""
        try:
            number = base64.b64decode(_padded(text.strip()), altchars=b"-_", validate=True)
            if len(number) != KEY_BYTES:
                raise ValueError
            self._key = ec.derive_private_key(int.from_bytes(number), ec.SECP256R1())
        except ValueError as error:
            raise BadSigningKey("It needs 32 bytes in base64url: 43 signs.") from error

    @classmethod
    def new(cls) -> str:
        """The text of a new key."""
        number = ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value
        return base64url(number.to_bytes(KEY_BYTES))

    @property
    def public(self) -> str:
        """The point on the curve, uncompressed, in base64url: what browsers are given."""
        point = self._key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return base64url(point)

    def sign(self, data: bytes) -> bytes:
        """ES256: 64 bytes (RFC 7518, 3.4)."""
        r, s = decode_dss_signature(self._key.sign(data, ec.ECDSA(SHA256())))
        return r.to_bytes(KEY_BYTES) + s.to_bytes(KEY_BYTES)


def base64url(data: bytes) -> str:
    """Without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def signing_key() -> SigningKey:
    """From HALVED_VAPID_KEY or from the file (made at first use). Raises BadSigningKey."""
    return _read(settings.VAPID_KEY or _in_file())


def _in_file() -> str:
    try:
        return str(settings.VAPID_KEY_FILE.read_text())
    except FileNotFoundError:
        return make_secret_once(settings.VAPID_KEY_FILE, SigningKey.new())


@cache
def _read(text: str) -> SigningKey:
    return SigningKey(text)


def _padded(text: str) -> str:
    return text + "=" * (-len(text) % 4)
