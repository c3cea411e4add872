"""All rules for German, in the order in which they are tried."""

from halved.wording.rule import Rule

RULES: tuple[Rule, ...] = ()
