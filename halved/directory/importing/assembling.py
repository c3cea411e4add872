"""Puts services together from the rows that belong to them, one after the other."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from halved.directory.details import Details, Location, Organization, Person, Phone, Timetable
from halved.directory.importing import addresses
from halved.directory.importing.cleaning import Row, yes
from halved.directory.importing.locating import address_of, is_wheelchair_friendly
from halved.directory.importing.reach import languages_of, person_of, phones_of
from halved.directory.importing.remarks import Remarks
from halved.directory.importing.report import Oddity, Report
from halved.directory.importing.scratch import Kept, Scratch
from halved.directory.importing.telling import tell
from halved.directory.importing.timetables import Made, holiday, read

MOST_PLACES = 30  # of one service
Children = dict[str, list[Kept]]


class Assembler:
    """`organizations()`, then `locations()`, then `services()`: each needs what came before."""

    def __init__(self, scratch: Scratch, report: Report, today: date) -> None:
        self.scratch, self.report, self.today = scratch, report, today
        self.has = {letter: scratch.has(letter) for letter in "acpx"}
        self.places_of = lru_cache(500)(self._places_of)
        self.kind = lru_cache(5_000)(self._kind)

    # --- organizations and locations ----------------------------------------------------------

    def organizations(self) -> Iterator[None]:
        for own, rows in self.scratch.entities("organization"):
            remarks = Remarks(self.report, rows[0].where)
            row = self._merged(rows, remarks)
            made = self._organization(own, row, remarks)
            self.scratch.build("o", own, made, remarks.odd, rows[0].where)
            yield

    def _organization(self, own: str, row: Row, remarks: Remarks) -> Organization:
        children = self.scratch.children(f"o:{own}")
        made: Organization = {"uid": own, "name": row.get("name") or row.get("alternate_name", "")}
        if row.get("description"):
            made["description"] = row["description"]
        url = row.get("website") or _first(children, "url", "url")
        if url:
            made["url"] = url
        if row.get("email"):
            made["email"] = row["email"]
        phones = phones_of(children.get("phone", []), remarks)
        phones += [phone for person in self._people(children, remarks) for phone in _of(person)]
        if phones:
            made["phones"] = phones
        address = address_of(children.get("address", []), remarks)
        for name in ("lines", "city", "region", "postal_code", "country"):
            if name in address:
                made[name] = address[name]
        return made

    def locations(self) -> Iterator[None]:
        for own, rows in self.scratch.entities("location"):
            remarks = Remarks(self.report, rows[0].where)
            row = self._merged(rows, remarks)
            children = self.scratch.children(f"l:{own}")
            made = self._location(own, row, children, remarks)
            self._place_on_map(made, row, rows[0], remarks)
            self.scratch.build("l", own, made, remarks.odd, rows[0].where)
            yield

    def _location(self, own: str, row: Row, children: Children, remarks: Remarks) -> Location:
        made: Location = {"uid": own}
        made.update(address_of(children.get("address", []), remarks))
        words = row.get("description") or row.get("short_description", "")
        texts = {
            "name": row.get("name") or row.get("alternate_name", ""), "description": words,
            "url": row.get("url", ""), "email": row.get("email", ""),
            "transport": row.get("transportation", ""),
        }  # fmt: skip
        made.update({name: text for name, text in texts.items() if text})  # type: ignore[typeddict-item]
        if row.get("location_type", "").lower() == "virtual" or yes(row.get("virtual", "")):
            made["virtual"] = True
        access = [
            " ".join(
                text for text in (each.row.get("description"), each.row.get("details")) if text
            )
            for each in children.get("accessibility", [])
        ]
        if access := [text for text in access if text]:
            made["accessibility"] = remarks.first(20, access)
        if (friendly := is_wheelchair_friendly(access)) is not None:
            made["wheelchair"] = friendly
        codes, names, _ = languages_of(children.get("language", []), remarks)
        if codes or names:
            made["languages"] = codes + names
        self._add_reach(made, children, remarks)
        return made

    def _add_reach(self, made: Location, children: Children, remarks: Remarks) -> None:
        """Phones and opening times; those of a service at this place go before its own."""
        phones = phones_of(children.get("phone", []), remarks)
        phones += [phone for person in self._people(children, remarks) for phone in _of(person)]
        if phones:
            made["phones"] = [*phones, *(p for p in made.get("phones", []) if p not in phones)]
        if timetable := self._timetable(children, remarks):
            made["timetable"] = timetable

    def _place_on_map(self, made: Location, row: Row, kept: Kept, remarks: Remarks) -> None:
        point, odd = addresses.point(
            row.get("latitude", ""), row.get("longitude", ""), made.get("country", "")
        )
        for oddity in odd:
            remarks.note(kept, oddity)
        if point:
            made["latitude"], made["longitude"] = point
        elif not odd and not made.get("virtual"):
            remarks.note(kept, Oddity("no_coordinates", made.get("name", "")))

    # --- services -----------------------------------------------------------------------------

    def services(self) -> Iterator[tuple[str, Details, bool]]:
        """In the order of their ids, and whether anything about them was odd."""
        for own, rows in self.scratch.entities("service"):
            for number, same in enumerate(_by_name(rows), 1):
                remarks = Remarks(self.report, same[0].where)
                if number > 1:
                    remarks.note(same[0], Oddity("id_twice", own))
                uid = own if number == 1 else f"{own}~{number}"
                row = self._merged(same, remarks)
                yield uid, self._service(uid, own, row, same[0], remarks), remarks.odd

    def _service(self, uid: str, own: str, row: Row, kept: Kept, remarks: Remarks) -> Details:
        children = self.scratch.children(f"s:{own}")
        made: Details = {"uid": uid}
        organization = self._organization_of(row, children, remarks)
        if organization:
            made["organization"] = organization
        places = self._places(own, row, children, remarks)
        if places:
            made["locations"] = places
        kinds = [self._kind_of(each, remarks) for each in children.get("attribute", [])]
        tell(made, row, children, remarks, self.today)
        if kinds := list(dict.fromkeys(kind for kind in kinds if kind)):
            made["kinds"] = remarks.first(50, kinds)
        if not row.get("name"):
            made["name"] = _name_of(made)
        if phones := phones_of(children.get("phone", []), remarks):
            made["phones"] = phones
        if people := self._people(children, remarks):
            made["people"] = remarks.first(20, people)
        if timetable := self._timetable(children, remarks):
            made["timetable"] = timetable
        return made

    def _organization_of(
        self, row: Row, children: Children, remarks: Remarks
    ) -> Organization | None:
        """Its own; where none is told, that of the first place where it is given."""
        own = row.get("organization_id", "")
        for link in children.get("service_at_location", []) if not own else []:
            place = self.scratch.first("location", link.row.get("location_id", ""))
            own = own or (place or {}).get("organization_id", "")
        found = self.scratch.built("o", own) if own else None
        if not found:
            remarks.note(None, Oddity("orphan", own))
            return None
        self.scratch.use("o", own)
        remarks.odd |= found[1]
        organization: Organization = found[0]
        return organization

    def _places(self, own: str, row: Row, children: Children, remarks: Remarks) -> list[Location]:
        """Where it is given. Where nothing says so: the places of its organization."""
        links = children.get("service_at_location", [])
        found = [self._at(own, link, children, remarks) for link in links[: MOST_PLACES + 1]]
        places = {place["uid"]: place for place in found if place}
        organization = row.get("organization_id", "")
        if not places and organization:
            theirs = self.places_of(organization)
            marks = _marks(row.get("name", ""), [each.row for each in children.get("phone", [])])
            same = [place for place, has in theirs if has & marks]
            for place in same or [place for place, _ in theirs]:
                if built := self._built_place(place, remarks):
                    places[place] = {**built, "assumed": True}
            if places:
                remarks.note(None, Oddity("assumed", f"{len(places)}"))
        return remarks.first(MOST_PLACES, [*places.values()])

    def _places_of(self, organization: str) -> list[tuple[str, set[str]]]:
        """The ids of an organization's places, and by what a service of theirs is known."""
        rows = self.scratch.children(f"o:{organization}").get("location", [])
        ids = list(dict.fromkeys(kept.id for kept in rows))[: MOST_PLACES + 1]
        built = [(own, found[0]) for own in ids if (found := self.scratch.built("l", own))]
        return [(own, _marks(made.get("name", ""), made.get("phones", []))) for own, made in built]

    def _built_place(self, own: str, remarks: Remarks) -> Location | None:
        found = self.scratch.built("l", own)
        if not found:
            return None
        self.scratch.use("l", own)
        remarks.odd |= found[1]
        place: Location = found[0]
        return place

    def _at(self, own: str, link: Kept, children: Children, remarks: Remarks) -> Location | None:
        """A place with what is said of this service there."""
        where = link.row.get("location_id", "")
        place = self._built_place(where, remarks)
        if not place:
            remarks.note(link, Oddity("nowhere", where))
            return None
        if self.has["x"] and link.id:
            here = self.scratch.children(f"x:{link.id}")
            self._add_reach(place, here, remarks)
            children.setdefault("service_area", []).extend(here.get("service_area", []))
        if self.has["a"]:
            self._add_reach(place, self.scratch.children(f"a:{own}|{where}"), remarks)
        if link.row.get("description"):
            place["description"] = link.row["description"]
        return place

    # --- what belongs to several of them ------------------------------------------------------

    def _merged(self, rows: list[Kept], remarks: Remarks) -> Row:
        """The first row; what it leaves empty comes from the others with its id."""
        merged = dict(rows[0].row)
        for kept in rows:
            remarks.take(kept)
            if any(merged.get(name, value) != value for name, value in kept.row.items()):
                remarks.note(kept, Oddity("id_twice", kept.id))
            merged = kept.row | merged
        return merged

    def _people(self, children: Children, remarks: Remarks) -> list[Person]:
        found = []
        for kept in remarks.first(100, children.get("contact", [])):
            own = self.scratch.children(f"c:{kept.id}") if self.has["c"] and kept.id else {}
            phones = phones_of(own.get("phone", []), remarks)
            if person := person_of(kept, phones, remarks):
                found.append(person)
        return found

    def _timetable(self, children: Children, remarks: Remarks) -> Timetable:
        made = Made()
        for table, reading in (("schedule", read), ("holiday_schedule", holiday)):
            for kept in remarks.first(500, children.get(table, [])):
                remarks.take(kept)
                reading(kept.row, self.today, made)
                for oddity in made.odd:
                    remarks.note(kept, oddity)
                made.odd.clear()
        return made.timetable()

    def _kind_of(self, kept: Kept, remarks: Remarks) -> str:
        term = kept.row.get("taxonomy_term_id", "")
        kind = kept.row.get("name") or self.kind(term)
        if term and not kind:
            remarks.note(kept, Oddity("nowhere", term))
        return kind

    def _kind(self, own: str) -> str:
        term = self.scratch.first("taxonomy_term", own) if own else None
        return (term or {}).get("name", "")


def _by_name(rows: list[Kept]) -> list[list[Kept]]:
    """Rows with one id and other names are other services."""
    found: dict[str, list[Kept]] = {}
    for kept in rows:
        found.setdefault(kept.row.get("name", "").casefold(), []).append(kept)
    return [*found.values()]


def _marks(name: str, phones: Iterable[Mapping[str, Any]]) -> set[str]:
    """A name, and the digits of numbers: a service that shares one with a place is given there."""
    digits = {re.sub(r"\D", "", phone.get("number", ""))[-9:] for phone in phones}
    return {mark for mark in (name.casefold(), *digits) if len(mark) > 6}


def _first(children: Children, table: str, field: str) -> str:
    return next((kept.row[field] for kept in children.get(table, []) if kept.row.get(field)), "")


def _of(person: Person) -> list[Phone]:
    """The phones of a contact, who is named beside them."""
    who = ", ".join(person[part] for part in ("name", "title") if person.get(part))
    return [
        {**phone, "description": ", ".join(filter(None, (who, phone.get("description", ""))))}
        for phone in person.get("phones", [])
    ]


def _name_of(made: Details) -> str:
    """Of a service without a name."""
    places = made.get("locations", [])
    return (
        made.get("alternate_name")
        or (places[0].get("name", "") if len(places) == 1 else "")
        or made.get("organization", {}).get("name", "")
        or "A service without a name"
    )
