"""A clock that is a day off, or jumps: nobody is asked twice or pestered, and nothing is lost."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.test import Client
from django.utils import timezone

from halved import worker
from halved.accounts import room as rooms
from halved.accounts.models import Member
from halved.asks import actions
from halved.asks.models import Ask
from halved.asks.rules import Answer, AskState, InvitationState, Reply, Way
from halved.circle.models import Contact
from halved.delivery.models import Message
from tests.asks.asking import DAY, HOUR, NOON, ask_people, place_of
from tests.delivery.letters import run_worker
from tests.journeys.test_wrong_input import still_there

NONE = timedelta()
# How far the worker's clock is off, so many days after the ask.
CLOCKS: dict[str, Callable[[timedelta], timedelta]] = {
    "a day ahead": lambda since: DAY,
    "a day behind": lambda since: -DAY,
    "a day ahead, and then put right": lambda since: DAY if since < 30 * HOUR else NONE,
    "set back for a day": lambda since: -DAY if 50 * HOUR < since < 74 * HOUR else NONE,
    "set on for a moment": lambda since: DAY if 20 * HOUR < since <= 23 * HOUR else NONE,
    "jumping to and fro": lambda since: DAY if since // (5 * HOUR) % 2 else -DAY,
}


def played(clock: Callable[[timedelta], timedelta], *, hours: int) -> None:
    """The worker looks every three hours, by its own clock."""
    for hour in range(0, hours, 3):
        since = hour * HOUR
        run_worker(NOON + since + clock(since))


def went_to(mailoutbox: list) -> Counter[str]:
    return Counter(message.to[0] for message in mailoutbox)


@pytest.mark.parametrize("clock", CLOCKS)
def test_silence_leads_on_once_whatever_the_clock_does(nia, ben, cleo, mailoutbox, clock):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL))

    played(CLOCKS[clock], hours=12 * 24)

    assert went_to(mailoutbox) == {"ben@example.org": 2, "cleo@example.org": 2}
    ids = {message.extra_headers["Message-ID"] for message in mailoutbox}
    assert len(ids) == 4, "each person was asked once, and reminded once"
    assert place_of(ask, ben).state == InvitationState.PASSED_ON
    assert Ask.objects.filter(pk=ask.pk, state=AskState.EXHAUSTED).exists()
    assert not Message.objects.filter(state=Message.State.WAITING).exists()


@pytest.mark.parametrize("clock", CLOCKS)
def test_an_answer_by_another_clock_counts_and_stops_the_rest(nia, ben, cleo, mailoutbox, clock):
    ask = ask_people(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL))
    played(CLOCKS[clock], hours=26)

    answered = actions.answer(row=place_of(ask, ben), reply=Reply(Answer.YES), now=NOON + 27 * HOUR)
    played(lambda since: CLOCKS[clock](since + 27 * HOUR) + 27 * HOUR, hours=9 * 24)

    assert answered
    assert place_of(ask, ben).answer == Answer.YES
    assert place_of(ask, cleo).state == InvitationState.PLANNED
    assert went_to(mailoutbox)["ben@example.org"] <= 2
    assert "cleo@example.org" not in went_to(mailoutbox)


def test_a_worker_whose_clock_was_set_back_tidies_up_at_once(db, monkeypatch):
    moments, tidied = iter([NOON, NOON - DAY, NOON - DAY + HOUR / 2]), []
    clock = SimpleNamespace(now=None)
    monkeypatch.setattr(worker, "tidy", tidied.append)
    monkeypatch.setattr(worker, "one_pass", lambda *_: 0)
    monkeypatch.setattr(worker.waiting, "start_due", lambda now: None)

    def look() -> bool:
        clock.now = next(moments, None)
        return clock.now is None

    worker.run(SimpleNamespace(is_set=look, wait=lambda pause: None), lambda: clock.now)

    assert tidied == [NOON, NOON - DAY]


# --- pages ------------------------------------------------------------------------------------


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[timedelta], None]]:
    """The server's clock jumps."""
    now = datetime.now(UTC)

    def jump(by: timedelta) -> None:
        monkeypatch.setattr(timezone, "now", lambda: now + by)
        monkeypatch.setattr(rooms, "time", SimpleNamespace(time=(now + by).timestamp))

    yield jump


@pytest.mark.parametrize("by", [DAY, -DAY])
def test_a_room_locks_and_what_was_typed_meanwhile_is_kept(nia, sign_in, set_clock, by):
    client = sign_in(nia)
    set_clock(by)

    locked = client.post("/", {"words": "Something heavy"})
    opened = client.post("/unlock/", {"passphrase": "a river of small stones"}, follow=True)

    assert locked["Location"].startswith("/unlock/")
    assert still_there(opened, "Something heavy")


@pytest.mark.parametrize("by", [DAY, -DAY])
def test_who_was_slowed_down_before_a_jump_is_not_shut_out(
    nia: Member, client: Client, set_clock: Callable[[timedelta], None], by: timedelta
):
    for _ in range(6):
        client.post("/sign-in/", {"login": "nia", "password": "not this one"})

    set_clock(by)
    response = client.post("/sign-in/", {"login": "nia", "password": "a river of small stones"})

    assert response.status_code == 302


@pytest.mark.parametrize("by", [DAY, -DAY])
def test_a_link_opens_and_an_answer_is_taken(nia, ben: Contact, set_clock, by):
    row = place_of(ask_people(nia, (ben, Way.LINK), at=timezone.now()), ben)
    set_clock(by)

    page = Client().get(f"/a/{row.token}/")

    assert page.status_code == 200
    assert actions.answer(row=row, reply=Reply(Answer.YES), now=timezone.now())
