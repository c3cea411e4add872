"""Five counters for Prometheus. They have no labels, so they tell of no person."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from prometheus_client import Counter

REQUESTS = Counter("halved_requests", "Requests that were answered.")
ERRORS = Counter("halved_errors", "Requests that broke, and passes of the worker that broke off.")
MOVES = Counter("halved_moves", "What was due and was moved on by the worker.")
SENT = Counter("halved_sent", "Messages that a mail server or a push service took.")
FAILED = Counter("halved_failed", "Messages that could not be sent, for now or for good.")

View = Callable[[HttpRequest], HttpResponse]


def count_requests(get_response: View) -> View:
    """Middleware."""

    def counted(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        REQUESTS.inc()
        if response.status_code >= 500:
            ERRORS.inc()
        return response

    return counted
