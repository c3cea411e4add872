"""Rooms: open, locked, and what it takes to tell."""

import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.apps import apps
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from halved.accounts.models import Session
from halved.limits.models import Bucket
from tests.conftest import PASSPHRASE

NEW = "a hill of large stones"


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """`later(minutes=5)`: that much time passes."""
    real, ahead, clock = time.time, 0.0, timezone.now

    def wait(minutes: float) -> None:
        nonlocal ahead
        ahead += 60 * minutes

    monkeypatch.setattr("time.time", lambda: real() + ahead)
    monkeypatch.setattr("django.utils.timezone.now", lambda: clock() + timedelta(seconds=ahead))
    return wait


def enter(name: str = "nia", passphrase: str = PASSPHRASE) -> Client:
    """A browser in which somebody has signed in; it need not have worked."""
    client = Client()
    client.post("/sign-in/", {"login": name, "password": passphrase})
    return client


def unlock(client: Client, passphrase: str = PASSPHRASE, **more: str) -> HttpResponse:
    return client.post("/unlock/", {"passphrase": passphrase, **more})


def is_open(client: Client) -> bool:
    """Whether the private room is open in this browser."""
    return client.get("/circle/").status_code == 200


def is_signed_in(client: Client) -> bool:
    response = client.get("/circle/")
    return response.status_code == 200 or response["Location"].startswith("/unlock/")


def boxes() -> dict[str, bytes]:
    """Everything that is sealed in the store, as it lies there, less what comes and goes."""
    return {
        f"{model._meta.label}.{name}:{row['pk']}": bytes(value)
        for model in apps.get_models()
        if model not in (Bucket, Session)
        for row in model._base_manager.values("pk", *[f.name for f in model._meta.concrete_fields])
        for name, value in row.items()
        if isinstance(value, bytes | memoryview)
    }
