"""Who is asked when, who is reminded, when the next person's turn comes: the rules as tables."""

from datetime import UTC, datetime, timedelta

import pytest

from halved.asks import rules
from halved.asks.rules import Answer, AskState, InvitationState, Move, MoveKind, Order, Pace, Way
from tests.asks.rows import NOON, AskRow, Person, answered, asked, in_state, reminded

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
OWN_VOICE = [Way.IN_PERSON, Way.CALL, Way.MESSAGE, Way.LINK]
TOGETHER = AskRow(order=Order.TOGETHER)


def planned(position: int = 0, way: str = Way.EMAIL, **about: object) -> Person:
    return Person(position, way, **about)  # type: ignore[arg-type]


# --- stops, holds -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "stops", "holds"),
    [
        ([], False, False),
        ([""], False, False),
        ([Answer.NO], False, False),
        ([Answer.NO, Answer.NO], False, False),
        ([Answer.LATER], False, True),
        ([Answer.PART], False, True),
        ([Answer.YES], True, True),
        ([Answer.NO, "", Answer.PART], False, True),
        ([Answer.NO, "", Answer.YES], True, True),
    ],
)
def test_a_yes_stops_and_any_help_holds(answers, stops, holds):
    rows = [Person(place, answer=answer) for place, answer in enumerate(answers)]

    assert rules.stops(rows) is stops
    assert rules.holds(rows) is holds


# --- whose turn -------------------------------------------------------------------------------

TURNS = {
    "the first of the list": (AskRow(), [planned(0), planned(1)], [0]),
    "the first by place, however the rows come": (AskRow(), [planned(1), planned(0)], [0]),
    "everyone at once": (TOGETHER, [planned(0), planned(1)], [0, 1]),
    "nobody while one is waited for": (AskRow(), [asked(0), planned(1)], []),
    "nobody while one is waited for after a reminder": (AskRow(), [reminded(0), planned(1)], []),
    "the next after a no": (AskRow(), [answered(Answer.NO, 0), planned(1), planned(2)], [1]),
    "the next after silence": (
        AskRow(),
        [in_state(InvitationState.PASSED_ON, 0), planned(1)],
        [1],
    ),
    "the next after one was taken back": (
        AskRow(),
        [in_state(InvitationState.WITHDRAWN, 0), planned(1)],
        [1],
    ),
    "nobody after a yes": (AskRow(), [answered(Answer.YES, 0), planned(1)], []),
    "nobody after a yes, asked at once": (TOGETHER, [answered(Answer.YES, 0), planned(1)], []),
    "nobody after a smaller yes": (AskRow(), [answered(Answer.PART, 0), planned(1)], []),
    "nobody after a later": (AskRow(), [answered(Answer.LATER, 0), planned(1)], []),
    "nobody after a smaller yes, asked at once": (
        TOGETHER,
        [answered(Answer.PART, 0), planned(1)],
        [],
    ),
    "whom the member called after a smaller yes": (
        AskRow(),
        [answered(Answer.PART, 0), planned(1), planned(2, turn_at=NOON)],
        [2],
    ),
    "whom the member called while one is waited for": (
        AskRow(),
        [asked(0), planned(1, turn_at=NOON), planned(2)],
        [1],
    ),
    "nobody whom the member called, after a yes": (
        AskRow(),
        [answered(Answer.YES, 0), planned(1, turn_at=NOON)],
        [],
    ),
    "only the one who is at turn": (
        AskRow(),
        [planned(0, Way.CALL, turn_at=NOON), planned(1)],
        [0],
    ),
    "nobody in an empty list": (AskRow(), [], []),
}


@pytest.mark.parametrize("case", TURNS)
def test_it_is_the_turn_of(case):
    ask, rows, places = TURNS[case]

    turn = rules.whose_turn(ask, rows)

    assert [row.position for row in turn] == places


# --- the next move of one person --------------------------------------------------------------


@pytest.mark.parametrize("way", OWN_VOICE)
def test_the_member_is_handed_the_turn_at_once(way):
    row = planned(way=way)

    assert rules.due_at(AskRow(), [row], row, NOON) == (MoveKind.HAND_OVER, NOON)


@pytest.mark.parametrize("way", [Way.IN_PERSON, Way.CALL, Way.MESSAGE])
def test_a_turn_that_was_handed_over_waits_for_the_member(way):
    row = planned(way=way, turn_at=NOON)

    assert rules.due_at(AskRow(), [row], row, NOON + 99 * DAY) is None


def test_a_link_that_is_never_passed_on_ends():
    row = planned(way=Way.LINK, turn_at=NOON, expires_at=NOON + 14 * DAY)

    assert rules.due_at(AskRow(), [row], row, NOON) == (MoveKind.EXPIRE, NOON + 14 * DAY)


def test_a_link_nobody_needs_any_more_ends_too():
    row = planned(1, Way.LINK, turn_at=NOON, expires_at=NOON + 14 * DAY)
    rows = [answered(Answer.YES, 0), row]

    assert rules.due_at(AskRow(), rows, row, NOON) == (MoveKind.EXPIRE, NOON + 14 * DAY)


def test_halved_writes_at_once_by_day():
    row = planned()

    assert rules.due_at(AskRow(), [row], row, NOON) == (MoveKind.ASK, NOON)


def test_halved_writes_in_the_morning_where_it_is_night():
    row = planned(timezone="Asia/Kolkata")
    at = datetime(2027, 3, 10, 18, tzinfo=UTC)  # 23:30 there

    due = rules.due_at(AskRow(), [row], row, at)

    assert due == (MoveKind.ASK, datetime(2027, 3, 11, 2, 30, tzinfo=UTC))


def test_halved_writes_a_fourth_time_only_after_a_week():
    row = planned(written_at=[NOON - 6 * DAY, NOON - 5 * DAY, NOON - DAY])

    assert rules.due_at(AskRow(), [row], row, NOON) == (MoveKind.ASK, NOON + DAY)


WAITS = [
    (Pace.HOURS, 4 * HOUR, 2 * HOUR),
    (Pace.DAYS, 2 * DAY, DAY),
    (Pace.WEEK, 5 * DAY, 2 * DAY),
]


@pytest.mark.parametrize("way", Way)
@pytest.mark.parametrize(("pace", "wait", "more"), WAITS)
def test_silence_reminds_once_and_passes_on(way, pace, wait, more):
    silent, once = asked(way=way), reminded(way=way)

    assert rules.due_at(AskRow(pace=pace), [silent], silent, NOON) == (MoveKind.REMIND, NOON + wait)
    assert rules.due_at(AskRow(pace=pace), [once], once, NOON) == (MoveKind.PASS_ON, NOON + more)


def test_a_reminder_waits_for_the_morning():
    evening = datetime(2027, 3, 10, 20, 30, tzinfo=UTC)
    row = asked(at=evening)

    due = rules.due_at(AskRow(pace=Pace.HOURS), [row], row, evening)

    assert due == (MoveKind.REMIND, datetime(2027, 3, 11, 8, tzinfo=UTC))


def test_a_reminder_that_comes_late_keeps_to_the_night_as_well():
    row = asked(at=NOON - 2 * DAY)
    night = NOON + 10 * HOUR  # no worker ran since noon

    due = rules.due_at(AskRow(), [row], row, night)

    assert due == (MoveKind.REMIND, NOON + 20 * HOUR)


def test_the_member_is_reminded_at_night_too():
    evening = datetime(2027, 3, 10, 20, 30, tzinfo=UTC)
    row = asked(way=Way.CALL, at=evening)

    due = rules.due_at(AskRow(pace=Pace.HOURS), [row], row, evening)

    assert due == (MoveKind.REMIND, evening + 4 * HOUR)


def test_silence_is_not_drawn_out_to_send_a_fourth_message():
    row = asked(written_at=[NOON - 2 * HOUR, NOON - HOUR, NOON])

    assert rules.due_at(AskRow(), [row], row, NOON) == (MoveKind.PASS_ON, NOON + 3 * DAY)


def test_a_reminder_waits_a_night_for_its_place_in_the_week():
    row = asked(written_at=[NOON - 4 * DAY, NOON - 2 * DAY, NOON])

    assert rules.due_at(AskRow(), [row], row, NOON) == (MoveKind.REMIND, NOON + 3 * DAY)


def test_who_cannot_be_reached_any_more_is_not_reminded():
    row = asked(reachable=False)

    assert rules.due_at(AskRow(), [row], row, NOON) == (MoveKind.PASS_ON, NOON + 3 * DAY)


@pytest.mark.parametrize("row", [asked(undelivered_at=NOON), reminded(undelivered_at=NOON)])
def test_who_was_never_reached_is_passed_over_at_once(row):
    assert rules.due_at(AskRow(), [row], row, NOON) == (MoveKind.PASS_ON, NOON)


@pytest.mark.parametrize("row", [asked(1), reminded(1)])
def test_after_a_yes_nobody_is_reminded_and_the_link_just_ends(row):
    rows = [answered(Answer.YES, 0), row]

    assert rules.due_at(AskRow(), rows, row, NOON) == (MoveKind.EXPIRE, row.expires_at)


@pytest.mark.parametrize("answer", [Answer.NO, Answer.LATER, Answer.PART])
def test_any_other_answer_leaves_those_who_were_asked_their_reminder(answer):
    rows = [answered(answer, 0), asked(1)]

    assert rules.due_at(AskRow(), rows, rows[1], NOON) == (MoveKind.REMIND, NOON + 2 * DAY)


def test_an_answer_is_looked_at_again_when_it_stands_and_then_the_link_ends():
    row = answered(Answer.YES)
    before, after = NOON + DAY - timedelta(microseconds=1), NOON + DAY

    assert rules.due_at(AskRow(), [row], row, before) == (MoveKind.LOOK, NOON + DAY)
    assert rules.due_at(AskRow(), [row], row, after) == (MoveKind.EXPIRE, row.expires_at)


def test_a_link_that_ends_before_the_answer_stands_ends_on_its_day():
    row = answered(Answer.YES, expires_at=NOON + HOUR)

    assert rules.due_at(AskRow(), [row], row, NOON) == (MoveKind.EXPIRE, NOON + HOUR)


def test_an_answer_noted_by_the_member_has_no_link_to_end():
    row = answered(Answer.YES, way=Way.CALL, expires_at=None)

    assert rules.due_at(AskRow(), [row], row, NOON) == (MoveKind.LOOK, NOON + DAY)
    assert rules.due_at(AskRow(), [row], row, NOON + DAY) is None


def test_who_was_passed_over_can_answer_until_the_link_ends():
    row = in_state(InvitationState.PASSED_ON)

    assert rules.due_at(AskRow(), [row], row, NOON) == (MoveKind.EXPIRE, row.expires_at)


@pytest.mark.parametrize("state", InvitationState)
def test_nothing_is_due_in_a_draft(state):
    row = in_state(state)

    assert rules.due_at(AskRow(state=AskState.DRAFT), [row], row, NOON + 99 * DAY) is None


def test_nothing_is_due_for_who_was_taken_back():
    row = in_state(InvitationState.WITHDRAWN)

    assert rules.due_at(AskRow(), [row], row, NOON + 99 * DAY) is None


@pytest.mark.parametrize("state", InvitationState)
def test_in_a_closed_ask_nobody_is_asked_or_reminded(state):
    ask, row = AskRow(state=AskState.CLOSED), in_state(state)

    moves = rules.decide(ask, [row], NOON + 99 * DAY)

    assert {move.kind for move in moves} <= {MoveKind.EXPIRE}


def test_in_a_closed_ask_only_links_end():
    row = answered(Answer.YES)

    due = rules.due_at(AskRow(state=AskState.CLOSED), [row], row, NOON + 2 * DAY)

    assert due == (MoveKind.EXPIRE, row.expires_at)


# --- what is due now --------------------------------------------------------------------------


def test_a_move_says_what_it_was_decided_on():
    rows = [asked(0), planned(1)]

    moves = rules.decide(AskRow(), rows, NOON + 2 * DAY)

    assert moves == [Move(MoveKind.REMIND, rows[0].id, InvitationState.ASKED)]


def test_nothing_is_decided_before_its_time():
    rows = [asked(0), planned(1)]

    assert rules.decide(AskRow(), rows, NOON + 2 * DAY - timedelta(microseconds=1)) == []


def test_everyone_is_asked_at_once_in_the_order_of_the_list():
    rows = [planned(2, Way.CALL), planned(0), planned(1, Way.LINK)]

    moves = rules.decide(TOGETHER, rows, NOON)

    kinds = [(move.kind, move.invitation.int) for move in moves]
    assert kinds == [(MoveKind.ASK, 0), (MoveKind.HAND_OVER, 1), (MoveKind.HAND_OVER, 2)]


def test_a_no_passes_on_at_the_same_moment():
    rows = [answered(Answer.NO, 0), planned(1)]

    moves = rules.decide(AskRow(), rows, NOON)

    assert moves == [Move(MoveKind.ASK, rows[1].id, InvitationState.PLANNED)]


# --- the state of an ask ----------------------------------------------------------------------

STATES = {
    "open while somebody is waited for": ([asked(0)], AskState.OPEN),
    "open while somebody is at turn": ([planned(0, Way.CALL, turn_at=NOON)], AskState.OPEN),
    "open after a no with somebody left": ([answered(Answer.NO), planned(1)], AskState.OPEN),
    "answered by a yes": ([answered(Answer.YES), planned(1)], AskState.ANSWERED),
    "answered by a yes while others are waited for": (
        [answered(Answer.YES), asked(1)],
        AskState.ANSWERED,
    ),
    "answered by a smaller yes": ([answered(Answer.PART), planned(1)], AskState.ANSWERED),
    "answered by a later": ([answered(Answer.LATER)], AskState.ANSWERED),
    "open while another is asked for the rest": ([answered(Answer.PART), asked(1)], AskState.OPEN),
    "answered when that one cannot": (
        [answered(Answer.PART), answered(Answer.NO, 1)],
        AskState.ANSWERED,
    ),
    "exhausted when nobody could": (
        [answered(Answer.NO), answered(Answer.NO, 1)],
        AskState.EXHAUSTED,
    ),
    "exhausted when all were silent": ([in_state(InvitationState.PASSED_ON)], AskState.EXHAUSTED),
    "exhausted when all were taken back": (
        [in_state(InvitationState.WITHDRAWN)],
        AskState.EXHAUSTED,
    ),
}


@pytest.mark.parametrize("case", STATES)
@pytest.mark.parametrize("before", [AskState.OPEN, AskState.ANSWERED, AskState.EXHAUSTED])
def test_an_ask_is(case, before):
    rows, state = STATES[case]

    assert rules.ask_state(AskRow(state=before), rows) == state


@pytest.mark.parametrize("state", [AskState.DRAFT, AskState.CLOSED])
def test_a_draft_and_a_closed_ask_stay_what_they_are(state):
    assert rules.ask_state(AskRow(state=state), [answered(Answer.YES), asked(1)]) == state


# --- the asked person's page ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "may"),
    [
        (planned(), False),
        (planned(way=Way.LINK, turn_at=NOON), True),
        (asked(), True),
        (reminded(), True),
        (in_state(InvitationState.PASSED_ON), True),
        (in_state(InvitationState.WITHDRAWN), False),
        (answered(Answer.NO, at=NOON - DAY + timedelta(microseconds=1)), True),
        (answered(Answer.NO, at=NOON - DAY), False),
        (answered(Answer.YES, at=NOON - 2 * DAY), False),
    ],
)
def test_who_may_answer_or_change_the_answer(row, may):
    assert rules.may_answer(row, NOON) is may


@pytest.mark.parametrize("state", InvitationState)
@pytest.mark.parametrize(
    ("expires_at", "lives"),
    [(NOON + timedelta(microseconds=1), True), (NOON, False), (NOON - DAY, False), (None, False)],
)
def test_a_link_leads_somewhere_until_it_ends(state, expires_at, lives):
    row = in_state(state)
    row.expires_at = expires_at

    assert rules.link_leads_somewhere(row, NOON) is (lives and state != InvitationState.PLANNED)


def test_an_answer_that_stands_can_still_be_read():
    row = answered(Answer.YES, at=NOON - 5 * DAY)

    assert rules.link_leads_somewhere(row, NOON)


def test_a_link_works_before_the_member_says_that_it_was_passed_on():
    row = planned(way=Way.LINK, turn_at=NOON, expires_at=NOON + 14 * DAY)

    assert rules.link_leads_somewhere(row, NOON)


# --- what the server must know ----------------------------------------------------------------

YES_STANDS = answered(Answer.YES, 0, NOON - DAY)
YES_MAY_CHANGE = answered(Answer.YES, 0, NOON - DAY + timedelta(microseconds=1))
ROUTES = {
    "while somebody is still to be asked": (AskRow(), [planned(1)], True),
    "until the reminder": (AskRow(), [asked(1)], True),
    "not after the reminder": (AskRow(), [reminded(1)], False),
    "not after silence": (AskRow(), [in_state(InvitationState.PASSED_ON, 1)], False),
    "not after an answer": (AskRow(), [answered(Answer.NO, 1)], False),
    "not when taken back": (AskRow(), [in_state(InvitationState.WITHDRAWN, 1)], False),
    "not when it never arrived": (AskRow(), [asked(1, undelivered_at=NOON)], False),
    "not in a closed ask": (AskRow(state=AskState.CLOSED), [planned(1)], False),
    "while a yes may be taken back": (AskRow(), [planned(1), YES_MAY_CHANGE], True),
    "not once a yes stands": (AskRow(), [planned(1), YES_STANDS], False),
    "not for a reminder once a yes stands": (AskRow(), [asked(1), YES_STANDS], False),
    "after a smaller yes that stands": (
        AskRow(),
        [planned(1), answered(Answer.PART, 0, NOON - 9 * DAY)],
        True,
    ),
}


@pytest.mark.parametrize("case", ROUTES)
def test_the_server_keeps_an_address(case):
    ask, rows, needs = ROUTES[case]

    assert rules.needs_route(ask, rows, rows[0], NOON) is needs


@pytest.mark.parametrize("way", OWN_VOICE)
@pytest.mark.parametrize("state", InvitationState)
def test_the_server_never_needs_the_address_of_whom_the_member_asks(way, state):
    row = in_state(state)
    row.way = way

    assert not rules.needs_route(AskRow(), [row], row, NOON)


# --- names that stand in the wrong words ------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "names", "found"),
    [
        ("Hi Ben, can you come?", ["Ben"], ["Ben"]),
        ("hi BEN!", ["Ben"], ["Ben"]),
        ("I asked Ben’s sister.", ["Ben"], ["Ben"]),
        ("I asked Ben's sister.", ["Ben"], ["Ben"]),
        ("Ben/Cleo, one of you?", ["Ben", "Cleo"], ["Ben", "Cleo"]),
        ("“Ben” said so", ["Ben"], ["Ben"]),
        ("Hi Ben,can you come?", ["Ben"], ["Ben"]),
        ("Hi Ben—can you come?", ["Ben"], ["Ben"]),
        ("Hi Ben", ["Ben Smith"], ["Ben Smith"]),
        ("Dear Anne-Marie,", ["Anne-Marie"], ["Anne-Marie"]),
        ("Guten Tag, Frau Groß", ["GROSS"], ["GROSS"]),
        ("مرحبا بن، هل يمكنك؟", ["بن"], ["بن"]),
        ("What a benefit", ["Ben"], []),
        ("Can you come?", ["Ben"], []),
        ("", ["Ben"], []),
        ("Hi Ben", [], []),
        ("Hi Ben", ["", "  "], []),
        ("Well (really)", ["(", "."], []),
    ],
)
def test_names_of_others_are_found_as_whole_words(words, names, found):
    assert rules.names_of_others(words, names) == found


@pytest.mark.parametrize(
    ("own", "found"),
    [("Ben Jones", []), ("ben", []), ("Cleo Smith", ["Ben Smith"]), ("", ["Ben Smith"])],
)
def test_a_first_name_that_two_people_share_gives_nobody_away(own, found):
    assert rules.names_of_others("Hi Ben, can you come?", ["Ben Smith"], own) == found
