"""Finds services for a person in their own words. Nothing of what they look for is kept."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from halved.directory import finding, matching, places, rules, spelling, understanding
from halved.directory.details import Details, Timetable
from halved.directory.facets import WHOM
from halved.directory.index import EVERYTHING
from halved.directory.models import Service
from halved.directory.places import Where
from halved.directory.rules import Asked, Ranked
from halved.directory.understanding import Counts
from halved.directory.words import split, stem

PAGE = 10
LONGEST = 1_000  # signs of what is typed that count
LOOKED_AT = 200  # services whose hours are read when it must be open now
MOST_MENDED = 4  # words of one search
WAYS = ("phone", "text", "online", "visit")


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody looks for."""

    text: str
    near: str = ""
    within_km: int = 10
    open_now: bool = False
    free: bool = False
    language: str = ""  # BCP 47
    way: str = ""  # phone, text, online or visit
    whom: str = ""  # a code of facets.WHOM
    wheelchair: bool = False
    page: int = 1


@dataclass(frozen=True, slots=True)
class Hit:
    """A service that was found, at one of its locations."""

    service: Service
    location: int | None  # which of the details' locations; None where there is none
    kilometres: float | None
    is_open: bool | None  # None where no hours are known
    unsure: int  # wishes of which the data says nothing


@dataclass(frozen=True, slots=True)
class Results:
    hits: list[Hit] = field(default_factory=list)
    total: int = 0
    many: bool = False  # there are more than `total`
    refused: int = 0  # left out: they say no to a wish, or are closed now
    corrected: str | None = None  # the search as it was understood, where a word was mended
    unknown: tuple[str, ...] = ()  # words that no service uses
    place: Where | None = None
    places: list[Where] = field(default_factory=list)  # others of that name
    near_unknown: bool = False  # the place is not known: the search went on without
    within_km: int = 10  # how far one had to look
    kinds: list[str] = field(default_factory=list)  # labels of what was understood
    page: int = 1
    more: bool = False  # there is a next page


class _Wishes(NamedTuple):
    yes: tuple[str, ...]
    no: tuple[str, ...]


def search(query: Query, now: datetime) -> Results:
    """The page of services that fit best. `now` is aware."""
    typed = split(query.text[:LONGEST])[: understanding.MOST_WORDS]
    counts = counts_of(typed)
    words, corrected, unknown = mended(typed, counts)
    if corrected:
        counts = counts_of(words)
    found = places.understand(query.near) if query.near.strip() else []
    if not query.near.strip():
        found, used = places.at_the_end(words, counts)
        words = words[: len(words) - used]
    elif not found:
        words += split(query.near[: places.LONGEST])
        counts = counts_of(words)
    where = found[0] if found else None
    wishes = _wishes(query)
    asked = Asked(
        concepts=understanding.concepts(words, counts),
        point=where.point if where else None,
        within_km=min(max(query.within_km, 1), 100),
        wanted=wishes.yes,
        refused=wishes.no,
    )
    looked = finding.find(asked, where)
    ranked, refused = rules.rank(looked.candidates, asked)
    hits, closed = _page(ranked, query, now)
    page = max(query.page, 1)
    return Results(
        hits=hits,
        total=len(ranked) - closed,
        many=looked.many,
        refused=refused + closed,
        corrected=corrected,
        unknown=unknown,
        place=where,
        places=found[1:],
        near_unknown=bool(query.near.strip()) and not found,
        within_km=round(looked.within_km),
        kinds=understanding.words_of(asked.concepts),
        page=page,
        more=len(ranked) - closed > page * PAGE,
    )


def counts_of(words: Sequence[str]) -> Counts:
    """How many services have what these words may mean."""
    of = matching.counts({*understanding.tokens(words), EVERYTHING})
    return Counts(of, of.pop(EVERYTHING, 0))


def mended(typed: list[str], counts: Counts) -> tuple[list[str], str | None, tuple[str, ...]]:
    """Words with their slips mended, the same as a text if one was, and those nobody knows."""
    strange = [
        word
        for word in dict.fromkeys(typed)
        if stem(word) not in understanding.OWN_STEMS and not counts.of.get(stem(word))
    ]
    meant = _meant([word for word in strange if spelling.can_be_mended(word)][:MOST_MENDED])
    if not meant:
        return typed, None, tuple(strange)
    words = [each for word in typed for each in meant.get(word, [word])]
    return words, " ".join(words), tuple(word for word in strange if word not in meant)


def _meant(strange: Sequence[str]) -> dict[str, list[str]]:
    """For each word that nobody knows what may have been meant."""
    if not strange:
        return {}
    near = {word: spelling.slips(word) for word in strange}
    halves = {word: spelling.halves(word) for word in strange}
    wanted = set().union(*near.values(), *(pair for pairs in halves.values() for pair in pairs))
    known = matching.spelt(wanted)
    meant: dict[str, list[str]] = {}
    for word in strange:
        some = {other: known[other] for other in near[word] & known.keys()}
        found = spelling.likeliest(word, some, near[word] & understanding.OWN)
        pairs = [pair for pair in halves[word] if all(_is_known(half, known) for half in pair)]
        if found or pairs:
            meant[word] = found[:1] or list(pairs[0])
    return meant


def _is_known(word: str, known: dict[str, int]) -> bool:
    return word in known or word in understanding.OWN


def _wishes(query: Query) -> _Wishes:
    yes = ["f_free"] if query.free else []
    no = ["f_paid"] if query.free else []
    if query.wheelchair:
        yes.append("f_wheelchair")
        no.append("f_steps")
    language = query.language.partition("-")[0].lower()
    if language.isascii() and language.isalpha() and len(language) <= 8:
        yes.append(f"l_{language}")
    if query.way in WAYS:
        yes.append(f"w_{query.way}")
    if query.whom in WHOM:
        yes.append(f"a_{query.whom}")
    return _Wishes(tuple(yes), tuple(no))


def _page(ranked: list[Ranked], query: Query, now: datetime) -> tuple[list[Hit], int]:
    """The hits of the page that is asked for, and how many were left out: closed now."""
    start = (max(query.page, 1) - 1) * PAGE
    if not query.open_now:
        return list(_hits(ranked[start : start + PAGE], now)), 0
    hits = list(_hits(ranked[:LOOKED_AT], now))
    able = [hit for hit in hits if hit.is_open is not False]
    able.sort(key=lambda hit: hit.is_open is None)
    return able[start : start + PAGE], len(hits) - len(able)


def _hits(ranked: Iterable[Ranked], now: datetime) -> Iterator[Hit]:
    ranked = list(ranked)
    services = Service.objects.select_related("dataset")
    rows = services.in_bulk([each.candidate.service for each in ranked])
    for each in ranked:
        if service := rows.get(each.candidate.service):
            details, place = service.details, each.candidate.place
            at = now.astimezone(ZoneInfo(service.dataset.timezone))
            yield Hit(
                service=service,
                location=place if details.get("locations") else None,
                kilometres=each.kilometres,
                is_open=rules.is_open(_timetable(details, place), at),
                unsure=each.unsure,
            )


def _timetable(details: Details, place: int) -> Timetable:
    locations = details.get("locations", [])
    own = locations[place].get("timetable") if place < len(locations) else None
    return own or details.get("timetable") or {}
