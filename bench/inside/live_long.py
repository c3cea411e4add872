"""A room that was lived in: 200 concerns, 1,000 weights on one of them, 100 tries, 100 costs.

Opens each page five times and prints, a line each: page, milliseconds (the best), queries.
"""

import os
import time
from datetime import date, timedelta

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "halved.settings"
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, setup_test_environment  # noqa: E402
from django.utils import timezone  # noqa: E402

from halved.accounts.models import Member  # noqa: E402
from halved.reflection.models import Attempt, CheckIn, Concern, Cost  # noqa: E402

PASSPHRASE = "a river of small stones"
PAGES = ["", "edit/", "tried/", "costs/", "barriers/", "weigh/", "plan/"]


def live(nia: Member) -> Concern:
    """Fills the room, and returns the concern that was weighed a thousand times."""
    for number in range(200):
        heavy = Concern.put_down(nia, f"Something carried for a while, number {number}")
        CheckIn.note(nia, heavy, number % 11)
    today, now = date.today(), timezone.now()  # noqa: DTZ011
    for number in range(1_000):
        row = CheckIn(member=nia, concern=heavy, at=now - timedelta(hours=7 * number))
        row.weight, row.line = number % 11, "A line beside it"
        row.save()
    for number in range(100):
        day = (today - timedelta(days=number)).isoformat()
        nia.attempts.create(concern=heavy, what=f"Way {number % 7}", on=day, moved="no")
        nia.costs.create(concern=heavy, levels={"sleep": number % 3, "money": 1})
    assert Attempt.objects.count() == Cost.objects.count() == 100
    return heavy


def main() -> None:
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    setup_test_environment()
    heavy = live(Member.objects.create_member("nia", PASSPHRASE))
    client = Client(headers={"x-forwarded-proto": "https"})
    client.post("/sign-in/", {"login": "nia", "password": PASSPHRASE}, secure=True)
    for path in ["/", *(f"/carrying/{heavy.pk}/{page}" for page in PAGES)]:
        taken = []
        for _ in range(5):
            begun = time.perf_counter()
            with CaptureQueriesContext(connection) as queries:
                answer = client.get(path, secure=True)
            taken.append(time.perf_counter() - begun)
            assert answer.status_code == 200, answer.status_code
        name = path.replace(str(heavy.pk), "…")
        print(f"{name} {min(taken) * 1000:.1f} {len(queries)}")


if __name__ == "__main__":
    main()
