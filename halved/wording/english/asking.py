"""Where an English text asks for something: the clause the other person takes for the question."""

from collections.abc import Iterable, Iterator

from halved.wording.english.notation import Place, Way
from halved.wording.english.questions import (
    AFTER_SUBJECT,
    ANSWERABLE,
    CLAIMING,
    CONTINUING,
    FILLERS,
    FRONTED,
    LEADING,
    LINKS,
    SMALL_TALK,
    SUBJECTS,
    TOWARDS_THE_WRITER,
    TURNED_AROUND,
)
from halved.wording.english.reading import Sentence, read
from halved.wording.english.requests import WAYS
from halved.wording.text import Span, sentences_of, small, trimmed, unquoted

LONGEST_NAME = 2  # words of a name before what is said to them
LONGEST_LEAD = 4  # words before the request that belong to it: "I was only"
LONGEST_SUBJECT = 8  # words of "any help with the move" before "would be welcome"
LONGEST = 25  # words of an ask that are shown, and of a question

_CLAIMED = frozenset({Place.ANYWHERE, Place.WEAK})  # a word that some subject before it claims
_UNCLAIMED = _CLAIMED | {Place.FREE}
_CLAUSE = _UNCLAIMED | {Place.CLAUSE}
_QUESTION = _CLAUSE | {Place.QUESTION}
_HEAD = frozenset({Place.HEAD})


def _by_word(ways: Iterable[Way]) -> dict[str, list[Way]]:
    found: dict[str, list[Way]] = {}
    for way in ways:
        for word in way.words:
            found.setdefault(word, []).append(way)
    return found


_REQUESTS = _by_word(way for way in WAYS if way.place is not Place.WEAK)
_OPENINGS = _by_word(way for way in WAYS if way.place is Place.WEAK)


def find_ask(text: str) -> Span | None:
    """The clause or sentence that asks, or None: the first request of the text. Where there is
    none, the first plain question, plan together or open door."""
    own = unquoted(small(text))
    otherwise = None
    for span in sentences_of(text):
        sentence = read(text, own, span)
        places = list(_places(sentence))
        if (first := _first(_REQUESTS, sentence, places)) is not None:
            return _shown(text, sentence, first)
        if otherwise is None:
            first = _question(sentence, places)
            first = _first(_OPENINGS, sentence, places) if first is None else first
            otherwise = None if first is None else _shown(text, sentence, first)
    return otherwise


def _first(
    ways: dict[str, list[Way]], sentence: Sentence, places: list[frozenset[Place]]
) -> int | None:
    """Which word of the sentence the first of these ways of asking opens with."""
    before = ""
    for number, word in enumerate(sentence.words):
        for way in ways.get(word, ()):
            if (
                way.place in places[number]
                and before not in way.not_after
                and way.form.match(sentence.line, sentence.at[number])
                and not _only_tells(way, sentence, number)
            ):
                return number
        before = word
    return None


def _places(sentence: Sentence) -> Iterator[frozenset[Place]]:
    """For each word, where in the sentence it stands for ways that open with it."""
    fronted = _fronted(sentence)
    clause = claimed = False
    greeting = True  # nothing but fillers yet
    before = ""
    for number, word in enumerate(sentence.words):
        begins = sentence.after_sign[number] or before in LINKS
        clause = begins or (clause and before in FILLERS)
        claimed = not begins and (claimed or before in SUBJECTS)
        places = _UNCLAIMED
        if clause:
            places = _QUESTION if sentence.question else _CLAUSE
            if fronted or greeting or number <= LONGEST_NAME or before in LINKS:
                places |= _HEAD
        elif before in CLAIMING or (before in CONTINUING and claimed):
            places = _CLAIMED
        yield places
        greeting = greeting and word in FILLERS
        before = word


def _fronted(sentence: Sentence) -> bool:
    """Whether it begins with what belongs to the main clause after it: "If you can, …"."""
    heads = (word for word in sentence.words[:6] if word not in FILLERS)
    return next(heads, "") in FRONTED


def _only_tells(way: Way, sentence: Sentence, number: int) -> bool:
    """Whether an imperative serves its reader, or a shop, or is a title: "If you want …, do …",
    "Win …", "Call Me by Your Name"."""
    if way.place not in (Place.FREE, Place.HEAD) and sentence.words[number] != "please":
        return False
    if way.place is Place.HEAD and sentence.sells:
        return True
    if sentence.titles(number):
        return True
    return sentence.serves and not TOWARDS_THE_WRITER.match(sentence.line, sentence.at[number])


def _question(sentence: Sentence, places: list[frozenset[Place]]) -> int | None:
    """Which word a question opens with that wants an answer."""
    if not sentence.question or not 1 < len(sentence.words) <= LONGEST:
        return None
    for number, at in enumerate(sentence.at):
        if Place.QUESTION in places[number] and ANSWERABLE.match(sentence.line, at):
            return None if SMALL_TALK.match(sentence.line, at) else number
    return None


def _shown(text: str, sentence: Sentence, first: int) -> Span:
    """The asking clause from its beginning, with the "if you can" before it; not the whole of a
    sentence that runs on."""
    start = _beginning(sentence, first)
    end = sentence.span.end
    if len(sentence.words) - start > LONGEST:
        rest = range(start + LONGEST, first, -1)
        after = next((number for number in rest if sentence.after_sign[number]), rest[0])
        end = sentence.places[after - 1][1]
    return trimmed(text, sentence.places[start][0], end)


def _beginning(sentence: Sentence, first: int) -> int:
    """Which word the asking clause begins with."""
    lead = None  # where a row of "if you can, on Friday, …" begins
    clause, begins, before = False, 0, ""
    for number, word in enumerate(sentence.words[: first + 1]):
        clause = sentence.after_sign[number] or before in LINKS or (clause and before in FILLERS)
        if clause:
            begins = number
            if word in FRONTED:
                lead = number if lead is None else lead
            elif word not in FILLERS and number < first:
                lead = None
        before = word
    if lead is not None and first - lead < LONGEST:
        return lead
    between = sentence.words[begins:first]
    follows = sentence.words[first] in AFTER_SUBJECT
    if follows and sentence.words[first + 1] not in TURNED_AROUND:
        return begins if len(between) <= LONGEST_SUBJECT else first
    led = len(between) <= LONGEST_LEAD and all(word in LEADING for word in between)
    return begins if led else first
