"""Dates as people write them: value in, ISO date and the codes of what was odd out. Pure."""

import re
from datetime import date

from halved.directory.importing.texts import Codes, is_nothing

_NAMES = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
]  # fmt: skip
_SHORT = [name[:3].lower() for name in _NAMES]
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?", re.ASCII)
_COMPACT = re.compile(r"(\d{4})[/.]?(\d{2})[/.]?(\d{2})", re.ASCII)
_SLASHES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T].*)?", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? +([A-Za-z]{3})[a-z]*\.?,? +(\d{4})", re.ASCII)
_MONTH_FIRST = re.compile(r"([A-Za-z]{3})[a-z]*\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})", re.ASCII)


def day(text: str) -> tuple[str, Codes]:
    """YYYY-MM-DD, or "" for what is no date, or might be two: 03/04/2024."""
    said = text.strip()[:60]
    if is_nothing(said):
        return "", ("empty_word",) if said else ()
    if found := _ISO.fullmatch(said):
        return _made(*found.groups(), codes=())
    if found := _COMPACT.fullmatch(said):
        return _made(*found.groups())
    if found := _DAY_FIRST.search(said):
        return _made(found[3], _month(found[2]), found[1])
    if found := _MONTH_FIRST.search(said):
        return _made(found[3], _month(found[1]), found[2])
    if found := _SLASHES.fullmatch(said):
        return _of_slashes(*found.groups())
    return "", ("date_bad",)


def in_words(iso: str) -> str:
    """1 May 2024."""
    found = date.fromisoformat(iso)
    return f"{found.day} {_NAMES[found.month - 1]} {found.year}"


def _of_slashes(first: str, second: str, year: str) -> tuple[str, Codes]:
    """Day and month are told apart where one is over 12, or both are the same."""
    if int(first) > 12 or first == second:
        return _made(year, second, first)
    if int(second) > 12:
        return _made(year, first, second)
    return "", ("date_bad",)


def _month(name: str) -> str:
    short = name.lower()
    return str(_SHORT.index(short) + 1) if short in _SHORT else "0"


def _made(
    year: str, month: str, of_month: str, *, codes: Codes = ("date_form",)
) -> tuple[str, Codes]:
    try:
        return date(int(year), int(month), int(of_month)).isoformat(), codes
    except ValueError:
        return "", ("date_bad",)
