"""A full month: 60 pieces for two people each, taken once by 40 helpers, 400 messages to and fro.

Opens each page five times and prints, a line each: page, milliseconds (the best), queries.
"""

import os
import time
from datetime import timedelta
from uuid import uuid4

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "halved.settings"
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, setup_test_environment  # noqa: E402
from django.utils import timezone  # noqa: E402

from halved.accounts.models import Member  # noqa: E402
from halved.asks import actions, remarks  # noqa: E402
from halved.asks.models import Ask, Remark  # noqa: E402
from halved.asks.rules import Order, Way  # noqa: E402
from halved.circle.models import Contact  # noqa: E402
from halved.pieces import actions as pieces  # noqa: E402
from halved.pieces import taking  # noqa: E402
from halved.pieces.following import About  # noqa: E402
from halved.pieces.series import When  # noqa: E402

PASSPHRASE = "a river of small stones"
PIECES, HELPERS, MESSAGES = 60, 40, 400


def fill(nia: Member) -> Ask:
    """Everybody is asked by a link of their own, takes something and writes a few words."""
    now = timezone.now()
    ask = Ask.objects.create(member=nia, order=Order.TOGETHER)
    people = [_helper(nia, number) for number in range(HELPERS)]
    actions.plan(ask=ask, people=[(person, Way.LINK) for person in people])
    actions.write(ask=ask, words={row.pk: "Could you help?" for row in ask.invitations.all()})
    _need(ask)
    actions.open_ask(ask=ask, now=now)
    rows = list(ask.invitations.all())
    for row in rows:
        row.member = row.ask.member = nia
        actions.mark_asked(row=row, now=now)
    for number, piece in enumerate(ask.pieces.all()):
        taking.note_taken(row=rows[number % HELPERS], piece_id=piece.pk, now=now)
    _talk(ask)
    return ask


def _helper(nia: Member, number: int) -> Contact:
    row = Contact(member=nia)
    row.name = f"Person {number}"
    row.save()
    return row


def _need(ask: Ask) -> None:
    tomorrow = timezone.now().replace(tzinfo=None, hour=18) + timedelta(days=1)
    half = f"FREQ=DAILY;COUNT={PIECES // 2}"
    for hours in (0, 2):  # two a day, so that all of them lie within the month
        starts = tomorrow + timedelta(hours=hours)
        when = When(starts, starts + timedelta(hours=1), "UTC", half)
        about = About("Supper for three", "Mill Lane 4", "Nuts", 2)
        pieces.add(ask=ask, series=uuid4(), when=when, about=about, now=timezone.now())


def _talk(ask: Ask) -> None:
    now = timezone.now()
    for row in ask.invitations.select_related("contact"):
        row.member = ask.member
        row.token = str(row.token)  # in clear, as whoever holds the link has it
        for number in range(MESSAGES // HELPERS):
            author = Remark.Author.ASKED if number % 2 else Remark.Author.MEMBER
            remarks.remark(row=row, author=author, words="At six?", pk=uuid4(), now=now)
    assert Remark.objects.count() == MESSAGES, Remark.objects.count()


def main() -> None:
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    setup_test_environment()
    nia = Member.objects.create_member("nia", PASSPHRASE)
    ask = fill(nia)
    helper = ask.invitations.latest("position")
    helper.member = nia
    client = Client(headers={"x-forwarded-proto": "https"})
    client.post("/sign-in/", {"login": "nia", "password": PASSPHRASE}, secure=True)
    pages = {
        "home": "/",
        "who-carries-what": "/pieces/",
        "asks": "/asks/",
        "ask": f"/asks/{ask.pk}/",
        "its-pieces": f"/asks/{ask.pk}/pieces/",
        "piece": f"/pieces/{ask.pieces.all()[0].pk}/",
        "words-to-and-fro": f"/asks/people/{helper.pk}/remark/",
        "letter": f"/a/{helper.token}/",
        "helpers-pieces": f"/a/{helper.token}/pieces/",
    }
    for name, path in pages.items():
        taken = []
        for _ in range(5):
            fetch = client.post if path.startswith("/a/") else client.get
            begun = time.perf_counter()
            with CaptureQueriesContext(connection) as queries:
                answer = fetch(path, secure=True)
            taken.append(time.perf_counter() - begun)
            assert answer.status_code == 200, answer.status_code
        print(f"{name} {min(taken) * 1000:.1f} {len(queries)}")


if __name__ == "__main__":
    main()
