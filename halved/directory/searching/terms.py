"""What the search index knows of a service: tokens made here, so that every store finds the same.

A token is a word, or a letter, `_` and what it says:
    h_ a word of the heading        k_ a kind of help           x_ a kind, said in the heading
    f_ free, paid, anywhere, gone …     l_ a language       w_ a way: phone, text, online, visit
    a_ for whom                     d_ open on a weekday (0: nothing says)
    c_ a grid cell of 0.1 degrees   b_ a cell of 1 degree       s_ a cell of 0.02 degrees
    t_ the town                     r_ the region               z_ the postcode
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from halved.directory.details import Details, Location, Phone, Timetable
from halved.directory.searching import facets, kinds
from halved.directory.searching.phrases import Phrases
from halved.directory.searching.words import FILLERS, fold, split, stem

VERSION = 1  # raise it when the terms of the same details change
MOST_WORDS = 400  # of a service
PIECE = 400  # letters of a long text that count: what comes later seldom says what it is
SPACES = str.maketrans({"_": " ", "'": "", "’": ""})

CELLS = {"s_": 50, "c_": 10, "b_": 1}  # per degree

SAID = Phrases({code: kind.words for code, kind in kinds.KINDS.items()})
WHOM = Phrases({code: (words,) for code, (_, words) in facets.WHOM.items()})


@dataclass(frozen=True, slots=True)
class EntryText:
    """One entry of the index: a service at one of its locations."""

    place: int  # which of the details' locations; 0 is the first
    latitude: float | None
    longitude: float | None
    terms: str  # tokens with a space between each
    words: frozenset[str] = frozenset()  # as written, for typing mistakes; not kept in the entry


def entries(details: Details) -> list[EntryText]:
    """One per location that tells another place, or one without a place."""
    shared, words = _of_service(details)
    found: dict[tuple[float | None, float | None, str], EntryText] = {}
    for number, location in enumerate(details.get("locations") or [_of_organization(details)]):
        latitude, longitude = point(location)
        more, said = _of_location(details, location)
        terms = " ".join(sorted(shared | more))
        entry = EntryText(number, latitude, longitude, terms, words | said)
        found.setdefault((latitude, longitude, terms), entry)
    return list(found.values())


def _of_organization(details: Details) -> Location:
    """Where the organization is, for a service without a location."""
    whose = details.get("organization", {})
    address = Location()
    for part in ("city", "region", "postal_code"):
        if part in whose:
            address[part] = whose[part]
    return address


def point(location: Location) -> tuple[float | None, float | None]:
    """Degrees, or two Nones where they are missing or on no map."""
    latitude, longitude = location.get("latitude"), location.get("longitude")
    if latitude is None or longitude is None or location.get("virtual"):
        return None, None
    known = -90 <= latitude <= 90 and -180 <= longitude <= 180 and (latitude or longitude)
    return (latitude, longitude) if known else (None, None)


def square(details: Details) -> int:
    """A number for the square of one degree in which it lies first; the greatest where none is
    known. What is written square by square lies together in the store: a search near a place then
    reads few pages. Within a square nothing is in order of place, so that the first hundred of very
    many do not all lie in one corner."""
    for location in details.get("locations", []):
        latitude, longitude = point(location)
        if latitude is not None and longitude is not None:
            return math.floor(latitude) * 360 + math.floor(longitude)
    return 91 * 360


def cell(prefix: str, latitude: float, longitude: float) -> str:
    size = CELLS[prefix]
    return f"{prefix}{math.floor(latitude * size)}x{math.floor(longitude * size)}"


def name(prefix: str, text: str) -> str:
    """One token of a whole name: t_east_st_louis. Accents stay: it is shown as well."""
    plain = "_".join(part for part in text.translate(SPACES).lower().split() if part)
    return prefix + "".join(letter for letter in plain if letter.isalnum() or letter in "_-.")[:60]


def _of_service(details: Details) -> tuple[set[str], frozenset[str]]:
    heading = list(_split(_heading(details)))
    rest = list(_split(_body(details)))[: MOST_WORDS - len(heading)]
    headed = _stems(heading)
    tokens = {f"h_{word}" for word in headed} | headed | _stems(rest)
    whose = split(details.get("organization", {}).get("name", ""))
    first, other = _kinds(heading) | _kinds(whose), _kinds(rest)
    tokens |= {f"x_{kind}" for kind in first} | {f"k_{kind}" for kind in first | other}
    tokens |= {f"a_{code}" for code in _whom(details, heading)}
    tokens |= set(_facets(details))
    return tokens, frozenset(word for word in heading + rest if word.isalpha())


def _of_location(details: Details, location: Location) -> tuple[set[str], frozenset[str]]:
    """Tokens, and the words among them as written."""
    city, region = location.get("city", ""), location.get("region", "")
    words = list(_split([location.get("name", ""), city, region]))
    tokens = _stems(words) | set(_where(location))
    tokens |= {f"d_{day}" for day in _days(details, location)}
    tokens |= {f"l_{_code(each)}" for each in location.get("languages", [])}
    if "wheelchair" in location:
        tokens.add("f_wheelchair" if location["wheelchair"] else "f_steps")
    if not location.get("virtual") and (city or location.get("lines")):
        tokens.add("w_visit")
    tokens |= set(_ways(location.get("phones", []), "", ""))
    return tokens, frozenset(word for word in words if word.isalpha())


def _heading(details: Details) -> Iterator[str]:
    yield details.get("name", "")
    yield details.get("alternate_name", "")
    yield from details.get("kinds", [])


def _body(details: Details) -> Iterator[str]:
    organization = details.get("organization", {})
    yield organization.get("name", "")
    yield details.get("description", "")[: 4 * PIECE]
    yield details.get("eligibility", "")[:PIECE]
    yield " ".join(details.get("areas", []))[:PIECE]
    yield " ".join(details.get("language_names", []))[:PIECE]
    yield organization.get("description", "")[:PIECE]
    yield details.get("application", "")[:PIECE]


def _split(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from split(text)


def _stems(words: Iterable[str]) -> set[str]:
    return {stem(word) for word in words if word not in FILLERS and len(word) > 1}


def _kinds(words: list[str]) -> set[str]:
    return {meaning for found in SAID.find(words) for meaning in found.meanings}


def _whom(details: Details, heading: list[str]) -> set[str]:
    words = heading + split(details.get("eligibility", "")[:PIECE])
    found = {meaning for phrase in WHOM.find(words) for meaning in phrase.meanings}
    most, least = details.get("maximum_age"), details.get("minimum_age")
    if most is not None and most <= 25:
        found.add("young" if most > 12 else "children")
    if least is not None and least >= 50:
        found.add("older")
    return found


def _facets(details: Details) -> Iterator[str]:
    if details.get("status", "active") not in ("", "active"):
        yield "f_gone"
    if "free" in details:
        yield "f_free" if details["free"] else "f_paid"
    yield from (f"l_{_code(each)}" for each in details.get("languages", []))
    organization = details.get("organization", {})
    yield from _ways(details.get("phones", []), details.get("url", ""), details.get("email", ""))
    yield from _ways(organization.get("phones", []), "", organization.get("email", ""))


def _ways(phones: Iterable[Phone], url: str, email: str) -> Iterator[str]:
    for phone in phones:
        kind = phone.get("type", "")
        if kind in ("", "voice", "hotline", "cell") and phone.get("number"):
            yield "w_phone"
        if kind in ("text", "sms"):
            yield "w_text"
        yield from (f"l_{_code(each)}" for each in phone.get("languages", []))
    if url or email:
        yield "w_online"


def _code(language: str) -> str:
    return language.partition("-")[0].lower()[:8]


def _where(location: Location) -> Iterator[str]:
    latitude, longitude = point(location)
    if latitude is not None and longitude is not None:
        yield from (cell(prefix, latitude, longitude) for prefix in CELLS)
    city, code = location.get("city", ""), location.get("postal_code", "")
    if city:
        yield name("t_", city)
    if location.get("region"):
        yield name("r_", location["region"])
    if code:
        yield from (f"z_{each}" for each in postcodes(code))
    if latitude is None and not city and not code:
        yield "f_anywhere"  # from afar, or nothing says where


def postcodes(code: str) -> list[str]:
    """As whole and without its last part: 62701-1234 and 62701, SW1A 1AA and SW1A."""
    whole = fold(code).replace("-", " ")
    parts = ["".join(c for c in part if c.isalnum()) for part in whole.split()]
    if len(parts) == 1 and parts[0][-3:-2].isdigit() and not parts[0].isdigit():
        parts = [parts[0][:-3], parts[0][-3:]]  # SW1A1AA
    found = ["".join(parts)[:12]] + ([parts[0][:12]] if len(parts) == 2 else [])
    return [each for each in found if each]


def _days(details: Details, location: Location) -> set[int]:
    """ISO weekdays on which it opens; 0 where nothing says so."""
    timetable: Timetable = location.get("timetable") or details.get("timetable") or {}
    return {each["weekday"] for each in timetable.get("hours", [])} or {0}
