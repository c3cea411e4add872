"""A service put into one's circle and on one's list of professionals: sealed, like all of it, so
that nothing tells whom somebody turns to. Halved writes to nobody."""

from typing import Any
from uuid import UUID

from django.db.transaction import atomic
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from halved.accounts.models import Member
from halved.accounts.room import MemberRequest, private
from halved.circle import enquiries
from halved.circle.cards import Card
from halved.circle.enquiry_forms import LONGEST, PracticeForm
from halved.circle.forms import LONGEST_NAME, as_kept
from halved.circle.models import Contact, Enquiry
from halved.directory import told, turning
from halved.directory.models import Service


@private
def ask(request: MemberRequest, key: UUID) -> HttpResponse:
    """A form that is filled in; POST puts them on the list. The same service is there once."""
    row = get_object_or_404(Service.objects.shown(), key=key)
    known = _contact(request.user, key)
    if known and (there := Enquiry.objects.filter(contact=known).first()):
        return redirect("circle:enquiry", pk=there.pk)
    form = PracticeForm(request.POST or None, initial=_filled_in(row))
    if request.method == "POST" and form.is_valid():
        return redirect("circle:enquiry", pk=_begin(request.user, row, form).pk)
    return render(request, "directory/ask.html", {"form": form, "row": row, "here": "circle"})


@atomic
def _begin(member: Member, row: Service, form: PracticeForm) -> Enquiry:
    """One at a time for this member, so that two tabs make one."""
    Member.objects.select_for_update().get(pk=member.pk)
    if known := _contact(member, row.key):
        return enquiries.put_contact_on_list(known)
    about = {name: form.cleaned_data[name] or None for name in form.base_fields if name != "once"}
    enquiry = enquiries.begin(member, form.row_id(member), {**about, "service": str(row.key)})
    enquiry.contact.member = enquiry.member = member
    enquiry.notes = told.notes(row.details, 0)[:LONGEST]
    enquiry.save(update_fields=["notes"])
    return enquiry


def _contact(member: Member, key: UUID) -> Contact | None:
    """Whom the member keeps for this service. Which one it is, is sealed: each is looked at."""
    kept = member.contacts.only("member", "service")
    return next((contact for contact in kept if contact.service == str(key)), None)


def _filled_in(row: Service) -> dict[str, Any]:
    """What the data has, as the circle can keep it."""
    details = row.details
    reach = turning.reach(details, 0)
    phone = reach.phones[0].printed.partition(",")[0] if reach.phones else ""
    card = as_kept(Card(details.get("name", ""), phone, reach.email))
    kinds = details.get("kinds") or ["service"]
    return {
        "name": card.name,
        "phone": card.phone,
        "email": card.email,
        "profession": kinds[0][:LONGEST_NAME],
    }
