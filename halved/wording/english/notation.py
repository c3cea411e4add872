"""How a way of asking is written down, and where it counts.

`<a b_c>` is one of the words or phrases "a", "b c"; `@name` is one of a list in `phrases.py`; `~`
is up to five softening words ("please", "maybe"); the rest is a regular expression over words as
`reading.py` gives them, with one blank between. A way opens with one of the words of its first
list. After "#" stand the words that must not come right before it. Every gap is bounded, so that a
way costs the same in any text.
"""

import re
from dataclasses import dataclass
from enum import IntEnum, auto
from functools import cached_property

from halved.wording.english.phrases import PHRASES, SOFTENING


class Place(IntEnum):
    """Where a way of asking counts."""

    ANYWHERE = auto()
    CLAUSE = auto()  # where a clause begins
    QUESTION = auto()  # where a clause begins, in a sentence with a question mark
    FREE = auto()  # an imperative: where no subject before it claims the verb
    HEAD = auto()  # an imperative: where the main clause begins, after a name or "if you can"
    WEAK = auto()  # anywhere, when nothing else in the text asks


@dataclass(frozen=True)
class Way:
    """One way of asking: the words it may open with, and the form it has from there on."""

    words: frozenset[str]
    pattern: str
    not_after: frozenset[str]
    place: Place

    @cached_property
    def form(self) -> re.Pattern[str]:
        """Compiled when first needed, because most texts need few."""
        return re.compile(self.pattern)


def words_of(text: str) -> frozenset[str]:
    return frozenset(text.split())


def any_of(text: str) -> str:
    """A pattern for one of these words or phrases, whole."""
    options = sorted(set(text.split()), key=len, reverse=True)
    return "(?:" + "|".join(option.replace("_", " ") for option in options) + ")(?![^ ])"


_SOFT = f"(?: ,)?(?: {any_of(SOFTENING)}){{0,5}}(?: ,)?"
_FIRST_LIST = re.compile(r"(?:\(\?!@\w+\))?(?:@(\w+)|<([\w ]+)>)")


def ways_of(table: str, place: Place) -> list[Way]:
    """The ways of a table: a paragraph each; a line that begins with "--" is a heading."""
    lines = [line for line in table.strip().splitlines() if not line.startswith("--")]
    return [_way(paragraph, place) for paragraph in "\n".join(lines).strip().split("\n\n")]


def _way(paragraph: str, place: Place) -> Way:
    form, _, not_after = " ".join(paragraph.split()).partition(" # ")
    first = _FIRST_LIST.match(form)
    if not first:
        raise ValueError(f"a way opens with a list of words: {paragraph}")
    words = first[2] or PHRASES[first[1]]
    form = form.replace("~", _SOFT)
    form = re.sub(r"@(\w+)", lambda name: any_of(PHRASES[name[1]]), form)
    form = re.sub(r"<([\w ]+)>", lambda phrases: any_of(phrases[1]), form)
    return Way(
        frozenset(word.split("_")[0] for word in words.split()),
        form,
        words_of(not_after.replace("@relative", PHRASES["relative"])),
        place,
    )
