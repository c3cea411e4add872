"""The stories in Chromium, with JavaScript and without."""

import pytest

from tests.browser import Browse
from tests.journeys.conftest import World
from tests.journeys.stories import Stories
from tests.processes import Server


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def world(house: Server, browse: Browse, request: pytest.FixtureRequest) -> World:
    return World(house.url, browse, javascript=request.param)


@pytest.mark.browser
class TestInChromium(Stories):
    pass
