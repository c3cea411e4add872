"""What leaves when an ask goes out, and what stays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from halved.asks import rules
from halved.asks.forms import ways_here
from halved.asks.models import Ask, Invitation
from halved.asks.moves import link_url
from halved.asks.rules import Order, Way
from halved.asks.telling import HOW, Reach, kinds_for_others, reach
from halved.asks.wording import sentences
from halved.delivery import recipients
from halved.delivery.channels import email
from halved.delivery.rules import MOST_NEW


@dataclass(frozen=True)
class Preview:
    """What one person gets, and when their turn comes. `mail` is empty where Halved sends none."""

    row: Invitation
    how: str
    turn: str
    kinds: list[str]
    reach: Reach
    mail: str
    reminder: str


def previews(ask: Ask, people: Sequence[Invitation], signs_as: str | None) -> list[Preview]:
    """What each person will see, in order, exactly as they will."""
    wait, more = rules.WAITS[ask.pace]
    name = signs_as or "Your name"
    kinds = kinds_for_others(ask.kinds or [], name)
    found = []
    for row in people:
        first = ask.order == Order.TOGETHER or row is people[0]
        turn = "" if first else _later(wait + more)
        mails = [mail(kind, name) if row.way == Way.EMAIL else "" for kind in ("ask", "reminder")]
        found.append(Preview(row, HOW[Way(row.way)], turn, kinds, reach(row), *mails))
    return found


def mail(kind: str, name: str) -> str:
    """The text of an e-mail as it goes out, but for the links, which are made when it does."""
    letter = {"name": name, "url": link_url("…")}
    return email.text(kind, letter, stop=f"{settings.PUBLIC_URL}/stop/…/").strip()


def _later(wait: timedelta) -> str:
    days, hours = wait.days, wait.seconds // 3600
    length = f"{days} days" if days else f"{hours} hours"
    return f"if the one before can’t, or is silent for {length}"


def what_is_missing(ask: Ask, people: Sequence[Invitation]) -> list[tuple[str, str]]:
    """What must be there before the ask can go out: (sentence, step)."""
    if not people:
        return [("Nobody is chosen yet.", "asks:whom")]
    missing = []
    here = {way for way, _ in ways_here()}
    for row in people:
        spoken = row.way in (Way.IN_PERSON, Way.CALL)
        if not spoken and not (row.words or "").strip():
            missing.append((f"There are no words for {row.name} yet.", "asks:words"))
        if row.way not in here:
            missing.append(
                (f"Asking {row.name} {HOW[Way(row.way)]} does not work here.", "asks:whom")
            )
        if row.way == Way.EMAIL and not (row.contact and row.contact.email):
            missing.append((f"{row.name} has no e-mail address here any more.", "asks:whom"))
    return missing


def too_many_new(people: Sequence[Invitation], now: datetime) -> list[tuple[str, str]]:
    """Who has to wait until tomorrow, or be asked in another way: (sentence, step)."""
    by_mail = [row for row in people if row.way == Way.EMAIL and row.contact and row.contact.email]
    if not by_mail:
        return []
    addresses = [row.contact.email for row in by_mail if row.contact]
    wait = recipients.without_room(by_mail[0].member_id, addresses, now)
    names = [row.name for row in by_mail if row.contact and row.contact.email in wait]
    if not names:
        return []
    sentence = (
        f"Halved writes to at most {MOST_NEW} new people a day for you, so that nobody can use it"
        f" for mass mail. Choose another way for {' and '.join(names)}, or send this tomorrow."
    )
    return [(sentence, "asks:whom")]


def names_that_stand_elsewhere(people: Sequence[Invitation]) -> list[tuple[str, list[str]]]:
    """(whose words, other people's names in them): nobody should learn that they were second."""
    found = []
    for row in people:
        others = [other.name for other in people if other is not row]
        names = rules.names_of_others(row.words or "", others, own=row.name)
        if names:
            found.append((row.name, names))
    return found


def stays(ask: Ask, people: Sequence[Invitation]) -> list[str]:
    """What nobody but the member reads, whatever goes out."""
    kept = ["How heavy it is, your guess, and what you rehearsed"]
    if ask.concern:
        leaves = " ".join(row.words or "" for row in people)
        taken = any(sentence in leaves for sentence in sentences(ask.concern))
        rest = "The rest of what you carry" if taken else f"“{ask.concern.first_line}”"
        kept.insert(0, f"{rest}, and all you noted about it")
    if people:
        kept.append(f"Who {people[0].name} is to you")
    if len(people) > 1:
        kept.append("Who else is on your list, and the words for each")
    return kept
