"""The stories by plain HTTP, against a server that is really there."""

import pytest

from tests.journeys.conftest import World
from tests.journeys.stories import Stories
from tests.processes import Server


@pytest.fixture
def world(house: Server) -> World:
    return World(house.url)


class TestByPlainHTTP(Stories):
    pass
