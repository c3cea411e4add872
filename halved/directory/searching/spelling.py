"""Typing mistakes: which known words are one slip away."""

import math
from collections.abc import Iterable, Mapping

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHORTEST, LONGEST = 3, 24  # letters of a word that is mended
MOST = 3  # words that a slip may stand for
CLOSE = 2.0  # how much less likely the others may be


def slips(word: str) -> set[str]:
    """All that one added, missing, wrong or swapped letter makes of a word."""
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    missing = {head + tail[1:] for head, tail in halves if tail}
    swapped = {head + tail[1] + tail[0] + tail[2:] for head, tail in halves if len(tail) > 1}
    wrong = {head + letter + tail[1:] for head, tail in halves if tail for letter in LETTERS}
    added = {head + letter + tail for head, tail in halves for letter in LETTERS}
    return (missing | swapped | wrong | added) - {word}


def can_be_mended(word: str) -> bool:
    return SHORTEST <= len(word) <= LONGEST and word.isalpha()


def halves(word: str) -> list[tuple[str, str]]:
    """Two words that were typed as one: foodbank."""
    return [(word[:at], word[at:]) for at in range(3, len(word) - 2)]


def likeliest(word: str, known: Mapping[str, int], own: Iterable[str]) -> list[str]:
    """The words that were most likely meant, best first: those of `known` with their counts, and
    those of our own vocabulary, which people use more than services do."""
    counts = dict.fromkeys(own, 20)
    for other, count in known.items():
        counts[other] = counts.get(other, 0) + count
    grades = {other: _grade(word, other, count) for other, count in counts.items()}
    order = sorted(grades, key=lambda other: (-grades[other], other))
    return [other for other in order[:MOST] if grades[other] >= grades[order[0]] - CLOSE]


def _grade(word: str, other: str, count: int) -> float:
    """A letter is left out, or swapped with the next, in few ways; it is wrong, or one too many, in
    twenty-six times as many. So of equals the first is likelier."""
    swapped = len(word) == len(other) and sorted(word) == sorted(other)
    left_out = len(word) < len(other)
    doubled = len(word) > len(other) and set(word) == set(other)
    return math.log(1 + count) + 2.5 * (swapped or left_out) + 1.5 * doubled
