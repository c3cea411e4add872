"""Searches in the store: `python -m bench.inside.search_many 500`. Prints figures as JSON.

Each search is followed, or by turns preceded, by the bare questions to the index that it asked:
the same expressions with the same limits, no entries, no order, no documents.
"""

import json
import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "halved.settings"
django.setup()

from django.db import connection  # noqa: E402

from halved.directory import finding, matching  # noqa: E402
from halved.directory.models import Place, Word  # noqa: E402
from halved.directory.rules import Candidate  # noqa: E402
from halved.directory.search import Query, search  # noqa: E402
from halved.directory.words import FILLERS  # noqa: E402

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
BARE = {
    "sqlite": "SELECT rowid FROM directory_terms WHERE directory_terms MATCH %s LIMIT %s",
    "postgresql": """WITH found AS MATERIALIZED (SELECT id FROM directory_entry
        WHERE array_to_tsvector(string_to_array(terms, ' ')) @@ %s::tsquery)
        SELECT id FROM found LIMIT %s""",
}
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Asker:
    """Times searches, and the bare questions that each asks of the index."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int]] = []
        self.times: list[float] = []
        self.bare: list[float] = []
        self.empty = 0

    def _noted(self, expression: matching.Expression, limit: int) -> list[Candidate]:
        self.asked.append((matching.written(expression), limit))
        return matching.matches(expression, limit)

    def ask(self, query: Query) -> list[str]:
        self.asked.clear()
        finding.matches = self._noted
        found: list[str] = []

        def whole() -> None:
            results = search(query, NOON)
            found.extend(hit.service.uid for hit in results.hits)

        self.times.append(_time(whole))
        asked = list(self.asked)
        self.bare.append(_time(lambda: _bare(asked)))
        self.empty += not found
        return found

    def told(self) -> dict[str, float]:
        ordered = sorted(self.times)
        return {
            "p50": statistics.median(ordered) * 1e3,
            "p99": ordered[int(len(ordered) * 0.99)] * 1e3,
            "bare": statistics.median(self.bare) * 1e3,
            "ratio": sum(self.times) / sum(self.bare),
            "empty": self.empty / len(ordered),
        }


def _time(does: Callable[[], None]) -> float:
    begun = time.perf_counter()
    does()
    return time.perf_counter() - begun


def _bare(asked: list[tuple[str, int]]) -> None:
    with connection.cursor() as cursor:
        for expression in asked:
            cursor.execute(BARE[connection.vendor], expression)
            cursor.fetchall()


class Dice:
    """Draws what people might type: words by how often services say them, towns by their size."""

    def __init__(self, seed: int = 7) -> None:
        self.dice = random.Random(seed)
        words = Word.objects.filter(count__gte=2).order_by("word").values_list("word", "count")
        self.words = [
            (word, count)
            for word, count in words
            if word.isalpha() and len(word) > 3 and word not in FILLERS
        ]
        towns = Place.objects.filter(token__startswith="t_").order_by("name")
        self.towns = list(towns.values_list("label", "count"))

    def word(self) -> str:
        return self.dice.choices(*zip(*self.words, strict=True))[0]

    def text(self) -> str:
        return " ".join(self.word() for _ in range(self.dice.choice((1, 2, 3))))

    def town(self) -> str:
        return self.dice.choices(*zip(*self.towns, strict=True))[0]

    def slip(self, word: str) -> str:
        """The word with one letter added, missing, wrong or swapped; the first one too."""
        at = self.dice.randrange(len(word))
        letter = self.dice.choice(LETTERS)
        head, tail = word[:at], word[at:]
        swapped = head + tail[1:2] + tail[:1] + tail[2:]
        made = (head + tail[1:], head + letter + tail, head + letter + tail[1:], swapped)
        return self.dice.choice([each for each in made if each != word])


def main(count: int) -> None:
    dice = Dice()
    for _ in range(20):  # caches, and what Python compiles at first use
        search(Query(text=dice.text(), near=dice.town()), NOON)
    place = Asker()
    for _ in range(count):
        place.ask(Query(text=dice.text(), near=dice.town()))
    nowhere = Asker()
    for _ in range(count):
        nowhere.ask(Query(text=dice.text()))
    slips, found = Asker(), 0
    for _ in range(count):
        right: set[str] = set()
        while not right:  # a word that is found in that town when it is typed as it should be
            word, town = dice.word(), dice.town()
            right = {hit.service.uid for hit in search(Query(text=word, near=town), NOON).hits}
        found += bool(right & set(slips.ask(Query(text=dice.slip(word), near=town))))
    told = {"place": place.told(), "nowhere": nowhere.told(), "slip": slips.told()}
    told["slip"]["found"] = found / count
    print(json.dumps(told))


if __name__ == "__main__":
    main(int(sys.argv[1]))
