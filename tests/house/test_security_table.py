"""docs/security.md names tests. Each is there, and T1 to T51 have one or say since when not."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
LINE = re.compile(r"^\| (T\d+) \| (.*?) \| (.*) \|$", re.MULTILINE)
PROMISED = {f"T{number}" for number in range(1, 52)}


def lines() -> list[tuple[str, str, str]]:
    return LINE.findall((ROOT / "docs" / "security.md").read_text())


def names_of_tests() -> set[str]:
    files = (ROOT / "tests").rglob("test_*.py")
    return {name for file in files for name in re.findall(r"def (test_\w+)", file.read_text())}


def test_every_promise_is_in_the_table():
    assert {number for number, _, _ in lines()} >= PROMISED


def test_every_test_of_the_table_is_there():
    named = {name for _, _, held in lines() for name in re.findall(r"`(test_\w+)`", held)}

    assert len(named) > 100
    assert not named - names_of_tests()


def test_what_no_test_holds_says_since_when():
    for number, promise, held in lines():
        is_dated = re.match(r"open since \d{4}-\d\d-\d\d: \w+", held)
        assert "`test_" in held or is_dated, f"{number} {promise}"
