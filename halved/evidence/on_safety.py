"""What is known about plans for moments of danger. It was studied with trained people, never with a
page that one fills in alone."""

from halved.evidence.claims import Claim, Grade

_ALL = [
    Claim(
        id="plan-made-together",
        sentence="In six studies, people at risk of suicide made a plan for bad moments together with"  # noqa: E501
        " a trained person. Fewer of them went on to act on such thoughts. No change was found in the"  # noqa: E501
        " thoughts themselves.",
        source="Nuij and others 2021, British Journal of Psychiatry 219:419",
        link="https://doi.org/10.1192/bjp.2021.50",
        numbers="Relative risk of suicidal behaviour 0.57 (0.41 to 0.80); 3,536 people",
        grade=Grade.A,
        limits="A trained person took part, and in some places called later. A plan that one writes"
        " alone on a page is not that.",
    ),
    Claim(
        id="plan-with-someone",
        sentence="Researchers read the plans of 1,602 people who had served as soldiers. Some plans"
        " named nobody to turn to for help. In the year after, suicide attempts and deaths were more"  # noqa: E501
        " common among those.",
        source="Chalker and others 2022, Psychiatric Services",
        link="https://doi.org/10.1176/appi.ps.202100699",
        numbers="Odds ratio 2.11 for an attempt or a death within a year",
        grade=Grade.C,
        limits="It shows what goes together, not what causes it. The plans were made with a trained"
        " person, in the United States.",
    ),
]
ON_SAFETY = {claim.id: claim for claim in _ALL}
