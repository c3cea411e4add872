"""Passkeys in Chromium, with an authenticator of its own. A passkey is bound to a name, so the
server is visited as localhost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import CDPSession
from playwright.sync_api import Page as Tab

from tests import processes
from tests.browser import Browse
from tests.conftest import PASSPHRASE
from tests.journeys.conftest import World, carry_cookies, sign_up
from tests.journeys.visitors import ChromiumVisitor, WireVisitor
from tests.processes import Server

pytestmark = pytest.mark.browser
IN_THE_ROOM = "What are you carrying?"


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose address is a name."""
    with ExitStack() as stack:
        store = stack.enter_context(processes.prepared_database())
        server = processes.start_server(
            tmp_path_factory.mktemp("named"),
            program="tests.quick",
            host="localhost",
            HALVED_DATABASE_URL=store,
        )
        stack.callback(server.kill)
        yield server


def plug_in(tab: Tab, *, verified: bool = True, prf: bool = True) -> CDPSession:
    """A device that keeps passkeys, and is unlocked at once or never."""
    session = tab.context.new_cdp_session(tab)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "ctap2Version": "ctap2_1",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "hasPrf": prf,
        "isUserVerified": verified,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return session


class Device:
    """A browser in which Nia's room is open, and a device that keeps passkeys."""

    def __init__(self, server: Server, browse: Browse, **device: bool) -> None:
        self.name = World.new_name()
        plain = WireVisitor(server.url)
        sign_up(plain, self.name)
        self.nia = ChromiumVisitor(browse(), server.url)
        carry_cookies(plain, self.nia)
        self.tab = self.nia.tab
        plug_in(self.tab, **device)

    def add(self, name: str = "My phone") -> None:
        self.nia.open("/room/passkeys/")
        self.nia.send({"name": name})

    def leave(self) -> None:
        self.nia.open("/room/")
        self.nia.send(to="/sign-out/")

    def sign_in(self) -> None:
        self.nia.open("/sign-in/")
        self.nia.send(to="/sign-in/passkey/")


@pytest.fixture
def device(named: Server, browse: Browse) -> Device:
    return Device(named, browse)


def test_a_passkey_signs_in_and_the_passphrase_opens_the_room(device):
    device.add()
    device.leave()

    device.sign_in()

    assert device.nia.path == "/unlock/?next=/"
    device.nia.send({"passphrase": PASSPHRASE})
    assert IN_THE_ROOM in device.nia.text


def test_a_passkey_that_may_opens_the_room_without_the_passphrase(device):
    device.add()
    assert "your passphrase is still needed" in device.nia.text
    device.nia.send(to="/open/")
    assert "Signs you in and opens your room." in device.nia.text
    device.leave()

    device.sign_in()

    assert (device.nia.path, IN_THE_ROOM in device.nia.text) == ("/", True)
    device.nia.send(to="/lock/")
    device.nia.send(to="/sign-in/passkey/")
    assert IN_THE_ROOM in device.nia.text


def test_a_passkey_is_called_something_else_and_removed(device):
    device.add("My phone")
    device.nia.send({"name": "Her old phone"})
    assert "Her old phone" in device.nia.text
    device.nia.follow("Change")
    device.nia.send(to="/remove/")
    assert "signs in nowhere any more" in device.nia.text
    device.leave()

    device.sign_in()

    assert "does not open anything here" in device.nia.text
    device.nia.send({"login": device.name, "password": PASSPHRASE})
    assert IN_THE_ROOM in device.nia.text


def test_a_second_passkey_on_the_same_device_is_not_made(device):
    device.add()
    device.nia.open("/room/passkeys/")

    device.nia.send({"name": "Once more"}, wait=False)

    device.tab.get_by_text("Perhaps it has one for this room already").wait_for()
    assert "Once more" not in device.nia.text


def test_a_device_that_is_not_unlocked_makes_none_and_that_is_said(named, browse):
    device = Device(named, browse, verified=False)
    device.nia.open("/room/passkeys/")

    device.nia.send({"name": "My phone"}, wait=False)

    device.tab.get_by_text("No passkey came from your device").wait_for()
    assert device.nia.path == "/room/passkeys/"


def test_a_device_that_gives_no_secret_signs_in_only_and_that_is_said(named, browse):
    device = Device(named, browse, prf=False)
    device.add()

    device.nia.send(to="/open/")

    assert "This passkey cannot open a room" in device.nia.text
    device.leave()
    device.sign_in()
    assert device.nia.path == "/unlock/?next=/"


def test_a_room_that_locked_meanwhile_is_opened_first(device):
    device.nia.open("/room/passkeys/")
    device.tab.context.clear_cookies(name="room")

    device.nia.send({"name": "My phone"})

    assert device.nia.path == "/unlock/?next=/room/passkeys/"


def test_who_has_no_passkey_here_is_told_and_has_the_passphrase_beside(named, browse):
    somebody = ChromiumVisitor(browse(), named.url)
    plug_in(somebody.tab)
    somebody.open("/sign-in/")

    somebody.send(to="/sign-in/passkey/", wait=False)

    somebody.tab.get_by_text("No passkey came").wait_for()
    assert somebody.tab.get_by_label("Your passphrase").is_visible()


def test_without_javascript_the_passphrase_signs_in_and_no_passkey_is_spoken_of(named, browse):
    name = World.new_name()
    sign_up(WireVisitor(named.url), name)
    nia = ChromiumVisitor(browse(javascript=False), named.url)

    nia.open("/sign-in/")

    assert "passkey" not in nia.text.lower()
    nia.send({"login": name, "password": PASSPHRASE})
    assert IN_THE_ROOM in nia.text
    nia.open("/room/passkeys/")
    assert "This browser cannot add one here." in nia.text
    assert not nia.tab.get_by_role("button", name="Make a passkey").is_visible()
