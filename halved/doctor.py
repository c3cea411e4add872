"""`halved doctor`: looks at everything that a host needs, changes nothing, and says what to do.

It tells of nobody: counts are rounded as operators see them.
"""

import secrets
import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.core import checks
from django.core.mail import get_connection
from django.db import Error, connection
from django.db.models import Min

from halved.asks.models import Invitation
from halved.delivery.actions import may_go
from halved.delivery.models import Message
from halved.health import is_prepared
from halved.operators.rules import CHANCES, in_words, rounded_down
from halved.pieces.models import Rota
from halved.reflection.models import Intention
from halved.vault.keys import house
from halved.vault.rotation import unknown_seals

LATE = timedelta(minutes=5)  # the worker looks every second
DAY = timedelta(days=1)
APART = timedelta(seconds=5)
FREE = 1_000_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it is, and what to do when it is not well."""

    about: str
    says: str
    do: str = ""

    @property
    def well(self) -> bool:
        return not self.do


def look(now: datetime) -> Iterator[Finding]:
    """Everything, in the order in which one depends on the other. What needs the store is left out
    while it does not answer."""
    yield from _settings()
    yield from _files()
    store = _store(now)
    yield from store
    if all(finding.well for finding in store):
        yield _seals()
        yield _work(now)
        yield _failed(now)
    yield _mail()


def _settings() -> Iterator[Finding]:
    told = [message for message in checks.run_checks() if message.level >= checks.WARNING]
    for message in told:
        yield Finding("settings", message.msg, message.hint or "See docs/settings.md.")
    if not told:
        yield Finding("settings", "can be read")
    if not settings.HTTPS and not settings.OWN_MACHINE:
        yield Finding(
            "address", "people reach it without TLS, or not at all",
            "Put a TLS proxy in front and set HALVED_PUBLIC_URL to its https:// address.",
        )  # fmt: skip


def _files() -> Iterator[Finding]:
    folder: Path = settings.DATA_DIR
    for path in sorted(folder.glob("*.key")):
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            yield Finding("keys", f"others can read {path.name}", f"chmod 600 {path}")
    free = shutil.disk_usage(folder).free
    says = f"{free // 1_000_000_000} GB are free"
    yield Finding("disk", says, "" if free >= FREE else f"Make room on the disk of {folder}.")


# --- the store --------------------------------------------------------------------------------


def _store(now: datetime) -> list[Finding]:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        prepared = is_prepared()
        clocks = _clocks(now)
    except Error as error:
        why = f"does not answer: {type(error).__name__}"
        return [Finding("store", why, "Look at HALVED_DATABASE_URL, and whether it runs.")]
    if not prepared:
        return [Finding("store", "is not prepared for this version", "Run `halved migrate`.")]
    return [Finding("store", f"answers ({connection.vendor})"), *clocks]


def _clocks(now: datetime) -> Iterator[Finding]:
    """Reminders and quiet hours go by this machine’s clock."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT now()")
        [there] = cursor.fetchone()
    apart = abs(there - now)
    says = f"this machine and the store are {apart.total_seconds():.0f} s apart"
    do = "Let both take the time from the same server (NTP)." if apart > APART else ""
    yield Finding("clocks", says, do)


def _seals() -> Finding:
    if unknown_seals(house()):
        return Finding(
            "house key", "something in the store is sealed under a key that is not here",
            "Put back the house.key that belongs to this store, or its HALVED_HOUSE_KEY.",
        )  # fmt: skip
    return Finding("house key", "fits the store")


# --- the work ---------------------------------------------------------------------------------


def _work(now: datetime) -> Finding:
    rows = (Invitation.objects, may_go(), Rota.objects, Intention.objects)
    due = [
        some.filter(due_at__lte=now - LATE).aggregate(first=Min("due_at"))["first"] for some in rows
    ]
    waiting = [first for first in due if first]
    if not waiting:
        return Finding("work", "nothing waits that should have gone out")
    minutes = (now - min(waiting)) // timedelta(minutes=1)
    return Finding(
        "work", f"something waits for {minutes} minutes", "Start `halved work`, or read its log."
    )


def _failed(now: datetime) -> Finding:
    failed = Message.objects.filter(state=Message.State.FAILED, ended_at__gte=now - DAY).count()
    if not failed:
        return Finding("messages", "all of the last day went out")
    count = in_words(rounded_down(failed, secrets.randbelow(CHANCES)))
    says = f"{count} of the last day did not go out"
    return Finding("messages", says, "The log of `halved work` says why.")


def _mail() -> Finding:
    """Says hello to the mail server, with name and password, and sends nothing."""
    if not settings.CAN_MAIL:
        return Finding("mail", "is off: asks go by link, phone and people’s own mail")
    try:
        with get_connection():
            return Finding("mail", "the mail server takes us")
    except OSError as error:
        says = f"the mail server does not take us: {type(error).__name__}"
        return Finding("mail", says, "Look at HALVED_SMTP_URL: host, port, name and password.")


def told(findings: Iterator[Finding]) -> tuple[str, bool]:
    """As an operator reads it, and whether all is well."""
    lines, well = [], True
    for finding in findings:
        well = well and finding.well
        lines.append(f"{'ok  ' if finding.well else 'LOOK'}  {finding.about}: {finding.says}")
        if finding.do:
            lines.append(f"        {finding.do}")
    return "\n".join(lines), well
