"""Prepared queries find, change and remove what the ORM would, on either store."""

from __future__ import annotations

import threading
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection
from django.db.models import Exists, OuterRef
from django.db.transaction import atomic
from django.test.utils import CaptureQueriesContext

from halved.accounts.models import Member
from halved.asks.models import Ask
from halved.delivery.models import Message, Written
from halved.prepared import Change, Find, Given, Remove, insert
from halved.reflection.models import Concern
from tests.asks.asking import NOON

pytestmark = pytest.mark.store


@pytest.fixture
def ask(nia: Member) -> Ask:
    return Ask.objects.create(member=nia, created_at=NOON)


def test_a_row_is_the_one_the_orm_finds(ask):
    later = Ask.objects.filter(created_at__gt=OuterRef("created_at"))
    find = Find(
        lambda: (
            Ask.objects.filter(pk=Given("pk"), created_at__lte=Given("now"))
            .annotate(is_last=~Exists(later))
            .select_related("member")
        )
    )

    found = find.first(pk=ask.pk, now=NOON)

    assert found == ask
    assert (found.created_at, found.concern_id, found.is_last) == (NOON, None, True)
    assert found.member == ask.member
    assert bytes(found.member.public_key) == bytes(ask.member.public_key)


def test_a_related_row_that_is_not_there_is_none(nia, ask):
    find = Find(lambda: Ask.objects.filter(pk=Given("pk")).select_related("concern"))
    assert find.first(pk=ask.pk).concern is None

    ask.concern = Concern.put_down(nia, "Mum comes home on Thursday.")
    ask.save()

    assert find.first(pk=ask.pk).concern == ask.concern


def test_values_are_given_anew_each_time(nia, ask):
    find = Find(lambda: Ask.objects.filter(pk=Given("pk"), created_at__lte=Given("now")))

    assert find.first(pk=ask.pk, now=NOON) == ask
    assert find.first(pk=uuid4(), now=NOON) is None
    assert find.first(pk=ask.pk, now=NOON - timedelta(microseconds=1)) is None


def test_what_was_left_out_is_read_when_it_is_needed(nia, ask):
    find = Find(lambda: Ask.objects.filter(pk=Given("pk")).only("state"))

    found = find.first(pk=ask.pk)

    assert found.get_deferred_fields() >= {"created_at", "words"}
    assert found.created_at == NOON


def test_a_sealed_field_opens_as_on_any_row(nia, ask):
    ask.words = "Could you come?"
    ask.save()

    found = Find(lambda: Ask.objects.filter(pk=Given("pk"))).first(pk=ask.pk)
    found.member = nia

    assert found.words == "Could you come?"


def test_a_change_happens_only_on_its_condition(ask):
    close = Change(
        lambda: Ask.objects.filter(pk=Given("pk"), state=Given("seen")), closed_at=Given("now")
    )

    assert close(pk=ask.pk, seen="open", now=NOON) == 0
    assert close(pk=ask.pk, seen="draft", now=NOON) == 1
    assert Ask.objects.get().closed_at == NOON


def test_only_what_meets_the_condition_is_removed(nia):
    kept, gone = (Message.objects.create(member=nia, about=uuid4(), kind="ask") for _ in range(2))
    remove = Remove(lambda: Message.objects.filter(about=Given("about")))

    assert remove(about=gone.about) == 1
    assert list(Message.objects.all()) == [kept]


def test_a_new_row_is_stored_as_save_would_store_it(nia):
    message = Message(member=nia, kind="notice", due_at=NOON)
    message.letter = {"url": "/"}

    insert(message)
    insert(Written(who=b"who", at=NOON))

    stored = Message.objects.get(pk=message.pk)
    assert (stored.member, stored.due_at, stored.letter) == (nia, NOON, {"url": "/"})
    assert (bytes(Written.objects.get().who), Written.objects.get().at) == (b"who", NOON)


def test_what_the_store_refuses_is_an_error_of_the_orm(nia):
    message = Message(member=nia, kind="notice")
    insert(message)

    with pytest.raises(DatabaseError), atomic():
        insert(message)


def test_whoever_watches_sees_the_query(ask):
    find = Find(lambda: Ask.objects.filter(pk=Given("pk")))

    with CaptureQueriesContext(connection) as queries:
        found = find.first(pk=ask.pk)

    assert found == ask
    assert ["asks_ask" in query["sql"] for query in queries.captured_queries] == [True]


def test_each_thread_puts_it_together_for_itself(ask):
    find = Find(lambda: Ask.objects.filter(pk=Given("pk")))
    found = find.first(pk=ask.pk)
    elsewhere = []

    thread = threading.Thread(target=lambda: elsewhere.append("_put_together" in vars(find)))
    thread.start()
    thread.join()

    assert found == ask
    assert ("_put_together" in vars(find), elsewhere) == (True, [False])
