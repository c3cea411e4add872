"""Whether the store holds what was acknowledged, and what a worker sends once all leases are over.

`python look_after.py` reads {"asks": [id, …], "answers": {token: [code, words]}} and prints counts.
"""

import json
import os
import sys
from datetime import datetime

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "halved.settings"
django.setup()

from django.utils import timezone  # noqa: E402

from halved import worker  # noqa: E402
from halved.asks.answering import find  # noqa: E402
from halved.asks.models import Ask  # noqa: E402
from halved.asks.rules import AskState  # noqa: E402
from halved.delivery.models import Message  # noqa: E402
from halved.delivery.rules import LEASE  # noqa: E402
from halved.vault.fields import unseal_behind_link  # noqa: E402


def later() -> datetime:
    """When whoever died no longer holds a message."""
    return timezone.now() + LEASE


def holds(token: str, code: str, words: str) -> bool:
    found = find(token, timezone.now())
    if found is None or found[0].said is None:
        return False
    row = found[0]
    said = unseal_behind_link(token, bytes(row.said), row.said_place)
    return row.answer == code and said["words"] == words


def main() -> None:
    known = json.load(sys.stdin)
    waiting = Message.objects.filter(state=Message.State.WAITING).count()
    while worker.one_pass(later):
        pass
    out = Ask.objects.exclude(state=AskState.DRAFT).filter(pk__in=known["asks"]).count()
    kept = sum(holds(token, *said) for token, said in known["answers"].items())
    counts = {
        "asks lost": len(known["asks"]) - out,
        "answers lost": len(known["answers"]) - kept,
        "waited for a lease": waiting,
        "not sent": Message.objects.exclude(state=Message.State.SENT).count(),
    }
    print(json.dumps(counts))


if __name__ == "__main__":
    main()
