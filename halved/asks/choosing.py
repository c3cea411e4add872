"""Whom to ask: gathers what is known for the rule in circle, and says it on the page."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Min, Q, QuerySet
from django.utils import timezone

from halved.accounts.models import Member
from halved.asks.forms import MOST_PEOPLE
from halved.asks.models import Ask
from halved.asks.rules import Answer, InvitationState
from halved.circle.models import Contact
from halved.circle.rules import LATELY, Need, Past, Suggestion, cautions, suggest
from halved.prepared import Find, Given

Line = dict[str, str]


def _with_past() -> QuerySet[Contact]:
    lately = Q(invitations__asked_at__gt=Given("since"))
    yes = Q(invitations__answer__in=[Answer.YES, Answer.PART])
    waiting = Q(invitations__state__in=[InvitationState.ASKED, InvitationState.REMINDED])
    return (
        Contact.objects.filter(member=Given("member"))
        .only("pk")
        .annotate(
            last_at=Max("invitations__asked_at"),
            lately=Count("invitations", filter=lately),
            since=Min("invitations__asked_at", filter=lately),
            yes=Count("invitations", filter=yes),
            waiting=Count("invitations", filter=waiting),
        )
        .order_by()
    )


_pasts = Find(_with_past)


class Choosing:
    """The member's people, and what there is to say about choosing among them. One query.
    People are known by the text of their id, as a form has it."""

    def __init__(self, draft: Ask, contacts: Collection[Contact], now: datetime) -> None:
        concern = str(draft.concern_id or "")
        self.need = Need(draft.kinds or [], concern, timezone.localdate(now))
        self.contacts = {str(contact.pk): contact for contact in contacts}
        self._pasts = pasts(draft.member, now)

    def suggestions(self, chosen: Collection[str]) -> list[Suggestion[Contact]]:
        """Who comes to mind, besides those who are chosen already."""
        others = [contact for pk, contact in self.contacts.items() if pk not in chosen]
        return suggest([(contact, self._past(contact)) for contact in others], self.need)

    def cautions(self, pk: str) -> list[str]:
        """What to know before this person is asked."""
        contact = self.contacts.get(pk)
        return cautions(contact, self._past(contact), self.need) if contact else []

    def with_one_more(self, lines: list[Line], pk: str) -> list[Line]:
        """The lines of the form, and one for who was picked from the suggestions."""
        there = pk in {line["contact"] for line in lines} or len(lines) >= MOST_PEOPLE
        if there or pk not in self.contacts:
            return lines
        return [*lines, {"contact": pk, "way": ""}]

    def context(self, people: Any) -> dict[str, Any]:
        """What the page says: each line of the form with its cautions, and who comes to mind."""
        chosen = [form["contact"].value() or "" for form in people]
        return {
            "lines": [(form, self.cautions(pk)) for form, pk in zip(people, chosen, strict=True)],
            "suggestions": self.suggestions(chosen),
            "someone": any(chosen),
        }

    def _past(self, contact: Contact) -> Past:
        return self._pasts.get(contact.pk, Past())


def pasts(member: Member, now: datetime) -> Mapping[UUID, Past]:
    """How it went so far to ask each of the member's people."""
    rows = _pasts.all(member=member.pk, since=now - LATELY)
    return {row.pk: _past(row) for row in rows}


def _past(row: Any) -> Past:
    return Past(
        last_on=_day(row.last_at),
        lately=row.lately,
        lately_since=_day(row.since),
        yes=row.yes,
        waiting=bool(row.waiting),
    )


def _day(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment else None
