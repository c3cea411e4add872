"""Opening a page changes nothing, whoever opens it: people, link previews, mail scanners."""

from __future__ import annotations

import os
import re

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from halved.accounts.models import Member, Session
from tests.accounts.authenticator import HOST
from tests.conftest import PASSPHRASE
from tests.journeys.furnished import NEEDED, PLACE, WORDS, Room, address, furnish, patterns

# Who looks at links before the person does, or for them.
SCANNERS = {
    "Outlook SafeLinks": "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 SafeLinks",
    "Outlook": "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17126; Pro)",
    "Exchange": "Mozilla/4.0 (compatible; ms-office; MSOffice 16)",
    "Teams": "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5",
    "Bing preview": "Mozilla/5.0 (compatible; BingPreview/1.0b)",
    "Slackbot": "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    "Slack images": "Slack-ImgProxy (+https://api.slack.com/robots)",
    "WhatsApp": "WhatsApp/2.23.20.0 A",
    "Telegram": "TelegramBot (like TwitterBot)",
    "Signal": "WhatsApp/2 (Signal link preview)",
    "Discord": "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
    "Facebook": "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "Messenger": "facebookexternalhit/1.1;line-poker/1.0",
    "LinkedIn": "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient)",
    "X": "Twitterbot/1.0",
    "Apple": "Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (Applebot/0.1)",
    "iMessage": "Mozilla/5.0 (Macintosh) facebookexternalhit/1.1 Twitterbot/1.0",
    "Google": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Gmail images": "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com)",
    "Google Chat": "Google-PageRenderer Google (+https://developers.google.com/+/web/snippet/)",
    "Proofpoint": "Mozilla/5.0 (Windows NT 6.1; WOW64; rv:54.0) Gecko/20100101 Firefox/54.0",
    "Barracuda": "Barracuda Sentinel (EE)",
    "Mimecast": "Mozilla/5.0 (Mimecast URL Protect)",
    "curl": "curl/8.5.0",
    "none": "",
}
SCANS = int(os.environ.get("SCANS", "1"))  # docs/security.md has the full number
AHEAD = {
    "HTTP_PURPOSE": "prefetch",
    "HTTP_SEC_PURPOSE": "prefetch;prerender",
    "HTTP_X_MOZ": "prefetch",
}
WRITE = re.compile(r"^\s*(INSERT|UPDATE|DELETE|REPLACE|ALTER|CREATE|DROP)\b", re.IGNORECASE)
# The time at which a room was last in use is kept in the session.
TOUCH = re.compile(r'^\s*UPDATE "accounts_session"')


@pytest.fixture
def room(nia: Member, settings: Settings) -> Room:
    settings.PASSKEY_HOST = HOST
    return furnish(nia)


@pytest.fixture(params=["nobody", "nia", "nia, locked"])
def visitor(request: pytest.FixtureRequest, room: Room) -> Client:
    client = Client()
    if request.param != "nobody":
        client.post("/sign-in/", {"login": "nia", "password": PASSPHRASE})
    if request.param == "nia, locked":
        del client.cookies["room"]
    return client


def everything() -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, but for sessions."""
    models = [model for model in apps.get_models() if model is not Session]
    return {
        model.__name__: list(model._base_manager.order_by("pk").values_list()) for model in models
    }


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_no_page_writes_anything_when_it_is_opened(visitor, room, method):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        for name in patterns():
            visitor.generic(method, address(name, room))

    writes = [query["sql"] for query in queries if WRITE.match(query["sql"])]
    assert [sql for sql in writes if not TOUCH.match(sql)] == []


def test_a_room_that_is_looked_at_for_long_touches_its_session_and_nothing_else(room, client):
    client.post("/sign-in/", {"login": "nia", "password": PASSPHRASE})
    session = client.session
    session["room_used_at"] -= 60
    session.save()
    before = everything()

    with CaptureQueriesContext(connection) as queries:
        client.get("/")

    writes = [query["sql"] for query in queries if WRITE.match(query["sql"])]
    assert len(writes) == 1
    assert TOUCH.match(writes[0])
    assert everything() == before


def test_this_file_knows_a_write_when_it_sees_one(room, client):
    client.post("/sign-in/", {"login": "nia", "password": PASSPHRASE})
    before = everything()

    with CaptureQueriesContext(connection) as queries:
        client.post("/", {"words": "Something heavy"})

    assert any(WRITE.match(query["sql"]) for query in queries)
    assert everything() != before


@pytest.mark.parametrize("program", SCANNERS.values(), ids=SCANNERS)
def test_whoever_scans_a_link_sees_the_cover_and_changes_nothing(room, client, program):
    link = address("asked", room)
    cover = client.get(link)
    before = everything()

    for ahead in ({}, AHEAD) * SCANS:
        seen = client.get(link, HTTP_USER_AGENT=program, **ahead)
        head = client.head(link, HTTP_USER_AGENT=program, **ahead)
        options = client.options(link, HTTP_USER_AGENT=program, **ahead)

        assert seen.content == cover.content
        assert dict(head.headers) == dict(cover.headers)
        assert not head.content
        assert WORDS.encode() not in options.content
    assert everything() == before


def test_the_cover_has_no_words_no_kind_and_no_name_but_hers(room, client):
    cover = client.get(address("asked", room)).content.decode()

    assert "Nia" in cover
    for secret in (WORDS, "company", "Ben", "ben@example.org", str(room.asked.pk)):
        assert secret not in cover


@pytest.mark.parametrize("way", ["answer", "remark", "done", "stop", "report", "pieces"])
def test_no_other_address_behind_a_link_does_anything_by_itself(room, client, way):
    before = everything()

    for method in ("GET", "HEAD", "OPTIONS"):
        page = client.generic(method, address(way, room))
        for words in (WORDS, NEEDED, PLACE):
            assert words.encode() not in page.content

    assert everything() == before
