"""The circle: people a member may ask."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from halved.accounts.room import MemberRequest, private
from halved.circle.forms import ContactForm
from halved.circle.models import Contact

FIELDS = ["name", "relation", "phone", "email", "in_person", "kinds", "timezone"]


def _contacts(request: MemberRequest) -> QuerySet[Contact]:
    return request.user.contacts.all()


def _back(request: MemberRequest) -> str:
    wanted = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if wanted.startswith("/") and safe else reverse("circle:people")


@private
def people(request: MemberRequest) -> HttpResponse:
    rows = sorted(_contacts(request), key=lambda contact: contact.name.casefold())
    return render(request, "circle/people.html", {"people": rows, "here": "circle"})


@private
def new(request: MemberRequest) -> HttpResponse:
    return _edit(request, Contact(member=request.user))


@private
def person(request: MemberRequest, pk: UUID) -> HttpResponse:
    return _edit(request, get_object_or_404(_contacts(request), pk=pk))


def _edit(request: MemberRequest, contact: Contact) -> HttpResponse:
    initial = {name: getattr(contact, name) for name in FIELDS}
    form = ContactForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        about = {name: form.cleaned_data[name] or None for name in FIELDS}
        pk = form.row_id(request.user) if contact._state.adding else contact.pk
        request.user.contacts.update_or_create(pk=pk, defaults=about)
        return redirect(_back(request))
    context: dict[str, Any] = {"form": form, "contact": contact, "here": "circle"}
    context["is_new"] = contact._state.adding
    return render(request, "circle/person.html", context)


@private
@require_POST
def remove(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Takes somebody out of the circle. Asks that were made to them keep the name."""
    get_object_or_404(_contacts(request), pk=pk).delete()
    return redirect("circle:people")
