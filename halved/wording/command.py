"""What `halved check` does: reads a text, and prints what is worth knowing about its words.

It needs no store, no key and no Django. Notes are advice: with and without them it ends with 0, and
with 2 when it could not do what was asked.
"""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from halved.wording import LANGUAGES, RULES, Audience, Kind, Setting, Way, report

DONE, WRONG_USAGE, INTERRUPTED = 0, 2, 130
LONGEST = 100_000  # characters
_MOST_BYTES = 4 * LONGEST + 4  # as many as these characters can take, and a mark at the start
STDIN = "<stdin>"
HOW_TO_END = "Write or paste your text. Ctrl-D on a line of its own ends it.\n"


class Refused(Exception):
    """It can not be done. The message says why, to a person."""


def run(args: Namespace) -> int:
    """Does what was asked, and returns the exit code."""
    try:
        return _print(_answer(args))
    except Refused as refused:
        sys.stderr.write(f"halved check: {refused}\n")
        return WRONG_USAGE
    except KeyboardInterrupt:
        return INTERRUPTED


def _answer(args: Namespace) -> Iterable[str]:
    codes = [args.lang] if args.lang else list(LANGUAGES)
    if args.list:
        return _as_json(report.rules_as_data(codes)) if args.json else report.rules_as_lines(codes)
    if args.explain is not None:
        rules = report.rules_called(args.explain, codes)
        if not rules:
            raise Refused(_no_such_rule(args.explain, codes))
        return _as_json(report.explained_as_data(rules)) if args.json else report.explained(rules)
    name, text = _read(args.file)
    setting = Setting(
        frozenset(Kind(kind) for kind in args.kind),
        Audience(args.audience),
        Way(args.way),
        args.lang,
    )
    checked = report.Checked.read(name, text, setting)
    return _as_json(report.as_data(checked)) if args.json else report.as_lines(checked)


def _as_json(data: dict[str, Any]) -> Iterator[str]:
    """In ASCII, so that it arrives whole in every terminal and pipe."""
    yield json.dumps(data, indent=2)


def _no_such_rule(wanted: str, codes: list[str]) -> str:
    called = f"“{report.on_one_line(wanted)}”"
    if wanted in RULES:
        return f"the rule {called} is not there in {report.NAMES.get(codes[0], codes[0])}"
    near = [name for name in RULES if wanted and wanted in name]
    near = near or get_close_matches(wanted, RULES, n=1)
    meant = f"Did you mean {near[0]}?" if near else "`halved check --list` names them all."
    return f"no rule is called {called}. {meant}"


# --- reading and printing ---------------------------------------------------------------------


def _read(file: str | None) -> tuple[str, str]:
    """The name and the text of the file, or of standard input for "-" and for no file."""
    from_stdin = file is None or file == "-"
    name = STDIN if from_stdin else str(file)
    shown = report.on_one_line(name)
    too_long = f"{shown} is longer than {LONGEST:,} characters. Is it the right file?"
    try:
        data = _stdin() if from_stdin else _file(name)
    except OSError as error:
        raise Refused(f"{shown} can not be read: {error.strerror or error}") from None
    if len(data) > _MOST_BYTES:
        raise Refused(too_long)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(f"{shown} is not UTF-8, at byte {error.start + 1}.") from None
    if len(text) > LONGEST:
        raise Refused(too_long)
    return name, text.replace("\r\n", "\n").replace("\r", "\n")


def _stdin() -> bytes:
    if sys.stdin is None:
        raise Refused("there is nothing to read. Name a file.")
    if sys.stdin.isatty():
        sys.stderr.write(HOW_TO_END)
    return sys.stdin.buffer.read(_MOST_BYTES + 1)


def _file(name: str) -> bytes:
    path = Path(name)
    if not name:
        raise Refused("the name of the file is empty.")
    if path.is_dir():
        raise Refused(f"{report.on_one_line(name)} is a folder. Name a file.")
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        raise Refused(f"there is no file {report.on_one_line(name)}.") from None


def _print(lines: Iterable[str]) -> int:
    """Prints until the end, or until nobody reads on: that is no failure either."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that has no “ shows ? instead
    try:
        for line in lines:
            sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more at its end; into the void it does so without a word.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE
