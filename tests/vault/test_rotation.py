"""A new house key: every row is sealed anew, at any point it can stop, and nothing is lost."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.utils import timezone

from halved.accounts.models import Member, Passkey, Session
from halved.asks.models import Ask, Invitation
from halved.delivery.models import Message, PushSubscription, Report
from halved.directory.models import Correction, Dataset
from halved.pieces.models import Claim, Piece
from halved.vault.fields import seal_for
from halved.vault.keys import HouseKey, house
from halved.vault.rotation import house_fields, rotate
from tests import postgres, processes

ROUTE = {"to": "ben@example.org", "name": "Nia", "token": "t" * 22, "timezone": "UTC"}
LETTER = {"to": "ben@example.org", "name": "Nia", "url": "http://127.0.0.1:8000/a/t/"}


@pytest.fixture(autouse=True)
def key_file(tmp_path, settings) -> Path:
    """A house key of this test alone."""
    settings.HOUSE_KEYS = ""
    settings.HOUSE_KEY_FILE = tmp_path / "house.key"
    return settings.HOUSE_KEY_FILE


def message(member: Member, number: int = 0) -> Message:
    return Message.objects.create(
        member=member, kind=Message.Kind.ASK, letter=LETTER | {"number": number}
    )


@pytest.fixture
def sealed(nia) -> dict[str, object]:
    """One row for every field that is sealed under the house key."""
    nia.notice_address = "nia@example.org"
    nia.save()
    ask = Ask.objects.create(member=nia)
    row = Invitation.objects.create(member=nia, ask=ask, position=0, way="email", route=ROUTE)
    return {
        "Member": nia,
        "Invitation": row,
        "Message": message(nia),
        "Claim": claim(row),
        "Report": report(),
        "Correction": correction(),
        "Session": Session.objects.create(
            key_hash="0" * 64, member=nia, content={"room_used_at": 0}, expires_at=timezone.now()
        ),
        "Passkey": Passkey.objects.create(member=nia, id_hash=b"", credential={"count": 0}),
        "PushSubscription": PushSubscription.objects.create(
            member=nia, endpoint="https://push", endpoint_hash=b"", since=timezone.now()
        ),
    }


def claim(row: Invitation) -> Claim:
    now = timezone.now()
    times = {"starts_at": now, "ends_at": now + timedelta(hours=1), "zone": "UTC"}
    piece = Piece.objects.create(
        member=row.member, ask=row.ask, series=uuid4(), words=b"", location=b"", **times
    )
    return Claim.objects.create(
        piece=piece, invitation=row, position=0, taken_at=now, route=ROUTE | {"what": "Supper"}
    )


def report() -> Report:
    about = Report.About.OTHER
    return Report.objects.create(
        about=about, shown={"words": "Every day"}, place=b"", reported_at=timezone.now()
    )


def correction() -> Correction:
    dataset = Dataset.objects.create(slug="towns", name="Two towns", timezone="UTC")
    return Correction.objects.create(
        dataset=dataset, key=uuid4(), kind="hours", words="Shut on Fridays", sent_at=timezone.now()
    )


def marks() -> set[bytes]:
    """Which seals made the boxes that are in the store."""
    return {
        bytes(box)[:4]
        for model, field in house_fields()
        for box in model.objects.values_list(field.name, flat=True)
        if box
    }


# --- every row --------------------------------------------------------------------------------


def test_these_are_the_fields_the_server_can_read(sealed):
    found = {f"{model.__name__}.{field.name}" for model, field in house_fields()}

    assert found == {
        "Claim.route",
        "Correction.words",
        "Invitation.route",
        "Member.notice_address",
        "Message.letter",
        "Passkey.credential",
        "PushSubscription.endpoint",
        "Report.shown",
        "Session.content",
    }
    assert all(model.__name__ in sealed for model, _ in house_fields())


@pytest.mark.store
def test_every_row_is_sealed_anew_and_says_the_same(sealed):
    before = house()

    assert rotate() == len(sealed)

    assert marks() == {house().mark()} != {before.mark()}
    assert Member.objects.get().notice_address == "nia@example.org"
    assert Invitation.objects.get().route == ROUTE
    assert Message.objects.get().letter == LETTER | {"number": 0}


@pytest.mark.store
def test_what_is_empty_stays_empty(sealed):
    Invitation.objects.update(route=None)
    Message.objects.update(letter=None)

    assert rotate() == len(sealed) - 2

    assert Invitation.objects.get().route is None
    assert Message.objects.get().letter is None


@pytest.mark.store
def test_a_store_of_more_than_one_page_is_sealed_anew_whole(nia, monkeypatch):
    monkeypatch.setattr("halved.vault.rotation.BATCH", 7)
    for number in range(30):
        message(nia, number)

    assert rotate() == 30

    assert marks() == {house().mark()}
    assert {row.letter["number"] for row in Message.objects.all()} == set(range(30))


@pytest.mark.store
def test_what_is_looked_up_by_a_hash_is_found_afterwards(sealed):
    before = house().hash("ben@example.org", "halved.optout")

    rotate()

    assert house().hash("ben@example.org", "halved.optout") == before


# --- stopped in the middle --------------------------------------------------------------------


class PowerCut(Exception):
    pass


@pytest.mark.store
@pytest.mark.parametrize("rows_done", [0, 1, 4, 9])
def test_a_rotation_that_was_stopped_can_be_run_again(nia, monkeypatch, rows_done):
    for number in range(10):
        message(nia, number)
    after_rows(monkeypatch, rows_done, stop)

    with pytest.raises(PowerCut):
        rotate()
    meanwhile = {row.letter["number"] for row in Message.objects.all()}
    monkeypatch.undo()
    rotate()

    assert meanwhile == set(range(10)), "All were readable in between."
    assert marks() == {house().mark()}
    assert {row.letter["number"] for row in Message.objects.all()} == set(range(10))


def stop() -> None:
    raise PowerCut


def after_rows(monkeypatch: pytest.MonkeyPatch, count: int, happens: Callable[[], None]) -> None:
    """Lets something happen once, after `count` boxes of a rotation were opened."""
    unseal, opened = HouseKey.unseal, iter(range(1_000_000))

    def watched(self: HouseKey, box: bytes, place: str) -> bytes:
        if next(opened) == count:
            happens()
        return unseal(self, box, place)

    monkeypatch.setattr(HouseKey, "unseal", watched)


# --- while others write -----------------------------------------------------------------------


@pytest.mark.store
def test_a_row_that_somebody_changed_meanwhile_is_not_overwritten(nia, monkeypatch):
    row = message(nia)
    newer = seal_for(row, "letter", {"to": "cleo@example.org"})
    after_rows(monkeypatch, 0, lambda: write_box(row, newer))

    assert rotate() == 0

    assert Message.objects.get().letter == {"to": "cleo@example.org"}


@pytest.mark.store
def test_a_row_that_was_wiped_meanwhile_stays_wiped(nia, monkeypatch):
    row = message(nia)
    after_rows(monkeypatch, 0, lambda: write_box(row, None))

    assert rotate() == 0

    assert Message.objects.get().letter is None


def write_box(row: Message, box: bytes | None) -> None:
    Message.objects.filter(pk=row.pk).update(letter=box)


# --- old seals --------------------------------------------------------------------------------


def test_the_seal_before_stays_for_what_a_process_is_just_sealing(sealed):
    before = house()

    rotate()

    assert house().seals[1:] == before.seals
    assert house().lookup == before.lookup


def test_a_seal_goes_when_nothing_is_sealed_under_it(sealed):
    first = house()

    rotate()
    second = house()
    rotate()

    assert house().seals[1:] == second.seals[:1]
    assert first.seals[0] not in house().seals


def test_a_seal_stays_while_anything_is_sealed_under_it(nia, monkeypatch):
    row = message(nia)
    slow = seal_for(row, "letter", {"to": "cleo@example.org"})
    first = house()
    rotate()
    # Somebody who had opened the row before the first rotation writes it back only now.
    after_rows(monkeypatch, 0, lambda: write_box(row, slow))

    rotate()

    assert len(house().seals) == 3
    assert house().seals[2:] == first.seals
    assert Message.objects.get().letter == {"to": "cleo@example.org"}


def test_a_rotation_that_was_stopped_leaves_every_seal(sealed, key_file, monkeypatch):
    before = house()
    after_rows(monkeypatch, 1, stop)

    with pytest.raises(PowerCut):
        rotate()

    assert house().seals[1:] == before.seals
    assert HouseKey.parse(key_file.read_text()) == house()


# --- a key from the environment ---------------------------------------------------------------


def test_a_key_from_the_environment_is_only_sealed_under(sealed, settings, key_file):
    old = house()
    new = old.with_new_seal()
    settings.HOUSE_KEYS = new.write()
    in_file = key_file.read_text()

    assert rotate() == len(sealed)

    assert marks() == {new.mark()}
    assert house() == new
    assert key_file.read_text() == in_file
    assert rotate() == 0, "Everything is under the first seal already."


# --- the command ------------------------------------------------------------------------------

ROWS = 250
FILL = f"""
from halved.accounts.models import Member
from halved.delivery.models import Message, PushSubscription, Report
from halved.pieces.models import Claim, Piece
nia = Member.objects.create_member("nia", "a river of small stones")
rows = [Message(member=nia, kind="ask", letter={{"number": n}}) for n in range({ROWS})]
Message.objects.bulk_create(rows)
"""
READ = """
from halved.delivery.models import Message, PushSubscription, Report
from halved.pieces.models import Claim, Piece
print(sorted(row.letter["number"] for row in Message.objects.all()))
"""


class Store:
    """A store of its own with many messages in it, and the `halved` command on it."""

    def __init__(self, folder: Path, url: str) -> None:
        self.url = url
        self.folder = folder
        self.running: list[processes.Running] = []
        self.env = processes.environment(folder, HALVED_DATABASE_URL=url)
        self.env["DJANGO_SETTINGS_MODULE"] = "halved.settings"
        self.python("from halved.operating import migrate; migrate(None)" + FILL)

    def python(self, code: str) -> str:
        command = [sys.executable, "-c", f"import django; django.setup()\n{code}"]
        return subprocess.run(
            command, cwd=processes.ROOT, env=self.env, check=True, capture_output=True, text=True
        ).stdout

    def rotate(self) -> processes.Running:
        running = processes.start("rotate-keys", env=self.env, log=self.folder / "rotate.log")
        self.running.append(running)
        return running

    def key(self) -> HouseKey:
        return HouseKey.parse((self.folder / "house.key").read_text())

    def sealed_under(self, key: HouseKey) -> int:
        """How many letters are sealed under the newest seal of a key."""
        query = "SELECT letter FROM delivery_message"
        if self.url:
            import psycopg

            with psycopg.connect(self.url) as connection:
                boxes = connection.execute(query).fetchall()
        else:
            connection = sqlite3.connect(self.folder / "halved.sqlite3")
            boxes = connection.execute(query).fetchall()
            connection.close()
        return sum(bytes(box)[:4] == key.mark() for (box,) in boxes)


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Iterator[Store]:
    with postgres.fresh_database() as url:
        store = Store(tmp_path_factory.mktemp("store"), url)
        yield store
        for running in store.running:
            running.kill()


@pytest.mark.store
def test_a_rotation_that_was_killed_can_be_run_again(store):
    stopped_in_the_middle(store).kill()
    assert 0 < store.sealed_under(store.key()) < ROWS

    again = store.rotate()

    assert again.process.wait(60) == 0, again.said()
    assert f"Sealed anew: {ROWS}" in again.said()
    assert store.sealed_under(store.key()) == ROWS
    assert store.python(READ).strip() == str(list(range(ROWS)))


@pytest.mark.store
def test_of_two_rotations_one_waits_for_the_other(store):
    first = stopped_in_the_middle(store)
    made_by_first = store.key()

    second = store.rotate()
    with pytest.raises(subprocess.TimeoutExpired):
        second.process.wait(1)
    assert store.key() == made_by_first, "The second may not begin yet."
    os.kill(first.process.pid, signal.SIGCONT)

    assert [running.process.wait(60) for running in (first, second)] == [0, 0], second.said()
    assert store.sealed_under(store.key()) == ROWS
    assert store.key().seals[1:] == made_by_first.seals[:1]
    assert store.python(READ).strip() == str(list(range(ROWS)))


def stopped_in_the_middle(store: Store) -> processes.Running:
    """A rotation that has sealed some rows, and sleeps. On a busy machine we may come too late to
    stop one: then the next is tried."""
    for _ in range(10):
        old, running = store.key(), store.rotate()
        wait_until(lambda old=old: store.key() != old and store.sealed_under(store.key()) > 0)
        os.kill(running.process.pid, signal.SIGSTOP)
        if store.sealed_under(store.key()) < ROWS:
            return running
        os.kill(running.process.pid, signal.SIGCONT)
        running.process.wait(60)
    raise AssertionError("Each was done before it could be stopped.")


def wait_until(happened: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "It did not happen in time."
        time.sleep(0.002)
