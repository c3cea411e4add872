"""For a member who is suspended: why they cannot come in, whom to ask, and what stays theirs.

What they wrote is theirs. So they can take it along or delete it, by their passphrase, without
coming in. Help now is open to everybody anyway.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from halved.archive.deleting import delete_everything
from halved.archive.packing import pack
from halved.operators.forms import StillMine
from halved.operators.suspending import PATIENCE


@never_cache
@require_safe
def closed(request: HttpRequest) -> HttpResponse:
    """Where a sign-in with the right passphrase leads. It knows nobody."""
    context = {
        "operator": settings.OPERATOR_NAME,
        "contact": settings.OPERATOR_CONTACT or settings.OPERATOR_EMAIL,
        "days": PATIENCE.days,
    }
    return render(request, "account/account_inactive.html", context)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def take(request: HttpRequest) -> HttpResponse:
    """The archive, made while it is sent."""
    form = StillMine(request.POST if request.method == "POST" else None)
    member = form.whose(request) if form.is_bound else None
    if member is None:
        return render(request, "operators/take.html", {"form": form})
    response = StreamingHttpResponse(pack(member, timezone.now()), content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="all-my-data.zip"'
    return response  # type: ignore[return-value]


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest) -> HttpResponse:
    """Everything, at once, as in the room."""
    form = StillMine(request.POST if request.method == "POST" else None)
    member = form.whose(request) if form.is_bound else None
    if member is None:
        context = {"form": form, "days": settings.BACKUP_DAYS}
        return render(request, "operators/delete.html", context)
    delete_everything(member, timezone.now())
    response = redirect("archive:gone")
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response
