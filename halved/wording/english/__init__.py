"""The rules for English."""

from halved.wording.english.asking import find_ask
from halved.wording.english.rules import RULES

__all__ = ["RULES", "SMALL_WORDS", "find_ask"]

# By which the language of a text is told. No word here is also one of another language.
_WORDS = """
about after again and any anybody anyone are at because been before but by call can can't
cant come could did do does doesn't don't dont down drive for friday from get give good had
has have he hello help him his how i i'd i'll i'm i've if into is isn't it it's its just
know let like look me monday my myself need next nobody of on one or our out over please pls
plz really saturday she should some somebody someone sunday talk thank thanks that that's
the their them there they this thursday to today tomorrow tonight tuesday up us very want we
we're wednesday week were what when where which who why with won't work would yes you you're
your youre yours
"""
SMALL_WORDS = frozenset(_WORDS.split())
