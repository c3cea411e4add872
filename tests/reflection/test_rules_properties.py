"""What holds for every record, however it looks.

A record is *worse* than another when exactly one of these was done to it (WORSE):
a red or yellow question answered with yes as well; a failed attempt added, on any day; what an
attempt moved taken down a step; the latest weight raised; the wish to ask of the latest day that
has one lowered; the latest level of a cost raised; a reason about oneself picked as well; a green
answer or the date to stop taken away.

Leaving out is tried with all that a red or yellow sign rests on, and with whole parts. An entry
that shows an improvement, or what the latest one is compared with, is not among them: without it
the rule knows less that speaks for the person, and may well say more.
"""

import random
from dataclasses import replace
from datetime import timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from halved.reflection import rules
from halved.reflection.rules import Colour, Cost, Moved, Outcome, Record, Tried, Weighed, advise
from tests.reflection.records import TODAY, day

days = st.integers(0, 40).map(day)
weights = st.integers(0, 10)
levels = st.integers(0, len(rules.LEVELS) - 1)
attempts = st.builds(Tried, days, st.sampled_from(["a list", "A  list", "early", "aside"]),
                     st.sampled_from(Moved))  # fmt: skip
check_ins = st.builds(Weighed, days, weights, st.none() | weights)
costs = st.builds(Cost, days, st.dictionaries(st.sampled_from(list(rules.AREAS)), levels))
bad = [*rules.RED_QUESTIONS, *rules.YELLOW_QUESTIONS]
good = list(rules.GREEN_QUESTIONS)
records = st.builds(
    Record,
    tried=st.lists(attempts, max_size=14),
    weights=st.lists(check_ins, max_size=6),
    costs=st.lists(costs, max_size=4),
    barriers=st.lists(st.sampled_from([*rules.ABOUT_ME, "nobody", "own"]), max_size=2),
    yes=st.frozensets(st.sampled_from([*bad, *good]), max_size=2),
    stop_on=st.none() | st.integers(-9, 30).map(lambda ahead: day(-ahead)),
)
quick = settings(max_examples=100, deadline=None)


# --- worse --------------------------------------------------------------------------------------


def one_more_yes(record: Record, chance: random.Random) -> Record:
    return replace(record, yes=record.yes | {chance.choice(bad)})


def one_more_failure(record: Record, chance: random.Random) -> Record:
    row = Tried(day(chance.randint(0, 40)), chance.choice(["a list", "new"]), Moved.NO)
    return replace(record, tried=[*record.tried, row])


def moved_less(record: Record, chance: random.Random) -> Record:
    rows = list(record.tried)
    steps = list(Moved)
    if rows:
        place = chance.randrange(len(rows))
        step = min(steps.index(rows[place].moved) + 1, len(steps) - 1)
        rows[place] = replace(rows[place], moved=steps[step])
    return replace(record, tried=rows)


def heavier(record: Record, chance: random.Random) -> Record:
    end = max((row.on for row in record.weights), default=None)
    rows = [
        replace(row, weight=chance.randint(row.weight, 10)) if row.on == end else row
        for row in record.weights
    ]
    return replace(record, weights=rows)


def less_wish(record: Record, chance: random.Random) -> Record:
    end = max((row.on for row in record.weights if row.wish is not None), default=None)
    rows = [
        replace(row, wish=chance.randint(0, row.wish)) if row.wish and row.on == end else row
        for row in record.weights
    ]
    return replace(record, weights=rows)


def dearer(record: Record, chance: random.Random) -> Record:
    area = chance.choice(list(rules.AREAS))
    end = max((row.on for row in record.costs if area in row.levels), default=None)
    rows = [
        replace(row, levels=row.levels | {area: chance.randint(row.levels[area], 2)})
        if row.on == end and area in row.levels
        else row
        for row in record.costs
    ]
    return replace(record, costs=rows)


def one_more_reason(record: Record, chance: random.Random) -> Record:
    return replace(record, barriers=[*record.barriers, chance.choice(list(rules.ABOUT_ME))])


def less_for_carrying_on(record: Record, chance: random.Random) -> Record:
    if chance.random() < 0.5:
        return replace(record, stop_on=None)
    return replace(record, yes=record.yes - set(good))


WORSE = [one_more_yes, one_more_failure, moved_less, heavier, less_wish, dearer, one_more_reason]
WORSE += [less_for_carrying_on]


@given(records, st.sampled_from(WORSE), st.randoms(use_true_random=False))
@settings(max_examples=500, deadline=None)
def test_a_worse_record_never_gets_a_milder_outcome(record, worse, chance):
    before = advise(record, TODAY).outcome

    after = advise(worse(record, chance), TODAY).outcome

    assert after >= before


@given(records, st.randoms(use_true_random=False))
@quick
def test_the_order_of_entries_does_not_matter(record, chance):
    mixed = {
        name: chance.sample(list(getattr(record, name)), len(getattr(record, name)))
        for name in ("tried", "weights", "costs", "barriers")
    }

    assert advise(replace(record, **mixed), TODAY) == advise(record, TODAY)


# --- left out -----------------------------------------------------------------------------------


def without(record: Record, sign: rules.Sign) -> Record:
    """The record without all that this sign rests on."""
    if sign.id in record.yes:
        return replace(record, yes=record.yes - {sign.id})
    if sign.id in ("standstill", "same_way"):
        return replace(record, tried=[row for row in record.tried if row.moved != Moved.NO])
    if sign.id == "cost_rises":
        return replace(record, costs=[])
    if sign.id == "weight_rises":
        return replace(record, weights=[])
    if sign.id == "pulling_back":
        return replace(record, weights=[replace(row, wish=None) for row in record.weights])
    return replace(record, barriers=[one for one in record.barriers if one not in rules.ABOUT_ME])


@given(records, st.data())
@quick
def test_a_sign_that_is_left_out_never_makes_it_stricter(record, data):
    advice = advise(record, TODAY)
    against = [sign for sign in (*advice.decided, *advice.beside) if sign.colour != Colour.GREEN]
    assume(against)

    after = advise(without(record, data.draw(st.sampled_from(against))), TODAY)

    assert after.outcome <= advice.outcome


PARTS = {"tried": (), "weights": (), "costs": (), "barriers": (), "yes": frozenset()}


@given(records, st.sampled_from(list(PARTS)))
@quick
def test_a_part_that_is_left_out_never_makes_it_stricter(record, part):
    after = advise(replace(record, **{part: PARTS[part]}), TODAY)

    assert after.outcome <= advise(record, TODAY).outcome


@given(records, st.data())
@quick
def test_a_failure_that_is_left_out_never_makes_it_stricter(record, data):
    failures = [row for row in record.tried if row.moved == Moved.NO]
    assume(failures)
    gone = data.draw(st.sampled_from(failures))

    after = advise(replace(record, tried=[row for row in record.tried if row is not gone]), TODAY)

    assert after.outcome <= advise(record, TODAY).outcome


@given(records, st.sampled_from(list(rules.AREAS)))
@quick
def test_an_area_one_never_notes_never_counts(record, area):
    rows = [
        replace(row, levels={name: level for name, level in row.levels.items() if name != area})
        for row in record.costs
    ]

    after = advise(replace(record, costs=rows), TODAY)

    assert after.outcome <= advise(record, TODAY).outcome


# --- the explanation ----------------------------------------------------------------------------


@given(records)
@quick
def test_without_what_decided_it_is_milder_or_something_else_decides(record):
    """Two yellow signs that stood beside a red one still say ask; nothing else may."""
    advice = advise(record, TODAY)
    assume(advice.decided)
    yellows = [sign.id for sign in advice.beside if sign.colour == Colour.YELLOW]

    for sign in advice.decided:
        record = without(record, sign)
    after = advise(record, TODAY)

    assert {sign.id for sign in after.decided} <= set(yellows)
    assert after.outcome < advice.outcome or len(yellows) >= rules.YELLOWS_TO_ASK


@given(records, st.data())
@quick
def test_without_what_it_rests_on_a_sign_no_longer_decides(record, data):
    advice = advise(record, TODAY)
    assume(advice.decided)
    sign = data.draw(st.sampled_from(advice.decided))

    after = advise(without(record, sign), TODAY)

    assert sign.id not in {one.id for one in after.decided}


@given(records, st.frozensets(st.sampled_from([*rules.YELLOW_QUESTIONS, *good])))
@quick
def test_what_does_not_decide_is_not_named_as_deciding(record, more):
    advice = advise(record, TODAY)
    if not any(sign.colour == Colour.RED for sign in advice.decided):
        more &= set(good)

    after = advise(replace(record, yes=record.yes | more, stop_on=day(-5)), TODAY)

    assert after.decided == advice.decided
    assert after.outcome == advice.outcome


@given(records)
@quick
def test_what_would_change_it_is_true(record):
    advice = advise(record, TODAY)
    names = {words: outcome for outcome, words in rules.SAID.items()}
    signs = [*advice.decided, *advice.beside]

    for sentence in rules.what_would_change(advice):
        for sign in advice.decided:
            if f"“{sign.sentence.rstrip('.')}”" in sentence:
                rest = [other for other in signs if other != sign]
                told = names[sentence.rsplit(": ", 1)[1].rstrip(".")]
                assert rules.decide(rest, TODAY).outcome == told != advice.outcome


@given(records)
@quick
def test_it_always_says_something_of_what_would_change_it(record):
    assert rules.what_would_change(advise(record, TODAY))


# --- never read as coping -----------------------------------------------------------------------


@given(records, check_ins, st.integers(1, 60), st.data())
@quick
def test_more_distress_and_less_wish_to_ask_is_never_read_as_coping(record, first, later, data):
    """Whatever else was noted before, and however much speaks for carrying on."""
    assume(first.weight < 10 and first.wish)
    last = Weighed(
        max([first.on, *(row.on for row in record.weights)]) + timedelta(days=later),
        data.draw(st.integers(first.weight + 1, 10)),
        data.draw(st.integers(0, first.wish - 1)),
    )
    rows = [*record.weights, first, last]

    advice = advise(replace(record, weights=rows, yes=record.yes | set(good)), last.on)

    assert advice.outcome != Outcome.CARRY_ON
    assert "pulling_back" in {sign.id for sign in (*advice.decided, *advice.beside)}
