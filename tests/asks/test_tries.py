"""Trying out links: slowed down for the network that tries, and for nobody else."""

import os
import secrets

import pytest
from django.core.cache import cache
from django.test import Client

from halved.asks.rules import Way
from halved.asks.tries import IN_SECONDS, MOST
from tests.asks.asking import ask_people, place_of

WRONG_LINKS = int(os.environ.get("WRONG_LINKS", "200"))  # docs/security.md has the full number
FLAT = "192.0.2.7"
pytestmark = pytest.mark.django_db


def try_one(address: str = FLAT, token: str = "", **more):
    return Client(REMOTE_ADDR=address).get(f"/a/{token or secrets.token_urlsafe(16)}/", **more)


@pytest.fixture
def link(nia, ben) -> str:
    return place_of(ask_people(nia, (ben, Way.LINK)), ben).token


def test_of_very_many_wrong_links_20_are_answered():
    client = Client(REMOTE_ADDR=FLAT)

    answers = [client.get(f"/a/{number:022d}/").status_code for number in range(WRONG_LINKS)]

    assert answers[:MOST] == [404] * MOST
    assert set(answers[MOST:]) == {429}


@pytest.fixture
def tired() -> None:
    for _ in range(MOST + 1):
        page = try_one()
    assert page.status_code == 429


def test_the_page_says_so_and_for_how_long(tired):
    page = try_one()

    assert "Many links that lead nowhere were opened from your network" in page.content.decode()
    assert page["Retry-After"] == str(IN_SECONDS)
    assert "no-store" in page["Cache-Control"]


def test_a_right_link_works_in_the_same_network_all_the_same(link, tired):
    page = try_one(token=link)

    assert page.status_code == 200
    assert "Nia" in page.content.decode()


@pytest.mark.parametrize("address", ["192.0.2.8", "2001:db8::1"])
def test_others_are_not_affected(tired, address):
    assert try_one(address).status_code == 404


@pytest.mark.parametrize(("other", "status"), [("2001:db8::ffff:1", 429), ("2001:db8:0:1::1", 404)])
def test_addresses_of_one_64_network_count_together(other, status):
    for number in range(MOST):
        try_one(f"2001:db8::{number:x}")

    assert try_one(other).status_code == status


def test_who_cannot_be_told_apart_is_counted_together():
    pages = [try_one("").status_code for _ in range(MOST + 1)]

    assert pages == [404] * MOST + [429]


def test_no_address_is_kept(tired):
    assert FLAT not in repr(cache._cache)
    assert any("wrong-link" in key for key in cache._cache)


def test_words_that_were_typed_are_given_back(tired):
    page = Client(REMOTE_ADDR=FLAT).post(
        f"/a/{secrets.token_urlsafe(16)}/answer/", {"words": "Yes."}
    )

    assert page.status_code == 429
    assert "Yes." in page.content.decode()
