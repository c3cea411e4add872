"""What was measured, beside the limit it is held against."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured number. Without a limit it is only told."""

    name: str
    value: float
    unit: str = ""
    at_least: float | None = None
    at_most: float | None = None

    @property
    def held(self) -> bool:
        enough = self.at_least is None or self.value >= self.at_least
        return enough and (self.at_most is None or self.value <= self.at_most)

    def __str__(self) -> str:
        verdict = "" if self._limit is None else "PASS" if self.held else "OVER"
        value = f"{_number(self.value):>9} {self.unit:<19}"
        return f"  {verdict:<6}{self.name:<48}{value} {self._limit or ''}".rstrip()

    @property
    def _limit(self) -> str | None:
        limits = []
        if self.at_least is not None:
            limits.append(f"at least {_number(self.at_least)}")
        if self.at_most is not None:
            limits.append(f"at most {_number(self.at_most)}")
        return ", ".join(limits) or None


def _number(value: float) -> str:
    """Three digits that matter: 12,345 · 123 · 12.3 · 1.23 · 0.123."""
    if value >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.3g}" if value >= 1 else f"{value:.3f}"
