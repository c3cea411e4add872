"""What happens when a mail server does not take a message: four more tries, then the truth."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from halved import worker
from halved.accounts.models import Member
from halved.asks import actions
from halved.asks.models import Ask
from halved.asks.rules import Answer, InvitationState, Pace, Reply, Way
from halved.circle.models import Contact
from halved.delivery.models import Message
from halved.delivery.rules import LEASE
from tests.asks.asking import ask_people, place_of
from tests.conftest import PASSPHRASE
from tests.delivery.letters import DAY, HOUR, MINUTE, MORNING, run_worker
from tests.smtp import Mode

WAITS = [timedelta(minutes=wait) for wait in (0, 1, 5, 25, 120)]
NOT_YET = "has not gone out yet"
NEVER = "did not go out"


def times(since: datetime = MORNING) -> list[datetime]:
    """When a message that is refused every time is tried."""
    tries = [since]
    for wait in WAITS[1:]:
        tries.append(tries[-1] + wait)
    return tries


def home_of(member: Member, at: datetime) -> str:
    """What the member reads on her home page at this moment, through the front door."""
    client = Client()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: at)
        client.post("/sign-in/", {"login": member.username, "password": PASSPHRASE})
        response = client.get("/")
    assert response.status_code == 200
    return response.content.decode()


# --- when -------------------------------------------------------------------------------------


@pytest.mark.store
@pytest.mark.parametrize(
    ("mode", "refusal"),
    [
        ("refuse", "450 4.2.1 Try again later"),
        ("refuse", "550 5.1.1 Nobody of that name"),
        ("slow", ""),
        ("dead", ""),
        ("half", ""),
    ],
)
def test_it_is_tried_again_after_1_5_25_and_120_minutes_and_then_given_up(
    nia, ben, smtp, mode: Mode, refusal: str
):
    ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    smtp.mode, smtp.refusal = mode, refusal
    failures = []
    for at in times():
        for moment in (at - timedelta(seconds=1), at):
            run_worker(moment)
            failures.append(Message.objects.get().failures)

    assert failures == [0, 1, 1, 2, 2, 3, 3, 4, 4, 5]
    message = Message.objects.get()
    assert (message.state, message.letter, message.due_at) == (Message.State.FAILED, None, None)
    assert smtp.messages == []


@pytest.mark.parametrize("mode", ["refuse", "dead", "half"])
@pytest.mark.parametrize("tries", [1, 4])
def test_a_server_that_comes_back_gets_the_same_message(nia, ben, smtp, mode: Mode, tries: int):
    ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    smtp.mode = mode
    for at in times()[:tries]:
        run_worker(at)

    smtp.mode = "accept"
    run_worker(times()[tries])

    [message] = smtp.messages
    assert {cut["Message-ID"] for cut in smtp.cut_off} <= {message["Message-ID"]}
    assert len(smtp.cut_off) == (tries if mode == "half" else 0)
    assert Message.objects.get().state == Message.State.SENT


def test_a_lease_is_longer_than_the_slowest_mail_server(settings):
    # Connect, greeting, EHLO, STARTTLS, handshake, EHLO, AUTH in three steps, MAIL, RCPT, DATA,
    # the text, its reply and QUIT; and a second address of the server before that.
    steps = 16

    assert steps * timedelta(seconds=settings.EMAIL_TIMEOUT) < LEASE


def test_one_who_cannot_be_reached_does_not_hold_up_the_others(nia, ben, cleo, smtp):
    ben.email = "ben\n@example.org"
    ben.save()
    ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    ask_people(nia, (cleo, Way.EMAIL), at=MORNING + timedelta(seconds=1))

    run_worker(MORNING + timedelta(seconds=1))

    assert [message["To"] for message in smtp.messages] == ["cleo@example.org"]


# --- what the member sees ---------------------------------------------------------------------


def test_meanwhile_the_member_reads_that_it_has_not_gone_out_yet(nia, ben, smtp):
    ask = ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    smtp.mode = "refuse"

    run_worker(MORNING)

    assert NOT_YET in home_of(nia, MORNING)
    assert NEVER not in home_of(nia, MORNING)
    assert place_of(ask, ben).state == InvitationState.ASKED


@pytest.mark.store
def test_after_the_last_try_she_reads_that_it_did_not_go_out_and_the_next_is_asked(
    nia, ben, cleo, smtp
):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL), at=MORNING)
    smtp.mode = "refuse"
    for at in times()[:4]:
        run_worker(at)
    assert place_of(ask, cleo).state == InvitationState.PLANNED

    worker.one_pass(lambda: times()[4])
    smtp.mode = "accept"
    run_worker(times()[4])

    assert f"to Ben {NEVER}" in home_of(nia, times()[4])
    assert NOT_YET not in home_of(nia, times()[4])
    assert [message["To"] for message in smtp.messages] == ["cleo@example.org"]
    assert place_of(ask, ben).state == InvitationState.PASSED_ON


def test_after_a_try_that_succeeds_nothing_is_said(nia, ben, smtp):
    ask = ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    smtp.mode = "dead"
    run_worker(MORNING)

    smtp.mode = "accept"
    run_worker(MORNING + MINUTE)

    page = home_of(nia, MORNING + MINUTE)
    assert NOT_YET not in page
    assert NEVER not in page
    assert place_of(ask, ben).state == InvitationState.ASKED


def test_she_is_told_by_mail_once_mail_goes_out_again(nia, ben, smtp):
    nia.notice_address = "nia@example.org"
    nia.save()
    ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    smtp.mode = "refuse"
    for at in times():
        worker.one_pass(lambda at=at: at)

    smtp.mode = "accept"
    run_worker(times()[4] + HOUR)

    assert [message["To"] for message in smtp.messages] == ["nia@example.org"]


def test_a_reminder_that_fails_is_told_and_passes_on_in_its_own_time(nia, ben, cleo, smtp):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL), at=MORNING)
    run_worker(MORNING)
    smtp.mode = "refuse"

    for at in times(MORNING + 2 * DAY):
        run_worker(at)

    assert f"to Ben {NEVER}" in home_of(nia, times(MORNING + 2 * DAY)[4])
    assert place_of(ask, ben).state == InvitationState.REMINDED
    smtp.mode = "accept"
    run_worker(MORNING + 3 * DAY)
    assert smtp.messages[-1]["To"] == "cleo@example.org"


def test_a_notice_that_fails_is_no_news(nia, ben, smtp):
    nia.notice_address = "nia@example.org"
    nia.save()
    ask = ask_people(nia, (ben, Way.LINK), at=MORNING)
    actions.answer(row=place_of(ask, ben), reply=Reply(Answer.YES), now=MORNING)
    smtp.mode = "refuse"

    for at in times():
        run_worker(at)

    page = home_of(nia, times()[4])
    assert Message.objects.get().state == Message.State.FAILED
    assert NEVER not in page
    assert "said yes" in page


def test_thanks_that_failed_can_be_sent_again_and_then_nothing_is_said(nia, ben, smtp):
    ask = answered(nia, ben)
    smtp.mode = "refuse"
    actions.thank(row=place_of(ask, ben), words="Thank you", now=MORNING)
    for at in times():
        run_worker(at)
    assert NEVER in home_of(nia, times()[4])

    smtp.mode = "accept"
    actions.thank(row=place_of(ask, ben), words="Thank you", now=times()[4])
    run_worker(times()[4])

    assert NEVER not in home_of(nia, times()[4])
    assert len(smtp.messages) == 2


def answered(nia: Member, ben: Contact) -> Ask:
    ask = ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    run_worker(MORNING)
    actions.answer(row=place_of(ask, ben), reply=Reply(Answer.YES), now=MORNING)
    return ask


# --- at night ---------------------------------------------------------------------------------


@pytest.fixture
def refused_in_the_evening(nia, ben, smtp) -> Ask:
    """Asked at ten to nine; refused then, and one and six minutes later. The next try would be
    at 21:21."""
    evening = MORNING + 10 * HOUR + 50 * MINUTE
    ask = ask_people(nia, (ben, Way.EMAIL), at=evening, pace=Pace.HOURS)
    smtp.mode = "refuse"
    for at in times(evening)[:3]:
        run_worker(at)
    smtp.mode = "accept"
    return ask


def test_a_try_that_would_come_at_night_waits_for_the_morning(refused_in_the_evening, smtp):
    for hours in range(11, 22):
        run_worker(MORNING + hours * HOUR + 30 * MINUTE)
    assert smtp.messages == []

    run_worker(MORNING + 22 * HOUR)

    assert len(smtp.messages) == 1


def test_silence_begins_when_the_message_has_gone_out(refused_in_the_evening, smtp):
    for hours in range(11, 22 + 4):
        run_worker(MORNING + hours * HOUR)
    assert len(smtp.messages) == 1

    run_worker(MORNING + (22 + 4) * HOUR)

    assert len(smtp.messages) == 2


def test_a_worker_that_was_away_does_not_write_at_night(nia, ben, smtp):
    ask_people(nia, (ben, Way.EMAIL), at=MORNING + 10 * HOUR)

    run_worker(MORNING + 12 * HOUR)

    assert smtp.messages == []
    assert Message.objects.get().due_at == MORNING + 22 * HOUR
    assert Message.objects.get().failures == 0
