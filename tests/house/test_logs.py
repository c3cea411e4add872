"""A log says what failed and where in the code. It says nothing that people wrote, and no token."""

import io
import json
import logging
import sqlite3
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from django.utils import timezone

from halved import worker
from halved.asks import actions
from halved.asks.models import Ask
from halved.asks.rules import Way
from halved.circle.models import Contact
from halved.delivery import actions as delivery
from halved.delivery.models import Message
from halved.logs import Plain, Structured
from tests import processes
from tests.smtp import MailServer

TOKEN = "tokenQ7f2Lm81pXzRk0Wd"
QUERY = "queryM3k9Tz"
WORDS = "wordsB8w4Yc"
ADDRESS = "addressN5r6@example.org"
SECRETS = [TOKEN, QUERY, WORDS, ADDRESS]

Read = Callable[[], str]


def breaks(request: HttpRequest, token: str) -> HttpResponse:
    try:
        raise KeyError(ADDRESS)
    except KeyError as error:
        raise ValueError(f"{WORDS} {request.get_full_path()}") from error


urlpatterns = [path("a/<str:token>/", breaks)]


@pytest.fixture
def log() -> Iterator[Read]:
    """What this process logs from now on, exactly as it would go to stderr."""
    handler = next(
        handler
        for handler in logging.getLogger().handlers
        if isinstance(handler, logging.StreamHandler) and type(handler.formatter) is Plain
    )
    text = io.StringIO()
    before = handler.setStream(text)
    yield text.getvalue
    handler.setStream(before)


def secrets_in(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret.casefold() in text.casefold()]


# --- pages ------------------------------------------------------------------------------------


@pytest.mark.urls(__name__)
def test_a_page_that_breaks_is_named_by_its_route(log):
    client = Client(raise_request_exception=False)

    response = client.post(f"/a/{TOKEN}/?to={QUERY}", {"words": WORDS})

    assert response.status_code == 500
    assert "ERROR django.request 500 POST a/<str:token>/" in log()
    assert not secrets_in(log())


@pytest.mark.urls(__name__)
def test_one_object_to_a_line_says_the_same_and_no_more(log, monkeypatch):
    handler = next(one for one in logging.getLogger().handlers if type(one.formatter) is Plain)
    monkeypatch.setattr(handler, "formatter", Structured())

    Client(raise_request_exception=False).post(f"/a/{TOKEN}/?to={QUERY}", {"words": WORDS})

    told = [json.loads(line) for line in log().splitlines()]
    assert told[-1]["what"] == "500 POST a/<str:token>/"
    assert "builtins.KeyError" in told[-1]["where"]
    assert not secrets_in(log())


@pytest.mark.urls(__name__)
def test_what_broke_can_still_be_found(log):
    client = Client(raise_request_exception=False)

    client.get(f"/a/{TOKEN}/")

    lines = log().splitlines()
    assert [line for line in lines if "test_logs.py" in line and line.endswith("in breaks")]
    assert "    raise KeyError(ADDRESS)" in lines
    assert lines.index("builtins.KeyError") < lines.index("builtins.ValueError")


def test_a_link_that_leads_nowhere_leaves_no_trace(db, client, log):
    response = client.post(f"/a/{TOKEN}/answer/?to={QUERY}", {"words": WORDS, "answer": "yes"})

    assert response.status_code == 404
    assert log() == ""


@pytest.mark.parametrize(
    ("address", "route"), [(f"/setup/{TOKEN}/", "setup/<str:token>/"), ("/sign-in/", "sign-in/")]
)
def test_a_form_without_its_key_is_logged_without_what_it_held(db, log, address, route):
    client = Client(enforce_csrf_checks=True)

    response = client.post(f"{address}?next=/{QUERY}", {"login": ADDRESS, "passphrase": WORDS})

    assert response.status_code == 403
    assert f"django.security.csrf 403 POST {route}" in log()
    assert not secrets_in(log())


def test_a_feed_leaves_no_trace_of_its_address(db, client, log):
    found = [client.get(f"/feed/{TOKEN}/calendar.ics?to={QUERY}") for _ in range(2)]

    assert [response.status_code for response in found] == [404, 404]
    assert log() == ""


def test_a_host_name_that_is_not_ours_is_not_repeated(db, client, log):
    response = client.get(f"/sign-in/?next=/{QUERY}", headers={"host": f"{WORDS}.example"})

    assert response.status_code == 400
    assert "django.security.DisallowedHost 400 GET" in log()
    assert not secrets_in(log())


def test_a_form_that_is_too_large_is_logged_without_what_it_held(db, client, log):
    response = client.post(f"/sign-in/?next=/{QUERY}", {"login": WORDS * 200_000})

    assert response.status_code == 400
    assert "RequestDataTooBig 400 POST sign-in/" in log()
    assert not secrets_in(log())


# --- the worker -------------------------------------------------------------------------------


@pytest.fixture
def queued(nia) -> Message:
    letter = {"to": ADDRESS, "name": WORDS, "url": f"http://127.0.0.1:8000/a/{TOKEN}/"}
    delivery.enqueue(
        Message.Kind.ASK, member_id=nia.pk, letter=letter, about=None, at=timezone.now()
    )
    return Message.objects.get()


def test_a_mail_server_that_names_the_address_is_not_quoted(queued, smtp: MailServer, log):
    smtp.mode, smtp.refusal = "refuse", f"550 5.1.1 <{ADDRESS}> is unknown here"

    worker.one_pass()

    assert f"message {queued.pk} did not go out: SMTPRecipientsRefused" in log()
    assert not secrets_in(log())


def test_a_message_that_can_not_be_read_is_logged_by_its_number(queued, log):
    Message.objects.update(letter=TOKEN.encode())

    worker.one_pass()

    assert f"message {queued.pk} can not be sent" in log()
    assert "halved.vault.crypto.CannotOpen" in log()
    assert not secrets_in(log())


def test_an_ask_that_can_not_be_moved_is_logged_by_its_number(nia, log):
    now = timezone.now()
    ask = Ask(member=nia)
    ask.words = WORDS
    ask.save()
    ben = Contact(member=nia)
    ben.name, ben.email = WORDS, ADDRESS
    ben.save()
    actions.plan(ask=ask, people=[(ben, Way.EMAIL)])
    actions.open_ask(ask=ask, now=now)
    ask.invitations.update(route=TOKEN.encode(), due_at=now)

    worker.one_pass()

    assert f"ask {ask.pk} could not be moved" in log()
    assert "halved.vault.crypto.CannotOpen" in log()
    assert not secrets_in(log())


# --- the processes ----------------------------------------------------------------------------


def ask_for(address: str, body: bytes | None = None) -> int:
    try:
        with urllib.request.urlopen(address, body, timeout=20) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        error.close()
        return error.code


def test_a_server_whose_store_is_broken_says_so_and_no_more(server):
    with closing(sqlite3.connect(server.data_dir / "halved.sqlite3")) as store:
        store.execute("ALTER TABLE asks_invitation RENAME TO gone")

    missing = ask_for(f"{server.url}/{TOKEN}/?to={QUERY}")
    broken = ask_for(f"{server.url}/a/{TOKEN}/answer/?to={QUERY}", f"words={WORDS}".encode())

    assert (missing, broken) == (404, 503)
    assert "503 POST a/<str:token>/answer/" in server.said()
    assert "django.db.utils.OperationalError" in server.said()
    assert not secrets_in(server.said())


BROKEN = f"""
def application(environ, start_response):
    if environ["PATH_INFO"] == "/now/":
        start_response("200 OK", [])
        return []
    raise ValueError("{WORDS}\\n" + environ["PATH_INFO"] + environ["QUERY_STRING"])
"""
# What `halved serve` does, with an application that lets errors through.
SERVE = """
import granian, sys
real = granian.Granian
granian.Granian = lambda _, **options: real("broken:application", **options)
from halved import starting
starting.set_up()
starting.serve_wsgi("127.0.0.1", int(sys.argv[1]))
"""


def test_the_web_server_keeps_to_itself_what_an_error_says(tmp_path: Path, cleanup: ExitStack):
    (tmp_path / "broken.py").write_text(BROKEN)
    paths = f"{processes.ROOT}:{tmp_path}"
    env = processes.environment(
        tmp_path, PYTHONPATH=paths, DJANGO_SETTINGS_MODULE="halved.settings"
    )
    port, log = processes.free_port(), tmp_path / "log"
    with log.open("wb") as out:
        command = [sys.executable, "-c", SERVE, str(port)]
        started = subprocess.Popen(command, env=env, stdout=out, stderr=out, start_new_session=True)
    server = processes.Running(started, env, log)
    cleanup.callback(server.kill)
    processes.wait_until_it_answers(server, port)

    status = ask_for(f"http://127.0.0.1:{port}/a/{TOKEN}/?to={QUERY}")

    assert status == 500
    assert "Application callable raised an exception" in server.said()
    assert ", in application" in server.said()
    assert not secrets_in(server.said())
