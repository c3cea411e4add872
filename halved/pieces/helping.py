"""The helper's side: what is needed, piece by piece, behind the link they were asked with.

No account, no cookie, no JavaScript. GET shows the same neutral cover as the ask and changes
nothing. By POST the list opens; each of its buttons takes a place, gives it back or hands it on.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from halved.asks.answering import Found, behind_link, cover, knows_key, page
from halved.asks.models import Invitation
from halved.asks.rules import HELP
from halved.pieces import rules, taking, telling
from halved.pieces.forms import CalledForm
from halved.pieces.models import Rota
from halved.pieces.rules import State
from halved.pieces.shown import Shown, to_helper
from halved.vault.crypto import form_key

AT_ONCE = 15  # so that the page stays light
OLD = "This page was old. Look at it, and press once more."
GONE = "It was just taken by somebody else. Thank you for wanting to."
AS_IT_STANDS = "Nothing changed. This is how it stands now."
WRONG_NAME = "Nothing was taken yet. Look at the name, and press once more."


@dataclass(frozen=True)
class Press:
    """A button that was pressed: for which piece or claim, by whom, and what they are called."""

    pk: UUID
    row: Invitation
    letter: dict[str, Any]
    called: str
    now: datetime


def _take(press: Press) -> bool:
    return bool(
        taking.take(
            row=press.row,
            piece_id=press.pk,
            letter=press.letter,
            name=press.called,
            now=press.now,
        )
    )


def _take_over(press: Press) -> bool:
    return bool(
        taking.take_over(
            row=press.row,
            claim_id=press.pk,
            letter=press.letter,
            name=press.called,
            now=press.now,
        )
    )


def _give_back(press: Press) -> bool:
    return taking.give_back(row=press.row, piece_id=press.pk, now=press.now)


def _offer(press: Press) -> bool:
    return taking.offer(row=press.row, piece_id=press.pk, on=True, now=press.now)


def _keep(press: Press) -> bool:
    return taking.offer(row=press.row, piece_id=press.pk, on=False, now=press.now)


def _agree(press: Press) -> bool:
    return taking.agree(row=press.row, piece_id=press.pk, now=press.now)


# The name of each button, what it does, and what is said when it is done.
BUTTONS: dict[str, tuple[Callable[[Press], bool], str]] = {
    "take": (_take, "It is yours. {name} sees it. You can close this page."),
    "take_over": (_take_over, "It is yours now. {name} sees it. You can close this page."),
    "give_back": (_give_back, "You gave it back. That is fine. Somebody else can take it now."),
    "offer": (_offer, "The others see your offer. It stays yours until somebody takes it over."),
    "keep": (_keep, "It stays yours. Nobody else can take it over now."),
    "agree": (_agree, "The new time is agreed."),
}


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@behind_link
def pieces(
    request: HttpRequest, token: str, row: Invitation, letter: dict[str, Any]
) -> HttpResponse:
    """GET: the cover. POST: what is needed, after whatever the button says is done."""
    if request.method != "POST":
        return cover(row, letter, base="../")
    form = CalledForm(request.POST)
    said = _press(request, token, (row, letter), form)
    return _list(request, token, (row, letter), {"said": said, "called": form})


def _press(request: HttpRequest, token: str, found: Found, form: CalledForm) -> str:
    """Does what the button says, and says what came of it; nothing when none was pressed."""
    button = next((name for name in BUTTONS if name in request.POST), None)
    if button is None:
        return ""
    if not knows_key(request, token):
        return OLD
    if not form.is_valid():
        return WRONG_NAME
    try:
        pk = UUID(request.POST[button])
    except ValueError:
        return AS_IT_STANDS
    row, letter = found
    act, done = BUTTONS[button]
    if act(Press(pk, row, letter, form.cleaned_data["called"], timezone.now())):
        return done.format(name=letter["from"])
    return _why_not(button, pk, to_helper(row, letter, timezone.now()))


def _why_not(button: str, pk: UUID, shown: list[Shown]) -> str:
    """A place that somebody else was quicker to take is named as such."""
    full = any(each.piece.pk == pk and each.state == State.FULL for each in shown)
    return GONE if button == "take_over" or (button == "take" and full) else AS_IT_STANDS


# --- the list ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Line:
    """A piece on the helper's page: what is shown, when it is, and which buttons there are."""

    shown: Shown
    when: str
    lies_ahead: bool


def _list(request: HttpRequest, token: str, found: Found, context: dict[str, Any]) -> HttpResponse:
    row, letter = found
    now = timezone.now()
    rota = Rota.objects.filter(ask=row.ask_id).select_related("ask").only(
        "shows_names", "paused_at", "ask__state"
    ).first()  # fmt: skip
    shown = to_helper(row, letter, now)
    mine = [each for each in shown if each.mine]
    free = [each for each in shown if not each.mine and (each.offered or each.state == State.OPEN)]
    begin = _number(request.POST.get("from", ""))
    some = [*mine, *free][begin : begin + AT_ONCE]
    lines = [_line(each, letter, now) for each in some]
    context |= {
        "name": letter["from"],
        "mine": [line for line in lines if line.shown.mine],
        "free": [line for line in lines if not line.shown.mine],
        "others": [_line(each, letter, now) for each in shown if each.names and each not in some],
        "state": _state(rota, shown, free),
        "next": begin + AT_ONCE if begin + AT_ONCE < len(mine) + len(free) else 0,
        "from": begin,
        "tells_yes": bool(free) and not mine and row.answer not in HELP,
        "answer": row.answer,
        "shows_names": bool(rota and rota.shows_names),
        "name_typed": request.POST.get("called") or _name_before(mine, letter),
        "key": form_key(token),
        "base": f"/a/{token}/",
    }
    return page("pieces/asked/pieces.html", context)


def _line(shown: Shown, letter: dict[str, Any], now: datetime) -> Line:
    day = telling.said_day(telling.day_of(shown.piece), now)
    when = f"{day}, {telling.hours(shown.piece, letter['timezone'])}"
    ahead = shown.state not in (State.OFF, State.BEGUN)
    return Line(shown, when, ahead)


def _state(rota: Rota | None, shown: list[Shown], free: list[Shown]) -> str:
    """How it all stands, where nothing can be taken: "ended", "paused", "enough", "full", "over";
    else ""."""
    if rota and rules.is_over(rota.ask.state):
        return "ended"
    states = {each.state for each in shown} - {State.OFF, State.BEGUN}
    if free or not states:
        return "" if free else "over"
    if State.PAUSED in states:
        return "paused"
    return "enough" if State.ENOUGH in states else "full"


def _number(text: str) -> int:
    """From which line on; from the first, if the page did not say it like this."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0


def _name_before(mine: list[Shown], letter: dict[str, Any]) -> str:
    """What they wanted to be called when they last took something."""
    if not mine or mine[-1].mine is None:
        return ""
    return mine[-1].mine.open_name(bytes.fromhex(letter["pieces_key"]))
