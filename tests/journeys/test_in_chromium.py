"""The stories in Chromium, with JavaScript and without."""

import re
from datetime import datetime
from email.message import EmailMessage
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.browser import Browse
from tests.conftest import BEN, CLEO, PASSPHRASE
from tests.journeys.conftest import WORDS, World, ask
from tests.journeys.stories import Stories
from tests.journeys.visitors import ChromiumVisitor
from tests.processes import Server


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def world(house: Server, browse: Browse, request: pytest.FixtureRequest) -> World:
    return World(house.url, browse, javascript=request.param)


@pytest.mark.browser
class TestInChromium(Stories):
    pass


def daytime() -> str:
    """A time zone in which it is day now, so that no mail waits for the morning."""
    zones = ["UTC", "Asia/Tokyo", "America/Los_Angeles"]
    return next(zone for zone in zones if 9 <= datetime.now(ZoneInfo(zone)).hour < 20)


def link_in(message: EmailMessage) -> str:
    found = re.search(r"http\S+?/a/[\w-]+/", message.get_content())
    assert found, message.get_content()
    return found.group()


@pytest.mark.browser
def test_a_no_by_mail_brings_mail_to_the_next_one(browse, smtp, start_server, start_worker):
    server = start_server(HALVED_SMTP_URL=smtp.url)
    start_worker(server.env)
    world = World(server.url, browse, javascript=False)
    nia, plain = world.nia()
    for name, address in ((BEN, "ben@example.org"), (CLEO, "cleo@example.org")):
        plain.open("/circle/")
        plain.follow(name)
        plain.send({"email": address, "timezone": daytime()})
    ask(plain, BEN, CLEO, way="email")

    ben = world.visitor()
    ben.open(link_in(smtp.wait_for(1)[0]))
    ben.send()
    ben.send({"answer": "no"})
    cleo = world.visitor()
    cleo.open(link_in(smtp.wait_for(2)[1]))
    cleo.send()
    assert WORDS in cleo.text
    cleo.send({"answer": "yes"})

    assert [message["To"] for message in smtp.messages] == ["ben@example.org", "cleo@example.org"]
    nia.open("/")
    assert "Cleo said yes." in nia.text


@pytest.mark.browser
def test_a_pause_in_typing_keeps_the_words_and_a_lock_loses_none(house, browse):
    nia, plain = World(house.url, browse).nia()
    assert isinstance(nia, ChromiumVisitor)
    plain.open("/asks/")
    plain.send(to="/asks/new/")
    nia.open(plain.path.replace("/kind/", "/words/"))

    nia.tab.locator("textarea").fill("Mum comes home")
    expect(nia.tab.locator("#kept")).to_contain_text("Kept")
    nia.open(nia.path)
    assert nia.tab.locator("textarea").input_value() == "Mum comes home"

    plain.send(to="/lock/")
    nia.tab.locator("textarea").fill("Mum comes home on Thursday")
    nia.tab.wait_for_url("**/unlock/**")
    nia.send({"passphrase": PASSPHRASE})
    assert "Mum comes home on Thursday" in nia.text
