"""Errors that nobody foresaw. When the store is away, people are told so, and what they typed comes
back with the page, to be copied or sent once more."""

import logging
import sys

from django.db import DataError, Error, IntegrityError, NotSupportedError, ProgrammingError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import defaults

from halved.accounts.room import SECRETS, typed_words, words_in
from halved.logs import why_the_store_refuses

log = logging.getLogger(__name__)

# These say that we asked the wrong thing of a store that is well.
OURS = (DataError, IntegrityError, NotSupportedError, ProgrammingError)
AGAIN_IN_SECONDS = 10


def broke(request: HttpRequest) -> HttpResponse:
    """Django calls this while the error is being handled. The page needs no store."""
    error = sys.exc_info()[1]
    if isinstance(error, Error) and not isinstance(error, OURS):
        log.error(why_the_store_refuses(error))
        return _store_is_away(request)
    return defaults.server_error(request)


def _store_is_away(request: HttpRequest) -> HttpResponse:
    """503. What was sent can be sent once more as it was, unless secrets or files were in it."""
    sent = [(name, value) for name, values in request.POST.lists() for value in values]
    context = {
        "posted": request.method == "POST",
        "words": words_in(typed_words(request)),
        "fields": sent,
        "as_it_was": not request.FILES and not SECRETS & set(request.POST),
    }
    response = render(request, "away.html", context, status=503)
    response["Cache-Control"] = "no-store"
    response["Retry-After"] = str(AGAIN_IN_SECONDS)
    return response
