"""Whatever ends an import midway, nothing is half there afterwards."""

from unittest.mock import Mock

import pytest

from halved.directory.importing import bringing
from halved.directory.models import Dataset, Entry, Service, Word
from tests.directory.datasets import ABOUT, NOW, THREE, bring, services, write

pytestmark = pytest.mark.django_db


@pytest.mark.store
def test_an_import_that_ends_midway_leaves_the_old_one_in_place(tmp_path):
    bring(write(tmp_path / "old", services(1, 2, 3)))
    before = list(Service.objects.values()), list(Entry.objects.values())

    def stop(what: str, *_: object) -> None:
        if what == "services written":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bringing.bring(write(tmp_path / "new", services(4)), ABOUT, NOW, progress=stop)

    assert (list(Service.objects.values()), list(Entry.objects.values())) == before


def test_words_that_were_not_counted_are_counted_by_the_next_import(tmp_path, monkeypatch):
    folder = write(tmp_path / "data", THREE)
    with monkeypatch.context() as broken, pytest.raises(KeyboardInterrupt):
        broken.setattr(bringing.index, "count_words", Mock(side_effect=KeyboardInterrupt))
        bring(folder)

    counts = bring(folder).counts

    assert counts.new == 0
    assert Word.objects.get(word="_all").count == counts.services
    assert Dataset.objects.get().services == counts.services


def test_a_word_that_nobody_uses_any_more_is_forgotten(tmp_path):
    files = services(1, 2)
    files["services.csv"] = files["services.csv"].replace("Help", "Choir")
    bring(write(tmp_path / "data", files))
    before = Word.objects.get(word="choir").count

    files["services.csv"] = files["services.csv"].replace("Service 2,Choir", "Night line,Talk")
    bring(write(tmp_path / "data", files))
    after = Word.objects.get(word="choir").count
    bring(write(tmp_path / "data", services(3)))

    assert (before, after) == (2, 1)
    assert not Word.objects.filter(word__in=["choir", "night"]).exists()
