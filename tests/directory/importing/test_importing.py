"""All of a dataset comes in or nothing; what is odd is kept, mended, and said."""

from __future__ import annotations

import gzip
import time
import zipfile
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.directory_data import write_dataset
from halved.directory.importing import bringing, versions
from halved.directory.importing.report import CODES
from halved.directory.importing.sources import CannotImport
from halved.directory.importing.turns import turn_of
from halved.directory.models import Dataset, Entry, Service
from halved.directory.searching.terms import square
from tests.directory.datasets import ABOUT, NOW, THREE, bring, services, write

pytestmark = pytest.mark.django_db

# --- all or nothing ---------------------------------------------------------------------------


@pytest.mark.store
def test_a_second_import_changes_nothing(tmp_path):
    folder = write(tmp_path / "data", THREE)
    bring(folder)
    before = list(Service.objects.values()), list(Entry.objects.values())

    counts = bring(folder, now=NOW + timedelta(days=1)).counts

    assert (counts.new, counts.changed, counts.gone) == (0, 0, 0)
    assert (list(Service.objects.values()), list(Entry.objects.values())) == before


def test_what_lies_in_one_square_is_written_together(tmp_path):
    write_dataset(tmp_path / "data", 40)

    bring(tmp_path / "data")

    squares = [square(service.details) for service in Service.objects.order_by("pk")]
    assert squares == sorted(squares)
    assert len(set(squares)) > 3


@pytest.mark.store
def test_only_what_differs_is_written(tmp_path):
    write(tmp_path / "data", services(1, 2, 3))
    bring(tmp_path / "data")
    keys = dict(Service.objects.values_list("uid", "key"))

    files = services(2, 3, 4)
    files["services.csv"] = files["services.csv"].replace("Service 3", "Night line")
    counts = bring(write(tmp_path / "data", files)).counts

    assert (counts.new, counts.changed, counts.gone) == (1, 1, 1)
    assert Service.objects.get(uid="s3").details["name"] == "Night line"
    assert {row.uid: row.key for row in Service.objects.exclude(uid="s4")} == {
        uid: keys[uid] for uid in ("s2", "s3")
    }
    assert Entry.objects.count() == 3


@pytest.mark.store
def test_a_broken_file_leaves_the_old_one_in_place(tmp_path):
    bring(write(tmp_path / "data", THREE))
    before = list(Service.objects.values()), list(Dataset.objects.values())
    write(tmp_path, {"services.json": b'[{"id": "s9", "name": "New"}, {"id": "s8", "na'})

    with pytest.raises(CannotImport, match="breaks off"):
        bring(tmp_path / "services.json")

    assert (list(Service.objects.values()), list(Dataset.objects.values())) == before


def test_a_file_without_services_is_none(tmp_path):
    bring(write(tmp_path / "data", THREE))
    write(tmp_path, {"notes.csv": "a,b\n1,2\n"})

    with pytest.raises(CannotImport, match="No service was found in notes"):
        bring(tmp_path / "notes.csv")

    assert Service.objects.count() == 1


@pytest.mark.parametrize("why", ["nothing there", "an empty folder", "a torn zip", "a pdf"])
def test_what_cannot_be_read_is_said_in_a_sentence(tmp_path, why):
    path = tmp_path / "data.zip"
    if why == "an empty folder":
        path.mkdir()
    elif why != "nothing there":
        path.write_bytes(b"PK\x03\x04" + b"torn" * 9 if why == "a torn zip" else b"%PDF-1.7\0\0")

    with pytest.raises(CannotImport) as caught:
        bring(path)

    assert str(caught.value)[0].isalpha()
    assert str(caught.value)[-1] in ".?"


@pytest.mark.parametrize("name", ["services.csv.gz", "services.csv"])
def test_what_is_packed_otherwise_is_refused_with_what_to_do(tmp_path, name):
    file = tmp_path / name
    file.write_bytes(gzip.compress(b"id,name\ns1,Debt advice\n"))

    with pytest.raises(CannotImport, match="Unpack it, and bring in what comes out"):
        bring(file)


def test_a_directory_comes_in_within_a_minute(tmp_path):
    services, of_a_directory = 1_000, 4_089
    write_dataset(tmp_path / "data", services)
    begun = time.process_time()

    counts = bring(tmp_path / "data").counts

    assert counts.services == services
    assert time.process_time() - begun < 60 * services / of_a_directory


def test_two_datasets_stand_beside_each_other(tmp_path):
    folder = write(tmp_path / "data", THREE)
    bring(folder)

    bring(folder, replace(ABOUT, slug="march", name="Help in March"))
    with turn_of("ely") as turn:
        versions.take_away(turn)

    [left] = Service.objects.all()
    assert left.dataset.name == "Help in March"
    assert Entry.objects.count() == 1


def test_what_the_operator_said_once_stays_said(tmp_path):
    folder = write(tmp_path / "data", THREE)
    bring(folder, replace(ABOUT, licence="Open licence", publisher="The library"))

    bring(folder, bringing.About(slug="ely"))

    found = Dataset.objects.get()
    assert (found.name, found.licence, found.publisher, found.timezone) == (
        "Help in Ely", "Open licence", "The library", "Europe/London",
    )  # fmt: skip


# --- what is odd ------------------------------------------------------------------------------


def changed(**files: str) -> dict[str, str]:
    return THREE | {f"{name}.csv": text for name, text in files.items()}


def test_a_service_without_its_organization_is_kept(tmp_path):
    found = bring(write(tmp_path / "data", changed(organizations="id,name,description\n")))

    assert "organization" not in found.only
    assert found.counts.flagged == 1
    assert "services.csv row 2: orphan: its organization is not in the data" in found.lines[-1]


def test_a_place_of_the_organization_is_used_when_nothing_ties_it_to_the_service(tmp_path):
    files = changed(locations="id,organization_id,name\nl1,o1,The hall\n")
    del files["service_at_location.csv"]

    found = bring(write(tmp_path / "data", files))

    assert found.only["locations"][0]["assumed"] is True
    assert found.codes["assumed"] == 1


def test_of_many_places_the_one_with_the_same_number_is_used(tmp_path):
    files = changed(
        locations="id,organization_id,name\nl1,o1,The hall\nl2,o1,The barn\n",
        phones="id,service_id,location_id,number\n1,s1,,01353 496 000\n2,,l2,(01353) 496000\n",
    )
    del files["service_at_location.csv"]

    [place] = bring(write(tmp_path / "data", files)).only["locations"]

    assert place["name"] == "The barn"


def test_a_price_that_is_over_is_left_out_and_said(tmp_path):
    head = "id,service_id,valid_to,option,currency,amount\n"
    rows = "c1,s1,2020-12-31,Adults,GBP,12\nc2,s1,2099-12-31,Adults,GBP,15\n"

    brought = bring(write(tmp_path / "data", services(1) | {"cost_options.csv": head + rows}))

    assert brought.only["costs"] == ["15 GBP (Adults)"]
    assert brought.codes["past"] == 1


def test_rows_that_belong_nowhere_are_said(tmp_path):
    phones = THREE["phones.csv"] + "p2,s9,01353 1,voice\np3,,01353 2,voice\n"

    found = bring(write(tmp_path / "data", changed(phones=phones)))

    assert [line.partition(":")[0] for line in found.lines if "here: " in line or "alone" in line]
    assert (found.codes["nowhere"], found.codes["alone"]) == (1, 1)


def test_what_no_service_needs_is_said(tmp_path):
    files = changed(
        organizations=THREE["organizations.csv"] + "o2,Other,Nothing,\n",
        locations=THREE["locations.csv"] + "l2,physical,Barn,52.4,0.26\n",
    )

    found = bring(write(tmp_path / "data", files))

    assert found.codes["unused"] == 2
    assert (found.counts.organizations, found.counts.locations) == (1, 1)


def test_rows_with_one_id_and_one_name_are_one_service(tmp_path):
    text = THREE["services.csv"] + "s1,o1,Debt desk,,active,,\n"

    found = bring(write(tmp_path / "data", changed(services=text)))

    assert found.only["description"] == "Help with bills"
    assert found.codes.get("id_twice") is None


def test_rows_with_one_id_and_other_names_are_other_services(tmp_path):
    text = THREE["services.csv"] + "s1,o1,Night line,Talk,active,,\n"

    found = bring(write(tmp_path / "data", changed(services=text)))

    assert {uid: each["name"] for uid, each in found.details.items()} == {
        "s1": "Debt desk", "s1~2": "Night line",
    }  # fmt: skip
    assert found.codes["id_twice"] == 1


def test_a_service_without_id_or_name_is_kept_under_the_same_key(tmp_path):
    head = THREE["services.csv"].splitlines()[0]
    folder = write(tmp_path / "data", changed(services=f"{head}\n,o1,,,,,\n"))

    first, second = bring(folder), bring(folder)

    assert first.only["name"] == "Harbour House"
    assert second.counts.new == 0
    assert {"id_missing", "no_name", "status_empty"} <= first.codes.keys()


def test_torn_rows_unknown_columns_and_files_are_said(tmp_path):
    files = changed(
        services="id,organization_id,name,Colour,name\ns1,o1,Debt desk,red,Other,more\ns2,o1\n",
        recipes="a,b\n1,2\n",
    )
    files["picture.png"] = "x"

    found = bring(write(tmp_path / "data", files))

    assert {uid: each["name"] for uid, each in found.details.items()} == {
        "s1": "Debt desk", "s2": "Harbour House",
    }  # fmt: skip
    assert {"row_long", "row_short", "column_unknown", "column_twice"} <= found.codes.keys()
    assert found.codes["file_unknown"] == 2


def test_letters_of_windows_and_nul_are_read_and_said(tmp_path):
    text = THREE["services.csv"].replace("Debt desk", "Caf\x00é").encode("cp1252")

    found = bring(write(tmp_path / "data", {**THREE, "services.csv": text}))

    assert found.only["name"] == "Café"
    assert {"encoding", "nul"} <= found.codes.keys()


def test_terms_in_a_circle_harm_nobody(tmp_path):
    terms = "id,name,description,parent_id\nt1,Debt advice,x,t2\nt2,Money,x,t1\n"

    assert bring(write(tmp_path / "data", changed(taxonomy_terms=terms))).only["kinds"] == [
        "Debt advice"
    ]


def test_each_line_of_the_report_names_file_row_code_and_what_was_done(tmp_path):
    phones = "id,service_id,number\np1,s1,01353 496 000 x12\n"

    found = bring(write(tmp_path / "data", changed(phones=phones)))

    assert (
        "phones.csv row 2: extension: an extension inside the number “01353 496 000 x12”: "
        "taken apart"
    ) in found.lines
    assert Dataset.objects.get().oddities == found.codes
    assert Dataset.objects.get().dated_on == date(2026, 5, 1)
    assert str(found.counts) == (
        "1 services, 1 organizations and 1 locations kept; 1 flagged; 1 new, 0 changed, 0 gone"
    )


# --- anything at all --------------------------------------------------------------------------

NAMES = ["services.csv", "organizations.csv", "phones.csv", "services.json", "schedules.csv", "x"]
BITS = ["id", "name", "organization_id", ",", "\n", '"', "s1", "[", "{", "}", "]", ":", "\0", "é"]
FILES = st.dictionaries(
    st.sampled_from(NAMES), st.lists(st.sampled_from(BITS), max_size=25).map("".join), max_size=4
)


@given(FILES)
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_file_breaks_the_import(tmp_path_factory, files):
    path = tmp_path_factory.mktemp("any") / "data.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)

    try:
        found = bring(path)
    except CannotImport as error:
        assert str(error)
    else:
        assert found.counts.services > 0
        assert found.codes.keys() <= CODES.keys()
