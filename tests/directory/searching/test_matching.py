"""What the index finds, and how seldom it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from halved.directory.models import Entry
from halved.directory.searching.matching import All, AnyOf, Expression, fits, matches
from halved.directory.searching.search import Query, search
from tests.directory.searching import towns

pytestmark = [pytest.mark.store, pytest.mark.django_db]
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def few(parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[list[Expression]]:
    return st.lists(parts, min_size=1, max_size=3)


TOKENS = ["debt", "food", "k_food", "h_food", "t_fennick", "w_phone", "f_free", "nobody-says-this"]
EXPRESSIONS = st.recursive(
    st.sampled_from(TOKENS),
    lambda parts: st.builds(All, few(parts)) | st.builds(AnyOf, few(parts)),
    max_leaves=6,
)


@pytest.fixture(scope="module", autouse=True)
def _filled(django_db_setup: None, django_db_blocker) -> Iterator[None]:  # type: ignore[no-untyped-def]
    with django_db_blocker.unblock():
        dataset = towns.fill()
        yield
        dataset.delete()


@given(EXPRESSIONS)
@settings(max_examples=30)
def test_the_index_finds_what_fits_and_nothing_else(expression):
    fitting = {
        pk for pk, terms in Entry.objects.values_list("pk", "terms") if fits(expression, terms)
    }

    found = {row.entry for row in matches(expression, 10_000)}

    assert found == fitting


def test_three_words_that_nobody_has_together_are_two_questions():
    with CaptureQueriesContext(
        connection,
    ) as asked:
        found = search(Query(text="toothache asylum mortgage", near="Fennick"), NOON)

    questions = [each["sql"] for each in asked if "directory_entry" in each["sql"]]
    assert {"dentist", "migrants"} <= {hit.service.uid for hit in found.hits}
    assert len(questions) == 2
