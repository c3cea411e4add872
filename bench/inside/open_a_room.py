"""A room that somebody lives in: ten things they carry, five people, two asks, one answered. Prints
the cookies of a browser that is signed in there."""

import os
from uuid import uuid4

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "halved.settings"
django.setup()

from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402
from django.utils import timezone  # noqa: E402

from halved.accounts.models import Member  # noqa: E402
from halved.asks import actions  # noqa: E402
from halved.asks.models import Ask, Invitation  # noqa: E402
from halved.asks.rules import Answer, Reply, Way  # noqa: E402
from halved.circle.models import Contact  # noqa: E402
from halved.reflection.models import CheckIn, Concern  # noqa: E402

PASSPHRASE = "a river of small stones"


def live(nia: Member) -> Invitation:
    """Returns the place of somebody who was asked and has not answered yet."""
    for number in range(10):
        carried = Concern.put_down(nia, f"Something carried for a while, number {number}")
        CheckIn.note(nia, carried, number)
    people = [_person(nia, number) for number in range(5)]
    ben = _ask(nia, people[:3])
    reply = Reply(Answer.YES, "Of course.", None, "")
    assert actions.note_answer(row=ben, reply=reply, now=timezone.now())
    return _ask(nia, people[3:])


def _ask(nia: Member, people: list[Contact]) -> Invitation:
    ask = Ask.objects.create(member=nia)
    actions.plan(ask=ask, people=[(person, Way.LINK) for person in people])
    actions.write(ask=ask, words={row.pk: "Could you help?" for row in ask.invitations.all()})
    actions.open_ask(ask=ask, now=timezone.now())
    first = ask.invitations.earliest("position")
    first.member = first.ask.member = nia
    assert actions.mark_asked(row=first, now=timezone.now())
    return first


def _person(nia: Member, number: int) -> Contact:
    row = Contact(member=nia)
    row.name = f"Person {number}"
    row.save()
    return row


def main() -> None:
    call_command("collectstatic", verbosity=0, interactive=False)
    name = f"nia-{uuid4().hex}"
    live(Member.objects.create_member(name, PASSPHRASE))
    setup_test_environment()
    client = Client(headers={"x-forwarded-proto": "https"})
    client.post("/sign-in/", {"login": name, "password": PASSPHRASE}, secure=True)
    answer = client.get("/", secure=True)
    assert answer.status_code == 200, answer.status_code
    print("; ".join(f"{name}={cookie.value}" for name, cookie in client.cookies.items()))


if __name__ == "__main__":
    main()
