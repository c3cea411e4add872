"""What to do first: one way, by what the data has and by what is open now."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halved.directory import turning
from halved.directory.details import Details
from halved.directory.turning import Line, Reach, Times, Way

NOW = datetime(2027, 3, 5, 10, tzinfo=UTC)  # a Friday
LATER = datetime(2027, 3, 5, 17, tzinfo=UTC)
MONDAY = datetime(2027, 3, 8, 9, tzinfo=UTC)
OPEN, ALWAYS = Times(NOW, True, LATER), Times(NOW, True)
CLOSED, SHUT, UNKNOWN = Times(NOW, False, opens=MONDAY), Times(NOW, False), Times(NOW)
LINE = (Line("01632 960011", "tel:01632960011"),)
MAIL, EVERYTHING = "desk@example.org", Reach(LINE, LINE, "desk@example.org", "https://x.org", True)

CASES = [
    (EVERYTHING, OPEN, Way.CALL, "Call them now. They are open until 17:00."),
    (EVERYTHING, ALWAYS, Way.CALL, "Call them now. They are open day and night."),
    (EVERYTHING, CLOSED, Way.WRITE, "They open on Monday at 9:00. Until then you can write."),
    (EVERYTHING, SHUT, Way.WRITE, "They are closed now. You can write."),
    (EVERYTHING, UNKNOWN, Way.CALL, "Call them. We do not know when they are open."),
    (Reach(LINE), CLOSED, Way.CALL, "They open on Monday at 9:00. Call them then."),
    (Reach(LINE), SHUT, Way.CALL, "They are closed now. Call them on another day."),
    (Reach(texts=LINE, email=MAIL), OPEN, Way.TEXT,
     "Send them a text message. They are open until 17:00."),
    (Reach(email=MAIL, place=True), OPEN, Way.WRITE,
     "Write to them. We do not know how soon they answer."),
    (Reach(place=True), OPEN, Way.GO, "Go there. They are open until 17:00."),
    (Reach(place=True), CLOSED, Way.GO, "They open on Monday at 9:00. You can go there then."),
    (Reach(place=True), UNKNOWN, Way.GO, "Go there. We do not know when they are open."),
    (Reach(page="https://x.org"), UNKNOWN, Way.LOOK,
     "Look at their page. The data has no number and no address."),
    (Reach(), UNKNOWN, Way.NONE, "The data does not say how to reach them."),
]  # fmt: skip


@pytest.mark.parametrize(("reach", "times", "way", "sentence"), CASES)
def test_one_way_comes_first_and_says_why(reach, times, way, sentence):
    assert turning.first(reach, times) == turning.First(way, sentence)


@pytest.mark.parametrize("status", turning.CLOSED)
def test_nobody_is_sent_to_a_service_that_has_stopped(status):
    assert turning.first(EVERYTHING, OPEN, status).way is Way.NONE


reaches = st.builds(
    Reach,
    phones=st.sampled_from([(), LINE]),
    texts=st.sampled_from([(), LINE]),
    email=st.sampled_from(["", MAIL]),
    page=st.sampled_from(["", "https://x.org"]),
    place=st.booleans(),
)


@settings(max_examples=120, deadline=None)
@given(reaches, st.sampled_from([OPEN, ALWAYS, CLOSED, SHUT, UNKNOWN]))
def test_what_is_not_there_is_never_advised(reach, times):
    there = {
        Way.CALL: reach.phones,
        Way.TEXT: reach.texts,
        Way.WRITE: reach.email,
        Way.LOOK: reach.page,
        Way.GO: reach.place,
        Way.NONE: reach == Reach(),
    }

    assert there[turning.first(reach, times).way]


# --- what the data has ------------------------------------------------------------------------

DESK: Details = {
    "phones": [{"number": "(01632) 960011"}, {"number": "01632 960012", "type": "fax"}],
    "organization": {"phones": [{"number": "01632 960013"}], "email": "hall@example.org"},
    "locations": [
        {"lines": ["1 High Street"], "phones": [{"number": "01632 960014", "extension": "7"}]},
        {"virtual": True, "lines": ["nowhere"]},
    ],
}


def test_the_number_of_the_place_comes_first_and_a_fax_is_no_number_to_call():
    found = turning.reach(DESK, 0)

    assert [line.printed for line in found.phones] == [
        "01632 960014, extension 7",
        "(01632) 960011",
    ]
    assert found.phones[0].href == "tel:01632960014;ext=7"


def test_the_organization_is_called_only_when_there_is_no_number_of_the_service():
    bare: Details = {"organization": DESK["organization"]}

    assert [line.printed for line in turning.reach(bare, None).phones] == ["01632 960013"]
    assert turning.reach(bare, None).email == "hall@example.org"


def test_a_text_goes_only_to_a_number_for_texts():
    desk: Details = {"phones": [{"number": "07700 900123", "type": "text"}]}

    assert turning.reach(desk, None).texts[0].href == "sms:07700900123"
    assert turning.reach(desk, None).phones == ()
    assert turning.reach(DESK, 0).texts == ()


def test_there_is_nowhere_to_go_when_the_place_is_not_on_earth():
    assert turning.reach(DESK, 0).place
    assert not turning.reach(DESK, 1).place
    assert not turning.reach(DESK, 9).place


def test_the_times_of_the_place_come_before_those_of_the_service():
    desk: Details = {
        "timetable": {"notes": ["by appointment"]},
        "locations": [{"timetable": {"notes": ["walk in"]}}, {}],
    }

    assert turning.timetable(desk, 0) == {"notes": ["walk in"]}
    assert turning.timetable(desk, 1) == {"notes": ["by appointment"]}


@pytest.mark.parametrize(
    ("number", "digits"),
    [
        ("(312) 341-1070", "3123411070"),
        ("+44 20 7946 0018", "+442079460018"),
        ("1-800-FOR-FOOD", "18003673663"),
        ("116 123", "116123"),
        ("call the desk", ""),
        ("12", ""),
        ("0" * 40, ""),
        ("01632 960011;phone-context=evil", ""),
        ("٠١٢٣٤٥", ""),
    ],
)
def test_only_a_number_can_be_dialled(number, digits):
    assert turning.dialled(number) == digits


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "http:", "example.org", "http://[", ""]
)
def test_only_the_address_of_a_page_is_a_link(address):
    assert turning.web(address) == ""
    assert turning.web("https://example.org/a") == "https://example.org/a"


def test_an_address_for_mail_cannot_carry_more_than_an_address():
    mail = Reach(email="a@example.org?bcc=b@example.org&body=x").mail

    assert "?" not in mail.removeprefix("mailto:")
    assert "&" not in mail
