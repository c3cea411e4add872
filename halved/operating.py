"""What operators do by the `halved` command. Django is loaded only when it is needed."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from halved.directory.options import add_directory_options
from halved.safety.command import add_lines_options
from halved.starting import make_ready, prepare, set_up


def add_operators_commands(commands: Any) -> None:
    """`commands` is what argparse gives for subcommands."""
    add_lines_options(commands.add_parser("lines", help="check and correct the lines of Help now"))
    add_directory_options(commands.add_parser("directory", help="datasets of places to turn to"))
    now = commands.add_parser("now", help="write Help now to files, for a proxy to serve")
    now.add_argument("--out", type=Path, metavar="FOLDER", help="where to (HALVED_NOW_DIR)")
    commands.add_parser("migrate", help="prepare the store, or bring it up to this version")
    commands.add_parser("invite", help="print a one-time link with which one person can sign up")
    operator = commands.add_parser("operator", help="let a member look after this server")
    operator.add_argument("name", metavar="NAME", help="with which they sign in")
    operator.add_argument("--off", action="store_true", help="no longer")
    suspend = commands.add_parser("suspend", help="suspend a member, or let them back")
    suspend.add_argument("name", metavar="NAME", help="or the account as a report shows it")
    suspend.add_argument("--off", action="store_true", help="let them back")
    delete = commands.add_parser("delete-member", help="delete all of a member who asked for it")
    delete.add_argument("name", metavar="NAME", help="with which they sign in")
    reports = commands.add_parser("reports", help="read what was reported to you")
    reports.add_argument("--all", action="store_true", help="those you are done with as well")
    reports.add_argument("--done", metavar="NUMBER", help="be done with one: it is wiped")
    commands.add_parser("doctor", help="look at all that a host needs, and say what to do")
    copy = commands.add_parser("backup", help="copy the store into a file, while all runs")
    copy.add_argument("file", type=Path, metavar="FILE", help="a new file")
    back = commands.add_parser("restore", help="put a copy into an empty store")
    back.add_argument("file", type=Path, metavar="FILE", help="what `halved backup` made")
    commands.add_parser("rotate-keys", help="make a new house key and re-seal under it")


def migrate(args: argparse.Namespace) -> None:
    make_ready()
    print("The store is ready.")


def invite(args: argparse.Namespace) -> None:
    set_up()
    from django.conf import settings
    from django.utils import timezone

    from halved.accounts.models import SignUpInvite
    from halved.operators.models import Act

    if not settings.PUBLIC_URL:
        sys.exit("halved: set HALVED_PUBLIC_URL first, so that the link leads here.")
    print(f"{settings.PUBLIC_URL}/sign-up/?invite={SignUpInvite.make()}")
    print("It works once, within 14 days.")
    Act.note(None, Act.Kind.INVITED, timezone.now())


def operator(args: argparse.Namespace) -> None:
    set_up()
    from django.utils import timezone

    from halved.accounts.operators import appoint
    from halved.operators.models import Act

    if not appoint(args.name, on=not args.off):
        sys.exit(f"halved: nobody here signs in as {args.name}.")
    Act.note(None, Act.Kind.DISMISSED if args.off else Act.Kind.APPOINTED, timezone.now())
    may = "no longer looks" if args.off else "looks"
    print(f"{args.name} {may} after this server, and sees nothing that people write.")


def suspend(args: argparse.Namespace) -> None:
    set_up()
    from django.utils import timezone

    from halved.operators import suspending

    member, now = suspending.member_called(args.name), timezone.now()
    if member is None:
        sys.exit(f"halved: nobody here signs in as {args.name}.")
    do = suspending.let_back if args.off else suspending.suspend
    if not do(member.pk, now):
        sys.exit(f"halved: {args.name} is {'not' if args.off else 'already'} suspended.")
    if args.off:
        print(f"{args.name} can come in again.")
    else:
        print(f"{args.name} cannot come in, and nothing more goes out for them.")


def delete_member(args: argparse.Namespace) -> None:
    set_up()
    from django.utils import timezone

    from halved.archive.asked_for import delete_asked_for
    from halved.operators.models import Act

    if code := delete_asked_for(args.name):
        sys.exit(code)
    Act.note(None, Act.Kind.DELETED, timezone.now())


def reports(args: argparse.Namespace) -> None:
    """To this terminal only, never to a log."""
    set_up()
    from django.utils import timezone

    from halved.delivery.reports import found, open_or_all, settle, told
    from halved.operators.models import Act

    if args.done:
        rows = list(found(args.done))
        if len(rows) != 1:
            sys.exit(f"halved: {len(rows)} reports have a number like {args.done}.")
        if settle(rows[0], timezone.now()):
            Act.note(None, Act.Kind.SETTLED, timezone.now())
            print("What it showed is wiped.")
        else:
            print("It was done before.")
        return
    rows = list(open_or_all(everything=args.all))
    print("\n\n".join(map(told, rows)) if rows else "There is no report.")


def lines(args: argparse.Namespace) -> None:
    set_up()
    from django.conf import settings
    from django.utils.timezone import localdate

    from halved.safety.command import run_lines

    sys.exit(run_lines(args, settings.LINES_FILE, localdate(), settings.NOW_DIR))


def directory(args: argparse.Namespace) -> None:
    make_ready()
    from django.utils import timezone

    from halved.directory.command import run_directory

    sys.exit(run_directory(args, timezone.now()))


def now(args: argparse.Namespace) -> None:
    set_up()
    from django.conf import settings
    from django.utils.timezone import localdate

    from halved.safety.book import open_book
    from halved.safety.files import write_pages

    folder = args.out or settings.NOW_DIR
    if not folder:
        sys.exit("halved: say where to, with --out or HALVED_NOW_DIR.")
    pages = write_pages(open_book(settings.LINES_FILE), folder, localdate())
    print(f"{pages} countries are in {folder}.")


def doctor(args: argparse.Namespace) -> None:
    set_up()
    from django.utils import timezone

    from halved.doctor import look, told

    text, well = told(look(timezone.now()))
    print(text)
    sys.exit(0 if well else 1)


def backup(args: argparse.Namespace) -> None:
    set_up()
    from halved import backups

    try:
        backups.backup(args.file)
    except backups.BadBackup as error:
        sys.exit(f"halved: {error}")
    print(f"The store is in {args.file}. Its keys are not: keep a copy of them in another place.")


def restore(args: argparse.Namespace) -> None:
    set_up()
    from halved import backups

    try:
        backups.restore(args.file)
    except backups.BadBackup as error:
        sys.exit(f"halved: {error}")
    prepare()
    print("The store is back. Who deleted everything since, or wants no messages, is remembered.")


def rotate_keys(args: argparse.Namespace) -> None:
    set_up()
    from django.conf import settings

    from halved.vault.rotation import rotate

    print(f"Sealed anew: {rotate()}")
    if settings.HOUSE_KEYS:
        print("The key came from HALVED_HOUSE_KEY: you can now take out all seals but the first.")


COMMANDS: dict[str | None, Callable[[argparse.Namespace], None]] = {
    "migrate": migrate,
    "invite": invite,
    "operator": operator,
    "suspend": suspend,
    "delete-member": delete_member,
    "reports": reports,
    "lines": lines,
    "directory": directory,
    "now": now,
    "doctor": doctor,
    "backup": backup,
    "restore": restore,
    "rotate-keys": rotate_keys,
}
