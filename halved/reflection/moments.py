"""Moments of plans, on the clock of the person who made them."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MORNING = time(9)
FARTHEST = timedelta(days=3660)  # ten years


def moment(day: date, hour: time | None, zone: str) -> datetime:
    """When it is `hour` on `day` in `zone` (IANA name), nine in the morning if no hour is named.

    An hour that a clock change leaves out becomes the one after it. Of an hour that comes twice,
    the first counts.
    """
    return datetime.combine(day, hour or MORNING, ZoneInfo(zone)).astimezone(ZoneInfo("UTC"))


def morning_after(now: datetime, days: int, zone: str) -> datetime:
    """Nine in the morning, so many days on, in `zone`: never by night, however late it is."""
    return moment(now.astimezone(ZoneInfo(zone)).date() + timedelta(days=days), MORNING, zone)
