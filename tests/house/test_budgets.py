"""The house stays small enough to read. When one fails: split by meaning, not by length."""

import ast
import itertools
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "halved"
MODULES = [path for path in HOUSE.rglob("*.py") if "migrations" not in path.parts]
TEMPLATES = [path for path in HOUSE.rglob("templates/**/*") if path.is_file()]

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions() -> dict[str, Function]:
    """Every function of the house, under `file:line name`."""
    return {
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}": node
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, Function)
    }


def lengths_of_functions() -> dict[str, int]:
    return {place: (node.end_lineno or 0) - node.lineno + 1 for place, node in functions().items()}


def lengths_of_files(files: list[Path]) -> dict[str, int]:
    return {str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in files}


def count_parameters(arguments: ast.arguments) -> int:
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    return len([argument for argument in named if argument.arg not in ("self", "cls")])


def too_large(sizes: dict[str, int], limit: int, allowed_share: float = 0) -> list[str]:
    """What is over the limit, the largest first; nothing while it is no more than the share."""
    over = sorted(((size, place) for place, size in sizes.items() if size > limit), reverse=True)
    if len(over) <= allowed_share * len(sizes):
        return []
    return [f"{place}: {size}, at most {limit}" for size, place in over]


def test_no_function_is_over_60_lines():
    found = too_large(lengths_of_functions(), 60)

    assert not found, "\n".join(["Functions with too many lines:", *found])


def test_95_of_100_functions_are_under_40_lines():
    found = too_large(lengths_of_functions(), 39, allowed_share=0.05)

    assert not found, "\n".join(["More than 5 % of all functions are long:", *found])


def test_no_function_takes_more_than_5_parameters():
    sizes = {place: count_parameters(node.args) for place, node in functions().items()}

    found = too_large(sizes, 5)

    assert not found, "\n".join(["Too many parameters; which noun is missing?", *found])


def test_no_module_is_over_400_lines():
    found = too_large(lengths_of_files(MODULES), 400)

    assert not found, "\n".join(["Modules with too many lines:", *found])


def test_95_of_100_modules_are_at_most_320_lines():
    found = too_large(lengths_of_files(MODULES), 320, allowed_share=0.05)

    assert not found, "\n".join(["More than 5 % of all modules are long:", *found])


def test_no_template_is_over_150_lines():
    found = too_large(lengths_of_files(TEMPLATES), 150)

    assert not found, "\n".join(["Templates with too many lines:", *found])


def test_the_house_stands_on_at_most_15_dependencies():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]

    optional = itertools.chain(*project["optional-dependencies"].values())
    direct = [*project["dependencies"], *optional]

    assert len(direct) <= 15, f"{len(direct)} direct dependencies. Which one can go? {direct}"


def test_every_dependency_says_why_it_is_there():
    text = (ROOT / "pyproject.toml").read_text()
    told = tomllib.loads(text)
    lists = [
        told["project"]["dependencies"],
        *told["project"]["optional-dependencies"].values(),
        *told["dependency-groups"].values(),
    ]

    silent = [name for name in itertools.chain(*lists) if not reason_for(name, text)]

    assert not silent, f"Say in a comment on the same line what it is for: {silent}"


def reason_for(dependency: str, text: str) -> str:
    line = next(line for line in text.splitlines() if f'"{dependency}"' in line)
    return line.partition("#")[2].strip()


def test_a_budget_names_what_is_over_it():
    sizes = {"short": 3, "long": 50, "longest": 90}

    assert too_large(sizes, 90) == []
    assert too_large(sizes, 40) == ["longest: 90, at most 40", "long: 50, at most 40"]
    assert too_large(sizes, 60, allowed_share=0.5) == []
