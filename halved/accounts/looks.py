"""What the tab, the history and the sender of a message to the member say: one of a few names."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Look:
    name: str
    icon: str  # in static/halved


LOOKS = {
    "halved": Look("Halved", "mark.svg"),
    "notes": Look("Notes", "notes.svg"),
    "lists": Look("Lists", "lists.svg"),
    "plain": Look("Home", "plain.svg"),
}


def look_of(member: Any) -> Look:
    """That of Halved for everyone who chose none, or is nobody."""
    return LOOKS.get(getattr(member, "look", ""), LOOKS["halved"])
