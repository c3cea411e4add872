"""What people who were asked report to the operator, and how the operator reads it. Whoever asks is
not told."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils.timezone import localtime

from halved.delivery.actions import enqueue
from halved.delivery.models import Message, Report, place_hash

MOST = 3  # from one link
TICKED = {
    "words": "In their words",
    "name": "Who asks, by the name they gave",
    "account": "The account of who asks",
    "ask": "What they were asked",
    "address": "How to reach who reports it",
}


def report(*, place: object, about: str, shown: dict[str, Any], now: datetime) -> bool:
    """Keeps a report for the operator and lets them know. False when three came from this place
    before. Inside a transaction that holds the place, so that they are counted one by one."""
    hashed = place_hash(place)
    if Report.objects.filter(place=hashed).count() >= MOST:
        return False
    row = Report(about=about, place=hashed, reported_at=now)
    row.shown = shown
    row.save(force_insert=True)
    waiting = Message.objects.filter(kind=Message.Kind.REPORT, state=Message.State.WAITING)
    if settings.CAN_MAIL and settings.OPERATOR_EMAIL and not waiting.exists():
        letter = {"to": settings.OPERATOR_EMAIL}
        enqueue(Message.Kind.REPORT, member_id=None, letter=letter, about=None, at=now)
    return True


# --- for the operator -------------------------------------------------------------------------


def open_or_all(*, everything: bool) -> QuerySet[Report]:
    """What waits for the operator, the oldest first, or all there ever was."""
    return Report.objects.all() if everything else Report.objects.filter(done_at=None)


def open_but_from(places: Iterable[object]) -> QuerySet[Report]:
    """What waits, but for what came from these places."""
    return Report.objects.filter(done_at=None).exclude(place__in=[place_hash(p) for p in places])


def shown_by(row: Report) -> list[tuple[str, str]]:
    """(title, text) of everything that whoever reported it chose to show."""
    shown = row.shown or {}
    return [(title, shown[name]) for name, title in TICKED.items() if shown.get(name)]


def found(number: str) -> QuerySet[Report]:
    """The reports whose number begins like this: one, unless it was too short or there is none."""
    plain = number.replace("-", "").casefold()
    some = [row.pk for row in Report.objects.only("pk") if plain and row.pk.hex.startswith(plain)]
    return Report.objects.filter(pk__in=some)


def told(row: Report) -> str:
    """One report as the operator reads it in a terminal."""
    done = ", done" if row.done_at else ""
    at = localtime(row.reported_at)
    lines = [f"{row.pk.hex[:8]}  {at:%d %B %Y, %H:%M}  {row.get_about_display()}{done}"]
    for title, text in shown_by(row):
        lines += [f"  {title}:", *(f"    {line}" for line in harmless(text).split("\n"))]
    return "\n".join(lines)


def harmless(text: str) -> str:
    """Without signs that a terminal would take for orders."""
    plain = text.replace("\r\n", "\n")
    return "".join(sign if sign.isprintable() or sign == "\n" else "�" for sign in plain)


def settle(row: Report, now: datetime) -> bool:
    """The operator is done with it: what it showed is wiped. False when it was settled before."""
    open_ones = Report.objects.filter(pk=row.pk, done_at=None)
    return bool(open_ones.update(done_at=now, shown=None))
