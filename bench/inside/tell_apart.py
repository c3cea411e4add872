"""Whether a clock tells links apart that lead nowhere: `python -m bench.inside.tell_apart COUNT`.

Asks for each kind COUNT times, in turn and each time in another order, through all of Django but
the network. Each kind has POOL tokens, so that none is met more often than those of another kind.
Prints, a line each: kind, its median and that of unknown links in microseconds, and p of
Mann-Whitney that both take the same time.
"""

import os
import random
import secrets
import sys
import time
from datetime import timedelta
from math import sqrt
from statistics import NormalDist, median

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "halved.settings"
django.setup()

from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from halved.accounts.models import Member  # noqa: E402
from halved.asks import actions  # noqa: E402
from halved.asks.models import Ask, Invitation  # noqa: E402
from halved.asks.rules import Way  # noqa: E402
from halved.circle.models import Contact  # noqa: E402

PASSPHRASE = "a river of small stones"
UNKNOWN = "unknown"
POOL = 100


def asked(nia: Member, contact: Contact, days_ago: int) -> Invitation:
    """Somebody who was asked by link so long ago."""
    at = timezone.now() - timedelta(days=days_ago)
    ask = Ask(member=nia)
    ask.kinds = ["emotional"]
    ask.save()
    actions.plan(ask=ask, people=[(contact, Way.LINK)])
    actions.write(ask=ask, words={row.pk: "Could you come?" for row in ask.invitations.all()})
    actions.open_ask(ask=ask, now=at)
    row = ask.invitations.get()
    row.member = nia
    return row


def links() -> dict[str, list[str]]:
    """POOL tokens of each kind that leads nowhere."""
    nia = Member.objects.create_member("nia", PASSPHRASE)
    ben = Contact(member=nia)
    ben.name = "Ben"
    ben.save()
    withdrawn = [asked(nia, ben, 1) for _ in range(POOL)]
    for row in withdrawn:
        actions.withdraw(row=row, now=timezone.now())
    return {
        "expired": [asked(nia, ben, 60).token for _ in range(POOL)],
        "withdrawn": [row.token for row in withdrawn],
        "malformed": [f"({secrets.token_urlsafe(15)})" for _ in range(POOL)],
        UNKNOWN: [secrets.token_urlsafe(16) for _ in range(POOL)],
    }


def take(client: Client, token: str) -> float:
    """Microseconds. Each comes from an address of its own, as limits go by addresses."""
    address = f"2001:db8:{random.getrandbits(16):x}:{random.getrandbits(16):x}::1"
    begun = time.perf_counter_ns()
    answer = client.get(f"/a/{token}/", secure=True, REMOTE_ADDR=address)
    taken = time.perf_counter_ns() - begun
    assert answer.status_code == 404, answer.status_code
    return taken / 1000


def p_of_the_same(one: list[float], other: list[float]) -> float:
    """Mann-Whitney, two-sided, by the normal approximation: for samples of hundreds, without ties
    that count."""
    ranked = sorted([(taken, 0) for taken in one] + [(taken, 1) for taken in other])
    ranks = sum(rank for rank, (_, whose) in enumerate(ranked, 1) if whose == 0)
    n, m = len(one), len(other)
    apart = abs(ranks - n * (n + m + 1) / 2) / sqrt(n * m * (n + m + 1) / 12)
    return 2 * (1 - NormalDist().cdf(apart))


def main() -> None:
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    count, tokens = int(sys.argv[1]), links()
    client = Client(headers={"x-forwarded-proto": "https", "host": "halved.example.org"})
    for token in [token for pool in tokens.values() for token in pool]:
        take(client, token)
    times: dict[str, list[float]] = {kind: [] for kind in tokens}
    for number in range(count):
        for kind in random.sample([*times], len(times)):
            times[kind].append(take(client, tokens[kind][number % POOL]))
    for kind in [kind for kind in times if kind != UNKNOWN]:
        p = p_of_the_same(times[kind], times[UNKNOWN])
        print(f"{kind} {median(times[kind]):.1f} {median(times[UNKNOWN]):.1f} {p:.4f}")


if __name__ == "__main__":
    main()
