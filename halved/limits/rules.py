"""How often something may be done: a token bucket, kept as one moment.

A bucket holds `most` tokens and fills evenly within `period`. It is full again at a moment that
each taken token puts off by one step. So one number says all about it, and one UPDATE takes a token
(the generic cell rate algorithm of ATM, ITU-T I.371, read as a bucket).
"""

from dataclasses import dataclass
from datetime import timedelta
from math import ceil

MINUTE = 60_000  # milliseconds


@dataclass(frozen=True, slots=True)
class Limit:
    """`most` at once, and `most` in any further `period`. `name` tells its buckets from others."""

    name: str
    most: int
    period: timedelta

    @property
    def step(self) -> int:
        """Milliseconds until one more token is there."""
        return ceil(self.period.total_seconds() * 1000 / self.most)


def room(limit: Limit, now: int) -> tuple[int, int]:
    """Between these two moments lies when a bucket without a token is full again. None can be full
    later, unless a clock was set back: such a one counts as full. Milliseconds since 1970.

    Of several who take at the same moment, one may have looked at the clock before another and come
    after it, so a minute is no clock that was set back.
    """
    return now + (limit.most - 1) * limit.step, now + limit.most * limit.step + MINUTE


def full_at_after(limit: Limit, full_at: int, now: int) -> int | None:
    """When it is full again once a token is taken; None when there is none to take."""
    soon, never = room(limit, now)
    if soon < full_at <= never:
        return None
    return (now if full_at > never else max(full_at, now)) + limit.step


def wait(limit: Limit, full_at: int, now: int) -> timedelta:
    """How long until there is a token; 0 when there is one."""
    soon, never = room(limit, now)
    return timedelta(milliseconds=full_at - soon if soon < full_at <= never else 0)
