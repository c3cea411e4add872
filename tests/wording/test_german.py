"""Asks in German: found where they stand, however they are typed, and in time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halved.wording import LANGUAGES, Setting, check, find_ask
from tests.wording.german_texts import ASKS, NEW_ASKS, NEW_OTHERS, OTHERS

GERMAN = Setting(language="de")
TYPED = {
    "with two letters": {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ü": "Ue"},
    "without dots": {"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "Ä": "A", "Ü": "U"},
}
WHERE = {
    "Könntest du kommen?": "Könntest du kommen?",
    "Hallo Ben, hast du morgen Zeit? Danke dir.": "hast du morgen Zeit?",
    "Mama ist krank. Ich wollte fragen, ob du kommst. Ok?": "Ich wollte fragen, ob du kommst.",
    "Wenn du magst, komm am Freitag vorbei.": "komm am Freitag vorbei.",
    "Wie geht es dir? Kannst du mich abholen?": "Kannst du mich abholen?",
    "Sie fragte: „Kannst du kommen?“ Hilf mir bitte dabei.": "Hilf mir bitte dabei.",
    "Liebe Frau Kaya, könnten Sie mir schreiben?": "könnten Sie mir schreiben?",
}


def found(texts: list[str]) -> list[str]:
    return [text for text in texts if find_ask(text, "de")]


@pytest.mark.parametrize(
    ("asks", "others", "recall", "precision"),
    [(ASKS, OTHERS, 1, 1), (NEW_ASKS, NEW_OTHERS, 0.95, 0.95)],
    ids=["those it was written with", "new ones"],
)
def test_asks_are_found_and_others_are_left(asks, others, recall, precision):
    right, wrong = found(asks), found(others)

    assert len(right) / len(asks) >= recall
    assert len(right) / len(right + wrong) >= precision


@pytest.mark.parametrize(("text", "asked"), WHERE.items())
def test_the_words_that_ask_are_pointed_at(text, asked):
    span = find_ask(text, "de")

    assert span
    assert text[slice(*span)] == asked


@pytest.mark.parametrize("letters", TYPED.values(), ids=TYPED)
def test_an_ask_is_found_however_it_is_typed(letters):
    typed = [text.translate(str.maketrans(letters)) for text in ASKS]

    assert found(typed) == typed


@pytest.mark.parametrize("letters", TYPED.values(), ids=TYPED)
def test_a_rule_fires_however_it_is_typed(letters):
    cases = [(rule.id, case.text) for rule in LANGUAGES["de"].rules for case in rule.fires]

    silent = [
        text
        for name, text in cases
        if name not in {n.rule for n in check(text.translate(str.maketrans(letters)), GERMAN)}
    ]

    assert not silent


def test_ordinary_asks_bring_few_notes():
    notes = [note.rule for text in ASKS + NEW_ASKS for note in check(text, GERMAN)]

    shares = {name: notes.count(name) / len(ASKS + NEW_ASKS) for name in notes}

    assert max(shares.values()) <= 0.25, shares


def test_ten_rules_speak_german():
    assert len(LANGUAGES["de"].rules) == 10


@settings(max_examples=60)
@given(st.text(max_size=80), st.sampled_from([*ASKS, *OTHERS]), st.text(max_size=80))
def test_every_note_points_into_the_text(before, middle, after):
    text = before + middle + after

    spans = [note.span for note in check(text, GERMAN)]

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
