"""A new house key, and everything the server can read sealed anew under it."""

from collections.abc import Iterator

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
    if not settings.HOUSE_KEYS:
        write_secret(settings.HOUSE_KEY_FILE, house().with_new_seal().write())
    count = sum(_reseal(model, field) for model, field in house_fields())
    if not settings.HOUSE_KEYS:
        key = house()
        used = {box[:4] for model, field in house_fields() for _, box in _boxes(model, field)}
        seals = [
            seal
            for place, seal in enumerate(key.seals)
            if place < 2 or HouseKey(key.lookup, (seal,)).mark() in used
        ]
        write_secret(settings.HOUSE_KEY_FILE, HouseKey(key.lookup, tuple(seals)).write())
    return count


def house_fields() -> Iterator[tuple[type[models.Model], HouseField]]:
    """Every field sealed under the house key, of every model."""
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, HouseField):
                yield model, field


def _boxes(model: type[models.Model], field: HouseField) -> Iterator[tuple[object, bytes]]:
    rows = model._default_manager.filter(**{f"{field.name}__isnull": False})
    for pk, box in rows.values_list("pk", field.name).iterator(BATCH):
        yield pk, bytes(box)


def _reseal(model: type[models.Model], field: HouseField) -> int:
    """One row at a time, and only if nobody changed it meanwhile."""
    key, count = house(), 0
    for pk, box in list(_boxes(model, field)):
        if box[:4] == key.mark():
            continue
        place = field.place(model(pk=pk))
        new = key.seal(key.unseal(box, place), place)
        count += model._default_manager.filter(**{"pk": pk, field.name: box}).update(
            **{field.name: new}
        )
    return count
