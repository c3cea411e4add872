"""A service’s page: what to do first, what the data says, and nothing that a person could be
harmed by, whatever stands in the data."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from halved.directory.models import Service
from tests.directory.desks import ALWAYS, dataset, desk

EVIL = "<script>alert(1)</script>"


def page(row: Service) -> str:
    response = Client().get(f"/places/{row.key}/")
    assert response.status_code == 200
    return response.content.decode()


def buttons(source: str) -> list[str]:
    """Where the ways lead, the first one first; the one to begin with is filled."""
    return re.findall(r'class="(btn(?: quiet)?)" href="([^"]+)" rel', source)  # type: ignore[return-value]


def test_the_way_to_begin_with_comes_first_and_the_others_are_quiet(db):
    row = desk(
        phones=[{"number": "01632 960101"}, {"number": "07700 900112", "type": "text"}],
        email="desk@example.org",
        timetable=ALWAYS,
    )

    source = page(row)

    assert "Call them now. They are open day and night." in source
    assert buttons(source) == [
        ("btn", "tel:01632960101"),
        ("btn quiet", "sms:07700900112"),
        ("btn quiet", "mailto:desk@example.org"),
    ]


def test_a_service_that_has_stopped_has_no_button_to_begin_with(db):
    source = page(desk(status="defunct", phones=[{"number": "01632 960101"}]))

    assert "The data says that they have stopped." in source
    assert [kind for kind, _ in buttons(source)] == ["btn quiet"]


def test_what_the_data_does_not_say_is_said(db):
    source = page(desk())

    assert "The data does not say how to reach them." in source
    assert "The data does not say when they are open, what it costs or who may come." in source
    assert "We do not know when this was last checked." in source


def test_where_it_comes_from_stands_below(db):
    lists = dataset(
        "Two towns",
        publisher="The library",
        licence="CC BY 4.0",
        licence_url="https://creativecommons.org/licenses/by/4.0/",
    )

    source = page(desk(lists, checked_on=timezone.now().date().isoformat()))

    assert "From Two towns, kept by The library." in source
    assert '<a href="https://creativecommons.org/licenses/by/4.0/" rel="noreferrer">' in source
    assert ", today." in source


def test_an_alert_of_theirs_comes_before_everything_else(db):
    source = page(desk(alert="Closed for the flood.", phones=[{"number": "01632 960101"}]))

    assert source.index("Closed for the flood.") < source.index("tel:")


@pytest.mark.parametrize(
    "field", ["name", "alert", "description", "fees", "application", "wait", "eligibility", "email"]
)
def test_whatever_the_data_holds_is_shown_as_text(db, field):
    source = page(desk(**{field: EVIL}))

    assert EVIL not in source
    assert "&lt;script&gt;" in source or field == "email"


def test_no_link_leads_where_only_a_program_would_go(db):
    evil = "javascript:alert(1)"
    lists = dataset("Evil", licence="mine", licence_url=evil, source=evil)
    row = desk(
        lists,
        url=evil,
        email=f"a@example.org?body={EVIL}",
        phones=[{"number": f"1{evil}"}, {"number": '"><b>'}],
        locations=[{"lines": ["x"], "url": evil, "latitude": 1.0, "longitude": 2.0}],
    )

    source = page(row) + Client().get("/places/about/").content.decode()

    links = re.findall(r'href="([^"]*)"', source)
    assert not [link for link in links if "javascript" in link]
    assert "<b>" not in re.sub(r"<b>[A-Z][^<]*</b>", "", source)


def test_what_is_not_there_any_more_is_said_kindly(db, client):
    response = client.get(f"/places/{uuid4()}/")

    assert response.status_code == 404
    assert "not in the data any more" in response.content.decode()


def test_a_service_with_many_places_names_some_and_counts_the_rest(db):
    places = [{"name": f"Place {number}", "lines": [f"{number} Road"]} for number in range(40)]

    source = page(desk(locations=places))

    assert "Place 7, 7 Road" in source
    assert "and 19 more" in source
    assert "Place 39" not in source


def test_a_service_without_a_place_is_where_its_organization_is(db):
    where = {"name": "Town hall", "lines": ["1 Market Square"], "city": "Ashmere"}

    source = page(desk(organization=where))

    assert "1 Market Square" in source
    assert "The data names this place for the organization" in source


def test_a_member_sees_the_own_bar_and_nothing_of_the_room(nia, sign_in):
    row = desk()
    client = sign_in(nia)

    response = client.get(f"/places/{row.key}/")

    assert b"Leave now" in response.content
    assert b">Circle</a>" in response.content
    assert response["Cache-Control"] == "no-store"
