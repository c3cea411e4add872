"""All that one has, through the front door: taken to another room, and deleted from this one."""

from __future__ import annotations

import secrets
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser import Browse
from tests.conftest import BEN, PASSPHRASE
from tests.house.test_canaries import find, in_folder, in_tables
from tests.journeys.conftest import World, ask, sign_up
from tests.journeys.visitors import ChromiumVisitor, WireVisitor
from tests.processes import Server

HEAVY = "The rent, two months"


@dataclass
class Taken:
    """An archive of Nia’s room, and a link that she sent before."""

    file: Path
    link: str
    javascript: bool


@pytest.fixture(params=[True, False], ids=["JavaScript", "no JavaScript"])
def taken(house: Server, browse: Browse, request: pytest.FixtureRequest, tmp_path: Path) -> Taken:
    seen, plain = World(house.url, browse, javascript=request.param).nia()
    assert isinstance(seen, ChromiumVisitor)
    plain.open("/")
    plain.send({"words": HEAVY})
    link = ask(plain, BEN).links[0]
    seen.open("/room/")
    seen.follow("Take it along")
    seen.tab.fill("[name=passphrase]", PASSPHRASE)
    with seen.tab.expect_download() as download:
        seen.tab.get_by_role("button", name="Download everything").click()
    download.value.save_as(tmp_path / download.value.suggested_filename)
    return Taken(tmp_path / "all-my-data.zip", link, request.param)


@pytest.mark.browser
def test_everything_moves_into_a_room_elsewhere(house, browse, taken):
    other = ChromiumVisitor(browse(javascript=taken.javascript), house.url)
    sign_up(other, World.new_name())
    other.open("/room/data/bring/")
    other.tab.set_input_files("input[type=file]", taken.file)

    other.send()

    assert "Your archive is here" in other.text
    other.open("/circle/")
    assert BEN in other.text
    other.open("/")
    assert HEAVY in other.text
    other.open("/asks/")
    assert taken.link.rpartition("/a/")[2] not in other.source


@pytest.mark.browser
def test_the_archive_is_read_without_a_server(browse, taken, tmp_path):
    with zipfile.ZipFile(taken.file) as archive:
        archive.extractall(tmp_path)
    tab = browse(javascript=False, width=360)

    tab.goto(f"file://{tmp_path}/index.html")
    tab.get_by_role("link", name="What you carry").click()

    expect(tab.locator("body")).to_contain_text(HEAVY)
    assert tab.locator("section").first.bounding_box()["width"] <= 360


def test_after_a_deletion_nothing_is_left_in_any_table_or_file(server: Server):
    mark = f"q{secrets.token_hex(6)}z"
    nia = WireVisitor(server.url)
    sign_up(nia, f"nia{mark}")
    nia.open("/circle/new/")
    nia.send({"name": BEN, "email": "ben@example.org"})
    nia.open("/")
    nia.send({"words": f"The rent {mark}"})
    link = ask(nia, BEN).links[0]
    before = remains(server, {"the name": mark})
    assert before

    nia.open("/room/")
    nia.follow("Take it along")
    nia.follow("See what goes and what stays")
    nia.send({"passphrase": PASSPHRASE})

    assert "Everything is deleted" in nia.text
    boxes = {"a box": link.strip("/").rpartition("/")[2]}
    assert remains(server, {"the name": mark, **boxes}) == []
    ben = WireVisitor(server.url)
    ben.open(link)
    assert "Nia" not in ben.text
    nia.open("/circle/")
    assert nia.path.startswith("/sign-in/")


def remains(server: Server, marks: dict[str, str]) -> list[str]:
    """Where in the tables and files of this server a mark still is."""
    file = server.data_dir / "halved.sqlite3"
    places = in_tables(server.env["HALVED_DATABASE_URL"] or str(file))
    return find(marks, places | in_folder(server.data_dir))
