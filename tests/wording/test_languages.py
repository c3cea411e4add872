"""A short message is read in the language it was written in."""

from itertools import combinations
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halved.wording import LANGUAGES, Audience, Setting, check, find_ask
from halved.wording.check import language_of
from tests.wording.german_texts import ASKS, NEW_ASKS, NEW_OTHERS, OTHERS

ENGLISH = """
Help
Please
Thanks
Can you come?
im so tired of this
Could you call me tonight?
I want to die
I was in the war museum and it was hot
Hi Jürgen, could you pick me up on Friday?
Can you meet my mother at the Hauptbahnhof in Köln?
Anyone free on sunday?
So, what is the plan
Forget it
My boss said “bitte warten” and nothing else, what does it mean?
need a lift tmrw
Das Boot is on tonight, want to come?
ok

12:30?
Dear Dr Müller, I have missed four lectures.
""".splitlines()[1:]
GERMAN = """
Hilfe
Bitte
Danke
Hallo
Kommst du?
bin so müde von allem
Rufst du mich heute Abend an?
Ich will sterben
koenntest du fuer mich einkaufen
Sorry, kannst du mir helfen?
Hi Tom, hast du Donnerstag Zeit?
Kannst du please noch Milch mitbringen
Das Meeting war so lang, kannst du mir die Slides schicken?
vergiss es
Er sagte „forget it“ zu mir, und ich weiß nicht warum
Umzug, Küche, Kisten
Sehr geehrte Frau Smith, ich bitte um einen Termin.
Montag?
Mir geht's nicht gut
""".strip().splitlines()

# Pieces of texts that would cost a careless pattern much time, to be repeated.
HOSTILE = {
    "en": ["if you don't ", "unless you ", "i am such a ", "my sister ", "she has ", "lend me a ",
           "1111 ", "de12 ", "12 Main ", "sorry ", "\"", "'a ", " ", "\n", "you never "],
    "de": ["ich möchte, ", "wenn du ", "kannst du, ", "bitte bitte ", "„", "a", " ", "so total ",
           "wenn du nicht, ", "ich habe ", ", ob du ", "\n> ", "?!", "ö", "nach allem was ich "],
}  # fmt: skip
LONG = 100_000


@pytest.mark.parametrize("text", ENGLISH)
def test_short_english_is_told(text):
    assert language_of(text) == "en"


@pytest.mark.parametrize("text", GERMAN)
def test_short_german_is_told(text):
    assert language_of(text) == "de"


@pytest.mark.parametrize("text", ASKS + OTHERS + NEW_ASKS + NEW_OTHERS)
def test_german_sentences_are_told(text):
    assert language_of(text) == "de"


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_words_of_each_rule_are_told(code):
    texts = {
        case.text
        for rule in LANGUAGES[code].rules
        for case in rule.fires + rule.silent
        if case.text and not case.setting.language
    }

    wrong = [text for text in texts if language_of(text) != code]

    assert not wrong


def test_no_small_word_belongs_to_two_languages():
    lists = [language.small_words for language in LANGUAGES.values()]

    assert [one & other for one, other in combinations(lists, 2) if one & other] == []


def test_a_text_is_checked_in_the_language_it_is_told_to_be():
    english = check("You owe me. Could you come on Friday?")
    german = check("Das bist du mir schuldig. Kommst du am Freitag?")

    assert {note.rule for note in english} & {note.rule for note in german} == {"guilt-or-debt"}
    assert english[0].sentence != german[0].sentence


def test_a_language_that_is_named_is_not_told_again():
    text = "Kannst du mir helfen?"

    assert find_ask(text, "de")
    assert find_ask(text) == find_ask(text, "de")


def test_each_language_says_what_english_says_with_the_same_weight():
    english = {rule.id: rule for rule in LANGUAGES["en"].rules}

    for rule in LANGUAGES["de"].rules:
        same = english[rule.id]
        assert (rule.strength, rule.claim) == (same.strength, same.claim)
        assert (rule.audiences, rule.ways) == (same.audiences, same.ways)
        assert rule.sentence != same.sentence


@pytest.mark.parametrize("code", HOSTILE)
def test_no_long_text_takes_a_second(code):
    @settings(max_examples=5)
    @given(st.lists(st.sampled_from(HOSTILE[code]), min_size=1, max_size=3))
    def tried(pieces: list[str]) -> None:
        text = ("".join(pieces) * LONG)[:LONG]
        started = process_time()

        check(text, Setting(language=code, audience=Audience.STRANGER))

        assert process_time() - started < 1

    tried()
