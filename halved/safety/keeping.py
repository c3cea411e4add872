"""What the operator keeps beside the lines that come with Halved, one change at a time.

A change is refused when it could not be shown. The file is read and written under a lock, so that
of two people at once nobody undoes the other. The command and the page both go through here.
"""

import fcntl
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from halved.safety.book import BadLines, make_book, read_local, shipped
from halved.safety.lines import Country, CrisisLine, Seen

Entry = dict[str, Any]  # of one country, as it stands in the operator's file
Change = Callable[[Entry, Country], Entry]


class Meanwhile(BadLines):
    """Somebody else changed it since it was looked at. Nothing was changed."""


def change(local: Path, code: str, do: Change) -> None:
    """Writes the file anew with what `do` makes of a country's entry.

    Raises BadLines when there is no such country, or when what would be in it could not be used.
    """
    with _alone(local):
        entries = read_local(local)
        book = make_book(entries)
        country = book.find(code)
        if country is None:
            raise BadLines(f"There is no country {code}. A new one is written in the file.")
        changed = {**entries, country.code: do(_usable(entries, country.code), country)}
        if changed[country.code] == {}:
            del changed[country.code]
        new = [problem for problem in make_book(changed).problems if problem not in book.problems]
        if new:
            raise BadLines("Nothing was changed. " + " ".join(new))
        _write(local, {"countries": changed})


def _usable(entries: dict[str, Any], code: str) -> Entry:
    entry = entries.get(code, {})
    is_entry = isinstance(entry, dict)
    parts = [entry.get(name, {}) for name in ("lines", "emergency")] if is_entry else [entry]
    if not all(isinstance(part, dict) for part in parts):
        raise BadLines(f"What the file holds of {code} must be mended by hand first.")
    found: Entry = entry
    return found


# --- what is known here of a country ------------------------------------------------------------


def known_here(local: Path, code: str) -> Entry:
    """What the operator's file holds of a country. Raises BadLines."""
    return _usable(read_local(local), code)


def find_line(country: Country, name: str | None) -> CrisisLine | None:
    return next((line for line in country.lines if line.name == name), None)


def is_shipped(code: str, name: str) -> bool:
    """Whether the line comes with Halved, whatever is known here of it."""
    lines = shipped()["countries"].get(code, {}).get("lines", ())
    return any(line["name"] == name for line in lines)


def fingerprint(country: Country, name: str | None) -> str:
    """Of a line as it is shown, or of the emergency numbers (None). Another one: it changed."""
    shown = find_line(country, name) if name else country.emergency
    return hashlib.sha256(repr(shown).encode()).hexdigest()[:16]


def if_still(was: str, name: str | None, do: Change) -> Change:
    """The change, unless the line is no longer as it was when somebody looked at it."""

    def only_then(entry: Entry, country: Country) -> Entry:
        if fingerprint(country, name) != was:
            raise Meanwhile("Somebody else changed this a moment ago. Nothing was changed.")
        return do(entry, country)

    return only_then


# --- changes ----------------------------------------------------------------------------------


def look(name: str | None, on: date, source: str = "here", **facts: Any) -> Change:
    """Somebody looked at a line on that day and found it so: as it is printed, or with these facts.
    None for the name means the emergency numbers. `source`: where they looked."""

    def looked(entry: Entry, country: Country) -> Entry:
        line = find_line(country, name)
        seen = line.seen if line else country.emergency.seen if not name else None
        what = facts | _seen(seen, on, source)
        if name is None:
            return {**entry, "emergency": entry.get("emergency", {}) | what}
        lines = entry.get("lines", {})
        return {**entry, "lines": {**lines, name: (lines.get(name) or {}) | what}}

    return looked


def _seen(before: Seen | None, on: date, source: str) -> dict[str, Any]:
    sources = dict.fromkeys(["here", source, *(before.kinds if before else ())])
    return {"sources": [*sources], "date": on.isoformat(), "confirmed": True}


def add(name: str, on: date, source: str = "here", **facts: Any) -> Change:
    def added(entry: Entry, country: Country) -> Entry:
        if find_line(country, name):
            raise BadLines("There is such a line. Correct it.")
        return look(name, on, source, **facts)(entry, country)

    return added


def take_out(name: str) -> Change:
    """The line is not shown any more, whatever an upgrade brings."""

    def taken_out(entry: Entry, country: Country) -> Entry:
        _must_be_there(country, name)
        return {**entry, "lines": {**entry.get("lines", {}), name: None}}

    return taken_out


def forget(name: str | None) -> Change:
    """What is known here of a line is gone: it is shown as it comes with Halved, or not at all."""

    def forgotten(entry: Entry, country: Country) -> Entry:
        if name is None:
            return {part: said for part, said in entry.items() if part != "emergency"}
        lines = {other: said for other, said in entry.get("lines", {}).items() if other != name}
        rest = {part: said for part, said in entry.items() if part != "lines"}
        return {**rest, "lines": lines} if lines else rest

    return forgotten


def correct(name: str | None, on: date, source: str = "here", **facts: Any) -> Change:
    """As `look`, for a line that must be there."""

    def corrected(entry: Entry, country: Country) -> Entry:
        _must_be_there(country, name)
        return look(name, on, source, **facts)(entry, country)

    return corrected


def _must_be_there(country: Country, name: str | None) -> None:
    if name and not find_line(country, name):
        raise BadLines(f"There is no line “{name}”. See: halved lines list {country.code}")


# --- the file ---------------------------------------------------------------------------------


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """One change at a time, also of several processes. Raises BadLines."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = os.open(path.with_name(f"{path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise BadLines(f"It could not be written: {error.strerror}.") from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def _write(path: Path, data: Any) -> None:
    """In one step, so that no page ever reads half a file."""
    half = path.with_name(f"{path.name}.new")
    try:
        with half.open("w", encoding="utf-8") as file:
            file.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    except OSError as error:
        raise BadLines(f"It could not be written: {error.strerror}.") from error
