"""What the log says of a store that refuses, and what to do about it."""

import sqlite3
from contextlib import closing

import psycopg
import pytest
from django.db import OperationalError

from halved.logs import why_the_store_refuses


@pytest.mark.parametrize(
    ("state", "what"),
    [
        ("53100", "its disk is full"),
        ("25006", "it takes no changes"),
        ("58030", "its disk fails"),
        ("XX001", "it is damaged"),
    ],
)
def test_the_log_knows_what_postgresql_says(state, what):
    error = OperationalError()
    error.__cause__ = psycopg.errors.lookup(state)("a row: something heavy")

    told = why_the_store_refuses(error)

    assert what in told
    assert "heavy" not in told


def test_the_log_knows_what_sqlite_says(tmp_path):
    (tmp_path / "store").write_bytes(b"no store any more " * 500)
    store = sqlite3.connect(tmp_path / "store")
    with closing(store), pytest.raises(sqlite3.DatabaseError) as told:
        store.execute("SELECT 1 FROM sqlite_master")

    assert "it is damaged: put a backup in its place" in why_the_store_refuses(told.value)
