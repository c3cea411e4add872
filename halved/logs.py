"""What a log says: what failed and where in the code, never a value.

Paths of pages carry tokens, and messages of errors carry what somebody typed. So a request is named
by its route, and an error by its type and the lines of code it came through.
"""

import copy
import json
import logging
import traceback
from datetime import UTC, datetime
from typing import Any


class Plain(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        plain = copy.copy(record)
        plain.msg, plain.args = _what(record), ()
        plain.exc_text = None  # another handler may have written it out in full
        return super().format(plain)

    def formatException(self, ei: Any) -> str:
        """The lines of code an error came through, and those of the errors before it."""
        told, error = [], ei[1]
        while error is not None and error not in told:
            told.append(error)
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n".join(_where(error) for error in reversed(told))


def _what(record: logging.LogRecord) -> str:
    """The message; for a request, its method and route instead."""
    request = getattr(record, "request", None)
    if request is not None:
        match = getattr(request, "resolver_match", None)
        status = getattr(record, "status_code", "")
        return f"{status} {request.method} {match.route if match else 'no page'}"
    # The web server puts the whole story of an error into its message.
    first, *rest = record.getMessage().splitlines() or [""]
    return "\n".join([first, *(line for line in rest if line.startswith('  File "'))])


# What a store's driver calls it (SQLite by names, PostgreSQL by numbers), and what to do.
_REFUSALS = {
    ("SQLITE_FULL", "53100"): "its disk is full: make room, and it goes on by itself",
    ("SQLITE_READONLY", "25006"): "it takes no changes: make its file, folder and disk writable,"
    " or lead HALVED_DATABASE_URL to the primary",
    ("SQLITE_IOERR", "58030"): "its disk fails, or is full: look at what the system says of it",
    ("SQLITE_CANTOPEN",): "its file can not be opened: look at HALVED_DATA_DIR, at whose it is, and"
    " whether its disk is full or read-only",
    ("SQLITE_CORRUPT", "SQLITE_NOTADB", "XX001"): "it is damaged: put a backup in its place",
}


def why_the_store_refuses(error: BaseException) -> str:
    """What is wrong with it, as far as its driver says, and what the operator does about it."""
    cause = error.__cause__ or error
    code = getattr(cause, "sqlite_errorname", None) or getattr(cause, "sqlstate", None) or ""
    for codes, what in _REFUSALS.items():
        if code.startswith(codes):
            return f"the store can not be used: {what}"
    return f"the store does not answer: {type(error).__name__}"


def _where(error: BaseException) -> str:
    lines = "".join(traceback.format_tb(error.__traceback__))
    return f"{lines}{type(error).__module__}.{type(error).__qualname__}"


class Structured(Plain):
    """The same, one JSON object to a line, for programs that gather logs."""

    def format(self, record: logging.LogRecord) -> str:
        told = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname.lower(),
            "from": record.name,
            "what": _what(record),
        }
        if record.exc_info:
            told["where"] = self.formatException(record.exc_info)
        return json.dumps(told)


FORMATS: dict[str, dict[str, str]] = {
    "plain": {
        "()": "halved.logs.Plain",
        "fmt": "%(asctime)s %(levelname)s %(name)s %(message)s",
    },
    "json": {"()": "halved.logs.Structured"},
}
