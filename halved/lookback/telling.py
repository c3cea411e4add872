"""What many guesses and answers say together, in sentences."""

from collections.abc import Sequence

from halved.lookback import rules
from halved.lookback.rules import Guess, Guessed, Lies, Outcome

GUESSED = {
    Guess.NO: "You guessed a no",
    Guess.MIDDLE: "You guessed the middle",
    Guess.YES: "You guessed a yes",
}
CAME_TO = {
    Outcome.YES: "a yes",
    Outcome.PART: "a yes, but less",
    Outcome.LATER: "later",
    Outcome.NO: "a no",
    Outcome.SILENCE: "no answer",
}
LIES = {
    Lies.BELOW: "Your guesses lie below the band. More came than you guessed.",
    Lies.INSIDE: "Your guesses lie inside the band. They fit what happened.",
    Lies.ABOVE: "Your guesses lie above the band. Less came than you guessed.",
}
_NUMBERS = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


def counts(rows: Sequence[Guessed]) -> list[str]:
    """What was guessed and how it came, a line for each guess. For fewer than ten rows."""
    return [
        f"{GUESSED[guess]} {_times(len(group))}. {_came(group)}"
        for guess, group in rules.by_guess(rows).items()
    ]


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{_NUMBERS[count]} times")


def _came(group: Sequence[Guessed]) -> str:
    if len(group) == 1:
        return f"It came to {CAME_TO[group[0].outcome]}."
    came = sum(row.came for row in group)
    who = "Both" if came == len(group) == 2 else "All" if came == len(group) else _NUMBERS[came]
    were = "was" if came <= 1 else "were"
    return f"{who.capitalize()} of them {were} a yes, or a part."


def of_share(rows: Sequence[Guessed]) -> list[str]:
    """What the picture shows. Raises ValueError for fewer rows than it needs."""
    share = rules.share(rows)
    came = sum(row.came for row in rows)
    return [
        f"Taken together, you guessed {number(share.guessed)} of 10.",
        f"{came} of {len(rows)} asks came to a yes, or a part: {number(share.came)} of 10.",
        f"The band goes from {number(share.low)} to {number(share.high)}.",
        LIES[share.guesses_lie],
    ]


def number(value: float) -> str:
    """One place behind the point, if it says anything."""
    return f"{value:.1f}".removesuffix(".0")
