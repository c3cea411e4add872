"""What is said about the words of a draft, and what a button beside it does."""

from html import unescape

import pytest
from django.http import HttpResponse, QueryDict
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from halved.accounts.models import Member
from halved.asks import wording
from halved.asks.models import Ask
from halved.asks.rules import Order, Way
from halved.evidence import CLAIMS
from halved.reflection.models import Concern
from halved.wording import Audience, Kind, Span, Strength
from halved.wording import Way as HowRead
from tests.asks.asking import draft_for, places
from tests.conftest import contact

DEBT = "You owe me. Could you come on Friday for an hour?"  # something they must see
RULE = "guilt-or-debt"
FINE = "Hi Ben, could you drive Mum home on Friday at four? I’m at work. No is fine. Thank you."
LABEL = "Please look at this"


@pytest.fixture
def client(nia, sign_in):
    return sign_in(nia)


@pytest.fixture
def draft(nia, ben) -> Ask:
    return draft_for(nia, (ben, Way.LINK))


def path(draft: Ask) -> str:
    return reverse("asks:words", args=[draft.pk])


def box(draft: Ask, place: int = 0) -> str:
    return f"words_{places(draft)[place].pk}"


def type_(client: Client, draft: Ask, text: str, leaving: bool = False, **more: str) -> str:
    """A pause in typing, or after leaving the box. Returns what comes back."""
    writing = {} if leaving else {"HTTP_HX_WRITING": box(draft)}
    fields = {box(draft): text} | more
    return read(client.post(path(draft), fields, HTTP_HX_REQUEST="true", **writing))


def press(client: Client, draft: Ask, text: str, **more: str) -> HttpResponse:
    return client.post(path(draft), {box(draft): text} | more)


def read(response: HttpResponse) -> str:
    return unescape(response.content.decode())


def page(client: Client, draft: Ask) -> str:
    return read(client.get(path(draft)))


def rules(draft: Ask, *texts: str) -> list[list[str]]:
    people = places(draft)
    boxes = {f"words_{row.pk}": text for row, text in zip(people, texts, strict=True)}
    return [[remark.rule for remark in one.remarks] for one in wording.look(draft, people, boxes)]


# --- whom, for what, how ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        ("", Audience.FRIEND),
        ("my brother", Audience.FRIEND),
        ("neighbour", Audience.FRIEND),
        ("friend from the office", Audience.FRIEND),
        ("my sister, a nurse", Audience.FRIEND),
        ("from the choir", Audience.FRIEND),
        ("my doctor", Audience.PROFESSIONAL),
        ("GP", Audience.PROFESSIONAL),
        ("Therapist", Audience.PROFESSIONAL),
        ("the practice in Mill Lane", Audience.PROFESSIONAL),
        ("student office", Audience.PROFESSIONAL),
        ("Hausärztin, Praxis am Markt", Audience.PROFESSIONAL),
    ],
)
def test_whom_one_asks_is_told_by_who_they_are(relation, expected):
    assert wording.audience(relation) == expected


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        (Way.IN_PERSON, HowRead.SPOKEN),
        (Way.CALL, HowRead.SPOKEN),
        (Way.MESSAGE, HowRead.TEXT),
        (Way.LINK, HowRead.TEXT),
        (Way.EMAIL, HowRead.MAIL),
    ],
)
def test_the_way_and_the_name_are_known_to_the_check(nia, ben, way, expected):
    draft = draft_for(nia, (ben, way))

    found = wording.setting(draft, places(draft)[0])

    assert (found.way, found.name, found.audience) == (expected, "Ben", Audience.FRIEND)
    assert found.kinds == {Kind.EMOTIONAL}


def test_somebody_whose_work_it_is_is_asked_as_such(nia):
    doctor = contact(nia, "Dr Cole", relation="my doctor")
    draft = draft_for(nia, (doctor, Way.EMAIL))

    assert wording.setting(draft, places(draft)[0]).audience == Audience.PROFESSIONAL


def test_the_same_words_for_all_at_once_are_noted_and_one_after_the_other_are_not(nia, ben, cleo):
    people = (ben, Way.LINK), (cleo, Way.LINK)
    in_turn, at_once = draft_for(nia, *people), draft_for(nia, *people, order=Order.TOGETHER)

    noted = [
        {rule for found in rules(ask, FINE, FINE) for rule in found} for ask in (in_turn, at_once)
    ]

    assert ["to-everyone" in found for found in noted] == [False, True]


# --- what is said -----------------------------------------------------------------------------


def test_a_note_quotes_the_words_and_brings_its_claim(nia, draft):
    [one] = wording.look(draft, places(draft), {box(draft): DEBT})

    first = one.first[0]
    assert (first.rule, first.quote, first.label) == (RULE, "You owe me", LABEL)
    assert first.claim in CLAIMS.values()
    assert one.question == "Could you come on Friday for an hour?"
    assert one.is_worth_a_stop


def test_what_is_only_for_information_is_not_worth_a_stop(nia, draft):
    [one] = wording.look(draft, places(draft), {box(draft): "You could come on Friday. Can you?"})

    assert {remark.strength for remark in one.remarks} == {Strength.FOR_INFORMATION}
    assert not one.is_worth_a_stop


def test_nothing_is_said_about_an_empty_box(nia, draft):
    [one] = wording.look(draft, places(draft), {box(draft): "  "})

    assert (one.question, list(one.remarks)) == ("", [])


def test_what_holds_for_several_is_said_once(nia, ben, cleo):
    draft = draft_for(nia, (ben, Way.LINK), (cleo, Way.LINK))
    boxes = {box(draft): f"Hi Ben. {DEBT}", box(draft, 1): f"Hi Cleo. {DEBT}"}

    first, second = wording.look(draft, places(draft), boxes)

    assert RULE in [remark.rule for remark in first.remarks]
    assert RULE not in [remark.rule for remark in second.remarks]
    assert (first.same_as, second.same_as) == ("", "Ben")


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300), st.integers(10, 90))
def test_a_quote_is_short_and_is_what_stands_there(text, start, length, longest):
    span = Span(min(start, len(text)), min(start + length, len(text)))

    found = wording.quote(text, span, longest)

    assert len(found) <= longest
    assert "\n" not in found
    assert " ".join(text[slice(*span)].split()).startswith(found.removesuffix("…"))


# --- while typing -----------------------------------------------------------------------------


def test_a_pause_keeps_the_words_and_brings_the_notes_with_one_request(client, draft):
    answer = type_(client, draft, DEBT)

    assert "Kept at" in answer
    assert f'id="notes_{box(draft)}" hx-swap-oob' in answer
    assert "You owe me" in answer
    assert "<html" not in answer
    assert places(draft)[0].words == DEBT


def test_nothing_is_said_into_a_sentence_that_is_being_written(client, draft):
    answer = type_(client, draft, f"{DEBT} And also I wanted to")

    assert "Kept at" in answer
    assert "notes_" not in answer
    assert places(draft)[0].words.endswith("I wanted to")


def test_when_the_box_is_left_the_notes_come_in_any_case(client, draft):
    answer = type_(client, draft, "You owe me. Could you come on Friday", leaving=True)

    assert "You owe me" in answer


def test_the_notes_of_the_other_boxes_are_not_held_up(client, nia, ben, cleo):
    draft = draft_for(nia, (ben, Way.LINK), (cleo, Way.LINK))

    answer = type_(client, draft, "And also I wanted to", **{box(draft, 1): DEBT})

    assert f"notes_{box(draft)}" not in answer
    assert f"notes_{box(draft, 1)}" in answer


def test_what_is_too_long_leaves_the_notes_as_they_were(client, draft):
    answer = type_(client, draft, "a " * 4_000, leaving=True)

    assert "Not kept yet" in answer
    assert "notes_" not in answer


def test_at_most_three_notes_are_shown_at_first(client, draft):
    many = "I’m a burden. You owe me. You never help. Could you come sometime? Never mind."
    press(client, draft, many)

    shown, rest = page(client, draft).split("Show ", 1)

    assert shown.count("Where this comes from") == 3
    assert rest.count("Where this comes from") >= 1
    assert LABEL in shown


def test_what_they_will_read_as_the_question_is_marked(client, nia, ben, cleo):
    draft = draft_for(nia, (ben, Way.LINK), (cleo, Way.CALL))
    client.post(path(draft), {box(draft): FINE, box(draft, 1): "It is hard."})

    seen = page(client, draft)

    assert "What Ben will read as your question" in seen
    assert "<mark>could you drive Mum home on Friday at four?</mark>" in seen
    assert "What Cleo will" not in seen


# --- the next step ----------------------------------------------------------------------------


def test_notes_are_shown_once_before_going_on_and_never_again(client, draft):
    first = press(client, draft, DEBT)
    seen = read(client.get(first["Location"]))
    second = press(client, draft, DEBT, shown=str(draft.pk))

    assert first["Location"] == f"{path(draft)}?notes=1"
    assert "Go on as it is" in seen
    assert f'name="shown" value="{draft.pk}"' in seen
    assert second["Location"] == reverse("lookback:before", args=[draft.pk])


def test_words_without_a_strong_note_go_on_at_once(client, draft):
    response = press(client, draft, FINE)

    assert response["Location"] == reverse("lookback:before", args=[draft.pk])


def test_one_can_ask_to_see_the_notes_first(client, draft):
    response = press(client, draft, FINE, look="1")

    assert response["Location"] == f"{path(draft)}?notes=1"
    assert "Keep the words and go on" in read(client.get(response["Location"]))


# --- not this ---------------------------------------------------------------------------------


def test_not_this_silences_a_rule_for_this_ask_alone(client, nia, ben, draft):
    other = draft_for(nia, (ben, Way.LINK))
    for _ in range(2):
        press(client, draft, DEBT, not_here=RULE)

    kept = Ask.objects.get(pk=draft.pk)
    kept.member = nia
    assert kept.silenced == [RULE]
    assert rules(kept, DEBT) == [[rule for rule in rules(other, DEBT)[0] if rule != RULE]]
    assert RULE in rules(other, DEBT)[0]
    assert places(draft)[0].words == DEBT


def test_not_this_for_good_holds_for_every_ask_until_it_is_taken_back(client, nia, draft):
    press(client, draft, DEBT, never_again=RULE)
    press(client, draft, DEBT, never_again=RULE)
    quiet = page(client, draft)
    room = read(client.get(reverse("room")))

    client.post(reverse("hear_again"), {"rule": RULE})
    client.post(reverse("hear_again"), {"rule": RULE})

    assert "You owe me</q>" not in quiet
    assert "Show again" in room
    assert "You owe me</q>" in page(client, draft)
    assert "Show again" not in read(client.get(reverse("room")))


@pytest.mark.parametrize("button", ["not_here", "never_again"])
def test_a_rule_that_there_is_not_is_let_be(client, nia, draft, button):
    response = press(client, draft, DEBT, **{button: "no-such-rule"})

    kept = Ask.objects.get(pk=draft.pk)
    kept.member, member = nia, Member.objects.get(pk=nia.pk)
    member.key = nia.key
    assert response.status_code == 302
    assert not kept.silenced
    assert not member.silenced
    assert places(draft)[0].words == DEBT


def test_not_this_while_typing_brings_the_other_notes_at_once(client, draft):
    answer = type_(client, draft, DEBT, leaving=True, not_here=RULE)

    assert f"notes_{box(draft)}" in answer
    assert "You owe me</q>" not in answer


def test_what_was_silenced_is_sealed(client, draft, nia):
    press(client, draft, DEBT, not_here=RULE, never_again=RULE)

    stored = [
        bytes(Ask.objects.filter(pk=draft.pk).values_list("silenced", flat=True)[0]),
        bytes(Member.objects.filter(pk=nia.pk).values_list("silenced", flat=True)[0]),
    ]

    assert not [box for box in stored if RULE.encode() in box]


# --- a sentence of what one carries -----------------------------------------------------------

CARRIED = "Mum fell on the stairs. I owe two months of rent! Nobody knows.\nI can’t lift her alone"


@pytest.fixture
def concern(nia) -> Concern:
    row = Concern.put_down(nia, CARRIED)
    row.better = "Two nights of sleep."
    row.save()
    return row


@pytest.fixture
def about(nia, ben, concern) -> Ask:
    draft = draft_for(nia, (ben, Way.LINK))
    draft.concern = concern
    draft.save(update_fields=["concern"])
    return draft


def test_what_one_carries_is_offered_sentence_by_sentence(client, about):
    seen = page(client, about)

    for sentence in [
        "Mum fell on the stairs.",
        "I owe two months of rent!",
        "Nobody knows.",
        "I can’t lift her alone",
        "Two nights of sleep.",
    ]:
        assert f'value="{sentence}"' in seen


def test_one_sentence_is_taken_and_the_rest_never_slips_along(client, about):
    for _ in range(2):
        press(client, about, "Hi Ben.", **{f"take_{box(about)}": "Mum fell on the stairs."})

    [row] = places(about)
    assert row.words == "Hi Ben. Mum fell on the stairs."


@pytest.mark.parametrize("taken", ["Mum fell on the stairs. I owe", CARRIED, "", "Something else."])
def test_only_a_sentence_that_is_there_can_be_taken(client, about, taken):
    press(client, about, "Hi Ben.", **{f"take_{box(about)}": taken})

    assert places(about)[0].words == "Hi Ben."


def test_a_sentence_goes_into_the_box_it_was_taken_for(client, nia, ben, cleo, concern):
    draft = draft_for(nia, (ben, Way.LINK), (cleo, Way.LINK))
    draft.concern = concern
    draft.save(update_fields=["concern"])
    texts = {box(draft): "Hi Ben.", box(draft, 1): "Hi Cleo."}

    response = client.post(path(draft), texts | {f"take_{box(draft, 1)}": "Nobody knows."})

    assert [row.words for row in places(draft)] == ["Hi Ben.", "Hi Cleo. Nobody knows."]
    assert response["Location"] == f"{path(draft)}#id_{box(draft, 1)}"


def test_a_sentence_that_no_longer_fits_is_told_and_nothing_typed_is_lost(client, about):
    typed = "b" * 4_990

    response = press(client, about, typed, **{f"take_{box(about)}": "Mum fell on the stairs."})

    assert response.status_code == 200
    assert f"{typed} Mum fell on the stairs." in read(response)


def test_an_ask_about_nothing_offers_no_sentence(client, draft):
    assert "Take a sentence" not in page(client, draft)


def test_a_sentence_of_somebody_else_can_not_be_taken(olu, about):
    hers = Concern.put_down(olu, "Nobody knows this either.")
    sent = QueryDict(f"words=Hi&take_words={hers.words}")

    assert wording.with_sentence(sent, about.concern) == sent
