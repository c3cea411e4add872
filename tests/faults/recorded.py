"""Nia and Ben in one process, whose every write is recorded.

`python -m tests.faults.recorded FILE SYNCHRONOUS ROUNDS` writes the record to FILE.
"""

import os
import random
import sys
from pathlib import Path
from typing import Any

from tests.faults.recorder import Record, Recorder

PASSPHRASE = "a river of small stones"


class Story:
    """What is acknowledged is what a page or a rule answered to."""

    def __init__(self, record: Record) -> None:
        from django.test import Client

        from halved.accounts.models import Member

        self.record, self.dice = record, random.Random(2027)
        self.nia = Member.objects.create_member("nia", PASSPHRASE)
        self.client = Client()
        self._send("/sign-in/", login="nia", password=PASSPHRASE)

    def carry(self) -> None:
        """She puts something down; now and then it is long."""
        words = "Something heavy. " * self.dice.choice([1, 5, 500])
        where = self._send("/", words=words)
        self._acknowledge("reflection_concern", where.split("/")[2], "words")

    def ask(self) -> None:
        """She asks Ben, and he answers by his link."""
        from django.test import Client

        from halved.asks.rules import Way
        from halved.vault.crypto import form_key
        from tests.asks.asking import ask_people, places
        from tests.conftest import contact

        ben = contact(self.nia, "Ben")
        row = places(ask_people(self.nia, (ben, Way.LINK), at=_now()))[0]
        self._acknowledge("asks_invitation", row.pk.hex, "ask_id")
        words = {"answer": "yes", "words": "I’ll be there.", "key": form_key(row.token)}
        answered = Client().post(f"/a/{row.token}/answer/", words)
        assert answered.status_code == 303, answered.content
        self._acknowledge("asks_invitation", row.pk.hex, "answer", "said")

    def work(self) -> None:
        """The worker looks once, and tidies up now and then."""
        from halved import worker

        worker.one_pass(_now)
        if self.dice.random() < 0.2:
            worker.tidy(_now())

    def _send(self, path: str, **fields: str) -> str:
        sent = self.client.post(path, fields)
        assert sent.status_code == 302, sent.content
        return str(sent["Location"])

    def _acknowledge(self, table: str, key: str, *columns: str) -> None:
        from django.db import connection

        key = key.replace("-", "")
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {', '.join(columns)} FROM {table} WHERE id = %s", [key])
            found = cursor.fetchone()
        self.record.acknowledge(table, key, dict(zip(columns, found, strict=True)))


def _now() -> Any:
    from django.utils import timezone

    return timezone.now()


def main(file: Path, synchronous: str, rounds: int) -> None:
    recorder = Recorder()
    os.environ["DJANGO_SETTINGS_MODULE"] = "halved.settings"
    import django
    from django.conf import settings

    from halved.vault import crypto
    from tests.quick import LEAST

    for name, value in LEAST.items():
        setattr(crypto, name, value)
    options = settings.DATABASES["default"]["OPTIONS"]
    assert "synchronous=FULL" in options["init_command"]
    options["init_command"] = options["init_command"].replace("FULL", synchronous)
    settings.ALLOWED_HOSTS.append("testserver")
    django.setup()
    story = Story(recorder.record)
    for _ in range(rounds):
        story.dice.choice([story.carry, story.ask, story.work])()
    recorder.record.save(file)
    os._exit(0)  # what SQLite calls must outlive the store, and Python would tidy it up first


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
