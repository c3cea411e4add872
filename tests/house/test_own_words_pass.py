"""Our own words pass our own check: what reaches a person who is asked, and every page and text.

Advice for information counts for nobody's words, ours neither. A rule that only makes sense for an
ask is left out where nothing is asked of anyone, and says so here.
"""

from collections.abc import Collection

import pytest
from django.template.loader import render_to_string

from halved.asks import replies
from halved.asks.rules import Answer
from halved.asks.telling import KIND_FOR_OTHERS, kinds_for_others
from halved.wording import RULES, Audience, Kind, Note, Setting, Strength, Way, check
from tests.house.test_plain_words import EVERYTHING, split
from tests.house.test_words_of_ours import HOUSE, sentences

LETTER = {"name": "Nia", "url": "https://halved.example/a/a-long-word/"}
MESSAGES = sorted(HOUSE.rglob("delivery/messages/*.txt"))
TO_THE_ASKED = sorted((HOUSE / "asks/templates/asks/asked").glob("*.html"))
# These ask nothing, and may look it.
ASKS_NOTHING = {
    "notice.txt": "tells a member that something is waiting",
    "thanks.txt": "brings thanks, and says that nothing is asked",
}
# What our pages and texts may do, because they do not ask one person for help.
NOT_AN_ASK = {
    "no-ask": "a page asks nobody for help",
    "to-everyone": "“Who is around?” is a heading, for the member to think about",
}
# What one text may do.
ALLOWED = {
    "claims": {"unsafe-detail": "says what is known about suicide, with source and limits"},
    "safety/templates/safety/_gentle.html": {"unsafe-detail": "asks about suicide, openly"},
}


def strong(text: str, setting: Setting, may: Collection[str] = ()) -> list[Note]:
    notes = check(text, setting, silenced=may)
    return [note for note in notes if note.strength < Strength.FOR_INFORMATION]


def may(file: str) -> list[str]:
    return ["no-ask"] if file in ASKS_NOTHING else []


def told(text: str, notes: list[Note]) -> str:
    return "\n".join(f"{note.rule}: {text[slice(*note.span)]}" for note in notes)


def whole(texts: list[str]) -> str:
    """Headings and buttons end in no full stop; here they do."""
    return " ".join(text if text[-1] in ".!?…:" else f"{text}." for text in texts if text)


def every_setting(**more: object) -> list[Setting]:
    """Whoever it reaches, and for whatever kind of help."""
    return [
        Setting(language="en", audience=audience, kinds=kinds, **more)
        for audience in (Audience.FRIEND, Audience.PROFESSIONAL)
        for kinds in (frozenset[Kind](), *(frozenset({kind}) for kind in Kind))
    ]


@pytest.mark.parametrize("path", MESSAGES, ids=lambda path: path.name)
def test_what_we_mail_passes(path):
    text = render_to_string(f"delivery/messages/{path.name}", LETTER)

    for setting in every_setting(way=Way.MAIL, name="Ben"):
        found = strong(text, setting, may(path.name))

        assert not found, told(text, found)


@pytest.mark.parametrize("path", TO_THE_ASKED, ids=lambda path: path.name)
def test_what_stands_behind_a_link_passes(path):
    text = whole(sentences(path.read_text()))

    for setting in every_setting():
        found = strong(text, setting, may(path.name))

        assert not found, told(text, found)


@pytest.mark.parametrize("kind", KIND_FOR_OTHERS)
def test_what_is_told_of_the_kind_of_help_passes_beside_an_ask(kind):
    line = " ".join(kinds_for_others([kind], "Nia"))
    text = f"Hi Ben, could you come on Thursday at four, for an hour? No is fine. {line}"

    for setting in every_setting(name="Ben"):
        found = strong(text, setting)

        assert not found, told(text, found)


TEXTS = EVERYTHING | {
    "rules of wording": split(
        text for rule in RULES.values() for text in (rule.sentence, rule.suggestion)
    ),
    "answers to rehearse": [
        text
        for code in Answer
        for kinds in ([], *([kind] for kind in KIND_FOR_OTHERS))
        for text in (*replies.spoken(code, kinds), *replies.moves(code, kinds))
    ],
}


PLAIN = Setting(language="en")


@pytest.mark.parametrize("name", TEXTS)
def test_what_our_pages_say_passes(name):
    text = whole(TEXTS[name])

    found = strong(text, PLAIN, {*NOT_AN_ASK, *ALLOWED.get(name, {})})

    assert not found, told(text, found)


def test_every_exception_is_needed():
    fired = {name: {note.rule for note in strong(whole(TEXTS[name]), PLAIN)} for name in TEXTS}

    assert set(NOT_AN_ASK) <= set().union(*fired.values())
    assert all(set(rules) <= fired[name] for name, rules in ALLOWED.items())


def test_every_file_that_asks_nothing_is_there():
    assert set(ASKS_NOTHING) <= {path.name for path in [*MESSAGES, *TO_THE_ASKED]}


def test_what_would_be_wrong_of_us_is_found():
    text = "Nia asked Halved to bring you something. After all she did for you, you owe her this."

    assert strong(text, Setting(way=Way.MAIL))
