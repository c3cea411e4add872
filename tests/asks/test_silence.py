"""Nobody answers: one reminder, then the next person, then nobody is left."""

import pytest

from halved.asks import actions
from halved.asks.rules import Answer, AskState, InvitationState, Order, Pace, Way
from halved.delivery import actions as delivery
from tests.asks.asking import (
    DAY,
    HOUR,
    MINUTE,
    NOON,
    answers,
    ask_people,
    draft_for,
    messages,
    notes,
    pass_time,
    place_of,
    places,
    state_of,
    states,
    work,
)
from tests.conftest import contact

pytestmark = pytest.mark.store
PLANNED, ASKED, REMINDED, PASSED_ON = (
    InvitationState.PLANNED,
    InvitationState.ASKED,
    InvitationState.REMINDED,
    InvitationState.PASSED_ON,
)
WAITS = [
    (Pace.HOURS, 4 * HOUR, 2 * HOUR),
    (Pace.DAYS, 2 * DAY, DAY),
    (Pace.WEEK, 5 * DAY, 2 * DAY),
]


@pytest.mark.parametrize(("pace", "wait", "more"), WAITS)
@pytest.mark.parametrize("way", Way)
def test_silence_reminds_once_and_passes_on(nia, ben, cleo, way, pace, wait, more):
    ask = ask_people(nia, (ben, way), (cleo, Way.EMAIL), pace=pace)

    work(NOON + wait - MINUTE)
    before = states(ask)
    work(NOON + wait)
    reminded = states(ask)
    work(NOON + wait + more - MINUTE)
    still = states(ask)
    work(NOON + wait + more)
    after = states(ask)

    assert before == [ASKED, PLANNED]
    assert reminded == still == [REMINDED, PLANNED]
    assert after == [PASSED_ON, ASKED]


def test_by_email_one_message_asks_and_one_reminds(nia, ben):
    ask = ask_people(nia, (ben, Way.EMAIL))

    pass_time(NOON + 13 * DAY, step=DAY / 2)

    assert messages(ask, ben) == ["ask", "reminder"]
    assert state_of(ask) == AskState.EXHAUSTED


@pytest.mark.parametrize("way", [Way.IN_PERSON, Way.CALL, Way.MESSAGE, Way.LINK])
def test_whom_the_member_asks_halved_never_writes_to(nia, ben, way):
    ask = ask_people(nia, (ben, way))

    pass_time(NOON + 13 * DAY, step=DAY / 2)

    assert messages(ask, ben) == []
    assert state_of(ask) == AskState.EXHAUSTED


def test_the_next_is_not_asked_before_the_member_has_asked_the_first(nia, ben, cleo):
    ask = draft_for(nia, (ben, Way.CALL), (cleo, Way.EMAIL))
    actions.open_ask(ask=ask, now=NOON)

    pass_time(NOON + 30 * DAY, step=DAY)

    assert states(ask) == [PLANNED, PLANNED]
    assert state_of(ask) == AskState.OPEN


def test_three_people_are_asked_one_after_the_other(nia, ben, cleo):
    aunt = contact(nia, "Aunt May", email="may@example.org")
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.CALL), (aunt, Way.EMAIL))

    pass_time(NOON + 3 * DAY, step=DAY)
    actions.mark_asked(row=place_of(ask, cleo), now=NOON + 3 * DAY)
    pass_time(NOON + 6 * DAY, since=NOON + 3 * DAY, step=DAY)

    assert states(ask) == [PASSED_ON, PASSED_ON, ASKED]
    assert place_of(ask, aunt).asked_at == NOON + 6 * DAY


def test_at_night_it_waits_for_the_morning_where_they_are(nia, cleo):
    far = contact(nia, "Ben", email="ben@example.org", timezone="Asia/Kathmandu")
    evening = NOON + 5 * HOUR  # 22:45 there

    ask = ask_people(nia, (far, Way.EMAIL), at=evening)
    work(evening + 9 * HOUR)
    before = states(ask)
    work(evening + 9 * HOUR + 15 * MINUTE)  # 8:00 there

    assert before == [PLANNED]
    assert states(ask) == [ASKED]


def test_a_fourth_message_in_a_week_is_not_sent(nia, ben):
    for _ in range(3):
        first = ask_people(nia, (ben, Way.EMAIL))
        actions.close_ask(ask=first, now=NOON)

    fourth = ask_people(nia, (ben, Way.EMAIL))
    work(NOON + 7 * DAY - MINUTE)
    before = messages(fourth, ben)
    work(NOON + 7 * DAY)

    assert before == []
    assert messages(fourth, ben) == ["ask"]


def test_where_a_reminder_would_be_the_fourth_message_silence_passes_on(nia, ben, cleo):
    asks = [ask_people(nia, (ben, Way.EMAIL), (cleo, Way.CALL)) for _ in range(3)]

    pass_time(NOON + 3 * DAY, step=HOUR * 12)

    assert [messages(ask, ben) for ask in asks] == [["ask"]] * 3
    assert [states(ask) for ask in asks] == [[PASSED_ON, PLANNED]] * 3


def test_two_contacts_with_one_mailbox_are_one_person(nia, ben):
    twin = contact(nia, "Benjamin", email=" BEN@example.org")
    for _ in range(2):
        actions.close_ask(ask=ask_people(nia, (ben, Way.EMAIL)), now=NOON)

    ask = ask_people(nia, (ben, Way.EMAIL), (twin, Way.EMAIL), order=Order.TOGETHER)

    assert states(ask) == [ASKED, PLANNED]
    assert place_of(ask, twin).due_at == NOON + 7 * DAY


def test_a_reminder_never_overtakes_an_ask_that_is_still_in_the_queue(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL))

    work(NOON + 10 * DAY)  # no worker ran for ten days
    sent_late, lives_until = messages(ask, ben), place_of(ask, ben).expires_at
    work(NOON + 12 * DAY)

    assert (sent_late, lives_until) == (["ask"], NOON + 24 * DAY)
    assert messages(ask, ben) == ["ask", "reminder"]
    assert states(ask) == [REMINDED, PLANNED]


def test_after_a_long_rest_of_the_worker_nobody_is_reminded_too_late(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL))
    work(NOON)

    work(NOON + 10 * DAY)

    assert messages(ask, ben) == ["ask"]
    assert states(ask) == [PASSED_ON, ASKED]


# --- the member need not wait -----------------------------------------------------------------


def test_the_member_may_ask_the_next_while_the_first_is_silent(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL))

    assert actions.ask_next(ask=ask, now=NOON + HOUR)

    assert states(ask) == [ASKED, ASKED]


def test_a_form_that_is_sent_twice_calls_one_person(nia, ben, cleo):
    aunt = contact(nia, "Aunt May", email="may@example.org")
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL), (aunt, Way.EMAIL))
    named = str(place_of(ask, cleo).pk)

    done = [actions.ask_next(ask=ask, now=NOON + HOUR, person=named) for _ in range(2)]

    assert done == [True, False]
    assert states(ask) == [ASKED, ASKED, PLANNED]


def test_the_button_names_whom_it_calls(nia, ben, cleo, sign_in):
    aunt = contact(nia, "Aunt May")
    ask = ask_people(nia, (ben, Way.CALL), (cleo, Way.CALL), (aunt, Way.CALL))
    client, named = sign_in(nia), str(place_of(ask, cleo).pk)

    page = client.get(f"/asks/{ask.pk}/").content.decode()
    for _ in range(2):
        client.post(f"/asks/{ask.pk}/next/", {"person": named})

    assert f'name="person" value="{named}"' in page
    assert [bool(row.turn_at) for row in places(ask)] == [True, True, False]


@pytest.mark.parametrize("person", ["", "nobody", "00000000-0000-0000-0000-000000000000"])
def test_a_form_that_names_nobody_on_the_list_calls_nobody(nia, ben, cleo, person):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL))

    assert not actions.ask_next(ask=ask, now=NOON + HOUR, person=person)

    assert states(ask) == [ASKED, PLANNED]


def test_nobody_is_called_after_a_yes_or_when_it_is_closed(nia, ben, cleo):
    answered = ask_people(nia, (ben, Way.LINK), (cleo, Way.EMAIL))
    answers(answered, ben, Answer.YES)
    closed = ask_people(nia, (ben, Way.LINK), (cleo, Way.EMAIL))
    actions.close_ask(ask=closed, now=NOON)

    done = [actions.ask_next(ask=ask, now=NOON + HOUR) for ask in (answered, closed)]

    assert done == [False, False]
    assert place_of(answered, cleo).turn_at is None


def test_nobody_is_called_where_nobody_is_left(nia, ben):
    ask = ask_people(nia, (ben, Way.EMAIL))

    assert not actions.ask_next(ask=ask, now=NOON + HOUR)


def test_i_have_asked_them_sent_twice_is_said_once(nia, ben):
    ask = ask_people(nia, (ben, Way.CALL))

    assert not actions.mark_asked(row=place_of(ask, ben), now=NOON + HOUR)

    assert place_of(ask, ben).asked_at == NOON


@pytest.mark.parametrize("way", [Way.CALL, Way.LINK, Way.EMAIL])
def test_who_is_not_at_turn_cannot_have_been_asked(nia, ben, cleo, way):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, way))

    assert not actions.mark_asked(row=place_of(ask, cleo), now=NOON + HOUR)

    assert states(ask) == [ASKED, PLANNED]


def test_who_gets_an_e_mail_in_the_morning_cannot_have_been_asked_by_night(nia, ben):
    night = NOON + 10 * HOUR
    ask = ask_people(nia, (ben, Way.EMAIL), at=night)
    actions.ask_next(ask=ask, now=night)

    assert not actions.mark_asked(row=place_of(ask, ben), now=night)

    assert states(ask) == [PLANNED]


# --- a link that is handed over ---------------------------------------------------------------


def test_a_link_lives_from_the_day_it_is_passed_on(nia, ben):
    ask = draft_for(nia, (ben, Way.LINK))
    actions.open_ask(ask=ask, now=NOON)

    actions.mark_asked(row=place_of(ask, ben), now=NOON + 13 * DAY)

    assert place_of(ask, ben).expires_at == NOON + 27 * DAY


def test_a_link_that_is_never_passed_on_ends_and_the_ask_waits_for_the_member(nia, ben, cleo):
    ask = draft_for(nia, (ben, Way.LINK), (cleo, Way.EMAIL))
    actions.open_ask(ask=ask, now=NOON)

    work(NOON + 14 * DAY)
    passed_on = actions.mark_asked(row=place_of(ask, ben), now=NOON + 15 * DAY)

    first = place_of(ask, ben)
    assert (first.link, first.letter, first.token, passed_on) == (None, None, None, False)
    assert (state_of(ask), states(ask)) == (AskState.OPEN, [PLANNED, PLANNED])
    actions.withdraw(row=first, now=NOON + 15 * DAY)
    assert messages(ask, cleo) == ["ask"]


# --- one that cannot be moved -----------------------------------------------------------------


def test_an_ask_that_cannot_be_moved_holds_up_nobody(nia, ben, cleo, caplog):
    broken, whole = ask_people(nia, (ben, Way.EMAIL)), ask_people(nia, (cleo, Way.EMAIL))
    work(NOON)
    broken.invitations.update(route=b"cannot be opened")

    work(NOON + 2 * DAY)

    assert (states(broken), states(whole)) == ([ASKED], [REMINDED])
    assert broken.invitations.get().due_at == NOON + 2 * DAY + actions.LATER
    assert str(broken.pk) in caplog.text


def test_an_ask_that_can_be_moved_again_goes_on(nia, ben):
    ask = ask_people(nia, (ben, Way.EMAIL))
    work(NOON)
    route = place_of(ask, ben).__dict__["route"]
    ask.invitations.update(route=b"cannot be opened")
    work(NOON + 2 * DAY)

    ask.invitations.update(route=route)
    work(NOON + 2 * DAY + actions.LATER)

    assert states(ask) == [REMINDED]


def test_a_pass_looks_at_what_is_due_and_at_nothing_else(nia, ben, cleo):
    ask_people(nia, (ben, Way.CALL))
    ask_people(nia, (cleo, Way.CALL), pace=Pace.WEEK)

    looked_at = [actions.advance_due(NOON + 2 * DAY) for _ in range(2)]

    assert looked_at == [1, 0]


def test_a_note_that_comes_while_it_is_due_is_not_lost(nia, ben):
    ask = ask_people(nia, (ben, Way.CALL))
    work(NOON + 2 * DAY)

    notes(ask, ben, Answer.YES, at=NOON + 2 * DAY)
    pass_time(NOON + 5 * DAY, since=NOON + 2 * DAY)

    assert state_of(ask) == AskState.ANSWERED
    assert delivery.deliver_due(lambda: NOON + 5 * DAY) == 0
