"""Words and phrases: what is one, and what it means."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halved.directory.searching.facets import LANGUAGES, WHOM
from halved.directory.searching.kinds import KINDS
from halved.directory.searching.phrases import Phrases
from halved.directory.searching.spelling import halves, likeliest, slips
from halved.directory.searching.terms import SAID
from halved.directory.searching.understanding import ASKED, Counts, concepts
from halved.directory.searching.words import fold, split, stem


@pytest.mark.parametrize(
    "forms",
    [
        "evict evicted evicting eviction evictions",
        "divorce divorced divorces divorcing",
        "counselling counseling counsellor counselor",
        "addict addicted addiction",
        "library libraries",
        "gamble gambling gambler gamblers",
        "benefit benefits",
    ],
)
def test_forms_of_a_word_share_a_stem(forms):
    assert len({stem(word) for word in forms.split()}) == 1


@pytest.mark.parametrize("words", ["ring king", "shower show", "mentor men", "paper pap", "bed be"])
def test_other_words_do_not(words):
    first, second = words.split()

    assert stem(first) != stem(second)


def test_accents_case_and_apostrophes_do_not_matter():
    assert fold("MÜNCHEN") == "munchen"
    assert split("Can’t pay the Straße, O'Brien!") == ["cant", "pay", "the", "strasse", "obrien"]


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_a_word_holds_nothing_that_means_something_to_a_store(text):
    words = split(text)

    assert not set("".join(words)) & set(" \"'()*:^&|!_-.\\\0\n")
    assert all(stem(word) for word in words)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("kicked out of my flat", {"housing"}),
        ("can't pay rent", {"housing"}),
        ("someone to talk to about debt", {"talk", "debt"}),
        ("my landlord", {"housing"}),
        ("food bank", {"food"}),
        ("panic attacks at night", {"mind"}),
        ("I don’t want to live any more", {"crisis"}),
        ("my husband hits me", {"violence"}),
        ("caring for my mother", {"carer"}),
        ("Schuldnerberatung", {"debt"}),
        ("mein Mann schlägt mich", {"violence"}),
        ("necesito un abogado", {"legal"}),
        ("depresión y ansiedad", {"mind"}),
        ("own", set()),
        ("help me please", set()),
    ],
)
def test_everyday_words_mean_kinds_of_help(text, kinds):
    found = {code for phrase in ASKED.find(split(text)) for code in phrase.meanings}

    assert {code[2:] for code in found if code.startswith("k_")} == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Legal aid", {"legal"}),
        ("We help you with your will power", set()),
        ("A community trust", set()),
        ("Open all night for show bands", set()),
        ("Winter night shelter", {"homeless"}),
        ("Wills and trusts clinic", {"wills"}),
    ],
)
def test_what_services_say_means_kinds_of_help(text, kinds):
    assert {code for found in SAID.find(split(text)) for code in found.meanings} == kinds


def test_the_longest_phrase_wins():
    phrases = Phrases({"a": ["food"], "b": ["food for pets"]})

    assert [found.meanings for found in phrases.find(split("food and food for my pets"))] == [
        ("a",),
        ("b",),
    ]


def test_what_a_phrase_of_small_words_means_needs_all_of_them():
    phrases = Phrases({"alone": ["on my own"]})

    assert phrases.find(split("I live on my own"))
    assert not phrases.find(split("my own home"))


def test_every_kind_says_what_it_is_in_a_few_plain_words():
    assert len(KINDS) > 40
    for kind in KINDS.values():
        assert 1 <= len(kind.label.split()) <= 8
        assert all(
            phrase.strip() for text in (*kind.words, *kind.asks) for phrase in text.split(",")
        )


def test_every_language_and_group_has_words():
    assert all(split(words) for words in LANGUAGES.values())
    assert all(label and split(words) for label, words in WHOM.values())


def test_a_rare_word_tells_more_than_a_common_one():
    counts = Counts({"joliet": 3, "legal": 900}, 1_000)

    first, second = concepts(["legal", "joliet"], counts)

    assert first.words == (("joliet",),)
    assert first.weight > second.weight


# --- slips ------------------------------------------------------------------------------------


@pytest.mark.parametrize("wrong", ["dbt", "debtt", "debr", "edbt", "ebt", "xdebt"])
def test_one_slip_is_undone(wrong):
    assert "debt" in slips(wrong)


def test_two_slips_are_not():
    assert "debt" not in slips("deppt")


def test_swapped_letters_are_likelier_than_other_words():
    assert likeliest("fodo", {"food": 5, "fod": 5, "foto": 5}, [])[0] == "food"


def test_two_words_typed_as_one_are_taken_apart():
    assert ("memory", "cafe") in halves("memorycafe")
