"""Everything of a member deleted, everywhere, at once; and the list by which a restored backup
forgets them again."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.transaction import atomic

from halved.accounts.models import Member
from halved.delivery.models import Written
from halved.vault.keys import house
from halved.vault.lists import put_down, put_down_before


def delete_everything(member: Member, now: datetime) -> None:
    """Whoever is killed in the middle of it finds all or nothing deleted. The list is written
    first: a line too many does nothing, since its member is gone or asked to be.

    What others said stays with them: that they want no messages, and what they reported.
    """
    put_down(settings.DELETIONS_FILE, [_hash(member.pk)], now.date())
    _delete(member)


def _delete(member: Member) -> None:
    with atomic():
        Written.objects.filter(who__in=member.recipients.values("who")).delete()
        Member.objects.filter(pk=member.pk).delete()
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


# --- the list ---------------------------------------------------------------------------------


def _hash(member_id: UUID) -> bytes:
    return house().hash(str(member_id), "halved.deleted")


def delete_again() -> int:
    """After a backup was restored: deletes whoever stands in the list. Returns how many."""
    known = put_down_before(settings.DELETIONS_FILE)
    if not known:
        return 0
    found = [row for row in Member.objects.all() if _hash(row.pk) in known]
    for row in found:
        _delete(row)
    return len(found)
