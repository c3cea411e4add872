"""Workers in processes of their own, on a clock that the test sets. They may be killed.

`python -m tests.delivery.workers` reads commands and answers them, one JSON line each. It fills a
store, and forks workers: a fork starts at once, so that a test can afford to kill many.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from tests import processes

PEOPLE_IN_AN_ASK = 10


class Workers:
    """The test's side: `fill` a store, `start` a worker, `kill` it, look what is left."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.env = processes.environment(folder, **settings)
        self.log = folder / "workers.log"
        with self.log.open("ab") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.delivery.workers"],
                cwd=processes.ROOT,
                env=self.env,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=out,
                start_new_session=True,
            )

    def end(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.communicate()

    def fill(self, people: int, at: datetime, zone: str = "UTC") -> dict[str, str]:
        """Asks this many people, by e-mail, at this moment. Returns {address: invitation}."""
        found: dict[str, str] = self._do("fill", people, at.isoformat(), zone)
        return found

    def start(self, at: datetime, patience: float = 20) -> int:
        """A worker for whom it is now `at`. It waits `patience` seconds for a locked store."""
        pid: int = self._do("start", at.isoformat(), patience)
        return pid

    def kill(self, pid: int, how: signal.Signals = signal.SIGKILL) -> None:
        """Ends a worker, and comes back when it has ended."""
        os.kill(pid, how)
        self._do("wait", pid)

    def withdraw(self, invitations: list[str], at: datetime) -> None:
        self._do("withdraw", invitations, at.isoformat())

    def opt_out(self, addresses: list[str], at: datetime) -> None:
        self._do("opt_out", addresses, at.isoformat())

    def left(self) -> int:
        """How many messages, and people whose turn has not come, still wait."""
        count: int = self._do("left")
        return count

    def states(self) -> dict[str, int]:
        """How many messages there are in each state; `letters` are those that can be read."""
        states: dict[str, int] = self._do("states")
        return states

    def said(self) -> str:
        return self.log.read_text(errors="replace")

    def _do(self, *command: Any) -> Any:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps(command).encode() + b"\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        assert answer, f"{command[0]} broke:\n{self.said()}"
        return json.loads(answer)


def wait_until(fulfilled: Callable[[], bool], what: str, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not fulfilled():
        assert time.monotonic() < end, f"Not within {seconds} seconds: {what}"
        time.sleep(0.05)


# --- in the process that forks ----------------------------------------------------------------


def fill(people: int, at: str, zone: str) -> dict[str, str]:
    from halved.accounts.models import Member
    from halved.asks import actions
    from halved.asks.models import Ask, Invitation
    from halved.asks.rules import Order, Way
    from halved.circle.models import Contact

    nia = Member.objects.create_member("nia", "a river of small stones")
    nia.signs_as = "Nia"
    nia.save()
    contacts = []
    for number in range(people):
        contact = Contact(member=nia)
        contact.name, contact.timezone = f"Ben {number}", zone
        contact.email = f"ben{number}@example.org"
        contacts.append(contact)
    Contact.objects.bulk_create(contacts)
    _knows(nia, contacts, datetime.fromisoformat(at))
    found = {}
    for first in range(0, people, PEOPLE_IN_AN_ASK):
        ask = Ask(member=nia, order=Order.TOGETHER)
        ask.kinds = []
        ask.save()
        chosen = contacts[first : first + PEOPLE_IN_AN_ASK]
        actions.plan(ask=ask, people=[(contact, Way.EMAIL) for contact in chosen])
        actions.open_ask(ask=ask, now=datetime.fromisoformat(at))
        rows = Invitation.objects.filter(ask=ask).order_by("position")
        found |= {row.contact.email: str(row.pk) for row in _opened(rows, nia)}
    return found


def _knows(nia: Any, contacts: Any, at: datetime) -> None:
    """Nia has asked them before: new people are limited to ten a day."""
    from halved.delivery.models import Recipient, who_hash

    for contact in contacts:
        who, since = who_hash(nia.pk, contact.email), at - timedelta(days=2)
        Recipient.objects.create(member=nia, who=who, since=since)


def _opened(rows: Any, member: Any) -> Any:
    for row in rows.select_related("contact"):
        row.member = row.contact.member = member
        yield row


def start(at: str, patience: float) -> int:
    from django.db import connection

    from halved import worker

    pid = os.fork()
    if pid:
        return pid
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    if connection.vendor == "sqlite":
        connection.settings_dict["OPTIONS"]["timeout"] = patience
    worker.PAUSE = 0.05
    began, then = time.monotonic(), datetime.fromisoformat(at)
    try:
        worker.run(stop, lambda: then + _seconds(time.monotonic() - began))
    finally:
        os._exit(0)


def _seconds(count: float) -> Any:
    from datetime import timedelta

    return timedelta(seconds=count)


def wait(pid: int) -> None:
    os.waitpid(pid, 0)


def withdraw(invitations: list[str], at: str) -> None:
    from halved.asks import actions
    from halved.asks.models import Invitation

    for row in Invitation.objects.filter(pk__in=invitations):
        actions.withdraw(row=row, now=datetime.fromisoformat(at))


def opt_out(addresses: list[str], at: str) -> None:
    from halved.delivery import actions

    actions.opt_out(addresses, datetime.fromisoformat(at))


def left() -> int:
    from halved.asks.models import Invitation
    from halved.delivery.models import Message

    planned = Invitation.objects.filter(state="planned").count()
    return planned + Message.objects.filter(state=Message.State.WAITING).count()


def states() -> dict[str, int]:
    from halved.delivery.models import Message

    letters = Message.objects.exclude(letter=None).count()
    counts = {state: Message.objects.filter(state=state).count() for state in Message.State.values}
    return {**counts, "letters": letters}


def main() -> None:
    import django
    from django.core.management import call_command
    from django.db import connections

    from halved.vault import crypto

    os.environ["DJANGO_SETTINGS_MODULE"] = "halved.settings"
    django.setup()
    crypto.PASSPHRASE_MEMORY, crypto.PASSPHRASE_PASSES = 8192, 1
    call_command("migrate", verbosity=0, interactive=False)
    commands = {
        done.__name__: done for done in (fill, start, wait, withdraw, opt_out, left, states)
    }
    for line in sys.stdin:
        name, *about = json.loads(line)
        # A fork must not inherit a connection: both would talk on it.
        connections.close_all()
        print(json.dumps(commands[name](*about)), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
