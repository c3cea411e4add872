"""The rules for English."""

from halved.wording.english.asking import find_ask
from halved.wording.english.rules import RULES

__all__ = ["RULES", "SMALL_WORDS", "find_ask"]

# By which the language of a text is told.
SMALL_WORDS = frozenset(
    [
        "and",
        "are",
        "for",
        "have",
        "how",
        "i",
        "is",
        "it",
        "me",
        "my",
        "of",
        "on",
        "that",
        "the",
        "this",
        "to",
        "with",
        "you",
    ]
)
