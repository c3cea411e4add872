""" "This was wrong": anybody tells whoever runs the server. Who it was is kept nowhere; what they
wrote is sealed under the house key, and wiped when it is dealt with."""

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from halved.accounts.room import MemberRequest, private
from halved.directory.forms import CorrectionForm
from halved.directory.models import Correction, Dataset, Service
from halved.directory.visiting import for_whoever_runs_it, page
from halved.limits.models import take
from halved.limits.rules import Limit
from halved.limits.visitors import network

SENT = Limit("corrections", 10, timedelta(hours=1))
OF_ONE, OF_ALL = 5, 1_000  # that wait: of one service, of one dataset
TOO_OFTEN = "Too much came from where you are. Try again in an hour."


# Without protection by a key: somebody else’s page can do no more than anybody can here.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def wrong(request: HttpRequest, key: UUID) -> HttpResponse:
    """On somebody’s own machine there is nobody to tell but the publisher."""
    row = get_object_or_404(Service.objects.shown().select_related("dataset"), key=key)
    form = CorrectionForm(request.POST if request.method == "POST" else None)
    context = {"form": form, "row": row, "details": row.details}
    if request.method != "POST" or settings.OWN_MACHINE:
        return page(request, "wrong.html", context)
    if not form.is_valid():
        return page(request, "wrong.html", context, status=422)
    if not take(SENT, network(request), timezone.now()):
        form.add_error(None, TOO_OFTEN)
        return page(request, "wrong.html", context, status=429)
    said = form.cleaned_data
    kept = correct(row, kind=said["kind"], words=said["words"], now=timezone.now())
    context |= {"kept": kept, "words": said["words"]}
    return page(request, "wronged.html", context, status=200 if kept else 429)


def correct(row: Service, *, kind: str, words: str, now: datetime) -> bool:
    """Keeps it for the operator. False when as much as can be looked at waits already. Not counted
    under a lock: one or two more do no harm."""
    waiting = Correction.objects.filter(dataset=row.dataset_id)
    if waiting.filter(key=row.key).count() >= OF_ONE or waiting.count() >= OF_ALL:
        return False
    made = Correction(dataset_id=row.dataset_id, key=row.key, kind=kind, sent_at=now)
    made.words = words or None
    made.save(force_insert=True)
    return True


# --- for whoever runs it ----------------------------------------------------------------------


def waiting(dataset: Dataset) -> list[tuple[Correction, Service | None]]:
    """What was said of its services, the oldest first, and of which one. Two queries."""
    rows = list(dataset.corrections.all())
    services = Service.objects.filter(key__in={row.key for row in rows})
    by_key = {service.key: service for service in services}
    return [(row, by_key.get(row.key)) for row in rows]


@private
@require_POST
def settle(request: MemberRequest, pk: UUID) -> HttpResponse:
    """The operator is done with it: it is gone."""
    for_whoever_runs_it(request)
    row = get_object_or_404(Correction, pk=pk)
    row.delete()
    return redirect("directory:dataset", pk=row.dataset_id)
