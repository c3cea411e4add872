"""Help now. It must answer when everything else is down: no session, no cookie, no store."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import require_safe

from halved.safety.lines import Country, CrisisLine, book, find_country, guess_country


@require_safe
def now(request: HttpRequest) -> HttpResponse:
    """The country the browser's languages name, or the one asked for, or the question which."""
    asked = request.GET.get("country", "")
    if found := find_country(asked):
        return redirect("safety:country", code=found.code)
    guessed = guess_country(request.headers.get("Accept-Language", ""))
    if asked or "choose" in request.GET or not guessed:
        response = _chooser(unknown=bool(asked))
    else:
        response = _country_page(book().countries[guessed], guessed=True)
    patch_vary_headers(response, ["Accept-Language"])
    return response


@require_safe
def country(request: HttpRequest, code: str) -> HttpResponse:
    found = find_country(code)
    return _country_page(found) if found else _chooser(unknown=True)


def _country_page(shown: Country, *, guessed: bool = False) -> HttpResponse:
    today = timezone.localdate()
    groups = [(heading, _checked(lines, today)) for heading, lines in shown.groups]
    context = {
        "country": shown,
        "guessed": guessed,
        "emergency_is_old": shown.emergency.seen.is_old(today),
        "silent": _checked(shown.silent_lines, today),
        "groups": groups,
        # Nobody should have to open anything to see a second line (test figure T50).
        "folded": bool(groups) and len(groups[0][1]) > 1,
        "compiled": book().compiled,
    }
    return _page("safety/country.html", context)


def _checked(lines: Iterable[CrisisLine], today: date) -> list[tuple[CrisisLine, bool]]:
    return [(line, line.seen.check_first(today)) for line in lines]


def _chooser(*, unknown: bool = False) -> HttpResponse:
    context = {"countries": book().countries.values(), "unknown": unknown}
    return _page("safety/choose.html", context, status=404 if unknown else 200)


def _page(template: str, context: Mapping[str, Any], status: int = 200) -> HttpResponse:
    """Rendered without the request, so that nothing in a template can ask who is reading."""
    response = HttpResponse(render_to_string(template, dict(context)), status=status)
    patch_cache_control(response, public=True, max_age=3600)
    return response
