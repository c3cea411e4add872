"""All that one has: taken along, brought in, deleted."""

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from halved.accounts.again import Again
from halved.accounts.models import Member
from halved.accounts.room import MemberRequest, lock_room, private
from halved.archive.bringing import bring, is_empty
from halved.archive.deleting import delete_everything
from halved.archive.forms import BringForm
from halved.archive.packing import pack
from halved.archive.reading import CannotRead


@private
@require_safe
def data(request: MemberRequest) -> HttpResponse:
    return _page(request, Again())


def _page(request: MemberRequest, form: Again) -> HttpResponse:
    context = {"form": form, "is_empty": is_empty(request.user), "came": "came" in request.GET}
    return render(request, "archive/data.html", context)


@private
@require_POST
@sensitive_post_parameters()
def take(request: MemberRequest) -> HttpResponse:
    """The archive, after the passphrase. It is made while it is sent, and kept nowhere."""
    form = Again(request.POST)
    if not form.is_right(request, request.user):
        return _page(request, form)
    response = StreamingHttpResponse(
        pack(request.user, timezone.now()), content_type="application/zip"
    )
    response["Content-Disposition"] = 'attachment; filename="all-my-data.zip"'
    return response  # type: ignore[return-value]


@private
def bring_in(request: MemberRequest) -> HttpResponse:
    """An archive, into a room with nothing in it. It is read once and kept nowhere."""
    posted = request.method == "POST"
    form = BringForm(request.POST, request.FILES) if posted else BringForm()
    if form.is_valid():
        try:
            bring(request.user, form.cleaned_data["archive"], timezone.now())
        except CannotRead as error:
            form.add_error("archive", str(error))
        else:
            return redirect(f"{reverse('archive:data')}?came=1")
    context = {"form": form, "is_empty": is_empty(request.user)}
    return render(request, "archive/bring_in.html", context)


@private
@sensitive_post_parameters()
def delete(request: MemberRequest) -> HttpResponse:
    """Everything, everywhere, now. There is no way back, so the page says first what goes."""
    form = Again(request.POST or None)
    if request.method == "POST" and form.is_right(request, request.user):
        delete_everything(request.user, timezone.now())
        response = redirect("archive:gone")
        response["Clear-Site-Data"] = '"cache", "storage"'  # what the service worker keeps too
        lock_room(request, response)
        logout(request)
        return response
    context = {"form": form, "days": settings.BACKUP_DAYS, "own_machine": settings.OWN_MACHINE}
    return render(request, "archive/delete.html", context)


@require_safe
def gone(request: HttpRequest) -> HttpResponse:
    """What somebody sees who has deleted everything. It knows nobody."""
    first_start = settings.OWN_MACHINE and not Member.objects.exists()
    context = {"days": settings.BACKUP_DAYS, "own_machine": first_start}
    return render(request, "archive/gone.html", context)
