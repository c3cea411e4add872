"""A new house key, and everything the server can read sealed anew under it."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.conf import settings
from django.db import models

from halved.vault.fields import HouseField
from halved.vault.keys import HouseKey, house, write_secret

BATCH = 500


def rotate() -> int:
    """Adds a seal in front (when the key is in a file) and re-seals every row under it. Returns
    the number of rows. Stopped at any point, it can be run again; nothing is unreadable meanwhile.

    The seal before stays in the file, so that what a running process sealed a moment ago opens;
    the ones before that go, when nothing is sealed under them any more.
    """
    if settings.HOUSE_KEYS:
        return _reseal_all()
    with _alone():
        write_secret(settings.HOUSE_KEY_FILE, house().with_new_seal().write())
        count = _reseal_all()
        write_secret(settings.HOUSE_KEY_FILE, _without_unused(house()).write())
    return count


@contextmanager
def _alone() -> Iterator[None]:
    """One rotation at a time: of two, the later would drop the seal of the earlier. The lock goes
    with the process, so that a rotation that was killed can be run again."""
    with settings.HOUSE_KEY_FILE.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def unknown_seals(key: HouseKey) -> int:
    """How many seals this key lacks, of those that boxes in the store were sealed by."""
    return len(_used() - {HouseKey(key.lookup, (seal,)).mark() for seal in key.seals})


def _used() -> set[bytes]:
    """The marks of the seals by which the boxes in the store were sealed."""
    return {box[:4] for model, field in house_fields() for _, box in _boxes(model, field)}


def _without_unused(key: HouseKey) -> HouseKey:
    used = _used()
    seals = [
        seal
        for place, seal in enumerate(key.seals)
        if place < 2 or HouseKey(key.lookup, (seal,)).mark() in used
    ]
    return HouseKey(key.lookup, tuple(seals))


def house_fields() -> Iterator[tuple[type[models.Model], HouseField]]:
    """Every field sealed under the house key, of every model."""
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, HouseField):
                yield model, field


def _boxes(model: type[models.Model], field: HouseField) -> Iterator[tuple[object, bytes]]:
    """Page by page, so that neither memory nor an open cursor grows with the store."""
    rows = model._default_manager.filter(**{f"{field.name}__isnull": False}).order_by("pk")
    page = rows.values_list("pk", field.name)[:BATCH]
    while found := list(page):
        yield from ((pk, bytes(box)) for pk, box in found)
        page = rows.filter(pk__gt=found[-1][0]).values_list("pk", field.name)[:BATCH]


def _reseal_all() -> int:
    return sum(_reseal(model, field) for model, field in house_fields())


def _reseal(model: type[models.Model], field: HouseField) -> int:
    """One row at a time, and only if nobody changed it meanwhile."""
    key, count = house(), 0
    for pk, box in _boxes(model, field):
        if box[:4] == key.mark():
            continue
        place = field.place(model(pk=pk))
        new = key.seal(key.unseal(box, place), place)
        count += model._default_manager.filter(**{"pk": pk, field.name: box}).update(
            **{field.name: new}
        )
    return count
