"""Thanks are laid behind the link, and somebody who was asked by e-mail gets word of them."""

import pytest

from halved.asks import actions
from halved.asks.models import Invitation
from halved.asks.rules import Answer, Way
from halved.delivery.models import Message
from halved.vault.fields import unseal_behind_link
from tests.asks.asking import (
    DAY,
    HOUR,
    NOON,
    answers,
    ask_people,
    messages,
    notes,
    place_of,
    work,
)

pytestmark = pytest.mark.store
THANKS = "You came. It made the day."


def thank(ask, contact, at=NOON + 2 * HOUR, words=THANKS) -> bool:
    return actions.thank(row=place_of(ask, contact), words=words, now=at)


def behind_the_link(row: Invitation, token: str) -> str:
    return unseal_behind_link(token, bytes(row.thanks_letter), row.thanks_place)


@pytest.mark.parametrize("way", [Way.LINK, Way.EMAIL])
def test_thanks_lie_behind_the_same_link(nia, ben, way):
    ask = ask_people(nia, (ben, way))
    answers(ask, ben, Answer.YES)

    assert thank(ask, ben)

    row = place_of(ask, ben)
    assert row.thanks == THANKS
    assert behind_the_link(row, row.token) == THANKS


@pytest.mark.parametrize(("way", "sent"), [(Way.EMAIL, ["thanks"]), (Way.LINK, [])])
def test_only_who_was_asked_by_e_mail_gets_an_e_mail(nia, ben, way, sent):
    ask = ask_people(nia, (ben, way))
    answers(ask, ben, Answer.YES)

    thank(ask, ben)

    assert messages(ask, ben) == sent


def test_thanks_for_help_that_was_noted_are_kept(nia, ben):
    ask = ask_people(nia, (ben, Way.CALL))
    notes(ask, ben, Answer.YES)

    assert thank(ask, ben)

    assert place_of(ask, ben).thanks == THANKS
    assert messages(ask, ben) == []


def test_words_that_are_changed_are_sent_once(nia, ben):
    ask = ask_people(nia, (ben, Way.EMAIL))
    answers(ask, ben, Answer.YES)

    thank(ask, ben)
    thank(ask, ben, words="Thank you, Ben.")

    row = place_of(ask, ben)
    assert messages(ask, ben) == ["thanks"]
    assert behind_the_link(row, row.token) == "Thank you, Ben."


def test_thanks_wait_for_the_morning_where_they_are(nia, ben):
    ask = ask_people(nia, (ben, Way.EMAIL))
    answers(ask, ben, Answer.YES)

    thank(ask, ben, at=NOON + 11 * HOUR)

    assert Message.objects.get(kind="thanks").due_at == NOON + 20 * HOUR


def test_a_link_lives_on_until_thanks_have_been_read(nia, ben):
    ask = ask_people(nia, (ben, Way.EMAIL))
    answers(ask, ben, Answer.YES)
    evening = NOON + 13 * DAY + 11 * HOUR  # the link would end the next noon

    thank(ask, ben, at=evening)
    work(NOON + 14 * DAY)

    row = place_of(ask, ben)
    assert row.thanks_letter and row.link
    assert row.expires_at == evening + 9 * HOUR + 14 * DAY
    work(row.expires_at)
    assert place_of(ask, ben).thanks_letter is None


def test_behind_a_link_that_has_ended_nothing_is_laid(nia, ben):
    ask = ask_people(nia, (ben, Way.EMAIL))
    answers(ask, ben, Answer.YES)

    kept = thank(ask, ben, at=NOON + 14 * DAY)

    row = place_of(ask, ben)
    assert (kept, row.thanks, row.thanks_letter) == (True, THANKS, None)
    assert messages(ask, ben) == []


def test_thanks_in_the_queue_survive_a_changed_answer(nia, ben):
    ask = ask_people(nia, (ben, Way.EMAIL))
    answers(ask, ben, Answer.YES)
    thank(ask, ben)

    answers(ask, ben, Answer.PART, at=NOON + 3 * HOUR)

    assert messages(ask, ben) == ["thanks"]


def test_nobody_is_thanked_for_an_answer_they_never_gave(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL))

    done = [thank(ask, person) for person in (ben, cleo)]

    assert done == [False, False]
    assert messages(ask, ben) == ["ask"]
    assert messages(ask, cleo) == []
