"""What the tests of asks need beside the four people."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection, connections


@pytest.fixture
def shared_store(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    """A store that several threads can use at once, each with a connection of its own.

    PostgreSQL is one. The tests' SQLite lies in memory, where threads do not queue as they do on
    a real file: it is copied to one. Ask for this before `nia`.
    """
    if connection.vendor != "sqlite":
        yield
        return
    # This thread's wrapper stays the same one: prepared queries hold on to it.
    store, settings = connections["default"], connections.settings["default"]
    name, file, in_memory = settings["NAME"], tmp_path / "store.sqlite3", store.connection
    with store.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(file)])
    settings["NAME"], store.connection = str(file), None
    try:
        yield
    finally:
        store.close()
        settings["NAME"], store.connection = name, in_memory
