"""Counts that operators may see: they tell how it goes, and of nobody.

A count that goes from 19 to 20 tells that one person came. So a count is lowered by chance before
it is rounded down to tens: what two looks show could always be so although nobody came or went.
"""

ROUND = 10
CHANCES = 10  # a count is first lowered by 0 to 9


def rounded_down(count: int, chance: int) -> int:
    """A multiple of ten, at most `count` and over `count` - 19. `chance`: 0 to 9, drawn anew for
    each count and each day."""
    return max(0, (count - chance) // ROUND * ROUND)


def in_words(rounded: int) -> str:
    """What is true of the count, whatever the chance was. Nothing under ten is ever told."""
    return f"at least {rounded:,}" if rounded else f"fewer than {ROUND + CHANCES}"
