"""To rehearse: read it aloud, see it as they will, hear the four answers. Never a must.

Nothing here sends anything. What the member could say back is kept sealed, for the member alone.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from halved.accounts.room import MemberRequest, private, words_given_back
from halved.asks import replies, rules
from halved.asks.access import ask_or_404, people_of, step
from halved.asks.answering import earliest_today
from halved.asks.forms import LONGEST_ANSWER, NewAskForm
from halved.asks.leaving import mail
from halved.asks.models import Ask, Invitation
from halved.asks.rules import Answer, AskState, Order, Way
from halved.asks.telling import kinds_for_others
from halved.delivery.channels.email import SUBJECT
from halved.evidence import CLAIMS
from halved.vault.fields import seal_for

AS_ON_THE_PAGE = {
    Answer.YES: "Yes",
    Answer.PART: "Yes, but less",
    Answer.LATER: "Not now, later",
    Answer.NO: "I can’t",
}
IN_WORDS = {
    Answer.YES: "a yes",
    Answer.PART: "a smaller yes",
    Answer.LATER: "a later",
    Answer.NO: "a no",
}
NO_NAME_YET = "Your name"


# --- the draft, said and seen -----------------------------------------------------------------


@step
def aloud(request: MemberRequest, draft: Ask) -> HttpResponse:
    """A card to read from, and how long it takes."""
    context = _for_one(request, draft)
    seconds = replies.seconds_to_say(context["words"])
    context |= {"seconds": seconds, "length": replies.about(seconds), "part": "aloud"}
    return render(request, "asks/rehearse.html", context)


@step
def seen(request: MemberRequest, draft: Ask) -> HttpResponse:
    """What one person gets, screen by screen, just as they will."""
    context = _for_one(request, draft)
    person = context["person"]
    screens = _screens(draft, context["people"], person, timezone.now()) if person else []
    named = bool(request.user.signs_as) or not person or person.way not in rules.BY_LINK
    context |= {"screens": screens, "named": named, "part": "seen"}
    return render(request, "asks/rehearse_seen.html", context)


def _for_one(request: MemberRequest, draft: Ask) -> dict[str, Any]:
    """The people of a draft, and the one of them it is rehearsed for: `?for=1` is the second."""
    people = people_of(draft)
    place = request.GET.get("for", "")
    person = next((row for row in people if str(row.position) == place), None)
    person = person or next(iter(people), None)
    words = (person.words if person else draft.words) or ""
    return {"ask": draft, "people": people, "person": person, "words": words, "here": "asks"}


@dataclass(frozen=True)
class Screen:
    """One thing that the person sees. `page` is the page behind the link, `lines` is text."""

    above: str
    page: str = ""
    subject: str = ""
    lines: str = ""


def _screens(ask: Ask, people: list[Invitation], row: Invitation, now: datetime) -> list[Screen]:
    """In the order in which they see them; nothing where the member speaks."""
    words = row.words or ""
    if row.way == Way.MESSAGE:
        return [Screen("In their messages", lines=words)] if words.strip() else []
    if row.way not in rules.BY_LINK:
        return []
    name = ask.member.signs_as or NO_NAME_YET
    letter = {
        "name": name,
        "words": words,
        "kinds": kinds_for_others(ask.kinds or [], name),
        "others": ask.order == Order.IN_TURN and row is not people[-1],
        "may_change": True,
        "today": earliest_today(now).isoformat(),
        "base": "#",
    }
    screens = [
        Screen("First, behind the link", page=_page("cover", {"name": name, "base": "#"})),
        Screen("Then, behind the button", page=_page("letter", letter)),
    ]
    in_the_mail = Screen("In their mail", subject=SUBJECT, lines=mail("ask", name))
    return [in_the_mail, *screens] if row.way == Way.EMAIL else screens


def _page(name: str, context: dict[str, Any]) -> SafeString:
    """The page they see, from the template they see. Its heading is one among others here."""
    page = render_to_string(f"asks/asked/{name}.html", context)
    return SafeString(page.replace("<h1>", "<h3>").replace("</h1>", "</h3>"))


# --- the four answers -------------------------------------------------------------------------


class RepliesForm(forms.Form):
    """What the member could say back to each of the four answers. All may stay empty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code in Answer:
            self.fields[code] = forms.CharField(
                label=f"Your words after {IN_WORDS[code]}",
                max_length=LONGEST_ANSWER,
                required=False,
                widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
            )

    def written(self) -> dict[str, str]:
        """What was sent, less what is too long. A box that was not on the page is left out."""
        return {code: text for code, text in self.cleaned_data.items() if code in self.data}


@private
def answers(request: MemberRequest, pk: UUID) -> HttpResponse:
    """How each answer may sound, and a box for what one could say back; also while one waits."""
    ask = ask_or_404(request, pk)
    sent = request.POST if request.method == "POST" else None
    form = RepliesForm(sent, initial=ask.said_back or {})
    pausing = "HX-Request" in request.headers
    if request.method == "POST" and (form.is_valid() or pausing):
        if not _keep(ask, form.written()):
            return words_given_back(request, gone=True)
        if pausing:
            return render(request, "asks/_kept.html", {"errors": form.errors})
        return redirect("asks:send" if ask.state == AskState.DRAFT else "asks:ask", pk=pk)
    kinds = ask.kinds or []
    heard = [
        {
            "label": AS_ON_THE_PAGE[code],
            "spoken": replies.spoken(code, kinds),
            "moves": replies.moves(code, kinds),
            "field": form[code],
        }
        for code in Answer
    ]
    context = {"ask": ask, "form": form, "heard": heard, "part": "answers", "here": "asks"}
    return render(request, "asks/rehearse_answers.html", context)


def _keep(ask: Ask, written: dict[str, str]) -> bool:
    """False when the ask was thrown away meanwhile."""
    kept = {code: text for code, text in ((ask.said_back or {}) | written).items() if text}
    box = seal_for(ask, "said_back", kept or None)
    return bool(Ask.objects.filter(pk=ask.pk).update(said_back=box))


# --- something small first --------------------------------------------------------------------


class FromDraftForm(forms.Form):
    draft = forms.UUIDField(required=False)


@private
def small(request: MemberRequest) -> HttpResponse:
    """A warm-up: something easy, asked of someone easy, before something hard. The draft that led
    here stays as it is."""
    form = FromDraftForm(request.GET)
    pk = form.cleaned_data["draft"] if form.is_valid() else None
    draft = pk and request.user.asks.filter(pk=pk, state=AskState.DRAFT).first()
    context = {
        "new": NewAskForm(),
        "claim": CLAIMS["practice-helps"],
        "draft": draft,
        "here": "asks",
    }
    return render(request, "asks/small.html", context)
