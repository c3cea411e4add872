"""Everything of a member deleted, everywhere, at once; and the list by which a restored backup
forgets them again."""

import os
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import connection
from django.db.transaction import atomic

from halved.accounts.models import Member
from halved.delivery.models import Written
from halved.vault.keys import house


def delete_everything(member: Member, now: datetime) -> None:
    """Whoever is killed in the middle of it finds all or nothing deleted. The list is written
    first: a line too many does nothing, since its member is gone or asked to be.

    What others said stays with them: that they want no messages, and what they reported.
    """
    _remember(member.pk, now.date())
    _delete(member)


def _delete(member: Member) -> None:
    with atomic():
        Written.objects.filter(who__in=member.recipients.values("who")).delete()
        _end_sessions(member.pk)
        Member.objects.filter(pk=member.pk).delete()
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _end_sessions(member_id: UUID) -> None:
    """The store does not know whose a session is: each is looked into."""
    theirs = [
        session.pk
        for session in Session.objects.iterator()
        if session.get_decoded().get(SESSION_KEY) == str(member_id)
    ]
    Session.objects.filter(pk__in=theirs).delete()


# --- the list ---------------------------------------------------------------------------------


def _hash(member_id: UUID) -> str:
    return house().hash(str(member_id), "halved.deleted").hex()


def _remember(member_id: UUID, day: date) -> None:
    """One line: a keyed hash and the day. It lies beside the store, because a backup of the store
    must not bring back a list that does not know yet."""
    line = f"{_hash(member_id)} {day.isoformat()}\n".encode()
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
    descriptor = os.open(settings.DELETIONS_FILE, flags, 0o600)
    try:
        os.write(descriptor, line)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def delete_again() -> int:
    """After a backup was restored: deletes whoever stands in the list. Returns how many."""
    path = settings.DELETIONS_FILE
    lines = path.read_text().split("\n") if path.exists() else []
    known = {line.split()[0] for line in lines if line.strip()}
    if not known:
        return 0
    found = [row for row in Member.objects.all() if _hash(row.pk) in known]
    for row in found:
        _delete(row)
    return len(found)
