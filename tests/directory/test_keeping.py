"""The lists that are here: told to everybody, and looked after on one's own machine."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from halved.directory import correcting
from halved.directory.importing import waiting
from halved.directory.models import Correction, Dataset, Service, Upload
from tests.directory.desks import MADE_UP, dataset, desk


@pytest.fixture
def own(nia, sign_in, settings):
    """Nia on her own machine, her room open."""
    client = sign_in(nia)
    settings.OWN_MACHINE = True
    return client


def upload(own, content: bytes, called: str = "towns.json", name: str = "Two towns"):
    """What is shown at once, before the worker has read it."""
    file = SimpleUploadedFile(called, content)
    return own.post("/places/data/", {"name": name, "file": file}, follow=True)


def read(own, content: bytes, called: str = "towns.json", name: str = "Two towns") -> str:
    """The page of the list as soon as the worker has read it."""
    page = upload(own, content, called, name)
    while waiting.do_next(timezone.now()):
        pass
    return own.get(page.request["PATH_INFO"]).content.decode()


def zipped(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return made.getvalue()


@pytest.mark.parametrize("called", ["towns.json", "towns.zip"])
def test_a_list_comes_in_and_its_report_is_shown(own, called):
    content = MADE_UP.read_bytes()
    content = zipped(services__json=content) if called.endswith(".zip") else content

    page = read(own, content, called)

    assert "15 services of 6 organizations, at 6 places." in page
    assert "What people said is wrong" not in page  # nobody else is here
    assert Dataset.objects.get().name == "Two towns"
    assert own.post("/places/", {"text": "debt"}).content.count(b'name="open"') >= 2


def test_until_the_worker_has_read_a_list_its_page_says_so(own):
    page = upload(own, MADE_UP.read_bytes())
    text, address = page.content.decode(), page.request["PATH_INFO"]

    looked = own.get("/places/").content.decode()
    listed = own.get("/places/data/").content.decode()

    assert "The file is being read." in text
    assert f'<a class="btn" href="{address}">Look again</a>' in text
    assert "services of" not in text
    assert "A file is being read." in listed
    assert "One is being read: look again in some minutes." in looked


def test_a_list_that_takes_its_place_in_the_search_says_so(own):
    read(own, MADE_UP.read_bytes())
    Dataset.objects.update(state=Dataset.State.SHOWING)

    page = own.get(f"/places/data/{Dataset.objects.get().pk}/").content.decode()

    assert "It is being put into the search." in page
    assert "15 services of 6 organizations" in page


def test_a_list_of_the_same_name_takes_the_place_of_the_old_one(own):
    read(own, MADE_UP.read_bytes())
    fewer = json.dumps(json.loads(MADE_UP.read_bytes())[:4]).encode()

    read(own, fewer)

    assert Dataset.objects.get().services == Service.objects.count() == 4


@pytest.mark.parametrize(
    ("content", "called"), [(b"\x89PNG", "towns.png"), (b"", "towns.json"), (b"x", "towns")]
)
def test_what_is_no_file_of_a_list_is_said_at_once(own, content, called):
    page = upload(own, content, called).content.decode()

    assert 'class="wrong"' in page
    assert not Upload.objects.exists()
    assert not Dataset.objects.exists()


@pytest.mark.parametrize(
    ("content", "called", "why"),
    [
        (b"{", "towns.json", "towns.json"),
        (b"[]", "towns.json", "No service was found in towns.json."),
        (b"PK nothing", "towns.zip", "No service was found"),
        (zipped(readme__txt=b"hello"), "towns.zip", "No service was found"),
        (b"a,b\n1,2\n", "../../services.csv", "No service was found in services.csv."),
    ],
)
def test_a_file_that_is_none_leaves_what_is_there_and_says_why(own, content, called, why):
    read(own, MADE_UP.read_bytes())

    page = read(own, content, called)

    assert "Nothing came in." in page
    assert why in page
    assert "What was here before is still here." in page
    assert "Try another file" in page
    assert Service.objects.count() == 15


def test_a_new_list_that_cannot_be_read_is_shown_to_nobody_else(own):
    page = read(own, b"[]")

    assert "Nothing came in." in page
    assert "What was here before" not in page
    assert "No list is here yet." in own.get("/places/about/").content.decode()
    assert "No list of services is here yet." in own.get("/places/").content.decode()


def test_a_list_can_be_taken_away(own):
    read(own, MADE_UP.read_bytes())
    row = Dataset.objects.get()

    page = own.post(f"/places/data/{row.pk}/take-away/", follow=True).content.decode()
    waiting.do_next(timezone.now())

    assert "It is being taken away." in page
    assert not Dataset.objects.exists()
    assert not Service.objects.exists()


@pytest.mark.parametrize(("listed", "waits"), [(["data.example.org"], True), ([], False)])
def test_a_list_is_fetched_anew_only_from_a_host_that_is_listed(own, settings, listed, waits):
    settings.DIRECTORY_HOSTS = listed
    row = dataset(source="https://data.example.org/services.zip")

    page = own.post(f"/places/data/{row.pk}/refresh/", follow=True).content.decode()

    row.refresh_from_db()
    assert (row.refresh_at is not None) == waits
    assert ("It is fetched anew soon." in page) == waits


def test_what_people_say_is_wrong_is_read_and_wiped(own):
    row = desk(name="Debt desk")
    for words in ("Ring twice.", ""):
        correcting.correct(row, kind="hours", words=words, now=timezone.now())
    page = own.get(f"/places/data/{row.dataset_id}/").content.decode()
    assert "Ring twice." in page
    assert page.count("The opening times") == 2
    assert "What people said is wrong" in page

    own.post(f"/places/data/{Correction.objects.earliest('sent_at').pk}/settle/")

    assert Correction.objects.count() == 1


def test_everybody_reads_where_the_lists_come_from_and_what_was_odd(client, db):
    dataset(
        "Two towns",
        publisher="The library",
        licence="CC BY 4.0",
        oddities={"orphan": 2, "newline": 12},
    )

    page = client.get("/places/about/").content.decode()

    assert "Kept by The library." in page
    assert "<td>12</td><td>A line break written as" in page
    assert page.index("<td>12</td>") < page.index("<td>2</td>")
    assert "Bring a list in" not in page


@pytest.mark.parametrize("path", ["", "{pk}/", "{pk}/refresh/", "{pk}/take-away/", "{pk}/settle/"])
def test_on_a_host_no_member_looks_after_the_lists(nia, sign_in, path):
    row = dataset()
    client = sign_in(nia)
    address = f"/places/data/{path.format(pk=row.pk)}"

    answers = {client.get(address).status_code, client.post(address).status_code}

    assert answers <= {404, 405}
    assert Dataset.objects.count() == 1
