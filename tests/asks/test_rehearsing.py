"""Rehearsing: the draft said aloud and seen as they will, and what she could say back."""

from __future__ import annotations

import re
from html import unescape
from uuid import uuid4

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from halved.asks import actions
from halved.asks.forms import LONGEST_ANSWER
from halved.asks.models import Ask
from halved.asks.rules import Answer, Reply, Way
from tests.asks.asking import WORDS, draft_for, place_of, places, work
from tests.conftest import PASSPHRASE

BACK = "That’s all right. Thanks for telling me."


@pytest.fixture
def client(nia, sign_in) -> Client:
    return sign_in(nia)


def path(page: str, ask: Ask) -> str:
    return reverse(f"asks:{page}", args=[ask.pk])


def page_of(client: Client, page: str, ask: Ask, query: str = "") -> str:
    response = client.get(path(page, ask) + query)
    assert response.status_code == 200, response
    return unescape(response.content.decode())


def keep(client: Client, ask: Ask, pausing: bool = False, **said: str) -> HttpResponse:
    headers = {"HX-Request": "true"} if pausing else {}
    return client.post(path("rehearse_answers", ask), said, headers=headers)


def kept(ask: Ask) -> dict[str, str] | None:
    row = Ask.objects.get(pk=ask.pk)
    row.member = ask.member
    return row.said_back


def phones(page: str) -> list[str]:
    """What stands on each screen, less the frame."""
    found = re.findall(r'<fieldset class="phone" disabled>(.*?)</fieldset>', page, re.DOTALL)
    return [screen.strip() for screen in found]


# --- read it aloud ----------------------------------------------------------------------------


def test_the_card_has_the_words_and_how_long_they_take(client, nia, ben):
    draft = draft_for(nia, (ben, Way.CALL))

    page = page_of(client, "rehearse", draft)

    assert WORDS in page
    assert "About 5 seconds, said slowly." in page
    assert 'data-seconds="3" hidden' in page, "the button is of no use without JavaScript"


def test_each_person_has_a_card_of_their_own(client, nia, ben, cleo):
    draft = draft_for(nia, (ben, Way.LINK), (cleo, Way.LINK))
    actions.write(ask=draft, words={place_of(draft, cleo).pk: "Hi Cleo, on Friday?"})

    first = page_of(client, "rehearse", draft)
    second = page_of(client, "rehearse", draft, "?for=1")

    assert (WORDS in first, "Friday" in first) == (True, False)
    assert (WORDS in second, "Friday" in second) == (False, True)
    assert "rehearse/seen/?for=1" in second


@pytest.mark.parametrize("query", ["?for=7", "?for=-1", "?for=Cleo", "?for=%00", "?for="])
def test_for_nobody_who_is_there_it_is_for_the_first(client, nia, ben, query):
    draft = draft_for(nia, (ben, Way.LINK))

    assert "See it as Ben will" in page_of(client, "rehearse", draft, query)


def test_words_for_nobody_yet_can_be_read_aloud(client, nia):
    draft = draft_for(nia)
    actions.write(ask=draft, words={None: WORDS})

    assert WORDS in page_of(client, "rehearse", draft)


@pytest.mark.parametrize(
    ("way", "told"), [(Way.LINK, "no words yet for Ben"), (Way.CALL, "You wrote no words")]
)
def test_without_words_it_says_what_can_be_done(client, nia, ben, way, told):
    draft = draft_for(nia, (ben, way))
    actions.write(ask=draft, words={place_of(draft, ben).pk: " "})

    page = page_of(client, "rehearse", draft)

    assert told in page
    assert "data-seconds" not in page


# --- see it as they will ----------------------------------------------------------------------


def as_ben_sees(link: str) -> list[str]:
    """The cover and the letter behind a link, less what is secret or about the place they stand."""
    pages = [Client().get(link), Client().post(link)]
    found = []
    for page in pages:
        main = page.content.decode().partition('<main id="main">')[2].partition("</main>")[0]
        main = re.sub(r'name="key" value="[^"]+"', 'name="key" value=""', main)
        main = main.replace('href="stop/"', f'href="{link}stop/"')
        found.append(main.replace(link, "#").replace("h1>", "h3>").strip())
    return found


@pytest.mark.parametrize("order", ["in_turn", "together"])
@pytest.mark.parametrize("others", [False, True])
def test_the_phone_shows_what_he_gets_to_the_letter(client, nia, ben, cleo, order, others):
    people = [(ben, Way.LINK), (cleo, Way.LINK)][: 1 + others]
    draft = draft_for(nia, *people, order=order)
    seen = client.get(path("rehearse_seen", draft)).content.decode()

    actions.open_ask(ask=draft, now=timezone.now())
    for row in places(draft):
        actions.mark_asked(row=row, now=timezone.now())

    assert phones(seen) == as_ben_sees(f"/a/{place_of(draft, ben).token}/")


def test_the_mail_that_is_shown_is_the_mail_that_goes_out(client, nia, ben, smtp, settings):
    draft = draft_for(nia, (ben, Way.EMAIL))
    shown = unescape(phones(page_of(client, "rehearse_seen", draft))[0])
    now = timezone.now().replace(hour=12)

    actions.open_ask(ask=draft, now=now)
    work(now)

    [mail] = smtp.messages
    token = place_of(draft, ben).token
    body = mail.get_content().replace(token, "…").replace("\r\n", "\n").strip()
    body = re.sub(r"/stop/[\w-]+/", "/stop/…/", body)
    assert mail["Subject"] in shown
    assert body in shown


def test_a_message_is_shown_as_one_and_nothing_else(client, nia, ben):
    draft = draft_for(nia, (ben, Way.MESSAGE))

    screens = phones(page_of(client, "rehearse_seen", draft))

    assert screens == [f'<div class="bubble">{WORDS}</div>']


@pytest.mark.parametrize("way", [Way.CALL, Way.IN_PERSON])
def test_where_she_speaks_there_is_nothing_to_see(client, nia, ben, way):
    page = page_of(client, "rehearse_seen", draft_for(nia, (ben, way)))

    assert "There is nothing to see: Ben hears you." in page
    assert phones(page) == []


def test_before_somebody_is_chosen_it_says_so(client, nia):
    assert "Nobody is chosen yet" in page_of(client, "rehearse_seen", draft_for(nia))


def test_without_a_name_it_says_where_the_name_will_stand(client, nia, ben):
    nia.signs_as = None
    nia.save()

    page = page_of(client, "rehearse_seen", draft_for(nia, (ben, Way.LINK)))

    assert "Your name has a question for you" in page
    assert "you are asked which name they see" in page


def test_words_with_marks_in_them_stay_words(client, nia, ben):
    draft = draft_for(nia, (ben, Way.LINK))
    actions.write(ask=draft, words={place_of(draft, ben).pk: "<h1>Come</h1> <b>& see</b>"})

    page = client.get(path("rehearse_seen", draft)).content.decode()

    assert "&lt;h1&gt;Come&lt;/h1&gt; &lt;b&gt;&amp; see&lt;/b&gt;" in page


@pytest.mark.parametrize("page", ["rehearse", "rehearse_seen"])
def test_once_it_is_out_it_is_seen_on_its_own_page(client, nia, ben, page):
    draft = draft_for(nia, (ben, Way.LINK))
    actions.open_ask(ask=draft, now=timezone.now())

    assert client.get(path(page, draft))["Location"] == path("ask", draft)


# --- the four answers -------------------------------------------------------------------------


def test_each_answer_is_heard_in_the_kind_of_help_she_asks_for(client, nia, ben):
    page = page_of(client, "rehearse_answers", draft_for(nia, (ben, Way.LINK)))

    assert "“I can’t take that on as well right now.”" in page
    assert "Say that a no is fine, and mean it." in page
    assert "Isn’t there an office for that?" not in page
    assert [f'name="{code}"' in page for code in Answer] == [True] * 4


def test_what_she_could_say_back_is_kept_and_sealed(client, nia, ben):
    draft = draft_for(nia, (ben, Way.LINK))

    response = keep(client, draft, no=BACK)

    assert response["Location"] == path("send", draft)
    assert BACK in page_of(client, "rehearse_answers", draft)
    assert kept(draft) == {"no": BACK}
    with connection.cursor() as cursor:
        cursor.execute("SELECT said_back FROM asks_ask WHERE said_back IS NOT NULL")
        [(box,)] = cursor.fetchall()
    assert b"all right" not in bytes(box)


def test_a_box_that_was_not_on_the_page_stays_and_an_emptied_one_goes(client, nia, ben):
    draft = draft_for(nia, (ben, Way.LINK))
    keep(client, draft, no=BACK, yes="Great, four then.")

    keep(client, draft, yes="")

    assert kept(draft) == {"no": BACK}


def test_nothing_at_all_is_fine_too(client, nia, ben):
    draft = draft_for(nia, (ben, Way.LINK))

    assert keep(client, draft).status_code == 302
    assert keep(client, draft, pausing=True).status_code == 200
    assert kept(draft) is None


def test_a_pause_keeps_what_fits_and_says_what_does_not(client, nia, ben):
    draft = draft_for(nia, (ben, Way.LINK))

    response = keep(client, draft, pausing=True, no=BACK, yes="a" * (LONGEST_ANSWER + 1))

    assert "Not kept yet" in response.content.decode()
    assert "<html" not in response.content.decode()
    assert kept(draft) == {"no": BACK}


def test_what_is_too_long_is_told_and_still_there(client, nia, ben):
    draft, long = draft_for(nia, (ben, Way.LINK)), "a" * (LONGEST_ANSWER + 1)

    page = unescape(keep(client, draft, no=long, yes="Four it is.").content.decode())

    assert long in page
    assert "Four it is." in page
    assert 'class="wrong"' in page


def test_after_it_is_out_she_can_still_prepare(client, nia, ben):
    draft = draft_for(nia, (ben, Way.LINK))
    actions.open_ask(ask=draft, now=timezone.now())

    assert "Back to the ask" in page_of(client, "rehearse_answers", draft)
    assert keep(client, draft, no=BACK)["Location"] == path("ask", draft)


# --- nothing is lost, and nobody else reads it ------------------------------------------------


def test_words_for_a_draft_that_was_thrown_away_are_given_back(client, nia, ben):
    draft = draft_for(nia, (ben, Way.LINK))
    actions.discard(ask=Ask.objects.get(pk=draft.pk))

    response = keep(client, draft, no=BACK)

    assert response.status_code == 404
    assert BACK in unescape(response.content.decode())


def test_what_is_sent_to_a_locked_room_is_kept_until_she_goes_on(client, nia, ben):
    draft = draft_for(nia, (ben, Way.LINK))
    client.post("/lock/")

    paused = keep(client, draft, pausing=True, no=BACK)
    door = client.post("/unlock/", {"passphrase": PASSPHRASE})["Location"]

    assert paused["HX-Redirect"].startswith("/unlock/")
    assert BACK in unescape(client.get(door).content.decode())
    assert kept(draft) is None


def test_her_words_are_for_her_alone(client, nia, ben, olu):
    draft = draft_for(nia, (ben, Way.LINK))
    keep(client, draft, no=BACK)
    actions.open_ask(ask=draft, now=timezone.now())
    row, stranger = place_of(draft, ben), Client()
    link = f"/a/{row.token}/"
    actions.answer(row=row, reply=Reply(Answer.NO), now=timezone.now())
    stranger.post("/sign-in/", {"login": "olu", "password": PASSPHRASE})

    behind_the_link = Client().post(link).content.decode()

    assert "all right" not in behind_the_link
    assert stranger.get(path("rehearse_answers", draft)).status_code == 404


@pytest.mark.parametrize("code", list(Answer))
def test_beside_an_answer_stands_what_she_prepared_for_it(client, nia, ben, code):
    draft = draft_for(nia, (ben, Way.CALL))
    keep(client, draft, **{answer: f"After {answer}." for answer in Answer})
    actions.open_ask(ask=draft, now=timezone.now())

    actions.note_answer(row=place_of(draft, ben), reply=Reply(code), now=timezone.now())

    page = page_of(client, "ask", draft)
    assert page.count("You wrote down what you could say back") == 1
    assert [f"After {answer}." in page for answer in Answer] == [code == a for a in Answer]


def test_without_an_answer_or_without_words_nothing_stands_there(client, nia, ben):
    draft = draft_for(nia, (ben, Way.CALL))
    keep(client, draft, no=BACK)
    actions.open_ask(ask=draft, now=timezone.now())
    waiting = page_of(client, "ask", draft)

    actions.note_answer(row=place_of(draft, ben), reply=Reply(Answer.YES), now=timezone.now())

    assert "what you could say back" not in waiting
    assert "what you could say back" not in page_of(client, "ask", draft)


# --- something small first --------------------------------------------------------------------


def test_something_small_leads_back_to_the_draft(client, nia, ben):
    draft = draft_for(nia, (ben, Way.LINK))
    there = re.search(r"/asks/small/\?draft=[\w-]+", page_of(client, "rehearse", draft))

    page = client.get(there.group()).content.decode()

    assert path("rehearse", draft) in page
    assert "Your draft stays as it is." in page


def test_something_small_knows_no_draft_but_her_own(client, nia, olu, ben):
    hers, out = draft_for(olu), draft_for(nia, (ben, Way.LINK))
    actions.open_ask(ask=out, now=timezone.now())

    for draft in (hers.pk, out.pk, uuid4(), "no id", "\0", ""):
        page = client.get("/asks/small/", {"draft": draft})

        assert page.status_code == 200
        assert b"Your draft" not in page.content
