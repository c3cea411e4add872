"""A member who is suspended: time stands still, nothing goes out, and nobody is told."""

from datetime import timedelta

import pytest
from django.test import Client

from halved.accounts.models import Member
from halved.asks.models import Ask, Invitation
from halved.asks.rules import Answer, InvitationState, Way
from halved.delivery import browsers
from halved.delivery.actions import may_go
from halved.delivery.models import Message
from halved.operators import suspending
from halved.operators.models import Suspension
from halved.pieces.models import Claim, Rota
from tests.asks.asking import DAY, NOON, answers, ask_people, draft_for, place_of, work
from tests.delivery.letters import HOUR, MORNING, run_worker
from tests.journeys.furnished import furnish


def there_and_back(nia: Member, since: object = NOON + HOUR, length: timedelta = 5 * DAY) -> None:
    assert suspending.suspend(nia.pk, since)
    assert suspending.let_back(nia.pk, since + length)


# --- coming in --------------------------------------------------------------------------------


def test_sessions_end_and_stay_ended_after_the_return(nia, sign_in):
    client = sign_in(nia)

    suspending.suspend(nia.pk, NOON)
    shut = client.get("/asks/").status_code
    suspending.let_back(nia.pk, NOON + DAY)

    assert (shut, client.get("/asks/").status_code) == (302, 302)
    assert not nia.sessions.exists()


def test_who_signs_in_reads_why_not_and_whom_to_ask(nia, settings):
    settings.OPERATOR_EMAIL = "help-desk@example.org"
    suspending.suspend(nia.pk, NOON)

    form = {"login": "nia", "password": "a river of small stones"}
    page = Client().post("/sign-in/", form, follow=True).content.decode()

    assert "has suspended it" in page and "help-desk@example.org" in page
    assert 'href="/now/"' in page


def test_suspending_twice_and_letting_back_twice_is_said(nia):
    done = [suspending.suspend(nia.pk, NOON), suspending.suspend(nia.pk, NOON)]
    back = [suspending.let_back(nia.pk, NOON + DAY), suspending.let_back(nia.pk, NOON + DAY)]

    assert (done, back) == ([True, False], [True, False])
    assert Member.objects.get().is_active and not Suspension.objects.exists()


# --- those who are asked ----------------------------------------------------------------------


def test_behind_the_link_it_looks_like_any_link_that_leads_nowhere(nia):
    room = furnish(nia)
    client = Client()
    nowhere = client.get("/a/no-such-link/")
    feed = client.get(f"/feed/{room.feed.token}/calendar.ics").status_code

    suspending.suspend(nia.pk, MORNING)

    for part in ("", "pieces/", "done/", "report/", "stop/"):
        page = client.get(f"/a/{room.token}/{part}")
        assert (page.status_code, page.content) == (404, nowhere.content), part
    answer = client.post(f"/a/{room.token}/answer/", {"answer": "yes"})
    assert answer.status_code == 404
    assert (feed, client.get(f"/feed/{room.feed.token}/calendar.ics").status_code) == (200, 404)


def test_a_link_kept_by_another_member_is_shown_as_ended(nia, olu, sign_in):
    from halved.asks import joining

    room = furnish(nia)
    olu.check_password("a river of small stones")
    joining.keep_link(olu, room.token, MORNING)
    before = joining.asked_of(olu, MORNING)[0].url

    suspending.suspend(nia.pk, MORNING)

    assert before and not joining.asked_of(olu, MORNING)[0].url


def test_the_link_works_again_after_the_return(nia):
    room = furnish(nia)
    client = Client()

    suspending.suspend(nia.pk, MORNING)
    suspending.let_back(nia.pk, MORNING + HOUR)

    assert client.get(f"/a/{room.token}/").status_code == 200


# --- what waits -------------------------------------------------------------------------------


@pytest.mark.store
def test_nothing_that_waits_goes_out_and_all_of_it_does_afterwards(nia, ben, cleo, smtp):
    ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL), at=MORNING, order="together")

    suspending.suspend(nia.pk, MORNING)
    run_worker(MORNING + HOUR)
    came_meanwhile = len(smtp.messages)
    suspending.let_back(nia.pk, MORNING + 2 * HOUR)
    run_worker(MORNING + 2 * HOUR)

    assert came_meanwhile == 0
    assert {letter["To"] for letter in smtp.messages} == {"ben@example.org", "cleo@example.org"}
    assert len(smtp.messages) == 2


def test_others_are_sent_to_while_one_is_suspended(nia, olu, ben, smtp):
    ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    Message.objects.create(
        member=olu, kind=Message.Kind.NOTICE, due_at=MORNING, letter={"url": "/"}
    )
    olu.notice_address = "olu@example.org"
    olu.save()

    suspending.suspend(nia.pk, MORNING)
    run_worker(MORNING + HOUR)

    assert [letter["To"] for letter in smtp.messages] == ["olu@example.org"]


@pytest.mark.store
def test_what_may_go_is_found_without_reading_all_members(db):
    """PostgreSQL once read 200,000 of them for each message."""
    plan = may_go().filter(due_at__lte=NOON).order_by("due_at")[:50].explain().upper()

    assert "SUBPLAN" in plan or "CORRELATED SCALAR SUBQUERY" in plan
    assert "JOIN" not in plan


def test_the_member_is_not_told_of_anything_by_mail_or_on_a_screen(nia, ben, settings):
    settings.CAN_PUSH = True
    nia.notice_address = "nia@example.org"
    nia.save()
    browsers.switch_on(nia, "https://fcm.googleapis.com/fcm/send/one", NOON)
    ask = ask_people(nia, (ben, Way.LINK))

    suspending.suspend(nia.pk, NOON)
    answers(ask, ben, Answer.YES)  # begun before, taken after

    assert not Message.objects.exists()
    assert nia.push_subscriptions.exists(), "what was switched on stays so for the return"


def test_a_move_that_was_due_is_not_made(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL))
    Message.objects.all().delete()

    suspending.suspend(nia.pk, NOON + HOUR)
    work(NOON + 5 * DAY)

    assert [row.state for row in ask.invitations.all()] == ["asked", "planned"]
    assert not Message.objects.exists()


def test_an_answer_that_was_begun_before_moves_nothing_until_the_return(nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL))
    Message.objects.all().delete()

    suspending.suspend(nia.pk, NOON + HOUR)
    kept = answers(ask, ben, Answer.NO)
    work(NOON + DAY)
    before = Message.objects.filter(kind="ask").count()
    suspending.let_back(nia.pk, NOON + DAY)
    work(NOON + DAY)

    assert kept and before == 0
    assert place_of(ask, cleo).state == InvitationState.ASKED


# --- the return -------------------------------------------------------------------------------


@pytest.mark.store
def test_the_time_between_does_not_count_as_silence(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    before = place_of(ask, ben)

    there_and_back(nia)

    after = place_of(ask, ben)
    assert after.asked_at == before.asked_at + 5 * DAY
    assert after.expires_at == before.expires_at + 5 * DAY


@pytest.mark.store
def test_timers_run_again_from_where_they_stood(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    due = place_of(ask, ben).due_at

    there_and_back(nia)
    work(NOON + HOUR + 5 * DAY)

    assert place_of(ask, ben).due_at == due + 5 * DAY


def test_pieces_are_looked_at_again_after_the_return(nia):
    room = furnish(nia)

    suspending.suspend(nia.pk, MORNING)
    run_worker(MORNING + HOUR)
    stood_still = Rota.objects.get(ask=room.asked).due_at
    suspending.let_back(nia.pk, MORNING + 2 * HOUR)

    assert stood_still is None
    assert Rota.objects.get(ask=room.asked).due_at == MORNING + 2 * HOUR


def test_a_draft_has_no_timer_after_the_return(nia, ben):
    draft = draft_for(nia, (ben, Way.LINK))

    there_and_back(nia)

    assert draft.invitations.get().due_at is None


def test_a_clock_that_went_back_takes_no_time_away(nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    before = place_of(ask, ben).expires_at

    there_and_back(nia, length=-DAY)

    assert place_of(ask, ben).expires_at == before


# --- two weeks --------------------------------------------------------------------------------


@pytest.fixture
def long_gone(nia, ben, cleo) -> Ask:
    """Ben has answered, Cleo was not asked yet; then Nia was suspended for two weeks."""
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL))
    answers(ask, ben, Answer.PART)
    suspending.suspend(nia.pk, NOON + HOUR)
    return ask


@pytest.mark.store
def test_after_two_weeks_nothing_of_what_was_on_its_way_is_kept(nia, long_gone):
    ended = [suspending.end_long(NOON + HOUR + 14 * DAY - timedelta(seconds=1))]
    ended += [suspending.end_long(NOON + HOUR + 14 * DAY) for _ in range(2)]

    rows = Invitation.objects.filter(ask=long_gone)
    assert ended == [0, 1, 0]
    assert [row.state for row in rows] == ["answered", "withdrawn"]
    assert not rows.exclude(link=None, letter=None, token=None, route=None).exists()
    assert not Message.objects.filter(state="waiting").exists()
    assert not Claim.objects.exclude(route=None).exists()


def test_what_was_answered_and_drafts_are_still_there_after_a_late_return(
    nia, long_gone, ben, cleo
):
    draft = draft_for(nia, (cleo, Way.LINK))
    suspending.end_long(NOON + 20 * DAY)

    suspending.let_back(nia.pk, NOON + 20 * DAY)
    work(NOON + 20 * DAY)

    assert place_of(long_gone, ben).answer == Answer.PART
    assert draft.invitations.get().state == InvitationState.PLANNED
    assert not Message.objects.filter(state="waiting", kind="ask").exists()
