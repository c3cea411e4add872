"""When to ask how heavy it is, what an ask came to, and what many of them say: as tables."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halved.asks.rules import Answer, AskState, Pace
from halved.lookback import rules
from halved.lookback.rules import Guess, Guessed, Lies, Moment, Outcome
from halved.reflection.models import CheckIn
from tests.asks.rows import NOON, answered, asked

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SECOND = timedelta(seconds=1)
BEFORE = [Moment.BEFORE_ASKING]


@dataclass
class Ended:
    """An ask, closed at a moment or not."""

    state: str = AskState.CLOSED
    pace: str = Pace.DAYS
    closed_at: datetime | None = None


def test_each_moment_is_one_of_a_check_in():
    assert set(Moment) == set(CheckIn.Moment) - {CheckIn.Moment.TODAY}


# --- what an ask came to ----------------------------------------------------------------------

OPEN, ANSWERED, EXHAUSTED = (
    Ended(state) for state in (AskState.OPEN, AskState.ANSWERED, AskState.EXHAUSTED)
)
BEN, CLEO = asked(0, NOON), asked(1, NOON + HOUR)
NEVER_REACHED = asked(0, NOON, undelivered_at=NOON + HOUR)
OUTCOMES = {
    "a yes": (ANSWERED, [answered("yes")], Outcome.YES),
    "the best of all answers": (
        ANSWERED,
        [answered("no"), answered("later", 1), answered("part", 2)],
        Outcome.PART,
    ),
    "later": (ANSWERED, [answered("later")], Outcome.LATER),
    "a part, closed": (Ended(closed_at=NOON), [answered("part")], Outcome.PART),
    "a no while another one may answer": (OPEN, [answered("no"), CLEO], None),
    "a no and nobody left": (EXHAUSTED, [answered("no"), CLEO], Outcome.NO),
    "a no, closed": (Ended(closed_at=NOON), [answered("no")], Outcome.NO),
    "silence while they may answer": (OPEN, [BEN], None),
    "silence to the end": (EXHAUSTED, [BEN, CLEO], Outcome.SILENCE),
    "nothing reached anybody": (EXHAUSTED, [NEVER_REACHED], None),
    "closed when all the time was over": (Ended(closed_at=NOON + 3 * DAY), [BEN], Outcome.SILENCE),
    "closed before that": (Ended(closed_at=NOON + 3 * DAY - SECOND), [BEN], None),
    "closed before that for one of two": (Ended(closed_at=NOON + 3 * DAY), [BEN, CLEO], None),
    "closed before anybody was asked": (Ended(closed_at=NOON), [], None),
}


@pytest.mark.parametrize(("ask", "people", "outcome"), OUTCOMES.values(), ids=OUTCOMES)
def test_an_ask_came_to(ask, people, outcome):
    assert rules.outcome(ask, people) == outcome


ENDS = {
    "open": (OPEN, [answered("no"), CLEO], None),
    "answered": (ANSWERED, [answered("yes", at=NOON)], NOON),
    "the latest answer": (
        ANSWERED,
        [answered("no", at=NOON), answered("yes", 1, at=NOON + DAY)],
        NOON + DAY,
    ),
    "help that is still to come": (ANSWERED, [answered("later", at=NOON)], None),
    "nobody answered": (EXHAUSTED, [BEN], None),
    "closed without an answer": (Ended(closed_at=NOON + DAY), [BEN], NOON + DAY),
    "closed long after the answer": (
        Ended(closed_at=NOON + 9 * DAY),
        [answered("yes", at=NOON)],
        NOON,
    ),
}


@pytest.mark.parametrize(("ask", "people", "at"), ENDS.values(), ids=ENDS)
def test_an_ask_came_to_it_at(ask, people, at):
    assert rules.ended_at(ask, people) == at


# --- how heavy it is --------------------------------------------------------------------------

THREE_DAYS_LATER = [
    (3 * DAY - SECOND, BEFORE, False, False),
    (3 * DAY, BEFORE, False, True),
    (7 * DAY - SECOND, [Moment.AFTER_HELP], False, True),
    (7 * DAY, BEFORE, False, False),
    (4 * DAY, BEFORE, True, False),
    (4 * DAY, [], False, False),
    (-DAY, BEFORE, False, False),
]


@pytest.mark.parametrize(("since", "noted", "settled", "asks"), THREE_DAYS_LATER)
def test_three_days_later_is_asked_once_and_only_then(since, noted, settled, asks):
    assert rules.asks_three_days_later(NOON, noted, settled, NOON + since) is asks


def test_three_days_after_nothing_is_asked_of_an_ask_that_is_open():
    assert not rules.asks_three_days_later(None, BEFORE, False, NOON)


@pytest.mark.parametrize(
    ("people", "late", "moment"),
    [
        ([BEN], False, Moment.AFTER_ASKING),
        ([answered("no")], False, Moment.AFTER_ASKING),
        ([answered("later")], False, Moment.AFTER_ASKING),
        ([answered("no"), answered("part", 1)], False, Moment.AFTER_HELP),
        ([answered("yes")], False, Moment.AFTER_HELP),
        ([answered("yes")], True, Moment.THREE_DAYS_LATER),
    ],
)
def test_which_weight_is_asked_for(people, late, moment):
    assert rules.moment_to_ask(people, late) == moment


@pytest.mark.parametrize(
    ("weights", "change"),
    [
        ({}, None),
        ({"before_asking": 8}, None),
        ({"after_help": 4}, None),
        ({"before_asking": 8, "after_asking": 7}, (8, 7)),
        ({"after_asking": 7, "before_asking": 8, "three_days_later": 9, "after_help": 3}, (8, 9)),
    ],
)
def test_weights_are_compared_with_the_latest_moment(weights, change):
    noted = {Moment(moment): weight for moment, weight in weights.items()}

    assert rules.change(noted) == change


# --- many asks --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("likely", "guess"),
    [(0, Guess.NO), (4, Guess.NO), (5, Guess.MIDDLE), (6, Guess.YES), (10, Guess.YES)],
)
def test_what_a_number_guesses(likely, guess):
    assert Guessed(likely, Outcome.NO).guess == guess


@pytest.mark.parametrize("outcome", Outcome)
def test_a_part_is_help_and_later_is_not_yet(outcome):
    assert Guessed(3, outcome).came is (outcome in (Outcome.YES, Outcome.PART))


@pytest.mark.parametrize(("count", "is_drawn"), [(0, False), (9, False), (10, True), (11, True)])
def test_with_ten_there_is_enough_for_a_picture(count, is_drawn):
    assert rules.enough_for_a_picture([Guessed(3, Outcome.YES)] * count) is is_drawn


def test_nine_have_no_share():
    with pytest.raises(ValueError, match="too few"):
        rules.share([Guessed(3, Outcome.YES)] * 9)


def test_guesses_stand_noes_first_and_answers_best_first():
    rows = [Guessed(9, Outcome.NO), Guessed(2, Outcome.SILENCE), Guessed(2, Outcome.YES)]

    assert rules.by_guess(rows) == {Guess.NO: [rows[2], rows[1]], Guess.YES: [rows[0]]}


# The two shares p for which (p - came / count)² = 1.645² · p (1 - p) / count, worked out by hand.
@pytest.mark.parametrize(
    ("came", "count", "low", "high"),
    [(0, 10, 0.0, 0.213), (5, 10, 0.2693, 0.7307), (10, 10, 0.787, 1.0), (8, 12, 0.4315, 0.8405)],
)
def test_the_band_is_wilsons(came, count, low, high):
    assert rules.wilson(came, count) == pytest.approx((low, high), abs=5e-4)


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_band_holds_the_share_and_narrows(counted):
    came, count = counted

    low, high = rules.wilson(came, count)
    more = rules.wilson(came * 4, count * 4)

    assert 0 <= low <= high <= 1
    assert low - 1e-9 <= came / count <= high + 1e-9
    assert more[1] - more[0] < high - low


@pytest.mark.parametrize(
    ("likely", "came", "lies"), [(2, 9, Lies.BELOW), (5, 5, Lies.INSIDE), (9, 1, Lies.ABOVE)]
)
def test_where_the_guesses_lie(likely, came, lies):
    rows = [Guessed(likely, Outcome.YES)] * came + [Guessed(likely, Outcome.NO)] * (10 - came)

    share = rules.share(rows)

    assert (share.guessed, share.came) == (likely, came)
    assert share.guesses_lie == lies


@pytest.mark.parametrize("answer", Answer)
def test_each_answer_is_an_outcome_of_the_same_name(answer):
    assert Outcome(answer.value).name == answer.name
