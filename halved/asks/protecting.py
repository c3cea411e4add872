"""For whoever was asked and does not want it: stop it for good, or report it. Behind the link, like
the ask: no account, no cookie, no JavaScript. The member is told of neither."""

from typing import Any

from django.conf import settings
from django.db.transaction import atomic
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from halved.asks.answering import behind_link, knows_key, page
from halved.asks.forms import ReportForm, StopForm
from halved.asks.models import Invitation
from halved.asks.moves import hold
from halved.delivery import actions as delivery
from halved.delivery import reports
from halved.vault.crypto import form_key

OLD = "This page was old. Look at it, and send it once more."


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@behind_link
def stop(request: HttpRequest, token: str, row: Invitation, letter: dict[str, Any]) -> HttpResponse:
    """ "Please don't contact me through Halved again": for everyone on this server. To the member
    it looks like silence."""
    known = letter["reach"]
    form = StopForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and (known or form.is_valid()):
        delivery.opt_out(known or [form.cleaned_data["address"]], timezone.now())
        return page("delivery/_stopped.html", {})
    return page("asks/asked/stop.html", {"known": known, "form": form})


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@behind_link
def report(
    request: HttpRequest, token: str, row: Invitation, letter: dict[str, Any]
) -> HttpResponse:
    """Tells the operator what is wrong, and shows them what was ticked. On somebody's own machine
    the operator is who asks: there is nobody to report to."""
    if settings.OWN_MACHINE:
        return page("asks/asked/report.html", {"name": letter["from"], "nobody": True})
    form = ReportForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if not knows_key(request, token):
            form.add_error(None, OLD)
        else:
            return _reported(form.cleaned_data, row, letter)
    context = {
        "name": letter["from"],
        "form": form,
        "key": form_key(token),
        "asked": bool(letter.get("words")),
        "reach": " and ".join(letter["reach"]),
    }
    status = 422 if form.errors else 200
    return page("asks/asked/report.html", context, status=status)


def _reported(said: dict[str, Any], row: Invitation, letter: dict[str, Any]) -> HttpResponse:
    shown = {
        "words": said["words"],
        "ask": letter.get("words", "") if said["show_ask"] else "",
        "name": letter["from"] if said["show_name"] else "",
        "account": str(row.member_id) if said["show_name"] else "",
        "address": "\n".join(letter["reach"]) if said["show_address"] else "",
    }
    shown = {name: text for name, text in shown.items() if text}
    with atomic():
        hold(row.ask_id)
        place, now = row.pk, timezone.now()
        kept = reports.report(place=place, about=said["about"], shown=shown, now=now)
    context = {"name": letter["from"], "kept": kept, "words": said["words"]}
    return page("asks/asked/reported.html", context, status=200 if kept else 429)
