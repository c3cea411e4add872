"""What to do first at a service: call, write or go. Pure; it picks one way and says why in words.

Nothing is promised: where the data is silent, the sentence says so.
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from urllib.parse import quote, urlsplit

from halved.directory import opening
from halved.directory.details import Details, Location, Phone, Timetable

CLOSED = {
    "inactive": "The data says that they have stopped.",
    "defunct": "The data says that they have stopped.",
    "temporarily closed": "The data says that they are closed for now.",
}
NOT_SPOKEN = {"fax", "tty", "text", "sms", "video", "pager"}
_DIALLED = re.compile(r"[\d+()/. -]+")
_IN_LETTERS = re.compile(r"[\d+()/. -]+[A-Z][A-Z\d -]+")  # 1-800-FOR-FOOD, as it is advertised
_ON_KEYS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")


class Way(StrEnum):
    CALL = "call"
    TEXT = "text"
    WRITE = "write"
    LOOK = "look"
    GO = "go"
    NONE = ""


@dataclass(frozen=True)
class Line:
    """A number as it is printed, and where it leads: "" if it cannot be dialled from here."""

    printed: str
    href: str
    hint: str = ""


@dataclass(frozen=True)
class Reach:
    """Every way to them that the data has; what is not there is empty."""

    phones: tuple[Line, ...] = ()
    texts: tuple[Line, ...] = ()
    email: str = ""
    page: str = ""
    place: bool = False

    @property
    def mail(self) -> str:
        return f"mailto:{quote(self.email, safe='@')}" if self.email else ""


@dataclass(frozen=True)
class Times:
    """How it stands with their opening times at a moment, in the zone of the dataset."""

    at: datetime
    is_open: bool | None = None  # None where the data does not say
    closes: datetime | None = None  # None while they are open: day and night
    opens: datetime | None = None

    @property
    def sentence(self) -> str:
        """ "They are open until 17:00." """
        if self.is_open is None:
            return "We do not know when they are open."
        if self.is_open:
            until = opening.until(self.closes, self.at) if self.closes else "day and night"
            return f"They are open {until}."
        if self.opens is None:
            return "They are closed now."
        return f"They open {opening.opens(self.opens, self.at)}."


@dataclass(frozen=True)
class First:
    """The one way to begin with, and what is said beside its button."""

    way: Way
    sentence: str


def first(reach: Reach, times: Times, status: str = "") -> First:
    if status in CLOSED:
        return First(Way.NONE, CLOSED[status])
    if reach.phones:
        return _by_phone(reach, times)
    if reach.texts:
        return First(Way.TEXT, f"Send them a text message. {times.sentence}")
    if reach.email:
        return First(Way.WRITE, "Write to them. We do not know how soon they answer.")
    if reach.place:
        return First(Way.GO, _going(times))
    if reach.page:
        return First(Way.LOOK, "Look at their page. The data has no number and no address.")
    return First(Way.NONE, "The data does not say how to reach them.")


def _by_phone(reach: Reach, times: Times) -> First:
    if times.is_open:
        return First(Way.CALL, f"Call them now. {times.sentence}")
    if times.is_open is None:
        return First(Way.CALL, f"Call them. {times.sentence}")
    if reach.email:
        until = "Until then you" if times.opens else "You"
        return First(Way.WRITE, f"{times.sentence} {until} can write.")
    if times.opens is None:
        return First(Way.CALL, f"{times.sentence} Call them on another day.")
    return First(Way.CALL, f"{times.sentence} Call them then.")


def _going(times: Times) -> str:
    if times.is_open is False and times.opens:
        return f"{times.sentence} You can go there then."
    return f"Go there. {times.sentence}"


@dataclass(frozen=True)
class Link:
    """A button, or where `href` is empty a number that is only shown."""

    href: str
    words: str
    hint: str = ""
    first: bool = False


def ways(reach: Reach, begin: First) -> list[Link]:
    """Every way to them, the one to begin with first."""
    found = [
        (Way.CALL, Link(line.href, f"Call {line.printed}", line.hint)) for line in reach.phones
    ]
    found += [
        (Way.TEXT, Link(line.href, f"Text {line.printed}", line.hint)) for line in reach.texts
    ]
    if reach.email:
        found.append((Way.WRITE, Link(reach.mail, f"Write to {reach.email}")))
    if reach.page:
        found.append((Way.LOOK, Link(reach.page, "Look at their page")))
    found.sort(key=lambda pair: pair[0] is not begin.way)
    links = [link for _, link in found]
    if found and found[0][0] is begin.way:
        links[0] = replace(links[0], first=True)
    return links


# --- what the data has ------------------------------------------------------------------------


def reach(details: Details, place: int | None) -> Reach:
    """The ways to a service at one of its locations; `place` counts from 0, None is none of them.
    What is nearest comes first: the location’s own number, then the service’s, then the one of the
    organization."""
    at = location(details, place)
    organization = details.get("organization", {})
    phones = [*at.get("phones", []), *details.get("phones", [])]
    if not _lines(phones, spoken=True):
        phones += organization.get("phones", [])
    pages = [details.get("url", ""), at.get("url", ""), organization.get("url", "")]
    return Reach(
        phones=_lines(phones, spoken=True),
        texts=_lines(phones, spoken=False),
        email=details.get("email", "") or organization.get("email", ""),
        page=next(filter(None, map(web, pages)), ""),
        place=bool(at.get("lines")) and not at.get("virtual", False),
    )


def location(details: Details, place: int | None) -> Location:
    """That one of its locations. A service that names none is where its organization is; an empty
    one where there is nothing of that number."""
    found = details.get("locations", [])
    if not found and place in (None, 0):
        return _of_organization(details)
    return found[place] if place is not None and 0 <= place < len(found) else {}


def _of_organization(details: Details) -> Location:
    known = details.get("organization", {})
    at: Location = {"assumed": True}
    if not known.get("lines") and not known.get("city"):
        return {}
    if "lines" in known:
        at["lines"] = known["lines"]
    if "city" in known:
        at["city"] = known["city"]
    if "region" in known:
        at["region"] = known["region"]
    if "postal_code" in known:
        at["postal_code"] = known["postal_code"]
    return at


def timetable(details: Details, place: int | None) -> Timetable:
    """When they are open there; else when the service is given at all."""
    return location(details, place).get("timetable") or details.get("timetable", {})


def map_of(details: Details, place: int | None) -> str:
    """Where a map shows it; "" where the data has no coordinates. A map is opened by a tap only."""
    at = location(details, place)
    if "latitude" not in at or "longitude" not in at or at.get("virtual"):
        return ""
    north, east = at["latitude"], at["longitude"]
    return f"https://www.openstreetmap.org/?mlat={north}&mlon={east}#map=17/{north}/{east}"


def web(address: str) -> str:
    """The address of a page, or "" where it leads to none: data may hold any text."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    return address.strip() if parts.scheme in ("http", "https") and parts.netloc else ""


def _lines(phones: list[Phone], *, spoken: bool) -> tuple[Line, ...]:
    """Those that one can call, or those that one can send a text to. Each number once."""
    found: dict[str, Line] = {}
    for phone in phones:
        kind = phone.get("type", "").casefold()
        if phone.get("number") and (kind not in NOT_SPOKEN if spoken else kind in ("text", "sms")):
            digits = dialled(phone["number"])
            line = _line(phone, digits, "tel" if spoken else "sms")
            found.setdefault(digits or phone["number"], line)
    return tuple(found.values())


def _line(phone: Phone, digits: str, scheme: str) -> Line:
    extension = phone.get("extension", "")
    printed = f"{phone['number']}, extension {extension}" if extension else phone["number"]
    href = f"{scheme}:{digits}" if digits else ""
    if href and scheme == "tel" and extension.isdecimal():
        href += f";ext={extension}"
    return Line(printed, href, phone.get("description", ""))


def dialled(number: str) -> str:
    """The digits to dial, with their +. "" where the text is more, or less, than a number."""
    text = number.strip()
    if _IN_LETTERS.fullmatch(text):
        text = text.translate(_ON_KEYS)
    if not _DIALLED.fullmatch(text):
        return ""
    digits = "".join(sign for sign in text if sign.isascii() and sign.isdigit())
    plus = "+" if text.lstrip("( ").startswith("+") else ""
    return plus + digits if 3 <= len(digits) <= 15 else ""
