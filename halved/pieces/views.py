"""The member's side of help in pieces: what is needed, who takes it, and what is still open."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from halved.accounts.room import MemberRequest, private, words_given_back
from halved.asks.models import Ask, Invitation
from halved.asks.rules import BY_LINK, HELP, AskState, InvitationState, Order
from halved.pieces import actions, changing, picture, rules, taking, telling
from halved.pieces.forms import NewPieceForm, PieceForm
from halved.pieces.models import Piece, Rota
from halved.pieces.series import CannotRepeat

WEEKS = timedelta(weeks=6)


def _ask(request: MemberRequest, pk: UUID) -> Ask:
    return get_object_or_404(request.user.asks, pk=pk)


def _piece(request: MemberRequest, pk: UUID) -> Piece:
    piece = get_object_or_404(request.user.pieces.select_related("ask"), pk=pk)
    piece.ask.member = request.user
    return piece


# --- all asks ---------------------------------------------------------------------------------


@private
def together(request: MemberRequest) -> HttpResponse:
    """Who carries what with me: the coming weeks, over all asks that are not closed."""
    now = timezone.now()
    pieces = telling.coming(request.user, now)
    last = now + WEEKS
    told = telling.tell(request.user, pieces.filter(starts_at__lte=last), now)
    days = telling.days(told)
    context = {
        "untold": _untold(request, telling.untold(request.user, now), now),
        "days": telling.by_day(told, now),
        "open": telling.still_open(told),
        "picture": picture.draw(days, localdate()) if len(days) > 1 else "",
        "later": list(pieces.filter(starts_at__gt=last).values_list("ask", flat=True).distinct()),
        "here": "asks",
    }
    return render(request, "pieces/together.html", context)


def _untold(
    request: MemberRequest, pieces: QuerySet[Piece], now: datetime
) -> list[tuple[str, list[telling.Told]]]:
    """What the member has to tell somebody, day by day."""
    return telling.by_day(telling.tell(request.user, pieces, now), now)


# --- the pieces of one ask --------------------------------------------------------------------


@private
def pieces(request: MemberRequest, pk: UUID) -> HttpResponse:
    """What is needed, day by day, who takes it, and what is over."""
    ask, now = _ask(request, pk), timezone.now()
    told = telling.tell(request.user, Piece.objects.filter(ask=ask, cancelled_at=None), now)
    ahead = [row for row in told if row.piece.ends_at > now]
    context = {
        "ask": ask,
        "rota": Rota.objects.filter(ask=ask).first(),
        "untold": _untold(request, telling.untold(request.user, now).filter(ask=ask), now),
        "days": telling.by_day(ahead, now),
        "open": telling.still_open(ahead),
        "over": telling.by_day([row for row in told if row not in ahead], now),
        "in_turn": ask.state == AskState.DRAFT and ask.order == Order.IN_TURN,
        "is_closed": ask.state == AskState.CLOSED,
        "here": "asks",
    }
    return render(request, "pieces/pieces.html", context)


@private
def new(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Something more that is needed, once or again and again."""
    ask, now = _ask(request, pk), timezone.now()
    form = NewPieceForm(request.POST or None, zone=request.user.timezone, now=now)
    if request.method == "POST" and form.is_valid():
        series = form.row_id(ask)
        try:
            made = actions.add(ask=ask, series=series, when=form.when, about=form.about, now=now)
        except CannotRepeat as error:
            form.add_error(None, str(error))
        else:
            return (
                redirect("pieces:pieces", pk=pk) if made else words_given_back(request, gone=True)
            )
    context = {"ask": ask, "form": form, "here": "asks"}
    return render(request, "pieces/new.html", context | {"zone": telling.city(form.zone)})


@private
@require_POST
def enough(request: MemberRequest, pk: UUID) -> HttpResponse:
    """ "Enough now": what is open is closed for good."""
    actions.enough(ask=_ask(request, pk), now=timezone.now())
    return redirect("pieces:pieces", pk=pk)


@private
@require_POST
def pause(request: MemberRequest, pk: UUID) -> HttpResponse:
    actions.pause(ask=_ask(request, pk), now=timezone.now())
    return redirect("pieces:pieces", pk=pk)


@private
@require_POST
def resume(request: MemberRequest, pk: UUID) -> HttpResponse:
    actions.resume(ask=_ask(request, pk), now=timezone.now())
    return redirect("pieces:pieces", pk=pk)


@private
@require_POST
def names(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Whether helpers see what other helpers want to be called."""
    actions.show_names(ask=_ask(request, pk), on=request.POST.get("on") == "1")
    return redirect("pieces:pieces", pk=pk)


@private
@require_POST
def close(request: MemberRequest, pk: UUID) -> HttpResponse:
    """ "It's taken care of", for an ask with pieces and for one without."""
    ask, now = _ask(request, pk), timezone.now()
    actions.close(ask=ask, now=now)
    to_tell = telling.untold(request.user, now).filter(ask=ask).exists()
    return redirect("pieces:pieces" if to_tell else "asks:ask", pk=pk)


# --- one piece --------------------------------------------------------------------------------


@private
def piece(request: MemberRequest, pk: UUID) -> HttpResponse:
    """One piece: who takes it, and the form that changes it while it lies ahead."""
    row, now = _piece(request, pk), timezone.now()
    [told] = telling.tell(request.user, Piece.objects.filter(pk=pk), now)
    initial = _as_typed(told)
    form = PieceForm(
        request.POST or None, initial=initial, zone=row.zone, now=now, taken=len(told.helpers)
    )
    may_change = rules.lies_ahead(row, row.ask.state, now)
    if request.method == "POST":
        if not may_change:
            return words_given_back(request, gone=True)
        if form.is_valid() and (answer := _change(request, row, form, now)):
            return answer
    later = list(changing.later_ones(row))
    context = {
        "told": told,
        "day": telling.said_day(told.day, now),
        "form": form,
        "may_change": may_change,
        "zone": telling.city(row.zone),
        "people": _who_may_be_noted(row, told) if may_change and told.is_open else [],
        "later": later,
        "follows": [each for each in later if each.recurrence_at is None],
        "alone": [each for each in later if each.recurrence_at],
        "here": "asks",
    }
    return render(request, "pieces/piece.html", context)


def _change(
    request: MemberRequest, row: Piece, form: PieceForm, now: datetime
) -> HttpResponse | None:
    """Changes this one; with `later`, those after it as well. None when the form says why not."""
    change = changing.change_following if "later" in request.POST else changing.change
    try:
        done = change(ask=row.ask, piece=row, when=form.when, about=form.about, now=now)
    except CannotRepeat as error:
        form.add_error(None, str(error))
        return None
    if done:
        return redirect("pieces:pieces", pk=row.ask_id)
    return words_given_back(request, gone=True)


def _as_typed(told: telling.Told) -> dict[str, Any]:
    """What the form shows of a piece before anybody changes it."""
    piece, there = told.piece, ZoneInfo(told.piece.zone)
    starts, ends = piece.starts_at.astimezone(there), piece.ends_at.astimezone(there)
    said = {"what": told.what, "where": told.where, "leave_out": told.leave_out}
    return said | {
        "day": starts.date(), "starts": starts.time(), "ends": ends.time(), "places": piece.places,
    }  # fmt: skip


def _who_may_be_noted(row: Piece, told: telling.Told) -> list[Invitation]:
    """Who was asked, and can have told the member that they take it."""
    if row.ask.state == AskState.DRAFT:
        return []
    helping = {helper.person for helper in told.helpers}
    asked = row.ask.invitations.exclude(state=InvitationState.WITHDRAWN).exclude(pk__in=helping)
    people = [each for each in asked if each.answer in ("", *HELP) or each.way not in BY_LINK]
    for each in people:
        each.member = row.ask.member
    return people


@private
@require_POST
def call_off(request: MemberRequest, pk: UUID) -> HttpResponse:
    """This one is not needed any more; with `later`, those that follow in its series as well."""
    row = _piece(request, pk)
    later = changing.later_ones(row).values_list("pk", flat=True) if "later" in request.POST else []
    actions.call_off(ask=row.ask, pieces=[row.pk, *later], now=timezone.now())
    return redirect("pieces:pieces", pk=row.ask_id)


@private
@require_POST
def close_one(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Nobody else can take this one; who took it keeps it."""
    row = _piece(request, pk)
    actions.enough(ask=row.ask, now=timezone.now(), piece=row)
    return redirect("pieces:piece", pk=pk)


@private
@require_POST
def note_taken(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Somebody told the member that they take it."""
    row = _piece(request, pk)
    person = _person(request, row)
    taking.note_taken(row=person, piece_id=row.pk, now=timezone.now())
    return redirect("pieces:piece", pk=pk)


@private
@require_POST
def release(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Somebody told the member that they cannot after all."""
    row = _piece(request, pk)
    taking.release(row=_person(request, row), piece_id=row.pk, now=timezone.now())
    return redirect("pieces:piece", pk=pk)


@private
@require_POST
def note_told(request: MemberRequest, pk: UUID) -> HttpResponse:
    """The member told somebody that it is off, or that its time is another and suits them."""
    row = _piece(request, pk)
    taking.note_told(row=_person(request, row), piece_id=row.pk)
    return redirect("pieces:pieces", pk=row.ask_id)


def _person(request: MemberRequest, piece: Piece) -> Invitation:
    rows = request.user.invitations.filter(ask=piece.ask_id).select_related("ask", "contact")
    person = get_object_or_404(rows, pk=_uuid(request.POST.get("person", "")))
    person.ask.member = request.user
    if person.contact:
        person.contact.member = request.user
    return person


def _uuid(text: str) -> UUID:
    """The id, or one that nobody has."""
    try:
        return UUID(text)
    except ValueError:
        return uuid4()
