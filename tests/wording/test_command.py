"""`halved check`: what it prints, for people and for programs, and how it ends."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halved import cli
from halved.evidence import CLAIMS
from halved.wording import LANGUAGES, RULES, Audience, Kind, Setting, Way, check
from halved.wording.command import HOW_TO_END, LONGEST, run
from halved.wording.report import Checked, Places, as_data, as_lines

ROOT = Path(__file__).parents[2]
OWED = "Hi Ben,\n\nyou owe me. Could you come on Friday at four?\n"
RULE = "guilt-or-debt"


class Ended(NamedTuple):
    code: int
    out: str
    err: str


Halved = Callable[..., Ended]


@pytest.fixture
def halved(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Halved:
    """`halved("-", typed=b"…")`: what `halved check -` does with that on its standard input."""

    def start(*arguments: str, typed: bytes = b"") -> Ended:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed)))
        try:
            code = run(cli._parser().parse_args(["check", *arguments]))
        except SystemExit as ended:
            code = int(str(ended.code))
        return Ended(code, *capsys.readouterr())

    return start


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(OWED)
    return path


def read(text: str, **setting: object) -> Checked:
    return Checked.read("letter.txt", text, Setting(**setting))


# --- places -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "at", "place"),
    [
        ("one", 0, (1, 1)),
        ("one\ntwo", 3, (1, 4)),
        ("one\ntwo", 4, (2, 1)),
        ("one\n\nthree", 5, (3, 1)),
        ("🫶 two", 2, (1, 3)),
        ("one\n", 4, (2, 1)),
        ("", 0, (1, 1)),
    ],
)
def test_lines_and_columns_count_characters_from_one(text, at, place):
    assert Places(text).of(at) == place


@settings(max_examples=50)
@given(st.text(alphabet="ab\n🫶", max_size=30), st.data())
def test_a_place_leads_back_to_its_character(text, data):
    at = data.draw(st.integers(0, len(text)))

    line, column = Places(text).of(at)

    before = text.split("\n")[: line - 1]
    assert sum(len(one) + 1 for one in before) + column - 1 == at


# --- for people -------------------------------------------------------------------------------


def test_a_note_is_a_line_with_its_place_its_rule_why_and_what_to_try():
    rule = RULES[RULE]

    first = next(as_lines(read(OWED)))

    assert first == f"letter.txt:3:1: {RULE}: {rule.sentence} Try: {rule.suggestion}"


def test_the_notes_stand_as_the_check_orders_them():
    text = "You owe me. Could you help with some stuff sometime?"
    rules = [note.rule for note in check(text)]
    assert len(rules) > 2

    lines = list(as_lines(read(text)))

    assert [line.split(": ")[1] for line in lines[: len(rules)]] == rules
    assert lines[-1] == f"{len(rules)} notes (English, to a friend, as a text)"


def test_it_ends_with_the_question_they_will_read():
    *_, asked, _ = as_lines(read(OWED))

    assert asked.startswith("What they will read as your question, at 3:13: “Could you come")


def test_a_long_question_is_shortened_and_stays_on_its_line():
    text = "Could you come \x1b[31mover to our place on Friday\nat four and stay a while?"

    *_, asked, _ = as_lines(read(text))

    assert asked.endswith(
        "“Could you come �[31mover to our place on Friday at four and stay a wh…”"
    )


def test_where_nothing_is_asked_it_says_so_and_that_it_may_be_wrong():
    *_, asked, _ = as_lines(read("The weather was lovely on Friday."))

    assert asked == "No question was found. One may be there all the same."


def test_what_it_was_read_as_is_told():
    setting = {"audience": Audience.STRANGER, "way": Way.MAIL, "kinds": frozenset(Kind)}

    *_, last = as_lines(read("Kannst du mir am Freitag zeigen, wie das geht?", **setting))

    kinds = "for emotional help, for informational help, for instrumental help"
    assert last.endswith(f"(German, to a stranger, as a mail, {kinds})")


@pytest.mark.parametrize("nothing", ["", " \n\t\n"])
def test_without_words_there_is_nothing_to_read(nothing):
    assert list(as_lines(read(nothing))) == ["letter.txt: there is nothing to read."]


# --- for programs -----------------------------------------------------------------------------


def test_the_data_has_every_place_twice_and_its_words():
    data = as_data(read(OWED))

    for place in (data["question"], *data["notes"]):
        assert OWED[place["start"] : place["end"]] == place["text"]
        assert Places(OWED).of(place["start"]) == (place["line"], place["column"])
        assert Places(OWED).of(place["end"]) == (place["end_line"], place["end_column"])


def test_a_note_in_the_data_is_what_the_check_says():
    note, rule = as_data(read(OWED))["notes"][0], RULES[RULE]

    assert note["rule"] == RULE
    assert note["strength"] == "must_see"
    assert (note["sentence"], note["suggestion"]) == (rule.sentence, rule.suggestion)
    assert (note["source"], note["grade"]) == (CLAIMS[rule.claim].source, CLAIMS[rule.claim].grade)


def test_without_a_question_the_data_says_null(halved):
    ended = halved("--json", typed=b"The weather was lovely.")

    assert json.loads(ended.out)["question"] is None


def test_data_is_ascii_so_that_it_arrives_whole(halved):
    ended = halved("--json", typed="Could you come, Ben? 🫶 “Yes”".encode())

    assert ended.out.isascii()
    assert json.loads(ended.out)["format"] == 1


def test_the_page_of_the_docs_names_every_field_and_option(halved, letter):
    told = (ROOT / "docs" / "wording.md").read_text()
    data = json.loads(halved("--json", str(letter)).out)
    rules = json.loads(halved("--json", "--explain", RULE).out)["rules"]
    fields = {*data, *data["notes"][0], *data["question"], *rules[0]}
    options = set(re.findall(r"--\w+", halved("--help").out)) - {"--help"}

    assert [name for name in sorted(fields | options) if f"`{name}" not in told] == []


def test_the_example_of_the_docs_is_true(halved, letter, monkeypatch):
    monkeypatch.chdir(letter.parent)
    told = (ROOT / "docs" / "wording.md").read_text()

    assert f"$ halved check letter.txt\n{halved('letter.txt').out}```" in told


# --- the rules --------------------------------------------------------------------------------


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_list_has_every_rule_with_strength_grade_and_sentence(halved, code):
    rules = LANGUAGES[code].rules

    heading, *lines = halved("--list", "--lang", code).out.splitlines()

    assert heading.endswith(f", {len(rules)} rules")
    assert len(lines) == len(rules)
    for rule in rules:
        [line] = [line for line in lines if line.split()[0] == rule.id]
        assert f"  {CLAIMS[rule.claim].grade}  {rule.sentence}" in line


def test_without_a_language_the_list_has_all_of_them(halved):
    out = halved("--list").out
    data = json.loads(halved("--list", "--json").out)

    assert [name for name in ("English, ", "German, ") if name not in out] == []
    assert len(data["rules"]) == sum(len(language.rules) for language in LANGUAGES.values())


def test_a_rule_is_explained_to_the_last_case(halved):
    for code, language in LANGUAGES.items():
        for rule in language.rules:
            out, claim = halved("--explain", rule.id, "--lang", code).out, CLAIMS[rule.claim]

            facts = [rule.sentence, rule.suggestion, claim.sentence, claim.source, claim.limits]
            assert [fact for fact in [*facts, claim.numbers] if fact not in out] == [], rule.id
            assert out.count("    “") == len(rule.fires) + len(rule.silent)


def test_a_rule_of_two_languages_is_explained_in_both(halved):
    out = halved("--explain", RULE).out

    assert f"{RULE} (English, must see)" in out
    assert f"{RULE} (German, must see)" in out


# --- how it ends ------------------------------------------------------------------------------


def test_advice_is_no_failure(halved, letter):
    with_notes = halved(str(letter))
    without = halved("-", typed=b"Thanks for Friday.")

    assert (with_notes.code, with_notes.err) == (0, "")
    assert f"{letter}:3:1: {RULE}: " in with_notes.out
    assert (without.code, without.err) == (0, "")


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_without_a_file_it_reads_what_comes_in(halved, arguments):
    ended = halved(*arguments, typed=b"\xef\xbb\xbfHi Ben,\r\n\r\nyou owe me.\r\n")

    assert ended.out.startswith(f"<stdin>:3:1: {RULE}: ")


def test_the_options_reach_the_rules(halved):
    asked = b"Could you lend me 20 pounds until Friday?"

    data = json.loads(
        halved(
            *("--for", "stranger", "--way", "mail", "--lang", "de", "--json"),
            *("--kind", "emotional", "--kind", "informational"),
            typed=asked,
        ).out
    )

    assert (data["for"], data["way"], data["language"]) == ("stranger", "mail", "de")
    assert data["kinds"] == ["emotional", "informational"]


def test_the_options_offer_what_the_check_knows():
    for option, known in {
        "--for": Audience, "--way": Way, "--kind": Kind, "--lang": LANGUAGES,
    }.items():  # fmt: skip
        for value in known:
            assert cli._parser().parse_args(["check", option, value])
        with pytest.raises(SystemExit):
            cli._parser().parse_args(["check", option, "other"])


WRONG = {
    "no such file": (["missing.txt"], "there is no file missing.txt."),
    "a folder": (["."], ". is a folder. Name a file."),
    "no name": ([""], "the name of the file is empty."),
    "not UTF-8": (["latin.txt"], "latin.txt is not UTF-8, at byte 4."),
    "too long": (["long.txt"], "long.txt is longer than 100,000 characters."),
    "far too long": (["endless.txt"], "endless.txt is longer than 100,000 characters."),
    "a file that is none": (["letter.txt/in"], "letter.txt/in can not be read: Not a directory"),
    "an unknown rule": (["--explain", "nonsense"], "no rule is called “nonsense”. `halved check"),
    "half a rule": (["--explain", "guilt"], f"Did you mean {RULE}?"),
    "a slip": (["--explain", "giult-or-debt"], f"Did you mean {RULE}?"),
    "two things": (["--list", "letter.txt"], "not allowed with argument"),
    "two files": (["letter.txt", "letter.txt"], "unrecognized arguments"),
    "an unknown language": (["--lang", "tlh"], "invalid choice"),
}


@pytest.mark.parametrize(("arguments", "told"), WRONG.values(), ids=WRONG)
def test_wrong_usage_is_told_and_ends_with_2(halved, letter, monkeypatch, arguments, told):
    monkeypatch.chdir(letter.parent)
    Path("latin.txt").write_bytes(b"caf\xe9")
    Path("long.txt").write_text("a" * (LONGEST + 1))
    Path("endless.txt").write_text("🫶" * (2 * LONGEST))

    ended = halved(*arguments)

    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err
    assert "Traceback" not in ended.err


def test_a_name_can_not_write_to_the_terminal(halved):
    ended = halved("\x1b[31mred\n")

    assert ended.err == "halved check: there is no file �[31mred.\n"


def test_a_rule_that_only_another_language_has_is_told(halved):
    german = {rule.id for rule in LANGUAGES["de"].rules}
    only_english = next(rule.id for rule in LANGUAGES["en"].rules if rule.id not in german)

    ended = halved("--explain", only_english, "--lang", "de")

    assert ended.code == 2
    assert f"the rule “{only_english}” is not there in German" in ended.err


# --- as a process -----------------------------------------------------------------------------

COMMAND = [sys.executable, "-m", "halved", "check"]


@pytest.fixture
def terminal() -> tuple[int, int]:
    ours, theirs = os.openpty()
    yield ours, theirs
    os.close(ours)
    os.close(theirs)


def test_it_needs_no_django_no_store_and_makes_no_keys(tmp_path):
    folder = tmp_path / "data"
    env = {**os.environ, "HALVED_DATA_DIR": str(folder), "PYTHONPROFILEIMPORTTIME": "1"}

    ended = subprocess.run(COMMAND, input=OWED.encode(), capture_output=True, env=env, check=True)

    assert ended.stdout.startswith(b"<stdin>:3:1: ")
    assert b"halved.wording.command" in ended.stderr
    assert b"django" not in ended.stderr
    assert not folder.exists()


def test_at_a_terminal_it_says_how_to_end(terminal):
    ours, theirs = terminal
    started = subprocess.Popen(COMMAND, stdin=theirs, stdout=subprocess.PIPE, stderr=-1)

    os.write(ours, b"You owe me.\n\x04")
    out, err = started.communicate(timeout=30)

    assert err.decode() == HOW_TO_END
    assert out.decode().startswith(f"<stdin>:1:1: {RULE}: ")


def test_interrupted_it_ends_quietly(terminal):
    started = subprocess.Popen(COMMAND, stdin=terminal[1], stdout=-1, stderr=-1)
    assert started.stderr is not None
    told = started.stderr.readline()

    started.send_signal(signal.SIGINT)

    assert started.communicate(timeout=30) == (b"", b"")
    assert (told.decode(), started.returncode) == (HOW_TO_END, 130)


def test_when_nobody_reads_on_it_stops_without_a_word():
    started = subprocess.Popen([*COMMAND, "--list"], stdout=-1, stderr=-1)
    assert started.stdout is not None
    started.stdout.close()

    _, err = started.communicate(timeout=30)

    assert (started.returncode, err) == (0, b"")


def test_what_the_terminal_can_not_show_does_not_stop_it():
    env = {**os.environ, "PYTHONIOENCODING": "ascii"}

    ended = subprocess.run(COMMAND, input=OWED.encode(), capture_output=True, env=env, check=True)

    assert b"at 3:13: ?Could you come" in ended.stdout
