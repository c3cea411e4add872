"""Everyday queries against the data in a folder: `python -m bench.inside.everyday FOLDER`."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "halved.settings"
django.setup()

from bench import directory_queries  # noqa: E402
from halved.directory.importing import bringing  # noqa: E402
from halved.directory.searching.search import Query, search  # noqa: E402

NOON = datetime(2026, 11, 23, 18, tzinfo=UTC)
FIRST = 5


def main(folder: str, which: str = "") -> None:
    """Prints those of which nothing wanted was among the first five, and how many there are."""
    about = bringing.About(slug="illinois", name="Illinois", timezone="America/Chicago")
    bringing.bring(Path(folder), about, NOON)
    sets = {"first": directory_queries.FIRST, "unseen": directory_queries.UNSEEN}
    for name, queries in sets.items():
        found = 0
        for query in queries if which in ("", name) else ():
            hits = search(Query(query.text, query.near), NOON).hits[:FIRST]
            uids = [hit.service.uid for hit in hits]
            if set(uids) & set(query.wanted.split()):
                found += 1
            else:
                print(f"not found: {query.text} | {query.near} | {' '.join(uids)}")
        if which in ("", name):
            print(f"{name}: {found} of {len(queries)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
