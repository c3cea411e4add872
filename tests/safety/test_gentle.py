"""When words may mean danger: the reader of the gentle question, on sentences written for it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench import gentle as bench
from halved.safety.gentle import About, look
from halved.safety.gentle.meaning import ways_of
from halved.safety.gentle.needed import needed
from halved.safety.gentle.reading import MEANINGS
from halved.safety.gentle.spelling import sentences
from tests.safety.gentle_corpus import PARTS, Part

PAGE = Path(__file__).parents[2] / "docs" / "gentle-question.md"
ALL = bench.whole()
EVERY = (*ALL.harmless, *ALL.direct, *ALL.indirect, *ALL.another)
CALM = "Could you bring the ladder on Saturday, please?"
MINE = (About.SELF, About.HARM)


def share(texts: tuple[str, ...], *about: About) -> float:
    return bench.asked(texts, *about) / len(texts)


# --- how often --------------------------------------------------------------------------------


def test_there_are_enough_sentences():
    assert len(ALL.harmless) >= 250
    assert len(ALL.direct) >= 120
    assert len(ALL.indirect) >= 130


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_no_sentence_stands_twice_in_a_part(part: Part):
    every = (*part.harmless, *part.direct, *part.indirect, *part.another)

    assert len(set(every)) == len(every)


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_harmless_words_are_asked_about_in_at_most_two_of_a_hundred(part: Part):
    assert share(part.harmless, *About) <= 0.02


# Parts written as many different people, to trap the reader; in H the hints are far-fetched too.
DIRECT_AT_LEAST = dict.fromkeys(PARTS, 0.95) | dict.fromkeys("HIJK", 0.90)
INDIRECT_AT_LEAST = dict.fromkeys(PARTS, 0.60) | {"H": 0.45}


@pytest.mark.parametrize("name", PARTS)
def test_in_no_part_is_it_asked_much_less_often(name: str):
    part = PARTS[name]

    assert share(part.direct, *MINE) >= DIRECT_AT_LEAST[name]
    assert share(part.indirect, *MINE) >= INDIRECT_AT_LEAST[name]


def test_over_all_parts_it_is_asked_as_often_as_it_should():
    assert share(ALL.direct, *MINE) >= 0.95
    assert share(ALL.indirect, *MINE) >= 0.60


def test_words_about_somebody_else_lead_to_the_question_about_them():
    first = [words for name in "ABCDEFG" for words in PARTS[name].another]

    assert share(first, About.OTHER) >= 0.90
    assert share(ALL.another, About.OTHER) >= 0.85


def test_the_page_tells_what_is_measured():
    page = PAGE.read_text(encoding="utf-8")

    assert [row for row in bench.rows() if row not in page] == []


WRITTEN_OTHERWISE = {
    "in capitals": str.upper,
    "without apostrophes": lambda text: text.replace("’", ""),
    "with straight apostrophes": lambda text: text.replace("’", "'"),
    "without a full stop": lambda text: text.rstrip("."),
    "on a line of its own": lambda text: f"Hi,\n\n{text}\n\n{CALM}",
    "with more weight": lambda text: text.replace("I want", "I just really want"),
}


@pytest.mark.parametrize("change", WRITTEN_OTHERWISE.values(), ids=WRITTEN_OTHERWISE)
def test_it_does_not_matter_how_it_is_typed(change):
    direct = tuple(change(text) for text in ALL.direct)
    harmless = tuple(change(text) for text in ALL.harmless)

    assert share(direct, *MINE) >= 0.95
    assert share(harmless, *About) <= 0.02


# --- what it means ----------------------------------------------------------------------------

SELF, HARM, OTHER = About
CASES = [
    # not taken back, although a "not" stands near
    ("I can’t stop thinking about killing myself.", SELF),
    ("I am trying not to kill myself.", SELF),
    ("I don’t know if I want to live.", SELF),
    # taken back
    ("I would never kill myself.", None),
    ("I’m not suicidal.", None),
    ("It’s not that I want to die, I am tired.", None),
    # others
    ("My friend wants to die.", OTHER),
    ("My son is cutting himself.", OTHER),
    ("My friend texted “I want to die” and now I’m scared.", OTHER),
    ("My friend wants to die, and I want to die too.", SELF),
    # the past of others is grief; one’s own may come back
    ("My uncle killed himself.", None),
    ("Years ago I tried to kill myself.", SELF),
    ("At nineteen I tried to end my life. I’m forty now and glad it failed.", None),
    ("At nineteen I tried to end my life.", SELF),
    # a thing that wants, and a part of oneself
    ("I think the battery is about to die.", None),
    ("Part of me wants to die.", SELF),
    # a question anybody may ask
    ("does hanging hurt", SELF),
    ("How do I kill moss?", None),
    # hurting oneself
    ("I hurt myself on purpose.", HARM),
    ("I hurt myself on the stairs.", None),
    ("I slam my head on the door to punish myself.", HARM),
    ("I keep a blade so I can cut when I feel bad.", HARM),
    ("I keep a knife so I can cut the rope.", None),
    # prayers
    ("I beg God every night to let me die.", SELF),
    ("I prayed to God to take me through the exam.", None),
    ("I cut myself again and I want to die.", SELF),
    # quoted words of one’s own, and of others
    ("My head says “kill yourself”.", SELF),
    ("The song goes “I want to die”.", None),
    # a joke takes the soft ways back, not the firm ones
    ("my life is over lol", None),
    ("i want to die lol", SELF),
    # parts of words
    ("diet, audience, skilled, studied, deadline, ingredients", None),
    ("", None),
    # German
    ("Ich will nicht mehr leben.", SELF),
    ("Ich habe keine Suizidgedanken.", None),
]


@pytest.mark.parametrize(("text", "about"), CASES)
def test_each_case_means_what_it_should(text: str, about: About | None):
    assert look(text) == about


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("i dont wanna be alive anymore tbh", "i do not want to be alive anymore"),
        ("I’m gonna kms", "i am going to kill myself"),
        ("It is 20 kms away", "it is 20 kms away"),
        ("I cause pain cause I hurt", "i cause pain because i hurt"),
        ("thinkin bout sucide", "thinking about suicide"),
        ("I waaaant to dieee", "i want to die"),
        ("No-one would care", "nobody would care"),
        (
            "s u i c i d a l, su1c1dal, suicdial, SUICIDIAL",
            "suicidal , suicidal , suicidal , suicidal",
        ),
        ("k!ll myslef", "kill myself"),
        ("I shouldve wanted 2 live", "i should have wanted to live"),
        ("I succeed, I sussed it out", "i succeed , i sussed it out"),
    ],
)
def test_words_are_put_into_one_spelling(written: str, spelled: str):
    assert [sentence.text for sentence in sentences(written)] == [spelled]


def test_a_line_that_goes_on_in_small_letters_is_one_sentence():
    found = [sentence.text for sentence in sentences("I want\nto die\nThe bins go out")]

    assert found == ["i want to die", "the bins go out"]


# --- how it looks -----------------------------------------------------------------------------


def test_no_way_is_passed_over_because_of_the_words_it_is_looked_for_by():
    ways = [(way, way.needed, way.pattern) for meaning in MEANINGS for way in ways_of(meaning)]
    every = [sentence.text for text in EVERY[::4] for sentence in sentences(text)]

    missed = [
        (way.written, text)
        for way, words, pattern in ways
        for text in every
        if words.isdisjoint(text.split()) and pattern.search(text)
    ]

    assert missed == []


@pytest.mark.parametrize(
    ("way", "words"),
    [
        ("(want|wish) to die", {"die"}),
        ("kill(ing)? (myself|herself)", {"killing", "kill"}),
        ("(do not|never) (a )?(?:.. )?jump(?! off)", {"jump"}),
    ],
)
def test_a_way_is_looked_for_by_its_rarest_words(way: str, words: set[str]):
    assert needed(way) == words


def test_a_way_that_needs_no_word_is_refused():
    with pytest.raises(ValueError, match="no word is needed"):
        needed("(want )?(to )?")


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_read(text: str):
    assert look(text) in {None, *About}


# Without a stop these run on into what follows, and the reader takes them for something else.
RUN_ON = {
    "i’ve taken something. a lot of it. i dont want to wake up",
    "i genuinely do not want to live past tonight",
    "why can’t i just die",
    "please dont make me stay alive",
    "someone kill me please i cant take this",
    "i need to cut",
    "I can't live anymore",
}


@given(st.sampled_from(ALL.direct), st.sampled_from(["before", "after", "around"]))
@settings(max_examples=60, deadline=None)
def test_ordinary_words_around_it_hide_nothing(text: str, where: str):
    before = f"{CALM} " if where != "after" else ""
    stop = "." if text in RUN_ON else ""
    after = f"{stop} {CALM}" if where != "before" else ""

    assert look(f"{before}{text}{after}") == look(text)


HOT = sorted({word for meaning in MEANINGS for way in ways_of(meaning) for word in way.needed})


@given(st.lists(st.sampled_from(HOT), min_size=1, max_size=6).map(" ".join))
@settings(max_examples=15, deadline=None)
def test_words_of_danger_over_and_over_take_less_than_a_second(piece: str):
    text = (f"{piece} " * bench.HOSTILE_SIZE)[: bench.HOSTILE_SIZE]
    begun = time.process_time()

    look(text)

    assert time.process_time() - begun < bench.HOSTILE_TIME


@pytest.mark.parametrize("piece", [*bench.ALMOST, *"a \n“'", "i'", "so so ", "dr. "])
def test_a_hostile_text_takes_less_than_a_second(piece: str):
    text = (piece * bench.HOSTILE_SIZE)[: bench.HOSTILE_SIZE]
    begun = time.process_time()

    look(text)

    assert time.process_time() - begun < bench.HOSTILE_TIME
