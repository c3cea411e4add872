"""Nia turns to practices and services: several at once, with days, and none is written to."""

from __future__ import annotations

import re
from datetime import date, timedelta
from urllib.parse import unquote

import pytest
from django.db import connection
from django.urls import reverse
from django.utils.timezone import localdate

from halved.accounts.models import Member
from halved.circle import following_up
from halved.circle.following_up import Try, Way
from halved.circle.models import Contact, Enquiry
from halved.delivery.models import Message
from tests.conftest import contact

WEBER = {
    "name": "Dr Weber",
    "profession": "therapist",
    "phone": "+44 (0)20 7946-0018",
    "email": "weber@example.org",
}
LIST = reverse("circle:professionals")
DAY = timedelta(days=1)


@pytest.fixture
def client(nia, sign_in):
    return sign_in(nia)


def on_the_list(nia: Member, name: str = "Dr Weber", **about: str) -> Enquiry:
    row = Enquiry(member=nia, contact=contact(nia, name, profession="therapist", **about))
    row.save()
    return row


def page_of(client, row: Enquiry) -> str:
    page: str = client.get(reverse("circle:enquiry", args=[row.pk])).content.decode()
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", page))


def note(client, row: Enquiry, on: date, query: str = "", **said: str):
    form = {"way": "call", "on": on.isoformat(), "outcome": "silence"} | said
    return client.post(reverse("circle:enquiry_note", args=[row.pk]) + query, form)


def fresh(row: Enquiry) -> Enquiry:
    found = Enquiry.objects.select_related("contact").get(pk=row.pk)
    found.member = found.contact.member = row.member
    return found


# --- the list -----------------------------------------------------------------------------------


def test_one_form_puts_a_practice_on_the_list_and_into_the_circle(client, nia):
    response = client.post(LIST, WEBER)

    assert response["Location"] == LIST
    row = nia.contacts.get()
    assert {name: getattr(row, name) for name in WEBER} == WEBER
    assert "Not contacted yet" in client.get(LIST).content.decode()


@pytest.mark.store
def test_sent_twice_it_is_there_once(client, nia):
    form = WEBER | {"once": "9d3a3f0e-9a25-4a6b-8f57-0f6a0a3b6a11"}

    client.post(LIST, form)
    client.post(LIST, form)

    assert (Contact.objects.count(), Enquiry.objects.count()) == (1, 1)


@pytest.mark.parametrize("missing", ["name", "profession"])
def test_a_name_and_a_word_for_what_they_are_is_needed(client, missing):
    response = client.post(LIST, WEBER | {missing: " "})

    assert response.status_code == 200
    assert b'class="wrong"' in response.content
    assert not Contact.objects.exists()


def test_a_professional_of_the_circle_can_be_put_on_the_list(client, nia, ben):
    lang = contact(nia, "Dr Lang", profession="doctor")
    shown = client.get(LIST).content.decode()

    for _ in range(2):
        client.post(reverse("circle:put_on_list", args=[lang.pk]))

    assert "Dr Lang" in shown and "Ben" not in shown
    assert nia.enquiries.get().contact == lang
    assert "In your circle already" not in client.get(LIST).content.decode()


def test_who_is_next_stands_above_the_list(client, nia):
    tried = on_the_list(nia)
    note(client, tried, localdate())
    on_the_list(nia, "Dr Lang")
    on_the_list(nia, "Town hall")

    page = client.get(LIST).content.decode()

    assert "Next on your list is Dr Lang." in page
    note(client, nia.enquiries.all()[1], localdate())
    note(client, nia.enquiries.all()[2], localdate())
    assert "You have tried everyone on your list." in client.get(LIST).content.decode()


def test_beside_a_waiting_list_it_says_that_asking_elsewhere_is_fine(client, nia):
    row = on_the_list(nia)
    assert "Asking elsewhere" not in client.get(LIST).content.decode()

    note(client, row, localdate(), outcome="waiting", place="about 12")

    assert "Asking elsewhere while you wait is fine." in client.get(LIST).content.decode()
    assert "Asking elsewhere while you wait is fine." in page_of(client, row)
    assert "Your place on it: about 12." in page_of(client, row)


def test_taken_off_the_list_they_stay_in_the_circle(client, nia):
    row = on_the_list(nia)

    client.post(reverse("circle:take_off_list", args=[row.pk]))

    assert not Enquiry.objects.exists()
    assert nia.contacts.get().name == "Dr Weber"


def test_what_was_noted_about_a_practice_goes_only_when_the_page_has_said_so(client, nia):
    row = on_the_list(nia)
    note(client, row, localdate())
    client.post(reverse("circle:enquiry", args=[row.pk]), {"words": "It is about the nights"})
    person = reverse("circle:person", args=[row.contact_id])
    remove = reverse("circle:remove", args=[row.contact_id])

    page, listed = client.get(person).content.decode(), page_of(client, row)
    client.post(remove)
    after_one_press = Enquiry.objects.count()
    client.post(remove, {"with_list": "1"})

    assert "What you noted there goes too: 1 try and your words." in page
    assert "What you noted here goes with it: 1 try and your words." in listed
    assert after_one_press == 1
    assert not nia.contacts.exists()


@pytest.mark.parametrize(
    ("noted", "said"),
    [
        ((0, False, False), ""),
        ((1, False, False), "1 try"),
        ((2, True, False), "2 tries and your words"),
        ((2, True, True), "2 tries, your words and your notes"),
        ((0, False, True), "your notes"),
    ],
)
def test_what_was_noted_is_named(noted, said):
    assert following_up.noted(*noted) == said


# --- words and ways -----------------------------------------------------------------------------


@pytest.mark.store
def test_words_and_notes_are_kept_for_nia_alone(client, nia):
    row = on_the_list(nia, phone="+44 20 7946 0018")
    words = {"words": "I sleep badly, and would like a talk.", "notes": "Mornings only"}

    client.post(reverse("circle:enquiry", args=[row.pk]), words)
    note(client, row, localdate(), outcome="waiting", place="about 12")

    kept = fresh(row)
    assert {"words": kept.words, "notes": kept.notes} == words
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM circle_enquiry")
        stored = b"".join(bytes(box) for box in cursor.fetchone() if isinstance(box, bytes))
        cursor.execute("SELECT * FROM circle_enquiry")
        clear = str([value for value in cursor.fetchone() if not isinstance(value, bytes)])
    for told in ("sleep", "Mornings", "about 12", "call", "waiting"):
        assert told.encode() not in stored and told not in clear


def test_phone_and_mail_open_with_the_words_that_were_kept(client, nia):
    row = on_the_list(nia, phone="+44 (0)20 7946-0018", email="weber@example.org")
    client.post(reverse("circle:enquiry", args=[row.pk]), {"words": "Could I come & talk?"})

    page = client.get(reverse("circle:enquiry", args=[row.pk])).content.decode()

    assert 'href="tel:+4402079460018"' in page
    mail = re.search(r'href="(mailto:[^"]+)"', page)
    assert mail and unquote(mail[1]) == "mailto:weber@example.org?body=Could I come & talk?"


def test_without_number_and_address_the_page_leads_to_where_they_are_added(client, nia):
    row = on_the_list(nia)
    path = reverse("circle:enquiry", args=[row.pk])

    page = client.get(path).content.decode()

    assert "tel:" not in page and "mailto:" not in page
    assert f"{reverse('circle:person', args=[row.contact_id])}?next={path}" in page


def test_words_for_one_are_there_for_the_next_until_it_has_its_own(client, nia):
    first, second = on_the_list(nia), on_the_list(nia, "Dr Lang")
    client.post(reverse("circle:enquiry", args=[first.pk]), {"words": "I sleep badly."})

    assert "You wrote these words for Dr Weber." in page_of(client, second)
    assert "I sleep badly." in page_of(client, second)

    client.post(reverse("circle:enquiry", args=[second.pk]), {"words": ""})
    assert "I sleep badly." not in page_of(client, second)


def test_halved_sends_nothing_to_a_practice(client, nia):
    row = on_the_list(nia, email="weber@example.org")

    note(client, row, localdate(), way="mail")

    assert not Message.objects.exists()


# --- what came of it ----------------------------------------------------------------------------


def test_a_call_proposes_a_day_to_follow_up_and_another_can_be_set(client, nia):
    row = on_the_list(nia)
    note(client, row, localdate())
    proposed = fresh(row).follow_up_day
    another = localdate() + 30 * DAY

    client.post(reverse("circle:follow_up", args=[row.pk]), {"follow_up_on": another.isoformat()})

    assert proposed and 3 * DAY <= proposed - localdate() <= 5 * DAY
    assert fresh(row).follow_up_day == another
    client.post(reverse("circle:follow_up", args=[row.pk]), {"none": "1"})
    assert fresh(row).follow_up_day is None


def test_what_came_of_it_is_changed_in_its_place_and_a_new_try_comes_beside_it(client, nia):
    row = on_the_list(nia)
    note(client, row, localdate() - 9 * DAY, way="mail")
    first = fresh(row).history[0].id

    note(client, row, localdate() - 9 * DAY, "?latest", way="mail", outcome="message", once=first)
    note(client, row, localdate())

    history = fresh(row).history
    assert [one.outcome for one in history] == ["message", "silence"]
    page = page_of(client, row)
    assert page.index("You called on") < page.index("Before that") < page.index("You wrote")


def test_a_day_of_her_own_stays_when_nothing_new_came_of_it(client, nia):
    row = on_the_list(nia)
    note(client, row, localdate(), once="9d3a3f0e-9a25-4a6b-8f57-0f6a0a3b6a11")
    client.post(
        reverse("circle:follow_up", args=[row.pk]),
        {"follow_up_on": (localdate() + 30 * DAY).isoformat()},
    )

    note(client, row, localdate(), once="9d3a3f0e-9a25-4a6b-8f57-0f6a0a3b6a11")
    note(client, row, localdate() - 60 * DAY)

    assert fresh(row).follow_up_day == localdate() + 30 * DAY
    assert [one.on for one in fresh(row).history] == [localdate() - 60 * DAY, localdate()]


@pytest.mark.store
def test_a_page_from_before_the_last_try_was_noted_loses_nothing(client, nia):
    row = on_the_list(nia)
    stale = fresh(row)
    note(client, row, localdate())

    stale.note(Try("another", localdate() - DAY, Way.FORM), localdate())

    assert [one.way for one in fresh(row).history] == [Way.FORM, Way.CALL]


def test_only_what_belongs_to_the_outcome_is_kept(client, nia):
    row = on_the_list(nia)
    tomorrow = (localdate() + DAY).isoformat()

    note(client, row, localdate(), outcome="talk", talk_on=tomorrow, place="12", since="nonsense")

    last = fresh(row).last
    assert last is not None
    assert (last.talk_on, last.place, last.since) == (localdate() + DAY, "", None)
    assert "What to ask in a first talk" in page_of(client, row)


@pytest.mark.parametrize("outcome", ["no", "silence"])
def test_after_a_no_or_a_long_silence_the_next_one_is_named(client, nia, outcome):
    row, _ = on_the_list(nia), on_the_list(nia, "Dr Lang")

    note(client, row, localdate() - 40 * DAY, outcome=outcome)
    client.post(reverse("circle:follow_up", args=[row.pk]), {"none": "1"})

    assert "Next on your list is Dr Lang." in page_of(client, row)


def test_when_nobody_is_left_it_is_said(client, nia):
    row = on_the_list(nia)

    note(client, row, localdate(), outcome="no")

    assert "Nobody on your list is left to try." in page_of(client, row)


# --- days that cannot be meant ------------------------------------------------------------------

TO_COME = (localdate() + 2 * DAY).isoformat()
NO_DAYS = ["", "2027-02-30", "0000-00-00", "9999-12-31", "1999-12-31", "next week", "\0"]


@pytest.mark.parametrize("day", [*NO_DAYS, TO_COME])
def test_a_day_on_which_nobody_can_have_called_is_told(client, nia, day):
    row = on_the_list(nia)

    response = client.post(
        reverse("circle:enquiry_note", args=[row.pk]),
        {"way": "call", "on": day, "outcome": "silence"},
    )

    assert response.status_code == 200
    assert b'class="wrong"' in response.content
    assert fresh(row).history == []


@pytest.mark.parametrize("box", ["since", "until"])
@pytest.mark.parametrize("day", [day for day in NO_DAYS if day])
def test_a_day_of_a_waiting_list_that_cannot_be_meant_is_told(client, nia, box, day):
    row = on_the_list(nia)

    response = note(client, row, localdate(), outcome="waiting", **{box: day})

    assert response.status_code == 200
    assert b'class="wrong"' in response.content


@pytest.mark.parametrize("day", [*NO_DAYS, (localdate() - DAY).isoformat()])
def test_nobody_follows_up_on_a_day_that_is_over_or_is_none(client, nia, day):
    row = on_the_list(nia)
    note(client, row, localdate())
    proposed = fresh(row).follow_up_day

    response = client.post(reverse("circle:follow_up", args=[row.pk]), {"follow_up_on": day})

    assert response.status_code == 200
    assert b'class="wrong"' in response.content
    assert fresh(row).follow_up_day == proposed


# --- the first page, and a first talk -----------------------------------------------------------


def test_on_the_day_a_quiet_line_on_the_first_page_asks_to_follow_up(client, nia):
    row = on_the_list(nia)
    note(client, row, localdate())
    assert "Follow up with" not in client.get("/").content.decode()

    row.follow_up_on = localdate().isoformat()
    row.save(update_fields=["follow_up_on"])

    page = client.get("/").content.decode()
    assert "Follow up with Dr Weber?" in page
    assert reverse("circle:enquiry", args=[row.pk]) in page


def test_several_to_follow_up_are_one_line_that_leads_to_the_list(client, nia):
    for name in ("Dr Weber", "Dr Lang"):
        row = on_the_list(nia, name)
        note(client, row, localdate() - 20 * DAY)
        row.follow_up_on = localdate().isoformat()
        row.save(update_fields=["follow_up_on"])

    page = client.get("/").content.decode()

    assert "Follow up with Dr Weber and Dr Lang?" in page
    assert f'href="{LIST}"' in page


def test_what_to_ask_in_a_first_talk_leads_to_help_now_and_tells_its_source(client):
    page = client.get(reverse("circle:first_talk")).content.decode()

    assert page.count('href="/now/"') >= 2
    assert "Sheeran" in page and "Grade A" in page


@pytest.mark.parametrize("page", ["circle:find", "circle:people"])
def test_who_knows_nobody_is_led_to_professionals(client, page):
    assert f'href="{LIST}"' in client.get(reverse(page)).content.decode()


def test_of_somebody_elses_list_there_is_nothing(client, olu):
    row = on_the_list(olu, "Dr Secret")

    seen = client.get(LIST).content.decode() + client.get("/").content.decode()

    assert "Dr Secret" not in seen
    assert note(client, row, localdate()).status_code == 404
