"""Helpers take the last place of a piece at the same moment, in every other round also against the
member, who says "enough now": `python -m bench.inside.take_the_last 50 200`.

Each helper has a thread and a connection of their own. Prints how many places were given twice or
to somebody who was told no, how many were taken, and the milliseconds until everybody of a round
knew: the median.
"""

import os
import statistics
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any
from uuid import uuid4

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "halved.settings"
django.setup()

from django.utils import timezone  # noqa: E402

from halved.accounts.models import Member  # noqa: E402
from halved.asks import actions as asks  # noqa: E402
from halved.asks.models import Ask, Invitation  # noqa: E402
from halved.asks.rules import Order, Way  # noqa: E402
from halved.circle.models import Contact  # noqa: E402
from halved.pieces import actions, taking  # noqa: E402
from halved.pieces.models import Claim, Piece  # noqa: E402
from halved.pieces.series import When  # noqa: E402
from halved.vault.fields import unseal_behind_link  # noqa: E402


def ask_for_help(nia: Member, count: int) -> Ask:
    """An ask to so many people, each with a link."""
    people = [Contact(member=nia) for _ in range(count)]
    for number, person in enumerate(people):
        person.name = f"Person {number}"
        person.save()
    ask = Ask.objects.create(member=nia, order=Order.TOGETHER)
    asks.plan(ask=ask, people=[(person, Way.LINK) for person in people])
    asks.write(ask=ask, words={row.pk: "Could you help?" for row in ask.invitations.all()})
    need(ask)
    now = timezone.now()
    asks.open_ask(ask=ask, now=now)
    for row in ask.invitations.all():
        asks.mark_asked(row=row, now=now)
    return ask


def need(ask: Ask) -> Piece:
    """One piece with one place, a week from now."""
    starts = timezone.now().replace(tzinfo=None) + timedelta(days=7)
    when = When(starts, starts + timedelta(hours=1), "UTC")
    about = actions.About("Supper for three")
    return actions.add(ask=ask, series=uuid4(), when=when, about=about, now=timezone.now())[0]


def letter(row: Invitation) -> dict[str, Any]:
    found: dict[str, Any] = unseal_behind_link(row.token, bytes(row.letter), row.letter_place)
    return found


class Race:
    def __init__(self, ask: Ask, threads: ThreadPoolExecutor) -> None:
        self.ask, self.threads = ask, threads
        self.rows = list(ask.invitations.all())
        for row in self.rows:
            row.member = ask.member
        self.letters = [letter(row) for row in self.rows]
        self.now = timezone.now()

    def run(self, closes: bool) -> tuple[bool, bool, float]:
        """Whether all went well, whether the place was taken, and how long it took, in seconds."""
        piece, everybody = need(self.ask), Barrier(len(self.rows) + closes)
        begun = time.perf_counter()
        taking_part = [
            self.threads.submit(self._take, piece, number, everybody)
            for number in range(len(self.rows))
        ]
        if closes:
            self.threads.submit(self._close, everybody).result()
        told = {each.result() for each in taking_part} - {None}
        taken = time.perf_counter() - begun
        owners = set(Claim.objects.filter(piece=piece).values_list("invitation", flat=True))
        well = told == owners and (len(owners) <= 1 if closes else len(owners) == 1)
        piece.delete()
        return well, bool(owners), taken

    def _take(self, piece: Piece, number: int, everybody: Barrier) -> object:
        row, letter = self.rows[number], self.letters[number]
        everybody.wait(60)
        claim = taking.take(row=row, piece_id=piece.pk, letter=letter, name="", now=self.now)
        return row.pk if claim else None

    def _close(self, everybody: Barrier) -> None:
        everybody.wait(60)
        actions.enough(ask=self.ask, now=self.now)


def main(clients: int, rounds: int) -> None:
    nia = Member.objects.create_member("nia", "a river of small stones")
    with ThreadPoolExecutor(clients + 1) as threads:
        race = Race(ask_for_help(nia, clients), threads)
        done = [race.run(closes=bool(number % 2)) for number in range(rounds)]
    wrong = sum(not well for well, _, _ in done)
    taken = sum(was for _, was, _ in done)
    print(wrong, taken, 1000 * statistics.median(seconds for _, _, seconds in done))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
