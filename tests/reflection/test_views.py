"""The private room: what Nia carries, and how heavy it is."""

import re

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from halved.asks import actions
from halved.asks.models import Ask
from halved.asks.rules import Answer, Reply, Way
from halved.reflection.models import CheckIn, Concern
from tests.asks.asking import draft_for

WORDS = "Mum’s care, and the money"


@pytest.fixture
def client(nia, sign_in):
    return sign_in(nia)


@pytest.fixture
def concern(nia):
    return Concern.put_down(nia, WORDS)


def page_of(client, concern: Concern) -> str:
    return client.get(reverse("reflection:concern", args=[concern.pk])).content.decode()


def weigh(client, concern: Concern, weight: str):
    path = reverse("reflection:concern", args=[concern.pk])
    return client.post(path, {"sent": "by hand", "weight": weight})


def test_one_box_puts_it_down_and_shows_it(client, nia):
    response = client.post("/", {"words": WORDS})

    row = nia.concerns.get()
    assert response["Location"] == reverse("reflection:concern", args=[row.pk])
    assert row.words == WORDS
    assert WORDS in page_of(client, row)


def test_nobody_finds_the_words_in_the_store(client, concern):
    weigh(client, concern, "9")

    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM reflection_concern")
        words = bytes(cursor.fetchone()[0])
        cursor.execute("SELECT weight FROM reflection_checkin")
        weight = bytes(cursor.fetchone()[0])
    assert b"money" not in words
    assert len(weight) > 40


def test_what_is_put_down_stands_on_the_first_page_the_newest_first(client, nia, concern):
    Concern.put_down(nia, "Not sleeping\nfor a week now")

    page = client.get("/").content.decode()

    order = ["<b>Not sleeping</b>", f"<b>{WORDS}</b>"]
    assert sorted(order, key=page.index) == order
    assert "for a week" not in page


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("short", "short"),
        ("\n\n  first\nsecond", "first"),
        ("a" * 80, "a" * 80),
        ("word " * 40, ("word " * 15).strip() + "…"),
        ("a" * 200, "a" * 79 + "…"),
        ("🫶🏽 and more", "🫶🏽 and more"),
    ],
)
def test_a_list_shows_the_first_line_and_never_a_long_one(nia, words, line):
    assert Concern.put_down(nia, words).first_line == line


@pytest.mark.parametrize("weight", ["0", "5", "10"])
def test_a_weight_is_noted_and_shown(client, concern, weight):
    weigh(client, concern, weight)

    assert f"<b>{weight} of 10</b>" in page_of(client, concern)


def test_a_weight_can_be_left_out(client, concern):
    response = weigh(client, concern, "")

    assert response.status_code == 302
    assert not CheckIn.objects.exists()


def test_the_history_stands_there_the_newest_first(client, concern):
    for weight in ("8", "3", "6"):
        weigh(client, concern, weight)

    shown = re.findall(r"<td>(\d+)</td>", page_of(client, concern))

    assert shown == ["6", "3", "8"]


def test_the_first_page_says_how_heavy_it_is_and_was(client, concern):
    for weight in ("8", "3", "6"):
        weigh(client, concern, weight)

    assert "6 of 10, was 8" in client.get("/").content.decode()


def test_words_can_be_changed_and_the_history_stays(client, concern):
    weigh(client, concern, "8")
    path = reverse("reflection:edit", args=[concern.pk])
    assert WORDS in client.get(path).content.decode()

    client.post(path, {"words": "Only the money"})

    page = page_of(client, concern)
    assert "Only the money" in page
    assert "8 of 10" in page
    assert WORDS not in page


def test_deleted_it_is_gone_with_its_weights_and_what_was_asked_stays(client, nia, ben, concern):
    weigh(client, concern, "8")
    draft = draft_for(nia, (ben, Way.LINK))
    draft.concern = concern
    draft.save()

    client.post(reverse("reflection:remove", args=[concern.pk]))

    assert not Concern.objects.exists()
    assert not CheckIn.objects.exists()
    assert Ask.objects.get().concern is None


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (None, "You have asked."),
        (Answer.YES, "Someone is carrying it with you."),
        (Answer.NO, "nobody is left on the list"),
    ],
)
def test_the_first_page_says_whether_somebody_carries_it_too(
    client, nia, ben, concern, answer, said
):
    now = timezone.now()
    ask = draft_for(nia, (ben, Way.LINK))
    ask.concern = concern
    ask.save()
    actions.open_ask(ask=ask, now=now)
    if answer:
        actions.answer(row=ask.invitations.get(), reply=Reply(answer), now=now)

    assert said in client.get("/").content.decode()


def test_help_now_is_one_tap_from_what_she_carries(client, concern):
    assert 'href="/now/"' in page_of(client, concern)
