"""What an answer does: to the ask, to the others, and until when it can be changed."""

import pytest

from halved.asks import actions
from halved.asks.models import Invitation
from halved.asks.rules import Answer, AskState, InvitationState, Way
from halved.vault.fields import Locked
from tests.asks.asking import (
    DAY,
    HOUR,
    MINUTE,
    NOON,
    answers,
    ask_people,
    messages,
    notes,
    pass_time,
    place_of,
    state_of,
    states,
    work,
)

pytestmark = pytest.mark.store
PLANNED, ASKED, ANSWERED = (
    InvitationState.PLANNED,
    InvitationState.ASKED,
    InvitationState.ANSWERED,
)


def test_a_yes_answers_the_ask_and_nobody_else_is_asked(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL))

    assert answers(ask, ben, Answer.YES)
    pass_time(NOON + 8 * DAY, step=DAY)

    assert state_of(ask) == AskState.ANSWERED
    assert states(ask) == [ANSWERED, PLANNED]
    assert messages(ask, cleo) == []


def test_a_yes_takes_the_reminders_of_others_away(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL))
    actions.ask_next(ask=ask, now=NOON)

    answers(ask, ben, Answer.YES)
    pass_time(NOON + 8 * DAY, step=DAY)

    assert messages(ask, cleo) == ["ask"]
    assert states(ask) == [ANSWERED, ASKED]


@pytest.mark.parametrize("code", [Answer.PART, Answer.LATER])
def test_a_smaller_yes_and_a_later_hold_the_order(nia, ben, cleo, code):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL))

    answers(ask, ben, code)
    pass_time(NOON + 8 * DAY, step=DAY)

    assert state_of(ask) == AskState.ANSWERED
    assert messages(ask, cleo) == []


@pytest.mark.parametrize("code", [Answer.PART, Answer.LATER])
def test_the_member_may_ask_the_next_for_the_rest(nia, ben, cleo, code):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL))
    answers(ask, ben, code)

    assert actions.ask_next(ask=ask, now=NOON + 2 * HOUR)

    assert state_of(ask) == AskState.OPEN
    assert states(ask) == [ANSWERED, ASKED]
    assert messages(ask, cleo) == ["ask"]


def test_when_the_rest_finds_nobody_the_smaller_yes_still_counts(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.EMAIL))
    answers(ask, ben, Answer.PART)
    actions.ask_next(ask=ask, now=NOON + 2 * HOUR)

    answers(ask, cleo, Answer.NO, at=NOON + 3 * HOUR)

    assert state_of(ask) == AskState.ANSWERED


@pytest.mark.parametrize("way", [Way.EMAIL, Way.LINK, Way.CALL])
def test_a_no_passes_on_at_once(nia, ben, cleo, way):
    ask = ask_people(nia, (ben, Way.LINK), (cleo, way))

    answers(ask, ben, Answer.NO)

    second = place_of(ask, cleo)
    assert state_of(ask) == AskState.OPEN
    assert (second.asked_at if way == Way.EMAIL else second.turn_at) == NOON + HOUR


def test_a_no_from_the_last_one_leaves_nobody(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))

    answers(ask, ben, Answer.NO)

    assert state_of(ask) == AskState.EXHAUSTED


def test_words_are_sealed_to_the_member_at_once(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))

    answers(ask, ben, Answer.PART, words="I can bring soup.")

    assert place_of(ask, ben).reply == {"words": "I can bring soup.", "date": None, "someone": ""}
    with pytest.raises(Locked):
        assert Invitation.objects.get(ask=ask).reply


def test_an_answer_after_it_passed_on_counts(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.LINK))
    pass_time(NOON + 4 * DAY, step=DAY)
    assert states(ask) == [InvitationState.PASSED_ON, PLANNED]

    assert answers(ask, ben, Answer.YES, at=NOON + 4 * DAY)

    assert state_of(ask) == AskState.ANSWERED


def test_a_late_yes_brings_an_exhausted_ask_back(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    pass_time(NOON + 4 * DAY, step=DAY)
    assert state_of(ask) == AskState.EXHAUSTED

    answers(ask, ben, Answer.YES, at=NOON + 5 * DAY)

    assert state_of(ask) == AskState.ANSWERED


def test_a_link_may_be_answered_before_the_member_says_it_was_passed_on(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.LINK))
    answers(ask, ben, Answer.NO)
    assert states(ask) == [ANSWERED, PLANNED]

    assert answers(ask, cleo, Answer.YES, at=NOON + 2 * HOUR)

    assert state_of(ask) == AskState.ANSWERED


def test_who_is_not_at_turn_cannot_answer(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.LINK))

    assert not answers(ask, cleo, Answer.YES)

    assert states(ask) == [ASKED, PLANNED]


# --- changing it ------------------------------------------------------------------------------


def test_a_yes_that_becomes_a_no_within_a_day_asks_the_next(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL))
    answers(ask, ben, Answer.YES)

    assert answers(ask, ben, Answer.NO, at=NOON + 3 * HOUR)

    assert state_of(ask) == AskState.OPEN
    assert messages(ask, cleo) == ["ask"]


def test_a_yes_that_becomes_a_no_leaves_nobody_when_there_is_nobody(nia, ben):
    ask = ask_people(nia, (ben, Way.EMAIL))
    answers(ask, ben, Answer.YES)

    answers(ask, ben, Answer.NO, at=NOON + 3 * HOUR)

    assert state_of(ask) == AskState.EXHAUSTED


def test_a_no_that_becomes_a_yes_stops_the_next_one_s_reminder(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL))
    answers(ask, ben, Answer.NO)

    answers(ask, ben, Answer.YES, at=NOON + 3 * HOUR)
    pass_time(NOON + 8 * DAY, step=DAY)

    assert state_of(ask) == AskState.ANSWERED
    assert messages(ask, cleo) == ["ask"]


def test_an_answer_can_be_changed_for_24_hours_from_the_first(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    answers(ask, ben, Answer.YES)
    answers(ask, ben, Answer.PART, at=NOON + 20 * HOUR)

    last_moment = answers(ask, ben, Answer.LATER, at=NOON + 25 * HOUR - MINUTE)
    too_late = answers(ask, ben, Answer.NO, at=NOON + 25 * HOUR)

    assert (last_moment, too_late) == (True, False)
    row = place_of(ask, ben)
    assert (row.answer, row.answered_at) == (Answer.LATER, NOON + HOUR)


def test_an_answer_can_be_changed_in_an_ask_that_was_closed(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    answers(ask, ben, Answer.YES)
    actions.close_ask(ask=ask, now=NOON + 2 * HOUR)

    assert answers(ask, ben, Answer.NO, at=NOON + 3 * HOUR)

    assert place_of(ask, ben).answer == Answer.NO
    assert state_of(ask) == AskState.CLOSED


def test_the_same_answer_sent_twice_is_one_answer(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL))

    answers(ask, ben, Answer.NO)
    answers(ask, ben, Answer.NO, at=NOON + HOUR)

    assert messages(ask, cleo) == ["ask"]
    assert place_of(ask, ben).answered_at == NOON + HOUR


def test_a_changed_answer_is_news_again(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    answers(ask, ben, Answer.YES)
    actions.note_seen(ask=ask, now=NOON + 2 * HOUR)
    assert place_of(ask, ben).seen_at

    answers(ask, ben, Answer.PART, at=NOON + 3 * HOUR)

    assert place_of(ask, ben).seen_at is None


# --- the member notes it ----------------------------------------------------------------------


@pytest.mark.parametrize("way", Way)
def test_the_member_notes_what_she_was_told(nia, ben, way):
    ask = ask_people(nia, (ben, way))

    assert notes(ask, ben, Answer.YES)

    assert state_of(ask) == AskState.ANSWERED
    assert place_of(ask, ben).seen_at == NOON + HOUR


def test_a_noted_no_passes_on_at_once(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.CALL), (cleo, Way.EMAIL))

    notes(ask, ben, Answer.NO)

    assert messages(ask, cleo) == ["ask"]


def test_somebody_who_was_not_asked_yet_may_have_offered(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.CALL), (cleo, Way.EMAIL))

    assert notes(ask, cleo, Answer.YES)

    assert state_of(ask) == AskState.ANSWERED


def test_what_the_member_notes_never_overwrites_the_person_s_own_answer(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    answers(ask, ben, Answer.PART, words="I can bring soup.")

    assert not notes(ask, ben, Answer.YES, at=NOON + 2 * HOUR)

    row = place_of(ask, ben)
    assert (row.answer, row.reply["words"]) == (Answer.PART, "I can bring soup.")
    assert row.seen_at is None


def test_the_person_may_put_right_what_the_member_noted(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    notes(ask, ben, Answer.YES)

    assert answers(ask, ben, Answer.NO, at=NOON + 2 * HOUR)

    assert state_of(ask) == AskState.EXHAUSTED


def test_who_helped_on_the_phone_and_falls_ill_days_later_is_passed_over(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.CALL), (cleo, Way.EMAIL))
    notes(ask, ben, Answer.YES)
    pass_time(NOON + 3 * DAY, step=HOUR * 12)
    assert place_of(ask, cleo).route is None

    assert notes(ask, ben, Answer.NO, at=NOON + 3 * DAY)

    assert messages(ask, cleo) == ["ask"]
    assert place_of(ask, cleo).route["to"] == cleo.email


def test_if_the_next_has_no_address_any_more_the_member_asks_herself(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.CALL), (cleo, Way.EMAIL))
    notes(ask, ben, Answer.YES)
    pass_time(NOON + 3 * DAY, step=HOUR * 12)
    cleo.delete()

    notes(ask, ben, Answer.NO, at=NOON + 3 * DAY)

    _, second = (row for row in ask.invitations.all())
    assert (second.way, second.turn_at) == (Way.MESSAGE, NOON + 3 * DAY)


def test_who_was_waiting_beside_a_yes_is_reminded_when_it_is_taken_back(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.CALL), (cleo, Way.EMAIL))
    actions.ask_next(ask=ask, now=NOON)
    notes(ask, ben, Answer.YES)
    pass_time(NOON + 30 * HOUR)

    notes(ask, ben, Answer.NO, at=NOON + 30 * HOUR)
    pass_time(NOON + 3 * DAY, since=NOON + 30 * HOUR)

    assert messages(ask, cleo) == ["ask", "reminder"]


@pytest.mark.parametrize("ended", ["withdrawn", "closed"])
def test_nothing_is_noted_once_it_has_ended(nia, ben, cleo, ended):
    ask = ask_people(nia, (ben, Way.CALL), (cleo, Way.CALL))
    if ended == "withdrawn":
        actions.withdraw(row=place_of(ask, ben), now=NOON)
    else:
        actions.close_ask(ask=ask, now=NOON)

    assert not notes(ask, ben, Answer.YES)

    assert place_of(ask, ben).answer == ""


# --- telling the member -----------------------------------------------------------------------


@pytest.fixture
def told(nia):
    """Nia wants to know by e-mail that something is waiting."""
    nia.notice_address = "nia@example.org"
    nia.save()
    return nia


def test_the_member_is_told_of_an_answer_once(told, ben, cleo):
    ask = ask_people(told, (ben, Way.LINK), (cleo, Way.LINK))

    answers(ask, ben, Answer.NO)
    answers(ask, ben, Answer.YES, at=NOON + 2 * HOUR)

    assert messages(ask) == ["notice"]


def test_the_member_is_not_told_of_what_she_did_herself(told, ben, cleo):
    ask = ask_people(told, (ben, Way.CALL), (cleo, Way.CALL))

    notes(ask, ben, Answer.NO)
    actions.withdraw(row=place_of(ask, cleo), now=NOON + 2 * HOUR)

    assert state_of(ask) == AskState.EXHAUSTED
    assert messages(ask) == []


def test_the_member_is_told_when_nobody_is_left(told, ben):
    ask = ask_people(told, (ben, Way.EMAIL))
    pass_time(NOON + 3 * DAY - HOUR)
    assert messages(ask) == []

    work(NOON + 3 * DAY)

    assert state_of(ask) == AskState.EXHAUSTED
    assert messages(ask) == ["notice"]


def test_the_member_is_told_of_a_turn_that_comes_while_she_is_away(told, ben, cleo):
    ask = ask_people(told, (ben, Way.EMAIL), (cleo, Way.CALL))
    pass_time(NOON + 2 * DAY + HOUR)
    assert messages(ask) == []

    work(NOON + 4 * DAY)

    assert place_of(ask, cleo).turn_at
    assert messages(ask) == ["notice"]
