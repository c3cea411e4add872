"""The picture of weight over time: whole, inside its frame, and told in words as well."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halved.reflection.chart import FONT, WIDTH, Mark, Point, draw, summary, width_of

START = datetime(2027, 3, 1, 9, tzinfo=UTC)

moments = st.integers(0, 3 * 365 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes))
points = st.builds(Point, moments, st.integers(0, 10), st.booleans())
names = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)
marks = st.builds(Mark, moments, names)


def drawn(points: Sequence[Point], marks: Sequence[Mark] = ()) -> ET.Element:
    return ET.fromstring(draw(points, marks))


def daily(weights: Sequence[int], shared_from: int = 10_000) -> list[Point]:
    return [
        Point(START + timedelta(days=number), weight, number >= shared_from)
        for number, weight in enumerate(weights)
    ]


def boxes(picture: ET.Element) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of all words, at the widest they may be."""
    found = []
    for text in picture.iter("text"):
        x, y = float(text.get("x", "")), float(text.get("y", ""))
        wide, side = width_of(text.text or ""), text.get("class", "")
        left = x - wide if "last" in side else x - wide / 2 if "middle" in side else x
        found.append((left, y - 0.8 * FONT, left + wide, y + 0.25 * FONT))
    return found


def places(picture: ET.Element) -> list[tuple[float, float]]:
    """All points that lines, bands and discs reach."""
    found = []
    for shape in picture.iter():
        if "points" in shape.attrib:
            steps = shape.attrib["points"].split()
            found += [(float(x), float(y)) for x, y in (step.split(",") for step in steps)]
        if shape.tag == "line":
            ends = [float(shape.attrib[name]) for name in ("x1", "y1", "x2", "y2")]
            found += [(ends[0], ends[1]), (ends[2], ends[3])]
        if shape.tag == "circle":
            x, y, r = (float(shape.attrib[name]) for name in ("cx", "cy", "r"))
            found += [(x - r, y - r), (x + r, y + r)]
    return found


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return (
        one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    )  # fmt: skip


@given(st.lists(points, min_size=1, max_size=90), st.lists(marks, max_size=6))
@settings(max_examples=100, deadline=None)
def test_whatever_was_noted_all_of_it_lies_inside_the_frame(points, marks):
    picture = drawn(points, marks)
    _, _, width, height = map(float, picture.attrib["viewBox"].split())

    assert width == WIDTH
    assert all(0 <= x <= width and 0 <= y <= height for x, y in places(picture))
    assert all(
        left >= 0 and top >= 0 and right <= width and bottom <= height
        for left, top, right, bottom in boxes(picture)
    )


@given(st.lists(points, min_size=1, max_size=20), st.lists(marks, max_size=6))
@settings(max_examples=100, deadline=None)
def test_no_words_lie_on_other_words(points, marks):
    found = boxes(drawn(points, marks))

    pairs = [(one, other) for place, one in enumerate(found) for other in found[place + 1 :]]
    assert not [pair for pair in pairs if overlap(*pair)]


@pytest.mark.parametrize("count", [1, 2, 30, 1000])
@pytest.mark.parametrize("days", [0, 1, 900])
def test_it_draws_one_or_a_thousand_at_one_moment_or_over_years(count, days):
    gap = timedelta(days=days) / max(count - 1, 1)
    points = [Point(START + number * gap, number % 11) for number in range(count)]

    svg = draw(points, [Mark(START, "asked Ben"), Mark(points[-1].at, "Ben answered")])

    assert not re.search(r"nan|inf|None", svg, re.IGNORECASE)
    assert len(svg) < 16_000
    assert ET.fromstring(svg).get("role") == "img"


def test_nothing_noted_draws_nothing():
    assert draw([], [Mark(START, "asked Ben")]) == ""


def test_heavier_is_higher():
    low, high = drawn(daily([2, 9])).findall("circle")

    assert float(high.attrib["cy"]) < float(low.attrib["cy"])


def test_later_is_further_right_whatever_the_order():
    forwards, backwards = daily([2, 9, 4]), daily([2, 9, 4])[::-1]

    assert draw(forwards, []) == draw(backwards, [])


def test_what_others_carry_too_is_drawn_as_theirs():
    lines = drawn(daily([8, 8, 6, 3], shared_from=2)).findall("polyline")

    assert [line.get("class") for line in lines] == ["weight load", "weight shared"]


def test_of_a_thousand_the_band_goes_from_the_lightest_to_the_heaviest():
    picture = drawn(daily([5] * 500 + [0, 10] + [5] * 498))
    [band] = picture.findall("polygon")

    heights = {float(step.split(",")[1]) for step in band.attrib["points"].split()}
    [top] = [line for line in picture.findall("line") if line.get("class") == "grid"][2:]
    assert min(heights) == float(top.attrib["y1"])


def test_each_of_three_marks_has_its_words():
    marks = [Mark(START + timedelta(days=day), f"asked {who}") for day, who in enumerate("ABC")]

    words = [text.text for text in drawn(daily([3, 4, 5]), marks).iter("text")]

    assert {"asked A", "asked B", "asked C"} <= set(words)


def test_of_many_marks_all_have_a_line_and_the_latest_have_words():
    marks = [Mark(START + timedelta(days=day), f"asked {day}") for day in range(9)]

    picture = drawn(daily([3] * 9), marks)

    assert len([line for line in picture.iter("line") if line.get("class") == "mark"]) == 9
    words = [text.text for text in picture.iter("text") if "asked" in text.get("class", "")]
    assert words == ["asked 8", "asked 7", "asked 6"]


def test_a_name_cannot_break_out_of_the_picture():
    name = 'Ben"><script>alert(1)</script>'

    svg = draw(daily([3]), [Mark(START, name)])

    assert "<script" not in svg
    assert ET.fromstring(svg).get("aria-label", "").endswith(f"{name}.")


SUMMARIES = [
    ([7], "Weight 7 of 10 on 1 Mar 2027."),
    (
        [3, 9, 2, 4],
        "Weight from 3 of 10 on 1 Mar 2027 to 4 of 10 on 4 Mar 2027."
        " Between 2 and 9, noted 4 times.",
    ),
]


@pytest.mark.parametrize(("weights", "words"), SUMMARIES)
def test_the_picture_is_told_in_words(weights, words):
    assert summary(daily(weights)) == words


def test_asks_and_answers_are_told_in_words_too():
    label = drawn(daily([3]), [Mark(START, "asked Ben")]).get("aria-label")

    assert label == "Weight 3 of 10 on 1 Mar 2027. 1 Mar 2027: asked Ben."


@given(st.lists(points, min_size=2, max_size=30))
@settings(max_examples=50, deadline=None)
def test_the_words_are_true(points):
    points = sorted(points, key=lambda point: point.at)
    weights = [point.weight for point in points]

    said = summary(points)

    first, last = (int(found) for found in re.findall(r"(\d+) of 10", said))
    assert (first, last) == (weights[0], weights[-1])
    assert f"Between {min(weights)} and {max(weights)}, noted {len(points)} times" in said
