"""Who may take a piece, whom it belongs to, when people are told: the rules as tables."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halved.asks.rules import AskState, InvitationState
from halved.pieces import rules
from halved.pieces.rules import EVERY, SETTLE, State
from tests.asks.play import is_quiet, most_in_a_week

NOON = datetime(2027, 3, 10, 12, tzinfo=UTC)  # a Wednesday
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
SATURDAY = datetime(2027, 3, 13, 18, tzinfo=UTC)
ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Tokyo"]
MOMENTS = st.datetimes(datetime(2027, 3, 1), datetime(2027, 11, 30), timezones=st.just(UTC))  # noqa: DTZ001


@dataclass
class Piece:
    starts_at: datetime = SATURDAY
    ends_at: datetime = SATURDAY + 2 * HOUR
    places: int = 2
    closed_at: datetime | None = None
    cancelled_at: datetime | None = None


@dataclass
class Claim:
    taken_at: datetime = NOON
    offered_at: datetime | None = None
    changed_at: datetime | None = None
    reminded_at: datetime | None = None
    untold: bool = False


@dataclass
class Helper:
    state: str = InvitationState.ANSWERED
    said_no_at: datetime | None = None


# --- whose it is ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("piece", "taken", "ask", "paused", "now", "expected"),
    [
        (Piece(), 0, AskState.OPEN, False, NOON, State.OPEN),
        (Piece(), 1, AskState.ANSWERED, False, NOON, State.OPEN),
        (Piece(), 1, AskState.EXHAUSTED, False, NOON, State.OPEN),
        (Piece(), 0, AskState.OPEN, False, SATURDAY - MINUTE, State.OPEN),
        (Piece(), 0, AskState.OPEN, False, SATURDAY, State.BEGUN),
        (Piece(), 2, AskState.OPEN, False, NOON, State.FULL),
        (Piece(closed_at=NOON), 1, AskState.OPEN, False, NOON, State.ENOUGH),
        (Piece(closed_at=NOON), 2, AskState.OPEN, True, NOON, State.FULL),
        (Piece(), 0, AskState.OPEN, True, NOON, State.PAUSED),
        (Piece(closed_at=NOON), 0, AskState.OPEN, True, NOON, State.ENOUGH),
        (Piece(cancelled_at=NOON), 2, AskState.OPEN, False, NOON, State.OFF),
        (Piece(), 0, AskState.CLOSED, False, NOON, State.OFF),
        (Piece(), 0, AskState.CLOSED, False, SATURDAY, State.OFF),
    ],
)
def test_what_a_piece_is_to_somebody_who_could_take_it(piece, taken, ask, paused, now, expected):
    assert rules.state(piece, taken, ask, paused, now) == expected


@pytest.mark.parametrize(
    ("state", "said_no_at", "expected"),
    [
        (InvitationState.ANSWERED, None, True),
        (InvitationState.ANSWERED, NOON - MINUTE, True),
        (InvitationState.ANSWERED, NOON + MINUTE, False),
        (InvitationState.WITHDRAWN, None, False),
    ],
)
def test_a_place_is_theirs_until_they_say_no_or_are_taken_out(state, said_no_at, expected):
    assert rules.holds(Claim(taken_at=NOON), Helper(state, said_no_at)) is expected


@pytest.mark.parametrize(
    ("places", "taken", "expected"),
    [(1, [], 0), (1, [0], None), (3, [0, 2], 1), (3, [0, 1, 2], None), (2, [1], 0), (2, [5], 0)],
)
def test_the_first_place_that_is_nobodys(places, taken, expected):
    assert rules.free_place(places, taken) == expected


@given(st.integers(1, rules.MOST_PLACES), st.sets(st.integers(0, rules.MOST_PLACES)))
def test_a_free_place_is_one_of_the_piece_and_nobodys(places, taken):
    place = rules.free_place(places, taken)

    assert (place is None) == (len(taken) >= places)
    assert place is None or (place in range(places) and place not in taken)


# --- telling a helper -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("UTC", "2027-03-12T10:00:00+00:00"),
        ("Europe/Berlin", "2027-03-12T09:00:00+00:00"),
        ("Asia/Tokyo", "2027-03-13T01:00:00+00:00"),
        ("America/New_York", "2027-03-12T15:00:00+00:00"),
    ],
)
def test_the_day_before_is_that_of_the_helper(zone, expected):
    assert rules.remind_at(SATURDAY, zone).isoformat() == expected


@settings(max_examples=100)
@given(MOMENTS, st.sampled_from(ZONES))
def test_a_reminder_is_for_the_day_before_at_ten_whatever_the_clocks_do(starts_at, zone):
    at = rules.remind_at(starts_at, zone).astimezone(ZoneInfo(zone))

    assert (at.hour, at.minute) == (10, 0)
    assert at.date() + DAY == starts_at.astimezone(ZoneInfo(zone)).date()


FRIDAY_AT_TEN = datetime(2027, 3, 12, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("piece", "claim", "ask", "now", "expected"),
    [
        (Piece(), Claim(), AskState.OPEN, NOON, FRIDAY_AT_TEN),
        (Piece(), Claim(), AskState.OPEN, FRIDAY_AT_TEN + 5 * HOUR, FRIDAY_AT_TEN),
        (Piece(), Claim(reminded_at=FRIDAY_AT_TEN), AskState.OPEN, FRIDAY_AT_TEN, None),
        (Piece(), Claim(taken_at=FRIDAY_AT_TEN - 10 * HOUR), AskState.OPEN, NOON, None),
        (Piece(), Claim(taken_at=FRIDAY_AT_TEN - 11 * HOUR), AskState.OPEN, NOON, FRIDAY_AT_TEN),
        (Piece(), Claim(), AskState.OPEN, SATURDAY, None),
        (Piece(), Claim(changed_at=NOON, untold=True), AskState.OPEN, NOON, NOON + SETTLE),
        (Piece(), Claim(changed_at=NOON), AskState.OPEN, NOON, FRIDAY_AT_TEN),
        (Piece(cancelled_at=NOON), Claim(reminded_at=NOON), AskState.OPEN, NOON, NOON),
        (Piece(cancelled_at=NOON), Claim(), AskState.OPEN, SATURDAY, None),
        (Piece(), Claim(reminded_at=NOON), AskState.CLOSED, NOON + HOUR, NOON + HOUR),
    ],
)
def test_when_a_helper_is_written_to(piece, claim, ask, now, expected):
    assert rules.write_at(piece, claim, ask, "UTC", now) == expected


@pytest.mark.parametrize(
    ("due", "now", "written", "expected"),
    [
        (NOON, NOON, [], NOON),
        (NOON - DAY, NOON, [], NOON),
        (NOON + HOUR, NOON, [], NOON + HOUR),
        (NOON + 10 * HOUR, NOON, [], NOON + 20 * HOUR),
        (NOON, NOON, [NOON - 6 * DAY, NOON - DAY, NOON], NOON + DAY),
        (NOON, NOON, [NOON - DAY, NOON, NOON], None),
        (SATURDAY, NOON, [], None),
    ],
)
def test_when_a_message_that_is_due_may_go_out(due, now, written, expected):
    assert rules.may_write_at(due, SATURDAY, written, "UTC", now) == expected


@settings(max_examples=200)
@given(MOMENTS, MOMENTS, MOMENTS, st.lists(MOMENTS, max_size=6), st.sampled_from(ZONES))
def test_no_message_is_allowed_at_night_too_late_or_as_a_fourth(due, last, now, written, zone):
    written = [at for at in written if now - 7 * DAY < at <= now]

    at = rules.may_write_at(due, last, written, zone, now)

    assert at is None or (at >= max(due, now) and at < last and not is_quiet(at, zone))
    assert at is None or most_in_a_week([*written[-3:], at]) <= max(3, most_in_a_week(written[-3:]))


# --- telling the member -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("open_from", "told_at", "now", "expected"),
    [
        ([], None, NOON, None),
        ([SATURDAY], None, NOON, SATURDAY - 2 * DAY),
        ([SATURDAY, SATURDAY + DAY], None, NOON, SATURDAY - 2 * DAY),
        ([SATURDAY], None, SATURDAY - DAY, SATURDAY - DAY),
        ([SATURDAY], SATURDAY - 2 * DAY, SATURDAY - 2 * DAY, SATURDAY - DAY),
        ([SATURDAY], SATURDAY - DAY, SATURDAY - DAY, None),
        ([SATURDAY], None, SATURDAY - 20 * HOUR, SATURDAY - 10 * HOUR),
        ([SATURDAY - 11 * HOUR], None, SATURDAY - 20 * HOUR, None),
    ],
)
def test_when_the_member_is_told_of_what_is_open(open_from, told_at, now, expected):
    assert rules.tell_of_open_at(open_from, told_at, "UTC", now) == expected


@settings(max_examples=200)
@given(st.lists(MOMENTS, max_size=5), st.none() | MOMENTS, MOMENTS, st.sampled_from(ZONES))
def test_the_member_is_told_once_a_day_by_day_and_before_it_begins(open_from, told_at, now, zone):
    at = rules.tell_of_open_at(open_from, told_at, zone, now)

    if at is not None:
        assert at >= now and not is_quiet(at, zone)
        assert told_at is None or at >= told_at + EVERY
        assert any(starts_at - 2 * DAY <= at < starts_at for starts_at in open_from)
