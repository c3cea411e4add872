"""What every test may ask for. The servers and the browser themselves are in the files beside."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
from django.test import Client
from django.urls import get_resolver
from playwright.sync_api import Browser, Playwright, sync_playwright
from pytest_django import Settings

from tests import browser, environment, processes
from tests.smtp import MailServer

if TYPE_CHECKING:
    from halved.accounts.models import Member
    from halved.circle.models import Contact

# How long an example takes says nothing about the rule, and other programs may use the machine.
hypothesis.settings.register_profile(
    "untimed", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("untimed")

# --- order ------------------------------------------------------------------------------------

gc.disable()  # collecting tests makes thousands of things that stay; pytest_collection_finish


def pytest_collection_finish() -> None:
    gc.freeze()
    gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests are marked, run last, and never touch the store themselves.

    Playwright leaves an event loop running in the thread until the session ends, and Django then
    refuses every query. A journey looks at the store through `server`, as everyone else does.

    Files with few tests run first: these are long ones, and at the end a core would wait for them.
    """
    for item in items:
        if _uses(item, "chromium"):
            item.add_marker("browser")
        if _uses(item, "chromium") and (_uses(item, "db") or item.get_closest_marker("django_db")):
            raise pytest.UsageError(f"{item.nodeid} drives the browser: use `server`, not the ORM.")
    tests = Counter(item.path for item in items)
    items.sort(key=lambda item: (_uses(item, "chromium"), tests[item.path], item.path))


def _uses(item: pytest.Item, fixture: str) -> bool:
    return fixture in getattr(item, "fixturenames", ())


# --- the machine ------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def data_dir() -> Path:
    """The data folder of this run. It is gone afterwards."""
    return environment.DATA_DIR


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, data_dir: Path
) -> None:
    """A store in a file, as people have it, but for the wait for the disk. Django would take one in
    memory: there, of two threads one is refused at once what in a file it waits for."""
    from django.db import connection

    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(data_dir / "tests.sqlite3")
        connection.settings_dict["OPTIONS"]["init_command"] += " PRAGMA synchronous=OFF;"


@pytest.fixture(scope="session", autouse=True)
def _everything_is_imported() -> None:
    """Django imports the pages with the first request. If a test had changed a clock by then, they
    would keep the changed one."""
    assert get_resolver().url_patterns


@pytest.fixture(scope="session", autouse=True)
def _quick_passphrases() -> Iterator[dict[str, int]]:
    """The least work the crypto library allows, so that signing in costs tests nothing."""
    from halved.vault import crypto
    from tests.quick import LEAST

    real = {name: getattr(crypto, name) for name in LEAST}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in LEAST.items():
            patch.setattr(crypto, name, value)
        yield real


@pytest.fixture(autouse=True)
def _real_passphrases(
    request: pytest.FixtureRequest, _quick_passphrases: dict[str, int]
) -> Iterator[None]:
    """What a sign-in really costs, for tests marked `real_kdf`."""
    from halved.vault import crypto

    real = _quick_passphrases if request.node.get_closest_marker("real_kdf") else {}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in real.items():
            patch.setattr(crypto, name, value)
        yield


@pytest.fixture(autouse=True)
def _nothing_was_tried_yet() -> None:
    """Limits on signing in are counted in the cache, which outlives a test."""
    from django.core.cache import cache

    cache.clear()


# --- mail -------------------------------------------------------------------------------------


@pytest.fixture
def smtp(settings: Settings) -> Iterator[MailServer]:
    """A real mail server. What this process sends goes there; a process gets `smtp.url`."""
    with MailServer() as server:
        settings.SMTP_URL = server.url
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST = "127.0.0.1"
        settings.EMAIL_PORT = server.port
        settings.EMAIL_TIMEOUT = 1
        yield server


# --- processes --------------------------------------------------------------------------------


@pytest.fixture
def cleanup() -> Iterator[ExitStack]:
    """Ends whatever is still running, the youngest first."""
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def start_server(
    tmp_path_factory: pytest.TempPathFactory, cleanup: ExitStack
) -> Callable[..., processes.Server]:
    """`start_server(HALVED_SMTP_URL=smtp.url)`: `halved serve` with a fresh store of its own."""

    def start(**settings: str) -> processes.Server:
        store = cleanup.enter_context(processes.prepared_database())
        settings = {"HALVED_DATABASE_URL": store} | settings
        server = processes.start_server(tmp_path_factory.mktemp("server"), **settings)
        cleanup.callback(server.kill)
        return server

    return start


@pytest.fixture
def server(start_server: Callable[..., processes.Server]) -> processes.Server:
    """`halved serve`, answering on `server.url`."""
    return start_server()


@pytest.fixture
def start_worker(
    tmp_path_factory: pytest.TempPathFactory, cleanup: ExitStack
) -> Callable[..., processes.Running]:
    """`start_worker(server.env, …)`: `halved work …` on the same store."""

    def start(env: dict[str, str], *arguments: str) -> processes.Running:
        log = tmp_path_factory.mktemp("worker") / "work.log"
        worker = processes.start("work", *arguments, env=env, log=log)
        cleanup.callback(worker.kill)
        return worker

    return start


# --- the browser ------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def driver() -> Iterator[Playwright]:
    """What speaks to browsers. There can be one at a time."""
    with sync_playwright() as opened:
        yield opened


@pytest.fixture(scope="session")
def chromium(driver: Playwright) -> Iterator[Browser]:
    with browser.open_chromium(driver) as opened:
        yield opened


@pytest.fixture
def browse(chromium: Browser) -> Iterator[browser.Browse]:
    """`browse(javascript=True, width=1280, dark=False)`: a page of a new visitor."""
    visits = browser.Browse(chromium)
    yield visits
    visits.close()


# --- four people ------------------------------------------------------------------------------
# Nia asks. Ben and Cleo are asked; they have no account. Olu is a member, and a stranger to Nia.

BEN = "Ben"
CLEO = "Cleo"
PASSPHRASE = "a river of small stones"


@pytest.fixture
def nia(db: None) -> Member:
    """Nia asks. Her room is open on this object; a client opens it with `sign_in`."""
    from halved.accounts.models import Member

    member = Member.objects.create_member("nia", PASSPHRASE)
    member.signs_as = "Nia"
    member.pending_code = None
    member.save()
    return member


@pytest.fixture
def olu(db: None) -> Member:
    """Olu is a stranger to Nia."""
    from halved.accounts.models import Member

    return Member.objects.create_member("olu", PASSPHRASE)


def contact(member: Member, name: str, **about: object) -> Contact:
    from halved.circle.models import Contact

    row = Contact(member=member)
    row.name = name
    for field, value in about.items():
        setattr(row, field, value)
    row.save()
    return row


@pytest.fixture
def ben(nia: Member) -> Contact:
    return contact(nia, BEN, email="ben@example.org", phone="+44 20 7946 0018")


@pytest.fixture
def cleo(nia: Member) -> Contact:
    return contact(nia, CLEO, email="cleo@example.org")


@pytest.fixture
def sign_in(client: Client) -> Callable[[Member], Client]:
    """`sign_in(nia)`: a client that has signed in through the front door, room open."""

    def enter(member: Member) -> Client:
        form = {"login": member.username, "password": PASSPHRASE}
        response = client.post("/sign-in/", form)
        assert response.status_code == 302, response.content
        return client

    return enter
