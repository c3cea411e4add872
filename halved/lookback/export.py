"""The record as CSV, for the member's own spreadsheet. No cell of it starts a formula."""

import csv
import io
import re
from collections.abc import Sequence
from datetime import datetime

from django.utils.timezone import localdate

from halved.asks.models import Invitation
from halved.lookback.past import Past
from halved.lookback.rules import Moment

COLUMNS = [
    "asked_on", "about", "person", "words", "guess", "answer", "answered_on", "reply",
    *(moment.value for moment in Moment),
]  # fmt: skip
# Where a cell begins, or may begin in a program that cuts at semicolons and tabs; and what makes a
# formula of it, in wide letters too. Some of it was written by other people.
_BEGINS_A_FORMULA = re.compile(r"(^|[\t\r\n;][\s\"]*)(?=[=+\-@＝＋－＠])")


def as_csv(rows: Sequence[Past]) -> str:
    """A line for each person who was asked. Days are ISO dates; guesses and weights are numbers,
    0 to 10."""
    file = io.StringIO()
    writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(COLUMNS)
    for row in rows:
        # A link may be answered before the member has noted that it was passed on.
        asked = [person for person in row.people if person.asked_at or person.answer]
        writer.writerows(_line(row, person) for person in asked)
    # Spreadsheet programs know by this mark that it is UTF-8.
    return "\ufeff" + file.getvalue()


def safe(text: str | None) -> str:
    """A cell of text that no spreadsheet program takes for a formula. Spaces around it go."""
    return _BEGINS_A_FORMULA.sub(r"\1'", (text or "").strip())


def _line(row: Past, person: Invitation) -> list[str | int]:
    reply = person.reply or {}
    return [
        _day(row.ask.opened_at),
        safe(row.what),
        safe(person.name),
        safe(person.words),
        "" if row.likely is None else row.likely,
        person.answer,
        _day(person.answered_at),
        safe(reply.get("words")),
        *(row.weights.get(moment, "") for moment in Moment),
    ]


def _day(at: datetime | None) -> str:
    return localdate(at).isoformat() if at else ""
