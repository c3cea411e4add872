"""What each sealed value of an archive has to look like. The pages of the room rely on it, and an
archive may have been changed on its way."""

import re
from collections.abc import Callable, Container
from datetime import date, time
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID
from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from halved.accounts.forms import plain_name
from halved.accounts.looks import LOOKS
from halved.asks.models import SupportKind
from halved.asks.rules import Answer
from halved.circle.following_up import Try
from halved.circle.forms import is_phone
from halved.circle.rules import GOOD_AT
from halved.reflection.barriers import BARRIERS
from halved.reflection.forms import TRIGGERS, WITH_A_DAY
from halved.reflection.rules import AREAS, LEVELS, Colour, Moved, Outcome
from halved.safety.leaving import HIDDEN, PLACES
from halved.safety.parts import PARTS

Shape = Callable[[Any], bool]
LONGEST = 1_000_000  # characters in one value: as much as one form can send


def text(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST and "\0" not in value


def said(value: Any) -> bool:
    return text(value) and bool(value.strip())


def yes_or_no(value: Any) -> bool:
    return isinstance(value, bool)


def up_to(most: int) -> Shape:
    return lambda value: type(value) is int and 0 <= value <= most


def one_of(known: Container[str]) -> Shape:
    return lambda value: isinstance(value, str) and value in known


def reads(read: Callable[[str], object], *, empty: bool = False) -> Shape:
    """A text that can be read so, or is empty where that is fine."""

    def fits(value: Any) -> bool:
        if not text(value) or not value:
            return empty and value == ""
        try:
            return read(value) is not False
        except (ValueError, ValidationError):
            return False

    return fits


def several(inside: Shape) -> Shape:
    return lambda value: isinstance(value, list) and all(map(inside, value))


def named(inside: Shape, names: Shape = text) -> Shape:
    """{name: value, …}"""
    return lambda value: (
        isinstance(value, dict) and all(map(names, value)) and all(map(inside, value.values()))
    )


def with_(**parts: Shape) -> Shape:
    """A dictionary with these parts. What else is in it is not known here, and passed over."""
    return lambda value: (
        isinstance(value, dict)
        and all(name in value and fits(value[name]) for name, fits in parts.items())
    )


def or_none(inside: Shape) -> Shape:
    return lambda value: value is None or inside(value)


def _try(value: Any) -> bool:
    if not named(text)(value):
        return False
    try:
        return bool(Try.from_kept(value))
    except (KeyError, ValueError):
        return False


def _trigger(value: Any) -> bool:
    if not with_(kind=one_of(dict(TRIGGERS)))(value):
        return False
    if value["kind"] in WITH_A_DAY:
        return with_(day=day, hour=reads(time.fromisoformat))(value)
    return with_(weight=ten)(value) if value["kind"] == "weight" else with_(words=text)(value)


def _place(value: str) -> bool:
    """A page of this server, to which a form is sent again."""
    return bool(re.fullmatch(r"/(?![/\\])[^\s\\]*", value))


def _leaving(value: Any) -> bool:
    parts = {"to": reads(_over_tls, empty=True), "shows": one_of(PLACES), "hidden": one_of(HIDDEN)}
    return isinstance(value, dict) and set(value) == {*parts} and with_(**parts)(value)


def _over_tls(value: str) -> bool:
    url = urlsplit(value)
    return url.scheme == "https" and bool(url.hostname) and len(value) <= 200


def _name(value: str) -> bool:
    plain_name(value)
    return len(value) <= 60


ten, day = up_to(10), reads(date.fromisoformat)
day_or_empty = reads(date.fromisoformat, empty=True)
zone = reads(lambda value: value in available_timezones(), empty=True)
mail = reads(validate_email, empty=True)
words_of_a_piece = with_(what=said, leave_out=text)
_sign = with_(id=text, colour=one_of({*Colour}), sentence=text, because=text)

# What must be there. Everything else of a row may be left out.
NEEDED: dict[str, Shape] = {
    "reflection.Concern.words": said,
    "reflection.Attempt.what": said,
    "reflection.Attempt.on": day,
    "reflection.Attempt.moved": one_of({*Moved}),
    "reflection.Cost.levels": named(up_to(len(LEVELS) - 1), one_of(AREAS)),
    "reflection.Barrier.kind": one_of({*BARRIERS, "own"}),
    "reflection.Weighing.yes": several(text),
    "reflection.Weighing.outcome": up_to(max(Outcome)),
    "reflection.Weighing.signs": several(_sign),
    "reflection.Weighing.look_on": day,
    "reflection.Intention.trigger": _trigger,
    "circle.Contact.name": said,
    "asks.Invitation.name": said,
    "asks.Remark.words": text,
    "lookback.Given.words": said,
    "lookback.Given.on": day,
    "accounts.HeldForm.form": with_(
        path=reads(_place), fields=several(lambda pair: several(text)(pair) and len(pair) == 2)
    ),
}
OPTIONAL: dict[str, Shape] = {
    "accounts.Member.signs_as": reads(_name, empty=True),
    "accounts.Member.silenced": several(text),
    "accounts.Member.leaving": _leaving,
    "accounts.Member.notice_address": mail,
    "reflection.Concern.since": text,
    "reflection.Concern.better": text,
    "reflection.Concern.stop_on": day_or_empty,
    "reflection.CheckIn.weight": ten,
    "reflection.CheckIn.line": text,
    "reflection.CheckIn.wish": ten,
    "reflection.Barrier.words": text,
    "reflection.Weighing.choice": up_to(max(Outcome)),
    "reflection.Weighing.again_on": day_or_empty,
    "reflection.Weighing.otherwise": text,
    "circle.Contact.relation": text,
    "circle.Contact.phone": reads(is_phone, empty=True),
    "circle.Contact.email": mail,
    "circle.Contact.in_person": yes_or_no,
    "circle.Contact.kinds": several(one_of(GOOD_AT)),
    "circle.Contact.timezone": zone,
    "circle.Contact.profession": text,
    "circle.Contact.service": reads(UUID),
    "circle.Contact.inner": yes_or_no,
    "circle.Contact.rest_until": day_or_empty,
    "circle.Contact.not_about": several(text),
    "circle.Enquiry.tries": several(_try),
    "circle.Enquiry.follow_up_on": day_or_empty,
    "circle.Enquiry.words": text,
    "circle.Enquiry.notes": text,
    "safety.SafetyPlan.parts": named(text, one_of({"country", *(part.name for part in PARTS)})),
    "safety.SafetyPlan.changed_on": day_or_empty,
    "asks.Ask.kinds": several(one_of({*SupportKind})),
    "asks.Ask.words": text,
    "asks.Ask.silenced": several(text),
    "asks.Ask.said_back": named(text, one_of({*Answer})),
    "asks.Ask.pieces_key": reads(lambda value: len(bytes.fromhex(value)) == 32),
    "asks.Invitation.words": text,
    "asks.Invitation.reply": with_(words=text, date=or_none(day_or_empty)),
    "asks.Invitation.thanks": text,
    "lookback.Forecast.likely": ten,
    "lookback.Given.whom": text,
}
# What is not sealed under the member's key, and in clear where the store knows no shape.
OTHERS: dict[str, Shape] = {
    "accounts.Member.timezone": one_of(available_timezones()),
    "accounts.Member.look": one_of(LOOKS),
    "pieces.Piece.words": words_of_a_piece,
    "pieces.Piece.location": text,
    "pieces.Piece.zone": one_of(available_timezones()),
    "pieces.Claim.name": text,
}


def fits(name: str, value: Any) -> bool:
    """Whether a value of this name, “app.Model.field”, looks as it has to. One that has no shape
    here is known to the store."""
    if name in OPTIONAL:
        return or_none(OPTIONAL[name])(value)
    known = NEEDED.get(name) or OTHERS.get(name)
    return known(value) if known else True
