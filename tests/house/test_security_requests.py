"""Addresses that cannot be counted through, forms that only our own pages can send, and what the
server reaches out to."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client

from halved.accounts.models import Member
from halved.safety.leaving import LeavingForm
from tests.conftest import PASSPHRASE
from tests.journeys.furnished import Room, address, furnish, patterns

HOUSE = Path(__file__).parents[2] / "halved"
# Behind a link the page gives out a key of its own; leaving may always be pressed.
WITHOUT_THE_KEY = {
    *("asked", "answer", "remark", "done", "stop", "report", "pieces"),
    *("stop_mail", "ask_to_stop", "keep", "leave"),
    *("directory:search", "directory:wrong"),  # whoever looks for a place has no session
}
REACHES_OUT = {
    "http",
    "urllib.request",
    "ftplib",
    "smtplib",
    "socket",
    "ssl",
    "telnetlib",
    "xmlrpc",
}
REACHES_OUT |= {"requests", "httpx", "aiohttp", "urllib3", "asyncio", "subprocess"}
SENDERS = {
    "delivery/channels/email.py",
    "delivery/channels/push.py",
    "directory/importing/fetching.py",  # datasets: no words of anybody, to hosts of the operator
    "outgoing.py",  # how the two of them connect
}


@pytest.fixture
def room(nia: Member) -> Room:
    return furnish(nia)


# --- addresses --------------------------------------------------------------------------------


def test_no_address_holds_a_number_to_count_on_from(room):
    parts = {part for name in patterns() for part in address(name, room).split("/")}

    assert len(parts) > 80
    assert not [part for part in parts if part.isdigit()]


HIDDEN_AS = [
    *(
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
    ),
    *(
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "javascript\t:alert(1)",
        "javascript&colon;1",
    ),
    *(
        "javascript://example.org/%0aalert(1)",
        "javascript:https://example.org",
        "jav&#x09;ascript:1",
    ),
    *("data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD4=", "DATA:,x"),
    *(
        "vbscript:msgbox(1)",
        "file:///etc/passwd",
        "file://example.org/x",
        "blob:https://example.org/x",
    ),
    *("about:blank", "view-source:https://example.org", "filesystem:https://example.org/x"),
    *("ftp://example.org", "ws://example.org", "wss://example.org", "gopher://example.org/_x"),
    *("intent://example.org#Intent;end", "chrome://settings", "ms-word:ofe|u|https://example.org"),
    *("mailto:a@example.org", "tel:112", "sms:112", "http://example.org", "HTTP://example.org"),
    *(
        "//example.org",
        "\\\\example.org",
        "/\\example.org",
        "https:\\\\",
        "https:",
        "https://",
        "https:///x",
    ),
    *("https://exa mple.org", "https://example.org\r\nSet-Cookie: a=b", "https://exam\nple.org"),
    *(
        "https://<script>",
        'https://example.org"onload="x',
        "https://.",
        "https://..",
        "https://-a-.org",
    ),
    *("https://[::1", "https://example.org:99999999", "https://exämple.org/\x00", "x", "🫶🏽"),
]


def test_no_disguise_makes_a_script_of_where_leave_now_leads():
    taken = []
    for text in HIDDEN_AS:
        form = LeavingForm({"to": text, "shows": "everywhere", "hidden": "", "look": "halved"})
        form.is_valid()
        taken += [] if "to" in form.errors else [form.cleaned_data["to"]]

    assert len(HIDDEN_AS) >= 50
    assert [to for to in taken if not re.fullmatch(r"https://[\w.-]+(/[^\s<>\"]*)?", to)] == []


# --- forms ------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["nobody", "nia"])
def test_no_form_is_taken_from_somebody_elses_page(room, who):
    client = Client(enforce_csrf_checks=True)
    if who == "nia":
        client.cookies = _signed_in().cookies
    before = Member.objects.count(), room.ben.pk, room.asked.invitations.count()

    for name in patterns():
        if name not in WITHOUT_THE_KEY:
            sent = client.post(address(name, room), {"unasked": "for"})
            assert _is_refused(sent), (name, sent.status_code)

    assert before == (Member.objects.count(), room.ben.pk, room.asked.invitations.count())
    assert set(patterns()) >= WITHOUT_THE_KEY


def _signed_in() -> Client:
    client = Client()
    client.post("/sign-in/", {"login": "nia", "password": PASSPHRASE})
    return client


def _is_refused(sent: HttpResponse) -> bool:
    return sent.status_code in (403, 405)


# --- what goes out ----------------------------------------------------------------------------


def _imports(file: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def _reaches_out(file: Path) -> bool:
    names = {name for name in _imports(file) if not name.startswith("http.cookie")}
    return bool(
        {name for name in names if name in REACHES_OUT or name.split(".")[0] in REACHES_OUT}
    )


def test_mail_push_and_datasets_are_all_that_goes_out():
    files = {str(file.relative_to(HOUSE)): file for file in HOUSE.rglob("*.py")}
    out = {name for name, file in files.items() if _reaches_out(file)}

    # The command looks for a free port of this machine; PostgreSQL’s own programs copy the store.
    assert out - {"starting.py", "backups.py"} == SENDERS
