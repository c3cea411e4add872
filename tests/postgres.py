"""A throw-away PostgreSQL: `python -m tests.postgres COMMAND…` runs COMMAND on one.

The cluster listens on a unix socket in a temporary folder only, and is gone afterwards.
"""

import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

# Where servers are when their programs are not on the PATH: Debian, Red Hat, macOS.
PLACES = [
    "usr/lib/postgresql/*/bin",
    "usr/pgsql-*/bin",
    "opt/homebrew/opt/postgresql*/bin",
    "Applications/Postgres.app/Contents/Versions/latest/bin",
]

FORGETFUL = " -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off"


def find_programs() -> Path | None:
    """The folder with PostgreSQL's initdb and pg_ctl, or None where there is no server."""
    on_path = shutil.which("initdb")
    folders = [Path(on_path).resolve().parent] if on_path else []
    for place in PLACES:
        folders += sorted(Path("/").glob(place), reverse=True)
    for folder in folders:
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    return None


@contextmanager
def cluster(programs: Path, *, fsync: bool = False) -> Iterator[str]:
    """The address of a fresh cluster's database, as HALVED_DATABASE_URL takes it. It forgets what
    it was told when the power fails, unless `fsync`."""
    folder = Path(tempfile.mkdtemp(prefix="halved-postgres-"))
    data, log = folder / "data", folder / "log"
    # PostgreSQL refuses to run as root; its own user is there wherever it was installed.
    owner = "postgres" if os.getuid() == 0 else None
    options = f"-c listen_addresses='' -c unix_socket_directories='{folder}'"
    options += "" if fsync else FORGETFUL

    def run(program: str, *arguments: str) -> None:
        command = [str(programs / program), "-D", str(data), *arguments]
        with log.open("a") as out:
            subprocess.run(
                command, check=True, cwd=folder, stdout=out, stderr=out, user=owner, group=owner
            )

    try:
        if owner:
            shutil.chown(folder, owner, owner)
        run("initdb", "--auth=trust", "--username=halved", "--encoding=UTF8", "--locale=C")
        run("pg_ctl", "start", "--wait", "--log", str(folder / "server.log"), "--options", options)
        try:
            yield f"postgres://halved@/postgres?host={quote(str(folder), safe='')}"
        finally:
            run("pg_ctl", "stop", "--wait", "--mode", "immediate")
    except subprocess.CalledProcessError:
        sys.stderr.write(log.read_text() if log.exists() else "")
        raise
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def fresh_database(like: str = "") -> Iterator[str]:
    """A new database beside the one the tests run on: empty, or a copy of the one at `like`, which
    nobody may use meanwhile. "" where the tests run on SQLite."""
    url = os.environ.get("HALVED_DATABASE_URL", "")
    if not url.startswith("postgres"):
        yield ""
        return
    import psycopg
    from psycopg import sql

    name = sql.Identifier(f"halved_{secrets.token_hex(6)}")
    template = sql.Identifier(urlsplit(like).path.removeprefix("/") or "template1")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(name, template))
        try:
            yield urlunsplit(urlsplit(url)._replace(path=f"/{name.as_string(connection)[1:-1]}"))
        finally:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))


def main(command: list[str]) -> int:
    programs = find_programs()
    if programs is None:
        print("No PostgreSQL server on this machine: the store was tested on SQLite only.")  # noqa: T201
        return 0
    # A stop from outside must stop the cluster as well.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with cluster(programs) as url:
        env = os.environ | {"HALVED_DATABASE_URL": url}
        return subprocess.run(command, env=env, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
