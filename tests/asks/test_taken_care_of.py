"""Closing an ask: who was asked and has not answered learns it kindly, and is asked no more."""

import pytest
from django.test import Client

from halved.asks import actions
from halved.asks.rules import Answer, InvitationState, Way
from tests.asks.asking import (
    DAY,
    HOUR,
    NOON,
    WORDS,
    answers,
    ask_people,
    messages,
    place_of,
    states,
    work,
)

pytestmark = pytest.mark.store


@pytest.fixture(autouse=True)
def at_noon(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOON + HOUR)


def test_the_link_says_that_nothing_is_needed_any_more(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    token = place_of(ask, ben).token

    actions.close_ask(ask=ask, now=NOON)

    for page in (Client().get(f"/a/{token}/"), Client().post(f"/a/{token}/")):
        assert b"It is taken care of" in page.content
        assert WORDS.encode() not in page.content


def test_an_answer_that_comes_too_late_is_given_back(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    token = place_of(ask, ben).token
    actions.close_ask(ask=ask, now=NOON)

    page = Client().post(f"/a/{token}/answer/", {"answer": "part", "words": "Half an hour."})

    assert b"Half an hour." in page.content
    assert states(ask) == [InvitationState.WITHDRAWN]


def test_what_was_asked_is_wiped_at_once_and_the_link_in_the_end(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))

    actions.close_ask(ask=ask, now=NOON)
    work(NOON + 15 * DAY)

    row = place_of(ask, ben)
    assert (row.link, row.letter, row.token, row.due_at) == (None, None, None, None)


def test_who_was_asked_by_e_mail_gets_one(nia, ben):
    ask = ask_people(nia, (ben, Way.EMAIL))
    work(NOON)

    actions.close_ask(ask=ask, now=NOON + HOUR)

    assert messages(ask, ben) == ["ask", "taken_care"]


@pytest.mark.parametrize("way", [Way.LINK, Way.CALL])
def test_who_was_asked_in_another_way_gets_none(nia, ben, way):
    ask = ask_people(nia, (ben, way))

    actions.close_ask(ask=ask, now=NOON + HOUR)

    assert messages(ask, ben) == []


def test_an_e_mail_that_has_not_gone_out_is_taken_back_and_not_explained(nia, ben):
    ask = ask_people(nia, (ben, Way.EMAIL))

    actions.close_ask(ask=ask, now=NOON)

    assert messages(ask, ben) == []


def test_who_was_not_asked_yet_hears_nothing(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.EMAIL))
    token = place_of(ask, cleo).token

    actions.close_ask(ask=ask, now=NOON)

    assert messages(ask, cleo) == []
    assert Client().get(f"/a/{token}/").status_code == 404


def test_who_was_written_to_three_times_this_week_gets_no_fourth(nia, ben):
    for _ in range(2):
        ask_people(nia, (ben, Way.EMAIL))
    ask = ask_people(nia, (ben, Way.EMAIL))
    work(NOON)

    actions.close_ask(ask=ask, now=NOON + HOUR)

    assert messages(ask, ben) == ["ask"]


def test_whoever_answered_can_read_it_again(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    answers(ask, ben, Answer.YES)
    token = place_of(ask, ben).token

    actions.close_ask(ask=ask, now=NOON + HOUR)

    assert WORDS.encode() in Client().post(f"/a/{token}/").content
