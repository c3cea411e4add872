"""The last look: exactly what leaves, beside what stays."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse

from halved.asks import leaving
from halved.asks.models import Ask
from halved.asks.rules import Order, Way
from halved.lookback.models import Forecast
from halved.reflection.models import CheckIn, Concern
from tests.asks.asking import NOON, WORDS, ask_people, draft_for, place_of, places, work
from tests.conftest import contact

CARRIED = "Mum’s care, mark-carried. And the money, mark-money."


@pytest.fixture
def client(nia, sign_in):
    return sign_in(nia)


@pytest.fixture
def concern(nia) -> Concern:
    row = Concern.put_down(nia, CARRIED)
    CheckIn.note(nia, row, 9, line="mark-line")
    return row


def draft_about(concern: Concern, *people: tuple[object, Way], **more: str) -> Ask:
    draft = draft_for(concern.member, *people, **more)
    draft.concern = concern
    draft.save(update_fields=["concern"])
    Forecast(member=concern.member, ask=draft).note_before(3, 8)
    return draft


class Sections(HTMLParser):
    """The text of each section of a page, by the id of its heading."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.texts: dict[str, str] = {}
        self._open = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "section":
            self._open = dict(attrs).get("aria-labelledby") or ""

    def handle_endtag(self, tag: str) -> None:
        self._open = "" if tag == "section" else self._open

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts[self._open] = self.texts.get(self._open, "") + data


def sides(client: Client, draft: Ask) -> tuple[str, str]:
    """What the page says leaves, and what it says stays."""
    response = client.get(reverse("asks:send", args=[draft.pk]))
    texts = Sections(unescape(response.content.decode())).texts
    return texts["leaves"], texts["stays"]


@pytest.mark.parametrize("way", [Way.LINK, Way.EMAIL])
def test_what_leaves_names_whom_how_from_whom_and_every_word(client, concern, ben, way):
    leaves, _ = sides(client, draft_about(concern, (ben, way)))

    assert re.search(r"To\s*Ben", leaves)
    assert re.search(r"From\s*Nia", leaves)
    assert WORDS in leaves
    assert "Nia would like company. Nothing needs fixing." in leaves
    assert ("ben@example.org" in leaves) == (way == Way.EMAIL)


@pytest.mark.parametrize("way", list(Way))
def test_nothing_that_stays_stands_among_what_leaves(client, nia, concern, way):
    about = {"relation": "mark-relation", "email": "ben@example.org", "phone": "020 7946 0018"}
    draft = draft_about(concern, (contact(nia, "Ben", **about), way))

    leaves, stays = sides(client, draft)

    assert "mark-" not in leaves
    assert "Mum’s care, mark-carried. And the money, mark-money." in stays
    assert "How heavy it is, your guess, and what you rehearsed" in stays
    assert "Who Ben is to you" in stays


def test_what_the_asked_person_gets_is_what_was_shown(client, nia, concern, ben):
    draft = draft_about(concern, (ben, Way.LINK))
    leaves, _ = sides(client, draft)
    client.post(reverse("asks:send", args=[draft.pk]), {"signs_as": "Nia"})

    seen = unescape(Client().post(f"/a/{place_of(draft, ben).token}/").content.decode())

    for shown in (WORDS, "Nia would like company. Nothing needs fixing."):
        assert shown in leaves
        assert shown in seen
    assert "mark-" not in seen


def test_the_mail_is_shown_word_for_word(client, nia, concern, ben, smtp):
    leaves, _ = sides(client, draft_about(concern, (ben, Way.EMAIL)))
    ask_people(nia, (ben, Way.EMAIL))
    work(NOON)

    [sent] = smtp.messages
    body = re.sub(r"/(a|stop)/[\w-]{22,}/", r"/\1/…/", sent.get_content())
    body = body.replace("\r", "").strip()
    assert body in leaves
    assert f"Subject: {sent['Subject']}" in leaves
    assert sent["From"].split("<")[1].strip(">") in leaves
    assert "There will be no further reminder" in leaves


def test_without_mail_of_halved_no_mail_is_shown(nia, ben):
    draft = draft_for(nia, (ben, Way.LINK))

    [preview] = leaving.previews(draft, places(draft), "Nia")

    assert (preview.mail, preview.reminder) == ("", "")


def test_a_sentence_that_was_taken_is_no_longer_said_to_stay(nia, concern, ben):
    draft = draft_about(concern, (ben, Way.LINK))
    [row] = places(draft)
    row.words = f"Hi Ben. Mum’s care, mark-carried. {WORDS}"

    [first, *_] = leaving.stays(draft, [row])

    assert first == "The rest of what you carry, and all you noted about it"


@pytest.mark.parametrize(("about", "told"), [({}, False), ({"phone": "020 7946 0018"}, True)])
def test_an_address_that_lies_behind_the_link_is_not_kept_quiet(client, nia, about, told):
    draft = draft_for(nia, (contact(nia, "Ben", **about), Way.LINK))

    leaves, _ = sides(client, draft)

    assert ("Ben’s own address lies behind the link" in leaves) == told


@pytest.mark.parametrize("order", list(Order))
def test_nobody_else_on_the_list_is_told_of(client, nia, ben, cleo, order):
    draft = draft_for(nia, (ben, Way.LINK), (cleo, Way.LINK), order=order)

    leaves, stays = sides(client, draft)

    assert "Who else is on your list" in stays
    assert leaves.count(WORDS) == 2


def test_what_is_asked_in_ones_own_voice_is_not_sent_by_halved(client, nia, ben):
    for way in (Way.IN_PERSON, Way.CALL, Way.MESSAGE):
        leaves, _ = sides(client, draft_for(nia, (ben, way)))

        assert "Halved sends nothing." in leaves
        assert WORDS in leaves
        assert "company" not in leaves


def test_an_ask_about_nothing_says_nothing_of_what_is_carried(client, nia, ben):
    _, stays = sides(client, draft_for(nia, (ben, Way.LINK)))

    assert "noted about it" not in stays
    assert "How heavy it is" in stays
