"""An authenticator made of software. It does what a phone does, or what one must not do."""

import json
import secrets
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from django.http import HttpResponse
from django.test import Client
from fido2.cose import ES256
from fido2.utils import sha256, websafe_decode, websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

HOST = "halved.example"
ORIGIN = f"https://{HOST}"
UP, UV, AT = 0x01, 0x04, 0x40


@dataclass
class Authenticator:
    """Holds one passkey. What differs from a good one can be set."""

    origin: str = ORIGIN
    host: str = HOST
    flags: int = UP | UV
    counts: bool = False
    cross_origin: bool = False
    secret: bytes | None = None
    id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    handle: bytes = b""
    count: int = 0

    def __post_init__(self) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())

    def make(self, options: dict[str, Any]) -> str:
        """What `navigator.credentials.create` gives, as the page sends it."""
        self.handle = websafe_decode(options["user"]["id"])
        data = self._data(self.flags | AT, self.attested())
        client = self._client("webauthn.create", options)
        attested = AttestationObject.create("none", data, {})
        return self._written(clientDataJSON=client, attestationObject=attested)

    def attested(self) -> AttestedCredentialData:
        public = ES256.from_cryptography_key(self.key.public_key())
        return AttestedCredentialData.create(Aaguid(b"phone-of-a-maker"), self.id, public)

    def show(self, options: dict[str, Any]) -> str:
        """What `navigator.credentials.get` gives, as the page sends it."""
        self.count += self.counts
        client, data = self._client("webauthn.get", options), self._data(self.flags)
        return self._written(
            clientDataJSON=client,
            authenticatorData=data,
            signature=self.key.sign(data + sha256(client), ec.ECDSA(SHA256())),
            userHandle=self.handle,
        )

    def _data(self, flags: int, made: bytes = b"") -> AuthenticatorData:
        return AuthenticatorData.create(sha256(self.host.encode()), flags, self.count, made)

    def _client(self, kind: str, options: dict[str, Any]) -> CollectedClientData:
        return CollectedClientData.create(
            kind, options["challenge"], self.origin, cross_origin=self.cross_origin
        )

    def _written(self, **parts: bytes) -> str:
        response = {name: websafe_encode(part) for name, part in parts.items() if part}
        result = {"prf": {"results": {"first": websafe_encode(self.secret)}}} if self.secret else {}
        name = websafe_encode(self.id)
        return json.dumps(
            {
                "id": name,
                "rawId": name,
                "type": "public-key",
                "response": response,
                "clientExtensionResults": result,
            }
        )


def add(client: Client, phone: Authenticator, name: str = "The red one") -> HttpResponse:
    """By the page, from asking for a challenge to keeping the passkey."""
    options = client.post("/room/passkeys/new/").json()
    return client.post("/room/passkeys/", {"name": name, "credential": phone.make(options)})


def sign_in(phone: Authenticator, client: Client | None = None) -> Client:
    """A browser that was shown the passkey; it need not have worked."""
    client = client or Client()
    options = client.post("/sign-in/passkey/challenge/").json()
    client.post("/sign-in/passkey/", {"credential": phone.show(options)})
    return client


def let_open(client: Client, phone: Authenticator, pk: object) -> HttpResponse:
    """The passkey may open the room from then on."""
    page = f"/room/passkeys/{pk}/"
    options = client.post(f"{page}challenge/").json()
    return client.post(f"{page}open/", {"credential": phone.show(options)})
