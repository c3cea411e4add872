"""Where somebody means: a town, a postcode, or degrees as they type them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from halved.directory.models import Place
from halved.directory.rules import Point
from halved.directory.searching.gazetteer import plain
from halved.directory.searching.spelling import can_be_mended, slips
from halved.directory.searching.terms import postcodes
from halved.directory.searching.understanding import OWN_STEMS, Counts
from halved.directory.searching.words import split, stem
from halved.prepared import Find, Given

TOWN = {"token__startswith": "t_"}  # not a postcode
LONGEST = 100  # signs of a place that count
BEFORE = {"in", "near", "around", "at", "by", "bei", "nahe", "en", "cerca", "de"}
_DEGREES = re.compile(r"\s*([+-]?\d{1,3}(?:\.\d+)?)°?\s*[,;]\s*([+-]?\d{1,3}(?:\.\d+)?)°?\s*")
_STATES = """alabama al alaska ak arizona az arkansas ar california ca colorado co connecticut ct
    delaware de florida fl georgia ga hawaii hi idaho id illinois il indiana in iowa ia kansas ks
    kentucky ky louisiana la maine me maryland md massachusetts ma michigan mi minnesota mn
    mississippi ms missouri mo montana mt nebraska ne nevada nv new_hampshire nh new_jersey nj
    new_mexico nm new_york ny north_carolina nc north_dakota nd ohio oh oklahoma ok oregon or
    pennsylvania pa rhode_island ri south_carolina sc south_dakota sd tennessee tn texas tx utah ut
    vermont vt virginia va washington wa west_virginia wv wisconsin wi wyoming wy""".split
STATES = dict(zip(_STATES()[::2], _STATES()[1::2], strict=True))


@dataclass(frozen=True, slots=True)
class Where:
    """A place that was understood."""

    label: str  # what people read
    typed: str  # what to type to mean just this one
    token: str = ""  # of the index; "" for bare degrees
    point: Point | None = None
    count: int = 0


def understand(near: str) -> list[Where]:
    """The places of that name, the one with most services first; none if it is not known."""
    near = near[:LONGEST]
    if degrees := _degrees(near):
        return [degrees]
    tries = list(dict.fromkeys(_tries(near)))
    for name, region in tries:
        if found := [row for row in _NAMED.all(name=name) if _is_in(row, region)]:
            return _merged(found)
    return _misspelt(tries[0][0]) if tries else []


_NAMED = Find(lambda: Place.objects.filter(name=Given("name")))


def at_the_end(words: Sequence[str], counts: Counts) -> tuple[list[Where], int]:
    """A place that a search ends with, and of how many words: "food bank in springfield"."""
    ends = [count for count in (4, 3, 2, 1) if count < len(words)]
    tries = {count: list(_split_region(words[-count:])) for count in ends}
    names = {name for found in tries.values() for name, _ in found}
    rows = list(Place.objects.filter(name__in=names, **TOWN)) if names else []
    for count in ends:
        for name, region in tries[count]:
            found = [row for row in rows if row.name == name and _is_in(row, region)]
            told = words[-count - 1] in BEFORE or region
            if found and (told or _is_no_other_word(name, found, counts)):
                return _merged(found), count
    return [], 0


def _is_no_other_word(name: str, rows: Iterable[Place], counts: Counts) -> bool:
    """Reading is a town, and a thing to learn."""
    stems = {stem(word) for word in name.split()}
    if stems <= OWN_STEMS:
        return False
    return min(counts.of.get(each, 0) for each in stems) <= 3 * sum(row.count for row in rows)


def _degrees(near: str) -> Where | None:
    found = _DEGREES.fullmatch(near)
    if not found:
        return None
    point = Point(float(found[1]), float(found[2]))
    if abs(point.latitude) > 90 or abs(point.longitude) > 180:
        return None
    label = f"{point.latitude:g}, {point.longitude:g}"
    return Where(label, label, point=point)


def _tries(near: str) -> Iterator[tuple[str, str]]:
    """Names with their regions, the most exact reading first."""
    head, _, rest = near.partition(",")
    words = split(near)
    if rest.strip():
        yield plain(head), plain(rest)
    yield from _split_region(words)
    for code in postcodes(near):
        yield code, ""
    for word in reversed(words):
        if any(letter.isdigit() for letter in word):
            yield word, ""
    if rest.strip():
        yield plain(head), ""


def _split_region(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """All of it a name, or the end of it a region."""
    if words:
        yield plain(" ".join(words)), ""
    for count in (1, 2):
        if len(words) > count:
            yield plain(" ".join(words[:-count])), plain(" ".join(words[-count:]))


def _is_in(row: Place, region: str) -> bool:
    words = region.split()
    if words and words[-1].isdigit():  # Springfield, IL 62701
        words = words[:-1]
    region = " ".join(words)
    return not region or row.region in (region, STATES.get("_".join(words), region))


def _misspelt(name: str) -> list[Where]:
    if not can_be_mended(name.replace(" ", "")):
        return []
    rows = list(Place.objects.filter(name__in=slips(name), **TOWN))
    most = max((row.count for row in rows), default=0)
    names = {row.name for row in rows if row.count == most}
    return _merged([row for row in rows if row.name in names])


def _merged(rows: Iterable[Place]) -> list[Where]:
    """One of each label and spot, whichever datasets it is from."""
    found: dict[tuple[str, Point | None], Where] = {}
    for row in sorted(rows, key=lambda row: (-row.count, row.label, row.latitude or 0)):
        point = None
        if row.latitude is not None and row.longitude is not None:
            point = Point(row.latitude, row.longitude)
        spot = Point(round(point.latitude), round(point.longitude)) if point else None
        known = found.get((row.label, spot))
        count = row.count + (known.count if known else 0)
        point = known.point if known else point
        found[row.label, spot] = Where(row.label, row.label, row.token, point, count)
    labels = [where.label for where in found.values()]
    return [
        replace(where, typed=f"{where.point.latitude:.3f}, {where.point.longitude:.3f}")
        if where.point and labels.count(where.label) > 1
        else where
        for where in found.values()
    ]
