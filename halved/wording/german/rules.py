"""The ten most important rules, for German. Strength, claim, and whom they are for are those of the
English rule of the same id; words and cases are German."""

from halved.wording.german import the_ask, the_other
from halved.wording.rule import Rule

RULES: tuple[Rule, ...] = (*the_ask.RULES, *the_other.RULES)
