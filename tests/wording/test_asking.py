"""Where an English text asks: found when it does, not when it does not, and shown exactly."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halved.wording.english import find_ask
from halved.wording.english.notation import Way
from halved.wording.english.requests import WAYS
from tests.wording.everyday import ASKS, NOT_ASKS

PRECISION, RECALL = 0.95, 0.95

# The ask stands in square brackets.
SHOWN = [
    "Hi Ben, [could you feed the cat on Friday?] Thanks!",
    "How are you? [Can I borrow your drill this weekend?]",
    "Did you have a good weekend? We did. [Please call me tonight.]",
    "hey nia hope you are well [can you give me a lift on friday]",
    "[If you're free on Saturday, could you take the kids?] I have a shift.",
    "[When you have time, send me the number of your physio.]",
    "[On Tuesday could you wait for the plumber?]",
    "I know you're busy, but [could you read one page for me?]",
    "[I was wondering whether you could look at my CV.]",
    "[It would help a lot if you came with me.] I'm scared.",
    "Mum is in hospital. [I need someone to look after the dog until Sunday.] Any day helps.",
    "I don't want to be alone tonight. [Come over?]",
    "She asked “can you help me?” and I said no. [Would you talk to her?]",
    "> Can you send the form?\nYes, it's attached. [Could you sign it by Monday?]",
    "Thanks for last week! [Could you do it once more?] And give my love to Jo.",
    "[Let me know if you can make it]",
    "Dear Dr. Khan, [I would like to make an appointment at 7 p.m. or later.]",
    "[any chance you're free thursday 🙏]",
    "[What time does the chemist close?]",
    "How did it go? [Do you know a good solicitor?]",
    "so my car failed its mot and i start at 6 tomorrow [can you drop me off]",
    "I can't manage the stairs, so [please bring the bread up.]",
    "Hi all. [A hand with the boxes would be much appreciated.]",
    "My car is at the garage. [If anyone can help me get to work I'd be so glad.]",
    "(Sorry for the late text.) [Can you let the plumber in at 9?]",
]
LONG = (
    "[can you come by on friday and look after the two little ones from three to six],"
    " i have to take the big one to the dentist, and after that to football and then to his"
    " dad and i am back by seven at the very latest i promise"
)
HOSTILE = st.sampled_from(
    [
        "a", "(", ", ", "please ", "can you ", "if you ", "i'd ", "would be ", "really ", "and, ",
        "? ", ". ", "...", "\n", "“", '"', "'a ", "\u200b", "İ", "😊", "dr. ", "so ", "see if you ",
        "any a ", "your a ", "would be good ", "x" * 60 + "\n", "http://a.b/?c=d&e ", "- ", "\t",
    ]
)  # fmt: skip
SIZE = 100_000  # characters


def test_what_friends_ask_is_found() -> None:
    missed = [text for text in ASKS if find_ask(text) is None]

    assert len(ASKS) >= 120
    assert 1 - len(missed) / len(ASKS) >= RECALL, missed


def test_what_asks_for_nothing_is_left_alone() -> None:
    wrong = [text for text in NOT_ASKS if find_ask(text) is not None]
    right = sum(find_ask(text) is not None for text in ASKS)

    assert len(NOT_ASKS) >= 120
    assert right / (right + len(wrong)) >= PRECISION, wrong


@pytest.mark.parametrize("marked", [*SHOWN, LONG])
def test_the_clause_that_asks_is_shown(marked: str) -> None:
    before, _, rest = marked.partition("[")
    asking, _, after = rest.partition("]")

    span = find_ask(before + asking + after)

    assert span == (len(before), len(before) + len(asking))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "?", "…", "😊", "\u200b", ">", "“”"])
def test_nothing_asks_for_nothing(text: str) -> None:
    assert find_ask(text) is None


@pytest.mark.parametrize(
    ("careful", "hasty"),
    [
        ("I'd like to talk to you.", "id like to talk to you"),
        ("Couldn’t you come?", "couldnt you come"),
        ("Would you mind waiting?", "wud u mind waiting"),
        ("Please send me the form.", "pls send me the form"),
        ("Let’s meet at five.", "lets meet at five"),
    ],
)
def test_an_ask_typed_in_haste_asks_as_well(careful: str, hasty: str) -> None:
    found = find_ask(careful), find_ask(hasty)

    assert found == ((0, len(careful)), (0, len(hasty)))


@pytest.mark.parametrize("way", WAYS, ids=lambda way: " ".join(sorted(way.words))[:40])
def test_every_way_can_be_read(way: Way) -> None:
    assert way.form.groups == 0


@given(st.lists(HOSTILE, min_size=1, max_size=4), st.integers(0, 30))
@settings(max_examples=15)
def test_no_text_holds_it_up(pieces: list[str], cut: int) -> None:
    text = ("".join(pieces) * SIZE)[cut : cut + SIZE]

    began = time.process_time()
    span = find_ask(text)

    assert time.process_time() - began < 1
    assert span is None or text[slice(*span)].strip()
