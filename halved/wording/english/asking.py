"""Where an English text asks for something: the clause the other person takes for the question."""

from collections.abc import Iterator

from halved.wording.english.questions import (
    ANSWERABLE,
    CLAIMING,
    FILLERS,
    FOR_THE_READER,
    FRONTED,
    LINKS,
    SHARED,
    SMALL_TALK,
    SUBJECTS,
    TOWARDS_THE_WRITER,
)
from halved.wording.english.reading import Sentence, Word, read
from halved.wording.english.requests import WAYS, Place, Way
from halved.wording.text import Span, sentences_of, small, trimmed, unquoted

LONGEST_NAME = 2  # words of a name before what is said to them
LONGEST = 25  # words of a question, or of the ask that is shown

_BY_WORD = {
    word: tuple(way for way in WAYS if word in way.words)
    for word in frozenset().union(*(way.words for way in WAYS))
}


def find_ask(text: str) -> Span | None:
    """The clause or sentence that asks, or None. A plain question counts when nothing else does."""
    own = unquoted(small(text))
    question = None
    for span in sentences_of(text):
        sentence = read(own, span)
        if (first := _first_request(sentence)) is not None:
            return _shown(text, sentence, first)
        if question is None and _wants_an_answer(sentence):
            question = _shown(text, sentence, 0)
    return question


def _first_request(sentence: Sentence) -> int | None:
    """Which word of the sentence its first request opens with."""
    serving = bool(FOR_THE_READER.match(sentence.line))
    before = ""
    for number, (word, places) in enumerate(zip(sentence.words, _places(sentence), strict=True)):
        for way in _BY_WORD.get(word.plain, ()):
            if (
                way.place in places
                and before not in way.not_after
                and way.form.match(sentence.line, word.at)
                and not (serving and _is_advice(way, sentence, word))
            ):
                return number
        before = word.plain
    return None


def _places(sentence: Sentence) -> Iterator[set[Place]]:
    """For each word, which ways of asking may open there."""
    fronted = _fronted(sentence)
    clause = claimed = False
    greeting = True  # nothing but fillers yet
    before = ""
    for number, word in enumerate(sentence.words):
        clause = word.after_sign or before in LINKS or (clause and before in FILLERS)
        claimed = (claimed or before in SUBJECTS) and not word.after_sign
        places = {Place.ANYWHERE}
        if clause:
            places |= {Place.CLAUSE, Place.QUESTION} if sentence.question else {Place.CLAUSE}
        if clause or not (before in CLAIMING or (before == "and" and claimed)):
            places.add(Place.FREE)
        if clause and (fronted or greeting or number <= LONGEST_NAME or before in LINKS):
            places.add(Place.HEAD)
        yield places
        greeting = greeting and word.plain in FILLERS
        before = word.plain


def _is_advice(way: Way, sentence: Sentence, word: Word) -> bool:
    """In "If you want …, do …": whether this only tells the reader how."""
    tells = way.place in (Place.FREE, Place.HEAD) or word.plain == "please"
    return tells and not TOWARDS_THE_WRITER.match(sentence.line, word.at)


def _fronted(sentence: Sentence) -> bool:
    """Whether it begins with what belongs to the main clause after it: "If you can, …"."""
    heads = (word.plain for word in sentence.words[:6] if word.plain not in FILLERS)
    return next(heads, "") in FRONTED


def _wants_an_answer(sentence: Sentence) -> bool:
    if not sentence.question or not 1 < len(sentence.words) <= LONGEST:
        return False
    if SMALL_TALK.match(sentence.line) or not SHARED.search(sentence.line):
        return False
    head = next((w for w in sentence.words if w.plain not in FILLERS), sentence.words[0])
    return bool(ANSWERABLE.match(sentence.line, head.at)) or any(
        ANSWERABLE.match(sentence.line, word.at) for word in sentence.words[1:] if word.after_sign
    )


def _shown(text: str, sentence: Sentence, first: int) -> Span:
    return trimmed(text, sentence.words[first].span.start, sentence.span.end)
