"""A real server of directories on 127.0.0.1, by HTTPS: it answers what it is given."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self

from tests.delivery.push_service import _certificate

HOST = "data.example.org"
Answer = tuple[int, dict[str, str], bytes]


class FeedServer:
    """`with FeedServer(folder) as server:` then `server.answers["/services"] = …`: bytes, or a
    function of the address with its query that returns a status, headers and bytes."""

    def __init__(self, folder: Path) -> None:
        self.certificate = folder / "feed.pem"
        self.certificate.write_bytes(_certificate(HOST))
        self.answers: dict[str, bytes | Callable[[str], Answer]] = {}
        self.asked: list[str] = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.server.daemon_threads = True
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate)
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)

    @property
    def name(self) -> str:
        """As an operator puts it on the list."""
        return f"{HOST}:{self.server.server_address[1]}"

    def url(self, path: str) -> str:
        return f"https://{self.name}{path}"

    def __enter__(self) -> Self:
        threading.Thread(target=self.server.serve_forever, args=[0.01], daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()


def _handler(feed: FeedServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            feed.asked.append(self.path)
            said = feed.answers.get(self.path.partition("?")[0], lambda _: (404, {}, b""))
            status, headers, body = said(self.path) if callable(said) else (200, {}, said)
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Says nothing."""

    return Handler
