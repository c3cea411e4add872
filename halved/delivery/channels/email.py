"""E-mail by SMTP. Subjects and senders say nothing; what was asked is behind the link."""

import smtplib
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string

from halved.delivery.stopping import about_url, stop_url

SUBJECT = "A message for you"
SENDER = "Halved"  # a member may choose another name for what comes to them


class NotSent(Exception):
    """The mail server did not take it, or may not have. It is tried again later: after `wait` at
    the earliest, where whoever refused it said so."""

    def __init__(self, why: str, wait: timedelta = timedelta()) -> None:
        super().__init__(why)
        self.wait = wait


def text(kind: str, letter: dict[str, Any], stop: str) -> str:
    """What the message says. `stop` is the link by which its reader never gets another."""
    about = {"stop": stop, "about": about_url()}
    return render_to_string(f"delivery/messages/{kind}.txt", letter | about)


def message_id(pk: UUID) -> str:
    """The same for every try, so that a repeat is recognised as one."""
    return f"<{pk.hex}@{settings.MAIL_FROM.rpartition('@')[2]}>"


def knock() -> None:
    """Sees whether the mail server is there, and sends nothing. Raises NotSent."""
    try:
        with get_connection():
            pass
    except (smtplib.SMTPException, OSError) as error:
        raise NotSent(type(error).__name__) from error


def send(kind: str, letter: dict[str, Any], pk: UUID) -> None:
    """Sends one message to letter["to"]. Raises NotSent."""
    if not settings.CAN_MAIL:  # a worker that was started without the mail server's address
        raise NotSent("no mail server is set")
    sender = letter.get("sender", SENDER)
    message = EmailMessage(
        subject=SUBJECT if sender == SENDER else sender,
        body=text(kind, letter, stop_url(letter["to"])),
        from_email=f"{sender} <{settings.MAIL_FROM}>",
        to=[letter["to"]],
        headers={"Message-ID": message_id(pk), "Auto-Submitted": "auto-generated"},
    )
    try:
        if not message.send():
            raise NotSent("nobody to send to")
    except (smtplib.SMTPException, OSError, ValueError) as error:
        raise NotSent(type(error).__name__) from error
