"""Which country somebody is in, from what their browser says of itself. No Django, no clock."""

import json
import re
from collections import defaultdict
from collections.abc import Container
from functools import cache
from pathlib import Path

# {country: its time zones, the old names too}, from the public time zone data.
FILE = Path(__file__).with_name("zones.json")


def guess_country(known: Container[str], accept_language: str, zone: str = "") -> str | None:
    """The country of the time zone; without one, of the first browser language that names one.

    A clock says where somebody is, a language often only where they grew up. Where two countries
    keep one time zone the language decides. A bare "en" names no country, and none is made up.
    """
    by_language = [region for region in _regions(accept_language) if region in known]
    by_zone = [code for code in _by_zone().get(zone, ()) if code in known]
    both = [code for code in by_language if code in by_zone]
    return next(iter([*both, *by_zone, *by_language]), None)


def zones_of(code: str) -> str:
    """Its time zones, with spaces between them."""
    return _zones().get(code, "")


def first_zones_of(code: str) -> str:
    """The zones that lead to this country when nothing else is known."""
    return " ".join(zone for zone in zones_of(code).split() if _by_zone()[zone][0] == code)


@cache
def _zones() -> dict[str, str]:
    found: dict[str, str] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


@cache
def _by_zone() -> dict[str, list[str]]:
    """The countries that keep each time zone."""
    found = defaultdict(list)
    for code, zones in _zones().items():
        for zone in zones.split():
            found[zone].append(code)
    return dict(found)


def _regions(accept_language: str) -> list[str]:
    """The regions of the languages, the most wanted first. Languages the browser refuses (q=0) do
    not count; equal ones count in the order given (RFC 9110, 12.5.4)."""
    wanted = []
    for item in accept_language.split(","):
        tag, _, weight = item.partition(";")
        quality = re.fullmatch(r"\s*q=([01](?:\.\d{0,3})?)\s*", weight or "q=1")
        if quality and float(quality[1]) > 0:
            wanted.append((-float(quality[1]), _region(tag.strip())))
    return [region for _, region in sorted(wanted, key=lambda pair: pair[0])]


def _region(tag: str) -> str:
    """The region of a language tag (RFC 5646): "zh-Hant-TW" is "TW". "" if it has none."""
    for part in tag.split("-")[1:]:
        if len(part) == 1:  # what follows is an extension or private
            return ""
        if re.fullmatch("[A-Za-z]{2}", part):
            return part.upper()
    return ""
