"""People who visit: by plain HTTP, through Django's test client, or in Chromium. All can do the
same: open an address, read, follow a link, fill in one of the forms on the page and send it.

Nobody here makes up an address or a field: a form is sent as the page offers it.
"""

from __future__ import annotations

import http.client
import itertools
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from types import MappingProxyType
from typing import Any, Protocol
from urllib.parse import urlencode, urljoin, urlsplit

from django.test import Client
from playwright.sync_api import Locator, Response
from playwright.sync_api import Page as Tab

Fields = Mapping[str, Any]
NOTHING: Fields = MappingProxyType({})
SILENT = {"script", "style", "title", "svg"}
EMPTY = {"input", "link", "meta", "br", "hr", "img", "path", "circle"}


class Visitor(Protocol):
    """What everyone who visits can do. `send` with `wait=False` is on its way until `arrive`."""

    status: int

    @property
    def path(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def source(self) -> str: ...
    def open(self, address: str) -> None: ...
    def follow(self, words: str) -> None: ...
    def send(self, fields: Fields = NOTHING, *, to: str = "", wait: bool = True) -> None: ...
    def arrive(self) -> None: ...


# --- reading a page without a browser ---------------------------------------------------------


@dataclass
class Form:
    """A form as it stands on a page: what would be sent if nobody touched it. A button without a
    name is what the form is for; those with one do something beside."""

    action: str
    method: str
    in_main: bool
    values: list[tuple[str, str]] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    options: dict[tuple[str, str], str] = field(default_factory=dict)  # (name, label): value
    buttons: list[tuple[str, str]] = field(default_factory=list)

    def takes(self, fields: Fields) -> bool:
        buttons = set(self.buttons)
        return all(
            name in self.names or (name, str(value)) in buttons for name, value in fields.items()
        )

    def filled(self, fields: Fields) -> list[tuple[str, str]]:
        """What is sent when somebody fills in `fields` and presses the button that fits."""
        data = [(name, value) for name, value in self.values if name not in fields]
        for name, given in fields.items():
            values = given if isinstance(given, list) else [given]
            data += [(name, self.options.get((name, str(value)), str(value))) for value in values]
        if not any(pressed in self.buttons for pressed in data) and all(
            name for name, _ in self.buttons
        ):
            data += self.buttons[:1]
        return data


class Page(HTMLParser):
    """What stands on a page: its text, its links and its forms."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.text, self.links, self.forms = "", [], []  # type: ignore[var-annotated]
        self._open: list[str] = []
        self._form: Form | None = None
        self._select, self._option, self._area = "", "", ""
        self.feed(source)
        self.text = " ".join(self.text.split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = {name: value or "" for name, value in attrs}
        if tag not in EMPTY:
            self._open.append(tag)
        self.text += " " if tag not in ("b", "a", "span") else ""
        name = about.get("name", "")
        if tag == "a":
            self.links.append([about.get("href", ""), ""])
        elif tag == "form":
            method = about.get("method", "get")
            self._form = Form(about.get("action", ""), method, "main" in self._open)
            self.forms.append(self._form)
        elif self._form and tag in ("input", "textarea", "select", "button", "option"):
            self._take(self._form, tag, name, about)

    def _take(self, form: Form, tag: str, name: str, about: dict[str, str]) -> None:
        kind, value = about.get("type", ""), about.get("value", "")
        if tag == "button":
            form.buttons += [(name, value)] if kind != "button" else []
        elif tag == "option":
            self._option = value
            if "selected" in about or not any(known == self._select for known, _ in form.values):
                form.values = [pair for pair in form.values if pair[0] != self._select]
                form.values.append((self._select, value))
        else:
            form.names.add(name)
            self._select = name if tag == "select" else self._select
            if tag == "textarea":
                self._area = name
                form.values.append((name, ""))
            elif tag == "input" and (kind not in ("radio", "checkbox") or "checked" in about):
                form.values.append((name, value or ("on" if kind == "checkbox" else "")))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in SILENT and tag not in ("path", "circle"):
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        while tag in self._open and self._open.pop() != tag:
            pass
        self.text += " " if tag not in ("b", "a", "span") else ""
        if tag == "form":
            self._form = None
        if tag == "textarea":
            self._area = ""

    def handle_data(self, data: str) -> None:
        if self._form and self._open[-1:] == ["option"]:
            self._form.options[self._select, data.strip()] = self._option
        if self._form and self._area:
            name, value = self._form.values[-1]
            self._form.values[-1] = (name, (value + data).removeprefix("\n"))
        if not SILENT & set(self._open):
            self.text += data
        if "a" in self._open:
            self.links[-1][1] += data

    def link(self, words: str) -> str:
        found = [address for address, text in self.links if words in text]
        assert found, f"No link says “{words}”. This page says: {self.text}"
        return str(found[0])

    def form(self, fields: Fields, to: str) -> Form:
        """The first form that goes `to`, or stands in the main part, and takes these fields."""
        for form in self.forms:
            if (form.action.endswith(to) if to else form.in_main) and form.takes(fields):
                return form  # type: ignore[no-any-return]
        raise AssertionError(f"No form {to} takes {sorted(fields)}. This page says: {self.text}")


# --- without a browser ------------------------------------------------------------------------


class _Reader:
    """Reads pages and fills in forms. Those who inherit from it know how to fetch."""

    patience = 30.0  # seconds for an answer

    def __init__(self) -> None:
        self.status, self.path, self.source = 0, "/", ""
        self.headers: dict[str, str] = {}
        self._on_its_way: Future[None] | None = None

    @property
    def page(self) -> Page:
        return Page(self.source)

    @property
    def text(self) -> str:
        return self.page.text

    def open(self, address: str) -> None:
        self._visit("GET", urljoin(self.path, address))

    def follow(self, words: str) -> None:
        self.open(self.page.link(words))

    def send(self, fields: Fields = NOTHING, *, to: str = "", wait: bool = True) -> None:
        form = self.page.form(fields, to)
        body = urlencode(form.filled(fields))
        # Chromium leaves out the query of the page when a form names another address.
        address = urljoin(self.path, form.action or self.path)
        pool = ThreadPoolExecutor(1)
        self._on_its_way = pool.submit(self._visit, form.method.upper(), address, body)
        pool.shutdown(wait=False)
        if wait:
            self.arrive()

    def arrive(self) -> None:
        assert self._on_its_way, "Nothing was sent."
        self._on_its_way.result(self.patience)

    def _visit(self, method: str, address: str, body: str = "") -> None:
        for _ in range(6):
            parts = urlsplit(address)
            self.path = parts.path + (f"?{parts.query}" if parts.query else "")
            self.status, self.headers, self.source = self._fetch(method, self.path, body)
            if self.status not in (301, 302, 303):
                return
            method, body = "GET", ""
            address = urljoin(self.path, self.headers["location"])
        raise AssertionError(f"Sent in circles, last to {self.path}")

    def _fetch(self, method: str, path: str, body: str) -> tuple[int, dict[str, str], str]:
        raise NotImplementedError


_numbers = itertools.count(1)


class WireVisitor(_Reader):
    """Plain HTTP to a server that is really there. Keeps cookies as a browser does, and comes
    from an address of its own, as through a proxy: sign-ups from one address are limited."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url = url
        self.address = "10.0.{}.{}".format(*divmod(next(_numbers), 250))
        self.cookies: dict[str, str] = {}
        self.kind = "application/x-www-form-urlencoded"

    @property
    def content(self) -> bytes:
        """What came, when it is no text."""
        return self.source.encode(errors="surrogateescape")

    def send_file(self, name: str, file: bytes) -> None:
        """Sends the form with files that stands on the page, with this file in its box."""
        form = next(form for form in self.page.forms if name in form.names)
        values = dict(form.filled({})) | {name: file.decode(errors="surrogateescape")}
        edge, body = "the-edge-of-a-part", ""
        for field_name, value in values.items():
            of_file = '; filename="file.zip"' if field_name == name else ""
            about = f'Content-Disposition: form-data; name="{field_name}"{of_file}'
            body += f"--{edge}\r\n{about}\r\n\r\n{value}\r\n"
        self.kind, plain = f"multipart/form-data; boundary={edge}", self.kind
        self._visit("POST", urljoin(self.path, form.action or self.path), f"{body}--{edge}--\r\n")
        self.kind = plain

    def _fetch(self, method: str, path: str, body: str) -> tuple[int, dict[str, str], str]:
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "X-Forwarded-For": self.address,
        }
        if method == "POST":
            headers["Content-Type"] = self.kind
        connection = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=self.patience)
        try:
            sent = body.encode(errors="surrogateescape") or None
            connection.request(method, path, sent, headers)
            response = connection.getresponse()
            source = response.read().decode(errors="surrogateescape")
        finally:
            connection.close()
        for line in response.headers.get_all("Set-Cookie", []):
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value
                if not morsel.value or morsel["max-age"] == "0":
                    del self.cookies[name]
        return response.status, _lower(response.headers), source


class ClientVisitor(_Reader):
    """Django's test client: the same forms, in the process of the test."""

    def __init__(self, client: Client | None = None) -> None:
        super().__init__()
        self.client = client or Client(enforce_csrf_checks=True)

    def send(self, fields: Fields = NOTHING, *, to: str = "", wait: bool = True) -> None:
        # No thread: the store of the test belongs to this one.
        form = self.page.form(fields, to)
        address = urljoin(self.path, form.action or self.path)
        self._visit(form.method.upper(), address, urlencode(form.filled(fields)))

    def _fetch(self, method: str, path: str, body: str) -> tuple[int, dict[str, str], str]:
        kind = "application/x-www-form-urlencoded"
        response = self.client.generic(method, path, body, content_type=kind)
        return response.status_code, _lower(response.headers), response.content.decode()


def _lower(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


# --- in Chromium ------------------------------------------------------------------------------

_CLOSED = "xpath=ancestor::details[not(@open)]"


class ChromiumVisitor:
    """A tab. What is folded away is opened first, as a person would."""

    def __init__(self, tab: Tab, url: str) -> None:
        self.tab, self.url, self.status = tab, url, 0
        tab.on("response", self._note)

    def _note(self, response: Response) -> None:
        if response.request.is_navigation_request():
            self.status = response.status

    @property
    def path(self) -> str:
        parts = urlsplit(self.tab.url)
        return parts.path + (f"?{parts.query}" if parts.query else "")

    @property
    def text(self) -> str:
        return " ".join(self.tab.inner_text("body").split())

    @property
    def source(self) -> str:
        return self.tab.content()

    def open(self, address: str) -> None:
        self.tab.goto(urljoin(self.url, address))

    def follow(self, words: str) -> None:
        self._click(self.tab.locator("a", has_text=words).first, True)

    def send(self, fields: Fields = NOTHING, *, to: str = "", wait: bool = True) -> None:
        form = self._form(fields, to)
        plain = form.locator("button:not([type=button], [name])")
        button = (plain if plain.count() else form.locator("button:not([type=button])")).first
        for name, value in fields.items():
            box = form.locator(f'[name="{name}"]')
            if box.first.evaluate("box => box.tagName") == "BUTTON":
                button = form.locator(f'button[name="{name}"][value="{value}"]')
            else:
                self._fill(form, name, value)
        self._unfold(button)
        self._click(button, wait)

    def arrive(self) -> None:
        """The page that comes back is a new one: the mark on the old one is gone."""
        self.tab.locator("html:not([data-left])").wait_for(state="attached")
        self.tab.wait_for_load_state()

    def _click(self, what: Locator, wait: bool) -> None:
        self.tab.evaluate("document.documentElement.dataset.left = 1")
        what.click(no_wait_after=True)
        if wait:
            self.arrive()

    def _form(self, fields: Fields, to: str) -> Locator:
        path = f'form[action$="{to}"]' if to else "main form"
        for name, value in fields.items():
            path += (
                f':has(:is([name="{name}"]:not(button), button[name="{name}"][value="{value}"]))'
            )
        form = self.tab.locator(path).first
        assert form.count(), f"No form {to} takes {sorted(fields)}. This page says: {self.text}"
        return form

    def _fill(self, form: Locator, name: str, value: Any) -> None:
        box = form.locator(f'[name="{name}"]')
        self._unfold(box.first)
        kind = box.first.evaluate("box => box.type")
        if kind == "select-one":
            options = box.locator("option").all()
            pick = {option.inner_text().strip(): option for option in options}
            box.select_option(pick[value].get_attribute("value") if value in pick else str(value))
        elif kind in ("radio", "checkbox"):
            for one in value if isinstance(value, list) else [value]:
                # The dot may be drawn by the label: that is what people touch.
                form.locator(
                    "label", has=self.tab.locator(f'[name="{name}"][value="{one}"]')
                ).click()
        else:
            box.fill(str(value))

    @staticmethod
    def _unfold(what: Locator) -> None:
        for closed in what.locator(_CLOSED).all():
            closed.locator("> summary").click()
