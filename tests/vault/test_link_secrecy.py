"""Once an ask needs no more reminders, the server can no longer open it.

A thief has everything the server has: every row of the store, the house key, the secret key and
this code. Whatever opens shows new words, and among them may be tokens that open more.
"""

import base64
import hashlib
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from django.apps import apps
from django.conf import settings

from halved.accounts.models import Member, Session
from halved.asks import actions
from halved.asks.models import Ask, Invitation
from halved.asks.rules import Answer, InvitationState, Order, Reply, Way
from halved.circle.models import Contact
from halved.delivery import actions as delivery
from halved.delivery.channels.email import NotSent
from halved.vault import crypto
from halved.vault.fields import unseal_behind_link
from halved.vault.keys import house

pytestmark = pytest.mark.store

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)
WORDS = "Could you sit with Mum on Thursday while I am at the bank"
TOKEN = re.compile(r"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])")


class Thief:
    """Opens what can be opened with what the server has, until nothing new comes of it."""

    def __init__(self) -> None:
        secret = hashlib.sha256(settings.SECRET_KEY.encode()).digest()
        self.keys = {secret, house().lookup, *house().seals}
        self.keys |= {crypto.subkey(key, "halved.link") for key in self.keys}
        self.boxes: dict[str, bytes] = {}
        self.texts: list[str] = []
        self.tried: set[tuple[bytes, str]] = set()
        for model in apps.get_models():
            for row in model._base_manager.values():
                self._take(model, row)
        while self._learn():
            pass

    def _take(self, model: type, row: dict[str, object]) -> None:
        pk = row[model._meta.pk.attname]
        for name, value in row.items():
            if isinstance(value, bytes | memoryview):
                self.boxes[f"{model._meta.label}.{name}:{pk}"] = bytes(value)
            elif isinstance(value, str):
                self.texts.append(value)
        if model is Session:
            content = Session(pk=pk, content=row["content"]).content
            self.texts.append(str(content))
            self.boxes[f"room:{content['_auth_user_id']}"] = base64.b64decode(content["room"])

    def _learn(self) -> bool:
        """Tries every new key on every box. Whether that opened another."""
        self.keys |= {
            crypto.link_key(token) for text in self.texts for token in TOKEN.findall(text)
        }
        before = len(self.texts)
        for place, box in self.boxes.items():
            for key in list(self.keys):
                if (key, place) not in self.tried:
                    self.tried.add((key, place))
                    found = list(opened(key, box, place))
                    self.texts += [content.decode(errors="replace") for content in found]
                    self.keys |= {content for content in found if len(content) == crypto.KEY_BYTES}
        return len(self.texts) > before


def opened(key: bytes, box: bytes, place: str) -> Iterator[bytes]:
    """What a key makes of a box, in every way in which boxes are made."""
    where = place.replace("_letter:", ":")
    for unseal, part in [
        (crypto.unseal, box),  # under a member's key, or a link's
        (crypto.unseal, box[4:]),  # under the house key
        (crypto.unseal_from, box),  # to a member
    ]:
        for at in {place, where}:
            with suppress(crypto.CannotOpen):
                yield unseal(key, part, at)


def the_server_can_read(*words: str) -> bool:
    """Whether any of these comes to light."""
    texts = Thief().texts
    return any(word in text for word in words for text in texts)


# --- an ask on its way ------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def signed_in(nia, sign_in) -> None:
    """Nia's room is open in a browser meanwhile: her session is in the store as well."""
    sign_in(nia)


@pytest.fixture
def ask_them(nia) -> Callable[..., list[Invitation]]:
    """`ask_them(ben, cleo)`: asks by e-mail, one after the other; the first mail has gone out."""

    def send(
        *people: Contact, way: Way = Way.EMAIL, order: Order = Order.IN_TURN
    ) -> list[Invitation]:
        ask = Ask.objects.create(member=nia, order=order, kinds=["emotional"])
        actions.plan(ask=ask, people=[(person, way) for person in people])
        rows = ask.invitations.values_list("pk", flat=True)
        actions.write(ask=ask, words={pk: f"{number} {WORDS}" for number, pk in enumerate(rows)})
        actions.open_ask(ask=ask, now=NOON)
        work_at(NOON)
        return [of(nia, row) for row in ask.invitations.all()]

    return send


def of(member: Member, row: Invitation) -> Invitation:
    """The row as it is now, for the member."""
    row = Invitation.objects.select_related("ask").get(pk=row.pk)
    row.member = row.ask.member = member
    return row


def work_at(now: datetime) -> None:
    """What the worker does in one pass."""
    actions.advance_due(now)
    delivery.deliver_due(lambda: now)
    actions.note_failures(now)


def assert_only_the_link_opens(row: Invitation, nia: Member) -> None:
    row = of(nia, row)
    token = row.token
    letter = unseal_behind_link(token, bytes(row.letter), row.letter_place)

    assert WORDS in letter["words"]
    assert not the_server_can_read(WORDS, token, "ben@example.org")


# --- while the server still has to write ------------------------------------------------------


def test_while_a_reminder_is_to_come_the_server_can_open_it(nia, ben, ask_them, mailoutbox):
    [row] = ask_them(ben)

    assert len(mailoutbox) == 1
    assert the_server_can_read(WORDS), "Otherwise none of the tests below says anything."
    assert the_server_can_read(row.token)


def test_while_somebodys_turn_is_to_come_the_server_can_open_theirs(nia, ben, cleo, ask_them):
    ask_them(ben, cleo)

    assert the_server_can_read(f"1 {WORDS}")


def test_before_she_asks_the_server_can_open_nothing(nia, ben):
    ask = Ask.objects.create(member=nia)
    actions.plan(ask=ask, people=[(ben, Way.EMAIL)])
    actions.write(ask=ask, words={ask.invitations.get().pk: WORDS})

    assert not the_server_can_read(WORDS, "ben@example.org")


# --- afterwards -------------------------------------------------------------------------------


def test_after_the_reminder_went_out_it_cannot(nia, ben, ask_them, mailoutbox):
    [row] = ask_them(ben)

    work_at(NOON + 2 * DAY)

    assert len(mailoutbox) == 2
    assert_only_the_link_opens(row, nia)


@pytest.mark.parametrize("said", Answer)
def test_after_an_answer_it_cannot(nia, ben, ask_them, said):
    [row] = ask_them(ben)

    assert actions.answer(row=row, reply=Reply(said, "A few words back"), now=NOON)

    assert_only_the_link_opens(row, nia)
    assert not the_server_can_read("A few words back")


def test_after_an_answer_that_she_noted_it_cannot(nia, ben, ask_them):
    [row] = ask_them(ben)

    assert actions.note_answer(row=row, reply=Reply(Answer.LATER), now=NOON)

    assert_only_the_link_opens(row, nia)


def test_after_it_was_withdrawn_nobody_can(nia, ben, ask_them):
    [row] = ask_them(ben)

    assert actions.withdraw(row=row, now=NOON)

    assert of(nia, row).letter is None
    assert not the_server_can_read(WORDS, "ben@example.org")


def test_after_the_ask_was_closed_nobody_can(nia, ben, cleo, ask_them, mailoutbox):
    row, _ = ask_them(ben, cleo)

    assert actions.close_ask(ask=row.ask, now=NOON)

    assert not the_server_can_read(WORDS)
    delivery.deliver_due(lambda: NOON)
    assert not the_server_can_read(WORDS, "@example.org")


def test_after_it_was_passed_on_it_cannot(nia, ben, cleo, ask_them, mailoutbox):
    row, other = ask_them(ben, cleo)
    work_at(NOON + 2 * DAY)

    work_at(NOON + 3 * DAY)

    assert [mail.to for mail in mailoutbox] == [["ben@example.org"]] * 2 + [["cleo@example.org"]]
    assert of(nia, row).state == InvitationState.PASSED_ON
    assert not the_server_can_read(f"0 {WORDS}", of(nia, row).token)
    assert the_server_can_read(f"1 {WORDS}"), "Cleo may have to be reminded."
    work_at(NOON + 5 * DAY)
    assert_only_the_link_opens(other, nia)


def test_after_it_did_not_go_out_it_cannot(nia, ben, ask_them, monkeypatch):
    def refuse(*_: object) -> None:
        raise NotSent

    monkeypatch.setattr("halved.delivery.channels.email.send", refuse)
    [row] = ask_them(ben)
    assert the_server_can_read(WORDS), "It is tried again."

    for minutes in (1, 6, 31, 151):
        work_at(NOON + timedelta(minutes=minutes))

    assert of(nia, row).state == InvitationState.PASSED_ON
    assert_only_the_link_opens(row, nia)


def test_after_somebody_said_yes_the_others_wait_a_day_and_then_it_cannot(nia, ben, cleo, ask_them):
    row, other = ask_them(ben, cleo)

    actions.answer(row=row, reply=Reply(Answer.YES), now=NOON)

    assert the_server_can_read(f"1 {WORDS}"), "Ben may change his answer for a day."
    work_at(NOON + DAY)
    assert_only_the_link_opens(other, nia)


def test_after_everyone_at_once_was_reminded_it_cannot(nia, ben, cleo, ask_them):
    rows = ask_them(ben, cleo, order=Order.TOGETHER)

    work_at(NOON + 2 * DAY)

    for row in rows:
        assert_only_the_link_opens(row, nia)


def test_after_her_thanks_went_out_it_cannot(nia, ben, ask_them, mailoutbox):
    [row] = ask_them(ben)
    actions.answer(row=row, reply=Reply(Answer.YES), now=NOON)

    actions.thank(row=of(nia, row), words="Thank you for the stairs", now=NOON)
    work_at(NOON + DAY)

    assert len(mailoutbox) == 2
    assert_only_the_link_opens(row, nia)
    assert not the_server_can_read("Thank you for the stairs")


# --- by her own way ---------------------------------------------------------------------------


def test_a_link_that_she_passes_on_herself_it_never_can(nia, ben, ask_them):
    [row] = ask_them(ben, way=Way.LINK)
    assert_only_the_link_opens(row, nia)

    actions.mark_asked(row=row, now=NOON)
    work_at(NOON + 2 * DAY)

    assert_only_the_link_opens(row, nia)


@pytest.mark.parametrize("way", [Way.IN_PERSON, Way.CALL, Way.MESSAGE])
def test_what_she_asks_by_her_own_voice_or_mail_it_never_can(nia, ben, ask_them, way):
    [row] = ask_them(ben, way=way)

    actions.mark_asked(row=row, now=NOON)

    assert not the_server_can_read(WORDS, "ben@example.org")
    assert of(nia, row).words == f"0 {WORDS}"
