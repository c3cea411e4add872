"""How an ask stands, in sentences: one for each state, and none that promises what is not so."""

from collections.abc import Callable
from datetime import datetime

import pytest

from halved.accounts.models import Member
from halved.asks import actions, leaving, telling
from halved.asks.models import Ask
from halved.asks.rules import Answer, InvitationState, Order, Pace, Way
from halved.circle.models import Contact
from halved.delivery import actions as delivery
from halved.delivery.models import Message
from tests.asks.asking import (
    DAY,
    HOUR,
    MINUTE,
    NOON,
    answers,
    ask_people,
    clock,
    draft_for,
    messages,
    notes,
    pass_time,
    place_of,
    places,
    work,
)
from tests.conftest import contact

EVERY_WAY = list(Way)
FAR = NOON + 11 * HOUR  # eleven at night


def told(ask: Ask, person: Contact, at: datetime = NOON) -> telling.Told:
    """What the page of an ask says about one person at `at`."""
    ask.refresh_from_db(fields=["state"])
    people = telling.of_people(ask, places(ask), at)
    return next(one for one in people if one.row.contact_id == person.pk)


def heading(ask: Ask) -> str:
    ask.refresh_from_db(fields=["state"])
    return telling.of_ask(ask)


# --- the heading ------------------------------------------------------------------------------


def a_draft(nia, ben, cleo):
    return draft_for(nia, (ben, Way.LINK), (cleo, Way.LINK))


def an_empty_draft(nia, ben, cleo):
    return draft_for(nia)


def waiting(nia, ben, cleo):
    return ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL))


def waiting_for_both(nia, ben, cleo):
    return ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL), order=Order.TOGETHER)


def at_turn(nia, ben, cleo):
    ask = draft_for(nia, (ben, Way.CALL), (cleo, Way.EMAIL))
    actions.open_ask(ask=ask, now=NOON)
    return ask


def by_night(nia, ben, cleo):
    return ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL), at=FAR)


def answered(code: Answer) -> Callable[[Member, Contact, Contact], Ask]:
    def ask(nia: Member, ben: Contact, cleo: Contact) -> Ask:
        one = ask_people(nia, (ben, Way.LINK), (cleo, Way.CALL))
        answers(one, ben, code)
        return one

    return ask


def both_answered(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.LINK), order=Order.TOGETHER)
    answers(ask, ben, Answer.LATER)
    answers(ask, cleo, Answer.YES)
    return ask


def exhausted(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.LINK))
    answers(ask, ben, Answer.NO)
    return ask


def closed(nia, ben, cleo):
    ask = waiting(nia, ben, cleo)
    actions.close_ask(ask=ask, now=NOON)
    return ask


def closed_after_a_yes(nia, ben, cleo):
    ask = answered(Answer.YES)(nia, ben, cleo)
    actions.close_ask(ask=ask, now=NOON + 2 * HOUR)
    return ask


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (a_draft, "A draft, for Ben"),
        (an_empty_draft, "A draft, for nobody yet"),
        (waiting, "Waiting for Ben"),
        (waiting_for_both, "Waiting for Ben and Cleo"),
        (at_turn, "Next is Ben"),
        (by_night, "Next is Ben"),
        (answered(Answer.YES), "Ben said yes"),
        (answered(Answer.PART), "Ben said yes, but less"),
        (answered(Answer.LATER), "Ben said not now, but later"),
        (answered(Answer.NO), "Next is Cleo"),
        (both_answered, "Cleo said yes"),
        (exhausted, "Nobody is left on your list"),
        (closed, "Closed"),
        (closed_after_a_yes, "Closed. Ben said yes"),
    ],
)
def test_the_heading_of_an_ask(nia, ben, cleo, make, sentence):
    ask = make(nia, ben, cleo)

    assert heading(ask) == sentence


# --- one person -------------------------------------------------------------------------------


@pytest.mark.parametrize("code", Answer)
def test_an_answer_is_told_with_its_day(nia, ben, code):
    ask = ask_people(nia, (ben, Way.LINK))
    answers(ask, ben, code)

    said = told(ask, ben).sentence

    assert said == f"Ben {telling.ANSWERS[code]}, on Wednesday 10 March, 13:00."


@pytest.mark.parametrize("way", EVERY_WAY)
def test_asked_is_told_with_its_way(nia, ben, way):
    ask = ask_people(nia, (ben, way))

    assert told(ask, ben).sentence == f"Asked on Wednesday 10 March, 12:00, {telling.HOW[way]}."


@pytest.mark.parametrize("way", EVERY_WAY)
def test_only_who_was_written_to_was_reminded(nia, ben, way):
    ask = ask_people(nia, (ben, way))
    pass_time(NOON + 2 * DAY, step=12 * HOUR)

    assert ("Reminded once." in told(ask, ben, NOON + 2 * DAY).sentence) is (way == Way.EMAIL)


def test_times_are_told_in_the_member_s_time_zone(nia, ben):
    nia.timezone = "Asia/Kolkata"
    ask = ask_people(nia, (ben, Way.CALL))

    assert "Wednesday 10 March, 17:30" in told(ask, ben).sentence


def test_silence_leaves_the_door_open_until_the_link_ends(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.CALL))
    pass_time(NOON + 4 * DAY, step=DAY)

    before = told(ask, ben, NOON + 14 * DAY - MINUTE).sentence
    after = told(ask, ben, NOON + 14 * DAY).sentence

    assert before == "No answer. They can still give one."
    assert after == "No answer. The link has ended."


def test_who_is_asked_by_voice_can_always_still_answer(nia, ben):
    ask = ask_people(nia, (ben, Way.CALL))
    pass_time(NOON + 30 * DAY, step=DAY)

    assert told(ask, ben, NOON + 30 * DAY).sentence == "No answer. They can still give one."


def test_who_is_withdrawn_is_no_longer_asked(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    actions.withdraw(row=place_of(ask, ben), now=NOON)

    assert told(ask, ben).sentence == "No longer asked."


@pytest.mark.parametrize("way", [Way.IN_PERSON, Way.CALL, Way.MESSAGE, Way.LINK])
def test_whose_turn_it_is(nia, ben, way):
    ask = draft_for(nia, (ben, way))
    actions.open_ask(ask=ask, now=NOON)

    place = told(ask, ben)

    assert place.sentence == f"It is Ben’s turn. You wanted to ask {telling.HOW[way]}."
    assert place.is_turn


def test_after_a_yes_it_is_nobody_s_turn(nia, ben, cleo):
    ask = draft_for(nia, (ben, Way.LINK), (cleo, Way.CALL), order=Order.TOGETHER)
    actions.open_ask(ask=ask, now=NOON)
    answers(ask, ben, Answer.YES)

    place = told(ask, cleo)

    assert place.sentence == "Not asked, and there is no need to."
    assert not place.is_turn


def test_a_link_that_ran_out_before_it_was_passed_on_is_said(nia, ben):
    ask = draft_for(nia, (ben, Way.LINK))
    actions.open_ask(ask=ask, now=NOON)

    place = told(ask, ben, NOON + 14 * DAY)

    assert "ended before it was passed on" in place.sentence
    assert (place.is_turn, place.url) == (False, "")


def test_who_comes_later_is_not_asked_yet(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL))

    assert told(ask, cleo).sentence == "Not asked yet."


def test_at_night_the_page_says_when_the_e_mail_goes_out(nia, ben):
    ask = ask_people(nia, (ben, Way.EMAIL), at=FAR)

    assert told(ask, ben, FAR).sentence == "The e-mail goes out on Thursday 11 March, 08:00."


def test_the_limit_of_a_week_counts_for_what_the_page_says(nia, ben):
    for _ in range(3):
        actions.close_ask(ask=ask_people(nia, (ben, Way.EMAIL)), now=NOON)
    ask = ask_people(nia, (ben, Way.EMAIL))

    assert told(ask, ben).sentence == "The e-mail goes out on Wednesday 17 March, 12:00."


def test_a_link_is_shown_from_its_turn_until_its_end(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.LINK))

    shown = [
        bool(told(ask, ben).url),
        bool(told(ask, cleo).url),
        bool(told(ask, ben, NOON + 14 * DAY).url),
    ]

    assert shown == [True, False, False]


# --- what happens by itself -------------------------------------------------------------------
# Each promise is kept: the worker runs until the time the page names.


def silent_by_mail(nia, ben, cleo):
    return ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL))


def silent_by_voice(nia, ben, cleo):
    return ask_people(nia, (ben, Way.CALL), (cleo, Way.LINK))


def reminded_then_mail(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.EMAIL))
    pass_time(NOON + 2 * DAY, step=12 * HOUR)
    return ask


def reminded_then_voice(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.CALL))
    pass_time(NOON + 2 * DAY, step=12 * HOUR)
    return ask


def reminded_then_nobody(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.EMAIL))
    pass_time(NOON + 2 * DAY, step=12 * HOUR)
    return ask


def reminded_beside_another(nia, ben, cleo):
    aunt = contact(nia, "Aunt May", email="may@example.org")
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL), (aunt, Way.EMAIL))
    pass_time(NOON + DAY, step=12 * HOUR)
    actions.ask_next(ask=ask, now=NOON + DAY)
    pass_time(NOON + 2 * DAY, since=NOON + DAY, step=12 * HOUR)
    return ask


def reminded_beside_a_turn(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.CALL))
    pass_time(NOON + DAY, step=12 * HOUR)
    actions.ask_next(ask=ask, now=NOON + DAY)
    pass_time(NOON + 2 * DAY, since=NOON + DAY, step=12 * HOUR)
    return ask


def called_for_the_rest(nia, ben, cleo):
    aunt = contact(nia, "Aunt May", email="may@example.org")
    ask = ask_people(nia, (cleo, Way.LINK), (ben, Way.EMAIL), (aunt, Way.EMAIL))
    answers(ask, cleo, Answer.PART)
    actions.ask_next(ask=ask, now=NOON + HOUR)
    pass_time(NOON + 2 * DAY + HOUR, step=HOUR)
    return ask


def asked_together(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.CALL), order=Order.TOGETHER)
    pass_time(NOON + 2 * DAY, step=12 * HOUR)
    return ask


def written_to_often(nia, ben, cleo):
    for _ in range(2):
        actions.close_ask(ask=ask_people(nia, (ben, Way.EMAIL)), now=NOON)
    return ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL))


PROMISES = [
    (silent_by_mail, NOON, "Halved reminds Ben once on Friday 12 March, 12:00."),
    (silent_by_voice, NOON, "Halved reminds you on Friday 12 March, 12:00."),
    (reminded_then_mail, NOON + 2 * DAY, "by Saturday 13 March, 12:00, Halved asks Cleo by e-mail"),
    (reminded_then_voice, NOON + 2 * DAY, "by Saturday 13 March, 12:00, it is Cleo’s turn"),
    (reminded_then_nobody, NOON + 2 * DAY, "Halved stops waiting."),
    (reminded_beside_another, NOON + 2 * DAY, "Halved stops waiting."),
    (reminded_beside_a_turn, NOON + 2 * DAY, "Halved stops waiting."),
    (called_for_the_rest, NOON + 2 * DAY + HOUR, "Halved stops waiting."),
    (asked_together, NOON + 2 * DAY, "Halved stops waiting."),
    (written_to_often, NOON, "by Saturday 13 March, 12:00, Halved asks Cleo by e-mail."),
]


@pytest.mark.parametrize(("make", "at", "promise"), PROMISES)
def test_what_the_page_promises_happens(nia, ben, cleo, make, at, promise):
    ask = make(nia, ben, cleo)
    work(at)
    due, before, written = place_of(ask, ben).due_at, in_hand(ask), messages(ask, ben)

    said = told(ask, ben, at).then
    pass_time(due, since=at)

    assert promise in said
    assert telling.when(due, nia) in said
    assert in_hand(ask) - before == ({"Cleo"} if "Cleo" in said else set())
    assert (messages(ask, ben) != written) is ("reminds Ben" in said)


def in_hand(ask: Ask) -> set[str]:
    """Whose turn has come, or who was asked."""
    return {row.name for row in places(ask) if row.turn_at or row.asked_at}


@pytest.mark.parametrize(
    "make", [a_draft, at_turn, by_night, exhausted, closed, closed_after_a_yes]
)
def test_where_nothing_happens_by_itself_nothing_is_promised(nia, ben, cleo, make):
    ask = make(nia, ben, cleo)

    assert told(ask, ben).then == ""


def test_after_a_yes_nothing_is_promised_for_those_who_wait(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.EMAIL), order=Order.TOGETHER)
    answers(ask, ben, Answer.YES)

    assert told(ask, cleo).then == ""


def test_a_time_that_has_passed_is_not_promised(nia, ben):
    ask = ask_people(nia, (ben, Way.CALL))

    assert told(ask, ben, NOON + 2 * DAY).then == ""  # no worker ran


# --- what did not go out ----------------------------------------------------------------------


def test_a_message_on_its_way_is_no_trouble(nia, ben):
    ask = ask_people(nia, (ben, Way.EMAIL))

    assert told(ask, ben, NOON + MINUTE).trouble == ""


def test_a_message_that_no_worker_sends_is_told(nia, ben):
    ask = ask_people(nia, (ben, Way.EMAIL))

    assert told(ask, ben, NOON + HOUR).trouble == "The e-mail to Ben has not gone out yet."


def test_a_message_that_is_tried_again_says_when(nia, ben, smtp):
    smtp.mode = "refuse"
    ask = ask_people(nia, (ben, Way.EMAIL))
    for at in (NOON, NOON + MINUTE):
        delivery.deliver_due(clock(at))

    trouble = told(ask, ben, NOON + MINUTE).trouble

    assert trouble == (
        "The e-mail to Ben has not gone out yet. Halved tries again on Wednesday 10 March, 12:06."
    )


def test_a_message_that_was_put_off_to_the_morning_says_so(nia, ben):
    evening = NOON + 9 * HOUR - MINUTE
    ask = ask_people(nia, (ben, Way.EMAIL), at=evening)
    delivery.deliver_due(clock(evening + 2 * MINUTE))

    trouble = told(ask, ben, evening + 2 * MINUTE).trouble

    assert trouble == (
        "The e-mail to Ben has not gone out yet. It goes out on Thursday 11 March, 08:00."
    )


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (Message.Kind.ASK, "The e-mail to Ben did not go out."),
        (Message.Kind.REMINDER, "The reminder to Ben did not go out."),
        (Message.Kind.THANKS, "Your thanks to Ben did not go out."),
    ],
)
def test_a_message_that_was_given_up_is_told(nia, ben, kind, sentence):
    ask = ask_people(nia, (ben, Way.EMAIL))
    Message.objects.update(kind=kind, state="failed", failures=5, due_at=None, ended_at=NOON)

    assert told(ask, ben).trouble == f"{sentence} Halved tried 5 times."


def test_a_message_that_went_out_at_the_second_try_is_no_trouble(nia, ben, smtp):
    smtp.mode = "refuse"
    ask = ask_people(nia, (ben, Way.EMAIL))
    delivery.deliver_due(clock(NOON))
    smtp.mode = "accept"
    delivery.deliver_due(clock(NOON + MINUTE))

    assert told(ask, ben, NOON + HOUR).trouble == ""


@pytest.mark.store
def test_the_latest_trouble_is_told(nia, ben):
    ask = ask_people(nia, (ben, Way.EMAIL))
    work(NOON)
    Message.objects.update(state="failed", failures=5, ended_at=NOON)
    work(NOON + 2 * DAY)
    Message.objects.filter(kind="reminder").update(
        state="waiting", failures=1, due_at=NOON + 2 * DAY + MINUTE, ended_at=None
    )

    assert told(ask, ben, NOON + 2 * DAY).trouble.startswith("The reminder to Ben")


def test_who_was_never_reached_is_told_as_that(nia, ben):
    ask = ask_people(nia, (ben, Way.EMAIL))
    Message.objects.update(state="failed", failures=5, due_at=None, ended_at=NOON)
    work(NOON + HOUR)

    assert told(ask, ben, NOON + HOUR).sentence == "It never reached them."


# --- what the member may do -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "by_voice", "by_link", "withdraw"),
    [
        (InvitationState.PLANNED, False, False, True),
        (InvitationState.ASKED, True, True, True),
        (InvitationState.REMINDED, True, True, True),
        (InvitationState.PASSED_ON, True, True, True),
        (InvitationState.ANSWERED, True, False, False),
        (InvitationState.WITHDRAWN, False, False, False),
    ],
)
def test_what_may_be_noted_and_taken_back(nia, ben, cleo, state, by_voice, by_link, withdraw):
    ask = ask_people(nia, (ben, Way.CALL), (cleo, Way.LINK), order=Order.TOGETHER)
    ask.invitations.update(state=state, reminded_at=NOON, answer="no", answered_at=NOON)

    first, second = told(ask, ben), told(ask, cleo)

    assert (first.may_note, second.may_note) == (by_voice, by_link)
    assert (first.may_withdraw, second.may_withdraw) == (withdraw, withdraw)


def test_in_a_closed_ask_there_is_nothing_to_note_or_take_back(nia, ben):
    ask = ask_people(nia, (ben, Way.CALL))
    notes(ask, ben, Answer.YES)
    actions.close_ask(ask=ask, now=NOON + 2 * HOUR)

    place = told(ask, ben)

    assert not (place.may_note or place.may_withdraw or place.is_turn)


@pytest.mark.parametrize(
    ("make", "offered"),
    [
        (waiting, "Cleo"),
        (answered(Answer.PART), "Cleo"),
        (answered(Answer.LATER), "Cleo"),
        (answered(Answer.YES), None),
        (answered(Answer.NO), None),  # it is Cleo's turn already
        (waiting_for_both, None),
        (at_turn, None),
        (by_night, None),  # "now" would not be now
        (exhausted, None),
        (closed, None),
    ],
)
def test_who_is_offered_to_be_asked_next(nia, ben, cleo, make, offered):
    ask = make(nia, ben, cleo)
    ask.refresh_from_db(fields=["state"])

    person = telling.who_may_be_next(ask, places(ask))

    assert (person and person.name) == offered


def test_who_was_held_back_in_an_ask_to_all_is_offered_for_the_rest(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.EMAIL), order=Order.TOGETHER, at=FAR)
    answers(ask, ben, Answer.PART, at=FAR + HOUR)
    ask.refresh_from_db(fields=["state"])

    person = telling.who_may_be_next(ask, places(ask))

    assert person and person.name == "Cleo"


# --- before it goes out -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pace", "silent_for"),
    [(Pace.HOURS, "6 hours"), (Pace.DAYS, "3 days"), (Pace.WEEK, "7 days")],
)
def test_the_preview_says_when_the_second_is_asked(nia, ben, cleo, pace, silent_for):
    ask = draft_for(nia, (ben, Way.LINK), (cleo, Way.LINK), pace=pace)

    first, second = leaving.previews(ask, places(ask), "Nia")

    assert first.turn == ""
    assert second.turn.endswith(f"silent for {silent_for}")


def test_in_an_ask_to_all_nobody_is_second(nia, ben, cleo):
    ask = draft_for(nia, (ben, Way.LINK), (cleo, Way.LINK), order=Order.TOGETHER)

    turns = [preview.turn for preview in leaving.previews(ask, places(ask), "Nia")]

    assert turns == ["", ""]


def test_the_preview_names_the_kind_of_help_as_they_will_read_it(nia, ben):
    ask = draft_for(nia, (ben, Way.LINK))

    [preview] = leaving.previews(ask, places(ask), "Nia")

    assert preview.kinds == ["Nia would like company. Nothing needs fixing."]


@pytest.mark.parametrize(
    ("way", "words", "missing"),
    [
        (Way.CALL, "", []),
        (Way.IN_PERSON, "", []),
        (Way.MESSAGE, " ", ["asks:words"]),
        (Way.LINK, "", ["asks:words"]),
        (Way.LINK, "Can you come?", []),
        (Way.EMAIL, "", ["asks:words"]),
        (Way.EMAIL, "Can you come?", []),
    ],
)
def test_what_is_missing_before_it_can_go_out(nia, ben, way, words, missing):
    ask = draft_for(nia, (ben, way))
    actions.write(ask=ask, words={place_of(ask, ben).pk: words})

    found = leaving.what_is_missing(ask, places(ask))

    assert [step for _, step in found] == missing


def test_an_address_that_is_gone_is_missing(nia, ben):
    ask = draft_for(nia, (ben, Way.EMAIL))
    ben.email = None
    ben.save()

    found = leaving.what_is_missing(ask, places(ask))

    assert [step for _, step in found] == ["asks:whom"]


def test_nobody_is_missing_most(nia):
    ask = draft_for(nia)

    assert [step for _, step in leaving.what_is_missing(ask, [])] == ["asks:whom"]


def test_a_greeting_to_the_wrong_person_is_pointed_out(nia, ben, cleo):
    ask = draft_for(nia, (ben, Way.LINK), (cleo, Way.LINK))
    first, second = places(ask)
    actions.write(ask=ask, words={first.pk: "Hi Ben", second.pk: "Hi Ben, can you come?"})

    assert leaving.names_that_stand_elsewhere(places(ask)) == [("Cleo", ["Ben"])]


@pytest.mark.parametrize(("phone", "call"), [("+44 20 7946-0018", "tel:+442079460018"), (None, "")])
def test_a_number_opens_the_member_s_own_phone(nia, ben, phone, call):
    ben.phone = phone
    ben.save()
    ask = draft_for(nia, (ben, Way.CALL))

    assert telling.reach(place_of(ask, ben)).call == call


def test_words_in_a_link_cannot_add_a_field(nia, ben):
    ask = draft_for(nia, (ben, Way.MESSAGE))
    actions.write(ask=ask, words={place_of(ask, ben).pk: "Hi&bcc=olu@example.org?\r\nTo: olu"})

    reach = telling.reach(place_of(ask, ben))

    assert "&bcc" not in reach.mail and "\n" not in reach.mail
    assert reach.mail.count("?") == reach.mail.count("=") == 1
