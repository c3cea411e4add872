"""What is said about the words of a draft: the notes on them, and where they ask."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.http import QueryDict

from halved.asks.models import Ask, Invitation
from halved.asks.rules import Order, Way
from halved.evidence import CLAIMS, Claim
from halved.reflection.models import Concern
from halved.safety import question as gentle
from halved.wording import AT_FIRST, Audience, Kind, Note, Setting, Span, Strength, check, find_ask
from halved.wording import Way as HowRead
from halved.wording.text import sentences_of

READ = {
    Way.IN_PERSON: HowRead.SPOKEN,
    Way.CALL: HowRead.SPOKEN,
    Way.MESSAGE: HowRead.TEXT,
    Way.LINK: HowRead.TEXT,
    Way.EMAIL: HowRead.MAIL,
}
STRENGTHS = {
    Strength.MUST_SEE: "Please look at this",
    Strength.WORTH_A_LOOK: "Worth a look",
    Strength.FOR_INFORMATION: "For information",
}
# What the gentle question says better, once it is asked on the page.
SAID_BY_THE_QUESTION = {"unsafe-detail", "danger-and-answer", "self-hate"}
LONGEST_QUOTE = 90
LONGEST_QUESTION = 300

# Somebody close is asked as a friend, whatever their trade: “my sister, a nurse”.
_CLOSE = re.compile(
    r"(?i)\b(friend|mate|partner|husband|wife|boyfriend|girlfriend|mum|mom|mother|dad|father|parent"
    r"|son|daughter|brother|sister|sibling|twin|aunt|auntie|uncle|cousin|niece|nephew|grand\w+|gran"
    r"|\w+-in-law|flatmate|roommate|neighbou?r|colleague|classmate|freund\w*|partner\w*|mutter"
    r"|vater|bruder|schwester|tante|onkel|nachbar\w*|kolleg\w*)\b"
)
_AT_WORK = re.compile(
    r"(?i)\b(doctor|dr|gp|nurse|midwife|dentist|physio\w*|therapist|psycho\w+|counsell?or"
    r"|social worker|case ?worker|support worker|care worker|carer|teacher|tutor|lecturer"
    r"|professor|supervisor|advis[eo]r|lawyer|solicitor|accountant|landlord|landlady|vicar|priest"
    r"|imam|rabbi|office|practice|clinic|surgery|hospital|pharmacy|school|university|council|bank"
    r"|charity|service|services|centre|center|agency|helpline|arzt|ärztin|hausarzt|\w*praxis"
    r"|\w*therapeut\w*|\w*berat\w+|lehrer\w*|anwalt|anwältin|amt|\w*stelle|klinik|krankenhaus)\b"
)


@dataclass(frozen=True)
class Remark:
    """One note as a person reads it. `quote` is empty where it is about the text as a whole."""

    rule: str
    strength: Strength
    label: str
    quote: str
    sentence: str
    suggestion: str
    claim: Claim


@dataclass(frozen=True)
class Looked:
    """What is said about the words in one box. `same_as` is somebody whose notes hold here too."""

    box: str
    name: str  # of the person they are for; empty where nobody is chosen yet
    spoken: bool
    question: str  # what will be taken as the question; empty where none was found
    remarks: Sequence[Remark]  # the strongest first
    same_as: str = ""

    @property
    def first(self) -> Sequence[Remark]:
        return self.remarks[:AT_FIRST]

    @property
    def rest(self) -> Sequence[Remark]:
        return self.remarks[AT_FIRST:]

    @property
    def is_worth_a_stop(self) -> bool:
        """Whether to show it once before going on, to somebody who has not seen it yet."""
        return any(remark.strength < Strength.FOR_INFORMATION for remark in self.remarks)


def audience(relation: str) -> Audience:
    """Whom one asks, told by what the member wrote about them: a friend, unless the words say that
    helping is their work."""
    work = _AT_WORK.search(relation) and not _CLOSE.search(relation)
    return Audience.PROFESSIONAL if work else Audience.FRIEND


def setting(ask: Ask, row: Invitation | None, readers: int = 1) -> Setting:
    """Who is asked, for what and how, as the check of words takes it."""
    kinds = frozenset(Kind(kind) for kind in ask.kinds or [])
    if row is None:
        return Setting(kinds=kinds)
    return Setting(
        kinds=kinds,
        audience=audience((row.contact.relation if row.contact else None) or ""),
        way=READ[Way(row.way)],
        name=row.name,
        people=readers,
    )


def look(ask: Ask, people: Sequence[Invitation], texts: Mapping[str, str]) -> list[Looked]:
    """What is said about each text, by the name of its box. What holds for several is said once."""
    rows = {f"words_{row.pk}": row for row in people}
    quiet = {*(ask.silenced or []), *(ask.member.silenced or [])}
    if gentle.ask(ask.member, texts.values()):
        quiet |= SAID_BY_THE_QUESTION
    found = []
    for box, text in texts.items():
        row = rows.get(box)
        at_once = ask.order == Order.TOGETHER
        where = setting(ask, row, readers=list(texts.values()).count(text) if at_once else 1)
        notes = check(text, where, quiet) if text.strip() else ()
        remarks = [_remark(text, note) for note in notes]
        spoken = where.way == HowRead.SPOKEN
        question = quote(text, find_ask(text), LONGEST_QUESTION)
        found.append(Looked(box, row.name if row else "", spoken, question, remarks))
    return _said_once(found)


def _remark(text: str, note: Note) -> Remark:
    whole = text[slice(*note.span)].strip() == text.strip()
    return Remark(
        rule=note.rule,
        strength=note.strength,
        label=STRENGTHS[note.strength],
        quote="" if whole else quote(text, note.span),
        sentence=note.sentence,
        suggestion=note.suggestion,
        claim=CLAIMS[note.claim],
    )


def _said_once(found: Sequence[Looked]) -> list[Looked]:
    told: dict[tuple[str, str], str] = {}
    once = []
    for one in found:
        names = [told.get((remark.rule, remark.quote)) for remark in one.remarks]
        new = [remark for remark, name in zip(one.remarks, names, strict=True) if name is None]
        told |= {(remark.rule, remark.quote): one.name for remark in new}
        once.append(replace(one, remarks=new, same_as=next(filter(None, names), "")))
    return once


def quote(text: str, span: Span | None, longest: int = LONGEST_QUOTE) -> str:
    """The words of a span on one line, shortened to at most `longest` signs."""
    words = " ".join(text[slice(*span)].split()) if span else ""
    if len(words) <= longest:
        return words
    return words[: longest - 1].rsplit(" ", 1)[0] + "…"


# --- a sentence of what one carries -----------------------------------------------------------


def sentences(concern: Concern | None) -> list[str]:
    """What was written about a concern, sentence by sentence."""
    texts = [concern.words, concern.better] if concern else []
    return [text[slice(*span)] for text in texts if text for span in sentences_of(text)]


def with_sentence(sent: QueryDict, concern: Concern | None) -> QueryDict:
    """What was sent, with the one sentence that was taken at the end of its box. Nothing else of
    the concern comes along."""
    button = next((name for name in sent if name.startswith("take_")), "")
    box = button.removeprefix("take_")
    if box not in sent or sent[button] not in sentences(concern):
        return sent
    sent = sent.copy()
    sent[box] = f"{str(sent[box]).rstrip()} {sent[button]}".lstrip()
    return sent
