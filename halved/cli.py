"""The `halved` command."""

import argparse
import os
import secrets
import shutil
import socket
import sys
import tempfile
import threading
import time
import webbrowser
from pathlib import Path

from halved import __version__
from halved.directory.options import add_directory_options
from halved.safety.command import add_lines_options

OWN_PORT = 8042
EPILOG = """\
Alone, `halved` runs on this machine for one person: it makes its data folder and keys,
starts, and opens the browser. Settings come from the environment: see docs/settings.md."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="halved",
        description="To ask for help, and to be answered.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"halved {__version__}")
    _start_options(parser)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    serve = commands.add_parser("serve", help="serve pages to many members, behind a TLS proxy")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    serve.add_argument("--port", type=_port, default=8000, help="port to listen on (8000)")
    serve.add_argument("--workers", type=int, default=1, help="processes (1)")
    serve.add_argument("--threads", type=int, default=4, help="threads in each process (4)")
    commands.add_parser("work", help="remind, pass on and send; run one beside serve, or more")
    demo = commands.add_parser("demo", help="show a made-up story in a store that is thrown away")
    _start_options(demo)
    _check_options(commands.add_parser("check", help="notes on the words of an ask"))
    add_lines_options(commands.add_parser("lines", help="check and correct the lines of Help now"))
    add_directory_options(commands.add_parser("directory", help="datasets of places to turn to"))
    now = commands.add_parser("now", help="write Help now to files, for a proxy to serve")
    now.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="where to")
    commands.add_parser("migrate", help="prepare the store, or bring it up to this version")
    commands.add_parser("invite", help="print a one-time link with which one person can sign up")
    reports = commands.add_parser("reports", help="read what was reported to you")
    reports.add_argument("--all", action="store_true", help="those you are done with as well")
    reports.add_argument("--done", metavar="NUMBER", help="be done with one: it is wiped")
    commands.add_parser("rotate-keys", help="make a new house key and re-seal under it")
    commands.add_parser("states", help="print docs/states.md (for developers)")
    manage = commands.add_parser("manage", help="run a Django command (for developers)")
    manage.add_argument("rest", nargs=argparse.REMAINDER)
    return parser


def _start_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=_port, default=None, help=f"port to listen on ({OWN_PORT})")
    parser.add_argument("--no-browser", action="store_true", help="only print the address")


def _check_options(parser: argparse.ArgumentParser) -> None:
    """The choices are those of halved.wording, which takes too long to load for other commands."""
    what = parser.add_mutually_exclusive_group()
    what.add_argument("file", nargs="?", metavar="FILE", help="the text; - or none: what is typed")
    what.add_argument("--list", action="store_true", help="every rule, with strength and grade")
    what.add_argument("--explain", metavar="ID", help="all that is known about one rule")
    parser.add_argument(
        "--for", dest="audience", default="friend", choices=["friend", "professional", "stranger"],
        help="who is asked (friend)",
    )  # fmt: skip
    parser.add_argument(
        "--way", default="text", choices=["text", "mail", "spoken"], help="how it is asked (text)"
    )
    parser.add_argument(
        "--kind", action="append", default=[],
        choices=["instrumental", "informational", "emotional"],
        help="which help is asked for; may be given again",
    )  # fmt: skip
    parser.add_argument(
        "--lang", default="", choices=["en", "de"], help="its language (told by the text)"
    )
    parser.add_argument("--json", action="store_true", help="for programs: see docs/wording.md")


def _port(text: str) -> int:
    port = int(text) if text.isdigit() else 0
    if not 1 <= port <= 65535:
        raise argparse.ArgumentTypeError(f"{text} is no port: choose a number from 1 to 65535")
    return port


def main() -> None:
    args = _parser().parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "halved.settings")
    os.umask(0o077)
    commands = {
        None: own_machine,
        "serve": serve,
        "work": work,
        "demo": demo,
        "check": check,
        "lines": lines,
        "directory": directory,
        "now": now,
        "migrate": migrate,
        "invite": invite,
        "reports": reports,
        "rotate-keys": rotate_keys,
        "states": states,
        "manage": manage,
    }
    commands[args.command](args)


# --- starting ---------------------------------------------------------------------------------


def own_machine(args: argparse.Namespace) -> None:
    """One person, on this machine."""
    port = _free_port(args.port)
    token = secrets.token_urlsafe(16)
    os.environ["HALVED_MODE"] = "own"
    os.environ["HALVED_SETUP_TOKEN"] = token
    os.environ["HALVED_WORKER_INSIDE"] = "1"
    os.environ.setdefault("HALVED_TIME_ZONE", _time_zone_here())
    _set_up()
    _prepare()
    from halved.accounts.models import Member

    address = f"http://127.0.0.1:{port}/"
    if not Member.objects.exists():
        address += f"setup/{token}/"
    print(f"Halved is here: {address}\nStop it with Ctrl-C.", flush=True)
    _open_when_ready(port, "" if args.no_browser else address)
    _serve_wsgi("127.0.0.1", port)


def demo(args: argparse.Namespace) -> None:
    """A store that is thrown away, with Nia, Ben and Cleo in it."""
    port = _free_port(args.port)
    token = secrets.token_urlsafe(16)
    folder = Path(tempfile.mkdtemp(prefix="halved-demo-"))
    here = f"http://127.0.0.1:{port}"
    for name in [name for name in os.environ if name.startswith("HALVED_")]:
        del os.environ[name]
    os.environ.update(
        HALVED_DATA_DIR=str(folder),
        HALVED_MODE="host",
        HALVED_PUBLIC_URL=here,
        HALVED_DEMO_TOKEN=token,
        HALVED_WORKER_INSIDE="1",
        HALVED_TIME_ZONE=_time_zone_here(),
    )
    try:
        _set_up()
        _prepare()
        from halved.demo import tell

        links = tell()
        print(f"nia: {here}/demo/{token}/")
        print(f"ben: {links['ben']}")
        print(f"cleo: {links['cleo']}")
        print(f"help now: {here}/now/", flush=True)
        _open_when_ready(port, "" if args.no_browser else f"{here}/demo/{token}/")
        _serve_wsgi("127.0.0.1", port)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def serve(args: argparse.Namespace) -> None:
    """Pages for many members. `halved work` runs beside it."""
    _set_up()
    _prepare()
    print(f"Halved listens on {args.host}:{args.port}", flush=True)
    _serve_wsgi(args.host, args.port, args.workers, args.threads)


def work(args: argparse.Namespace) -> None:
    """Reminds, passes on and sends until it is told to stop."""
    import signal

    _set_up()
    from halved.worker import run

    stop = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stop.set())
    print("Halved works. Stop it with Ctrl-C.", flush=True)
    run(stop)


def _set_up() -> None:
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


def _prepare() -> None:
    """Brings the store up to this version, deletes once more who was deleted before a backup came
    back, and puts the static files in place once."""
    from django.conf import settings
    from django.core.management import call_command

    from halved.archive.deleting import delete_again

    call_command("migrate", verbosity=0, interactive=False)
    delete_again()
    if not (settings.STATIC_ROOT / "staticfiles.json").exists():
        call_command("collectstatic", verbosity=0, interactive=False)


def _serve_wsgi(host: str, port: int, workers: int = 1, threads: int = 4) -> None:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    from halved.logs import GRANIAN

    Granian(
        "halved.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=threads,
        log_access=False,
        log_level=LogLevels.warning,
        log_dictconfig=GRANIAN,
        workers_kill_timeout=10,
    ).serve()


def _free_port(wanted: int | None) -> int:
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


def _open_when_ready(port: int, address: str) -> None:
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


def _time_zone_here() -> str:
    """The IANA name of this machine's time zone, or UTC where it does not tell."""
    name = (
        os.environ.get("TZ", "") or str(Path("/etc/localtime").resolve()).partition("zoneinfo/")[2]
    )
    try:
        from zoneinfo import ZoneInfo

        return ZoneInfo(name).key if name else "UTC"
    except (ValueError, OSError, KeyError):
        return "UTC"


# --- for operators and developers -------------------------------------------------------------


def check(args: argparse.Namespace) -> None:
    """Notes on the words of an ask. Needs no store, and makes no keys."""
    from halved.wording.command import run

    sys.exit(run(args))


def lines(args: argparse.Namespace) -> None:
    _set_up()
    from django.conf import settings
    from django.utils.timezone import localdate

    from halved.safety.command import run_lines

    sys.exit(run_lines(args, settings.LINES_FILE, localdate()))


def directory(args: argparse.Namespace) -> None:
    _set_up()
    _prepare()
    from django.utils import timezone

    from halved.directory.command import run_directory

    sys.exit(run_directory(args, timezone.now()))


def now(args: argparse.Namespace) -> None:
    _set_up()
    from django.conf import settings
    from django.utils.timezone import localdate

    from halved.safety.book import open_book
    from halved.safety.files import write_pages

    pages = write_pages(open_book(settings.LINES_FILE), args.out, localdate())
    print(f"{pages} countries are in {args.out}.")


def migrate(args: argparse.Namespace) -> None:
    _set_up()
    _prepare()
    print("The store is ready.")


def invite(args: argparse.Namespace) -> None:
    _set_up()
    from django.conf import settings

    from halved.accounts.models import SignUpInvite

    if not settings.PUBLIC_URL:
        sys.exit("halved: set HALVED_PUBLIC_URL first, so that the link leads here.")
    print(f"{settings.PUBLIC_URL}/sign-up/?invite={SignUpInvite.make()}")
    print("It works once, within 14 days.")


def reports(args: argparse.Namespace) -> None:
    """To this terminal only, never to a log."""
    _set_up()
    from django.utils import timezone

    from halved.delivery.reports import found, open_or_all, settle, told

    if args.done:
        rows = list(found(args.done))
        if len(rows) != 1:
            sys.exit(f"halved: {len(rows)} reports have a number like {args.done}.")
        said = (
            "What it showed is wiped." if settle(rows[0], timezone.now()) else "It was done before."
        )
        print(said)
        return
    rows = list(open_or_all(everything=args.all))
    print("\n\n".join(map(told, rows)) if rows else "There is no report.")


def rotate_keys(args: argparse.Namespace) -> None:
    _set_up()
    from django.conf import settings

    from halved.vault.rotation import rotate

    print(f"Sealed anew: {rotate()}")
    if settings.HOUSE_KEYS:
        print("The key came from HALVED_HOUSE_KEY: you can now take out all seals but the first.")


def states(args: argparse.Namespace) -> None:
    from halved.asks.states import draw

    print(draw(), end="")


def manage(args: argparse.Namespace) -> None:
    from django.core.management import execute_from_command_line

    execute_from_command_line(["halved manage", *args.rest])
