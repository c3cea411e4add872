"""The safety plan: read, written, printed, taken along, thrown away."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST, require_safe

from halved.accounts.room import MemberRequest, private
from halved.evidence import CLAIMS
from halved.safety.book import open_book
from halved.safety.forms import PlanForm
from halved.safety.guessing import guess_country
from halved.safety.models import SafetyPlan
from halved.safety.parts import printed_size

MOST_LINES = 3


def _own(request: MemberRequest) -> SafetyPlan | None:
    row = SafetyPlan.objects.filter(member=request.user).first()
    if row:
        row.member = request.user
    return row


@private
@require_safe
def plan(request: MemberRequest) -> HttpResponse:
    """The plan, to be read and printed. Without one, what it would be."""
    row = _own(request)
    context = _shown(row) if row else {}
    return render(request, "safety/plan.html", {**context, "plan": row})


def _shown(row: SafetyPlan) -> dict[str, Any]:
    """What stands in the plan, and the numbers of the chosen country beside it."""
    words, kept, today = row.words, row.parts or {}, localdate()
    country = open_book(settings.LINES_FILE).find(kept.get("country", ""))
    groups = country.groups if country else ()
    lines = [line for _, found in groups[:1] for line in found if line.numbers]
    return {
        "words": words,
        "size": printed_size(words),
        "nobody": not kept.get("people"),
        "changed_on": row.day,
        "country": country,
        "lines": [(line, line.seen.check_first(today)) for line in lines[:MOST_LINES]],
    }


@private
def change(request: MemberRequest) -> HttpResponse:
    """The six parts. A pause in typing keeps them (htmx), and so does every button."""
    row = _own(request)
    kept = (row.parts if row else None) or {}
    countries = open_book(settings.LINES_FILE).countries
    languages, zone = request.headers.get("Accept-Language", ""), request.user.timezone
    guessed = guess_country(countries, languages, zone) or ""
    form = PlanForm(_with_person(request) or None, initial={"country": guessed} | kept)
    if request.method == "POST":
        texts, new = form.texts(), form.changed()
        if row is None:  # what was guessed stands in the box, and nobody changed it
            new = {"country": texts.get("country", ""), **new}
        if new:
            SafetyPlan.write(request.user, new, localdate())
        if "HX-Request" in request.headers:
            return render(request, "safety/plan_kept.html", {"form": form, "texts": texts})
        if form.is_valid():
            took = "put_in" in request.POST
            return redirect(f"{reverse('plan:change')}#people" if took else "plan:plan")
    context = {
        "form": form,
        "has_plan": row is not None,
        "circle": _others(request, kept),
        "together": CLAIMS["plan-made-together"],
        "someone": CLAIMS["plan-with-someone"],
    }
    return render(request, "safety/plan_change.html", context)


def _with_person(request: MemberRequest) -> QueryDict:
    """What was sent; somebody of the circle who was picked stands below the words of their part,
    with their number."""
    sent = request.POST.copy()
    for contact in request.user.contacts.all() if "put_in" in sent else ():
        if str(contact.pk) == sent["put_in"]:
            part = "professionals" if contact.profession else "people"
            line = ", ".join(filter(None, [contact.name, contact.phone]))
            sent[part] = "\n".join(filter(None, [sent.get(part, "").rstrip(), line]))
    return sent


def _others(request: MemberRequest, kept: dict[str, str]) -> list[Any]:
    """People of the circle who do not stand in the plan yet, the closest first."""
    there = f"{kept.get('people', '')}\n{kept.get('professionals', '')}".casefold()
    rows = [row for row in request.user.contacts.all() if row.name.casefold() not in there]
    return sorted(rows, key=lambda row: (not row.inner, row.name.casefold()))


@private
@require_safe
def copy(request: MemberRequest) -> HttpResponse:
    """What a copy on this device means, before there is one."""
    if _own(request) is None:
        return redirect("plan:plan")
    return render(request, "safety/plan_copy.html")


@private
@require_safe
def file(request: MemberRequest) -> HttpResponse:
    """The plan as one page that needs nothing else: to keep on the device, or to print."""
    row = _own(request)
    if row is None:
        raise Http404
    return HttpResponse(
        as_page(row), headers={"Content-Disposition": 'attachment; filename="plan.html"'}
    )


def as_page(row: SafetyPlan) -> str:
    """The whole plan as one HTML page, its style in it."""
    return render_to_string("safety/plan_file.html", _shown(row))


@private
@require_POST
def remove(request: MemberRequest) -> HttpResponse:
    """Throws the plan away. Copies that were taken stay where they are."""
    SafetyPlan.objects.filter(member=request.user).delete()
    return redirect("plan:plan")
