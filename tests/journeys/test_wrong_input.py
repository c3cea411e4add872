"""Whatever is put into a form: a sentence that helps, what was typed is still there, and the
server never falls over."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from pytest_django import Settings

from halved.accounts.models import Member
from halved.asks import actions
from halved.asks.forms import LONGEST, LONGEST_ANSWER
from halved.asks.models import Ask, Invitation
from halved.circle.models import Contact, Enquiry
from halved.pieces.models import Piece
from halved.reflection.models import CheckIn, Concern
from halved.vault.crypto import form_key
from tests.accounts.authenticator import HOST
from tests.conftest import PASSPHRASE
from tests.journeys.furnished import Room, address, furnish, patterns

TOO_LONG = "a" * 100_000
UNUSUAL = {
    "emoji": "🫶🏽 can we talk, 👨‍👩‍👧?",
    "right to left": "שלום, \u202eمرحبا\u202c ok",
    "control signs": "one\x01two\x07three\x1b[31mfour\x7ffive",
    "mark-up": "<script>alert('a & b')</script>{{ 7 }}%s",
}
# Every box for words: the page, the box, how much fits, and where the words are read afterwards.
BOXES = {
    ("home", "words"): (10_000, "reflection:concern"),
    ("reflection:edit", "words"): (10_000, "reflection:concern"),
    ("circle:new", "name"): (60, "circle:people"),
    ("circle:new", "relation"): (60, "circle:people"),
    ("circle:person", "name"): (60, "circle:people"),
    ("circle:person", "relation"): (60, "circle:people"),
    ("circle:professionals", "name"): (60, "circle:professionals"),
    ("circle:professionals", "profession"): (60, "circle:professionals"),
    ("circle:enquiry", "words"): (LONGEST, "circle:enquiry"),
    ("circle:enquiry_note", "place"): (60, "circle:enquiry"),
    ("asks:words", "words"): (LONGEST, "asks:words"),
    ("asks:thanks", "words"): (LONGEST, "asks:thanks"),
    ("lookback:giving", "words"): (10_000, "lookback:giving"),
    ("lookback:giving", "whom"): (500, "lookback:giving"),
    ("asks:rehearse_answers", "no"): (LONGEST_ANSWER, "asks:rehearse_answers"),
    ("pieces:new", "what"): (200, "pieces:pieces"),
    ("pieces:piece", "what"): (200, "pieces:piece"),
    ("pieces:piece", "where"): (300, "pieces:piece"),
    ("pieces:piece", "leave_out"): (300, "pieces:piece"),
    ("room", "signs_as"): (60, "room"),
    ("passkey", "name"): (60, "passkey"),
    ("plan:change", "people"): (1_200, "plan:plan"),
    ("answer", "words"): (LONGEST_ANSWER, "asks:ask"),
}
# Boxes that take only what looks like a number, an address or a code.
STRICT = {
    ("circle:new", "phone"): ["call me", "12", "+44 20 7946 0018 ext", "0" * 30, "٠٢٠٧٩٤٦"],
    ("circle:new", "email"): ["ben", "ben@", "@example.org", "ben@example", "a b@example.org"],
    ("pieces:new", "starts"): ["noon", "25:00", "18.61", "-1", "🫶🏽"],
    ("pieces:new", "times"): ["often", "0", "61", "1e3", "🫶🏽"],
    ("pieces:piece", "places"): ["many", "0", "21", "9" * 5000, "½"],
    ("room", "notice_address"): ["nia", "nia@", "nia at example.org", "nia@example..org"],
    ("recovery_code", "last"): ["AAAAA", "12", "five!", "🫶🏽🫶🏽🫶🏽🫶🏽🫶🏽"],
    ("stop", "address"): ["me", "12", "ben@", "🫶🏽", "call me please"],
}
# Days that can not be meant.
DAYS = [
    *("2027-02-30", "0000-00-00", "2027-02-01T00:00", "99999-01-01", "9999-12-31", "1999-12-31"),
    *("next week", "31.12.", "🫶🏽", "", "a" * 5000, "\0"),
]
# Boxes in which only one of the choices on the page makes sense.
CHOICES = [
    ("asks:kind", "kinds"),
    ("asks:whom", "people-0-contact"),
    ("asks:whom", "people-0-way"),
    ("asks:whom", "order"),
    ("asks:whom", "pace"),
    ("circle:new", "kinds"),
    ("circle:new", "timezone"),
    ("circle:enquiry_note", "way"),
    ("circle:enquiry_note", "outcome"),
    ("room", "timezone"),
    ("reflection:concern", "weight"),
    ("pieces:new", "again"),
    ("pieces:new", "days"),
    ("lookback:before", "likely"),
    ("lookback:before", "weight"),
    ("lookback:after", "weight"),
    ("answer", "answer"),
]


@pytest.fixture
def room(nia: Member, settings: Settings) -> Room:
    settings.PASSKEY_HOST = HOST
    return furnish(nia)


@pytest.fixture
def client(room: Room, sign_in: Any) -> Client:
    cache.clear()
    return sign_in(room.nia)


def good(name: str, room: Room) -> dict[str, str]:
    """What this form takes without a word."""
    words = next(iter(room.draft.invitations.values_list("pk", flat=True)))
    day = (timezone.now() + timedelta(days=9)).date().isoformat()
    piece = {"what": "Supper", "day": day, "starts": "18:00", "ends": "20:00", "places": "2"}
    forms: dict[str, dict[str, str]] = {
        "home": {"words": "Something heavy"},
        "reflection:concern": {"weight": "7"},
        "reflection:edit": {"words": "Something heavy"},
        "circle:new": {"name": "Cleo", "email": "cleo@example.org", "phone": "020 7946 0018"},
        "circle:person": {"name": "Ben"},
        "circle:professionals": {"name": "Dr Lang", "profession": "doctor"},
        "circle:enquiry": {"words": "Could I come?"},
        "circle:enquiry_note": {"way": "call", "on": "2026-03-02", "outcome": "waiting"},
        "asks:new": {"concern": str(room.concern.pk)},
        "asks:kind": {"kinds": "emotional"},
        "asks:whom": {
            "people-TOTAL_FORMS": "1",
            "people-INITIAL_FORMS": "0",
            "people-0-contact": str(room.ben.pk),
            "people-0-way": "call",
        },
        "asks:words": {f"words_{words}": "Could you come?"},
        "asks:send": {"signs_as": "Nia"},
        "asks:thanks": {"words": "It helped."},
        "asks:rehearse_answers": {"no": "That’s all right."},
        "asks:note": {"answer": "yes"},
        "pieces:new": piece | {"again": "WEEKLY", "days": "MO", "times": "3"},
        "pieces:piece": piece,
        "lookback:before": {"likely": "3", "weight": "8"},
        "lookback:after": {"weight": "4"},
        "lookback:giving": {"words": "Fed the cat."},
        "room": {"signs_as": "Nia", "timezone": "Europe/London", "notice_address": ""},
        "passkey": {"name": "The red one"},
        "change_passphrase": {"now": PASSPHRASE, "passphrase": "a new set of words"},
        "answer": {"answer": "part", "words": "An hour.", "key": form_key(room.token)},
        "stop": {"address": "ben@example.org"},
    }
    return forms.get(name, {}) | {"sent": "by hand"}


SENT_BY_HAND = [
    *("home", "reflection:concern", "reflection:edit", "circle:new", "circle:person"),
    *("circle:professionals", "circle:enquiry", "circle:enquiry_note"),
    *("asks:new", "asks:kind", "asks:whom", "asks:words", "asks:send", "asks:thanks", "asks:note"),
    "asks:rehearse_answers",
    *("pieces:new", "pieces:piece"),
    *("lookback:before", "lookback:after", "room", "passkey"),
    *("change_passphrase", "answer", "stop"),
]


def send(client: Client, form_of: str, room: Room, **fields: str) -> HttpResponse:
    """Sends a good form in which these fields are something else."""
    form = good(form_of, room)
    for field, value in fields.items():
        places = [known for known in form if known.startswith(f"{field}_")] or [field]
        form[places[0]] = value
    return client.post(address(form_of, room), form)


def is_told(response: HttpResponse) -> bool:
    """Whether the page is there again, with a sentence about what is wrong."""
    page = response.content.decode()
    said = re.findall(r'<(\w+)[^>]*(?:class="wrong|role="alert")[^>]*>(.*?)</\1>', page, re.DOTALL)
    words = " ".join(re.sub("<[^>]+>", " ", text) for _, text in said).split()
    return response.status_code in (200, 422) and len(words) >= 4 and "ManagementForm" not in page


def still_there(response: HttpResponse, typed: str) -> bool:
    return escape(typed) in response.content.decode()


# --- words ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "box"), BOXES)
def test_what_is_too_long_is_told_and_nothing_of_it_is_lost(client, room, name, box):
    response = send(client, name, room, **{box: TOO_LONG})

    assert is_told(response)
    assert still_there(response, TOO_LONG)


@pytest.mark.parametrize(("name", "box"), BOXES)
def test_as_much_as_fits_is_taken(client, room, name, box):
    longest, look = BOXES[name, box]

    response = send(client, name, room, **{box: "b" * longest})

    assert response.status_code in (302, 303)
    assert still_there(read(client, room, look, response), "b" * min(longest, 60))


@pytest.mark.parametrize(("name", "box"), BOXES)
def test_a_sign_that_no_text_can_hold_is_told_and_the_rest_is_still_there(client, room, name, box):
    response = send(client, name, room, **{box: "before\0after"})

    assert is_told(response)
    assert still_there(response, "before")
    assert still_there(response, "after")


@pytest.mark.parametrize(("name", "box"), BOXES)
def test_unusual_signs_arrive_just_as_they_were_typed(client, room, name, box):
    for kind, typed in UNUSUAL.items():
        response = send(client, name, room, **{box: typed})

        assert response.status_code in (302, 303), kind
        assert still_there(read(client, room, BOXES[name, box][1], response), typed), kind


def read(client: Client, room: Room, look: str, sent: HttpResponse) -> HttpResponse:
    """The page on which Nia reads what was sent."""
    new = look == "reflection:concern" and sent["Location"].startswith("/carrying/")
    return client.get(sent["Location"] if new else address(look, room))


@pytest.mark.parametrize(
    ("name", "box"),
    [
        ("home", "words"),
        ("reflection:edit", "words"),
        ("circle:new", "name"),
        ("circle:person", "name"),
        ("asks:thanks", "words"),
        ("asks:send", "signs_as"),
    ],
)
def test_nothing_where_something_is_needed_is_told(client, room, name, box):
    for nothing in ("", "   ", "\r\n\t "):
        assert is_told(send(client, name, room, **{box: nothing})), repr(nothing)


# --- doors ------------------------------------------------------------------------------------

SECRET = "a river of large stones"
# Every door with what it asks for; the boxes of a passphrase are never filled in again.
DOORS = {
    "account_login": {"login": "dina", "password": SECRET},
    "account_signup": {"username": "dina", "password1": SECRET, "password2": SECRET},
    "account_reset_password": {
        "username": "dina",
        "code": "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF",
        "passphrase": SECRET,
        "again": SECRET,
    },
    "setup": {"passphrase": SECRET, "again": SECRET},
    "unlock": {"passphrase": SECRET},
    "change_passphrase": {"now": SECRET, "passphrase": SECRET, "again": SECRET},
}
EVERY_BOX = [(door, box) for door, boxes in DOORS.items() for box in boxes]
NEW = {"account_signup", "account_reset_password", "setup", "change_passphrase"}


@pytest.fixture
def knock(settings: Any, nia: Member) -> Any:
    """`knock(door, box=…)`: tries to get in with something else in one box."""

    def knock(door: str, **wrong: str) -> HttpResponse:
        client = Client()
        if door in ("unlock", "change_passphrase"):
            client.post("/sign-in/", {"login": "nia", "password": PASSPHRASE})
        if door == "setup":
            Member.objects.all().delete()
            settings.OWN_MACHINE, settings.SETUP_TOKEN = True, "a-long-word"
        path = reverse(door, args=["a-long-word"] if door == "setup" else [])
        return client.post(path, DOORS[door] | wrong)

    return knock


@pytest.mark.parametrize(("door", "box"), EVERY_BOX)
def test_no_door_opens_or_breaks_by_what_can_not_be_right(knock, door, box):
    for wrong in ("", "\0", TOO_LONG):
        response = knock(door, **{box: wrong})

        assert is_told(response)
        assert SECRET not in response.content.decode()
    assert not Member.objects.exclude(username="nia").exists()


@pytest.mark.parametrize("door", ["account_login", "account_signup", "account_reset_password"])
def test_a_name_is_still_there_and_a_passphrase_is_not(knock, door):
    name = "login" if door == "account_login" else "username"
    secret = "password1" if door == "account_signup" else "password"

    response = knock(door, **{secret: "short", "again": SECRET, name: "dina ✨"})

    assert is_told(response)
    assert still_there(response, "dina ✨")
    assert SECRET not in response.content.decode()


@pytest.mark.parametrize("door", sorted(NEW))
def test_a_passphrase_that_is_no_good_is_told(knock, door):
    first = "password1" if door == "account_signup" else "passphrase"
    second = "password2" if door == "account_signup" else "again"

    for typed in ("short", "password1234", "          "):
        assert is_told(knock(door, **{first: typed, second: typed})), typed


# --- numbers, addresses, choices, days --------------------------------------------------------


@pytest.mark.parametrize(("name", "box"), STRICT)
def test_what_is_no_number_or_address_is_told_and_still_there(client, room, name, box):
    client.post(reverse("new_code"))
    forget_the_address(room)

    for typed in STRICT[name, box]:
        response = send(client, name, room, **{box: typed})

        assert is_told(response), typed
        assert still_there(response, typed)


def forget_the_address(room: Room) -> None:
    """Ben is somebody whose address nobody wrote down; the link knows only the words."""
    room.ben.email = room.ben.phone = None
    room.ben.save()
    actions.open_ask(ask=room.draft, now=timezone.now())
    person = room.draft.invitations.get()
    person.member = room.nia
    actions.mark_asked(row=person, now=timezone.now())
    room.person = person


@pytest.mark.parametrize(("name", "box"), CHOICES)
def test_a_choice_that_was_never_offered_is_told(client, room, name, box):
    before = list(Invitation.objects.values_list("state", "answer", "way", "contact"))

    for code in ["pigeon", "-1", "11", "7.5", "\0", "a" * 5000, "yes ", "🫶🏽"]:
        assert is_told(send(client, name, room, **{box: code})), code

    assert list(Invitation.objects.values_list("state", "answer", "way", "contact")) == before


def test_a_day_that_can_not_be_meant_is_told_and_the_words_are_still_there(client, room):
    before = list(Invitation.objects.order_by("pk").values_list())

    for day in DAYS:
        response = send(client, "answer", room, answer="later", date=day, words="After my exam.")

        assert response.status_code == 422, day
        assert is_told(response), day
        assert still_there(response, "After my exam."), day
        assert still_there(response, day), day
    assert list(Invitation.objects.order_by("pk").values_list()) == before


def test_a_day_on_which_nothing_can_be_needed_is_told_and_the_words_are_still_there(client, room):
    before = Piece.objects.count()

    for day in DAYS:
        for box in ("day", "until"):
            response = send(client, "pieces:new", room, **{box: day or "0", "what": "A ride"})

            assert is_told(response), (box, day)
            assert still_there(response, "A ride"), (box, day)
    assert Piece.objects.count() == before


def test_nobody_can_be_chosen_twice_or_without_a_way(client, room):
    line = {"people-0-contact": str(room.ben.pk), "people-0-way": "call"}
    twice = {
        "people-TOTAL_FORMS": "2",
        "people-1-contact": str(room.ben.pk),
        "people-1-way": "link",
    }
    path = address("asks:whom", room)

    told_twice = client.post(path, good("asks:whom", room) | line | twice)
    no_way = send(client, "asks:whom", room, **{"people-0-way": ""})

    for response in (told_twice, no_way):
        assert is_told(response)
        assert still_there(response, f'value="{room.ben.pk}" selected') or b"selected" in (
            response.content
        )


@pytest.mark.parametrize("which", ["TOTAL", "INITIAL"])
def test_a_list_of_people_is_read_from_its_lines_whatever_was_counted(client, room, which):
    for count in ("", "many", "-1", "0", "999999999", "9" * 5000, "\0"):
        response = send(client, "asks:whom", room, **{f"people-{which}_FORMS": count})

        assert response.status_code == 302, count
        assert list(room.draft.invitations.values_list("contact", "way")) == [(room.ben.pk, "call")]


def test_a_list_of_people_without_a_line_is_told_and_offers_one(client, room):
    response = client.post(address("asks:whom", room), {"sent": "by hand"})

    assert is_told(response)
    assert b'name="people-0-contact"' in response.content


# --- what no browser sends --------------------------------------------------------------------

BODIES = {
    "broken bytes": (b"words=\xff\xfe%ff%00%C0&key=%ED%A0%80&answer=%00", "urlencoded"),
    "half a percent": (b"words=%&name=%4&=&&&", "urlencoded"),
    "another form": (b'{"words": "a"}', "json"),
    "broken parts": (b"--x\r\nContent-Disposition: form-data; name=words\r\n\r\nhalf", "parts"),
    "too many fields": (b"&".join(b"words=%d" % i for i in range(2_000)), "urlencoded"),
    "1.2 MB": (b"words=" + b"a" * 1_200_000, "urlencoded"),
}
KINDS = {
    "urlencoded": "application/x-www-form-urlencoded",
    "json": "application/json",
    "parts": "multipart/form-data; boundary=x",
}


@pytest.mark.parametrize("body", BODIES)
def test_no_body_brings_any_page_down(client, room, body):
    data, kind = BODIES[body]

    for name in patterns():
        with transaction.atomic():
            response = client.generic("POST", address(name, room), data, content_type=KINDS[kind])
            transaction.set_rollback(True)

        assert response.status_code < 500, name
        client.post("/sign-in/", {"login": "nia", "password": PASSPHRASE})


@pytest.mark.parametrize("body", ["1.2 MB", "too many fields"])
@pytest.mark.parametrize("name", ["home", "asks:words", "answer"])
def test_what_is_far_too_much_is_told_and_nothing_is_saved(client, room, name, body):
    data, kind = BODIES[body]
    before = Concern.objects.count()

    response = client.generic("POST", address(name, room), data, content_type=KINDS[kind])

    assert response.status_code == 400
    assert b"Nothing was saved" in response.content
    assert Concern.objects.count() == before


def test_an_id_that_is_none_is_the_same_as_nothing(client, room):
    nothing = client.get("/asks/not-an-id/words/")

    assert nothing.status_code == 404
    for path in ("/asks/../../etc/passwd/", f"/asks/{room.draft.pk}x/", "/asks/%00/", "/held/1/"):
        assert client.get(path).status_code == 404
    assert client.post("/asks/new/", {"concern": "not an id"}).status_code == 404


# --- sent twice -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [name for name in SENT_BY_HAND if name not in ("reflection:concern", "change_passphrase")],
)
def test_a_form_sent_twice_does_it_once(client, room, name):
    page = {"asks:new": "asks:asks", "asks:note": "asks:ask", "answer": "asked"}.get(name, name)
    form = good(name, room) | once_on(client.get(address(page, room)))

    first = client.post(address(name, room), form)
    counted = count()
    again = client.post(address(name, room), form)

    assert count() == counted
    assert first.status_code < 400
    assert again.status_code < 400
    assert again.get("Location") == first.get("Location")


def once_on(page: HttpResponse) -> dict[str, str]:
    """The number that a form which makes a row carries, where this page has such a form."""
    return dict(re.findall(r'name="(once)" value="([^"]+)"', page.content.decode()))


def count() -> list[int]:
    return [
        model.objects.count() for model in (Concern, Contact, Enquiry, CheckIn, Ask, Invitation)
    ]


def test_a_weight_sent_twice_is_noted_once(client, room):
    form = {"weight": "7"} | once_on(client.get(address("reflection:concern", room)))

    client.post(address("reflection:concern", room), form)
    counted = count()
    client.post(address("reflection:concern", room), form)

    assert count() == counted
    assert still_there(client.get(address("reflection:concern", room)), "7 of 10")


# --- too late ---------------------------------------------------------------------------------


def test_words_for_an_ask_that_has_gone_out_are_given_back(client, room):
    form = good("asks:words", room)
    send(client, "asks:send", room)

    response = client.post(address("asks:words", room), form)

    assert response.status_code == 404
    assert still_there(response, "Could you come?")


@pytest.mark.parametrize("name", ["asks:kind", "asks:whom", "asks:send", "lookback:before"])
def test_any_other_step_of_an_ask_that_has_gone_out_leads_to_the_ask(client, room, name):
    send(client, "asks:send", room)

    response = send(client, name, room)

    assert response.status_code == 302
    assert response["Location"] == reverse("asks:ask", args=[room.draft.pk])
    assert client.get(address(name, room))["Location"] == response["Location"]


@pytest.mark.parametrize(
    ("gone", "name", "typed"),
    [
        ("asks:discard", "asks:words", "Could you come?"),
        ("reflection:remove", "reflection:edit", "Something heavy"),
        ("circle:remove", "circle:person", "Ben"),
    ],
)
def test_words_for_what_was_thrown_away_meanwhile_are_given_back(client, room, gone, name, typed):
    form, path = good(name, room), address(name, room)
    client.post(address(gone, room))

    response = client.post(path, form)

    assert response.status_code == 404
    assert still_there(response, typed)


def test_a_page_from_before_the_people_changed_loses_no_words(client, room):
    form = good("asks:words", room)
    cleo = Contact(member=room.nia)
    cleo.name = "Cleo"
    cleo.save()
    send(client, "asks:whom", room, **{"people-0-contact": str(cleo.pk)})

    response = client.post(address("asks:words", room), form)

    assert is_told(response)
    assert still_there(response, "Could you come?")


def test_a_page_from_before_the_order_changed_still_fits(client, room):
    form = good("asks:words", room)
    send(client, "asks:whom", room)

    client.post(address("asks:words", room), form)

    assert still_there(client.get(address("asks:words", room)), "Could you come?")


def test_a_box_that_was_not_on_the_page_is_left_as_it_was(client, room):
    send(client, "asks:words", room)

    client.post(address("asks:words", room), {"sent": "by hand"})

    assert still_there(client.get(address("asks:words", room)), "Could you come?")


def test_words_sent_after_signing_out_elsewhere_are_given_back(client, room):
    form = good("asks:words", room)
    room.nia.sign_out_everywhere()

    response = client.post(address("asks:words", room), form)

    assert response.status_code == 403
    assert still_there(response, "Could you come?")


def test_a_form_from_before_a_sign_in_gives_the_words_back(room):
    careful = Client(enforce_csrf_checks=True)

    response = careful.post("/", {"words": "Something heavy", "csrfmiddlewaretoken": "old"})

    assert response.status_code == 403
    assert still_there(response, "Something heavy")


def test_an_answer_after_the_link_ended_is_given_back(client, room, monkeypatch):
    later = timezone.now() + timedelta(days=400)
    monkeypatch.setattr(timezone, "now", lambda: later)

    response = send(Client(), "answer", room, words="I’ll be there.")

    assert response.status_code == 404
    assert still_there(response, "I’ll be there.")
