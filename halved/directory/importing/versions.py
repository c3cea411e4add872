"""A new version of a dataset: put down where nobody sees it, then shown; or dropped.

Once it is whole, one UPDATE says so. If all ends before that, it is dropped, and the old one stays.
If all ends after that, whoever comes next shows the rest. Meanwhile each service is as it was or as
it will be, with all that the search knows of it.
"""

import json
import uuid
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import QuerySet, Subquery
from django.db.models.functions import Coalesce

from halved.directory.importing.scratch import Scratch
from halved.directory.importing.sources import CannotImport
from halved.directory.importing.turns import Turn, claim, is_free
from halved.directory.models import Change, Correction, Dataset, Place, Service, Word
from halved.directory.searching import index, terms

State = Dataset.State
Progress = Callable[[str, int, float], None]
Row = tuple[Any, ...]
KEYS = uuid.UUID("3a5a2f0c-5a38-4d8e-9d51-6a3d1b0c9f21")
AT_ONCE, SIGNS = 250, 500_000  # services of one transaction, and signs of their documents
REMEMBERED = 200_000  # words that need not be written again
ADD = """INSERT INTO directory_service (key, dataset_id, uid, digest, document)
    VALUES (%s, %s, %s, %s, %s)"""
NOTE = """INSERT INTO directory_change (service_id, dataset_id, digest, document)
    VALUES (%s, %s, %s, %s)"""
CHANGE = "UPDATE directory_service SET digest = %s, document = %s WHERE id = %s"

GONE = "This list was taken away meanwhile."
GOING = "This list is being taken away. Bring it in again when it is gone."


# --- putting down -----------------------------------------------------------------------------


def put_down(turn: Turn, scratch: Scratch, progress: Progress) -> tuple[int, int, int]:
    """New, changed and gone services, beside those that are shown."""
    last = Service.objects.filter(dataset=turn.dataset).order_by("-pk").values("pk")[:1]
    with turn.writing():
        _of(turn).filter(state=State.WHOLE).update(
            state=State.BEGUN, shown_to=Coalesce(Subquery(last), 0)
        )
    dataset = Dataset.objects.get(pk=turn.dataset)
    before = _in_order(dataset.all_services.all(), "uid", "digest")
    scratch.remember((uid, digest, pk) for pk, uid, digest in before)
    of = dataset.pk.hex
    gone = _put(turn, NOTE, ((pk, of, "", None) for pk in scratch.gone()))
    changes = ((pk, of, digest, text) for pk, digest, text in scratch.changed())
    changed = _put(turn, NOTE, changes, lambda count: progress("services changed", count, 0))
    key = f"{dataset.slug}/{{}}".format
    whole = scratch.made()  # counting takes long
    new = _put(
        turn,
        ADD,
        ((uuid.uuid5(KEYS, key(row[0])).hex, of, *row) for row in scratch.new()),
        lambda count: progress("services written", count, count / whole),
    )
    return new, changed, gone


def _put(
    turn: Turn, sql: str, rows: Iterable[Row], told: Callable[[int], None] = lambda _: None
) -> int:
    count = 0
    for some in _portions(rows):
        with turn.writing(), connection.cursor() as cursor:
            cursor.executemany(sql, some)
        count += len(some)
        told(count)
    return count


def switch(turn: Turn, about: dict[str, Any], *, differs: bool) -> None:
    """From here on the new version holds, with what is said `about` it."""
    state = State.SHOWING if differs else State.WHOLE
    with turn.writing():
        if not _of(turn).filter(state=State.BEGUN).update(state=state, **about):
            raise CannotImport(GONE)


# --- showing ----------------------------------------------------------------------------------


def show(turn: Turn, progress: Progress = lambda *_: None) -> None:
    """All of it: what is new and what changed first, then what is gone."""
    dataset = Dataset.objects.get(pk=turn.dataset)
    known: set[str] = set()
    new = dataset.all_services.filter(pk__gt=dataset.shown_to)
    count = 0
    for some in _portions(_in_order(new, "document")):
        _show_new(turn, some, known)
        count += len(some)
        progress("services put into the search", count, count / max(dataset.services, count))
    changes = dataset.changes.all()
    for some in _portions(_in_order(changes.exclude(document=None), "digest", "document")):
        _show_changed(turn, some, known)
    for some in _portions(_in_order(changes.filter(document=None))):
        _delete(turn, [pk for (pk,) in some])
    index.count_words(dataset, (), turn.writing)
    with turn.writing():
        _of(turn).filter(state=State.SHOWING).update(state=State.WHOLE)


def _show_new(turn: Turn, some: list[Row], known: set[str]) -> None:
    """Primary keys and documents."""
    found = [(pk, terms.entries(json.loads(document))) for pk, document in some]
    words = _words(found, known)
    with turn.writing():
        index.add(found)
        index.learn(turn.dataset, words)
        _of(turn).update(shown_to=some[-1][0])


def _show_changed(turn: Turn, some: list[Row], known: set[str]) -> None:
    """Primary keys, digests and documents."""
    found = [(pk, terms.entries(json.loads(document))) for pk, _, document in some]
    words = _words(found, known)
    with turn.writing():
        with connection.cursor() as cursor:
            cursor.executemany(CHANGE, [(digest, text, pk) for pk, digest, text in some])
        index.drop([pk for pk, _ in found])
        index.add(found)
        index.learn(turn.dataset, words)
        Change.objects.filter(pk__in=[pk for pk, _ in found]).delete()


def _words(found: list[tuple[int, list[terms.EntryText]]], known: set[str]) -> frozenset[str]:
    """As they are written there, without those that were met just before."""
    words = frozenset().union(*(entry.words for _, entries in found for entry in entries)) - known
    if len(known) > REMEMBERED:
        known.clear()
    known |= words
    return words


# --- ending what was begun --------------------------------------------------------------------


def drop(turn: Turn) -> None:
    """What was put down and is not shown. A list that never was shown whole goes with it, unless
    something is to be said of it."""
    dataset = _of(turn).filter(writer=turn.token).first()
    if dataset is None:
        return  # another has taken over
    for some in _portions(_in_order(dataset.all_services.filter(pk__gt=dataset.shown_to))):
        _delete(turn, [pk for (pk,) in some])
    _empty(turn, dataset.changes.all())
    with turn.writing():
        _of(turn).filter(state=State.BEGUN).update(state=State.WHOLE)
        _of(turn).filter(state=State.WHOLE, imported_at=None, failed="", uploads=None).delete()


def take_away(turn: Turn) -> None:
    """The dataset with all its services."""
    with turn.writing():
        _of(turn).update(state=State.GOING)
    dataset = Dataset.objects.get(pk=turn.dataset)
    for some in _portions(_in_order(dataset.all_services.all())):
        _delete(turn, [pk for (pk,) in some])
    for model in (Word, Place, Correction):
        _empty(turn, model.objects.filter(dataset=dataset))
    with turn.writing():
        _of(turn).delete()


def settle(turn: Turn) -> None:
    """Ends what another began. Raises CannotImport for a dataset that is taken away."""
    state = Dataset.objects.get(pk=turn.dataset).state
    if state == State.GOING:
        raise CannotImport(GOING)
    if state == State.SHOWING:
        show(turn)
    if state == State.BEGUN:
        drop(turn)


def unfinished(now: datetime) -> QuerySet[Dataset]:
    """Those of which something is left to be done, and nobody does it."""
    return Dataset.objects.filter(is_free(now)).exclude(state=State.WHOLE)


def finish(dataset: Dataset, now: datetime) -> None:
    """Does what is left to be done of it, unless another has begun to. If that fails, it is not
    tried again before a minute is over."""
    if turn := claim(dataset.pk, now):
        take_away(turn) if dataset.state == State.GOING else settle(turn)
        turn.end()


# --- some at a time ---------------------------------------------------------------------------


def _of(turn: Turn) -> QuerySet[Dataset]:
    return Dataset.objects.filter(pk=turn.dataset)


def _in_order(rows: QuerySet[Any], *columns: str) -> Iterator[Row]:
    """By their primary keys, which come first. No reading stays open while others write."""
    last = 0
    found = rows.order_by("pk").values_list("pk", *columns)
    while some := list(found.filter(pk__gt=last)[:AT_ONCE]):
        yield from some
        last = some[-1][0]


def _portions(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """As much as is written in one transaction. A document is the last of its row."""
    some: list[Row] = []
    signs = 0
    for row in rows:
        some.append(row)
        signs += len(row[-1]) if isinstance(row[-1], str) else 0
        if len(some) == AT_ONCE or signs > SIGNS:
            yield some
            some, signs = [], 0
    if some:
        yield some


def _delete(turn: Turn, services: list[int]) -> None:
    with turn.writing():
        index.drop(services)
        Service.objects.filter(pk__in=services).delete()


def _empty(turn: Turn, rows: QuerySet[Any]) -> None:
    while some := list(rows.values_list("pk", flat=True)[: index.MANY]):
        with turn.writing():
            rows.model.objects.filter(pk__in=some).delete()
