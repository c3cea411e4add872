"""`halved directory`, as an operator types it; and what happens when two type it at once."""

from __future__ import annotations

import os
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

import pytest

from halved.directory.command import run_directory
from halved.directory.models import Dataset, Service
from halved.directory.options import add_directory_options
from tests import processes
from tests.directory.datasets import NOW, THREE, write


def asked(*words: str) -> Namespace:
    parser = ArgumentParser()
    add_directory_options(parser)
    return parser.parse_args([*words])


def run(*words: object) -> int:
    return run_directory(asked(*map(str, words)), NOW)


# --- import, list, remove ---------------------------------------------------------------------


@pytest.mark.django_db
def test_an_import_ends_in_one_line_of_counts(tmp_path, capsys):
    folder = write(tmp_path / "fens", THREE)

    code = run("import", folder, "--name", "Help in the Fens", "--licence", "Open licence")

    out = capsys.readouterr().out.splitlines()
    assert code == 0
    assert out[-1].startswith("1 services, 1 organizations and 1 locations kept; 1 flagged; 1 new")
    assert any("organizations.csv row 2: url_scheme" in line for line in out)


@pytest.mark.django_db
def test_the_whole_report_goes_to_a_file(tmp_path, capsys):
    phones = "id,service_id,number\n" + "".join(f"p{n},s1,ask\n" for n in range(60))
    folder = write(tmp_path / "fens", {**THREE, "phones.csv": phones})

    run("import", folder, "--report", tmp_path / "report.txt")

    lines = (tmp_path / "report.txt").read_text().splitlines()
    assert sum("phone_none" in line for line in lines) == 60
    assert lines[-1] == capsys.readouterr().out.splitlines()[-1]


@pytest.mark.django_db
def test_a_long_report_is_cut_on_the_terminal(tmp_path, capsys):
    phones = "id,service_id,number\n" + "".join(f"p{n},s1,ask\n" for n in range(60))

    run("import", write(tmp_path / "fens", {**THREE, "phones.csv": phones}))

    out = capsys.readouterr().out
    assert out.count("phones.csv row") < 60
    assert "more: see all of it with --report FILE" in out


@pytest.mark.django_db
def test_a_bar_is_shown_on_a_terminal_only(tmp_path, capsys, monkeypatch):
    folder = write(tmp_path / "fens", services(range(1_200)))
    run("import", folder)
    nothing = capsys.readouterr().err

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    run("import", folder, "--slug", "ely")

    shown = capsys.readouterr().err
    assert nothing == ""
    assert "] 1,000 services put together" in shown
    assert shown.endswith("\r\x1b[K")


@pytest.mark.django_db
def test_what_cannot_be_read_is_said_and_ends_with_an_error(tmp_path, capsys):
    code = run("import", tmp_path / "nothing.zip")

    assert code == 2
    assert capsys.readouterr().err == (
        "halved directory: There is no file or folder nothing.zip. Nothing was changed.\n"
    )


@pytest.mark.django_db
def test_datasets_are_listed_and_taken_away(tmp_path, capsys):
    run("import", write(tmp_path / "fens", THREE), "--slug", "ely", "--publisher", "The library")
    capsys.readouterr()

    run("list")
    listed = capsys.readouterr().out
    code = run("remove", "ely")

    assert listed.startswith("ely: fens, 1 services, brought in 2026-11-23\n  The library\n") or (
        listed.startswith("ely: ely, 1 services, brought in 2026-11-23\n  The library\n")
    )
    assert code == 0
    assert not Dataset.objects.exists()
    assert not Service.objects.exists()


@pytest.mark.django_db
def test_what_is_not_there_cannot_be_taken_away(capsys):
    assert run("remove", "ely") == 2
    assert capsys.readouterr().err == "halved directory: there is no dataset ely.\n"


@pytest.mark.parametrize(
    "words",
    [
        ("--slug", "A B"),
        ("--timezone", "Middle/Earth"),
        ("--refresh-days", "400"),
        ("--refresh-days", "x"),
    ],
)
def test_wrong_options_are_said(words, capsys):
    with pytest.raises(SystemExit):
        asked("import", "x.zip", *words)

    assert words[1] in capsys.readouterr().err


# --- processes of their own -------------------------------------------------------------------


def services(numbers: range) -> dict[str, str]:
    rows = "".join(f"s{n},o1,Service {n},active\n" for n in numbers)
    return {"services.csv": f"id,organization_id,name,status\n{rows}"}


def test_two_imports_at_once_come_one_after_the_other(tmp_path):
    folders = [
        write(tmp_path / "a", services(range(1, 400))),
        write(tmp_path / "b", services(range(200, 600))),
    ]
    env = processes.environment(tmp_path)
    assert processes.start("migrate", env=env, log=tmp_path / "log").process.wait(60) == 0

    running = [
        processes.start(
            "directory", "import", str(folder), "--slug", "ely", env=env, log=folder / "log"
        )
        for folder in folders
    ]
    codes = [each.process.wait(60) for each in running]

    said = [each.said().splitlines()[-1] for each in running]
    first, second = sorted(said, key=lambda line: ", 0 gone" not in line)
    kept = int(second.partition(" ")[0])
    assert codes == [0, 0], said
    assert "0 changed, 0 gone" in first
    assert f"{kept - 200} new, 0 changed, {799 - kept - 200} gone" in second


def test_the_reader_needs_no_store_and_little_memory(tmp_path):
    """A file with 50,000 rows is read row by row."""
    write(tmp_path, services(range(50_000)))
    script = (
        "import sys; from pathlib import Path\n"
        "from halved.directory.importing.reading import Reader\n"
        "from halved.directory.importing.report import Report\n"
        "from halved.directory.importing.sources import parts_of\n"
        "report = Report()\n"
        "with parts_of(Path(sys.argv[1]), report) as parts:\n"
        "    print(sum(1 for _ in Reader(parts, report)),"
        " Path('/proc/self/status').read_text().partition('VmHWM:')[2].split()[0],"
        " 'django' in sys.modules)\n"
    )

    out = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "services.csv")],
        cwd=processes.ROOT, capture_output=True, text=True, check=True,
        env={"PATH": os.environ["PATH"]},
    ).stdout.split()  # fmt: skip

    assert out[0] == "50000"
    assert int(out[1]) < 60_000
    assert out[2] == "False"
    assert Path(tmp_path, "services.csv").stat().st_size > 1_000_000
