"""What a change of one piece means for those after it: rules, and what it does in the store."""

from dataclasses import asdict, replace
from datetime import datetime, timedelta

import pytest
from django.core import mail
from hypothesis import given
from hypothesis import strategies as st

from halved.accounts.models import Member
from halved.asks.models import Ask
from halved.asks.rules import Way
from halved.pieces import changing
from halved.pieces.actions import call_off
from halved.pieces.following import About, Look, follow
from halved.pieces.models import Piece
from halved.pieces.rules import SETTLE
from halved.pieces.series import CannotRepeat
from tests.asks.asking import DAY, HOUR, MINUTE, NOON, Asked
from tests.pieces.rota import (
    SATURDAY,
    SUPPER,
    ask_for,
    at,
    letters,
    sees,
    takes,
    who_took,
    work,
)

FOUR_WEEKS = at(SATURDAY, rule="FREQ=WEEKLY;COUNT=4", zone="Europe/Berlin")
LATER_ON = at(SATURDAY + HOUR, zone="Europe/Berlin")
SUNDAY = at(SATURDAY + DAY, zone="Europe/Berlin")
SOUP = replace(SUPPER, what="Soup", where="At the back door")


def four(nia: Member, *people: Asked, about: About = SUPPER) -> tuple[Ask, list[Piece]]:
    """Four Saturdays; clocks change before the third in Berlin."""
    ask, _ = ask_for(nia, *people, when=FOUR_WEEKS, about=about)
    return ask, list(ask.pieces.all())


def change(ask: Ask, piece: Piece, when=FOUR_WEEKS, about=SUPPER, now=NOON + HOUR) -> bool:
    return changing.change(ask=ask, piece=piece, when=when, about=about, now=now)


def change_following(
    ask: Ask, piece: Piece, when=FOUR_WEEKS, about=SUPPER, now=NOON + HOUR
) -> bool:
    return changing.change_following(ask=ask, piece=piece, when=when, about=about, now=now)


def begin(ask: Ask) -> list[str]:
    """When they begin, on the clock in UTC."""
    return [f"{piece.starts_at:%m-%d %H}" for piece in Piece.objects.filter(ask=ask)]


def told(ask: Ask) -> list[str]:
    key = bytes.fromhex(ask.pieces_key)
    return [piece.open_words(key)["what"] for piece in Piece.objects.filter(ask=ask)]


# --- the rule ---------------------------------------------------------------------------------

TEXTS = st.sampled_from(["", "Soup", "Supper", "A ride"])
ABOUTS = st.builds(About, TEXTS, TEXTS, TEXTS, st.integers(1, 5))
LOOKS = st.builds(
    lambda starts, lasts, about: Look(starts, starts + lasts, about),
    st.datetimes(datetime(2027, 1, 1), datetime(2028, 1, 1)),  # noqa: DTZ001
    st.timedeltas(MINUTE, 3 * DAY),
    ABOUTS,
)


@given(own=LOOKS, before=LOOKS, after=LOOKS, days=st.integers(-9, 9))
def test_it_follows_in_what_was_changed_and_in_nothing_else(own, before, after, days):
    found = follow(own, before, after, days)

    was, now, mine = asdict(before.about), asdict(after.about), asdict(own.about)
    assert asdict(found.about) == {
        name: now[name] if now[name] != was[name] else mine[name] for name in mine
    }
    if days or before.hours != after.hours:
        assert found.hours == after.hours
        assert found.starts.date() == own.starts.date() + timedelta(days=days)
    else:
        assert (found.starts, found.ends) == (own.starts, own.ends)


@given(own=LOOKS, before=LOOKS)
def test_what_was_not_changed_changes_nothing(own, before):
    assert follow(own, before, before, 0) == own


@given(own=LOOKS, after=LOOKS, days=st.integers(-9, 9))
def test_who_looked_the_same_looks_the_same_again(own, after, days):
    found = follow(own, own, after, days)

    assert (found.about, found.hours) == (after.about, after.hours)


# --- those after it ---------------------------------------------------------------------------


def test_those_after_it_come_at_the_new_time_too(nia, ben):
    ask, pieces = four(nia, (ben, Way.LINK))

    assert change_following(ask, pieces[1], at(SATURDAY + 7 * DAY + HOUR, zone="Europe/Berlin"))

    assert begin(ask) == ["03-13 17", "03-20 18", "03-27 18", "04-03 17"]


def test_they_move_by_as_many_days(nia, ben):
    ask, pieces = four(nia, (ben, Way.LINK))

    assert change_following(ask, pieces[0], SUNDAY)

    assert begin(ask) == ["03-14 17", "03-21 17", "03-28 16", "04-04 16"]


def test_new_words_and_a_new_place_are_theirs_too(nia, ben):
    ask, pieces = four(nia, (ben, Way.LINK))
    takes(pieces[3], ben)

    change_following(ask, pieces[0], about=SOUP)

    assert told(ask) == ["Soup"] * 4
    assert begin(ask) == ["03-13 17", "03-20 17", "03-27 17", "04-03 16"]
    assert sees(pieces[3], ben).where == "At the back door"


def test_what_was_changed_alone_stays_as_it_is(nia, ben):
    ask, pieces = four(nia, (ben, Way.LINK))
    alone = at(SATURDAY + 14 * DAY + 2 * HOUR, zone="Europe/Berlin")
    change(ask, pieces[2], alone)

    change_following(ask, pieces[0], LATER_ON, SOUP)

    assert begin(ask) == ["03-13 18", "03-20 18", "03-27 19", "04-03 17"]
    assert told(ask) == ["Soup", "Soup", "Supper for three", "Soup"]


def test_keeping_it_as_it_is_is_no_change(nia, ben):
    ask, pieces = four(nia, (ben, Way.LINK))

    assert change(ask, pieces[1], at(SATURDAY + 7 * DAY, zone="Europe/Berlin"))
    change_following(ask, pieces[0], about=SOUP)

    assert told(ask) == ["Soup"] * 4
    assert {piece.revision for piece in Piece.objects.all()} == {1}


def test_those_after_it_can_become_like_one_that_was_changed_alone(nia, ben):
    ask, pieces = four(nia, (ben, Way.LINK))
    change(ask, pieces[0], SUNDAY, SOUP)

    change_following(ask, pieces[0], SUNDAY, SOUP)

    assert begin(ask) == ["03-14 17", "03-21 17", "03-28 16", "04-04 16"]
    assert told(ask) == ["Soup"] * 4


def test_what_is_over_or_called_off_stays_as_it_was(nia, ben):
    ask, pieces = four(nia, (ben, Way.LINK))
    call_off(ask=ask, pieces=[pieces[2].pk], now=NOON)
    now = pieces[0].starts_at

    assert not change_following(ask, pieces[0], LATER_ON, now=now)
    change_following(ask, pieces[1], at(SATURDAY + 7 * DAY + HOUR, zone="Europe/Berlin"), now=now)

    assert begin(ask) == ["03-13 17", "03-20 18", "03-27 17", "04-03 17"]


def test_when_one_would_be_over_all_stay_as_they_are(nia, ben):
    ask, pieces = four(nia, (ben, Way.LINK))
    change(ask, pieces[3], at(SATURDAY - DAY, zone="Europe/Berlin"))  # now it is the first
    before = begin(ask)

    with pytest.raises(CannotRepeat, match="later ones would be over"):
        change_following(ask, pieces[3], at(SATURDAY - 2 * DAY, zone="Europe/Berlin"))

    assert begin(ask) == before


# --- who took one -----------------------------------------------------------------------------


def test_nobody_loses_a_place(nia, ben, cleo):
    ask, pieces = four(nia, (ben, Way.LINK), (cleo, Way.LINK), about=replace(SUPPER, places=2))
    takes(pieces[2], ben)
    takes(pieces[2], cleo)
    takes(pieces[3], cleo)

    assert change_following(ask, pieces[0], about=SUPPER)

    assert [piece.places for piece in Piece.objects.filter(ask=ask)] == [1, 1, 2, 1]
    assert who_took(pieces[2]) == [ben.pk, cleo.pk]
    assert who_took(pieces[3]) == [cleo.pk]


def test_who_took_several_is_told_once_and_asked_to_look_again(nia, ben):
    ask, pieces = four(nia, (ben, Way.EMAIL))
    for piece in pieces:
        takes(piece, ben)

    change_following(ask, pieces[1], at(SATURDAY + 7 * DAY + HOUR, zone="Europe/Berlin"))
    work(NOON + HOUR + SETTLE)

    [(to, text)] = letters()
    assert to == "ben@example.org"
    assert text.count("This is the new time.") == 3
    assert [bool(sees(piece, ben).mine.changed_at) for piece in pieces] == [False, True, True, True]


def test_new_words_alone_send_nothing(nia, ben):
    ask, pieces = four(nia, (ben, Way.EMAIL))
    takes(pieces[2], ben)

    change_following(ask, pieces[0], about=SOUP)
    work(NOON + DAY)

    assert not mail.outbox


def test_links_live_until_the_last_of_them_is_over(nia, ben):
    ask, pieces = four(nia, (ben, Way.LINK))

    change_following(ask, pieces[0], at(SATURDAY + 30 * DAY, zone="Europe/Berlin"))

    last = Piece.objects.filter(ask=ask).last()
    assert Ask.objects.get(pk=ask.pk).links_until == last.ends_at
