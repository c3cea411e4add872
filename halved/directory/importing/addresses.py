"""Where a place is: fields of addresses and coordinates in, lines and degrees out. Pure."""

import re
from collections.abc import Mapping

from halved.directory.importing.report import Oddity
from halved.directory.importing.texts import is_nothing

Point = tuple[float, float]
COUNTRIES = {
    "us": "US", "usa": "US", "u.s.": "US", "u.s.a.": "US", "united states": "US",
    "united states of america": "US", "uk": "GB", "gb": "GB", "gbr": "GB", "u.k.": "GB",
    "united kingdom": "GB", "great britain": "GB", "england": "GB", "scotland": "GB",
    "wales": "GB", "northern ireland": "GB", "ireland": "IE", "irl": "IE", "canada": "CA",
    "can": "CA", "australia": "AU", "aus": "AU", "new zealand": "NZ", "nzl": "NZ",
    "germany": "DE", "deutschland": "DE", "deu": "DE", "austria": "AT", "switzerland": "CH",
    "france": "FR", "spain": "ES", "italy": "IT", "netherlands": "NL", "belgium": "BE",
    "poland": "PL", "portugal": "PT", "mexico": "MX", "india": "IN", "south africa": "ZA",
    "puerto rico": "PR",
}  # fmt: skip
# South, north, west, east: enough to see that something is the wrong way round.
BOXES = {
    "US": (15, 72, -180, -64), "GB": (49, 61.5, -9, 2.5), "IE": (51, 56, -11, -5),
    "CA": (41, 84, -142, -52), "AU": (-45, -9, 112, 155), "NZ": (-48, -34, 166, 179),
    "DE": (47, 55.5, 5.5, 15.5), "FR": (41, 51.5, -5.5, 10), "AT": (46, 49.5, 9, 17.5),
    "CH": (45.5, 48, 5.5, 11), "MX": (14, 33, -119, -86), "IN": (6, 37, 68, 98),
}  # fmt: skip
_US_CODE = re.compile(r"\d{5}(?:-\d{4})?")
_GB_CODE = re.compile(r"(?i)[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}")
_STATE = re.compile(r"[A-Z]{2}")
_STREET = (
    r"street|st|avenue|ave|road|rd|drive|dr|boulevard|blvd|lane|ln|highway|hwy|parkway|pkwy|court|ct"
    r"|place|plaza|square|way|floor|building|center|centre"
)
_AFTER_STREET = re.compile(rf"\b((?i:{_STREET}))(\.?)(?=[A-Z][a-z])")
_BEFORE_UNIT = re.compile(r"(?<=[a-z.])(?=(?:Suite|Ste|Floor|Room|Unit|Apt|P\.?O\.? Box)\b)")
_AFTER_NUMBER = re.compile(
    r"(?<=\d)(?=[A-Z][a-z]{2,})|(?<=[a-z])(?=\d{1,3}(?:st|nd|rd|th) Floor)"
    r"|(?<=[a-z]{3})(?=\d{2,5} [A-Z])"
)
_HAS_NUMBER = re.compile(r"\d|(?i:\b(?:suite|floor|room|unit|box)\b)")


def country(text: str, region: str = "", postal_code: str = "") -> tuple[str, list[Oddity]]:
    """Two letters of ISO 3166; guessed from the form of region and code where nothing is said."""
    if is_nothing(text):
        if _US_CODE.fullmatch(postal_code) and _STATE.fullmatch(region):
            return "US", []
        return ("GB" if _GB_CODE.fullmatch(postal_code) else ""), []
    known = COUNTRIES.get(text.strip().lower())
    if known or re.fullmatch(r"[A-Za-z]{2}", text.strip()):
        return known or text.strip().upper(), []
    return "", [Oddity("country_unknown", text)]


def lines(fields: Mapping[str, str]) -> tuple[list[str], str, list[Oddity]]:
    """The lines before the town, and the town. Lines that were glued together are taken apart; the
    last piece is the town where none is given and it can be nothing else."""
    names = ("attention", "address_1", "address_2", "address_3", "address_4")
    given = [fields[name] for name in names if fields.get(name)]
    city = fields.get("city", "")
    odd: list[Oddity] = []
    found: list[str] = []
    for text in given:
        pieces = _apart(text)
        odd += [Oddity("glued", text)] if len(pieces) > 1 and "\n" not in text else []
        found += [piece for piece in pieces if piece not in found]
    if not city and odd and len(found) > 1 and not _HAS_NUMBER.search(found[-1]):
        city = found.pop()
        odd.append(Oddity("city_in_line", city))
    return found, city, odd


def _apart(text: str) -> list[str]:
    text = _AFTER_STREET.sub("\\1\\2\n", text)
    text = _BEFORE_UNIT.sub("\n", text)
    text = _AFTER_NUMBER.sub("\n", text)
    return [piece.strip(" ,") for piece in text.split("\n") if piece.strip(" ,")]


def point(latitude: str, longitude: str, country: str = "") -> tuple[Point | None, list[Oddity]]:
    """Degrees of WGS 84, mended where it is certain; None for what cannot be."""
    said = f"{latitude}, {longitude}".strip(", ")
    if not said or (is_nothing(latitude) and is_nothing(longitude)):
        return None, []
    try:
        north, east = _degrees(latitude), _degrees(longitude)
    except ValueError:
        return None, [Oddity("coordinates_bad", said)]
    near, far = sorted((abs(north), abs(east)))
    if far < 0.01 or near > 90 or far > 180:
        return None, [Oddity("coordinates_bad", said)]
    return _put_right((north, east), BOXES.get(country), said)


def _degrees(text: str) -> float:
    found = float(text.strip().rstrip("°").replace(",", "."))
    if found != found:
        raise ValueError
    return found


def _put_right(
    given: Point, box: tuple[float, float, float, float] | None, said: str
) -> tuple[Point | None, list[Oddity]]:
    north, east = given
    if box:
        if _inside(box, north, east):
            return given, []
        if _inside(box, east, north):
            return (east, north), [Oddity("coordinates_swapped", said)]
        if _inside(box, north, -east):
            return (north, -east), [Oddity("longitude_sign", said)]
    if abs(north) > 90:
        return (east, north), [Oddity("coordinates_swapped", said)]
    return given, []


def _inside(box: tuple[float, float, float, float], north: float, east: float) -> bool:
    return box[0] <= north <= box[1] and box[2] <= east <= box[3]
