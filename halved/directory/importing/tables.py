"""Tables in CSV files, row by row, as they really come: any separator, any encoding, torn rows."""

import codecs
import csv
import io
import re
from collections.abc import Iterator

from halved.directory.importing.report import Oddity, Report, Where
from halved.directory.importing.sources import CannotImport, Part

LONGEST_LINE = 1_000_000  # characters
LONGEST_CELL = 500_000
MOST_COLUMNS = 1_000
MOST_EMPTY = 100_000  # rows, one after the other
SEPARATORS = ",;\t|"

TOO_LONG = "{name} has a line of more than a million characters. It is no table of a directory."
CELL_TOO_LONG = "{name} has a cell that does not end, near row {row}. Look for a stray quote."
TOO_WIDE = "{name} has more than 1,000 columns. It is no table of a directory."
TOO_EMPTY = "{name} holds nothing but empty rows for very long. It was not read to its end."

_SURROGATES = re.compile("[\udc80-\udcff]+")
csv.field_size_limit(LONGEST_CELL)


def read(part: Part, report: Report) -> Iterator[tuple[int, list[str]]]:
    """The heading as row 1, then each row that says something. Raises CannotImport."""
    with part.open() as raw:
        lines = Lines(raw, part, report)
        reader = csv.reader(lines, delimiter=_separator(lines.peek()))
        empty = 0
        try:
            for number, row in enumerate(reader, 1):
                if any(cell and not cell.isspace() for cell in row):
                    empty = 0
                    yield number, row
                elif (empty := empty + 1) > MOST_EMPTY:
                    raise CannotImport(TOO_EMPTY.format(name=part.name))
        except csv.Error as error:
            row_number = reader.line_num
            raise CannotImport(CELL_TOO_LONG.format(name=part.name, row=row_number)) from error


class Lines:
    """The lines of a file as text. Bytes that are not UTF-8 are read as Windows-1252."""

    def __init__(self, raw: io.BufferedReader, part: Part, report: Report) -> None:
        self.part, self.report, self.number = part, report, 0
        start = raw.peek(4_096)[:4_096]
        self.text = io.TextIOWrapper(raw, encoding_of(start), errors="surrogateescape", newline="")
        self.waiting: str | None = None

    def peek(self) -> str:
        """The first line."""
        self.waiting = self._next()
        return self.waiting

    def __iter__(self) -> Iterator[str]:
        while line := self._next():
            yield line

    def _next(self) -> str:
        if self.waiting is not None:
            line, self.waiting = self.waiting, None
            return line
        line = self.text.readline(LONGEST_LINE)
        self.number += 1
        if len(line) == LONGEST_LINE:
            raise CannotImport(TOO_LONG.format(name=self.part.name))
        if not line.isascii():
            line = self._mend(line)
        if "\0" in line:
            self._note("nul")
            line = line.replace("\0", "") or "\n"
        return line

    def _mend(self, line: str) -> str:
        mended = as_windows(line)
        if mended != line:
            self._note("encoding")
        return mended

    def _note(self, code: str) -> None:
        self.report.note(Where(self.part.name, self.number), Oddity(code, ""))


def as_windows(text: str) -> str:
    """Bytes that could not be decoded, read as Windows-1252."""
    return _SURROGATES.sub(
        lambda found: found[0].encode("utf-8", "surrogateescape").decode("cp1252", "replace"), text
    )


def encoding_of(start: bytes) -> str:
    """UTF-8, unless the first bytes say that it is UTF-16."""
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if len(start) > 3 and start[1::2].count(0) > len(start) // 3 and not start[::2].count(0):
        return "utf-16-le"
    if len(start) > 3 and start[::2].count(0) > len(start) // 3 and not start[1::2].count(0):
        return "utf-16-be"
    return "utf-8-sig"


def _separator(heading: str) -> str:
    """The one that stands most often outside of quotes in the first line."""
    bare = re.sub(r'"[^"]*"', "", heading)
    return max(SEPARATORS, key=bare.count)
