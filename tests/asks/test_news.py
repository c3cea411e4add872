"""What waits for the member on her first page."""

import pytest

from halved.asks import actions, news
from halved.asks.rules import Answer, Order, Way
from halved.delivery.models import Message
from tests.asks.asking import (
    DAY,
    HOUR,
    MINUTE,
    NOON,
    answers,
    ask_people,
    draft_for,
    notes,
    pass_time,
    place_of,
    work,
)

pytestmark = pytest.mark.store


def sentences(member, at=NOON + HOUR) -> list[str]:
    return [line.sentence for line in news.of(member, at)]


def test_there_is_no_news_where_nothing_happened(nia, ben):
    ask_people(nia, (ben, Way.LINK))

    assert sentences(nia) == []


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (Answer.YES, "Ben said yes."),
        (Answer.PART, "Ben said yes, but less."),
        (Answer.LATER, "Ben said not now, but later."),
    ],
)
def test_an_answer_is_news_until_it_was_seen(nia, ben, code, sentence):
    ask = ask_people(nia, (ben, Way.LINK))
    answers(ask, ben, code)

    before = sentences(nia)
    actions.note_seen(ask=ask, now=NOON + 2 * HOUR)

    assert before == [sentence]
    assert sentences(nia) == []


def test_a_no_from_the_last_one_is_told_with_what_it_means(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    answers(ask, ben, Answer.NO)

    assert sentences(nia) == ["Ben can’t this time.", "Nobody is left on your list."]


def test_what_the_member_noted_herself_is_no_news(nia, ben):
    notes(ask_people(nia, (ben, Way.CALL)), ben, Answer.YES)

    assert sentences(nia) == []


@pytest.mark.parametrize("way", [Way.IN_PERSON, Way.CALL, Way.MESSAGE, Way.LINK])
def test_a_turn_is_news(nia, ben, way):
    actions.open_ask(ask=draft_for(nia, (ben, way)), now=NOON)

    assert sentences(nia) == ["It is Ben’s turn."]


def test_a_turn_that_a_yes_made_needless_is_no_news(nia, ben, cleo):
    ask = draft_for(nia, (ben, Way.LINK), (cleo, Way.CALL), order=Order.TOGETHER)
    actions.open_ask(ask=ask, now=NOON)

    answers(ask, ben, Answer.YES)

    assert sentences(nia) == ["Ben said yes."]


@pytest.mark.parametrize(("way", "asks"), [(Way.CALL, True), (Way.LINK, True), (Way.EMAIL, False)])
def test_the_member_is_reminded_of_whom_she_asked_herself(nia, ben, way, asks):
    ask_people(nia, (ben, way))

    pass_time(NOON + 2 * DAY, step=12 * HOUR)

    assert sentences(nia) == (["Has Ben answered?"] if asks else [])


def test_nobody_asks_for_an_answer_once_another_said_yes(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.CALL), order=Order.TOGETHER)
    pass_time(NOON + 2 * DAY, step=12 * HOUR)
    before = sentences(nia)

    answers(ask, ben, Answer.YES, at=NOON + 2 * DAY)

    assert sorted(before) == ["Has Ben answered?", "Has Cleo answered?"]
    assert sentences(nia) == ["Ben said yes."]


def test_a_closed_ask_is_quiet(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.EMAIL), order=Order.TOGETHER)
    answers(ask, ben, Answer.PART)

    actions.close_ask(ask=ask, now=NOON + HOUR)

    assert sentences(nia) == []


def test_what_went_wrong_comes_first_then_the_newest_answer(nia, ben, cleo):
    ask = ask_people(nia, (cleo, Way.EMAIL))
    answers(ask_people(nia, (ben, Way.LINK)), ben, Answer.YES, at=NOON + MINUTE)
    answers(ask_people(nia, (cleo, Way.LINK)), cleo, Answer.PART, at=NOON + HOUR)
    actions.open_ask(ask=draft_for(nia, (ben, Way.CALL)), now=NOON)

    lines = news.of(nia, NOON + HOUR)

    assert [line.sentence for line in lines] == [
        "The e-mail to Cleo has not gone out yet.",
        "Cleo said yes, but less.",
        "Ben said yes.",
        "It is Ben’s turn.",
    ]
    assert [line.bad for line in lines] == [True, False, False, False]
    assert lines[0].url == f"/asks/{ask.pk}/"


def test_an_e_mail_that_did_not_go_out_is_told_until_it_is_dealt_with(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.LINK))
    Message.objects.update(state="failed", failures=5, due_at=None, ended_at=NOON)
    work(NOON + HOUR)

    before = sentences(nia)
    actions.withdraw(row=place_of(ask, ben), now=NOON + HOUR)

    assert before == ["The e-mail to Ben did not go out.", "It is Cleo’s turn."]
    assert sentences(nia) == ["It is Cleo’s turn."]


def test_an_e_mail_that_did_not_go_out_is_forgotten_when_the_answer_is_there(nia, ben):
    ask = ask_people(nia, (ben, Way.EMAIL))
    Message.objects.update(state="failed", failures=5, due_at=None, ended_at=NOON)

    notes(ask, ben, Answer.YES)

    assert sentences(nia) == []


def test_thanks_that_did_not_go_out_are_told(nia, ben):
    ask = ask_people(nia, (ben, Way.EMAIL))
    notes(ask, ben, Answer.YES)
    actions.thank(row=place_of(ask, ben), words="Thank you.", now=NOON + HOUR)
    Message.objects.update(state="failed", failures=5, due_at=None, ended_at=NOON)

    assert sentences(nia) == ["Your thanks to Ben did not go out."]


def test_nobody_sees_the_news_of_somebody_else(nia, olu, ben):
    answers(ask_people(nia, (ben, Way.LINK)), ben, Answer.YES)

    assert sentences(olu) == []
