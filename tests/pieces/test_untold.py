"""Who took something that changed and gets no message about it: the member is told to tell them."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core import mail

from halved.accounts.models import Member
from halved.asks.models import Ask
from halved.asks.rules import Way
from halved.circle.models import Contact
from halved.delivery import actions as delivery
from halved.delivery.models import Message
from halved.pieces import actions, changing
from halved.pieces.models import Piece
from tests.asks.asking import HOUR, NOON, place_of
from tests.pieces.rota import SATURDAY, SUPPER, ask_for, at, pass_time, takes, work
from tests.pieces.test_views import clock, does, room, text

__all__ = ["clock", "room"]
TONIGHT = datetime(2027, 3, 10, 21, 30)  # noqa: DTZ001
AN_HOUR_LATER = at(TONIGHT + HOUR)


def took_tonight(nia: Member, ben: Contact, way: Way = Way.EMAIL) -> tuple[Ask, Piece]:
    """Supper is tonight, and Ben took it."""
    ask, piece = ask_for(nia, (ben, way), when=at(TONIGHT))
    takes(piece, ben)
    work(NOON + HOUR)
    return ask, piece


def move(ask: Ask, piece: Piece, now: datetime) -> None:
    assert changing.change(ask=ask, piece=piece, when=AN_HOUR_LATER, about=SUPPER, now=now)


def written_to(nia: Member, ben: Contact, times: int) -> None:
    for _ in range(times):
        delivery.note_written(nia.pk, ben.email, NOON)


def test_a_change_at_night_cannot_be_written_of_and_the_page_says_so(room, clock, nia, ben):
    ask, piece = took_tonight(nia, ben)
    clock.at = NOON + 9 * HOUR
    move(ask, piece, clock.at)
    before = text(room.get(f"/pieces/{piece.pk}/"))

    work(clock.at + HOUR)

    assert "could not write" not in before, "perhaps it still goes out"
    for page in (f"/pieces/{piece.pk}/", f"/asks/{ask.pk}/pieces/", "/pieces/"):
        assert "Halved could not write to Ben. Tell them yourself." in text(room.get(page))
    assert "Halved could not write to Ben Supper for three:" in text(room.get("/"))


def test_the_member_hears_at_once_that_somebody_could_not_be_written_to(nia, ben):
    nia.notice_address = "nia@example.org"
    nia.save()
    ask, piece = took_tonight(nia, ben)
    mail.outbox.clear()
    move(ask, piece, NOON + 9 * HOUR)

    pass_time(NOON + 10 * HOUR, since=NOON + 9 * HOUR)

    assert [message.to for message in mail.outbox] == [["nia@example.org"]]


def test_what_is_called_off_stands_under_still_to_tell_until_it_is_told(room, clock, nia, ben):
    ask, piece = ask_for(nia, (ben, Way.EMAIL))
    takes(piece, ben)
    written_to(nia, ben, 3)
    actions.call_off(ask=ask, pieces=[piece.pk], now=clock.at)
    work(clock.at)
    page = f"/asks/{ask.pk}/pieces/"

    before = text(room.get(page))
    does(room, f"/pieces/{piece.pk}/told/", person=str(place_of(ask, ben).pk))

    assert "Still to tell" in before
    assert "Halved could not write to Ben. Tell them yourself." in before
    assert "I have told Ben" in before
    assert "Still to tell" not in text(room.get(page))
    assert "Still to tell" not in text(room.get("/pieces/"))


def test_who_was_not_asked_by_e_mail_is_to_be_told_at_once(room, clock, nia, ben):
    ask, piece = ask_for(nia, (ben, Way.LINK))
    takes(piece, ben)

    page = room.post(f"/asks/{ask.pk}/close/")

    assert page.url == f"/asks/{ask.pk}/pieces/"
    assert "Halved does not write to Ben. Tell them yourself." in text(room.get(page.url))
    assert "does not write" not in text(room.get("/"))


def test_who_is_written_to_is_not_to_be_told(room, clock, nia, ben):
    ask, piece = ask_for(nia, (ben, Way.EMAIL))
    takes(piece, ben)

    page = room.post(f"/asks/{ask.pk}/close/")
    work(clock.at)

    assert page.url == f"/asks/{ask.pk}/"
    assert Message.objects.filter(kind="pieces", state="sent").count() == 1
    assert "Tell them yourself" not in text(room.get(f"/asks/{ask.pk}/pieces/"))


def test_the_member_notes_that_the_new_time_suits(room, clock, nia, ben):
    ask, piece = ask_for(nia, (ben, Way.LINK))
    takes(piece, ben)
    new = at(SATURDAY + timedelta(hours=1))
    changing.change(ask=ask, piece=piece, when=new, about=SUPPER, now=clock.at)
    page = f"/pieces/{piece.pk}/"

    before = text(room.get(page))
    does(room, f"{page}told/", person=str(place_of(ask, ben).pk))

    assert "Ben has not said yet whether the new time suits." in before
    assert "The new time suits Ben" in before
    after = text(room.get(page))
    assert "has not said yet" not in after and "Tell them yourself" not in after


def test_who_asked_to_be_left_alone_looks_like_anybody_else(room, clock, nia, ben):
    ask, piece = ask_for(nia, (ben, Way.EMAIL))
    takes(piece, ben)
    delivery.opt_out([ben.email], NOON)

    does(room, f"/asks/{ask.pk}/close/")
    work(clock.at)

    assert "Tell them yourself" not in text(room.get(f"/asks/{ask.pk}/pieces/"))
    assert not mail.outbox


def test_what_is_over_needs_no_telling(room, clock, nia, ben):
    ask, piece = ask_for(nia, (ben, Way.LINK))
    takes(piece, ben)
    actions.close(ask=ask, now=clock.at)

    clock.at = piece.starts_at

    assert "Still to tell" not in text(room.get(f"/asks/{ask.pk}/pieces/"))
