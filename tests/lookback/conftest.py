import pytest
from django.test import Client


@pytest.fixture
def room(nia, sign_in) -> Client:
    """Nia's open room."""
    return sign_in(nia)
