"""Processes that are measured: each in a group of its own, and gone afterwards."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path

ROOT = Path(__file__).parent.parent
THREADS = 4  # what `halved serve` takes unless it is told otherwise


def settings(data_dir: Path, store: str = "") -> dict[str, str]:
    """A host that sends links and mail. No worker runs, so nothing goes out."""
    return {
        "HALVED_DATA_DIR": str(data_dir),
        "HALVED_DATABASE_URL": store,
        "HALVED_PUBLIC_URL": "https://halved.example.org",
        "HALVED_SMTP_URL": "smtp://127.0.0.1:1",
    }


def environment(**given: str) -> dict[str, str]:
    """What a process gets to see: nothing of the settings of whoever runs the bench."""
    hidden = ("HALVED_", "DJANGO_", "PYTHONDONTWRITEBYTECODE")
    env = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
    return env | {"PYTHONUNBUFFERED": "1"} | given


def python(*arguments: str, core: int | None = None, **env: str) -> str:
    """Runs a module to its end and returns what it printed."""
    with running(*arguments, core=core, **env) as process:
        said, _ = process.communicate()
        if process.returncode:
            sys.exit(f"bench: {' '.join(arguments)} failed.")
    return said


@contextmanager
def running(
    *arguments: str, core: int | set[int] | None = None, **env: str
) -> Iterator[subprocess.Popen[str]]:
    """Starts a module in the background, on one core, or some, if that is said."""

    def pin() -> None:
        if core is not None:
            os.sched_setaffinity(0, {core} if isinstance(core, int) else core)

    with subprocess.Popen(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        env=environment(**env),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=pin,
    ) as process:
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


@contextmanager
def granian(
    app: str, port: int, core: int | set[int], *, workers: int = 1, **env: str
) -> Iterator[subprocess.Popen[str]]:
    """The web server as `halved serve` starts it, with any application, ready to answer."""
    options = f"--interface wsgi --log-level warning --workers {workers} --port {port}"
    threads = ("--blocking-threads", str(THREADS))
    with running("granian", *options.split(), *threads, app, core=core, **env) as process:
        wait_for(port)
        yield process


def wait_for(port: int, path: str = "/", seconds: float = 30) -> None:
    """Returns as soon as any page comes back."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        connection = HTTPConnection("127.0.0.1", port, timeout=seconds)
        try:
            connection.request("GET", path)
            if connection.getresponse().status < 500:
                return
        except (OSError, HTTPException):
            time.sleep(0.005)
        finally:
            connection.close()
    sys.exit(f"bench: nothing answered on port {port}.")
