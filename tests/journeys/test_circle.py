"""People come into the circle, and one of them comes to mind, with the reason beside the name."""

from __future__ import annotations

from typing import Any

import pytest

from halved.circle.cards import Card, read, write
from tests.browser import Browse
from tests.conftest import CLEO
from tests.journeys.conftest import World, boxes
from tests.journeys.visitors import ChromiumVisitor

ROSA = Card("Aunt Rosa", "+44 20 7946 0018", "rosa@example.org")
OTHERS = [Card(f"Somebody {n}", email=f"{n}@example.org") for n in range(30)]
# What a phone’s browser offers, and a desktop’s does not: the person picks one contact.
PICKER = """navigator.contacts = {
  select: async (wanted, options) => options?.multiple ? [] :
    [{ name: ["Aunt Rosa"], tel: ["+44 20 7946 0018"], email: [] }],
};"""


@pytest.fixture
def nia(house: Any, browse: Browse, request: pytest.FixtureRequest) -> ChromiumVisitor:
    seen, _ = World(house.url, browse, javascript=getattr(request, "param", True)).nia()
    assert isinstance(seen, ChromiumVisitor)
    return seen


def bring(nia: ChromiumVisitor, *people: Card) -> None:
    nia.open("/circle/")
    nia.follow("Add from a contact file")
    file = {"name": "people.vcf", "mimeType": "text/vcard", "buffer": write(people)}
    nia.tab.set_input_files("input[type=file]", file)  # type: ignore[arg-type]
    nia.send()


@pytest.mark.parametrize("nia", [True, False], ids=["", "without JavaScript"], indirect=True)
def test_one_person_of_a_file_comes_in_and_comes_to_mind(nia):
    bring(nia, *OTHERS, ROSA)
    nia.tab.locator("label", has_text=ROSA.name).click()
    nia.send()
    assert nia.path == "/circle/" and "Somebody" not in nia.text
    nia.tab.locator("li", has_text=ROSA.name).get_by_role("link").click()
    nia.send({"kinds": ["emotional"]})

    nia.open("/asks/")
    nia.send(to="/asks/new/")
    nia.send({"kinds": ["emotional"]})
    assert "Aunt Rosa: good at being there; you haven’t asked them yet." in nia.text
    nia.follow("Choose Aunt Rosa")
    nia.send({"people-0-way": "call"})

    assert nia.path.endswith("/words/")
    assert len(boxes(nia)) == 1


def test_the_whole_circle_goes_home_as_a_file(nia):
    nia.open("/circle/")

    with nia.tab.expect_download() as download:
        nia.tab.get_by_text("Download a contact file").click()

    assert download.value.suggested_filename == "circle.vcf"
    assert [card.name for card in read(download.value.path().read_bytes())] == ["Ben", CLEO]


def test_somebody_who_knows_nobody_finds_a_name_and_the_way_back(nia):
    nia.open("/asks/")
    nia.send(to="/asks/new/")
    nia.send({"kinds": ["emotional"]})
    whom = nia.path

    nia.follow("I don’t know whom")
    nia.follow("Add someone")
    nia.send({"name": "Aunt Rosa"})

    assert nia.path == whom
    nia.send({"people-0-contact": "Aunt Rosa", "people-0-way": "call"})
    assert nia.path.endswith("/words/")


def test_a_phone_fills_in_the_one_contact_that_is_picked_there(nia):
    nia.tab.add_init_script(PICKER)
    nia.open("/circle/new/")

    nia.tab.get_by_role("button", name="Choose from this phone").click()

    nia.tab.locator("#id_phone:visible").wait_for()
    assert nia.tab.input_value("#id_phone") == ROSA.phone
    assert nia.tab.input_value("#id_email") == ""
    nia.send()
    assert ROSA.name in nia.text


def test_where_no_contact_can_be_picked_no_button_says_so(nia):
    nia.open("/circle/new/")

    assert nia.tab.get_by_text("Choose from this phone").is_hidden()
