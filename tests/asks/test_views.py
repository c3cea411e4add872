"""Nia's side of an ask, page by page: a draft step by step, and what she can do once it is out."""

import re
from html import unescape

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from halved.accounts.models import Member
from halved.asks import actions
from halved.asks.models import Ask, Invitation
from halved.asks.rules import Answer, AskState, InvitationState, Reply, Way
from halved.reflection.models import Concern
from tests.asks.asking import answers, draft_for, place_of, places
from tests.conftest import contact

WORDS = "Could you come on Thursday at four? No is fine."


@pytest.fixture
def client(nia, sign_in):
    return sign_in(nia)


def go(client: Client, step: str, row: Ask | Invitation, **form: object) -> HttpResponse:
    """Sends the form of a step. Nothing in it but what is said here."""
    return client.post(reverse(f"asks:{step}", args=[row.pk]), {"sent": "by hand"} | form)


def page_of(client: Client, step: str, row: Ask | Invitation) -> str:
    response = client.get(reverse(f"asks:{step}", args=[row.pk]))
    assert response.status_code == 200, response
    return unescape(response.content.decode())


def choose(client: Client, draft: Ask, *people: tuple[object, Way], **more: str) -> HttpResponse:
    form = {}
    for place, (person, way) in enumerate(people):
        form |= {f"people-{place}-contact": str(person.pk), f"people-{place}-way": way}
    return go(client, "whom", draft, **form, **more)


def write(client: Client, draft: Ask, *texts: str, **headers: str) -> HttpResponse:
    rows = draft.invitations.order_by("position")
    form = {f"words_{row.pk}": text for row, text in zip(rows, texts, strict=True)}
    return client.post(reverse("asks:words", args=[draft.pk]), form, **headers)


def words_of(draft: Ask) -> list[str | None]:
    return [row.words for row in places(draft)]


@pytest.fixture
def draft(nia: Member) -> Ask:
    return draft_for(nia)


# --- a draft, step by step --------------------------------------------------------------------


def test_an_ask_begins_empty_or_from_a_concern(client, nia):
    concern = Concern.put_down(nia, "Mum’s care")

    client.post("/asks/new/", {})
    client.post("/asks/new/", {"concern": str(concern.pk)})

    assert {ask.concern for ask in nia.asks.all()} == {None, concern}
    assert {ask.state for ask in nia.asks.all()} == {AskState.DRAFT}


@pytest.mark.parametrize("kinds", [[], ["emotional"], ["instrumental", "informational"]])
def test_any_number_of_kinds_of_help_is_fine(client, nia, draft, kinds):
    response = go(client, "kind", draft, kinds=kinds)

    assert response["Location"] == reverse("asks:whom", args=[draft.pk])
    assert nia.asks.get().kinds == kinds
    assert page_of(client, "kind", draft).count("checked") == len(kinds)


def test_people_keep_the_order_in_which_they_were_chosen(client, draft, ben, cleo):
    response = choose(client, draft, (cleo, Way.LINK), (ben, Way.CALL))

    assert response["Location"] == reverse("asks:words", args=[draft.pk])
    chosen = [(row.contact, row.way) for row in places(draft)]
    assert chosen == [(cleo, Way.LINK), (ben, Way.CALL)]


def test_another_person_can_be_added_and_a_line_left_empty(client, draft, ben):
    response = choose(client, draft, (ben, Way.CALL), more="1")

    assert response["Location"] == reverse("asks:whom", args=[draft.pk])
    page = page_of(client, "whom", draft)
    assert 'name="people-1-contact"' in page
    assert f'value="{ben.pk}" selected' in page


def test_order_and_pace_are_kept(client, nia, draft, ben):
    choose(client, draft, (ben, Way.CALL), order="together", pace="week")
    choose(client, draft, (ben, Way.CALL))

    kept = nia.asks.get()
    assert (kept.order, kept.pace) == ("together", "week")


def test_mail_from_halved_needs_an_address(client, nia, draft):
    dina = contact(nia, "Dina")

    response = choose(client, draft, (dina, Way.EMAIL))

    assert response.status_code == 200
    assert "Dina has no e-mail address here yet" in response.content.decode()
    assert not draft.invitations.exists()


def test_without_a_circle_whom_says_where_to_begin(client, draft):
    page = page_of(client, "whom", draft)

    assert f"{reverse('circle:new')}?next=" in page
    assert 'href="/now/"' in page


def test_words_are_kept_for_each_person_alone(client, draft, ben, cleo):
    choose(client, draft, (ben, Way.LINK), (cleo, Way.LINK))

    response = write(client, draft, "Hi Ben, " + WORDS, "Hi Cleo, " + WORDS)

    assert response["Location"] == reverse("lookback:before", args=[draft.pk])
    assert words_of(draft) == ["Hi Ben, " + WORDS, "Hi Cleo, " + WORDS]


def test_the_first_words_start_the_others(client, draft, ben, cleo):
    choose(client, draft, (ben, Way.LINK), (cleo, Way.LINK))

    response = write(client, draft, WORDS, "")

    assert response["Location"].endswith("?look=1")
    assert page_of(client, "words", draft).count(WORDS) == 2


def test_words_come_before_people_if_she_likes(client, draft, ben):
    client.post(reverse("asks:words", args=[draft.pk]), {"words": WORDS})

    choose(client, draft, (ben, Way.LINK))

    assert WORDS in page_of(client, "words", draft)


def test_a_change_of_order_leaves_each_their_words(client, draft, ben, cleo):
    choose(client, draft, (ben, Way.LINK), (cleo, Way.LINK))
    write(client, draft, "Hi Ben", "Hi Cleo")

    choose(client, draft, (cleo, Way.CALL), (ben, Way.LINK))

    assert words_of(draft) == ["Hi Cleo", "Hi Ben"]


def test_a_pause_in_typing_keeps_the_words_without_a_new_page(client, draft, ben):
    choose(client, draft, (ben, Way.LINK))

    kept = write(client, draft, WORDS, HTTP_HX_REQUEST="true")
    too_long = write(client, draft, "a" * 6_000, HTTP_HX_REQUEST="true")

    assert "Kept at" in kept.content.decode()
    assert "Not kept yet" in too_long.content.decode()
    assert "<html" not in kept.content.decode() + too_long.content.decode()
    assert words_of(draft) == [WORDS]


def test_a_draft_can_be_thrown_away_and_an_ask_that_is_out_can_not(client, nia, ben):
    draft, out = draft_for(nia, (ben, Way.LINK)), draft_for(nia, (ben, Way.LINK))
    actions.open_ask(ask=out, now=timezone.now())

    go(client, "discard", draft)
    go(client, "discard", out)

    assert list(nia.asks.all()) == [out]


def test_a_draft_leads_to_where_she_left_it(client, nia, ben):
    empty, begun = draft_for(nia), draft_for(nia, (ben, Way.LINK))

    assert go(client, "ask", empty)["Location"] == reverse("asks:kind", args=[empty.pk])
    assert go(client, "ask", begun)["Location"] == reverse("asks:words", args=[begun.pk])


# --- the last look ----------------------------------------------------------------------------


def test_nothing_goes_out_while_something_is_missing(client, draft, ben, cleo):
    nobody = page_of(client, "send", draft)
    choose(client, draft, (ben, Way.LINK), (cleo, Way.LINK))
    no_words = page_of(client, "send", draft)
    go(client, "send", draft, signs_as="Nia")

    assert "Nobody is chosen yet" in nobody
    assert "There are no words for Ben yet" in no_words
    assert Ask.objects.get().state == AskState.DRAFT


def test_a_name_of_somebody_else_in_the_words_is_pointed_out(client, nia, ben, cleo):
    draft = draft_for(nia, (ben, Way.LINK), (cleo, Way.LINK))
    write(client, draft, "Hi Ben", "Hi Ben, could you")

    page = page_of(client, "send", draft)

    assert "In the words for Cleo stands the name Ben" in page
    assert "In the words for Ben stands" not in page


def test_the_preview_is_what_the_other_one_sees(client, nia, ben):
    draft = draft_for(nia, (ben, Way.LINK))
    write(client, draft, WORDS)

    preview = page_of(client, "send", draft)
    go(client, "send", draft, signs_as="Nia")
    seen = Client().post(f"/a/{place_of(draft, ben).token}/").content.decode()

    for shown in (WORDS, "Nia would like company. Nothing needs fixing."):
        assert shown in preview
        assert shown in seen


def test_the_name_they_see_is_asked_for_and_remembered(client, nia, ben):
    draft = draft_for(nia, (ben, Way.LINK))

    go(client, "send", draft, signs_as="Nina")

    kept = Member.objects.get()
    kept.key = nia.key
    assert kept.signs_as == "Nina"
    other = draft_for(nia, (ben, Way.LINK))
    assert 'value="Nina"' in page_of(client, "send", other)


@pytest.mark.parametrize(
    ("way", "offered", "not_offered"),
    [
        (Way.CALL, ["tel:+442079460018"], ["sms:", "mailto:", "signs_as"]),
        (Way.IN_PERSON, [], ["tel:", "sms:", "mailto:", "signs_as"]),
        (Way.MESSAGE, ["sms:+442079460018?", "mailto:ben%40example.org?body="], ["signs_as"]),
        (Way.LINK, ["signs_as"], ["tel:", "sms:", "mailto:"]),
        (Way.EMAIL, ["signs_as"], ["tel:", "sms:", "mailto:"]),
    ],
)
def test_each_way_comes_with_the_right_help(client, nia, ben, way, offered, not_offered):
    page = page_of(client, "send", draft_for(nia, (ben, way)))

    assert [help_ for help_ in offered if help_ not in page] == []
    assert [help_ for help_ in not_offered if help_ in page] == []


def test_words_travel_whole_into_her_own_phone_and_mail(client, nia, ben):
    draft = draft_for(nia, (ben, Way.MESSAGE))
    write(client, draft, "Tea & cake? 100 % no pressure\n#4 🫶")

    page = page_of(client, "send", draft)

    body = "Tea%20%26%20cake%3F%20100%20%25%20no%20pressure%0A%234%20%F0%9F%AB%B6"
    bodies = re.findall(r"(?:\?&|\?)body=([^\"]+)", page)
    assert [text.replace("%0D", "") for text in bodies] == [body, body]


# --- an ask that is out -----------------------------------------------------------------------


@pytest.fixture
def out(nia, ben, cleo) -> Ask:
    """Ben is asked, Cleo comes after him."""
    ask = draft_for(nia, (ben, Way.LINK), (cleo, Way.LINK))
    actions.open_ask(ask=ask, now=timezone.now())
    actions.mark_asked(row=place_of(ask, ben), now=timezone.now())
    return nia.asks.get(pk=ask.pk)


def test_by_her_own_voice_it_is_asked_as_soon_as_she_says_so(client, nia, ben):
    draft = draft_for(nia, (ben, Way.CALL))

    go(client, "send", draft)

    assert place_of(draft, ben).state == InvitationState.ASKED
    assert "Waiting for Ben" in page_of(client, "ask", draft)


def test_a_link_is_asked_once_she_has_passed_it_on(client, nia, ben):
    draft = draft_for(nia, (ben, Way.LINK))
    go(client, "send", draft, signs_as="Nia")
    row = place_of(draft, ben)
    assert f"/a/{row.token}/" in page_of(client, "ask", draft)

    go(client, "asked", row)

    assert place_of(draft, ben).state == InvitationState.ASKED


@pytest.mark.parametrize("code", list(Answer))
def test_one_tap_notes_what_they_said(client, nia, ben, code):
    draft = draft_for(nia, (ben, Way.CALL))
    go(client, "send", draft)

    response = go(client, "note", place_of(draft, ben), answer=code)

    assert response["Location"] == reverse("asks:ask", args=[draft.pk])
    assert place_of(draft, ben).answer == code


def test_she_need_not_wait_to_ask_the_next_one(client, out, cleo):
    go(client, "next", out)

    assert place_of(out, cleo).turn_at is not None
    assert "Cleo’s turn" in page_of(client, "ask", out)


def test_taken_off_the_list_somebody_is_no_longer_asked(client, out, ben):
    link = f"/a/{place_of(out, ben).token}/"

    go(client, "withdraw", place_of(out, ben))

    assert Client().get(link).status_code == 404
    assert "No longer asked." in page_of(client, "ask", out)


def test_closed_it_ends_the_links_and_can_be_asked_again(client, nia, out, ben):
    link = f"/a/{place_of(out, ben).token}/"

    client.post(reverse("pieces:close", args=[out.pk]))
    response = go(client, "again", out)

    assert b"taken care of" in Client().get(link).content
    assert "Closed" in page_of(client, "ask", out)
    again = nia.asks.exclude(pk=out.pk).get()
    assert response["Location"] == reverse("asks:whom", args=[again.pk])
    assert (again.state, again.kinds, again.words) == ("draft", out.kinds, out.words)


def test_an_answer_is_news_until_she_has_seen_it(client, out, ben):
    row = place_of(out, ben)
    actions.answer(row=row, reply=Reply(Answer.YES, "Four it is."), now=timezone.now())
    assert "Ben said yes." in client.get("/").content.decode()
    client.get(reverse("asks:ask", args=[out.pk]))
    assert "Ben said yes." in client.get("/").content.decode()

    go(client, "seen", out)

    assert "Ben said yes." not in client.get("/").content.decode()
    assert "Four it is." in page_of(client, "ask", out)


def test_asked_again_it_keeps_what_she_could_say_back_and_which_notes_are_quiet(client, nia, out):
    out.said_back, out.silenced = {"no": "That is fine. Thank you for saying so."}, ["long"]
    out.save()

    go(client, "again", out)

    again = nia.asks.exclude(pk=out.pk).get()
    assert (again.said_back, again.silenced) == (out.said_back, out.silenced)


def test_when_nobody_is_left_there_are_five_ways_on(client, out, ben, cleo):
    answers(out, ben, Answer.NO, timezone.now())
    actions.mark_asked(row=place_of(out, cleo), now=timezone.now())
    answers(out, cleo, Answer.NO, timezone.now())

    page = page_of(client, "ask", out)

    ways = page.partition("Other ways to go on")[2].partition("<section")[0]
    for name, *about in [
        ("asks:again", out.pk), ("circle:find",), ("circle:professionals",), ("safety:now",)
    ]:  # fmt: skip
        assert reverse(name, args=about) in ways
    assert "Nothing has to happen today." in page


def test_an_ask_begins_with_somebody_of_the_circle(client, nia, ben):
    page = client.get(reverse("circle:person", args=[ben.pk])).content.decode()
    response = client.post(reverse("asks:new"), {"contact": str(ben.pk)}, follow=True)

    assert "Ask Ben" in page
    assert f'<option value="{ben.pk}" selected>Ben' in response.content.decode()


def test_a_stranger_is_nobody_to_begin_with(client, nia, olu):
    stranger = contact(olu, "Dana")

    response = client.post(reverse("asks:new"), {"contact": str(stranger.pk)}, follow=True)

    assert response.status_code == 200
    assert "Dana" not in response.content.decode()


def test_asking_again_with_two_taps_makes_one_draft(client, nia, out):
    for _ in range(2):
        go(client, "again", out, once="7d1f4d0e-6c1a-4f0e-9a53-2f6d7c1b8a10")

    assert nia.asks.exclude(pk=out.pk).count() == 1


def test_thanks_are_kept_and_shown_again(client, out, ben):
    row = place_of(out, ben)
    actions.answer(row=row, reply=Reply(Answer.YES), now=timezone.now())

    response = go(client, "thanks", row, words="I slept at last.")

    assert response["Location"] == reverse("asks:thanks", args=[row.pk])
    assert "I slept at last." in page_of(client, "thanks", row)


def test_all_asks_stand_in_one_list_the_newest_first(client, nia, out, ben):
    draft_for(nia, (ben, Way.CALL))

    page = client.get(reverse("asks:asks")).content.decode()

    order = ["A draft, for Ben", "Waiting for Ben"]
    assert sorted(order, key=page.index) == order
