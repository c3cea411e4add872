"""Olu looks after the server here. Nia is a member like any other."""

import pytest
from django.test import Client

from halved.accounts.models import Member
from tests.asks.conftest import shared_store
from tests.conftest import PASSPHRASE

__all__ = ["shared_store"]


@pytest.fixture
def operator(olu: Member) -> Member:
    olu.is_operator = True
    olu.save(update_fields=["is_operator"])
    return olu


@pytest.fixture
def desk(operator: Member) -> Client:
    """Olu's browser, room open."""
    client = Client()
    client.post("/sign-in/", {"login": "olu", "password": PASSPHRASE})
    return client
