"""Counts that tell how it goes, and of nobody."""

from hypothesis import given, settings
from hypothesis.strategies import integers

from halved.operators.rules import CHANCES, in_words, rounded_down

counts = integers(0, 10_000_000)
chances = integers(0, CHANCES - 1)
few = settings(max_examples=60, deadline=None)


def may_show(count: int) -> set[int]:
    """What a page may show of this count."""
    return {rounded_down(count, chance) for chance in range(CHANCES)}


@few
@given(counts, chances, chances)
def test_two_looks_never_tell_that_one_person_came(count, before, after):
    looks = {rounded_down(count, before), rounded_down(count + 1, after)}

    assert looks <= may_show(count) or looks <= may_show(count + 1)


@few
@given(counts, chances)
def test_no_count_under_ten_is_ever_shown(count, chance):
    shown = rounded_down(count, chance)

    assert shown == 0 or (shown >= 10 and shown % 10 == 0)


@few
@given(counts, chances)
def test_what_is_said_is_true_whatever_the_chance(count, chance):
    words = in_words(rounded_down(count, chance))

    if words == "fewer than 20":
        assert count < 20
    else:
        assert count >= int(words.removeprefix("at least ").replace(",", "")) > count - 19


def test_a_large_count_is_read_with_ease():
    assert in_words(1_234_560) == "at least 1,234,560"
