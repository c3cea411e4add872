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
    in_memory, settings = connections["default"], connections.settings["default"]
    name, file = settings["NAME"], tmp_path / "store.sqlite3"
    with in_memory.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(file)])
    settings["NAME"] = str(file)
    connections["default"] = connections.create_connection("default")
    try:
        yield
    finally:
        connections["default"].close()
        settings["NAME"] = name
        connections["default"] = in_memory
