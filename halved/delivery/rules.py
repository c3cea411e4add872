"""When a message may leave, and what to do when it does not."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

QUIET_FROM = time(21)
QUIET_UNTIL = time(8)
WEEK = timedelta(days=7)
DAY = timedelta(days=1)
MOST_IN_A_WEEK = 3  # messages to one person from one member
MOST_NEW = 10  # people whom one member never asked by e-mail before, within a day
KNOWN_FOR = timedelta(days=180)  # after this, somebody is new again
RETRIES = tuple(timedelta(minutes=m) for m in (1, 5, 25, 120))
# A worker that claims a message has this long. Longer than SMTP can take with its time limits.
LEASE = timedelta(minutes=10)


def after_quiet_hours(at: datetime, zone: str) -> datetime:
    """`at`, or the next 08:00 when `at` falls between 21:00 and 08:00 in `zone` (IANA name).

    Works on the wall clock there, so nights on which clocks change are right too.
    """
    local = at.astimezone(ZoneInfo(zone))
    if QUIET_UNTIL <= local.time() < QUIET_FROM:
        return at
    day = local.date() + timedelta(days=1 if local.time() >= QUIET_FROM else 0)
    return datetime.combine(day, QUIET_UNTIL, ZoneInfo(zone)).astimezone(at.tzinfo)


def earliest_write(now: datetime, written_at: Sequence[datetime], zone: str) -> datetime:
    """The first moment, from `now` on, at which this member may write to this person again:
    outside quiet hours there, and never a fourth message within seven days."""
    at = now
    recent = sorted(written_at)[-MOST_IN_A_WEEK:]
    if len(recent) == MOST_IN_A_WEEK:
        at = max(at, recent[0] + WEEK)
    return after_quiet_hours(at, zone)


def retry_at(failures: int, now: datetime) -> datetime | None:
    """When to try again after this many failures (1 or more), or None: it did not go out."""
    return now + RETRIES[failures - 1] if failures <= len(RETRIES) else None
