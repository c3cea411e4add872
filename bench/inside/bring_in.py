"""Brings a dataset in and prints what that took: `python -m bench.inside.bring_in FOLDER`."""

import json
import os
import sys
import time
from pathlib import Path

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "halved.settings"
django.setup()

from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench.machine import memory  # noqa: E402
from halved.directory.importing import bringing  # noqa: E402
from halved.directory.importing.report import Report  # noqa: E402

SQLITE = "SELECT name, sum(pgsize) FROM dbstat GROUP BY name"
POSTGRES = (
    "SELECT relname, pg_total_relation_size(oid) FROM pg_class"
    " WHERE relkind = 'r' AND relname LIKE 'directory_%'"
)


def main(folder: Path) -> None:
    begun, locked = time.monotonic(), []

    def watch(what: str, number: int, share: float) -> None:
        if what.startswith("services w") or what.startswith("services c"):
            locked.append(time.monotonic())

    about = bringing.About(slug="bench", name="Bench", timezone="UTC")
    counts = bringing.bring(folder, about, timezone.now(), Report(), watch)
    minutes = (time.monotonic() - begun) / 60
    data, index = sizes()
    told = {
        "minutes": minutes, "memory": memory(os.getpid()).most, "kept": counts.services,
        "changed": counts.new + counts.changed + counts.gone, "data": data, "index": index,
        "locked": locked[-1] - locked[0] if locked else 0,
    }  # fmt: skip
    print(json.dumps(told))


def sizes() -> tuple[float, float]:
    """MB of the services, and of all that is there to find them."""
    with connection.cursor() as cursor:
        cursor.execute(SQLITE if connection.vendor == "sqlite" else POSTGRES)
        rows = [
            (name, size / 1e6) for name, size in cursor if "directory" in name or "service" in name
        ]
    services = ("directory_service", "directory_dataset", "one_service")
    data = sum(size for name, size in rows if services_of(name, services))
    return data, sum(size for name, size in rows if not services_of(name, services))


def services_of(name: str, begins: tuple[str, ...]) -> bool:
    return name.removeprefix("sqlite_autoindex_").startswith(begins)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
