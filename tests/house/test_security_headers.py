"""What every page tells the browser: what it may load, run, show, keep and pass on."""

from __future__ import annotations

import http.client
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client

from halved.accounts.models import Member
from tests import processes
from tests.conftest import PASSPHRASE
from tests.journeys.furnished import address, furnish, patterns

SCRIPTS = Path(__file__).parents[2] / "halved" / "static" / "halved"
ON_EVERY_PAGE = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": None,  # not without TLS
}
FROM_NOWHERE = {"default-src": ["'none'"], "base-uri": ["'none'"], "frame-ancestors": ["'none'"]}
# What would make a page or a script of text, in our own scripts.
SINK = re.compile(
    r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|srcdoc|DOMParser"
    r"|document\.write(?:ln)?|eval|Function|importScripts)\b|setTimeout\(\s*[\"'`]"
)
# What a browser loads or sends by itself, and where a form goes.
DRAWN = re.compile(
    r'<(?:script|img|iframe|source|link|form|use)\b[^>]*?(?:src|href|action)="([^"]*)'
)

PREVIEW = re.compile(r'property="og:|name="(?:twitter:|description)')


@pytest.fixture
def pages(nia: Member) -> dict[str, HttpResponse]:
    """Every page of the house, for somebody who is nobody and for Nia, and what is not there."""
    room, member = furnish(nia), Client()
    member.post("/sign-in/", {"login": "nia", "password": PASSPHRASE})
    found = {"nowhere": Client().get("/nowhere/"), "no link": Client().get("/a/nowhere/")}
    for name in patterns():
        found[name] = Client().get(address(name, room))
        found[f"{name} for Nia"] = member.get(address(name, room))
    return found


def directives(response: HttpResponse) -> dict[str, list[str]]:
    parts = [part.split() for part in response["Content-Security-Policy"].split(";")]
    return {name: values for name, *values in parts}


def test_every_page_says_what_may_not_be_done_with_it(pages):
    for name, page in pages.items():
        found = {header: page.get(header) for header in ON_EVERY_PAGE}
        assert found == ON_EVERY_PAGE, name
        assert page["Referrer-Policy"] in ("same-origin", "no-referrer"), name
        assert "camera=()" in page["Permissions-Policy"], name

        policy = directives(page)
        assert "unsafe" not in page["Content-Security-Policy"], name
        assert {part: policy[part] for part in FROM_NOWHERE} == FROM_NOWHERE, name
        sources = [values for part, values in policy.items() if part.endswith("-src")]
        assert [one for one in sources if one not in (["'none'"], ["'self'"])] == [], name
        assert policy["form-action"] == ["'self'"], name
        assert policy["require-trusted-types-for"] == ["'script'"], name


def test_every_page_draws_on_this_server_alone_and_tells_no_preview_what_it_is(pages):
    drawn = {link for page in pages.values() for link in DRAWN.findall(_text_of(page))}
    told = [name for name, page in pages.items() if PREVIEW.search(_text_of(page))]

    assert len(drawn) > 30
    assert not [link for link in drawn if re.match(r"(?:[a-z]+:)?//|javascript:|data:", link)]
    assert not told


def _text_of(page: HttpResponse) -> str:
    body = b"".join(page) if page.streaming else page.content
    return str(body.decode(errors="replace"))


def test_no_script_of_ours_makes_a_page_or_a_script_of_text():
    scripts = {file.name: file.read_text() for file in SCRIPTS.glob("*.js")}

    assert len(scripts) > 3
    assert not [name for name, text in scripts.items() if SINK.search(text)]
    for planted in ("a.innerHTML = b", 'setTimeout("go()", 5)', "new Function(a)", "eval(a)"):
        assert SINK.search(planted)


def test_behind_tls_a_browser_comes_back_over_tls_for_a_year(
    start_server: Callable[..., processes.Server],
):
    server = start_server(HALVED_PUBLIC_URL="https://halved.example.org")

    for path in ("/", "/now/", "/nowhere/", "/a/nowhere/"):
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
        headers = {"Host": "halved.example.org", "X-Forwarded-Proto": "https"}
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        connection.close()

        assert response.headers["Strict-Transport-Security"] == "max-age=31536000", path
