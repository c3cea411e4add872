"""The picture of guesses beside answers: whole, inside its frame, and told in words as well."""

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halved.lookback.picture import draw
from halved.lookback.rules import Guessed, Outcome
from halved.reflection.chart import FONT, WIDTH, width_of

rows = st.lists(
    st.builds(Guessed, st.integers(0, 10), st.sampled_from(Outcome)), min_size=10, max_size=200
)
Box = tuple[float, float, float, float]


def drawn(rows: Sequence[Guessed]) -> ET.Element:
    return ET.fromstring(draw(rows))


def words_in(picture: ET.Element) -> list[Box]:
    """Left, top, right and bottom of all words, at the widest they may be."""
    found = []
    for text in picture.iter("text"):
        x, y = float(text.get("x", "")), float(text.get("y", ""))
        wide, side = width_of(text.text or ""), text.get("class", "")
        left = x - wide if "last" in side else x - wide / 2 if "middle" in side else x
        found.append((left, y - 0.8 * FONT, left + wide, y + 0.25 * FONT))
    return found


def discs_in(picture: ET.Element) -> list[Box]:
    centres = [(float(disc.attrib["cx"]), float(disc.attrib["cy"])) for disc in circles(picture)]
    return [(x - 8, y - 8, x + 8, y + 8) for x, y in centres]


def circles(picture: ET.Element) -> list[ET.Element]:
    return list(picture.iter("circle"))


def overlap(one: Box, other: Box) -> bool:
    return (
        one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    )  # fmt: skip


@given(rows)
@settings(max_examples=60, deadline=None)
def test_whatever_was_guessed_all_of_it_lies_inside_the_frame(rows):
    picture = drawn(rows)
    _, _, width, height = map(float, picture.attrib["viewBox"].split())

    band = picture.find("rect")
    assert band is not None
    assert width == WIDTH
    assert float(band.attrib["x"]) >= 0
    assert float(band.attrib["x"]) + float(band.attrib["width"]) <= width
    for left, top, right, bottom in [*words_in(picture), *discs_in(picture)]:
        assert left >= -0.1 and top >= 0 and right <= width + 0.1 and bottom <= height


@given(rows)
@settings(max_examples=60, deadline=None)
def test_nothing_lies_on_words_and_no_disc_on_another(rows):
    picture = drawn(rows)
    found = [*words_in(picture), *discs_in(picture)]

    pairs = [(one, other) for place, one in enumerate(found) for other in found[place + 1 :]]
    assert not [pair for pair in pairs if overlap(*pair)]


@given(rows)
@settings(max_examples=30, deadline=None)
def test_each_ask_has_its_disc(rows):
    green = sum(row.outcome in (Outcome.YES, Outcome.PART, Outcome.LATER) for row in rows)

    colours = Counter(disc.attrib["class"] for disc in circles(drawn(rows)))

    assert colours["disc shared"] == green
    assert colours["disc load"] == len(rows) - green


@pytest.mark.parametrize(
    ("outcome", "edge", "is_empty"),
    [
        (Outcome.YES, "none", False),
        (Outcome.PART, "none", False),
        (Outcome.LATER, "none", True),
        (Outcome.NO, "none", True),
        (Outcome.SILENCE, "3 3", True),
    ],
)
def test_each_answer_looks_different(outcome, edge, is_empty):
    picture = drawn([Guessed(2, outcome)] * 10)

    disc = circles(picture)[0]
    assert disc.attrib["stroke-dasharray"] == edge
    assert (list(picture.iter("path"))[-1].attrib["d"] == "") is is_empty


def test_the_half_discs_make_a_whole_where_they_meet():
    picture = drawn([Guessed(5, Outcome.YES)] * 5 + [Guessed(5, Outcome.NO)] * 5)

    guessed, came = list(picture.iter("path"))[:2]

    assert guessed.attrib["d"].split("a")[0] == came.attrib["d"].split("a")[0]
    assert (guessed.attrib["class"], came.attrib["class"]) == ("load", "shared")


def test_the_picture_is_told_in_words():
    picture = drawn([Guessed(2, Outcome.YES)] * 10)

    assert picture.attrib["role"] == "img"
    assert "10 of 10 asks came to a yes, or a part" in picture.attrib["aria-label"]


def test_nine_guesses_make_no_picture():
    with pytest.raises(ValueError, match="too few"):
        draw([Guessed(2, Outcome.YES)] * 9)
