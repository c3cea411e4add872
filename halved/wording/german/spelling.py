"""How German is typed: with umlauts, with ae, oe, ue and ss for them, or with bare letters."""

_TYPED = str.maketrans({"ä": "(?:ä|ae|a)", "ö": "(?:ö|oe|o)", "ü": "(?:ü|ue|u)", "ß": "(?:ß|ss)"})


def typed(*phrases: str) -> tuple[str, ...]:
    """The phrases, as patterns that allow each way of typing."""
    return tuple(phrase.translate(_TYPED) for phrase in phrases)
