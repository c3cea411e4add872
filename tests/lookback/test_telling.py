"""Counts below ten, a share from ten on: as a level-headed friend would say it."""

import pytest

from halved.lookback.rules import Guessed, Outcome
from halved.lookback.telling import counts, of_share

YES, PART, LATER, NO, SILENCE = Outcome


def guessed(likely: int, *outcomes: Outcome) -> list[Guessed]:
    return [Guessed(likely, outcome) for outcome in outcomes]


COUNTED = [
    (guessed(2, YES), ["You guessed a no once. It came to a yes."]),
    (guessed(0, SILENCE), ["You guessed a no once. It came to no answer."]),
    (guessed(5, PART), ["You guessed the middle once. It came to a yes, but less."]),
    (guessed(8, NO, NO), ["You guessed a yes twice. None of them was a yes, or a part."]),
    (guessed(8, YES, PART), ["You guessed a yes twice. Both of them were a yes, or a part."]),
    (
        guessed(2, NO, YES, LATER),
        ["You guessed a no three times. One of them was a yes, or a part."],
    ),
    (
        guessed(2, YES, YES, PART, PART, NO),
        ["You guessed a no five times. Four of them were a yes, or a part."],
    ),
    (
        guessed(2, *[YES] * 9),
        ["You guessed a no nine times. All of them were a yes, or a part."],
    ),
    (
        [*guessed(9, NO), *guessed(1, YES)],
        ["You guessed a no once. It came to a yes.", "You guessed a yes once. It came to a no."],
    ),
    ([], []),
]


@pytest.mark.parametrize(("rows", "sentences"), COUNTED)
def test_a_few_guesses_are_counted(rows, sentences):
    assert counts(rows) == sentences


def test_many_guesses_are_held_beside_what_came():
    rows = [*guessed(2, *[YES] * 7, PART, NO, SILENCE), *guessed(9, YES, LATER)]

    assert of_share(rows) == [
        "Taken together, you guessed 3.2 of 10.",
        "9 of 12 asks came to a yes, or a part: 7.5 of 10.",
        "The band goes from 5.1 to 9.",
        "Your guesses lie below the band. More came than you guessed.",
    ]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (guessed(9, *[NO] * 10), "Less came than you guessed."),
        (guessed(5, *[YES] * 5, *[NO] * 5), "They fit what happened."),
    ],
)
def test_too_high_a_guess_and_a_good_one_are_said_just_as_plainly(rows, said):
    assert of_share(rows)[-1].endswith(said)
