"""What was guessed before asking, beside what happened."""

import pytest
from django.urls import reverse
from django.utils import timezone

from halved.asks import actions
from halved.asks.models import Ask
from halved.asks.rules import Answer, Reply, Way
from halved.lookback.models import Forecast
from halved.reflection.models import CheckIn, Concern
from tests.asks.asking import draft_for

pytestmark = pytest.mark.store


@pytest.fixture
def concern(nia):
    return Concern.put_down(nia, "Mum’s care")


@pytest.fixture
def draft(nia, ben, concern):
    draft = draft_for(nia, (ben, Way.LINK))
    draft.concern = concern
    draft.save()
    return draft


@pytest.fixture
def client(nia, sign_in):
    return sign_in(nia)


def before(client, ask: Ask, **form: str):
    path = reverse("lookback:before", args=[ask.pk])
    return client.post(path, {"sent": "by hand"} | form)


def after(client, ask: Ask, **form: str):
    path = reverse("lookback:after", args=[ask.pk])
    return client.post(path, {"sent": "by hand"} | form)


def page_of(client, ask: Ask) -> str:
    page = client.get(reverse("lookback:after", args=[ask.pk])).content.decode()
    return page.partition('<main id="main">')[2].partition("<form")[0]


def answered(ask: Ask, code: Answer) -> Ask:
    now = timezone.now()
    actions.open_ask(ask=ask, now=now)
    actions.answer(row=ask.invitations.get(), reply=Reply(code), now=now)
    return Ask.objects.get(pk=ask.pk)


def weights(concern: Concern, member) -> list[tuple[str, int]]:
    return [(row.moment, row.weight) for row in member.check_ins.filter(concern=concern)]


def test_a_guess_and_a_weight_are_kept_and_lead_to_the_last_look(client, nia, draft, concern):
    response = before(client, draft, likely="3", weight="8")

    assert response["Location"] == reverse("asks:send", args=[draft.pk])
    assert nia.forecasts.get().likely == 3
    assert weights(concern, nia) == [("before_asking", 8)]


def test_both_can_be_left_out(client, nia, draft, concern):
    response = before(client, draft)

    assert response["Location"] == reverse("asks:send", args=[draft.pk])
    assert nia.forecasts.get().likely is None
    assert weights(concern, nia) == []


@pytest.mark.parametrize("step", ["0", "10"])
def test_the_ends_of_the_scale_are_steps_too(client, nia, draft, concern, step):
    before(client, draft, likely=step, weight=step)

    assert nia.forecasts.get().likely == int(step)
    assert weights(concern, nia) == [("before_asking", int(step))]


def test_a_second_guess_takes_the_place_of_the_first(client, nia, draft, concern):
    before(client, draft, likely="3", weight="8")
    before(client, draft, likely="5", weight="6")
    before(client, draft, likely="", weight="")

    assert nia.forecasts.get().likely is None
    assert weights(concern, nia) == []


def test_what_was_guessed_is_there_when_she_comes_back(client, draft):
    before(client, draft, likely="3", weight="8")

    page = client.get(reverse("lookback:before", args=[draft.pk])).content.decode()

    assert page.count("checked") == 2


def test_a_guess_can_not_be_changed_once_it_is_out(client, nia, draft):
    before(client, draft, likely="3")
    ask = answered(draft, Answer.YES)

    before(client, ask, likely="10")

    assert nia.forecasts.get().likely == 3


def test_the_guess_stands_beside_what_happened(client, draft):
    before(client, draft, likely="3", weight="8")
    ask = answered(draft, Answer.YES)

    after(client, ask, weight="4")

    page = page_of(client, ask)
    assert "3 of 10" in page
    assert "Ben said yes" in page
    assert "8 of 10" in page
    assert "4 of 10" in page


@pytest.mark.parametrize(("weight", "is_said"), [("7", False), ("8", True), ("10", True)])
def test_no_lighter_is_an_answer_too(client, draft, weight, is_said):
    before(client, draft, weight="8")
    ask = answered(draft, Answer.YES)

    after(client, ask, weight=weight)

    page = page_of(client, ask)
    assert ("not lighter" in page) is is_said
    assert ("Talking about it does not always" in page) is is_said


def test_a_weight_afterwards_can_be_corrected(client, nia, draft, concern):
    ask = answered(draft, Answer.PART)

    after(client, ask, weight="9")
    after(client, ask, weight="2")
    after(client, ask)

    assert weights(concern, nia) == [("after_help", 2)]


def test_without_a_guess_the_page_says_so_and_asks_for_none(client, draft):
    ask = answered(draft, Answer.NO)

    page = page_of(client, ask)

    assert "nothing" in page
    assert not Forecast.objects.exists()


def test_before_an_answer_it_is_noted_as_after_asking(client, nia, draft, concern):
    actions.open_ask(ask=draft, now=timezone.now())

    after(client, draft, weight="6")

    assert weights(concern, nia) == [("after_asking", 6)]


def test_a_page_from_before_the_answer_notes_what_it_asked_for(client, nia, draft, concern):
    ask = answered(draft, Answer.YES)

    after(client, ask, weight="6", moment="after_asking")
    after(client, ask, weight="4")

    assert weights(concern, nia) == [("after_asking", 6), ("after_help", 4)]


@pytest.mark.parametrize("moment", ["before_asking", "today", "tomorrow"])
def test_a_moment_that_no_page_asks_for_is_the_one_it_is(client, nia, draft, concern, moment):
    ask = answered(draft, Answer.YES)

    after(client, ask, weight="4", moment=moment)

    assert weights(concern, nia) == [("after_help", 4)]


def test_while_nobody_has_answered_the_ask_leads_to_the_scale(client, draft):
    actions.open_ask(ask=draft, now=timezone.now())

    page = client.get(reverse("asks:ask", args=[draft.pk])).content.decode()

    assert f'href="{reverse("lookback:after", args=[draft.pk])}">Note how heavy' in page


def test_a_draft_has_no_afterwards(client, draft):
    response = client.get(reverse("lookback:after", args=[draft.pk]))

    assert response.status_code == 302


def test_looking_back_shows_asks_that_went_out_the_newest_first(client, nia, ben, cleo, draft):
    before(client, draft, likely="3")
    answered(draft, Answer.NO)
    later = draft_for(nia, (cleo, Way.LINK))
    before(client, later, likely="9")
    answered(later, Answer.YES)
    before(client, draft_for(nia, (ben, Way.CALL)), likely="7")

    page = client.get(reverse("lookback:lookback")).content.decode()

    order = ["9 of 10", "Cleo said yes", "3 of 10"]
    assert sorted(order, key=page.index) == order
    assert "7 of 10" not in page


def test_a_weight_whose_concern_was_deleted_is_gone_and_the_guess_stays(client, draft, concern):
    before(client, draft, likely="3", weight="8")
    ask = answered(draft, Answer.YES)

    client.post(reverse("reflection:remove", args=[concern.pk]))

    assert not CheckIn.objects.exists()
    assert "3 of 10" in page_of(client, ask)
    assert "8 of 10" not in page_of(client, ask)
