"""What is wrong with an entry of lines, in words for the operator. No Django, no clock."""

import re
from collections.abc import Callable, Container, Iterator, Mapping
from typing import Any

from halved.safety.lines import GROUPS, ROLES, SOURCES, dial, earliest_day

WAYS = ("call", "text", "whatsapp", "mail", "chat", "web")
LONGEST = 200  # characters
_SITE = re.compile(r"https?://[A-Za-z0-9.-]+(:\d+)?(/[^\s<>\"']*)?")
_MAIL = re.compile(r"[^\s@<>\"']+@[A-Za-z0-9.-]+")


def problems_in(entry: Mapping[str, Any]) -> list[str]:
    """What is wrong with one country as it would be shown, less its lines."""
    found = [] if _text(entry.get("name")) else ["The country needs a name."]
    found += _unknown(entry, {"name", "emergency", "lines"})
    return found + [f"Emergency: {problem}" for problem in _emergency(entry.get("emergency", {}))]


def _emergency(entry: Mapping[str, Any]) -> list[str]:
    found = _unknown(entry, {"numbers", "also", "sources", "date", "confirmed", "mobile_112"})
    roles = ("any", *ROLES)
    if not entry.get("numbers"):
        found.append('"numbers" needs at least one.')
    for number in [*_list(entry.get("numbers")), *_list(entry.get("also"))]:
        if not (_texts(number) and len(number) > 1 and {*number[1:]} <= {*roles}):
            found.append(f"{number} is no number: write [number, role]; roles: {', '.join(roles)}.")
        else:
            found += problems_in_number(number[0])
    return found + _seen(entry)


def problems_in_number(printed: str) -> list[str]:
    return [] if _works(dial, printed) else [f"“{printed}” is not a number one can dial."]


TEXTS = ("name", "for", "hours", "cost", "where", "note")
LINE = {*TEXTS, "group", "ways", "languages", "sources", "date", "confirmed"}


def problems_in_line(line: Mapping[str, Any], languages: Container[str]) -> list[str]:
    """What is wrong with one line as it would be shown. Empty when all is well."""
    found = _unknown(line, LINE)
    found += [f'"{name}" is missing.' for name in ("name", "for", "ways") if not line.get(name)]
    for name in TEXTS:
        if not _text(line.get(name, ""), empty=True):
            found.append(f'"{name}" is a text of at most {LONGEST} characters.')
    if not isinstance(group := line.get("group"), str) or group not in GROUPS:
        found.append(f'"group" is one of {", ".join(GROUPS)}.')
    for way in _list(line.get("ways")):
        found += problems_in_way(way)
    for code in _list(line.get("languages")):
        if not _text(code) or (re.fullmatch("[a-z]{2,3}", code) and code not in languages):
            found.append(f"“{code}” is no language code known here. A word is fine too.")
    return found + _seen(line)


def problems_in_way(way: Any) -> Iterator[str]:
    """What is wrong with [how, number or address as printed, a hint if there is one]."""
    if not (_texts(way) and len(way) in (2, 3) and way[0] in WAYS):
        yield f"{way} is no way: write it as [how, number or address]; how is {', '.join(WAYS)}."
        return
    how, printed = way[:2]
    if how in ("call", "text", "whatsapp"):
        yield from problems_in_number(printed)
    elif how == "mail" and not _MAIL.fullmatch(printed):
        yield f"“{printed}” is no e-mail address."
    elif how in ("chat", "web") and not _SITE.fullmatch(printed):
        yield f"“{printed}” is no web address."


def _seen(entry: Mapping[str, Any]) -> list[str]:
    found = []
    sources = entry.get("sources")
    if not sources or not _texts(sources) or not {*sources} <= {*SOURCES}:
        found.append(f'"sources" names one or more of {", ".join(SOURCES)}.')
    written = entry.get("date", "")
    if written and not _works(earliest_day, written):
        found.append(f"“{written}” is no date: write it as 2026-11-23.")
    if not isinstance(entry.get("confirmed"), bool):
        found.append('"confirmed" is true or false: do two sources give the number?')
    return found


def _unknown(entry: Mapping[str, Any], known: Container[str]) -> list[str]:
    return [f"“{name}” is not a field." for name in entry if name not in known]


def _works(read: Callable[[str], object], text: Any) -> bool:
    try:
        read(text)
    except (TypeError, ValueError):
        return False
    return True


def _text(value: Any, *, empty: bool = False) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST and (empty or bool(value.strip()))


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _list(value: Any) -> list[Any]:
    """What is no list is told by another problem."""
    return value if isinstance(value, list) else []
