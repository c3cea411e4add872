"""The rules for German."""

from halved.wording.german.asking import find_ask
from halved.wording.german.rules import RULES

__all__ = ["RULES", "SMALL_WORDS", "find_ask"]

# By which the language of a text is told.
SMALL_WORDS = frozenset(
    [
        "das",
        "dass",
        "der",
        "die",
        "du",
        "es",
        "für",
        "ich",
        "ist",
        "mein",
        "meine",
        "mich",
        "mir",
        "mit",
        "nicht",
        "und",
        "wie",
        "zu",
    ]
)
