"""The pages of “carry on, or ask?”: what they show, and that the person decides."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from halved.reflection.models import CheckIn, Concern, Intention, Weighing

pytestmark = pytest.mark.django_db


def weigh(room, place, **said):
    """Weighs, and returns where the outcome stands."""
    response = room.post(f"{place}weigh/", {"once": str(uuid4())} | said)
    assert response.status_code == 302, response.content
    return response.url


def days_ago(row, days):
    type(row).objects.filter(pk=row.pk).update(at=timezone.now() - timedelta(days=days))


def test_nothing_said_is_carry_on(room, place):
    page = room.get(weigh(room, place)).content.decode()

    assert "<b>carry on, and look again on" in page
    assert "Nothing you noted speaks against it." in page


def test_ones_own_numbers_and_words_stand_beside_the_outcome(room, nia, place, concern):
    days_ago(CheckIn.note(nia, concern, 3), 20)
    CheckIn.note(nia, concern, 8)
    for _ in range(3):
        room.post(f"{place}tried/", {"what": "Rang the office", "moved": "no"})

    page = room.get(weigh(room, place)).content.decode()

    assert "<b>ask now.</b> 2 things led there." in page
    assert "Rang the office" in page
    assert "was 3" in page
    assert "What would change it" in page
    assert "Nobody has tested this rule." in page


def test_what_is_said_about_today_is_noted_once(room, nia, place):
    room.post(place, {"weight": "5", "line": "No sleep again"})

    weigh(room, place, weight="7", wish="2")
    weigh(room, place, weight="7", wish="2")

    noted = nia.check_ins.get()
    assert (noted.weight, noted.wish, noted.line) == (7, 2, "No sleep again")


def test_a_wish_without_a_weight_is_kept(room, nia, place):
    weigh(room, place, wish="2")

    noted = nia.check_ins.get()
    assert (noted.weight, noted.wish) == (None, 2)


@pytest.mark.store
def test_a_form_that_is_sent_twice_weighs_once(room, nia, place):
    once = str(uuid4())

    first = weigh(room, place, yes=["hiding"], weight="7", once=once)
    second = weigh(room, place, yes=["hiding"], weight="7", once=once)

    assert first == second
    assert nia.weighings.count() == 1
    assert nia.check_ins.count() == 1


def test_what_was_ticked_last_time_is_ticked_and_said_so(room, place):
    weigh(room, place, yes=["hiding"])

    page = room.get(f"{place}weigh/").content.decode()

    assert "What you ticked on" in page
    assert page.count("checked") == 1


def test_a_question_nobody_asked_keeps_the_other_answers(room, nia, place):
    page = room.post(f"{place}weigh/", {"yes": ["hiding", "made-up"], "weight": "7"})

    assert page.content.decode().count("checked") == 2
    assert not nia.weighings.exists()


@pytest.mark.parametrize("sign", ["safety", "basic_need"])
def test_danger_leads_to_help_now_before_anything_else(room, place, sign):
    page = room.get(weigh(room, place, yes=[sign])).content.decode()

    assert page.index('class="btn" href="/now/"') < page.index("A rule of thumb says")


def test_without_danger_help_now_is_not_pushed(room, place):
    page = room.get(weigh(room, place, yes=["deadline"])).content.decode()

    assert 'class="btn" href="/now/"' not in page


def test_an_old_outcome_stays_as_it_was(room, place):
    outcome = weigh(room, place, yes=["hiding"])
    before = room.get(outcome).content.decode().split("What would change it")[0]

    room.post(f"{place}barriers/", {"kinds": ["shame"]})

    assert room.get(outcome).content.decode().split("What would change it")[0] == before


# --- the person decides -----------------------------------------------------------------------


@pytest.mark.store
def test_carrying_on_against_the_rule_holds_on_every_page(room, place):
    outcome = weigh(room, place, yes=["deadline"])

    response = room.post(outcome, {"choice": "0", "again_on": "2031-01-31"})

    assert response.url == place
    said = "You are carrying on, and look again on 31 January."
    assert said in room.get(place).content.decode()
    assert said in room.get("/").content.decode()
    assert "You chose to carry on" in room.get(outcome).content.decode()


def test_carrying_on_needs_no_day(room, place):
    outcome = weigh(room, place)

    room.post(outcome, {"choice": "0", "again_on": ""})

    assert "You are carrying on." in room.get("/").content.decode()


def test_a_day_that_is_over_is_asked_for_again(room, nia, place):
    outcome = weigh(room, place)

    page = room.post(outcome, {"choice": "0", "again_on": "2020-01-31"}).content.decode()

    assert "That day is over. Choose one to come." in page
    assert 'value="2020-01-31"' in page
    assert nia.weighings.get().choice is None


@pytest.mark.store
def test_asking_begins_one_draft_however_often_it_is_pressed(room, nia, place):
    outcome = weigh(room, place)
    once = str(uuid4())

    first, second = (room.post(outcome, {"choice": "2", "once": once}) for _ in range(2))

    assert first.url == second.url == f"/asks/{nia.asks.get().pk}/"
    assert "You decided to ask." in room.get("/").content.decode()


def test_setting_a_line_leads_to_a_plan(room, place):
    outcome = weigh(room, place, yes=["deadline"])

    response = room.post(outcome, {"choice": "1"})

    assert response.url == f"{place}plan/"
    assert "You set a line." in room.get(place).content.decode()


def test_seeing_it_differently_is_kept_and_can_be_taken_back(room, place):
    outcome = weigh(room, place, yes=["deadline"])

    room.post(outcome, {"otherwise": "The date was moved"})
    kept = room.get(outcome).content.decode(), room.get(place).content.decode()
    room.post(outcome, {"otherwise": ""})

    assert all("You see it differently: The date was moved" in page for page in kept)
    assert "The date was moved" not in room.get(outcome).content.decode()


@pytest.fixture
def looked(nia, concern):
    """Nia chose to carry on and to look again today."""
    row = Weighing(member=nia, concern=concern)
    row.yes, row.outcome, row.signs, row.choice = [], 0, [], 0
    row.look_on = row.again_on = timezone.localdate().isoformat()
    row.save()
    return row


def test_when_the_day_has_come_it_is_said_calmly(room, place, looked):
    home, page = (room.get(path).content.decode() for path in ("/", place))

    assert home.count("You wanted to look again on") == 1
    assert page.count("You wanted to look again on") == 1


def test_who_has_looked_again_is_not_told_again(room, place, looked):
    weigh(room, place)

    home, page = (room.get(path).content.decode() for path in ("/", place))

    assert "You wanted to look again" not in home
    assert "You wanted to look again" not in page


def test_a_weight_said_here_brings_the_plan_that_waits_for_it(room, nia, place, concern):
    plan = Intention(member=nia, concern=concern)
    plan.trigger = {"kind": "weight", "weight": 8}
    plan.save()

    weigh(room, place, weight="8")

    assert "The moment you planned for is here." in room.get("/").content.decode()


def test_the_weighing_of_another_concern_counts_for_nothing_here(room, nia, place):
    other = Concern.put_down(nia, "The exam")
    weigh(room, f"/carrying/{other.pk}/", yes=["deadline"])

    page = room.get(weigh(room, place)).content.decode()

    assert "Nothing you noted speaks against it." in page
