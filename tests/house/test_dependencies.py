"""What Halved is made of: few packages, each under a free licence, all of them listed."""

import re
import tomllib
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
MOST = 25
ROW = re.compile(r"^\| `([\w.-]+)` \| ([^|]+) \|", re.MULTILINE)


def needed(requirements: list[str]) -> set[str]:
    """These packages, and all that they need, with the extras that are asked for."""
    found: set[tuple[str, str]] = set()
    waiting = [(Requirement(text), "") for text in requirements]
    while waiting:
        one, asked = waiting.pop()
        name = one.name.lower().replace("_", "-")
        if one.marker is not None and not one.marker.evaluate({"extra": asked}):
            continue
        for extra in {"", *one.extras}:
            if (name, extra) not in found:
                found.add((name, extra))
                needs = distribution(name).requires or []
                waiting += [(Requirement(text), extra) for text in needs]
    return {name for name, _ in found}


def core() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return needed(project["dependencies"])


def licence(name: str) -> str:
    """As the package itself says it."""
    about = distribution(name).metadata
    said = about.get_all("License-Expression") or about.get_all("License") or []
    classified = [text for text in about.get_all("Classifier") or [] if "License ::" in text]
    return " ".join([*said[:1], *classified]) or "none"


def listed() -> dict[str, str]:
    return dict(ROW.findall((ROOT / "docs" / "licences.md").read_text()))


def test_an_installation_is_at_most_25_packages():
    assert len(core()) <= MOST, sorted(core())


def test_the_list_has_each_package_and_no_other():
    # These are needed on some systems or older Pythons only.
    sometimes = {"typing-extensions", "cffi", "pycparser", "colorama", "tzdata", "uvloop"}

    assert core() - {*listed()} == set()
    assert {*listed()} - core() <= sometimes


def test_each_licence_is_the_one_that_the_package_says():
    for name in core():
        family = listed()[name].split("-")[0].split()[0]
        assert family in licence(name), f"{name}: {licence(name)}"


def test_every_licence_lets_people_use_change_and_share():
    free = {"Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MIT", "MIT-0", "PSF-2.0"}

    for name, said in listed().items():
        assert free & {part.strip() for part in said.split(" or ")}, name
