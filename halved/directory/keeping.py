"""The lists that are here: where they come from, for everybody; bringing one in, looking after it
and taking it away, for whoever runs this."""

import re
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.files import File
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from halved.accounts.room import MemberRequest, private
from halved.directory import correcting
from halved.directory.forms import DataForm
from halved.directory.importing import fetching, report, uploads
from halved.directory.importing.sources import CannotImport
from halved.directory.models import Dataset
from halved.directory.visiting import for_whoever_runs_it, may_run_directory, page


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Every list with its name, licence, date and source, and what was odd in it."""
    shown = Dataset.objects.exclude(imported_at=None).exclude(state=Dataset.State.GOING)
    lists = [(row, odd_in(row)) for row in shown.order_by("name")]
    return page(request, "about.html", {"lists": lists, "runs_it": may_run_directory(request)})


def odd_in(row: Dataset) -> list[tuple[int, str, str]]:
    """How often, what, and what was done, the most frequent first."""
    found = [(count, *report.CODES[code]) for code, count in row.oddities.items()]
    return sorted(found, reverse=True)


@private
def data(request: MemberRequest) -> HttpResponse:
    """What is here; POST takes a file, which the worker reads. What is there is replaced only by a
    whole one."""
    for_whoever_runs_it(request)
    posted = request.method == "POST"
    form = DataForm(request.POST, request.FILES) if posted else DataForm()
    if posted and form.is_valid():
        if made := _keep(form.cleaned_data["file"], form.cleaned_data["name"], request):
            return redirect("directory:dataset", pk=made.pk)
        form.add_error("name", "A list of this name is being taken away. Try again in a minute.")
    is_read = Exists(uploads.being_read().filter(dataset=OuterRef("pk")))
    lists = Dataset.objects.annotate(is_read=is_read).order_by("name")
    return render(request, "directory/data.html", {"form": form, "lists": lists})


def _keep(file: "File[bytes]", name: str, request: MemberRequest) -> Dataset | None:
    called = re.sub(r"[^\w.-]", "_", Path(file.name or "").name)[-80:]  # tells which table it is
    return uploads.keep(file.read(), called, name, request.user.timezone, timezone.now())


@private
@require_safe
def dataset(request: MemberRequest, pk: UUID) -> HttpResponse:
    """One list: what came of the last import, and what people say is wrong in it."""
    for_whoever_runs_it(request)
    row = get_object_or_404(Dataset, pk=pk)
    if row.state == Dataset.State.GOING:
        return redirect("directory:data")
    context: dict[str, Any] = {
        "row": row,
        "is_read": uploads.being_read().filter(dataset=row).exists(),
        "form": DataForm(initial={"name": row.name}),
        "odd": odd_in(row),
        "listed": _is_listed(row.source),
        "waits": bool(row.source and row.refresh_at and row.refresh_at <= timezone.now()),
        "corrections": correcting.waiting(row),
        "own_machine": settings.OWN_MACHINE,
    }
    return render(request, "directory/dataset.html", context)


def _is_listed(source: str) -> bool:
    """Whether it may be fetched without somebody at the command line."""
    try:
        fetching.check_listed(source)
    except CannotImport:
        return False
    return True


@private
@require_POST
def refresh(request: MemberRequest, pk: UUID) -> HttpResponse:
    """The worker fetches it anew, soon, if the host is listed."""
    for_whoever_runs_it(request)
    row = get_object_or_404(Dataset, pk=pk)
    if _is_listed(row.source):
        Dataset.objects.filter(pk=pk).update(refresh_at=timezone.now())
    return redirect("directory:dataset", pk=pk)


@private
@require_POST
def take_away(request: MemberRequest, pk: UUID) -> HttpResponse:
    """The list and all that was in it, by the worker, soon. Nobody’s circle is touched."""
    for_whoever_runs_it(request)
    row = get_object_or_404(Dataset, pk=pk)
    Dataset.objects.filter(pk=row.pk).update(state=Dataset.State.GOING)
    return redirect("directory:data")
