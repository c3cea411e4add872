"""While one types, the page says truly whether the words are kept."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import World
from tests.journeys.visitors import ChromiumVisitor


@pytest.mark.browser
def test_a_line_does_not_go_on_saying_kept_when_the_server_is_gone(browse, start_server):
    server = start_server()
    nia, _ = World(server.url, browse).nia()
    assert isinstance(nia, ChromiumVisitor)
    nia.open("/safety/plan/change/")
    kept, box = nia.tab.locator("#kept"), nia.tab.locator("textarea:visible").first
    box.press_sequentially("Not sleeping")
    expect(kept).to_contain_text("Kept at")
    server.kill()

    box.press_sequentially(" at all")

    expect(kept).to_have_text(re.compile("Not kept just now. Leave this page open."))
    expect(box).to_have_value("Not sleeping at all")
