"""Facts about people in general are told by `halved/evidence` alone, by id, with their source.

The finder knows the turns of phrase such facts begin with. It is a tripwire: a fact told in other
words gets through, and a person still has to read the page.
"""

import ast
import re
from pathlib import Path

import pytest

from halved.evidence import CLAIMS
from halved.wording import LANGUAGES
from tests.house.test_words_of_ours import HOUSE, TEMPLATES, sentences

MODULES = sorted(path for path in HOUSE.rglob("*.py") if "migrations" not in path.parts)
EVIDENCE = HOUSE / "evidence"
WORDING = HOUSE / "wording"
GENTLE = HOUSE / "safety" / "gentle"  # patterns of what others write; nothing in it is shown
WHOM = HOUSE / "directory/searching/facets.py"  # the same of services: whom they say they are for

FACTS = re.compile(
    r"\b(?:most|many|some|few|young|older) (?:people|men|women|students|helpers|friends)\b"
    r"|\bmost of (?:us|them)\b|\bpeople (?:who|often|usually|tend|are|feel|say|like|prefer)\b"
    r"|\b(?:studies|study|research|researchers|experiments?|surveys?|evidence|science)\b"
    r"|\bper cent\b|\d ?%|\bon average\b|\btends? to\b|\b(?:often|usually|typically|generally)\b"
    r"|\b(?:one|two|three|four|nine) (?:in|out of) (?:two|three|four|five|ten|\d+)\b|\bproven?\b"
    r"|\b(?:twice|half) as (?:many|much|likely)\b|\bhalf of\b|\beverybody (?:needs|feels)\b",
    re.IGNORECASE,
)

# Sentences the finder stops at and that state no fact about people in general.
ALLOWED = {
    "Lines are often busy.": "about telephone lines",
    "Many people use this one, so it is tried first.": "counted: the list of common passphrases",
    "It misses at least one in four.": "what our own looking for words misses",
    "It misses at least one in four, and it can be wrong.": "the same",
    "That was tried often.": "about what was just done here",
    "Grades go from A, many studies agree, to D, advice.": "explains the grades of the evidence",
    "Work or study": "the name of an area of life",
    "For children and young people": "whom a line is for",
}


def texts_of(path: Path) -> list[str]:
    """What a module may show: its strings with a space in them, without docstrings."""
    tree = ast.parse(path.read_text())
    silent = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return [
        sentence
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if id(node) not in silent and " " in node.value
        for sentence in sentences(node.value)
    ]


def facts_in(texts: list[str]) -> list[str]:
    return [text for text in texts if FACTS.search(text) and text not in ALLOWED]


def everything_shown() -> dict[Path, list[str]]:
    """Of the rules about words only what they say; patterns and cases are what others write."""
    shown = {path: sentences(path.read_text()) for path in TEMPLATES}
    known = {EVIDENCE, WORDING, GENTLE, WHOM}
    elsewhere = [path for path in MODULES if not known & {path, *path.parents}]
    return shown | {path: texts_of(path) for path in elsewhere} | {WORDING: told_about_words()}


def told_about_words() -> list[str]:
    rules = [rule for language in LANGUAGES.values() for rule in language.rules]
    return [
        sentence
        for rule in rules
        for text in (rule.sentence, rule.suggestion)
        for sentence in sentences(text)
    ]


def test_facts_about_people_come_from_the_evidence():
    found = [
        f"{path.relative_to(HOUSE.parent)}: {fact}"
        for path, texts in everything_shown().items()
        for fact in facts_in(texts)
    ]

    assert not found, "\n".join(["A claim in halved/evidence, or other words:", *found])


def test_what_is_allowed_is_still_said_somewhere():
    said = {text for texts in everything_shown().values() for text in texts}

    assert set(ALLOWED) <= said, f"No longer needed: {set(ALLOWED) - said}"


def test_claims_are_named_by_an_id_that_exists():
    named = {
        name
        for path in MODULES
        for name in re.findall(r'CLAIMS\["([^"]+)"\]', path.read_text())
    }  # fmt: skip

    assert named
    assert named <= set(CLAIMS)


PLANTED = [
    "Most people say yes.",
    "In experiments, asking worked.",
    "Studies show that a walk helps.",
    "About 64 % of students manage alone.",
    "Six in ten people would help: two in three did.",
    "Friends tend to help.",
    "People who ask are liked.",
    "A yes is usually near.",
    "They are twice as likely to agree.",
]


@pytest.mark.parametrize("fact", PLANTED)
def test_a_planted_fact_is_found_in_a_page(fact):
    page = f"{{% extends 'base.html' %}}<p>Breathe. <b>{fact}</b></p>"

    assert facts_in(sentences(page)) == [fact]


def test_a_planted_fact_is_found_in_a_module_but_not_in_its_docstring(tmp_path):
    module = tmp_path / "thoughts.py"
    module.write_text(
        '"""Most people like this module."""\n'
        'WORDS = ("Take your time. "\n    "Most people say yes.")\n'
        'ERROR = f"Most people wait {3} days."\n'
    )

    assert facts_in(texts_of(module)) == ["Most people say yes.", "Most people wait"]


def test_the_evidence_itself_would_be_found():
    told = [sentence for claim in CLAIMS.values() for sentence in sentences(claim.sentence)]

    assert len(facts_in(told)) >= len(CLAIMS) / 2
