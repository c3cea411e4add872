"""Halved on one device: as an app, and Help now without a network.

The service worker keeps what is listed here and nothing else. A page of the room is never kept.
"""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_POST, require_safe

from halved.accounts.looks import LOOKS, look_of
from halved.accounts.room import MemberRequest, private
from halved.delivery import browsers
from halved.delivery.channels.push import NotAllowed
from halved.vault.signing import signing_key

WORKER = Path(__file__).parent / "static" / "halved" / "worker.js"
# What the kept pages need to look and work as they do with a network.
FILES = ("halved.css", "mark.svg", "plain.svg", "leave.js", "now.js")
# A form sent there leaves only what is kept for everyone, or nothing at all, on the device.
TIDIED, ENDED = ("lock", "leave"), ("account_logout",)
PAPER = "#F8F4EC"
ICON_SIZES = (192, 512)


@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """At the root, because it may only look after what lies below its own address."""
    response = HttpResponse(_script(), content_type="text/javascript; charset=utf-8")
    response["Service-Worker-Allowed"] = "/"
    response["Cache-Control"] = "no-cache"
    return response


@cache
def _script() -> str:
    """Its version is made of all it says, so that a change of one byte makes a new store."""
    worker = WORKER.read_text(encoding="utf-8")
    kept: dict[str, Any] = {
        "files": [static(f"halved/{name}") for name in FILES],
        "offline": reverse("offline"),
        "now": reverse("safety:now"),
        "tidied": [reverse(name) for name in TIDIED],
        "ended": [reverse(name) for name in ENDED],
    }
    content = json.dumps(kept) + worker
    kept["version"] = hashlib.sha256(content.encode()).hexdigest()[:12]
    return f"const KEPT = {json.dumps(kept)};\n{worker}"


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """Shown by the service worker in the place of a page that cannot be reached."""
    response = HttpResponse(render_to_string("offline.html"))
    patch_cache_control(response, public=True, max_age=3600)
    return response


@require_safe
def manifest(request: HttpRequest, look: str) -> HttpResponse:
    """How an installed Halved looks. It says no more than the tab does."""
    shown = LOOKS.get(look)
    if shown is None:
        raise Http404
    sign = shown.icon.removesuffix(".svg")
    icons = [
        {
            "src": static(f"halved/{sign}-{size}.png"),
            "sizes": f"{size}x{size}",
            "type": "image/png",
            "purpose": purpose,
        }
        for size in ICON_SIZES
        for purpose in ("any", "maskable")
    ]
    about = {
        "id": "/",
        "name": shown.name,
        "short_name": shown.name,
        "lang": "en",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": icons,
    }
    response = JsonResponse(about, content_type="application/manifest+json")
    patch_cache_control(response, public=True, max_age=3600)
    return response


@private
@require_safe
def device(request: MemberRequest) -> HttpResponse:
    """What stays on this device, Halved as an app, and messages on the screen."""
    return _device(request)


def _device(request: MemberRequest, *, unknown: bool = False) -> HttpResponse:
    member = request.user
    context = {
        "look": member.look,
        "name": look_of(member).name,
        "key": signing_key().public if settings.CAN_PUSH else "",
        "marks": browsers.marks(member),
        "unknown": unknown,
    }
    return render(request, "device.html", context, status=422 if unknown else 200)


@private
@require_POST
def push_on(request: MemberRequest) -> HttpResponse:
    """This browser shows that something is waiting. The page's script puts in its address."""
    if not settings.CAN_PUSH:
        raise Http404
    try:
        browsers.switch_on(request.user, request.POST.get("endpoint", ""), timezone.now())
    except NotAllowed:
        return _device(request, unknown=True)
    return redirect(f"{reverse('device')}#screen")


@private
@require_POST
def push_off(request: MemberRequest) -> HttpResponse:
    """In this browser, or in all of them."""
    browsers.switch_off(request.user, request.POST.get("endpoint", ""))
    return redirect(f"{reverse('device')}#screen")
