"""Members, and the keys of their rooms."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.transaction import atomic
from django.utils.timezone import now

from halved.accounts.looks import look_of
from halved.vault import crypto, keys
from halved.vault.fields import HouseField, InboundField, Locked, SealedField

INVITE_LIFE = timedelta(days=14)


class MemberManager(BaseUserManager["Member"]):
    def create_member(self, username: str, passphrase: str) -> "Member":
        """A new member with an open room and a recovery code to confirm."""
        member = self.model(username=username)
        member.set_password(passphrase)
        member.new_recovery_code()
        member.save()
        return member


class AnyCase(models.Func):
    """A name as `iexact` compares it on each store, so that an index finds it."""

    function = "UPPER"

    def as_sqlite(self, compiler: Any, connection: Any, **extra_context: Any) -> Any:
        nocase = "(%(expressions)s) COLLATE NOCASE"
        return self.as_sql(compiler, connection, template=nocase, **extra_context)


class Member(AbstractBaseUser):
    """Someone who asks. `key` is there only while the room is open."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = models.CharField(max_length=60, unique=True)
    # The member key wrapped by the passphrase. There is no other check of the passphrase: whoever
    # opens the wrap knows it.
    password = models.TextField()
    recovery = models.BinaryField(null=True)
    pending_code = SealedField()  # the recovery code, until the member has confirmed to have it
    public_key = models.BinaryField()
    private_box = SealedField()
    signs_as = SealedField()
    silenced = SealedField()  # ids of the rules about words that stay quiet for good
    leaving = SealedField()  # how “Leave now” works for them: halved.safety.leaving.Leaving
    # Which name and sign the tab carries. In clear, so that the locked page carries it too.
    look = models.CharField(max_length=20, default="halved")
    notice_address = HouseField()
    timezone = models.CharField(max_length=60, default="UTC")
    session_salt = models.UUIDField(default=uuid.uuid4, editable=False)
    is_active = models.BooleanField(default=True)
    is_operator = models.BooleanField(default=False)  # may look after the lines of Help now
    created_at = models.DateTimeField(default=now)
    last_login = None  # not kept: it would tell when someone was here

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: list[str] = []  # type: ignore[misc]
    objects = MemberManager()

    class Meta:
        indexes = [models.Index(AnyCase("username"), name="member_name")]

    key: bytes | None = None
    _private_key: bytes | None = None

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def member(self) -> "Member":
        """The sealed fields of a member are opened by the member."""
        return self

    @property
    def shown_name(self) -> str:
        """Who a message to the member seems to come from."""
        return look_of(self).name

    @property
    def private_key(self) -> bytes:
        """Raises Locked while the room is closed."""
        if self.key is None:
            raise Locked
        if self._private_key is None:
            self._private_key = bytes.fromhex(self.private_box)
        return self._private_key

    def set_password(self, raw_password: str | None) -> None:
        """Wraps the member key by this passphrase. A member without keys gets them.

        What is sealed in the room stays as it is: only the wrap changes.
        Raises Locked when the room exists and is closed.
        """
        if not raw_password:
            raise ValueError("a passphrase is needed")
        if not self.public_key:
            self.key = crypto.new_key()
            private, public = crypto.new_pair()
            self.public_key, self.private_box = public, private.hex()
            self.timezone = settings.TIME_ZONE
        if self.key is None:
            raise Locked
        self.password = keys.wrap_with_passphrase(self.key, raw_password, self._place("password"))

    def check_password(self, raw_password: str | None) -> bool:
        """Whether this is the passphrase. If it is, the room is open afterwards."""
        try:
            self.key = keys.unwrap_with_passphrase(
                self.password, raw_password or "", self._place("password")
            )
        except keys.WrongPassphrase:
            return False
        return True

    def new_recovery_code(self) -> str:
        """A new code that opens this room; the one before stops working when the row is saved.
        It can be shown until the member confirms it."""
        if self.key is None:
            raise Locked
        code = crypto.new_recovery_code()
        self.recovery = crypto.seal(crypto.recovery_key(code), self.key, self._place("recovery"))
        self.pending_code = code
        return code

    def open_with_code(self, code: str) -> bool:
        """Whether this is the recovery code. If it is, the room is open afterwards."""
        try:
            self.key = keys.unwrap_with_code(
                bytes(self.recovery or b""), code, self._place("recovery")
            )
        except keys.WrongPassphrase:
            return False
        return True

    def silence(self, rule: str) -> None:
        """This rule about words stays quiet from now on."""
        self._keep_silenced(lambda kept: kept | {rule})

    def hear_again(self, rule: str) -> None:
        self._keep_silenced(lambda kept: kept - {rule})

    @atomic
    def _keep_silenced(self, change: Callable[[set[str]], set[str]]) -> None:
        row = Member.objects.select_for_update().get(pk=self.pk)
        row.key = self.key
        self.silenced = sorted(change(set(row.silenced or [])))
        self.save(update_fields=["silenced"])

    def sign_out_everywhere(self) -> None:
        """Every session of this member ends with its next request. No browser is told any more."""
        self.session_salt = uuid.uuid4()
        self.save(update_fields=["session_salt"])
        self.sessions.all().delete()
        self.push_subscriptions.all().delete()

    def get_session_auth_hash(self) -> str:
        """Sessions end when the passphrase changes, and when the salt does."""
        return keys.house().hash(f"{self.password}{self.session_salt}", "halved.session").hex()

    def get_session_auth_fallback_hash(self) -> list[str]:
        return []

    def _place(self, field: str) -> str:
        return f"{self._meta.label}.{field}:{self.pk}"


class Session(models.Model):
    """A browser in which somebody is signed in. `content` is what Django keeps in it.

    Of whom it is stands in clear, so that all of one member are found. Nothing else does, but the
    week in which it runs out.
    """

    key_hash = models.CharField(max_length=64, primary_key=True)
    member = models.ForeignKey(Member, models.CASCADE, null=True, related_name="sessions")
    content = HouseField()
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return str(self.pk)


class Passkey(models.Model):
    """Lies on a device of the member, and signs in as them. With `room` it opens the room as well.

    Neither when it was made nor when it was used is kept.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="passkeys")
    id_hash = models.BinaryField(unique=True)  # of what names it in a browser
    credential = HouseField()  # {"key": how it is checked, "count": how often it says it was used}
    name = SealedField()
    room = models.BinaryField(null=True)  # the member key, wrapped by the secret it gives

    def __str__(self) -> str:
        return str(self.pk)

    def let_open(self, secret: bytes) -> None:
        """From now on it opens the room as well. Raises Locked while the room is closed."""
        if self.member.key is None:
            raise Locked
        self.room = crypto.seal(crypto.subkey(secret, "halved.prf"), self.member.key, self._place())
        self.save(update_fields=["room"])

    def opens(self, secret: bytes) -> bool:
        """Whether the secret opens the room. If it does, the room is open afterwards."""
        try:
            key = crypto.subkey(secret, "halved.prf")
            self.member.key = crypto.unseal(key, bytes(self.room or b""), self._place())
        except crypto.CannotOpen:
            return False
        return True

    def _place(self) -> str:
        return f"{self._meta.label}.room:{self.pk}"


class HeldForm(models.Model):
    """What was sent while the room was locked, sealed to the member so that nothing is lost."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="held_forms")
    form = InboundField()  # {"path": …, "fields": [[name, value], …]}
    held_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["held_at"]

    def __str__(self) -> str:
        return str(self.pk)


class SignUpInvite(models.Model):
    """A one-time link by which the operator lets one person sign up."""

    token_hash = models.BinaryField(unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.pk)

    @classmethod
    def make(cls) -> str:
        """Returns the token, which is kept nowhere."""
        token = crypto.new_token()
        cls.objects.create(token_hash=cls._hash(token), expires_at=now() + INVITE_LIFE)
        return token

    @classmethod
    def is_good(cls, token: str) -> bool:
        return cls._unused(token).exists()

    @classmethod
    def claim(cls, token: str) -> bool:
        """Uses it up. False when it was used before, has expired, or never was."""
        return cls._unused(token).update(used_at=now()) == 1

    @classmethod
    def _unused(cls, token: str) -> models.QuerySet["SignUpInvite"]:
        return cls.objects.filter(token_hash=cls._hash(token), used_at=None, expires_at__gt=now())

    @staticmethod
    def _hash(token: str) -> bytes:
        return keys.house().hash(token, "halved.signup")
