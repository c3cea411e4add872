"""What we say about people, and what we do not say: complete, careful, and the same in docs/."""

import re
from pathlib import Path

import pytest

from halved.evidence import CLAIMS, UNSAID, Grade
from halved.evidence.page import GRADES, as_markdown

DOCS = Path(__file__).parents[2] / "docs" / "evidence.md"
ADDRESSES = ("https://doi.org/10.", "https://pmc.ncbi.nlm.nih.gov/", "https://www.cambridge.org/")
SAID = [(f"{claim.id}: {text}") for claim in CLAIMS.values()
        for text in (claim.sentence, claim.source, claim.numbers, claim.limits)]  # fmt: skip

# Numbers that go around and that we could not read at their source.
UNCHECKED = ["20.5", "10.5", "10.1", "7.2", "7.15", "210", "0.21", "3.03", "5.29", "2.06", "60–94"]
UNCHECKED += ["2008", "Flynn", "Newark", "Deri", "Langer", "Heyman", "Franklin", "NSDUH"]

# What must not be said, and how it would sound.
MUST_NOT = {
    "chance-of-a-yes": r"probab|\blikel|chance of|\d ?(%|in \d+|per cent)[^.]*(say|said|will) yes",
    "halves-the-weight": r"halv|half (of )?(the|your) (weight|burden|distress)",
    "34-times": r"\b34 times|times (more|better)",
    "never-apologise": r"apolog|hate to ask",
    "free-to-refuse": r"free to refuse",
    "alone-makes-ill": r"\bill\b|illness|blood pressure|heart",
    "safety-plan-page": r"safety plan",
    "writing-heals": r"\bheal(s|ed|ing)?\b",
}


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=CLAIMS)
def test_a_claim_says_where_it_comes_from_and_where_it_ends(claim):
    parts = (claim.sentence, claim.source, claim.numbers, claim.limits)

    assert all(len(part.split()) > 1 for part in parts)
    assert claim.sentence.endswith(".")
    assert claim.limits.endswith(".")
    assert re.search(r"\b(19|20)\d\d\b", claim.source), "A source has a year"


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=CLAIMS)
def test_a_link_is_an_address_of_the_source_itself_or_missing(claim):
    assert claim.link == "" or claim.link.startswith(ADDRESSES)


@pytest.mark.parametrize("number", UNCHECKED)
def test_no_number_or_study_is_told_that_nobody_checked(number):
    told = [text for text in SAID if re.search(rf"(?<![\d.]){re.escape(number)}(?![\d.]\d)", text)]

    assert not told


@pytest.mark.parametrize("name", MUST_NOT)
def test_what_must_not_be_said_is_not_said(name):
    told = [text.partition(": ")[2] for text in SAID]

    said = [text for text in told if re.search(MUST_NOT[name], text, re.IGNORECASE)]

    assert not said


def test_everything_that_must_not_be_said_is_listed_with_a_reason():
    listed = {item.id: item for item in UNSAID}

    assert set(listed) == set(MUST_NOT)
    assert all(len(item.why.split()) > 5 and item.why.endswith(".") for item in UNSAID)


def test_no_two_claims_or_refusals_share_a_name():
    names = [claim.id for claim in CLAIMS.values()] + [item.id for item in UNSAID]

    assert len(names) == len(set(names))
    assert list(CLAIMS) == [claim.id for claim in CLAIMS.values()]


def test_every_grade_is_explained():
    assert list(GRADES) == list(Grade)


def test_docs_say_what_the_data_says():
    assert DOCS.read_text() == as_markdown(), "python -m halved.evidence > docs/evidence.md"


def test_an_unchecked_number_would_be_found():
    assert re.search(r"(?<![\d.])7\.15(?![\d.]\d)", "7.15 of 10 said yes")
    assert not re.search(r"(?<![\d.])210(?![\d.]\d)", "12101")
