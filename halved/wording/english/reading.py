"""A sentence as the ways of asking read it: contractions opened, "," for any sign."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from halved.wording.english.questions import COMMERCIAL, FOR_THE_READER, MACHINE, SMALL_IN_TITLES
from halved.wording.text import Span

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
# What parts clauses: any sign but those that stand inside words, amounts and addresses.
_SIGN = re.compile(r"[^\s'*_/&$#@<>-]|\s-+\s|--")

# How words are read. Without an apostrophe too, as people type.
_OPENED = {
    spelled: plain.split()
    for spelled, _, plain in (
        line.partition(": ")
        for line in """
i'm: i am
im: i am
i'd: i would
id: i would
i'll: i will
i've: i have
ive: i have
we'd: we would
we'll: we will
we're: we are
we've: we have
you'd: you would
youd: you would
you'll: you will
youll: you will
you're: you are
youre: you are
you've: you have
youve: you have
it'd: it would
itd: it would
it's: it is
that'd: that would
that's: that is
thats: that is
there's: there is
he's: he is
she's: she is
he'd: he would
she'd: she would
they'd: they would
they'll: they will
he'll: he will
she'll: she will
it'll: it will
that'll: that will
e-mail: email
follow-up: follow up
set-up: set up
catch-up: catch up
who's: who is
whos: who is
what's: what is
whats: what is
how's: how is
hows: how is
where's: where is
wheres: where is
when's: when is
let's: lets
wanna: want to
gonna: going to
gotta: got to
gimme: give me
lemme: let me
u: you
ya: you
y'all: you
yall: you
r: are
ur: your
pls: please
plz: please
cld: could
wld: would
cud: could
wud: would
cannot: cant
dunno: dont know
cos: because
cuz: because
coz: because
ok: okay
alright: okay
favor: favour
round: around
tonite: tonight
""".strip().splitlines()
    )
}


@dataclass(frozen=True)
class Sentence:
    """The words of a sentence, and for each of them where it stands in the text, where in the line
    that the ways of asking read, and whether a sign parts it from the word before."""

    span: Span
    text: str  # the whole text, as it was written
    words: list[str]
    places: list[tuple[int, int]]
    at: list[int]
    after_sign: list[bool]
    line: str
    question: bool  # it ends in a question mark

    @cached_property
    def serves(self) -> bool:
        """Whether it helps its reader with a wish of theirs, or was written by a machine."""
        return bool(FOR_THE_READER.match(self.line) or MACHINE.search(self.line))

    def titles(self, number: int) -> bool:
        """Whether the word after this one is written as in a title: "Call Me by Your Name"."""
        if number + 1 == len(self.words) or self.words[number + 1] not in SMALL_IN_TITLES:
            return False
        start, end = self.places[number + 1]
        return self.text[start].isupper() and self.text[start + 1 : end].islower()

    @cached_property
    def sells(self) -> bool:
        return bool(COMMERCIAL.search(self.line))


def read(text: str, own: str, span: Span) -> Sentence:
    """The sentence at `span` of a text, read from their own words in small letters."""
    words: list[str] = []
    places: list[tuple[int, int]] = []
    at: list[int] = []
    after_sign: list[bool] = []
    pieces: list[str] = []
    length, end = 0, span.start
    for found in _WORD.finditer(own, *span):
        place = found.span()
        sign = not words or bool(own[end : place[0]] != " " and _SIGN.search(own, end, place[0]))
        if sign and words:
            pieces.append(",")
            length += 2
        for word in _opened(found[0]):
            words.append(word)
            places.append(place)
            at.append(length)
            after_sign.append(sign)
            pieces.append(word)
            length, sign = length + len(word) + 1, False
        end = place[1]
    question = "?" in own[end : span.end]
    return Sentence(span, text, words, places, at, after_sign, " ".join(pieces), question)


def _opened(word: str) -> Sequence[str]:
    """The words that a spelling stands for."""
    if word in _OPENED:
        return _OPENED[word]
    return (word if word.isalnum() else word.replace("'", "").replace("-", ""),)
