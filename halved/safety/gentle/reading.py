"""Whether words may mean danger: every meaning is looked for, and what excuses it."""

import re
from collections.abc import Collection
from functools import cache

from halved.safety.gentle.acts import ACTS
from halved.safety.gentle.burden import BURDENS
from halved.safety.gentle.despair import DESPAIR
from halved.safety.gentle.excuses import Circumstances, is_taken_back, is_told
from halved.safety.gentle.farewells import FAREWELL
from halved.safety.gentle.german import GERMAN
from halved.safety.gentle.indifference import INDIFFERENT
from halved.safety.gentle.meaning import About, Meaning, Way, ways_of
from halved.safety.gentle.means import MEANS_AND_PLANS
from halved.safety.gentle.spelling import sentences
from halved.safety.gentle.unsafe import NOT_SAFE
from halved.safety.gentle.vocabulary import words
from halved.safety.gentle.wishes import WISHES

MEANINGS = (
    *WISHES,
    *DESPAIR,
    INDIFFERENT,
    *ACTS,
    *MEANS_AND_PLANS,
    *BURDENS,
    FAREWELL,
    NOT_SAFE,
    *GERMAN,
)
FOR_ALL = ("story", "hyperbole", "over")
_LOOKED_BACK = 160  # characters before a place in which its subject and a "not" may stand

_OURS = words("i me we us myself")
_OTHERS = words(
    """
    he she they him them friend mate bestie bff son daughter brother sister mum mother dad
    father husband wife partner boyfriend girlfriend bf gf cousin uncle aunt auntie nan gran
    granny grandad grandma grandpa grandfather grandmother niece nephew flatmate roommate
    housemate neighbour neighbor colleague student pupil kid child boy girl lad teenager teen
    someone somebody classmate coworker client patient stepson stepdaughter lodger tenant
    teammate teacher friends mates kids brothers sisters patients clients students pupils
    """
)
_NOBODY_HERE = words("you who nobody everyone people yourself heroes")
_THEMSELVES = words("himself herself themselves")
_OURSELVES = words("i me myself my")
_THEIRS = words("his her their")
_WISHES = words("wants wishes hopes does")
_THIRD_PERSON = words("says said thinks talks keeps wants wishes told feels has is")
_PART_OF_ME = re.compile(
    r"(?:^| )(?:me|i|we|my (?:\w+ )?(?:brain|head|mind|body|heart|soul)) ?(?:does )?$"
)
# A thing, and no person, before the words: "I think the plant is going to".
_A_THING = re.compile(
    r"(?:^| )(?:the|my|our|your|his|her|this|that|these) (?!(?:only|one|best|last|first) |(?:\w+ "
    r")?(?:way|plan|wish|answer|option|choice"
    r"|solution|goal|dream|idea|thoughts?|urges?|pain|voices?|brain|head|mind|body|heart|soul|part"
    r"|demons?"
    r"|world|time|point|reason|best)\b)(?:\w+ ){1,2}(?:is|was|are|has|wants|seems|keeps|looks"
    r"|decided)"
    r"(?: (?!(?:i|me|my)\b)\w+){0,4}$"
)
_QUOTED = re.compile(
    r'(.*\b(?:texted|said|says|told|wrote|messaged|posted|saying|sent|text) .*|.*)"[^"]*$'
)
_CLAUSE = re.compile(
    r'.*(?:[,"]| (?:and|but|so|anymore|god|because|then|though|although|while|or|where|when|since)'
    r" )"
)


def look(text: str) -> About | None:
    """Whose danger these words may mean: SELF before HARM before OTHER. It does not say how great
    it is, and None does not say that there is none. Takes time linear in the text."""
    found: set[About] = set()
    every = list(sentences(text))
    whole = " ".join(sentence.text for sentence in every)
    for sentence in every:
        found.update(_look(Circumstances(sentence, whole)))
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


def _look(around: Circumstances) -> set[About]:
    found: set[About] = set()
    for way in {way for word in around.said for way in _ways().get(word, ())}:
        for place in way.pattern.finditer(around.text):
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
    if meaning.negatable and is_taken_back(clause, sentence[place.end() : place.end() + 40]):
        return None
    if is_told(place) or (subject is About.OTHER and _is_of_the_past(around)):
        return None
    return meaning.about if subject is About.SELF else subject


def _is_of_the_past(around: Circumstances) -> bool:
    """Whether others have died, or are none that one knows."""
    known = not _OTHERS.isdisjoint(around.said)
    return around.excuse("bereaved") or (not known and around.excuse("studied"))


def _subject(meaning: Meaning, clause: str, before: str, match: str) -> About | None:
    """SELF or OTHER, or None where nobody could be in danger. Who is quoted tells first, then what
    stands in the words themselves, then what stands before them."""
    inside = frozenset(match.split())
    other = About.OTHER if meaning.sayable_of_others else None
    if meaning.impersonal:
        return About.SELF
    if quoted := _QUOTED.match(before):
        return _nearest(quoted[1].split(), other) or About.SELF
    if inside & _THEMSELVES:
        return None if clause.startswith("did ") else other
    if inside & _OURSELVES:
        return About.SELF
    if other and inside & _THEIRS:
        return None if "nobody" in clause else other
    if inside & _WISHES or clause.endswith("does "):
        return About.SELF if _PART_OF_ME.search(clause) else _nearest(clause.split(), other, ())
    return _subject_before(clause, before, other)


def _subject_before(clause: str, before: str, other: About | None) -> About | None:
    """As the nearest pronoun or person tells; SELF where none stands there."""
    said = clause.split()
    if not said or said[0] in _THIRD_PERSON:
        said = before.split()
    if _NOBODY_HERE & set(said) and not (_OURS | _OTHERS | {"my"}) & set(said):
        return None
    if said[:1] == ["did"] or said[-2:] == ["is", "it"]:
        return None
    if _A_THING.search(" ".join(said)):
        return _nearest(said, other, ())
    return _nearest(said, other) or (None if _OTHERS & set(said) else About.SELF)


def _nearest(said: list[str], other: About | None, ours: Collection[str] = _OURS) -> About | None:
    """Whom the last pronoun or person among the words means; None where there is none."""
    for word in reversed(said):
        if word in ours:
            return About.SELF
        if word in _OTHERS:
            return other
    return None
