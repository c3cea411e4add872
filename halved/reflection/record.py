"""What a person wrote down about one thing they carry, as the rule of thumb reads it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Moved(StrEnum):
    YES = "yes"
    LITTLE = "little"
    NO = "no"


@dataclass(frozen=True)
class Tried:
    """One attempt. `way` is compared by its words, whatever the case and the spaces."""

    on: date
    way: str
    moved: Moved


@dataclass(frozen=True)
class Weighed:
    """How heavy it was, 0 to 10, and how much one felt like asking, 0 to 10 or None."""

    on: date
    weight: int
    wish: int | None = None


@dataclass(frozen=True)
class Cost:
    """What it cost at a time: 0 none, 1 some, 2 a lot, for each area that was noted."""

    on: date
    levels: dict[str, int]


@dataclass(frozen=True)
class Record:
    """What the person wrote down. Every part may be empty."""

    tried: Sequence[Tried] = ()
    weights: Sequence[Weighed] = ()
    costs: Sequence[Cost] = ()
    barriers: Sequence[str] = ()
    yes: frozenset[str] = field(default_factory=frozenset)  # questions answered with yes
    stop_on: date | None = None
