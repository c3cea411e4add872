"""What was understood of a search, in sentences."""

from __future__ import annotations

import pytest

from halved.directory import understood
from halved.directory.searching.search import Results

UNKNOWN = "We do not know that place, so we looked everywhere. Try the nearest town."


@pytest.mark.parametrize(
    ("kinds", "text", "place", "said"),
    [
        (["money and debt"], "broke", "", "We looked under “money and debt”."),
        (
            ["money and debt", "food"],
            "broke",
            "Ashmere",
            "We looked under “money and debt” and “food” near Ashmere.",
        ),
        ([], "zyx", "Ashmere", "We looked for “zyx” near Ashmere."),
        ([], "", "Ashmere", "We looked for every place near Ashmere."),
    ],
)
def test_what_was_looked_for_is_said_in_one_sentence(kinds, text, place, said):
    assert understood.looked_for(Results(kinds=kinds), text, place) == said


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Results(), []),
        (Results(near_unknown=True, within_km=50), [UNKNOWN]),
        (Results(within_km=25), ["There was little nearer, so we looked up to 25 km away."]),
        (Results(unknown=("zyx", "abc")), ["No service here uses “zyx” and “abc”."]),
        (Results(refused=1), ["One was left out: closed now, or it says no to what you chose."]),
        (Results(refused=3), ["3 were left out: closed now, or they say no to what you chose."]),
    ],
)  # fmt: skip
def test_what_else_one_should_know_is_said_and_nothing_more(found, said):
    assert understood.remarks(found, 10, "Ashmere") == said


def test_how_many_fit_is_never_said_of_words_that_nobody_uses():
    unknown = Results(unknown=("zyx",), total=8)

    assert understood.counted(Results(), 1, many=False) == "One fits."
    assert understood.counted(Results(), 12, many=False).startswith("12 fit.")
    assert understood.counted(Results(), 200, many=True).startswith("More than 200 fit.")
    assert understood.counted(unknown, 8, many=False).startswith("Nothing says these words.")
