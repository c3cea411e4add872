"""“Ask them”: a service comes into the circle and on the list, once, and sealed."""

from __future__ import annotations

import pytest
from django.test import Client

from halved.circle.models import Contact, Enquiry
from halved.directory.models import Service
from tests.directory.desks import desk
from tests.journeys.visitors import ClientVisitor

NUMBER, MAIL = "01632 960101", "desk@example.org"


@pytest.fixture
def row(db: None) -> Service:
    return desk(
        name="Money and debt advice",
        kinds=["Debt advice"],
        phones=[{"number": NUMBER, "extension": "7"}],
        email=MAIL,
        documents=["Letters about what you owe"],
        timetable={"hours": [{"weekday": 1, "opens": "09:00", "closes": "17:00"}]},
    )


@pytest.fixture
def visitor(nia, sign_in, row: Service) -> ClientVisitor:
    visitor = ClientVisitor(sign_in(nia))
    visitor.open(f"/places/{row.key}/")
    visitor.follow("Put them on my list")
    return visitor


def of(nia) -> list[Enquiry]:
    rows = list(nia.enquiries.select_related("contact"))
    for each in rows:
        each.member = each.contact.member = nia
    return rows


def test_a_service_comes_on_the_list_as_the_data_has_it(visitor, nia, row):
    visitor.send()

    [enquiry] = of(nia)
    contact = enquiry.contact
    assert visitor.path == f"/circle/professionals/{enquiry.pk}/"
    assert (contact.name, contact.phone, contact.email) == ("Money and debt advice", NUMBER, MAIL)
    assert contact.profession == "Debt advice"
    assert contact.service == str(row.key)
    assert "To bring: Letters about what you owe" in enquiry.notes
    assert "Monday 9:00–17:00" in enquiry.notes
    assert enquiry.words is None, "the words are her own"


def test_what_she_changes_is_what_is_kept(visitor, nia):
    visitor.send({"name": "The debt people", "profession": "advice"})

    assert of(nia)[0].contact.name == "The debt people"


def test_the_same_service_again_leads_to_the_one_that_is_there(visitor, nia, row):
    visitor.send()
    there = visitor.path

    visitor.open(f"/places/{row.key}/ask/")

    assert visitor.path == there
    assert len(of(nia)) == 1


def test_two_tabs_make_one(visitor, nia, row):
    other = ClientVisitor(visitor.client)
    other.open(f"/places/{row.key}/ask/")

    visitor.send()
    other.send()

    assert len(of(nia)) == 1
    assert other.path == visitor.path


def test_one_that_was_taken_off_the_list_comes_on_again_without_a_second_card(visitor, nia, row):
    visitor.send()
    of(nia)[0].delete()

    visitor.open(f"/places/{row.key}/ask/")
    visitor.send()

    assert len(of(nia)) == nia.contacts.count() == 1


def test_her_own_page_of_them_leads_to_what_the_data_says(visitor, row):
    visitor.send()
    visitor.follow("When they are open")

    assert visitor.path == f"/places/{row.key}/"


def test_the_store_does_not_tell_whom_she_turns_to(visitor, nia, row):
    visitor.send()

    kept = [*Contact.objects.values_list(), *Enquiry.objects.values_list()]
    plain = " ".join(map(repr, kept))
    for secret in (str(row.key), row.key.hex, "debt", NUMBER, MAIL):
        assert secret not in plain
    assert str(row.key) not in {str(value) for each in kept for value in each}


def test_two_people_who_turn_to_one_service_share_nothing_in_the_store(visitor, nia, olu, row):
    visitor.send()
    client = Client()
    client.post("/sign-in/", {"login": "olu", "password": "a river of small stones"})
    other = ClientVisitor(client)

    other.open(f"/places/{row.key}/ask/")
    other.send()

    hers, his = nia.contacts.get(), olu.contacts.get()
    assert hers.pk != his.pk
    columns = Contact.objects.values_list("service", flat=True)
    assert len({bytes(box) for box in columns}) == 2


def test_whoever_is_not_signed_in_is_led_to_the_door_and_back(row, client):
    response = client.get(f"/places/{row.key}/ask/")

    assert response.status_code == 302
    assert response["Location"] == f"/sign-in/?next=/places/{row.key}/ask/"


def test_a_long_name_and_an_odd_number_can_be_kept_all_the_same(nia, sign_in):
    odd = desk(name="x" * 300, kinds=["y" * 300], phones=[{"number": "ring the bell"}])
    visitor = ClientVisitor(sign_in(nia))
    visitor.open(f"/places/{odd.key}/ask/")

    visitor.send()

    [enquiry] = of(nia)
    assert enquiry.contact.phone is None
    assert len(enquiry.contact.name) == 60
