"""What happens between the `halved` command and the first page: settings, the store, a port, the
server. Django is loaded only when it is needed."""

import atexit
import os
import shutil
import signal
import socket
import sys
import tempfile
import threading
import time
import webbrowser
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from errno import EACCES, EDQUOT, ENOSPC, EROFS
from pathlib import Path
from typing import TypeVar

OWN_PORT = 8042
Told = TypeVar("Told")


def beforehand(do: Callable[[], Told]) -> Told:
    """What `do` returns, or raises. It runs in a process that ends then: the one that starts the
    web server stays small, and hands no open store on to it."""
    with ProcessPoolExecutor(max_workers=1) as process:
        return process.submit(plainly, do).result()


def set_up() -> None:
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management.base import BaseCommand, SystemCheckError

    from halved.vault.keys import BadHouseKey

    try:
        django.setup()
        BaseCommand().check()
    except (ImproperlyConfigured, SystemCheckError, BadHouseKey, OSError) as error:
        sys.exit(f"halved: {error}")
    except ValueError as error:
        sys.exit(f"halved: a setting cannot be read: {error}. See docs/settings.md.")


def make_ready() -> None:
    set_up()
    prepare()


def prepare() -> None:
    """Brings the store up to this version, deletes once more who was deleted before a backup came
    back, keeps to every opt-out since then, and puts the static files in place once."""
    from django.conf import settings
    from django.core.management import call_command

    from halved.archive.deleting import delete_again
    from halved.delivery.stopping import opt_out_again

    call_command("migrate", verbosity=0, interactive=False)
    delete_again()
    opt_out_again()
    whole: Path = settings.STATIC_ROOT / "whole"
    if not whole.exists():  # a full disk or a power cut may have left half of them
        shutil.rmtree(settings.STATIC_ROOT, ignore_errors=True)
        call_command("collectstatic", verbosity=0, interactive=False)
        whole.touch()


def plainly(do: Callable[[], Told]) -> Told:
    """What `do` returns. When the store or the disk refuses, the command ends with a sentence; with
    Ctrl-C it ends without a word."""
    try:
        return do()
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)
    except Exception as error:
        if why := _why_it_stopped(error):
            sys.exit(f"halved: {why}")
        raise


def _why_it_stopped(error: Exception) -> str:
    """What an operator reads when the store or the disk refuses; "" for what is our mistake."""
    from django.db import InterfaceError, InternalError, OperationalError

    from halved.logs import why_the_store_refuses

    if isinstance(error, InterfaceError | InternalError | OperationalError):
        return why_the_store_refuses(error)
    if isinstance(error, OSError) and error.errno in (ENOSPC, EROFS, EACCES, EDQUOT):
        return f"{error.strerror}: {error.filename or 'see HALVED_DATA_DIR'}"
    return ""


def show_metrics(port: int | None) -> None:
    """Answers Prometheus on a port of this machine, for this process and those it starts. Must come
    before anything counts: the counters then lie in files that these processes share."""
    if port is None:
        return
    folder = tempfile.mkdtemp(prefix="halved-metrics-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
    from prometheus_client import CollectorRegistry, start_http_server
    from prometheus_client.multiprocess import MultiProcessCollector

    registry = CollectorRegistry()
    MultiProcessCollector(registry)
    try:
        start_http_server(port, addr="127.0.0.1", registry=registry)
    except OSError:
        sys.exit(f"halved: something else listens on port {port}. Choose another.")


def serve_wsgi(host: str, port: int, workers: int = 1, threads: int = 4) -> None:
    from django.conf import settings
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    ours = settings.LOGGING["formatters"]["plain"]  # for the web server's own lines, too
    Granian(
        "halved.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=threads,
        log_access=False,
        log_level=LogLevels.warning,
        log_dictconfig={"formatters": {"generic": ours, "access": ours}},
        workers_kill_timeout=10,
    ).serve()


def free_port(wanted: int | None) -> int:
    """The port that was asked for, or says that it is taken; else ours, or any free one."""
    for port in [wanted] if wanted else [OWN_PORT, 0]:
        with socket.socket() as door:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                door.bind(("127.0.0.1", port or 0))
            except OSError:
                continue
            return int(door.getsockname()[1])
    sys.exit(f"halved: something else listens on port {wanted}. Choose another with --port.")


def open_when_ready(port: int, address: str) -> None:
    """Opens the browser as soon as the server answers; without one, the address was printed."""

    def wait() -> None:
        for _ in range(100):
            with socket.socket() as knock:
                if knock.connect_ex(("127.0.0.1", port)) == 0:
                    webbrowser.open(address)
                    return
            time.sleep(0.1)

    if address:
        threading.Thread(target=wait, daemon=True).start()


def time_zone_here() -> str:
    """The IANA name of this machine's time zone, or UTC where it does not tell."""
    name = (
        os.environ.get("TZ", "") or str(Path("/etc/localtime").resolve()).partition("zoneinfo/")[2]
    )
    try:
        from zoneinfo import ZoneInfo

        return ZoneInfo(name).key if name else "UTC"
    except (ValueError, OSError, KeyError):
        return "UTC"
