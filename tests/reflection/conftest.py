"""Something Nia carries, and her open room."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from django.test import Client

from halved.accounts.models import Member
from halved.reflection.models import Concern


@pytest.fixture
def room(sign_in: Callable[[Member], Client], nia: Member) -> Iterator[Client]:
    """A client that has signed in as Nia. What counts sign-ins forgets this one."""
    yield sign_in(nia)
    cache.clear()


@pytest.fixture
def concern(nia: Member) -> Concern:
    return Concern.put_down(nia, "Mum’s care, and the money")


@pytest.fixture
def place(concern: Concern) -> str:
    """The address of the concern."""
    return f"/carrying/{concern.pk}/"
