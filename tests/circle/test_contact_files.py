"""People come in from a contact file one by one, and nothing of the others is kept."""

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from halved.circle.cards import MOST_BYTES, Card, read, write
from halved.circle.forms import as_kept
from halved.circle.models import Contact
from tests.conftest import contact

CLEO = Card("Cleo & co", "+44 20 7946 0018", "cleo@example.org")
DEE = Card("Dee", "", "dee@example.org")


@pytest.fixture
def client(nia, sign_in):
    return sign_in(nia)


def bring(client, *people, data=None):
    file = SimpleUploadedFile("people.vcf", write(people) if data is None else data)
    return client.post(reverse("circle:bring_in"), {"file": file})


def boxes(page):
    return [unescape(box) for box in re.findall(r'name="card" value="([^"]*)"', page)]


def pick(client, *picked, once="5a7e2c0e-31c5-4b1a-9d53-0b1f4f6f9a11"):
    return client.post(reverse("circle:pick"), {"card": picked, "once": once})


def kept(member):
    rows = list(Contact.objects.filter(member=member))
    for row in rows:
        row.member = member
    return sorted((row.name, row.phone, row.email) for row in rows)


def test_who_is_in_the_file_is_shown_by_name_and_reach_and_nobody_is_picked(client):
    page = bring(client, DEE, CLEO).content.decode()

    assert page.index("Cleo &amp; co") < page.index("Dee")
    assert "+44 20 7946 0018, cleo@example.org" in page
    assert len(boxes(page)) == 2
    assert " checked" not in page


def test_the_file_alone_puts_nobody_into_the_circle_and_leaves_nothing_behind(client):
    with CaptureQueriesContext(connection) as queries:
        bring(client, CLEO, DEE)

    assert not Contact.objects.exists()
    assert not [q["sql"] for q in queries if q["sql"].startswith(("INSERT", "UPDATE"))]


def test_who_is_picked_comes_into_the_circle_and_nobody_else(client, nia):
    first, _ = boxes(bring(client, CLEO, DEE).content.decode())

    response = pick(client, first)

    assert response["Location"] == reverse("circle:people")
    assert kept(nia) == [("Cleo & co", "+44 20 7946 0018", "cleo@example.org")]


def test_the_same_page_sent_twice_adds_each_person_once(client, nia):
    both = boxes(bring(client, CLEO, DEE).content.decode())

    pick(client, *both, both[0])
    pick(client, *(box.replace("\n", "\r\n") for box in both))

    assert len(kept(nia)) == 2


def test_nobody_picked_is_told_and_nobody_is_added(client):
    response = pick(client)

    assert "Nobody was picked" in response.content.decode()
    assert not Contact.objects.exists()


@pytest.mark.parametrize(
    "box",
    [
        "",
        "Cleo",
        "Cleo\n",
        "\n\n",
        "Cleo\ncall me\n",
        "Cleo\n\nc@",
        "C\n\n\nx",
        "C\0\n\n",
        "\n" * 999,
    ],
)
def test_a_box_that_our_page_did_not_make_adds_nobody(client, box):
    response = pick(client, "Dee\n\n", box)

    assert "Choose the file once more" in response.content.decode()
    assert not Contact.objects.exists()


def test_somebody_of_the_same_name_is_pointed_out(client, nia):
    contact(nia, "dee")

    page = bring(client, CLEO, DEE).content.decode()

    assert page.count("Someone of this name is in your circle.") == 1


@pytest.mark.parametrize(
    ("card", "shown"),
    [
        (Card("two\nlines"), Card("two lines")),
        (Card("a" * 61), Card("a" * 59 + "…")),
        (Card("Cleo", "call me", "cleo@"), Card("Cleo")),
        (Card("Cleo", "9" * 20, "c" * 300 + "@example.org"), Card("Cleo", "9" * 20)),
        (CLEO, CLEO),
    ],
)
def test_what_is_shown_is_what_will_be_kept(card, shown):
    assert as_kept(card) == shown


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "There is nobody in this file"),
        (b"name,phone\n", "There is nobody in this file"),
        (b"\xff\xfe\x00", "cannot be read as text"),
        (b"BEGIN:VCARD\nVERSION:2.1\nFN:Cleo\nEND:VCARD\n", "vCard 3.0 or 4.0"),
        (b"a" * (MOST_BYTES + 1), "larger than 2 MB"),
        (b"a" * 4_000_000, "larger than 2 MB"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_the_next_can_be_chosen(client, data, words):
    page = bring(client, data=data).content.decode()

    assert words in page
    assert 'type="file"' in page


def test_no_file_at_all_is_told(client):
    page = client.post(reverse("circle:bring_in"), {}).content.decode()

    assert "Choose a contact file of at most 2 MB first." in page


def test_mark_up_in_a_name_stays_text(client):
    page = bring(client, Card('"><script>alert(1)</script>')).content.decode()

    assert "<script>alert" not in page
    assert boxes(page) == ['"><script>alert(1)</script>\n\n']


def test_the_circle_goes_out_as_a_file_with_names_and_reach_only(client, nia):
    contact(nia, "Cleo", phone="+44 20 7946 0018", relation="from the clinic", inner=True)
    contact(nia, "Ada", email="ada@example.org", profession="therapist")

    response = client.get(reverse("circle:take_out"))

    assert response["Content-Disposition"] == 'attachment; filename="circle.vcf"'
    assert response["Content-Type"] == "text/vcard; charset=utf-8"
    assert response["Cache-Control"] == "no-store"
    assert read(response.content) == [
        Card("Ada", "", "ada@example.org"),
        Card("Cleo", "+44 20 7946 0018"),
    ]
    assert b"clinic" not in response.content and b"therapist" not in response.content


def test_no_file_goes_out_of_a_room_that_is_locked(client, cleo):
    del client.cookies["room"]

    response = client.get(reverse("circle:take_out"))

    assert response.status_code == 302
    assert response["Location"].startswith("/unlock/")
