"""The pages of Help now as files that need nothing else: for a proxy, a stick, a bad day."""

from datetime import date
from functools import cache
from pathlib import Path

from halved.safety.book import Book
from halved.safety.pages import Files, choose_page, country_page

STATIC = Path(__file__).parents[1] / "static" / "halved"


def write_pages(book: Book, folder: Path, today: date) -> int:
    """Writes index.html and CODE/index.html for each country, and returns how many there are.
    What else is in the folder stays. Raises OSError."""
    css, leave, now = _texts("halved.css", "leave.js", "now.js")
    _write(folder, choose_page(book, today, files=Files(css, leave + now)))
    for code in book.countries:
        renew_page(book, folder, code, today)
    return len(book.countries)


def renew_page(book: Book, folder: Path, code: str, today: date) -> None:
    """Writes the page of one country anew. Raises OSError."""
    page = country_page(
        book, book.countries[code], today, files=Files(*_texts("halved.css", "leave.js"))
    )
    _write(folder / code, page)


@cache
def _texts(*names: str) -> list[str]:
    return [(STATIC / name).read_text(encoding="utf-8") for name in names]


def _write(folder: Path, page: str) -> None:
    """In one step: the proxy may be reading it."""
    folder.mkdir(mode=0o755, parents=True, exist_ok=True)
    half = folder / "index.html.new"
    half.write_text(page, encoding="utf-8")
    half.chmod(0o644)  # a proxy reads it, whatever the umask of who wrote it
    half.replace(folder / "index.html")
    folder.chmod(0o755)
