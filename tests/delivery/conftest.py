"""Stores that several processes share."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests import postgres
from tests.asks.conftest import shared_store
from tests.delivery.workers import Workers
from tests.smtp import MailServer

__all__ = ["shared_store"]


@pytest.fixture
def mail() -> Iterator[MailServer]:
    """A real mail server for other processes."""
    with MailServer() as server:
        yield server


@pytest.fixture
def workers(
    tmp_path_factory: pytest.TempPathFactory, cleanup: ExitStack, mail: MailServer
) -> Workers:
    """A fresh store, and workers that send to `mail`."""
    store = cleanup.enter_context(postgres.fresh_database())
    found = Workers(
        tmp_path_factory.mktemp("workers"),
        HALVED_DATABASE_URL=store,
        HALVED_PUBLIC_URL="http://127.0.0.1:8000",
        HALVED_SMTP_URL=mail.url,
    )
    cleanup.callback(found.end)
    return found
