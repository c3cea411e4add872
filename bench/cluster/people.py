"""Members who ask and people who answer, through the front door, and one who looks at Help now.

Each waits and tries the same again when something fails, as a person would: reloads the page, or
sends it once more. What was acknowledged is written down.
"""

import re
import threading
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import EmailMessage
from http.client import HTTPConnection, HTTPException
from io import BytesIO
from itertools import count, pairwise
from urllib.parse import urlencode, urljoin, urlsplit

from tests.journeys.visitors import NOTHING, Fields, WireVisitor
from tests.smtp import MailServer

PASSPHRASE = "a river of small stones"
WORDS = "Mum comes home on Thursday. Could you be there at four? No is fine too."
CODES = ("yes", "part", "no")
AN_ASK = re.compile(r"/asks/([0-9a-f-]{36})/")
A_LINK = re.compile(r"/a/([\w-]+)/")
SENTENCE = "It is not your doing"  # on every page that says that something is away
PATIENCE = 1.0  # seconds before the same is tried again


@dataclass
class Failure:
    """What somebody got instead of a page. Status 0: no answer at all."""

    at: float
    what: str
    status: int
    told: bool  # in a sentence


@dataclass
class Ledger:
    """What was acknowledged, and what was not. Times are those of time.monotonic()."""

    acknowledged: list[float] = field(default_factory=list)
    asks: dict[str, str] = field(default_factory=dict)  # id: address of who is asked
    answers: dict[str, tuple[str, str]] = field(default_factory=dict)  # token: code, words
    failures: list[Failure] = field(default_factory=list)
    signed_out: int = 0
    help_now: list[tuple[float, float]] = field(default_factory=list)  # at, seconds

    def longest_silence(self, since: float, until: float) -> float:
        """Seconds in which no write was acknowledged."""
        times = [since, *(at for at in self.acknowledged if since < at < until), until]
        return max(later - earlier for earlier, later in pairwise(times))

    def slowest_help(self, since: float, until: float) -> float:
        return max((taken for at, taken in self.help_now if since <= at <= until), default=0)


class Stopped(Exception):
    """The load ends."""


class Person(WireVisitor):
    def __init__(self, url: str, ledger: Ledger, stop: threading.Event) -> None:
        super().__init__(url)
        self.ledger, self.stopping = ledger, stop

    def _fetch(self, method: str, path: str, body: str) -> tuple[int, dict[str, str], str]:
        while True:
            try:
                status, headers, source = super()._fetch(method, path, body)
            except (OSError, HTTPException) as error:
                status, headers, source = 0, {}, type(error).__name__
            now = time.monotonic()
            if 0 < status < 500:
                if method == "POST" and status in (302, 303):
                    self.ledger.acknowledged.append(now)
                return status, headers, source
            what = f"{method} {re.sub(r'[0-9a-f-]{36}|/a/[^/]+', '…', path)} {source[:60]!r}"
            self.ledger.failures.append(Failure(now, what, status, SENTENCE in source))
            if self.stopping.wait(PATIENCE):
                raise Stopped

    def send(self, fields: Fields = NOTHING, *, to: str = "", wait: bool = True) -> None:
        """In this thread: to try again may take longer than anybody waits for another one."""
        form = self.page.form(fields, to)
        address = urljoin(self.path, form.action or self.path)
        self._visit(form.method.upper(), address, urlencode(form.filled(fields)))


class Nia(Person):
    """A member with a circle, who asks one after the other."""

    def sign_in(self, name: str) -> None:
        self.name = name
        self.open("/sign-in/")
        self.send({"login": name, "password": PASSPHRASE})
        if self.path != "/":
            raise SystemExit(f"bench: {name} could not sign in: {self.text[:300]}")

    def ask(self, contact: str, address: str) -> None:
        """Asks one person by e-mail, step by step, as the pages lead."""
        self.open("/asks/")
        self.send(to="/asks/new/")
        self.send({"kinds": ["emotional"]})
        self.send({"people-0-contact": contact, "people-0-way": "email"})
        if self.path.endswith("/whom/"):  # what speaks against somebody is said once
            self.send()
        names = {name for form in self.page.forms for name in form.names}
        self.send({name: WORDS for name in names if name.startswith("words")})
        if self.path.endswith("?notes=1"):
            self.send()
        self.send({"likely": "3", "weight": "8"})
        self.send({"signs_as": "Nia"})
        out = AN_ASK.fullmatch(self.path)
        if out and self.status == 200:
            self.ledger.asks[out[1]] = address

    def archive(self) -> str:
        """All their data, opened for them: what they themselves find after everything."""
        self.open("/room/data/")
        self.send({"passphrase": PASSPHRASE}, to="/all-my-data.zip")
        with zipfile.ZipFile(BytesIO(self.content)) as file:
            return file.read("data.json").decode()


class Ben(Person):
    """Somebody who was asked."""

    def answer(self, token: str, code: str, words: str) -> None:
        self.open(f"/a/{token}/")
        self.send()
        self.send({"answer": code, "words": words} if words else {"answer": code})
        if self.path.endswith("/done/"):
            self.ledger.answers[token] = code, words


class Crowd:
    """All of them, each in a thread, until it is stopped."""

    def __init__(self, url: str, mail: MailServer, circles: dict[str, list[list[str]]]) -> None:
        self.url, self.mail, self.circles = url, mail, circles
        self.ledger, self._stop = Ledger(), threading.Event()
        self._threads: list[threading.Thread] = []
        self._next, self._numbers = count(), count(1)
        self._answered: set[str] = set()
        self.members: list[Nia] = []
        self.problems: list[str] = []

    def start(self, answering: int = 2, pause: float = 1.0) -> None:
        """Each member asks, and after `pause` seconds the next one."""
        for name, circle in self.circles.items():
            nia = Nia(self.url, self.ledger, self._stop)
            nia.sign_in(name)
            self.members.append(nia)
            self._thread(self._ask_all, nia, circle, pause)
        for _ in range(answering):
            self._thread(self._answer_all)
        self._thread(self._look_at_help_now)

    def _thread(self, work: Callable[..., None], *given: object) -> None:
        def live() -> None:
            try:
                work(*given)
            except Stopped:
                pass
            except Exception as error:
                self.problems.append(f"{work.__name__}: {type(error).__name__}: {error}"[:600])

        thread = threading.Thread(target=live, daemon=True)
        self._threads.append(thread)
        thread.start()

    def stop(self) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join(60)

    def _ask_all(self, nia: Nia, circle: list[list[str]], pause: float) -> None:
        for contact, address in circle:
            try:
                nia.ask(contact, address)
            except AssertionError as error:  # a page that does not lead on
                self._note(nia, str(error))
            if self._stop.wait(pause):
                return
        self.problems.append(f"{nia.name} has nobody left to ask")

    def _note(self, nia: Nia, what: str) -> None:
        nia.open("/asks/")
        if nia.path.startswith("/sign-in/"):
            self.ledger.signed_out += 1
            nia.sign_in(nia.name)
        else:
            self.problems.append(what[:400])

    def _answer_all(self) -> None:
        ben = Ben(self.url, self.ledger, self._stop)
        while True:
            place = next(self._next)
            while len(self.mail.messages) <= place:
                if self._stop.wait(0.1):
                    return
            message = self.mail.messages[place]
            number = next(self._numbers)
            if is_ask(message) and str(message["To"]) not in self._answered:
                self._answered.add(str(message["To"]))
                code = CODES[number % 3]
                words = f"From five, number {number}." if code == "part" else ""
                ben.answer(token_in(message), code, words)

    def _look_at_help_now(self) -> None:
        olu = Person(self.url, self.ledger, self._stop)
        while not self._stop.wait(1):
            begun = time.monotonic()
            olu.open("/now/GB/")
            self.ledger.help_now.append((begun, time.monotonic() - begun))


def is_ask(message: EmailMessage) -> bool:
    return "asked Halved to bring you something" in message.get_content()


def token_in(message: EmailMessage) -> str:
    found = A_LINK.search(message.get_content())
    assert found, "an asking mail without a link"
    return found[1]


def status_of(url: str) -> int:
    """0 when nothing answers."""
    parts = urlsplit(url)
    connection = HTTPConnection(parts.netloc, timeout=5)
    try:
        connection.request("GET", parts.path)
        return connection.getresponse().status
    except (OSError, HTTPException):
        return 0
    finally:
        connection.close()
