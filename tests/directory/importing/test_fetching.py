"""Datasets from the internet: files, pages of an API, and what must not be followed (T35)."""

from __future__ import annotations

import io
import json
import socket
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from halved import outgoing, worker
from halved.directory.details import Details
from halved.directory.importing import bringing, fetching, refreshing
from halved.directory.importing.report import Counts, Report
from halved.directory.importing.sources import CannotImport
from halved.directory.models import Dataset, Service
from tests.delivery.test_push import leads_to
from tests.directory.datasets import ABOUT, IN_FULL, NOW, THREE
from tests.directory.importing.feed_server import Answer, FeedServer

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(monkeypatch, tmp_path) -> Iterator[FeedServer]:
    """Its name leads to this machine, and for once that counts as the open internet."""
    with FeedServer(tmp_path) as found:
        monkeypatch.setenv("SSL_CERT_FILE", str(found.certificate))
        leads_to(monkeypatch, "127.0.0.1")
        monkeypatch.setattr(outgoing, "is_public", lambda address: True)
        yield found


def fetch(url: str) -> Counts:
    about = replace(ABOUT, source=url, refresh_days=7)
    return fetching.bring(url, about, NOW, Report(), lambda *_: None)


def names() -> list[str]:
    rows = Service.objects.order_by("uid")
    return [row.details["name"] for row in rows]


def only() -> Details:
    return Service.objects.get().details


# --- files ------------------------------------------------------------------------------------


def test_a_zip_is_fetched_and_brought_in(server):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in THREE.items():
            archive.writestr(name, text)
    server.answers["/latest.zip"] = packed.getvalue()

    fetch(server.url("/latest.zip"))

    assert only()["locations"][0]["city"] == "Ely"
    assert server.asked == ["/latest.zip"]
    assert Dataset.objects.get().source == server.url("/latest.zip")


def test_json_and_csv_are_fetched_too(server):
    server.answers["/export"] = json.dumps([IN_FULL]).encode()
    server.answers["/services.csv"] = b"id,name,status\ns2,Night line,active\n"

    fetch(server.url("/export?format=json"))
    first = names()
    fetch(server.url("/services.csv"))

    assert (first, names()) == (["Debt desk"], ["Night line"])


# --- pages of an API --------------------------------------------------------------------------


def pages(services: list[dict[str, object]], size: int = 2, first: int = 1):  # type: ignore[no-untyped-def]
    """Answers as HSDS 3 has them."""

    def answer(path: str) -> Answer:
        asked = int(parse_qs(urlsplit(path).query).get("page", [first])[0])
        total = -(-len(services) // size)
        start = (asked - first) * size
        page = {
            "total_pages": total, "page_number": asked, "first_page": asked == first,
            "last_page": asked - first == total - 1, "contents": services[start : start + size],
        }  # fmt: skip
        return 200, {"Content-Type": "application/json"}, json.dumps(page).encode()

    return answer


SERVICES = [{**IN_FULL, "id": f"s{n}", "name": f"Service {n}"} for n in range(1, 6)]


@pytest.mark.parametrize("first", [1, 0])
def test_every_page_of_an_api_is_fetched(server, first):
    server.answers["/v3/services"] = pages(SERVICES, first=first)

    counts = fetch(server.url("/v3/services"))

    assert counts.services == 5
    assert names()[0] == "Service 1"


def test_the_front_of_an_api_leads_to_its_services(server):
    server.answers["/"] = b'{"version": "3.0", "openapi_url": "https://data.example.org/openapi"}'
    server.answers["/services"] = pages(SERVICES)

    assert fetch(server.url("/")).services == 5


def test_the_first_british_pages_are_fetched(server):
    def answer(path: str) -> Answer:
        number = int(parse_qs(urlsplit(path).query).get("page", [1])[0])
        page = {"totalPages": 5, "number": number, "content": SERVICES[number - 1 : number]}
        return 200, {}, json.dumps(page).encode()

    server.answers["/services"] = answer

    assert fetch(server.url("/services")).services == 5


def test_services_in_short_are_fetched_in_full(server):
    short = [{"id": each["id"], "name": each["name"], "status": "active"} for each in SERVICES]
    server.answers["/services"] = pages(short)
    for each in SERVICES[1:]:
        server.answers[f"/services/{each['id']}"] = json.dumps(each).encode()
    report = Report()

    fetching.bring(server.url("/services"), ABOUT, NOW, report, lambda *_: None)

    phones = {row.uid: "phones" in row.details for row in Service.objects.all()}
    assert phones == {"s1": False, "s2": True, "s3": True, "s4": True, "s5": True}
    assert report.counts["detail_missing"] == 1


def test_a_server_that_knows_no_pages_is_asked_no_more_than_it_takes(server):
    page = json.dumps({"total_pages": 900, "contents": SERVICES[:2]}).encode()
    server.answers["/services"] = page

    fetch(server.url("/services"))

    assert len(names()) == 2
    assert len(server.asked) == 3


def test_a_page_that_fails_is_asked_for_again(server):
    failed = []

    def answer(path: str) -> Answer:
        if "page=2" in path and len(failed) < 2:
            failed.append(path)
            return 503, {}, b""
        return pages(SERVICES)(path)

    server.answers["/services"] = answer

    assert fetch(server.url("/services")).services == 5


def test_an_api_that_breaks_off_leaves_the_old_services(server):
    server.answers["/services"] = pages(SERVICES)
    fetch(server.url("/services"))

    server.answers["/services"] = lambda path: (
        (500, {}, b"") if "page=2" in path else pages(SERVICES[::-1])(path)
    )
    with pytest.raises(CannotImport, match="could not be reached"):
        fetch(server.url("/services"))

    assert len(names()) == 5


# --- where it may go --------------------------------------------------------------------------


def test_a_redirect_on_the_same_host_is_followed(server):
    server.answers["/old"] = lambda _: (302, {"Location": "/services.csv"}, b"")
    server.answers["/services.csv"] = b"id,name\ns1,Debt desk\n"

    fetch(server.url("/old"))

    assert names() == ["Debt desk"]


@pytest.mark.parametrize(
    "location",
    [
        "https://other.example.org/services.csv",
        "https://data.example.org/services.csv",
        "http://data.example.org/",
        "https://127.0.0.1/",
        "file:///etc/passwd",
        "https://a@other.example.org/",
        "/turn",
        "",
    ],
)
def test_no_redirect_leads_elsewhere(server, location):
    server.answers["/turn"] = lambda _: (302, {"Location": location}, b"")

    with pytest.raises(CannotImport):
        fetch(server.url("/turn"))

    assert set(server.asked) == {"/turn"}


@pytest.mark.parametrize(
    "url",
    [
        "http://data.example.org/", "https://127.0.0.1/", "https://[::1]/", "https://2130706433/",
        "https://localhost/", "https://a@data.example.org/", "https://data.example.org:99999/",
        "https://data.example.org\\@evil.example/", "https://dät.example/", "file:///etc/passwd",
        "https://data.example.org/a b", "https://data.example.org/\r\nHost: x", "https:///x",
        "https://0x7f.1/", "ftp://data.example.org/",
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_feed_is_not_asked(server, url):
    with pytest.raises(CannotImport, match=r"is no address of a feed|could not be reached"):
        fetch(url)

    assert server.asked == []


@pytest.mark.parametrize("where", [["127.0.0.1"], ["8.8.8.8", "10.0.0.1"], ["169.254.169.254"], []])
def test_a_name_that_leads_inside_is_not_asked(server, monkeypatch, where):
    monkeypatch.undo()
    leads_to(monkeypatch, *where)

    with pytest.raises(CannotImport, match="NotPublic"):
        fetch(server.url("/services"))

    assert server.asked == []


def test_a_feed_without_end_is_broken_off(server, monkeypatch):
    monkeypatch.setattr(fetching, "LARGEST", 1_000)
    server.answers["/services.csv"] = b"id,name\n" * 1_000

    with pytest.raises(CannotImport, match="larger than can be brought in"):
        fetch(server.url("/services.csv"))


def test_a_feed_that_takes_for_ever_is_broken_off(server, monkeypatch):
    monkeypatch.setattr(fetching, "LONGEST", -1)
    server.answers["/services.csv"] = b"id,name\ns1,Debt desk\n"

    with pytest.raises(CannotImport, match="takes too long"):
        fetch(server.url("/services.csv"))


# --- the list of hosts, and the worker --------------------------------------------------------


@pytest.mark.parametrize(
    ("listed", "fits"),
    [
        (["data.example.org"], True),
        (["*.example.org"], True),
        (["data.example.org:8443"], False),
        (["example.org"], False),
        (["*.other.example"], False),
        ([], False),
    ],
)
def test_the_list_of_hosts_binds_the_worker(settings, listed, fits):
    settings.DIRECTORY_HOSTS = listed

    try:
        fetching.check_listed("https://data.example.org/services")
        found = True
    except CannotImport:
        found = False

    assert found is fits


def due(server: FeedServer) -> Dataset:
    """Brought in a week ago, to be fetched anew."""
    server.answers["/services.csv"] = b"id,name\ns1,Debt desk\n"
    fetch(server.url("/services.csv"))
    return Dataset.objects.get()


def test_a_dataset_is_fetched_anew_when_its_time_has_come(server, settings):
    settings.DIRECTORY_HOSTS = [server.name]
    due(server)
    server.answers["/services.csv"] = b"id,name\ns1,Debt desk\ns2,Night line\n"

    early = refreshing.refresh_due(NOW + timedelta(days=6))
    late = refreshing.refresh_due(NOW + timedelta(days=7))

    dataset = Dataset.objects.get()
    assert (early, late, names()) == (False, True, ["Debt desk", "Night line"])
    assert dataset.refresh_at == NOW + timedelta(days=14)
    assert (dataset.name, dataset.failed) == ("Help in Ely", "")


@pytest.mark.parametrize("why", ["not listed", "broken", "gone"])
def test_what_fails_is_noted_and_tried_again_later(server, settings, why):
    settings.DIRECTORY_HOSTS = [] if why == "not listed" else [server.name]
    due(server)
    server.answers["/services.csv"] = b"nothing" if why == "broken" else lambda _: (410, {}, b"")

    assert refreshing.refresh_due(NOW + timedelta(days=7))

    dataset = Dataset.objects.get()
    assert dataset.failed
    assert dataset.refresh_at == NOW + timedelta(days=7, hours=6)
    assert names() == ["Debt desk"]


def test_two_workers_fetch_it_once(server, settings):
    settings.DIRECTORY_HOSTS = [server.name]
    dataset = due(server)
    server.asked.clear()
    taken = Dataset.objects.filter(pk=dataset.pk)

    taken.update(refresh_at=NOW + timedelta(days=7) + refreshing.AGAIN)  # by the other
    refreshing.refresh_due(NOW + timedelta(days=7))

    assert server.asked == []


def test_a_dataset_from_a_file_is_not_fetched(tmp_path, monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pytest.fail("it looked a name up"))
    Dataset.objects.create(slug="ely", name="Ely", timezone="UTC", refresh_at=NOW)

    assert not refreshing.refresh_due(NOW + timedelta(days=400))


@pytest.mark.django_db(transaction=True)
def test_the_worker_starts_it_when_it_tidies(monkeypatch):
    done = threading.Event()
    monkeypatch.setattr(refreshing, "refresh_due", lambda now: done.set())
    Dataset.objects.create(slug="ely", name="Ely", timezone="UTC", refresh_at=NOW)

    worker.tidy(NOW + timedelta(hours=1))

    assert done.wait(5)


def test_no_days_mean_no_refreshing(server):
    server.answers["/services.csv"] = b"id,name\ns1,Debt desk\n"
    url = server.url("/services.csv")

    fetching.bring(url, bringing.About("ely", source=url), NOW, Report(), lambda *_: None)

    assert Dataset.objects.get().refresh_at is None
