"""Writes the search index: entries, and the words and places of a dataset.

Rows are written in SQL: for a million of them the ORM takes longer than the store, and meanwhile
nobody else can write to SQLite.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict
from itertools import chain, islice
from typing import Any, TypeVar

from django.db import connection, transaction

from halved.directory.models import Dataset, Entry, Place, Word
from halved.directory.searching.gazetteer import Gazetteer
from halved.directory.searching.terms import EntryText
from halved.directory.searching.words import stem

T = TypeVar("T")
MANY = 5_000  # rows or values at a time
CODES = "kalf"  # tokens that are counted as words are: kinds, for whom, languages, free
EVERYTHING = "_all"  # the word whose count is that of all services
ADD = """INSERT INTO directory_entry (service_id, place, latitude, longitude, terms)
    VALUES (%s, %s, %s, %s, %s)"""
LEARN = """INSERT INTO directory_word (dataset_id, word, stem, count) VALUES (%s, %s, %s, %s)
    ON CONFLICT (word, dataset_id) DO UPDATE SET count = excluded.count
    WHERE directory_word.count != excluded.count"""
COUNT = "UPDATE directory_word SET count = %s WHERE id = %s"


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


def _one_connection() -> AbstractContextManager[Any]:
    """Rows come a few at a time, and behind a pooler only a transaction keeps its connection. On
    SQLite it would keep others from writing."""
    return transaction.atomic() if connection.vendor == "postgresql" else nullcontext()


def count_words(dataset: Dataset, words: Iterable[str]) -> None:
    """Makes words and places true to the entries. It reads them all once; call it after `add` and
    `drop`, best outside of their transaction. `words`: all that the services write."""
    counts: Counter[str] = Counter()
    elsewhere: set[str] = set()  # said of other locations than the first
    gazetteer = Gazetteer()
    entries = Entry.objects.filter(service__dataset=dataset)
    columns = entries.values_list("place", "terms", "latitude", "longitude")
    with _one_connection():
        for place, terms, latitude, longitude in columns.iterator():
            tokens = [each for each in terms.split(" ") if each[1:2] != "_" or each[0] in CODES]
            if place == 0:
                counts[EVERYTHING] += 1
                counts.update(tokens)
            else:
                elsewhere.update(tokens)
            gazetteer.add(terms, latitude, longitude)
    counts.update(elsewhere - counts.keys())
    with transaction.atomic():
        _keep_counts(dataset, counts, words)
        dataset.places.all().delete()
        spots = [Place(dataset=dataset, **asdict(spot)) for spot in gazetteer.spots()]
        Place.objects.bulk_create(spots, batch_size=MANY)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT gin_clean_pending_list('directory_terms')")  # else each asks it
            cursor.execute("ANALYZE directory_entry, directory_word, directory_place")


def _keep_counts(dataset: Dataset, counts: Counter[str], words: Iterable[str]) -> None:
    """Counts of words by their stems; a word whose stem is gone is forgotten."""
    codes = (token for token in counts if "_" in token)
    said = chain(((word, stem(word)) for word in words), ((code, code) for code in codes))
    rows = ((dataset.pk.hex, word, root, counts[root]) for word, root in said if counts[root])
    with connection.cursor() as cursor:
        while batch := list(islice(rows, MANY)):
            cursor.executemany(LEARN, batch)
        known = list(Word.objects.filter(dataset=dataset).values_list("pk", "stem", "count"))
        changed = [(counts[root], pk) for pk, root, count in known if counts[root] != count]
        cursor.executemany(COUNT, changed)
    for some in _parts([pk for pk, root, _ in known if not counts[root]]):
        Word.objects.filter(pk__in=some).delete()


def _parts(items: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), MANY):
        yield items[start : start + MANY]
