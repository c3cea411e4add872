"""The pages of an archive: what a person wrote, under plain words, to be read without Halved."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format

from halved.archive.contents import Values
from halved.reflection.rules import Outcome
from halved.safety.parts import PARTS

Fact = tuple[str, str]  # a label, which may be empty, and the text


@dataclass(frozen=True)
class Kind:
    """How the rows of one model are shown: under which title, which fields, below what else."""

    title: str
    labels: Mapping[str, str]
    below: str = ""  # the field with the id of what it belongs to


@dataclass(frozen=True)
class Shown:
    """One thing on a page, and what belongs to it."""

    title: str
    facts: list[Fact]
    parts: list["Shown"] = field(default_factory=list)


KINDS = {
    "reflection.Concern": Kind(
        "Something you carry",
        {
            **{"words": "", "since": "Since", "better": "What would count as better"},
            **{"stop_on": "A date to stop", "created_at": "Put down"},
            "put_away_at": "Put away",
        },
    ),
    "reflection.CheckIn": Kind(
        "How heavy it was",
        {
            **{"at": "When", "moment": "At which moment", "weight": "Weight, 0 to 10"},
            **{"line": "", "wish": "Wish to ask, 0 to 10"},
        },
        "concern_id",
    ),
    "reflection.Attempt": Kind(
        "What you tried",
        {"what": "", "on": "When", "moved": "Did it move anything?", "at": "Noted"},
        "concern_id",
    ),
    "reflection.Cost": Kind(
        "What it cost, 0 to 2", {"levels": "", "at": "Noted"}, "concern_id"
    ),
    "reflection.Barrier": Kind(
        "What gets in the way", {"kind": "", "words": "", "at": "Noted"}, "concern_id"
    ),
    "reflection.Weighing": Kind(
        "Carry on, or ask?",
        {
            **{"at": "When", "yes": "Answered with yes", "outcome": "The rule of thumb said"},
            **{"signs": "Its signs", "look_on": "It would look again", "choice": "You chose"},
            **{"again_on": "You look again", "otherwise": "How you see it"},
        },
        "concern_id",
    ),
    "reflection.Intention": Kind(
        "Your plan", {"trigger": "If", "state": "How it stands", "due_at": "When"}, "concern_id"
    ),
    "asks.Ask": Kind(
        "An ask",
        {
            **{"words": "", "kinds": "Kinds of help", "state": "How it stands"},
            **{"order": "Order", "pace": "Pace", "created_at": "Begun", "opened_at": "Asked"},
            **{"closed_at": "Closed", "said_back": "What you could say back"},
            **{"silenced": "Notes on words left out"},
        },
    ),
    "asks.Invitation": Kind(
        "A person you asked",
        {
            **{"name": "Who", "words": "What they read", "way": "How", "state": "How it stands"},
            **{"asked_at": "Asked", "reminded_at": "Reminded", "answer": "Their answer"},
            **{"reply": "In their words", "answered_at": "Answered", "thanks": "Your thanks"},
        },
        "ask_id",
    ),
    "asks.Remark": Kind(
        "A few words to and fro",
        {"author": "From", "words": "", "said_at": "When"},
        "invitation_id",
    ),
    "pieces.Piece": Kind(
        "A piece of help",
        {
            **{"words": "", "location": "Where", "starts_at": "From", "ends_at": "To"},
            **{"places": "People needed", "cancelled_at": "Called off", "closed_at": "Closed"},
        },
        "ask_id",
    ),
    "pieces.Claim": Kind(
        "Who took it", {"name": "Called", "taken_at": "When"}, "piece_id"
    ),
    "lookback.Forecast": Kind(
        "Your guess", {"likely": "How likely a yes seemed, 0 to 10"}, "ask_id"
    ),
    "circle.Contact": Kind(
        "A person you may ask",
        {
            **{"name": "", "relation": "Who they are", "phone": "Phone", "email": "E-mail"},
            **{"in_person": "In person", "kinds": "Good at", "timezone": "Time zone"},
            **{"profession": "What they do", "inner": "Closest to you"},
            **{"rest_until": "Resting until"},
        },
    ),
    "circle.Enquiry": Kind(
        "On your list",
        {
            **{"words": "Words for a first call", "notes": "Notes", "tries": "Tries"},
            **{"follow_up_on": "Follow up", "created_at": "Put on the list"},
        },
        "contact_id",
    ),
    "safety.SafetyPlan": Kind("Your safety plan", {"parts": "", "changed_on": "Changed"}),
    "lookback.Given": Kind("Help you gave", {"words": "", "whom": "Whom", "on": "When"}),
    "accounts.HeldForm": Kind(
        "Sent while the room was locked", {"form": "", "held_at": "When"}
    ),
}  # fmt: skip

# What codes mean, in the fields that hold one.
CODED = {"state", "order", "pace", "way", "moment", "answer", "author", "outcome", "choice"}
SAID: dict[str | int, str] = {
    **{"in_turn": "one after the other", "together": "everybody at once"},
    **{"hours": "in hours", "days": "in days", "week": "in a week"},
    **{"draft": "not sent", "open": "out", "answered": "answered", "closed": "closed"},
    **{"exhausted": "nobody is left on the list", "planned": "not asked", "asked": "asked"},
    **{"reminded": "reminded", "passed_on": "no answer", "withdrawn": "taken back"},
    **{"in_person": "in person", "call": "by phone", "message": "by message"},
    **{"link": "by a private link", "email": "by e-mail", "member": "you"},
    **{"today": "on the day", "before_asking": "before asking", "after_asking": "after asking"},
    **{"after_help": "after help", "three_days_later": "three days later"},
    **{"part": "yes, but less", "set": "it holds", "come": "it has come", "dropped": "dropped"},
    **{outcome.value: outcome.name.replace("_", " ").lower() for outcome in Outcome},
}
NAMES = {part.name: part.title for part in PARTS}
ONLY_FOR_US = {"id", "colour"}

# {file: (title, what stands on it)}
PAGES = {
    "carrying.html": ("What you carry", ["reflection.Concern", "reflection.CheckIn"]),
    "asks.html": ("What you asked", ["asks.Ask"]),
    "circle.html": ("Your circle", ["circle.Contact"]),
    "more.html": (
        "Your safety plan, help you gave, and what was kept",
        ["safety.SafetyPlan", "lookback.Given", "accounts.HeldForm"],
    ),
}


class Book:
    """Every row that was written down so far, found by what it belongs to."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Values]] = {}

    def page(self, labels: Sequence[str]) -> Iterator[Shown]:
        """Each thing with what belongs to it. Below nothing, it stands by itself."""
        for label in labels:
            below = KINDS[label].below
            for row in self.rows.get(label, ()):
                if not below or row[below] is None:
                    yield self._shown(label, row)

    def _shown(self, label: str, row: Values) -> Shown:
        kind = KINDS[label]
        facts = [(name, _fact(key, row.get(key))) for key, name in kind.labels.items()]
        parts = [
            self._shown(other, part)
            for other, about in KINDS.items()
            if about.below and about.below == _key_to(label)
            for part in self.rows.get(other, ())
            if part[about.below] == row["id"]
        ]
        return Shown(kind.title, [(name, text) for name, text in facts if text], parts)


def _key_to(label: str) -> str:
    """What a row calls the id of a row of this model."""
    return f"{label.partition('.')[2].lower()}_id"


def _fact(key: str, value: Any) -> str:
    if key == "author" and value == "asked":
        return "them"
    is_code = key in CODED and isinstance(value, str | int)
    return SAID.get(value, str(value)) if is_code else told(value)


def told(value: Any) -> str:
    """A value in plain text; nothing for what was left out."""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, list):
        lines = "\n" if any(isinstance(each, dict | list) for each in value) else ", "
        return lines.join(filter(None, map(told, value)))
    if isinstance(value, dict):
        said = ((name, told(each)) for name, each in value.items() if name not in ONLY_FOR_US)
        return "\n".join(f"{_name(name)}: {text}" for name, text in said if text)
    return _moment(value) if isinstance(value, str) else "" if value is None else str(value)


def _name(key: str) -> str:
    return NAMES.get(key, key.replace("_", " "))


def _moment(text: str) -> str:
    """A day or a moment as people write it, on the member's clock; any other text as it is."""
    try:
        if len(text) == len("2027-03-01"):
            return date_format(date.fromisoformat(text), "j F Y")
        if text[10:11] == "T":
            at = timezone.localtime(datetime.fromisoformat(text))
            return date_format(at, "j F Y, H:i")
    except ValueError:
        pass
    return text
