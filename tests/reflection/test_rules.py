"""Carry on, or ask? Every sign below, at and above its threshold, and what the signs come to."""

from datetime import date, timedelta

import pytest

from halved.reflection import rules
from halved.reflection.barriers import BARRIERS
from halved.reflection.rules import Advice, Colour, Moved, Outcome, Record, Sign, advise
from tests.reflection.records import (
    TODAY,
    cost,
    day,
    failed,
    failed_in_many_ways,
    signs,
    tried,
    weighed,
)

YES, LITTLE, NO = Moved.YES, Moved.LITTLE, Moved.NO

RECORDS = [
    # the same way, without movement
    ("same_way", False, Record(tried=failed(2))),
    ("same_way", True, Record(tried=failed(3))),
    ("same_way", True, Record(tried=failed(4))),
    ("same_way", False, Record(tried=failed_in_many_ways(9))),
    ("same_way", True, Record(tried=[*failed(2), tried(0, "  A  LIST ")])),
    ("same_way", False, Record(tried=[*failed(3), tried(0, moved=LITTLE)])),
    ("same_way", True, Record(tried=[tried(9, moved=YES), *failed(3)])),
    ("same_way", True, Record(tried=[*failed(3), tried(0, "another way", YES)])),
    # any way, without movement
    ("standstill", False, Record(tried=failed_in_many_ways(9))),
    ("standstill", True, Record(tried=failed_in_many_ways(10))),
    ("standstill", True, Record(tried=failed_in_many_ways(11))),
    ("standstill", False, Record(tried=[*failed_in_many_ways(10), tried(0, moved=LITTLE)])),
    # cost, over two weeks
    ("cost_rises", False, Record(costs=[cost(20, sleep=1), cost(0, sleep=1)])),
    ("cost_rises", True, Record(costs=[cost(20, sleep=0), cost(0, sleep=1)])),
    ("cost_rises", True, Record(costs=[cost(20, sleep=0), cost(0, sleep=2)])),
    ("cost_rises", False, Record(costs=[cost(13, sleep=0), cost(0, sleep=2)])),
    ("cost_rises", True, Record(costs=[cost(14, sleep=0), cost(0, sleep=2)])),
    ("cost_rises", True, Record(costs=[cost(15, sleep=0), cost(0, sleep=2)])),
    ("cost_rises", False, Record(costs=[cost(20, money=0), cost(0, sleep=2)])),
    ("cost_rises", False, Record(costs=[cost(20), cost(0, sleep=2)])),
    ("cost_rises", False, Record(costs=[cost(90, sleep=0), cost(20, sleep=2), cost(0, sleep=2)])),
    # weight, over two weeks
    ("weight_rises", False, Record(weights=[weighed(14, 3), weighed(0, 4)])),
    ("weight_rises", True, Record(weights=[weighed(14, 3), weighed(0, 5)])),
    ("weight_rises", True, Record(weights=[weighed(14, 3), weighed(0, 6)])),
    ("weight_rises", False, Record(weights=[weighed(13, 3), weighed(0, 6)])),
    ("weight_rises", True, Record(weights=[weighed(15, 3), weighed(0, 6)])),
    ("weight_rises", False, Record(weights=[weighed(90, 1), weighed(15, 9), weighed(0, 5)])),
    # heavier, and less wish to ask
    ("pulling_back", True, Record(weights=[weighed(1, 3, 5), weighed(0, 4, 4)])),
    ("pulling_back", False, Record(weights=[weighed(1, 3, 5), weighed(0, 3, 4)])),
    ("pulling_back", False, Record(weights=[weighed(1, 3, 5), weighed(0, 4, 5)])),
    ("pulling_back", False, Record(weights=[weighed(1, 3, 5), weighed(0, 4)])),
    ("pulling_back", False, Record(weights=[weighed(0, 3, 5), weighed(0, 4, 4)])),
    ("pulling_back", True, Record(weights=[weighed(9, 5, 1), weighed(5, 3, 9), weighed(0, 4, 4)])),
    # reasons that are about oneself
    ("about_me", True, Record(barriers=["shame"])),
    ("about_me", True, Record(barriers=["no_time", "burden"])),
    ("about_me", True, Record(barriers=["self_reliance"])),
    ("about_me", False, Record(barriers=["no_time", "nobody", "own"])),
    # what speaks for carrying on
    ("improving", False, Record(tried=[tried(1, moved=YES)])),
    ("improving", True, Record(tried=[tried(2, moved=LITTLE), tried(1, moved=YES)])),
    ("improving", True, Record(tried=[tried(9), tried(2, moved=YES), tried(1, moved=YES)])),
    ("improving", False, Record(tried=[tried(2, moved=YES), tried(1)])),
    ("each_different", False, Record(tried=failed_in_many_ways(2))),
    ("each_different", True, Record(tried=failed_in_many_ways(3))),
    ("each_different", True, Record(tried=failed_in_many_ways(4))),
    ("each_different", False, Record(tried=[*failed_in_many_ways(3), tried(0, "WAY 1")])),
    ("cost_flat", True, Record(costs=[cost(14, sleep=1), cost(0, sleep=1)])),
    ("cost_flat", False, Record(costs=[cost(13, sleep=1), cost(0, sleep=1)])),
    ("cost_flat", False, Record(costs=[cost(14, sleep=1, body=2), cost(0, sleep=2, body=0)])),
    ("stop_date", False, Record(stop_on=TODAY)),
    ("stop_date", True, Record(stop_on=TODAY + timedelta(days=1))),
    ("stop_date", False, Record(stop_on=day(1))),
]


@pytest.mark.parametrize(("sign", "is_there", "record"), RECORDS)
def test_a_sign_is_there_from_its_threshold_on(sign, is_there, record):
    assert (sign in signs(record)) is is_there


ANSWERS = {**rules.RED_QUESTIONS, **rules.YELLOW_QUESTIONS, **rules.GREEN_QUESTIONS}


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_yes_is_a_sign_by_itself_in_the_words_of_the_question(answer):
    advice = advise(Record(yes=frozenset([answer])), TODAY)

    assert [sign.sentence for sign in (*advice.decided, *advice.beside)] == [ANSWERS[answer]]


def some_yes(*answers: str) -> Record:
    return Record(yes=frozenset(answers))


OUTCOMES = [
    (Outcome.CARRY_ON, Record()),
    (Outcome.CARRY_ON, some_yes("learning", "next_step")),
    (Outcome.SET_LINE, some_yes("hiding")),
    (Outcome.SET_LINE, some_yes("hiding", "learning", "next_step")),
    (Outcome.ASK_NOW, some_yes("hiding", "know_what_is_missing")),
    (Outcome.ASK_NOW, some_yes("hiding", "know_what_is_missing", "would_want_to_know")),
    *((Outcome.ASK_NOW, some_yes(answer)) for answer in rules.RED_QUESTIONS),
    *((Outcome.ASK_NOW, some_yes(answer, "learning")) for answer in rules.RED_QUESTIONS),
    (Outcome.SET_LINE, Record(tried=failed(3))),
    (Outcome.ASK_NOW, Record(tried=failed_in_many_ways(10))),
]


@pytest.mark.parametrize(("outcome", "record"), OUTCOMES)
def test_one_red_or_two_yellow_signs_say_ask_and_one_yellow_says_set_a_line(outcome, record):
    assert advise(record, TODAY).outcome == outcome


@pytest.mark.parametrize("answer", ANSWERS)
def test_only_danger_and_basic_needs_lead_to_help_now(answer):
    advice = advise(some_yes(answer, "hiding"), TODAY)

    assert rules.is_about_safety(advice) is (answer in {"safety", "basic_need"})


def test_what_decided_stands_apart_from_what_stands_beside():
    advice = advise(some_yes("deadline", "hiding", "learning"), TODAY)

    assert [sign.id for sign in advice.decided] == ["deadline"]
    assert [sign.id for sign in advice.beside] == ["hiding", "learning"]


def test_what_speaks_for_carrying_on_decides_nothing():
    advice = advise(some_yes("learning", "next_step"), TODAY)

    assert not advice.decided
    assert [sign.id for sign in advice.beside] == ["learning", "next_step"]


LOOK_ON = [
    (7, Record()),
    (7, some_yes("learning")),
    (14, some_yes("learning", "next_step")),
    (3, Record(stop_on=TODAY + timedelta(days=3))),
    (7, Record(stop_on=TODAY + timedelta(days=9))),
    (7, Record(stop_on=TODAY - timedelta(days=3))),
]


@pytest.mark.parametrize(("days", "record"), LOOK_ON)
def test_one_looks_again_after_a_week_or_two_or_on_ones_own_date(days, record):
    assert advise(record, TODAY).look_on == TODAY + timedelta(days=days)


BECAUSE = [
    ("same_way", ["a list", "28 March", "30 March"], Record(tried=failed(3))),
    ("cost_rises", ["Sleep", "none", "a lot"], Record(costs=[cost(20, sleep=0), cost(0, sleep=2)])),
    ("weight_rises", ["3 on 17 March", "6 on 31"], Record(weights=[weighed(14, 3), weighed(0, 6)])),
    ("pulling_back", ["3", "8", "6", "2"], Record(weights=[weighed(9, 3, 8), weighed(0, 6, 2)])),
    ("about_me", ["I would be a burden"], Record(barriers=["burden"])),
]


@pytest.mark.parametrize(("sign", "parts", "record"), BECAUSE)
def test_the_explanation_shows_the_persons_own_words_numbers_and_days(sign, parts, record):
    found = {one.id: one.because for one in advise(record, TODAY).decided}

    assert all(part in found[sign] for part in parts), found[sign]


def test_reasons_about_oneself_are_told_in_the_words_that_were_picked():
    assert {kind: BARRIERS[kind].words for kind in rules.ABOUT_ME} == rules.ABOUT_ME


CHANGES = [
    (Record(), ["One yellow sign would make it: set a line. Two, or a red one: ask now."]),
    (
        some_yes("hiding"),
        [
            "Without “I have been hiding it” it would be: carry on.",
            "One more sign against it would make it: ask now.",
        ],
    ),
    (
        some_yes("hiding", "know_what_is_missing"),
        [
            "Without “I have been hiding it” it would be: set a line.",
            "Without “I can say exactly what is missing” it would be: set a line.",
            "With none of them it would be: carry on.",
        ],
    ),
    (
        some_yes("hiding", "know_what_is_missing", "would_want_to_know"),
        [
            "No single one of these changes it. Each of them has others beside it.",
            "With none of them it would be: carry on.",
        ],
    ),
    (
        some_yes("someone_pays", "hiding"),
        ["Without “Someone else pays for my waiting” it would be: set a line."],
    ),
    (
        some_yes("safety", "deadline", "hiding"),
        ["As long as this is so, it is: ask now. Nothing else changes that."],
    ),
]


@pytest.mark.parametrize(("record", "sentences"), CHANGES)
def test_it_says_what_would_change_it(record, sentences):
    assert rules.what_would_change(advise(record, TODAY)) == sentences


def test_advice_is_the_same_from_signs_that_were_kept():
    advice = advise(some_yes("hiding", "learning"), TODAY)

    kept = [Sign(one.id, one.colour, one.sentence) for one in (*advice.decided, *advice.beside)]
    again = rules.decide(kept, date(2027, 4, 7))

    assert (again.outcome, len(again.decided), len(again.beside)) == (Outcome.SET_LINE, 1, 1)


def test_colours_read_from_the_store_decide_as_before():
    kept = [Sign("hiding", Colour("yellow"), "I have been hiding it.")]

    assert rules.decide(kept, TODAY) == Advice(Outcome.SET_LINE, tuple(kept), (), TODAY)
