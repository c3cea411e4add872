"""What the tests of limits need beside the four people."""

from tests.asks.conftest import shared_store

__all__ = ["shared_store"]
