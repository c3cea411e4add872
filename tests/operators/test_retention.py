"""What is kept has an end, and the page, the document and the worker know the same one."""

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from halved import worker
from halved.accounts.models import Session, SignUpInvite
from halved.delivery.models import Message, Recipient, Report, StopRequest, Written
from halved.directory.models import Correction
from halved.limits.models import Bucket, milliseconds
from halved.operators import retention
from halved.operators.models import Act, Tally
from halved.operators.retention import BATCH, BATCHES, KEPT, prune
from tests.asks.asking import DAY, NOON
from tests.directory.desks import desk

GUIDE = Path(__file__).parents[2] / "docs" / "running-it.md"
MOMENT = timedelta(seconds=1)
# Each kind of row that runs out, just over and not quite.
AGES = {
    "sent": (Message, {"state": "sent"}, "ended_at", DAY),
    "failed": (Message, {"state": "failed"}, "ended_at", 180 * DAY),
    "written": (Written, {"who": b"1"}, "at", 7 * DAY),
    "recipient": (Recipient, {"who": b"1"}, "since", 180 * DAY),
    "stop": (StopRequest, {"address_hash": b"1"}, "at", DAY),
    "done": (Report, {"place": b"1", "reported_at": NOON}, "done_at", 30 * DAY),
    "report": (Report, {"place": b"1"}, "reported_at", 180 * DAY),
    "correction": (Correction, {"key": uuid4()}, "sent_at", 180 * DAY),
    "invitation": (SignUpInvite, {"token_hash": b"1"}, "expires_at", 0 * DAY),
    "session": (Session, {"pk": "1"}, "expires_at", 0 * DAY),
    "act": (Act, {"kind": "settled"}, "at", 365 * DAY),
}
# What has no end of its own, and why.
STAYS = {
    "delivery.OptOut": "for good, as people were promised",
    "operators.Tally": "one row for each count, counted anew",
    "directory.Dataset": "until the operator takes it away",
    "directory.Service": "with its dataset",
    "directory.Change": "until it is done, or dropped",
    "directory.Entry": "with its dataset",
    "directory.Upload": "until it is read, or cannot be: three tries",
    "directory.UploadPart": "with its upload",
    "directory.Word": "with its dataset",
    "directory.Place": "with its dataset",
    "contenttypes.ContentType": "one for each model",
    "auth.Permission": "a few for each model",
    "auth.Group": "never filled",
    "account.EmailConfirmation": "never filled",
}


def made(name: str, nia: object, age: timedelta) -> type:
    model, about, field, _ = AGES[name]
    about = {**about, field: NOON - age}
    if model is Recipient:
        about["member"] = nia
    if model is Correction:
        about["dataset"] = desk().dataset
    model.objects.create(**about)
    return model


@pytest.mark.parametrize("name", AGES)
def test_what_has_run_out_is_dropped_and_not_a_moment_before(nia, name):
    life = AGES[name][3]
    model = made(name, nia, life - MOMENT)

    prune(NOON)
    before = model.objects.count()
    prune(NOON + MOMENT)

    assert (before, model.objects.count()) == (1, 0)


def test_an_invitation_that_was_used_is_dropped_at_once(db):
    SignUpInvite.objects.create(token_hash=b"1", expires_at=NOON + DAY, used_at=NOON)

    prune(NOON)

    assert not SignUpInvite.objects.exists()


def test_counts_of_what_was_tried_are_dropped_when_they_say_nothing_more(db):
    Bucket.objects.create(place=b"1", full_at=milliseconds(NOON))
    Bucket.objects.create(place=b"2", full_at=milliseconds(NOON) + 1)

    prune(NOON)

    assert [bytes(row.place) for row in Bucket.objects.all()] == [b"2"]


def test_a_message_that_waits_is_kept_however_old(nia):
    Message.objects.create(member=nia, kind="notice", due_at=NOON - 400 * DAY)

    prune(NOON)

    assert Message.objects.exists()


@pytest.mark.store
def test_what_comes_into_use_again_while_it_is_dropped_stays(nia):
    Session.objects.create(key_hash="0" * 64, member=nia, content={}, expires_at=NOON)

    def meanwhile(execute, sql, *about):
        if sql.startswith("DELETE") and Session._meta.db_table in sql:
            Session.objects.update(expires_at=NOON + DAY)
        return execute(sql, *about)

    with connection.execute_wrapper(meanwhile):
        prune(NOON)

    assert Session.objects.get().expires_at == NOON + DAY


def test_one_round_drops_a_bounded_number_in_batches(db, monkeypatch):
    monkeypatch.setattr(retention, "BATCH", 10)
    monkeypatch.setattr(retention, "BATCHES", 2)
    Written.objects.bulk_create(Written(who=b"1", at=NOON - 8 * DAY) for _ in range(25))

    with CaptureQueriesContext(connection) as queries:
        prune(NOON)
    left = Written.objects.count()
    prune(NOON)

    deletes = [q["sql"] for q in queries if q["sql"].startswith('DELETE FROM "delivery_written"')]
    assert (left, len(deletes), Written.objects.count()) == (5, 2, 0)
    assert BATCH * BATCHES >= 10_000


def test_the_worker_drops_by_the_table_and_counts(nia, transactional_db):
    made("sent", nia, DAY)

    worker.tidy(NOON)

    assert not Message.objects.exists()
    assert Tally.objects.get(name="members").rounded == 0


@pytest.mark.store
def test_what_runs_out_is_found_by_an_index(nia):
    rows = next(kept.over for kept in KEPT if kept.what.startswith("that a message went out"))
    plan = rows(NOON).order_by().explain()

    if connection.vendor == "sqlite":
        assert "message_ended" in plan
    else:
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
        assert "message_ended" in rows(NOON).order_by().explain()


def test_the_guide_says_the_same(db):
    said = GUIDE.read_text().partition("### What is kept, and for how long")[2]
    rows = [line for line in said.split("\n") if line.startswith("| ")][1:]

    assert rows == [f"| {kept.what} | {kept.until} |" for kept in KEPT]


def test_the_page_says_the_same(desk):
    page = desk.get("/operator/kept/").content.decode()

    for kept in KEPT:
        assert kept.what[1:] in page and kept.until[1:] in page


def test_every_model_has_an_end_a_member_or_a_reason(db):
    dropped = {kept.over(NOON).model for kept in KEPT if kept.over}

    without = {
        model._meta.label
        for model in apps.get_models()
        if model not in dropped and not belongs_to_a_member(model)
    }

    assert without == set(STAYS), "Say in retention.KEPT when it goes, or here why it stays."


def belongs_to_a_member(model: type) -> bool:
    """It goes when the member deletes everything."""
    links = {"member", "ask", "feed", "piece", "invitation", "user"}
    return model._meta.label == "accounts.Member" or bool(
        links & {field.name for field in model._meta.concrete_fields}
    )
