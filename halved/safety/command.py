"""`halved lines`: what to check among the lines of Help now, and what is known here beside them.
`halved now`: the pages of Help now as files, for a proxy to serve when Halved does not answer.

Neither needs the store.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from halved.safety import keeping
from halved.safety.book import BadLines, Book, make_book, open_book, read_local
from halved.safety.checking import WAYS
from halved.safety.lines import GROUPS, SOURCES, Country, CrisisLine

FACTS = {"for": "whom or what it is for", "hours": "", "cost": "", "where": "", "note": ""}


def add_lines_options(parser: ArgumentParser) -> None:
    do = parser.add_subparsers(dest="do", metavar="DO", title="what to do (list)")
    listed = do.add_parser("list", help="what to check first, the oldest first")
    listed.add_argument("country", nargs="?", help="two letters, as GB: all of this country")
    do.add_parser("validate", help="see whether a file of lines can be used").add_argument(
        "file", nargs="?", type=Path, help="the file (the one of this server)"
    )
    for name, says in (
        ("checked", "you looked at its own page today, or rang, and it is as printed"),
        ("correct", "other facts of a line"),
        ("add", "a line that is not there"),
        ("remove", "take a line out"),
        ("forget", "forget what is known here of a line"),
    ):
        one = do.add_parser(name, help=says)
        one.add_argument("country", help="two letters, as GB")
        optional = "?" if name in ("checked", "forget") else None
        one.add_argument("name", nargs=optional, help="of the line; none: the emergency numbers")
        if name in ("checked", "correct", "add"):
            _look_options(one)
        if name in ("correct", "add"):
            _fact_options(one)


def _look_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--source", choices=[*SOURCES], default="here", help="where you looked (here: you know it)"
    )
    parser.add_argument(
        "--on", type=date.fromisoformat, metavar="DAY", help="when, as 2026-11-23 (today)"
    )


def _fact_options(parser: ArgumentParser) -> None:
    for fact, says in FACTS.items():
        parser.add_argument(f"--{fact}", dest=f"fact_{fact}", metavar="TEXT", help=says)
    parser.add_argument("--group", choices=[*GROUPS], help="under which heading it stands")
    parser.add_argument("--language", action="append", metavar="CODE", help="may be given again")
    for way in WAYS:
        parser.add_argument(
            f"--{way}", action="append", metavar="AS-PRINTED", help="may be given again"
        )


def run_lines(args: Namespace, local: Path, today: date, pages: Path | None = None) -> int:
    """Does what was asked, prints what came of it, and returns the exit code. `pages`: where Help
    now stands in files, if it does."""
    try:
        does: dict[str, Callable[[], int]] = {
            "list": lambda: _list(open_book(local), getattr(args, "country", None), today),
            "validate": lambda: _validate(args.file or local),
        }
        return does.get(args.do or "list", lambda: _change(args, local, today, pages))()
    except BadLines as error:
        sys.stderr.write(f"halved lines: {error}\n")
        return 2


def _list(book: Book, code: str | None, today: date) -> int:
    countries = [book.find(code)] if code else [*book.countries.values()]
    if None in countries:
        raise BadLines(f"There is no country {code}.")
    rows = [row for country in countries if country for row in _rows(country, today, bool(code))]
    if not code:
        rows.sort()
    lines = [f"{when or 'no date':10}  {code}  {what}" for when, code, what in rows]
    heading = "" if code else f"To check first: {len(rows)}. The oldest come first.\n"
    sys.stdout.write(heading + "".join(f"{line}\n" for line in lines))
    return _tell(book.problems)


def _rows(country: Country, today: date, everything: bool) -> Iterator[tuple[str, str, str]]:
    """When each was seen last, the country, and what it is."""
    numbers = ", ".join(number.printed for number in country.emergency.numbers)
    seen = country.emergency.seen
    if everything or seen.check_first(today):
        yield seen.newest, country.code, f"emergency numbers: {numbers}"
    for line in country.lines:
        if everything or line.seen.check_first(today):
            yield line.seen.newest, country.code, f"{line.name}: {_reached(line)}"


def _reached(line: CrisisLine) -> str:
    return ", ".join(f"{way.how} {way.printed}" for way in line.ways)


def _validate(path: Path) -> int:
    if not path.exists():
        raise BadLines(f"There is no file {path}.")
    book = make_book(read_local(path))
    if not book.problems:
        sys.stdout.write("All of it can be used.\n")
    return _tell(book.problems)


def _tell(problems: tuple[str, ...]) -> int:
    for problem in problems:
        sys.stderr.write(f"left out: {problem}\n")
    return 1 if problems else 0


# --- changes ----------------------------------------------------------------------------------


def _change(args: Namespace, local: Path, today: date, pages: Path | None) -> int:
    """Writes the file anew, unless what would be in it could not be used."""
    code = args.country.upper()
    keeping.change(local, code, _what(args, today))
    sys.stdout.write(f"Kept in {local}. Help now shows it from the next page on.\n")
    try:
        if pages:
            from halved.safety.files import renew_page  # pages need Django, the rest does not

            renew_page(open_book(local), pages, code, today)
    except OSError as error:
        sys.stderr.write(f"The page in {pages} could not be written: {error.strerror}.\n")
        return 1
    return 0


def _what(args: Namespace, today: date) -> keeping.Change:
    on, source = getattr(args, "on", None) or today, getattr(args, "source", "here")
    if on > today:
        raise BadLines("Nobody can have looked on a day to come.")
    match args.do:
        case "forget":
            return keeping.forget(args.name)
        case "remove":
            return keeping.take_out(args.name)
        case "checked":
            return keeping.correct(args.name, on, source)
        case "add":
            return keeping.add(args.name, on, source, **_facts(args))
    return keeping.correct(args.name, on, source, **_facts(args))


def _facts(args: Namespace) -> dict[str, Any]:
    facts = {fact: getattr(args, f"fact_{fact}") for fact in FACTS}
    facts |= {"group": args.group, "languages": args.language}
    ways = [[how, printed] for how in WAYS for printed in getattr(args, how) or ()]
    return {name: fact for name, fact in facts.items() if fact is not None} | (
        {"ways": ways} if ways else {}
    )
