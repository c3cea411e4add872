"""Brings a dataset in and prints what that took: `python -m bench.inside.bring_in FOLDER`."""

import json
import os
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "halved.settings"
django.setup()

from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench.machine import memory  # noqa: E402
from halved.directory.importing import bringing, turns  # noqa: E402

SQLITE = "SELECT name, sum(pgsize) FROM dbstat GROUP BY name"
POSTGRES = (
    "SELECT relname, pg_total_relation_size(oid) FROM pg_class"
    " WHERE relkind = 'r' AND relname LIKE 'directory_%'"
)


def main(folder: Path) -> None:
    begun, held = time.monotonic(), [0.0]

    def pause(seconds: float) -> None:
        """After each write of the import: as long as it held the store."""
        held.append(seconds)
        time.sleep(seconds)

    turns.time = SimpleNamespace(monotonic=time.monotonic, sleep=pause)  # type: ignore[assignment]
    about = bringing.About(slug="bench", name="Bench", timezone="UTC")
    counts = bringing.bring(folder, about, timezone.now())
    minutes = (time.monotonic() - begun) / 60
    data, index = sizes()
    told = {
        "minutes": minutes, "memory": memory(os.getpid()).most, "kept": counts.services,
        "changed": counts.new + counts.changed + counts.gone, "data": data, "index": index,
        "held": sum(held), "longest": max(held), "99th": sorted(held)[len(held) * 99 // 100],
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
