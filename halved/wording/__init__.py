"""What Halved knows about asking: it points at the words, says why, and offers one thing to try.

Pure: no Django, no model, no network. It never writes for anyone, never scores, never blocks.
"""

from halved.wording.check import AT_FIRST, LANGUAGES, RULES, check, find_ask, finished
from halved.wording.rule import Note, Rule, Strength
from halved.wording.text import Audience, Kind, Setting, Span, Way

__all__ = [
    "AT_FIRST",
    "LANGUAGES",
    "RULES",
    "Audience",
    "Kind",
    "Note",
    "Rule",
    "Setting",
    "Span",
    "Strength",
    "Way",
    "check",
    "find_ask",
    "finished",
]
