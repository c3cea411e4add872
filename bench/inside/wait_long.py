"""A store in which many wait and nobody is due: `python -m bench.inside.wait_long 1000000`.

Makes one ask as the app does, copies its rows inside the store, and says "ready". Then, for each
line it reads, it looks for what is due a hundred times and prints how many microseconds one look
took: the median.
"""

import os
import statistics
import sys
import time

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "halved.settings"
django.setup()

from django.db import connection  # noqa: E402
from django.db.models import Model  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench.inside.ask_many import member, open_asks  # noqa: E402
from halved.accounts.models import Member  # noqa: E402
from halved.asks.models import Ask, Invitation  # noqa: E402
from halved.asks.rules import InvitationState, Way  # noqa: E402
from halved.worker import one_pass  # noqa: E402

LOOKS = 100
IN_STORE = {  # what must differ from row to row, made by the store itself
    "sqlite": {
        "id": "lower(hex(randomblob(16)))",
        "link": "randomblob(32)",
        "due_at": "strftime('%Y-%m-%d %H:%M:%f', 'now',"
        " (3600 + abs(random()) % 1200000) || ' seconds')",
    },
    "postgresql": {
        "id": "gen_random_uuid()",
        "link": "sha256(random()::text::bytea)",
        "due_at": "now() + (3600 + random() * 1200000) * interval '1 second'",
    },
}


def fill(count: int) -> None:
    """`count` people who were asked, each in an ask of their own, all waiting for days to come."""
    nia = member(0)
    Member.objects.bulk_create([nia])
    open_asks([(nia, Way.LINK)], timezone.now(), words="Could you come on Thursday at four?")
    Invitation.objects.filter(state=InvitationState.PLANNED).delete()
    numbers = (
        "(WITH RECURSIVE number(i) AS"
        f" (SELECT 2 UNION ALL SELECT i + 1 FROM number WHERE i < {count}) SELECT i FROM number)"
    )
    copy(Ask, f"asks_ask old, {numbers} numbers")
    copy(
        Invitation, "asks_invitation old, asks_ask ask WHERE ask.id <> old.ask_id", ask_id="ask.id"
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    assert Invitation.objects.count() == count


def copy(model: type[Model], source: str, **made: str) -> None:
    """A new row for each row of the source: as the old one, but for what is made."""
    made |= IN_STORE[connection.vendor]
    names = [field.column for field in model._meta.concrete_fields]
    columns = [made.get(name, f'old."{name}"') for name in names]
    quoted = ", ".join(f'"{name}"' for name in names)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {model._meta.db_table} ({quoted})"
            f" SELECT {', '.join(columns)} FROM {source}"
        )


def look() -> float:
    taken = []
    for _ in range(LOOKS):
        begun = time.perf_counter()
        assert one_pass() == 0
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken) * 1e6


if __name__ == "__main__":
    fill(int(sys.argv[1]))
    print("ready", flush=True)
    for _ in sys.stdin:
        print(look(), flush=True)
