"""What is known about asking, and what we decided not to say. Open to everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from halved.evidence import ON_ASKING, ON_WORDING, UNSAID


@require_safe
def known(request: HttpRequest) -> HttpResponse:
    groups = {"About asking": ON_ASKING.values(), "About words": ON_WORDING.values()}
    return render(request, "reflection/known.html", {"groups": groups, "unsaid": UNSAID})
