"""Finds everyday phrases in a text: the longest first, whatever their endings and small words."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from halved.directory.searching.words import split, stem

# Between the words of a phrase these may stand or be missing: "kicked out of my flat".
LONGEST = 8  # words of a phrase
_SMALL = """
    a an the my our your his her their its of in on at for and or i we me am is are was be been
    do does did to from with that this it im by der die das den dem ein eine einen einem mein meine
    meinen el la los las un una mi mis de del en"""
SMALL = frozenset(_SMALL.split())


class Found(NamedTuple):
    """A phrase at words `start` to `end` (exclusive) of the text, and what it means."""

    start: int
    end: int
    meanings: tuple[str, ...]


class Phrases:
    """Phrases with what they mean; one phrase may mean several things."""

    def __init__(self, table: Mapping[str, Iterable[str]]) -> None:
        """`table`: meaning → texts, each of phrases with a comma between."""
        self._meanings: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._lengths: dict[str, list[int]] = {}
        self._seconds: dict[str, set[str]] = {}
        words = set()
        for meaning, texts in table.items():
            for phrase in (part for text in texts for part in text.split(",")):
                words.update(split(phrase))
                self._learn(_key(split(phrase)), meaning)
        self.words = frozenset(words)

    def _learn(self, key: tuple[str, ...], meaning: str) -> None:
        known = self._meanings.get(key, ())
        self._meanings[key] = (*known, meaning) if meaning not in known else known
        lengths = {*self._lengths.get(key[0], ()), len(key)}
        self._lengths[key[0]] = sorted(lengths, reverse=True)
        self._seconds.setdefault(key[0], set()).update(key[1:2])

    def find(self, words: Sequence[str]) -> list[Found]:
        """The phrases among folded words, none within another."""
        stems = [stem(word) for word in words]
        begins = [at for at, each in enumerate(stems) if each in self._lengths]
        if not begins:
            return []
        kept = [place for place, word in enumerate(words) if word not in SMALL]
        found, end = [], 0
        for at in begins:
            if at >= end and (phrase := self._at(stems, kept, at)):
                found.append(phrase)
                end = phrase.end
        return found

    def _at(self, stems: list[str], kept: list[int], at: int) -> Found | None:
        """The longest phrase from word `at` on, with its small words or without them."""
        after = bisect_left(kept, at)
        next_to = stems[at + 1 : at + 2] + [stems[place] for place in kept[after + 1 : after + 2]]
        if self._seconds[stems[at]].isdisjoint(next_to):
            alone = self._meanings.get((stems[at],))
            return Found(at, at + 1, alone) if alone else None
        later = kept[after:][:LONGEST]
        for length in self._lengths[stems[at]]:
            for places in (later[:length], range(at, min(at + length, len(stems)))):
                phrase = tuple(stems[place] for place in places)
                if len(phrase) == length and places[0] == at and phrase in self._meanings:
                    return Found(at, places[-1] + 1, self._meanings[phrase])
        return None


def _key(words: Sequence[str]) -> tuple[str, ...]:
    """Without small words; but with them where only one other is left: "on my own" is not own."""
    kept = [word for word in words if word not in SMALL]
    return tuple(stem(word) for word in (kept if len(kept) > 1 else words))
