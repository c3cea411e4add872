"""Copies of the store: `halved backup` makes one while everything runs, `halved restore` puts it
into an empty store.

A copy holds what the store holds, sealed as it is there, but no sessions. The keys are not in it.
"""

import os
import secrets
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from django.db import connection

from halved.accounts.models import Session

SESSIONS = Session._meta.db_table
ONE_OF_OURS = "accounts_member"
REACH = (
    "host", "port", "user", "dbname", "service", "passfile",
    "sslmode", "sslrootcert", "sslcert", "sslkey",
)  # fmt: skip


class BadBackup(Exception):
    """It cannot be made, or not be put back. The message says why, and what to do."""


def backup(path: Path) -> None:
    """Copies the store as it is at one moment into a new file that only its owner can read, whole
    or not at all. Raises BadBackup."""
    if path.exists():
        raise BadBackup(f"{path} is there already. Give it another name.")
    with _draft(path) as draft:
        if connection.vendor == "sqlite":
            _copy_out(draft)
        else:
            _run(
                "pg_dump", "--format=custom", f"--exclude-table-data={SESSIONS}", f"--file={draft}"
            )
        with draft.open("rb") as file:
            os.fsync(file.fileno())


@contextmanager
def _draft(path: Path) -> Iterator[Path]:
    """A file beside it that takes its name once it is whole."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        yield draft
        draft.rename(path)
    except OSError as error:
        raise BadBackup(f"The copy could not be written: {error.strerror}.") from error
    except sqlite3.OperationalError as error:
        raise BadBackup(f"The copy could not be written: {error}.") from error
    finally:
        with suppress(OSError):  # on a disk that takes no changes there is none
            draft.unlink()


def _copy_out(draft: Path) -> None:
    """All of it at a stretch, while others write: between two stretches, SQLite would begin anew
    when somebody has written. Needs no more room than the copy."""
    connection.ensure_connection()
    with closing(sqlite3.connect(draft, isolation_level=None)) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        copy.execute("PRAGMA secure_delete=ON")
        copy.execute(f"DELETE FROM {SESSIONS}")  # noqa: S608 a name of ours
        _check(copy)


def _check(copy: sqlite3.Connection) -> None:
    try:
        [(said,), *_] = copy.execute("PRAGMA integrity_check").fetchall()
        ours = copy.execute("SELECT 1 FROM sqlite_master WHERE name = ?", [ONE_OF_OURS]).fetchone()
    except sqlite3.DatabaseError as error:
        raise BadBackup("This file is no copy of a store, or it is damaged.") from error
    if said != "ok" or not ours:
        raise BadBackup("This file is no copy of a store, or it is damaged.")


def restore(path: Path) -> None:
    """Fills an empty store with a copy, all of it or nothing. `halved migrate` must follow; it
    brings the store up to this version and keeps the promises that were made since the copy.
    Raises BadBackup."""
    if not path.is_file():
        raise BadBackup(f"There is no file {path}.")
    if connection.introspection.table_names():
        raise BadBackup(
            "The store is not empty. Stop every `halved`, move its file away or give it a new"
            " database, and try again."
        )
    if connection.vendor == "sqlite":
        _copy_in(path)
    else:
        _run("pg_restore", "--no-owner", "--no-privileges", "--exit-on-error",
             "--single-transaction", str(path))  # fmt: skip
    connection.close()


def _copy_in(path: Path) -> None:
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as copy:
            _check(copy)
            connection.ensure_connection()
            copy.backup(connection.connection)
    except sqlite3.OperationalError as error:
        raise BadBackup(f"The store could not be filled: {error}.") from error
    except sqlite3.Error as error:
        raise BadBackup("This file cannot be read.") from error


def _run(program: str, *arguments: str) -> None:
    """One of PostgreSQL's own programs. The password is handed over by the environment, so that it
    stands in no list of processes."""
    from psycopg.conninfo import make_conninfo

    # Not all that the driver knows: the programs may be older than its library.
    given = connection.get_connection_params()
    reach = make_conninfo(**{name: given[name] for name in REACH if name in given})
    env = {**os.environ, "PGPASSWORD": str(given.get("password", ""))}
    command = [program, f"--dbname={reach}", *arguments]
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, env=env)  # noqa: S603
    except FileNotFoundError as error:
        raise BadBackup(
            f"{program} is not on this machine. Install the client programs of PostgreSQL."
        ) from error
    except subprocess.CalledProcessError as error:
        said = next(iter(error.stderr.splitlines()), "it did not say why")
        raise BadBackup(f"{program} gave up: {said}") from error
