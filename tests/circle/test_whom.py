"""The step at which Nia chooses: who comes to mind, why, and that she can choose anybody."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from halved.asks.models import Ask, Invitation
from halved.asks.rules import Answer, Way
from halved.reflection.models import Concern
from tests.asks.asking import ask_people, notes
from tests.conftest import contact

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def client(nia, sign_in):
    return sign_in(nia)


@pytest.fixture
def draft(nia):
    row = Ask(member=nia)
    row.kinds = ["emotional"]
    row.save()
    return row


def whom(draft):
    return reverse("asks:whom", args=[draft.pk])


def page_of(client, draft, **query):
    return client.get(whom(draft), query).content.decode()


def choose(client, draft, *people, **more):
    """Sends the form with these people, each asked by phone."""
    lines = {f"people-{n}-contact": str(person.pk) for n, person in enumerate(people)}
    ways = {f"people-{n}-way": "call" for n in range(len(people))}
    return client.post(whom(draft), lines | ways | more)


def asked_often(nia, person, count):
    """Nia asked this person so many times today, and they could not."""
    for _ in range(count):
        ask = ask_people(nia, (person, Way.CALL), at=timezone.now() - HOUR)
        assert notes(ask, person, Answer.NO, at=timezone.now())


def test_a_suggestion_says_why(client, nia, draft):
    cleo = contact(nia, "Cleo", kinds=["emotional"], inner=True)
    for _ in range(2):
        ask = ask_people(nia, (cleo, Way.CALL), at=timezone.now() - 400 * DAY)
        notes(ask, cleo, Answer.YES, at=timezone.now() - 399 * DAY)

    page = page_of(client, draft)

    assert (
        "Cleo: good at being there; one of the people closest to you;"
        " you haven’t asked them this year; they said yes twice." in page
    )


def test_who_is_suggested_fills_the_first_line_and_nothing_is_kept_yet(client, nia, draft):
    cleo = contact(nia, "Cleo", kinds=["emotional"])

    page = page_of(client, draft, choose=cleo.pk)

    assert f'href="?choose={cleo.pk}"' in page_of(client, draft)
    assert f'<option value="{cleo.pk}" selected>Cleo</option>' in page
    assert f'href="?choose={cleo.pk}"' not in page
    assert not Invitation.objects.exists()


def test_who_is_suggested_comes_after_those_who_are_chosen(client, nia, draft, ben):
    cleo = contact(nia, "Cleo", kinds=["emotional"])
    choose(client, draft, ben)

    page = page_of(client, draft, choose=cleo.pk)

    chosen = [f'<option value="{person.pk}" selected>' for person in (ben, cleo)]
    assert 0 < page.index(chosen[0]) < page.index(chosen[1])


@pytest.mark.parametrize("somebody", ["", "nobody", "6a1c0e5e-31c5-4b1a-9d53-0b1f4f6f9a11"])
def test_somebody_who_is_not_there_fills_no_line(client, draft, ben, somebody):
    page = page_of(client, draft, choose=somebody)

    assert '" selected>Ben' not in page
    assert page.count("people-0-contact") and "people-1-contact" not in page


def test_where_nothing_points_to_anybody_all_can_be_chosen(client, draft, ben):
    page = page_of(client, draft)

    assert "comes to mind" not in page
    assert choose(client, draft, ben)["Location"] == reverse("asks:words", args=[draft.pk])


def test_before_a_fifth_ask_nia_is_told_once_and_goes_on(client, nia, draft, ben):
    asked_often(nia, ben, 4)

    told = choose(client, draft, ben)
    page = page_of(client, draft)
    on = choose(client, draft, ben)

    assert told["Location"] == whom(draft)
    assert "You have asked Ben four times" in page
    assert on["Location"] == reverse("asks:words", args=[draft.pk])


def test_before_a_fourth_ask_nothing_is_said(client, nia, draft, ben):
    asked_often(nia, ben, 3)

    response = choose(client, draft, ben)

    assert response["Location"] == reverse("asks:words", args=[draft.pk])
    assert "You have asked" not in page_of(client, draft)


def test_what_speaks_against_somebody_is_said_when_they_are_chosen(client, nia, draft):
    draft.concern = Concern.put_down(nia, "Mum’s care")
    draft.save()
    cleo = contact(nia, "Cleo", inner=True, rest_until="2999-05-03")
    cleo.not_about = [str(draft.concern_id)]
    cleo.save()
    before = page_of(client, draft)

    choose(client, draft, cleo)

    page = page_of(client, draft)
    for said in ("Cleo is not for this.", "not to ask Cleo before 3 May 2999."):
        assert said not in before
        assert said in page


def test_who_has_an_ask_with_them_is_not_suggested(client, nia, draft):
    cleo = contact(nia, "Cleo", kinds=["emotional"])
    ask_people(nia, (cleo, Way.CALL), at=timezone.now())

    assert "?choose=" not in page_of(client, draft)


def test_a_mistake_in_the_form_keeps_what_was_chosen(client, nia, draft, ben):
    cleo = contact(nia, "Cleo", kinds=["emotional"])

    page = client.post(whom(draft), {"people-0-contact": str(cleo.pk)}).content.decode()

    assert "Choose how you want to ask Cleo." in page
    assert f'<option value="{cleo.pk}" selected>' in page
    assert f"?choose={cleo.pk}" not in page


def test_choosing_costs_as_many_queries_with_many_people_and_asks(client, nia, draft):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(whom(draft)).status_code == 200
        return len(queries)

    few = [contact(nia, "Ben", kinds=["emotional"])]
    asked_often(nia, few[0], 1)
    with_one = cost()
    for number in range(12):
        asked_often(nia, contact(nia, f"Person {number}", kinds=["emotional"]), 2)

    assert cost() == with_one


def test_nobody_elses_people_or_asks_are_counted(client, nia, draft, olu, ben):
    hers = contact(olu, "Zed", kinds=["emotional"], inner=True)
    asked_often(olu, hers, 4)

    page = page_of(client, draft, choose=hers.pk)

    assert "Zed" not in page and str(hers.pk) not in page


def test_not_knowing_whom_leads_on(client, draft, ben):
    page = page_of(client, draft)

    assert f"{reverse('circle:find')}?next={whom(draft)}" in page
