"""If this, then I ask: making plans, and the moment when they come."""

from __future__ import annotations

import threading
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone

from halved.asks import actions as asks
from halved.asks.rules import Way
from halved.delivery.models import Message
from halved.reflection import actions
from halved.reflection.models import CheckIn, Intention
from halved.worker import one_pass

pytestmark = pytest.mark.django_db

NOON = datetime(2027, 3, 10, 12, tzinfo=UTC)
FAR = (date.today() + timedelta(days=30)).isoformat()  # noqa: DTZ011 (any day to come)
TIME = {"kind": "time", "day": FAR, "hour": "18:30"}


@pytest.fixture
def draft(nia, concern, ben):
    """A finished draft."""
    row = nia.asks.create(concern=concern)
    asks.plan(ask=row, people=[(ben, Way.IN_PERSON)])
    asks.write(ask=row, words={person.pk: "Could you come?" for person in row.invitations.all()})
    return row


@pytest.fixture
def make(nia, concern, draft):
    def made(kind: str = "event", due_at: datetime | None = None, **trigger: object) -> Intention:
        row = Intention(member=nia, concern=concern, ask=draft, due_at=due_at)
        row.trigger = {"kind": kind} | trigger
        row.save()
        return row

    return made


def state(plan: Intention) -> str:
    plan.refresh_from_db(fields=["state", "due_at"])
    return plan.state


# --- making one -------------------------------------------------------------------------------


@pytest.mark.store
def test_a_plan_that_is_sent_twice_is_made_once_with_one_draft(room, nia, place):
    said = TIME | {"once": str(uuid4())}

    first, second = (room.post(f"{place}plan/", said) for _ in range(2))

    assert first.url == second.url == f"/asks/{nia.asks.get().pk}/"
    assert nia.intentions.get().ask == nia.asks.get()


def test_a_draft_that_is_there_is_kept_for_the_plan(room, nia, place, draft):
    said = {"kind": "event", "words": "The letter comes", "ask": str(draft.pk)}

    response = room.post(f"{place}plan/", said)

    plan = nia.intentions.get()
    assert response.url == f"/carrying/plans/{plan.pk}/"
    assert plan.ask == draft
    assert f"/carrying/plans/{plan.pk}/" in room.get(f"/asks/{draft.pk}/send/").content.decode()


def test_somebody_elses_draft_is_not_taken(room, nia, olu, place):
    hers = olu.asks.create()

    room.post(f"{place}plan/", TIME | {"ask": str(hers.pk)})

    assert nia.intentions.get().ask != hers


def test_the_day_and_hour_are_read_on_her_clock(room, nia, place):
    nia.timezone = "America/New_York"
    nia.save(update_fields=["timezone"])

    room.post(f"{place}plan/", {"kind": "time", "day": "2035-07-01", "hour": "18:30"})

    assert nia.intentions.get().due_at == datetime(2035, 7, 1, 22, 30, tzinfo=UTC)
    assert "it is Sunday 1 July, 18:30" in room.get(place).content.decode()


@pytest.mark.parametrize(
    ("said", "help_with_it"),
    [
        ({}, "Choose one of the four."),
        ({"kind": "moon"}, "Choose one of the four."),
        ({"kind": "time"}, "Choose a day for it."),
        ({"kind": "standstill", "day": ""}, "Choose a day for it."),
        ({"kind": "time", "day": "2035-02-30"}, "There is no such day."),
        ({"kind": "time", "day": "2020-01-31"}, "That moment is over."),
        ({"kind": "time", "day": "0001-01-01"}, "That moment is over."),
        ({"kind": "time", "day": "9999-12-31"}, "more than ten years away"),
        ({"kind": "time", "day": FAR, "hour": "25:00"}, "Write the time like 18:30."),
        ({"kind": "weight"}, "Choose how heavy it has to get."),
        ({"kind": "weight", "weight": "11"}, "Choose a number from 0 to 10"),
        ({"kind": "event", "words": " "}, "Name what has to happen."),
    ],
)
def test_what_is_wrong_is_said_and_makes_nothing(room, nia, place, said, help_with_it):
    page = room.post(f"{place}plan/", said | {"once": str(uuid4())}).content.decode()

    assert help_with_it in page
    assert not nia.intentions.exists()
    assert not nia.asks.exists()


def test_what_was_typed_is_still_there_after_a_mistake(room, place, draft):
    said = {"kind": "time", "day": "2020-01-31", "hour": "18:30", "ask": str(draft.pk)}

    page = room.post(f"{place}plan/", said).content.decode()

    assert 'value="2020-01-31"' in page
    assert 'value="18:30"' in page
    assert f'<option value="{draft.pk}" selected>' in page


def test_when_it_comes_can_be_changed(room, nia, make):
    plan = make(words="The letter comes")

    room.post(f"/carrying/plans/{plan.pk}/", {"kind": "weight", "weight": "9"})

    fresh = nia.intentions.get()
    assert fresh.trigger == {"kind": "weight", "weight": 9}
    assert fresh.due_at is None


# --- when it comes ----------------------------------------------------------------------------


@pytest.mark.store
def test_it_comes_at_its_moment_and_not_before(make):
    plan = make("time", NOON, day="2027-03-10", hour="12:00")

    early = actions.come_due(NOON - timedelta(seconds=1))
    set_still = state(plan)
    there = actions.come_due(NOON)

    assert (early, set_still) == (0, Intention.State.SET)
    assert (there, state(plan)) == (1, Intention.State.COME)


@pytest.mark.store
@pytest.mark.parametrize("asleep", [timedelta(), timedelta(days=9)])
def test_it_comes_once_however_long_the_machine_slept(make, nia, settings, smtp, asleep):
    settings.CAN_MAIL = True
    nia.notice_address = "nia@example.org"
    nia.save()
    make("time", NOON)

    for minutes in (0, 1, 2):
        one_pass(lambda at=NOON + asleep + timedelta(minutes=minutes): at)

    assert [message["To"] for message in smtp.messages] == ["nia@example.org"]
    assert "Mum" not in smtp.messages[0].as_string()
    assert "Ben" not in smtp.messages[0].as_string()


@pytest.mark.store
@pytest.mark.django_db(transaction=True)
def test_of_two_workers_at_once_one_brings_it_and_one_notice_goes(make, nia, settings):
    settings.CAN_MAIL = True
    nia.notice_address = "nia@example.org"
    nia.save()
    plan = make("time", NOON)
    ready = threading.Barrier(2)

    def work() -> None:
        ready.wait()
        with closing(connection):
            actions.come_due(NOON)

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert state(plan) == Intention.State.COME
    assert Message.objects.filter(kind=Message.Kind.NOTICE).count() == 1


@pytest.mark.store
def test_one_that_cannot_come_holds_up_no_other(make, nia, settings, caplog):
    settings.CAN_MAIL = True
    broken, plan = make("time", NOON - timedelta(hours=1)), make("time", NOON)
    type(nia).objects.filter(pk=nia.pk).update(notice_address=b"not a box")

    actions.come_due(NOON)

    assert state(broken) == Intention.State.SET
    assert broken.due_at == NOON + actions.LATER
    assert state(plan) == Intention.State.SET
    assert str(broken.pk) in caplog.text


def test_on_the_first_page_one_link_leads_to_the_ask(room, make, draft):
    plan = make("time", NOON, day="2027-03-10", hour="12:00")
    actions.come_due(NOON)

    home = room.get("/").content.decode()
    page = room.get(f"/carrying/plans/{plan.pk}/").content.decode()

    assert home.count("The moment you planned for is here.") == 1
    assert f'href="/carrying/plans/{plan.pk}/"' in home
    assert f'href="/asks/{draft.pk}/send/"' in page
    assert "Ready for Ben." in page


@pytest.mark.parametrize(("weight", "comes"), [(7, False), (8, True), (9, True)])
def test_a_weight_brings_it(room, make, place, weight, comes):
    plan = make("weight", weight=8)

    room.post(place, {"weight": str(weight)})

    assert (state(plan) == Intention.State.COME) is comes


def test_an_event_comes_when_she_says_so(room, make):
    plan = make(words="The letter comes")

    room.post(f"/carrying/plans/{plan.pk}/come/")

    assert state(plan) == Intention.State.COME


def test_what_has_been_asked_already_reminds_of_nothing(room, nia, make, draft, settings):
    settings.CAN_MAIL = True
    nia.notice_address = "nia@example.org"
    nia.save()
    plan = make("time", NOON, day="2027-03-10", hour="12:00")
    asks.open_ask(ask=draft, now=NOON)

    actions.come_due(NOON)

    assert "The moment you planned for" not in room.get("/").content.decode()
    assert not Message.objects.filter(kind=Message.Kind.NOTICE).exists()
    assert "You asked" in room.get(f"/carrying/plans/{plan.pk}/").content.decode()


def test_a_draft_that_is_gone_can_be_prepared_anew_once(room, nia, make, draft):
    plan = make(words="The letter comes")
    asks.discard(ask=draft)

    page = room.get(f"/carrying/plans/{plan.pk}/").content.decode()
    first, second = (room.post(f"/carrying/plans/{plan.pk}/prepare/") for _ in range(2))

    assert "The draft it led to is gone." in page
    assert first.url == second.url == f"/asks/{nia.asks.get().pk}/"


# --- not now ----------------------------------------------------------------------------------


@pytest.mark.store
@pytest.mark.parametrize("days", [1, 7])
def test_it_can_be_put_off_to_a_morning(room, make, days):
    plan = make(words="The letter comes")
    actions.come(plan=plan)

    room.post(f"/carrying/plans/{plan.pk}/put-off/", {"days": str(days)})

    assert state(plan) == Intention.State.SET
    there = plan.due_at
    assert there.hour == 9
    assert there.date() == timezone.now().date() + timedelta(days=days)
    assert "Put off until" in room.get(f"/carrying/plans/{plan.pk}/").content.decode()


def test_it_cannot_be_put_off_to_a_day_nobody_offered(room, make):
    plan = make(words="The letter comes")
    actions.come(plan=plan)

    response = room.post(f"/carrying/plans/{plan.pk}/put-off/", {"days": "4000"})

    assert response.status_code == 404
    assert state(plan) == Intention.State.COME


@pytest.mark.store
def test_dropped_is_dropped_whatever_comes_later(room, make, place):
    plan = make("weight", NOON, weight=8)

    room.post(f"/carrying/plans/{plan.pk}/drop/")
    actions.come_due(NOON)
    room.post(place, {"weight": "10"})
    room.post(f"/carrying/plans/{plan.pk}/come/")
    room.post(f"/carrying/plans/{plan.pk}/put-off/", {"days": "1"})

    assert state(plan) == Intention.State.DROPPED
    assert plan.due_at is None
    assert "Your plan" not in room.get(place).content.decode()


# --- nothing has moved by a day ---------------------------------------------------------------


@pytest.fixture
def standstill(make):
    plan = make("standstill", NOON, day="2027-03-10", hour="12:00")
    Intention.objects.filter(pk=plan.pk).update(at=timezone.now() - timedelta(days=5))
    actions.come_due(NOON)
    return f"/carrying/plans/{plan.pk}/"


MOVED = "Something has moved since you made this plan."


@pytest.mark.parametrize(("moved", "says"), [("yes", True), ("little", True), ("no", False)])
def test_an_attempt_that_moved_something_is_named(room, place, standstill, moved, says):
    room.post(f"{place}tried/", {"what": "Rang the office", "moved": moved})

    assert (MOVED in room.get(standstill).content.decode()) is says


@pytest.mark.parametrize(("now", "says"), [(6, True), (8, False), (9, False)])
def test_a_lower_weight_is_named(room, nia, concern, standstill, now, says):
    before = CheckIn.note(nia, concern, 8)
    CheckIn.objects.filter(pk=before.pk).update(at=timezone.now() - timedelta(days=6))
    CheckIn.note(nia, concern, now)

    assert (MOVED in room.get(standstill).content.decode()) is says


def test_what_moved_before_the_plan_does_not_count(room, place, standstill):
    room.post(f"{place}tried/", {"what": "Rang", "on": "2020-01-31", "moved": "yes"})

    page = room.get(standstill).content.decode()

    assert MOVED not in page
    assert "The moment is here" in page
