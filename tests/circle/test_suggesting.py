"""Whom to ask: one table for who comes to mind, one for the words."""

import pytest

from halved.circle.rules import GOOD_AT, cautions, good_at, suggest, times
from tests.circle.people import CARE, DAY, EXAM, TODAY, Person, asked, need

COMPANY = Person("Cleo", kinds=("emotional",))
HANDS = Person("Ben", kinds=("instrumental",))
NEVER = asked()


def names(*people, of=None):
    return [found.person.name for found in suggest(people, of or need("emotional"))]


def sentence(person, past, of=None):
    (found,) = suggest([(person, past)], of or need("emotional"))
    return found.sentence


def test_who_is_good_at_it_comes_to_mind():
    assert names((COMPANY, NEVER), (HANDS, NEVER)) == ["Cleo"]


def test_the_sentence_gives_every_reason():
    said = sentence(Person("Cleo", kinds=("emotional",), inner=True), asked(200, 300, yes=2))

    assert said == (
        "Cleo: good at being there; one of the people closest to you;"
        " you haven’t asked them this year; they said yes twice."
    )


@pytest.mark.parametrize(
    ("past", "words"),
    [
        (asked(), "you haven’t asked them yet"),
        (asked(0), "you asked them once this month"),
        (asked(1, 9), "you asked them twice this month"),
        (asked(1, 9, 29), "you asked them three times in the last 30 days"),
        (asked(30), "you last asked them in February"),
        (asked(68), "you last asked them in January"),
        (asked(69), "you haven’t asked them this year"),
        (asked(36, today=TODAY - 50 * DAY), "you last asked them in December"),
    ],
)
def test_when_they_were_last_asked_is_said_in_words(past, words):
    today = TODAY - 50 * DAY if "December" in words else TODAY

    assert words in sentence(COMPANY, past, need("emotional", today=today))


@pytest.mark.parametrize(
    ("person", "past", "of", "fits"),
    [
        (COMPANY, NEVER, need("emotional"), True),
        (COMPANY, NEVER, need("emotional", "instrumental"), True),
        (COMPANY, NEVER, need("informational"), False),
        (COMPANY, NEVER, need(), True),
        (Person(inner=True), NEVER, need("emotional"), True),
        (Person(inner=True), NEVER, need(), True),
        (Person(inner=True, kinds=("emotional",)), NEVER, need("informational"), False),
        (Person(), NEVER, need("emotional"), False),
        (Person(), NEVER, need(), False),
        (Person(), asked(90, yes=1), need("emotional"), True),
        (Person(), asked(90), need("emotional"), False),
        (COMPANY, asked(3, waiting=True), need("emotional"), False),
        (COMPANY, asked(1, 2, 3), need("emotional"), True),
        (COMPANY, asked(1, 2, 3, 4), need("emotional"), False),
        (COMPANY, asked(31, 32, 33, 34), need("emotional"), True),
        (Person(kinds=("emotional",), rest_day=TODAY), NEVER, need("emotional"), True),
        (Person(kinds=("emotional",), rest_day=TODAY + DAY), NEVER, need("emotional"), False),
        (Person(inner=True, not_about=(CARE,)), NEVER, need(concern=CARE), False),
        (Person(inner=True, not_about=(CARE,)), NEVER, need(concern=EXAM), True),
        (Person(inner=True, not_about=(CARE,)), NEVER, need(), True),
        (Person(profession="GP", inner=True), asked(90, yes=3), need(), False),
        (Person(profession="GP", inner=True), NEVER, need("informational"), False),
        (Person(profession="GP", kinds=("informational",)), NEVER, need("informational"), True),
        (Person(profession="GP", kinds=("informational",)), NEVER, need(), False),
    ],
)
def test_who_comes_to_mind(person, past, of, fits):
    assert bool(suggest([(person, past)], of)) is fits


def test_nobody_fits_and_nobody_is_suggested():
    assert names() == names((HANDS, NEVER)) == []


def test_no_more_than_three_come_to_mind():
    people = [(Person(name, kinds=("emotional",)), NEVER) for name in ("Dee", "Ada", "Bo", "Cy")]

    assert names(*people) == ["Ada", "Bo", "Cy"]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ((COMPANY, NEVER), (Person("Ada", inner=True), NEVER)),
        ((COMPANY, asked(40)), (Person("Ada", kinds=("emotional",), inner=True), asked(3))),
        ((COMPANY, NEVER), (Person("Ada", kinds=("emotional",)), asked(3, yes=9))),
        ((Person("Zoe", kinds=("emotional",), inner=True), NEVER), (COMPANY, NEVER)),
        ((COMPANY, asked(50, yes=2)), (Person("Ada", kinds=("emotional",)), asked(50, yes=1))),
        ((COMPANY, asked(90)), (Person("Ada", kinds=("emotional",)), asked(60))),
        ((COMPANY, asked(3)), (Person("Ada", kinds=("emotional",), profession="GP"), NEVER)),
    ],
    ids=["good at it", "less often lately", "not yet", "closer", "yes", "longest ago", "friend"],
)
def test_who_comes_first(first, then):
    assert names(then, first) == [first[0].name, then[0].name]


def test_who_is_good_at_more_of_it_comes_first_among_those_asked_as_often():
    both = Person("Zoe", kinds=("emotional", "instrumental"))

    assert names((COMPANY, NEVER), (both, NEVER), of=need("emotional", "instrumental")) == [
        "Zoe",
        "Cleo",
    ]


@pytest.mark.parametrize(
    ("person", "past", "words"),
    [
        (COMPANY, asked(1, 2, 3), []),
        (COMPANY, asked(0, 1, 2, 3), ["You have asked Cleo four times this month."]),
        (COMPANY, asked(1, 2, 3, 20), ["You have asked Cleo four times in the last 30 days."]),
        (Person(not_about=(CARE,)), NEVER, ["You noted that Cleo is not for this."]),
        (Person(not_about=(EXAM,)), NEVER, []),
        (Person(rest_day=TODAY), NEVER, []),
        (
            Person(rest_day=TODAY + DAY),
            NEVER,
            ["You noted not to ask Cleo before 11 March 2027."],
        ),
    ],
)
def test_what_speaks_against_somebody_is_said(person, past, words):
    assert cautions(person, past, need("emotional", concern=CARE)) == words


def test_a_professional_is_named_as_what_they_are():
    doctor = Person("Dr Lang", profession="GP", kinds=("informational",))

    assert sentence(doctor, NEVER, need("informational")).startswith("Dr Lang: GP; good at knowing")


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        ([], ""),
        (["emotional"], "being there"),
        (["emotional", "informational"], "knowing how and being there"),
        (list(GOOD_AT), "doing something together, knowing how and being there"),
    ],
)
def test_kinds_are_put_into_words(kinds, words):
    assert good_at(kinds) == words


def test_a_count_is_a_word_while_there_is_one():
    assert [times(count) for count in (1, 2, 6, 7)] == ["once", "twice", "six times", "7 times"]
