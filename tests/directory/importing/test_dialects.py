"""The same help, however it is written down: HSDS 1.1 to 3.1, Open Referral UK, Ohana."""

from __future__ import annotations

import json
import zipfile
from typing import Any

import pytest

from halved.directory.details import Details
from tests.directory.datasets import IN_FULL, THREE, bring, write

pytestmark = pytest.mark.django_db

EXPECTED: Details = {
    "uid": "s1", "name": "Debt desk", "description": "Help with bills", "status": "active",
    "fees": "Free", "free": True, "checked_on": "2026-05-01", "kinds": ["Debt advice"],
    "languages": ["pl"], "phones": [{"number": "01353 496 000", "type": "voice"}],
    "organization": {
        "uid": "o1", "name": "Harbour House", "description": "Tea and advice",
        "url": "http://harbour.example.org",
    },
    "timetable": {
        "hours": [
            {"weekday": 1, "opens": "09:00", "closes": "17:00"},
            {"weekday": 2, "opens": "09:00", "closes": "17:00"},
        ]
    },
    "locations": [
        {
            "uid": "l1", "name": "The hall", "lines": ["1 Mill Street"], "city": "Ely",
            "region": "Cambridgeshire", "postal_code": "CB7 4AA", "country": "GB",
            "latitude": 52.4, "longitude": 0.26,
        }
    ],
}  # fmt: skip


def test_tables_of_version_3(tmp_path):
    found = bring(write(tmp_path / "data", THREE))

    assert found.only == EXPECTED
    assert (found.counts.services, found.counts.organizations, found.counts.locations) == (1, 1, 1)
    assert found.codes == {"not_uuid": 10, "url_scheme": 1}


SHAPES: dict[str, Any] = {
    "one service": IN_FULL,
    "a list": [IN_FULL],
    "a page": {"total_items": 1, "total_pages": 1, "contents": [IN_FULL]},
    "a page of the first British version": {"totalElements": 1, "content": [IN_FULL]},
    "under its name": {"services": [IN_FULL]},
    "an organization in full": {
        **IN_FULL["organization"],
        "services": [{key: value for key, value in IN_FULL.items() if key != "organization"}],
    },
    "a service at a location in full": {
        **IN_FULL["service_at_locations"][0],
        "service": {k: v for k, v in IN_FULL.items() if k != "service_at_locations"},
    },
    "inside of data": {"data": {"services": [IN_FULL]}},
}


@pytest.mark.parametrize("shape", SHAPES)
def test_json_in_any_shape(tmp_path, shape):
    write(tmp_path, {"download.json": SHAPES[shape]})

    assert bring(tmp_path / "download.json").only == EXPECTED


def test_lines_of_json(tmp_path):
    second = {**IN_FULL, "id": "s2", "name": "Night line"}
    write(tmp_path, {"services.jsonl": f"{json.dumps(IN_FULL)}\n{json.dumps(second)}\n"})

    found = bring(tmp_path / "services.jsonl")

    assert {uid: each["name"] for uid, each in found.details.items()} == {
        "s1": "Debt desk", "s2": "Night line",
    }  # fmt: skip
    assert found.counts.organizations == 1


def test_tables_inside_of_one_json(tmp_path):
    tables = {}
    for name, text in THREE.items():
        rows = [line.replace('"MO,TU"', "MO;TU").split(",") for line in text.splitlines()]
        tables[name] = [
            dict(zip(rows[0], [cell.replace(";", ",") for cell in row], strict=True))
            for row in rows[1:]
        ]
    write(tmp_path, {"tabular.json": tables})

    assert bring(tmp_path / "tabular.json").only == EXPECTED


def test_a_zip_with_a_folder_in_it(tmp_path):
    with zipfile.ZipFile(tmp_path / "data.zip", "w") as archive:
        for name, text in THREE.items():
            archive.writestr(f"../../etc/{name}", text)
        archive.writestr("__MACOSX/._services.csv", b"\x00")

    assert bring(tmp_path / "data.zip").only == EXPECTED


@pytest.mark.parametrize(
    "disguise",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("utf-16-le"),
        lambda text: text.replace("\n", "\n\n"),
        lambda text: text.replace('"MO,TU"', "MO/TU").replace(",", ";").replace("MO/TU", "MO,TU"),
        lambda text: text.replace('"MO,TU"', "MO/TU").replace(",", "\t").replace("MO/TU", "MO,TU"),
        lambda text: "\n".join(
            [text.splitlines()[0].upper().replace(",", " , "), *text.splitlines()[1:]]
        ),
    ],
    ids=["crlf", "cr", "bom", "utf16", "utf16-bare", "gaps", "semicolons", "tabs", "capitals"],
)  # fmt: skip
def test_tables_in_any_writing(tmp_path, disguise):
    write(tmp_path / "data", {name: disguise(text) for name, text in THREE.items()})

    assert bring(tmp_path / "data").only == EXPECTED


@pytest.mark.parametrize("rename", [str.upper, lambda name: f"north_{name}"])
def test_files_of_other_names(tmp_path, rename):
    write(tmp_path / "data", {rename(name): text for name, text in THREE.items()})

    assert bring(tmp_path / "data").only == EXPECTED


def test_a_package_says_which_file_is_which(tmp_path):
    package = {
        "title": "Help in the Fens", "version": "3.0.1",
        "licenses": [{"title": "Open Government Licence"}],
        "resources": [{"name": "services", "path": "tables/a.csv"}],
    }  # fmt: skip
    files = {**THREE, "a.csv": THREE["services.csv"], "datapackage.json": package}
    del files["services.csv"]

    assert bring(write(tmp_path / "data", files)).only == EXPECTED


# HSDS 1.1 and 2.x
TWO = {
    "organizations.csv": "id,name,description,url\n"
    "o1,Harbour House,Tea and advice,harbour.example.org\n",
    "services.csv": "id,organization_id,name,description,status,fees\n"
    "s1,o1,Debt desk,Help with bills,,Free\n",
    "locations.csv": "id,organization_id,name,latitude,longitude\nl1,o1,The hall,52.4,0.26\n",
    "physical_addresses.csv": "id,location_id,address_1,city,region,state_province,"
    "postal_code,country\na1,l1,1 Mill Street,Ely,,Cambridgeshire,CB7 4AA,GB\n",
    "postal_addresses.csv": "id,location_id,address_1,city,postal_code,country\n"
    "a2,l1,PO Box 1,Ely,CB7 4AB,GB\n",
    "services_at_location.csv": "id,service_id,location_id,description\nx1,s1,l1,\n",
    "phones.csv": "id,service_id,location_id,organization_id,contact_id,number,extension,type\n"
    ",s1,,,,01353 496 000,,voice\n",
    "regular_schedules.csv": "id,service_id,location_id,weekday,opens_at,closes_at\n"
    ",s1,,Monday,9:00,17:00\n,s1,,Tuesday,9:00,17:00\n,s1,,Sunday,,\n",
    "holiday_schedules.csv": "id,service_id,location_id,closed,start_date,end_date\n"
    ",s1,,TRUE,2020-12-25,2020-12-26\n",
    "languages.csv": "id,service_id,location_id,language\n,s1,,Polish\n",
    "taxonomy.csv": "id,name,parent_id,parent_name,vocabulary\nt1,Debt advice,,,open\n",
    "service_taxonomy.csv": "id,service_id,taxonomy_id,taxonomy_detail\n,s1,t1,\n",
    "eligibility.csv": "id,service_id,eligibility\n,s1,Adults in the Fens\n",
    "payments_accepted.csv": "id,service_id,payment\n,s1,Cash\n",
    "accessibility_for_disabilities.csv": "id,location_id,accessibility,details\n,l1,Wheelchair,\n",
}  # fmt: skip


def test_tables_of_versions_1_and_2(tmp_path):
    found = bring(write(tmp_path / "data", TWO))

    place = {**EXPECTED["locations"][0], "accessibility": ["Wheelchair"], "wheelchair": True}
    expected = {name: value for name, value in EXPECTED.items() if name != "checked_on"} | {
        "locations": [place], "eligibility": "Adults in the Fens", "costs": ["They take: Cash"],
    }  # fmt: skip
    assert found.only == expected
    assert {"status_empty", "past"} <= found.codes.keys()


# Ohana
OHANA = {
    "organizations.csv": "id,name,description,website\n"
    "1,Harbour House,Tea and advice,harbour.example.org\n",
    "services.csv": "id,location_id,name,description,status,fees,keywords,languages,service_areas,"
    "accepted_payments,required_documents,audience,website\n"
    '1,1,Debt desk,Help with bills,active,Free,'
    '"Debt advice, Money",Polish,"Ely, March","Cash, Card",Bank letters,Adults,\n',
    "locations.csv": "id,organization_id,name,accessibility,languages,latitude,longitude,virtual\n"
    '1,1,The hall,"wheelchair, ramp","English, Polish",52.4,0.26,false\n',
    "addresses.csv": "id,location_id,address_1,city,state_province,postal_code,country\n"
    "1,1,1 Mill Street,Ely,Cambridgeshire,CB7 4AA,GB\n",
    "mail_addresses.csv": "id,location_id,attention,address_1,city,postal_code,country\n"
    "1,1,Ann,PO Box 1,Ely,CB7 4AB,GB\n",
    "phones.csv": "id,location_id,number,department,extension,number_type,vanity_number\n"
    "1,1,01353 496 000,Desk,12,voice,\n",
    "regular_schedules.csv": "id,location_id,service_id,weekday,opens_at,closes_at\n"
    "1,,1,Monday,9am,5pm\n",
    "taxonomy.csv": "taxonomy_id,name,parent_id,parent_name\n101,Food,,\n",
}  # fmt: skip


def test_tables_of_ohana(tmp_path):
    details = bring(write(tmp_path / "data", OHANA)).only

    [place] = details["locations"]
    assert details["organization"]["name"] == "Harbour House"
    assert details["kinds"] == ["Debt advice", "Money"]
    assert details["areas"] == ["Ely", "March"]
    assert details["costs"] == ["They take: Cash, Card"]
    assert details["documents"] == ["Bank letters"]
    assert details["eligibility"] == "Adults"
    assert place["lines"] == ["1 Mill Street"]
    assert place["accessibility"] == ["wheelchair", "ramp"]
    assert place["languages"] == ["en", "pl"]
    assert place["phones"] == [
        {"number": "01353 496 000", "type": "voice", "extension": "12", "description": "Desk"}
    ]


def test_the_first_british_version(tmp_path):
    service = {
        "id": "s1", "name": "Debt desk", "description": "Help with bills", "status": "active",
        "organization": {"id": "o1", "name": "Harbour House", "url": "x.example.org"},
        "regular_schedules": [{"opens_at": "09:00", "closes_at": "17:00", "byday": "MO"}],
        "service_areas": [{"id": "r1", "service_area": "The Fens"}],
        "eligibilitys": [{"id": "e1", "eligibility": "Adults", "minimum_age": 18}],
        "cost_options": [{"id": "c1", "amount": 0, "option": "for all"}],
        "contacts": [
            {"id": "k1", "name": "Ann", "title": "Desk", "phones": [{"number": "01353 1234"}]}
        ],
        "service_taxonomys": [{"id": "y1", "taxonomy": {"id": "t1", "name": "Debt advice"}}],
        "service_at_locations": [
            {
                "id": "x1",
                "location": {
                    "id": "l1", "name": "The hall", "latitude": 52.4, "longitude": 0.26,
                    "physical_addresses": [{"address_1": "1 Mill Street", "city": "Ely"}],
                    "accessibility_for_disabilities": [{"id": "d", "accessibility": "Wheelchair"}],
                },
            }
        ],
    }  # fmt: skip
    write(tmp_path, {"services.json": {"totalPages": 1, "content": [service]}})

    details = bring(tmp_path / "services.json").only

    assert details["kinds"] == ["Debt advice"]
    assert details["areas"] == ["The Fens"]
    assert (details["eligibility"], details["minimum_age"], details["free"]) == ("Adults", 18, True)
    assert details["people"] == [
        {"name": "Ann", "title": "Desk", "phones": [{"number": "01353 1234"}]}
    ]
    assert details["locations"][0]["wheelchair"]
    assert details["locations"][0]["lines"] == ["1 Mill Street"]


def test_what_version_3_1_adds(tmp_path):
    service = {
        **IN_FULL,
        "additional_urls": [{"id": "u1", "label": "Book", "url": "https://book.example.org"}],
        "service_capacities": [{"id": "y1", "available": 3, "unit": {"id": "n", "name": "bed"}}],
    }  # fmt: skip
    service["service_at_locations"] = [
        {**IN_FULL["service_at_locations"][0], "service_areas": [{"id": "r1", "name": "The Fens"}]}
    ]
    write(tmp_path, {"service.json": service})

    details = bring(tmp_path / "service.json").only

    assert details["url"] == "https://book.example.org"
    assert details["areas"] == ["The Fens"]


def test_a_list_of_services_in_short(tmp_path):
    short = {
        "id": "s1", "name": "Debt desk", "status": "active",
        "organization": {"id": "o1", "name": "Harbour House"},
    }  # fmt: skip
    write(tmp_path, {"service_list.json": {"contents": [short], "total_pages": 1}})

    assert bring(tmp_path / "service_list.json").only == {
        "uid": "s1", "name": "Debt desk", "status": "active",
        "organization": {"uid": "o1", "name": "Harbour House"},
    }  # fmt: skip
