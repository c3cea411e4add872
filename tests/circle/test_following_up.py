"""When to follow up with a practice, who is next on the list, and how it is said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halved.circle.following_up import (
    Outcome,
    Stage,
    Try,
    Way,
    goes_on,
    names,
    next_one,
    propose,
    stage,
    told,
    when,
)

MON, TUE, WED, THU, FRI, SAT, SUN = (date(2027, 3, day) for day in range(8, 15))
DAY, WEEK = timedelta(days=1), timedelta(days=7)
BEFORE = date(2027, 1, 1)


@dataclass(frozen=True)
class Practice:
    name: str = "Dr Weber"
    last: Try | None = None
    follow_up_day: date | None = None


def tried(on: date, way: Way = Way.MAIL, outcome: Outcome = Outcome.SILENCE, **more: object) -> Try:
    return replace(Try("1", on, way, outcome), **more)  # type: ignore[arg-type]


def practice(outcome: Outcome = Outcome.SILENCE, follow_up: date | None = None) -> Practice:
    return Practice(last=tried(MON, outcome=outcome), follow_up_day=follow_up)


# --- when ---------------------------------------------------------------------------------------

CALL, MAIL, FORM = Way
SILENCE, MESSAGE, WAITING, TALK, NO = Outcome
PROPOSED = {
    "a week after a mail": (tried(TUE), TUE + WEEK),
    "a week after a form": (tried(TUE, FORM), TUE + WEEK),
    "the Monday after, for a mail of a Saturday": (tried(SAT), MON + 2 * WEEK),
    "three working days after a call": (tried(MON, CALL), THU),
    "weekends do not count": (tried(WED, CALL), MON + WEEK),
    "a call on a Saturday": (tried(SAT, CALL), WED + WEEK),
    "a message left": (tried(TUE, CALL, MESSAGE), FRI),
    "a message left by mail": (tried(TUE, MAIL, MESSAGE), FRI),
    "four weeks on a waiting list": (tried(MON, CALL, WAITING), MON + 4 * WEEK),
    "from the last call": (tried(MON, CALL, WAITING, since=BEFORE), MON + 4 * WEEK),
    "from the day one is on it": (tried(MON, CALL, WAITING, since=WED), WED + 4 * WEEK),
    "the day they named": (tried(MON, CALL, WAITING, since=MON, until=FRI), FRI),
    "the Monday after the day they named": (tried(MON, CALL, WAITING, until=SUN), MON + WEEK),
    "a named day that is over": (tried(MON, CALL, WAITING, until=BEFORE), MON + 4 * WEEK),
    "a first talk needs none": (tried(MON, MAIL, TALK, talk_on=FRI), None),
    "a no needs none": (tried(MON, MAIL, NO), None),
}


@pytest.mark.parametrize(("last", "day"), PROPOSED.values(), ids=PROPOSED)
def test_the_day_that_is_proposed(last, day):
    assert propose(last, last.on) == day


def test_what_is_noted_late_is_followed_up_today_or_on_the_next_working_day():
    long_ago = tried(BEFORE)

    assert propose(long_ago, WED) == WED
    assert propose(long_ago, SAT) == MON + WEEK


@settings(max_examples=60)
@given(
    st.builds(
        tried,
        st.dates(BEFORE, SUN),
        st.sampled_from(Way),
        st.sampled_from([SILENCE, MESSAGE, WAITING]),
        until=st.none() | st.dates(BEFORE, SUN + 50 * WEEK),
    ),
    st.dates(MON, SUN + WEEK),
)
def test_a_practice_is_open_on_the_day_and_the_day_is_not_over(last, today):
    day = propose(last, today)

    assert day is not None
    assert day >= today
    assert day.weekday() < 5


# --- how it stands ------------------------------------------------------------------------------

STAGES = {
    "nobody was contacted": (Practice(), Stage.UNTRIED),
    "an answer may come": (practice(SILENCE, FRI), Stage.OPEN),
    "the day has come": (practice(MESSAGE, WED), Stage.DUE),
    "the day is over": (practice(MESSAGE, MON), Stage.DUE),
    "no day is wanted": (practice(SILENCE), Stage.SILENT),
    "on a list": (practice(WAITING, FRI), Stage.WAITING),
    "on a list, and the day has come": (practice(WAITING, TUE), Stage.DUE),
    "a talk": (practice(TALK), Stage.TALK),
    "a talk, with a day of one's own": (practice(TALK, WED), Stage.DUE),
    "a no": (practice(NO), Stage.NO),
}


@pytest.mark.parametrize(("row", "at"), STAGES.values(), ids=STAGES)
def test_how_it_stands_on_a_wednesday(row, at):
    assert stage(row, WED) == at


@pytest.mark.parametrize(
    ("row", "on"),
    [
        (practice(NO), True),
        (practice(SILENCE, WED), True),
        (practice(MESSAGE), True),
        (practice(SILENCE, THU), False),
        (practice(WAITING, WED), False),
        (practice(TALK), False),
        (Practice(), False),
    ],
)
def test_a_no_and_a_silence_that_lasts_lead_to_the_next_one(row, on):
    assert goes_on(row, WED) is on


def test_next_is_the_first_who_was_not_tried():
    tried_before, second, third = practice(), Practice("Dr Lang"), Practice("Town hall")

    assert next_one([tried_before, second, third]) is second
    assert next_one([tried_before]) is None


# --- in words -----------------------------------------------------------------------------------

SAID = {
    "Not contacted yet.": None,
    "You wrote an e-mail on 8 March. No answer yet.": tried(MON),
    "You called on 8 March. You left a message.": tried(MON, CALL, MESSAGE),
    "You filled in their form on 30 December 2026. They can’t, or they are full.": tried(
        date(2026, 12, 30), FORM, NO
    ),
    "You called on 8 March. A first talk is agreed.": tried(MON, CALL, TALK),
    "You called on 8 March. A first talk is set for Friday 12 March.": tried(
        MON, CALL, TALK, talk_on=FRI
    ),
    "You called on 8 March. A first talk was set for Tuesday 9 March.": tried(
        MON, CALL, TALK, talk_on=TUE
    ),
    "You called on 8 March. You are on their waiting list.": tried(MON, CALL, WAITING),
    "You called on 8 March. You are on their waiting list since 9 March, until about 1 May 2028."
    " Your place on it: about 12.": tried(
        MON, CALL, WAITING, since=TUE, until=date(2028, 5, 1), place="about 12"
    ),
}


@pytest.mark.parametrize(("last", "sentence"), [(last, said) for said, last in SAID.items()])
def test_what_was_done_and_what_came_of_it_is_told(last, sentence):
    assert told(last, WED) == sentence


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (practice(SILENCE, FRI), "Follow up on Friday 12 March."),
        (practice(SILENCE, WED), "The day to follow up has come."),
        (practice(NO), ""),
        (Practice(), ""),
    ],
)
def test_the_day_to_follow_up_is_told(row, sentence):
    assert when(row, WED) == sentence


@pytest.mark.parametrize(
    ("count", "said"), [(1, "A"), (2, "A and B"), (3, "A, B and C"), (5, "A, B, C and others")]
)
def test_a_few_are_named_and_many_are_not(count, said):
    assert names([Practice(name) for name in "ABCDE"[:count]]) == said


@given(
    st.builds(
        Try,
        id=st.uuids().map(str),
        on=st.dates(),
        way=st.sampled_from(Way),
        outcome=st.sampled_from(Outcome),
        talk_on=st.none() | st.dates(),
        since=st.none() | st.dates(),
        until=st.none() | st.dates(),
        place=st.text(max_size=5),
    )
)
@settings(max_examples=60)
def test_a_try_is_the_same_after_it_was_kept(one):
    assert Try.from_kept(one.as_kept()) == one
