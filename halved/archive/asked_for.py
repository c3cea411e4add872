"""`halved delete-member`: for a member who asked for it and cannot do it alone.

It deletes what “Delete everything” deletes, by the same function, and leaves what that leaves.
"""

import sys

from django.conf import settings
from django.utils import timezone

from halved.accounts.models import Member
from halved.archive.deleting import delete_everything

WHAT_GOES = """\
This deletes the room of {name}: all they wrote, their links, messages that wait,
their keys. It goes at once, and nobody can bring it back. Be sure that they asked
for it themselves. What others received stays with them.
"""
WHAT_STAYS = """\
{name} is deleted. Backups may hold what was theirs, locked, for at most {days} days;
one that is restored is brought up to date by {file}.
"""


def delete_asked_for(name: str) -> int:
    """Asks once more on the terminal. Returns the exit code."""
    member = Member.objects.filter(username__iexact=name).first()
    if member is None:
        sys.stderr.write(f"halved: nobody here signs in as {name}.\n")
        return 2
    sys.stdout.write(WHAT_GOES.format(name=member.username))
    sys.stdout.write("Type the name once more to delete it: ")
    sys.stdout.flush()
    if sys.stdin.readline().strip() != member.username:
        sys.stdout.write("\nThat is not the name. Nothing was deleted.\n")
        return 1
    days, file = settings.BACKUP_DAYS, settings.DELETIONS_FILE
    told = WHAT_STAYS.format(name=member.username, days=days, file=file)
    delete_everything(member, timezone.now())
    sys.stdout.write(f"\n{told}")
    return 0
