"""Finds services for a person in their own words. Nothing of what they look for is kept."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain, islice
from typing import NamedTuple
from zoneinfo import ZoneInfo

from halved.directory import rules
from halved.directory.details import Details, Timetable
from halved.directory.models import Service
from halved.directory.rules import Asked, Ranked
from halved.directory.searching import finding, matching, places, spelling, understanding
from halved.directory.searching.facets import WHOM
from halved.directory.searching.index import EVERYTHING
from halved.directory.searching.places import Where
from halved.directory.searching.understanding import Counts
from halved.directory.searching.words import split, stem
from halved.prepared import Find, Given

PAGE = 10
LONGEST = 1_000  # signs of what is typed that count
LOOKED_AT = 200  # services whose hours are read when it must be open now
MOST_MENDED = 4  # words of one search
READINGS = 3  # of one search in which a slip may stand for several words
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


class Mended(NamedTuple):
    """Words with their slips mended."""

    words: list[str]
    text: str | None = None  # the same for people, where a word was mended
    unknown: tuple[str, ...] = ()
    others: Mapping[str, Sequence[str]] = {}  # what a mended word may mean as well


class _Understood(NamedTuple):
    """What is asked, and what the page says of how it was understood."""

    readings: list[Asked]  # the likeliest first
    mended: Mended
    places: list[Where]
    near_unknown: bool


def search(query: Query, now: datetime) -> Results:
    """The page of services that fit best. `now` is aware."""
    understood = _understood(query)
    readings, places_found = understood.readings, understood.places
    where = places_found[0] if places_found else None
    looked = [finding.find(asked, where) for asked in readings]
    each = [rules.rank(found.candidates, of) for found, of in zip(looked, readings, strict=True)]
    ranked, refused = rules.mixed([found for found, _ in each]), each[0][1]
    hits, closed = _page(ranked, query, now)
    page = max(query.page, 1)
    return Results(
        hits=hits,
        total=len(ranked) - closed,
        many=any(found.many for found in looked),
        refused=refused + closed,
        corrected=understood.mended.text,
        unknown=understood.mended.unknown,
        place=where,
        places=places_found[1:],
        near_unknown=understood.near_unknown,
        within_km=round(looked[0].within_km),
        kinds=understanding.words_of(readings[0].concepts),
        page=page,
        more=len(ranked) - closed > page * PAGE,
    )


def _understood(query: Query) -> _Understood:
    """A place that is not known is looked for in the words of services; so is one that ends the
    search, unless something else was said to be near."""
    typed = split(query.text[:LONGEST])[: understanding.MOST_WORDS]
    counts = counts_of(typed)
    mended = mend(typed, counts)
    words = mended.words
    if mended.text:
        counts = counts_of([*words, *chain.from_iterable(mended.others.values())])
    near = bool(query.near.strip())
    found = places.understand(query.near) if near else []
    if not near:
        found, used = places.at_the_end(words, counts)
        words = words[: len(words) - used]
    elif not found:
        words = words + split(query.near[: places.LONGEST])
        counts = counts_of(words)
    yes, no = _wishes(query)
    asked = Asked(
        concepts=(),
        point=found[0].point if found else None,
        within_km=min(max(query.within_km, 1), 100),
        wanted=yes,
        refused=no,
        services=counts.services,
        from_afar=bool(counts.of.get(finding.AFAR)),
    )
    readings = [
        asked._replace(concepts=understanding.concepts(each, counts))
        for each in _readings(words, mended.others)
    ]
    return _Understood(readings, mended, found, near and not found)


def _readings(words: list[str], others: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The words, and the same with one slip mended in another way."""
    more = (
        [other if word == mended else word for word in words]
        for mended, ways in others.items()
        if mended in words
        for other in ways
    )
    return [words, *islice(more, READINGS - 1)]


def counts_of(words: Sequence[str]) -> Counts:
    """How many services have what these words may mean."""
    of = matching.counts({*understanding.tokens(words), EVERYTHING, finding.AFAR})
    return Counts(of, of.pop(EVERYTHING, 0))


def mend(typed: list[str], counts: Counts) -> Mended:
    """What was meant by words that neither services nor our own vocabulary use. A word that
    somebody uses stays as it is, however seldom it is."""
    strange = [
        word
        for word in dict.fromkeys(typed)
        if stem(word) not in understanding.OWN_STEMS and not counts.of.get(stem(word))
    ]
    meant = _meant([word for word in strange if spelling.can_be_mended(word)][:MOST_MENDED])
    if not meant:
        return Mended(typed, None, tuple(strange))
    words = [each for word in typed for each in meant.get(word, [[word]])[0]]
    text = " ".join(
        " or ".join(" ".join(way) for way in meant.get(word, [[word]])) for word in typed
    )
    others = {ways[0][-1]: [way[0] for way in ways[1:]] for ways in meant.values()}
    return Mended(words, text, tuple(word for word in strange if word not in meant), others)


def _meant(strange: Sequence[str]) -> dict[str, list[list[str]]]:
    """For each word that nobody knows the ways in which it may have been meant, best first: other
    words, or two that were typed as one."""
    if not strange:
        return {}
    near = {word: spelling.slips(word) for word in strange}
    halves = {word: spelling.halves(word) for word in strange}
    wanted = set().union(*near.values(), *(pair for pairs in halves.values() for pair in pairs))
    known = matching.spelt(wanted)
    meant: dict[str, list[list[str]]] = {}
    for word in strange:
        some = {other: known[other] for other in near[word] & known.keys()}
        found = spelling.likeliest(word, some, near[word] & understanding.OWN)
        pairs = [pair for pair in halves[word] if all(_is_known(half, known) for half in pair)]
        if found:
            meant[word] = [[other] for other in found]
        elif pairs:
            meant[word] = [list(pairs[0])]
    return meant


def _is_known(word: str, known: dict[str, int]) -> bool:
    return word in known or word in understanding.OWN


def _wishes(query: Query) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Tokens of services that say yes, and of those that say no."""
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
    return tuple(yes), tuple(no)


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
    rows = _services([each.candidate.service for each in ranked])
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


def _services(keys: Sequence[int]) -> dict[int, Service]:
    if len(keys) > PAGE:
        return Service.objects.select_related("dataset").in_bulk(keys)
    given = {f"key{number}": key for number, key in enumerate([*keys, *[0] * PAGE][:PAGE])}
    return {row.pk: row for row in _A_PAGE.all(**given)}


_A_PAGE = Find(
    lambda: (
        Service.objects.select_related("dataset")
        .only("key", "uid", "document", "dataset__timezone")
        .filter(pk__in=[Given(f"key{number}") for number in range(PAGE)])
    )
)


def _timetable(details: Details, place: int) -> Timetable:
    locations = details.get("locations", [])
    own = locations[place].get("timetable") if place < len(locations) else None
    return own or details.get("timetable") or {}
