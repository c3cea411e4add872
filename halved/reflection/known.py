"""What is known about asking, and what we decided not to say. Open to everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from halved.evidence import CLAIMS, UNSAID


@require_safe
def known(request: HttpRequest) -> HttpResponse:
    return render(request, "reflection/known.html", {"claims": CLAIMS.values(), "unsaid": UNSAID})
