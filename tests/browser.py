"""Chromium for the journeys. It reaches this machine and nothing else."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright

# The same browser without its windows takes a third of the work.
SHELL = "chromium-headless-shell"
WHOLE = ["chromium", "chromium-browser", "google-chrome"]
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    # Every visit is that of a new visitor, and a process costs more than a page.
    "--in-process-gpu",
    "--process-per-site",
    "--renderer-process-limit=1",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-proxy-server",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]


def find_chromium(driver: Playwright, names: list[str]) -> str:
    """The path of a Chromium on this machine. Where there is none, CI fails, and elsewhere the
    test is skipped and says so."""
    for name in names:
        if found := shutil.which(name):
            return found
    own = driver.chromium.executable_path
    if Path(own).exists():
        return own
    leave = pytest.fail if os.environ.get("CI") else pytest.skip
    return leave("No Chromium on this machine: install it to run the tests that need a browser.")


@contextmanager
def open_chromium(driver: Playwright, *, whole: bool = False) -> Iterator[Browser]:
    """A browser; a `whole` one also shows notices and can be told to install an app."""
    path = find_chromium(driver, WHOLE if whole else [SHELL, *WHOLE])
    browser = driver.chromium.launch(executable_path=path, args=ARGUMENTS)
    yield browser
    browser.close()


class Browse:
    """`browse()` opens a page as a new visitor; `browse(javascript=False, width=320)`."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.faults: list[str] = []

    def __call__(self, javascript: bool = True, width: int = 1280, dark: bool = False) -> Page:
        context = self.browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if dark else "light",
            java_script_enabled=javascript,
            locale="en-US",  # the headless shell says no language by itself
        )
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", self._listen)
        return page

    def _listen(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.faults.append(message.text)

    def close(self) -> None:
        """Ends all visits. Fails when a script broke or a page broke its own security policy."""
        for context in self.browser.contexts:
            context.close()
        assert not self.faults, "\n".join(["In the browser:", *self.faults])
