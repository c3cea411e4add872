"""Links that lead nowhere, counted for each network that opens them."""

from django.core.cache import cache
from django.http import HttpRequest

from halved.limits.visitors import network
from halved.vault.keys import house

MOST, IN_SECONDS = 20, 3600


def too_many(request: HttpRequest) -> bool:
    """Counts one more. In memory only, and under a keyed hash; each process counts for itself:
    opening an address writes nothing to the store.

    Only for a link that was looked up and leads nowhere. So a right link works however many wrong
    ones its network tried, and nobody can lock others out of theirs.
    """
    key = f"wrong-link:{house().hash(network(request), 'halved.tries').hex()}"
    if cache.add(key, 1, IN_SECONDS):
        return False
    try:
        return cache.incr(key) > MOST
    except ValueError:  # the time ran out in this very moment
        return False
