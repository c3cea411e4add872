"""Carry on, or ask? A rule of thumb over the person's own record.

Nobody has validated it, and the page says so. It goes back to evidence §2.5: red signs say ask
now; two yellow signs say ask; one says set a line; green signs say what speaks for going on.
What is left out never counts against anyone. Green signs decide nothing but the day to look again:
they never outweigh red or yellow ones.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum
from itertools import takewhile

from halved.reflection.record import Cost, Moved, Record, Tried, Weighed

__all__ = ["Cost", "Moved", "Record", "Tried", "Weighed"]


class Outcome(IntEnum):
    """In order: each asks more than the one before. All three are of equal dignity."""

    CARRY_ON = 0
    SET_LINE = 1
    ASK_NOW = 2


class Colour(StrEnum):
    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"


# --- the table: every threshold stands here, and nowhere else ---------------------------------

SAME_WAY_TRIES = 3  # the same way, since it last moved anything
STANDSTILL_TRIES = 10  # any way, since anything last moved
LOOK_BACK = timedelta(days=14)  # how long a cost or a weight must have had to rise
COST_RISE = 1  # steps of three, in any one area
WEIGHT_RISE = 2  # steps of eleven
YELLOWS_TO_ASK = 2
IMPROVING_TRIES = 2  # the latest ones that moved something
DIFFERENT_TRIES = 3  # the latest ones, each another way
LOOK_AGAIN = timedelta(days=7)
LOOK_AGAIN_GREEN = timedelta(days=14)  # with enough green signs
GREENS_TO_WAIT = 2
DAYS_LISTED = 4  # in an explanation; more are counted

AREAS = {
    "sleep": "Sleep",
    "money": "Money",
    "work": "Work or study",
    "people": "People",
    "body": "Body",
}
LEVELS = ("none", "some", "a lot")

# Questions whose yes is a sign by itself. Leaving them out is fine.
RED_QUESTIONS = {
    "safety": "I have thought of dying, of hurting myself or someone, or I am not safe.",
    "basic_need": "Food, a place to live, or medicine is at stake.",
    "outgrowing": "It grows faster than I can act.",
    "deadline": "There is a date that I will miss alone.",
    "someone_pays": "Someone else pays for my waiting.",
}
YELLOW_QUESTIONS = {
    "cheap_for_someone": "For someone I know it would be ten minutes. For me it is hard.",
    "would_want_to_know": "If a friend were in my place, I would want them to ask me.",
    "hiding": "I have been hiding it.",
    "know_what_is_missing": "I can say exactly what is missing.",
}
GREEN_QUESTIONS = {
    "learning": "Finding it out myself is the point.",
    "next_step": "I know the next step.",
}
# Of these, help now stands first.
ABOUT_SAFETY = frozenset({"safety", "basic_need"})
# Reasons not to ask that are about oneself and not about the task.
ABOUT_ME = {
    "self_reliance": "I should manage this myself",
    "shame": "I am ashamed, or would look weak",
    "burden": "I would be a burden",
}


@dataclass(frozen=True)
class Sign:
    """One sign, in a sentence, and the person's own entries that led to it."""

    id: str
    colour: Colour
    sentence: str
    because: str = ""


@dataclass(frozen=True)
class Advice:
    """What the rule of thumb says, the signs that decided, and those that speak beside them."""

    outcome: Outcome
    decided: tuple[Sign, ...]
    beside: tuple[Sign, ...]
    look_on: date


def advise(record: Record, today: date) -> Advice:
    """The outcome, with exactly the signs that decided it.

    A worse record never gives a milder outcome; the order of entries does not matter.
    """
    signs = all_signs(record, today)
    greens = [sign for sign in signs if sign.colour == Colour.GREEN]
    look_on = today + (LOOK_AGAIN_GREEN if len(greens) >= GREENS_TO_WAIT else LOOK_AGAIN)
    if record.stop_on and today < record.stop_on < look_on:
        look_on = record.stop_on
    return decide(signs, look_on)


def decide(signs: Iterable[Sign], look_on: date) -> Advice:
    """What these signs come to. Reds decide before yellows, and nothing speaks for carrying on
    more strongly than that nothing speaks against it."""
    signs = list(signs)
    reds = tuple(sign for sign in signs if sign.colour == Colour.RED)
    yellows = tuple(sign for sign in signs if sign.colour == Colour.YELLOW)
    decided = reds or yellows
    if reds or len(yellows) >= YELLOWS_TO_ASK:
        outcome = Outcome.ASK_NOW
    else:
        outcome = Outcome.SET_LINE if yellows else Outcome.CARRY_ON
    beside = tuple(sign for sign in signs if sign not in decided)
    return Advice(outcome, decided, beside, look_on)


def is_about_safety(advice: Advice) -> bool:
    """Whether help now is to stand first."""
    return any(sign.id in ABOUT_SAFETY for sign in advice.decided)


SAID = {
    Outcome.CARRY_ON: "carry on",
    Outcome.SET_LINE: "set a line",
    Outcome.ASK_NOW: "ask now",
}


def what_would_change(advice: Advice) -> list[str]:
    """What would have to be different for another outcome, in short true sentences.

    Where safety is at stake nothing else counts, and no sentence invites to bargain with it.
    """
    if is_about_safety(advice):
        return ["As long as this is so, it is: ask now. Nothing else changes that."]
    if not advice.decided:
        return ["One yellow sign would make it: set a line. Two, or a red one: ask now."]
    signs = [*advice.decided, *advice.beside]
    said = []
    for sign in advice.decided:
        rest = [other for other in signs if other != sign]
        outcome = decide(rest, advice.look_on).outcome
        if outcome != advice.outcome:
            said.append(f"Without “{sign.sentence.rstrip('.')}” it would be: {SAID[outcome]}.")
    if not said:
        said.append("No single one of these changes it. Each of them has others beside it.")
    if len(advice.decided) > 1:
        outcome = decide(advice.beside, advice.look_on).outcome
        said.append(f"With none of them it would be: {SAID[outcome]}.")
    if advice.outcome == Outcome.SET_LINE:
        said.append("One more sign against it would make it: ask now.")
    return said


def all_signs(record: Record, today: date) -> list[Sign]:
    """Every sign in the record, red first."""
    found = [
        *_answered(record, RED_QUESTIONS, Colour.RED),
        _standstill(record),
        _same_way(record),
        _cost_rises(record),
        _weight_rises(record),
        _pulling_back(record),
        _about_me(record),
        *_answered(record, YELLOW_QUESTIONS, Colour.YELLOW),
        _improving(record),
        _each_different(record),
        _cost_flat(record),
        _stop_date(record, today),
        *_answered(record, GREEN_QUESTIONS, Colour.GREEN),
    ]
    order = list(Colour)
    return sorted((sign for sign in found if sign), key=lambda sign: order.index(sign.colour))


def _answered(record: Record, questions: dict[str, str], colour: Colour) -> list[Sign]:
    return [
        Sign(name, colour, words, "You said so.")
        for name, words in questions.items()
        if name in record.yes
    ]


def _in_order(rows: Iterable[Tried]) -> list[Tried]:
    """Oldest first; of one day in the order that helps least."""
    order = [Moved.YES, Moved.LITTLE, Moved.NO]
    return sorted(rows, key=lambda row: (row.on, order.index(row.moved), _way(row), row.way))


def _since_it_moved(rows: Iterable[Tried]) -> list[Tried]:
    """The attempts at the end that moved nothing."""
    rows = _in_order(rows)
    stuck = list(takewhile(lambda row: row.moved == Moved.NO, reversed(rows)))
    return stuck[::-1]


def _latest(record: Record, count: int) -> list[Tried]:
    return _in_order(record.tried)[-count:]


def _way(row: Tried) -> str:
    return " ".join(row.way.casefold().split())


def _day(day: date) -> str:
    return f"{day.day} {day:%B}"


def _days(rows: Iterable[Tried]) -> str:
    days = sorted({row.on for row in rows})
    if len(days) > DAYS_LISTED:
        return f"{len(days)} days from {_day(days[0])} to {_day(days[-1])}"
    return ", ".join(_day(day) for day in days)


def _standstill(record: Record) -> Sign | None:
    stuck = _since_it_moved(record.tried)
    if len(stuck) < STANDSTILL_TRIES:
        return None
    sentence = f"Your last {len(stuck)} tries have not moved it."
    return Sign("standstill", Colour.RED, sentence, f"You noted this on {_days(stuck)}.")


def _same_way(record: Record) -> Sign | None:
    ways: dict[str, list[Tried]] = {}
    for row in record.tried:
        ways.setdefault(_way(row), []).append(row)
    stuck = [
        (len(rows), way, rows) for way, tried in ways.items() if (rows := _since_it_moved(tried))
    ]
    _, _, most = max(stuck, default=(0, "", []))
    if len(most) < SAME_WAY_TRIES:
        return None
    sentence = f"You tried the same thing {len(most)} times, and it has not moved."
    because = f"“{most[-1].way.strip()}”, on {_days(most)}."
    return Sign("same_way", Colour.YELLOW, sentence, because)


Note = tuple[date, int]


def _then_and_now(notes: Iterable[Note]) -> tuple[Note, Note] | None:
    """The latest note, and the last one from at least two weeks before it. Of one day, the pair
    that is furthest apart."""
    notes = list(notes)
    now = max(notes, default=None)
    before = [note for note in notes if now and now[0] - note[0] >= LOOK_BACK]
    if now is None or not before:
        return None
    last_day = max(day for day, _ in before)
    return min(note for note in before if note[0] == last_day), now


def _costs(record: Record) -> dict[str, tuple[Note, Note]]:
    """Then and now of each area that was noted both times. An area left out says nothing."""
    found = {
        area: _then_and_now(
            (row.on, row.levels[area]) for row in record.costs if area in row.levels
        )
        for area in AREAS
    }
    return {area: both for area, both in found.items() if both}


def _cost_rises(record: Record) -> Sign | None:
    changes = [
        f"{AREAS[area]}: “{LEVELS[then[1]]}” on {_day(then[0])},"
        f" “{LEVELS[now[1]]}” on {_day(now[0])}."
        for area, (then, now) in _costs(record).items()
        if now[1] - then[1] >= COST_RISE
    ]
    if not changes:
        return None
    return Sign("cost_rises", Colour.YELLOW, "It costs more than before.", " ".join(changes))


def _weight_rises(record: Record) -> Sign | None:
    both = _then_and_now((row.on, row.weight) for row in record.weights)
    if both is None or both[1][1] - both[0][1] < WEIGHT_RISE:
        return None
    then, now = both
    because = f"It was {then[1]} on {_day(then[0])}, and {now[1]} on {_day(now[0])}."
    return Sign("weight_rises", Colour.YELLOW, "It is heavier than before.", because)


def _pulling_back(record: Record) -> Sign | None:
    """Weight that rises while the wish to ask falls is never read as coping (evidence §2.5,
    help-negation). Any earlier day counts, however short ago or long."""
    wished = [(row.on, row.weight, row.wish) for row in record.weights if row.wish is not None]
    last_day = max((day for day, _, _ in wished), default=None)
    latest = [row for row in wished if row[0] == last_day]
    pairs = [
        (then, now)
        for now in latest
        for then in wished
        if then[0] < now[0] and then[1] < now[1] and then[2] > now[2]
    ]
    if not pairs:
        return None
    then, now = max(pairs)
    because = (
        f"On {_day(then[0])} it weighed {then[1]}, and your wish to ask was {then[2]}."
        f" On {_day(now[0])} it weighed {now[1]}, and your wish was {now[2]}."
    )
    return Sign(
        "pulling_back", Colour.YELLOW, "It gets heavier, and you want to ask less.", because
    )


def _about_me(record: Record) -> Sign | None:
    mine = [words for kind, words in ABOUT_ME.items() if kind in record.barriers]
    if not mine:
        return None
    sentence = "Something that keeps you from asking is about you, not about the task."
    because = f"You picked {' and '.join(f'“{words}”' for words in mine)}."
    return Sign("about_me", Colour.YELLOW, sentence, because)


def _improving(record: Record) -> Sign | None:
    latest = _latest(record, IMPROVING_TRIES)
    if len(latest) < IMPROVING_TRIES or any(row.moved == Moved.NO for row in latest):
        return None
    sentence = "What you tried last has moved it."
    return Sign("improving", Colour.GREEN, sentence, f"You noted this on {_days(latest)}.")


def _each_different(record: Record) -> Sign | None:
    latest = _latest(record, DIFFERENT_TRIES)
    if len({_way(row) for row in latest}) < DIFFERENT_TRIES:
        return None
    sentence = "You try it another way each time."
    return Sign("each_different", Colour.GREEN, sentence, f"You did on {_days(latest)}.")


def _cost_flat(record: Record) -> Sign | None:
    costs = _costs(record)
    if not costs or any(now[1] - then[1] >= COST_RISE for then, now in costs.values()):
        return None
    since = min(then[0] for then, _ in costs.values())
    sentence = f"It costs no more than on {_day(since)}."
    return Sign("cost_flat", Colour.GREEN, sentence, "You noted the costs both times.")


def _stop_date(record: Record, today: date) -> Sign | None:
    if record.stop_on is None or record.stop_on <= today:
        return None
    sentence = f"You set yourself a date to stop: {_day(record.stop_on)}."
    return Sign("stop_date", Colour.GREEN, sentence, "It is still to come.")
