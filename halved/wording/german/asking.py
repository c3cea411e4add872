"""Where a German text asks for something."""

import re

from halved.wording.text import Span, trimmed

_REQUEST = re.compile(r"(?i)[^.!?\n]*\b(?:kannst|könntest|würdest) du\b[^.!?\n]*")


def find_ask(text: str) -> Span | None:
    """The span where the text asks, or None."""
    found = _REQUEST.search(text)
    return trimmed(text, *found.span()) if found else None
