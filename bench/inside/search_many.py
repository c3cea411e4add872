"""Searches in the store: `python -m bench.inside.search_many 500`. Prints figures as JSON.

After the searches come the bare questions to the index that each of them asked: the same
expressions with the same limits, and the entries read; nothing is understood, ranked or shown. Once
more without reading the entries, which are a part of the index. They come in the same order, so
that neither finds what it needs in a cache that the other has just filled.
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

from halved.directory.models import Place, Word  # noqa: E402
from halved.directory.rules import Candidate  # noqa: E402
from halved.directory.searching import finding, matching  # noqa: E402
from halved.directory.searching.search import Query, search  # noqa: E402
from halved.directory.searching.words import FILLERS, stem  # noqa: E402

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
NUMBERS = {
    "sqlite": "SELECT rowid FROM directory_terms WHERE {} LIMIT %s",
    "postgresql": """WITH found AS MATERIALIZED (SELECT id FROM directory_entry WHERE {})
        SELECT id FROM found LIMIT %s""",
}
LETTERS = "abcdefghijklmnopqrstuvwxyz"


Questions = list[tuple[matching.Expression, int]]  # to the index, with their limits


class Asker:
    """Times searches, and the bare questions that each asks of the index."""

    def __init__(self) -> None:
        self.asked: list[Questions] = []  # by each search
        self.times: list[float] = []
        self.empty = 0

    def _noted(self, expression: matching.Expression, limit: int) -> list[Candidate]:
        self.asked[-1].append((expression, limit))
        return matching.matches(expression, limit)

    def ask(self, query: Query) -> list[str]:
        self.asked.append([])
        finding.matches = self._noted
        found: list[str] = []

        def whole() -> None:
            results = search(query, NOON)
            found.extend(hit.service.uid for hit in results.hits)

        self.times.append(_time(whole))
        self.empty += not found
        return found

    def _again(self, does: Callable[[Questions], None]) -> list[float]:
        """Seconds for the questions of each search, the second time they are asked."""
        for _ in range(2):
            taken = [_time(lambda asked=asked: does(asked)) for asked in self.asked]
        return taken

    def told(self) -> dict[str, float]:
        ordered = sorted(self.times)
        bare, numbers = self._again(_bare), self._again(_numbers)
        return {
            "p50": statistics.median(ordered) * 1e3,
            "p99": ordered[int(len(ordered) * 0.99)] * 1e3,
            "bare": statistics.median(bare) * 1e3,
            "numbers": statistics.median(numbers) * 1e3,
            "ratio": sum(self.times) / sum(bare),
            "empty": self.empty / len(ordered),
        }


def _asked(queries: list[Query]) -> Asker:
    """Once before it counts: what others put on the disk is not what is measured."""
    for asker in (Asker(), Asker()):
        for query in queries:
            asker.ask(query)
    return asker


def _time(does: Callable[[], None]) -> float:
    begun = time.perf_counter()
    does()
    return time.perf_counter() - begun


def _bare(asked: Questions) -> None:
    for expression, limit in asked:
        matching.matches(expression, limit)


def _numbers(asked: Questions) -> None:
    with connection.cursor() as cursor:
        for expression, limit in asked:
            condition, given = matching.conditions(expression)
            cursor.execute(NUMBERS[connection.vendor].format(condition), [*given, limit])
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
    place = _asked([Query(text=dice.text(), near=dice.town()) for _ in range(count)]).told()
    nowhere = _asked([Query(text=dice.text()) for _ in range(count)]).told()
    slips, meant, shown = Asker(), 0, 0
    for _ in range(count):
        right: set[str] = set()
        while not right:  # a word that is found in that town when it is typed as it should be
            word, town = dice.word(), dice.town()
            finding.matches = matching.matches
            right = {hit.service.uid for hit in search(Query(text=word, near=town), NOON).hits}
        wrong = dice.slip(word)
        shown += bool(right & set(slips.ask(Query(text=wrong, near=town))))
        finding.matches = matching.matches
        searched = search(Query(text=wrong, near=town), NOON).corrected or wrong
        meant += stem(word) in {stem(each) for each in searched.split()}
    slip = slips.told() | {"meant": meant / count, "shown": shown / count}
    print(json.dumps({"place": place, "nowhere": nowhere, "slip": slip}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
