"""Passkeys (WebAuthn): what a browser is asked, and whether what it brings is right.

A challenge carries its moment and a keyed hash, so that the store knows of it only once it was
used: that is counted like a limit with one token. A passkey may also give a secret that nobody else
has (the PRF extension); with the member's leave, it wraps the member key.
"""

import hashlib
import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import IntegrityError
from django.db.transaction import atomic
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from fido2.server import Fido2Server
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialDescriptor,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialType,
    PublicKeyCredentialUserEntity,
    RegistrationResponse,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from halved.accounts.models import Member, Passkey
from halved.limits.models import take
from halved.limits.rules import Limit
from halved.vault.fields import seal_for
from halved.vault.keys import house

LIFE = timedelta(minutes=5)  # of a challenge
ONCE = Limit("passkey-challenge", 1, 2 * LIFE)
MOST = 20  # passkeys of one member
# What passkeys make their secret of. The same for all: which one comes is known only afterwards.
SECRET_OF = hashlib.sha256(b"halved.room").digest()
SECRET_BYTES = 32
SIGN_IN = "sign in"
REQUIRED = UserVerificationRequirement.REQUIRED
_NONCE, _MOMENT = 16, 8

Options = dict[str, Any]


class NotTaken(Exception):
    """What the browser brought is not right, or not any more."""


# --- challenges -------------------------------------------------------------------------------


def new_challenge(request: HttpRequest, purpose: str, now: datetime) -> bytes:
    """For this browser and this purpose, for five minutes."""
    moment = int(now.timestamp() * 1000).to_bytes(_MOMENT)
    start = secrets.token_bytes(_NONCE) + moment
    return start + _mark(request, purpose, start)


def _is_ours(request: HttpRequest, purpose: str, challenge: bytes, now: datetime) -> bool:
    start, mark = challenge[: _NONCE + _MOMENT], challenge[_NONCE + _MOMENT :]
    if not constant_time_compare(mark, _mark(request, purpose, start)):
        return False
    age = int(now.timestamp() * 1000) - int.from_bytes(start[_NONCE:])
    return 0 <= age < LIFE.total_seconds() * 1000


def _mark(request: HttpRequest, purpose: str, start: bytes) -> bytes:
    get_token(request)
    browser = request.META["CSRF_COOKIE"]  # what no other browser has
    return house().hash(f"{browser} {purpose} {start.hex()}", "halved.passkey")


def _state(challenge: bytes) -> Options:
    return {"challenge": websafe_encode(challenge), "user_verification": REQUIRED}


def _use_up(challenge: bytes, now: datetime) -> None:
    """Raises NotTaken when it was used before. Exact, however many come at the same moment."""
    if not take(ONCE, challenge.hex(), now):
        raise NotTaken


# --- what the browser is asked ----------------------------------------------------------------


def _server(name: str = "Halved") -> Fido2Server:
    rp = PublicKeyCredentialRpEntity(id=settings.PASSKEY_HOST, name=name)
    return Fido2Server(rp, verify_origin=lambda origin: origin == settings.PUBLIC_URL.lower())


def to_add(request: HttpRequest, member: Member) -> Options:
    """What a browser needs to make a passkey. The list of passkeys on a device shows the name by
    which the member signs in, and the name on their tab."""
    user = PublicKeyCredentialUserEntity(
        id=_handle(member), name=member.username, display_name=member.username
    )
    options, _ = _server(member.shown_name).register_begin(
        user,
        credentials=[_descriptor(passkey) for passkey in member.passkeys.all()],
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=REQUIRED,
        challenge=new_challenge(request, _adding(member), timezone.now()),
        extensions={"prf": {}},
    )
    return dict(options)["publicKey"]  # type: ignore[no-any-return]


def to_use(request: HttpRequest, purpose: str, only: Passkey | None = None) -> Options:
    """What a browser needs to show a passkey: any of this server, or only that one."""
    options, _ = _server().authenticate_begin(
        credentials=[_descriptor(only)] if only else None,
        user_verification=REQUIRED,
        challenge=new_challenge(request, purpose, timezone.now()),
        extensions={"prf": {"eval": {"first": websafe_encode(SECRET_OF)}}},
    )
    return dict(options)["publicKey"]  # type: ignore[no-any-return]


def _adding(member: Member) -> str:
    return f"add {member.pk}"


def opening(passkey: Passkey) -> str:
    """The purpose of a challenge by which a passkey may open the room from then on."""
    return f"open {passkey.pk}"


def _handle(member: Member) -> bytes:
    """Who a passkey says it belongs to. Tells nothing to anyone without the house key."""
    return house().hash(str(member.pk), "halved.handle")


def _descriptor(passkey: Passkey) -> PublicKeyCredentialDescriptor:
    key = _key_of(passkey.credential)
    return PublicKeyCredentialDescriptor(
        type=PublicKeyCredentialType.PUBLIC_KEY, id=key.credential_id
    )


def _key_of(credential: dict[str, Any]) -> AttestedCredentialData:
    return AttestedCredentialData(bytes.fromhex(credential["key"]))


# --- what the browser brings ------------------------------------------------------------------


def add(request: HttpRequest, member: Member, brought: str, name: str) -> Passkey:
    """Keeps a passkey that a browser has just made. Raises NotTaken."""
    now = timezone.now()
    with _from_outside():
        challenge, key, count = _made(request, member, brought, now)
    _use_up(challenge, now)
    passkey = Passkey(member=member, id_hash=_hash(key.credential_id))
    passkey.credential = {"key": bytes(key).hex(), "count": count}
    passkey.name = name
    try:
        with atomic():
            passkey.save(force_insert=True)
    except IntegrityError as error:  # it is somebody's already
        raise NotTaken from error
    return passkey


def _made(
    request: HttpRequest, member: Member, brought: str, now: datetime
) -> tuple[bytes, AttestedCredentialData, int]:
    """Which device it is, and who made it, is not kept."""
    given = RegistrationResponse.from_dict(json.loads(brought))
    challenge = given.response.client_data.challenge
    server = _server()
    if not _is_ours(request, _adding(member), challenge, now):
        raise NotTaken
    if given.response.client_data.cross_origin:
        raise NotTaken
    made = server.register_complete(_state(challenge), given)
    key = made.credential_data
    if key is None or key.public_key.ALGORITHM not in {a.alg for a in server.allowed_algorithms}:
        raise NotTaken
    plain = AttestedCredentialData.create(Aaguid.NONE, key.credential_id, key.public_key)
    return challenge, plain, made.counter


def use(request: HttpRequest, purpose: str, brought: str) -> tuple[Passkey, bytes | None]:
    """The passkey that a browser has shown, and its secret if it gave one. Raises NotTaken."""
    now = timezone.now()
    passkey = Passkey.objects.select_related("member").filter(id_hash=id_hash(brought)).first()
    if passkey is None:
        raise NotTaken
    box, kept = passkey.__dict__["credential"], passkey.credential
    with _from_outside():
        given = _shown(request, purpose, json.loads(brought), passkey, now)
        secret = _secret(json.loads(brought))
    _use_up(given.response.client_data.challenge, now)
    count = given.response.authenticator_data.counter
    if count or kept["count"]:
        # One that counts, and does not count on, may be a copy.
        new = seal_for(passkey, "credential", kept | {"count": count})
        rows = Passkey.objects.filter(pk=passkey.pk, credential=box)
        if count <= kept["count"] or not rows.update(credential=new):
            raise NotTaken
    return passkey, secret


def _shown(
    request: HttpRequest, purpose: str, brought: Any, passkey: Passkey, now: datetime
) -> AuthenticationResponse:
    given: AuthenticationResponse = AuthenticationResponse.from_dict(brought)
    challenge = given.response.client_data.challenge
    handle = given.response.user_handle
    if not _is_ours(request, purpose, challenge, now) or given.response.client_data.cross_origin:
        raise NotTaken
    if handle != _handle(passkey.member) and not (handle is None and purpose != SIGN_IN):
        raise NotTaken
    _server().authenticate_complete(_state(challenge), [_key_of(passkey.credential)], given)
    return given


def _secret(brought: Any) -> bytes | None:
    text = brought.get("clientExtensionResults", {}).get("prf", {}).get("results", {}).get("first")
    if text is None:
        return None
    secret = websafe_decode(text)
    if len(secret) != SECRET_BYTES:
        raise NotTaken
    return secret


def id_hash(brought: str) -> bytes:
    """What the store knows of the passkey that is named here. Raises NotTaken."""
    with _from_outside():
        return _hash(websafe_decode(json.loads(brought)["id"]))


def _hash(credential_id: bytes) -> bytes:
    return house().hash(credential_id.hex(), "halved.credid")


@contextmanager
def _from_outside() -> Iterator[None]:
    """What comes from outside may break a parser anywhere. Then it is not right."""
    try:
        yield
    except Exception as error:
        raise NotTaken from error
