"""How long words take to say, and how the four answers may sound."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halved.asks.replies import HEARD, MOVES, SPOKEN, about, moves, seconds_to_say, spoken
from halved.asks.rules import Answer
from halved.wording import Kind
from tests.house.test_plain_words import HARDEST, MOST, split
from tests.house.test_words_of_ours import word_of_cheer
from tests.plain import grade, words

ALL_KINDS = list(Kind)
EVERY_MOVE = [move for heard in HEARD.values() for move in (*heard.moves, *heard.move_for.values())]
EVERY_EXAMPLE = [
    said for heard in HEARD.values() for examples in heard.spoken.values() for said in examples
]


# --- how long it takes ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("", 0),
        (" \n … !? 🫶", 0),
        ("Help.", 1),
        ("Could you come on Thursday at four?", 4),
        ("I can’t get her down-stairs", 3),
        ("one word " * 55, 60),
    ],
)
def test_words_are_said_slowly(text, seconds):
    assert seconds_to_say(text) == seconds


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (1, "about 5 seconds"),
        (12, "about 10 seconds"),
        (13, "about 15 seconds"),
        (52, "about 50 seconds"),
        (53, "about a minute"),
        (74, "about a minute"),
        (75, "about a minute and a half"),
        (105, "about 2 minutes"),
        (600, "about 10 minutes"),
    ],
)
def test_a_length_is_told_as_people_say_it(seconds, said):
    assert about(seconds) == said


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200), st.text(max_size=50))
def test_more_words_never_take_less_time(text, more):
    assert seconds_to_say(text) <= seconds_to_say(f"{text} {more}")


# --- the four answers -------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ALL_KINDS)
@pytest.mark.parametrize("answer", list(Answer))
def test_each_answer_sounds_different_for_each_kind_of_help(answer, kind):
    others = [said for other in ALL_KINDS if other != kind for said in spoken(answer, [other])]

    examples = spoken(answer, [kind])

    assert len(examples) == SPOKEN
    assert not set(examples) & set(others)


@pytest.mark.parametrize("answer", list(Answer))
def test_with_several_kinds_each_has_its_turn(answer):
    two = spoken(answer, ["emotional", "instrumental"])

    assert two[0] == spoken(answer, ["instrumental"])[0]
    assert two[1] == spoken(answer, ["emotional"])[0]
    assert len(two) == SPOKEN


@pytest.mark.parametrize("kinds", [[], ["something else"], ALL_KINDS])
def test_without_a_kind_there_is_one_example_of_each(kinds):
    firsts = [spoken(Answer.NO, [kind])[0] for kind in ALL_KINDS]

    assert spoken(Answer.NO, kinds) == firsts


@pytest.mark.parametrize("answer", list(Answer))
def test_a_few_moves_follow_and_the_kind_of_help_adds_one(answer):
    general = moves(answer, [])

    for kind in ALL_KINDS:
        assert moves(answer, [kind]) == [*general, HEARD[answer].move_for[kind]]
    assert len(moves(answer, ALL_KINDS)) <= MOVES


def test_a_no_is_met_first_of_all_with_no_is_fine():
    assert moves(Answer.NO, [])[0] == "Say that a no is fine, and mean it."


# --- the words themselves ---------------------------------------------------------------------


def test_no_move_is_a_text_to_send():
    hers = {"i", "i’m", "i’ll", "me", "my", "mine"}

    for move in EVERY_MOVE:
        assert not hers & {word.casefold() for word in words(move)}, move
        assert not set('“”"') & set(move), move


def test_our_words_are_short_plain_and_calm():
    texts = split([*EVERY_MOVE, *EVERY_EXAMPLE])

    assert [text for text in texts if len(words(text)) > MOST] == []
    assert [text for text in texts if "!" in text or word_of_cheer(text)] == []
    assert grade(split(EVERY_MOVE)) <= HARDEST
    assert len(set(EVERY_EXAMPLE)) == len(EVERY_EXAMPLE) == 36
