"""From a report to a suspension and back, through the front door: Nia asks, Ben reports, Olu looks
after the server."""

from __future__ import annotations

import pytest

from tests import processes
from tests.conftest import BEN, PASSPHRASE
from tests.journeys.conftest import Asked, World, ask, sign_up
from tests.journeys.visitors import ChromiumVisitor, Visitor, WireVisitor

THEIRS = "She writes every day."


def appoint(server: processes.Server, name: str) -> None:
    """By the command, as whoever runs the server does."""
    log = server.data_dir.with_name("operator.log")
    command = processes.start("operator", name, env=server.env, log=log)
    assert command.process.wait(60) == 0, command.said()


@pytest.fixture(scope="module")
def olu(house: processes.Server) -> WireVisitor:
    visitor = WireVisitor(house.url)
    sign_up(visitor, "olu")
    appoint(house, "olu")
    return visitor


@pytest.fixture(scope="module")
def world(house: processes.Server) -> World:
    return World(house.url)


@pytest.fixture
def nia(world: World) -> WireVisitor:
    return world.nia()[1]


@pytest.fixture
def asked(nia: WireVisitor) -> Asked:
    return ask(nia, BEN)


def report(visitor: Visitor, link: str) -> None:
    """Ben ticks that the operator may see who asks."""
    visitor.open(f"{link}report/")
    visitor.send({"about": "pestering", "words": THEIRS, "show_name": "on"})


def press(olu: Visitor, end: str) -> None:
    """The button of the newest report whose form leads there."""
    addresses = [part.partition('"')[0] for part in olu.source.split('action="')[1:]]
    [*_, last] = [address for address in addresses if address.endswith(end)]
    olu.send(to=last)


def test_from_a_report_to_a_suspension_and_back(world, olu, nia, asked):
    ben = world.visitor()
    report(ben, asked.links[0])

    olu.open("/operator/reports/")
    assert THEIRS in olu.text
    press(olu, "/suspend/")
    assert "Who asked is suspended." in olu.text

    ben.open(asked.links[0])
    nia.open("/asks/")
    assert "This link leads nowhere" in ben.text
    assert nia.path.startswith("/sign-in/")

    press(olu, "/let-back/")
    ben.open(asked.links[0])
    assert "leads nowhere" not in ben.text


def test_who_is_suspended_reads_it_on_signing_in_and_gets_their_data(world, olu):
    dee = world.visitor()
    sign_up(dee, "dee")
    olu.open("/operator/members/")
    olu.send({"name": "dee"}, to="/operator/members/suspend/")

    dee.open("/sign-in/")
    dee.send({"login": "dee", "password": PASSPHRASE})
    assert "This room is closed for now" in dee.text
    dee.open("/now/")
    assert dee.status == 200

    dee.open("/sign-in/closed/")
    dee.follow("Delete everything")
    dee.send({"name": "dee", "passphrase": PASSPHRASE})
    assert "gone" in dee.path


def test_an_invitation_made_on_the_page_is_seen_once(olu):
    olu.open("/operator/invitations/")
    olu.send(to="/operator/invitations/make/")
    shown = "?invite=" in olu.text

    olu.open("/operator/invitations/")

    assert shown and "?invite=" not in olu.text


@pytest.mark.browser
def test_an_operator_settles_a_report_in_a_browser(house, olu, asked, browse):
    report(WireVisitor(house.url), asked.links[0])
    seen = ChromiumVisitor(browse(width=360), house.url)
    cookies = [{"name": n, "value": v, "url": house.url} for n, v in olu.cookies.items()]
    seen.tab.context.add_cookies(cookies)

    seen.open("/operator/")
    seen.follow("Reports")
    before = seen.text.count(THEIRS)
    seen.follow("Settle it")
    seen.send()

    assert "It is settled, and wiped." in seen.text
    assert seen.text.count(THEIRS) == before - 1
