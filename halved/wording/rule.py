"""What a rule about words is, and the note it gives."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum

from halved.wording.text import ANYONE, Audience, Setting, Span, Text, Way


class Strength(IntEnum):
    """In the order in which notes are shown. No note ever blocks."""

    MUST_SEE = 1
    WORTH_A_LOOK = 2
    FOR_INFORMATION = 3


@dataclass(frozen=True)
class Case:
    """A text with which a rule is tried, and whom it is for."""

    text: str
    setting: Setting = ANYONE


def cases(*texts: str, setting: Setting = ANYONE) -> tuple[Case, ...]:
    """The texts, all written for the same person in the same way."""
    return tuple(Case(text, setting) for text in texts)


@dataclass(frozen=True)
class Rule:
    """One thing to look for. `look` gives the places where it stands; none means silent.

    `claim` is the id in `halved.evidence` of what is known about it: source, grade and limits stand
    there and nowhere else. `fires` and `silent` are the cases it is tried with.
    """

    id: str
    strength: Strength
    sentence: str  # why, in one sentence
    suggestion: str  # one thing to try
    claim: str
    look: Callable[[Text], Iterable[Span]]
    fires: tuple[Case, ...]
    silent: tuple[Case, ...]
    audiences: frozenset[Audience] = frozenset(Audience)
    ways: frozenset[Way] = frozenset(Way)


@dataclass(frozen=True)
class Note:
    """What a person is told about a place in their words. Advice, never a verdict."""

    rule: str
    span: Span
    sentence: str
    suggestion: str
    claim: str  # id in `halved.evidence`
    source: str
    grade: str
    strength: Strength
