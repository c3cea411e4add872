"""Which entries of the index are worth ranking: a few hundred, the best and the nearest."""

import math
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from halved.directory.matching import All, AnyOf, Expression, matches
from halved.directory.places import Where
from halved.directory.rules import Asked, Candidate, Concept, Point
from halved.directory.terms import CELLS, cell

MOST = 300  # entries of one question to the index
FROM_AFAR = 60
ENOUGH = 10  # services: a page
WIDER = (10, 25, 50, 100)  # km
CLOSE = 3  # km, where there is plenty
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
    within, rows = _widened(asked, where, everything)
    many = len(rows) >= MOST
    if everything:
        rows += matches(All([*everything, "f_anywhere"]), FROM_AFAR)
    if _too_few(rows):
        within = within if rows else asked.within_km
        area = AnyOf([*_area(where, within), "f_anywhere"])
        rows += _within(_some(asked, [area]), asked.point, within)
    return Found(rows, within, many)


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


def _widened(
    asked: Asked, where: Where, everything: list[Expression]
) -> tuple[float, list[Candidate]]:
    """What is within reach; where there is nothing, what is within the next of the circles that
    has something. All of them are asked at once, unless so much is there that some was left out."""
    within = asked.within_km
    rows = _near(asked, where, within, everything)
    wider = [km for km in WIDER if km > within]
    if rows or where.point is None or not wider:
        return within, rows
    rows = _near(asked, where, wider[-1], everything)
    for within in wider:
        some = (
            _near(asked, where, within, everything)
            if len(rows) >= MOST
            else _within(rows, where.point, within)
        )
        if some:
            return within, some
    return asked.within_km, []


def _near(
    asked: Asked, where: Where, within: float, everything: list[Expression]
) -> list[Candidate]:
    """Within so many km; where that is too much, what says it in the heading and what is close."""
    area = AnyOf(_area(where, within))
    rows = _wished(asked, [area, *everything])
    if len(rows) >= MOST and where.point:
        close = AnyOf(_cells("s_", where.point, CLOSE))
        rows += matches(All([close, *everything]), MOST)
        if everything:
            rows += matches(All([area, *_headings(asked.concepts)]), MOST)
    return _within(rows, asked.point, within)


def _wished(asked: Asked, expression: list[Expression]) -> list[Candidate]:
    """Entries that say yes to the wishes first, so that they are not crowded out."""
    rows = matches(All([*expression, *asked.wanted]), MOST) if asked.wanted else []
    if expression and (not asked.wanted or len(rows) < MOST):
        rows += matches(All(expression), MOST)
    return rows


def _some(asked: Asked, more: list[Expression]) -> list[Candidate]:
    """All but one of the concepts; else the one that tells most."""
    said = [_said(concept) for concept in asked.concepts]
    if len(said) < 2:
        return []
    combined = [All(some) for some in combinations(said, len(said) - 1)]
    rows = matches(All([*more, AnyOf(combined)]), MOST)
    for one in said:
        if len(said) > 2 and _too_few(rows):
            rows += matches(All([*more, one]), MOST)
    return rows


def _too_few(rows: Sequence[Candidate]) -> bool:
    return len({row.service for row in rows}) < ENOUGH


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
    north = within / DEGREE
    east = within / (DEGREE * max(math.cos(math.radians(point.latitude)), 0.05))
    for row in range(
        _floor(point.latitude - north, size), _floor(point.latitude + north, size) + 1
    ):
        first = _floor(point.longitude - east, size)
        for column in range(first, _floor(point.longitude + east, size) + 1):
            longitude = ((column + 0.5) * size + 180) % 360 - 180
            yield cell(prefix, (row + 0.5) * size, longitude)


def _floor(degrees: float, size: float) -> int:
    return math.floor(degrees / size)
