"""Where journeys take place: a server for each module, and Nia with Ben and Cleo in her circle."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import processes
from tests.browser import Browse
from tests.conftest import BEN, CLEO, PASSPHRASE
from tests.journeys.visitors import ChromiumVisitor, Visitor, WireVisitor

pytest.register_assert_rewrite("tests.journeys.stories")

WORDS = "Mum comes home on Thursday. Could you be there at four? No is fine too."
_numbers = itertools.count(1)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[processes.Server]:
    """One `halved serve` for all journeys of a module, on a store of its own."""
    with ExitStack() as stack:
        store = stack.enter_context(processes.prepared_database())
        folder: Path = tmp_path_factory.mktemp("house")
        settings = {"HALVED_DATABASE_URL": store, "HALVED_PROXIES": "1"}
        server = processes.start_server(folder, program="tests.quick", **settings)
        stack.callback(server.kill)
        yield server


@dataclass
class Asked:
    """An ask that is out: where Nia looks at it, and the links she can pass on."""

    path: str
    links: list[str]


class World:
    """Who is there, and how they visit. Nia's circle is made by plain HTTP, to save time."""

    def __init__(self, url: str, browse: Browse | None = None, javascript: bool = True) -> None:
        self.url, self.browse, self.javascript = url, browse, javascript

    @staticmethod
    def new_name() -> str:
        return f"nia-{next(_numbers)}"

    def visitor(self) -> Visitor:
        """Somebody who was never here."""
        if self.browse is None:
            return WireVisitor(self.url)
        return ChromiumVisitor(self.browse(javascript=self.javascript), self.url)

    def nia(self) -> tuple[Visitor, WireVisitor]:
        """Nia with an open room, and the same Nia at work by plain HTTP."""
        plain = WireVisitor(self.url)
        sign_up(plain, self.new_name())
        for name in (BEN, CLEO):
            plain.open("/circle/new/")
            plain.send({"name": name})
        if self.browse is None:
            nia = WireVisitor(self.url)
            nia.cookies = plain.cookies
            return nia, plain
        seen = self.visitor()
        assert isinstance(seen, ChromiumVisitor)
        carry_cookies(plain, seen)
        return seen, plain


def carry_cookies(plain: WireVisitor, seen: ChromiumVisitor) -> None:
    """The browser is signed in where the other one is."""
    cookies = [{"name": n, "value": v, "url": plain.url} for n, v in plain.cookies.items()]
    seen.tab.context.add_cookies(cookies)  # type: ignore[arg-type]


def sign_up(visitor: Visitor, name: str) -> None:
    """Makes a room and confirms the recovery code, all through the front door."""
    visitor.open("/sign-up/")
    visitor.send({"username": name, "password1": PASSPHRASE, "password2": PASSPHRASE})
    visitor.send({"last": code_on(visitor)[-5:]})
    assert visitor.path == "/", visitor.text


def code_on(visitor: Visitor) -> str:
    """The recovery code that this page shows."""
    groups = [word for word in visitor.text.split() if word.count("-") == 5]
    assert groups, visitor.text
    return groups[0]


def ask(
    nia: Visitor, *names: str, way: str = "link", order: str = "in_turn", words: str = WORDS
) -> Asked:
    """Asks these people, step by step, with one and the same words."""
    nia.open("/asks/")
    nia.send(to="/asks/new/")
    nia.send({"kinds": ["emotional"]})
    for place, name in enumerate(names):
        nia.send({f"people-{place}-contact": name, f"people-{place}-way": way, "more": "1"})
    nia.send({"order": order})
    nia.send(dict.fromkeys(boxes(nia), words))
    if nia.path.endswith("?notes=1"):  # what is noted is shown once, and she goes on as it is
        nia.send()
    nia.send({"likely": "3", "weight": "8"})
    nia.send({"signs_as": "Nia"} if way in ("link", "email") else {})
    return Asked(nia.path, links_on(nia))


def boxes(nia: Visitor) -> list[str]:
    """The names of the boxes for words on this page."""
    from tests.journeys.visitors import Page

    names = {name for form in Page(nia.source).forms for name in form.names}
    return sorted(name for name in names if name.startswith("words"))


def links_on(nia: Visitor) -> list[str]:
    """The private links that this page shows, in order."""
    return [word for word in nia.text.split() if "/a/" in word]
