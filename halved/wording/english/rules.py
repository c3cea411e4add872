"""All rules for English, in the order in which they are tried."""

from halved.wording.english import (
    around_the_ask,
    how_much,
    kind_and_way,
    openings,
    the_ask,
    what_and_when,
)
from halved.wording.english.the_other import RULES_ABOUT_THE_OTHER
from halved.wording.rule import Rule

RULES: tuple[Rule, ...] = (
    *the_ask.RULES,
    *what_and_when.RULES,
    *how_much.RULES,
    *around_the_ask.RULES,
    *openings.RULES,
    *kind_and_way.RULES,
    *RULES_ABOUT_THE_OTHER,
)
