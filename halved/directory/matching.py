"""Asks the index: the same question of SQLite and of PostgreSQL."""

from typing import TypeAlias, Union

from django.db import connection

from halved.directory.rules import Candidate

_SQLITE = """
    SELECT e.id, e.service_id, e.place, e.latitude, e.longitude, e.terms
    FROM directory_terms JOIN directory_entry e ON e.id = directory_terms.rowid
    WHERE directory_terms MATCH %s LIMIT %s"""
_POSTGRESQL = """
    SELECT e.id, e.service_id, e.place, e.latitude, e.longitude, e.terms
    FROM directory_entry e
    WHERE array_to_tsvector(string_to_array(e.terms, ' ')) @@ %s::tsquery LIMIT %s"""

Expression: TypeAlias = Union[str, "All", "AnyOf"]


class All(tuple[Expression, ...]):
    """Every part is there. Never empty."""


class AnyOf(tuple[Expression, ...]):
    """One part is there, or more. Never empty."""


def matches(expression: Expression, limit: int) -> list[Candidate]:
    """At most so many entries with these tokens, in no order."""
    if connection.vendor == "sqlite":
        sql, asked = _SQLITE, _written(expression, '"', " AND ", " OR ")
    else:
        sql, asked = _POSTGRESQL, _written(expression, "'", " & ", " | ")
    with connection.cursor() as cursor:
        cursor.execute(sql, [asked, limit])
        return [Candidate._make(row) for row in cursor.fetchall()]


def _written(expression: Expression, quote: str, both: str, either: str) -> str:
    """Tokens hold letters, digits, `_`, `-` and `.` only: nothing in them ends a quotation."""
    if isinstance(expression, str):
        return f"{quote}{expression}{quote}"
    parts = [_written(part, quote, both, either) for part in expression]
    return f"({(both if isinstance(expression, All) else either).join(parts)})"
