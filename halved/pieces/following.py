"""What a change of one piece means for those after it in its series.

Each of them is changed in what was changed of the one, and in nothing else. It keeps its own day,
or moves by as many days as the one did. What was changed on its own before is none of them.
"""

from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta


@dataclass(frozen=True)
class About:
    """What a piece says, in the member's words, and how many people it needs."""

    what: str
    where: str = ""
    leave_out: str = ""  # what not to bring, or not to do
    places: int = 1


@dataclass(frozen=True)
class Look:
    """A piece as people see it: from when to when on the clock on the wall, and what it says."""

    starts: datetime  # without a zone
    ends: datetime
    about: About

    @property
    def hours(self) -> tuple[object, timedelta]:
        """When on a day, and how long."""
        return self.starts.time(), self.ends - self.starts


def follow(own: Look, before: Look, after: Look, days: int) -> Look:
    """How a later piece looks when those of its series no longer look like `before` but like
    `after`, and come so many `days` later than they did."""
    old, new = asdict(before.about), asdict(after.about)
    changed = {name: value for name, value in new.items() if value != old[name]}
    about = replace(own.about, **changed)
    if not days and before.hours == after.hours:
        return replace(own, about=about)
    day = own.starts.date() + timedelta(days=days)
    starts = datetime.combine(day, after.starts.time())
    return Look(starts, starts + (after.ends - after.starts), about)
