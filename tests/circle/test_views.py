"""The circle: people Nia may ask, who have no account and get no message from being here."""

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from halved.asks.models import Invitation
from halved.asks.rules import Way
from halved.circle.models import Contact
from halved.reflection.models import Concern
from tests.asks.asking import draft_for
from tests.conftest import contact

CLEO = {
    "name": "Cleo",
    "relation": "friend from school",
    "phone": "+44 (0)20 7946-0018",
    "email": "cleo@example.org",
    "in_person": "on",
    "kinds": ["informational", "emotional"],
    "timezone": "Asia/Tokyo",
    "profession": "music teacher",
    "inner": "on",
    "rest_until": "2027-05-03",
}


@pytest.fixture
def client(nia, sign_in):
    return sign_in(nia)


def add(client, **about: object):
    return client.post(reverse("circle:new"), {"name": "Cleo"} | about)


def test_an_empty_circle_says_that_one_is_enough_and_shows_a_way_out(client):
    page = client.get(reverse("circle:people")).content.decode()

    assert "Nobody is here yet" in page
    assert page.count('href="/now/"') >= 2


def test_a_name_is_enough(client, nia):
    response = add(client)

    assert response["Location"] == reverse("circle:people")
    assert nia.contacts.get().name == "Cleo"


def test_everything_about_somebody_is_kept_for_nia_alone(client, nia):
    add(client, **CLEO)

    row = nia.contacts.get()
    kept = {field: getattr(row, field) for field in CLEO}
    assert kept == CLEO | {"in_person": True, "inner": True}
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM circle_contact")
        stored = b"".join(bytes(value) for value in cursor.fetchone() if isinstance(value, bytes))
    for told in ("Cleo", "school", "7946", "example.org", "Tokyo", "teacher", "2027"):
        assert told.encode() not in stored


def test_people_stand_in_the_order_of_their_names(client, nia):
    for name in ("zoe", "Ada", "émile", "Bo", "ada"):
        contact(nia, name)

    page = client.get(reverse("circle:people")).content.decode()

    places = [page.index(f"<b>{name}</b>") for name in ("Ada", "Bo", "zoe")]
    assert places == sorted(places)


def test_what_is_known_stands_in_the_form_and_can_be_changed(client, nia):
    add(client, **CLEO)
    path = reverse("circle:person", args=[nia.contacts.get().pk])

    page = client.get(path).content.decode()
    client.post(path, {"name": "Cleo B."})

    assert 'value="+44 (0)20 7946-0018"' in page
    assert 'value="Asia/Tokyo" selected' in page
    row = Contact.objects.get()
    row.member = nia
    assert (row.name, row.phone, row.kinds, row.in_person) == ("Cleo B.", None, None, None)


def test_people_stand_in_three_groups(client, nia):
    contact(nia, "Ben", inner=True)
    contact(nia, "Cleo")
    contact(nia, "Dr Lang", profession="GP", inner=True)

    page = client.get(reverse("circle:people")).content.decode()

    signs = ["Closest to you", "Ben", "Others", "Cleo", "Professionals and services", "Dr Lang"]
    places = [page.index(f">{sign}<") for sign in signs]
    assert places == sorted(places)


def test_a_circle_without_groups_has_no_headings(client, cleo):
    page = client.get(reverse("circle:people")).content.decode()

    assert "Cleo" in page
    assert "<h2>" not in page


def test_a_rest_is_shown_until_it_is_over(client, nia):
    contact(nia, "Ben", rest_until="2999-05-03")
    contact(nia, "Cleo", rest_until="2001-05-03")

    page = client.get(reverse("circle:people")).content.decode()

    assert "Not before 3 May 2999." in page
    assert "2001" not in page


def test_somebody_can_be_marked_as_not_for_what_nia_carries(client, nia, ben):
    care, _ = (Concern.put_down(nia, words) for words in ("Mum’s care", "The exam"))
    path = reverse("circle:person", args=[ben.pk])
    shown = client.get(path).content.decode()

    client.post(path, {"name": "Ben", "not_about": [str(care.pk)]})

    assert "Mum’s care" in shown and "The exam" in shown
    assert marked(ben, nia) == [str(care.pk)]
    Concern.objects.update(put_away_at=timezone.now())
    shown = client.get(path).content.decode()
    assert "Mum’s care" in shown and "The exam" not in shown


def marked(contact, member):
    row = Contact.objects.get(pk=contact.pk)
    row.member = member
    return row.not_about


def test_nobody_can_be_marked_with_what_is_somebody_elses(client, ben, olu, nia):
    hers = Concern.put_down(olu, "Olu’s own")

    response = client.post(
        reverse("circle:person", args=[ben.pk]), {"name": "Ben", "not_about": [str(hers.pk)]}
    )

    assert response.status_code == 200
    assert "Olu’s own" not in response.content.decode()
    assert marked(ben, nia) is None


@pytest.mark.parametrize("day", ["2027-02-30", "next week", "31.12.", "0000-00-00", "🫶🏽"])
def test_a_day_that_is_none_is_told(client, day):
    response = add(client, rest_until=day)

    assert response.status_code == 200
    assert "There is no such day." in response.content.decode()
    assert not Contact.objects.exists()


def test_the_page_that_brings_somebody_to_mind_leads_back_to_the_ask(client, nia):
    ask = draft_for(nia)
    whom = reverse("asks:whom", args=[ask.pk])

    page = client.get(reverse("circle:find"), {"next": whom}).content.decode()

    assert f'href="{whom}"' in page
    assert f"{reverse('circle:new')}?next={whom}" in page
    assert page.count('href="/now/"') >= 2


@pytest.mark.parametrize(
    ("wanted", "to"),
    [
        ("/asks/", "/asks/"),
        ("//example.org/", "/circle/"),
        ("https://example.org/", "/circle/"),
        ("/\\example.org/", "/circle/"),
        ("javascript:alert(1)", "/circle/"),
        ("asks/", "/circle/"),
        ("", "/circle/"),
    ],
)
def test_adding_somebody_leads_back_within_the_house_and_never_out_of_it(client, wanted, to):
    response = client.post(f"{reverse('circle:new')}?next={wanted}", {"name": "Cleo"})

    assert response["Location"] == to


def test_taken_out_of_the_circle_they_keep_their_name_in_what_was_asked(client, nia, ben):
    ask = draft_for(nia, (ben, Way.CALL))

    client.post(reverse("circle:remove", args=[ben.pk]))

    assert not Contact.objects.exists()
    row = Invitation.objects.get(ask=ask)
    row.member = nia
    assert row.name == "Ben"
    page = client.get(reverse("asks:send", args=[ask.pk])).content.decode()
    assert "Ben" in page


def test_nobody_is_taken_out_by_looking(client, ben):
    assert client.get(reverse("circle:remove", args=[ben.pk])).status_code == 405
    assert Contact.objects.exists()
