"""What goes out about pieces: to helpers the day before and when something changed, to the member
when something soon is open."""

import re
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from halved.asks import actions as asks
from halved.asks.rules import Way
from halved.delivery.models import Message
from halved.pieces import actions, changing, reminding, taking
from halved.pieces.models import Claim, Rota
from tests.asks.asking import DAY, HOUR, MINUTE, NOON, draft_for, messages, place_of
from tests.pieces.rota import (
    ON_SATURDAY,
    SATURDAY,
    SUPPER,
    THE_DAY_BEFORE,
    add,
    agrees,
    ask_for,
    at,
    gives_back,
    letters,
    offers,
    pass_time,
    takes,
    takes_over,
    work,
)

BEN, CLEO = "ben@example.org", "cleo@example.org"
SUNDAY = at(SATURDAY + timedelta(days=1))


def routes() -> list[object]:
    return [claim.route for claim in Claim.objects.all()]


# --- the day before ---------------------------------------------------------------------------


def test_a_helper_is_reminded_the_day_before_with_the_reason(nia, ben):
    _, piece = ask_for(nia, (ben, Way.EMAIL))
    takes(piece, ben)

    pass_time(THE_DAY_BEFORE - HOUR)
    before = letters()
    pass_time(THE_DAY_BEFORE, since=THE_DAY_BEFORE - HOUR)

    assert before == []
    [(to, text)] = letters()
    assert to == BEN
    assert "Supper for three" in text
    assert "Saturday 13 March, 18:00 to 20:00 (UTC)" in text
    assert "because you took this on" in text
    assert "Mill Lane" not in text, "where it is stands behind the link"


def test_a_helper_is_reminded_once(nia, ben):
    _, piece = ask_for(nia, (ben, Way.EMAIL))
    takes(piece, ben)

    pass_time(piece.ends_at + DAY)

    assert len(letters()) == 1


def test_several_of_one_day_are_one_message(nia, ben):
    ask, supper = ask_for(nia, (ben, Way.EMAIL))
    [ride] = add(ask, at(SATURDAY - timedelta(hours=8)), replace(SUPPER, what="The ride there"))
    takes(supper, ben)
    takes(ride, ben)

    pass_time(THE_DAY_BEFORE)

    [(_, text)] = letters()
    assert text.index("The ride there") and text.index("Supper for three")


@pytest.mark.parametrize("way", [Way.LINK, Way.CALL])
def test_who_was_not_asked_by_email_gets_none(nia, ben, way):
    ask, piece = ask_for(nia, (ben, way))
    row = place_of(ask, ben)
    row.ask.member = nia

    assert (
        takes(piece, ben)
        if way == Way.LINK
        else taking.note_taken(row=row, piece_id=piece.pk, now=NOON)
    )

    pass_time(piece.ends_at)

    assert routes() == [None]
    assert letters() == []


def test_what_is_taken_the_day_before_needs_no_reminder(nia, ben):
    _, piece = ask_for(nia, (ben, Way.EMAIL))
    takes(piece, ben, now=THE_DAY_BEFORE - HOUR)

    pass_time(piece.ends_at, since=THE_DAY_BEFORE - HOUR)

    assert letters() == []


def test_what_was_given_back_is_not_reminded_of(nia, ben):
    _, piece = ask_for(nia, (ben, Way.EMAIL))
    takes(piece, ben)
    gives_back(piece, ben)

    pass_time(piece.ends_at)

    assert letters() == []


def test_the_day_before_is_that_of_the_helper(nia, ben):
    ben.timezone = "Asia/Tokyo"
    ben.save()
    _, piece = ask_for(nia, (ben, Way.EMAIL))
    pass_time(NOON + DAY)  # it was evening there, and Ben was asked in the morning
    takes(piece, ben, now=NOON + DAY)
    ten_in_tokyo = THE_DAY_BEFORE - 9 * HOUR + DAY  # there it begins on Sunday, at three

    pass_time(ten_in_tokyo - HOUR, since=NOON + DAY)
    before = letters()
    work(ten_in_tokyo)

    assert (before, len(letters())) == ([], 1)


def test_a_worker_that_ran_again_at_night_waits_for_the_morning(nia, ben):
    _, piece = ask_for(nia, (ben, Way.EMAIL))
    takes(piece, ben)

    work(THE_DAY_BEFORE + 12 * HOUR)
    at_night = letters()
    pass_time(piece.starts_at, since=THE_DAY_BEFORE + 12 * HOUR)

    assert (at_night, len(letters())) == ([], 1)


def test_a_reminder_that_would_come_too_late_never_comes(nia, ben):
    _, piece = ask_for(nia, (ben, Way.EMAIL), when=at(SATURDAY.replace(hour=7)))
    takes(piece, ben)

    work(THE_DAY_BEFORE + 12 * HOUR)
    pass_time(piece.ends_at, since=THE_DAY_BEFORE + 12 * HOUR)

    assert letters() == []
    assert routes() == [None]


def test_no_fourth_message_in_seven_days(nia, ben):
    ask, _ = ask_for(nia, (ben, Way.EMAIL))
    for piece in add(ask, at(SATURDAY, rule="FREQ=DAILY;COUNT=10")):
        takes(piece, ben)

    pass_time(NOON + 15 * DAY)

    days = [re.findall(r"day (\d+) March", text) for _, text in letters()]
    # The ask itself was the first of the week. What waits for the next week goes out together.
    assert days == [["13"], ["14"], ["17", "18"], ["19", "20"], ["21"]]


# --- what the server keeps ----------------------------------------------------------------------


def test_the_address_is_forgotten_when_the_reminder_has_gone_out(nia, ben):
    _, piece = ask_for(nia, (ben, Way.EMAIL))
    takes(piece, ben)
    assert routes()[0]["to"] == BEN

    pass_time(THE_DAY_BEFORE)

    assert routes() == [None]
    assert not Message.objects.filter(letter__isnull=False).exists()


def test_no_link_is_kept_with_the_address(nia, ben):
    ask, piece = ask_for(nia, (ben, Way.EMAIL))
    takes(piece, ben)

    assert sorted(routes()[0]) == ["name", "timezone", "to", "what"]
    assert place_of(ask, ben).token not in str(routes()[0])


def test_after_an_ask_is_closed_no_address_is_kept_for_longer_than_a_day(nia, ben):
    ask, _ = ask_for(nia, (ben, Way.EMAIL))
    [piece] = add(ask, at(SATURDAY + timedelta(days=30)))
    takes(piece, ben)
    work(NOON + HOUR)
    asks.close_ask(ask=ask, now=NOON + 2 * HOUR)

    pass_time(NOON + DAY + HOUR, since=NOON + 2 * HOUR)

    assert routes() == [None]
    assert "not needed any more" in letters()[0][1]


def test_who_had_been_reminded_is_told_too_that_it_is_taken_care_of(nia, ben, cleo):
    """The server had forgotten where to write. The room is open: it is told again."""
    ask, piece = ask_for(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL), about=replace(SUPPER, places=2))
    takes(piece, ben)
    takes(piece, cleo)
    pass_time(THE_DAY_BEFORE)
    assert routes() == [None, None]
    reminded = len(letters())

    done = [actions.close(ask=ask, now=THE_DAY_BEFORE + HOUR) for _ in range(2)]
    pass_time(piece.ends_at, since=THE_DAY_BEFORE + HOUR)

    assert done == [True, False]
    told = letters()[reminded:]
    assert sorted(to for to, _ in told) == [BEN, CLEO]
    assert all("not needed any more" in text for _, text in told)


def test_a_reminder_that_does_not_go_out_is_told_to_the_member(nia, ben, settings):
    ask, piece = ask_for(nia, (ben, Way.EMAIL))
    takes(piece, ben)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    pass_time(THE_DAY_BEFORE + 6 * HOUR, since=THE_DAY_BEFORE)

    failed = Message.objects.get(state=Message.State.FAILED)
    assert (failed.about, failed.kind, failed.letter) == (place_of(ask, ben).pk, "pieces", None)
    assert failed.noted_at


def test_a_reminder_in_the_queue_does_not_hold_up_thanks(nia, ben, settings):
    ask, piece = ask_for(nia, (ben, Way.EMAIL))
    takes(piece, ben)
    reminding.advance_due(THE_DAY_BEFORE)
    assert messages(ask, ben) == ["ask", "pieces"]

    asks.thank(row=place_of(ask, ben), words="Thank you.", now=THE_DAY_BEFORE)

    assert messages(ask, ben) == ["ask", "pieces", "thanks"]


# --- what changed -------------------------------------------------------------------------------


def test_a_new_time_is_told_and_reminded_of(nia, ben):
    ask, piece = ask_for(nia, (ben, Way.EMAIL))
    takes(piece, ben)
    changing.change(ask=ask, piece=piece, when=SUNDAY, about=SUPPER, now=NOON + HOUR)

    pass_time(NOON + 2 * HOUR)
    [(_, told)] = letters()
    pass_time(piece.ends_at + 2 * DAY, since=NOON + 2 * HOUR)

    assert "Sunday 14 March, 18:00" in told and "new time" in told
    assert len(letters()) == 2


def test_a_time_that_is_changed_twice_is_told_once(nia, ben):
    ask, piece = ask_for(nia, (ben, Way.EMAIL))
    takes(piece, ben)

    for minutes, when in ((0, SUNDAY), (10, ON_SATURDAY)):
        now = NOON + HOUR + minutes * MINUTE
        changing.change(ask=ask, piece=piece, when=when, about=SUPPER, now=now)
        work(now)
    pass_time(NOON + 2 * HOUR)

    [(_, text)] = letters()
    assert "Saturday 13 March" in text


def test_who_agreed_on_the_page_is_not_told_again(nia, ben):
    ask, piece = ask_for(nia, (ben, Way.EMAIL))
    takes(piece, ben)
    changing.change(ask=ask, piece=piece, when=SUNDAY, about=SUPPER, now=NOON + HOUR)
    agrees(piece, ben)

    pass_time(NOON + DAY)

    assert letters() == []


def test_a_change_after_the_reminder_is_told_as_well(nia, ben):
    ask, piece = ask_for(nia, (ben, Way.EMAIL))
    takes(piece, ben)
    pass_time(THE_DAY_BEFORE)
    now = THE_DAY_BEFORE + HOUR
    changing.change(ask=ask, piece=piece, when=SUNDAY, about=SUPPER, now=now)

    pass_time(piece.ends_at + 2 * DAY, since=now)

    assert ["new time" in text for _, text in letters()] == [False, True]


@pytest.mark.parametrize("reminded", [False, True])
def test_what_is_called_off_is_told_at_once_and_once(nia, ben, reminded):
    ask, piece = ask_for(nia, (ben, Way.EMAIL))
    takes(piece, ben)
    now = THE_DAY_BEFORE + HOUR if reminded else NOON + 2 * HOUR
    pass_time(now)
    actions.call_off(ask=ask, pieces=[piece.pk], now=now)

    work(now)
    pass_time(piece.ends_at, since=now)

    off = ["not needed any more" in text for _, text in letters()]
    assert off == ([False, True] if reminded else [True])
    assert routes() == [None]


def test_new_words_are_in_the_reminder(nia, ben):
    ask, piece = ask_for(nia, (ben, Way.EMAIL))
    takes(piece, ben)
    soup = replace(SUPPER, what="Soup")
    changing.change(ask=ask, piece=piece, when=ON_SATURDAY, about=soup, now=NOON + HOUR)

    pass_time(THE_DAY_BEFORE)

    [(_, text)] = letters()
    assert "- Soup" in text and "Supper" not in text


def test_who_handed_it_on_is_told_and_the_other_is_reminded(nia, ben, cleo):
    _, piece = ask_for(nia, (ben, Way.EMAIL), (cleo, Way.EMAIL))
    claim = takes(piece, ben)
    offers(piece, ben)
    takes_over(piece, claim, cleo)

    pass_time(piece.ends_at)

    assert [(to, "You are free" in text) for to, text in letters()] == [(BEN, True), (CLEO, False)]


# --- the member ---------------------------------------------------------------------------------


def told_at(ask) -> object:
    """When the member was told that something is open."""
    return Rota.objects.get(ask=ask).told_at


def test_what_is_open_two_days_before_is_told_to_the_member(nia, ben):
    nia.notice_address = "nia@example.org"
    nia.save()
    ask, piece = ask_for(nia, (ben, Way.LINK))
    two_days_before = piece.starts_at - 2 * DAY

    pass_time(two_days_before - MINUTE)
    before = told_at(ask)
    Message.objects.all().delete()
    reminding.advance_due(two_days_before)

    assert (before, told_at(ask)) == (None, two_days_before)
    notice = Message.objects.get()
    assert (notice.kind, notice.letter["url"]) == ("notice", "http://127.0.0.1:8000/")


def test_the_member_is_told_once_a_day_and_never_at_night(nia, ben):
    nia.timezone = "America/New_York"
    nia.save()
    ask, _ = ask_for(nia, (ben, Way.LINK))
    add(ask, at(SATURDAY.replace(hour=1), rule="FREQ=DAILY;COUNT=3"))
    times = []

    for hour in range(24 * 6):
        reminding.advance_due(NOON + hour * HOUR)
        times += [told_at(ask)] if told_at(ask) not in (None, *times) else []

    assert len(times) >= 3
    assert all(later - earlier >= DAY for earlier, later in pairwise(times))
    assert all(8 <= at.astimezone(ZoneInfo("America/New_York")).hour < 21 for at in times)


@pytest.mark.parametrize("closes", [actions.enough, actions.pause, actions.close, asks.close_ask])
def test_what_is_closed_is_not_told_of(nia, ben, closes):
    ask, piece = ask_for(nia, (ben, Way.LINK))
    closes(ask=ask, now=NOON + HOUR)

    pass_time(piece.ends_at)

    assert told_at(ask) is None


def test_after_a_pause_what_is_open_is_told_of(nia, ben):
    ask, piece = ask_for(nia, (ben, Way.LINK))
    actions.pause(ask=ask, now=NOON + HOUR)
    pass_time(piece.starts_at - DAY)

    actions.resume(ask=ask, now=piece.starts_at - DAY)
    work(piece.starts_at - DAY)

    assert told_at(ask) == piece.starts_at - DAY


def test_what_is_taken_is_not_told_of(nia, ben):
    ask, piece = ask_for(nia, (ben, Way.LINK))
    takes(piece, ben)

    pass_time(piece.ends_at)

    assert told_at(ask) is None


def test_a_draft_is_not_told_of(nia, ben):
    ask = draft_for(nia, (ben, Way.LINK))
    [piece] = add(ask)

    pass_time(piece.ends_at)

    assert told_at(ask) is None


# --- looking ------------------------------------------------------------------------------------


def test_when_nothing_lies_ahead_nobody_looks_any_more(nia, ben):
    ask, piece = ask_for(nia, (ben, Way.EMAIL))
    takes(piece, ben)

    pass_time(piece.ends_at + 2 * DAY)

    assert Rota.objects.get(ask=ask).due_at is None


def test_what_cannot_be_looked_at_does_not_hold_up_the_others(nia, ben, cleo, caplog):
    _, broken = ask_for(nia, (ben, Way.EMAIL))
    _, piece = ask_for(nia, (cleo, Way.EMAIL))
    takes(broken, ben)
    takes(piece, cleo)
    work(NOON + HOUR)
    Claim.objects.filter(piece=broken).update(route=b"no box")

    pass_time(THE_DAY_BEFORE, since=THE_DAY_BEFORE - HOUR)

    assert [to for to, _ in letters()] == [CLEO]
    assert "could not be looked at" in caplog.text
