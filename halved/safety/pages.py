"""What Help now shows, put together without asking who is reading: served, or written to files."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from halved.safety.book import Book
from halved.safety.guessing import first_zones_of, zones_of
from halved.safety.lines import Country, CrisisLine


@dataclass(frozen=True, slots=True)
class Files:
    """The style sheet and scripts, for a page that must carry everything itself."""

    css: str
    scripts: str


def country_page(
    book: Book, shown: Country, today: date, *, guessed_by: str = "", files: Files | None = None
) -> str:
    """`guessed_by` is "clock" or "language" at the address without a country."""
    groups = [(heading, _checked(lines, today)) for heading, lines in shown.groups]
    context = {
        "country": shown,
        "guessed_by": guessed_by,
        "zones": zones_of(shown.code),
        "up": "" if guessed_by else "../",
        "emergency_is_old": shown.emergency.seen.is_old(today),
        "silent": _checked(shown.silent_lines, today),
        "groups": groups,
        # Nobody should have to open anything to see a second line (test figure T50).
        "folded": bool(groups) and len(groups[0][1]) > 1,
        "compiled": book.compiled,
    }
    return _page("safety/country.html", context, today, files)


def choose_page(
    book: Book, today: date, *, unknown: bool = False, up: str = "", files: Files | None = None
) -> str:
    """Every country, by its first letter. In a file each carries its time zones, because there is
    nobody to ask."""
    letters: dict[str, list[tuple[Country, str]]] = {}
    for country in book.countries.values():
        zones = first_zones_of(country.code) if files else ""
        letters.setdefault(_letter(country.name), []).append((country, zones))
    context = {"letters": letters, "unknown": unknown, "up": up}
    return _page("safety/choose.html", context, today, files)


def _letter(name: str) -> str:
    return {"Å": "A", "Ç": "C"}.get(name[0], name[0])


def _checked(lines: Iterable[CrisisLine], today: date) -> list[tuple[CrisisLine, bool]]:
    return [(line, line.seen.check_first(today)) for line in lines]


def _page(template: str, context: dict[str, Any], today: date, files: Files | None) -> str:
    about = {"files": files, "today": today, "leave_to": settings.LEAVE_TO, "shown": True}
    return render_to_string(template, context | about)
