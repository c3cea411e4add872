"""A real mail server on 127.0.0.1 that keeps what it receives, and fails in the ways servers do."""

import asyncio
import email
import threading
from collections.abc import Callable, Coroutine
from email import policy
from email.message import EmailMessage
from typing import Any, Literal, Self, cast

from aiosmtpd.smtp import SMTP, Envelope, Session

Mode = Literal["accept", "refuse", "slow", "dead", "half"]


class MailServer:
    """`with MailServer() as smtp:` — then `smtp.url`, `smtp.messages`, and `smtp.mode = "refuse"`.

    accept  takes every message.
    refuse  says `refusal` to each recipient ("450 …" for later, "550 …" for never).
    slow    waits `wait` seconds before it takes the recipient.
    dead    nobody listens on the port.
    half    reads the whole message, then hangs up without a reply; it is kept in `cut_off`.
    """

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.cut_off: list[EmailMessage] = []
        self.refusal = "450 4.2.1 Try again later"
        self.wait = 60.0
        self.port = 0
        self._mode: Mode = "accept"
        self._arrived = threading.Condition()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._listener: asyncio.Server | None = None
        self._sessions: list[SMTP] = []

    def __enter__(self) -> Self:
        self._thread.start()
        self._in_loop(self._listen())
        return self

    def __exit__(self, *_: object) -> None:
        self._in_loop(self._hang_up())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    @property
    def mode(self) -> Mode:
        return self._mode

    @mode.setter
    def mode(self, mode: Mode) -> None:
        if "dead" in (mode, self._mode) and mode != self._mode:
            self._in_loop(self._hang_up() if mode == "dead" else self._listen())
        self._mode = mode

    def wait_for(self, count: int, seconds: float = 20) -> list[EmailMessage]:
        """The messages, as soon as there are `count`; fails when they do not come."""
        with self._arrived:
            came = self._arrived.wait_for(lambda: len(self.messages) >= count, seconds)
        assert came, f"{len(self.messages)} of {count} messages came within {seconds} seconds"
        return self.messages

    # --- in the loop's thread -----------------------------------------------------------------

    def _in_loop(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout=10)

    async def _listen(self) -> None:
        # The same port again after "dead"; the first time the system picks one.
        make = cast(Callable[[], asyncio.Protocol], self._session)
        self._listener = await self._loop.create_server(make, "127.0.0.1", self.port)
        self.port = self._listener.sockets[0].getsockname()[1]

    def _session(self) -> SMTP:
        # With a name given, the server need not look up its own.
        session = SMTP(self, hostname="localhost", enable_SMTPUTF8=True, loop=self._loop)
        self._sessions.append(session)
        return session

    async def _hang_up(self) -> None:
        if self._listener:
            self._listener.close()
        for session in self._sessions:
            _cut(session)
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        self._sessions.clear()

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self._mode == "refuse":
            return self.refusal
        if self._mode == "slow":
            await asyncio.sleep(self.wait)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        content = cast(bytes, envelope.content)
        message = email.message_from_bytes(content, policy=policy.default)
        if self._mode == "half":
            self.cut_off.append(message)
            _cut(server)
            return "421 Gone"
        with self._arrived:
            self.messages.append(message)
            self._arrived.notify_all()
        return "250 OK"


def _cut(session: SMTP) -> None:
    if session.transport:
        cast(asyncio.Transport, session.transport).abort()
