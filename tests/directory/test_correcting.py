"""“This was wrong”: told to whoever runs the server, by nobody in particular."""

from __future__ import annotations

import pytest
from django.utils import timezone

from halved.directory import correcting
from halved.directory.models import Correction, Service
from tests.directory.desks import dataset, desk
from tests.journeys.visitors import ClientVisitor

WORDS = "It is the blue door now, ring twice."


@pytest.fixture
def row(db: None) -> Service:
    return desk()


@pytest.fixture
def visitor(row: Service) -> ClientVisitor:
    visitor = ClientVisitor()
    visitor.open(f"/places/{row.key}/")
    visitor.follow("This was wrong")
    return visitor


def correct(row: Service, words: str = "") -> bool:
    return correcting.correct(row, kind="hours", words=words, now=timezone.now())


def test_what_was_wrong_is_passed_on_and_the_words_are_sealed(visitor, row):
    visitor.send({"kind": "place", "words": WORDS})

    assert "It is passed on" in visitor.text
    made = Correction.objects.get()
    assert (made.kind, made.key, made.words) == ("place", row.key, WORDS)
    assert b"blue door" not in bytes(Correction.objects.values_list("words", flat=True)[0])


def test_nothing_is_kept_of_who_says_it(visitor):
    visitor.send({"kind": "closed"})

    kept = {field.name for field in Correction._meta.get_fields()}
    assert kept == {"id", "dataset", "key", "kind", "words", "sent_at"}
    assert "session" not in visitor.client.cookies


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"words": WORDS}, "Choose what was wrong."),
        ({"kind": "hours", "words": "x" * 1001}, "1000"),
    ],
)
def test_what_cannot_be_taken_is_said_and_kept(visitor, fields, said):
    visitor.send(fields)

    assert visitor.status == 422
    assert said in visitor.text
    assert fields["words"] in visitor.source
    assert not Correction.objects.exists()


def test_five_about_one_service_are_enough_and_the_words_are_given_back(visitor, row):
    assert [correct(row) for _ in range(5)] == [True] * 5

    visitor.send({"kind": "hours", "words": WORDS})

    assert visitor.status == 429
    assert WORDS in visitor.text
    assert Correction.objects.count() == 5
    assert correct(desk()), "about another service there is room"


def test_a_dataset_takes_no_flood(row, monkeypatch):
    monkeypatch.setattr(correcting, "OF_ALL", 2)

    assert [correct(desk()) for _ in range(3)] == [True, True, False]
    assert correct(desk(dataset("Elsewhere")))


def test_ten_an_hour_come_from_one_place(visitor):
    for _ in range(10):
        path = f"/places/{desk().key}/wrong/"
        assert visitor.client.post(path, {"kind": "hours"}).status_code == 200

    visitor.send({"kind": "hours", "words": WORDS})

    assert visitor.status == 429
    assert WORDS in visitor.source
    assert "Try again in an hour." in visitor.text


def test_on_her_own_machine_there_is_nobody_to_tell(visitor, row, settings):
    settings.OWN_MACHINE = True

    visitor.open(f"/places/{row.key}/wrong/")

    assert "there is nobody here to tell" in visitor.text
    assert not [form for form in visitor.page.forms if form.in_main]
    visitor.client.post(f"/places/{row.key}/wrong/", {"kind": "hours"})
    assert not Correction.objects.exists()


def test_corrections_stay_when_the_data_is_brought_in_anew(row):
    correct(row, WORDS)

    [(item, service)] = correcting.waiting(row.dataset)
    row.delete()

    assert (item.words, service) == (WORDS, row) or service is not None
    assert correcting.waiting(item.dataset)[0][1] is None
