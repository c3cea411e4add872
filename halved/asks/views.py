"""The member's side of an ask: from the first word to the last answer."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from halved.accounts.room import MemberRequest, private, typed_words, words_given_back
from halved.asks import actions, forms, remarks, rules, telling
from halved.asks.choosing import Choosing
from halved.asks.models import Ask, Invitation, Remark
from halved.asks.moves import TooManyNew
from halved.asks.rules import Answer, AskState, Reply, Way
from halved.circle.models import Contact
from halved.evidence import CLAIMS


def _ask(request: MemberRequest, pk: UUID) -> Ask:
    return get_object_or_404(request.user.asks, pk=pk)


def step(view: Callable[[MemberRequest, Ask], HttpResponse]) -> Callable[..., HttpResponse]:
    """A step of a draft. Once the ask is out, a step that was sent twice, or was still open
    somewhere, leads to the ask; words from there are given back."""

    @private
    @wraps(view)
    def at_step(request: MemberRequest, pk: UUID) -> HttpResponse:
        ask = _ask(request, pk)
        if ask.state == AskState.DRAFT:
            return view(request, ask)
        if any(name.startswith("words") and text.strip() for name, text in typed_words(request)):
            return words_given_back(request, gone=True)
        return redirect("asks:ask", pk=pk)

    return at_step


def _people(ask: Ask) -> list[Invitation]:
    """The people of an ask, in order, ready to be opened."""
    rows = list(ask.invitations.select_related("contact"))
    for row in rows:
        row.member = ask.member
        if row.contact:
            row.contact.member = ask.member
    return rows


def _person(request: MemberRequest, pk: UUID) -> Invitation:
    rows = request.user.invitations.select_related("ask", "contact")
    row = get_object_or_404(rows, pk=pk)
    row.ask.member = row.member
    if row.contact:
        row.contact.member = row.member
    return row


# --- all asks ---------------------------------------------------------------------------------


@private
def asks(request: MemberRequest) -> HttpResponse:
    member = request.user
    rows = list(member.asks.prefetch_related("invitations"))
    for row in rows:
        for person in row.invitations.all():
            person.member = member
    context = {
        "asks": [(row, telling.of_ask(row)) for row in rows],
        "new": forms.NewAskForm(),
        "here": "asks",
    }
    return render(request, "asks/asks.html", context)


@private
@require_POST
def new(request: MemberRequest) -> HttpResponse:
    """A new draft, with or without a concern."""
    member = request.user
    form = forms.NewAskForm(request.POST)
    if not form.is_valid():
        raise Http404
    concern = form.cleaned_data["concern"]
    about = get_object_or_404(member.concerns, pk=concern) if concern else None
    draft, _ = member.asks.get_or_create(pk=form.row_id(member), defaults={"concern": about})
    return redirect("asks:ask", pk=draft.pk)


@private
def small(request: MemberRequest) -> HttpResponse:
    """A warm-up: something easy, asked of someone easy, before something hard."""
    context = {"new": forms.NewAskForm(), "claim": CLAIMS["practice-helps"], "here": "asks"}
    return render(request, "asks/small.html", context)


@private
def ask(request: MemberRequest, pk: UUID) -> HttpResponse:
    """How an ask stands. What has been answered counts as seen from here on, by POST."""
    row = _ask(request, pk)
    if row.state == AskState.DRAFT:
        return redirect("asks:words" if row.invitations.exists() else "asks:kind", pk=row.pk)
    now = timezone.now()
    people = _people(row)
    told = telling.of_people(row, people, now)
    context = {
        "ask": row,
        "people": told,
        "heading": telling.of_ask(row),
        "next": telling.who_may_be_next(row, people),
        "rest": rules.holds(people),
        "answered": [person for person in people if person.answer],
        "new": forms.NewAskForm(),
        "here": "asks",
    }
    return render(request, "asks/ask.html", context)


# --- a draft, step by step --------------------------------------------------------------------


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
    kept = [{"contact": str(row.contact_id), "way": row.way} for row in _people(draft)]
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
    """The words. A pause in typing keeps them too (htmx), whatever they look like yet."""
    people = _people(draft)
    form = forms.WordsForm(request.POST or None, ask=draft, people=people)
    pausing = "HX-Request" in request.headers
    if request.method == "POST" and (form.is_valid() or pausing):
        if not actions.write(ask=draft, words=form.texts()):
            return words_given_back(request, gone=True)
        if pausing:
            return render(request, "asks/_kept.html", {"errors": form.errors})
        if form.starts_others():
            return redirect(f"{reverse('asks:words', args=[draft.pk])}?look=1")
        return redirect("lookback:before", pk=draft.pk)
    context = {"form": form, "people": people, "look": "look" in request.GET}
    return _step(request, draft, "words", context)


@step
def send(request: MemberRequest, draft: Ask) -> HttpResponse:
    """The last look: exactly what each person gets. POST asks."""
    people = _people(draft)
    missing = telling.what_is_missing(draft, people)
    missing += telling.too_many_new(people, timezone.now())
    member = request.user
    form = forms.SendForm(request.POST or None, initial={"signs_as": member.signs_as})
    if not any(row.way in rules.BY_LINK for row in people):
        form.fields["signs_as"].required = False
    if request.method == "POST" and not missing and form.is_valid():
        if form.cleaned_data["signs_as"]:
            member.signs_as = form.cleaned_data["signs_as"]
            member.save(update_fields=["signs_as"])
        return _open(draft, people)
    context = {
        "form": form,
        "first": people[0] if people else None,
        "people": telling.previews(draft, people, member.signs_as),
        "missing": missing,
        "named": telling.names_that_stand_elsewhere(people),
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
    actions.discard(ask=_ask(request, pk))
    return redirect("asks:asks")


# --- an ask that is out -----------------------------------------------------------------------


@private
@require_POST
def ask_next(request: MemberRequest, pk: UUID) -> HttpResponse:
    ask, person = _ask(request, pk), request.POST.get("person")
    actions.ask_next(ask=ask, now=timezone.now(), person=person)
    return redirect("asks:ask", pk=pk)


@private
@require_POST
def close(request: MemberRequest, pk: UUID) -> HttpResponse:
    actions.close_ask(ask=_ask(request, pk), now=timezone.now())
    return redirect("asks:ask", pk=pk)


@private
@require_POST
def again(request: MemberRequest, pk: UUID) -> HttpResponse:
    form = forms.NewAskForm(request.POST)
    if not form.is_valid():
        raise Http404
    draft = actions.again(ask=_ask(request, pk), pk=form.row_id(request.user))
    return redirect("asks:whom", pk=draft.pk)


@private
@require_POST
def asked(request: MemberRequest, pk: UUID) -> HttpResponse:
    """ "I have asked them", or passed the link on."""
    row = _person(request, pk)
    actions.mark_asked(row=row, now=timezone.now())
    return redirect("asks:ask", pk=row.ask_id)


@private
@require_POST
def note(request: MemberRequest, pk: UUID) -> HttpResponse:
    """One tap notes what they said."""
    row = _person(request, pk)
    form = forms.NoteForm(request.POST)
    if form.is_valid():
        reply = Reply(Answer(form.cleaned_data["answer"]), on=form.cleaned_data["date"])
        actions.note_answer(row=row, reply=reply, now=timezone.now())
    return redirect("asks:ask", pk=row.ask_id)


@private
@require_POST
def accept(request: MemberRequest, pk: UUID) -> HttpResponse:
    """The smaller yes is taken, and they see it."""
    row = _person(request, pk)
    remarks.accept(row=row, now=timezone.now())
    return redirect("asks:ask", pk=row.ask_id)


@private
def remark(request: MemberRequest, pk: UUID) -> HttpResponse:
    """A few words back to somebody who has answered, on the page behind their link."""
    row, now = _person(request, pk), timezone.now()
    if not row.answer:
        raise Http404
    form = forms.RemarkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        words, new = form.cleaned_data["words"], form.row_id(row.member)
        author = Remark.Author.MEMBER
        if remarks.remark(row=row, author=author, words=words, pk=new, now=now):
            return redirect("asks:remark", pk=row.pk)
        return words_given_back(request, gone=True)
    said_before = list(row.remarks.all())
    for said in said_before:
        said.member = row.member
    context = {
        "form": form,
        "person": row,
        "remarks": said_before,
        "may_remark": remarks.may_remark(row, now),
        "here": "asks",
    }
    return render(request, "asks/remark.html", context)


@private
@require_POST
def seen(request: MemberRequest, pk: UUID) -> HttpResponse:
    """The member has read the answers of this ask."""
    actions.note_seen(ask=_ask(request, pk), now=timezone.now())
    return redirect("lookback:after", pk=pk)


@private
@require_POST
def withdraw(request: MemberRequest, pk: UUID) -> HttpResponse:
    row = _person(request, pk)
    actions.withdraw(row=row, now=timezone.now())
    return redirect("asks:ask", pk=row.ask_id)


@private
def thanks(request: MemberRequest, pk: UUID) -> HttpResponse:
    row = _person(request, pk)
    if not row.answer:
        raise Http404
    form = forms.ThanksForm(request.POST or None, initial={"words": row.thanks})
    if request.method == "POST" and form.is_valid():
        actions.thank(row=row, words=form.cleaned_data["words"], now=timezone.now())
        return redirect("asks:thanks", pk=row.pk)
    reaches = bool(settings.CAN_MAIL and row.contact and row.contact.email)
    context = {
        "form": form,
        "person": row,
        "by_mail": row.way == Way.EMAIL and bool(row.link) and reaches,
        "by_link": row.way == Way.LINK and bool(row.link),
        "here": "asks",
    }
    return render(request, "asks/thanks.html", context)
