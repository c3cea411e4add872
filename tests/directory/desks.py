"""Single services with just what a test is about, and the two towns of the demo."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.utils import timezone

from halved import directory
from halved.directory.importing import bringing
from halved.directory.models import Dataset, Service
from tests import processes

MADE_UP = Path(directory.__file__).with_name("made_up.json")
DAYS = range(1, 8)
ALWAYS = {"hours": [{"weekday": day, "opens": "00:00", "closes": "24:00"} for day in DAYS]}


def dataset(name: str = "Ashmere", **about: Any) -> Dataset:
    slug = name.casefold().replace(" ", "-")
    about = {"name": name, "timezone": "UTC", "imported_at": timezone.now(), **about}
    row, _ = Dataset.objects.get_or_create(slug=slug, defaults=about)
    return row


def desk(of: Dataset | None = None, **details: Any) -> Service:
    """A service that is on no search index: only its page is looked at."""
    details = {"uid": str(uuid4()), "name": "Debt desk", **details}
    document = json.dumps(details)
    of = of or dataset()
    row = Service.objects.create(
        key=uuid4(), dataset=of, uid=details["uid"], digest="", document=document
    )
    Dataset.objects.filter(pk=of.pk).update(shown_to=row.pk)
    return row


def bring_made_up(now: datetime | None = None) -> Dataset:
    """Ashmere and Tollbridge, as `halved demo` has them."""
    about = bringing.About(slug="made-up", name="Two towns", timezone="Europe/London")
    bringing.bring(MADE_UP, about, now or timezone.now())
    return Dataset.objects.get(slug="made-up")


def bring_made_up_to(server: processes.Server) -> None:
    """The same into the store of a server that runs, by the operator’s command."""
    log = server.data_dir.with_name("import.log")
    about = ("--name", "Two towns", "--timezone", "Europe/London")
    bringing = processes.start("directory", "import", str(MADE_UP), *about, env=server.env, log=log)
    assert bringing.process.wait(60) == 0, bringing.said()
