"""Towns and postcodes by their names, made of the addresses of a dataset."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from halved.directory.searching.words import split

ODD = 0.1  # a town's spot with less than this share of its entries is a slip in the data
_TOKENS = re.compile(r"(?:^| )([rtz])_(\S+)")
_SHORT = {"saint": "st", "sainte": "st", "mount": "mt", "fort": "ft"}
Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Spot:
    """A town or a postcode: what `Place` keeps of it."""

    name: str
    region: str
    label: str
    token: str
    latitude: float | None
    longitude: float | None
    count: int  # entries there


@dataclass(order=True, slots=True)
class _Sum:
    """Entries in one cell of a degree, with their degrees added up."""

    entries: int = 0
    latitude: float = 0
    longitude: float = 0

    def add(self, other: "_Sum") -> None:
        self.entries += other.entries
        self.latitude += other.latitude
        self.longitude += other.longitude


def plain(name: str) -> str:
    """A name as it is looked up: "St. Louis" and "Saint Louis" are one."""
    return " ".join(_SHORT.get(word, word) for word in split(name.replace("_", " ")))[:70]


class Gazetteer:
    """Adds up where entries say they are."""

    def __init__(self) -> None:
        self._sums: dict[tuple[str, str], dict[Cell | None, _Sum]] = defaultdict(dict)

    def add(self, terms: str, latitude: float | None, longitude: float | None) -> None:
        """The terms of one entry with its degrees, if it has them."""
        found = _TOKENS.findall(terms)
        region = next((name for kind, name in found if kind == "r"), "")
        cell: Cell | None = None
        one = _Sum(1)
        if latitude is not None and longitude is not None:
            cell, one = (round(latitude), round(longitude)), _Sum(1, latitude, longitude)
        for kind, name in found:
            if kind != "r":
                self._sums[f"{kind}_{name}", region].setdefault(cell, _Sum()).add(one)

    def spots(self) -> Iterator[Spot]:
        for (token, region), sums in self._sums.items():
            unknown = sums.get(None, _Sum()).entries
            known = {cell: there for cell, there in sums.items() if cell is not None}
            groups = sorted(_grouped(known), reverse=True) or [_Sum()]
            for group in groups:
                if group.entries >= ODD * groups[0].entries:
                    yield _spot(token, region, group, unknown)


def _grouped(sums: dict[Cell, _Sum]) -> list[_Sum]:
    """Cells that touch are one town; a town may lie where four cells meet."""
    left, groups = set(sums), []
    for seed in sorted(sums, key=lambda cell: sums[cell].entries, reverse=True):
        near = {(seed[0] + north, seed[1] + east) for north in (-1, 0, 1) for east in (-1, 0, 1)}
        group = _Sum()
        for cell in near & left if seed in left else ():
            group.add(sums[cell])
            left.remove(cell)
        groups += [group] if group.entries else []
    return groups


def _spot(token: str, region: str, group: _Sum, unknown: int) -> Spot:
    written = token[2:].replace("_", " ")
    label = written.title() if token.startswith("t_") else written.upper()
    if region:
        label += f", {region.upper() if len(region) <= 3 else region.replace('_', ' ').title()}"
    known = group.entries
    return Spot(
        name=plain(written),
        region=plain(region),
        label=label[:160],
        token=token,
        latitude=group.latitude / known if known else None,
        longitude=group.longitude / known if known else None,
        count=known + unknown,
    )
