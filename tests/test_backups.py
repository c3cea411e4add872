"""Copies of the store, made and put back by the command, on SQLite and on PostgreSQL."""

import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from tests import postgres, processes
from tests.journeys.visitors import WireVisitor

PASSPHRASE = "a river of small stones"


@dataclass
class Host:
    """A data folder and a store, for commands."""

    env: dict[str, str]

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "halved", *arguments],
            cwd=processes.ROOT, env=self.env, capture_output=True, text=True, check=False,
        )  # fmt: skip

    def asks(self, question: str) -> str:
        """The answer of the store to a question in Python."""
        ran = self.run("manage", "shell", "--no-imports", "-c", question)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout.strip()


@pytest.fixture
def fresh_host(tmp_path: Path, cleanup: ExitStack) -> Callable[[], Host]:
    """Makes hosts with a new store each, and the keys and lists of one data folder."""
    folder, numbers = tmp_path / "data", count()
    folder.mkdir()

    def make() -> Host:
        url = cleanup.enter_context(postgres.fresh_database())
        url = url or f"sqlite:///{tmp_path / f'store-{next(numbers)}.sqlite3'}"
        return Host(processes.environment(folder, HALVED_DATABASE_URL=url))

    return make


MEMBERS = """
from django.core.management import call_command
from halved.accounts.models import Member
from halved.accounts.sessions import SessionStore
call_command("migrate", verbosity=0)
for name in ("nia", "olu"):
    member = Member.objects.create_member(name, "a river of small stones")
    member.notice_address = f"{name}@example.org"
    member.save()
SessionStore().create()
"""
SINCE_THEN = """
from django.utils.timezone import now
from halved.accounts.models import Member
from halved.archive.deleting import delete_everything
from halved.delivery.actions import opt_out
delete_everything(Member.objects.get(username="olu"), now())
opt_out(["ben@example.org"], now())
"""
WHAT_IS_THERE = """
from halved.accounts.models import Member, Session
from halved.delivery.models import OptOut
print(sorted(member.notice_address for member in Member.objects.all()),
      OptOut.objects.count(), Session.objects.count())
"""


@pytest.mark.store
def test_what_was_promised_since_the_copy_holds_after_it_came_back(fresh_host, tmp_path):
    old, new, copy = fresh_host(), fresh_host(), tmp_path / "copy"
    old.asks(MEMBERS)

    made = old.run("backup", str(copy))
    old.asks(SINCE_THEN)
    back = new.run("restore", str(copy))
    sealed_anew = new.run("rotate-keys")

    assert made.returncode == back.returncode == 0, made.stderr + back.stderr
    assert sealed_anew.stdout == "Sealed anew: 1\n"
    assert new.asks(WHAT_IS_THERE) == "['nia@example.org'] 1 0"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


@pytest.mark.store
def test_a_copy_goes_into_an_empty_store_only(fresh_host, tmp_path):
    host, copy = fresh_host(), tmp_path / "copy"
    host.asks(MEMBERS)
    copy.write_text("whatever it is")

    ran = host.run("restore", str(copy))

    assert ran.returncode == 1
    assert "The store is not empty" in ran.stderr
    assert host.asks(WHAT_IS_THERE) == "['nia@example.org', 'olu@example.org'] 0 1"


@pytest.mark.store
def test_a_file_that_is_no_copy_changes_nothing(fresh_host, tmp_path):
    host, file = fresh_host(), tmp_path / "letter.txt"
    file.write_text("Dear Ben")

    first, again = host.run("restore", str(file)), host.run("restore", str(file))

    assert first.returncode == again.returncode == 1
    assert first.stderr == again.stderr
    assert first.stderr.startswith("halved: ")
    assert first.stderr.count("\n") == 1


def test_a_copy_takes_the_place_of_no_other(fresh_host, tmp_path):
    copy = tmp_path / "copy"
    copy.write_text("the copy of last week")

    ran = fresh_host().run("backup", str(copy))

    assert "is there already" in ran.stderr
    assert copy.read_text() == "the copy of last week"


def test_a_copy_that_is_made_while_people_write_is_whole(start_server, tmp_path):
    server, copy = start_server(), tmp_path / "copy.sqlite3"
    names: list[str] = []

    running = subprocess.Popen(
        [sys.executable, "-m", "halved", "backup", str(copy)], cwd=processes.ROOT, env=server.env
    )
    while running.poll() is None:
        names.append(f"nia-{len(names)}")
        visitor = WireVisitor(server.url)
        visitor.open("/sign-up/")
        visitor.send({"username": names[-1], "password1": PASSPHRASE, "password2": PASSPHRASE})

    store = sqlite3.connect(copy)
    assert store.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert store.execute("SELECT count(*) FROM accounts_member").fetchone()[0] <= len(names)
    store.close()


def test_nothing_of_a_session_is_left_in_a_copy(fresh_host, tmp_path):
    host, copy = fresh_host(), tmp_path / "copy"
    host.asks(MEMBERS)
    place = host.asks("from halved.accounts.models import Session; print(Session.objects.get().pk)")

    host.run("backup", str(copy))

    assert len(place) == 64
    assert place.encode() not in copy.read_bytes()
