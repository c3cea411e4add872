"""The `halved` command."""

import argparse
import os
import secrets
import shutil
import sys
import tempfile
import threading
from pathlib import Path

from halved import __version__
from halved.operating import COMMANDS, add_operators_commands
from halved.starting import (
    OWN_PORT,
    beforehand,
    free_port,
    make_ready,
    open_when_ready,
    plainly,
    serve_wsgi,
    set_up,
    show_metrics,
    time_zone_here,
)

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
    work = commands.add_parser("work", help="remind, pass on and send; one beside serve, or more")
    for one in (serve, work):
        one.add_argument("--metrics-port", type=_port, help="answer Prometheus on 127.0.0.1")
    demo = commands.add_parser("demo", help="show a made-up story in a store that is thrown away")
    _start_options(demo)
    _check_options(commands.add_parser("check", help="notes on the words of an ask"))
    add_operators_commands(commands)
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
    commands = COMMANDS | {
        None: own_machine,
        "serve": serve,
        "work": work,
        "demo": demo,
        "check": check,
        "states": states,
        "manage": manage,
    }
    plainly(lambda: commands[args.command](args))


# --- starting ---------------------------------------------------------------------------------


def own_machine(args: argparse.Namespace) -> None:
    """One person, on this machine."""
    port = free_port(args.port)
    token = secrets.token_urlsafe(16)
    os.environ["HALVED_MODE"] = "own"
    os.environ["HALVED_SETUP_TOKEN"] = token
    os.environ["HALVED_WORKER_INSIDE"] = "1"
    os.environ.setdefault("HALVED_TIME_ZONE", time_zone_here())
    is_set_up = beforehand(_own_room)
    address = f"http://127.0.0.1:{port}/" + ("" if is_set_up else f"setup/{token}/")
    print(f"Halved is here: {address}\nStop it with Ctrl-C.", flush=True)
    open_when_ready(port, "" if args.no_browser else address)
    serve_wsgi("127.0.0.1", port)


def _own_room() -> bool:
    """Whether there is a room on this machine yet."""
    make_ready()
    from halved.accounts.models import Member

    return Member.objects.exists()


def demo(args: argparse.Namespace) -> None:
    """A store that is thrown away, with Nia, Ben and Cleo in it."""
    port = free_port(args.port)
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
        HALVED_TIME_ZONE=time_zone_here(),
    )
    try:
        links = beforehand(_story)
        print(f"nia: {here}/demo/{token}/")
        print(f"ben: {links['ben']}")
        print(f"cleo: {links['cleo']}")
        print(f"help now: {here}/now/", flush=True)
        open_when_ready(port, "" if args.no_browser else f"{here}/demo/{token}/")
        serve_wsgi("127.0.0.1", port)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _story() -> dict[str, str]:
    make_ready()
    from halved.demo import tell

    return tell()


def serve(args: argparse.Namespace) -> None:
    """Pages for many members. `halved work` runs beside it."""
    show_metrics(args.metrics_port)
    beforehand(make_ready)
    print(f"Halved listens on {args.host}:{args.port}", flush=True)
    serve_wsgi(args.host, args.port, args.workers, args.threads)


def work(args: argparse.Namespace) -> None:
    """Reminds, passes on and sends until it is told to stop."""
    import signal

    show_metrics(args.metrics_port)
    set_up()
    from halved.worker import run

    stop = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stop.set())
    print("Halved works. Stop it with Ctrl-C.", flush=True)
    run(stop)


# --- for everyone and for developers -----------------------------------------------------------


def check(args: argparse.Namespace) -> None:
    """Notes on the words of an ask. Needs no store, and makes no keys."""
    from halved.wording.command import run

    sys.exit(run(args))


def states(args: argparse.Namespace) -> None:
    from halved.asks.states import draw

    print(draw(), end="")


def manage(args: argparse.Namespace) -> None:
    from django.core.management import execute_from_command_line

    execute_from_command_line(["halved manage", *args.rest])
