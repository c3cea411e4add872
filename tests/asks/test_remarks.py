"""A few words to and fro after an answer, readable for both, and closed with the ask."""

from uuid import uuid4

import pytest
from django.test import Client

from halved.accounts.models import Member
from halved.asks import actions, remarks
from halved.asks.models import Remark
from halved.asks.rules import Answer, Way
from halved.vault.crypto import form_key
from halved.vault.fields import Locked
from tests.asks.asking import DAY, HOUR, NOON, answers, ask_people, messages, place_of

pytestmark = pytest.mark.store
MEMBER, ASKED = Remark.Author.MEMBER, Remark.Author.ASKED


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOON + 2 * HOUR)


@pytest.fixture
def ask(nia, ben):
    ask = ask_people(nia, (ben, Way.EMAIL))
    answers(ask, ben, Answer.YES)
    return ask


def nia_writes(ask, ben, words="At four?", at=NOON + HOUR, pk=None) -> bool:
    row = place_of(ask, ben)
    return remarks.remark(row=row, author=MEMBER, words=words, pk=pk or uuid4(), now=at)


def ben_writes(ask, ben, words="Four is fine.", **more) -> str:
    token = place_of(ask, ben).token
    form = {"key": form_key(token), "once": str(uuid4()), "words": words, **more}
    return Client().post(f"/a/{token}/remark/", form).content.decode()


def test_what_nia_writes_stands_behind_the_link(ask, ben):
    assert nia_writes(ask, ben)

    page = Client().post(f"/a/{place_of(ask, ben).token}/").content.decode()
    assert "At four?" in page


def test_what_ben_writes_waits_for_nia_in_her_room(ask, ben, nia):
    page = ben_writes(ask, ben)

    row = place_of(ask, ben)
    [said] = row.remarks.all()
    said.member = nia
    assert (said.author, said.words) == (ASKED, "Four is fine.")
    assert row.seen_at is None
    assert "Four is fine." in page


def test_the_server_can_read_neither(ask, ben, nia):
    nia_writes(ask, ben)
    ben_writes(ask, ben)

    boxes = Remark.objects.values_list("words", "behind")

    assert not any(b"our" in bytes(box) for pair in boxes for box in pair)
    locked = Member.objects.get(pk=nia.pk)
    row = Remark.objects.first()
    row.member = locked
    with pytest.raises(Locked):
        _ = row.words


def test_sent_twice_it_is_said_once(ask, ben):
    pk = uuid4()

    assert nia_writes(ask, ben, pk=pk) and nia_writes(ask, ben, pk=pk)

    assert Remark.objects.count() == 1


def test_an_e_mail_tells_ben_once_until_it_has_gone_out(ask, ben):
    nia_writes(ask, ben)
    nia_writes(ask, ben, words="Or five?")

    assert messages(ask, ben) == ["remark"]


def test_without_the_key_of_the_page_nothing_is_said(ask, ben):
    page = ben_writes(ask, ben, key="guessed")

    assert Remark.objects.count() == 0
    assert "Four is fine." in page


@pytest.mark.parametrize("words", ["", "   ", "a" * 2_001])
def test_what_can_not_be_taken_is_given_back(ask, ben, words):
    page = ben_writes(ask, ben, words=words)

    assert Remark.objects.count() == 0
    assert words.strip() in page


def test_nothing_is_said_before_an_answer(nia, cleo):
    ask = ask_people(nia, (cleo, Way.LINK))

    assert not nia_writes(ask, cleo)


def test_nothing_is_said_once_the_ask_is_closed(ask, ben):
    actions.close_ask(ask=ask, now=NOON + HOUR)

    assert not nia_writes(ask, ben)
    assert "Your words were not passed on" in ben_writes(ask, ben)


def test_nothing_is_said_once_the_link_has_ended(ask, ben):
    assert not nia_writes(ask, ben, at=NOON + 14 * DAY)


def test_each_side_says_thirty_things_at_most(ask, ben):
    said = [nia_writes(ask, ben, words=str(n)) for n in range(31)]

    assert said == [True] * 30 + [False]
