"""When a place is open, how far it is, and which of the found comes first."""

import math
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from halved.directory.details import Hours, Timetable

DAY = timedelta(days=1)
WEEK = 7 * DAY
EARTH_KM = 6371.0088


# --- hours ------------------------------------------------------------------------------------


def is_open(timetable: Timetable, at: datetime) -> bool | None:
    """Whether it is open at a moment in the dataset's zone; None where no hours are known."""
    if not timetable.get("hours"):
        return None
    return any(start <= at.astimezone(UTC) < end for start, end in _runs(timetable, at))


def closes_at(timetable: Timetable, at: datetime) -> datetime | None:
    """When the run of hours at this moment ends; None while closed, and for day and night."""
    now = at.astimezone(UTC)
    for start, end in _runs(timetable, at):
        if start <= now < end:
            return end.astimezone(at.tzinfo) if end < now + WEEK else None
    return None


def next_opening(timetable: Timetable, at: datetime) -> datetime | None:
    """When it opens next, within seven days."""
    now = at.astimezone(UTC)
    for start, _ in _runs(timetable, at):
        if now < start <= now + WEEK:
            return start.astimezone(at.tzinfo)
    return None


def _runs(timetable: Timetable, at: datetime) -> list[tuple[datetime, datetime]]:
    """Hours from yesterday to nine days on, in UTC and in order; those that touch are one."""
    runs: list[tuple[datetime, datetime]] = []
    for start, end in sorted(_hours(timetable.get("hours", []), at)):
        if runs and start <= runs[-1][1]:
            runs[-1] = (runs[-1][0], max(end, runs[-1][1]))
        else:
            runs.append((start, end))
    return runs


def _hours(hours: Sequence[Hours], at: datetime) -> Iterator[tuple[datetime, datetime]]:
    for days in range(-1, 10):
        day = at.date() + timedelta(days=days)
        for each in hours:
            if each["weekday"] == day.isoweekday():
                opens, closes = _clock(each["opens"]), _clock(each["closes"])
                closes += DAY if closes <= opens else timedelta()
                start, end = _moment(day, opens, at), _moment(day, closes, at)
                if start < end:  # not in an hour that the clocks leave out
                    yield start, end


def _clock(text: str) -> timedelta:
    hour, minute = text.split(":")[:2]
    return timedelta(hours=int(hour), minutes=int(minute))


def _moment(day: date, clock: timedelta, at: datetime) -> datetime:
    """What the clock on the wall shows, in UTC."""
    wall = datetime.combine(day, time()) + clock
    return wall.replace(tzinfo=at.tzinfo).astimezone(UTC)


# --- distance ---------------------------------------------------------------------------------


class Point(NamedTuple):
    """Degrees, WGS 84."""

    latitude: float
    longitude: float


def kilometres(here: Point, there: Point) -> float:
    """Along a great circle."""
    north = math.radians(there.latitude - here.latitude)
    east = math.radians(there.longitude - here.longitude)
    widths = math.cos(math.radians(here.latitude)) * math.cos(math.radians(there.latitude))
    half = math.sin(north / 2) ** 2 + widths * math.sin(east / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


# --- order ------------------------------------------------------------------------------------


class Concept(NamedTuple):
    """One thing that is asked for: it may be said in several ways."""

    words: tuple[tuple[str, ...], ...] = ()  # each a way of saying it: all of its stems
    kinds: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()  # of the index: a language, for whom, free
    weight: float = 1.0  # 0 to 1: how much it tells services apart
    sharp: float = 0.0  # 0 to 1: how much more the words tell than the kinds: daca, immigration


class Candidate(NamedTuple):
    """An entry that the index found."""

    entry: int
    service: int
    place: int
    latitude: float | None
    longitude: float | None
    terms: str


class Asked(NamedTuple):
    """What a search asks, as far as it was understood."""

    concepts: tuple[Concept, ...]
    point: Point | None = None
    within_km: float = 10
    wanted: tuple[str, ...] = ()  # tokens: a service that has them says yes
    refused: tuple[str, ...] = ()  # tokens: it says no


class Ranked(NamedTuple):
    """A candidate and where it belongs; the smallest key comes first."""

    key: tuple[float, ...]
    candidate: Candidate
    kilometres: float | None
    unsure: int  # wishes of which nothing is said


IN_HEADING, KIND_IN_HEADING, IN_TEXT, KIND_IN_TEXT = 1.0, 0.92, 0.6, 0.55
OTHER_KIND = 0.1  # what each kind in the heading takes away that was not asked for; at most three
OTHER_GROUP = 0.04  # what being for some people takes away, where nobody asked for them
BANDS = 4  # in which what is missing is counted
DISTANCE = 0.12  # what each doubling of the distance takes away; a match is worth at most 1


def rank(candidates: Sequence[Candidate], asked: Asked) -> tuple[list[Ranked], int]:
    """The best entry of each service, best first; and how many say no to what is wished."""
    best: dict[int, Ranked] = {}
    refusing: set[int] = set()
    for candidate in candidates:
        padded = f" {candidate.terms} "
        if any(f" {token} " in padded for token in asked.refused):
            refusing.add(candidate.service)
            continue
        ranked = _ranked(candidate, padded, asked)
        known = best.get(candidate.service)
        if known is None or ranked.key < known.key:
            best[candidate.service] = ranked
    order = sorted(best.values(), key=lambda each: each.key)
    return order, len(refusing - best.keys())


def _ranked(candidate: Candidate, padded: str, asked: Asked) -> Ranked:
    grades = [_grade(concept, padded) for concept in asked.concepts]
    weights = [concept.weight for concept in asked.concepts]
    match = sum(grade * weight for grade, weight in zip(grades, weights, strict=True))
    total = sum(weights) or 1
    match = match / total - OTHER_KIND * min(3, _others(asked, padded))
    match -= OTHER_GROUP * (" a_" in padded and not _asks_a_group(asked))
    far = _far(candidate, asked)
    unsure = sum(f" {token} " not in padded for token in asked.wanted)
    missing = math.ceil(
        BANDS * sum(w for g, w in zip(grades, weights, strict=True) if not g) / total
    )
    gone = " f_gone " in padded
    away = asked.within_km if far is None else far
    worth = match - (DISTANCE * math.log2(1 + away) if asked.point else 0)
    key = (gone, missing, unsure, -round(worth, 6), away, candidate.service, candidate.place)
    return Ranked(key, candidate, far, unsure)


def _means_another(concept: Concept, padded: str) -> bool:
    """Whether the heading names kinds, and none that is meant: a food bank for pets."""
    meant = any(f" x_{kind} " in padded for kind in concept.kinds)
    return bool(concept.kinds) and " x_" in padded and not meant


def _others(asked: Asked, padded: str) -> int:
    """How many kinds the heading names beside those that are asked for."""
    wanted = {kind for concept in asked.concepts for kind in concept.kinds}
    return padded.count(" x_") - sum(f" x_{kind} " in padded for kind in wanted)


def _asks_a_group(asked: Asked) -> bool:
    tokens = [token for concept in asked.concepts for token in concept.tokens]
    return any(token.startswith("a_") for token in (*asked.wanted, *tokens))


def _far(candidate: Candidate, asked: Asked) -> float | None:
    if asked.point is None or candidate.latitude is None or candidate.longitude is None:
        return None
    return kilometres(asked.point, Point(candidate.latitude, candidate.longitude))


def _grade(concept: Concept, padded: str) -> float:
    """How well an entry says it, from 0 to 1."""
    for prefix, kind, grade, less in (
        ("h_", "x_", IN_HEADING, KIND_IN_HEADING),
        ("", "k_", IN_TEXT, KIND_IN_TEXT),
    ):
        if any(all(f" {prefix}{word} " in padded for word in way) for way in concept.words):
            return grade - OTHER_KIND * _means_another(concept, padded)
        if any(f" {kind}{each} " in padded for each in concept.kinds):
            return less * (1 - concept.sharp / 2)
    return KIND_IN_HEADING if any(f" {token} " in padded for token in concept.tokens) else 0
