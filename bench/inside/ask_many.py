"""Fills an empty store with asks on their way: `python -m bench.inside.ask_many 20000 FILE`.

FILE gets one line for each: the token of the link and the key of its form. Every ask belongs to a
member of its own and has a second person in line. One half went out by e-mail, the other as a
private link; members of the second half of the lines want a notice when an answer comes.
"""

import os
import sys
from datetime import datetime
from itertools import islice
from pathlib import Path

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "halved.settings"
django.setup()

from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402

from halved.accounts.models import Member  # noqa: E402
from halved.asks.models import Ask, Invitation  # noqa: E402
from halved.asks.rules import LINK_LIFE, WAITS, AskState, InvitationState, Pace, Way  # noqa: E402
from halved.vault.crypto import form_key, new_key, new_pair, new_token  # noqa: E402
from halved.vault.fields import seal_behind_link  # noqa: E402
from halved.vault.keys import link_hash  # noqa: E402

AT_ONCE = 1_000
WORDS = (
    "Hi Ben, Mum comes home from hospital on Thursday and I can’t get her up the stairs by"
    " myself. Could you be there at four, for about an hour? I would ask the neighbours, but"
    " they are away until Sunday.\n\nIf you can’t, any hour on Friday would help too, to bring"
    " up the bed and the boxes. It’s fine to say no: then I will think of something else.\n\n"
    "Thank you for reading this. Nia"
)


def main(count: int, links: Path) -> None:
    call_command("migrate", verbosity=0, interactive=False)
    now = timezone.now()
    waiting = (
        (member(number, notice=2 * number >= count), Way.LINK if number % 2 else Way.EMAIL)
        for number in range(count)
    )
    with links.open("w") as out:
        while some := list(islice(waiting, AT_ONCE)):
            Member.objects.bulk_create([nia for nia, _ in some])
            for token in open_asks(some, now):
                out.write(f"{token} {form_key(token)}\n")


def member(number: int, *, notice: bool = False) -> Member:
    """Someone whose room nobody will open here: deriving a passphrase for each would take hours."""
    private, public = new_pair()
    nia = Member(username=f"nia-{number}", password="none", public_key=public)
    nia.key = new_key()
    nia.private_box = private.hex()
    nia.signs_as = "Nia"
    nia.notice_address = f"nia-{number}@example.org" if notice else None
    return nia


def open_asks(members: list[tuple[Member, Way]], now: datetime, words: str = WORDS) -> list[str]:
    """One open ask for each member, as it lies in the store after Ben was asked."""
    asks, rows, tokens = [], [], []
    for nia, way in members:
        ask = Ask(member=nia, state=AskState.OPEN, opened_at=now)
        ask.kinds, ask.words = ["instrumental", "emotional"], words
        ben, token = invitation(ask, "Ben", way)
        ben.state, ben.asked_at, ben.expires_at = InvitationState.ASKED, now, now + LINK_LIFE
        ben.due_at = now + WAITS[Pace.DAYS][0]
        cleo, _ = invitation(ask, "Cleo", way)
        asks.append(ask)
        rows += [ben, cleo]
        tokens.append(token)
    Ask.objects.bulk_create(asks)
    Invitation.objects.bulk_create(rows)
    return tokens


def invitation(ask: Ask, name: str, way: Way) -> tuple[Invitation, str]:
    """One person's place in an ask, with the letter behind its link."""
    token = new_token()
    row = Invitation(member=ask.member, ask=ask, position=int(name != "Ben"), way=way)
    row.name, row.words, row.token, row.link = name, ask.words, token, link_hash(token)
    letter = {"from": "Nia", "words": ask.words, "kinds": ask.kinds, "reach": []}
    row.letter = seal_behind_link(token, letter, row.letter_place)
    if way == Way.EMAIL:
        to = f"{name.lower()}-{ask.member.username}@example.org"
        row.route = {"to": to, "name": "Nia", "token": token, "timezone": "Europe/London"}
    return row, token


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
