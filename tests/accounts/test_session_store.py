"""How sessions lie in the store: sealed, under a hash of what the cookie holds."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.db import connection
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from halved.accounts.models import Session
from halved.accounts.sessions import SessionStore, end_of_week
from halved.vault.keys import HouseKey, house
from halved.vault.rotation import rotate
from tests.accounts.conftest import enter, is_open, is_signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.store]


def as_it_lies() -> bytes:
    """All of the table, as a thief of the store finds it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM accounts_session")
        return b"".join(
            bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
            for row in cursor.fetchall()
            for value in row
        )


def test_what_is_put_in_comes_out_for_who_has_the_cookie():
    store = SessionStore()
    store["words"] = "a river"
    store.save()

    again = SessionStore(store.session_key)

    assert again["words"] == "a river"
    assert SessionStore("x" * 32).load() == {}


def test_a_thief_of_the_store_can_sign_in_nowhere_and_reads_nothing(nia):
    client = enter()

    stolen = as_it_lies()

    assert client.session.session_key.encode() not in stolen
    assert b"room_used_at" not in stolen
    assert nia.get_session_auth_hash().encode() not in stolen
    assert not is_signed_in(enter(passphrase="")), "Nobody without the passphrase."
    planted = enter(passphrase="")
    planted.cookies["session"] = Session.objects.get().pk
    assert not is_signed_in(planted)


def test_the_store_says_in_which_week_a_session_runs_out_and_no_more(nia):
    enter()

    [row] = Session.objects.all()

    assert (row.expires_at.weekday(), row.expires_at.time()) == (0, datetime.min.time())
    assert timedelta(days=14) <= row.expires_at - timezone.now() <= timedelta(days=21)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 4_000_000_000))
def test_the_end_of_a_week_is_a_monday_at_most_seven_days_ahead(seconds):
    moment = datetime.fromtimestamp(seconds, UTC)

    end = end_of_week(moment)

    assert end.weekday() == 0
    assert timedelta() < end - moment <= timedelta(days=7)


def test_a_box_moved_to_another_session_does_not_open(nia, olu):
    mine, other = enter(), enter("olu")
    [box] = nia.sessions.values_list("content", flat=True)

    olu.sessions.update(content=box)

    assert is_open(mine)
    assert not is_signed_in(other)


def test_a_session_that_was_ended_meanwhile_does_not_come_back(nia):
    store = SessionStore(enter().session.session_key)
    store["words"] = "a river"

    nia.sessions.all().delete()

    with pytest.raises(UpdateError):
        store.save()
    assert not Session.objects.exists()


def test_a_new_house_key_ends_no_session_that_was_sealed_anew(nia):
    client = enter()

    rotate()
    rotate()

    assert is_open(client)


def test_a_house_key_that_is_gone_signs_everybody_out(nia, settings):
    client = enter()

    settings.HOUSE_KEYS = HouseKey(house().lookup, HouseKey.new().seals).write()

    assert not is_signed_in(client)


def test_what_has_run_out_is_as_if_it_was_not_there(nia):
    client = enter()

    Session.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    assert not is_signed_in(client)
    SessionStore.clear_expired()
    assert not Session.objects.exists()
