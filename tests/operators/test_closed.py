"""What stays theirs: a suspended member can take it along or delete it, without coming in."""

import io
import zipfile

import pytest
from django.test import Client

from halved.accounts.models import Member
from halved.operators import suspending
from tests.asks.asking import NOON
from tests.conftest import PASSPHRASE
from tests.journeys.furnished import CARRIED, furnish

TAKE, DELETE = "/sign-in/closed/take/", "/sign-in/closed/delete/"
THEIRS = {"name": "Nia", "passphrase": PASSPHRASE}
NOT_TAKEN = "Name and passphrase do not fit together, or nobody closed this room."


@pytest.fixture
def shut(nia: Member) -> Member:
    furnish(nia)
    suspending.suspend(nia.pk, NOON)
    return nia


def test_all_that_is_in_the_room_can_be_taken_along(shut):
    response = Client().post(TAKE, THEIRS)

    archive = zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content)))
    assert CARRIED in archive.read("data.json").decode()


def test_everything_can_be_deleted(shut):
    response = Client().post(DELETE, THEIRS)

    assert (response.status_code, response["Location"]) == (302, "/gone/")
    assert not Member.objects.exists()


@pytest.mark.parametrize("path", [TAKE, DELETE])
@pytest.mark.parametrize(
    "form", [{"name": "nia", "passphrase": "another one"}, {"name": "nobody", "passphrase": "x"}]
)
def test_nobody_else_gets_or_deletes_anything(shut, path, form):
    response = Client().post(path, form)

    assert response.status_code == 200
    assert NOT_TAKEN in response.content.decode()
    assert Member.objects.exists()


def test_it_is_no_way_around_the_room_of_somebody_who_is_not_suspended(nia):
    response = Client().post(TAKE, THEIRS)

    assert NOT_TAKEN in response.content.decode()


def test_who_has_only_the_recovery_code_gets_a_passphrase_and_does_not_come_in(shut):
    client, new = Client(), "a field of tall grass"
    lost = {"username": "nia", "code": shut.new_recovery_code(), "passphrase": new, "again": new}
    shut.save(update_fields=["recovery"])

    response = client.post("/lost/", lost)

    assert (response.status_code, response["Location"]) == (302, "/sign-in/closed/")
    assert client.get("/room/").status_code == 302
    assert client.post(TAKE, THEIRS | {"passphrase": new}).streaming


def test_it_signs_nobody_in(shut):
    client = Client()

    client.post(TAKE, THEIRS)

    assert client.get("/asks/").status_code == 302


def test_passphrases_cannot_be_tried_out_here(shut):
    client = Client()
    for _ in range(5):
        client.post(DELETE, {"name": "nia", "passphrase": "another one"})

    assert b"tried often" in client.post(DELETE, THEIRS).content
    assert Member.objects.exists()
