"""Whether words may mean danger: every meaning is looked for, and what excuses it."""

import re
from functools import cache

from halved.safety.gentle.acts import ACTS
from halved.safety.gentle.despair import DESPAIR
from halved.safety.gentle.excuses import Circumstances, is_taken_back, is_told
from halved.safety.gentle.farewells import FAREWELLS
from halved.safety.gentle.german import GERMAN
from halved.safety.gentle.meaning import About, Meaning, Way, ways_of
from halved.safety.gentle.spelling import Sentence, sentences
from halved.safety.gentle.vocabulary import words
from halved.safety.gentle.wishes import WISHES

MEANINGS = (*WISHES, *DESPAIR, *ACTS, *FAREWELLS, *GERMAN)
FOR_ALL = ("story", "hyperbole")
_LOOKED_BACK = 160  # characters before a place in which its subject and a "not" may stand

_OURS = words("i me we us myself")
_OTHERS = words(
    """
    he she they him them friend mate bestie bff son daughter brother sister mum mother dad
    father husband wife partner boyfriend girlfriend bf gf cousin uncle aunt auntie nan gran
    granny grandad grandma grandpa grandfather grandmother niece nephew flatmate roommate
    housemate neighbour neighbor colleague student pupil kid child boy girl lad teenager teen
    someone somebody classmate coworker client patient stepson stepdaughter lodger tenant
    teammate teacher friends mates kids brothers sisters
    """
)
_NOBODY_HERE = words("you who nobody everyone people yourself heroes")
_OF_OTHERS = words("says said thinks talks keeps wants wishes told feels has is")
_QUOTED = re.compile(
    r'(.*\b(?:texted|said|says|told|wrote|messaged|posted|saying|sent|text) .*|.*)"[^"]*$'
)
_CLAUSE = re.compile(
    r'.*(?:[,"]| (?:and|but|so|because|then|though|although|while|or|where|when|since) )'
)


def look(text: str) -> About | None:
    """Whose danger these words may mean: SELF before HARM before OTHER. It does not say how great
    it is, and None does not say that there is none. Takes time linear in the text."""
    found: set[About] = set()
    for sentence in sentences(text):
        found.update(_look(sentence))
        if About.SELF in found:
            break
    return next((about for about in About if about in found), None)


@cache
def _ways() -> dict[str, list[Way]]:
    """Every way under the words that it needs. Made for the first text: it takes a moment."""
    found: dict[str, list[Way]] = {}
    for meaning in MEANINGS:
        for way in ways_of(meaning):
            for word in way.needed:
                found.setdefault(word, []).append(way)
    return found


def _look(sentence: Sentence) -> set[About]:
    found: set[About] = set()
    around = Circumstances(sentence)
    for way in {way for word in around.said for way in _ways().get(word, ())}:
        for place in way.pattern.finditer(sentence.text):
            if about := _about(way.meaning, place, around):
                found.add(about)
            if about is About.SELF:
                return found
    return found


def _about(meaning: Meaning, place: re.Match[str], around: Circumstances) -> About | None:
    """Whose danger this place means; None where something excuses it."""
    if any(around.excuse(name) for name in (*meaning.excuses, *FOR_ALL)):
        return None
    sentence = place.string
    before = sentence[max(0, place.start() - _LOOKED_BACK) : place.start()]
    begun = _CLAUSE.match(before)
    clause = before[begun.end() :] if begun else before
    subject = _subject(meaning, clause, before, place[0])
    if meaning.negatable and is_taken_back(clause):
        return None
    if is_told(place) or (subject is About.OTHER and around.excuse("bereaved")):
        return None
    return meaning.about if subject is About.SELF else subject


def _subject(meaning: Meaning, clause: str, before: str, match: str) -> About | None:
    """SELF or OTHER, or None where nobody could be in danger. Who is quoted tells first, then what
    stands in the words themselves, then the nearest pronoun before them."""
    inside = frozenset(match.split())
    other = About.OTHER if meaning.sayable_of_others else None
    if quoted := _QUOTED.match(before):
        return _nearest(quoted[1].split(), other) or About.SELF
    if inside & {"himself", "herself", "themselves"}:
        return other
    if inside & {"i", "me", "myself", "my"}:
        return About.SELF
    if other and inside & {"his", "her", "their"}:
        return other
    said = clause.split()
    if not said or said[0] in _OF_OTHERS:
        said = before.split()
    if _NOBODY_HERE & set(said) and not (_OURS | _OTHERS) & set(said):
        return None
    if nearest := _nearest(said, other):
        return nearest
    third = said[-1:] == ["does"] or inside & {"wants", "wishes", "hopes", "does"}
    if third or _OTHERS & set(said):
        return None
    return About.SELF


def _nearest(said: list[str], other: About | None) -> About | None:
    """Whom the last pronoun or person among the words means; None where there is none."""
    for word in reversed(said):
        if word in _OURS:
            return About.SELF
        if word in _OTHERS:
            return other
    return None
