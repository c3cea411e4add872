"""Help now. It must answer when everything else is down: no session, no cookie, no store."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import require_safe

from halved.safety.book import Book, open_book
from halved.safety.guessing import guess_country
from halved.safety.pages import choose_page, country_page


@require_safe
def now(request: HttpRequest) -> HttpResponse:
    """The country the browser's clock or languages name, or the one asked for, or which it is."""
    book = open_book(settings.LINES_FILE)
    asked = request.GET.get("country", "")
    if found := book.find(asked):
        return redirect("safety:country", code=found.code)
    response = (
        _choice(book, unknown=bool(asked))
        if asked or "choose" in request.GET
        else _guess(book, request)
    )
    patch_vary_headers(response, ["Accept-Language"])
    return response


@require_safe
def country(request: HttpRequest, code: str) -> HttpResponse:
    book = open_book(settings.LINES_FILE)
    found = book.find(code)
    if not found:
        return _choice(book, unknown=True, up="../")
    return _answer(country_page(book, found, timezone.localdate()))


def _guess(book: Book, request: HttpRequest) -> HttpResponse:
    """A script adds the time zone to the address. Nothing of it is kept."""
    known, zone = book.countries, request.GET.get("zone", "")
    guessed = guess_country(known, request.headers.get("Accept-Language", ""), zone)
    if not guessed:
        return _choice(book)
    by = "clock" if guess_country(known, "", zone) else "language"
    return _answer(country_page(book, known[guessed], timezone.localdate(), guessed_by=by))


def _choice(book: Book, *, unknown: bool = False, up: str = "") -> HttpResponse:
    page = choose_page(book, timezone.localdate(), unknown=unknown, up=up)
    return _answer(page, status=404 if unknown else 200)


def _answer(page: str, status: int = 200) -> HttpResponse:
    response = HttpResponse(page, status=status)
    patch_cache_control(response, public=True, max_age=3600)
    return response
