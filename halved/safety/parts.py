"""The six parts of a safety plan, in our own words, and how much of one page they take."""

from collections.abc import Mapping
from dataclasses import dataclass

LONGEST = 1_200  # signs in one part
ON_A_LINE = 80  # signs, in one column of a printed page
FULL, FULL_DENSER, FULL_DENSEST = 26, 76, 112  # printed lines of the words of all parts


@dataclass(frozen=True)
class Part:
    """One part. `hint` is what may come to mind."""

    name: str
    title: str
    hint: str


PARTS = [
    Part(
        "signs",
        "Signs that it is getting bad",
        "What you notice first: a thought, a feeling, something you do or stop doing.",
    ),
    Part(
        "alone",
        "What I can do by myself",
        "Small things that help a little, even for ten minutes.",
    ),
    Part(
        "distract",
        "People and places that take my mind off it",
        "A park, a café, a neighbour. Nobody there needs to know what is going on.",
    ),
    Part(
        "people",
        "People I can ask",
        "With a number, if you have it. One name is a good start.",
    ),
    Part(
        "professionals",
        "Professionals and services",
        "A doctor, a therapist, a line. Add the hours if you know them.",
    ),
    Part(
        "safer",
        "Making it safer around me",
        "What could be put out of reach, and who could keep it for a while?",
    ),
]


def printed_size(words: Mapping[str, str]) -> str:
    """How densely the plan has to be printed to stay on one page: "", "denser" or "densest";
    "over" when it takes more than one even then."""
    lines = sum(
        max(1, -(-len(line) // ON_A_LINE)) for text in words.values() for line in text.splitlines()
    )
    for most, size in ((FULL, ""), (FULL_DENSER, "denser"), (FULL_DENSEST, "densest")):
        if lines <= most:
            return size
    return "over"
