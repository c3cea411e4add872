"""Text in, notes out. No model, no network, no score; nothing is written for anyone."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from halved.evidence import CLAIMS
from halved.wording import english, german
from halved.wording.rule import Note, Rule
from halved.wording.text import ANYONE, Setting, Span, Text, small


@dataclass(frozen=True)
class Language:
    find_ask: Callable[[str], Span | None]
    rules: tuple[Rule, ...]
    small_words: frozenset[str]
    letters: frozenset[str] = frozenset()  # which English does not have


LANGUAGES = {
    "en": Language(english.find_ask, english.RULES, english.SMALL_WORDS),
    "de": Language(german.find_ask, german.RULES, german.SMALL_WORDS, frozenset("äöüß")),
}
# Every rule by its id, in its first language: an id means the same in all of them.
RULES = {rule.id: rule for one in reversed(LANGUAGES.values()) for rule in one.rules}
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_ENOUGH = 1_000  # characters by which the language is told
AT_FIRST = 3  # notes shown before somebody asks for the rest


def check(text: str, setting: Setting = ANYONE, silenced: Collection[str] = ()) -> tuple[Note, ...]:
    """What is worth knowing about these words: at most one note of each rule, the strongest first,
    then in the order of the text. `silenced` names rules that stay quiet."""
    language = LANGUAGES[setting.language or language_of(text)]
    read = Text(text, setting, language.find_ask)
    notes = [
        note
        for rule in language.rules
        if rule.id not in silenced and setting.audience in rule.audiences
        if setting.way in rule.ways
        if (note := _first(rule, read))
    ]
    return tuple(sorted(notes, key=lambda note: (note.strength, note.span)))


def find_ask(text: str, language: str = "") -> Span | None:
    """Where the text asks for something, or None."""
    return LANGUAGES[language or language_of(text)].find_ask(text)


def language_of(text: str) -> str:
    """The language whose small words and letters the text has most often; English when none."""
    words = _WORD.findall(small(text[:_ENOUGH]))
    counts = {
        code: sum(
            word in language.small_words or not language.letters.isdisjoint(word) for word in words
        )
        for code, language in LANGUAGES.items()
    }
    return max(counts, key=lambda code: counts[code])


def _first(rule: Rule, text: Text) -> Note | None:
    span = next(iter(rule.look(text)), None)
    claim = CLAIMS[rule.claim]
    return span and Note(
        rule.id, span, rule.sentence, rule.suggestion,
        rule.claim, claim.source, claim.grade, rule.strength,
    )  # fmt: skip


def finished(text: str) -> bool:
    """Whether the last sentence is at its end. Nothing is said into one that is being written."""
    return not text.strip() or text.rstrip(" \t")[-1] in ".!?…\n\"”)’'"
