"""Moves that are due, one after the other: `python -m bench.inside.move_many 4000`.

Everybody was asked two days ago and is to be reminded now: half by an e-mail, half by the member,
who wants a notice of that. Both are put in the queue. Prints how many moves it made a second.
"""

import os
import sys
import time
from datetime import datetime, timedelta

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "halved.settings"
django.setup()

from bench.inside.ask_many import member, open_asks  # noqa: E402
from halved.accounts.models import Member  # noqa: E402
from halved.asks.actions import advance_due  # noqa: E402
from halved.asks.models import Invitation  # noqa: E402
from halved.asks.rules import InvitationState, Way  # noqa: E402


def main(count: int) -> None:
    noon = datetime.fromisoformat("2027-03-10T12:00:00+00:00")  # nobody's quiet hours
    members = [
        (member(number, notice=True), Way.LINK if number % 2 else Way.EMAIL)
        for number in range(count)
    ]
    Member.objects.bulk_create([nia for nia, _ in members])
    open_asks(members, noon - timedelta(days=2, hours=1))
    begun = time.perf_counter()
    while advance_due(noon):
        pass
    taken = time.perf_counter() - begun
    assert Invitation.objects.filter(state=InvitationState.REMINDED).count() == count
    print(count / taken)


if __name__ == "__main__":
    main(int(sys.argv[1]))
