"""The asked person's pages: what a link shows, to whom, until when, and what may be said there."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from halved.asks import actions
from halved.asks.models import Ask, Invitation
from halved.asks.rules import Answer, Way
from halved.circle.models import Contact
from halved.delivery.models import OptOut, address_hash
from halved.vault.crypto import CannotOpen, form_key, new_token
from halved.vault.fields import unseal_behind_link
from halved.vault.keys import house
from tests.asks.asking import (
    DAY,
    HOUR,
    MINUTE,
    NOON,
    WORDS,
    answers,
    ask_people,
    draft_for,
    place_of,
)

pytestmark = pytest.mark.store

UNKNOWN = new_token()
POLICY = {
    *("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"),
    *("script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'"),
    *("form-action 'self'", "manifest-src 'self'"),
    "require-trusted-types-for 'script'",
    "trusted-types default halved-device",
}


class Clock:
    """The time as every page sees it."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> datetime:
        return self.at

    def move(self, by: timedelta) -> None:
        self.at += by


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(timezone, "now", clock)
    return clock


@pytest.fixture
def ask(clock: Clock, nia, ben) -> Ask:
    return ask_people(nia, (ben, Way.LINK))


def token_of(ask: Ask, contact: Contact) -> str:
    token: str = place_of(ask, contact).token
    return token


@pytest.fixture
def link(ask: Ask, ben: Contact) -> str:
    return f"/a/{token_of(ask, ben)}/"


def say(link: str, **fields: str) -> HttpResponse:
    """Ben answers, from a browser that was never here."""
    key = form_key(link.split("/")[2])
    return Client().post(f"{link}answer/", {"key": key} | fields)


def reply_to(ask: Ask, ben: Contact) -> tuple[str, dict[str, str] | None]:
    row = place_of(ask, ben)
    return row.answer, row.reply


# --- the cover and the letter -----------------------------------------------------------------


def test_the_cover_shows_the_chosen_name_and_a_button_and_nothing_else(client, link):
    page = client.get(link).content.decode()

    text = " ".join(re.sub(r"<[^>]+>", " ", page.partition("<main")[2]).split())
    assert "Nia has a question for you" in text
    assert len(text.split()) < 40
    assert WORDS not in page
    assert re.findall(r"<title>(.*?)</title>", page) == ["Halved"]


def test_the_letter_shows_the_words_the_kind_and_four_answers(client, link):
    page = client.post(link).content.decode()

    assert WORDS in page
    assert "Nia would like company. Nothing needs fixing." in page
    assert re.findall(r'name="answer" value="(\w+)"', page) == ["yes", "part", "later", "no"]


def test_the_letter_says_that_there_are_others_only_while_there_are(client, clock, nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.LINK))
    link = f"/a/{token_of(ask, ben)}/"

    before = client.post(link).content.decode()
    actions.withdraw(row=place_of(ask, cleo), now=clock())
    after = client.post(link).content.decode()

    assert "has others to ask" in before
    assert "has others to ask" not in after
    assert "Cleo" not in before + after


def test_nobody_is_told_of_others_because_of_themselves(client, clock, nia, ben):
    draft = draft_for(nia, (ben, Way.LINK))
    actions.open_ask(ask=draft, now=clock())

    page = client.post(f"/a/{token_of(draft, ben)}/").content.decode()

    assert "That’s a fine answer." in page
    assert "has others to ask" not in page


def test_words_that_look_like_mark_up_are_words(client, clock, nia, ben):
    ask = ask_people(nia, (ben, Way.LINK))
    row = place_of(ask, ben)
    nia.signs_as = "<b>Nia</b>"
    nia.save()
    draft = actions.again(ask=ask)
    actions.plan(ask=draft, people=[(ben, Way.LINK)])
    actions.write(ask=draft, words={draft.invitations.get().pk: "<script>alert(1)</script>"})
    actions.open_ask(ask=draft, now=clock())

    page = client.post(f"/a/{token_of(draft, ben)}/").content.decode()

    assert row.token != token_of(draft, ben)
    assert "&lt;script&gt;alert(1)" in page
    assert "&lt;b&gt;Nia" in page
    assert "<script" not in page


# --- headers ----------------------------------------------------------------------------------


def every_page(link: str) -> dict[str, HttpResponse]:
    """One answer of each kind that a link gives."""
    client = Client()
    return {
        "cover": client.get(link),
        "letter": client.post(link),
        "wrong": say(link, answer="perhaps"),
        "answered": say(link, answer="part", words="An hour."),
        "done": client.get(f"{link}done/"),
        "stop": client.get(f"{link}stop/"),
        "stopped": client.post(f"{link}stop/"),
        "nowhere": client.get(f"/a/{UNKNOWN}/"),
        "nowhere to answer": say(f"/a/{UNKNOWN}/", answer="yes"),
    }


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("Referrer-Policy", "no-referrer"),
        ("X-Robots-Tag", "noindex, nofollow"),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
    ],
)
def test_every_page_behind_a_link_carries_the_header(link, header, value):
    found = {name: page.get(header) for name, page in every_page(link).items()}

    assert found == dict.fromkeys(found, value)


def test_every_page_behind_a_link_carries_the_policy(link):
    for name, page in every_page(link).items():
        assert set(page["Content-Security-Policy"].split("; ")) == POLICY, name


def test_no_page_behind_a_link_sets_a_cookie_or_looks_at_one(link):
    for name, page in every_page(link).items():
        assert not page.cookies, name
        assert "Cookie" not in page.get("Vary", ""), name


def test_no_page_behind_a_link_needs_javascript_or_anything_from_elsewhere(link):
    for name, page in every_page(link).items():
        source = page.content.decode()
        assert "<script" not in source, name
        way_out = f'<a href="{settings.LEAVE_TO}" rel="nofollow noreferrer">'
        assert not re.findall(r'(?:src|href)="(?:https?:)?//', source.replace(way_out, "")), name
        assert way_out in source or not source, name


def test_every_page_behind_a_link_is_small(link):
    for name, page in every_page(link).items():
        assert len(page.content) < 12_000, name


# --- links that lead nowhere ------------------------------------------------------------------


@pytest.fixture
def dead_links(clock: Clock, nia, ben, cleo) -> dict[str, str]:
    """Links that do not lead anywhere any more, or never did."""
    expired = ask_people(nia, (ben, Way.LINK), at=NOON - 15 * DAY)
    withdrawn = ask_people(nia, (ben, Way.LINK))
    later = ask_people(nia, (ben, Way.LINK), (cleo, Way.LINK))
    tokens = {
        "expired": token_of(expired, ben),
        "withdrawn": token_of(withdrawn, ben),
        "not their turn yet": token_of(later, cleo),
        "unknown": UNKNOWN,
        "cut off": token_of(later, ben)[:-1],
        "with a dot behind": token_of(later, ben) + ".",
        "in capitals": token_of(later, ben).swapcase(),
        "malformed": "%3Cscript%3E",
        "nothing but a sign": "%00",
        "broken signs": "%ff%fe",
        "another script": "%D7%A9%D7%9C%D7%95%D7%9D",
        "endless": "a" * 4000,
    }
    actions.withdraw(row=place_of(withdrawn, ben), now=clock())
    return tokens


@pytest.mark.parametrize(("method", "where"), [("GET", ""), ("POST", ""), ("POST", "answer/")])
def test_links_that_lead_nowhere_can_not_be_told_apart(client, dead_links, method, where):
    pages = {
        why: client.generic(method, f"/a/{token}/{where}") for why, token in dead_links.items()
    }

    unknown = pages["unknown"]
    assert unknown.status_code == 404
    for why, page in pages.items():
        assert page.content == unknown.content, why
        assert page.status_code == unknown.status_code, why
        assert dict(page.headers) == dict(unknown.headers), why


@pytest.mark.parametrize("where", ["done/", "stop/"])
def test_nor_by_what_lies_further_behind_them(client, dead_links, where):
    pages = {why: client.get(f"/a/{token}/{where}") for why, token in dead_links.items()}

    assert {page.content for page in pages.values()} == {client.get(f"/a/{UNKNOWN}/").content}
    assert {page.status_code for page in pages.values()} == {404}


def test_every_link_that_leads_nowhere_costs_one_query(
    client, dead_links, django_assert_num_queries
):
    for token in dead_links.values():
        with django_assert_num_queries(1):
            client.get(f"/a/{token}/")


def test_words_sent_to_a_link_that_ended_are_given_back(dead_links):
    page = Client().post(
        f"/a/{dead_links['withdrawn']}/answer/", {"answer": "part", "words": "Half an hour."}
    )

    assert page.status_code == 404
    assert b"Half an hour." in page.content


def test_a_link_ends_after_14_days(client, clock, link):
    clock.move(14 * DAY - MINUTE)
    assert client.get(link).status_code == 200

    clock.move(MINUTE)
    assert client.get(link).status_code == 404


# --- answering --------------------------------------------------------------------------------


@pytest.mark.parametrize("code", list(Answer))
def test_each_answer_reaches_nia_with_its_words(ask, ben, link, code):
    response = say(link, answer=code, words="I’ll be there.", date="2027-03-11")

    assert (response.status_code, response["Location"]) == (303, f"{link}done/")
    day = "2027-03-11" if code == Answer.LATER else None
    assert reply_to(ask, ben) == (code, {"words": "I’ll be there.", "date": day, "someone": ""})


def test_one_tap_is_an_answer(ask, ben, link):
    say(link, answer="yes")

    assert reply_to(ask, ben) == ("yes", {"words": "", "date": None, "someone": ""})


@pytest.mark.parametrize(
    "key", ["", "wrong", "🫶🏽", form_key(UNKNOWN)], ids=["none", "wrong", "emoji", "another"]
)
def test_an_answer_without_the_pages_key_shows_the_page_again(ask, ben, link, key):
    page = Client().post(f"{link}answer/", {"answer": "part", "words": "Half an hour.", "key": key})

    assert page.status_code == 200
    assert WORDS in page.content.decode()
    assert "Half an hour." in page.content.decode()
    assert reply_to(ask, ben) == ("", None)


@pytest.mark.parametrize(
    ("day", "is_taken"),
    [
        ("2027-03-10", True),
        ("2027-03-11", True),
        ("2028-03-10", True),
        ("2028-03-11", False),
        ("2027-03-08", False),
        ("2027-02-30", False),
        ("", False),
        ("next week", False),
    ],
)
def test_a_later_needs_a_day_from_today_on_and_within_a_year(ask, ben, link, day, is_taken):
    page = say(link, answer="later", date=day, words="After my exam.")

    assert page.status_code == (303 if is_taken else 422)
    assert reply_to(ask, ben)[0] == ("later" if is_taken else "")
    assert is_taken or "After my exam." in page.content.decode()


def test_a_day_matters_only_for_a_later(ask, ben, link):
    say(link, answer="yes", date="2027-03-09")

    assert reply_to(ask, ben) == ("yes", {"words": "", "date": None, "someone": ""})


def test_what_is_wrong_is_said_and_what_was_typed_is_kept(link):
    page = say(link, answer="part", words="ja " * 1_000)

    assert page.status_code == 422
    assert "ja " * 1_000 in page.content.decode().replace("\n", " ")
    assert 'role="alert"' in page.content.decode()


def test_an_answer_can_be_changed_for_24_hours_after_the_first_one(clock, ask, ben, link):
    say(link, answer="yes")
    clock.move(12 * HOUR)
    say(link, answer="later", date="2027-04-01")
    clock.move(12 * HOUR - MINUTE)

    last = say(link, answer="no", words="I am ill.")

    assert last.status_code == 303
    assert reply_to(ask, ben) == ("no", {"words": "I am ill.", "date": None, "someone": ""})


def test_and_not_a_moment_longer(clock, ask, ben, link):
    say(link, answer="yes")
    clock.move(DAY)

    late = say(link, answer="part", words="Only an hour after all.")

    assert late.status_code == 422
    assert "Only an hour after all." in late.content.decode()
    assert reply_to(ask, ben)[0] == "yes"
    assert 'name="answer"' not in Client().get(f"{link}done/").content.decode()


def test_done_says_what_was_answered_and_shows_no_words(client, link):
    say(link, answer="part", words="Half an hour.")

    page = client.get(f"{link}done/").content.decode()

    assert "yes, but less" in page
    assert "Half an hour." not in page
    assert WORDS not in page


def test_before_an_answer_done_says_that_there_is_none(client, link):
    page = client.get(f"{link}done/")

    assert page.status_code == 200
    assert 'value="yes"' not in page.content.decode()


def test_thanks_wait_behind_the_same_link(client, clock, ask, ben, link):
    say(link, answer="yes")
    actions.thank(row=place_of(ask, ben), words="I slept at last.", now=clock())

    cover, letter = client.get(link).content.decode(), client.post(link).content.decode()

    assert "left a few words" in cover
    assert "I slept at last." not in cover
    assert "I slept at last." in letter


def test_ben_finds_his_words_behind_the_link_and_changes_them(client, ask, ben, link):
    say(link, answer="part", words="Half an hour.")

    letter = client.post(link).content.decode()
    say(link, answer="part", words="A whole hour after all.")

    assert "You answered" in letter
    assert ">Half an hour.</textarea>" in letter
    assert reply_to(ask, ben)[1] == {
        "words": "A whole hour after all.",
        "date": None,
        "someone": "",
    }


def test_words_can_be_added_after_a_tap_and_never_overwrite_others(client, ask, ben, link):
    say(link, answer="yes")
    before = client.get(f"{link}done/").content.decode()
    say(link, answer="yes", words="I bring the ramp.")
    after = client.get(f"{link}done/").content.decode()

    assert "<textarea" in before
    assert "<textarea" not in after
    assert reply_to(ask, ben)[1] == {"words": "I bring the ramp.", "date": None, "someone": ""}


def test_the_store_holds_what_ben_said_only_sealed_under_his_link(ask, ben, link):
    say(link, answer="yes", words="I bring the ramp.")

    row = Invitation.objects.get(ask=ask, contact=ben)
    token = link.split("/")[2]

    assert b"ramp" not in bytes(row.said)
    assert unseal_behind_link(token, row.said, row.said_place)["words"] == "I bring the ramp."
    with pytest.raises(CannotOpen):
        house().unseal(bytes(row.said), row.said_place)


# --- "please don't contact me" ----------------------------------------------------------------


def test_two_taps_end_all_messages_to_every_address_nia_had(client, link):
    first = client.get(f"{link}stop/")
    assert first.status_code == 200
    assert not OptOut.objects.exists()

    second = client.post(f"{link}stop/")

    assert second.status_code == 200
    hashes = {bytes(row.address_hash) for row in OptOut.objects.all()}
    assert hashes == {address_hash("ben@example.org"), address_hash("+44 20 7946 0018")}


def test_somebody_without_an_address_here_types_one(client, clock, nia, ben):
    ben.email = ben.phone = None
    ben.save()
    ask = ask_people(nia, (ben, Way.LINK))
    link = f"/a/{token_of(ask, ben)}/"

    empty = client.post(f"{link}stop/")
    given = client.post(f"{link}stop/", {"address": " Ben@Example.org "})

    assert 'role="alert"' in empty.content.decode()
    assert b'name="address"' not in given.content
    assert OptOut.objects.get().address_hash == address_hash("ben@example.org")


def test_to_nia_it_looks_like_silence(client, ask, ben, link, sign_in):
    before = Invitation.objects.values().get()

    client.post(f"{link}stop/")
    client.post(f"{link}stop/")

    assert Invitation.objects.values().get() == before
    page = sign_in(ask.member).get(f"/asks/{ask.pk}/").content.decode()
    assert "Waiting for Ben" in page


def test_nobody_is_named_on_the_page_that_ends_messages(client, clock, nia, ben, cleo):
    ask = ask_people(nia, (ben, Way.LINK), (cleo, Way.LINK))
    answers(ask, ben, Answer.NO)

    page = client.get(f"/a/{token_of(ask, cleo)}/stop/").content.decode()

    assert "Ben" not in page
    assert "example.org" not in page
