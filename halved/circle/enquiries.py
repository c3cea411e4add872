"""Practices and services: a list of one's own, every try to reach them, and when to follow up.

Several at once are right here. Halved writes to none of them: the member calls or writes.
"""

from datetime import date
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.db.transaction import atomic
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST, require_safe

from halved.accounts.models import Member
from halved.accounts.room import MemberRequest, private
from halved.circle import following_up
from halved.circle.enquiry_forms import FollowUpForm, PracticeForm, TryForm, WordsForm
from halved.circle.following_up import Outcome, Stage
from halved.circle.models import Contact, Enquiry
from halved.evidence import CLAIMS
from halved.prepared import Find, Given

HEADINGS = {
    Stage.DUE: "To follow up now",
    Stage.UNTRIED: "Not contacted yet",
    Stage.OPEN: "An answer may still come",
    Stage.TALK: "A first talk",
    Stage.WAITING: "On a waiting list",
    Stage.SILENT: "No answer",
    Stage.NO: "They can’t now",
}

_list_of = Find(lambda: Enquiry.objects.filter(member=Given("member")).select_related("contact"))


def of(member: Member) -> list[Enquiry]:
    """The member's list, in its order, ready to be opened. One query."""
    rows = _list_of.all(member=member.pk)
    for row in rows:
        row.member = row.contact.member = member
    return rows


def _find(request: MemberRequest, pk: UUID) -> Enquiry:
    row = get_object_or_404(request.user.enquiries.select_related("contact"), pk=pk)
    row.contact.member = request.user
    return row


def due(member: Member, today: date) -> dict[str, str]:
    """Whose day to follow up has come, and where to look; for the home page. One query."""
    rows = [row for row in of(member) if following_up.stage(row, today) == Stage.DUE]
    if not rows:
        return {}
    one = reverse("circle:enquiry", args=[rows[0].pk])
    url = one if len(rows) == 1 else reverse("circle:professionals")
    return {"names": following_up.names(rows), "url": url}


# --- the list ---------------------------------------------------------------------------------


@private
def professionals(request: MemberRequest) -> HttpResponse:
    """The list, by how it stands with each. POST puts a practice on it, and into the circle."""
    form = PracticeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        about = {name: form.cleaned_data[name] or None for name in PracticeForm.base_fields}
        del about["once"]
        begin(request.user, form.row_id(request.user), about)
        return redirect("circle:professionals")
    return render(request, "circle/professionals.html", _list(request, form))


@atomic
def begin(member: Member, pk: UUID, about: dict[str, Any]) -> Enquiry:
    """Puts a practice or service into the circle, unless this id is in it, and on the list."""
    contact, _ = member.contacts.get_or_create(pk=pk, defaults=about)
    return put_contact_on_list(contact)


def put_contact_on_list(contact: Contact) -> Enquiry:
    row, _ = Enquiry.objects.get_or_create(contact=contact, defaults={"member": contact.member})
    return row


def _list(request: MemberRequest, form: PracticeForm) -> dict[str, Any]:
    rows, today = of(request.user), localdate()
    told = [
        (row, following_up.told(row.last, today), following_up.when(row, today)) for row in rows
    ]
    groups: dict[str, list[tuple[Enquiry, str, str]]] = {title: [] for title in HEADINGS.values()}
    for line in told:
        groups[HEADINGS[following_up.stage(line[0], today)]].append(line)
    there = {row.contact_id for row in rows}
    others = [row for row in request.user.contacts.all() if row.profession and row.pk not in there]
    return {
        "form": form,
        "rows": rows,
        "groups": groups,
        "next": following_up.next_one(rows),
        "others": sorted(others, key=lambda row: row.name.casefold()),
        "here": "circle",
    }


@private
@require_POST
def put_on_list(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Somebody of the circle."""
    row = put_contact_on_list(get_object_or_404(request.user.contacts, pk=pk))
    return redirect("circle:enquiry", pk=row.pk)


# --- one of them ------------------------------------------------------------------------------


@private
def enquiry(request: MemberRequest, pk: UUID) -> HttpResponse:
    """How it stands with one practice. POST keeps the words and the notes."""
    row = _find(request, pk)
    if request.method == "POST":
        form = WordsForm(request.POST)
        if form.is_valid():
            row.words, row.notes = form.cleaned_data["words"], form.cleaned_data["notes"]
            row.save(update_fields=["words", "notes"])
            return redirect("circle:enquiry", pk=row.pk)
        return _page(request, row, words=form)
    return _page(request, row)


def _page(
    request: MemberRequest,
    row: Enquiry,
    words: WordsForm | None = None,
    follow_up: FollowUpForm | None = None,
) -> HttpResponse:
    rows, today = of(request.user), localdate()
    source = _words_from(rows, row)
    shown = source.words if source else ""
    context = {
        "row": row,
        "told": following_up.told(row.last, today),
        "when": following_up.when(row, today),
        "before": [following_up.told(one, today) for one in reversed(row.history[:-1])],
        "words": words or WordsForm(initial={"words": shown, "notes": row.notes}),
        "borrowed_from": source if source and source.pk != row.pk else None,
        "follow_up": follow_up or FollowUpForm(initial={"follow_up_on": _ahead(row, today)}),
        "open": row.last is not None and row.last.outcome in following_up.SILENT,
        "goes_on": following_up.goes_on(row, today),
        "next": following_up.next_one(other for other in rows if other.pk != row.pk),
        "call": _number(row.contact),
        "mail": _mail(row.contact, shown),
        "here": "circle",
    }
    return render(request, "circle/enquiry.html", context)


def _ahead(row: Enquiry, today: date) -> date | None:
    day = row.follow_up_day
    return day if day and day > today else None


def _words_from(rows: list[Enquiry], row: Enquiry) -> Enquiry | None:
    """Whose words are shown: its own, or else those that were written for another one."""
    if row.words is not None:
        return row
    return next((other for other in reversed(rows) if other.words), None)


def _number(contact: Contact) -> str:
    return "".join(sign for sign in contact.phone or "" if sign.isdigit() or sign == "+")


def _mail(contact: Contact, words: str) -> str:
    """A link that opens the member's own mail with the words in it."""
    return f"mailto:{quote(contact.email)}?body={quote(words)}" if contact.email else ""


@private
def note(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Notes a try, or with ?latest what came of the latest one."""
    row, today = _find(request, pk), localdate()
    latest = row.last if "latest" in request.GET else None
    initial: dict[str, Any] = {"on": today, "outcome": Outcome.SILENCE}
    if latest:
        initial = {**vars(latest), "once": latest.id}
    form = TryForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        row.note(form.tried(), today)
        return redirect("circle:enquiry", pk=row.pk)
    context = {"form": form, "row": row, "latest": latest, "here": "circle"}
    return render(request, "circle/enquiry_note.html", context)


@private
@require_POST
def follow_up(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Another day to follow up, or none."""
    row = _find(request, pk)
    form = FollowUpForm(request.POST)
    if "none" not in request.POST and not form.is_valid():
        return _page(request, row, follow_up=form)
    day = None if "none" in request.POST else form.cleaned_data["follow_up_on"]
    row.follow_up_on = day.isoformat() if day else None
    row.save(update_fields=["follow_up_on"])
    return redirect("circle:enquiry", pk=row.pk)


@private
@require_POST
def take_off_list(request: MemberRequest, pk: UUID) -> HttpResponse:
    """They stay in the circle; what was noted of the tries is gone."""
    _find(request, pk).delete()
    return redirect("circle:professionals")


@private
@require_safe
def first_talk(request: MemberRequest) -> HttpResponse:
    """What one may ask in a first talk. Nothing is noted here."""
    return render(request, "circle/first_talk.html", {"claim": CLAIMS["if-then"], "here": "circle"})
