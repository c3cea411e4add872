"""When to ask how heavy it is, what an ask came to, and what many guesses say beside many answers.

Plain rows and `now` go in, decisions come out. Nothing here reads a clock, a store or words.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import sqrt
from typing import Protocol

from halved.asks.rules import HELP, WAITS, Answer, AskState


class Moment(StrEnum):
    """The moments of an ask at which a weight may be noted; each is a moment of a check-in."""

    BEFORE_ASKING = "before_asking"
    AFTER_ASKING = "after_asking"
    AFTER_HELP = "after_help"
    THREE_DAYS_LATER = "three_days_later"


AFTERWARDS = (Moment.AFTER_ASKING, Moment.AFTER_HELP, Moment.THREE_DAYS_LATER)


class Outcome(StrEnum):
    """What an ask came to: the best answer, or none."""

    YES = "yes"
    PART = "part"
    LATER = "later"
    NO = "no"
    SILENCE = "silence"


class Guess(StrEnum):
    """What somebody guessed before asking."""

    NO = "no"  # 0 to 4 of 10
    MIDDLE = "middle"  # 5 of 10
    YES = "yes"  # 6 to 10 of 10


class Lies(StrEnum):
    """Where the guesses lie, beside the band of what happened."""

    BELOW = "below"
    INSIDE = "inside"
    ABOVE = "above"


THREE_DAYS = timedelta(days=3)
LAPSES = timedelta(days=7)  # after this it is no longer three days later, and is not asked
ENOUGH = 10  # guesses with an outcome; with fewer there are counts and no picture
CAME = frozenset({Outcome.YES, Outcome.PART})
_CONFIDENCE = 1.645  # standard deviations: of 100 bands drawn so, about 90 hold the true share
_ENDED = frozenset({AskState.ANSWERED, AskState.EXHAUSTED, AskState.CLOSED})


class AskRow(Protocol):
    state: str
    pace: str
    closed_at: datetime | None


class PersonRow(Protocol):
    answer: str
    asked_at: datetime | None
    answered_at: datetime | None
    undelivered_at: datetime | None


# --- one ask ----------------------------------------------------------------------------------


def outcome(ask: AskRow, people: Sequence[PersonRow]) -> Outcome | None:
    """What an ask came to; None while somebody may still answer, or if it was taken back before
    silence could be told from waiting."""
    answers = [row.answer for row in people if row.answer]
    best = next((answer for answer in Answer if answer in HELP and answer in answers), None)
    if best:
        return Outcome(best)
    if ask.state not in (AskState.EXHAUSTED, AskState.CLOSED):
        return None
    if answers:
        return Outcome.NO
    return Outcome.SILENCE if _was_silence(ask, people) else None


def _was_silence(ask: AskRow, people: Sequence[PersonRow]) -> bool:
    """Whether somebody was really asked, and all of them had the whole time to answer."""
    asked = [row.asked_at for row in people if row.asked_at and not row.undelivered_at]
    if ask.closed_at is None:
        return bool(asked)
    time = sum(WAITS[ask.pace], timedelta())
    return bool(asked) and all(ask.closed_at - at >= time for at in asked)


def ended_at(ask: AskRow, people: Sequence[PersonRow]) -> datetime | None:
    """When an ask came to something: the latest answer, or the end of an ask without one. None
    while it is open. A "later" does not count: the help is still to come."""
    if ask.state not in _ENDED:
        return None
    answered = [row.answered_at for row in people if row.answer != Answer.LATER]
    return max((at for at in answered if at), default=ask.closed_at)


def asks_three_days_later(
    ended: datetime | None, noted: Collection[str], settled: bool, now: datetime
) -> bool:
    """Whether to ask how heavy it is three days after an ask came to something. It is asked once:
    not when it was `settled`, by a weight or by leaving it out, and not of those who noted
    nothing around this ask."""
    if ended is None or settled or not noted:
        return False
    return THREE_DAYS <= now - ended < LAPSES


def moment_to_ask(people: Sequence[PersonRow], is_three_days_later: bool) -> Moment:
    """Which weight the page of an ask that is out asks for now."""
    if is_three_days_later:
        return Moment.THREE_DAYS_LATER
    helped = any(row.answer in CAME for row in people)
    return Moment.AFTER_HELP if helped else Moment.AFTER_ASKING


def change(weights: Mapping[Moment, int]) -> tuple[int, int] | None:
    """The weight before asking and the latest one afterwards, or None if one is missing."""
    before = weights.get(Moment.BEFORE_ASKING)
    after = [weights[moment] for moment in AFTERWARDS if moment in weights]
    return None if before is None or not after else (before, after[-1])


# --- many asks --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Guessed:
    """A guess, 0 (surely a no) to 10 (surely a yes), and what came."""

    likely: int
    outcome: Outcome

    @property
    def guess(self) -> Guess:
        if self.likely == 5:
            return Guess.MIDDLE
        return Guess.NO if self.likely < 5 else Guess.YES

    @property
    def came(self) -> bool:
        """Whether a yes came, or a part of one."""
        return self.outcome in CAME


def enough_for_a_picture(rows: Sequence[Guessed]) -> bool:
    """With fewer than ten, a share would say more than is known: then plain counts are told."""
    return len(rows) >= ENOUGH


def by_guess(rows: Sequence[Guessed]) -> dict[Guess, list[Guessed]]:
    """The rows under what was guessed, noes first; without guesses that were never made."""
    order = list(Outcome)
    found = {guess: [row for row in rows if row.guess == guess] for guess in Guess}
    return {
        guess: sorted(group, key=lambda row: order.index(row.outcome))
        for guess, group in found.items()
        if group
    }


@dataclass(frozen=True)
class Share:
    """How many of ten asks came to a yes, or a part of one, and the band around it: all 0 to 10.
    `guessed` is what the guesses together came to, of ten."""

    guessed: float
    came: float
    low: float
    high: float

    @property
    def guesses_lie(self) -> Lies:
        if self.guessed < self.low:
            return Lies.BELOW
        return Lies.ABOVE if self.guessed > self.high else Lies.INSIDE


def share(rows: Sequence[Guessed]) -> Share:
    """The share of what came, with its Wilson interval. Raises ValueError without enough rows."""
    if not enough_for_a_picture(rows):
        raise ValueError("too few for a share")
    came, count = sum(row.came for row in rows), len(rows)
    low, high = wilson(came, count)
    guessed = sum(row.likely for row in rows) / count
    return Share(guessed, 10 * came / count, 10 * low, 10 * high)


def wilson(came: int, count: int) -> tuple[float, float]:
    """The interval that a share of `came` in `count` lies in, 0 to 1: drawn like this, about 90
    of 100 hold the true share (Wilson 1927). `count` is at least 1."""
    z2 = _CONFIDENCE**2
    middle = (came + z2 / 2) / (count + z2)
    half = _CONFIDENCE * sqrt(came * (count - came) / count + z2 / 4) / (count + z2)
    return max(0.0, middle - half), min(1.0, middle + half)
