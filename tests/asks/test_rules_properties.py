"""Whatever people do, and in whatever order: what an ask must never do, and always does."""

from copy import deepcopy
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from halved.asks import rules
from halved.asks.rules import Answer, AskState, InvitationState, MoveKind, Order, Pace, Way
from tests.asks.play import Play, is_quiet, is_waited_for, most_in_a_week
from tests.asks.rows import NOON, AskRow, Person

ZONES = ["UTC", "America/Los_Angeles", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia"]
MINUTE = timedelta(minutes=1)
spans = st.integers(0, 20 * 24 * 60).map(lambda minutes: minutes * MINUTE)
earlier = st.lists(spans.map(lambda span: NOON - span), max_size=3).map(sorted)


@st.composite
def lists_of_people(draw: st.DrawFn, least: int = 1) -> list[Person]:
    """Up to four people, in their order. Some were written to in another ask, lately."""
    return [
        Person(
            place,
            draw(st.sampled_from(Way)),
            timezone=draw(st.sampled_from(ZONES)),
            written_at=draw(earlier),
        )
        for place in range(draw(st.integers(least, 4)))
    ]


class AnAsk(RuleBasedStateMachine):
    """Nia asks, people answer or do not, time passes."""

    @initialize(
        people=lists_of_people(),
        order=st.sampled_from(Order),
        pace=st.sampled_from(Pace),
        after=spans,
    )
    def begin(self, people: list[Person], order: Order, pace: Pace, after: timedelta) -> None:
        self.play = Play(AskRow(AskState.DRAFT, order, pace), people, NOON + after)
        self.play.open()

    def someone(self, place: int) -> Person:
        return self.play.people[place % len(self.play.people)]

    @rule(span=spans)
    def some_time_passes(self, span: timedelta) -> None:
        self.play.wait(self.play.now + span)

    @rule()
    @precondition(lambda self: self.play.next_timer())
    def time_passes_until_something_is_due(self) -> None:
        due = self.play.next_timer()
        assert due
        self.play.wait(max(due, self.play.now))

    @rule(span=spans)
    def no_worker_runs_for_a_while(self, span: timedelta) -> None:
        self.play.now += span
        self.play.settle()

    @rule(place=st.integers(0, 3), code=st.sampled_from(Answer))
    def someone_answers(self, place: int, code: Answer) -> None:
        self.play.answer(self.someone(place), code)

    @rule(place=st.integers(0, 3), code=st.sampled_from(Answer))
    def the_member_notes_an_answer(self, place: int, code: Answer) -> None:
        self.play.note(self.someone(place), code)

    @rule(place=st.integers(0, 3))
    def the_member_has_asked(self, place: int) -> None:
        self.play.mark_asked(self.someone(place))

    @rule()
    def the_member_calls_the_next(self) -> None:
        self.play.ask_next()

    @rule(place=st.integers(0, 3))
    def the_member_takes_someone_back(self, place: int) -> None:
        self.play.withdraw(self.someone(place))

    @rule(place=st.integers(0, 3))
    def an_email_is_given_up(self, place: int) -> None:
        self.play.undelivered(self.someone(place))

    @rule(sure=st.integers(0, 3))
    def the_member_closes_it(self, sure: int) -> None:
        assume(sure == 0)  # seldom, or most asks would end early
        self.play.close()

    # --- what is always so --------------------------------------------------------------------

    @invariant()
    def what_was_written_before_counts_only_where_it_may_be_asked_for(self) -> None:
        ask, people, now = self.play.ask, self.play.people, self.play.now
        for row in people:
            if not rules.may_be_written_to(ask, people, row):
                other = replace(row, written_at=[now])
                others = [other if each is row else each for each in people]
                assert rules.due_at(ask, others, other, now) == rules.due_at(ask, people, row, now)

    @invariant()
    def nobody_is_reminded_twice(self) -> None:
        assert max(self.play.reminders.values(), default=0) <= 1

    @invariant()
    def nobody_gets_a_message_at_night(self) -> None:
        for row in self.play.people:
            ours = [at for at in row.written_at if at > NOON]
            assert not [at for at in ours if is_quiet(at, row.timezone)]

    @invariant()
    def nobody_gets_a_fourth_message_in_a_week(self) -> None:
        for row in self.play.people:
            assert most_in_a_week(row.written_at) <= 3

    @invariant()
    def nothing_is_left_to_do_at_the_same_moment(self) -> None:
        assert rules.decide(self.play.ask, self.play.people, self.play.now) == []

    @invariant()
    def an_open_ask_never_stands_still(self) -> None:
        play = self.play
        if play.ask.state != AskState.OPEN:
            return
        assert any(is_at_work(play, row) for row in play.people)
        assert all(is_at_work(play, row) for row in play.people if is_waited_for(row))

    @invariant()
    def an_ask_that_is_not_open_waits_for_nobody_new(self) -> None:
        play = self.play
        if play.ask.state != AskState.OPEN:
            assert not rules.whose_turn(play.ask, play.people)

    @invariant()
    def the_order_of_rows_does_not_matter(self) -> None:
        play, later = self.play, self.play.now + timedelta(days=30)
        turned = list(reversed(play.people))
        assert rules.decide(play.ask, turned, later) == rules.decide(play.ask, play.people, later)
        assert rules.ask_state(play.ask, turned) == rules.ask_state(play.ask, play.people)

    @invariant()
    def no_address_is_kept_without_a_message_to_come(self) -> None:
        for row in self.play.people:
            if rules.needs_route(self.play.ask, self.play.people, row, self.play.now):
                assert could_still_be_written_to(self.play, row)

    @invariant()
    def no_timer_lies_in_the_past(self) -> None:
        due = self.play.next_timer()
        assert due is None or due > self.play.now


def is_at_work(play: Play, row: Person) -> bool:
    """Whether this row moves by itself one day, or waits for the member."""
    if row.state == InvitationState.PLANNED and row.turn_at and row.way != Way.EMAIL:
        return True
    due = rules.due_at(play.ask, play.people, row, play.now)
    return due is not None and due[0] in (MoveKind.ASK, MoveKind.REMIND, MoveKind.PASS_ON)


def could_still_be_written_to(play: Play, row: Person) -> bool:
    """Whether a future is possible in which Halved writes: every yes is taken back, the others
    are out of the way, and the member calls this person."""
    future = deepcopy(play)
    before = len(row.written_at)
    for other in future.people:
        if other.answer and other.position != row.position and other.answer != Answer.NO:
            other.answered_at = other.answered_at and max(other.answered_at, future.now)
            future.note(other, Answer.NO)
            other.answer = Answer.NO
        elif other.position != row.position:
            future.withdraw(other)
    same = future.people[row.position]
    same.written_at = same.written_at[-1:]
    future.settle()
    future.wait(future.now + timedelta(days=8))
    return len(same.written_at) > min(before, 1)


TestAnAsk = AnAsk.TestCase
TestAnAsk.settings = settings(
    max_examples=200,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@given(people=lists_of_people(), order=st.sampled_from(Order), pace=st.sampled_from(Pace))
@settings(max_examples=100, deadline=None)
def test_if_nobody_ever_does_anything_the_ask_ends_or_waits_for_the_member(people, order, pace):
    play = Play(AskRow(AskState.DRAFT, order, pace), people, NOON)

    play.open()
    play.wait(NOON + timedelta(days=120))

    hers = any(is_waited_for(row) and row.way != Way.EMAIL for row in people)
    assert play.ask.state == (AskState.OPEN if hers else AskState.EXHAUSTED)


@given(people=lists_of_people(least=2), pace=st.sampled_from(Pace), at=spans)
@settings(max_examples=100, deadline=None)
def test_a_no_passes_on_at_the_same_moment(people, pace, at):
    play = Play(AskRow(AskState.DRAFT, Order.IN_TURN, pace), people, NOON + at)
    play.open()
    first, second, *others = people

    play.note(first, Answer.NO)

    if second.way != Way.EMAIL:
        assert second.turn_at == play.now
    elif may_be_written_to(second, play.now):
        assert second.asked_at == play.now
    else:
        assert rules.whose_turn(play.ask, people) == [second]
    assert not [row for row in others if row.turn_at or row.asked_at]


def may_be_written_to(row: Person, now: datetime) -> bool:
    lately = [at for at in row.written_at if now - timedelta(days=7) < at < now]
    return len(lately) < 3 and not is_quiet(now, row.timezone)


@given(people=lists_of_people(), order=st.sampled_from(Order), data=st.data())
@settings(max_examples=100, deadline=None)
def test_only_the_member_goes_on_after_part_or_later(people, order, data):
    play = Play(AskRow(AskState.DRAFT, order), people, NOON)
    play.open()
    helper = data.draw(st.sampled_from(people))
    play.note(helper, data.draw(st.sampled_from([Answer.PART, Answer.LATER])))
    untouched = [row for row in people if row.state == InvitationState.PLANNED and not row.turn_at]

    play.wait(play.now + timedelta(days=60))
    waiting = [row.state for row in untouched]
    play.ask_next()
    play.wait(play.now + timedelta(days=8))

    assert set(waiting) <= {InvitationState.PLANNED}
    called = [row for row in untouched if row.turn_at]
    assert called == untouched[:1]
    assert all(row.asked_at or row.way != Way.EMAIL for row in called)
