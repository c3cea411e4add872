"""What the papers and pages in docs/ name is there: files, pages, settings, commands, tests."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.urls import resolve

from halved import cli, operating
from tests.house.test_security_table import names_of_tests
from tests.house.test_settings_documented import names_in

ROOT = Path(__file__).parents[2]
PAPERS = sorted((ROOT / "docs" / "papers").glob("*.md"))
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
NAMES = {"threat-model", "hazard-log", "data-protection", "accessibility", "asvs"}
FOLDERS = ("halved", "tests", "docs", "bench", ".ci")
COMMANDS = {
    name
    for module in (cli, operating)
    for name in re.findall(r'add_parser\(\s*"([\w-]+)"', Path(module.__file__).read_text())
}

each_paper = pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.stem)


def code_in(page: Path) -> list[str]:
    """What stands `like this`."""
    return re.findall(r"`([^`\n]+)`", page.read_text())


def heading_of(line: str) -> str:
    """The anchor of a heading, as it is made for reading on the web."""
    return re.sub(r"[^\w -]", "", line.lstrip("# ").lower()).replace(" ", "-")


def dead_links(page: Path) -> list[str]:
    """Relative links of a page that lead to no file, or to no heading of it."""
    found = []
    for link in re.findall(r"\]\((?!https?:|mailto:)([^)\s]+)\)", page.read_text()):
        path, _, anchor = unquote(link).partition("#")
        file = page.parent / path if path else page
        headings = file.read_text().splitlines() if anchor and file.exists() else []
        if not file.exists() or (anchor and anchor not in map(heading_of, headings)):
            found.append(link)
    return found


def test_all_papers_are_there():
    assert {paper.stem for paper in PAPERS} == NAMES


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_link_is_dead(page):
    assert not dead_links(page)


def test_a_dead_link_would_be_found(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("# One thing\n[a](page.md) [b](#one-thing) [c](gone.md) [d](page.md#gone)\n")

    assert dead_links(page) == ["gone.md", "page.md#gone"]


@each_paper
def test_a_paper_names_only_what_is_there(paper):
    named = code_in(paper)
    tests = {name for name in named if name.startswith("test_")}
    files = [name for name in named if name.startswith(tuple(f"{each}/" for each in FOLDERS))]
    commands = [name.split()[1] for name in named if name.startswith("halved ")]

    assert not tests - names_of_tests()
    assert not [name for name in files if not (ROOT / name).exists()]
    assert not [name for name in commands if name not in COMMANDS]
    assert not names_in(paper) - names_in(ROOT / "docs" / "settings.md")


@each_paper
def test_a_paper_names_only_addresses_that_lead_somewhere(paper):
    for name in [name for name in code_in(paper) if re.fullmatch(r"/[\w/-]*", name)]:
        behind = {"/a/": "/a/x/", "/feed/": "/feed/x/calendar.ics", "/stop/": "/stop/x/"}
        assert resolve(behind.get(name, name)), name


@each_paper
def test_a_paper_says_when_who_and_what_the_host_has_to_add(paper):
    text = paper.read_text()

    assert re.search(r"20\d\d-\d\d-\d\d", text.split("\n## ")[0] + text.split("\n## ")[1])
    assert "## For the host to fill in" in text
    assert re.search(r"those\s+who\s+build\s+it|by\s+those\s+who\s+build\s+Halved", text)
    assert len(text.split()) <= 1_250, "two or three pages"
    assert not re.search(r"\b(certified|compliant|fully accessible|guarantee)", text, re.IGNORECASE)


def test_each_thing_that_is_open_says_since_when():
    for paper in PAPERS:
        for sentence in re.findall(r"\b[Oo]pen since([^.;|]*)", paper.read_text()):
            assert re.match(r"\s+\d{4}-\d\d-\d\d", sentence), paper.name


def test_security_leads_to_each_paper():
    linked = re.findall(r"docs/papers/([\w-]+)\.md", (ROOT / "SECURITY.md").read_text())

    assert set(linked) == NAMES
