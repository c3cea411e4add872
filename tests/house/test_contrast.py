"""Colours can be told apart: WCAG 2.2, 1.4.3 (text, 4.5 to 1) and 1.4.11 (edges, 3 to 1)."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[2] / "halved" / "static" / "halved" / "halved.css"
GROUNDS = ("paper", "surface", "green-soft", "clay-soft")
# Which words stand on what. Clay words stand on paper only.
STANDS = {
    "ink": GROUNDS, "soft": GROUNDS, "green": GROUNDS[:3], "clay": GROUNDS[:2],
    "on-green": ("green",),
}  # fmt: skip


def colours() -> dict[str, dict[str, str]]:
    """{"light": {name: #RRGGBB}, "dark": …}, as the style sheet gives them."""
    light, dark = CSS.read_text().split("prefers-color-scheme: dark", 1)
    found = [dict(re.findall(r"--([\w-]+): (#[0-9A-F]{6});", part)) for part in (light, dark)]
    return {"light": found[0], "dark": found[0] | found[1]}


def brightness(colour: str) -> float:
    """Relative luminance, from 0 (black) to 1 (white)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    high, low = sorted([brightness(one), brightness(other)], reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_stand_out_from_every_ground_they_may_stand_on(theme):
    colour = colours()[theme]
    pairs = [(text, ground) for text, grounds in STANDS.items() for ground in grounds]

    found = {pair: contrast(colour[pair[0]], colour[pair[1]]) for pair in pairs}

    assert {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_edges_of_boxes_and_the_focus_can_be_seen(theme):
    colour = colours()[theme]

    for edge in ("line", "green"):
        for ground in ("paper", "surface"):
            assert contrast(colour[edge], colour[ground]) >= 3, (edge, ground)


def test_contrast_is_measured_as_the_standard_says():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_the_style_sheet_moves_nothing():
    assert not re.findall(r"animation|transition|scroll-behavior|keyframes", CSS.read_text())
