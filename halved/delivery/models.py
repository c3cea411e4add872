"""What waits to be sent, and whom Halved must not write to."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.timezone import now

from halved.vault.fields import HouseField
from halved.vault.keys import house


class Message(models.Model):
    """One message on its way. The row is the queue: what is due is sent, and then wiped."""

    class Kind(models.TextChoices):
        ASK = "ask"
        REMINDER = "reminder"
        THANKS = "thanks"
        REMARK = "remark"
        TAKEN_CARE = "taken_care"
        PIECES = "pieces"  # to helpers, about what they took
        NOTICE = "notice"  # to the member: something is waiting
        PUSH = "push"  # the same, on the screen of one of their browsers
        STOP = "stop"  # to whoever asked for a link by which to opt out
        REPORT = "report"  # to the operator: somebody reported something

    class State(models.TextChoices):
        WAITING = "waiting"
        SENT = "sent"
        FAILED = "failed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(  # none where it comes from the house itself
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="messages", null=True
    )
    about = models.UUIDField(null=True)  # the invitation, or the browser, it belongs to
    kind = models.CharField(max_length=10, choices=Kind.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    letter = HouseField()  # {"to": …, "url": …, "name": …}, wiped when it is sent or given up
    failures = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    noted_at = models.DateTimeField(null=True)  # a failure that its ask has taken note of

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at"], name="message_due", condition=models.Q(due_at__isnull=False)
            ),
            models.Index(
                fields=["ended_at"],
                name="message_unnoted",
                condition=models.Q(state="failed", noted_at__isnull=True),
            ),
            models.Index(
                fields=["ended_at"],
                name="message_ended",
                condition=models.Q(ended_at__isnull=False),
            ),
            models.Index(fields=["about"]),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Written(models.Model):
    """That a member wrote to an address, for seven days, so that nobody is pestered."""

    who = models.BinaryField()  # keyed hash of member and address
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["who", "at"]), models.Index(fields=["at"])]

    def __str__(self) -> str:
        return str(self.pk)


class Recipient(models.Model):
    """Somebody to whom a member has let Halved write, so that new ones can be counted."""

    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="recipients"
    )
    who = models.BinaryField(unique=True)  # keyed hash of member and address
    since = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["member", "since"]), models.Index(fields=["since"])]

    def __str__(self) -> str:
        return str(self.pk)


class PushSubscription(models.Model):
    """A browser in which a member wants to be told that something is waiting."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="push_subscriptions"
    )
    endpoint = HouseField()  # its address at a push service
    endpoint_hash = models.BinaryField(unique=True)
    since = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.pk)


class OptOut(models.Model):
    """Someone who does not want to be written to, by anyone on this server."""

    address_hash = models.BinaryField(unique=True)
    created_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return str(self.pk)


class StopRequest(models.Model):
    """That somebody asked for a stop link for an address, for a day, so that it is mailed once."""

    address_hash = models.BinaryField(unique=True)
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return str(self.pk)


class Report(models.Model):
    """What somebody who was asked tells the operator, with what they chose to show."""

    class About(models.TextChoices):
        PESTERING = "pestering", "They write again and again"
        THREAT = "threat", "It threatens me, or someone else"
        NOT_FOR_ME = "not_for_me", "It is not meant for me"
        OTHER = "other", "Something else"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    about = models.CharField(max_length=10, choices=About.choices)
    # {"words": …} and what was ticked: {"ask": …, "name": …, "account": …, "address": …}. Wiped
    # when the operator is done with it.
    shown = HouseField()
    place = models.BinaryField(db_index=True)  # keyed hash of where it came from, to count by
    reported_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["reported_at"]

    def __str__(self) -> str:
        return str(self.pk)


def plain_address(address: str) -> str:
    """One spelling for one mailbox or phone: lower case, and digits only where it is a number."""
    address = address.strip().casefold()
    if "@" in address:
        return address
    return "".join(sign for sign in address if sign.isdigit() or sign == "+")


def address_hash(address: str) -> bytes:
    return house().hash(plain_address(address), "halved.optout")


def endpoint_hash(endpoint: str) -> bytes:
    return house().hash(endpoint, "halved.push")


def who_hash(member_id: object, address: str) -> bytes:
    return house().hash(f"{member_id} {plain_address(address)}", "halved.written")


def place_hash(place: object) -> bytes:
    return house().hash(str(place), "halved.report")
