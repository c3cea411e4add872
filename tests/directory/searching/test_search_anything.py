"""Whatever is typed is a search, and nothing of it stays: not in the store, not in a log."""

from __future__ import annotations

import logging
import random
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.db import connection
from hypothesis import example, given, settings
from hypothesis import strategies as st

from halved.directory.models import Word
from halved.directory.searching.search import Query, counts_of, mend, search
from halved.directory.searching.spelling import LETTERS
from halved.directory.searching.words import FILLERS, stem
from tests.directory.searching import towns

pytestmark = [pytest.mark.store, pytest.mark.django_db]
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
MISTAKES = 1_000
CANARY = "zquirrelcanary"


@pytest.fixture(scope="module", autouse=True)
def _filled(django_db_setup: None, django_db_blocker) -> Iterator[None]:  # type: ignore[no-untyped-def]
    with django_db_blocker.unblock():
        dataset = towns.fill()
        yield
        dataset.delete()


TYPED = """AND OR NEAR( NOT * : ^ ( ) " ' & | ! \\ %s {} -- ; _ - . <-> h_debt k_debt debt food ’ İ
    ß ﬃ １２ عربي 中文 👍🏽 in Fennick ,"""
SIGNS = st.sampled_from([*TYPED.split(), "\0", "\ud800", "\u202e"])
MIXED = st.lists(SIGNS | st.text(max_size=8), max_size=12).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(
    text=MIXED | st.text(max_size=60), near=MIXED | st.text(max_size=30), page=st.integers(-3, 99)
)
@example(text='"' * 10_000, near="'" * 10_000, page=1)
@example(text="a " * 5_000, near="52.0, -1.0", page=1)
@example(text="debt " * 2_000, near="91, 200", page=10**9)
@example(text="debt", near="-90, 180", page=1)
@example(text="debt", near="90,-180", page=1)
@example(text="x" * 10_000, near="9" * 10_000, page=1)
def test_no_words_and_no_place_make_an_error(text, near, page):
    results = search(Query(text=text, near=near, page=page), NOON)

    assert len(results.hits) <= 10


@settings(max_examples=15, deadline=None)
@given(language=MIXED, way=MIXED, whom=MIXED, within=st.integers(-(10**6), 10**6))
def test_no_wish_makes_an_error(language, way, whom, within):
    query = Query("debt", "Fennick", within, language=language, way=way, whom=whom)

    results = search(query, NOON)

    assert len(results.hits) <= 10


def _slip(word: str, dice: random.Random) -> str:
    """One letter added, missing, wrong or swapped with the next; the first one too."""
    at = dice.randrange(len(word))
    letter, head, tail = dice.choice(LETTERS), word[:at], word[at:]
    made = {head + tail[1:], head + letter + tail, head + letter + tail[1:]}
    made.add(head + tail[1:2] + tail[:1] + tail[2:])
    return dice.choice(sorted(made - {word}))


def test_of_a_thousand_slips_nine_in_ten_are_mended():
    dice = random.Random(1)
    words = Word.objects.filter(count__gt=0).values_list("word", flat=True)
    known = sorted(word for word in words if len(word) > 3 and word.isalpha())
    known = [word for word in known if word not in FILLERS]
    right = 0
    for word in dice.choices(known, k=MISTAKES):
        wrong = _slip(word, dice)
        said = mend([wrong], counts_of([wrong])).text or wrong
        right += stem(word) in {stem(each) for each in said.split()}

    assert right / MISTAKES >= 0.9


def test_nothing_that_is_searched_is_kept(caplog: pytest.LogCaptureFixture):
    before = {model: model.objects.count() for model in _tables()}

    with caplog.at_level(logging.DEBUG):
        logging.getLogger("django.db.backends").setLevel(logging.INFO)  # it is as on a host
        search(Query(f"{CANARY} debt", f"{CANARY}ville"), NOON)

    assert CANARY not in caplog.text
    assert {model: model.objects.count() for model in _tables()} == before
    assert CANARY not in _everything_in_the_store()


def test_what_is_searched_travels_beside_the_question_and_not_in_it():
    """A server of PostgreSQL counts questions by their text, and may log slow ones."""
    questions: list[str] = []

    def note(execute, sql, parameters, many, context):  # type: ignore[no-untyped-def]
        questions.append(sql)
        return execute(sql, parameters, many, context)

    with connection.execute_wrapper(note):
        search(Query(f"{CANARY} debt", f"{CANARY}ville"), NOON)

    assert questions
    assert not [sql for sql in questions if CANARY in sql or "debt" in sql]


def _tables() -> list[type]:
    return [model for model in apps.get_models() if model._meta.managed]


def _everything_in_the_store() -> str:
    rows = [str(row) for model in _tables() for row in model.objects.values_list()]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT quote(block) FROM directory_terms_data")
            rows += [row[0] for row in cursor.fetchall()]
    return "\n".join(rows)
