"""Weight over time as a picture: server-made SVG, no script, with a table behind it.

A few weights are half discs that fill as it gets heavier, more are dots, many are a line through
the average with a band from the lightest to the heaviest. Clay is carried alone, green with others.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from math import sqrt
from unicodedata import east_asian_width

from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import is_aware, localtime

WIDTH = 400
LEFT, RIGHT = 34, 392
PLOT = 140  # from weight 10 down to weight 0
EDGE = 12  # room for half a disc
ROW = 21  # for one label of a mark, above the plot
BELOW = 40  # for the dates
FONT = 16  # 13 pixels on a screen 360 wide
MOST_DISCS = 14
MOST_DOTS = 60  # more than that is drawn as a line and a band
COLUMNS = 60
MOST_LABELS = 3


@dataclass(frozen=True)
class Point:
    """A weight of 0 to 10 at a moment; `shared` once somebody carries it too."""

    at: datetime
    weight: int
    shared: bool = False


@dataclass(frozen=True)
class Mark:
    """An ask or an answer, with a few words."""

    at: datetime
    label: str


def draw(points: Sequence[Point], marks: Sequence[Mark]) -> SafeString:
    """The picture, or nothing without points. Reads well with one point and with a thousand."""
    if not points:
        return mark_safe("")
    points = sorted(points, key=lambda point: point.at)
    marks = sorted(marks, key=lambda mark: mark.at)
    moments = [*(point.at for point in points), *(mark.at for mark in marks)]
    place = _Place(min(moments), max(moments), labels=min(len(marks), MOST_LABELS))
    weights = _many(points, place) if len(points) > MOST_DOTS else _few(points, place)
    return format_html(
        '<svg viewBox="0 0 {} {}" role="img" aria-label="{}" width="100%">{}{}{}{}{}</svg>',
        WIDTH,
        place.bottom + BELOW,
        summary(points, marks),
        _grid(place),
        _lines_of(marks, place),
        weights,
        _labels_of(marks, place),
        _dates(place),
    )


def summary(points: Sequence[Point], marks: Sequence[Mark] = ()) -> str:
    """The picture in words."""
    first, last = points[0], points[-1]
    if len(points) == 1:
        said = f"Weight {first.weight} of 10 on {_day(first.at)}."
    else:
        lowest, highest = min(row.weight for row in points), max(row.weight for row in points)
        said = (
            f"Weight from {first.weight} of 10 on {_day(first.at)} to {last.weight} of 10 on"
            f" {_day(last.at)}. Between {lowest} and {highest}, noted {len(points)} times."
        )
    latest = [f" {_day(mark.at)}: {mark.label}." for mark in marks[-MOST_LABELS:]]
    before = len(marks) - len(latest)
    return "".join([said, *latest, f" Before that, {before} more asks and answers." * bool(before)])


class _Place:
    """Where a moment and a weight lie in the picture."""

    def __init__(self, start: datetime, end: datetime, labels: int) -> None:
        self.start, self.end = start, end
        self.seconds = (end - start).total_seconds()
        self.labels = labels
        self.top = EDGE + 4 + ROW * labels
        self.bottom = self.top + PLOT

    def x(self, at: datetime) -> float:
        if not self.seconds:
            return (LEFT + RIGHT) / 2
        part = (at - self.start).total_seconds() / self.seconds
        return round(LEFT + EDGE + part * (RIGHT - LEFT - 2 * EDGE), 1)

    def y(self, weight: float) -> float:
        return round(self.bottom - weight * PLOT / 10, 1)

    def row(self, number: int) -> int:
        """The foot of a row of words above the plot, counted upwards; without words, the plot."""
        return self.top - EDGE - 4 - ROW * number if number < self.labels else self.top - EDGE


def _grid(place: _Place) -> SafeString:
    return format_html_join(
        "",
        '<line class="grid" x1="{}" x2="{}" y1="{}" y2="{}"/>'
        '<text class="last" x="{}" y="{}">{}</text>',
        (
            (LEFT, RIGHT, place.y(weight), place.y(weight), LEFT - 8, place.y(weight) + 5, weight)
            for weight in (0, 5, 10)
        ),
    )


# --- weights ------------------------------------------------------------------------------------


def _few(points: Sequence[Point], place: _Place) -> SafeString:
    """Each weight as a half disc or a dot, with a line through them."""
    steps = [(place.x(row.at), place.y(row.weight), row.shared) for row in points]
    line = format_html_join("", '<polyline class="weight {}" points="{}"/>', _stretches(steps))
    if len(points) <= MOST_DISCS:
        return line + _discs(points, place)
    dots = format_html_join(
        "",
        '<circle class="{}" cx="{}" cy="{}" r="3.5"/>',
        ((_carried(shared), x, y) for x, y, shared in steps),
    )
    return line + dots + _discs([points[-1]], place)


def _many(points: Sequence[Point], place: _Place) -> SafeString:
    """The average of each column as a line, and a band from its lightest to its heaviest."""
    span = (RIGHT - LEFT) / COLUMNS
    columns: list[tuple[float, bool, list[int]]] = []
    for (column, shared), found in groupby(
        points, key=lambda row: (int(place.x(row.at) / span), row.shared)
    ):
        columns.append((round((column + 0.5) * span, 1), shared, [row.weight for row in found]))
    steps = [(x, place.y(sum(rows) / len(rows)), shared) for x, shared, rows in columns]
    tops = [(x, place.y(max(rows)), shared) for x, shared, rows in columns]
    floors = [(x, place.y(min(rows)), shared) for x, shared, rows in columns]
    bands = [
        (carried, f"{above} {' '.join(reversed(below.split()))}")
        for (carried, above), (_, below) in zip(_stretches(tops), _stretches(floors), strict=True)
    ]
    return (
        format_html_join("", '<polygon class="band {}" points="{}"/>', bands)
        + format_html_join("", '<polyline class="weight {}" points="{}"/>', _stretches(steps))
        + _discs([points[-1]], place)
    )


def _carried(shared: bool) -> str:
    return "shared" if shared else "load"


def _stretches(steps: Sequence[tuple[float, float, bool]]) -> list[tuple[str, str]]:
    """Who carried it, and the points of the line, each stretch up to where the next begins."""
    found: list[tuple[str, list[str]]] = []
    for x, y, shared in steps:
        step, carried = f"{x},{y}", _carried(shared)
        if found and found[-1][0] != carried:
            found[-1][1].append(step)
        if not found or found[-1][0] != carried:
            found.append((carried, []))
        found[-1][1].append(step)
    return [(carried, " ".join(line)) for carried, line in found]


def _discs(points: Iterable[Point], place: _Place) -> SafeString:
    """Discs that fill from below with weight, as everywhere in Halved."""
    return format_html_join(
        "",
        '<circle class="disc {0}" cx="{1}" cy="{2}" r="8"/><path class="{0}" d="{3}"/>',
        (
            (_carried(row.shared), x, y, filled(x, y, row.weight))
            for row in points
            for x, y in [(place.x(row.at), place.y(row.weight))]
        ),
    )


def filled(x: float, y: float, weight: int) -> str:
    """The lower part of a disc of radius 8, as much of its height as the weight is of ten, as
    the path of an SVG."""
    if weight >= 10:
        return f"M{x - 8:.1f} {y}a8 8 0 1 0 16 0a8 8 0 1 0 -16 0Z"
    level = 8 - 1.6 * max(weight, 0)
    half = sqrt(64 - level**2)
    return f"M{x - half:.1f} {y + level:.1f}a8 8 0 {int(weight > 5)} 0 {2 * half:.1f} 0Z"


# --- words --------------------------------------------------------------------------------------


def _lines_of(marks: Sequence[Mark], place: _Place) -> SafeString:
    """A line for each ask and answer; it goes up to its words if it has any."""
    return format_html_join(
        "",
        '<line class="mark" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>',
        (
            (place.x(mark.at), place.row(min(number, place.labels)) + 5, place.bottom)
            for number, mark in enumerate(reversed(marks))
        ),
    )


def _labels_of(marks: Sequence[Mark], place: _Place) -> SafeString:
    """The words of the latest marks, each in a row of its own, the latest lowest."""
    labels = []
    for number, mark in enumerate(reversed(marks[-MOST_LABELS:])):
        x = place.x(mark.at)
        left = x > (LEFT + RIGHT) / 2
        words = _fitted(mark.label, x if left else WIDTH - x)
        labels.append(
            ("last" if left else "first", x + (4 if left else -4), place.row(number), words)
        )
    return format_html_join("", '<text class="asked {}" x="{}" y="{}">{}</text>', labels)


def _fitted(words: str, room: float) -> str:
    """The words, or as many letters of them as have room."""
    words = " ".join(words.split())
    if width_of(words) <= room:
        return words
    while words and width_of(words + "…") > room:
        words = words[:-1]
    return words.rstrip() + "…"


def width_of(words: str) -> float:
    """How wide these words are at most, in any of the fonts we name."""
    return sum(map(_width, words))


def _width(letter: str) -> float:
    if east_asian_width(letter) in "WF" or letter in "MWmw@%…—":
        return FONT
    return FONT * (0.76 if letter.isupper() else 0.6)


def _dates(place: _Place) -> SafeString:
    y = place.bottom + 32
    if _day(place.start) == _day(place.end):
        middle = (LEFT + RIGHT) / 2
        return format_html(
            '<text class="middle" x="{}" y="{}">{}</text>', middle, y, _day(place.end)
        )
    return format_html(
        '<text x="{}" y="{}">{}</text><text class="last" x="{}" y="{}">{}</text>',
        LEFT, y, _day(place.start), RIGHT, y, _day(place.end),
    )  # fmt: skip


def _day(at: datetime) -> str:
    return str(date_format(localtime(at) if is_aware(at) else at, "j M Y"))
