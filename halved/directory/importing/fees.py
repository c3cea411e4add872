"""What a service costs, where that is certain: texts in, free or not out. Pure."""

import re
from collections.abc import Iterable

_FREE = re.compile(
    r"(?i)(?:all (?:our )?services? (?:are|is) |(?:this|the|our) service is |there (?:is|are) )?"
    r"(?:completely |always )?"
    r"(?:free(?: of charge| service| to (?:use|access|all|everyone|everybody|clients|users"
    r"|the public|eligible [\w/ -]{3,40}))?|no (?:fee|charge|cost)s?|none|without charge|at no cost"
    r"|[£$€]? ?0(?:\.00)?)[.]?"
)
_MONEY = re.compile(
    r"(?:[£$€] ?(?=\d))(?!0+(?:\.0+)?\b)|\b\d+(?:[.,]\d\d)? ?(?:dollars|pounds|euros?)\b"
)
_PAID = re.compile(
    r"(?i)^(?:sliding (?:fee )?scale|flat fee|fees? (?:apply|vary|charged)|charges apply)"
)


def free(texts: Iterable[str], amounts: Iterable[float]) -> bool | None:
    """None where nothing is certain. `amounts` are prices in any currency."""
    prices = list(amounts)
    said = [text.strip() for text in texts if text.strip()]
    if any(price > 0 for price in prices):
        return False if all(price > 0 for price in prices) else None
    if any(_MONEY.search(text) or _PAID.match(text) for text in said):
        return None if any(_FREE.fullmatch(text) for text in said) else _only_paid(said)
    if prices or any(_FREE.fullmatch(text) for text in said):
        return True
    return None


def _only_paid(said: list[str]) -> bool | None:
    """A sum in a text that also says free, donation or none may be for others."""
    words = " ".join(said).lower()
    return None if re.search(r"free|donation|suggested|\bno |none|if you", words) else False
