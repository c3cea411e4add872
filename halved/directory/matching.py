"""Asks the index: the same questions of SQLite and of PostgreSQL.

In SQL, because the ORM takes longer to put these together than the store to answer them.
"""

import json
from collections.abc import Iterable
from typing import TypeAlias, Union

from django.db import connection

from halved.directory.rules import Candidate

_SQLITE = """
    SELECT e.id, e.service_id, e.place, e.latitude, e.longitude, e.terms
    FROM directory_terms JOIN directory_entry e ON e.id = directory_terms.rowid
    WHERE directory_terms MATCH %s LIMIT %s"""
# Planned as if there were no limit: PostgreSQL overrates how many entries have one of many cells,
# and would read the whole table in the hope of soon having enough.
_POSTGRESQL = """
    WITH found AS MATERIALIZED (
        SELECT e.id, e.service_id, e.place, e.latitude, e.longitude, e.terms
        FROM directory_entry e
        WHERE array_to_tsvector(string_to_array(e.terms, ' ')) @@ %s::tsquery
    )
    SELECT * FROM found LIMIT %s"""

_COUNTS = {
    "sqlite": """SELECT stem, MAX(count) FROM directory_word
        WHERE stem IN (SELECT value FROM json_each(%s)) AND count > 0 GROUP BY stem, dataset_id""",
    "postgresql": """SELECT stem, MAX(count) FROM directory_word
        WHERE stem = ANY(%s) AND count > 0 GROUP BY stem, dataset_id""",
}
_SPELT = {
    "sqlite": """SELECT word, SUM(count) FROM directory_word
        WHERE word IN (SELECT value FROM json_each(%s)) AND count > 0 GROUP BY word""",
    "postgresql": """SELECT word, SUM(count) FROM directory_word
        WHERE word = ANY(%s) AND count > 0 GROUP BY word""",
}

Expression: TypeAlias = Union[str, "All", "AnyOf"]


class All(tuple[Expression, ...]):
    """Every part is there. Never empty."""


class AnyOf(tuple[Expression, ...]):
    """One part is there, or more. Never empty."""


def matches(expression: Expression, limit: int) -> list[Candidate]:
    """At most so many entries with these tokens, in no order."""
    sql = _SQLITE if connection.vendor == "sqlite" else _POSTGRESQL
    with connection.cursor() as cursor:
        cursor.execute(sql, [written(expression), limit])
        return [Candidate._make(row) for row in cursor.fetchall()]


def counts(stems: Iterable[str]) -> dict[str, int]:
    """How many services have each of these stems or codes, in all datasets together."""
    found: dict[str, int] = {}
    for stem, count in _among(_COUNTS, stems):
        found[stem] = found.get(stem, 0) + count
    return found


def spelt(words: Iterable[str]) -> dict[str, int]:
    """Which of these words services use, and how many services."""
    return dict(_among(_SPELT, words))


def _among(questions: dict[str, str], values: Iterable[str]) -> list[tuple[str, int]]:
    listed = list(values)
    with connection.cursor() as cursor:
        given = json.dumps(listed) if connection.vendor == "sqlite" else listed
        cursor.execute(questions[connection.vendor], [given])
        return [(found, int(count)) for found, count in cursor.fetchall()]


def written(expression: Expression) -> str:
    """The expression in the words of the store."""
    if connection.vendor == "sqlite":
        return _written(expression, '"', " AND ", " OR ")
    return _written(expression, "'", " & ", " | ")


def _written(expression: Expression, quote: str, both: str, either: str) -> str:
    """Tokens hold letters, digits, `_`, `-` and `.` only: nothing in them ends a quotation."""
    if isinstance(expression, str):
        return f"{quote}{expression}{quote}"
    parts = [_written(part, quote, both, either) for part in expression]
    return f"({(both if isinstance(expression, All) else either).join(parts)})"
