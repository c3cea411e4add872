"""The gentle question on the pages: where it comes, what it offers, that nothing of it stays."""

from __future__ import annotations

import logging
import re
from html import unescape

import pytest
from django.apps import apps
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from halved.accounts.models import Member
from halved.asks import actions
from halved.asks.models import Invitation
from halved.asks.rules import Answer, Way
from halved.reflection.models import Concern
from halved.safety import question
from halved.vault.crypto import form_key
from tests.asks.asking import answers, ask_people, draft_for, place_of, places

ASKED = "Are you thinking of suicide?"
DANGER = "I don’t want to be alive any more."
CALM = "I don’t want to be late any longer"  # as many characters, and nothing to ask about

pytestmark = pytest.mark.django_db


@pytest.fixture
def room(sign_in, nia) -> Client:
    return sign_in(nia)


@pytest.fixture
def concern(nia) -> Concern:
    return Concern.put_down(nia, "Mum’s care, and the money")


@pytest.fixture
def place(concern) -> str:
    return reverse("reflection:concern", args=[concern.pk])


def read(response: HttpResponse) -> str:
    return unescape(response.content.decode())


def send(room: Client, path: str, **said: str) -> str:
    return read(room.post(path, said, follow=True))


# --- private notes ----------------------------------------------------------------------------


def test_what_one_puts_down_is_followed_by_the_question(room):
    page = send(room, "/", words=DANGER)

    assert DANGER in page
    assert ASKED in page
    for way in ("/now/", "/now/own/", "/safety/plan/"):
        assert f'href="{way}"' in page


def test_harmless_words_are_followed_by_nothing(room):
    assert ASKED not in send(room, "/", words="My phone is dead and the deadline is killing me")


def test_the_question_comes_after_every_form_of_a_note(room, nia, place, concern):
    assert ASKED in send(room, place, line=DANGER)
    assert ASKED in send(room, f"{place}tried/", what=DANGER, moved="no")
    assert ASKED in send(room, f"{place}barriers/", own=DANGER)
    assert ASKED in send(room, f"{place}edit/", words="Mum", better=DANGER)


def test_it_stands_beside_how_one_sees_it_differently(room, nia, place):
    room.post(f"{place}weigh/", {"yes": ["deadline"]})
    weighed = reverse("reflection:weighed", args=[nia.weighings.get().pk])

    assert ASKED in send(room, weighed, otherwise=DANGER)


def test_it_stands_beside_what_a_plan_waits_for(room, nia, place):
    room.post(f"{place}plan/", {"kind": "event", "words": DANGER})
    plan = reverse("reflection:plan", args=[nia.intentions.get().pk])

    assert ASKED in read(room.get(plan))


def test_it_stands_beside_an_entry_that_is_changed(room, nia, place):
    send(room, place, line=DANGER)
    entry = reverse("reflection:entry", args=["weight", nia.check_ins.get().pk])

    assert ASKED in read(room.get(entry))


def test_hurting_oneself_and_somebody_else_are_asked_about_in_their_own_words(room):
    hurting = send(room, "/", words="I have been cutting myself again")
    another = send(room, "/", words="My friend says she wants to die")

    assert "Are you hurting yourself, or thinking of suicide?" in hurting
    assert "Is somebody you know thinking of suicide?" in another
    assert ASKED not in another


def test_it_says_what_it_misses_and_where_the_asking_comes_from(room):
    page = send(room, "/", words=DANGER)

    assert "It misses at least one in four" in page
    assert "https://doi.org/10.1017/S0033291714001299" in page
    assert "It does not say that asking is enough." in page


def test_that_is_not_what_i_mean_needs_no_request_and_is_never_sent(room):
    page = send(room, "/", words=DANGER)

    boxes = re.findall(r"<label[^>]*>(<input[^>]*>)That is not what I mean", page)
    assert len(boxes) == 1
    assert "name=" not in boxes[0]


# --- the switch -------------------------------------------------------------------------------


def test_one_tap_switches_it_off_and_leads_back(room, nia, place):
    send(room, place, line=DANGER)

    response = room.post(reverse("gentle_switch"), {"off": "1", "back": place})

    assert response.headers["Location"] == place
    assert ASKED not in read(room.get(place))
    assert ASKED not in send(room, "/", words=DANGER)


def test_the_room_page_switches_it_on_again(room, nia, place):
    send(room, place, line=DANGER)
    room.post(reverse("gentle_switch"), {"off": "1"})
    assert "You switched it off" in read(room.get(reverse("room")))

    room.post(reverse("gentle_switch"), {"on": "1"})

    assert "It is on" in read(room.get(reverse("room")))
    assert ASKED in read(room.get(place))


def test_the_switch_leads_nowhere_else(room):
    for elsewhere in ("https://evil.example/", "//evil.example/", "evil"):
        response = room.post(reverse("gentle_switch"), {"off": "1", "back": elsewhere})

        assert response.headers["Location"] == reverse("room")


def test_the_switch_is_sealed(room, nia):
    room.post(reverse("gentle_switch"), {"off": "1"})

    with connection.cursor() as cursor:
        cursor.execute("SELECT silenced FROM accounts_member WHERE id = %s", [nia.pk.hex])
        row = cursor.fetchone() or (b"",)
    assert question.SWITCH.encode() not in bytes(row[0])
    assert question.is_off(_opened(nia))


def _opened(nia: Member) -> Member:
    row = Member.objects.get(pk=nia.pk)
    row.key = nia.key
    return row


# --- messages ---------------------------------------------------------------------------------


@pytest.fixture
def answered(nia, ben) -> Invitation:
    now = timezone.now()
    ask = ask_people(nia, (ben, Way.LINK), at=now)
    answers(ask, ben, Answer.PART, now, "I would rather be dead than on time.")
    return place_of(ask, ben)


@pytest.mark.parametrize("page", ["thanks", "remark"])
def test_it_stands_beside_what_one_writes_to_somebody_who_answered(room, answered, page):
    path = reverse(f"asks:{page}", args=[answered.pk])

    assert ASKED not in read(room.get(path))
    assert ASKED in send(room, path, words=DANGER)


def test_it_is_never_asked_of_who_was_asked_or_beside_their_words(room, answered):
    remark = reverse("asks:remark", args=[answered.pk])
    behind = Client().post(f"/a/{answered.token}/")

    said = Client().post(
        f"/a/{answered.token}/remark/", {"words": DANGER, "key": form_key(answered.token)}
    )

    assert DANGER in read(said)
    assert ASKED not in read(said) + read(behind)
    assert DANGER in read(room.get(remark))
    assert ASKED not in read(room.get(remark))


def test_a_safety_plan_is_not_asked_about(room):
    page = send(room, reverse("plan:change"), signs=DANGER)

    assert DANGER in page
    assert ASKED not in page


# --- asks -------------------------------------------------------------------------------------


@pytest.fixture
def draft(nia, ben):
    return draft_for(nia, (ben, Way.LINK))


def words_page(draft) -> str:
    return reverse("asks:words", args=[draft.pk])


def box(draft) -> str:
    return f"words_{places(draft)[0].pk}"


ASK = f"{DANGER} Could you come over tonight?"


def test_the_words_of_an_ask_are_followed_by_the_question_and_then_go_on(room, draft):
    first = room.post(words_page(draft), {box(draft): ASK}, follow=True)
    page = read(first)

    second = room.post(words_page(draft), {box(draft): ASK, "shown": str(draft.pk)})

    assert ASKED in page
    assert "Go on as it is" in page
    assert second.headers["Location"] == reverse("lookback:before", args=[draft.pk])


def test_a_pause_in_typing_brings_it_too(room, draft):
    fields = {box(draft): ASK}

    page = read(room.post(words_page(draft), fields, HTTP_HX_REQUEST="true"))

    assert 'id="gentle"' in page
    assert ASKED in page


def test_a_sentence_that_is_being_written_leaves_the_line_as_it_was(room, draft):
    headers = {"HTTP_HX_REQUEST": "true", "HTTP_HX_WRITING": box(draft)}

    page = read(room.post(words_page(draft), {box(draft): "I want to die of"}, **headers))

    assert 'id="gentle"' not in page


def test_what_the_question_says_is_not_said_twice(room, draft):
    page = read(room.post(words_page(draft), {box(draft): ASK}, follow=True))

    assert ASKED in page
    assert "may be about danger" not in page


def test_it_is_switched_off_from_an_ask_and_the_words_are_kept(room, draft):
    sent = {box(draft): ASK, "never_again": question.SWITCH}

    page = read(room.post(words_page(draft), sent, follow=True))

    assert DANGER in page
    assert ASKED not in page


def test_the_asked_person_never_sees_it(nia, ben, draft):
    actions.write(ask=draft, words={places(draft)[0].pk: ASK})
    actions.open_ask(ask=draft, now=timezone.now())
    link = f"/a/{place_of(draft, ben).token}/"

    cover, letter = read(Client().get(link)), read(Client().post(link))

    assert DANGER in letter
    assert "thinking of suicide" not in cover + letter


# --- nothing stays ----------------------------------------------------------------------------


def trace(room: Client, words: str, logs: pytest.LogCaptureFixture) -> dict[str, object]:
    """All that putting words down leaves: statements, rows, sizes, log lines, session, headers."""
    logs.clear()
    before = _rows()
    with CaptureQueriesContext(connection) as queries:
        response = room.post("/", {"words": words})
        page = room.get(response.headers["Location"])
    after = _rows()
    return {
        "statements": [re.sub(r"'[^']*'|\b[0-9a-f]{32}\b|\d+", "?", q["sql"]) for q in queries],
        "rows": {name: len(after[name]) - len(before[name]) for name in after},
        "sizes": sorted(_sizes(after) - _sizes(before)),
        "log": [re.sub(r"[0-9a-f-]{36}", "?", record.getMessage()) for record in logs.records],
        "session": sorted(room.session.keys()),
        "headers": sorted(page.headers.keys()),
        "went to": re.sub(r"[0-9a-f-]{36}", "?", response.headers["Location"]),
    }


def _rows() -> dict[str, list[tuple[object, ...]]]:
    return {
        model._meta.label: list(model._default_manager.values_list()) for model in apps.get_models()
    }


def _sizes(rows: dict[str, list[tuple[object, ...]]]) -> set[tuple[str, int, int]]:
    return {
        (name, place, len(value) if isinstance(value, bytes | str) else 0)
        for name, found in rows.items()
        for row in found
        for place, value in enumerate(row)
    }


def test_store_and_logs_are_the_same_with_and_without_the_question(room, caplog):
    assert len(CALM.encode()) == len(DANGER.encode())
    room.post("/", {"words": CALM})  # what only the first visit does is done
    caplog.set_level(logging.DEBUG)

    without, with_it = trace(room, CALM, caplog), trace(room, DANGER, caplog)

    assert with_it == without
