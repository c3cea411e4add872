"""A draft, step by step: the kind of help, whom, the words, the last look."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from halved.accounts.room import MemberRequest, private, words_given_back
from halved.asks import actions, forms, leaving, rules, wording
from halved.asks.access import ask_or_404, people_of, step
from halved.asks.choosing import Choosing
from halved.asks.models import Ask, Invitation
from halved.asks.moves import TooManyNew
from halved.asks.rules import Way
from halved.asks.wording import Looked
from halved.circle.models import Contact
from halved.delivery.channels.email import SUBJECT
from halved.safety import question as gentle
from halved.wording import RULES, finished


@step
def kind(request: MemberRequest, draft: Ask) -> HttpResponse:
    form = forms.KindForm(request.POST or None, initial={"kinds": draft.kinds})
    if request.method == "POST" and form.is_valid():
        draft.kinds = form.cleaned_data["kinds"]
        draft.save(update_fields=["kinds"])
        return redirect("asks:whom", pk=draft.pk)
    return _step(request, draft, "kind", {"form": form})


@step
def whom(request: MemberRequest, draft: Ask) -> HttpResponse:
    """One person, or several in an order. What speaks against somebody is said once, before the
    words; it keeps nobody from going on."""
    contacts = sorted(request.user.contacts.all(), key=lambda contact: contact.name.casefold())
    choosing = Choosing(draft, contacts, timezone.now())
    kept = [{"contact": str(row.contact_id), "way": row.way} for row in people_of(draft)]
    lines = choosing.with_one_more(kept, request.GET.get("choose", ""))
    people = forms.PeopleForm(
        request.POST or None, initial=lines, form_kwargs={"contacts": contacts}, prefix="people"
    )
    order = forms.OrderForm(request.POST or None, instance=draft)
    if request.method == "POST" and people.is_valid() and order.is_valid():
        chosen = _chosen(people, contacts)
        actions.plan(ask=draft, people=chosen)
        new = {str(contact.pk) for contact, _ in chosen} - {line["contact"] for line in kept}
        stay = "more" in request.POST or any(choosing.cautions(pk) for pk in new)
        return redirect("asks:whom" if stay else "asks:words", pk=draft.pk)
    context = {"people": people, "order": order, "contacts": contacts}
    return _step(request, draft, "whom", context | choosing.context(people))


def _chosen(people: Any, contacts: list[Contact]) -> list[tuple[Contact, str]]:
    by_pk = {str(contact.pk): contact for contact in contacts}
    lines = [form.cleaned_data for form in people.forms]
    return [(by_pk[line["contact"]], line["way"]) for line in lines if line.get("contact")]


@step
def words(request: MemberRequest, draft: Ask) -> HttpResponse:
    """The words, and what there is to note about them. A pause in typing keeps them too (htmx),
    whatever they look like yet; and so does every other button."""
    people = people_of(draft)
    sent = wording.with_sentence(request.POST, draft.concern)
    form = forms.WordsForm(sent or None, ask=draft, people=people)
    pausing = "HX-Request" in request.headers
    if request.method == "POST" and (form.is_valid() or pausing):
        if not actions.write(ask=draft, words=form.texts()):
            return words_given_back(request, gone=True)
        _silence(request, draft)
        looked = wording.look(draft, people, form.in_boxes())
        if pausing:
            return _kept(request, draft, form, looked)
        return redirect(_after_words(request, draft, form, looked))
    looked = wording.look(draft, people, form.in_boxes())
    asked = gentle.ask(request.user, form.in_boxes().values())
    about = {one.box: one for one in looked}
    context = {
        "form": form,
        "boxes": [(field, about.get(field.name)) for field in form],
        "people": people,
        "started": "look" in request.GET,
        "stopped": "notes" in request.GET,
        "noted": any(one.remarks for one in looked) or bool(asked),
        "question": asked,
        "sentences": wording.sentences(draft.concern),
    }
    return _step(request, draft, "words", context)


def _silence(request: MemberRequest, draft: Ask) -> None:
    """ "Not this", for this ask or for good."""
    here, always = request.POST.get("not_here"), request.POST.get("never_again")
    if here in RULES:
        draft.silence(here)
    if always in {*RULES, gentle.SWITCH}:
        request.user.silence(always)


def _kept(
    request: MemberRequest, draft: Ask, form: forms.WordsForm, looked: list[Looked]
) -> HttpResponse:
    """That the words are kept, and the notes as they are now. Nothing is said into a sentence that
    is being written: below its box the notes stay as they were."""
    texts, writing = form.in_boxes(), request.headers.get("HX-Writing")
    told = [one for one in looked if one.box != writing or finished(texts[one.box])]
    context = {
        "ask": draft,
        "errors": form.errors,
        "looked": told,
        "settled": len(told) == len(looked),
        "question": gentle.ask(request.user, texts.values()),
    }
    return render(request, "asks/_noted.html", context)


def _after_words(
    request: MemberRequest, draft: Ask, form: forms.WordsForm, looked: list[Looked]
) -> str:
    """Where it goes on. Notes are shown once, and never stand in the way."""
    here, pressed = reverse("asks:words", args=[draft.pk]), request.POST
    taken = [name for name in form.fields if f"take_{name}" in pressed]
    if taken or "not_here" in pressed or "never_again" in pressed:
        return f"{here}#id_{taken[0]}" if taken else here
    if form.starts_others():
        return f"{here}?look=1"
    if "look" in pressed:
        return f"{here}?notes=1"
    asked = gentle.ask(request.user, form.in_boxes().values())
    if "shown" not in pressed and (asked or any(one.is_worth_a_stop for one in looked)):
        return f"{here}?notes=1"
    return reverse("lookback:before", args=[draft.pk])


@step
def send(request: MemberRequest, draft: Ask) -> HttpResponse:
    """The last look: exactly what each person gets. POST asks."""
    people = people_of(draft)
    missing = leaving.what_is_missing(draft, people)
    missing += leaving.too_many_new(people, timezone.now())
    member = request.user
    form = forms.SendForm(request.POST or None, initial={"signs_as": member.signs_as})
    if not any(row.way in rules.BY_LINK for row in people):
        form.fields["signs_as"].required = False
    if member.signs_as:
        form.fields["signs_as"].help_text = ""
    if request.method == "POST" and not missing and form.is_valid():
        if form.cleaned_data["signs_as"]:
            member.signs_as = form.cleaned_data["signs_as"]
            member.save(update_fields=["signs_as"])
        return _open(draft, people)
    context = {
        "form": form,
        "first": people[0] if people else None,
        "people": leaving.previews(draft, people, member.signs_as),
        "missing": missing,
        "named": leaving.names_that_stand_elsewhere(people),
        "stays": leaving.stays(draft, people),
        "signs_as": member.signs_as,
        "subject": SUBJECT,
        "sender": settings.MAIL_FROM,
        "by_link": [row for row in people if row.way in rules.BY_LINK],
        "plan": draft.plans.exclude(state="dropped").first(),
        "all_by_mail": all(row.way == Way.EMAIL for row in people),
    }
    return _step(request, draft, "send", context)


def _open(draft: Ask, people: list[Invitation]) -> HttpResponse:
    now = timezone.now()
    try:
        opened = actions.open_ask(ask=draft, now=now)
    except TooManyNew:  # another ask took the room a moment ago: the last look says so
        return redirect("asks:send", pk=draft.pk)
    if opened and people[0].way not in rules.BY_LINK:
        actions.mark_asked(row=people[0], now=now)
    return redirect("asks:ask", pk=draft.pk)


def _step(request: MemberRequest, draft: Ask, step: str, context: dict[str, Any]) -> HttpResponse:
    return render(
        request,
        f"asks/{step}.html",
        {**context, "ask": draft, "step": step, "here": "asks", "can_link": settings.CAN_LINK},
    )


@private
@require_POST
def discard(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Throws a draft away. An ask that went out is closed, never thrown away."""
    actions.discard(ask=ask_or_404(request, pk))
    return redirect("asks:asks")
