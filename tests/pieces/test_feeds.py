"""Pieces in calendars: who may read a file, and what the private feed says to whom."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from urllib.parse import urlsplit

import icalendar
import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from halved.accounts.models import Member
from halved.asks import actions as asks
from halved.asks.models import Invitation
from halved.asks.rules import Answer, Way
from halved.pieces import actions, changing, events, feeds, subscribing
from halved.pieces.calendars import Event
from halved.pieces.models import Feed, FeedKey, Piece, Rota
from halved.pieces.series import When
from halved.vault.crypto import CannotOpen
from tests.asks.asking import DAY, HOUR, NOON, answers, draft_for
from tests.asks.test_at_the_same_moment import at_once
from tests.journeys.furnished import NEEDED, PLACE, Room, furnish
from tests.pieces.rota import (
    SATURDAY,
    SUPPER,
    add,
    ask_for,
    at,
    gives_back,
    takes,
)

FOR_TWO = replace(SUPPER, places=2)


@pytest.fixture
def room(nia: Member) -> Room:
    return furnish(nia)


def subscribe(member: Member, with_words: bool = True, now: datetime = NOON) -> str:
    """The address of the feed, as a program is given it."""
    feed = subscribing.make(member=member, with_words=with_words, now=now)
    feed.member = member
    return f"/feed/{feed.token}/calendar.ics"


def shown(member: Member, now: datetime = NOON + HOUR) -> list[Event]:
    """What the feed shows while the room is locked: only its address is known."""
    feed = Feed.objects.get(member=member)
    feed.member = member
    token = feed.token
    return events.in_feed(Feed.objects.get(member=member), token, now)


def read(body: bytes) -> list[dict[str, str]]:
    return [
        {name: str(value) for name, value in event.items()}
        for event in icalendar.Calendar.from_ical(body).walk("VEVENT")
    ]


# --- a file of one piece ----------------------------------------------------------------------


def test_the_member_gets_a_file_with_the_words_or_without(room, sign_in):
    client, path = sign_in(room.nia), f"/pieces/{room.piece.pk}/"

    told, busy = (client.get(f"{path}{name}.ics") for name in ("calendar", "busy"))

    [event], [silent] = read(told.content), read(busy.content)
    assert (event["SUMMARY"], event["LOCATION"]) == (NEEDED, PLACE)
    assert (silent["SUMMARY"], event["UID"]) == ("Busy", silent["UID"])
    assert NEEDED.encode() not in busy.content and PLACE.encode() not in busy.content
    assert told.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert told.headers["Content-Disposition"] == 'inline; filename="calendar.ics"'
    assert told.headers["Cache-Control"] == "no-store"


def test_who_took_it_gets_a_file_with_the_place(room, client):
    path = f"/a/{room.token}/pieces/{room.piece.pk}/"

    told, busy = (client.get(f"{path}{name}.ics") for name in ("calendar", "busy"))

    [event] = read(told.content)
    assert (event["SUMMARY"], event["LOCATION"]) == (NEEDED, PLACE)
    assert NEEDED.encode() not in busy.content and PLACE.encode() not in busy.content
    assert told.headers["Cache-Control"] == "no-store"
    assert not told.cookies


@pytest.mark.parametrize("name", ["calendar", "busy"])
def test_to_who_did_not_take_it_the_file_is_nowhere(room, client, name):
    [other] = actions.add(
        ask=room.asked,
        series=room.draft.pk,
        when=When(*(timezone.now().replace(tzinfo=None) + n * DAY for n in (2, 3)), "UTC"),
        about=replace(SUPPER, where="Hill Road 9"),
        now=timezone.now(),
    )

    response = client.get(f"/a/{room.token}/pieces/{other.pk}/{name}.ics")

    assert response.status_code == 404
    assert b"Supper" not in response.content and b"Hill Road" not in response.content


def test_the_file_says_what_was_called_off(room, client):
    actions.call_off(ask=room.asked, pieces=[room.piece.pk], now=timezone.now())

    [event] = read(client.get(f"/a/{room.token}/pieces/{room.piece.pk}/calendar.ics").content)

    assert event["STATUS"] == "CANCELLED"


# --- what the feed shows ----------------------------------------------------------------------


def test_a_feed_with_words_says_what_where_and_whether_somebody_takes_it(nia, ben):
    _, piece = ask_for(nia, (ben, Way.LINK))
    subscribe(nia)

    [before] = shown(nia)
    takes(piece, ben)
    [taken] = shown(nia)
    gives_back(piece, ben)

    assert (before.what, before.where) == ("Supper for three", "Mill Lane 4")
    assert before.note == "Nobody has taken it yet."
    assert taken.note == "It is taken."
    assert shown(nia) == [before]


def test_a_feed_without_words_shows_times_and_holds_no_key(nia, ben):
    _, piece = ask_for(nia, (ben, Way.LINK))
    subscribe(nia, with_words=False)

    add(piece.ask, at(SATURDAY + DAY))

    assert {(each.what, each.where, each.note) for each in shown(nia)} == {("", "", "")}
    assert [each.starts_at for each in shown(nia)] == [piece.starts_at, piece.starts_at + DAY]
    assert not FeedKey.objects.exists()


def test_helpers_are_named_as_they_like_and_only_if_names_are_shown(nia, ben, cleo):
    ask, piece = ask_for(nia, (ben, Way.LINK), (cleo, Way.LINK), about=FOR_TWO)
    subscribe(nia)
    takes(piece, ben, name="Benedict")

    without = shown(nia)[0].note
    actions.show_names(ask=ask, on=True)
    named = shown(nia)[0].note
    takes(piece, cleo)

    assert without == "It is taken. Somebody more is needed."
    assert named == "Taken by Benedict. Somebody more is needed."
    assert shown(nia)[0].note == "Taken by Benedict and somebody else."


def test_who_says_no_after_all_does_not_take_it_in_the_calendar_either(nia, ben):
    ask, piece = ask_for(nia, (ben, Way.LINK))
    subscribe(nia)
    takes(piece, ben)

    answers(ask, ben, Answer.NO, at=NOON + 2 * HOUR)

    assert shown(nia, NOON + 3 * HOUR)[0].note == "Nobody has taken it yet."


def test_a_changed_piece_is_the_same_event_once_more(nia, ben):
    ask, piece = ask_for(nia, (ben, Way.LINK))
    subscribe(nia)
    takes(piece, ben)
    [before] = shown(nia)

    later = {"when": at(SATURDAY + HOUR), "about": SUPPER, "now": NOON + HOUR}
    assert changing.change(ask=ask, piece=piece, **later)

    [after] = shown(nia)
    assert (after.uid, after.revision) == (before.uid, before.revision + 1)
    assert after.starts_at == before.starts_at + HOUR
    assert after.note == "It is taken. Not everybody has agreed to the new time yet."


def test_what_was_called_off_says_so_for_a_month_and_is_gone_then(nia, ben):
    in_summer = at(SATURDAY + 90 * DAY)
    ask, piece = ask_for(nia, (ben, Way.LINK), when=in_summer)
    subscribe(nia)

    actions.call_off(ask=ask, pieces=[piece.pk], now=NOON + HOUR)

    [off] = shown(nia, NOON + 29 * DAY)
    assert (off.called_off, off.note) == (True, "")
    assert shown(nia, NOON + 31 * DAY) == []


def test_when_it_is_taken_care_of_what_lies_ahead_is_called_off_and_what_was_stays(nia, ben):
    ask, saturday = ask_for(nia, (ben, Way.LINK))
    [sunday] = add(ask, at(SATURDAY + DAY))
    subscribe(nia)

    asks.close_ask(ask=ask, now=saturday.ends_at)

    found = {each.uid: each.called_off for each in shown(nia, saturday.ends_at + HOUR)}
    assert found == {saturday.pk: False, sunday.pk: True}
    assert shown(nia, saturday.ends_at + 31 * DAY) == []


def test_it_reaches_from_a_month_back_to_a_year_ahead(nia, ben):
    _, piece = ask_for(nia, (ben, Way.LINK), when=at(SATURDAY + 360 * DAY))
    subscribe(nia)

    moments = [timedelta(days=-4), timedelta(), timedelta(days=385), timedelta(days=395)]
    found = [bool(shown(nia, NOON + moment)) for moment in moments]

    assert found == [False, True, True, False]
    assert piece.starts_at > NOON + 362 * DAY


def test_it_shows_the_first_of_too_many(nia, ben, monkeypatch):
    ask, piece = ask_for(nia, (ben, Way.LINK))
    add(ask, at(SATURDAY + DAY))
    subscribe(nia)
    monkeypatch.setattr(events, "MOST", 1)

    assert [each.uid for each in shown(nia)] == [piece.pk]
    assert len(Piece.objects.all()) == 2


@pytest.mark.parametrize("with_words", [True, False])
def test_it_costs_the_same_with_sixty_pieces(nia, ben, django_assert_num_queries, with_words):
    ask_for(nia, (ben, Way.LINK), when=at(SATURDAY, rule="FREQ=DAILY;COUNT=60"))
    subscribe(nia, with_words)
    feed = Feed.objects.get()
    feed.member = nia
    token = feed.token

    with django_assert_num_queries(3 if with_words else 1):
        found = events.in_feed(feed, token, NOON)

    assert len(found) == 60


# --- its keys ---------------------------------------------------------------------------------


def test_what_is_planned_after_the_feed_was_made_is_in_it_too(nia, ben):
    subscribe(nia)

    _, piece = ask_for(nia, (ben, Way.LINK))

    assert [(each.uid, each.what) for each in shown(nia)] == [(piece.pk, "Supper for three")]


def test_a_new_piece_of_an_old_ask_is_in_it_too(nia, ben):
    ask, _ = ask_for(nia, (ben, Way.LINK))
    later = NOON + 60 * DAY
    subscribing.make(member=nia, with_words=True, now=later)
    none_yet = FeedKey.objects.count()

    [piece] = add(ask, at(SATURDAY + 70 * DAY))

    assert none_yet == 0
    assert [(each.uid, each.what) for each in shown(nia, later)] == [(piece.pk, SUPPER.what)]


def test_the_store_opens_nothing_without_the_address(nia, ben):
    ask, _ = ask_for(nia, (ben, Way.LINK))
    token = subscribe(nia).split("/")[2]
    row, feed = FeedKey.objects.get(), Feed.objects.values().get()

    stored = b"".join(bytes(value) for value in (row.key, feed["link"], feed["token"]))

    assert token.encode() not in stored
    assert bytes.fromhex(ask.pieces_key) not in stored
    assert row.open(token) == bytes.fromhex(ask.pieces_key)
    with pytest.raises(CannotOpen):
        row.open(feed["id"].hex)


def test_a_key_does_not_open_in_another_row(nia, ben):
    ask_for(nia, (ben, Way.LINK))
    ask_for(nia, (ben, Way.LINK))
    token = subscribe(nia).split("/")[2]
    one, other = FeedKey.objects.all()

    one.key = other.key

    assert other.open(token)
    with pytest.raises(CannotOpen):
        one.open(token)


def test_words_can_be_taken_out_and_put_back(nia, ben):
    ask_for(nia, (ben, Way.LINK))
    address = subscribe(nia)

    subscribing.say(member=nia, with_words=False, now=NOON)
    without = ([each.what for each in shown(nia)], FeedKey.objects.count())
    subscribing.say(member=nia, with_words=True, now=NOON)

    assert without == ([""], 0)
    assert [each.what for each in shown(nia)] == ["Supper for three"]
    assert subscribe(nia) == address, "the address stays"


@pytest.mark.store
@pytest.mark.django_db(transaction=True)
def test_a_feed_that_is_made_while_an_ask_gets_its_key_has_that_key(shared_store, nia, ben):
    for _ in range(3):
        subscribing.end(member=nia)
        ask = draft_for(nia, (ben, Way.LINK))
        make = partial(subscribing.make, member=nia, with_words=True, now=NOON)

        at_once(partial(add, ask), make, make)

        assert Feed.objects.count() == 1
        assert {each.what for each in shown(nia)} == {"Supper for three"}


# --- its address ------------------------------------------------------------------------------


def test_a_program_reads_it_while_the_member_is_away(room):
    address, program = subscribe(room.nia, now=timezone.now()), Client()

    response = program.get(address)

    assert [event["SUMMARY"] for event in read(response.content)] == [NEEDED]
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert response.headers["Cache-Control"] == "private, no-cache"
    assert "noindex" in response.headers["X-Robots-Tag"]
    assert "Vary" not in response.headers and not response.cookies
    assert room.nia.username.encode() not in response.content


def test_a_program_that_asks_again_is_told_that_nothing_is_new(room):
    address, program = subscribe(room.nia, now=timezone.now()), Client()
    first = program.get(address).headers["ETag"]

    again = program.get(address, headers={"If-None-Match": first})
    actions.call_off(ask=room.asked, pieces=[room.piece.pk], now=timezone.now())
    changed = program.get(address, headers={"If-None-Match": first})

    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", first)
    assert changed.status_code == 200
    assert changed.headers["ETag"] != first


def test_a_new_address_ends_the_old_one_at_once(room):
    old, program = subscribe(room.nia, now=timezone.now()), Client()
    subscribing.renew(member=room.nia, now=timezone.now())
    new = subscribe(room.nia, now=timezone.now())

    assert program.get(old).status_code == 404
    assert [event["SUMMARY"] for event in read(program.get(new).content)] == [NEEDED]
    assert FeedKey.objects.count() == 1


@pytest.mark.parametrize("how", ["ended", "gone", "inactive"])
def test_an_address_that_ended_is_the_same_as_one_that_never_was(room, how):
    address, program = subscribe(room.nia, now=timezone.now()), Client()
    if how == "ended":
        subscribing.end(member=room.nia)
    elif how == "gone":
        Member.objects.filter(pk=room.nia.pk).delete()
    else:
        Member.objects.filter(pk=room.nia.pk).update(is_active=False)

    ended = program.get(address)
    never = program.get("/feed/AAAAAAAAAAAAAAAAAAAAAA/calendar.ics")

    assert (ended.status_code, ended.content) == (404, never.content)
    assert dict(ended.headers) == dict(never.headers)


def test_reading_changes_nothing(room, django_assert_num_queries):
    address, program = subscribe(room.nia, now=timezone.now()), Client()
    everything = (Feed, FeedKey, Piece, Rota, Invitation)
    before = [list(model.objects.values()) for model in everything]

    with django_assert_num_queries(4):
        program.get(address)

    assert [list(model.objects.values()) for model in everything] == before
    assert program.post(address).status_code == 405


def test_a_program_that_asks_without_end_is_told_to_wait(room, monkeypatch):
    monkeypatch.setattr(feeds, "MOST_READS", 2)
    address, program = subscribe(room.nia, now=timezone.now()), Client()

    answers = [program.get(address) for _ in range(3)]
    cache.clear()  # the time runs out

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[-1].headers["Retry-After"] == "600"
    assert program.get(address).status_code == 200


def test_making_it_twice_makes_it_once(nia):
    assert subscribe(nia) == subscribe(nia)
    assert Feed.objects.count() == 1


def test_nothing_is_renewed_that_is_not_there(nia):
    assert subscribing.renew(member=nia, now=NOON) is None
    assert not Feed.objects.exists()


# --- the page ---------------------------------------------------------------------------------


def press(client: Client, path: str, **fields: str) -> str:
    """What the page says after a button was pressed."""
    return client.post(f"/pieces/calendar/{path}/", fields, follow=True).content.decode()


def address_on(page: str) -> str:
    return urlsplit(page.split('id="address">')[1].split("<")[0]).path


def test_the_page_makes_shows_renews_and_ends_the_address(room, sign_in):
    client, program = sign_in(room.nia), Client()
    subscribing.end(member=room.nia)

    first = address_on(press(client, "make", with_words="0"))
    silent = read(program.get(first).content)
    press(client, "words", with_words="1")
    told = read(program.get(first).content)
    second = address_on(press(client, "renew"))
    ended = press(client, "end")

    assert [event["SUMMARY"] for event in (*silent, *told)] == ["Busy", NEEDED]
    assert second != first
    assert "Make an address" in ended
    assert [program.get(address).status_code for address in (first, second)] == [404, 404]


def test_it_has_no_words_unless_they_were_asked_for(nia, sign_in):
    press(sign_in(nia), "make")

    assert not Feed.objects.get().with_words


def test_the_address_leads_to_where_others_reach_the_server(nia, sign_in, settings):
    client, settings.PUBLIC_URL = sign_in(nia), ""
    here = press(client, "make", with_words="0")
    settings.PUBLIC_URL = "https://halved.example.org"

    there = client.get("/pieces/calendar/").content.decode()

    assert "http://testserver/feed/" in here and "on this computer only" in here
    assert "https://halved.example.org/feed/" in there
    assert "on this computer only" not in there


def test_a_draft_has_a_place_in_the_calendar_as_well(nia, ben):
    add(draft_for(nia, (ben, Way.LINK)))
    subscribe(nia)

    assert [each.what for each in shown(nia)] == ["Supper for three"]
