"""Limits in the store: one count for all processes."""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from halved.limits.models import Bucket, fill, give_back, left_to_wait, take
from halved.limits.rules import Limit
from halved.limits.visitors import network_of
from halved.operators import retention
from tests.asks.test_at_the_same_moment import at_once

NOW = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
THREE = Limit("three", 3, timedelta(minutes=3))
OTHER = Limit("other", 3, timedelta(minutes=3))
MINUTE = timedelta(minutes=1)


def tries(number: int, who: str = "ben", at: datetime = NOW) -> list[bool]:
    return [take(THREE, who, at) for _ in range(number)]


@pytest.mark.store
@pytest.mark.django_db
def test_after_three_one_must_wait_a_minute():
    assert tries(4) == [True, True, True, False]

    assert left_to_wait(THREE, "ben", NOW) == MINUTE
    assert tries(2, at=NOW + MINUTE) == [True, False]


@pytest.mark.django_db
def test_each_person_and_each_limit_has_a_bucket_of_its_own():
    tries(3)

    assert tries(1, "cleo") == [True]
    assert take(OTHER, "ben", NOW)


@pytest.mark.django_db
def test_a_bucket_that_is_filled_gives_all_again():
    tries(3)

    fill(THREE, "ben")

    assert tries(4) == [True, True, True, False]


@pytest.mark.django_db
def test_one_that_is_given_back_can_be_taken_again():
    tries(3)

    give_back(THREE, "ben")

    assert tries(2) == [True, False]


@pytest.mark.store
@pytest.mark.django_db
def test_a_clock_that_was_set_back_shuts_nobody_out():
    tries(3, at=NOW + timedelta(days=1))

    assert tries(4) == [True, True, True, False]


@pytest.mark.django_db
def test_what_is_full_again_is_forgotten():
    tries(3)
    tries(1, "cleo")

    retention.prune(NOW + MINUTE)

    assert Bucket.objects.count() == 1
    assert tries(1, at=NOW + MINUTE) == [True]


@pytest.mark.django_db
def test_the_store_does_not_say_whose_bucket_it_is():
    tries(1, "ben@example.org")

    assert b"ben" not in bytes(Bucket.objects.get().place)


@pytest.mark.store
@pytest.mark.django_db(transaction=True)
def test_fifty_at_once_get_three(shared_store):
    came = at_once(*[partial(take, THREE, "ben", NOW)] * 50)

    assert came.count(True) == 3


@pytest.mark.store
@pytest.mark.django_db(transaction=True)
def test_three_who_are_right_again_and_again_at_once_are_never_refused(shared_store):
    def be_right() -> bool:
        came = []
        for _ in range(40):
            came.append(take(THREE, "ben", NOW))
            fill(THREE, "ben")
        return all(came)

    assert at_once(*[be_right] * 3) == [True] * 3


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
    ],
)
def test_who_shares_a_connection_is_one_visitor(address, network):
    assert network_of(address) == network
