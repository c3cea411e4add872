"""When a place is open, how far it is, and which of the found comes first."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from math import asin, ceil, cos, log2, radians, sin, sqrt
from typing import NamedTuple

from halved.directory.details import Timetable

DAY = timedelta(days=1)
WEEK = 7 * DAY
EARTH_KM = 6371.0088


# --- hours ------------------------------------------------------------------------------------


def is_open(timetable: Timetable, at: datetime) -> bool | None:
    """Whether it is open at a moment in the dataset's zone; None where no hours are known."""
    if not timetable.get("hours"):
        return None
    now = at.astimezone(UTC)
    return any(start <= now < end for start, end in _hours(timetable, at, days=1))


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
    for start, end in sorted(_hours(timetable, at, days=10)):
        if runs and start <= runs[-1][1]:
            runs[-1] = (runs[-1][0], max(end, runs[-1][1]))
        else:
            runs.append((start, end))
    return runs


def _hours(timetable: Timetable, at: datetime, days: int) -> Iterator[tuple[datetime, datetime]]:
    """Hours that begin yesterday or within so many days from today on, in UTC."""
    for number in range(-1, days):
        day = at.date() + timedelta(days=number)
        for each in timetable.get("hours", []):
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
    return distances(here)(*there)


def distances(here: Point) -> Callable[[float, float], float]:
    """Says how many kilometres it is from here to a latitude and a longitude, for many in turn."""
    north, east, width = (
        radians(here.latitude),
        radians(here.longitude),
        cos(radians(here.latitude)),
    )

    def distance(latitude: float, longitude: float) -> float:
        latitude = radians(latitude)
        across = sin((radians(longitude) - east) / 2)
        half = sin((latitude - north) / 2) ** 2 + width * cos(latitude) * across * across
        return 2 * EARTH_KM * asin(sqrt(min(1.0, half)))

    return distance


# --- order ------------------------------------------------------------------------------------


class Concept(NamedTuple):
    """One thing that is asked for: it may be said in several ways."""

    words: tuple[tuple[str, ...], ...] = ()  # each a way of saying it: all of its stems
    kinds: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()  # of the index: a language, for whom, free
    weight: float = 1.0  # 0 to 1: how much it tells services apart
    share: float = 1.0  # 0 to 1: of all services, those that have it
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
    services: int = 0  # in all datasets
    from_afar: bool = True  # whether any can be used from anywhere


class Ranked(NamedTuple):
    """A candidate and where it belongs; the smallest key comes first."""

    key: tuple[float, ...]
    candidate: Candidate
    kilometres: float | None
    unsure: int  # wishes of which nothing is said


# What a match is worth, from 0 to 1; in the heading, and in the text.
IN_HEADING, KIND_IN_HEADING, IN_TEXT, KIND_IN_TEXT = 1.0, 0.92, 0.6, 0.55
OTHER_KIND = 0.1  # what each kind in the heading takes away that was not asked for; at most three
OTHER_GROUP = 0.04  # what being for some people takes away, where nobody asked for them
FIT = 3  # parts of a key that come before the worth: gone, what is missing, unsure
BANDS = 4  # in which what is missing is counted
DISTANCE = 0.12  # what each doubling of the distance takes away


def rank(candidates: Sequence[Candidate], asked: Asked) -> tuple[list[Ranked], int]:
    """The best entry of each service, best first; and how many say no to what is wished."""
    best: dict[int, Ranked] = {}
    refusing: set[int] = set()
    ranker = _Ranker(asked)
    for candidate in candidates:
        ranked = ranker.rank(candidate)
        if ranked is None:
            refusing.add(candidate.service)
        elif candidate.service not in best or ranked.key < best[candidate.service].key:
            best[candidate.service] = ranked
    order = sorted(best.values(), key=lambda each: each.key)
    return order, len(refusing - best.keys())


def mixed(readings: Sequence[Sequence[Ranked]]) -> list[Ranked]:
    """What several readings of one search found, the likeliest reading first. Of what fits equally
    well, two of the likeliest stand before each one of the others, which take turns."""
    if len(readings) == 1:
        return [*readings[0]]
    placed: list[tuple[tuple[float, ...], float, Ranked]] = []
    for turn, ranked in enumerate(readings):
        for fit, equals in groupby(ranked, key=lambda each: each.key[:FIT]):
            for number, each in enumerate(equals):
                slot = number * (len(readings) - 1) + turn - 0.25 if turn else number / 2
                placed.append((fit, slot, each))
    found: dict[int, Ranked] = {}
    for _, _, each in sorted(placed, key=lambda row: row[:2]):
        found.setdefault(each.candidate.service, each)
    return [*found.values()]


class _Grade(NamedTuple):
    """What a match is worth if all these tokens are there."""

    worth: float
    tokens: tuple[str, ...]
    unless_other: bool = False  # worth less where the heading means another kind


class _Ranker:
    """Holds what is asked in the form in which some hundred entries are compared fastest: tokens
    with a space on both sides, looked for in the text of all tokens."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.distance = distances(asked.point) if asked.point else None
        self.weights = [concept.weight for concept in asked.concepts]
        self.total = sum(self.weights) or 1.0
        self.grades = [list(_grades(concept)) for concept in asked.concepts]
        self.meant = [tuple(f" x_{kind} " for kind in concept.kinds) for concept in asked.concepts]
        self.all_meant = {kind for kinds in self.meant for kind in kinds}
        self.wanted = [f" {token} " for token in asked.wanted]
        self.refused = [f" {token} " for token in asked.refused]
        tokens = [token for concept in asked.concepts for token in concept.tokens]
        self.group = any(token.startswith("a_") for token in (*asked.wanted, *tokens))

    def rank(self, candidate: Candidate) -> Ranked | None:
        """None if it says no to a wish."""
        text = f" {candidate.terms} "
        for token in self.refused:
            if token in text:
                return None
        match = missing = 0.0
        for weight, grades, meant in zip(self.weights, self.grades, self.meant, strict=True):
            if grade := _best(text, grades, meant):
                match += weight * grade
            else:
                missing += weight
        worth = match / self.total - self._beside(text)
        unsure = sum(token not in text for token in self.wanted)
        away = far = self._far(candidate)
        if self.asked.point:
            away = self.asked.within_km if far is None else far
            worth -= DISTANCE * log2(1 + away)
        band = ceil(BANDS * missing / self.total)
        gone = " f_gone " in text
        key = (gone, band, unsure, -round(worth, 6), away or 0, candidate.service, candidate.place)
        return Ranked(key, candidate, far, unsure)

    def _beside(self, text: str) -> float:
        """What it loses for being about other things, or for other people."""
        others = text.count(" x_")
        for kind in self.all_meant:
            others -= kind in text
        return OTHER_KIND * min(3, others) + OTHER_GROUP * (not self.group and " a_" in text)

    def _far(self, candidate: Candidate) -> float | None:
        if self.distance is None or candidate.latitude is None or candidate.longitude is None:
            return None
        return self.distance(candidate.latitude, candidate.longitude)


def _grades(concept: Concept) -> Iterator[_Grade]:
    """Every way of saying it, the best first."""
    for word, kind, worth, less in (
        ("h_", "x_", IN_HEADING, KIND_IN_HEADING),
        ("", "k_", IN_TEXT, KIND_IN_TEXT),
    ):
        for way in concept.words:
            yield _Grade(worth, tuple(f" {word}{each} " for each in way), bool(concept.kinds))
        for each in concept.kinds:
            yield _Grade(less * (1 - concept.sharp / 2), (f" {kind}{each} ",))
    for token in concept.tokens:
        yield _Grade(KIND_IN_HEADING, (f" {token} ",))


def _best(text: str, grades: list[_Grade], meant: tuple[str, ...]) -> float:
    """A food bank for pets is about pets, although it says food bank: it is worth less."""
    for worth, tokens, unless_other in grades:
        for token in tokens:
            if token not in text:
                break
        else:
            if unless_other and " x_" in text and not any(kind in text for kind in meant):
                return worth - OTHER_KIND
            return worth
    return 0.0
