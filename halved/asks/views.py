"""The member's side of an ask: from the first word to the last answer."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from halved.accounts.room import MemberRequest, private, words_given_back
from halved.asks import actions, forms, joining, remarks, rules, telling
from halved.asks.access import ask_or_404, people_of, person_or_404
from halved.asks.models import Remark
from halved.asks.rules import Answer, AskState, Reply, Way

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
        "asked_of": joining.asked_of(member, timezone.now()),
        "here": "asks",
    }
    return render(request, "asks/asks.html", context)


@private
@require_POST
def new(request: MemberRequest) -> HttpResponse:
    """A new draft, with or without a concern. For somebody of the circle it begins with them."""
    member = request.user
    form = forms.NewAskForm(request.POST)
    if not form.is_valid():
        raise Http404
    concern = form.cleaned_data["concern"]
    about = get_object_or_404(member.concerns, pk=concern) if concern else None
    draft, _ = member.asks.get_or_create(pk=form.row_id(member), defaults={"concern": about})
    if contact := form.cleaned_data["contact"]:
        return redirect(f"{reverse('asks:whom', args=[draft.pk])}?choose={contact}")
    return redirect("asks:ask", pk=draft.pk)


@private
def ask(request: MemberRequest, pk: UUID) -> HttpResponse:
    """How an ask stands. What has been answered counts as seen from here on, by POST."""
    row = ask_or_404(request, pk)
    if row.state == AskState.DRAFT:
        return redirect("asks:words" if row.invitations.exists() else "asks:kind", pk=row.pk)
    now = timezone.now()
    people = people_of(row)
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


# --- an ask that is out -----------------------------------------------------------------------


@private
@require_POST
def ask_next(request: MemberRequest, pk: UUID) -> HttpResponse:
    ask, person = ask_or_404(request, pk), request.POST.get("person")
    actions.ask_next(ask=ask, now=timezone.now(), person=person)
    return redirect("asks:ask", pk=pk)


@private
@require_POST
def again(request: MemberRequest, pk: UUID) -> HttpResponse:
    form = forms.NewAskForm(request.POST)
    if not form.is_valid():
        raise Http404
    draft = actions.again(ask=ask_or_404(request, pk), pk=form.row_id(request.user))
    return redirect("asks:whom", pk=draft.pk)


@private
@require_POST
def asked(request: MemberRequest, pk: UUID) -> HttpResponse:
    """ "I have asked them", or passed the link on."""
    row = person_or_404(request, pk)
    actions.mark_asked(row=row, now=timezone.now())
    return redirect("asks:ask", pk=row.ask_id)


@private
@require_POST
def note(request: MemberRequest, pk: UUID) -> HttpResponse:
    """One tap notes what they said."""
    row = person_or_404(request, pk)
    form = forms.NoteForm(request.POST)
    if form.is_valid():
        reply = Reply(Answer(form.cleaned_data["answer"]), on=form.cleaned_data["date"])
        actions.note_answer(row=row, reply=reply, now=timezone.now())
    return redirect("asks:ask", pk=row.ask_id)


@private
@require_POST
def accept(request: MemberRequest, pk: UUID) -> HttpResponse:
    """The smaller yes is taken, and they see it."""
    row = person_or_404(request, pk)
    remarks.accept(row=row, now=timezone.now())
    return redirect("asks:ask", pk=row.ask_id)


@private
def remark(request: MemberRequest, pk: UUID) -> HttpResponse:
    """A few words back to somebody who has answered, on the page behind their link."""
    row, now = person_or_404(request, pk), timezone.now()
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
    actions.note_seen(ask=ask_or_404(request, pk), now=timezone.now())
    return redirect("lookback:after", pk=pk)


@private
@require_POST
def withdraw(request: MemberRequest, pk: UUID) -> HttpResponse:
    row = person_or_404(request, pk)
    actions.withdraw(row=row, now=timezone.now())
    return redirect("asks:ask", pk=row.ask_id)


@private
def thanks(request: MemberRequest, pk: UUID) -> HttpResponse:
    row = person_or_404(request, pk)
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
