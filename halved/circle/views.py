"""The circle: people a member may ask."""

from typing import Any
from uuid import UUID, uuid5

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST, require_safe

from halved.accounts.forms import NewRow
from halved.accounts.room import MemberRequest, private
from halved.circle import cards
from halved.circle.cards import Card
from halved.circle.forms import CardFileForm, ContactForm, PickForm, box
from halved.circle.models import Contact

FIELDS = [
    *("name", "relation", "phone", "email", "in_person", "kinds", "timezone"),
    *("profession", "inner", "rest_until", "not_about"),
]


def _contacts(request: MemberRequest) -> QuerySet[Contact]:
    return request.user.contacts.all()


def _in_order(request: MemberRequest) -> list[Contact]:
    return sorted(_contacts(request), key=lambda contact: contact.name.casefold())


def _back(request: MemberRequest) -> str:
    wanted = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if wanted.startswith("/") and safe else reverse("circle:people")


@private
def people(request: MemberRequest) -> HttpResponse:
    rows = _in_order(request)
    groups = {
        "Closest to you": [row for row in rows if row.inner and not row.profession],
        "Others": [row for row in rows if not row.inner and not row.profession],
        "Professionals and services": [row for row in rows if row.profession],
    }
    context = {"people": rows, "groups": groups, "today": localdate(), "here": "circle"}
    return render(request, "circle/people.html", context)


@private
def new(request: MemberRequest) -> HttpResponse:
    return _edit(request, Contact(member=request.user))


@private
def person(request: MemberRequest, pk: UUID) -> HttpResponse:
    return _edit(request, get_object_or_404(_contacts(request), pk=pk))


def _edit(request: MemberRequest, contact: Contact) -> HttpResponse:
    initial = {name: getattr(contact, name) for name in FIELDS}
    concerns = _concerns(request, contact)
    form = ContactForm(request.POST or None, initial=initial, concerns=concerns)
    if request.method == "POST" and form.is_valid():
        about = {name: form.cleaned_data[name] or None for name in FIELDS}
        pk = form.row_id(request.user) if contact._state.adding else contact.pk
        request.user.contacts.update_or_create(pk=pk, defaults=about)
        return redirect(_back(request))
    context: dict[str, Any] = {"form": form, "contact": contact, "here": "circle"}
    context["is_new"] = contact._state.adding
    context["ask"] = NewRow()
    context["goes_too"] = _noted(request, contact)
    return render(request, "circle/person.html", context)


def _noted(request: MemberRequest, contact: Contact) -> str:
    """What was noted about a practice on the list, and would go with it."""
    row = request.user.enquiries.filter(contact=contact.pk).first()
    return row.noted if row else ""


def _concerns(request: MemberRequest, contact: Contact) -> list[tuple[str, str]]:
    """What somebody can be marked as not for. What is put away counts while it is marked."""
    marked = contact.not_about or []
    rows = request.user.concerns.all()
    shown = [row for row in rows if not row.put_away_at or str(row.pk) in marked]
    return [(str(row.pk), row.first_line) for row in shown]


@private
@require_POST
def remove(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Takes somebody out of the circle. Asks that were made to them keep the name. What was noted
    about a practice goes with it, and only when the page has said so."""
    contact = get_object_or_404(_contacts(request), pk=pk)
    if "with_list" not in request.POST and _noted(request, contact):
        return redirect("circle:person", pk=pk)
    contact.delete()
    return redirect("circle:people")


@private
@require_safe
def find(request: MemberRequest) -> HttpResponse:
    """Questions that may bring somebody to mind. Nothing is typed or kept here."""
    return render(request, "circle/find.html", {"back": _back(request), "here": "circle"})


# --- contact files ----------------------------------------------------------------------------


@private
def bring_in(request: MemberRequest) -> HttpResponse:
    """A contact file. It is read once, for the page that comes back, and kept nowhere."""
    posted = request.method == "POST"
    form = CardFileForm(request.POST, request.FILES) if posted else CardFileForm()
    if form.is_valid():
        return _offer(request, form.cards)
    return render(request, "circle/bring_in.html", {"form": form, "here": "circle"})


def _offer(request: MemberRequest, found: list[Card]) -> HttpResponse:
    known = {contact.name.casefold() for contact in _contacts(request)}
    found = sorted(dict.fromkeys(found), key=lambda card: card.name.casefold())
    rows = [(box(card), card, card.name.casefold() in known) for card in found]
    return render(request, "circle/pick.html", {"rows": rows, "form": PickForm(), "here": "circle"})


@private
@require_POST
def pick(request: MemberRequest) -> HttpResponse:
    """Puts the people who were picked into the circle. Sent twice, they are there once."""
    form = PickForm(request.POST)
    if not form.is_valid():
        context = {"form": CardFileForm(), "wrong": form.non_field_errors(), "here": "circle"}
        return render(request, "circle/bring_in.html", context)
    page = form.row_id(request.user)
    rows = []
    for card in form.cleaned_data["cards"]:
        row = Contact(pk=uuid5(page, box(card)), member=request.user)
        row.name, row.phone, row.email = card.name, card.phone or None, card.email or None
        rows.append(row)
    Contact.objects.bulk_create(rows, ignore_conflicts=True)
    return redirect("circle:people")


@private
@require_safe
def take_out(request: MemberRequest) -> HttpResponse:
    """Names, numbers and addresses as a contact file. What was noted of them stays in the room."""
    rows = [Card(row.name, row.phone or "", row.email or "") for row in _in_order(request)]
    name = 'attachment; filename="circle.vcf"'
    return HttpResponse(
        cards.write(rows),
        content_type="text/vcard; charset=utf-8",
        headers={"Content-Disposition": name},
    )
