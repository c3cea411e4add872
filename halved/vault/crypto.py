"""Sealing and opening, as pure functions: keys come in as arguments, nothing is looked up.

Every box is bound to a place, "app.Model.field:id". A box moved to another row or field does not
open. Boxes are padded, so that their length says little about what is inside.
"""

import base64
import hashlib
import secrets
import unicodedata

from nacl import bindings, exceptions, public, pwhash

KEY_BYTES = 32
TOKEN_BYTES = 16
SALT_BYTES = pwhash.argon2id.SALTBYTES
# OWASP asks for at least 19 MiB; we take 64 MiB and three passes, about 0.2 s on a small machine.
PASSPHRASE_MEMORY = 64 * 1024 * 1024
PASSPHRASE_PASSES = 3
PAD_TO = 32

_NONCE_BYTES = bindings.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
_CODE_LETTERS = (
    "ABCDEFGHJKMNPQRSTVWXYZ23456789"  # nothing that reads like another: no I, L, O, U, 0, 1
)
_CODE_GROUPS, _CODE_GROUP = 6, 5


class CannotOpen(Exception):
    """The key, the place or the box is not the one it was sealed with."""


def new_key() -> bytes:
    """A random key of 32 bytes."""
    return secrets.token_bytes(KEY_BYTES)


def seal(key: bytes, data: bytes, place: str) -> bytes:
    """Seals `data` under a 32-byte key, bound to `place`. Without the key a thief learns only
    the length, rounded up to the next 32 bytes."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    padded = bindings.sodium_pad(data, PAD_TO)
    return nonce + bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(
        padded, place.encode(), nonce, key
    )


def unseal(key: bytes, box: bytes, place: str) -> bytes:
    """Opens what `seal` made. Raises CannotOpen for a wrong key, a wrong place or a changed box."""
    nonce, body = box[:_NONCE_BYTES], box[_NONCE_BYTES:]
    try:
        padded = bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(
            body, place.encode(), nonce, key
        )
    except (exceptions.CryptoError, ValueError) as error:  # ValueError: too short to be a box
        raise CannotOpen(place) from error
    return bindings.sodium_unpad(padded, PAD_TO)


def new_pair() -> tuple[bytes, bytes]:
    """A fresh (private, public) pair of 32 bytes each."""
    private = public.PrivateKey.generate()
    return bytes(private), bytes(private.public_key)


def seal_to(public_key: bytes, data: bytes, place: str) -> bytes:
    """Seals to somebody who is away. Whoever sealed it cannot open it again.

    A sealed box binds no place, so it carries a fresh key, and that key seals the data.
    """
    key = new_key()
    return bindings.crypto_box_seal(key, public_key) + seal(key, data, place)


def unseal_from(private_key: bytes, box: bytes, place: str) -> bytes:
    """Opens what `seal_to` made. Raises CannotOpen."""
    cut = KEY_BYTES + bindings.crypto_box_SEALBYTES
    try:
        key = public.SealedBox(public.PrivateKey(private_key)).decrypt(box[:cut])
    except exceptions.CryptoError as error:
        raise CannotOpen(place) from error
    return unseal(key, box[cut:], place)


def derive(passphrase: str, salt: bytes) -> bytes:
    """Argon2id: the 32-byte key of a passphrase. Costs PASSPHRASE_MEMORY bytes while it runs.

    Keyboards differ in how they compose an "é" or a wide digit: NFKC makes one of them all.
    """
    return pwhash.argon2id.kdf(
        KEY_BYTES,
        unicodedata.normalize("NFKC", passphrase).encode(),
        salt,
        opslimit=PASSPHRASE_PASSES,
        memlimit=PASSPHRASE_MEMORY,
    )


def subkey(key: bytes, purpose: str) -> bytes:
    """A key for one purpose (at most 16 ASCII letters) from a random key. BLAKE2b, one-way."""
    return _hash(b"", purpose, key)


def keyed_hash(key: bytes, data: str, purpose: str) -> bytes:
    """A 32-byte hash to look things up by. Useless for guessing to someone without the key."""
    return _hash(data.encode(), purpose, key)


def new_token() -> str:
    """The secret part of a private link: 128 random bits as 22 letters."""
    return base64.urlsafe_b64encode(secrets.token_bytes(TOKEN_BYTES)).rstrip(b"=").decode()


def link_key(token: str) -> bytes:
    """The key of what lies behind a link. Only the token gives it; the store never holds either."""
    return _hash(token.encode(), "halved.link")


def form_key(token: str) -> str:
    """What a form on the asked person's page carries, so that only who saw the page can answer."""
    return _hash(token.encode(), "halved.form", size=16).hex()


def new_recovery_code() -> str:
    """147 random bits as six groups of five letters, easy to copy by hand."""
    letters = [secrets.choice(_CODE_LETTERS) for _ in range(_CODE_GROUPS * _CODE_GROUP)]
    groups = ["".join(letters[i : i + _CODE_GROUP]) for i in range(0, len(letters), _CODE_GROUP)]
    return "-".join(groups)


def recovery_key(code: str) -> bytes:
    """The key of a recovery code, however it was typed: case, spaces and dashes do not matter.

    The code is random and long, so it needs no slow derivation.
    """
    letters = "".join(letter for letter in code.upper() if letter.isalnum())
    return _hash(letters.encode(), "halved.recovery")


def _hash(data: bytes, purpose: str, key: bytes = b"", size: int = KEY_BYTES) -> bytes:
    """BLAKE2b as libsodium's generichash makes it. The one of the standard library is as good and
    ten times as fast to call; every link and every sealed box needs some."""
    return hashlib.blake2b(data, digest_size=size, key=key, person=purpose.encode()).digest()
