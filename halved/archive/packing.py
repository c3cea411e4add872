"""All that a member has, packed into one archive while it is being sent."""

import json
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.template.loader import render_to_string
from django.utils import timezone

from halved.accounts.models import Member
from halved.archive import contents
from halved.archive.pages import PAGES, Book
from halved.archive.reading import DATA
from halved.archive.version import FORMAT, VERSION
from halved.circle import cards
from halved.circle.cards import Card
from halved.lookback import past
from halved.lookback.export import as_csv
from halved.pieces import calendars, events
from halved.pieces.calendars import Event
from halved.safety.models import SafetyPlan
from halved.safety.plans import as_page

AN_HOUR = timedelta(hours=1)
STYLE = Path(__file__).parent / "static" / "archive" / "style.css"


class _Sent:
    """What was written and not yet sent. An archive is written in one go, so this can be short."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []

    def write(self, data: bytes) -> int:
        self.parts.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        pass

    def take(self) -> bytes:
        data, self.parts = b"".join(self.parts), []
        return data


def pack(member: Member, now: datetime) -> Iterator[bytes]:
    """The archive, piece by piece. The room must stay open on `member` until it is done."""
    book, sent = Book(), _Sent()
    with (
        timezone.override(member.timezone),
        zipfile.ZipFile(
            sent,
            "w",
            zipfile.ZIP_DEFLATED,  # type: ignore[call-overload]
        ) as archive,
    ):
        for name, parts in _files(member, book, now):
            about = zipfile.ZipInfo(name, timezone.localtime(now).timetuple()[:6])
            about.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(about, "w") as file:
                for part in parts:
                    file.write(part.encode() if isinstance(part, str) else part)
                    yield sent.take()
            yield sent.take()
    yield sent.take()


def _files(
    member: Member, book: Book, now: datetime
) -> Iterator[tuple[str, Iterable[str | bytes]]]:
    """The data first: the pages are made of what was read for it."""
    yield DATA, _data(member, book, now)
    for name, (title, labels) in PAGES.items():
        context = {"title": title, "shown": book.page(labels)}
        yield name, [render_to_string("archive/page.html", context)]
    for plan in SafetyPlan.objects.filter(member=member):
        plan.member = member
        yield "plan.html", [as_page(plan)]
    yield "circle.vcf", [_circle(book)]
    yield "calendar.ics", [calendars.file(_events(member), now)]
    yield "record.csv", [as_csv(past.asks(member, most=None))]
    yield "style.css", [STYLE.read_bytes()]
    index = {"pages": PAGES, "made_at": now, "name": member.signs_as}
    yield "index.html", [render_to_string("archive/index.html", index)]


def _data(member: Member, book: Book, now: datetime) -> Iterator[str]:
    """docs/archive.md describes it."""
    about = {"format": FORMAT, "version": VERSION, "made_at": now.isoformat()}
    about["member"] = contents.of_member(member)
    yield json.dumps(about, ensure_ascii=False, indent=1)[:-2] + ',\n "rows": {'
    comma = ""
    for label, rows in contents.everything(member):
        yield f'{comma}\n  "{label}": ['
        kept, comma = book.rows.setdefault(label, []), ","
        for values in rows:
            yield (",\n   " if kept else "\n   ") + json.dumps(values, ensure_ascii=False)
            kept.append(values)
        yield "]"
    yield "\n }\n}\n"


def _circle(book: Book) -> bytes:
    rows = book.rows["circle.Contact"]
    return cards.write(Card(row["name"], row["phone"] or "", row["email"] or "") for row in rows)


def _events(member: Member) -> Iterator[Event]:
    """Pieces of help, and plans with a day and an hour."""
    for piece in member.pieces.select_related("ask"):
        piece.ask.member = member
        yield events.of_piece(piece, bytes.fromhex(piece.ask.pieces_key))
    for plan in member.intentions.exclude(state="dropped"):
        if plan.due_at:
            yield Event(plan.pk, plan.due_at, plan.due_at + AN_HOUR, what="Look at your plan")
