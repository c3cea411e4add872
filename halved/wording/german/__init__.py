"""The rules for German."""

from halved.wording.german.asking import find_ask
from halved.wording.german.rules import RULES

__all__ = ["RULES", "find_ask"]
