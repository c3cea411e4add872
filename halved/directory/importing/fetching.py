"""Fetches a dataset from the open internet: a file, or the pages of an API as HSDS and Open
Referral UK have them. It lands in a file that is thrown away; from there it is brought in."""

import http.client
import json
import re
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import IO, Any
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit

from django.conf import settings

from halved import __version__
from halved.directory.importing import bringing
from halved.directory.importing.jsons import CONTAINERS
from halved.directory.importing.report import Counts, Oddity, Report
from halved.directory.importing.sources import CannotImport
from halved.directory.importing.versions import Progress
from halved.outgoing import Connection

LARGEST = 4_000_000_000  # bytes of a file
LARGEST_PAGE = 20_000_000
MOST_PAGES = 50_000
LONGEST = 6 * 3_600  # seconds for all of it
TIMEOUT = 60  # seconds for each step
TRIES = 3
MOST_TURNS = 3  # redirects, on the same host
CHUNK = 65_536
A_PAGE = 100  # services

NO_ADDRESS = "{url} is no address of a feed. Write it as https://www.example.org/services."
NOT_LISTED = "{host} is not in HALVED_DIRECTORY_HOSTS, so nothing is fetched from there."
NO_ANSWER = "{host} could not be reached, or broke off: {why}."
SAID_NO = "{host} answered {status} instead of a dataset."
ELSEWHERE = "{host} sends on to another server. Use the address it leads to, if you trust it."
TOO_LARGE = "What {host} sends is larger than can be brought in."
TOO_SLOW = "{host} takes too long. Ask for a file of the whole dataset instead."
NOT_JSON = "What {host} sends as page {page} is no JSON."
# What a list has only if it is no short one.
_FULL = {
    "service_at_locations", "phones", "schedules", "locations", "contacts", "attributes",
    "link_taxonomies", "regular_schedules", "service_areas", "languages", "cost_options",
}  # fmt: skip
_HOST = re.compile(r"(?:[a-z0-9-]{1,63}\.)+[a-z0-9-]{1,63}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Address:
    """Read strictly, so that nobody who reads it after us finds another host in it."""

    host: str
    port: int
    path: str  # with the query

    @classmethod
    def of(cls, url: str) -> "Address":
        """Raises CannotImport."""
        try:
            parts = urlsplit(url)
            port = parts.port or 443
        except ValueError:
            raise CannotImport(NO_ADDRESS.format(url=url[:200])) from None
        host = (parts.hostname or "").lower()
        odd = parts.scheme != "https" or "@" in parts.netloc or not url.isascii()
        if odd or not url.isprintable() or " " in url or not _HOST.fullmatch(host):
            raise CannotImport(NO_ADDRESS.format(url=url[:200]))
        return cls(host, port, (parts.path or "/") + (f"?{parts.query}" if parts.query else ""))

    @property
    def name(self) -> str:
        return self.host if self.port == 443 else f"{self.host}:{self.port}"

    def asking(self, **more: object) -> "Address":
        """With these parameters."""
        path, _, query = self.path.partition("?")
        asked = dict(parse_qsl(query)) | {name: str(value) for name, value in more.items()}
        return replace(self, path=f"{path}?{urlencode(asked)}")

    def below(self, *parts: str) -> "Address":
        path = self.path.partition("?")[0].rstrip("/")
        return replace(self, path="/".join([path, *(quote(part, safe="") for part in parts)]))


def is_url(text: str) -> bool:
    return bool(re.match(r"https?://", text, re.IGNORECASE))


def host_of(text: str) -> str:
    return (urlsplit(text).hostname or "") if is_url(text) else ""


def check_listed(url: str) -> None:
    """For what runs without an operator at the terminal. Raises CannotImport."""
    address = Address.of(url)
    listed = settings.DIRECTORY_HOSTS
    if not any(_fits(address, each.lower()) for each in listed):
        raise CannotImport(NOT_LISTED.format(host=address.name))


def _fits(address: Address, listed: str) -> bool:
    """`listed` is host, *.domain, or either with :port."""
    name, _, port = listed.partition(":")
    if address.port != int(port or 443):
        return False
    return address.host.endswith(name[1:]) if name.startswith("*.") else address.host == name


def bring(
    url: str, about: bringing.About, now: datetime, report: Report, progress: Progress
) -> Counts:
    """Raises CannotImport; the dataset is then as it was."""
    with tempfile.TemporaryDirectory(prefix="halved-fetched-") as folder:
        feed = Feed(Address.of(url), Path(folder), report, progress)
        try:
            file = feed.fetch()
        finally:
            feed.close()
        return bringing.bring(file, about, now, report, progress)


class Feed:
    """One connection to one host, and what came over it."""

    def __init__(self, address: Address, folder: Path, report: Report, progress: Progress) -> None:
        self.address, self.folder = address, folder
        self.report, self.progress = report, progress
        self.connection = Connection(address.host, address.port, TIMEOUT)
        self.until = time.monotonic() + LONGEST
        self.fetched = 0

    def close(self) -> None:
        self.connection.close()

    def fetch(self) -> Path:
        """The file, or the pages as lines of JSON."""
        first = self.folder / "download"
        with first.open("wb") as file:
            name = self._download(self.address, file, LARGEST)
        page = _page_in(first)
        if page is None:
            return first.rename(self.folder / name)
        services = self.address
        if not _items(page) and ("openapi_url" in page or "version" in page):
            services = self.address.below("services")
        elif "total_pages" not in page and "totalPages" not in page:
            return first.rename(self.folder / f"{Path(name).stem}.json")
        lines = self.folder / "services.jsonl"
        with lines.open("w", encoding="utf-8") as out:
            for item in self._services(services):
                out.write(f"{json.dumps(item)}\n")
        return lines

    # --- pages of an API ----------------------------------------------------------------------

    def _services(self, address: Address) -> Iterator[dict[str, Any]]:
        """Each service of each page; in full, where the list has it in short."""
        for items in self._pages(address):
            for item in items:
                is_short = not _FULL & item.keys() and isinstance(item.get("id"), str)
                yield self._full(address, item) if is_short else item
                self.fetched += 1
                self.progress("services fetched", self.fetched, 0)

    def _pages(self, address: Address) -> Iterator[list[dict[str, Any]]]:
        before: list[dict[str, Any]] = []
        start = 1
        for number in range(MOST_PAGES):
            page = self._page(address, start + number)
            if number == 0 and page.get("first_page", page.get("first")) is False:
                start = 0  # this one counts from nought
                page = self._page(address, start)
            items = _items(page)
            if not items or items == before:  # a server that knows no pages sends the same
                return
            yield items
            before = items
            total = _whole(page.get("total_pages", page.get("totalPages")))
            if page.get("last_page", page.get("last")) is True or 0 < total <= number + 1:
                return

    def _page(self, address: Address, number: int) -> dict[str, Any]:
        return self._json(address.asking(page=number, per_page=A_PAGE), number)

    def _full(self, address: Address, item: dict[str, Any]) -> dict[str, Any]:
        try:
            found = self._json(address.below(item["id"]), 0)
        except CannotImport:
            self.report.note_once(address.name, Oddity("detail_missing", item["id"]))
            return item
        return found if found.get("id") == item["id"] else item

    def _json(self, address: Address, number: int) -> dict[str, Any]:
        with tempfile.TemporaryFile(dir=self.folder) as file:
            self._download(address, file, LARGEST_PAGE)
            file.seek(0)
            try:
                found = json.loads(file.read())
            except (ValueError, RecursionError) as error:
                raise CannotImport(NOT_JSON.format(host=address.name, page=number)) from error
        return found if isinstance(found, dict) else {"contents": found}

    # --- single answers -----------------------------------------------------------------------

    def _download(self, address: Address, file: IO[bytes], largest: int) -> str:
        """Into the file. Returns what it is called. What fails is tried again."""
        for left in reversed(range(TRIES)):
            file.seek(0)
            file.truncate()
            try:
                return self._get(address, file, largest)
            except (OSError, http.client.HTTPException) as error:
                self.connection.close()
                if not left or time.monotonic() > self.until:
                    why = type(error).__name__
                    raise CannotImport(NO_ANSWER.format(host=address.name, why=why)) from error
        raise AssertionError

    def _get(self, address: Address, file: IO[bytes], largest: int) -> str:
        for _ in range(MOST_TURNS + 1):
            answer = self._ask(address)
            if answer.status in (301, 302, 303, 307, 308):
                answer.read(CHUNK)
                self.connection.close()
                address = self._turned(address, answer.headers.get("Location", ""))
                continue
            if answer.status >= 500:
                raise http.client.HTTPException(f"status {answer.status}")
            if answer.status != 200:
                answer.read(CHUNK)
                self.connection.close()
                raise CannotImport(SAID_NO.format(host=address.name, status=answer.status))
            self._take(address, answer, file, largest)
            said = answer.headers.get_filename() or address.path.partition("?")[0]
            return _file_name(said, answer.headers.get_content_type())
        raise CannotImport(SAID_NO.format(host=address.name, status="with a circle of links"))

    def _ask(self, address: Address) -> http.client.HTTPResponse:
        self.connection.request(
            "GET",
            address.path,
            headers={
                "Accept": "application/json, text/csv, application/zip, */*;q=0.1",
                "User-Agent": f"Halved/{__version__}",
            },
        )
        return self.connection.getresponse()

    def _turned(self, address: Address, location: str) -> Address:
        found = Address.of(urljoin(f"https://{address.name}{address.path}", location))
        if (found.host, found.port) != (address.host, address.port):
            raise CannotImport(ELSEWHERE.format(host=address.name))
        return found

    def _take(
        self, address: Address, answer: http.client.HTTPResponse, file: IO[bytes], largest: int
    ) -> None:
        size = 0
        while data := answer.read(CHUNK):
            size += len(data)
            if size > largest:
                raise CannotImport(TOO_LARGE.format(host=address.name))
            if time.monotonic() > self.until:
                raise CannotImport(TOO_SLOW.format(host=address.name))
            file.write(data)


def _page_in(file: Path) -> dict[str, Any] | None:
    """What a file holds if it may be a page of an API."""
    if file.stat().st_size > LARGEST_PAGE:
        return None
    with file.open("rb") as opened:
        if opened.read(200).lstrip(b"\xef\xbb\xbf \t\r\n")[:1] != b"{":
            return None
    try:
        found = json.loads(file.read_bytes())
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _items(page: dict[str, Any]) -> list[dict[str, Any]]:
    names = [name for name in (*CONTAINERS, "services") if isinstance(page.get(name), list)]
    return [item for item in page[names[0]] if isinstance(item, dict)] if names else []


def _whole(value: Any) -> int:
    return int(value) if str(value).isdecimal() else 0


def _file_name(said: str, kind: str) -> str:
    """As the report calls it, with the ending of what it is."""
    name = re.sub(r"[^\w.-]", "_", said.replace("\\", "/").rpartition("/")[2])[-80:].lstrip(".")
    if re.search(r"(?i)\.(csv|tsv|json|jsonl|ndjson|zip|txt)$", name):
        return name
    endings = {"application/json": ".json", "text/csv": ".csv", "application/zip": ".zip"}
    return (name.partition(".")[0] or "services") + endings.get(kind, "")
