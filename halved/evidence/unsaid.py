"""What we decided not to say, and why. It is shown on the same page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Unsaid:
    """Something one could read elsewhere."""

    id: str
    what: str
    why: str


UNSAID = [
    Unsaid(
        "chance-of-a-yes",
        "How likely a yes is, for you",
        "Nobody knows. Guesses from the wording alone do little better than chance. A number would"
        " sound as if we knew.",
    ),
    Unsaid(
        "halves-the-weight",
        "Asking halves the weight",
        "It fits our name, and it is not shown. One set of records seems to show it. But talks that"
        " did not help had been left out of it.",
    ),
    Unsaid(
        "34-times",
        "Asking face to face works 34 times better",
        "That was strangers against cold e-mail. With friends the difference was far smaller.",
    ),
    Unsaid(
        "never-apologise",
        "Never apologise, never say “I hate to ask”",
        "It is popular advice. In the one open record with outcomes, apologies made no clear"
        " difference. “I hate to ask” went with more help.",
    ),
    Unsaid(
        "free-to-refuse",
        "“But you are free to refuse” doubles the yeses",
        "The studies done with most care found no clear effect. We keep the way out because it is"
        " fair.",
    ),
    Unsaid(
        "alone-makes-ill",
        "Managing alone will make you ill",
        "Studies of it point in all directions. Fear is no good reason to ask.",
    ),
    Unsaid(
        "safety-plan-page",
        "Filling in a safety plan on a page prevents suicide",
        "What was studied was a plan made with a trained person, who then called. A page is not"
        " that.",
    ),
    Unsaid(
        "writing-heals",
        "Writing it down heals",
        "Over 146 experiments the effect was very small. Here, writing is for finding words.",
    ),
]
