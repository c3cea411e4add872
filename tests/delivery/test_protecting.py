"""Nobody can use Halved to send to many, or to send what they like (T18 to T20).

A member reaches ten new people a day by mail, each of them three times a week, and what the mail
says is fixed, but for the name.
"""

import re
from dataclasses import replace
from functools import partial
from html import unescape

import pytest
from django.core import mail as outbox
from django.test import Client
from django.utils import timezone

from halved.accounts.models import Member
from halved.asks import actions
from halved.asks.models import Ask
from halved.asks.moves import TooManyNew
from halved.asks.rules import Answer, AskState, Order, Reply, Way
from halved.circle.models import Contact
from halved.delivery import recipients
from halved.delivery.models import Message, Recipient
from halved.delivery.rules import KNOWN_FOR, MOST_IN_A_WEEK, MOST_NEW
from halved.operators import retention
from halved.pieces.rules import in_mail
from tests.asks.asking import DAY, HOUR, NOON, ask_people, draft_for, place_of, work
from tests.asks.test_at_the_same_moment import at_once
from tests.conftest import contact
from tests.pieces import rota

CLIENTS = 50
BY_NAME = "Halved writes to at most 10 new people a day"


def crowd(member: Member, count: int, first: int = 0) -> list[Contact]:
    names = [f"Person {number}" for number in range(first, first + count)]
    return [contact(member, name, email=f"{name[7:]}@example.org") for name in names]


def sends(ask: Ask) -> bool:
    """Whether the ask went out."""
    try:
        return actions.open_ask(ask=ask, now=NOON)
    except TooManyNew:
        return False


# --- at the same moment (T18) -----------------------------------------------------------------


@pytest.mark.store
@pytest.mark.django_db(transaction=True)
def test_fifty_asks_at_once_reach_ten_new_people(shared_store, nia):
    drafts = [draft_for(nia, (person, Way.EMAIL)) for person in crowd(nia, CLIENTS)]

    gone = at_once(*[partial(sends, draft) for draft in drafts])

    assert gone.count(True) == MOST_NEW
    assert Recipient.objects.count() == MOST_NEW
    assert nia.asks.filter(state=AskState.DRAFT).count() == CLIENTS - MOST_NEW


@pytest.mark.store
@pytest.mark.django_db(transaction=True)
def test_fifty_asks_at_once_write_three_times_to_one_person(shared_store, nia, ben):
    drafts = [draft_for(nia, (ben, Way.EMAIL)) for _ in range(CLIENTS)]

    gone = at_once(*[partial(sends, draft) for draft in drafts])

    assert gone == [True] * CLIENTS
    assert Message.objects.count() == MOST_IN_A_WEEK
    assert Recipient.objects.count() == 1


# --- ten new people a day (T19) ---------------------------------------------------------------


def send_page(client: Client, ask: Ask) -> str:
    response = client.get(f"/asks/{ask.pk}/send/")
    assert response.status_code == 200
    return unescape(response.content.decode())


@pytest.fixture
def ten(nia: Member) -> list[Contact]:
    """Ten people whom Nia asks for the first time today."""
    people = crowd(nia, MOST_NEW)
    for half in (people[:5], people[5:]):
        everyone = [(person, Way.EMAIL) for person in half]
        ask_people(nia, *everyone, at=timezone.now(), order=Order.TOGETHER)
    return people


def test_the_eleventh_is_refused_kindly_and_nothing_is_lost(nia, ben, ten, smtp, sign_in):
    draft, client = draft_for(nia, (ben, Way.EMAIL)), sign_in(nia)
    before = Message.objects.count()

    response = client.post(f"/asks/{draft.pk}/send/", {"signs_as": "Nia"})

    assert BY_NAME in unescape(response.content.decode())
    assert "Choose another way for Ben, or send this tomorrow." in send_page(client, draft)
    assert Message.objects.count() == before
    assert (draft.invitations.get().state, nia.asks.get(pk=draft.pk).state) == ("planned", "draft")


def test_who_is_known_can_still_be_asked(nia, ten, smtp, sign_in):
    draft, client = draft_for(nia, (ten[3], Way.EMAIL)), sign_in(nia)

    client.post(f"/asks/{draft.pk}/send/", {"signs_as": "Nia"})

    assert nia.asks.get(pk=draft.pk).state == AskState.OPEN


def test_an_ask_with_too_many_goes_out_to_nobody(nia, smtp):
    ask_people(nia, *[(person, Way.EMAIL) for person in crowd(nia, 6)])
    draft = draft_for(nia, *[(person, Way.EMAIL) for person in crowd(nia, 5, first=6)])

    with pytest.raises(TooManyNew):
        actions.open_ask(ask=draft, now=NOON)

    assert Recipient.objects.count() == 6
    assert not draft.invitations.filter(link__isnull=False).exists()
    assert actions.open_ask(ask=draft, now=NOON + DAY)


@pytest.mark.parametrize("way", [Way.LINK, Way.CALL, Way.MESSAGE, Way.IN_PERSON])
def test_other_ways_are_not_limited(nia, ben, ten, way):
    draft = draft_for(nia, (ben, way))

    assert actions.open_ask(ask=draft, now=timezone.now())


def test_another_member_has_ten_of_their_own(nia, olu, ten):
    assert recipients.admit(olu.pk, ["ben@example.org"], timezone.now())


def test_one_mailbox_is_one_person_however_it_is_written(nia):
    spellings = ["ben@example.org", " BEN@Example.org"] * MOST_NEW

    assert recipients.admit(nia.pk, spellings, NOON)
    assert Recipient.objects.count() == 1


def test_an_address_that_changes_after_the_ask_is_no_way_round(nia, ben, cleo, smtp):
    ask = ask_people(nia, (ben, Way.EMAIL))
    recipients.admit(nia.pk, [f"{n}@example.org" for n in range(MOST_NEW - 1)], NOON)
    actions.answer(row=place_of(ask, ben), reply=Reply(Answer.YES), now=NOON + HOUR)
    ben.email = "somebody.else@example.org"
    ben.save()

    actions.thank(row=place_of(ask, ben), words="Thank you", now=NOON + HOUR)

    assert not Message.objects.filter(kind=Message.Kind.THANKS).exists()


def test_half_a_year_later_nobody_is_known_any_more(nia):
    recipients.admit(nia.pk, ["ben@example.org"], NOON)

    retention.prune(NOON + KNOWN_FOR)

    assert not Recipient.objects.exists()


def test_who_was_asked_is_kept_as_a_keyed_hash_and_goes_with_the_member(nia):
    recipients.admit(nia.pk, ["ben@example.org"], NOON)

    row = Recipient.objects.get()
    assert len(bytes(row.who)) == 32
    assert b"ben" not in bytes(row.who)
    nia.delete()
    assert not Recipient.objects.exists()


# --- what the mail says (T20) -----------------------------------------------------------------
# There is nothing to refuse in an ask: its words never stand in the mail, only behind the link.

SPAM = "Cheap loans at https://spam.example or write to win@spam.example " * 20
LINKS = re.compile(r"http://127.0.0.1:8000/\S+")


def mail_that_asks(member: Member, person: Contact, words: str) -> str:
    """The mail as it went out, less the links in it."""
    draft = draft_for(member, (person, Way.EMAIL))
    actions.write(ask=draft, words={draft.invitations.get().pk: words})
    actions.open_ask(ask=draft, now=NOON)
    outbox.outbox.clear()
    work(NOON)
    return LINKS.sub("", outbox.outbox[0].body)


def test_the_mail_that_asks_is_the_same_whatever_the_words(nia, ben, cleo):
    plain = mail_that_asks(nia, ben, "Can you come?")
    spam = mail_that_asks(nia, cleo, SPAM)

    assert spam == plain
    assert "://" not in spam


def test_all_that_a_member_can_put_into_it_is_a_name_of_60_signs(nia, ben, cleo):
    first = mail_that_asks(nia, ben, SPAM)
    nia.signs_as = "N" * 60

    longest = mail_that_asks(nia, cleo, SPAM)

    assert len(longest) - len(first) <= 300
    assert longest.replace("N" * 60, "Nia") == first


@pytest.mark.parametrize("name", ["spam.example", "win@spam", "https://spam", "Nia http://a.b"])
def test_a_name_with_a_link_is_refused_at_the_send_step(nia, ben, smtp, sign_in, name):
    draft, client = draft_for(nia, (ben, Way.EMAIL)), sign_in(nia)

    response = client.post(f"/asks/{draft.pk}/send/", {"signs_as": name})

    assert "Write a name only: no address and no link." in response.content.decode()
    assert nia.asks.get(pk=draft.pk).state == AskState.DRAFT


def test_of_a_piece_of_help_no_link_goes_into_a_mail(nia, ben):
    about = replace(rota.SUPPER, what="Look at https://spam.example")
    _, piece = rota.ask_for(nia, (ben, Way.EMAIL), about=about)
    rota.takes(piece, ben)

    rota.pass_time(rota.THE_DAY_BEFORE)

    [(_, text)] = rota.letters()
    assert "spam" not in text
    assert "What it is stands on the page" in text


@pytest.mark.parametrize(
    ("what", "kept"),
    [
        ("Supper for three", True),
        ("Drive to St. Mary’s at 6.30", True),
        ("Wash up, etc.", True),
        ("spam.example", False),
        ("HTTPS://1.2.3.4", False),
        ("win@spam", False),
        ("www. spam", False),
    ],
)
def test_a_time_is_no_link(what: str, kept: bool):
    assert (in_mail(what) == what) == kept
