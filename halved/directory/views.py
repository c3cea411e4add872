"""Searching for a service, and what is told of one. Anybody may look. What they look for comes and
goes in a form: it is in no address, no log and no store."""

from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from halved.directory import rules, told, turning, understood
from halved.directory.details import Details
from halved.directory.forms import SearchForm
from halved.directory.importing import uploads
from halved.directory.models import Dataset, Service
from halved.directory.searching import search as searching
from halved.directory.searching.search import Hit
from halved.directory.visiting import page, whose_room_is_open
from halved.safety import question

FEW = 4  # found: then looking further is offered


# Without protection by a key: a search changes nothing, and a page that is old must not refuse it.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """The form; with POST what was found, or with `open` one of them and the way back to it."""
    if request.method != "POST":
        filled = _is_filled()
        context = {"form": SearchForm(), "filled": filled}
        is_read = not filled and uploads.being_read().exists()
        return page(request, "search.html", context | {"is_read": is_read})
    form = SearchForm(request.POST)
    if not form.is_valid():
        context = {"form": form, "filled": _is_filled()}
        return page(request, "search.html", context, status=422)
    if found := _opened(request):
        row, place = found
        return _service(request, row, place, form)
    return _found(request, form)


def _is_filled() -> bool:
    return Dataset.objects.exclude(imported_at=None).exists()


def _opened(request: HttpRequest) -> tuple[Service, int] | None:
    """The service whose button was pressed, and at which place: "{key} {place}"."""
    key, _, place = request.POST.get("open", "").partition(" ")
    try:
        row = Service.objects.shown().select_related("dataset").get(key=UUID(key))
    except (ValueError, Service.DoesNotExist):
        return None
    return row, int(place) if place.isdecimal() and len(place) < 6 else 0


def _found(request: HttpRequest, form: SearchForm) -> HttpResponse:
    now, query = timezone.now(), form.query()
    results = searching.search(query, now)
    place = results.place.label if results.place else ""
    chosen = {name for name, _ in form.carried} - {"text", "within_km"}
    few = bool(query.text and chosen) and results.total < FEW
    context = {
        "form": form,
        "filled": True,
        "results": results,
        "hits": [_told(hit, now) for hit in results.hits],
        "looked_for": understood.looked_for(results, query.text, place),
        "remarks": understood.remarks(results, query.within_km, place),
        "counted": understood.counted(results, results.total, results.many),
        "wider": [("text", query.text)] if few else [],
        "next": results.page + 1,
        "before": results.page - 1,
        "danger": question.ask(whose_room_is_open(request), [query.text]),
    }
    return page(request, "search.html", context)


def _told(hit: Hit, now: datetime) -> dict[str, Any]:
    """One of the list: what it is, where, whether it is open, and one thing to do."""
    details, place = hit.service.details, hit.location
    reach, times = turning.reach(details, place), _times(details, place, hit.service.dataset, now)
    ways = turning.ways(reach, turning.first(reach, times, details.get("status", "")))
    return {
        "service": hit.service,
        "details": details,
        "place": place or 0,
        "line": told.in_short(details),
        "town": turning.location(details, place).get("city", ""),
        "distance": told.distance(hit.kilometres) if hit.kilometres is not None else "",
        "state": times.sentence,
        "do": ways[0] if ways and ways[0].first and ways[0].href else None,
        "unsure": hit.unsure,
    }


@require_safe
def service(request: HttpRequest, key: UUID) -> HttpResponse:
    """One service, at an address that can be kept."""
    row = Service.objects.shown().select_related("dataset").filter(key=key).first()
    if row is None:
        return page(request, "gone.html", {}, status=404)
    return _service(request, row, 0, None)


def _service(
    request: HttpRequest, row: Service, place: int, back: SearchForm | None
) -> HttpResponse:
    details, now = row.details, timezone.now()
    reach, times = turning.reach(details, place), _times(details, place, row.dataset, now)
    said, old = told.checked(
        details.get("checked_on"), times.at.date(), can_call=bool(reach.phones and reach.place)
    )
    begin = turning.first(reach, times, details.get("status", ""))
    context = {
        "row": row,
        "details": details,
        "first": begin,
        "ways": turning.ways(reach, begin),
        "facts": told.facts(details, place),
        "unknown": told.unknown(details, place),
        "elsewhere": told.elsewhere(details, place),
        "map": turning.map_of(details, place),
        "checked": said,
        "old": old,
        "back": back,
    }
    return page(request, "service.html", context)


def _times(details: Details, place: int | None, dataset: Dataset, now: datetime) -> turning.Times:
    """How it stands with their opening times, in the zone of the dataset."""
    at = now.astimezone(ZoneInfo(dataset.timezone))
    table = turning.timetable(details, place)
    return turning.Times(
        at=at,
        is_open=rules.is_open(table, at),
        closes=rules.closes_at(table, at),
        opens=rules.next_opening(table, at),
    )
