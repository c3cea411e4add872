"""For everyone Halved writes to: what this is, who runs it, and how to make it stop. Public, and
without a session or a cookie."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from halved.delivery import stopping
from halved.delivery.actions import enqueue
from halved.delivery.forms import AddressForm
from halved.delivery.models import Message
from halved.limits.models import take
from halved.limits.rules import Limit
from halved.limits.visitors import network

STOPS_ASKED = Limit("stops-asked", 10, timedelta(hours=1))


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    return _about(AddressForm())


@csrf_exempt
@require_POST
def ask_to_stop(request: HttpRequest) -> HttpResponse:
    """Mails a stop link to whoever owns an address. Anybody can type any address: so it takes the
    button behind that link, and the answer here is the same whatever is known of the address.

    Without protection by cookie: somebody else's page can do no more than anybody can here.
    """
    if not settings.CAN_MAIL:
        raise Http404
    form = AddressForm(request.POST)
    if not form.is_valid():
        return _about(form, status=422)
    if not take(STOPS_ASKED, network(request), timezone.now()):
        return _page("429.html", {}, status=429)
    address, now = form.cleaned_data["address"], timezone.now()
    if stopping.may_ask_to_stop(address, now):
        letter = {"to": address}
        enqueue(Message.Kind.STOP, member_id=None, letter=letter, about=None, at=now)
    return _page("delivery/stop_asked.html", {"address": address})


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """The link at the end of a message. GET shows one button and changes nothing."""
    hashed = stopping.hash_behind(token)
    if hashed is None:
        return _page("delivery/stop.html", {"unknown": True}, status=404)
    if request.method == "POST":
        stopping.opt_out([hashed], timezone.now())
    return _page("delivery/stop.html", {"done": request.method == "POST"})


def _about(form: AddressForm, status: int = 200) -> HttpResponse:
    context = {
        "own": settings.OWN_MACHINE,
        "operator": settings.OPERATOR_NAME,
        "contact": settings.OPERATOR_CONTACT,
        "can_mail": settings.CAN_MAIL,
        "form": form,
    }
    return _page("delivery/about.html", context, status)


def _page(template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """Rendered without the request, so that nothing in a template can ask who is reading."""
    response = HttpResponse(render_to_string(template, context), status=status)
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response
