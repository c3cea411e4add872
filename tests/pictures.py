"""Takes the pictures of the README from the demo: python -m tests.pictures"""

import re
import signal
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import open_chromium

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "halved", "demo", "--no-browser", "--port", "8043"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as demo:
        assert demo.stdout is not None
        links = dict(re.split(": ", demo.stdout.readline().strip(), maxsplit=1) for _ in range(4))
        try:
            with sync_playwright() as driver, open_chromium(driver) as browser:
                nia(visit(browser, links["nia"], 760), browser)
                ben(visit(browser, links["ben"], 390))
                help_now(visit(browser, links["help now"] + "GB/", 390))
        finally:
            demo.send_signal(signal.SIGINT)


def visit(browser: Browser, url: str, width: int, dark: bool = False) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 844}, color_scheme="dark" if dark else "light"
    )
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    return page


def nia(page: Page, browser: Browser) -> None:
    page.get_by_role("button", name="Open Nia").click()
    take(page, "home")
    page.goto(page.url + "asks/")
    page.get_by_role("link", name="Waiting for Ben").click()
    take(page, "ask")
    page.emulate_media(color_scheme="dark")
    page.goto(page.url.split("/asks/")[0])
    take(page, "home-dark")
    page.emulate_media(color_scheme="light")
    page.get_by_role("link", name="Cleo said yes").click()
    page.get_by_role("button", name="Look back").click()
    take(page, "after")


def ben(page: Page) -> None:
    page.get_by_role("button", name="Read it").click()
    take(page, "asked")


def help_now(page: Page) -> None:
    take(page, "now")


def take(page: Page, name: str) -> None:
    page.screenshot(path=FOLDER / f"{name}.png")
    print(FOLDER.name, name)  # noqa: T201


if __name__ == "__main__":
    main()
