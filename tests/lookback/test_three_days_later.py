"""How heavy is it three days later? A quiet line on the first page, until it is noted or left
out; then never again for this ask."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from halved.asks import actions
from halved.asks.rules import Answer
from halved.lookback import past
from halved.lookback.models import Forecast
from halved.lookback.rules import Moment
from halved.reflection.models import CheckIn, Concern
from tests.asks.asking import DAY, HOUR
from tests.lookback.story import past_ask

pytestmark = pytest.mark.store
HEAVY = {Moment.BEFORE_ASKING: 8}
ASKED = "Note it, or leave it out"


def waits(nia) -> object:
    """The ask that the first page asks about."""
    found = past.waits(nia, timezone.now())
    return found.ask if found else None


def page_of(ask) -> str:
    return reverse("lookback:after", args=[ask.pk])


def test_the_first_page_asks_with_a_line_that_leads_to_the_scale(room, nia, ben):
    ask = past_ask(nia, ben, Answer.YES, ago=3 * DAY, weights=HEAVY)

    home = room.get("/").content.decode()

    assert "A few days ago: Ben said yes." in home
    assert f'href="{page_of(ask)}">{ASKED}' in home
    assert "Three days later" in room.get(page_of(ask)).content.decode()


@pytest.mark.parametrize("ago", [3 * DAY - HOUR, 7 * DAY])
def test_too_early_and_too_late_nothing_is_asked(room, nia, ben, ago):
    past_ask(nia, ben, Answer.YES, ago=ago, weights=HEAVY)

    assert ASKED not in room.get("/").content.decode()


def test_who_noted_nothing_is_not_asked(nia, ben):
    past_ask(nia, ben, Answer.YES, ago=4 * DAY, likely=3)

    assert waits(nia) is None


def test_it_is_noted_once(room, nia, ben):
    ask = past_ask(nia, ben, Answer.YES, ago=4 * DAY, weights=HEAVY)

    room.post(page_of(ask), {"weight": "5", "moment": "three_days_later"})

    assert waits(nia) is None
    noted = [(row.moment, row.weight) for row in nia.check_ins.all()]
    assert noted == [("before_asking", 8), ("three_days_later", 5)]


def test_left_out_it_never_comes_back(room, nia, ben):
    ask = past_ask(nia, ben, Answer.YES, ago=4 * DAY, weights=HEAVY)

    response = room.post(page_of(ask), {"leave_out": "1"})

    assert response["Location"] == "/"
    assert ASKED not in room.get("/").content.decode()
    assert "Three days later" not in room.get(page_of(ask)).content.decode()
    assert nia.check_ins.count() == 1


def test_an_empty_scale_leaves_the_question_open(room, nia, ben):
    ask = past_ask(nia, ben, Answer.YES, ago=4 * DAY, weights=HEAVY)

    room.post(page_of(ask), {"moment": "three_days_later"})

    assert waits(nia) == ask


def test_a_weight_that_goes_with_its_concern_is_not_asked_for_again(room, nia, ben):
    concern = Concern.put_down(nia, "Mum’s care")
    ask = past_ask(nia, ben, Answer.YES, ago=4 * DAY, weights=HEAVY)
    ask.concern = concern
    ask.save()
    room.post(page_of(ask), {"weight": "5", "moment": "three_days_later"})

    concern.delete()

    assert not CheckIn.objects.filter(moment="three_days_later").exists()
    assert waits(nia) is None


def test_after_a_no_it_is_asked_too(nia, ben):
    ask = past_ask(nia, ben, Answer.NO, ago=4 * DAY, weights=HEAVY)

    assert waits(nia) == ask


def test_help_that_is_still_to_come_is_not_asked_about(nia, ben):
    past_ask(nia, ben, Answer.LATER, ago=4 * DAY, weights=HEAVY)

    assert waits(nia) is None


def test_an_ask_that_was_closed_without_an_answer_counts_from_there(nia, ben):
    ask = past_ask(nia, ben, ago=5 * DAY, weights=HEAVY)
    actions.close_ask(ask=ask, now=timezone.now() - 3 * DAY)

    assert waits(nia) == ask


def test_of_several_one_is_asked_about_the_oldest_first(nia, ben, cleo):
    past_ask(nia, cleo, Answer.YES, ago=3 * DAY + HOUR, weights=HEAVY)
    oldest = past_ask(nia, ben, Answer.YES, ago=5 * DAY, weights=HEAVY)

    assert waits(nia) == oldest


def test_nobody_is_asked_about_somebody_elses_ask(nia, olu, ben):
    past_ask(nia, ben, Answer.YES, ago=4 * DAY, weights=HEAVY)

    assert waits(olu) is None


def test_however_many_asks_there_are_three_queries_do(nia, ben, django_assert_max_num_queries):
    for number in range(6):
        past_ask(nia, ben, Answer.YES, ago=3 * DAY + number * HOUR, weights=HEAVY)

    with django_assert_max_num_queries(3):
        assert waits(nia)


def test_what_was_settled_first_stays(nia, ben):
    forecast = past_ask(nia, ben, Answer.YES, ago=4 * DAY, weights=HEAVY).forecast
    now = timezone.now()

    for later in (0, 1):
        forecast.settle(now + timedelta(hours=later))

    assert Forecast.objects.get().settled_at == now
