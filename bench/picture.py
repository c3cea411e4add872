"""Curves as a picture: sizes from left to right, milliseconds upwards, each step ten times the one
before."""

from html import escape
from itertools import pairwise
from math import ceil, floor, log10
from typing import NamedTuple

WIDTH, HEIGHT = 760, 460
LEFT, RIGHT, TOP, BOTTOM = 70, 200, 20, 50
INKS = ("#8a4b2a", "#2f5d46", "#5a4a8a", "#8a2a55", "#2a6a8a", "#6b6b1f", "#444444")


class Curve(NamedTuple):
    name: str
    points: list[tuple[float, float]]  # size, milliseconds; both above 0


def draw(curves: list[Curve]) -> str:
    """An SVG that reads well on white and on black paper. Curves of SQLite are drawn through, those
    of PostgreSQL dashed; the same work has the same ink."""
    sizes = [size for curve in curves for size, _ in curve.points]
    values = [value for curve in curves for _, value in curve.points]
    x = _scale(log10(min(sizes)), log10(max(sizes)), LEFT, WIDTH - RIGHT)
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    y = _scale(low, high, HEIGHT - BOTTOM, TOP)
    parts = [f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fffdf8"/>']
    for power in range(low, high + 1):
        at = y(10.0**power)
        parts.append(f'<path d="M{LEFT} {at:.0f}H{WIDTH - RIGHT}" stroke="#ddd6c8"/>')
        said = f"{10.0**power:g} ms" if power < 3 else f"{10.0 ** (power - 3):g} s"
        parts.append(_text(LEFT - 8, at + 4, said, "end"))
    for size in sorted(set(sizes)):
        parts.append(_text(x(size), HEIGHT - BOTTOM + 22, f"{size:,.0f}", "middle"))
    parts.append(_text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, "members", "middle"))
    inks = dict(zip(dict.fromkeys(_work(curve) for curve in curves), INKS, strict=False))
    ends = _apart([y(curve.points[-1][1]) for curve in curves])
    for curve, end in zip(curves, ends, strict=True):
        ink = inks[_work(curve)]
        dashes = ' stroke-dasharray="5 4"' if "PostgreSQL" in curve.name else ""
        line = " ".join(f"{x(size):.1f},{y(value):.1f}" for size, value in curve.points)
        parts.append(
            f'<polyline points="{line}" fill="none" stroke="{ink}" stroke-width="2"{dashes}/>'
        )
        parts.append(_text(WIDTH - RIGHT + 8, end + 4, curve.name, "start", ink))
    inside = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
        f' font-family="sans-serif" font-size="12">\n{inside}\n</svg>\n'
    )


def _work(curve: Curve) -> str:
    return curve.name.rsplit(", ", 1)[0]


def _scale(low: float, high: float, begin: float, end: float):  # type: ignore[no-untyped-def]
    def place(value: float) -> float:
        return begin + (log10(value) - low) / (high - low) * (end - begin)

    return place


def _apart(places: list[float], least: float = 14) -> list[float]:
    """The same places, moved where two names would lie on each other: down, and up again from the
    lowest line."""
    order = sorted(range(len(places)), key=places.__getitem__)
    moved = list(places)
    for above, below in pairwise(order):
        moved[below] = max(moved[below], moved[above] + least)
    moved[order[-1]] = min(moved[order[-1]], HEIGHT - BOTTOM)
    for below, above in pairwise(reversed(order)):
        moved[above] = min(moved[above], moved[below] - least)
    return moved


def _text(x: float, y: float, words: str, anchor: str, ink: str = "#4a453d") -> str:
    return (
        f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}" fill="{ink}">{escape(words)}</text>'
    )
