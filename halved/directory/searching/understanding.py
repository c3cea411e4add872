"""What a person means by what they type: words in, concepts out."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from halved.directory.rules import Concept
from halved.directory.searching import facets, kinds
from halved.directory.searching.phrases import SMALL, Phrases
from halved.directory.searching.terms import SAID
from halved.directory.searching.words import FILLERS, stem, telling

MOST_WORDS = 60  # of what is typed
MOST_CONCEPTS = 8

ASKED = Phrases(
    {f"k_{code}": (*kind.words, *kind.asks) for code, kind in kinds.KINDS.items()}
    | {f"l_{code}": (words,) for code, words in facets.LANGUAGES.items()}
    | {"f_free": ("free, no cost, for nothing, kostenlos, gratis, umsonst",)}
)
# My dad is whom it is about; the other groups are kinds of help.
WHOM = Phrases(
    {
        "a_women": ("women, woman, female, ladies, frauen, mujeres",),
        "a_men": ("men, male, manner, hombres",),
    }
)
OWN = ASKED.words | WHOM.words | FILLERS | SMALL
OWN_STEMS = frozenset(stem(word) for word in OWN)
MANNERS = {("talk",)}  # kinds that say how: what it is about counts for more
BESIDE = 0.6  # of the weight of a word, beside kinds of help
LITTLE = 0.3  # of the weight: what is nice to have


class Counts(NamedTuple):
    """How many services have a token, of how many."""

    of: Mapping[str, int]
    services: int

    def share(self, tokens: Iterable[str]) -> float:
        """Of all services, at most, those that have one of these."""
        return min(1.0, sum(self.of.get(token, 0) for token in tokens) / max(self.services, 1))

    def weight(self, tokens: Iterable[str]) -> float:
        """From 1 for what one service has to 0.1 for what all have."""
        found = self.share(tokens) * self.services
        if self.services < 2:
            return 1.0
        return max(0.1, 1 - math.log(max(found, 1)) / math.log(self.services + 1))


def words_of(concepts: Iterable[Concept]) -> list[str]:
    """The labels of the kinds of help that were understood, each once."""
    found = dict.fromkeys(kind for concept in concepts for kind in concept.kinds)
    return [kinds.KINDS[kind].label for kind in found]


def tokens(words: Sequence[str]) -> list[str]:
    """Every token whose count is needed to weigh what these words ask."""
    codes = [code for found in ASKED.find(words) for code in found.meanings]
    codes += [code for found in WHOM.find(words) for code in found.meanings]
    return [*{stem(word) for word in words}, *codes]


def concepts(words: Sequence[str], counts: Counts) -> tuple[Concept, ...]:
    """What is asked for, what tells most first. Words that no service uses are left out."""
    found: dict[tuple[str, ...], Concept] = {}
    taken: set[int] = set()
    for phrase in ASKED.find(words):
        taken.update(range(phrase.start, phrase.end))
        said = words[phrase.start : phrase.end]
        _add(found, _phrase(said, phrase.meanings, counts))
    for at, word in enumerate(words):
        if at not in taken and word not in FILLERS and len(word) > 1:
            share = BESIDE if taken else 1
            _add(found, _word(word, counts, share))
    if not found:
        for word in words:
            _add(found, _word(word, counts))
    for key, concept in found.items():
        if concept.kinds in MANNERS and len(found) > 1:
            found[key] = concept._replace(weight=LITTLE * concept.weight)
    order = sorted(found.values(), key=lambda concept: -concept.weight)
    return tuple(order[:MOST_CONCEPTS])


def _add(found: dict[tuple[str, ...], Concept], concept: Concept | None) -> None:
    """Two ways of asking for one kind are one concept."""
    if concept is None:
        return
    key = concept.kinds or concept.tokens or concept.words[0]
    same = found.get(key)
    if same:
        words = tuple(dict.fromkeys(same.words + concept.words))
        share = min(1.0, same.share + concept.share)
        concept = concept._replace(
            words=words, weight=max(same.weight, concept.weight), share=share
        )
    found[key] = concept


def _phrase(said: Sequence[str], meanings: Sequence[str], counts: Counts) -> Concept | None:
    stems = tuple(dict.fromkeys(stem(word) for word in telling(said) if word not in SMALL))
    stems = stems if all(counts.of.get(each) for each in stems) else ()
    whom = [code for phrase in WHOM.find(said) for code in phrase.meanings]
    codes = tuple(code[2:] for code in meanings if code.startswith("k_"))
    if any(counts.of.get(code) for code in meanings) and not SAID.find(said):
        stems = ()  # what nobody says of a service: army is the Salvation Army
    other = tuple(code for code in (*meanings, *whom) if not code.startswith("k_"))
    present = [code for code in (*meanings, *whom) if counts.of.get(code)]
    if not stems and not present:
        return None
    weight = counts.weight([*present, *stems[:1]])
    sharp = min((counts.weight([each]) for each in stems), default=0) - counts.weight(present)
    if "f_free" in meanings:
        weight *= LITTLE
    share = counts.share([*present, *stems[:1]])
    words = (stems,) if stems else ()
    return Concept(words, codes, other, weight, share, max(sharp, 0))


def _word(word: str, counts: Counts, share: float = 1) -> Concept | None:
    root = stem(word)
    words = ((root,),) if counts.of.get(root) else ()
    whom = tuple(code for phrase in WHOM.find([word]) for code in phrase.meanings)
    whom = tuple(code for code in whom if counts.of.get(code))
    if not words and not whom:
        return None
    said = [root, *whom] if words else whom
    weight = share * counts.weight(said)
    return Concept(words, tokens=whom, weight=weight, share=counts.share(said))
