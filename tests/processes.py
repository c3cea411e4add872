"""Halved as people start it: real processes with a data folder of their own, on 127.0.0.1."""

import atexit
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests import postgres

ROOT = Path(__file__).parent.parent


@dataclass
class Running:
    """A process that was started, what it was told, and where it writes what it says."""

    process: subprocess.Popen[bytes]
    env: dict[str, str]
    log: Path

    def stop(self, patience: float = 15) -> None:
        """Asks it to end (SIGTERM), and fails when it does not."""
        self.process.terminate()
        try:
            self.process.wait(patience)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"It did not stop in {patience} s:\n{self.said()}") from None
        finally:
            self.kill()

    def kill(self) -> None:
        """Ends it and its children at once (SIGKILL), as a power cut would."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def said(self) -> str:
        return self.log.read_text(errors="replace")


@dataclass
class Server(Running):
    url: str
    data_dir: Path

    @property
    def port(self) -> int:
        return int(self.url.rsplit(":", 1)[1])


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(data_dir: Path, **settings: str) -> dict[str, str]:
    """What a process of Halved gets to see: `settings`, and nothing of the test's own settings."""
    env = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("HALVED_", "DJANGO_", "PYTEST_"))
    }
    return env | {"HALVED_DATA_DIR": str(data_dir), "PYTHONUNBUFFERED": "1"} | settings


def start(*arguments: str, env: dict[str, str], log: Path, program: str = "halved") -> Running:
    """Starts `halved ARGUMENTS` and returns at once."""
    with log.open("ab") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", program, *arguments],
            cwd=ROOT,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    return Running(process, env, log)


def start_server(
    folder: Path, program: str = "halved", host: str = "127.0.0.1", **settings: str
) -> Server:
    """`halved serve` for a host that is open to everyone, ready to answer. Without an address of a
    store, it finds one in its data folder that is up to date."""
    port = free_port()
    url = f"http://{host}:{port}"
    data_dir = folder / "data"
    if not data_dir.exists():
        data_dir.mkdir(mode=0o700)
        copy_prepared(data_dir, store=not settings.get("HALVED_DATABASE_URL"))
    env = environment(
        data_dir,
        **{"HALVED_MODE": "host", "HALVED_PUBLIC_URL": url, "HALVED_SIGN_UP": "open"} | settings,
    )
    log = folder / "serve.log"
    running = start("serve", "--port", str(port), env=env, log=log, program=program)
    try:
        wait_until_it_answers(running, port)
    except BaseException:
        running.kill()
        raise
    return Server(running.process, env, running.log, url, data_dir)


# --- what a first start makes -----------------------------------------------------------------
# Made once and copied: it takes a server longer than all else it does until it answers.


def copy_prepared(data_dir: Path, *, store: bool) -> None:
    """The store, if wanted, and the static files. Each server makes keys of its own."""
    prepared = _prepared_folder()
    for folder in prepared.glob("static-*"):
        shutil.copytree(folder, data_dir / folder.name)
    if store:
        shutil.copy(prepared / "halved.sqlite3", data_dir)


@contextmanager
def prepared_database() -> Iterator[str]:
    """A new database as `halved migrate` leaves it; "" where the tests run on SQLite."""
    with postgres.fresh_database(like=_prepared_on_postgres()) as url:
        yield url


@cache
def _prepared_folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="halved-prepared-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _migrate(folder)
    return folder


@cache
def _prepared_on_postgres() -> str:
    kept = ExitStack()
    atexit.register(kept.close)
    if url := kept.enter_context(postgres.fresh_database()):
        _migrate(_prepared_folder(), HALVED_DATABASE_URL=url)
    return url


def _migrate(folder: Path, **settings: str) -> None:
    migrating = start("migrate", env=environment(folder, **settings), log=folder / "log")
    assert migrating.process.wait(120) == 0, migrating.said()


# --- is it there? -----------------------------------------------------------------------------


def wait_until_it_answers(running: Running, port: int, seconds: float = 30) -> None:
    """Returns when any page comes back; fails when the process ended or the time is up."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and running.process.poll() is None:
        if _answers(port):
            return
        time.sleep(0.05)
    raise AssertionError(f"Nothing answers on port {port}:\n{running.said()}")


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", "/now/")
        return connection.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
