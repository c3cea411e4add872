"""The coming weeks as a picture: server-made SVG, no script; the list below it says the same.

A row for each week, a disc for each day on which something is needed. It fills with green as people
take it. A ring of clay is a day on which somebody is still needed.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from halved.pieces.telling import Day, monday
from halved.reflection.chart import WIDTH, filled

LEFT, COLUMN, ROW, HEAD = 108, 43, 34, 24
LETTERS = "MTWTFSS"


def draw(days: Mapping[date, Day], today: date) -> SafeString:
    """The picture from this week on, up to the last day there is. Raises ValueError without one."""
    first = min(monday(today), monday(min(days)))
    weeks = (monday(max(days)) - first).days // 7 + 1
    return format_html(
        '<svg viewBox="0 0 {} {}" role="img" aria-label="{}" width="100%">{}{}{}</svg>',
        WIDTH,
        HEAD + ROW * weeks,
        summary(days),
        _head(),
        _weeks(first, weeks),
        _days(days, first),
    )


def summary(days: Mapping[date, Day]) -> str:
    """The picture in words."""
    open_ones = [_said(day) for day, about in days.items() if about.is_open]
    if not open_ones:
        return "Everything is taken, from {} to {}.".format(*map(_said, (min(days), max(days))))
    return f"Somebody is still needed on: {', '.join(open_ones)}. The other days are taken."


def _said(day: date) -> str:
    return str(date_format(day, "j F"))


def _head() -> SafeString:
    return format_html_join(
        "",
        '<text class="middle" x="{}" y="14">{}</text>',
        ((LEFT + COLUMN * number, letter) for number, letter in enumerate(LETTERS)),
    )


def _weeks(first: date, weeks: int) -> SafeString:
    """The Monday of each week, and a dot for each of its days."""
    return format_html_join(
        "",
        '<text x="0" y="{}">{}</text>{}',
        (
            (
                _y(week) + 5,
                date_format(first + timedelta(days=7 * week), "j M"),
                format_html_join(
                    "",
                    '<circle class="full" cx="{}" cy="{}" r="2"/>',
                    ((LEFT + COLUMN * number, _y(week)) for number in range(7)),
                ),
            )
            for week in range(weeks)
        ),
    )


def _days(days: Mapping[date, Day], first: date) -> SafeString:
    return format_html_join(
        "",
        '<circle class="disc {0}" cx="{1}" cy="{2}" r="8"/><path class="shared" d="{3}"/>',
        (
            (
                "load" if about.is_open else "shared",
                LEFT + COLUMN * day.weekday(),
                _y((day - first).days // 7),
                _filled(day, about, first),
            )
            for day, about in days.items()
        ),
    )


def _filled(day: date, about: Day, first: date) -> str:
    x, y = LEFT + COLUMN * day.weekday(), _y((day - first).days // 7)
    return filled(x, y, about.taken) if about.taken else ""


def _y(week: int) -> int:
    return HEAD + ROW * week + ROW // 2
