"""What is said about one thing while it is put together."""

from collections.abc import Iterable
from typing import TypeVar

from halved.directory.importing.report import Oddity, Report, Where
from halved.directory.importing.scratch import Kept

T = TypeVar("T")


class Remarks:
    """`odd` is true as soon as anything about it was."""

    def __init__(self, report: Report, where: Where) -> None:
        self.report, self.where, self.odd = report, where, False

    def take(self, kept: Kept) -> None:
        """Of a row that was odd already when it was read, that was said then."""
        self.odd |= kept.odd

    def note(self, kept: Kept | None, oddity: Oddity) -> None:
        self.odd = True
        self.report.note(kept.where if kept else self.where, oddity)

    def codes(self, kept: Kept, codes: Iterable[str], what: str) -> None:
        for code in codes:
            if code != "empty_word":
                self.note(kept, Oddity(code, what))

    def first(self, number: int, rows: list[T]) -> list[T]:
        if len(rows) > number:
            self.note(None, Oddity("too_many", f"{len(rows)}"))
        return rows[:number]
