"""What was understood of a search, in words, so that a person sees why they got this. Pure."""

from collections.abc import Sequence
from typing import Protocol

from halved.directory.opening import listed


class Understood(Protocol):
    """What must be known of a search that was made."""

    @property
    def kinds(self) -> Sequence[str]: ...  # labels: "money and debt"
    @property
    def unknown(self) -> Sequence[str]: ...  # words that no service uses
    @property
    def near_unknown(self) -> bool: ...
    @property
    def within_km(self) -> int: ...  # how far one had to look
    @property
    def refused(self) -> int: ...


def looked_for(found: Understood, text: str, place: str) -> str:
    """ "We looked under “food” and “someone to talk to” near Ashmere." `text` is what was typed,
    `place` is "" for anywhere."""
    what = f"for “{text}”" if text else "for every place"
    if found.kinds:
        what = f"under {listed([f'“{kind}”' for kind in found.kinds])}"
    return f"We looked {what}{f' near {place}' if place else ''}."


def remarks(found: Understood, asked_km: int, place: str) -> list[str]:
    """What else one should know of it: each in a sentence."""
    said = []
    if found.near_unknown:
        said.append("We do not know that place, so we looked everywhere. Try the nearest town.")
    elif place and found.within_km > asked_km:
        said.append(f"There was little nearer, so we looked up to {found.within_km} km away.")
    if found.unknown:
        words = listed([f"“{word}”" for word in found.unknown])
        said.append(f"No service here uses {words}.")
    if found.refused:
        said.append(_left_out(found.refused))
    return said


def counted(found: Understood, total: int, many: bool) -> str:
    if found.unknown and not found.kinds:
        return "Nothing says these words. Here is what else is there."
    if many:
        return f"More than {total} fit. The ones that fit best come first."
    return "One fits." if total == 1 else f"{total} fit. The ones that fit best come first."


def _left_out(count: int) -> str:
    if count == 1:
        return "One was left out: closed now, or it says no to what you chose."
    return f"{count} were left out: closed now, or they say no to what you chose."
