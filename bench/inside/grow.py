"""Fills a store: `python -m bench.inside.grow FROM TO` adds members until there are TO of them.

One member is made as the app makes them: three things they carry, eight people, five asks of two
people each, of which one still waits. Then their rows are copied inside the store, with ids,
names, links and times of their own. What is sealed keeps its size and opens for nobody. To seal it
for each would cost what it cost to make the first one: that is printed, in milliseconds of CPU.
"""

import os
import sys
import time
from datetime import timedelta

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "halved.settings"
django.setup()

from django.db import connection  # noqa: E402
from django.db.models import ForeignKey, Model  # noqa: E402
from django.db.transaction import atomic  # noqa: E402
from django.utils import timezone  # noqa: E402

from halved.accounts.models import Member  # noqa: E402
from halved.asks import actions  # noqa: E402
from halved.asks.models import Ask, Invitation  # noqa: E402
from halved.asks.rules import Answer, Reply, Way  # noqa: E402
from halved.circle.models import Contact  # noqa: E402
from halved.reflection.models import CheckIn, Concern  # noqa: E402

MODELS: list[type[Model]] = [Member, Concern, CheckIn, Contact, Ask, Invitation]
AT_ONCE = 20_000
SQL = {
    "sqlite": {
        "hasty": "PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-1000000;",
        "id": "printf('%016x', i) || substr({}, 17)",
        "link": "randomblob(32)",
        "later": "strftime('%Y-%m-%d %H:%M:%f', 'now',"
        " (3600 + abs(random()) % 1200000) || ' seconds')",
        "numbers": "(WITH RECURSIVE number(i) AS (SELECT {} UNION ALL"
        " SELECT i + 1 FROM number WHERE i + 1 < {}) SELECT i FROM number)",
    },
    "postgresql": {
        "hasty": "SET session_replication_role = replica; SET synchronous_commit = off;",
        "id": "(lpad(to_hex(i), 16, '0') || right(replace({}::text, '-', ''), 16))::uuid",
        "link": "sha256(random()::text::bytea)",
        "later": "now() + (3600 + random() * 1200000) * interval '1 second'",
        "numbers": "(SELECT generate_series({}, {} - 1) AS i)",
    },
}


def template() -> Member:
    """The member whose rows are copied."""
    found = Member.objects.filter(username="nia-0").first()
    if found:
        return found
    nia = Member.objects.create_member("nia-0", "a river of small stones")
    for number in range(3):
        carried = Concern.put_down(nia, f"Something carried for a while, number {number}")
        for weight in (7, 4):
            CheckIn.note(nia, carried, weight)
    people = [_person(nia, number) for number in range(8)]
    for number in range(5):
        _ask(nia, [people[number], people[number + 1]], waits=number == 4)
    return nia


def _person(nia: Member, number: int) -> Contact:
    row = Contact(member=nia)
    row.name, row.email = f"Person {number}", f"person-{number}@example.org"
    row.save()
    return row


def _ask(nia: Member, people: list[Contact], *, waits: bool) -> None:
    """One that waits for the first person, or one that was answered and closed long ago."""
    when = timezone.now() - timedelta(days=0 if waits else 90)
    ask = Ask.objects.create(member=nia)
    actions.plan(ask=ask, people=[(person, Way.LINK) for person in people])
    actions.write(ask=ask, words={row.pk: WORDS for row in ask.invitations.all()})
    actions.open_ask(ask=ask, now=when)
    first = ask.invitations.earliest("position")
    first.member = first.ask.member = ask.member = nia
    actions.mark_asked(row=first, now=when)
    if not waits:
        reply = Reply(Answer.YES, "Of course. I'll be there at four.", None, "")
        actions.note_answer(row=first, reply=reply, now=when)
        actions.close_ask(ask=ask, now=when + timedelta(days=3))


WORDS = (
    "Mum comes home from hospital on Thursday and I can’t get her up the stairs by myself. Could"
    " you be there at four, for about an hour? If you can’t, any hour on Friday would help too, to"
    " bring up the bed and the boxes. It’s fine to say no: then I will think of something else."
)


def main(begin: int, end: int) -> None:
    words = SQL[connection.vendor]
    begun = time.thread_time()
    nia = template()
    print((time.thread_time() - begun) * 1e3)
    with connection.cursor() as cursor:
        for each in words["hasty"].split("; "):
            cursor.execute(each)
        for start in range(max(1, begin), end, AT_ONCE):
            numbers = words["numbers"].format(start, min(start + AT_ONCE, end))
            with atomic():
                for model in MODELS:
                    cursor.execute(_copies(model, nia, numbers, words))
        cursor.execute("ANALYZE")
    assert Member.objects.filter(username__startswith="nia-").count() == end


def _copies(model: type[Model], nia: Member, numbers: str, words: dict[str, str]) -> str:
    """Copies what is the member's own, once for each number."""
    quote = connection.ops.quote_name
    columns = {}
    for field in model._meta.concrete_fields:
        old = f"old.{quote(field.column)}"
        made = old
        if field.primary_key or isinstance(field, ForeignKey):
            made = words["id"].format(old)
        elif field.column == "username":
            made = "'nia-' || i"
        elif field.column in ("link", "due_at"):
            new = words["link" if field.column == "link" else "later"]
            made = f"CASE WHEN {old} IS NULL THEN NULL ELSE {new} END"
        columns[quote(field.column)] = made
    owner = "id" if model is Member else "member_id"
    pk = f"'{nia.pk.hex}'" if connection.vendor == "sqlite" else f"'{nia.pk}'::uuid"
    return (
        f"INSERT INTO {model._meta.db_table} ({', '.join(columns)})"
        f" SELECT {', '.join(columns.values())} FROM {numbers} numbers, {model._meta.db_table} old"
        f" WHERE old.{owner} = {pk}"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
