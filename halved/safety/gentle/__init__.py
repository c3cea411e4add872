"""The gentle question: whether words may mean danger. Text in, an answer out; nothing is kept."""

from halved.safety.gentle.meaning import About
from halved.safety.gentle.reading import look

__all__ = ["About", "look"]
