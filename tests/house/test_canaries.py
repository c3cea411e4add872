"""Marked words go through every form of the product, and are looked for wherever things lie.

A real server, a real worker and a real mail server. Each mark is random and stands nowhere else. In
clear, only the name that others see may appear, in mail, and an address may, where the mail goes.
"""

import base64
import io
import json
import re
import secrets
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import quote

import pytest
from django.utils import timezone

from tests.delivery.workers import wait_until
from tests.directory.desks import bring_made_up_to
from tests.journeys.visitors import Fields, WireVisitor
from tests.postgres import fresh_database
from tests.processes import Running, Server
from tests.smtp import MailServer

pytestmark = pytest.mark.store

Places = dict[str, bytes]


# --- the finder -------------------------------------------------------------------------------


def disguises(mark: str) -> set[bytes]:
    """The mark as it may lie somewhere: other letters, other encodings."""
    plain = mark.encode()
    inside = {base64.b64encode(b"\0" * pad + plain)[4:-4] for pad in range(3)}
    return {
        plain,
        plain.lower(),
        plain.upper(),
        plain.hex().encode(),
        plain.hex().upper().encode(),
        mark.encode("utf-16-le"),
        *inside,
        *(text.replace(b"+", b"-").replace(b"/", b"_") for text in inside),
    }


def find(marks: dict[str, str], places: Places) -> list[str]:
    """Which marks stand where."""
    found = []
    for what, mark in marks.items():
        looks = disguises(mark)
        found += [
            f"{what} in {place}"
            for place, content in places.items()
            if any(look in content for look in looks)
        ]
    return found


def in_folder(folder: Path) -> Places:
    """Every file: the database with its -wal and -shm, the keys, whatever else is written."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def in_tables(database: str) -> Places:
    """Every table, as the store holds it. `database`: a file of SQLite, or an address."""
    rows = _tables_of_postgres(database) if "://" in database else _tables_of_sqlite(database)
    return dict(rows)


def _tables_of_sqlite(file: str) -> Iterator[tuple[str, bytes]]:
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as store:
        names = store.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in names:
            values = [value for row in store.execute(f'SELECT * FROM "{name}"') for value in row]
            yield (
                name,
                b"\n".join(
                    value if isinstance(value, bytes) else str(value).encode() for value in values
                ),
            )


def _tables_of_postgres(url: str) -> Iterator[tuple[str, bytes]]:
    import psycopg
    from psycopg import sql

    with psycopg.connect(url) as store:
        names = store.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        for (name,) in names.fetchall():
            copy = sql.SQL("COPY {} TO STDOUT (FORMAT binary)").format(sql.Identifier(name))
            with store.cursor().copy(copy) as out:
                yield name, b"".join(bytes(part) for part in out)


@pytest.mark.parametrize(
    "disguise",
    [
        str.encode,
        lambda text: text.upper().encode(),
        lambda text: json.dumps({"words": text}).encode(),
        lambda text: quote(text).encode(),
        lambda text: text.encode().hex().encode(),
        lambda text: text.encode("utf-16"),
        *(lambda text, pad=pad: base64.b64encode(b"a" * pad + text.encode()) for pad in range(3)),
        lambda text: base64.urlsafe_b64encode("ü?>".encode() + text.encode()),
    ],
)
def test_the_finder_sees_through_disguises(disguise):
    mark = f"q{secrets.token_hex(6)}z"
    places = {"here": b"\0\1" + disguise(f"so {mark}, so good") + b"\2", "there": b"nothing"}

    assert find({"planted": mark}, places) == ["planted in here"]


def test_the_finder_finds_what_is_planted_in_a_store(tmp_path):
    words, log = f"x{secrets.token_hex(8)}", f"x{secrets.token_hex(8)}"
    with fresh_database() as url:
        store = url or str(tmp_path / "halved.sqlite3")
        with closing(connect(store)) as planted:
            planted.execute("CREATE TABLE letters (letter TEXT)")
            planted.execute(f"INSERT INTO letters VALUES ('so {words}, so good')")
            planted.commit()
        (tmp_path / "work.log").write_text(f"could not send {log}")

        found = find({"words": words, "log": log}, in_tables(store) | in_folder(tmp_path))

    places = {"words in letters", "log in work.log"}
    assert set(found) == places | ({"words in halved.sqlite3"} if not url else set())


def connect(store: str) -> "sqlite3.Connection":
    if "://" not in store:
        return sqlite3.connect(store)
    import psycopg

    return psycopg.connect(store)  # type: ignore[return-value]


# --- everybody's visits -----------------------------------------------------------------------


class Trace:
    """What visits leave behind: addresses, titles, cookies. And the pages, to know that the marks
    were really there."""

    def __init__(self) -> None:
        self.addresses: list[str] = []
        self.titles: list[str] = []
        self.cookies: set[str] = set()
        self.secrets: dict[str, str] = {}  # what only a cookie may hold
        self.pages: list[str] = []

    def places(self) -> Places:
        links = [link for page in self.pages for link in ADDRESS.findall(page)]
        return {
            "an address": "\n".join(self.addresses + links).encode(),
            "a title": "\n".join(self.titles).encode(),
            "a cookie": "\n".join(self.cookies).encode(),
        }


# Addresses on our own pages. The links into the member's own phone and mail hold the words.
ADDRESS = re.compile(r'(?:href|action|src|hx-\w+)="((?!tel:|sms:|mailto:)[^"]*)"')
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


class Visitor(WireVisitor):
    """Keeps a trace of every request and answer."""

    def __init__(self, url: str, trace: Trace) -> None:
        super().__init__(url)
        self.trace = trace

    def _fetch(self, method: str, path: str, body: str) -> tuple[int, dict[str, str], str]:
        status, headers, source = super()._fetch(method, path, body)
        assert status < 500, (method, path, source)
        self.trace.addresses += [path, headers.get("Location", "")]
        self.trace.titles += TITLE.findall(source)
        self.trace.cookies |= {*self.cookies.values(), *self.cookies, headers.get("Set-Cookie", "")}
        if room := self.cookies.get("room"):
            self.trace.secrets[f"the secret of the room {room}"] = room.strip('"=')
        self.trace.pages.append(source)
        return status, headers, source

    def fill(self, path: str, fields: Fields, to: str = "") -> None:
        """Opens a page, fills in a form on it and sends it."""
        self.open(path)
        self.send(fields, to=to)

    def boxes(self, path: str) -> list[str]:
        """The names of the boxes for words on a page."""
        self.open(path)
        return re.findall(r'<textarea name="([\w-]+)"', self.source)


WHEN = ("while it is on its way", "while it is held", "at the end")


class Marks(dict[str, str]):
    """`mark("a concern")`: words that stand nowhere else, under a name that says where they go."""

    def __call__(self, what: str) -> str:
        return self.keep(what, f"q{secrets.token_hex(6)}z")

    def keep(self, what: str, mark: str) -> str:
        assert what not in self
        self[what] = mark
        return mark


class Told:
    """Nia's way through every form, and those of the people she asks."""

    def __init__(self, server: Server, mail: MailServer) -> None:
        self.mark, self.trace, self.mail = Marks(), Trace(), mail
        self.name = f"q{secrets.token_hex(6)}z"  # the name that others see
        self.tokens: dict[str, str] = {}
        self.server, self.places = server, Places()
        self.nia = self.visitor()
        self.passphrase = f"three small {self.mark('a passphrase')}"

    def visitor(self) -> Visitor:
        return Visitor(self.server.url, self.trace)

    def look(self, when: str) -> None:
        """Keeps the store as it is now, to be searched later."""
        file = self.server.data_dir / "halved.sqlite3"
        found = in_tables(self.server.env["HALVED_DATABASE_URL"] or str(file))
        found |= in_folder(self.server.data_dir)
        self.places |= {f"{place}, {when}": content for place, content in found.items()}

    def words(self, what: str) -> str:
        return f"It is about {self.mark(what)}, and\nmore."

    # --- her room -----------------------------------------------------------------------------

    def make_a_room(self) -> None:
        nia = self.nia
        nia.fill(
            "/sign-up/",
            {"username": "nia", "password1": self.passphrase, "password2": self.passphrase},
        )
        code = re.search(r"([A-Z2-9]{5}-){5}[A-Z2-9]{5}", nia.text)
        assert code, nia.text
        self.code = self.mark.keep("the recovery code", code[0])
        nia.send({"last": "wrong " + self.mark("a wrong code")})
        nia.send({"last": self.code[-5:]})
        zone = self.mark.keep("the time zone of someone far away", "Antarctica/Troll")
        assert zone not in nia.source

    def write_down(self) -> None:
        nia = self.nia
        nia.fill("/", {"words": self.words("a concern")})
        concern = nia.path
        nia.send({"weight": "7"})
        nia.fill(f"{concern}edit/", {"words": self.words("a concern, changed")})
        nia.fill("/", {"words": self.words("a concern that is removed")})
        nia.fill(nia.path, {}, to="/remove/")
        nia.fill("/", {"words": self.words("a concern that is too long") + "x" * 10_001})
        assert nia.status < 400
        self.concern = concern

    def look_at_it(self) -> None:
        """Everything that can be noted about a concern."""
        nia, concern, mark = self.nia, self.concern, self.mark
        nia.fill(concern, {"weight": "6", "line": mark("a line with a weight")})
        nia.fill(
            f"{concern}edit/",
            {"since": mark("since when"), "better": mark("what would be better")},
        )
        nia.fill(f"{concern}tried/", {"what": mark("what she tried"), "moved": "no"})
        nia.fill(f"{concern}barriers/", {"own": mark("what gets in the way")})
        nia.fill(f"{concern}weigh/", {"yes": ["hiding"]})
        nia.send({"otherwise": self.words("how she sees it")})
        nia.fill(f"{concern}plan/", {"kind": "event", "words": mark("what has to happen")})
        assert nia.status < 400
        nia.open(concern)
        assert mark["what has to happen"] in nia.text

    def gather_a_circle(self) -> None:
        noon = f"Etc/GMT{timezone.now().hour - 12:+d}"
        for who, zone in {"Ben": noon, "Cleo": "", "Dee": "Antarctica/Troll"}.items():
            about = {
                "name": self.mark(f"what she calls {who}"),
                "relation": self.mark(f"who {who} is"),
                "timezone": zone,
                "kinds": ["informational"],
            }
            if who != "Cleo":
                number = f"{secrets.randbelow(10**11):011d}"
                about["phone"] = "+44" + self.mark.keep(f"{who}'s phone", number)
                about["email"] = f"{self.mark(f'the address of {who}')}@example.org"
            self.nia.fill("/circle/new/", about)
            assert self.nia.path == "/circle/", self.nia.text
        self.nia.fill(
            "/circle/new/",
            {
                "name": self.mark("someone with a slip"),
                "phone": self.mark("a phone number that is none"),
                "email": self.mark("an address that is none"),
            },
        )
        self.nia.open("/circle/")
        self.nia.follow(self.mark["what she calls Dee"])
        self.nia.send({"relation": self.mark("who Dee is now")})

    def turn_to_professionals(self) -> None:
        nia, mark = self.nia, self.mark
        number = f"{secrets.randbelow(10**11):011d}"
        practice = {
            "name": mark("a practice"),
            "profession": mark("a profession"),
            "phone": "+44" + mark.keep("a practice's phone", number),
            "email": f"{mark('the address of a practice')}@example.org",
        }
        nia.fill("/circle/professionals/", practice)
        nia.follow(practice["name"])
        page, words = nia.path, self.words("words for a practice")
        nia.send({"words": words, "notes": self.words("notes on a practice")})
        on = mark.keep("when she called", (date.today() - timedelta(days=301)).isoformat())  # noqa: DTZ011
        until = mark.keep("until when she waits", "2029-04-17")
        waiting = {"outcome": "waiting", "until": until, "place": mark("her place on a list")}
        nia.fill(f"{page}note/", {"way": "call", "on": on, **waiting})
        assert nia.path == page, nia.text
        nia.open(f"{page}note/?latest")
        day = mark.keep("when to follow up", "2029-05-22")
        nia.fill(page, {"follow_up_on": day})
        for path in (page, "/circle/professionals/"):
            nia.open(path)

    def look_for_a_place(self) -> None:
        """Signed in and out; what is looked for goes into no store, and into no address."""
        bring_made_up_to(self.server)
        for who, visitor in {"Nia": self.nia, "somebody": self.visitor()}.items():
            visitor.open("/places/")
            visitor.send({"text": f"debt {self.mark(f'what {who} looks for')}", "near": "Ashmere"})
            assert "money and debt" in visitor.text
            visitor.send({"near": self.mark(f"where {who} looks")})
            visitor.send({"text": self.mark(f"too much of {who}") + " x" * 200})
            assert visitor.status == 422
        nia = self.nia
        nia.fill("/places/", {"text": "debt", "near": "Ashmere"})
        key = re.findall(r'name="open" value="([\w-]+) 0"', nia.source)[0]
        nia.fill(f"/places/{key}/ask/", {"name": self.mark("what she calls a service")})
        words = {"kind": "other", "words": self.words("what was wrong about a service")}
        nia.fill(f"/places/{key}/wrong/", words | {"words": words["words"] + "x" * 1_001})
        nia.send(words)
        assert "It is passed on" in nia.text

    def plan_for_a_bad_night(self) -> None:
        nia, page = self.nia, "/safety/plan/change/"
        parts = ("signs", "alone", "distract", "people", "professionals", "safer")
        nia.fill(page, {part: self.words(f"her plan, {part}") for part in parts})
        nia.fill(page, {"signs": self.mark("too much for her plan") + "x" * 1_200})
        for path in ("/safety/plan/", "/safety/plan/copy/plan.html"):
            nia.open(path)

    def room_of_her_own(self) -> None:
        nia = self.nia
        nia.fill(
            "/room/",
            {
                "signs_as": self.mark("a name she signed with before"),
                "notice_address": f"{self.mark('the address of Nia')}@example.org",
            },
        )

    # --- an ask -------------------------------------------------------------------------------

    def ask(self) -> None:
        nia, mark = self.nia, self.mark
        nia.fill(self.concern, {}, to="/asks/new/")
        draft = nia.path.removesuffix("kind/")
        mark.keep("the kind of help", "informational")
        nia.send({"kinds": ["informational"]})
        people = {}
        for place, (who, way) in enumerate(
            [("Ben", "email"), ("Cleo", "link"), ("Dee", "message")]
        ):
            people |= {
                f"people-{place}-contact": mark[f"what she calls {who}"],
                f"people-{place}-way": way,
            }
            nia.fill(f"{draft}whom/", people | {"order": "together", "more": "1"})
        nia.fill(f"{draft}whom/", people)
        boxes = nia.boxes(f"{draft}words/")
        nia.send({box: self.words(f"words, box {number}") for number, box in enumerate(boxes)})
        nia.fill(f"{draft}rehearse/answers/", {"no": self.words("words after a no")})
        nia.open(f"{draft}rehearse/answers/")
        nia.fill(f"{draft}before/", {"likely": "3", "weight": "8"})
        nia.fill(f"{draft}send/", {"signs_as": self.name})
        assert nia.path == draft, nia.text
        self.asked = draft

    def throw_drafts_away(self) -> None:
        nia = self.nia
        nia.fill("/asks/", {}, to="/asks/new/")
        draft = nia.path.removesuffix("kind/")
        nia.fill(f"{draft}words/", {"words": self.words("a draft without people")})
        nia.fill(f"{draft}words/", {}, to="/discard/")

    # --- the people she asks ------------------------------------------------------------------

    def letters_to(self, who: str) -> list[EmailMessage]:
        address = f"{self.mark[f'the address of {who}']}@example.org"
        return [letter for letter in self.mail.messages if letter["To"] == address]

    def ben_answers(self) -> None:
        wait_until(lambda: bool(self.letters_to("Ben")), "the ask has come")
        ben, link = self.visitor(), link_in(self.letters_to("Ben")[0].get_content())
        self.tokens["Ben's link"] = link.strip("/").split("/")[1]
        # No mark: from which day on stands in clear, because it comes back while she is away.
        day = (date.today() + timedelta(days=203)).isoformat()  # noqa: DTZ011
        ben.open(link)
        ben.send()
        ben.send(
            {"answer": "part", "words": self.words("an answer that is too long") + "x" * 2_001}
        )
        ben.send(
            {"answer": "later", "date": "2027-02-30", "words": self.words("an impossible day")}
        )
        ben.send({"answer": "later", "date": day, "words": self.words("an answer")})
        self.nia.open(self.asked)
        ben.fill(f"{link}done/", {}, to="../")
        ben.send({"answer": "later", "date": day, "words": self.words("later words")})
        self.nia.open(self.asked)
        ben.fill(f"{link}done/", {}, to="../")
        ben.send({"answer": "yes"})

    def split_into_pieces(self) -> None:
        nia, mark = self.nia, self.mark
        day = (date.today() + timedelta(days=90)).isoformat()  # noqa: DTZ011
        about = {"day": day, "starts": "18:00", "ends": "20:00"}
        about |= {"what": mark("what is needed"), "where": mark("the place of it")}
        nia.fill(f"{self.asked}pieces/new/", about | {"ends": mark("a time that is none")})
        nia.send({"ends": "20:00", "leave_out": mark("what not to bring")})
        nia.send({"on": "1"}, to="/names/")
        nia.follow(mark["what is needed"])
        nia.send({"places": "0", "where": mark("a place that was not kept")})
        nia.send({"places": "2", "where": mark("the place after a change")})
        for path in ("/", "/pieces/", self.asked):
            nia.open(path)

    def ben_takes_a_piece(self) -> None:
        ben, link = self.visitor(), link_in(self.letters_to("Ben")[0].get_content())
        ben.open(link)
        ben.send()
        ben.send(to="/pieces/")
        for called in (f"{self.mark('a name with a link')}@example.org", self.mark("a name")):
            [piece] = re.findall(r'name="take" value="([^"]+)"', ben.source)
            ben.send({"take": piece, "called": called})
        assert self.mark["the place after a change"] in ben.text
        ben.send({"offer": piece})
        cleo = self.visitor()
        cleo.fill("/a/{}/pieces/".format(self.tokens["Cleo's link"]), {})
        assert self.mark["a name"] in cleo.text
        self.nia.open("/pieces/")

    def read_in_a_calendar(self) -> None:
        nia, program = self.nia, self.visitor()
        nia.fill("/pieces/calendar/", {"with_words": "1"}, to="/make/")
        address = re.search(r"/feed/([\w-]{22})/calendar\.ics", nia.text)
        assert address, nia.text
        self.tokens["the calendar feed"] = address[1]
        program.open(address[0])
        assert self.mark["the place after a change"] in program.source
        nia.open(f"{self.asked}pieces/")
        nia.follow(self.mark["what is needed"])
        nia.open(f"{nia.path}calendar.ics")

    def cleo_opts_out(self) -> None:
        self.nia.open(self.asked)
        cleo, link = self.visitor(), link_in(self.nia.text)
        self.tokens["Cleo's link"] = link.strip("/").split("/")[1]
        cleo.open(link)
        cleo.send()
        cleo.send({"answer": "part", "words": self.words("an answer to change")})
        cleo.fill(
            f"{link}report/",
            {"about": "other", "words": self.words("a report that is too long") + "x" * 2_001},
        )
        told = self.words("a report that nobody has on a page")
        shows = {"show_ask": "on", "show_name": "on"}
        cleo.fill(f"{link}report/", {"about": "threat", "words": told, **shows})
        assert "It is passed on" in cleo.text
        cleo.fill(
            f"{link}stop/", {"address": f"{self.mark('an address to leave alone')}@example.org"}
        )
        cleo.fill(
            f"{link}stop/", {"address": f"+44 20{self.mark.keep('a number', '7946418205531')}"}
        )

    def note_what_dee_said(self) -> None:
        self.nia.fill(self.asked, {}, to="/asked/")
        self.nia.fill(self.asked, {}, to="/asked/")
        forms = re.findall(r"/asks/people/[\w-]+/note/", self.nia.source)
        self.nia.send({"answer": "part"}, to=forms[-1])

    def look_back(self) -> None:
        nia = self.nia
        nia.fill(self.asked, {}, to="/seen/")
        nia.send({"weight": "4"})
        for number, link in enumerate(
            sorted(set(re.findall(r"/asks/people/[\w-]+/thanks/", nia.source)))
        ):
            nia.fill(link, {"words": self.words(f"thanks {number}")})
        about = {"words": self.words("help she gave"), "whom": self.mark("whom she helped")}
        nia.fill("/giving/", about)
        for path in (
            "/",
            "/asks/",
            "/lookback/",
            "/giving/",
            "/lookback/halved.csv",
            self.concern,
            self.asked,
            "/circle/",
        ):
            nia.open(path)
        nia.follow(self.mark["what she calls Ben"])

    # --- doors --------------------------------------------------------------------------------

    def lock_while_writing(self) -> None:
        nia, other = self.nia, self.visitor()
        nia.open("/")
        other.cookies = nia.cookies
        other.fill("/circle/", {}, to="/lock/")
        nia.send({"words": self.words("what was held")})
        self.look(WHEN[1])
        nia.send({"passphrase": "wrong " + self.mark("a wrong passphrase")})
        nia.send({"passphrase": self.passphrase})
        assert "Nothing is lost" in nia.text
        nia.send()

    def be_turned_away(self) -> None:
        olu = self.visitor()
        olu._visit("POST", "/", f"words={self.mark('words without a key')}")
        assert olu.status == 403
        olu.fill(
            "/sign-in/", {"login": self.mark("a wrong name"), "password": self.mark("a guess")}
        )
        olu.fill(
            "/lost/",
            {
                "username": self.mark("a name that nobody has"),
                "code": self.mark("a code of nobody"),
                "passphrase": f"one two {self.mark('a passphrase for nobody')}",
                "again": f"one two {self.mark['a passphrase for nobody']}",
            },
        )

    def change_keys(self) -> None:
        new = f"four small {self.mark('a new passphrase')}"
        self.nia.fill(
            "/room/passphrase/", {"now": self.passphrase, "passphrase": new, "again": new}
        )
        self.nia.fill("/room/", {}, to="/room/code/new/")
        code = re.search(r"([A-Z2-9]{5}-){5}[A-Z2-9]{5}", self.nia.text)
        assert code
        self.mark.keep("the second recovery code", code[0])
        self.nia.fill("/room/", {}, to="/sign-out/")
        last = f"five small {self.mark('the last passphrase')}"
        self.passphrase = last
        self.nia.fill(
            "/lost/",
            {"username": "nia", "code": code[0].lower(), "passphrase": last, "again": last},
        )
        self.nia.open("/")
        assert "What are you carrying" in self.nia.text

    # --- all of it ----------------------------------------------------------------------------

    def take_it_along_and_bring_it_in(self) -> None:
        """Into a room of Olu’s, after a file that is refused."""
        nia, olu = self.nia, self.visitor()
        nia.fill("/room/data/", {"passphrase": self.passphrase}, to=".zip")
        packed = nia.content
        for mark in ("a concern, changed", "her plan, signs", "what she calls Ben"):
            assert self.mark[mark] in unzipped(packed), mark
        passphrase = f"six small {self.mark('the passphrase of Olu')}"
        twice = {"password1": passphrase, "password2": passphrase}
        olu.fill("/sign-up/", {"username": "olu", **twice})
        olu.open("/room/data/bring/")
        broken = json.dumps({"format": "halved", "words": self.mark("a file that is refused")})
        olu.send_file("archive", zipped(broken))
        assert "was changed. Nothing was brought in" in olu.text
        olu.send_file("archive", packed)
        assert "Your archive is here" in olu.text, olu.text
        olu.open("/")
        assert self.mark["a concern, changed"] in olu.text


def zipped(data: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("data.json", data)
    return file.getvalue()


def unzipped(packed: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        return "".join(opened.read(name).decode() for name in opened.namelist())


def link_in(text: str) -> str:
    found = re.search(r"http://127\.0\.0\.1:\d+(/a/[\w-]{22}/)", text)
    assert found, text
    return found[1]


# --- the search -------------------------------------------------------------------------------


@pytest.fixture
def mail() -> Iterator[MailServer]:
    with MailServer() as server:
        yield server


def tell(server: Server, mail: MailServer, start_worker: Callable[[], object]) -> Told:
    told = Told(server, mail)
    told.make_a_room()
    told.write_down()
    told.look_at_it()
    told.gather_a_circle()
    told.turn_to_professionals()
    told.look_for_a_place()
    told.plan_for_a_bad_night()
    told.room_of_her_own()
    told.throw_drafts_away()
    told.ask()
    told.look(WHEN[0])
    start_worker()
    told.note_what_dee_said()
    told.split_into_pieces()
    told.cleo_opts_out()
    told.ben_answers()
    told.ben_takes_a_piece()
    told.read_in_a_calendar()
    told.look_back()
    told.lock_while_writing()
    told.be_turned_away()
    told.change_keys()
    told.take_it_along_and_bring_it_in()
    wait_until(lambda: len(told.letters_to("Ben")) == 2, "the ask and the thanks have come")
    told.look(WHEN[2])
    return told


def in_mail(told: Told) -> Places:
    """Mail less its destination, and less the name that others see."""
    places = {}
    for number, letter in enumerate(told.mail.messages):
        assert str(letter["To"]).endswith("@example.org")
        del letter["To"]
        places[f"the headers of mail {number}"] = str(letter.items()).encode()
        places[f"the body of mail {number}"] = letter.get_content().encode()
    return places


def test_what_people_write_lies_nowhere(start_server, start_worker, mail):
    server: Server = start_server(HALVED_SMTP_URL=mail.url)
    workers: list[Running] = []

    told = tell(server, mail, lambda: workers.append(start_worker(server.env)))

    logs = {"the server's log": server.said(), "the worker's log": workers[0].said()}
    places = told.places | told.trace.places() | in_mail(told)
    places |= {log: said.encode() for log, said in logs.items()}
    assert len(told.mark) >= 40
    assert find(told.mark, places) == []
    named = [place for place, text in places.items() if find({"": told.name}, {place: text})]
    assert named and all(place.startswith("the body") for place in named)
    kept = {place: text for place, text in places.items() if place.endswith(("log", *WHEN))}
    assert told.tokens and told.trace.secrets
    assert find(told.tokens | told.trace.secrets, kept) == []
    assert not never_shown(told)


def never_shown(told: Told) -> list[str]:
    """Marks that stood on no page: they were sent into the void, and prove nothing. Secrets are
    not shown again."""
    pages = "\n".join(told.trace.pages)
    secret = re.compile("passphrase|code|guess|leave alone|a number|wrong name|nobody has|refused")
    return [
        what for what, mark in told.mark.items() if mark not in pages and not secret.search(what)
    ]
