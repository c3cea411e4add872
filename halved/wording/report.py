"""Notes and rules as lines to read, or as data for programs. Text in, lines out."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from halved.evidence import CLAIMS
from halved.evidence.page import GRADES
from halved.wording import LANGUAGES, Audience, Note, Rule, Setting, Span, Strength, Way, find_ask
from halved.wording import check as notes_on
from halved.wording.check import language_of
from halved.wording.rule import Case
from halved.wording.text import ANYONE

FORMAT = 1  # of the data; another number means that a field changed its meaning or is gone
NAMES = {"en": "English", "de": "German"}
STRENGTHS = {
    Strength.MUST_SEE: "must see",
    Strength.WORTH_A_LOOK: "worth a look",
    Strength.FOR_INFORMATION: "for information",
}
WAYS = {Way.SPOKEN: "spoken", Way.TEXT: "as a text", Way.MAIL: "as a mail"}
TO = {
    Audience.FRIEND: "to a friend",
    Audience.PROFESSIONAL: "to a professional",
    Audience.STRANGER: "to a stranger",
}
_QUOTED = 70  # characters of the question that are shown


@dataclass(frozen=True)
class Checked:
    """A text that was read, with the notes on it and where it asks."""

    name: str  # of the file
    text: str
    setting: Setting  # with the language it was read in
    notes: tuple[Note, ...]
    ask: Span | None

    @classmethod
    def read(cls, name: str, text: str, setting: Setting) -> "Checked":
        language = setting.language or language_of(text)
        known = Setting(setting.kinds, setting.audience, setting.way, language)
        ask = find_ask(text, language)
        return cls(name, text, known, notes_on(text, known), ask)


class Places:
    """Line and column of each character, both from 1; a column counts characters."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]

    def of(self, at: int) -> tuple[int, int]:
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1


# --- a text -----------------------------------------------------------------------------------


def as_lines(checked: Checked) -> Iterator[str]:
    """`file:line:column: rule: why. Try: what.` for each note, the strongest first; then what
    they will read as the question, and how many notes there are."""
    places, name = Places(checked.text), on_one_line(checked.name)
    if not checked.text.strip():
        yield f"{name}: there is nothing to read."
        return
    for note in checked.notes:
        line, column = places.of(note.span.start)
        yield f"{name}:{line}:{column}: {note.rule}: {note.sentence} Try: {note.suggestion}"
    if checked.ask:
        line, column = places.of(checked.ask.start)
        asked = _shortened(on_one_line(checked.text[slice(*checked.ask)]))
        yield f"What they will read as your question, at {line}:{column}: “{asked}”"
    else:
        yield "No question was found. One may be there all the same."
    yield f"{_count(len(checked.notes))} ({_read_as(checked.setting)})"


def _count(notes: int) -> str:
    return {0: "Nothing to note", 1: "1 note"}.get(notes, f"{notes} notes")


def _read_as(setting: Setting) -> str:
    language = NAMES.get(setting.language, setting.language)
    kinds = [f"for {kind} help" for kind in sorted(setting.kinds)]
    return ", ".join([language, TO[setting.audience], WAYS[setting.way], *kinds])


def on_one_line(text: str) -> str:
    """On one line, without the signs that would move or colour a terminal."""
    words = " ".join(text.split())
    return "".join(sign if sign.isprintable() else "�" for sign in words)


def _shortened(text: str) -> str:
    return text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1].rstrip()}…"


def as_data(checked: Checked) -> dict[str, Any]:
    """The same for programs. Places count characters from 0 in the text, lines and columns from
    1; an end is the character after the last. docs/wording.md describes each field."""
    places, setting = Places(checked.text), checked.setting
    return {
        "format": FORMAT,
        "file": checked.name,
        "language": setting.language,
        "for": setting.audience,
        "way": setting.way,
        "kinds": sorted(setting.kinds),
        "question": _place(checked, places, checked.ask) if checked.ask else None,
        "notes": [
            {
                "rule": note.rule,
                "strength": note.strength.name.lower(),
                **_place(checked, places, note.span),
                "sentence": note.sentence,
                "suggestion": note.suggestion,
                "source": note.source,
                "grade": note.grade,
            }
            for note in checked.notes
        ],
    }


def _place(checked: Checked, places: Places, span: Span) -> dict[str, Any]:
    (line, column), (end_line, end_column) = places.of(span.start), places.of(span.end)
    return {
        "start": span.start,
        "end": span.end,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "text": checked.text[slice(*span)],
    }


# --- the rules --------------------------------------------------------------------------------


def rules_as_lines(codes: Sequence[str]) -> Iterator[str]:
    """Every rule of these languages: id, strength, grade, and why."""
    for number, code in enumerate(codes):
        rules = LANGUAGES[code].rules
        width = max((len(rule.id) for rule in rules), default=0)
        yield f"{chr(10) if number else ''}{NAMES.get(code, code)}, {len(rules)} rules"
        for rule in sorted(rules, key=lambda rule: rule.strength):
            strength, grade = STRENGTHS[rule.strength], CLAIMS[rule.claim].grade
            yield f"  {rule.id:{width}}  {strength:15}  {grade}  {rule.sentence}"


def rules_as_data(codes: Sequence[str]) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "rules": [_rule_as_data(code, rule) for code in codes for rule in LANGUAGES[code].rules],
    }


def rules_called(rule_id: str, codes: Sequence[str]) -> list[tuple[str, Rule]]:
    """This rule in each of these languages that has it: (language, rule)."""
    return [(code, rule) for code in codes for rule in LANGUAGES[code].rules if rule.id == rule_id]


def explained(rules: Sequence[tuple[str, Rule]]) -> Iterator[str]:
    """All that is known about a rule, once for each language that has it."""
    for number, (code, rule) in enumerate(rules):
        if number:
            yield ""
        yield from _explained(code, rule)


def _explained(code: str, rule: Rule) -> Iterator[str]:
    claim = CLAIMS[rule.claim]
    yield f"{rule.id} ({NAMES.get(code, code)}, {STRENGTHS[rule.strength]})"
    facts = {
        "Why": rule.sentence,
        "Try": rule.suggestion,
        "Known": claim.sentence,
        "Source": f"{claim.source} {claim.link}".strip(),
        "Numbers": claim.numbers,
        "Grade": f"{claim.grade}: {GRADES[claim.grade]}",
        "Limits": claim.limits,
    }
    if len(rule.audiences) < len(Audience):
        facts["Only"] = " or ".join(TO[one] for one in Audience if one in rule.audiences)
    if len(rule.ways) < len(Way):
        facts["By"] = " or ".join(WAYS[one] for one in Way if one in rule.ways)
    for name, fact in facts.items():
        yield f"  {name:8} {fact}"
    for heading, cases in (("Speaks up at", rule.fires), ("Stays silent at", rule.silent)):
        yield f"  {heading}"
        yield from (f"    {_case(case)}" for case in cases)


def _case(case: Case) -> str:
    """The text, and whom it is for where that is not a friend who gets a text."""
    setting, usual = case.setting, ANYONE
    about = [TO[setting.audience]] if setting.audience != usual.audience else []
    about += [WAYS[setting.way]] if setting.way != usual.way else []
    about += [f"for {kind} help" for kind in sorted(setting.kinds)]
    about += [f"read by {setting.people}"] if setting.people != usual.people else []
    about += [f"{setting.name} is asked"] if setting.name else []
    return f"“{on_one_line(case.text)}”" + (f" ({', '.join(about)})" if about else "")


def explained_as_data(rules: Sequence[tuple[str, Rule]]) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "rules": [
            {
                **_rule_as_data(code, rule),
                "fires": [case.text for case in rule.fires],
                "silent": [case.text for case in rule.silent],
            }
            for code, rule in rules
        ],
    }


def _rule_as_data(code: str, rule: Rule) -> dict[str, Any]:
    claim = CLAIMS[rule.claim]
    return {
        "rule": rule.id,
        "language": code,
        "strength": rule.strength.name.lower(),
        "sentence": rule.sentence,
        "suggestion": rule.suggestion,
        "for": sorted(rule.audiences),
        "way": sorted(rule.ways),
        "known": claim.sentence,
        "source": claim.source,
        "link": claim.link,
        "numbers": claim.numbers,
        "grade": claim.grade,
        "limits": claim.limits,
    }
