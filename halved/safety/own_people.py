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
        return re.sub(r"[^0-9+*#]", "", self.phone)


@private
@require_safe
def own_people(request: MemberRequest) -> HttpResponse:
    rows = list(request.user.contacts.all())
    for row in rows:
        row.member = request.user
    people = [Person(row.name, row.phone) for row in rows if row.inner and row.phone]
    people.sort(key=lambda person: person.name.casefold())
    return render(request, "safety/own_people.html", {"people": people})
