"""What was odd in a dataset and what was done about it, row by row. Pure but for the lines it sends
to whoever wants them."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

SHOWN = 70  # characters of a value in the report


class Where(NamedTuple):
    """Row 1 of a table is its heading; the first item of JSON is 1. Row 0 is the whole file."""

    file: str
    row: int


class Oddity(NamedTuple):
    code: str
    what: str


# What each code stands for, and what is done. docs/directory.md holds the same table.
CODES = {
    # files and rows
    "file_unknown": ("a file that is no table of the standard", "left out"),
    "file_unused": ("a table of which nothing is shown", "checked, then left out"),
    "column_unknown": ("a column that the standard does not have", "left out"),
    "column_twice": ("two columns with one name", "the first that is filled counts"),
    "encoding": ("bytes that are not UTF-8", "read as Windows-1252"),
    "nul": ("NUL characters", "taken out"),
    "row_long": ("more cells than the heading has", "the surplus left out"),
    "row_short": ("fewer cells than the heading has", "the missing ones are empty"),
    "row_odd": ("an item that is no object", "left out"),
    "link_outside": ("a link to a file elsewhere", "not followed"),
    "detail_missing": ("a service whose full entry could not be fetched", "the short one kept"),
    # what the schemas ask for
    "required": ("a required field is empty", "left empty"),
    "not_uuid": ("ids that are no UUIDs", "kept as they are"),
    "not_listed": ("a value that its list does not have", "kept where it can be shown"),
    "not_a_number": ("a number that is none", "left out"),
    "id_missing": ("a row that others point at has no id", "given one made of what it says"),
    "id_twice": ("an id that stood before, with other words", "the first counts, gaps are filled"),
    "id_long": ("an id of more than 200 characters", "shortened, still its own"),
    # what belongs to what
    "orphan": ("its organization is not in the data", "kept without one"),
    "nowhere": ("it belongs to something that is not in the data", "left out"),
    "alone": ("it says not what it belongs to", "left out"),
    "unused": ("no service belongs to it", "left out"),
    "assumed": ("tied to the organization, not to the service", "shown as a place of theirs"),
    "too_many": ("more than can be shown of one service", "the first ones kept"),
    # names and words
    "no_name": ("a service without a name", "named after what is known of it"),
    "html": ("HTML or Markdown in a text", "made plain text"),
    "entity": ("characters written as HTML entities", "turned into characters"),
    "newline": ("a line break written as \\n", "made a line break"),
    "control": ("control characters", "taken out"),
    "glued": ("lines that were glued together", "taken apart where it is certain"),
    "mojibake": ("letters garbled by a wrong encoding", "mended where it is certain"),
    "empty_word": ("a word for nothing, as N/A", "taken as empty"),
    "long": ("a text of more than 20,000 characters", "cut there"),
    # single values
    "status_empty": ("no status", "taken as active"),
    "status_unknown": ("a status that is not in the list", "taken as the nearest, or active"),
    "url_scheme": ("an address of a page without http", "http:// put in front"),
    "url_bad": ("what is no address of a page", "left out"),
    "email_form": ("a mail address in other writing", "the address taken out of it"),
    "email_bad": ("what is no mail address", "left out"),
    "date_form": ("a date in other writing", "turned into YYYY-MM-DD"),
    "date_bad": ("a date that is none, or could be two", "left out"),
    "extension": ("an extension inside the number", "taken apart"),
    "phones_many": ("several numbers in one field", "taken apart"),
    "phone_words": ("words beside the number", "kept as its description"),
    "phone_none": ("a number without digits", "left out"),
    "language_list": ("several languages in one field", "taken apart"),
    "language_unknown": ("a language no code is known for", "kept as it is written"),
    "country_unknown": ("a country no code is known for", "left out"),
    "city_in_line": ("the town at the end of the street line", "taken apart"),
    "more_addresses": ("more than one address of a place", "the first one shown"),
    # where it is
    "no_coordinates": ("a place without coordinates", "found by its town or code only"),
    "coordinates_bad": ("coordinates that cannot be", "left out"),
    "coordinates_swapped": ("latitude and longitude the wrong way round", "swapped"),
    "longitude_sign": ("a longitude on the wrong side of the world", "its sign turned round"),
    # when it is open
    "time_form": ("a time in other writing", "turned into HH:MM"),
    "hours_unclear": ("opening times that can be read in two ways", "kept as a note"),
    "hours_text": ("opening times in words", "kept as a note; hours where it is certain"),
    "season": ("opening times for a time of the year", "kept as a note with its dates"),
    "past": ("dates that are over", "left out"),
}  # fmt: skip


@dataclass
class Report:
    """Counts each code, and sends each line on as soon as it is known."""

    line: Callable[[str], None] = lambda _: None
    counts: Counter[str] = field(default_factory=Counter)
    _said: set[tuple[str, str, str]] = field(default_factory=set)

    def note(self, where: Where, oddity: Oddity) -> None:
        self.counts[oddity.code] += 1
        self.line(told(where, oddity))

    def note_once(self, file: str, oddity: Oddity) -> None:
        """For what would be the same in each row. The first 1,000 kinds are told."""
        said = (file, *oddity)
        if said not in self._said and len(self._said) < 1_000:
            self._said.add(said)
            self.note(Where(file, 0), oddity)


def told(where: Where, oddity: Oddity) -> str:
    """One line: file and row, code, what, and what was done."""
    meaning, done = CODES[oddity.code]
    shown = " ".join("".join(c if c.isprintable() else " " for c in oddity.what[:200]).split())
    if len(shown) > SHOWN:
        shown = shown[: SHOWN - 1] + "…"
    row = f" row {where.row}" if where.row else ""
    said = f" “{shown}”" if shown else ""
    return f"{where.file}{row}: {oddity.code}: {meaning}{said}: {done}"


@dataclass(frozen=True, slots=True)
class Counts:
    """What an import came to."""

    services: int
    organizations: int
    locations: int
    flagged: int
    new: int = 0
    changed: int = 0
    gone: int = 0

    def __str__(self) -> str:
        return (
            f"{self.services} services, {self.organizations} organizations and "
            f"{self.locations} locations kept; {self.flagged} flagged; "
            f"{self.new} new, {self.changed} changed, {self.gone} gone"
        )
