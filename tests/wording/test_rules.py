"""Each rule of each language speaks where it should, keeps quiet where it should, reads well."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from halved.evidence import CLAIMS
from halved.wording import LANGUAGES, Rule, Span, check
from halved.wording.rule import Case
from tests.house.test_words_of_ours import MOST_WORDS, sentences, word_of_cheer
from tests.plain import grade, words

RULES = {
    f"{code}:{rule.id}": (code, rule)
    for code, language in LANGUAGES.items()
    for rule in language.rules
}
FIRES = {
    f"{name}:{number}": (code, rule, case)
    for name, (code, rule) in RULES.items()
    for number, case in enumerate(rule.fires)
}
SILENT = {
    f"{name}:{number}": (code, rule, case)
    for name, (code, rule) in RULES.items()
    for number, case in enumerate(rule.silent)
}
FEWEST_CASES = 4
HARDEST = 6.0  # the school year that reads it with ease, as on our pages


def spans(code: str, rule: Rule, case: Case) -> list[Span]:
    """Where the check points for this rule, as a person would see it."""
    notes = check(case.text, replace(case.setting, language=code))
    return [note.span for note in notes if note.rule == rule.id]


@pytest.mark.parametrize(("code", "rule", "case"), FIRES.values(), ids=FIRES)
def test_a_rule_points_into_the_text_where_it_should(code, rule, case):
    found = spans(code, rule, case)

    assert len(found) == 1, f"{rule.id} is silent: {case.text}"
    assert 0 <= found[0].start < found[0].end <= len(case.text)
    assert case.text[slice(*found[0])] == case.text[slice(*found[0])].strip()


@pytest.mark.parametrize(("code", "rule", "case"), SILENT.values(), ids=SILENT)
def test_a_rule_keeps_quiet_where_it_should(code, rule, case):
    found = spans(code, rule, case)

    assert not found, f"{rule.id}: {case.text[slice(*found[0])]!r} in {case.text}"


@pytest.mark.parametrize(("code", "rule"), RULES.values(), ids=RULES)
def test_a_rule_brings_its_claim_and_enough_cases(code, rule):
    assert rule.claim in CLAIMS
    assert len(rule.fires) >= FEWEST_CASES
    assert len(rule.silent) >= FEWEST_CASES


@pytest.mark.parametrize("code", LANGUAGES)
def test_ids_are_unique_and_plain(code):
    ids = [rule.id for rule in LANGUAGES[code].rules]

    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in ids)


@pytest.mark.parametrize(("code", "rule"), RULES.values(), ids=RULES)
def test_what_a_rule_says_follows_our_own_words(code, rule):
    said = [*sentences(rule.sentence), *sentences(rule.suggestion)]

    assert len(sentences(rule.sentence)) == 1, "One sentence says why"
    assert all(text[-1] in ".?”" for text in (rule.sentence, rule.suggestion))
    assert all(len(words(text)) <= MOST_WORDS for text in said)
    assert not any("!" in text or word_of_cheer(text) for text in said)
    assert not any("'" in text for text in (rule.sentence, rule.suggestion)), "Curly apostrophes"


def test_what_english_rules_say_is_read_with_ease_at_eleven():
    said = [
        sentence
        for rule in LANGUAGES["en"].rules
        for text in (rule.sentence, rule.suggestion)
        for sentence in sentences(text)
    ]

    assert grade(said) <= HARDEST


def test_no_two_rules_say_the_same():
    said = Counter(rule.sentence for _, rule in RULES.values())

    assert [sentence for sentence, times in said.items() if times > 1] == []


def test_a_rule_that_was_silenced_says_nothing():
    code, rule, case = next(iter(FIRES.values()))

    notes = check(case.text, replace(case.setting, language=code), silenced=[rule.id])

    assert rule.id not in {note.rule for note in notes}
