"""Processes that are killed while they import, and others that write meanwhile."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable

import pytest

from tests import processes
from tests.directory.datasets import services, write
from tests.journeys.conftest import sign_up
from tests.journeys.visitors import WireVisitor

pytestmark = pytest.mark.store
SET_UP = """
import os, signal, sys, json
from datetime import timedelta
from pathlib import Path
import django; django.setup()
from django.utils.timezone import now
"""
# Brings a folder in, and is killed at the first sign of what it is told.
DIE = """
from halved.directory.importing import bringing
def progress(what, *_):
    if what == sys.argv[2]:
        os.kill(os.getpid(), signal.SIGKILL)
about = bringing.About(slug="ely", name="Help in Ely", timezone="Europe/London")
bringing.bring(Path(sys.argv[1]), about, now(), progress=progress)
"""
TIDY = """
from halved.directory.importing import waiting
while waiting.do_next(now() + timedelta(minutes=1)):
    pass
"""
LOOK = """
from halved.directory.models import Dataset, Service
from halved.directory.searching.search import Query, search
def names(services):
    return sorted(each.details["name"] for each in services)
print(json.dumps({
    "shown": names(Service.objects.shown()),
    "found": names(hit.service for hit in search(Query("harbour"), now()).hits),
    "kept": Service.objects.count(),
    "whole": Dataset.objects.get().state == "",
}))
"""


@pytest.fixture
def python(start_server) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs a script on the store of a server that nobody visits."""
    env = start_server().env | {"DJANGO_SETTINGS_MODULE": "halved.settings"}

    def run(*scripts: str, given: tuple[object, ...] = ()) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", "\n".join([SET_UP, *scripts]), *map(str, given)],
            cwd=processes.ROOT, env=env, capture_output=True, text=True, check=False,
        )  # fmt: skip

    return run


@pytest.mark.parametrize(
    ("at", "then", "names"),
    [
        ("services written", ["Service 1", "Service 2"], ["Service 1", "Service 2"]),
        (
            "services put into the search",
            ["Service 1", "Service 2", "Service 3"],
            ["Service 2", "Service 3"],
        ),
    ],
)
def test_an_import_that_is_killed_leaves_the_old_list_or_the_new_one(
    tmp_path, python, at, then, names
):
    """What was put down, and is not shown, nobody finds. Of a new version that is whole, what it
    adds is shown before what is gone from it goes."""
    python(DIE, given=(write(tmp_path / "old", services(1, 2)), ""))
    killed = python(DIE, given=(write(tmp_path / "new", services(2, 3)), at))
    left = json.loads(python(LOOK).stdout)

    tidied = json.loads(python(TIDY, LOOK).stdout)

    assert killed.returncode == -9
    assert left["kept"] == 3
    assert left["found"] == left["shown"] == then
    assert tidied == {"shown": names, "found": names, "kept": 2, "whole": True}


def test_others_write_while_a_list_comes_in(tmp_path, start_server):
    server = start_server()
    nia = WireVisitor(server.url)
    sign_up(nia, "nia")
    folder = write(tmp_path / "many", services(*range(6_000)))
    log = tmp_path / "import.log"
    importing = processes.start("directory", "import", str(folder), env=server.env, log=log)

    asks = 0
    while importing.process.poll() is None:
        nia.open("/asks/")
        nia.send(to="/asks/new/")
        asks += nia.path.endswith("/kind/")

    assert importing.process.returncode == 0, importing.said()
    assert asks > 3
