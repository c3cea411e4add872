"""Contact files: vCard 3 (RFC 2426) and 4 (RFC 6350) in, vCard 4 out. Nothing here is kept.

Only a name, a phone number and an e-mail address are read. Everything else in a file, pictures and
links among it, is passed over without being looked into.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from icalendar.parser import (
    Contentline,
    Contentlines,
    Parameters,
    split_on_unescaped_semicolon,
    unescape_backslash,
)

VERSIONS = ("3.0", "4.0")
MOST_BYTES = 2_000_000
MOST_CARDS = 2_000
MOST_PROPERTIES = 20  # of one card; what comes after is passed over
LONGEST_PROPERTY = 64_000  # bytes, unfolded

TOO_LARGE = (
    "This file is larger than 2 MB. Export it without pictures, or in smaller parts, and try again."
)
TOO_MANY = "There are more than 2,000 people in this file. Export it in smaller parts."
TOO_OLD = (
    "This file is of a kind that cannot be read here. Export it as vCard 3.0 or 4.0 and try again."
)
NO_TEXT = "This file cannot be read as text. Export it as vCard 3.0 or 4.0 and try again."
NOBODY = "There is nobody in this file. Choose a contact file; its name may end in “.vcf”."

_FOLD = re.compile(r"\r?\n[ \t]")
# Only these lines are looked into: a file of nothing but line breaks costs no more than its bytes.
_READ = re.compile(
    r"^(?:[\w-]+\.)?(BEGIN|END|VERSION|FN|N|ORG|TEL|EMAIL)[;:].*", re.IGNORECASE | re.MULTILINE
)
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_NOT_SPOKEN_TO = {"fax", "pager", "modem", "bbs"}


class CannotRead(ValueError):
    """The file is no contact file, or too large. The text says what to do."""


@dataclass(frozen=True)
class Card:
    """One person of a contact file. The name may have several lines."""

    name: str
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class _Property:
    name: str
    parameters: Parameters
    raw: str  # still escaped

    @property
    def text(self) -> str:
        return _CONTROL.sub("", unescape_backslash(self.raw))

    @property
    def types(self) -> set[str]:
        found = self.parameters.get("TYPE", [])
        found = [found] if isinstance(found, str) else found
        return {kind.casefold() for text in found for kind in text.split(",")}


def read(data: bytes) -> list[Card]:
    """Everybody in the file who has a name, in its order. Raises CannotRead."""
    if len(data) > MOST_BYTES:
        raise CannotRead(TOO_LARGE)
    cards = [_card(lines) for lines in _people(_decode(data))]
    named = [card for card in cards if card.name.strip()]
    if not named:
        raise CannotRead(NOBODY)
    return named


def write(cards: Iterable[Card]) -> bytes:
    """A vCard 4 file. Signs that no text may hold are left out."""
    lines = Contentlines()
    for card in cards:
        about = {"FN": card.name, "TEL": card.phone, "EMAIL": card.email}
        told = {name: text for name, text in about.items() if text or name == "FN"}
        for name, text in {"BEGIN": "VCARD", "VERSION": "4.0", **told, "END": "VCARD"}.items():
            lines.append(Contentline(f"{name}:{_escape(_CONTROL.sub('', text))}"))
    return bytes(lines.to_ical())


def _escape(text: str) -> str:
    """As RFC 6350 §3.4 has it. The library's own way would turn a typed \\N into a new line."""
    return re.sub(r"([\\,;])", r"\\\1", text).replace("\n", r"\n")


def _decode(data: bytes) -> str:
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        raise CannotRead(NO_TEXT) from None


def _people(text: str) -> list[list[_Property]]:
    """What is read here of each card that has an end. Raises CannotRead."""
    found: list[list[_Property]] = []
    card: list[_Property] | None = None
    begun = 0
    for wanted in _READ.finditer(_FOLD.sub("", text)):
        name, line = wanted[1].upper(), wanted[0].rstrip("\r")
        if name == "BEGIN":
            card, begun = [], begun + 1
        elif name == "VERSION" and line.partition(":")[2].strip() not in VERSIONS:
            raise CannotRead(TOO_OLD)
        elif name == "END" and card is not None:
            found.append(card)
            card = None
        elif card is not None and len(card) < MOST_PROPERTIES:
            card += _properties(name, line)
        if begun > MOST_CARDS:
            raise CannotRead(TOO_MANY)
    return found


def _properties(name: str, line: str) -> list[_Property]:
    """The line in its parts; none when it is too long or broken."""
    if len(line.encode()) > LONGEST_PROPERTY:
        return []
    try:
        _, parameters, raw = Contentline(line).raw_parts()
    except ValueError:
        return []
    return [_Property(name, parameters, raw)]


def _card(lines: list[_Property]) -> Card:
    by_name: dict[str, list[_Property]] = {}
    for line in lines:
        by_name.setdefault(line.name, []).append(line)
    phone = _best(by_name.get("TEL", []))
    return Card(
        name=_name(by_name),
        phone=re.sub(r"^tel:|;.*", "", phone, flags=re.IGNORECASE).strip(),
        email=_best(by_name.get("EMAIL", [])).strip(),
    )


def _name(lines: dict[str, list[_Property]]) -> str:
    """What they are called; else first and last name, else where they work."""
    for line in lines.get("FN", []):
        if line.text.strip():
            return line.text
    for line in lines.get("N", []):
        family, given, *_ = [*split_on_unescaped_semicolon(line.raw), "", ""]
        if (given + family).strip():
            return _CONTROL.sub("", f"{given} {family}".strip())
    for line in lines.get("ORG", []):
        return _CONTROL.sub("", split_on_unescaped_semicolon(line.raw)[0])
    return ""


def _best(lines: list[_Property]) -> str:
    """The number or address they prefer; else the one they carry about; else the first."""
    lines = [line for line in lines if line.text.strip() and not line.types & _NOT_SPOKEN_TO]
    lines.sort(key=lambda line: (_preference(line), not line.types & {"cell", "mobile"}))
    return lines[0].text if lines else ""


def _preference(line: _Property) -> int:
    """1 to 100 in version 4, where 1 is best; 1 for TYPE=pref in version 3; 101 without any."""
    told = str(line.parameters.get("PREF", ""))
    if "pref" in line.types:
        return 1
    return int(told) if told.isascii() and told.isdigit() and len(told) <= 3 else 101
