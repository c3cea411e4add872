"""The pages of Help now as files that need nothing else: for a proxy, a stick, a bad day."""

from datetime import date
from pathlib import Path

from halved.safety.book import Book
from halved.safety.pages import Files, choose_page, country_page

STATIC = Path(__file__).parents[1] / "static" / "halved"


def write_pages(book: Book, folder: Path, today: date) -> int:
    """Writes index.html and CODE/index.html for each country, and returns how many there are.
    What else is in the folder stays. Raises OSError."""
    css, leave, now = (
        (STATIC / name).read_text(encoding="utf-8") for name in ("halved.css", "leave.js", "now.js")
    )
    _write(folder, choose_page(book, today, files=Files(css, leave + now)))
    for code, country in book.countries.items():
        _write(folder / code, country_page(book, country, today, files=Files(css, leave)))
    return len(book.countries)


def _write(folder: Path, page: str) -> None:
    folder.mkdir(mode=0o755, parents=True, exist_ok=True)
    file = folder / "index.html"
    file.write_text(page, encoding="utf-8")
    file.chmod(0o644)  # a proxy reads it, whatever the umask of who wrote it
    folder.chmod(0o755)
