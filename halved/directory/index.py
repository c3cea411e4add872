"""Writes the search index: entries, and the words and places of a dataset."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TypeVar

from django.db import connection, transaction

from halved.directory.gazetteer import Gazetteer
from halved.directory.models import Dataset, Entry, Place, Service, Word
from halved.directory.terms import EntryText
from halved.directory.words import stem

T = TypeVar("T")
MANY = 5_000  # rows or values at a time
CODES = "kalf"  # tokens that are counted as words are: kinds, for whom, languages, free
EVERYTHING = "_all"  # the word whose count is that of all services


def put(pairs: Sequence[tuple[int, Sequence[EntryText]]]) -> None:
    """Replaces the entries of these services, by their primary keys; the caller's transaction."""
    drop([service for service, _ in pairs])
    rows = [_row(service, text) for service, texts in pairs for text in texts]
    Entry.objects.bulk_create(rows, batch_size=MANY)
    _learn(pairs)


def drop(service_ids: Sequence[int]) -> None:
    """Forgets these services. Their words stay known until `count_words`."""
    for some in _parts(service_ids):
        Entry.objects.filter(service__in=some).delete()


def count_words(dataset: Dataset) -> None:
    """Makes words and places true to the entries. It reads them all once; call it after `put` and
    `drop`, best outside of their transaction."""
    counts: Counter[str] = Counter()
    elsewhere: set[str] = set()  # said of other locations than the first
    gazetteer = Gazetteer()
    entries = Entry.objects.filter(service__dataset=dataset)
    columns = entries.values_list("place", "terms", "latitude", "longitude")
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
        _keep_counts(dataset, counts)
        dataset.places.all().delete()
        spots = [Place(dataset=dataset, **asdict(spot)) for spot in gazetteer.spots()]
        Place.objects.bulk_create(spots, batch_size=MANY)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE directory_entry, directory_word, directory_place")


def _row(service: int, text: EntryText) -> Entry:
    return Entry(
        service_id=service,
        place=text.place,
        latitude=text.latitude,
        longitude=text.longitude,
        terms=text.terms,
    )


def _learn(pairs: Sequence[tuple[int, Sequence[EntryText]]]) -> None:
    """Adds words that the dataset did not have, not yet counted."""
    if not pairs:
        return
    dataset = Service.objects.values_list("dataset", flat=True).get(pk=pairs[0][0])
    new = {word for _, texts in pairs for text in texts for word in text.words}
    for some in _parts(sorted(new)):
        known = Word.objects.filter(dataset=dataset, word__in=some).values_list("word", flat=True)
        missing = sorted(set(some) - set(known))
        Word.objects.bulk_create(
            [Word(dataset_id=dataset, word=word, stem=stem(word)) for word in missing],
            ignore_conflicts=True,
        )


def _keep_counts(dataset: Dataset, counts: Counter[str]) -> None:
    """Counts of words by their stems; a word whose stem is gone is forgotten."""
    changed, gone = [], []
    codes = {token for token in counts if "_" in token}
    known = Word.objects.filter(dataset=dataset, word__in=codes).values_list("word", flat=True)
    new = sorted(codes - set(known))
    Word.objects.bulk_create([Word(dataset=dataset, word=code, stem=code) for code in new])
    for row in Word.objects.filter(dataset=dataset).iterator():
        count = counts[row.stem]
        if not count:
            gone.append(row.pk)
        elif count != row.count:
            row.count = count
            changed.append(row)
    Word.objects.bulk_update(changed, ["count"], batch_size=300)
    for some in _parts(gone):
        Word.objects.filter(pk__in=some).delete()


def _parts(items: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), MANY):
        yield items[start : start + MANY]
