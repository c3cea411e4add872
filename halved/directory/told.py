"""What a service’s page tells: facts under plain titles, and what the data leaves open. Pure."""

import re
from datetime import date

from halved.directory import languages, opening, turning
from halved.directory.details import Details, Location, Person

Fact = tuple[str, list[str]]  # a title, and its lines
OLD = 365  # days after which a check is no longer trusted
MOST = 20  # other places that are named
SHORT = 160  # signs of the one line in a list


def facts(details: Details, place: int | None) -> list[Fact]:
    """What the data says, in the order in which one needs it. What it does not say is left out."""
    at = turning.location(details, place)
    found: list[Fact] = [
        ("When", when(details, place)),
        ("Where", where(at)),
        ("What it costs", cost(details)),
        ("For whom", whom(details)),
        ("What to bring", details.get("documents", [])),
        ("How to begin", _one(details.get("application"))),
        ("Waiting time", _one(details.get("wait"))),
        ("Languages", spoken(details, at)),
        ("People there", [_person(row) for row in details.get("people", [])]),
    ]
    return [(title, lines) for title, lines in found if lines]


def when(details: Details, place: int | None) -> list[str]:
    table = turning.timetable(details, place)
    rows = opening.rows(table.get("hours", []))
    lines = [f"{days[:1].upper()}{days[1:]} {times}" for days, times in rows]
    return lines + table.get("notes", [])


def where(at: Location) -> list[str]:
    """The address, how to get there, and whether a wheelchair gets in."""
    if at.get("virtual"):
        return ["There is no place to go to. They help from afar."]
    lines = [*_address(at), *_one(at.get("transport")), *at.get("accessibility", [])]
    if "wheelchair" in at and not any("wheelchair" in line.casefold() for line in lines):
        lines.append(f"Wheelchairs can{'' if at['wheelchair'] else 'not'} get in.")
    if at.get("assumed"):
        lines.append("The data names this place for the organization, not for this service.")
    return lines


def cost(details: Details) -> list[str]:
    said = [*_one(details.get("fees")), *details.get("costs", [])]
    if not details.get("free"):
        return said
    said = [line for line in said if not re.match(r"0(\.0+)?\b", line)]  # "0 (Free)"
    return said if any("free" in line.casefold() for line in said) else ["It is free.", *said]


def whom(details: Details) -> list[str]:
    """Who may come: in the words of the data, by age, by area."""
    areas = details.get("areas", [])
    told = [*_one(details.get("eligibility")), *_one(_age(details))]
    return told + ([f"Area: {', '.join(areas)}."] if areas else [])


def spoken(details: Details, at: Location) -> list[str]:
    codes = [*details.get("languages", []), *at.get("languages", [])]
    names = [languages.name(code) for code in codes] + details.get("language_names", [])
    said = opening.listed(list(dict.fromkeys(names)))
    return [*_one(said), *_one(details.get("interpretation"))]


def unknown(details: Details, place: int | None) -> str:
    """One sentence on what the data leaves open; "" where it leaves nothing open."""
    at = turning.location(details, place)
    goes_there = bool(at.get("lines")) and not at.get("virtual")
    missing = [
        text
        for text, there in (
            ("when they are open", when(details, place)),
            ("what it costs", cost(details)),
            ("who may come", whom(details)),
            ("whether a wheelchair gets in", not goes_there or "wheelchair" in at),
        )
        if not there
    ]
    if not missing:
        return ""
    last = f"{missing[-1]}" if len(missing) == 1 else f"{', '.join(missing[:-1])} or {missing[-1]}"
    return f"The data does not say {last}."


def checked(iso: str | None, today: date, *, can_call: bool) -> tuple[str, bool]:
    """When somebody last looked, in words, and whether that is too long ago to rely on."""
    advice = "Call before you go." if can_call else "It may have changed."
    if not iso:
        return f"We do not know when this was last checked. {advice}", True
    day = date.fromisoformat(iso)
    days = (today - day).days
    said = f"Last checked on {day.day} {day:%B %Y}, {_ago(days)}."
    return (f"{said} {advice}", True) if days > OLD else (said, False)


def elsewhere(details: Details, place: int | None) -> list[str]:
    """The other places of the same service, each in one line."""
    others = [at for number, at in enumerate(details.get("locations", [])) if number != place]
    lines = [", ".join(filter(None, [at.get("name"), *_address(at)])) for at in others]
    lines = [line for line in dict.fromkeys(lines) if line]
    more = len(lines) - MOST
    return [*lines[:MOST], f"and {more} more"] if more > 1 else lines


def notes(details: Details, place: int | None) -> str:
    """What the data says that one wants at hand for a first call; for one’s own notes."""
    hours = opening.sentence(turning.timetable(details, place).get("hours", []))
    kept = [
        f"{hours}." if hours else "",
        ", ".join(_address(turning.location(details, place))),
        *cost(details),
        *(f"To bring: {paper}" for paper in details.get("documents", [])),
        *_one(details.get("application")),
    ]
    return "\n".join(line for line in kept if line)


def distance(kilometres: float) -> str:
    """ "about 3 km"; it is no way on foot, so it is never exact."""
    if kilometres < 1:
        return "less than 1 km"
    near = round(kilometres) if kilometres < 20 else round(kilometres / 5) * 5
    return f"about {near} km"


def in_short(details: Details) -> str:
    """One line for a list: the first sentence of what they do, cut at a word if it is long."""
    text = " ".join(details.get("description", "").split())
    first = re.split(r"(?<=[.?])\s+(?=[A-ZÀ-Þ])", text, maxsplit=1)[0]
    if len(first) <= SHORT:
        return first
    return f"{first[: SHORT - 1].rsplit(' ', 1)[0].rstrip(',;:–-')}…"


def _one(text: str | None) -> list[str]:
    return [text] if text else []


def _address(at: Location) -> list[str]:
    town = " ".join(filter(None, [at.get("city"), at.get("region"), at.get("postal_code")]))
    return [*at.get("lines", []), *_one(town)]


def _age(details: Details) -> str:
    least, most = details.get("minimum_age"), details.get("maximum_age")
    if least and most:
        return f"From {least:g} to {most:g} years."
    if least:
        return f"From {least:g} years."
    return f"Up to {most:g} years." if most else ""


def _person(row: Person) -> str:
    numbers = (phone.get("number", "") for phone in row.get("phones", []))
    return ", ".join(filter(None, [row.get("name"), row.get("title"), row.get("email"), *numbers]))


def _ago(days: int) -> str:
    """How long since then, roughly; also a day that has yet to come counts as today."""
    for size, name in ((365, "year"), (30, "month"), (7, "week"), (1, "day")):
        count = days // size
        if count >= 1:
            return f"{count} {name}{'s' if count > 1 else ''} ago"
    return "today"
