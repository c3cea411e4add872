"""docs/directory.md says of each code what it is and what is done, in the words of the report."""

import re
from pathlib import Path

from halved.directory.importing import hsds, report
from halved.directory.importing.dialects import LISTS, field_of, table_of
from halved.directory.importing.scratch import parents
from halved.directory.options import add_directory_options

ROOT = Path(__file__).parents[2]
DOCS = (ROOT / "docs" / "directory.md").read_text()
MODULES = [
    path for path in (ROOT / "halved/directory/importing").glob("*.py") if path.stem != "report"
]


def test_each_code_is_documented_as_it_is_reported():
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \| (.+?) \|$", DOCS, re.MULTILINE)

    assert {code: (what, done) for code, what, done in rows} == report.CODES


def test_each_code_is_used():
    text = "".join(path.read_text() for path in MODULES)

    assert not [code for code in report.CODES if f'"{code}"' not in text]


def test_each_option_is_documented():
    asked = re.findall(
        r'"--([a-z-]+)"', Path(add_directory_options.__code__.co_filename).read_text()
    )

    assert not [option for option in asked if f"`--{option}" not in DOCS]


def test_each_table_is_known_by_its_name():
    assert {table_of(f"{table}.csv") for table in hsds.TABLES} - {None} == set(hsds.TABLES) - {
        "taxonomy"
    }
    assert table_of("taxonomies.csv") == "taxonomy"


def test_each_field_is_known_by_its_name():
    fields = {(table, name) for table, known in hsds.TABLES.items() for name in known}

    assert not [place for place in fields if field_of(*place) != place[1]]


def test_lists_become_rows_that_the_tables_have():
    assert all(field in hsds.TABLES[table] for table, field in LISTS.values())


def test_what_a_row_belongs_to_is_the_nearest_that_it_names():
    row = {"service_id": "1", "location_id": "7", "organization_id": "3"}

    assert parents("phone", row) == ("a:1|7", "s:1")
    assert parents("phone", {**row, "contact_id": "9"}) == ("c:9", "a:1|7")
    assert parents("address", row) == ("l:7", "o:3")
    assert parents("phone", {}) == (None, None)
