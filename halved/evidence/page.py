"""All that is known, and what we do not say, as a page for docs/."""

from halved.evidence.claims import ON_ASKING, Claim, Grade
from halved.evidence.on_safety import ON_SAFETY
from halved.evidence.on_wording import ON_WORDING
from halved.evidence.unsaid import UNSAID, Unsaid

GRADES = {
    Grade.A: "a review of many studies, or several experiments, agree",
    Grade.B: "several studies, or one large one",
    Grade.C: "one small study, or one that only shows what goes together",
    Grade.D: "what experienced people advise",
}

_HEAD = """# What is known, and what is not

Written by `python -m halved.evidence > docs/evidence.md` from the data in `halved/evidence`.
Change it there.

Every fact about people that Halved tells stands here, with its source, its grade and its limits.
Where we could not check the address of a source, there is no link.

| grade | what it means |
|---|---|
"""


def as_markdown() -> str:
    """The page, from the data alone."""
    grades = "".join(f"| {grade} | {meaning} |\n" for grade, meaning in GRADES.items())
    asking = "".join(_claim(claim) for claim in ON_ASKING.values())
    safety = "".join(_claim(claim) for claim in ON_SAFETY.values())
    words = "".join(_claim(claim) for claim in ON_WORDING.values())
    unsaid = "".join(_unsaid(item) for item in UNSAID)
    return (
        f"{_HEAD}{grades}\n## About asking\n{asking}"
        f"\n## About moments of danger\n{safety}\n## About words\n{words}"
        f"\n## What we decided not to say\n{unsaid}"
    )


def _claim(claim: Claim) -> str:
    source = f"[{claim.source}]({claim.link})" if claim.link else claim.source
    return (
        f"\n### {claim.id}\n\n{claim.sentence}\n\n- Source: {source}\n- Numbers: {claim.numbers}\n"
        f"- Grade: {claim.grade}\n- Limits: {claim.limits}\n"
    )


def _unsaid(item: Unsaid) -> str:
    return f"\n### {item.id}\n\n**{item.what}.** {item.why}\n"
