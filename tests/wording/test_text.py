"""Reading a text once: its sentences, its words, what is said in somebody's own words."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halved.wording.english import find_ask
from halved.wording.text import ANYONE, Span, Text, small, unquoted

WRAPPED = (
    "The doctor thinks it would be better if somebody stayed with me\n"
    "for the first two nights. Could you?"
)
SENTENCES = {
    "Hi Ben. How are you?": ["Hi Ben.", "How are you?"],
    "i am tired. can you come": ["i am tired.", "can you come"],
    "Really?! Yes... No": ["Really?!", "Yes...", "No"],
    "well... can you come": ["well... can you come"],
    "Dr. Khan and Mrs. Ode come at 7 p.m. today.": ["Dr. Khan and Mrs. Ode come at 7 p.m. today."],
    "It ends at 7 p.m. Can you come?": ["It ends at 7 p.m.", "Can you come?"],
    "J. Smith called. It was me.": ["J. Smith called.", "It was me."],
    "So do I. Come over!": ["So do I.", "Come over!"],
    "That is £3.50, see example.org/a?b=c for more.": [
        "That is £3.50, see example.org/a?b=c for more."
    ],
    "(Can you come?) I hope so.": ["(Can you come?)", "I hope so."],
    "She said “come.” I came.": ["She said “come.”", "I came."],
    "Please come 🙏 Thanks! 😊 Bye": ["Please come 🙏 Thanks!", "😊 Bye"],
    "Thanks!😊 Bye": ["Thanks!😊", "Bye"],
    "Hi Ben,\ncan you come\n\n- on Monday\n- on Tuesday": [
        "Hi Ben,",
        "can you come",
        "- on Monday",
        "- on Tuesday",
    ],
    WRAPPED: [WRAPPED.removesuffix(" Could you?"), "Could you?"],
    "  \n \n": [],
    "…": ["…"],
}
ANY_TEXT = st.text(st.sampled_from("aI .,?!…\n'“”\"-(0İß😊\u200b"), max_size=200)


def read(text: str) -> Text:
    return Text(text, ANYONE, find_ask)


@pytest.mark.parametrize(("text", "sentences"), SENTENCES.items())
def test_a_text_falls_into_its_sentences(text: str, sentences: list[str]) -> None:
    found = [text[slice(*span)] for span in read(text).sentences]

    assert found == sentences


def test_words_keep_their_apostrophes_and_hyphens() -> None:
    text = "I can't, don’t e-mail me_too at 7pm"

    found = [text[slice(*span)] for span in read(text).words]

    assert found == ["I", "can't", "don’t", "e-mail", "me", "too", "at", "7pm"]


def test_the_whole_leaves_out_the_space_around() -> None:
    assert read(" \n come over \n").whole == Span(3, 12)


def test_what_others_say_is_blank_in_ones_own_words() -> None:
    text = "She said “Help me” and I didn't."

    own = read(text).own

    assert own == "she said           and i didn't."


@given(ANY_TEXT)
@settings(max_examples=200)
def test_every_sign_belongs_to_one_sentence_in_order(text: str) -> None:
    spans = read(text).sentences

    assert "".join("".join(text[slice(*span)].split()) for span in spans) == "".join(text.split())
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(text[slice(*span)] == text[slice(*span)].strip() != "" for span in spans)


@given(ANY_TEXT)
@settings(max_examples=200)
def test_small_letters_and_blanks_keep_every_place(text: str) -> None:
    assert len(unquoted(small(text))) == len(text)
