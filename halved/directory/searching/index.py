"""Writes the search index: entries, and the words and places of a dataset.

Rows are written in SQL: for a million of them the ORM takes longer than the store, and meanwhile
nobody else can write to SQLite.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from operator import attrgetter
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection, transaction

from halved.directory.models import Dataset, Entry, Place, Word
from halved.directory.searching.gazetteer import Gazetteer
from halved.directory.searching.terms import EntryText
from halved.directory.searching.words import stem

T = TypeVar("T")
# Makes a transaction. What is long is written in several, so that others get in between.
Writing = Callable[[], AbstractContextManager[Any]]
MANY = 1_000  # rows or values at a time
CODES = "kalf"  # tokens that are counted as words are: kinds, for whom, languages, free
EVERYTHING = "_all"  # the word whose count is that of all services
ADD = """INSERT INTO directory_entry (service_id, place, latitude, longitude, terms)
    VALUES (%s, %s, %s, %s, %s)"""
LEARN = """INSERT INTO directory_word (dataset_id, word, stem, count) VALUES (%s, %s, %s, 0)
    ON CONFLICT (word, dataset_id) DO NOTHING"""
PLACE = ("name", "region", "label", "token", "latitude", "longitude", "count")
ADD_PLACE = """INSERT INTO directory_place
    (dataset_id, name, region, label, token, latitude, longitude, count)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s)"""
COUNT = "UPDATE directory_word SET count = %s WHERE id = %s"

_columns = attrgetter(*PLACE)


def add(pairs: Iterable[tuple[int, Iterable[EntryText]]]) -> None:
    """The entries of new services, by their primary keys; in the caller's transaction."""
    rows = [
        (service, text.place, text.latitude, text.longitude, text.terms)
        for service, texts in pairs
        for text in texts
    ]
    with connection.cursor() as cursor:
        cursor.executemany(ADD, rows)


def drop(service_ids: Sequence[int]) -> None:
    """Forgets these services. Their words stay known until `count_words`."""
    for some in _parts(service_ids):
        Entry.objects.filter(service__in=some).delete()


def learn(dataset: UUID, words: Iterable[str]) -> None:
    """Words as services write them. Nothing is mended with them until `count_words`."""
    with connection.cursor() as cursor:
        cursor.executemany(LEARN, [(dataset.hex, word, stem(word)) for word in words])


def count_words(
    dataset: Dataset, words: Iterable[str], writing: Writing = transaction.atomic
) -> None:
    """Makes words and places true to the entries, all of which it reads once; call it after `add`
    and `drop`, outside of a transaction. `words`: those that were not learned yet."""
    counts, gazetteer = _counted(dataset)
    _learn_all(dataset, [*words, *(token for token in counts if "_" in token)], writing)
    _keep_counts(dataset, counts, writing)
    _keep_places(dataset, gazetteer, writing)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT gin_clean_pending_list('directory_terms')")  # else each asks it
            cursor.execute("ANALYZE directory_entry, directory_word, directory_place")


def _counted(dataset: Dataset) -> tuple[Counter[str], Gazetteer]:
    """In how many services each stem and code stands; and where they are."""
    counts: Counter[str] = Counter()
    elsewhere: set[str] = set()  # said of other locations than the first
    gazetteer = Gazetteer()
    for place, terms, latitude, longitude in _entries_of(dataset):
        tokens = [each for each in terms.split(" ") if each[1:2] != "_" or each[0] in CODES]
        if place == 0:
            counts[EVERYTHING] += 1
            counts.update(tokens)
        else:
            elsewhere.update(tokens)
        gazetteer.add(terms, latitude, longitude)
    counts.update(elsewhere - counts.keys())
    return counts, gazetteer


def _entries_of(dataset: Dataset) -> Iterator[tuple[int, str, float | None, float | None]]:
    """Some at a time: while a reading is open, SQLite cannot empty its log."""
    last, services = 0, dataset.all_services.order_by("pk").values_list("pk", flat=True)
    entries = Entry.objects.filter(service__dataset=dataset)
    while some := list(services.filter(pk__gt=last)[:MANY]):
        among = entries.filter(service__gt=last, service__lte=some[-1])
        yield from list(among.values_list("place", "terms", "latitude", "longitude"))
        last = some[-1]


def _learn_all(dataset: Dataset, words: Sequence[str], writing: Writing) -> None:
    for some in _parts(words):
        with writing():
            learn(dataset.pk, some)


def _keep_counts(dataset: Dataset, counts: Counter[str], writing: Writing) -> None:
    """Counts of words by their stems; a word whose stem is gone is forgotten."""
    known = list(Word.objects.filter(dataset=dataset).values_list("pk", "stem", "count"))
    changed = [(counts[root], pk) for pk, root, count in known if counts[root] not in (0, count)]
    for some in _parts(changed):
        with writing(), connection.cursor() as cursor:
            cursor.executemany(COUNT, some)
    for gone in _parts([pk for pk, root, _ in known if not counts[root]]):
        with writing():
            Word.objects.filter(pk__in=gone).delete()


def _keep_places(dataset: Dataset, gazetteer: Gazetteer, writing: Writing) -> None:
    """Those that are still the same stay as they are."""
    found = {_columns(spot) for spot in gazetteer.spots()}
    rows = dataset.places.values_list("pk", *PLACE)
    known = {tuple(columns): pk for pk, *columns in rows}
    for some in _parts([(dataset.pk.hex, *spot) for spot in found - known.keys()]):
        with writing(), connection.cursor() as cursor:
            cursor.executemany(ADD_PLACE, some)
    for gone in _parts([pk for spot, pk in known.items() if spot not in found]):
        with writing():
            Place.objects.filter(pk__in=gone).delete()


def _parts(items: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), MANY):
        yield items[start : start + MANY]
