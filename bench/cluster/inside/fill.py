"""Members with a circle, put into an empty store: `python fill.py MEMBERS PEOPLE`.

Prints {name: [[contact, address], …]}. Halved lets a member write to ten new people a day, so
these are no longer new. Where they live it is about one o'clock: nobody is asked at night.
"""

import json
import os
import sys
from datetime import UTC, datetime, timedelta

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "halved.settings"
django.setup()

from halved.accounts.models import Member  # noqa: E402
from halved.circle.models import Contact  # noqa: E402
from halved.delivery.models import Recipient, who_hash  # noqa: E402

PASSPHRASE = "a river of small stones"


def main(members: int, people: int) -> None:
    now = datetime.now(UTC)
    # Signs are turned around in these names: Etc/GMT-2 is two hours ahead.
    zone = f"Etc/GMT{now.hour - 13:+d}"
    circles = {}
    for number in range(members):
        nia = Member.objects.create_member(f"nia-{number}", PASSPHRASE)
        rows = [_contact(nia, f"ben-{number}-{place}", zone) for place in range(people)]
        Contact.objects.bulk_create(rows)
        since = now - timedelta(days=2)
        Recipient.objects.bulk_create(
            Recipient(member=nia, who=who_hash(nia.pk, row.email), since=since) for row in rows
        )
        circles[nia.username] = [[str(row.pk), row.email] for row in rows]
    print(json.dumps(circles))


def _contact(nia: Member, name: str, zone: str) -> Contact:
    row = Contact(member=nia)
    row.name, row.timezone = name, zone
    row.email = f"{name}@example.org"
    return row


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
