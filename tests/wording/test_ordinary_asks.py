"""Ordinary asks are left in peace: a rule that speaks at more than one in four of them is wrong."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halved.wording import AT_FIRST, LANGUAGES, Audience, Kind, Note, Setting, Strength, Way, check
from halved.wording.rule import Case
from tests.wording.ordinary import ORDINARY

FEWEST = 80
MOST_OFTEN = 1 / 4
ENGLISH = LANGUAGES["en"]
PARTS = [
    *(word for case in ORDINARY[:20] for word in case.text.split(" ")),
    *(rule.fires[0].text for rule in ENGLISH.rules),
    *["\n", " ", "...", "…", "?", "“", "‘", ",", "İ", "🙂", "can you", "Please", "£", "'"],
]
SETTINGS = st.builds(
    Setting,
    audience=st.sampled_from(Audience),
    way=st.sampled_from(Way),
    kinds=st.frozensets(st.sampled_from(Kind)),
    language=st.just("en"),
    name=st.sampled_from(["", "Ben"]),
    people=st.integers(1, 3),
)


def notes(case: Case) -> tuple[Note, ...]:
    return check(case.text, replace(case.setting, language="en"))


TOLD = {case: notes(case) for case in ORDINARY}
SPEAKS = Counter(note.rule for told in TOLD.values() for note in told)


def test_there_are_enough_ordinary_asks_for_each_person_and_way():
    settings = {(case.setting.audience, case.setting.way) for case in ORDINARY}

    assert len({case.text for case in ORDINARY}) == len(ORDINARY) >= FEWEST
    assert settings == {(audience, way) for audience in Audience for way in Way}


@pytest.mark.parametrize("rule", [rule.id for rule in ENGLISH.rules])
def test_a_rule_leaves_three_in_four_ordinary_asks_alone(rule):
    told = [case.text for case, found in TOLD.items() if rule in {note.rule for note in found}]

    assert SPEAKS[rule] <= MOST_OFTEN * len(ORDINARY), "\n".join(told)


def test_most_ordinary_asks_get_no_note_and_none_gets_more_than_are_shown_at_first():
    untouched = [case for case, found in TOLD.items() if not found]

    assert len(untouched) >= len(ORDINARY) / 2
    assert max(len(found) for found in TOLD.values()) <= AT_FIRST


def test_no_ordinary_ask_gets_a_note_that_must_be_seen():
    must_see = {
        f"{note.rule}: {case.text}"
        for case, found in TOLD.items()
        for note in found
        if note.strength is Strength.MUST_SEE
    }

    assert not must_see


@pytest.mark.parametrize("ask", ["Can you help me?", "Could you help me out?", "I need some help."])
def test_what_is_missing_is_said_once_and_not_in_five_notes(ask):
    told = check(ask, Setting(language="en"))

    assert [note.rule for note in told] == ["vague-object"]


@pytest.mark.parametrize("way", Way)
def test_without_a_question_only_that_is_said_about_it(way):
    text = "My boiler is broken and the kids are cold. Nobody rang back about the repair this week."

    told = check(text, Setting(way=way, language="en"))

    assert [note.rule for note in told] == ["no-ask"]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PARTS), max_size=30), SETTINGS)
def test_every_note_points_at_words_that_stand_in_the_text(parts, setting):
    text = " ".join(parts)

    told = check(text, setting)

    assert all(0 <= note.span.start < note.span.end <= len(text) for note in told)
    assert all(text[slice(*note.span)].strip() for note in told)
    assert len({note.rule for note in told}) == len(told)
