"""Which entries of the index are worth ranking: a few hundred, the best and the nearest."""

import math
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from halved.directory.rules import Asked, Candidate, Concept, Point, kilometres
from halved.directory.searching.matching import All, AnyOf, Expression, matches
from halved.directory.searching.places import Where
from halved.directory.searching.terms import CELLS, cell

MOST = 120  # entries of one question to the index
FROM_AFAR = 60
LITTLE = 100  # entries that are likely to be found without a place
FEW = 400  # so many, and one may look for them far and wide
AFAR = "f_anywhere"
ENOUGH = 5  # services: beside fewer, those that fit in part are shown
PAGE = 10  # services that fit in part
WIDER = (10, 25, 50, 100)  # km
PLENTY = 40  # entries that are close: then it need not look for better ones farther away
CLOSE = 2  # km, where there is plenty
RINGS = (
    1,
    2,
    4,
)  # km: where a town is likely to have enough within that, it need not be asked whole
A_TOWN = 5  # km: how far its services are taken to lie from its middle
DEGREE = 111.2  # km


class Found(NamedTuple):
    """Candidates, and how far one had to look."""

    candidates: list[Candidate]
    within_km: float
    many: bool  # there are more than were looked at


def find(asked: Asked, where: Where | None) -> Found:
    """What has all that is asked, near first and farther away then; else what has some of it."""
    if where is None:
        return _anywhere(asked)
    everything = _everything(asked.concepts)
    everywhere = _everywhere(asked, everything)
    if everywhere is None:
        within, rows = _widened(asked, where, everything)
        some = everything and asked.from_afar
        afar = matches(All([*everything, AFAR]), FROM_AFAR) if some else []
    else:
        within, rows = _nearest(asked, where, everywhere)
        afar = [row for row in everywhere if AFAR in row.terms.split()]
    many = len(rows) >= MOST
    if _too_few(rows + afar):
        rows += _some_near(asked, where, within)
    if asked.point and everything and not rows + afar:
        within, rows = _farther(asked.point, everywhere or matches(All(everything), MOST))
    return Found(rows + afar, within, many)


def _everywhere(asked: Asked, everything: list[Expression]) -> list[Candidate] | None:
    """All that has all that is asked, wherever it is, if that is little: one question then does
    for every circle. None if it is much."""
    likely = asked.services * _share(asked.concepts)
    if not everything or likely > LITTLE:
        return None
    rows = matches(All(everything), MOST)
    return rows if len(rows) < MOST else None


def _nearest(asked: Asked, where: Where, rows: list[Candidate]) -> tuple[float, list[Candidate]]:
    """Those in the smallest circle that has any."""
    there = [row for row in rows if row.latitude is not None or where.token in row.terms.split()]
    for within in _circles(asked, where):
        if some := _within(there, where.point, within):
            return within, some
    return asked.within_km, []


def _anywhere(asked: Asked) -> Found:
    everything = _everything(asked.concepts)
    if not everything:
        return Found(_wished(asked, []) if asked.wanted else [], asked.within_km, False)
    rows = _wished(asked, everything)
    many = len(rows) >= MOST
    if many:
        rows += matches(All(_headings(asked.concepts)), MOST)
    if _too_few(rows):
        rows += _some(asked, [])
    return Found(rows, asked.within_km, many)


def _farther(point: Point, rows: list[Candidate]) -> tuple[float, list[Candidate]]:
    """Where nothing lies in any circle: the nearest of all, and what is hardly farther."""
    known = [
        kilometres(point, Point(row.latitude, row.longitude))
        for row in rows
        if row.latitude is not None and row.longitude is not None
    ]
    within = 100.0 * math.ceil(min(known, default=0) / 100 + 0.01)
    return within, _within(rows, point, within)


def _widened(
    asked: Asked, where: Where, everything: list[Expression]
) -> tuple[float, list[Candidate]]:
    """What is within reach; where there is nothing, what is in the next circle that has any. Where
    there is not much anywhere, the widest is asked first, because it tells about the others."""
    first, *wider = _circles(asked, where)
    rows = _near(asked, where, first, everything)
    if rows or not wider:
        return first, rows
    few = asked.services * _share(asked.concepts) < FEW
    widest = _near(asked, where, wider[-1], everything) if few else []
    for within in wider:
        if few and len(widest) < MOST:
            rows = _within(widest, where.point, within)
        else:
            rows = _near(asked, where, within, everything)
        if rows:
            return within, rows
    return first, []


def _circles(asked: Asked, where: Where) -> list[float]:
    """In km, the one that was asked for first."""
    wider = [km for km in WIDER if km > asked.within_km] if where.point else []
    return [asked.within_km, *wider]


def _near(
    asked: Asked, where: Where, within: float, everything: list[Expression]
) -> list[Candidate]:
    """Within so many km; where that is too much, what says it in the heading and what is close.
    Where there is likely to be very much, what is closest alone."""
    if ring := _ring(_share(asked.concepts), where, within):
        closest = [AnyOf(_cells("s_", ring[0], ring[1])), *everything, *asked.wanted]
        rows = matches(All(closest), MOST)
        if len(rows) >= MOST:
            return _within(rows, asked.point, within)
    area = AnyOf(_area(where, within))
    rows = _wished(asked, [area, *everything])
    if len(rows) >= MOST and where.point:
        near = matches(All([AnyOf(_cells("s_", where.point, CLOSE)), *everything]), MOST)
        rows += near
        if everything and len(near) < PLENTY:
            rows += matches(All([area, *_headings(asked.concepts)]), MOST)
    return _within(rows, asked.point, within)


def _ring(share: float, where: Where, within: float) -> tuple[Point, float] | None:
    """The smallest that is likely to hold twice as much as is looked at: an index takes as long as
    what it finds is much. None where the whole circle is not too much."""
    for ring in RINGS:
        likely = share * where.count * (ring / A_TOWN) ** 2
        if where.point and ring < within and likely >= 2 * MOST:
            return where.point, ring
    return None


def _share(concepts: Sequence[Concept]) -> float:
    """Of all services, about those that have all of these."""
    return math.prod(concept.share for concept in concepts)


def _wished(asked: Asked, expression: list[Expression]) -> list[Candidate]:
    """Entries that say yes to the wishes first, so that they are not crowded out."""
    rows = matches(All([*expression, *asked.wanted]), MOST) if asked.wanted else []
    if expression and (not asked.wanted or len(rows) < MOST):
        rows += matches(All(expression), MOST)
    return rows


def _some_near(asked: Asked, where: Where, widest: float) -> list[Candidate]:
    """Those that have some of it, in the smallest circle that has enough of them."""
    share = sum(_share(some) for some in combinations(asked.concepts, len(asked.concepts) - 1))
    ring = _ring(min(share, 1), where, widest) if len(asked.concepts) > 1 else None
    if ring:
        rows = _some(asked, [AnyOf(_cells("s_", *ring))])
        if not _too_few(rows, PAGE):
            return _within(rows, where.point, widest)
    for within in _circles(asked, where):
        if within <= widest:
            area = AnyOf([*_area(where, within), AFAR])
            rows = _within(_some(asked, [area]), where.point, within)
            if not _too_few(rows, PAGE):
                break
    return rows


def _some(asked: Asked, more: list[Expression]) -> list[Candidate]:
    """All but one of the concepts; else the one that tells most."""
    said = [_said(concept) for concept in asked.concepts]
    if len(said) < 2:
        return []
    combined = [All(some) for some in combinations(said, len(said) - 1)]
    rows = matches(All([*more, AnyOf(combined)]), MOST)
    for one in said:
        if len(said) > 2 and _too_few(rows, PAGE):
            rows += matches(All([*more, one]), MOST)
    return rows


def _too_few(rows: Sequence[Candidate], enough: int = ENOUGH) -> bool:
    return len({row.service for row in rows}) < enough


def _within(rows: Sequence[Candidate], point: Point | None, within: float) -> list[Candidate]:
    """Those whose place is not known are kept. The earth is flat here: that is near enough."""
    if point is None:
        return list(rows)
    wide = DEGREE * math.cos(math.radians(point.latitude))
    most = within * within
    return [
        row
        for row in rows
        if row.latitude is None
        or row.longitude is None
        or ((row.latitude - point.latitude) * DEGREE) ** 2
        + ((row.longitude - point.longitude) * wide) ** 2
        <= most
    ]


def _everything(concepts: Sequence[Concept]) -> list[Expression]:
    return [_said(concept) for concept in concepts]


def _headings(concepts: Sequence[Concept]) -> list[Expression]:
    return [_said(concept, "h_", "x_") for concept in concepts]


def _said(concept: Concept, word: str = "", kind: str = "k_") -> Expression:
    ways: list[Expression] = [All(f"{word}{each}" for each in way) for way in concept.words]
    ways += [f"{kind}{each}" for each in concept.kinds]
    return AnyOf([*ways, *concept.tokens])


def _area(where: Where, within: float) -> list[Expression]:
    tokens: list[Expression] = [where.token] if where.token else []
    if where.point:
        tokens += _cells("c_" if within <= 25 else "b_", where.point, within)
    return tokens


def _cells(prefix: str, point: Point, within: float) -> Iterator[str]:
    """The cells of the grid that a circle touches, or nearly."""
    size = 1 / CELLS[prefix]
    wide = DEGREE * max(math.cos(math.radians(point.latitude)), 0.05)
    for south in _edges(point.latitude, within / DEGREE, size):
        for west in _edges(point.longitude, within / wide, size):
            north = _gap(point.latitude, south, size) * DEGREE
            east = _gap(point.longitude, west, size) * wide
            if math.hypot(north, east) <= within:
                middle = (west + size / 2 + 180) % 360 - 180
                yield cell(prefix, south + size / 2, middle)


def _edges(degrees: float, away: float, size: float) -> Iterator[float]:
    """The lower edges of the rows, or columns, that lie so many degrees around."""
    first, last = math.floor((degrees - away) / size), math.floor((degrees + away) / size)
    return (number * size for number in range(first, last + 1))


def _gap(degrees: float, edge: float, size: float) -> float:
    """How many degrees lie between a point and a row: none if it is in it."""
    return max(edge - degrees, degrees - edge - size, 0.0)
