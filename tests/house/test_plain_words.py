"""Plain language: sentences of 20 words as a rule, never over 25, and a reading age of 9 to 11.

Grade 6 is read with ease at eleven. A page, or all the texts of one kind, is judged as a whole;
what holds fewer than SHORTEST words is too short to be judged by a formula.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from halved.circle import following_up
from halved.circle.following_up import Outcome as Came
from halved.circle.following_up import Try, Way
from halved.directory import told, turning, understood
from halved.directory.searching.search import Results
from halved.evidence import CLAIMS, UNSAID
from halved.lookback.rules import Guessed, Outcome
from halved.lookback.telling import counts, of_share
from halved.reflection import rules
from halved.reflection.barriers import BARRIERS
from tests.house.test_words_of_ours import HOUSE, TEMPLATES, sentences
from tests.plain import grade, syllables, words
from tests.reflection.records import TODAY, cost, failed, tried, weighed

RULE, MOST = 20, 25
SHARE_OVER_THE_RULE = 0.03  # "as a rule"
HARDEST = 6.0
SHORTEST = 60


def split(texts: Iterable[str]) -> list[str]:
    return [sentence for text in texts for sentence in sentences(text)]


def told_by_the_rule() -> list[str]:
    """Every sentence a sign, its reason, or what would change it can hold."""
    every = [*rules.RED_QUESTIONS, *rules.YELLOW_QUESTIONS, *rules.GREEN_QUESTIONS]
    costs = [cost(20, sleep=0, body=1), cost(0, sleep=2, body=2)]
    weights = [weighed(20, 3, 8), weighed(0, 6, 2)]
    records = [
        rules.Record(failed(12), weights, costs, list(rules.ABOUT_ME), frozenset(every), TODAY),
        rules.Record(tried=[tried(3, "a", rules.Moved.YES), tried(2, "b", rules.Moved.LITTLE)]),
        rules.Record(costs=[cost(20, sleep=1), cost(0, sleep=1)]),
        rules.Record(yes=frozenset(rules.YELLOW_QUESTIONS)),
        *(rules.Record(yes=frozenset([answer])) for answer in every),
    ]
    advices = [rules.advise(record, TODAY) for record in records]
    signs = [sign for advice in advices for sign in (*advice.decided, *advice.beside)]
    changes = [text for advice in advices for text in rules.what_would_change(advice)]
    return [text for sign in signs for text in (sign.sentence, sign.because)] + changes


def told_by_looking_back() -> list[str]:
    """What guesses and answers come to, for a few of them and for many."""
    few = [[Guessed(likely, Outcome.PART)] * count for likely in (2, 5, 8) for count in (1, 2, 4)]
    rare = [Guessed(2, Outcome.NO)] * 8
    many = [few[0] * 12, rare + few[0] * 4, [Guessed(9, Outcome.SILENCE)] * 10]
    shares = [text for rows in many for text in of_share(rows)]
    return [text for rows in [*few, rare] for text in counts(rows)] + shares


def told_of_practices() -> list[str]:
    """What was done to reach a practice, what came of it, and when to follow up."""
    days = {"talk_on": TODAY, "since": TODAY, "until": TODAY, "place": "about 12"}
    tries = [Try("1", TODAY, way, came, **days) for way in Way for came in Came]
    return [following_up.told(one, TODAY) for one in tries]


def told_of_places() -> list[str]:
    """What is advised at a service, and said of a search."""
    line = (turning.Line("01632 960101", "tel:01632960101"),)
    reaches = [
        turning.Reach(line, line, "a@example.org", "https://example.org", True),
        *(turning.Reach(**{way: line}) for way in ("phones", "texts")),
        *(turning.Reach(email="a@example.org"), turning.Reach(page="https://example.org")),
        *(turning.Reach(place=True), turning.Reach()),
    ]
    at = datetime(2027, 3, 5, 10, tzinfo=UTC)
    states = [(None, None), (True, None), (True, at), (False, at), (False, None)]
    times = [turning.Times(at, is_open, moment, moment) for is_open, moment in states]
    firsts = [turning.first(reach, when).sentence for reach in reaches for when in times]
    days = ["", "2027-03-05", "2020-01-01"]
    checks = [told.checked(day, TODAY, can_call=call)[0] for day in days for call in (True, False)]
    found = [
        Results(total=12, kinds=["money and debt"], within_km=25, refused=2, corrected="debt"),
        Results(total=1, near_unknown=True, refused=1, unknown=("zyx",)),
    ]
    searches = [
        text
        for one in found
        for text in (
            understood.looked_for(one, "debt", "Ashmere"),
            understood.counted(one, one.total, many=False),
            *understood.remarks(one, 10, "Ashmere"),
        )
    ]
    unknown = told.unknown({"locations": [{"lines": ["1 Road"]}]}, 0)
    return [*firsts, *turning.CLOSED.values(), *checks, *searches, unknown]


TEXTS = {
    "places": split(dict.fromkeys(told_of_places())),
    "claims": split(claim.sentence for claim in CLAIMS.values()),
    "limits": split(claim.limits for claim in CLAIMS.values()),
    "unsaid": split(text for item in UNSAID for text in (f"{item.what}.", item.why)),
    "barriers": split(
        text
        for barrier in BARRIERS.values()
        for text in (f"{barrier.words}.", barrier.thought, barrier.step.words)
    ),
    "questions": split(
        [
            *rules.RED_QUESTIONS.values(),
            *rules.YELLOW_QUESTIONS.values(),
            *rules.GREEN_QUESTIONS.values(),
        ]
    ),
    "rule": split(dict.fromkeys(told_by_the_rule())),
    "looking back": split(dict.fromkeys(told_by_looking_back())),
    "practices": split(dict.fromkeys(told_of_practices())),
}
PAGES = {str(path.relative_to(HOUSE)): split([path.read_text()]) for path in TEMPLATES}
EVERYTHING = PAGES | TEXTS


def length(texts: list[str]) -> int:
    return sum(len(words(text)) for text in texts)


JUDGED = {name: texts for name, texts in EVERYTHING.items() if length(texts) >= SHORTEST}


@pytest.mark.parametrize("texts", EVERYTHING.values(), ids=EVERYTHING)
def test_no_sentence_is_over_25_words(texts):
    long = [text for text in texts if len(words(text)) > MOST]

    assert not long, "\n".join(long)


def test_sentences_have_20_words_as_a_rule():
    every = [(name, text) for name, texts in EVERYTHING.items() for text in texts]
    long = [f"{name}: {text}" for name, text in every if len(words(text)) > RULE]

    assert len(long) <= SHARE_OVER_THE_RULE * len(every), "\n".join(long)


@pytest.mark.parametrize("texts", JUDGED.values(), ids=JUDGED)
def test_a_text_is_read_with_ease_at_eleven(texts):
    hard = sorted(texts, key=lambda text: -grade([text]) if words(text) else 0)[:3]

    assert grade(texts) <= HARDEST, "\n".join([f"Grade {grade(texts):.1f}", *hard])


def test_the_pages_people_read_most_are_judged():
    assert {"claims", "barriers", "rule", "reflection/templates/reflection/weighed.html"} <= set(
        JUDGED
    )


COUNTED = {
    1: "ask time asked weight through friend sleep tried help moved yes it's",
    2: "carry asking little wanted body money boxes being study nothing ever",
    3: "evening another important remember enemy",
    4: "information experiences original",
}


@pytest.mark.parametrize(("count", "text"), COUNTED.items())
def test_syllables_are_counted_as_people_speak_them(count, text):
    assert {word: syllables(word) for word in text.split()} == dict.fromkeys(text.split(), count)


def test_long_words_and_long_sentences_read_harder():
    plain = ["You can ask a friend.", "They may say no."]
    heavy = ["Individuals experiencing difficulties should consider utilising available support."]

    assert grade(plain) < 3 < HARDEST < 12 < grade(heavy)


def test_a_long_sentence_would_be_found_in_a_page():
    page = "<p>" + "You carry it and go on " * 6 + "still.</p>"

    assert [len(words(text)) > MOST for text in sentences(page)] == [True]


def test_every_page_has_its_texts_read():
    assert len(PAGES) == len({Path(name) for name in PAGES}) == len(TEMPLATES)
