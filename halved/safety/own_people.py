"""Somebody of one's own to call: the people closest to the member, with their numbers."""

import re
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from halved.accounts.room import MemberRequest, private


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    phone: str

    @property
    def dial(self) -> str:
        """The digits. The (0) of "+44 (0)20" is not dialled after a country code."""
        phone = self.phone.replace("(0)", "") if self.phone.strip().startswith("+") else self.phone
        return re.sub(r"[^0-9+*#]", "", phone)


@private
@require_safe
def own_people(request: MemberRequest) -> HttpResponse:
    rows = list(request.user.contacts.all())
    for row in rows:
        row.member = request.user
    people = [Person(row.name, row.phone) for row in rows if row.inner and row.phone]
    people.sort(key=lambda person: person.name.casefold())
    return render(request, "safety/own_people.html", {"people": people})
