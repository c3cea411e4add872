"""What is written into each form of the private room is nowhere to be read in the store."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.store]

MARK = "Zaunkönig"
DAY = "2033-05-17"


@pytest.fixture
def written(room: Client, nia, place: str) -> list[str]:
    """Marked words through every form, as a person would write them. Returns the marks."""
    marks: list[str] = []

    def mark() -> str:
        marks.append(f"{MARK}-{len(marks)}")
        return marks[-1]

    for path, said in [
        ("/", {"words": mark()}),
        (place, {"weight": "7", "line": mark(), "wish": "2"}),
        (f"{place}edit/", {"words": mark(), "since": mark(), "better": mark(), "stop_on": DAY}),
        (f"{place}tried/", {"what": mark(), "on": DAY, "moved": "little"}),
        (f"{place}costs/", {"sleep": "2", "money": "1"}),
        (f"{place}barriers/", {"kinds": ["shame"], "own": mark()}),
        (f"{place}weigh/", {"yes": ["hiding", "deadline"], "wish": "3"}),
        (f"{place}plan/", {"kind": "event", "words": mark()}),
        (f"{place}plan/", {"kind": "standstill", "day": DAY, "hour": "04:44"}),
    ]:
        response = room.post(path, said)
        assert response.status_code == 302, (path, response.content)
    weighed = f"/carrying/weighed/{nia.weighings.get().pk}/"
    room.post(weighed, {"otherwise": mark()})
    room.post(weighed, {"choice": "0", "again_on": DAY})
    entry = f"/carrying/entry/tried/{nia.attempts.get().pk}/"
    room.post(entry, {"what": mark(), "on": DAY, "moved": "no"})
    return marks


def at_rest() -> bytes:
    """Every row of every table, as the store holds it."""
    found: list[bytes] = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                found += [
                    bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
                    for value in row
                ]
    return b"\n".join(found)


def test_no_mark_is_found_at_rest(written, room, place):
    store = at_rest()

    assert len(written) == 10
    assert MARK.encode() not in store
    assert b"Zaunk" not in store
    assert any(mark in room.get(place).content.decode() for mark in written), "it is there, sealed"


def test_no_choice_and_no_day_is_found_at_rest(written):
    store = at_rest()

    for word in ("hiding", "deadline", "shame", "little", "sleep", "standstill", DAY):
        lines = [line for line in store.split(b"\n") if word.encode() in line]
        # A plan keeps its moment in clear, so that it can come while the room is locked.
        assert [line for line in lines if not line.startswith(DAY.encode())] == [], word


def test_every_column_of_what_is_noted_is_sealed_but_ids_times_and_states():
    from halved.vault.fields import SealedField

    clear = {"id", "member", "concern", "ask", "at", "created_at", "put_away_at", "due_at"}
    clear |= {"state", "moment"}

    for model in apps.get_app_config("reflection").get_models():
        for field in model._meta.concrete_fields:
            assert isinstance(field, SealedField) or field.name in clear, f"{model}.{field.name}"


def test_the_log_says_nothing_of_it(caplog, written):
    assert MARK not in caplog.text
