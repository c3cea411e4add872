"""What arrives in a mailbox: who asks, a link, and nothing of what is asked."""

import re
from email.message import EmailMessage

import pytest
from django.conf import settings

from halved.asks import actions
from halved.asks.rules import Answer, Reply, Way
from halved.delivery.models import Message
from tests.asks.asking import WORDS, ask_people, place_of
from tests.delivery.letters import DAY, HOUR, MORNING, run_worker

LINK = re.compile(r"http://127\.0\.0\.1:8000(/a/[\w-]{22}/)(?=\s|stop/)")


def link_in(message: EmailMessage) -> str:
    found = LINK.search(message.get_content())
    assert found, message.get_content()
    return found[1]


@pytest.fixture
def asked(nia, ben, smtp) -> EmailMessage:
    """The mail that Ben gets when Nia asks him."""
    ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    run_worker(MORNING)
    return smtp.messages[0]


def test_an_ask_goes_to_the_person_asked_and_nobody_else(asked, smtp):
    assert len(smtp.messages) == 1
    assert asked["To"] == "ben@example.org"
    assert not {"Cc", "Bcc", "Reply-To"} & set(asked.keys())


def test_subject_and_headers_say_nothing(asked):
    headers = " ".join(f"{name}: {value}" for name, value in asked.items())

    assert asked["Subject"] == "A message for you"
    assert asked["From"] == f"Halved <{settings.MAIL_FROM}>"
    assert not re.search("Nia|Ben|Thursday|company|help|ask|question|/a/", headers)


def test_a_machine_that_answers_by_itself_is_told_not_to(asked):
    assert asked["Auto-Submitted"] == "auto-generated"


def test_it_is_plain_text(asked):
    assert asked.get_content_type() == "text/plain"
    assert not asked.is_multipart()
    assert "<" not in asked.get_content()


def test_the_body_says_who_asks_and_none_of_the_words(asked):
    body = asked.get_content()

    assert "Nia" in body
    assert "Thursday" not in body
    assert "company" not in body  # the kind of help, as the page behind the link says it


def test_the_link_leads_to_the_cover_and_on_to_the_words(asked, client):
    cover = client.get(link_in(asked))
    page = client.post(link_in(asked))

    assert (cover.status_code, page.status_code) == (200, 200)
    assert WORDS not in cover.content.decode()
    assert WORDS in page.content.decode()


def test_every_mail_to_a_person_asked_says_where_to_stop_them(nia, ben, smtp, client):
    ask = ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    for day in range(3):
        run_worker(MORNING + day * DAY)
    actions.answer(row=place_of(ask, ben), reply=Reply(Answer.YES), now=MORNING + 2 * DAY)
    actions.thank(row=place_of(ask, ben), words="Thank you", now=MORNING + 2 * DAY)
    run_worker(MORNING + 2 * DAY)

    texts = [message.get_content() for message in smtp.messages]
    links = [re.findall(r"http://127.0.0.1:8000(/stop/\S+/)", text) for text in texts]

    assert len(texts) == 3
    assert [client.get(link).status_code for [link] in links] == [200, 200, 200]


def test_silence_is_reminded_once_by_a_mail_of_its_own(nia, ben, smtp):
    ask_people(nia, (ben, Way.EMAIL), at=MORNING)

    for hours in range(0, 10 * 24, 6):
        run_worker(MORNING + hours * HOUR)

    first, reminder = smtp.messages
    assert link_in(first) == link_in(reminder)
    assert "no further reminder" in reminder.get_content()
    assert first["Message-ID"] != reminder["Message-ID"]
    assert "Thursday" not in reminder.as_string()


def test_thanks_arrive_without_a_link_and_lie_behind_the_first_one(nia, ben, smtp, client):
    ask = ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    run_worker(MORNING)
    actions.answer(row=place_of(ask, ben), reply=Reply(Answer.YES), now=MORNING)

    actions.thank(row=place_of(ask, ben), words="You held the ladder", now=MORNING + HOUR)
    run_worker(MORNING + HOUR)

    first, thanks = smtp.messages
    assert thanks["Subject"] == "A message for you"
    assert "ladder" not in thanks.as_string()
    assert "/a/" not in thanks.as_string()
    assert "You held the ladder" in client.post(link_in(first)).content.decode()


# --- the notice to the member -----------------------------------------------------------------


@pytest.fixture
def told(nia):
    """Nia wants to know when something is waiting."""
    nia.notice_address = "nia@example.org"
    nia.save()
    return nia


def answer_by_ben(nia, ben, way: Way = Way.LINK):
    ask = ask_people(nia, (ben, way), at=MORNING)
    actions.answer(row=place_of(ask, ben), reply=Reply(Answer.NO, "Sorry"), now=MORNING)


def test_a_notice_says_only_that_something_is_waiting(told, ben, smtp):
    answer_by_ben(told, ben)
    run_worker(MORNING)

    [notice] = smtp.messages
    assert (notice["To"], notice["Subject"]) == ("nia@example.org", "A message for you")
    assert "http://127.0.0.1:8000/\r\n" in notice.get_content()
    assert not re.search("Ben|Sorry|Nia|/a/|can.t", notice.get_content())


def test_a_notice_comes_from_the_name_she_chose(told, ben, smtp):
    told.look = "notes"
    told.save(update_fields=["look"])

    answer_by_ben(told, ben)
    run_worker(MORNING)

    [notice] = smtp.messages
    assert (notice["Subject"], notice["From"]) == ("Notes", f"Notes <{settings.MAIL_FROM}>")


def test_who_wants_no_notice_gets_none(nia, ben, smtp):
    answer_by_ben(nia, ben)
    run_worker(MORNING)

    assert smtp.messages == []


@pytest.mark.parametrize("address", ["new@example.org", None])
def test_a_notice_goes_to_the_address_she_has_by_then(told, ben, smtp, address):
    answer_by_ben(told, ben)

    told.notice_address = address
    told.save()
    run_worker(MORNING)

    assert [message["To"] for message in smtp.messages] == [address] * bool(address)
    assert not Message.objects.filter(state=Message.State.WAITING).exists()


def test_two_answers_at_once_are_one_notice(told, ben, cleo, smtp):
    answer_by_ben(told, ben)
    answer_by_ben(told, cleo)
    run_worker(MORNING)

    assert len(smtp.messages) == 1


# --- names ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Zoë", "ניה", "妮雅", "Nia 🌿", "O'Nia & <b>Co</b>", "N" * 60])
def test_a_name_arrives_as_it_was_chosen(nia, ben, smtp, name):
    nia.signs_as = name
    nia.save()

    ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    run_worker(MORNING)

    assert f"{name} asked" in smtp.messages[0].get_content()


def test_a_name_with_a_line_of_its_own_adds_no_header(nia, ben, smtp):
    nia.signs_as = "Nia\r\nBcc: olu@example.org\r\n\r\nhidden"
    nia.save()

    ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    run_worker(MORNING)

    [message] = smtp.messages
    assert "Bcc" not in message
    assert message["To"] == "ben@example.org"


def test_an_address_with_a_line_of_its_own_goes_nowhere(nia, ben, smtp):
    ben.email = "ben@example.org\nBcc: olu@example.org"
    ben.save()

    ask_people(nia, (ben, Way.EMAIL), at=MORNING)
    run_worker(MORNING)

    assert smtp.messages == []
    assert Message.objects.get().failures == 1
