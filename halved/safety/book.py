"""All countries with their numbers: what comes with Halved, and over it what is known here.

The operator's own file survives every upgrade, and never takes Help now away: what cannot be used
of it is left out, country by country. No Django, no clock.
"""

import json
import logging
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from halved.safety.checking import problems_in, problems_in_line
from halved.safety.lines import Country, read_country

FILE = Path(__file__).with_name("lines.json")
LARGEST = 1_000_000  # bytes
_log = logging.getLogger("halved.safety")


class BadLines(Exception):
    """A file that holds no lines at all. The message says why, to a person."""


@dataclass(frozen=True, slots=True)
class Book:
    compiled: date
    countries: Mapping[str, Country]  # by two-letter code, in the order of their names
    problems: tuple[str, ...] = ()  # what was left out of the operator's file, and why

    def find(self, code: str) -> Country | None:
        return self.countries.get(code.strip().upper())


def open_book(local: Path) -> Book:
    """What is known now. The local file is looked at each time, and read again when it changed."""
    try:
        stamp = local.stat()
    except OSError:
        return _read(None, ())
    return _read(local, (stamp.st_mtime_ns, stamp.st_size, stamp.st_ino))


@lru_cache(maxsize=4)
def _read(local: Path | None, stamp: tuple[int, ...]) -> Book:
    try:
        book = make_book(read_local(local) if local else {})
    except BadLines as error:
        book = make_book({}, str(error))
    for problem in book.problems:
        _log.error("left out of the lines of this server: %s", problem)
    return book


@cache
def shipped() -> Mapping[str, Any]:
    """lines.json as it stands. It is not to be written in."""
    return MappingProxyType(json.loads(FILE.read_text(encoding="utf-8")))


def read_local(path: Path) -> dict[str, Any]:
    """The operator's entries, by country; none when there is no file. Raises BadLines."""
    if not path.exists():
        return {}
    try:
        if path.stat().st_size > LARGEST:
            raise BadLines("The file is over 1 MB.")
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise BadLines(f"It is not readable as JSON: {error}") from error
    if not isinstance(data, dict) or not isinstance(data.get("countries"), dict):
        raise BadLines('It is written as {"countries": {…}}.')
    entries: dict[str, Any] = data["countries"]
    return entries


def make_book(local: Mapping[str, Any], *problems: str) -> Book:
    """What comes with Halved, with what is known here laid over it. Raises nothing."""
    ours, languages = shipped()["countries"], shipped()["languages"]
    entries, found = dict(ours), list(problems)
    for code, entry in local.items():
        laid, wrong = _lay_over(ours.get(code, {}), entry)
        found += [f"{code}: {problem}" for problem in wrong]
        serious = _wrong_code(code) + problems_in(laid)
        found += [f"{code}: {problem}" for problem in serious]
        if not serious:
            entries[code] = laid
    read = [read_country(code, entry, languages) for code, entry in entries.items()]
    in_order = {country.code: country for country in sorted(read, key=_alphabet)}
    compiled = date.fromisoformat(shipped()["compiled"])
    return Book(compiled, MappingProxyType(in_order), tuple(found))


def _lay_over(entry: Mapping[str, Any], local: Any) -> tuple[dict[str, Any], list[str]]:
    """A country with what is known here laid over it, and what of that could not be used.

    A line is found by its name: null takes it out, a few fields correct it, a whole entry adds one.
    """
    parts = [local, *(local.get(name, {}) for name in ("lines", "emergency"))] if _is(local) else []
    if not parts or not all(_is(part) for part in parts):
        return dict(entry), ["A country, its “lines” and its “emergency” are written as {…}."]
    lines = {line["name"]: line for line in entry.get("lines", ())}
    wrong = []
    for name, changed in local.get("lines", {}).items():
        if changed is None:
            lines.pop(name, None)
        elif problems := _problems_with(lines.get(name), changed):
            wrong += [f"{name}: {problem}" for problem in problems]
        else:
            lines[name] = {"name": name, **lines.get(name, {}), **changed}
    emergency = entry.get("emergency", {}) | local.get("emergency", {})
    return {**entry, **local, "emergency": emergency, "lines": [*lines.values()]}, wrong


def _problems_with(line: Mapping[str, Any] | None, changed: Any) -> list[str]:
    if not _is(changed):
        return ["A line is written as {…}, or as null to take it out."]
    if line is None and "ways" not in changed:
        return ["There is no such line any more, so nothing was corrected."]
    laid = {"name": "new", **(line or {}), **changed}
    return problems_in_line(laid, shipped()["languages"])


def _is(value: Any) -> bool:
    return isinstance(value, dict)


def _wrong_code(code: str) -> list[str]:
    fits = re.fullmatch("[A-Z]{2}", code)
    return [] if fits else ["A country is named by its two letters, as GB."]


def _alphabet(country: Country) -> str:
    """Where people look for it: accents and capitals do not matter."""
    plain = unicodedata.normalize("NFKD", country.name)
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).casefold()
