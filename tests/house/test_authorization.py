"""Who may open what. Every URL pattern of the house is in the table, or the first test fails."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from halved.accounts.models import Member
from tests.accounts.authenticator import HOST
from tests.conftest import PASSPHRASE
from tests.journeys.furnished import (
    CARRIED,
    ENQUIRED,
    GAVE,
    HELPS,
    NEEDED,
    PHONE,
    PLACE,
    REMARK,
    REPLY,
    SEEN,
    TRIED,
    WORDS,
    Room,
    address,
    furnish,
    patterns,
)

# What each gets for GET, then for POST with a field nobody asked for:
#  "-" nobody signed in · "k" Nia, her room locked · "o" Olu, a stranger · "n" Nia.
# 302 leads to a door or back to a page, 403 gives the words back, 404 is the same as nothing.
WHO = "-kon"
DOOR, FORM = (302, 302, 200, 200), (403, 302, 200, 200)
MINE, MY_FORM, MY_STEP = (302, 302, 404, 200), (403, 302, 404, 200), (403, 302, 404, 302)
NO_GET, ACT = (302, 302, 405, 405), (403, 302, 302, 302)
MY_ACT_ON_SOMEBODY = (403, 302, 404, 404)  # on nobody that was named
LOOK_ONLY = (403, 302, 405, 405)
FOR_SCRIPT = (403, 403, 200, 200)
MINE_TO_LOOK_AT = (403, 302, 404, 405)
ALL, NEVER, NOTHING = (200,) * 4, (405,) * 4, (404,) * 4
TABLE = {
    # behind a link: whoever holds it, signed in or not
    "asked": (ALL, ALL),
    "answer": (NEVER, ALL),
    "remark": (NEVER, (422,) * 4),
    "done": (ALL, NEVER),
    "stop": (ALL, ALL),
    "report": (ALL, (422,) * 4),
    "stop_mail": (ALL, ALL),
    "pieces": (ALL, ALL),
    "piece_file": (ALL, NEVER),
    "piece_busy_file": (ALL, NEVER),
    "feed": (ALL, NEVER),
    # for everyone
    "safety:now": (ALL, NEVER),
    "safety:country": (ALL, NEVER),
    "leave": (NEVER, ALL),
    "leaving": (ALL, NEVER),
    "reflection:known": (ALL, NEVER),
    "about": (ALL, NEVER),
    "ask_to_stop": (NEVER, (422,) * 4),
    "keep": (NEVER, NOTHING),
    "service_worker": (ALL, NEVER),
    "offline": (ALL, NEVER),
    "manifest": (ALL, NEVER),
    "live": (ALL, NEVER),
    "ready": (ALL, NEVER),
    "home": ((200, 302, 200, 200), FORM),
    "directory:search": (ALL, (422,) * 4),
    "directory:service": (ALL, NEVER),
    "directory:about": (ALL, NEVER),
    "directory:wrong": (ALL, (422,) * 4),
    # doors
    "account_login": ((200, 302, 302, 302), (200, 302, 302, 302)),
    "passkey_challenge": (NEVER, ALL),
    "passkey_sign_in": (NEVER, (302,) * 4),
    "account_signup": ((200, 302, 302, 302), (200, 302, 302, 302)),
    "account_reset_password": (ALL, ALL),
    "account_inactive": (ALL, NEVER),
    "closed_take": (ALL, ALL),
    "closed_delete": (ALL, ALL),
    "account_logout": (NEVER, (302,) * 4),
    "unlock": ((302, 200, 200, 200), (302, 200, 200, 200)),
    "lock": (NEVER, (302,) * 4),
    "setup": (NOTHING, NOTHING),
    "demo": (NOTHING, NOTHING),
    # one's own room
    "room": (DOOR, FORM),
    "device": (DOOR, LOOK_ONLY),
    "push_on": (NO_GET, (403, 302, 404, 404)),  # where it is switched off, as here
    "push_off": (NO_GET, ACT),
    "recovery_code": ((302, 302, 200, 302), (403, 302, 200, 302)),
    "new_code": (NO_GET, ACT),
    "hear_again": (NO_GET, ACT),
    "change_passphrase": (DOOR, FORM),
    "passkeys": (DOOR, FORM),
    "passkeys_again": (NO_GET, FORM),
    "passkey_new": (NEVER, FOR_SCRIPT),
    "passkey": (MINE, MY_FORM),
    "passkey_ask": (NEVER, (403, 403, 404, 200)),
    "passkey_open": (NO_GET, MY_STEP),
    "passkey_close": (NO_GET, MY_STEP),
    "passkey_remove": (NO_GET, MY_STEP),
    "browsers": (DOOR, LOOK_ONLY),
    "browser_end": (NO_GET, ACT),
    "leaving_choose": (DOOR, FORM),
    "own_people": (DOOR, LOOK_ONLY),
    "held": ((302, 302, 302, 200), ACT),
    "reflection:concern": (MINE, MY_STEP),
    "reflection:edit": (MINE, MY_FORM),
    "reflection:remove": (NO_GET, MY_STEP),
    "reflection:put_away": (NO_GET, MY_STEP),
    "reflection:put_away_list": (DOOR, FORM),
    "reflection:tried": (MINE, MY_FORM),
    "reflection:costs": (MINE, MY_STEP),
    "reflection:barriers": (MINE, MY_STEP),
    "reflection:entry": (MINE, MY_FORM),
    "reflection:weigh": (MINE, MY_STEP),
    "reflection:weighed": (MINE, MY_FORM),
    "reflection:plan_new": (MINE, MY_FORM),
    "reflection:plan": (MINE, MY_FORM),
    "reflection:plan_prepare": (NO_GET, MY_STEP),
    "reflection:plan_put_off": (NO_GET, MY_STEP),
    "reflection:plan_come": (NO_GET, MY_STEP),
    "reflection:plan_drop": (NO_GET, MY_STEP),
    "asks:small": (DOOR, FORM),
    "circle:people": (DOOR, FORM),
    "circle:new": (DOOR, FORM),
    "circle:person": (MINE, MY_FORM),
    "circle:remove": (NO_GET, MY_STEP),
    "circle:find": (DOOR, LOOK_ONLY),
    "circle:bring_in": (DOOR, FORM),
    "circle:pick": (NO_GET, FORM),
    "circle:take_out": (DOOR, LOOK_ONLY),
    "circle:professionals": (DOOR, FORM),
    "circle:first_talk": (DOOR, LOOK_ONLY),
    "circle:put_on_list": (NO_GET, MY_STEP),
    "circle:enquiry": (MINE, MY_STEP),
    "circle:enquiry_note": (MINE, MY_FORM),
    "circle:follow_up": (NO_GET, MY_FORM),
    "circle:take_off_list": (NO_GET, MY_STEP),
    "asks:asks": (DOOR, FORM),
    "asks:new": (NO_GET, ACT),
    "asks:ask": (MINE, MY_FORM),
    "asks:kind": (MINE, MY_STEP),
    "asks:whom": (MINE, MY_FORM),
    "asks:words": (MINE, MY_STEP),
    "asks:send": (MINE, MY_FORM),
    "asks:rehearse": (MINE, MY_FORM),
    "asks:rehearse_seen": (MINE, MY_FORM),
    "asks:rehearse_answers": (MINE, MY_STEP),
    "asks:discard": (NO_GET, MY_STEP),
    "asks:next": (NO_GET, MY_STEP),
    "asks:again": (NO_GET, MY_STEP),
    "asks:seen": (NO_GET, MY_STEP),
    "asks:asked": (NO_GET, MY_STEP),
    "asks:forget": (NO_GET, MY_STEP),
    "asks:note": (NO_GET, MY_STEP),
    "asks:withdraw": (NO_GET, MY_STEP),
    "asks:accept": (NO_GET, MY_STEP),
    "asks:remark": (MINE, MY_FORM),
    "asks:thanks": (MINE, MY_FORM),
    "pieces:together": (DOOR, FORM),
    "pieces:calendar": (DOOR, LOOK_ONLY),
    "pieces:make_feed": (NO_GET, ACT),
    "pieces:say_in_feed": (NO_GET, ACT),
    "pieces:renew_feed": (NO_GET, ACT),
    "pieces:end_feed": (NO_GET, ACT),
    "pieces:file": (MINE, LOOK_ONLY),
    "pieces:busy_file": (MINE, LOOK_ONLY),
    "pieces:pieces": (MINE, MY_FORM),
    "pieces:new": (MINE, MY_FORM),
    "pieces:enough": (NO_GET, MY_STEP),
    "pieces:pause": (NO_GET, MY_STEP),
    "pieces:resume": (NO_GET, MY_STEP),
    "pieces:names": (NO_GET, MY_STEP),
    "pieces:close": (NO_GET, MY_STEP),
    "pieces:piece": (MINE, MY_FORM),
    "pieces:call_off": (NO_GET, MY_STEP),
    "pieces:close_one": (NO_GET, MY_STEP),
    "pieces:note_taken": (NO_GET, MY_ACT_ON_SOMEBODY),
    "pieces:note_told": (NO_GET, MY_ACT_ON_SOMEBODY),
    "pieces:release": (NO_GET, MY_ACT_ON_SOMEBODY),
    "lookback:before": (MINE, MY_STEP),
    "lookback:after": (MINE, MY_STEP),
    "lookback:lookback": (DOOR, FORM),
    "lookback:export": (DOOR, FORM),
    "lookback:giving": (DOOR, FORM),
    "lookback:given": (MINE, MY_FORM),
    "lookback:remove": (NO_GET, MY_STEP),
    "directory:ask": (DOOR, FORM),
    # the operator's
    "directory:data": (MINE, MY_FORM),
    "directory:dataset": (MINE, LOOK_ONLY),
    "directory:refresh": (NO_GET, MY_STEP),
    "directory:take_away": (NO_GET, MY_STEP),
    "directory:settle": (NO_GET, MY_ACT_ON_SOMEBODY),
    "archive:data": (DOOR, LOOK_ONLY),
    "archive:take": (NO_GET, FORM),
    "archive:bring_in": (DOOR, FORM),
    "archive:delete": (DOOR, FORM),
    "archive:gone": (ALL, NEVER),
    "gentle_switch": (NO_GET, ACT),
    "plan:plan": (DOOR, LOOK_ONLY),
    "plan:change": (DOOR, ACT),
    "plan:copy": ((302, 302, 302, 200), LOOK_ONLY),
    "plan:file": (MINE, LOOK_ONLY),
    "plan:remove": (NO_GET, ACT),
    # for operators: Nia is one, and Olu is not
    "lines:countries": (MINE, MINE_TO_LOOK_AT),
    "lines:country": (MINE, MINE_TO_LOOK_AT),
    "lines:new": (MINE, MY_FORM),
    "lines:line": (MINE, MY_FORM),
    "lines:checked": ((302, 302, 404, 405), MY_FORM),
    "lines:hide": ((302, 302, 404, 405), MY_FORM),
    "lines:forget": ((302, 302, 404, 405), (403, 302, 404, 404)),
    **{
        f"operators:{name}": (MINE, MINE_TO_LOOK_AT)
        for name in ("home", "members", "reports", "invitations", "stopped", "kept", "record")
    },
    "operators:suspend": ((302, 302, 404, 405), (403, 302, 404, 422)),
    "operators:let_back": ((302, 302, 404, 405), (403, 302, 404, 422)),
    "operators:settle": (MINE, MY_STEP),
    "operators:suspend_reported": ((302, 302, 404, 405), MY_ACT_ON_SOMEBODY),
    "operators:let_back_reported": ((302, 302, 404, 405), MY_ACT_ON_SOMEBODY),
    "operators:invite": ((302, 302, 404, 405), MY_FORM),
    "operators:revoke": (MINE, MY_STEP),
    "operators:stop": ((302, 302, 404, 405), (403, 302, 404, 422)),
    "operators:take_back": (MINE, (403, 302, 404, 422)),
}
FILES = {"piece_file", "piece_busy_file", "feed"}  # behind a link, or a secret address
BEHIND_A_LINK = {"asked", "answer", "remark", "done", "stop", "report", "pieces", *FILES}
names = sorted(TABLE)


@pytest.fixture
def room(nia: Member, settings: Settings) -> Room:
    settings.PASSKEY_HOST = HOST
    return furnish(nia)


@pytest.fixture
def come(room: Room, olu: Member) -> Iterator[Come]:
    yield Come(room, olu)
    cache.clear()


class Come:
    """`come("o", "GET", name)`: the answer this person gets; nothing of it stays in the store."""

    def __init__(self, room: Room, olu: Member) -> None:
        self.room = room
        self.cookies = {"-": {}, "o": _sign_in(olu), "n": _sign_in(room.nia)}
        self.cookies["k"] = {k: v for k, v in self.cookies["n"].items() if k != "room"}

    def __call__(
        self, who: str, method: str, name: str, nobodys: UUID | None = None
    ) -> HttpResponse:
        client = Client()
        client.cookies.load(self.cookies[who])
        with transaction.atomic():
            response = client.generic(
                method,
                address(name, self.room, nobodys),
                "unasked=for" if method == "POST" else "",
                content_type="application/x-www-form-urlencoded",
            )
            transaction.set_rollback(True)
        return response


def _sign_in(member: Member) -> dict[str, str]:
    client = Client()
    client.post("/sign-in/", {"login": member.username, "password": PASSPHRASE})
    return {name: morsel.value for name, morsel in client.cookies.items()}


def all_of(member: Member) -> dict[str, list[tuple[object, ...]]]:
    """Every row that belongs to a member."""
    rows = {"Member": list(Member.objects.filter(pk=member.pk).values_list())}
    for model in apps.get_models():
        if any(field.name == "member" for field in model._meta.get_fields()):
            found = model._default_manager.filter(member=member).order_by("pk")
            rows[model.__name__] = list(found.values_list())
    return rows


def test_every_page_of_the_house_is_in_the_table():
    assert patterns() == names, "Say in TABLE who may open what is new, and take out what is gone."


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("who", WHO)
def test_everyone_gets_what_the_table_says_and_no_more(come, who, method):
    place = WHO.index(who)
    expected = {name: TABLE[name][method == "POST"][place] for name in names}

    found = {name: come(who, method, name).status_code for name in names}

    assert found == expected


@pytest.mark.parametrize("method", ["GET", "POST", "HEAD", "PUT", "DELETE"])
def test_somebody_elses_page_is_the_same_as_nothing(room, come, method):
    nobody = uuid4()
    with_an_id = [name for name in names if address(name, room) != address(name, room, nobody)]
    assert len(with_an_id) > 20

    for name in with_an_id:
        hers = come("o", method, name)
        nobodys = come("o", method, name, nobody)

        assert (hers.status_code, hers.content) == (nobodys.status_code, nobodys.content), name
        assert dict(hers.headers) == dict(nobodys.headers), name


@pytest.mark.parametrize("who", ["-", "k", "o"])
def test_no_page_shows_what_is_nias_to_anyone_else(come, who):
    secret = [
        words.encode() for words in (WORDS, REPLY, REMARK, CARRIED, TRIED, SEEN, GAVE, ENQUIRED)
    ]
    secret += [b"ben@example.org", b"7946", NEEDED.encode(), PLACE.encode(), HELPS.encode()]
    secret += [PHONE.encode()]

    for name in [name for name in names if name not in BEHIND_A_LINK]:
        pages = come(who, "GET", name).content + come(who, "POST", name).content

        assert not [words for words in secret if words in pages], name


@pytest.mark.parametrize("who", ["-", "o"])
def test_nothing_of_nias_changes_by_what_anyone_else_sends(room, come, who):
    client = Client()
    client.cookies.load(come.cookies[who])
    before = all_of(room.nia)

    for name in [name for name in names if name not in BEHIND_A_LINK]:
        client.post(address(name, room), {"unasked": "for", "answer": "yes", "words": "Olu"})

    assert all_of(room.nia) == before
    assert len(before["Invitation"]) == 2, "there is something to change"
