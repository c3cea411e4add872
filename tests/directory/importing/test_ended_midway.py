"""Whatever ends an import midway, people find the old list or the new one, and nothing is left."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils.timezone import now

from halved.directory.importing import bringing, turns, waiting
from halved.directory.importing.sources import CannotImport
from halved.directory.models import Change, Dataset, Entry, Service, Word
from halved.directory.searching.search import Query, search
from tests.directory.datasets import ABOUT, NOW, THREE, bring, services, write

pytestmark = pytest.mark.django_db

BEFORE, AFTER = "services written", "services put into the search"


def shown() -> list[str]:
    return sorted(row.details["name"] for row in Service.objects.shown())


def found() -> list[str]:
    return sorted(hit.service.details["name"] for hit in search(Query("harbour"), NOW).hits)


def renamed(*numbers: int, name: str) -> dict[str, str]:
    files = services(*numbers)
    return files | {"services.csv": files["services.csv"].replace("Service 2", name)}


def stop_at(what: str):
    def progress(done: str, *_: object) -> None:
        if done == what:
            raise KeyboardInterrupt

    return progress


# --- before the new version is whole ----------------------------------------------------------


@pytest.mark.store
def test_an_import_that_ends_midway_leaves_the_old_one_in_place(tmp_path):
    bring(write(tmp_path / "old", services(1, 2, 3)))
    before = list(Service.objects.values()), list(Entry.objects.values())

    with pytest.raises(KeyboardInterrupt):
        bringing.bring(write(tmp_path / "new", services(4)), ABOUT, NOW, progress=stop_at(BEFORE))

    assert (list(Service.objects.values()), list(Entry.objects.values())) == before
    assert not Change.objects.exists()


def test_a_new_list_that_ends_midway_is_not_there(tmp_path):
    with pytest.raises(KeyboardInterrupt):
        bringing.bring(write(tmp_path, services(4)), ABOUT, NOW, progress=stop_at(BEFORE))

    assert not Dataset.objects.exists()
    assert not Service.objects.exists()


# --- afterwards -------------------------------------------------------------------------------


@pytest.mark.store
def test_an_import_that_ends_while_it_is_shown_is_ended_by_the_next(tmp_path):
    bring(write(tmp_path / "old", services(1, 2)))
    folder = write(tmp_path / "new", renamed(2, 3, name="Night line"))
    with pytest.raises(KeyboardInterrupt):
        bringing.bring(folder, ABOUT, NOW, progress=stop_at(AFTER))

    counts = bring(folder).counts

    assert (counts.new, counts.changed, counts.gone) == (0, 0, 0)
    assert shown() == found() == ["Night line", "Service 3"]
    assert Word.objects.get(word="_all").count == Dataset.objects.get().services == 2


def test_the_worker_ends_what_an_import_began(tmp_path):
    bring(write(tmp_path / "old", services(1, 2)))
    folder = write(tmp_path / "new", renamed(2, 3, name="Night line"))
    with pytest.raises(KeyboardInterrupt):
        bringing.bring(folder, ABOUT, NOW, progress=stop_at(AFTER))

    done = [waiting.do_next(now()), waiting.do_next(now())]

    assert done == [True, False]
    assert shown() == found() == ["Night line", "Service 3"]
    assert Dataset.objects.get().state == Dataset.State.WHOLE


# --- one at a time ----------------------------------------------------------------------------


def test_whoever_stood_still_for_a_minute_writes_no_more(tmp_path):
    bring(write(tmp_path, THREE))
    with turns.turn_of("ely") as asleep:
        other = turns.claim(asleep.dataset, now() + timedelta(minutes=1))

        with pytest.raises(CannotImport, match="another import"), asleep.writing():
            pytest.fail("it wrote")

    assert other is not None
    assert Dataset.objects.get().writer == other.token


def test_what_another_does_is_left_to_them(tmp_path):
    bring(write(tmp_path, THREE))
    Dataset.objects.update(state=Dataset.State.SHOWING)

    with turns.turn_of("ely"):
        looked = waiting.do_next(now())

    assert not looked
    assert Dataset.objects.get().state == Dataset.State.SHOWING


def test_a_list_that_is_taken_away_meanwhile_does_not_come_back(tmp_path):
    bring(write(tmp_path / "old", services(1, 2)))

    def take_away(what: str, *_: object) -> None:
        Dataset.objects.update(state=Dataset.State.GOING)

    with pytest.raises(CannotImport, match="taken away"):
        bringing.bring(write(tmp_path / "new", services(3)), ABOUT, NOW, progress=take_away)
    waiting.do_next(now())

    assert not Dataset.objects.exists()
    assert not Service.objects.exists()
