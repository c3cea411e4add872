"""The rules for English."""

from halved.wording.english.asking import find_ask
from halved.wording.english.rules import RULES

__all__ = ["RULES", "find_ask"]
