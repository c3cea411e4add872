"""Asks the index: the same questions of SQLite and of PostgreSQL.

In SQL, because the ORM takes longer to put these together than the store to answer them.
"""

import json
from collections.abc import Iterable
from typing import TypeAlias, Union

from django.db import connection

from halved.directory.rules import Candidate
from halved.prepared import ask

_SQLITE = """
    SELECT e.id, e.service_id, e.place, e.latitude, e.longitude, e.terms
    FROM directory_terms JOIN directory_entry e ON e.id = directory_terms.rowid
    WHERE {} LIMIT %s"""
# Planned as if there were no limit: PostgreSQL overrates how many entries have one of many cells,
# and would read the whole table in the hope of soon having enough.
_POSTGRESQL = """
    WITH found AS MATERIALIZED (
        SELECT e.id, e.service_id, e.place, e.latitude, e.longitude, e.terms
        FROM directory_entry e WHERE {}
    )
    SELECT * FROM found LIMIT %s"""
_HAS = "array_to_tsvector(string_to_array(terms, ' ')) @@ %s::tsquery"

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
    condition, given = conditions(expression)
    return [Candidate._make(row) for row in ask(sql.format(condition), [*given, limit])]


def conditions(expression: Expression) -> tuple[str, list[str]]:
    """What an entry must fulfil, as SQL with its parameters.

    For PostgreSQL the parts of an All are conditions of their own. So the index skips from one
    entry that has the rarest part to the next; of one condition it would weigh every entry that has
    any of the cells.
    """
    if connection.vendor == "sqlite":
        return "directory_terms MATCH %s", [_written(expression, '"', " AND ", " OR ")]
    parts = expression if isinstance(expression, All) else [expression]
    given = [_written(part, "'", " & ", " | ") for part in parts]
    return " AND ".join([_HAS] * len(given)), given


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
    given = json.dumps(listed) if connection.vendor == "sqlite" else listed
    return [(found, int(count)) for found, count in ask(questions[connection.vendor], [given])]


def _written(expression: Expression, quote: str, both: str, either: str) -> str:
    """Tokens hold letters, digits, `_`, `-` and `.` only: nothing in them ends a quotation."""
    if isinstance(expression, str):
        return f"{quote}{expression}{quote}"
    parts = [_written(part, quote, both, either) for part in expression]
    return f"({(both if isinstance(expression, All) else either).join(parts)})"
