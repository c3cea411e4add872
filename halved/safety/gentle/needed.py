"""Which words a way of saying something cannot do without.

A text is read for a meaning only where one of these words stands: most sentences have none, and
looking them up is many times quicker than looking for the ways themselves.
"""

import re
from collections.abc import Iterator

from halved.safety.gentle.vocabulary import EVERYWHERE, FREQUENT

_AROUND = re.compile(r"\(\?(?:=|!|<=|<!)")  # looks ahead or behind and stands for no word
_ENDINGS = re.compile(r"(\w+)\((?:\?:)?(\w+)\)\?|(\w+)(\w)\?")  # kill(ing)?, wrists?
_TIMES = re.compile(r"\?|\*\??|\+|\{(\d),\d\}\??")
_A_WORD = re.compile(r"[\w']+")

Words = frozenset[str]


def needed(way: str) -> Words:
    """Words of which every match holds at least one, as rare ones as there are. Raises ValueError
    for a way that can do without any."""
    written = _ENDINGS.sub(
        lambda ending: (
            f"({ending[1]}|{ending[1]}{ending[2]})"
            if ending[1]
            else f"({ending[3]}|{ending[3]}{ending[4]})"
        ),
        _without_looks(way),
    )
    found = _rarest(_alternatives(written))
    if not found:
        raise ValueError(f"no word is needed for: {way}")
    return found


def _without_looks(way: str) -> str:
    while found := _AROUND.search(way):
        way = way[: found.start()] + way[_closing(way, found.start()) + 1 :]
    return way


def _closing(way: str, opened: int) -> int:
    depth = 0
    for place in range(opened, len(way)):
        depth += {"(": 1, ")": -1}.get(way[place], 0)
        if not depth:
            return place
    raise ValueError(f"a bracket is open in: {way}")


def _alternatives(way: str) -> list[str]:
    parts, depth = [""], 0
    for sign in way:
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def _rarest(alternatives: list[str]) -> Words:
    """Words of each alternative; none when one of them can do without."""
    found = [min(_candidates(one), key=_cost, default=frozenset()) for one in alternatives]
    return frozenset().union(*found) if all(found) else frozenset()


def _candidates(sequence: str) -> Iterator[Words]:
    """For each thing that must stand in the sequence, the words one of which it needs."""
    place = 0
    while place < len(sequence):
        if sequence[place] == "(":
            end = _closing(sequence, place) + 1
            must, after = _must(sequence, end)
            inside = sequence[place + 1 : end - 1].removeprefix("?:")
            ends_a_word = place and sequence[place - 1].isalnum()
            if must and not ends_a_word and (words := _rarest(_alternatives(inside))):
                yield words
        elif word := _A_WORD.match(sequence, place):
            must, after = _must(sequence, word.end())
            if must and sequence[word.end() : word.end() + 1] != "(":
                yield frozenset([word[0]])
        elif sequence[place] == "[":
            after = _must(sequence, sequence.index("]", place) + 1)[1]
        else:
            after = place + (2 if sequence[place] == "\\" else 1)
        place = after


def _must(sequence: str, end: int) -> tuple[bool, int]:
    """Whether what ends here must be there, and where the next thing begins."""
    times = _TIMES.match(sequence, end)
    if not times:
        return True, end
    return times[0] == "+" or times[1] not in (None, "0"), times.end()


def _cost(words: Words) -> int:
    """How often one of them stands in an ordinary sentence, roughly."""
    return sum(200 if word in EVERYWHERE else 20 if word in FREQUENT else 1 for word in words)
