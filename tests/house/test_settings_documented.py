"""A setting that is not in docs/settings.md is not there for an operator."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAME = re.compile(r"\bHALVED_[A-Z]+(?:_[A-Z]+)*\b")


def names_in(*files: Path) -> set[str]:
    return {name for file in files for name in NAME.findall(file.read_text())}


def test_every_setting_is_documented():
    read = names_in(*(ROOT / "halved").rglob("*.py"))
    documented = names_in(ROOT / "docs" / "settings.md")

    missing = sorted(read - documented)
    assert not missing, f"The code reads these; describe them in docs/settings.md: {missing}"


def test_nothing_is_documented_that_is_not_there():
    read = names_in(*(ROOT / "halved").rglob("*.py"))
    documented = names_in(ROOT / "docs" / "settings.md")

    unknown = sorted(documented - read)
    assert not unknown, f"docs/settings.md tells of settings nothing reads: {unknown}"
