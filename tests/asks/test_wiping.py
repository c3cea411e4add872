"""What is wiped, and exactly when: the address, the link and what lies behind it."""

import pytest

from halved.asks import actions
from halved.asks.models import Invitation
from halved.asks.rules import Answer, InvitationState, Way
from halved.delivery.models import Message
from tests.asks.asking import (
    DAY,
    HOUR,
    MINUTE,
    NOON,
    answers,
    ask_people,
    draft_for,
    pass_time,
    place_of,
    places,
    work,
)

pytestmark = pytest.mark.store
FIELDS = ["link", "letter", "thanks_letter", "token", "route", "expires_at"]


def left_of(row: Invitation) -> list[str]:
    """The fields of a link that still hold something."""
    stored = Invitation.objects.filter(pk=row.pk).values(*FIELDS).get()
    return [name for name in FIELDS if stored[name] is not None]


def test_a_draft_has_no_link_and_no_address(nia, ben, cleo):
    ask = draft_for(nia, (ben, Way.EMAIL), (cleo, Way.LINK))

    assert [left_of(row) for row in places(ask)] == [[], []]


@pytest.mark.parametrize("way", [Way.IN_PERSON, Way.CALL, Way.MESSAGE])
def test_whom_the_member_asks_herself_needs_no_link(nia, ben, way):
    ask = draft_for(nia, (ben, way))
    actions.open_ask(ask=ask, now=NOON)
    at_turn = left_of(place_of(ask, ben))

    actions.mark_asked(row=place_of(ask, ben), now=NOON)

    assert (at_turn, left_of(place_of(ask, ben))) == ([], [])


def test_a_link_that_is_passed_on_tells_the_server_no_address(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))

    assert left_of(place_of(ask, ben)) == ["link", "letter", "token", "expires_at"]


def test_the_address_is_kept_until_the_reminder_and_no_longer(nia, ben):
    ask = ask_people(nia, (ben, Way.EMAIL))

    work(NOON + 2 * DAY - MINUTE)
    before = left_of(place_of(ask, ben))
    work(NOON + 2 * DAY)
    after = left_of(place_of(ask, ben))

    assert "route" in before
    assert after == ["link", "letter", "token", "expires_at"]


def test_nothing_in_the_queue_holds_an_address_either(nia, ben):
    ask_people(nia, (ben, Way.EMAIL))

    pass_time(NOON + 2 * DAY, step=12 * HOUR)

    assert Message.objects.count() == 2
    assert not Message.objects.exclude(letter=None).exists()


@pytest.mark.parametrize("code", Answer)
def test_an_answer_wipes_the_address_at_once(nia, ben, code):
    ask = ask_people(nia, (ben, Way.EMAIL))

    answers(ask, ben, code)

    assert left_of(place_of(ask, ben)) == ["link", "letter", "token", "expires_at"]


def test_the_addresses_of_the_others_are_kept_while_a_yes_may_be_taken_back(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.EMAIL))
    answers(ask, ben, Answer.YES)

    work(NOON + 25 * HOUR - MINUTE)
    before = left_of(place_of(ask, cleo))
    work(NOON + 25 * HOUR)
    after = left_of(place_of(ask, cleo))

    assert "route" in before
    assert "route" not in after


def test_a_link_ends_after_14_days_and_leaves_nothing(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    pass_time(NOON + 4 * DAY, step=DAY)

    work(NOON + 14 * DAY - MINUTE)
    before = left_of(place_of(ask, ben))
    work(NOON + 14 * DAY)

    assert before == ["link", "letter", "token", "expires_at"]
    assert left_of(place_of(ask, ben)) == []
    assert place_of(ask, ben).due_at is None


def test_the_link_of_an_answer_ends_and_the_answer_stays(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    answers(ask, ben, Answer.PART, words="I can bring soup.")

    work(NOON + 14 * DAY)

    row = place_of(ask, ben)
    assert left_of(row) == []
    assert (row.state, row.reply["words"]) == (InvitationState.ANSWERED, "I can bring soup.")


def test_a_link_ends_on_its_day_even_if_the_answer_came_on_the_last(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    pass_time(NOON + 4 * DAY, step=DAY)
    answers(ask, ben, Answer.YES, at=NOON + 14 * DAY - HOUR)

    work(NOON + 14 * DAY)

    assert left_of(place_of(ask, ben)) == []


def test_a_link_that_waits_beside_a_yes_ends_too(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.LINK))
    actions.ask_next(ask=ask, now=NOON)
    answers(ask, ben, Answer.YES)

    work(NOON + 14 * DAY)

    assert left_of(place_of(ask, cleo)) == []


def test_nobody_can_answer_once_the_link_has_ended(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    pass_time(NOON + 4 * DAY, step=DAY)

    late = answers(ask, ben, Answer.YES, at=NOON + 14 * DAY)

    assert not late
    assert place_of(ask, ben).answer == ""
