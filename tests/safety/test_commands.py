import json
import subprocess
import sys
from datetime import date

import pytest

from halved.cli import _parser
from halved.safety.book import open_book
from halved.safety.command import run_lines
from halved.safety.files import write_pages

TODAY = date(2026, 11, 23)


@pytest.fixture
def lines(tmp_path, capsys):
    """`lines("checked", "GB", "Samaritans")`: the exit code, and what was said."""

    def run(*words):
        code = run_lines(_parser().parse_args(["lines", *words]), tmp_path / "lines.json", TODAY)
        said = capsys.readouterr()
        return code, said.out + said.err

    return run


@pytest.fixture
def known(tmp_path):
    """`known("GB", "Samaritans")`: that line as Help now shows it."""

    def find(code, name):
        found = open_book(tmp_path / "lines.json").find(code).lines
        return next((line for line in found if line.name == name), None)

    return find


def test_what_to_check_is_listed_the_oldest_first(lines):
    code, said = lines()

    dates = [row.split()[0] for row in said.splitlines()[1:] if row[0].isdigit()]
    assert code == 0
    assert said.startswith("To check first: ")
    assert dates == sorted(dates)
    assert "Samaritans: call 116 123" in said


def test_all_of_one_country_is_listed_when_it_is_named(lines):
    code, said = lines("list", "gb")

    assert code == 0
    assert "emergency numbers: 999" in said
    assert "Samaritans: call 116 123" in said
    assert "  FR  " not in said


def test_a_checked_line_is_no_longer_to_be_checked(lines, known):
    assert known("GB", "Samaritans").seen.check_first(TODAY)

    code, _ = lines("checked", "GB", "Samaritans")

    seen = known("GB", "Samaritans").seen
    assert code == 0
    assert (seen.when, seen.where) == ("23 November 2026", "whoever runs this server and others")
    assert not seen.check_first(TODAY)
    assert "Samaritans: call 116" not in lines()[1]


def test_emergency_numbers_are_checked_by_the_country_alone(lines, tmp_path):
    lines("checked", "GB")

    emergency = open_book(tmp_path / "lines.json").find("GB").emergency
    assert emergency.seen.when == "23 November 2026"
    assert [number.printed for number in emergency.numbers] == ["999"]


def test_a_line_is_added_corrected_and_forgotten(lines, known):
    facts = ["--for", "students here", "--group", "everyone", "--call", "020 7946 0000"]
    assert lines("add", "GB", "Night line", *facts)[0] == 0
    assert known("GB", "Night line").purpose == "students here"

    assert lines("correct", "GB", "Night line", "--hours", "20:00 to 8:00")[0] == 0
    assert known("GB", "Night line").hours == "20:00 to 8:00"
    assert known("GB", "Night line").purpose == "students here"

    assert lines("forget", "GB", "Night line")[0] == 0
    assert known("GB", "Night line") is None


def test_a_line_is_taken_out_and_comes_back_when_that_is_forgotten(lines, known, tmp_path):
    lines("remove", "GB", "Samaritans")
    assert known("GB", "Samaritans") is None

    lines("forget", "GB", "Samaritans")

    assert known("GB", "Samaritans")
    assert json.loads((tmp_path / "lines.json").read_text()) == {"countries": {}}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("checked", "ZZ"), "There is no country ZZ"),
        (("checked", "GB", "Nobody"), "There is no line “Nobody”"),
        (("remove", "GB", "Nobody"), "There is no line “Nobody”"),
        (("add", "GB", "Samaritans", "--call", "1"), "There is such a line"),
        (("add", "GB", "New", "--call", "12x", "--for", "x", "--group", "young"), "“12x”"),
        (("add", "GB", "New", "--call", "12"), '"for" is missing'),
        (("list", "ZZ"), "There is no country ZZ"),
        (("validate", "/nowhere/lines.json"), "There is no file"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(lines, tmp_path, words, says):
    code, said = lines(*words)

    assert code == 2
    assert says in said
    assert not (tmp_path / "lines.json").exists()


def test_a_file_is_validated(lines, tmp_path):
    file = tmp_path / "other.json"
    file.write_text(json.dumps({"countries": {"GB": {"lines": {"Samaritans": None}}}}))
    assert lines("validate", str(file)) == (0, "All of it can be used.\n")

    file.write_text(json.dumps({"countries": {"GB": {"lines": {"New": {"ways": []}}}}}))
    code, said = lines("validate", str(file))

    assert code == 1
    assert "left out: GB: New:" in said


# --- pages in files ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("now")
    write_pages(open_book(made / "none.json"), made, TODAY)
    return made


def test_there_is_a_page_for_each_country_and_one_to_choose(folder):
    pages = sorted(path.parent.name for path in folder.glob("*/index.html"))

    assert len(pages) == 231
    assert pages == sorted(open_book(folder / "none.json").countries)
    assert 'href="GB/"' in (folder / "index.html").read_text()
    assert "Call 999" in (folder / "GB/index.html").read_text()


def test_a_page_in_a_file_asks_nothing_of_halved(folder):
    for path in (folder / "index.html", folder / "GB/index.html", folder / "AD/index.html"):
        page = path.read_text()

        assert "/static/" not in page
        assert "<form" not in page
        assert "src=" not in page
        assert "This copy was made on 23 November 2026." in page or path.parent == folder


def test_every_zone_of_the_world_stands_once_on_the_page_to_choose(folder):
    page = (folder / "index.html").read_text()

    assert page.count("Europe/London") == 1
    assert page.count("data-zones=") > 200


def test_halved_now_needs_no_store(tmp_path, data_dir):
    env = {"HALVED_DATA_DIR": str(data_dir), "HALVED_DATABASE_URL": "postgres://127.0.0.1:1/none"}
    command = [sys.executable, "-m", "halved", "now", "--out", str(tmp_path / "out")]

    run = subprocess.run(command, env=env, capture_output=True, text=True)

    assert run.returncode == 0, run.stderr
    assert (tmp_path / "out/GB/index.html").stat().st_mode & 0o777 == 0o644
