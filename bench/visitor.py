"""A visitor with an empty browser: keeps cookies and what may be kept, and counts what came."""

import re
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlencode, urlsplit

PARTS = re.compile(r'(?:src|href)="(/static/[^"]+)"')
CSRF = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass(frozen=True)
class Visit:
    """A page with everything it needed: what it said, and how much came over the wire."""

    path: str
    text: str
    size: int
    requests: int


@dataclass
class Visitor:
    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)

    def get(self, path: str) -> Visit:
        return self._visit("GET", path)

    def post(self, path: str, **form: str) -> Visit:
        return self._visit("POST", path, urlencode(form))

    def forget_pages(self) -> None:
        """Empties the browser's cache; whoever is signed in stays signed in."""
        self.kept.clear()

    def _visit(self, method: str, path: str, body: str = "") -> Visit:
        """Follows redirects; loads styles, scripts and pictures that are not kept yet."""
        size, requests = 0, 0
        answer, content = self._ask(method, path, body)
        while answer.status in (302, 303):
            size, requests = size + _weight(answer, content), requests + 1
            path = urlsplit(answer.headers["Location"]).path
            answer, content = self._ask("GET", path)
        if answer.status != 200:
            raise SystemExit(f"bench: {method} {path} gave {answer.status}")
        size, requests = size + _weight(answer, content), requests + 1
        text = content.decode()
        for part in dict.fromkeys(PARTS.findall(text)):
            if part not in self.kept:
                answer, content = self._ask("GET", part)
                size, requests = size + _weight(answer, content), requests + 1
                if "max-age" in answer.headers.get("Cache-Control", ""):
                    self.kept.add(part)
        return Visit(path, text, size, requests)

    def _ask(self, method: str, path: str, body: str = "") -> tuple[HTTPResponse, bytes]:
        here = f"http://127.0.0.1:{self.port}"
        headers = {
            "Accept-Encoding": "gzip",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "Origin": here,
        }
        if body or method == "POST":
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path, body or None, headers)
            answer = connection.getresponse()
            content = answer.read()
        finally:
            connection.close()
        for cookie in answer.headers.get_all("Set-Cookie", []):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer, content


def csrf(visit: Visit) -> str:
    """What a form on this page must send back."""
    found = CSRF.search(visit.text)
    if not found:
        raise SystemExit(f"bench: there is no form on {visit.path}")
    return found[1]


def _weight(answer: HTTPResponse, content: bytes) -> int:
    """Bytes of one answer: the status line, the headers, an empty line, the content."""
    lines = sum(len(f"{name}: {value}\r\n") for name, value in answer.headers.items())
    return len(f"HTTP/1.1 {answer.status} {answer.reason}\r\n") + lines + 2 + len(content)
